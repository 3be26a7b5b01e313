//! A long view before it is shown. It stands in its place, hidden, while a slot shows the fallback; its groups of questions are
//! drawn outside the page, and come into it a few at a time: all at once would be one long task, and one long frame.

use gloo::utils::document;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// So many groups come into the page in one task.
const AT_ONCE: usize = 20;

/// Puts a view in its place, if there is none yet: two in one tree would share the names of radio buttons and exclusive questions.
pub fn hidden(root: &HtmlElement, shadow: &ShadowRoot) -> bool {
    let is_first = !has_view(shadow);
    if is_first {
        root.set_hidden(true);
        shadow.append_child(root).expect("a fresh div can be appended");
    }
    is_first
}

/// Whether a view stands in a shadow root, shown or not yet.
pub fn has_view(shadow: &ShadowRoot) -> bool {
    shadow.query_selector("div").is_ok_and(|view| view.is_some())
}

/// What holds the groups that are not in the page.
pub fn holder() -> Element {
    document().create_element("div").expect("div is a tag name")
}

/// Takes the groups out of the page, if they stand there, still empty.
pub fn take_out(root: &HtmlElement, holder: &Element) {
    if let Some(place) = place(root) {
        shift(&place, holder, usize::MAX);
    }
}

/// Brings the next groups into the page; `false` when all are there.
pub fn bring_in(root: &HtmlElement, holder: &Element) -> bool {
    place(root).is_some_and(|place| shift(holder, &place, AT_ONCE))
}

/// Where the groups stand in the end.
fn place(root: &HtmlElement) -> Option<Element> {
    root.query_selector(".rf-questions").ok().flatten()
}

/// So many groups, the first ones first; `false` where there are not as many.
fn shift(from: &Element, to: &Element, most: usize) -> bool {
    for _ in 0..most {
        let Some(group) = from.first_element_child() else { return false };
        to.append_child(&group).expect("a group fits where a group was");
    }
    true
}
