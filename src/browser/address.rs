//! The address: `#question-id` opens that question, on load and whenever the fragment changes.
//!
//! A fragment never reaches an id inside a shadow tree by itself.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, ShadowRoot};

use super::surface::show;

/// Opens the question that the address names, now and at every change of it until dropped.
pub fn follow(shadow: ShadowRoot) -> EventListener {
    open_named(&shadow);
    EventListener::new(&window(), "hashchange", move |_| open_named(&shadow))
}

fn open_named(shadow: &ShadowRoot) {
    let hash = window().location().hash().unwrap_or_default();
    // A host's own fragments may be anything, even undecodable.
    let Ok(id) = js_sys::decode_uri_component(hash.trim_start_matches('#')) else { return };
    let named = shadow.get_element_by_id(&id.as_string().unwrap_or_default());
    if let Some(question) = named.filter(|named| named.matches("[part=question]").unwrap_or_default()) {
        let question: HtmlDetailsElement = question.unchecked_into();
        question.set_hidden(false);
        question.set_open(true);
        show(&question);
    }
}
