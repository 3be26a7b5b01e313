//! What the visitor did in the fallback before the program arrived: read from the element's light children, so that the
//! live widget starts from it, with the focus where it was.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::surface::{all, focus};

/// The state of a fallback.
pub struct Found {
    /// Ids of the open questions; `None` without a fallback.
    pub open: Option<Vec<String>>,
    pub ticked: Vec<Rc<str>>,
}

pub fn read(host: &HtmlElement) -> Found {
    let questions: Vec<Element> = all(host, "details[part=question]");
    let open = questions.iter().filter(|question| question.has_attribute("open")).map(Element::id).collect();
    let ticked = boxes(host).iter().filter(|one| one.checked()).map(|one| one.value().into()).collect();
    Found { open: (!questions.is_empty()).then_some(open), ticked }
}

/// After the live widget stands: unticks the fallback, so that a browser which restores form fields on reload does not
/// bring back a tick that was taken away since.
pub fn settle(host: &HtmlElement) {
    for one in boxes(host) {
        one.set_checked(false);
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
