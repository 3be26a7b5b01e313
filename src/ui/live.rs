//! The record while it is shown: one for all widgets of a document on the page, which tells its watchers what changed.
//!
//! Stands in for Yew's reducer and context: those re-render every consumer at every change, this only what shows the
//! remedy that changed, and it outlives any one widget.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use crate::core::content::Document;
use crate::core::record::{Action, Entry, Record, Stamp, apply};

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
}

#[derive(Clone, Default)]
pub struct LiveRecord(Rc<Inner>);

#[derive(Default)]
struct Inner {
    record: RefCell<Rc<Record>>,
    keeping: Cell<Keeping>,
    /// A removed watcher leaves its place empty for the next one.
    watchers: RefCell<Vec<Option<Watcher>>>,
}

#[derive(Clone)]
struct Watcher {
    /// `None` watches everything.
    remedy: Option<Rc<str>>,
    told: Callback<()>,
}

/// Ends the watching when dropped.
#[must_use]
pub struct Watch {
    of: LiveRecord,
    place: usize,
}

impl LiveRecord {
    pub fn new(record: Record, keeping: Keeping) -> Self {
        let live = Self::default();
        live.0.keeping.set(keeping);
        *live.0.record.borrow_mut() = Rc::new(record);
        live
    }

    pub fn record(&self) -> Rc<Record> {
        self.0.record.borrow().clone()
    }

    pub fn keeping(&self) -> Keeping {
        self.0.keeping.get()
    }

    pub fn set_keeping(&self, keeping: Keeping) {
        if self.0.keeping.replace(keeping) != keeping {
            self.tell(|remedy| remedy.is_none());
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
            self.tell(|remedy| remedy.is_none_or(|id| before.entry(id) != after.entry(id)));
        }
    }

    pub fn watch(&self, remedy: Option<Rc<str>>, told: Callback<()>) -> Watch {
        let mut watchers = self.0.watchers.borrow_mut();
        let place = watchers.iter().position(Option::is_none).unwrap_or(watchers.len());
        if place == watchers.len() {
            watchers.push(None);
        }
        watchers[place] = Some(Watcher { remedy, told });
        Watch { of: self.clone(), place }
    }

    fn tell(&self, concerned: impl Fn(Option<&str>) -> bool) {
        // Cloned first: who is told may start or end a watch.
        let told: Vec<_> = self.0.watchers.borrow().iter().flatten().filter(|one| concerned(one.remedy.as_deref())).cloned().collect();
        for watcher in told {
            watcher.told.emit(());
        }
    }
}

impl PartialEq for LiveRecord {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.of.0.watchers.borrow_mut()[self.place] = None;
    }
}

/// The entry of one remedy; renders again when that entry changes.
#[hook]
pub fn use_entry(live: &LiveRecord, remedy: &Rc<str>) -> Option<Entry> {
    use_watch(live, Some(remedy.clone()));
    live.record().entry(remedy).cloned()
}

/// The whole record; renders again at every change.
#[hook]
pub fn use_record(live: &LiveRecord) -> Rc<Record> {
    use_watch(live, None);
    live.record()
}

#[hook]
fn use_watch(live: &LiveRecord, remedy: Option<Rc<str>>) {
    let again = use_force_update();
    use_effect_with((live.clone(), remedy), move |(live, remedy)| {
        let watch = live.watch(remedy.clone(), Callback::from(move |()| again.force_update()));
        move || drop(watch)
    });
}

/// How many of the document's remedies were tried.
pub fn tried_count(document: &Document, record: &Record) -> usize {
    document.remedies.iter().filter(|remedy| record.is_tried(&remedy.id)).count()
}
