//! Headings whose level follows the `heading-level` attribute.

use super::build::View;
use super::widget::{HeadingLevel, Widget};
use crate::core::words::Word;

/// The headings of a widget, from the outermost in.
#[derive(Clone, Copy)]
pub enum Rank {
    Title,
    Section,
    Question,
    /// What a section is divided into.
    Part,
    /// What such a part is divided into.
    Detail,
}

/// The tag for a heading. Without `heading-level` a question has none: its summary says enough.
pub fn tag(rank: Rank, level: Option<HeadingLevel>) -> &'static str {
    const TAGS: [&str; 7] = ["p", "h1", "h2", "h3", "h4", "h5", "h6"];
    let question = level.map(|level| usize::from(level.get()));
    match (rank, question) {
        (Rank::Title, None) => "h2",
        (Rank::Section, None) => "h3",
        (Rank::Question, None) => "span",
        (Rank::Part, None) => "h4",
        (Rank::Detail, None) => "h5",
        (Rank::Title, Some(level)) => TAGS[level - 2],
        (Rank::Section, Some(level)) => TAGS[(level - 1).max(2)],
        (Rank::Question, Some(level)) => TAGS[level],
        (Rank::Part, Some(level)) => TAGS[level.max(3)],
        (Rank::Detail, Some(level)) => TAGS[(level + 1).clamp(4, 6)],
    }
}

impl View {
    /// A section's heading in the widget's own words, with an id where it names its section.
    pub fn section_heading(&mut self, widget: &Widget, class: &'static str, word: Word, id: Option<&str>) {
        self.open(tag(Rank::Section, widget.options.heading_level), class);
        if let Some(id) = id {
            self.attribute("id", id);
        }
        self.words(widget.words.get(word));
        self.close();
    }
}
