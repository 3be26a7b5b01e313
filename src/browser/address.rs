//! The address: `#question-id` opens that question, on load and whenever the fragment changes.
//!
//! A fragment never reaches an id inside a shadow tree by itself.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::surface::show;

/// Opens the question that the address names, now and at every change of it until dropped.
pub fn follow(root: HtmlElement) -> EventListener {
    open_named(&root);
    EventListener::new(&window(), "hashchange", move |_| open_named(&root))
}

fn open_named(root: &HtmlElement) {
    let hash = window().location().hash().unwrap_or_default();
    // A host's own fragments may be anything, even undecodable.
    let Ok(id) = js_sys::decode_uri_component(hash.trim_start_matches('#')) else { return };
    let questions: Vec<HtmlDetailsElement> = super::surface::all(root, "details[part=question]");
    if let Some(question) = questions.iter().find(|question| question.id() == id.as_string().unwrap_or_default()) {
        question.set_hidden(false);
        question.set_open(true);
        show(question.unchecked_ref());
    }
}
