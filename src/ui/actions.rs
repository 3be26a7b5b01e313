//! What can be done with the record and the page: print, save, bring back, clear.

use yew::prelude::*;

use super::element::{element, words};
use super::heading::{Rank, heading};
use super::live::Part;
use super::tools::{button, status_line};
use super::widget::{Command, Widget};
use crate::core::words::Word;

/// The actions around what changes in them.
pub fn record_tools(widget: &Widget) -> Html {
    let title = vec![words(widget.words.get(Word::YourRecord))];
    let parts = vec![
        heading(Rank::Section, widget.options.heading_level, "rf-record-title", title),
        element("p", "rf-kept", vec![words(widget.words.get(Word::KeepSafe))]),
        widget.live(Part::Actions),
        widget.live(Part::Said),
    ];
    element("div", "rf-actions rf-live", parts)
}

pub fn actions(widget: &Widget) -> Html {
    let action = |part: &'static str, word: Word, command: Command| {
        let surface = widget.clone();
        button(widget, part, word, Callback::from(move |_| surface.surface.run(&surface, command)))
    };
    let own = |part: &'static str, word: Word, act: fn(&Widget)| {
        let own = widget.clone();
        button(widget, part, word, Callback::from(move |_| act(&own)))
    };
    let mut buttons = vec![
        action("print", Word::PrintAll, Command::PrintAll),
        action("print", Word::PrintOpen, Command::PrintOpen),
        action("save-copy", Word::SaveCopy, Command::SaveCopy),
        action("backup", Word::Backup, Command::Backup),
        action("restore", Word::Restore, Command::Restore),
        action("fhir", Word::Fhir, Command::Fhir),
    ];
    if widget.can_undo() {
        buttons.push(own("undo", Word::Undo, Widget::undo));
    }
    let clear = match widget.is_asking() {
        false => vec![own("clear", Word::Clear, |widget| widget.ask(true))],
        true => vec![
            element("p", "", vec![words(widget.words.get(Word::ClearAsk))]),
            own("clear-confirm", Word::ClearConfirm, Widget::clear),
            own("clear-cancel", Word::Cancel, |widget| widget.ask(false)),
        ],
    };
    element("div", "rf-action-list", vec![element("div", "rf-buttons", buttons), element("div", "rf-buttons", clear)])
}

/// How the last command went, announced once.
pub fn said(widget: &Widget) -> Html {
    status_line(widget.said().map_or("", |word| widget.words.get(word)))
}
