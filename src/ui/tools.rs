//! Search, and opening or closing every question. They need the program, so the fallback keeps only their room.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::build::View;
use super::live::Part;
use super::widget::Widget;
use crate::core::words::Word;

pub fn tools(widget: &Widget) -> Html {
    let oninput = {
        let widget = widget.clone();
        Callback::from(move |event: InputEvent| {
            let (widget, field) = (widget.clone(), event.target_unchecked_into::<HtmlInputElement>());
            let surface = widget.clone();
            // What stands in the field by then.
            surface.surface.when_whole(Callback::from(move |whole| {
                if whole { widget.search(&field.value()) } else { widget.announce(widget.words.get(Word::NotLoaded)) }
            }));
        })
    };
    let onfocusin = {
        let widget = widget.clone();
        // Of nothing: prepares what the first keystroke would wait for.
        Callback::from(move |_| {
            let surface = widget.clone();
            let widget = widget.clone();
            surface.surface.when_whole(Callback::from(move |whole| {
                if whole && widget.found().is_none() {
                    widget.surface.search("");
                }
            }));
        })
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
    let open_all = |open: bool, word: Word| {
        let surface = widget.clone();
        button(widget, "toggle-all", word, Callback::from(move |_| surface.surface.open_all(open)))
    };
    let mut view = View::default();
    view.open("div", "rf-tools");
    view.open("div", "rf-bar-tools rf-live");
    let id = widget.place("search");
    view.open("div", "rf-search");
    // Beside the field and not around it: WebKit reads its "cancel" button as part of a label around it.
    view.open("label", "");
    view.attribute("for", &id);
    view.words(widget.words.get(Word::Search));
    view.close();
    view.put(html! { <input type="search" {id} aria-describedby={title(widget)} autocomplete="off" {onfocusin} {oninput} {onkeydown} /> });
    view.close();
    view.open("div", "rf-buttons");
    view.put(open_all(true, Word::OpenAll));
    view.put(open_all(false, Word::CloseAll));
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
        let surface = widget.clone();
        view.put(button(widget, "show-all", Word::ShowAll, Callback::from(move |_| surface.surface.clear_search())));
    }
    view.html()
}

/// For a field that the visitor has left with another text in it: that is saved.
pub fn say_saved(widget: &Widget) -> Callback<Event> {
    let widget = widget.clone();
    Callback::from(move |_| widget.say_saved())
}

/// A line that is announced when it changes.
pub fn status_line(text: &str) -> Html {
    let mut view = View::default();
    view.open("p", "rf-status");
    view.fixed("role", "status");
    view.words(text);
    view.html()
}

/// Tells a control from its like in another widget of the page. The fallback's do nothing and need it not.
fn title(widget: &Widget) -> Option<String> {
    (!widget.options.fallback).then(|| widget.place("top"))
}

pub fn button(widget: &Widget, part: &'static str, word: Word, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="rf-button" {part} aria-describedby={title(widget)} {onclick}>{ widget.words.get(word).to_owned() }</button> }
}
