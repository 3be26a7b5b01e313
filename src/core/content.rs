//! The content document, version 1: questions, remedies and the help-now card, as a clinic writes them.
//!
//! Owns the types. A value of [`Document`] is always valid: [`Reading`] is the only way to one,
//! ids are unique, links are safe, and an answer's remedies exist. Knows nothing of how it is shown.

use std::ops::ControlFlow;
use std::rc::Rc;

use super::date::Date;
use super::divide::divide;
use super::fault::Fault;
use super::read::Reading;

/// The largest document that is read, in bytes. Larger ones are refused unread, so that a page never hangs on one: to read
/// this much takes a browser a third of a second on two busy cores, and to show it as one text a second.
pub const MAX_BYTES: usize = 4 << 20;

/// How many members a list may have (questions, remedies, points, pieces of a text): to put so many questions in place
/// takes a browser some 0.8 s.
pub const MAX_MEMBERS: usize = 10_000;

/// How many the lists of a document may have together.
pub const MAX_MEMBERS_OF_ALL: usize = 5 * MAX_MEMBERS;

/// A whole content document in one language.
#[derive(Debug, PartialEq)]
pub struct Document {
    pub id: Rc<str>,
    /// A language tag, such as `en` or `pt-BR`.
    pub lang: Rc<str>,
    pub dir: Dir,
    pub title: Text,
    pub intro: Text,
    /// The day on which a clinician last read it over; `None` until one has.
    pub reviewed: Option<Date>,
    pub reviewer: Text,
    pub sources: Vec<Source>,
    pub urgent: Option<Urgent>,
    pub remedies: Vec<Rc<Remedy>>,
    pub questions: Vec<Rc<Question>>,
    pub clinic: Option<Clinic>,
    /// The document's own wording of what the widget says, by name; see [`super::words`].
    pub strings: Vec<(Rc<str>, Rc<str>)>,
}

impl Document {
    /// Reads and checks a document. Gives *every* fault, each with its path, or a document that has none.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let mut step = Reading::begin(text.into());
        loop {
            step = match step {
                ControlFlow::Continue(reading) => reading.go_on(),
                ControlFlow::Break(read) => return read,
            };
        }
    }
}

/// The direction in which the document's language runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dir {
    #[default]
    Ltr,
    Rtl,
}

impl Dir {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A run of text with links and strong words in it. Never markup: it is shown node by node.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Text(pub Vec<Span>);

impl Text {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone, as search and plain-text output see them.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for span in &self.0 {
            out.push_str(span.words());
        }
        out
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    Plain(Rc<str>),
    Strong(Rc<str>),
    Link { href: Href, text: Rc<str> },
}

impl Span {
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Link { text, .. } => text,
        }
    }
}

/// An address that is safe to link to: `https`, `http`, `mailto` or `tel`, and no character that could disguise another.
#[derive(Debug, Clone, PartialEq)]
pub struct Href(Rc<str>);

impl Href {
    /// `None` for every other scheme, for a relative address, and for one with white space or control characters in it.
    pub fn parse(address: &str) -> Option<Self> {
        let (scheme, rest) = divide(address, b':')?;
        let allowed = ["https", "http", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        let web = scheme.as_bytes().get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"http"));
        let complete = if web { rest.len() > 2 && rest.starts_with("//") } else { !rest.is_empty() };
        let plain = !address.contains(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
        (allowed && complete && plain).then(|| Self(address.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters that are not seen, or that turn the direction of what follows them.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether nothing of a text is seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Where the content comes from, and on which day it was read there.
#[derive(Debug, PartialEq)]
pub struct Source {
    pub title: Text,
    pub url: Option<Href>,
    pub accessed: Option<Date>,
}

/// The help-now card: signs with which a visitor should not wait.
#[derive(Debug, PartialEq)]
pub struct Urgent {
    pub title: Text,
    pub groups: Vec<UrgentGroup>,
}

#[derive(Debug, PartialEq)]
pub struct UrgentGroup {
    pub title: Text,
    pub signs: Vec<Text>,
    pub action: Text,
}

/// Something that can be tried, and ticked off as tried.
#[derive(Debug, PartialEq)]
pub struct Remedy {
    pub id: Rc<str>,
    pub label: Text,
    pub detail: Text,
    /// The group in which the checklist shows it.
    pub area: Text,
    pub caution: Text,
}

#[derive(Debug, PartialEq)]
pub struct Question {
    pub id: Rc<str>,
    pub question: Text,
    pub answer: Vec<Block>,
    /// Whose view the answer is, where it is dated or loose.
    pub note: Text,
}

impl Question {
    /// Every text of the answer, in the order of reading.
    pub fn answer_texts(&self) -> impl Iterator<Item = &Text> {
        self.answer
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(text) => vec![text],
                Block::Bullets(items) | Block::Steps(items) => items.iter().collect(),
                Block::Remedies(remedies) => remedies.iter().flat_map(|remedy| [&remedy.label, &remedy.detail, &remedy.caution]).collect(),
            })
            .chain(Some(&self.note))
    }
}

#[derive(Debug, PartialEq)]
pub enum Block {
    Paragraph(Text),
    Bullets(Vec<Text>),
    Steps(Vec<Text>),
    /// Remedies to tick, each one of the document's.
    Remedies(Vec<Rc<Remedy>>),
}

/// The clinic whose page it is.
#[derive(Debug, PartialEq)]
pub struct Clinic {
    pub name: Text,
    pub phone: Option<Rc<str>>,
    pub url: Option<Href>,
}
