//! What can be done with the record and the page: print, save, bring back, clear.

use yew::prelude::*;

use super::appointment::appointment;
use super::build::View;
use super::live::Part;
use super::tools::{button, status_line};
use super::widget::Widget;
use crate::core::words::Word;

/// The actions around what changes in them.
pub fn record_tools(view: &mut View, widget: &Widget) {
    view.open("div", "rf-actions rf-live");
    view.put(widget.live(Part::Left));
    appointment(view, widget);
    view.section_heading(widget, "rf-record-title", Word::YourRecord, None);
    view.line("p", "rf-kept", widget.words.get(Word::KeepSafe));
    view.put(widget.live(Part::Actions));
    view.put(widget.live(Part::Said));
    view.close();
}

pub fn actions(widget: &Widget) -> Html {
    let put = |view: &mut View, buttons: &[(&'static str, Word)]| {
        for (part, word) in buttons {
            button(view, widget, part, *word);
        }
    };
    let mut view = View::default();
    view.open("div", "rf-action-list");
    view.open("div", "rf-buttons");
    put(
        &mut view,
        &[
            ("print", Word::PrintAll),
            ("print", Word::PrintOpen),
            ("save-copy", Word::SaveCopy),
            ("backup", Word::Backup),
            ("restore", Word::Restore),
            ("clear", Word::Clear),
        ],
    );
    view.close();
    // Each in a place of its own that is always there, so that nothing beside it is made anew (yew#4099).
    view.open("div", "rf-buttons");
    if widget.is_asking() {
        view.open("p", "");
        view.fixed("role", "alert");
        view.words(widget.words.get(Word::ClearAsk));
        view.close();
        put(&mut view, &[("clear-confirm", Word::ClearConfirm), ("clear-cancel", Word::Cancel)]);
    }
    view.close();
    view.open("div", "rf-buttons");
    if widget.can_undo() {
        put(&mut view, &[("undo", Word::Undo)]);
    }
    view.html()
}

/// How the last command went, announced once.
pub fn said(widget: &Widget) -> Html {
    let mut text = widget.said().map_or("", |word| widget.words.get(word)).to_owned();
    if widget.is_again() {
        // What is said twice is announced twice only if it differs.
        text.push('\u{a0}');
    }
    status_line(&text)
}
