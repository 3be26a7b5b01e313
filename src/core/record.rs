//! What the visitor tried and how it went: the record, and the actions that change it. Pure: the caller says what time it is.

use std::rc::Rc;

/// Seconds since 1 January 1970, as the visitor's clock has it. Used to tell which of two changes is newer.
pub type Stamp = u64;

/// The latest second that is kept: what a JSON number holds exactly in every program that may read a backup.
pub const LATEST: Stamp = (1 << 53) - 1;

/// The longest note or list of questions that is kept, in characters. Longer ones are cut where they are entered.
pub const MAX_NOTE: usize = 2000;

/// How a remedy went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Helped,
    NoChange,
    Worse,
}

impl Outcome {
    pub const ALL: [Self; 3] = [Self::Helped, Self::NoChange, Self::Worse];

    /// The value of its radio button.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::NoChange => "no-change",
            Self::Worse => "worse",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == text)
    }
}

/// What is known of one remedy. Outcome and note outlast an untick, so that ticking again brings them back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// First, because the order of two entries is first of all that of their age.
    pub changed: Stamp,
    pub tried: bool,
    pub outcome: Option<Outcome>,
    pub note: Rc<str>,
}

/// What the visitor wants to ask at the appointment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Questions {
    pub changed: Stamp,
    pub text: Rc<str>,
}

/// What the visitor entered, by remedy id. Ids that the present document does not know are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Sorted by id, each once.
    entries: Vec<(Rc<str>, Entry)>,
    pub questions: Questions,
}

/// What a visitor does to the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Tick { id: Rc<str>, tried: bool },
    Judge { id: Rc<str>, outcome: Option<Outcome> },
    Note { id: Rc<str>, text: Rc<str> },
    Ask { text: Rc<str> },
    Clear,
}

/// The record after an action at a time. A change is always newer than what it changes, whatever the clock says.
pub fn apply(record: &Record, action: &Action, now: Stamp) -> Record {
    let mut next = record.clone();
    match action {
        Action::Tick { id, tried } => next.change(id, now, |entry| entry.tried = *tried),
        Action::Judge { id, outcome } => next.change(id, now, |entry| entry.outcome = *outcome),
        Action::Note { id, text } => next.change(id, now, |entry| entry.note = shortened(text)),
        Action::Ask { text } => {
            let changed = now.max(record.questions.changed.saturating_add(1)).min(LATEST);
            next.questions = Questions { changed, text: shortened(text) };
        }
        Action::Clear => next = Record::default(),
    }
    next
}

fn shortened(text: &Rc<str>) -> Rc<str> {
    match text.char_indices().nth(MAX_NOTE) {
        None => text.clone(),
        Some((end, _)) => text[..end].into(),
    }
}

/// Two records of the same visitor as one, for tabs that run side by side: of each remedy the newer entry.
/// Commutative, associative and idempotent; entries of the same second are told apart by what they say.
pub fn merge(one: &Record, other: &Record) -> Record {
    combine(one, other, |older, newer| {
        let _ = older;
        newer.clone()
    })
}

/// A backup brought back into a record: of each remedy the newer entry, and where it has no outcome or no note, the
/// older one's, so that nothing the visitor entered is lost. A newer entry with nothing in it but an untick gives way to
/// the older one: who brings a backup back wants what is in it. Commutative and idempotent.
pub fn restore(one: &Record, other: &Record) -> Record {
    let mut restored = combine(one, other, |older, newer| Entry {
        changed: newer.changed,
        tried: if newer.is_blank() { older.tried } else { newer.tried },
        outcome: newer.outcome.or(older.outcome),
        note: if newer.note.is_empty() { older.note.clone() } else { newer.note.clone() },
    });
    if restored.questions.text.is_empty() {
        let (a, b) = (&one.questions, &other.questions);
        let kept = if a.text.is_empty() { b } else { a };
        restored.questions.text = kept.text.clone();
    }
    restored
}

/// What was so before a change, brought back as changes of its own, newer than what they undo, so that other tabs follow.
/// What the visitor did since the change stays.
pub fn undone(before: &Record, after: &Record, now: &Record) -> Record {
    let mut undone = now.clone();
    for (id, entry) in now.entries() {
        if after.entry(id) == Some(entry) && before.entry(id) != Some(entry) {
            let blank = Entry { changed: 0, tried: false, outcome: None, note: "".into() };
            let earlier = before.entry(id).cloned().unwrap_or(blank);
            undone.put(id.clone(), Entry { changed: (entry.changed + 1).min(LATEST), ..earlier });
        }
    }
    for (id, entry) in before.entries() {
        if now.entry(id).is_none() {
            undone.put(id.clone(), entry.clone());
        }
    }
    if now.questions == after.questions && before.questions != now.questions {
        let changed = now.questions.changed.max(before.questions.changed).saturating_add(1).min(LATEST);
        undone.questions = Questions { changed, text: before.questions.text.clone() };
    }
    undone
}

fn combine(one: &Record, other: &Record, join: fn(&Entry, &Entry) -> Entry) -> Record {
    let mut combined = one.clone();
    for (id, entry) in other.entries() {
        let joined = match one.entry(id) {
            None => entry.clone(),
            Some(known) => join(known.min(entry), known.max(entry)),
        };
        combined.put(id.clone(), joined);
    }
    combined.questions = one.questions.clone().max(other.questions.clone());
    combined
}

impl Entry {
    /// Nothing but that it is not ticked.
    fn is_blank(&self) -> bool {
        !self.tried && self.outcome.is_none() && self.note.is_empty()
    }
}

impl Record {
    /// Nothing was entered, or everything was cleared.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.questions.text.is_empty()
    }

    /// Of an empty one, that it was not merely emptied: a text that was taken back has the second in which it was.
    pub fn is_cleared(&self) -> bool {
        self.questions.changed == 0
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

    fn change(&mut self, id: &Rc<str>, now: Stamp, change: impl FnOnce(&mut Entry)) {
        let mut entry = self.entry(id).cloned().unwrap_or(Entry { changed: 0, tried: false, outcome: None, note: "".into() });
        change(&mut entry);
        // At least 1, so that an unticked entry has a number that can be negative.
        entry.changed = now.max(entry.changed.saturating_add(1)).min(LATEST);
        self.put(id.clone(), entry);
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| (**known).cmp(id))
    }
}
