//! The program in the visitor's browser. Static `remedy-faq.js` defines the element and calls these.

use remedy_faq::browser;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Shows the widget in an element, or anew after one of its attributes changed. `home` is where the program came from: its
/// style sheet, and how to get the single file.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, home: browser::Home, changed: Option<String>) {
    browser::mount(host, home, changed);
}

/// Ends it.
#[wasm_bindgen]
pub fn unmount(host: HtmlElement) {
    browser::unmount(&host);
}

fn main() {}
