//! What the visitor did in the fallback before the program arrived: read from the element's light children, so that the
//! live widget starts from it, with the focus where it was.

use std::rc::Rc;

use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement};

use super::surface::{all, focus};
use crate::core::record::Record;
use crate::core::saved;

/// The record inside a saved copy.
pub fn record(host: &HtmlElement) -> Option<Record> {
    saved::from_json(&all::<Element>(host, "script[data-record]").first()?.text_content()?).ok()
}

/// Remedies that the visitor ticked or unticked.
pub fn changed(host: &HtmlElement) -> Vec<(Rc<str>, bool)> {
    // A saved copy's boxes are ticked from the start: only what differs from that is the visitor's doing.
    let touched = boxes(host).into_iter().filter(|one| one.checked() != one.default_checked());
    touched.map(|one| (one.value().into(), one.checked())).collect()
}

/// Opens in a view what is open in what it takes the place of, if anything was there. The page for the appointment is the
/// one disclosure without an id.
pub fn open_alike(before: &HtmlElement, root: &HtmlElement) {
    if all::<Element>(before, "details").is_empty() {
        return;
    }
    let open: Vec<String> = all::<Element>(before, "details[open]").iter().map(Element::id).collect();
    for details in all::<HtmlDetailsElement>(root, "details") {
        let stays = open.iter().any(|id| original(id) == details.id());
        if details.open() != stays {
            details.set_open(stays);
        }
    }
}

/// An id of the fallback, or a link to one, as the live widget has it. Where a page has the same fallback several times, the ids
/// of every further one end in `~2` and so on; no id has a `~` of its own, and every link away has a `:`.
fn original(name: &str) -> &str {
    match name.split_once('~') {
        Some((original, _)) if !name.contains(':') => original,
        _ => name,
    }
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

/// What in the fallback has the focus: a selector for it in the live view, and its place among what that finds. The live view may have
/// more in it (a stored record's outcomes), so it is found by what it is and not by where it stands.
pub fn focused(host: &HtmlElement) -> Option<(String, usize)> {
    let active = host.owner_document()?.active_element()?;
    let attribute = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let (start, value, end) = match &active.tag_name()[..] {
        "SUMMARY" => ("[id='", active.parent_element()?.id(), "']>summary"),
        "INPUT" => ("input[value='", attribute(&active, "value"), "']"),
        "A" => ("a[href='", attribute(&active, "href"), "']"),
        _ => return None,
    };
    let selector = |value: &str| [start, value, end].concat();
    let place = all::<Element>(host, &selector(&value)).iter().position(|element| *element == active)?;
    Some((selector(original(&value)), place))
}

/// Gives the focus to the same element of the live widget.
pub fn refocus(root: &HtmlElement, (selector, place): &(String, usize)) {
    if let Some(element) = all::<HtmlElement>(root, selector).get(*place) {
        focus(element);
    }
}
