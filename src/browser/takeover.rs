//! What the visitor did in the fallback before the program arrived: read from the element's light children, so that the
//! live widget starts from it, with the focus where it was.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::surface::{all, focus};
use crate::core::record::Record;
use crate::core::saved;

/// The state of a fallback.
pub struct Found {
    /// Ids of the open questions; `None` without a fallback.
    pub open: Option<Vec<String>>,
    /// Remedies that the visitor ticked or unticked.
    pub changed: Vec<(Rc<str>, bool)>,
    /// The record inside a saved copy.
    pub record: Option<Record>,
}

pub fn read(host: &HtmlElement) -> Found {
    let questions: Vec<Element> = all(host, "details[part=question]");
    let open = questions.iter().filter(|question| question.has_attribute("open")).map(Element::id).collect();
    // A saved copy's boxes are ticked from the start: only what differs from that is the visitor's doing.
    let touched = boxes(host).into_iter().filter(|one| one.checked() != one.default_checked());
    let changed = touched.map(|one| (one.value().into(), one.checked())).collect();
    let record = all::<Element>(host, "script[data-record]").first().and_then(|script| saved::from_json(&script.text_content()?).ok());
    Found { open: (!questions.is_empty()).then_some(open), changed, record }
}

/// After the live widget stands: sets the fallback's boxes back, so that a browser which restores form fields on reload does not
/// bring back a tick that was taken away since.
pub fn settle(host: &HtmlElement) {
    for one in boxes(host) {
        one.set_checked(one.default_checked());
    }
}

fn boxes(host: &HtmlElement) -> Vec<HtmlInputElement> {
    all(host, "input[name=remedy]")
}

/// What in the fallback has the focus, as its place among the elements that can have it.
pub fn focused(host: &HtmlElement) -> Option<usize> {
    let active = host.owner_document()?.active_element()?;
    if !host.contains(Some(&active)) {
        return None;
    }
    focusable(host).iter().position(|element| **element == *active)
}

/// Gives the focus to the same place in the live widget, which has the same view.
pub fn refocus(root: &HtmlElement, place: usize) {
    if let Some(element) = focusable(root).get(place) {
        focus(element.unchecked_ref());
    }
}

fn focusable(root: &HtmlElement) -> Vec<Element> {
    all(root, "summary, input, button, a[href], textarea")
}
