//! A backup of the record as one JSON file, and how it is read back: all of it, or nothing.
//!
//! `{"format":"remedy-faq-backup","document":"muscle-knots","record":{"version":2,…}}`; the record as [`super::saved`] has it.

use super::json;
use super::record::Record;
use super::saved::{self, MAX_BYTES, Unreadable};
use super::value::Json;

const FORMAT: &str = "remedy-faq-backup";

/// Why a file cannot be brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No JSON, no backup, or a damaged one.
    NoBackup,
    /// Of another document.
    Other,
    /// Of a later version of this program.
    Newer,
    TooLarge,
}

pub fn to_json(document_id: &str, record: &Record) -> String {
    let mut out = String::from("{\"format\":\"");
    out.push_str(FORMAT);
    out.push_str("\",\"document\":");
    json::push_string(&mut out, document_id);
    out.push_str(",\"record\":");
    out.push_str(&saved::to_json(record));
    out.push('}');
    out
}

pub fn from_json(text: &str, document_id: &str) -> Result<Record, Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    // Some editors put a byte-order mark in front.
    let value = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|_| Refusal::NoBackup)?;
    if value.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(Refusal::NoBackup);
    }
    match value.get("document").and_then(Json::as_text) {
        Some(id) if id == document_id => {}
        Some(_) => return Err(Refusal::Other),
        None => return Err(Refusal::NoBackup),
    }
    saved::from_value(value.get("record").unwrap_or(&Json::Null)).map_err(|why| match why {
        Unreadable::Damaged => Refusal::NoBackup,
        Unreadable::Newer => Refusal::Newer,
        Unreadable::TooLarge => Refusal::TooLarge,
    })
}
