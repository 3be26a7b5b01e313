//! The address: `#question-id` opens that question, on load and whenever the fragment changes.
//!
//! A fragment never reaches an id inside a shadow tree by itself.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

/// The question with this id in an element.
pub fn question(host: &HtmlElement, id: &str) -> Option<HtmlDetailsElement> {
    let named = host.shadow_root()?.get_element_by_id(id)?;
    named.matches("[part=question]").unwrap_or_default().then(|| named.unchecked_into())
}
