//! One widget on a page: its document, its options, the record it shows, and the page around it.

use std::rc::Rc;

use yew::Callback;

use super::live::LiveRecord;
use crate::core::content::Document;
use crate::core::record::Stamp;
use crate::core::words::{Word, Wording};

/// What a visitor can ask for that concerns the page as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Everything, whether it is open or not.
    PrintAll,
    /// What is open, and the record.
    PrintOpen,
    /// The single file with the record inside, as a download.
    SaveCopy,
}

/// What the view asks of the page around it. Its effects are all here.
pub trait Surface {
    /// Seconds since 1970.
    fn now(&self) -> Stamp;
    /// Shows the questions that a query finds and marks the places; all of them for an empty query.
    /// Gives how many were found, `None` for an empty query.
    fn search(&self, query: &str) -> Option<usize>;
    /// Opens or closes every question that is shown.
    fn open_all(&self, open: bool);
    /// Brings the element with this id into view and moves the focus there, without touching the address.
    fn go_to(&self, id: &str);
    /// Does what was asked, and says in `done` how it went, if there is anything to say.
    fn run(&self, command: Command, done: Callback<Word>);
}

/// Which questions are open at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Open {
    #[default]
    None,
    First,
    All,
    /// Those that the visitor had opened before the program arrived.
    These(Vec<String>),
}

/// The level of the heading around each question, 2 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().filter(|level| (2..=6).contains(level)).map(Self)
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// One question open at a time.
    pub exclusive: bool,
    pub open: Open,
    pub heading_level: Option<HeadingLevel>,
}

/// Everything that a view needs, cheap to clone and to compare.
#[derive(Clone)]
pub struct Widget(Rc<Inner>);

pub struct Inner {
    pub document: Rc<Document>,
    pub words: Wording,
    pub options: Options,
    pub record: LiveRecord,
    pub surface: Box<dyn Surface>,
}

impl Widget {
    pub fn new(document: Rc<Document>, options: Options, record: LiveRecord, surface: Box<dyn Surface>) -> Self {
        let words = Wording::new(&document.strings);
        Self(Rc::new(Inner { document, words, options, record, surface }))
    }

    /// An id for a place of the widget's own. The dots keep it apart from every id that a document can have.
    pub fn place(&self, name: &str) -> String {
        ["rf", &self.document.id, name].join(".")
    }

    pub fn is_open(&self, question: usize) -> bool {
        match &self.options.open {
            Open::None => false,
            Open::First => question == 0,
            Open::All => true,
            Open::These(ids) => ids.iter().any(|id| **id == *self.document.questions[question].id),
        }
    }
}

impl PartialEq for Widget {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Widget {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
