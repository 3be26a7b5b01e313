//! What a search found, shown on the questions' elements directly: the view never sets `hidden` and sets `open` only once,
//! and a keystroke touches only what changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlDetailsElement;

use super::mark::Marks;
use crate::core::search::{Hit, Query};

/// So many matches are opened and marked at once, more than a screen has room for; the others in steps, as time allows.
const STEP: usize = 24;

pub struct Found {
    pub marks: RefCell<Marks>,
    /// The next step, while there are matches that are not yet pointed out.
    pub later: RefCell<Option<Timeout>>,
    /// Which questions the search hides.
    hidden: Vec<Cell<bool>>,
    /// Which questions the search opened, and will close again.
    opened: Vec<Cell<bool>>,
}

impl Found {
    /// For so many questions.
    pub fn new(count: usize) -> Self {
        let (hidden, opened) = (vec![Cell::new(false); count], vec![Cell::new(false); count]);
        Self { marks: RefCell::default(), later: RefCell::default(), hidden, opened }
    }

    /// Hides just the questions that are to be hidden.
    pub fn hide(&self, questions: &[HtmlDetailsElement], is_hidden: &mut dyn FnMut(usize) -> bool) {
        for (index, question) in questions.iter().enumerate() {
            let hidden = is_hidden(index);
            if self.hidden[index].replace(hidden) != hidden {
                question.set_hidden(hidden);
            }
        }
    }

    /// Closes what an earlier search opened, as far as it is to be closed.
    pub fn close(&self, questions: &[HtmlDetailsElement], is_closed: &dyn Fn(usize) -> bool) {
        for (index, opened) in self.opened.iter().enumerate() {
            if opened.get() && is_closed(index) {
                opened.set(false);
                questions[index].set_open(false);
            }
        }
    }

    /// Opens the answers in which something was found, `most` of them, and marks what was found.
    pub fn point_out(self: Rc<Self>, questions: Rc<[HtmlDetailsElement]>, mut hits: Vec<Hit>, query: Query, mut most: usize) {
        let rest = hits.split_off(hits.len().min(STEP));
        for hit in hits {
            let question = &questions[hit.question];
            if hit.in_answer && most > 0 {
                most -= 1;
                if !question.open() {
                    question.set_open(true);
                    self.opened[hit.question].set(true);
                }
            }
            self.marks.borrow_mut().add(question, &query);
        }
        if !rest.is_empty() {
            let found = self.clone();
            self.later.replace(Some(Timeout::new(0, move || found.point_out(questions, rest, query, most))));
        }
    }
}
