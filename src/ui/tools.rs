//! Search, and opening or closing every question. They need the program, so the fallback keeps only their room.

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::widget::Widget;
use crate::core::words::Word;

/// How long typing must pause before the number of matches is announced, in milliseconds.
const PAUSE: u32 = 400;

#[derive(PartialEq, Properties)]
pub struct ToolsProps {
    pub widget: Widget,
}

#[component]
pub fn Tools(ToolsProps { widget }: &ToolsProps) -> Html {
    let query = use_state(String::new);
    let found = use_state(|| None::<usize>);
    let announced = use_state(String::new);
    let input = use_node_ref();

    let search = {
        let (widget, query, found) = (widget.clone(), query.clone(), found.clone());
        Callback::from(move |text: String| {
            found.set(widget.surface.search(&text));
            query.set(text);
        })
    };
    let oninput = search.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let clear = {
        let (search, input) = (search.clone(), input.clone());
        Callback::from(move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value("");
                // Focusing an element that is there does not fail.
                let _ = input.focus();
            }
            search.emit(String::new());
        })
    };
    let onkeydown = {
        let (clear, query) = (clear.clone(), query.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !query.is_empty() {
                event.prevent_default();
                clear.emit(());
            }
        })
    };
    {
        let (widget, announced) = (widget.clone(), announced.clone());
        use_effect_with((*found, (*query).clone()), move |(found, query)| {
            let text = match *found {
                None => String::new(),
                Some(0) => widget.words.fill(Word::NoMatch, &[("query", query.trim())]),
                Some(1) => widget.words.fill(Word::MatchesOne, &[("n", "1")]),
                Some(n) => widget.words.fill(Word::MatchesOther, &[("n", &n.to_string())]),
            };
            let later = Timeout::new(PAUSE, move || announced.set(text));
            move || drop(later)
        });
    }
    let open_all = |open: bool| {
        let widget = widget.clone();
        Callback::from(move |_: MouseEvent| widget.surface.open_all(open))
    };
    html! {
        <div class="rf-tools">
            <div class="rf-bar-tools rf-live">
                <label class="rf-search">
                    <span>{ widget.words.get(Word::Search) }</span>
                    <input ref={input} type="search" autocomplete="off" enterkeyhint="search" {oninput} {onkeydown} />
                </label>
                <div class="rf-buttons">
                    <button type="button" class="rf-button" onclick={open_all(true)}>{ widget.words.get(Word::OpenAll) }</button>
                    <button type="button" class="rf-button" onclick={open_all(false)}>{ widget.words.get(Word::CloseAll) }</button>
                </div>
            </div>
            <p class="rf-status" role="status">{ &*announced }</p>
            if *found == Some(0) {
                <div class="rf-no-match">
                    <p>{ widget.words.get(Word::NoMatchHint) }</p>
                    <button type="button" class="rf-button" onclick={clear.reform(|_: MouseEvent| ())}>
                        { widget.words.get(Word::ShowAll) }
                    </button>
                </div>
            }
        </div>
    }
}
