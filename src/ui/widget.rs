//! One widget on a page: its document, its options, the record it shows, and the page around it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::app::at_once;
use super::checklist::areas;
use super::live::{Live, Part};
use super::shared::{Keeping, SharedRecord};
use super::turns;
use super::watch::{Topic, Watch, Watchers};
use crate::core::content::{Document, Remedy};
use crate::core::date::Date;
use crate::core::record::{self, Action, Outcome, Record, Stamp};
use crate::core::summary::Choice;
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
    /// The record alone, as a download.
    Backup,
    /// A backup, chosen by the visitor, back into the record.
    Restore,
    /// The record as a FHIR resource, as a download.
    Fhir,
    /// The page for the appointment: on paper, on the clipboard, or as a text file.
    PrintSummary,
    CopySummary,
    DownloadSummary,
}

/// What the view asks of the page around it. Its effects are all here.
pub trait Surface {
    /// Seconds since 1970.
    fn now(&self) -> Stamp;
    /// A day, or today, as one writes it in the document's language.
    fn date(&self, date: Option<Date>) -> String;
    /// A number as one writes it in the document's language, and the plural category that it asks for.
    fn number(&self, n: usize) -> String;
    fn plural(&self, n: usize) -> String;
    /// Calls back once all of the program is there, at once where it is; with `false` where it cannot be had. The search, the
    /// page for the appointment and what the buttons below it do need it.
    fn when_whole(&self, then: Callback<bool>);
    /// Shows the questions that a query finds and marks the places; all of them for an empty query.
    /// Gives how many were found, `None` for an empty query.
    fn search(&self, query: &str) -> Option<usize>;
    /// Empties the search field as a visitor would, and leaves the focus in it.
    fn clear_search(&self);
    /// Calls back once typing has paused; a new call takes the place of one that still waits.
    fn when_typing_pauses(&self, then: Callback<()>);
    /// Opens or closes every question that is shown.
    fn open_all(&self, open: bool);
    /// Ticks a box, or unticks it, if it stands.
    fn tick(&self, field: &NodeRef, ticked: bool);
    /// Brings the element with this id into view and moves the focus there, without touching the address.
    fn go_to(&self, id: &str);
    /// Moves the focus to the control of this part or name, from one that is going away.
    fn focus(&self, part: &str);
    /// Whether the page is a copy that was saved with a record inside.
    fn is_copy(&self) -> bool;
    /// Whether the page for the appointment is open.
    fn shows_appointment(&self) -> bool;
    /// Does what was asked, and tells the widget how it went, if there is anything to tell.
    fn run(&self, widget: &Widget, command: Command);
}

/// Which questions are open at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Open {
    #[default]
    None,
    First,
    All,
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
    /// As the document's own, or closer.
    pub lang: Option<String>,
    /// Over the document's own.
    pub dir: Option<String>,
    /// Rendered on the host, as what stands there before the program: nothing in it that only the program can fill.
    pub fallback: bool,
}

/// Everything that a view needs, cheap to clone and to compare.
#[derive(Clone)]
pub struct Widget(Rc<Inner>);

pub struct Inner {
    pub document: Rc<Document>,
    pub words: Wording,
    pub options: Options,
    pub record: SharedRecord,
    pub surface: Box<dyn Surface>,
    /// Its remedies by area.
    pub areas: Vec<Vec<Rc<Remedy>>>,
    /// How many questions are drawn at once.
    pub piece: usize,
    /// How many parts of the view were drawn.
    drawn: Cell<usize>,
    pub(super) found: Cell<Option<usize>>,
    pub(super) announced: RefCell<String>,
    said: Cell<Option<Word>>,
    again: Cell<bool>,
    /// Whether "clear" has been pressed and waits for an answer.
    asking: Cell<bool>,
    choice: Cell<Choice>,
    /// The record before and after it was cleared or restored.
    before: RefCell<Option<(Rc<Record>, Rc<Record>)>>,
    watchers: Watchers,
}

impl Widget {
    pub fn new(document: Rc<Document>, words: Wording, options: Options, record: SharedRecord, surface: Box<dyn Surface>) -> Self {
        let drawn = Cell::new(if options.fallback { usize::MAX } else { 0 });
        let (found, announced, said, again, asking, choice, before, watchers) = Default::default();
        let (piece, areas) = (at_once(document.questions.len()), areas(&document.remedies));
        Self(Rc::new(Inner {
            document,
            areas,
            piece,
            words,
            options,
            record,
            surface,
            drawn,
            found,
            announced,
            said,
            again,
            asking,
            choice,
            before,
            watchers,
        }))
    }

    /// A part of the view that renders again when what it shows changes.
    pub fn live(&self, part: Part) -> Html {
        html! { <Live widget={self.clone()} {part} /> }
    }

