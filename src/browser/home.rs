//! What the program asks of the script that loaded it (`static/home.js`): what takes a line there and a kilobyte through bindings.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// Where the program came from, as the script that loaded it says.
    #[derive(Clone)]
    pub type Home;
    /// Gives the widget's style to a shadow root, and a slot for the fallback.
    #[wasm_bindgen(method)]
    pub fn dress(this: &Home, shadow: &ShadowRoot);
    /// Calls a function for every use of a control in a view: with its place among `Use::ALL`, and the control.
    /// Where that gives true, the browser does not do what it would by itself.
    #[wasm_bindgen(method)]
    pub fn listen(this: &Home, view: &HtmlElement, then: &JsValue) -> Ear;
    /// The element's events: `remedy-faq-ready`, `remedy-faq-change` with `detail: {tried: [ids], total}`, where that is another
    /// than at the last call for this view, and `remedy-faq-error` with `detail: {message}`, which is a line in the console as well.
    #[wasm_bindgen(method)]
    pub fn ready(this: &Home, host: &HtmlElement);
    #[wasm_bindgen(method)]
    pub fn changed(this: &Home, host: &HtmlElement, view: &HtmlElement, tried: &Array, total: u32);
    #[wasm_bindgen(method)]
    pub fn failed(this: &Home, host: &HtmlElement, why: &str);
    /// Where the page is scrolled to.
    #[wasm_bindgen(method)]
    pub fn scrolled(this: &Home) -> Scrolled;
    /// The id that the address names, or nothing.
    #[wasm_bindgen(method)]
    pub fn named(this: &Home) -> String;
    /// Calls a function in a task of its own, after the browser has had its turn.
    #[wasm_bindgen(method)]
    fn soon(this: &Home, then: &JsValue);
    /// The same once the next frame is painted.
    #[wasm_bindgen(method)]
    fn painted(this: &Home, then: &JsValue);
    /// Gives the text of the single file to a function, or null where it cannot be had.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Home, then: &JsValue);
    /// Fetches a text and gives it to a function, or null and why not: refused, too large, or no answer in time.
    #[wasm_bindgen(method)]
    pub fn fetch(this: &Home, address: &str, most: u32, then: &JsValue);
    /// Calls a function, with its place among these, for each element that comes near the view.
    #[wasm_bindgen(method)]
    pub fn near(this: &Home, elements: &Array, then: &JsValue) -> Near;
    /// Puts a text on the clipboard, and tells a function whether that worked.
    #[wasm_bindgen(method, js_name = copyText)]
    pub fn copy_text(this: &Home, text: &str, then: &JsValue);
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
    pub fn pick(this: &Home, most: u32, then: &JsValue);
    /// Offers a text as a file to keep. Nothing leaves the browser.
    #[wasm_bindgen(method)]
    pub fn download(this: &Home, text: &str, name: &str, kind: &str);

    /// Calls a function once the program's second part is there, with why not where it cannot be had.
    #[wasm_bindgen(method)]
    pub fn more(this: &Home, then: &JsValue);
    /// Whether it is there.
    #[wasm_bindgen(method, getter)]
    pub fn whole(this: &Home) -> bool;

    /// What listens to a view.
    pub type Ear;
    #[wasm_bindgen(method)]
    pub fn abort(this: &Ear);

    /// Where a page was scrolled to.
    pub type Scrolled;
    #[wasm_bindgen(method)]
    pub fn restore(this: &Scrolled);

    /// What waits for elements to come near.
    pub type Near;
    #[wasm_bindgen(method)]
    pub fn disconnect(this: &Near);
}

/// Takes a text, or why it cannot be had.
pub type Received = Box<dyn FnOnce(Option<String>, Option<String>)>;

impl Home {
    /// Goes on in a task of its own. Boxed, because every kind of closure that goes to JavaScript is code of its own.
    pub fn later(&self, then: Box<dyn FnOnce()>) {
        self.soon(&Closure::once_into_js(then));
    }

    /// Goes on once the next frame is painted.
    pub fn after_frame(&self, then: Box<dyn FnOnce()>) {
        self.painted(&Closure::once_into_js(then));
    }

    /// Goes on once all of the program is there, at once where it is; is told why where the rest of it cannot be had. What
    /// `src/bundle/split/later.rs` lists runs only from here.
    pub fn with_more(&self, then: Box<dyn FnOnce(Option<String>)>) {
        self.more(&Closure::once_into_js(then));
    }
}
