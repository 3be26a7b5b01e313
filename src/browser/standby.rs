//! A long view before it is shown. It stands in its place, hidden, while a slot shows the fallback; its groups of questions are
//! drawn outside the page, and come into it a few at a time: all at once would be one long task, and one long frame.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement, ShadowRoot};

use super::surface::all;

/// So many groups come into the page in one task.
const AT_ONCE: usize = 20;

#[derive(Clone)]
pub struct Standby {
    /// Where the groups stand in the end.
    place: Element,
    /// Those that are not there yet, the next one last.
    waiting: Rc<RefCell<Vec<Element>>>,
}

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

impl Standby {
    /// Takes the groups out of the page, which stand there by now, still empty.
    pub fn new(root: &HtmlElement) -> Option<Self> {
        let mut waiting: Vec<Element> = all(root, ".rf-questions>*");
        let place = waiting.first()?.parent_element()?;
        waiting.iter().for_each(Element::remove);
        waiting.reverse();
        Some(Self { place, waiting: Rc::new(RefCell::new(waiting)) })
    }

    /// Brings the next groups into the page; `false` when all are there.
    pub fn advance(&self) -> bool {
        for _ in 0..AT_ONCE {
            let Some(group) = self.waiting.borrow_mut().pop() else { return false };
            self.place.append_child(&group).expect("a group fits where it was");
        }
        true
    }
}
