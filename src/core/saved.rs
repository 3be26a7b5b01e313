//! The record as it is kept: one versioned JSON text under one key a document, and the trait behind which storage sits.
//!
//! Version 2: `{"version":2,"entries":{"rest":[1763912345,"h","a note"],"stretch":[-1763912400]},"questions":[1763912345,"…"]}`.
//! Of each remedy the second of its last change, negative where it is not ticked; its outcome as a letter (`h` helped,
//! `n` no change, `w` worse, empty for none) and its note, each left out where nothing follows. That keeps 500 ticked
//! remedies below 16 KiB. Version 1 had `{"version":1,"tried":{"rest":1763912345},"untried":{…}}` and is read too.

use std::rc::Rc;

use super::json;
use super::numbers::decimal;
use super::record::{Entry, LATEST, MAX_NOTE, Outcome, Questions, Record, Stamp};
use super::value::{Fields, Json};

const VERSION: u64 = 2;

/// The largest saved text or backup that is read, in bytes: room for 500 remedies with the longest notes.
pub const MAX_BYTES: usize = 8 << 20;

/// Where a record is kept: a key-value store that may refuse.
pub trait Store {
    /// `Ok(None)` where nothing stands under the key.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;
    fn write(&self, key: &str, value: &str) -> Result<(), Refused>;
    fn remove(&self, key: &str) -> Result<(), Refused>;
}

/// The browser did not let us: storage is blocked, full or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Why a saved text is no record of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Damaged,
    /// Written by a later version of this program.
    Newer,
    /// Larger than [`MAX_BYTES`].
    TooLarge,
}

/// The key of a document's record.
pub fn key(document_id: &str) -> String {
    ["remedy-faq:", document_id].concat()
}

/// Where a damaged record is set aside.
pub fn damaged_key(document_id: &str) -> String {
    ["remedy-faq:", document_id, ":damaged"].concat()
}

pub fn to_json(record: &Record) -> String {
    let mut out = String::from("{\"version\":2,\"entries\":{");
    let mut first = true;
    for (id, entry) in record.entries() {
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        json::push_string(&mut out, id);
        out.push_str(if entry.tried { ":[" } else { ":[-" });
        out.push_str(&decimal(entry.changed));
        let letter = entry.outcome.map_or("", |outcome| &outcome.as_str()[..1]);
        if !letter.is_empty() || !entry.note.is_empty() {
            out.push(',');
            json::push_string(&mut out, letter);
        }
        if !entry.note.is_empty() {
            out.push(',');
            json::push_string(&mut out, &entry.note);
        }
        out.push(']');
    }
    out.push('}');
    if record.questions != Questions::default() {
        out.push_str(",\"questions\":[");
        out.push_str(&decimal(record.questions.changed));
        out.push(',');
        json::push_string(&mut out, &record.questions.text);
        out.push(']');
    }
    out.push('}');
    out
}

/// Reads a saved record of this version or an older one; all of it, or nothing.
pub fn from_json(json: &str) -> Result<Record, Unreadable> {
    if json.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    from_value(&Json::parse(json).map_err(|_| Unreadable::Damaged)?)
}

/// As [`from_json`], of what was parsed already.
pub fn from_value(saved: &Json) -> Result<Record, Unreadable> {
    let saved = saved.as_object().ok_or(Unreadable::Damaged)?;
    match saved.get("version").and_then(Json::as_u64) {
        Some(1) => version_1(saved),
        Some(VERSION) => version_2(saved),
        Some(version) if version > VERSION => return Err(Unreadable::Newer),
        _ => None,
    }
    .ok_or(Unreadable::Damaged)
}

fn version_1(saved: &Fields) -> Option<Record> {
    let mut record = Record::default();
    for (group, tried) in [("tried", true), ("untried", false)] {
        let entries = match saved.get(group) {
            None if !tried => continue,
            entries => entries?.as_object()?,
        };
        for (id, changed) in &entries.0 {
            record.put(id.as_str().into(), Entry { changed: changed.as_u64()?.clamp(1, LATEST), tried, outcome: None, note: "".into() });
        }
    }
    Some(record)
}

fn version_2(saved: &Fields) -> Option<Record> {
    let mut record = Record::default();
    for (id, entry) in &saved.get("entries")?.as_object()?.0 {
        record.put(id.as_str().into(), read_entry(entry.as_list()?)?);
    }
    if let Some(questions) = saved.get("questions") {
        let [changed, text] = questions.as_list()? else { return None };
        record.questions = Questions { changed: changed.as_u64()?, text: short(text)?.into() };
    }
    Some(record)
}

/// A text no longer than one that can be entered; a longer one is none of ours, and could be as long as the file.
fn short(text: &Json) -> Option<&str> {
    text.as_text().filter(|text| text.char_indices().nth(MAX_NOTE).is_none())
}

fn read_entry(parts: &[Json]) -> Option<Entry> {
    let (changed, rest) = parts.split_first()?;
    let (changed, tried): (Stamp, bool) = match changed.as_u64() {
        Some(changed) => (changed, true),
        // Minus nought is nought: a change at the very second of 1970 counts as a tick.
        None => (changed.as_i64()?.unsigned_abs(), false),
    };
    let outcome = match rest.first() {
        None => None,
        Some(letter) => match letter.as_text()? {
            "" => None,
            letter => Some(Outcome::ALL.into_iter().find(|outcome| &outcome.as_str()[..1] == letter)?),
        },
    };
    let note: Rc<str> = match rest.get(1) {
        None => "".into(),
        Some(note) => short(note)?.into(),
    };
    (rest.len() <= 2).then_some(Entry { changed, tried, outcome, note })
}
