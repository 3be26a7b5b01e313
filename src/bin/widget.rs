//! The program in the visitor's browser. Static `remedy-faq.js` defines the element and calls these two.

use remedy_faq::browser;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Shows the widget in an element. `home` is where the program came from: its style sheet, and how to get the single file.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, home: browser::Home) {
    browser::mount(host, home);
}

/// Ends it.
#[wasm_bindgen]
pub fn unmount(host: HtmlElement) {
    browser::unmount(&host);
}

fn main() {}
