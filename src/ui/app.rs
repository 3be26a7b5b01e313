//! The whole widget, top to bottom.

use yew::prelude::*;

use super::build::View;
use super::checklist::checklist;
use super::footer::footer;
use super::heading::{Rank, tag};
use super::live::Part;
use super::question::question;
use super::urgent::urgent;
use super::widget::Widget;
use crate::core::words::Word;

/// So many questions or remedies make a page long. More of them stand in groups, which are not laid out before they are near.
pub const GROUP: usize = 50;

/// In so many pieces a group of questions is drawn.
const PIECES: usize = 2;

pub fn is_long(widget: &Widget) -> bool {
    widget.document.questions.len() > GROUP
}

/// How many of so many questions are drawn at once: few, so that the page answers meanwhile on a slow phone too. Not as few in a long
/// page, where a frame takes longer than five questions and may come after each piece.
pub fn at_once(questions: usize) -> usize {
    if questions > GROUP { GROUP / PIECES } else { 5 }
}

/// In how many pieces the questions are drawn.
pub fn pieces(widget: &Widget) -> usize {
    widget.document.questions.len().div_ceil(widget.piece)
}

/// One piece of them, empty until it is its turn.
pub fn questions(widget: &Widget, piece: usize) -> Html {
    let mut view = View::default();
    if widget.is_drawn(piece) {
        for index in piece * widget.piece..widget.document.questions.len().min((piece + 1) * widget.piece) {
            question(&mut view, widget, index);
        }
    }
    view.row()
}

pub fn app(widget: &Widget) -> Html {
    let document = &widget.document;
    let (top, questions, remedies) = (widget.place("top"), widget.place("questions"), widget.place("remedies"));
    let has_remedies = !document.remedies.is_empty();
    let mut view = View::default();
    view.open("section", "rf");
    view.attribute("lang", widget.options.lang.as_deref().unwrap_or(&document.lang));
    view.attribute("dir", widget.options.dir.as_deref().unwrap_or(document.dir.as_str()));
    view.attribute("aria-labelledby", &top);

    view.open("header", "rf-header");
    view.open(tag(Rank::Title, widget.options.heading_level), "rf-title");
    view.attribute("id", &top);
    view.text(&document.title);
    view.close();
    if !document.intro.is_empty() {
        view.text_line("p", "rf-intro", &document.intro);
    }
    if has_remedies {
        // Above the help-now card, which fills a phone's whole screen.
        view.open("nav", "rf-contents");
        let contents = widget.words.get(Word::Contents);
        let name = if widget.options.fallback { contents.to_owned() } else { [contents, ": ", &document.title.plain()].concat() };
        view.attribute("aria-label", &name);
        jump(&mut view, widget, &questions, Word::Questions);
        jump(&mut view, widget, &remedies, Word::Remedies);
        view.close();
    }
    view.close();
    if let Some(card) = &document.urgent {
        urgent(&mut view, widget, card);
    }

    view.open("div", "rf-columns");
    if has_remedies {
        // A remedy's box is in an answer and in the checklist, under one name: this is their group.
        view.fixed("role", "group");
        view.attribute("aria-labelledby", &remedies);
    }
    view.open("section", "rf-faq");
    view.attribute("aria-labelledby", &widget.names(&questions));
    view.section_heading(widget, "rf-section", Word::Questions, Some(&questions));
    view.put(widget.live(Part::Tools));
    view.open("div", "rf-questions");
    let (class, pieces_of_group) = if is_long(widget) { ("rf-group", PIECES) } else { ("", 1) };
    for first in (0..pieces(widget)).step_by(pieces_of_group) {
        view.open("div", class);
        for piece in first..pieces(widget).min(first + pieces_of_group) {
            view.put(widget.live(Part::Questions(piece)));
        }
        view.close();
    }
    view.close();
    view.close();
    if has_remedies {
        checklist(&mut view, widget);
    }
    view.close();

    footer(&mut view, widget);
    view.open("p", "rf-back");
    jump(&mut view, widget, &top, Word::Top);
    view.html()
}

/// A link to a place of the widget. Without the program it is an ordinary one.
fn jump(view: &mut View, widget: &Widget, id: &str, word: Word) {
    view.open("a", "rf-jump");
    view.attribute("href", &["#", id].concat());
    view.words(widget.words.get(word));
    view.close();
}
