//! Checks a content document for the clinic's editor: every fault and warning at once, with line, column and mend.
//!
//! What is valid is the reader's to say ([`Document::parse`]); here is added where it stands, what JSON itself leaves
//! unsaid (files that are no text, keys that stand twice), and what a valid document had better have.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::grade;
use super::locate::{Map, Place};
use crate::core::content::{Dir, Document, MAX_BYTES, is_blank, is_invisible};
use crate::core::date::Date;
use crate::core::fault::{Fault, Problem};

/// A reading grade above this is warned of.
const HARDEST: f64 = 8.0;

/// The languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];

/// After so many, more fields that stand twice help nobody; the reader has the same limit for its faults.
const MOST_REPEATED: usize = 100;

/// Something to mend, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub place: Place,
    /// As in [`Fault::path`].
    pub path: String,
    /// What is wrong, and how to mend it.
    pub message: String,
}

/// What was found in a document.
#[derive(Debug, PartialEq)]
pub enum Report {
    Faulty(Vec<Finding>),
    Valid { warnings: Vec<Finding>, questions: usize, remedies: usize, grade: Option<f64> },
}

/// Checks a file.
///
/// # Errors
/// Why it could not be read, with its name and what to do.
pub fn file(path: &Path, today: i64) -> Result<Report, String> {
    let told = |error: io::Error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file; check the name and the folder".to_owned(),
            io::ErrorKind::IsADirectory => "this is a folder; name the JSON file in it".to_owned(),
            io::ErrorKind::PermissionDenied => "this file may not be read; ask whoever owns it for permission".to_owned(),
            _ => error.to_string(),
        };
        format!("{}: {why}", path.display())
    };
    let file = File::open(path).map_err(told)?;
    let length = file.metadata().map_err(told)?.len();
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(told)?;
    if bytes.len() > MAX_BYTES {
        let bytes = usize::try_from(length).unwrap_or(usize::MAX).max(bytes.len());
        let fault = Fault { path: String::new(), problem: Problem::TooLarge { bytes } };
        return Ok(Report::Faulty(vec![Finding::new(Place::START, "", fault.problem)]));
    }
    Ok(check(&bytes, today))
}

/// Checks the bytes of a file. `today` is in days since 1 January 1970, as [`Date::days`] counts.
pub fn check(bytes: &[u8], today: i64) -> Report {
    let (mark, rest) = bytes.strip_prefix(b"\xef\xbb\xbf").map_or((None, bytes), |rest| (Some(BYTE_ORDER_MARK), rest));
    let report = text(rest).map_or_else(|finding| Report::Faulty(vec![finding]), |text| check_text(text, today));
    match (mark, report) {
        (None, report) => report,
        (Some(mark), report) => {
            let mut findings = vec![Finding::new(Place::START, "", mark)];
            if let Report::Faulty(more) = report {
                findings.extend(more);
            }
            Report::Faulty(findings)
        }
    }
}

const BYTE_ORDER_MARK: &str = "a byte-order mark stands before the JSON; save the file as \"UTF-8\", not as \"UTF-8 with BOM\"";

fn text(bytes: &[u8]) -> Result<&str, Finding> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (valid, rest) = bytes.split_at(error.valid_up_to());
        let before = std::str::from_utf8(valid).unwrap_or_default();
        let byte = rest.first().copied().unwrap_or_default();
        let sixteen = if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") { ", which begins as UTF-16 does" } else { "" };
        let message = format!("not UTF-8 at byte {} (0x{byte:02x}{sixteen}); save the file as \"UTF-8\"", valid.len() + 1);
        Finding::new(Place::of_byte(before, before.len()), "", message)
    })
}

fn check_text(text: &str, today: i64) -> Report {
    let parsed = Document::parse(text);
    if let Err(faults) = &parsed
        && let [Fault { problem: Problem::NotJson { .. }, .. }] = faults[..]
    {
        return Report::Faulty(vec![not_json(text)]);
    }
    let map = Map::new(text);
    let faults = parsed.as_ref().err().map_or(&[][..], Vec::as_slice);
    let is_last = |fault: &&Fault| fault.problem == Problem::AndMore;
    let mut findings: Vec<_> = faults.iter().filter(|fault| !is_last(fault)).map(|fault| located(fault, &map)).collect();
    findings.extend(map.repeated(MOST_REPEATED).iter().map(|again| {
        let message = format!("the field \"{}\" is here already, in line {}; keep one of the two", short(&again.field), again.first.line);
        Finding::new(again.place, &again.path, message)
    }));
    findings.sort_by_key(|finding| finding.place);
    findings.extend(faults.iter().filter(is_last).map(|fault| located(fault, &map)));
    match parsed {
        Ok(document) if findings.is_empty() => valid(&document, &map, today),
        _ => Report::Faulty(findings),
    }
}

fn located(fault: &Fault, map: &Map) -> Finding {
    let place = match &fault.problem {
        Problem::Unknown { field, .. } => map.key(&fault.path, field),
        _ => map.value(&fault.path),
    };
    let problem = match &fault.problem {
        // The others shorten what they quote themselves.
        Problem::Unknown { field, known } => Problem::Unknown { field: short(field).to_owned(), known },
        problem => problem.clone(),
    };
    Finding::new(place, &fault.path, problem)
}

