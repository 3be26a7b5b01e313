//! What using a control does. The view has no listeners: the page around it listens for all controls at once
//! (`browser::listen`) and tells here which was used and how. Yew's own way takes a closure for each, and 12 KB of the wasm.

use yew::Callback;

use super::widget::{Command, Widget};
use crate::core::divide::divide;
use crate::core::record::{Action, Outcome};
use crate::core::words::Word;

/// How a control was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Pressed,
    /// A box or a choice, or a field that was left with another text in it.
    Changed,
    Typed,
    Focused,
    /// The Escape key was pressed in it.
    Escaped,
    /// Opened or closed.
    Toggled,
}

impl Use {
    /// In the order in which `static/home.js` counts them.
    pub const ALL: [Self; 6] = [Self::Pressed, Self::Changed, Self::Typed, Self::Focused, Self::Escaped, Self::Toggled];
}

/// A control as it stands after its use.
#[derive(Debug, Default)]
pub struct Control {
    /// A field's name, and the part of everything else; a link to a place of the widget has none.
    pub name: String,
    /// A button's is the name of the word on it, which tells what it does; a link's its address.
    pub value: String,
    pub checked: bool,
}

/// Does it; `true` where the browser shall not do what it would by itself.
pub fn used(widget: &Widget, how: Use, control: Control) -> bool {
    let Control { name, value, checked } = &control;
    match (how, &**name) {
        // The address stays as it is, because a host page may read its own meaning into the fragment.
        (Use::Pressed, "") => {
            widget.surface.go_to(value.strip_prefix("#").unwrap_or(value));
            return true;
        }
        (Use::Pressed, "outcome-clear") => {
            // The button that was pressed goes away.
            widget.surface.focus(&["outcome-", value].concat());
            judge(widget, value, None);
        }
        (Use::Pressed, "toggle-all") => widget.surface.open_all(*value == Word::OpenAll.name()),
        (Use::Pressed, _) => when_whole(widget, not_loaded, press, control),
        (Use::Changed, "remedy") => widget.act(&Action::Tick { id: (**value).into(), tried: *checked }),
        (Use::Changed, "goes-in") => when_whole(widget, nothing, choose, control),
        (Use::Typed, "own-questions") => widget.act(&Action::Ask { text: (**value).into() }),
        (Use::Changed, "own-questions") => widget.say_saved(),
        (Use::Typed, "search") => when_whole(widget, Widget::announce, search, control),
        // Of nothing: prepares what the first keystroke would wait for.
        (Use::Focused, "search") if widget.found().is_none() => when_whole(widget, nothing, prepare, control),
        (Use::Escaped, "search") if widget.found().is_some() => {
            widget.surface.clear_search();
            return true;
        }
        // The page for the appointment is made when it is opened.
        (Use::Toggled, "appointment") => when_whole(widget, not_loaded, |widget, _| widget.choose(widget.choice()), control),
        _ => match (how, divide(name, b'-')) {
            (Use::Changed, Some(("outcome", id))) => judge(widget, id, Outcome::parse(value)),
            (Use::Typed, Some(("note", id))) => widget.act(&Action::Note { id: id.into(), text: (**value).into() }),
            (Use::Changed, Some(("note", _))) => widget.say_saved(),
            _ => {}
        },
    }
    false
}

/// Says how it went with a remedy, or takes that back.
fn judge(widget: &Widget, id: &str, outcome: Option<Outcome>) {
    widget.act(&Action::Judge { id: id.into(), outcome });
    widget.say_saved();
}

/// Does something once all of the program is there, or says that it cannot be had.
fn when_whole(widget: &Widget, without: fn(&Widget, &str), then: fn(&Widget, &Control), control: Control) {
    let again = widget.clone();
    widget.surface.when_whole(Callback::from(move |whole: bool| {
        if whole { then(&again, &control) } else { without(&again, again.words.get(Word::NotLoaded)) }
    }));
}

fn nothing(_: &Widget, _: &str) {}

fn not_loaded(widget: &Widget, _: &str) {
    widget.say(Word::NotLoaded);
}

// What follows runs only when all of the program is there.

fn search(widget: &Widget, field: &Control) {
    widget.search(&field.value);
}

fn prepare(widget: &Widget, _: &Control) {
    widget.surface.search("");
}

/// Does what the word on a button says.
fn press(widget: &Widget, button: &Control) {
    let Some(word) = Word::by_name(&button.value) else { return };
    let command = match word {
        Word::ShowAll => return widget.surface.clear_search(),
        Word::Clear | Word::Cancel => return widget.ask(word == Word::Clear),
        Word::ClearConfirm => return widget.clear(),
        Word::Undo => return widget.undo(),
        Word::PrintAll => Command::PrintAll,
        Word::PrintOpen => Command::PrintOpen,
        Word::SaveCopy => Command::SaveCopy,
        Word::Backup => Command::Backup,
        Word::Restore => Command::Restore,
        Word::PrintPage => Command::PrintSummary,
        Word::CopyText => Command::CopySummary,
        Word::DownloadText => Command::DownloadSummary,
        Word::Fhir => Command::Fhir,
        _ => return,
    };
    widget.surface.run(widget, command);
}

/// Takes a part into the page for the appointment, or out of it.
fn choose(widget: &Widget, part: &Control) {
    let mut choice = widget.choice();
    match Word::by_name(&part.value) {
        Some(Word::Tried) => choice.tried = part.checked,
        Some(Word::OwnNote) => choice.notes = part.checked,
        Some(Word::Untried) => choice.untried = part.checked,
        Some(Word::OwnQuestions) => choice.questions = part.checked,
        _ => {}
    }
    widget.choose(choice);
}
