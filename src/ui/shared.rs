//! The record while it is shown: one for all widgets of a document on the page, which tells its watchers what changed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;

use super::watch::{Topic, Watch, Watchers};
use crate::core::record::{Action, Record, Stamp, apply};

/// Where the record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    #[default]
    Local,
    /// In local storage, by a page that was opened as a file.
    File,
    Session,
    /// The page asked for nothing to be kept.
    Nowhere,
    /// The browser refused.
    Refused,
    /// A later version of this program keeps its record there, which is left alone.
    Newer,
    /// In local storage, where a damaged record was found and set aside.
    Damaged,
}

/// Calls back once the next frame is painted.
pub type WhenPainted = Rc<dyn Fn(Box<dyn FnOnce()>)>;

#[derive(Clone)]
pub struct SharedRecord(Rc<Inner>);

struct Inner {
    record: RefCell<Rc<Record>>,
    keeping: Cell<Keeping>,
    watchers: Watchers,
    /// The record as those saw it last who are told when the frame is painted, where that is to come.
    seen: RefCell<Option<Rc<Record>>>,
    when_painted: WhenPainted,
}

impl SharedRecord {
    pub fn new(record: Record, keeping: Keeping, when_painted: WhenPainted) -> Self {
        let (watchers, seen) = Default::default();
        let (record, keeping) = (RefCell::new(Rc::new(record)), Cell::new(keeping));
        Self(Rc::new(Inner { record, keeping, watchers, seen, when_painted }))
    }

    pub fn record(&self) -> Rc<Record> {
        self.0.record.borrow().clone()
    }

    /// The record as those saw it last who wait for the frame.
    pub fn settled(&self) -> Rc<Record> {
        self.0.seen.borrow().clone().unwrap_or_else(|| self.record())
    }

    pub fn keeping(&self) -> Keeping {
        self.0.keeping.get()
    }

    pub fn set_keeping(&self, keeping: Keeping) {
        if self.0.keeping.replace(keeping) != keeping {
            self.0.watchers.tell(&|topic| matches!(topic, Topic::Record | Topic::Settled));
        }
    }

    /// Changes the record as the visitor asked, and tells the watchers. Of a tick, its boxes, how many were tried and
    /// who keeps it are told at once, and the others when the frame is painted that answers it: there is much that follows from a
    /// tick. (Where the page is out of sight, when it is seen again at the latest.)
    pub fn dispatch(&self, action: &Action, now: Stamp) {
        let next = apply(&self.record(), action, now);
        if !matches!(action, Action::Tick { .. }) {
            return self.replace(next);
        }
        let waits = self.0.seen.borrow().is_some();
        if self.change(next) && !waits {
            let shared = self.clone();
            (self.0.when_painted)(Box::new(move || shared.settle()));
        }
    }

    /// Shows another record, and tells the watchers of what differs.
    pub fn replace(&self, next: Record) {
        // What waits is told of by itself: a tick and its clearing are no change together, but the browser has ticked the box.
        self.settle();
        self.change(next);
        self.settle();
    }

    /// Whether anything differs; if so, those are told who do not wait for the frame.
    fn change(&self, next: Record) -> bool {
        let before = self.0.record.replace(Rc::new(next));
        let after = self.record();
        let differs = before != after;
        if differs {
            self.0.seen.borrow_mut().get_or_insert(before.clone());
            self.0.watchers.tell(&|topic| match topic {
                Topic::Record => true,
                Topic::Box(id) => before.entry(id) != after.entry(id),
                _ => false,
            });
        }
        differs
    }

    fn settle(&self) {
        let Some(before) = self.0.seen.take() else { return };
        let after = self.record();
        self.0.watchers.tell(&|topic| match topic {
            Topic::Settled => true,
            Topic::Asked => !Rc::ptr_eq(&before.questions.text, &after.questions.text),
            Topic::Remedy(id) => before.entry(id) != after.entry(id),
            _ => false,
        });
    }

    /// Tells the watchers of the whole record, though nothing in it may have changed.
    pub fn retell(&self) {
        self.0.watchers.tell(&|topic| *topic == Topic::Record);
    }

    /// Has what waits to be written written now, and what waits for the frame told.
    pub fn save(&self) {
        self.settle();
        self.0.watchers.tell(&|topic| *topic == Topic::Saved);
    }

    pub fn watch(&self, topic: Topic, told: Callback<()>) -> Watch {
        self.0.watchers.watch(topic, told)
    }
}
