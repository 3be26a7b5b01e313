//! The program in the visitor's browser. Static `remedy-faq.js` defines the element and calls these.
//!
//! Without a `main`: that would be called for nothing, and with it comes how `std` sets up a process and its standard output.

#![cfg_attr(target_family = "wasm", no_main)]

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

/// Never run: a program of the machine that builds this must have one.
#[cfg(not(target_family = "wasm"))]
fn main() {}
