//! Reads a content document strictly: an unknown field is a fault, because a typo in a clinic's file must not vanish.
//!
//! Written by hand over a JSON value rather than derived: it reports every fault with its path where serde
//! stops at the first, and is 7 KB smaller in the wasm (brotli).

use std::ops::ControlFlow;
use std::rc::Rc;
use std::vec::IntoIter;

use super::content::{Block, Clinic, Dir, Document, MAX_BYTES, Question, Remedy, Source, Urgent, UrgentGroup};
use super::date::Date;
use super::fault::{Fault, Problem};
use super::ids::Ids;
use super::pieces::Pieces;
use super::reader::{Fields, Reader};
use super::value::Json;
use super::words::Word;

/// How much of a long document is read in one step, in bytes, and how much of it checked: some 10 ms of a browser's time.
const BYTES: usize = 256 << 10;
const QUESTIONS: usize = 1000;

/// What a step on the way to a document gives: what goes on, or what it came to.
pub type Next = ControlFlow<Result<Document, Vec<Fault>>, Reading>;

/// A document on its way from its text, in steps that leave a page time to answer.
pub enum Reading {
    Text(Pieces),
    Values(Json),
    Questions(Box<Checking>),
}

impl Reading {
    pub fn begin(text: Rc<str>) -> Next {
        if text.len() > MAX_BYTES {
            return alone(Problem::TooLarge { bytes: text.len() });
        }
        ControlFlow::Continue(Self::Text(Pieces::new(text, BYTES)))
    }

    pub fn go_on(self) -> Next {
        match self {
            Self::Text(pieces) => match pieces.go_on() {
                ControlFlow::Continue(pieces) => ControlFlow::Continue(Self::Text(pieces)),
                ControlFlow::Break(Ok(json)) => ControlFlow::Continue(Self::Values(json)),
                ControlFlow::Break(Err(error)) => alone(Problem::NotJson { line: error.line(), column: error.column() }),
            },
            Self::Values(json) => Box::new(Checking::new(json)).go_on(),
            Self::Questions(checking) => checking.go_on(),
        }
    }
}

fn alone(problem: Problem) -> Next {
    ControlFlow::Break(Err(vec![Fault { path: String::new(), problem }]))
}

/// A document of which all is checked but the questions that are left.
pub struct Checking {
    reader: Reader,
    document: Document,
    left: IntoIter<Json>,
}

impl Checking {
    fn new(json: Json) -> Self {
        let mut reader = Reader::default();
        let document = reader.document(&json);
        let mut questions = Vec::new();
        if let Json::Object(fields) = json
            && let Some((_, Json::List(members))) = fields.0.into_iter().rfind(|(name, _)| name == "questions")
        {
            questions = members;
        }
        Self { reader, document, left: questions.into_iter() }
    }

    /// Each value is freed when it is checked: all at once would take as long as a step.
    fn go_on(mut self: Box<Self>) -> Next {
        let first = self.document.questions.len();
        for (place, value) in self.left.by_ref().take(QUESTIONS).enumerate() {
            self.document.questions.push(self.reader.member("questions", first + place, &value, Reader::question));
        }
        if self.left.len() > 0 && !self.reader.is_full() {
            return ControlFlow::Continue(Reading::Questions(self));
        }
        let Self { reader, document, .. } = *self;
        ControlFlow::Break(if reader.faults.is_empty() { Ok(document) } else { Err(reader.faults) })
    }
}

impl Reader {
    /// All but the questions, which are checked step by step after it.
    fn document(&mut self, value: &Json) -> Document {
        let fields = self.object(value, DOCUMENT);
        if let Some(version) = self.required(fields, "schemaVersion")
            && version.as_u64() != Some(1)
        {
            self.fault_in("schemaVersion", Problem::Version(version.as_u64()));
        }
        let id = self.id(fields);
        self.ids = Ids::default();
        let lang = self.lang(fields);
        let dir = self.dir(fields);
        // Remedies come before the questions that name them.
        self.remedies = self.list(fields, "remedies", Self::remedy);
        self.required(fields, "questions");
        let document = Document {
            id,
            lang,
            dir,
            title: self.required_text(fields, "title"),
            intro: self.optional_text(fields, "intro"),
            reviewed: self.date(fields, "reviewed"),
            reviewer: self.optional_text(fields, "reviewer"),
            sources: self.list(fields, "sources", Self::source),
            urgent: self.optional(fields, "urgent", Self::urgent),
            remedies: self.remedies.clone(),
            questions: Vec::new(),
            clinic: self.optional(fields, "clinic", Self::clinic),
            strings: self.optional(fields, "strings", Self::strings).unwrap_or_default(),
        };
        // Whether they are a list, and of how many.
        self.members(fields, "questions");
        document
    }

    fn remedy(&mut self, value: &Json) -> Rc<Remedy> {
        let fields = self.object(value, REMEDY);
        Rc::new(Remedy {
            id: self.id(fields),
            label: self.required_text(fields, "label"),
            detail: self.optional_text(fields, "detail"),
            area: self.optional_text(fields, "area"),
            caution: self.optional_text(fields, "caution"),
        })
    }

