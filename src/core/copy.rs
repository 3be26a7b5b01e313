//! The single file with a record inside: the page's text with another fallback and record in its element.

use super::record::Record;
use super::saved;

/// What stands around the record in the page; `data-record` tells it from a content document.
const RECORD_START: &str = "<script type=\"application/json\" data-record>";
const RECORD_END: &str = "</script>";

/// The page with this view and record in its `<remedy-faq>`, in the place of what stood there; whatever it held before
/// is neither kept nor doubled. `None` for a page without the element.
///
/// `view` is HTML as a browser serialises it. The record is JSON without `<`, so it cannot end its script.
pub fn with_record(page: &str, view: &str, record: &Record) -> Option<String> {
    let tag = page.rfind("<remedy-faq")?;
    let start = tag + page[tag..].find('>')? + 1;
    let end = start + page[start..].find("</remedy-faq>")?;
    let record = if record.is_empty() { String::new() } else { saved::to_json(record) };
    let (script_start, script_end) = if record.is_empty() { ("", "") } else { (RECORD_START, RECORD_END) };
    Some([&page[..start], script_start, &record, script_end, view, &page[end..]].concat())
}
