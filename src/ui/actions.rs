//! What can be done with the record and the page: print, and save a copy.

use yew::prelude::*;

use super::element::element;
use super::tools::{button, status_line};
use super::widget::{Command, Widget};
use crate::core::words::Word;

pub fn actions(widget: &Widget) -> Html {
    let action = |part: &'static str, word: Word, command: Command| {
        let surface = widget.clone();
        button(widget, part, word, Callback::from(move |_| surface.surface.run(&surface, command)))
    };
    let buttons = vec![
        action("print", Word::PrintAll, Command::PrintAll),
        action("print", Word::PrintOpen, Command::PrintOpen),
        action("save-copy", Word::SaveCopy, Command::SaveCopy),
    ];
    let said = status_line(widget.said().map_or("", |word| widget.words.get(word)));
    element("div", "rf-actions rf-live", vec![element("div", "rf-buttons", buttons), said])
}
