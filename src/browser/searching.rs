//! Searching a document: which questions are shown, opened and marked for a query. Made when the search is first used.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{EventInit, HtmlElement, HtmlInputElement, InputEvent};

use super::found::Found;
use super::home::Home;
use super::surface::{all, show};
use crate::core::content::Document;
use crate::core::search::{Index, Query};

/// So many questions come into the index in one task. In a native build that is 1 to 8 ms, by how many different words
/// there are: 10,000 questions took 57 ms with 300 of them, and 411 with 40,000.
const AT_ONCE: usize = 200;

pub struct Searching {
    document: Rc<Document>,
    /// Complete when it is first asked; until then it grows a piece in each task.
    index: Rc<RefCell<Index>>,
    /// The questions' elements, and what a search does to them. They are the view's for its whole life.
    found: Rc<Found>,
    exclusive: bool,
    _following: EventListener,
}

impl Searching {
    #[inline(never)]
    pub fn new(home: &Home, root: &HtmlElement, document: &Rc<Document>, exclusive: bool) -> Self {
        let index = Rc::default();
        grow(home.clone(), document.clone(), Rc::downgrade(&index));
        let found = Found::new(home.clone(), root);
        let following = {
            let (home, found, root) = (home.clone(), found.clone(), root.clone());
            // After it was followed, to a question that is open by now and out of sight.
            EventListener::new(&window(), "hashchange", move |_| {
                if let Some(question) = found.hidden_question(&home.named()).filter(|question| question.open()) {
                    empty(&root);
                    show(question);
                }
            })
        };
        Self { document: document.clone(), index, found, exclusive, _following: following }
    }

    /// Shows what a query finds, and gives how many; `None` for an empty query, which shows everything.
    #[inline(never)]
    pub fn search(&self, query: &str) -> Option<usize> {
        let query = Query::new(query);
        let found = &self.found;
        found.forget();
        if query.is_empty() {
            found.hide(&mut |_| false);
            found.close(&|_| true);
            return None;
        }
        let mut index = self.index.borrow_mut();
        index.grow(&self.document, usize::MAX);
        let hits = index.search(&query);
        let mut next_hit = hits.iter().peekable();
        found.hide(&mut |index| next_hit.next_if(|hit| hit.question == index).is_none());
        let wanted: Vec<usize> = hits.iter().filter(|hit| hit.in_answer).map(|hit| hit.question).collect();
        // Questions of one group close each other: only the first match can stay open.
        let most = if self.exclusive { wanted.len().min(1) } else { wanted.len() };
        found.close(&|index| wanted[..most].binary_search(&index).is_err());
        let count = hits.len();
        found.point_out(hits, query, self.exclusive);
        Some(count)
    }

    /// Opens what waits to come near: for the printer, or once typing has paused, where that is a screen or two.
    #[inline(never)]
    pub fn open_rest(&self) {
        self.found.show_rest(0..usize::MAX, &|_| true);
    }
}

fn grow(home: Home, document: Rc<Document>, index: Weak<RefCell<Index>>) {
    home.clone().later(Box::new(move || {
        if index.upgrade().is_some_and(|index| index.borrow_mut().grow(&document, AT_ONCE)) {
            grow(home, document, index);
        }
    }));
}

/// Empties the search field, and gives it.
#[inline(never)]
pub fn empty(root: &HtmlElement) -> Option<HtmlInputElement> {
    let input: HtmlInputElement = all(root, "input[type=search]").pop()?;
    input.set_value("");
    // As a visitor's own clearing would, so that there is one way to search.
    let event = EventInit::new();
    event.set_bubbles(true);
    if let Ok(event) = InputEvent::new_with_event_init_dict("input", event.unchecked_ref()) {
        let _ = input.dispatch_event(&event);
    }
    Some(input)
}
