//! The record as it is kept: one versioned JSON text under one key a document, and the trait behind which storage sits.
//!
//! Version 1: `{"version":1,"tried":{"rest":1763912345},"untried":{"stretch":1763912400}}`, each with the second of its
//! last change.

use std::rc::Rc;

use serde_json::Value;

use super::json;
use super::record::{Entry, Record};

const VERSION: u64 = 1;

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    Damaged,
    /// Written by a later version of this program.
    Newer,
}

/// The key of a document's record.
pub fn key(document_id: &str) -> String {
    format!("remedy-faq:{document_id}")
}

pub fn to_json(record: &Record) -> String {
    let mut out = String::from("{\"version\":1");
    for (group, is_tried) in [("tried", true), ("untried", false)] {
        out.push_str(",\"");
        out.push_str(group);
        out.push_str("\":{");
        let mut first = true;
        for (id, entry) in record.entries().filter(|(_, entry)| entry.tried == is_tried) {
            if !std::mem::take(&mut first) {
                out.push(',');
            }
            json::push_string(&mut out, id);
            out.push(':');
            out.push_str(&entry.changed.to_string());
        }
        out.push('}');
    }
    out.push('}');
    out
}

pub fn from_json(json: &str) -> Result<Record, Unreadable> {
    let Ok(Value::Object(mut saved)) = serde_json::from_str(json) else {
        return Err(Unreadable::Damaged);
    };
    match saved.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged),
    }
    let mut record = Record::default();
    for (group, is_tried) in [("tried", true), ("untried", false)] {
        match saved.remove(group) {
            Some(Value::Object(entries)) => {
                for (id, changed) in entries {
                    let changed = changed.as_u64().ok_or(Unreadable::Damaged)?;
                    record.put(Rc::from(id), Entry { tried: is_tried, changed });
                }
            }
            None if !is_tried => {}
            _ => return Err(Unreadable::Damaged),
        }
    }
    Ok(record)
}
