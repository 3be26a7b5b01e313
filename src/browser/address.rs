//! The address: `#question-id` opens that question, on load and whenever the fragment changes.
//!
//! A fragment never reaches an id inside a shadow tree by itself.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::surface::show;

/// The id that the address names.
pub fn named() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    // A host's own fragments may be anything, even undecodable.
    js_sys::decode_uri_component(hash.strip_prefix("#")?).ok()?.as_string()
}

/// The question with this id in an element.
pub fn question(host: &HtmlElement, id: &str) -> Option<HtmlDetailsElement> {
    let named = host.shadow_root()?.get_element_by_id(id)?;
    named.matches("[part=question]").unwrap_or_default().then(|| named.unchecked_into())
}

pub fn open(question: &HtmlDetailsElement) {
    question.set_open(true);
    show(question);
}
