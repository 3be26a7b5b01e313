//! What the visitor did in the fallback before the program arrived: read from the element's light children, so that the
//! live widget starts from it, with the focus where it was.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement, ShadowRoot};

use super::surface::{all, focus};
use crate::core::divide::divide;
use crate::core::record::Record;
use crate::core::saved;

/// The record inside a saved copy.
pub fn record(host: &HtmlElement) -> Option<Record> {
    saved::from_json(&all::<Element>(host, "script[data-record]").first()?.text_content()?).ok()
}

/// What is open in what a view takes the place of, if anything was there. Looked for before that goes. A fallback (`is_first`) in which
/// nothing is open says nothing: then the element's attribute says what is.
pub fn open(before: &Element, is_first: bool) -> Option<Vec<String>> {
    before.query_selector(if is_first { OPEN } else { "details" }).ok().flatten()?;
    Some(all::<Element>(before, OPEN).iter().map(|one| original(&one.id()).to_owned()).collect())
}

/// Opens just that in the view. The page for the appointment is the one disclosure without an id. Only what is open anywhere is
/// looked at: of ten thousand, that is a few.
pub fn open_alike(root: &HtmlElement, shadow: &ShadowRoot, open: Vec<String>) {
    for details in all::<HtmlDetailsElement>(root, OPEN) {
        if !open.contains(&details.id()) {
            details.set_open(false);
        }
    }
    for id in open {
        let place = if id.is_empty() { root.query_selector("details:not([id])").ok().flatten() } else { shadow.get_element_by_id(&id) };
        if let Some(details) = place {
            details.unchecked_into::<HtmlDetailsElement>().set_open(true);
        }
    }
}

/// Of the widget's own or alike: a host may have others in its fallback.
const OPEN: &str = "details[open]:is([id],[part])";

/// An id of the fallback, or a link to one, as the live widget has it. Where a page has the same fallback several times, the ids
/// of every further one end in `~2` and so on; no id has a `~` of its own, and every link away has a `:`.
fn original(name: &str) -> &str {
    match divide(name, b'~') {
        Some((original, _)) if divide(name, b':').is_none() => original,
        _ => name,
    }
}

/// Boxes that the visitor ticked or unticked. A saved copy's are ticked from the start: only what differs from that is the
/// visitor's doing.
pub fn touched(host: &HtmlElement) -> Vec<HtmlInputElement> {
    all(host, "input[name=remedy]:is(:checked:not([checked]),[checked]:not(:checked))")
}

/// What in the view that goes has the focus: a selector for it in the live view, and its place among what that finds. The live view may have
/// more in it (a stored record's outcomes), so it is found by what it is and not by where it stands.
pub fn focused(before: &Element) -> Option<(String, usize)> {
    // A document or a shadow root: either says what in it has the focus.
    let active = before.get_root_node().unchecked_into::<ShadowRoot>().active_element()?;
    let attribute = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let (start, value, end) = match &active.tag_name()[..] {
        "SUMMARY" => ("[id='", active.parent_element()?.id(), "']>summary"),
        "A" => ("a[href='", attribute(&active, "href"), "']"),
        _ if active.has_attribute("value") => (":is(input,button)[value='", attribute(&active, "value"), "']"),
        _ => ("[name='", attribute(&active, "name"), "']"),
    };
    let selector = |value: &str| [start, value, end].concat();
    let place = all::<Element>(before, &selector(&value)).iter().position(|element| *element == active)?;
    Some((selector(original(&value)), place))
}

/// Gives the focus to the same element of the live widget.
pub fn refocus(root: &HtmlElement, (selector, place): &(String, usize)) {
    if let Some(element) = all::<HtmlElement>(root, selector).get(*place) {
        focus(element);
    }
}
