//! What is wrong with a document: where, what, and how to mend it.

use std::fmt;
use std::rc::Rc;

use super::content::{MAX_BYTES, MAX_MEMBERS, MAX_MEMBERS_OF_ALL};

/// One fault of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, as one would write it in a program: `questions[3].answer[0].ul`. Empty for the document itself.
    pub path: String,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Not JSON at all, and where that shows. (The reasons that serde_json gives would cost the wasm 2 KB; the checker for
    /// editors has them.)
    NotJson {
        line: usize,
        column: usize,
    },
    TooLarge {
        bytes: usize,
    },
    WrongType {
        expected: &'static str,
        found: &'static str,
    },
    Missing(&'static str),
    Unknown {
        field: String,
        known: &'static [&'static str],
    },
    Empty,
    NoBlock,
    TwoBlocks,
    /// `None` where it is no number, or none that a version could be.
    Version(Option<u64>),
    BadId(Rc<str>),
    DuplicateId(Rc<str>),
    NoSuchRemedy(Rc<str>),
    BadLink(Rc<str>),
    BadDate(Rc<str>),
    BadDir(Rc<str>),
    BadLang(Rc<str>),
    TooMany,
    /// More faults than are worth telling at once.
    AndMore,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        self.problem.fmt(f)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, value, mend): (&str, &str, &str) = match self {
            Self::NotJson { line, column } => {
                return write!(
                    f,
                    "not JSON at line {line} column {column}; often a comma or a quotation mark too few or too many, or over 127 \
                     brackets inside each other"
                );
            }
            Self::TooLarge { bytes } => {
                return write!(f, "{bytes} bytes is more than the {MAX_BYTES} that are read; split the document");
            }
            Self::WrongType { expected, found } => {
                return write!(f, "expected {expected}, found {found}; write {expected} here");
            }
            Self::Missing(field) => ("the field \"", *field, "\" is missing; add it"),
            Self::Unknown { field, known } => {
                f.write_str("unknown field \"")?;
                cut(f, field)?;
                return write!(f, "\"; the fields here are {}", known.join(", "));
            }
            Self::Empty => ("", "empty", "; write something here, or leave the field out where it is optional"),
            Self::NoBlock => ("", "a part of an answer without content", "; write one of \"p\", \"ul\", \"ol\", \"remedies\""),
            Self::TwoBlocks => {
                ("", "two kinds of content in one part of an answer", "; give each of \"p\", \"ul\", \"ol\", \"remedies\" its own { }")
            }
            Self::Version(Some(found)) => return write!(f, "version {found} is not known to this program; write 1"),
            Self::Version(None) => ("version ", "of this kind", " is not known to this program; write 1"),
            Self::BadId(id) => ("the id \"", id, "\" may have letters a to z, digits, - and _ only; change it"),
            Self::DuplicateId(id) => ("the id \"", id, "\" is taken by an earlier entry; give each its own"),
            Self::NoSuchRemedy(id) => ("no remedy has the id \"", id, "\"; add it to \"remedies\" or correct it here"),
            Self::BadLink(link) => {
                ("\"", link, "\" is no link that is allowed; begin it with https://, http://, mailto: or tel:, without spaces")
            }
            Self::BadDate(date) => ("\"", date, "\" is no date; write it as YYYY-MM-DD, such as 2026-11-22"),
            Self::BadDir(dir) => ("\"", dir, "\" is no direction; write \"ltr\" or \"rtl\""),
            Self::BadLang(lang) => ("\"", lang, "\" is no language tag; write one such as \"en\" or \"pt-BR\""),
            Self::TooMany => {
                return write!(f, "more than {MAX_MEMBERS} members here, or {MAX_MEMBERS_OF_ALL} in all lists; split the document");
            }
            Self::AndMore => ("", "there are more faults", "; mend these first"),
        };
        f.write_str(what)?;
        cut(f, value)?;
        f.write_str(mend)
    }
}

/// A quoted value, cut where it is as long as a file.
fn cut(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    match value.char_indices().nth(120) {
        None => f.write_str(value),
        Some((end, _)) => {
            f.write_str(&value[..end])?;
            f.write_str("…")
        }
    }
}