    /// Whether a part of the view has had its turn.
    pub fn is_drawn(&self, part: usize) -> bool {
        part < self.drawn.get()
    }

    /// Draws the next part of the view, one at a time, so that no task is long; `false` when all have had their turn.
    pub fn draw(&self) -> bool {
        let part = self.drawn.get();
        if part == turns::all(self) {
            return false;
        }
        self.drawn.set(part + 1);
        self.tell(Topic::Drawn(part));
        true
    }

    /// Watches the record or the widget itself, whichever the topic is of.
    pub fn watch(&self, topic: Topic, told: Callback<()>) -> Watch {
        match topic {
            Topic::Record | Topic::Settled | Topic::Asked | Topic::Box(_) | Topic::Remedy(_) | Topic::Saved => {
                self.record.watch(topic, told)
            }
            Topic::Drawn(_) | Topic::Stands | Topic::Found | Topic::Announced | Topic::Said | Topic::Choice => {
                self.watchers.watch(topic, told)
            }
        }
    }

    /// An id for a place of the widget's own. The dots keep it apart from every id that a document can have.
    pub fn place(&self, name: &str) -> String {
        ["rf", &self.document.id, name].join(".")
    }

    /// What names a section of the widget: the heading with this id, and the title, because a page may have several
    /// widgets. (The fallback, which has no byte to spare, stands alone on its page.)
    pub fn names(&self, id: &str) -> String {
        if self.options.fallback { id.to_owned() } else { [id, " ", &self.place("top")].concat() }
    }

    pub fn is_open(&self, question: usize) -> bool {
        match self.options.open {
            Open::None => false,
            Open::First => question == 0,
            Open::All => true,
        }
    }

    /// The document's remedies that were tried, in its order.
    pub fn tried(&self) -> impl Iterator<Item = &Rc<Remedy>> {
        let record = self.record.record();
        self.document.remedies.iter().filter(move |remedy| record.is_tried(&remedy.id))
    }

    /// Of those, the ones with this outcome.
    pub fn tried_with(&self, outcome: Option<Outcome>) -> impl Iterator<Item = &Rc<Remedy>> {
        let record = self.record.record();
        self.tried().filter(move |remedy| record.entry(&remedy.id).is_some_and(|entry| entry.outcome == outcome))
    }

    pub fn said(&self) -> Option<Word> {
        self.said.get()
    }

    /// Says that an entry is kept, where it is.
    pub fn say_saved(&self) {
        self.record.save();
        if !matches!(self.record.keeping(), Keeping::Nowhere | Keeping::Refused | Keeping::Newer) {
            self.say(Word::Saved);
        }
    }

    /// Whether the words of the last command are said a second time in a row.
    pub fn is_again(&self) -> bool {
        self.again.get()
    }

    /// Says how a command went.
    pub fn say(&self, word: Word) {
        self.again.set(self.said.replace(Some(word)) == Some(word) && !self.again.get());
        self.tell(Topic::Said);
    }

    /// What goes on the page for the appointment.
    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    pub fn choose(&self, choice: Choice) {
        self.choice.set(choice);
        self.tell(Topic::Choice);
    }

    /// Changes the record as the visitor asked.
    pub fn act(&self, action: &Action) {
        self.record.dispatch(action, self.surface.now());
    }

    pub fn is_asking(&self) -> bool {
        self.asking.get()
    }

    /// Asks whether to clear the record, or stops asking.
    pub fn ask(&self, asking: bool) {
        self.asking.set(asking);
        self.said.set(None);
        self.surface.focus("clear");
        self.tell(Topic::Said);
    }

    /// Whether the last clearing or restoring can be undone.
    pub fn can_undo(&self) -> bool {
        self.before.borrow().is_some()
    }

    pub fn clear(&self) {
        self.asking.set(false);
        self.surface.focus("clear");
        self.replace(Record::default(), if self.surface.is_copy() { Word::ClearedCopy } else { Word::Cleared });
        // Even an empty record may have left something behind: a damaged one, set aside.
        self.record.retell();
    }

    #[inline(never)]
    pub fn restore(&self, backup: &Record) {
        self.replace(record::restore(&self.record.record(), backup), Word::Restored);
    }

    pub fn undo(&self) {
        let before = self.before.take();
        if let Some((before, after)) = before {
            self.surface.focus("clear");
            self.record.replace(record::undone(&before, &after, &self.record.record()));
            self.say(Word::Undone);
        }
    }

    fn replace(&self, next: Record, said: Word) {
        let before = self.record.record();
        self.record.replace(next);
        self.before.replace(Some((before, self.record.record())));
        // What a newer program stored is there all the same.
        self.say(if self.record.keeping() == Keeping::Newer { Word::KeptNewer } else { said });
    }

    pub(super) fn tell(&self, topic: Topic) {
        self.watchers.tell(&|watched| *watched == topic);
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