    fn question(&mut self, value: &Json) -> Rc<Question> {
        let fields = self.object(value, QUESTION);
        let id = self.id(fields);
        let question = self.required_text(fields, "question");
        self.required(fields, "answer");
        let answer: Vec<_> = self.list(fields, "answer", Self::block).into_iter().flatten().collect();
        Rc::new(Question { id, question, answer, note: self.optional_text(fields, "note") })
    }

    fn block(&mut self, value: &Json) -> Option<Block> {
        let fields = self.object(value, BLOCK);
        let Some((kind, more)) = fields.first_of(BLOCK) else {
            self.fault(Problem::NoBlock);
            return None;
        };
        if more {
            self.fault(Problem::TwoBlocks);
        }
        Some(match kind {
            "p" => Block::Paragraph(self.required_text(fields, "p")),
            "ul" => Block::Bullets(self.list(fields, "ul", Self::text)),
            "ol" => Block::Steps(self.list(fields, "ol", Self::text)),
            _ => Block::Remedies(self.list(fields, "remedies", Self::named_remedy).into_iter().flatten().collect()),
        })
    }

    fn named_remedy(&mut self, value: &Json) -> Option<Rc<Remedy>> {
        let id = self.string(value);
        let found = self.ids.place(&id).and_then(|place| self.remedies.get(place)).cloned();
        if found.is_none() {
            self.fault(Problem::NoSuchRemedy(id));
        }
        found
    }

    fn source(&mut self, value: &Json) -> Source {
        let fields = self.object(value, SOURCE);
        Source {
            title: self.required_text(fields, "title"),
            url: self.optional(fields, "url", Self::href).flatten(),
            accessed: self.date(fields, "accessed"),
        }
    }

    fn urgent(&mut self, value: &Json) -> Urgent {
        let fields = self.object(value, URGENT);
        Urgent { title: self.required_text(fields, "title"), groups: self.list(fields, "groups", Self::urgent_group) }
    }

    fn urgent_group(&mut self, value: &Json) -> UrgentGroup {
        let fields = self.object(value, URGENT_GROUP);
        UrgentGroup {
            title: self.required_text(fields, "title"),
            signs: self.list(fields, "signs", Self::text),
            action: self.optional_text(fields, "action"),
        }
    }

    fn clinic(&mut self, value: &Json) -> Clinic {
        let fields = self.object(value, CLINIC);
        Clinic {
            name: self.required_text(fields, "name"),
            phone: self.optional(fields, "phone", Self::string),
            url: self.optional(fields, "url", Self::href).flatten(),
        }
    }

    fn strings(&mut self, value: &Json) -> Vec<(Rc<str>, Rc<str>)> {
        let Json::Object(map) = value else {
            self.wrong_type("an object of strings", value);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for (name, value) in &map.0 {
            match Word::NAMES.iter().position(|known| known == name) {
                None => self.fault(Problem::Unknown { field: name.clone(), known: Word::NAMES }),
                Some(at) => strings.push((name.as_str().into(), self.inside(Word::NAMES[at], value, Self::string))),
            }
        }
        strings
    }

    fn id(&mut self, fields: Fields<'_>) -> Rc<str> {
        let id = self.required_string(fields, "id");
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !id.bytes().all(plain) {
            self.fault_in("id", Problem::BadId(id.clone()));
        } else if !id.is_empty() && !self.ids.add(&id) {
            self.fault_in("id", Problem::DuplicateId(id.clone()));
        }
        id
    }

    fn lang(&mut self, fields: Fields<'_>) -> Rc<str> {
        let lang = self.required_string(fields, "lang");
        let subtag = |part: &[u8]| (1..=8).contains(&part.len()) && part.iter().all(u8::is_ascii_alphanumeric);
        if !lang.is_empty() && !lang.as_bytes().split(|byte| *byte == b'-').all(subtag) {
            self.fault_in("lang", Problem::BadLang(lang.clone()));
        }
        lang
    }

    fn dir(&mut self, fields: Fields<'_>) -> Dir {
        match self.optional(fields, "dir", Self::string).as_deref() {
            None | Some("ltr") => Dir::Ltr,
            Some("rtl") => Dir::Rtl,
            Some(other) => {
                self.fault_in("dir", Problem::BadDir(other.into()));
                Dir::Ltr
            }
        }
    }

    fn date(&mut self, fields: Fields<'_>, name: &'static str) -> Option<Date> {
        let text = self.optional(fields, name, Self::string)?;
        let date = Date::parse(&text);
        if date.is_none() {
            self.fault_in(name, Problem::BadDate(text));
        }
        date
    }
}

const DOCUMENT: &[&str] = &[
    "schemaVersion",
    "id",
    "lang",
    "dir",
    "title",
    "intro",
    "reviewed",
    "reviewer",
    "sources",
    "urgent",
    "remedies",
    "questions",
    "clinic",
    "strings",
];
const REMEDY: &[&str] = &["id", "label", "detail", "area", "caution"];
const QUESTION: &[&str] = &["id", "question", "note", "answer"];
const BLOCK: &[&str] = &["p", "ul", "ol", "remedies"];
const SOURCE: &[&str] = &["title", "url", "accessed"];
const URGENT: &[&str] = &["title", "groups"];
const URGENT_GROUP: &[&str] = &["title", "signs", "action"];
const CLINIC: &[&str] = &["name", "phone", "url"];
