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

#[derive(Clone, Default)]
pub struct SharedRecord(Rc<Inner>);

#[derive(Default)]
struct Inner {
    record: RefCell<Rc<Record>>,
    keeping: Cell<Keeping>,
    watchers: Watchers,
}

impl SharedRecord {
    pub fn new(record: Record, keeping: Keeping) -> Self {
        let shared = Self::default();
        shared.0.keeping.set(keeping);
        *shared.0.record.borrow_mut() = Rc::new(record);
        shared
    }

    pub fn record(&self) -> Rc<Record> {
        self.0.record.borrow().clone()
    }

    pub fn keeping(&self) -> Keeping {
        self.0.keeping.get()
    }

    pub fn set_keeping(&self, keeping: Keeping) {
        if self.0.keeping.replace(keeping) != keeping {
            self.0.watchers.tell(&|topic| *topic == Topic::Record);
        }
    }

    pub fn dispatch(&self, action: &Action, now: Stamp) {
        self.replace(apply(&self.record(), action, now));
    }

    /// Shows another record, and tells the watchers of what differs.
    pub fn replace(&self, next: Record) {
        let before = self.0.record.replace(Rc::new(next));
        let after = self.record();
        if before != after {
            self.0.watchers.tell(&|topic| match topic {
                Topic::Record => true,
                Topic::Remedy(id) => before.entry(id) != after.entry(id),
                _ => false,
            });
        }
    }

    /// Tells the watchers of the whole record, though nothing in it may have changed.
    pub fn retell(&self) {
        self.0.watchers.tell(&|topic| *topic == Topic::Record);
    }

    /// Has what waits to be written written now.
    pub fn save(&self) {
        self.0.watchers.tell(&|topic| *topic == Topic::Saved);
    }

    pub fn watch(&self, topic: Topic, told: Callback<()>) -> Watch {
        self.0.watchers.watch(topic, told)
    }
}
