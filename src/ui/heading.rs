//! Headings whose level follows the `heading-level` attribute.

use yew::prelude::*;

use super::element::with;
use super::widget::HeadingLevel;

/// The headings of a widget, from the outermost in.
#[derive(Clone, Copy)]
pub enum Rank {
    Title,
    Section,
    Question,
}

/// The tag for a heading. Without `heading-level` a question has none: its summary says enough.
fn tag(rank: Rank, level: Option<HeadingLevel>) -> &'static str {
    const TAGS: [&str; 7] = ["p", "h1", "h2", "h3", "h4", "h5", "h6"];
    let question = level.map(|level| usize::from(level.get()));
    match (rank, question) {
        (Rank::Title, None) => "h2",
        (Rank::Section, None) => "h3",
        (Rank::Question, None) => "span",
        (Rank::Title, Some(level)) => TAGS[level - 2],
        (Rank::Section, Some(level)) => TAGS[(level - 1).max(2)],
        (Rank::Question, Some(level)) => TAGS[level],
    }
}

pub fn heading(rank: Rank, level: Option<HeadingLevel>, class: &'static str, content: Vec<Html>) -> Html {
    with(tag(rank, level), &["class"], vec![class.into()], content)
}

/// A heading that names its section.
pub fn named(rank: Rank, level: Option<HeadingLevel>, class: &'static str, id: String, content: Vec<Html>) -> Html {
    with(tag(rank, level), &["class", "id"], vec![class.into(), id.into()], content)
}
