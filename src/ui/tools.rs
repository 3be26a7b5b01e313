//! Search, and opening or closing every question. They need the program, so the fallback keeps only their room.

use yew::prelude::*;

use super::build::View;
use super::live::Part;
use super::widget::Widget;
use crate::core::words::Word;

pub fn tools(widget: &Widget) -> Html {
    let mut view = View::default();
    view.open("div", "rf-tools");
    view.open("div", "rf-bar-tools rf-live");
    let id = widget.place("search");
    // A form of its own: otherwise the browser's autofill reads every box of the page as the same form, at each keystroke. This one
    // is sent nowhere. The fallback has none, because its end would end a form that the host has around it.
    if widget.options.fallback {
        view.open("div", "rf-search");
    } else {
        view.open("form", "rf-search");
        view.fixed("method", "dialog");
    }
    // Beside the field and not around it: WebKit reads its "cancel" button as part of a label around it.
    view.open("label", "");
    view.attribute("for", &id);
    view.words(widget.words.get(Word::Search));
    view.close();
    view.open("input", "");
    view.fixed("type", "search");
    view.fixed("name", "search");
    view.attribute("id", &id);
    title(&mut view, widget);
    view.fixed("autocomplete", "off");
    view.close();
    view.close();
    view.open("div", "rf-buttons");
    if !widget.options.exclusive {
        button(&mut view, widget, "toggle-all", Word::OpenAll);
    }
    button(&mut view, widget, "toggle-all", Word::CloseAll);
    view.close();
    view.close();
    view.put(widget.live(Part::Status));
    view.put(widget.live(Part::NoMatch));
    view.html()
}

/// What is announced of the search, once typing pauses.
pub fn status(widget: &Widget) -> Html {
    status_line(&widget.announced())
}

/// The way back from a search that found nothing.
pub fn no_match(widget: &Widget) -> Html {
    let mut view = View::default();
    // An element all the same where there is nothing to say: a component that renders none can break its siblings
    // (yew#4092).
    view.open("div", "rf-no-match");
    if widget.found() == Some(0) {
        view.line("p", "", widget.words.get(Word::NoMatchHint));
        button(&mut view, widget, "show-all", Word::ShowAll);
    }
    view.html()
}

/// A line that is announced when it changes.
pub fn status_line(text: &str) -> Html {
    let mut view = View::default();
    view.open("p", "rf-status");
    view.fixed("role", "status");
    view.words(text);
    view.html()
}

/// A button; the name of its word, which is its value, tells what it does (`controls`).
pub fn button(view: &mut View, widget: &Widget, part: &'static str, word: Word) {
    view.open("button", "rf-button");
    view.fixed("type", "button");
    view.fixed("part", part);
    view.fixed("value", word.name());
    title(view, widget);
    view.words(widget.words.get(word));
    view.close();
}

/// Tells a control from its like in another widget of the page. The fallback's do nothing and need it not.
fn title(view: &mut View, widget: &Widget) {
    if !widget.options.fallback {
        view.attribute("aria-describedby", &widget.place("top"));
    }
}
