//! What a search found, shown on the questions' elements directly: the view never sets `hidden` and sets `open` only once,
//! and a keystroke touches only what changes.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement};

use super::home::{Home, Near};
use super::mark::Marks;
use super::surface::all;
use crate::core::search::{Hit, Query};

/// So many matches are pointed out first, for with their answers they fill a phone's screen: marked in the frame that answers a key
/// where nothing is to be opened for that, otherwise opened and marked in the next. The others follow when they come near the view,
/// which is a frame later where they are near already.
const FIRST: usize = 3;

pub struct Found {
    home: Home,
    pub questions: Vec<HtmlDetailsElement>,
    /// What the questions stand in, by which a long page is laid out.
    groups: Vec<Group>,
    marks: RefCell<Marks>,
    /// Which questions the search hides.
    hidden: Vec<Cell<bool>>,
    /// Which questions the search opened, and will close again.
    opened: Vec<Cell<bool>>,
    rest: RefCell<Option<Rest>>,
}

struct Group {
    element: HtmlElement,
    questions: Range<usize>,
    hidden: Cell<bool>,
}

/// Matches that are not pointed out yet.
struct Rest {
    hits: Vec<Hit>,
    query: Query,
    /// Among which questions the first ones are.
    first: Range<usize>,
    /// Waits for them to come near: first for their groups, then for themselves.
    watching: Vec<Watching>,
}

struct Watching {
    near: Near,
    _then: Closure<dyn FnMut(usize)>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.near.disconnect();
    }
}

impl Found {
    pub fn new(home: Home, root: &HtmlElement) -> Rc<Self> {
        let questions: Vec<HtmlDetailsElement> = all(root, "details[part=question]");
        let mut groups: Vec<Group> = Vec::new();
        for (index, question) in questions.iter().enumerate() {
            match (groups.last_mut(), question.parent_element()) {
                (Some(group), Some(parent)) if *group.element == parent => group.questions.end = index + 1,
                (_, Some(parent)) => {
                    groups.push(Group { element: parent.unchecked_into(), questions: index..index + 1, hidden: Cell::new(false) });
                }
                (_, None) => {}
            }
        }
        let none = || vec![Cell::new(false); questions.len()];
        let (hidden, opened) = (none(), none());
        Rc::new(Self { home, questions, groups, marks: RefCell::default(), hidden, opened, rest: RefCell::default() })
    }

    /// The question with this id, if the search hides it.
    pub fn hidden_question(&self, id: &str) -> Option<&HtmlDetailsElement> {
        self.questions.iter().zip(&self.hidden).find(|(question, hidden)| hidden.get() && question.id() == id).map(|(question, _)| question)
    }

    /// Takes back every mark, and what waits to be pointed out.
    pub fn forget(&self) {
        self.rest.take();
        self.marks.borrow_mut().clear();
    }

    /// Hides just the questions that are to be hidden, and a group whose questions all are: its room goes with it, without
    /// being laid out.
    pub fn hide(&self, is_hidden: &mut dyn FnMut(usize) -> bool) {
        for group in &self.groups {
            let mut all_hidden = true;
            for index in group.questions.clone() {
                let hidden = is_hidden(index);
                all_hidden &= hidden;
                if self.hidden[index].replace(hidden) != hidden {
                    self.questions[index].set_hidden(hidden);
                }
            }
            if group.hidden.replace(all_hidden) != all_hidden {
                group.element.set_hidden(all_hidden);
            }
        }
    }

    /// Closes what an earlier search opened, as far as it is to be closed.
    pub fn close(&self, is_closed: &dyn Fn(usize) -> bool) {
        for (index, opened) in self.opened.iter().enumerate() {
            if opened.get() && is_closed(index) {
                opened.set(false);
                self.questions[index].set_open(false);
            }
        }
    }

    /// Opens the answers in which something was found, and marks what was found: the first ones, and the others when the
    /// visitor comes near. `only_one` can be open at a time.
    pub fn point_out(self: &Rc<Self>, mut hits: Vec<Hit>, query: Query, only_one: bool) {
        if only_one {
            let mut answers = 0;
            for hit in &mut hits {
                answers += usize::from(hit.in_answer);
                hit.in_answer &= answers == 1;
            }
        }
        let first = 0..hits.get(FIRST).map_or(usize::MAX, |next| next.question);
        self.rest.replace(Some(Rest { hits, query, first: first.clone(), watching: Vec::new() }));
        self.show_rest(first, &|hit| !hit.in_answer || self.questions[hit.question].open());
        // An answer that opens has all below it laid out, and the letter that was typed need not wait for that.
        let found = Rc::downgrade(self);
        self.home.after_frame(Box::new(move || {
            if let Some(found) = found.upgrade() {
                found.go_on();
            }
        }));
    }

    /// Points out the first ones, and waits for the others to come near, unless that was done: of two letters in one frame either
    /// gets here.
    fn go_on(self: &Rc<Self>) {
        let waiting = self.rest.borrow().as_ref().filter(|rest| rest.watching.is_empty()).map(|rest| rest.first.clone());
        if waiting.is_none_or(|first| !self.show_rest(first, &|_| true)) {
            return;
        }
        // A hidden one has no room, and would be as near as whatever it stands beside.
        let shown = || self.groups.iter().filter(|group| !group.hidden.get());
        let groups: Array = shown().map(|group| &group.element).collect();
        self.watch(&groups, shown().map(|group| group.questions.clone()).collect(), Self::approach);
    }

    /// Does something with the questions of each of these elements that comes near.
    fn watch(self: &Rc<Self>, elements: &Array, ranges: Vec<Range<usize>>, then: fn(&Rc<Self>, Range<usize>)) {
        let found: Weak<Self> = Rc::downgrade(self);
        let then = Closure::new(move |place: usize| {
            if let Some(found) = found.upgrade() {
                then(&found, ranges[place].clone());
            }
        });
        let near = self.home.near(elements, then.as_ref());
        if let Some(rest) = &mut *self.rest.borrow_mut() {
            rest.watching.push(Watching { near, _then: then });
        }
    }

    /// A group is near: whichever of its matches is near, too, is pointed out, and so few at a time.
    fn approach(self: &Rc<Self>, group: Range<usize>) {
        let waits: Vec<usize> = self.rest.borrow().iter().flat_map(|rest| &rest.hits).map(|hit| hit.question).collect();
        let near = || waits.iter().copied().filter(|question| group.contains(question));
        let elements: Array = near().map(|question| &self.questions[question]).collect();
        self.watch(&elements, near().map(|question| question..question + 1).collect(), |found, one| {
            found.show_rest(one, &|_| true);
        });
    }

    /// Points out what waits for it among these questions, as far as it is meant; `false` when nothing waits any more.
    pub fn show_rest(&self, near: Range<usize>, is_meant: &dyn Fn(&Hit) -> bool) -> bool {
        let mut rest = self.rest.borrow_mut();
        let Some(rest) = &mut *rest else { return false };
        rest.hits.retain(|&hit| {
            let is_shown = near.contains(&hit.question) && is_meant(&hit);
            if is_shown {
                self.show(hit, &rest.query);
            }
            !is_shown
        });
        !rest.hits.is_empty()
    }

    fn show(&self, hit: Hit, query: &Query) {
        let question = &self.questions[hit.question];
        if hit.in_answer && !question.open() {
            question.set_open(true);
            self.opened[hit.question].set(true);
        }
        self.marks.borrow_mut().add(question, query);
    }
}
