//! The record for a clinic's system: a FHIR R4 `QuestionnaireResponse` with its `Questionnaire` contained.
//!
//! Owns the shape of that file. It says what the visitor entered and chose to show, and nothing about who they are: no
//! subject, no author. The questionnaire is made from the content document, so that the file is complete by itself.
//! See <https://hl7.org/fhir/R4/questionnaireresponse.html>.

use super::content::Document;
use super::json::push_string;
use super::record::{Entry, Outcome, Record};
use super::summary::{Choice, elsewhere, named, outcome_word};
use super::words::{Word, Wording};

/// The one item that is of no remedy. It has a dot, which no id of a document has.
const OWN_QUESTIONS: &str = "visitor.questions";

/// The file's text. `authored` is the instant at which it is made, with its zone: `2026-11-23T09:30:00+01:00`.
///
/// Of `choice`, `untried` changes nothing: what was not tried is a question without an answer.
pub fn questionnaire_response(document: &Document, record: &Record, wording: &Wording, choice: Choice, authored: &str) -> String {
    let mut writer = Writer { out: "{\"resourceType\":\"QuestionnaireResponse\"".to_owned(), wording, choice, answering: false };
    writer.field("language", &document.lang);
    writer.out.push_str(",\"contained\":[{\"resourceType\":\"Questionnaire\",\"id\":\"questionnaire\"");
    writer.field("language", &document.lang);
    writer.field("title", &document.title.plain());
    // FHIR knows no year 0.
    match document.reviewed.filter(|date| date.year > 0) {
        None => writer.field("status", "unknown"),
        Some(date) => {
            writer.field("status", "active");
            writer.field("lastReviewDate", &date.to_text());
        }
    }
    writer.items(document, record);
    writer.out.push_str("}],\"questionnaire\":\"#questionnaire\",\"status\":\"completed\"");
    writer.field("authored", authored);
    writer.answering = true;
    writer.items(document, record);
    writer.out.push('}');
    writer.out
}

/// Writes the questions or the answers to them: the same items in the same order, so that they match.
struct Writer<'w> {
    out: String,
    wording: &'w Wording,
    choice: Choice,
    answering: bool,
}

impl Writer<'_> {
    fn items(&mut self, document: &Document, record: &Record) {
        let start = self.out.len();
        self.out.push_str(",\"item\":[");
        let empty = self.out.len();
        for remedy in &document.remedies {
            let entry = record.entry(&remedy.id).filter(|entry| entry.tried && self.choice.tried);
            self.remedy(&remedy.id, &named(&remedy.label.plain(), &remedy.area.plain()), entry);
        }
        if self.choice.tried {
            for (id, entry) in elsewhere(document, record) {
                self.remedy(&link(id), id, Some(entry));
            }
        }
        let questions = if self.choice.questions { &*record.questions.text } else { "" };
        self.text(OWN_QUESTIONS, Word::OwnQuestions, questions);
        if self.out.len() == empty {
            // FHIR knows no empty lists.
            self.out.truncate(start);
        } else {
            self.out.push(']');
        }
    }

    fn remedy(&mut self, link: &str, name: &str, entry: Option<&Entry>) {
        if self.answering && entry.is_none() {
            return;
        }
        self.begin(link, name, "group");
        self.out.push_str(",\"item\":[");
        self.leaf(&[link, ".tried"].concat(), Word::Tried, "boolean", "\"valueBoolean\":true");
        let outcome = entry.and_then(|entry| entry.outcome).map_or(String::new(), |outcome| self.coding(outcome));
        self.leaf(&[link, ".outcome"].concat(), Word::DidItHelp, "choice", &outcome);
        let note = entry.filter(|_| self.choice.notes).map_or("", |entry| &entry.note);
        self.text(&[link, ".note"].concat(), Word::OwnNote, note);
        self.out.push_str("]}");
    }

    fn text(&mut self, link: &str, word: Word, words: &str) {
        let words = tidy(words);
        let mut answer = String::new();
        if !words.is_empty() {
            answer.push_str("\"valueString\":");
            push_string(&mut answer, &words);
        }
        self.leaf(link, word, "text", &answer);
    }

    /// One question, or its answer where there is one.
    fn leaf(&mut self, link: &str, word: Word, kind: &str, answer: &str) {
        if self.answering && answer.is_empty() {
            return;
        }
        self.begin(link, self.wording.get(word), kind);
        if self.answering {
            self.out.push_str(",\"answer\":[{");
            self.out.push_str(answer);
            self.out.push_str("}]");
        } else if kind == "choice" {
            let mut separator = ",\"answerOption\":[{";
            for outcome in Outcome::ALL {
                self.out.push_str(separator);
                self.out.push_str(&self.coding(outcome));
                separator = "},{";
            }
            self.out.push_str("}]");
        }
        self.out.push('}');
    }

    fn begin(&mut self, link: &str, text: &str, kind: &str) {
        self.out.push_str(if self.out.ends_with('}') { ",{\"linkId\":" } else { "{\"linkId\":" });
        push_string(&mut self.out, link);
        self.field("text", text);
        if !self.answering {
            self.field("type", kind);
        }
    }

    fn coding(&self, outcome: Outcome) -> String {
        let mut coding = ["\"valueCoding\":{\"system\":\"urn:remedy-faq:outcome\",\"code\":\"", outcome.as_str(), "\""].concat();
        push_field(&mut coding, "display", self.wording.get(outcome_word(outcome)));
        coding.push('}');
        coding
    }

    fn field(&mut self, name: &str, text: &str) {
        push_field(&mut self.out, name, text);
    }
}

/// A field that is not the first; left out where the text is empty, since FHIR knows no empty strings.
fn push_field(out: &mut String, name: &str, text: &str) {
    let text = tidy(text);
    if !text.is_empty() {
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        push_string(out, &text);
    }
}

/// A text as FHIR allows it: no control characters, no white space but spaces, tabs and line ends, and none around it.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => tidy.push(c),
            // The first is white space to JSON Schema, the others are no characters to XML.
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_whitespace() => tidy.push(' '),
            c if c.is_control() => {}
            c => tidy.push(c),
        }
    }
    tidy.trim().to_owned()
}

/// The link id of a remedy that the document does not have. An id of a document stays what it is. What comes from a
/// backup may be any text: the bytes that no id of a document has become a dot and two digits, which is how no suffix of
/// ours begins, so that each link id is there once.
fn link(id: &str) -> String {
    let mut link = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            link.push(char::from(byte));
        } else {
            link.push('.');
            for shift in [4, 0] {
                link.push(char::from(b"0123456789abcdef"[usize::from(byte >> shift & 15)]));
            }
        }
    }
    if link.is_empty() { ".".to_owned() } else { link }
}
