//! What the visitor asks of the page as a whole: printing, and a copy of it with the record inside.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url};
use yew::Callback;

use super::surface::all;
use crate::core::copy;
use crate::core::record::Record;
use crate::core::words::Word;

#[wasm_bindgen]
extern "C" {
    /// Where the program came from, as the script that loaded it says.
    #[derive(Clone)]
    pub type Home;
    /// The widget's style sheet.
    #[wasm_bindgen(method, getter)]
    pub fn css(this: &Home) -> String;
    /// The text of the single file.
    #[wasm_bindgen(method, catch)]
    async fn copy(this: &Home) -> Result<JsValue, JsValue>;
}

/// Prints the page; with `open_only` of the widget just what is open, and what was tried.
pub fn print(root: &HtmlElement, open_only: bool) {
    const MARK: &str = "data-print";
    if let Some(widget) = root.first_element_child() {
        if open_only {
            // The attribute's name is well formed.
            let _ = widget.set_attribute(MARK, "open");
        }
        let once = EventListenerOptions::run_in_capture_phase();
        EventListener::once_with_options(&window(), "afterprint", once, move |_| {
            let _ = widget.remove_attribute(MARK);
        })
        .forget();
    }
    // Where printing is not allowed (a sandboxed frame), nothing happens, and nothing is lost.
    let _ = window().print();
}

/// Downloads the single file with the present view and record inside.
pub fn save_copy(home: &Home, root: &HtmlElement, record: &Record, name: &str, done: Callback<Word>) {
    let (home, view, record, name) = (home.clone(), view(root, record), record.clone(), name.to_owned());
    spawn_local(async move {
        let page = home.copy().await.ok().and_then(|page| page.as_string());
        let file = page.and_then(|page| copy::with_record(&page, &view, &record));
        let saved = file.is_some_and(|file| download(&file, &name, "text/html").is_ok());
        done.emit(if saved { Word::CopySaved } else { Word::CopyFailed });
    });
}

/// The view as HTML: nothing open, hidden or focused, and ticked what the record has, so that it can be read where no
/// script runs.
fn view(root: &HtmlElement, record: &Record) -> String {
    let copy: Element = root.clone_node_with_deep(true).expect("an element can be cloned").unchecked_into();
    for element in all::<Element>(&copy, "[open],[hidden],[tabindex],[data-print]") {
        for state in ["open", "hidden", "tabindex", "data-print"] {
            // The attributes' names are well formed.
            let _ = element.remove_attribute(state);
        }
    }
    for one in all::<HtmlInputElement>(&copy, "input[name=remedy]") {
        one.set_default_checked(record.is_tried(&one.value()));
    }
    copy.inner_html()
}

/// Offers a text as a file to keep. Nothing leaves the browser.
pub fn download(text: &str, name: &str, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Long enough for the browser to have taken it.
    gloo::timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
