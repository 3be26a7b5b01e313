//! What the visitor tried: the record, and the actions that change it. Pure: the caller says what time it is.

use std::rc::Rc;

/// Seconds since 1 January 1970, as the visitor's clock has it. Used only to tell which of two changes is newer.
pub type Stamp = u64;

/// What is known of one remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub tried: bool,
    pub changed: Stamp,
}

/// What the visitor entered, by remedy id. Ids that the present document does not know are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Sorted by id, each once.
    entries: Vec<(Rc<str>, Entry)>,
}

/// What a visitor does to the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Tick { id: Rc<str>, tried: bool },
}

/// The record after an action at a time. A change is always newer than what it changes, whatever the clock says.
pub fn apply(record: &Record, action: &Action, now: Stamp) -> Record {
    let mut next = record.clone();
    match action {
        Action::Tick { id, tried } => {
            let changed = record.entry(id).map_or(now, |entry| now.max(entry.changed + 1));
            next.put(id.clone(), Entry { tried: *tried, changed });
        }
    }
    next
}

/// The two records as one: of each remedy the newer entry. Equally new ones are told apart by what they say, so that the
/// order of the two never matters.
pub fn merge(one: &Record, other: &Record) -> Record {
    let mut merged = one.clone();
    for (id, entry) in other.entries() {
        if merged.entry(id).is_none_or(|known| known.age() < entry.age()) {
            merged.put(id.clone(), entry.clone());
        }
    }
    merged
}

impl Entry {
    /// What decides which of two entries counts.
    fn age(&self) -> (Stamp, bool) {
        (self.changed, self.tried)
    }
}

impl Record {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.place(id).ok().map(|at| &self.entries[at].1)
    }

    pub fn is_tried(&self, id: &str) -> bool {
        self.entry(id).is_some_and(|entry| entry.tried)
    }

    /// Entries in the order of their ids.
    pub fn entries(&self) -> impl Iterator<Item = (&Rc<str>, &Entry)> {
        self.entries.iter().map(|(id, entry)| (id, entry))
    }

    pub fn put(&mut self, id: Rc<str>, entry: Entry) {
        match self.place(&id) {
            Ok(at) => self.entries[at].1 = entry,
            Err(at) => self.entries.insert(at, (id, entry)),
        }
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| (**known).cmp(id))
    }
}
