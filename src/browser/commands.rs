//! What the visitor asks of the page as a whole: printing, and a copy of it with the record inside.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::surface::all;
use crate::core::backup::{self, Refusal};
use crate::core::copy;
use crate::core::record::Record;
use crate::core::saved::MAX_BYTES;
use crate::core::words::Word;
use crate::ui::widget::Widget;

#[wasm_bindgen]
extern "C" {
    /// Where the program came from, as the script that loaded it says.
    #[derive(Clone)]
    pub type Home;
    /// The widget's style sheet.
    #[wasm_bindgen(method, getter)]
    pub fn css(this: &Home) -> String;
    /// Calls a function in a task of its own, after the browser has had its turn.
    #[wasm_bindgen(method)]
    pub fn soon(this: &Home, then: &JsValue);
    /// Gives the text of the single file to a function, or null where it cannot be had.
    #[wasm_bindgen(method)]
    fn copy(this: &Home, then: &JsValue);
    /// Fetches a text and gives it to a function, or null and why not: refused, too large, or no answer in time.
    #[wasm_bindgen(method)]
    pub fn fetch(this: &Home, address: &str, most: u32, then: &JsValue);
    /// Calls a function, with its place among these, for each element that comes near the view.
    #[wasm_bindgen(method)]
    pub fn near(this: &Home, elements: &Array, then: &JsValue) -> Near;
    /// Puts a text on the clipboard, and tells a function whether that worked.
    #[wasm_bindgen(method, js_name = copyText)]
    fn copy_text(this: &Home, text: &str, then: &JsValue);
    /// Gives a text that comes with the program to a function, or null and why not.
    #[wasm_bindgen(method)]
    pub fn text(this: &Home, name: &str, then: &JsValue);
    /// A day, or today, as one writes it in a language.
    #[wasm_bindgen(method)]
    pub fn date(this: &Home, lang: &str, day: Option<&str>) -> String;
    /// A number as one writes it in a language.
    #[wasm_bindgen(method)]
    pub fn number(this: &Home, lang: &str, n: u32) -> String;
    /// The plural category of a number in a language.
    #[wasm_bindgen(method)]
    pub fn plural(this: &Home, lang: &str, n: u32) -> String;
    /// Lets the visitor choose a file, and gives its text to a function; null where it is larger than so many bytes.
    #[wasm_bindgen(method)]
    fn pick(this: &Home, most: u32, then: &JsValue);
    /// Offers a text as a file to keep. Nothing leaves the browser.
    #[wasm_bindgen(method)]
    pub fn download(this: &Home, text: &str, name: &str, kind: &str);

    /// What waits for elements to come near.
    pub type Near;
    #[wasm_bindgen(method)]
    pub fn disconnect(this: &Near);
}

/// Prints the page: all of it, or of the widget just what is "open" and tried, or the "page" for the appointment.
pub fn print(root: &HtmlElement, what: &'static str) {
    const MARK: &str = "data-print";
    if let Some(widget) = root.first_element_child() {
        // The attribute's name is well formed.
        let _ = widget.set_attribute(MARK, what);
        let once = EventListenerOptions::run_in_capture_phase();
        EventListener::once_with_options(&window(), "afterprint", once, move |_| {
            let _ = widget.remove_attribute(MARK);
        })
        .forget();
    }
    // Where printing is not allowed (a sandboxed frame), nothing happens, and nothing is lost.
    let _ = window().print();
}

/// Downloads the single file with the present view and record inside, and the document, where it is the clinic's `own`;
/// then says whether that worked.
pub fn save_copy(home: &Home, root: &HtmlElement, widget: &Widget, own: Option<Rc<str>>, words: Option<Rc<str>>) {
    let (home_again, widget, record) = (home.clone(), widget.clone(), widget.record.record());
    let view = view(root, &record);
    let then = Closure::once_into_js(move |page: Option<String>| {
        let document = &widget.document;
        let file = page.and_then(|page| copy::with_record(&page, document, own.as_deref(), words.as_deref(), &view, &record));
        match file {
            Some(file) => {
                home_again.download(&file, &[&document.id, ".html"].concat(), "text/html");
                widget.say(Word::CopySaved);
            }
            None => widget.say(Word::CopyFailed),
        }
    });
    home.copy(&then);
}

/// Puts a text on the clipboard, if the browser lets us.
pub fn copy_text(home: &Home, widget: &Widget, text: &str) {
    let widget = widget.clone();
    let then = Closure::once_into_js(move |copied: bool| widget.say(if copied { Word::Copied } else { Word::NotCopied }));
    home.copy_text(text, &then);
}

/// Lets the visitor choose a backup, and brings it back into the record if it is one.
pub fn restore(home: &Home, widget: &Widget) {
    let widget = widget.clone();
    let then = Closure::once_into_js(move |text: Option<String>| {
        let read = text.ok_or(Refusal::TooLarge).and_then(|text| backup::from_json(&text, &widget.document.id));
        match read {
            Ok(record) => widget.restore(&record),
            Err(Refusal::NoBackup) => widget.say(Word::RestoreNotJson),
            Err(Refusal::Other) => widget.say(Word::RestoreOther),
            Err(Refusal::Newer) => widget.say(Word::RestoreNewer),
            Err(Refusal::TooLarge) => widget.say(Word::RestoreTooLarge),
        }
    });
    home.pick(MAX_BYTES as u32, &then);
}

/// The view as HTML: nothing open, hidden or focused, and ticked, chosen and noted what the record has, so that it can be
/// read where no script runs.
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
    // A button that does nothing where no script runs, and what the program makes when it is wanted.
    all::<Element>(&copy, "[part=outcome-clear],[part=page]>*,[part=appointment] fieldset").iter().for_each(Element::remove);
    for one in all::<HtmlInputElement>(&copy, "input[type=radio]") {
        one.set_default_checked(one.checked());
    }
    for note in all::<HtmlTextAreaElement>(&copy, "textarea") {
        // A failure would leave the note out of the view; it is in the record all the same.
        let _ = note.set_default_value(&note.value());
    }
    copy.inner_html()
}
