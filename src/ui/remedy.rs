//! One remedy with its box, in an answer and in the checklist: the same remedy, ticked in both at once.

use std::rc::Rc;

use yew::prelude::*;

use super::build::View;
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::record::{Entry, Outcome};
use crate::core::summary::outcome_word;
use crate::core::words::Word;

/// `detail` is an id for what describes it, its own wherever the remedy is shown. Judged, it asks how it went once it is
/// ticked.
pub fn remedy(widget: &Widget, remedy: &Rc<Remedy>, detail: &str, judged: bool, ticked: &NodeRef) -> Html {
    let mut view = View::default();
    view.open("div", "rf-item");
    view.open("label", "rf-remedy");
    view.fixed("part", "remedy");
    view.box_field("checkbox", "remedy", remedy.id.clone().into(), widget.record.record().is_tried(&remedy.id));
    if !remedy.detail.is_empty() || !remedy.caution.is_empty() {
        view.attribute("aria-describedby", detail);
    }
    view.close_held(ticked);
    view.text_line("span", "rf-label", &remedy.label);
    view.close();
    view.open("div", "rf-detail");
    view.attribute("id", detail);
    if !remedy.detail.is_empty() {
        view.text_line("p", "", &remedy.detail);
    }
    if !remedy.caution.is_empty() {
        view.aside(widget.words.get(Word::Caution), "rf-caution", &remedy.caution);
    }
    view.close();
    if !judged {
        return view.html();
    }
    // Always there, because what stands beside something that comes and goes is made anew, and loses the focus
    // (yew#4099).
    view.open("div", "rf-judgement");
    // Much follows from a tick, and waits for the frame that answers it.
    if let Some(entry) = widget.record.settled().entry(&remedy.id).filter(|entry| entry.tried) {
        judgement(&mut view, widget, remedy, entry);
    }
    view.html()
}

/// How it went: helped, no change or worse, if the visitor wants to say so, and a note.
fn judgement(view: &mut View, widget: &Widget, remedy: &Rc<Remedy>, entry: &Entry) {
    let name = [": ", &remedy.label.plain()].concat();
    view.open("fieldset", "rf-outcome");
    view.open("legend", "");
    view.words(widget.words.get(Word::DidItHelp));
    view.line("span", "rf-unseen", &name);
    view.close();
    view.open("div", "rf-choices");
    for outcome in Outcome::ALL {
        view.open("label", "rf-choice");
        view.box_field("radio", &["outcome-", &remedy.id].concat(), outcome.as_str().into(), entry.outcome == Some(outcome));
        view.close();
        view.words(widget.words.get(outcome_word(outcome)));
        view.close();
    }
    view.open("span", "");
    if entry.outcome.is_some() {
        view.open("button", "rf-link");
        view.fixed("type", "button");
        view.fixed("part", "outcome-clear");
        view.attribute("value", &remedy.id);
        view.words(widget.words.get(Word::NoOutcome));
        view.line("span", "rf-unseen", &name);
        view.close();
    }
    view.close();
    view.close();
    view.close();
    view.open("label", "rf-note-label");
    view.open("span", "");
    view.words(widget.words.get(Word::NoteLabel));
    view.line("span", "rf-unseen", &name);
    view.close();
    view.text_field(&["note-", &remedy.id].concat(), "2", &entry.note);
    view.close();
    // On paper a text field shows only what its box has room for.
    view.open("p", "rf-own rf-paper");
    view.shared_words(&entry.note);
    view.close();
}
