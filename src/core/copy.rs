//! The single file with a record inside: the page's text with another fallback and record in its element, and the
//! clinic's own document and the words of its language, if the widget shows them.

use super::content::Document;
use super::record::Record;
use super::saved;

/// What stands around the record in the page; `data-record` tells it from a content document.
const RECORD_START: &str = "<script type=\"application/json\" data-record>";
const DOCUMENT_START: &str = "<script type=\"application/json\">";
const WORDS_START: &str = "<script type=\"application/json\" data-words>";
const END: &str = "</script>";

/// The page with this view and record in its `<remedy-faq>`, in the place of what stood there; whatever it held before
/// is neither kept nor doubled. `None` for a page without the element.
///
/// `view` is HTML as a browser serialises it. `own` is the JSON of the document, where it is not the one that the page has
/// already, `words` that of its language's words, where they are not English. No `<` stands in any JSON, so that none can
/// end its script.
pub fn with_record(page: &str, document: &Document, own: Option<&str>, words: Option<&str>, view: &str, record: &Record) -> Option<String> {
    let own_head = own.and_then(|_| with_head(page, document));
    let page = own_head.as_deref().unwrap_or(page);
    let tag = page.rfind("<remedy-faq")?;
    let start = tag + page[tag..].find('>')? + 1;
    let end = start + page[start..].find("</remedy-faq>")?;
    let mut copy = page[..start].to_owned();
    for (start, json) in [(DOCUMENT_START, own), (WORDS_START, words)] {
        if let Some(json) = json {
            // In JSON it stands in strings only.
            copy.extend([start, &json.replace('<', "\\u003c"), END]);
        }
    }
    if !record.is_empty() {
        copy.extend([RECORD_START, &saved::to_json(record), END]);
    }
    copy.extend([view, &page[end..]]);
    Some(copy)
}

/// The page with the document's language, direction and title.
fn with_head(page: &str, document: &Document) -> Option<String> {
    let (start, rest) = page.split_once("<html")?;
    let (_, rest) = rest.split_once('>')?;
    let (before, rest) = rest.split_once("<title>")?;
    let (_, after) = rest.split_once("</title>")?;
    let title = document.title.plain().replace('&', "&amp;").replace('<', "&lt;");
    // A language tag that was read has no character of markup in it.
    let html = ["<html lang=\"", &document.lang, "\" dir=\"", document.dir.as_str(), "\">"].concat();
    Some([start, &html, before, "<title>", &title, "</title>", after].concat())
}
