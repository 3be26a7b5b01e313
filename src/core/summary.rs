//! The record on one page, for an appointment: what was tried and how it went, what was not, what the visitor asks.
//!
//! Owns what stands there and in which order, and the page as plain text. Paper is a view of the same [`Summary`].
//! Knows no calendar: days come as the caller writes them.

use std::rc::Rc;

use super::content::{Dir, Document};
use super::record::{Entry, Outcome, Record};
use super::words::{Word, Wording};

/// Which parts the visitor wants to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What was tried, with its outcomes.
    pub tried: bool,
    /// The notes on what was tried.
    pub notes: bool,
    pub untried: bool,
    /// What the visitor wants to ask.
    pub questions: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self { tried: true, notes: true, untried: true, questions: true }
    }
}

/// The page. A section in which nothing would stand is not there.
#[derive(Debug, PartialEq)]
pub struct Summary {
    pub title: String,
    /// On which day it was made, and from which document.
    pub made: String,
    /// When and by whom that document was last reviewed, or that nobody has.
    pub reviewed: String,
    pub sections: Vec<Section>,
    /// What stands before a note.
    note_label: String,
    dir: Dir,
}

#[derive(Debug, PartialEq)]
pub struct Section {
    pub heading: String,
    pub body: Body,
}

#[derive(Debug, PartialEq)]
pub enum Body {
    /// What helped, then what changed nothing, what made it worse, and what was tried without a word on that.
    Tried(Vec<Tried>),
    Untried(Vec<Area>),
    /// As the visitor wrote them, with their line ends.
    Questions(Rc<str>),
}

/// Texts are empty where there is nothing to say.
#[derive(Debug, PartialEq)]
pub struct Tried {
    pub label: String,
    pub area: String,
    /// How it went, in the document's wording.
    pub outcome: String,
    /// As the visitor wrote it, with its line ends.
    pub note: Rc<str>,
}

#[derive(Debug, PartialEq)]
pub struct Area {
    pub name: String,
    pub labels: Vec<String>,
}

impl Summary {
    /// `today` and `reviewed` are days as the visitor reads them; `reviewed` is that of the document.
    pub fn new(document: &Document, record: &Record, wording: &Wording, choice: Choice, today: &str, reviewed: Option<&str>) -> Self {
        let mut sections = Vec::new();
        let mut add = |word, body| sections.push(Section { heading: wording.get(word).to_owned(), body });
        if choice.tried {
            for (word, tried) in [
                (Word::Tried, tried(document, record, wording, choice.notes)),
                (Word::TriedElsewhere, tried_elsewhere(document, record, wording, choice.notes)),
            ] {
                if !tried.is_empty() {
                    add(word, Body::Tried(tried));
                }
            }
        }
        if choice.untried {
            let untried = untried(document, record, wording);
            if !untried.is_empty() {
                add(Word::Untried, Body::Untried(untried));
            }
        }
        let questions = &record.questions.text;
        if choice.questions && !questions.trim().is_empty() {
            add(Word::OwnQuestions, Body::Questions(questions.clone()));
        }
        Self {
            title: wording.get(Word::Appointment).to_owned(),
            made: wording.fill(Word::Made, &[("date", today), ("title", &document.title.plain())]),
            reviewed: match reviewed {
                None => wording.get(Word::NotReviewed).to_owned(),
                Some(date) => {
                    let word = if document.reviewer.is_empty() { Word::Reviewed } else { Word::ReviewedBy };
                    wording.fill(word, &[("date", date), ("reviewer", &document.reviewer.plain())])
                }
            },
            sections,
            note_label: wording.get(Word::OwnNote).to_owned(),
            dir: document.dir,
        }
    }

    /// The page as plain text, for an e-mail or a file. No line is wrapped.
    pub fn to_text(&self) -> String {
        let mut out = [&*self.title, "\n", &self.made, "\n", &self.reviewed, "\n"].concat();
        for section in &self.sections {
            push(&mut out, &["\n", &section.heading, "\n"]);
            match &section.body {
                Body::Tried(remedies) => {
                    for remedy in remedies {
                        self.push_tried(&mut out, remedy);
                    }
                }
                Body::Untried(areas) => {
                    for area in areas {
                        push(&mut out, &["- ", &area.name]);
                        for (number, label) in area.labels.iter().enumerate() {
                            push(&mut out, &[if number == 0 { ": " } else { "; " }, label]);
                        }
                        out.push('\n');
                    }
                }
                Body::Questions(text) => push(&mut out, &[text.trim_end(), "\n"]),
            }
        }
        out
    }