fn not_json(text: &str) -> Finding {
    let Err(error) = serde_json::from_str::<serde_json::Value>(text) else {
        return Finding::new(Place::START, "", "not JSON");
    };
    let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let byte = start + error.column().saturating_sub(1);
    let place = Place::of_byte(text, byte);
    let mut reason = error.to_string();
    if let Some(end) = reason.rfind(" at line ") {
        // It counts bytes; our own place stands in front.
        reason.truncate(end);
    }
    let trimmed = text.trim_start();
    let message = match text.get(byte..).and_then(|rest| rest.chars().next()) {
        _ if trimmed.is_empty() => "the file is empty; write a document into it, or copy one of the examples".to_owned(),
        _ if trimmed.starts_with('<') => {
            "this is a web page (HTML), not JSON; save the JSON file itself, not the page that shows it".to_owned()
        }
        _ if trimmed.starts_with("{\\rtf") => "this is formatted text (RTF), not JSON; save it as plain text".to_owned(),
        _ if reason.starts_with("recursion") => {
            "not JSON that can be read: too many [ or { inside each other; close each where it ends".to_owned()
        }
        Some(quote @ ('\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')) => {
            format!("not JSON: {quote} is no quotation mark here; write \" instead")
        }
        Some('/' | '#') => "not JSON, which has no comments; take it out".to_owned(),
        _ => format!("not JSON: {reason}; often a comma or a quotation mark too few or too many"),
    };
    Finding::new(place, "", message)
}

fn valid(document: &Document, map: &Map, today: i64) -> Report {
    let mut warnings = Vec::new();
    let mut lacks = |missing: bool, message: &str| {
        if missing {
            warnings.push(Finding::new(map.value(""), "", message));
        }
    };
    lacks(document.reviewed.is_none(), "no review date; when a clinician has read it over, add \"reviewed\" with that day, as YYYY-MM-DD");
    let signs = document.urgent.iter().flat_map(|urgent| &urgent.groups).flat_map(|group| &group.signs);
    lacks(signs.count() == 0, "no help-now card; add \"urgent\" with the signs with which a visitor should not wait");
    lacks(document.sources.is_empty(), "no sources; add \"sources\" that say where the content comes from");
    let language = document.lang.split('-').next().unwrap_or_default();
    let grade = grade::count(document).grade().filter(|_| language.eq_ignore_ascii_case("en"));
    if let Some(grade) = grade.filter(|grade| *grade > HARDEST) {
        let message = format!("the reading grade is {grade:.1} (Flesch–Kincaid grade), over 8; make sentences shorter and words simpler");
        lacks(true, &message);
    }
    if document.dir == Dir::Ltr && RIGHT_TO_LEFT.iter().any(|known| known.eq_ignore_ascii_case(language)) {
        let message = format!("\"{}\" is written from right to left; add \"dir\": \"rtl\"", document.lang);
        warnings.push(Finding::new(map.value("lang"), "lang", message));
    }
    if document.clinic.as_ref().and_then(|clinic| clinic.phone.as_deref()).is_some_and(is_blank) {
        warnings.push(Finding::new(map.value("clinic.phone"), "clinic.phone", "empty; write the number, or leave the field out"));
    }
    for (word, _) in document.strings.iter().filter(|(_, text)| is_blank(text)) {
        let path = format!("strings.{word}");
        warnings.push(Finding::new(
            map.value(&path),
            &path,
            "empty, so nothing stands in its place; leave the field out for the usual words",
        ));
    }
    if let Some(reviewed) = document.reviewed.filter(|reviewed| today > two_years_after(*reviewed)) {
        let message =
            format!("\"{}\" is over two years ago; have a clinician read it over, and write the day on which that was", reviewed.to_text());
        warnings.push(Finding::new(map.value("reviewed"), "reviewed", message));
    }
    warnings.sort_by_key(|finding| finding.place);
    Report::Valid { warnings, questions: document.questions.len(), remedies: document.remedies.len(), grade }
}

fn two_years_after(date: Date) -> i64 {
    Date { year: date.year + 2, ..date }.days()
}

/// A name can be as long as a file.
fn short(name: &str) -> &str {
    name.char_indices().nth(120).map_or(name, |(end, _)| &name[..end])
}

impl Finding {
    fn new(place: Place, path: &str, message: impl ToString) -> Self {
        Self { place, path: path.to_owned(), message: message.to_string() }
    }
}

impl Report {
    pub fn is_valid(&self) -> bool {
        matches!(self, Self::Valid { .. })
    }

    /// A line for each finding, and for a valid document one that sums it up, each with the name of the file.
    pub fn lines(&self, name: &str) -> Vec<String> {
        let line = |finding: &Finding| format!("{name}:{finding}");
        match self {
            Self::Faulty(faults) => faults.iter().map(line).collect(),
            Self::Valid { warnings, questions, remedies, grade } => {
                let number = |count: &usize, one: &str, more: &str| format!("{count} {}", if *count == 1 { one } else { more });
                let (questions, remedies) = (number(questions, "question", "questions"), number(remedies, "remedy", "remedies"));
                let grade = grade.map_or_else(
                    || "no reading grade, which is for English only".to_owned(),
                    |grade| format!("reading grade {grade:.1} (Flesch–Kincaid grade)"),
                );
                let warnings = warnings.iter().map(|finding| format!("warning: {}", line(finding)));
                warnings.chain([format!("{name}: valid; {questions}, {remedies}; {grade}")]).collect()
            }
        }
    }
}

/// `LINE:COLUMN: PATH: message`, in one line and in the terminal's own direction, whatever the document has in it.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.place.line, self.place.column)?;
        let colon = if self.path.is_empty() { "" } else { ": " };
        for c in short(&self.path).chars().chain(colon.chars()).chain(self.message.chars()) {
            if c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}
