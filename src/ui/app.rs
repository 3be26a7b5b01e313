//! The whole widget, top to bottom.

use super::build::View;
use super::checklist::checklist;
use super::heading::{Rank, tag};
use super::live::Part;
use super::question::question;
use super::turns::{COLUMNS, FOOTER, HEADER, of_questions};
use super::urgent::urgent;
use super::widget::Widget;
use crate::core::words::Word;

/// So many questions or remedies make a page long. More of them stand in groups, which are not laid out before they are near.
pub const GROUP: usize = 50;

/// More than so many questions are drawn in larger pieces.
const MANY: usize = 1000;

pub fn is_long(widget: &Widget) -> bool {
    widget.document.questions.len() > GROUP
}

/// How many of so many questions are drawn at once, a part of a group: few, so that the page answers meanwhile on a slow phone too. Not
/// as few in a very long page, where a frame takes longer than five questions and may come after each piece.
pub fn at_once(questions: usize) -> usize {
    if questions > MANY { GROUP / 2 } else { GROUP / 10 }
}

/// In how many pieces the questions are drawn.
pub fn pieces(widget: &Widget) -> usize {
    widget.document.questions.len().div_ceil(widget.piece)
}

/// One piece of them.
pub fn questions(view: &mut View, widget: &Widget, piece: usize) {
    for index in piece * widget.piece..widget.document.questions.len().min((piece + 1) * widget.piece) {
        question(view, widget, index);
    }
}

/// What all of it stands in.
pub fn app(view: &mut View, widget: &Widget) {
    let document = &widget.document;
    view.open("section", "rf");
    // The element may say it more closely. What says another language has chosen the words, and not what the content is in.
    let lang = widget.options.lang.as_deref().filter(|lang| lang.starts_with(&*document.lang));
    view.attribute("lang", lang.unwrap_or(&document.lang));
    view.attribute("dir", widget.options.dir.as_deref().unwrap_or(document.dir.as_str()));
    view.attribute("aria-labelledby", &widget.place("top"));
    for turn in [HEADER, COLUMNS, FOOTER] {
        view.put(widget.live(Part::InTurn(turn)));
    }
    view.close();
}

/// What it is about, and when not to wait.
pub fn header(view: &mut View, widget: &Widget) {
    let document = &widget.document;
    view.open("header", "rf-header");
    view.open(tag(Rank::Title, widget.options.heading_level), "rf-title");
    view.attribute("id", &widget.place("top"));
    view.text(&document.title);
    view.close();
    if !document.intro.is_empty() {
        view.text_line("p", "rf-intro", &document.intro);
    }
    if !document.remedies.is_empty() {
        // Above the help-now card, which fills a phone's whole screen.
        view.open("nav", "rf-contents");
        let contents = widget.words.get(Word::Contents);
        let name = if widget.options.fallback { contents.to_owned() } else { [contents, ": ", &document.title.plain()].concat() };
        view.attribute("aria-label", &name);
        jump(view, widget, &widget.place("questions"), Word::Questions);
        jump(view, widget, &widget.place("remedies"), Word::Remedies);
        view.close();
    }
    view.close();
    if let Some(card) = &document.urgent {
        urgent(view, widget, card);
    }
}

/// The places of the questions, and beside them of the remedies.
pub fn columns(view: &mut View, widget: &Widget) {
    let questions = widget.place("questions");
    let has_remedies = !widget.document.remedies.is_empty();
    view.open("div", "rf-columns");
    if has_remedies {
        // A remedy's box is in an answer and in the checklist, under one name: this is their group.
        view.fixed("role", "group");
        view.attribute("aria-labelledby", &widget.place("remedies"));
    }
    view.open("section", "rf-faq");
    view.attribute("aria-labelledby", &widget.names(&questions));
    view.section_heading(widget, "rf-section", Word::Questions, Some(&questions));
    view.put(widget.live(Part::Tools));
    view.open("div", "rf-questions");
    let (class, pieces_of_group) = if is_long(widget) { ("rf-group", GROUP / widget.piece) } else { ("", 1) };
    for first in (0..pieces(widget)).step_by(pieces_of_group) {
        view.open("div", class);
        for piece in first..pieces(widget).min(first + pieces_of_group) {
            view.put(widget.live(Part::InTurn(of_questions(piece))));
        }
        view.close();
    }
    view.close();
    view.close();
    if has_remedies {
        checklist(view, widget);
    }
    view.close();
}

/// A link to a place of the widget. Without the program it is an ordinary one.
pub fn jump(view: &mut View, widget: &Widget, id: &str, word: Word) {
    view.open("a", "rf-jump");
    view.attribute("href", &["#", id].concat());
    view.words(widget.words.get(word));
    view.close();
}