    fn push_tried(&self, out: &mut String, remedy: &Tried) {
        push(out, &["- ", &named(&remedy.label, &remedy.area)]);
        if !remedy.outcome.is_empty() {
            push(out, &[": ", &remedy.outcome]);
        }
        out.push('\n');
        let note = remedy.note.trim_end();
        if note.is_empty() {
            return;
        }
        push(out, &["  ", &self.note_label, ": "]);
        // The end of a line ends every isolate, so each line of a note has its own.
        let isolated = self.dir == Dir::Rtl || note.chars().any(turns_direction);
        let (before, after) = if isolated { ("\u{2068}", "\u{2069}") } else { ("", "") };
        for (number, line) in note.split('\n').enumerate() {
            push(out, &[if number == 0 { "" } else { "  " }, before, line.trim_end(), after, "\n"]);
        }
    }
}

/// A remedy by its label and its area, since two areas may each have one of that name.
pub fn named(label: &str, area: &str) -> String {
    if area.is_empty() { label.to_owned() } else { [label, " (", area, ")"].concat() }
}

pub fn outcome_word(outcome: Outcome) -> Word {
    match outcome {
        Outcome::Helped => Word::Helped,
        Outcome::NoChange => Word::NoChange,
        Outcome::Worse => Word::Worse,
    }
}

const ORDER: [Option<Outcome>; 4] = [Some(Outcome::Helped), Some(Outcome::NoChange), Some(Outcome::Worse), None];

fn tried(document: &Document, record: &Record, wording: &Wording, notes: bool) -> Vec<Tried> {
    let mut tried = Vec::new();
    for outcome in ORDER {
        for remedy in &document.remedies {
            if let Some(entry) = record.entry(&remedy.id)
                && entry.tried
                && entry.outcome == outcome
            {
                tried.push(line(remedy.label.plain(), remedy.area.plain(), entry, wording, notes));
            }
        }
    }
    tried
}

/// What was tried and the document has not (any more), in the order of the ids.
pub fn elsewhere<'r>(document: &Document, record: &'r Record) -> Vec<(&'r Rc<str>, &'r Entry)> {
    let mut known: Vec<&str> = document.remedies.iter().map(|remedy| &*remedy.id).collect();
    known.sort_unstable();
    record.entries().filter(|(id, entry)| entry.tried && known.binary_search(&&***id).is_err()).collect()
}

fn tried_elsewhere(document: &Document, record: &Record, wording: &Wording, notes: bool) -> Vec<Tried> {
    let elsewhere = elsewhere(document, record);
    let mut tried = Vec::new();
    for outcome in ORDER {
        for (id, entry) in &elsewhere {
            if entry.outcome == outcome {
                tried.push(line(id.to_string(), String::new(), entry, wording, notes));
            }
        }
    }
    tried
}

fn line(label: String, area: String, entry: &Entry, wording: &Wording, notes: bool) -> Tried {
    let outcome = entry.outcome.map_or("", |outcome| wording.get(outcome_word(outcome)));
    Tried { label, area, outcome: outcome.to_owned(), note: if notes { entry.note.clone() } else { "".into() } }
}

/// The areas in the order in which they first come, as in the checklist.
fn untried(document: &Document, record: &Record, wording: &Wording) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for remedy in &document.remedies {
        if record.is_tried(&remedy.id) {
            continue;
        }
        let name = if remedy.area.is_empty() { wording.get(Word::OtherRemedies).to_owned() } else { remedy.area.plain() };
        let label = remedy.label.plain();
        match areas.iter_mut().find(|area| area.name == name) {
            Some(area) => area.labels.push(label),
            None => areas.push(Area { name, labels: vec![label] }),
        }
    }
    areas
}

/// Letters that run from right to left, and the marks that turn a text's direction.
fn turns_direction(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

fn push(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}
