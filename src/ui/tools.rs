//! Search, and opening or closing every question. They need the program, so the fallback keeps only their room.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::element::{element, with, words};
use super::live::Part;
use super::widget::Widget;
use crate::core::words::Word;

pub fn tools(widget: &Widget) -> Html {
    let oninput = {
        let widget = widget.clone();
        Callback::from(move |event: InputEvent| widget.search(&event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onkeydown = {
        let widget = widget.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && widget.found().is_some() {
                event.prevent_default();
                widget.surface.clear_search();
            }
        })
    };
    let search = html! {
        <label class="rf-search">
            { element("span", "", vec![words(widget.words.get(Word::Search))]) }
            <input type="search" autocomplete="off" enterkeyhint="search" {oninput} {onkeydown} />
        </label>
    };
    let open_all = |open: bool, word: Word| {
        let surface = widget.clone();
        button(widget, "toggle-all", word, Callback::from(move |_| surface.surface.open_all(open)))
    };
    let buttons = element("div", "rf-buttons", vec![open_all(true, Word::OpenAll), open_all(false, Word::CloseAll)]);
    let bar = element("div", "rf-bar-tools rf-live", vec![search, buttons]);
    element("div", "rf-tools", vec![bar, widget.live(Part::Status), widget.live(Part::NoMatch)])
}

/// What is announced of the search, once typing pauses.
pub fn status(widget: &Widget) -> Html {
    status_line(&widget.announced())
}

/// The way back from a search that found nothing.
pub fn no_match(widget: &Widget) -> Html {
    if widget.found() != Some(0) {
        // An element all the same: a component that renders nothing can break its siblings (yew#4092).
        return element("div", "", Vec::new());
    }
    let hint = element("p", "", vec![words(widget.words.get(Word::NoMatchHint))]);
    let surface = widget.clone();
    let back = button(widget, "show-all", Word::ShowAll, Callback::from(move |_| surface.surface.clear_search()));
    element("div", "rf-no-match", vec![hint, back])
}

/// A line that is announced when it changes.
pub fn status_line(text: &str) -> Html {
    with("p", &["class", "role"], vec!["rf-status".into(), "status".into()], vec![words(text)])
}

pub fn button(widget: &Widget, part: &'static str, word: Word, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="rf-button" {part} {onclick}>{ words(widget.words.get(word)) }</button> }
}
