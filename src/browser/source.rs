//! Which document an element shows, the clinic's own, inline or by `src`, or the bundled one; and in which words.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::home::{Home, Received};
use super::standby::has_view;
use super::surface::all;
use crate::core::content::{Document, MAX_BYTES, is_blank};
use crate::core::fault::Fault;
use crate::core::read::{Next, Reading};
use crate::core::words;

/// How long a document may be on its way before the bundled questions stand in for it, in milliseconds.
const BLANK: u32 = 1000;

/// A document to show.
pub struct Given {
    pub document: Rc<Document>,
    /// Its text, where the single file does not have it already.
    pub own: Option<Rc<str>>,
    /// The words of its language, where they are not English.
    pub words: Option<Rc<str>>,
}

/// Where a document is wanted, and what shows it.
#[derive(Clone)]
struct Wanted {
    host: HtmlElement,
    home: Home,
    show: Rc<dyn Fn(Given)>,
}

/// What says which document is shown: its address, or the language of the bundled one.
pub fn asked(host: &HtmlElement) -> Option<String> {
    host.get_attribute("src").or_else(|| host.get_attribute("lang"))
}

/// Gives the element's document to `show`, at once or when it has arrived. A document with faults is told, and then the
/// fallback stays, or where there is none, the bundled questions are shown: never nothing. They also stand in for a document
/// that is long on its way, until it comes, or for good where the visitor has begun to use them.
pub fn document(host: &HtmlElement, home: &Home, show: Rc<dyn Fn(Given)>) {
    let wanted = Wanted { host: host.clone(), home: home.clone(), show };
    if let Some(text) = inside(host, "script[type='application/json']:not([data-record],[data-words])") {
        return wanted.parse("the document inside the element", text);
    }
    match host.get_attribute("src").filter(|address| !address.is_empty()) {
        None => wanted.bundled(),
        Some(address) => wanted.fetch(address),
    }
}

/// How far a document by `src` has come.
#[derive(Default)]
struct Progress {
    arrived: Cell<bool>,
    stands_in: Cell<bool>,
    used: Cell<bool>,
}

impl Wanted {
    fn fetch(self, address: String) {
        let progress = Rc::new(Progress::default());
        let stand_in = {
            let (progress, wanted) = (progress.clone(), self.clone());
            let show = move |given| {
                if !progress.arrived.get() && wanted.is_blank() {
                    progress.stands_in.set(true);
                    (wanted.show)(given);
                }
            };
            let stand_in = Self { show: Rc::new(show), ..self.clone() };
            Timeout::new(BLANK, move || {
                if stand_in.is_blank() {
                    stand_in.bundled();
                }
            })
        };
        let click = {
            let progress = progress.clone();
            EventListener::new(&self.host, "click", move |_| progress.used.set(progress.stands_in.get()))
        };
        let (home, name) = (self.home.clone(), address.clone());
        let then: Received = Box::new(move |text, why| {
            drop(stand_in);
            progress.arrived.set(true);
            if self.host.get_attribute("src").as_deref() != Some(&address) {
                // Overtaken: the element shows another document by now, or is about to.
                return;
            }
            let wanted = if progress.stands_in.get() { self.after(progress, click) } else { self };
            match text {
                Some(text) => wanted.parse(&address, text),
                None => {
                    let why = why.unwrap_or_default();
                    wanted.failed(&[&address, ": ", &why, "; check the address in src, and that this page may read the file"].concat());
                }
            }
        });
        home.fetch(&name, MAX_BYTES as u32, &Closure::once_into_js(then));
    }

    /// What is shown after the bundled questions stood in: the clinic's document, unless the visitor has begun to use them, of which
    /// clicks tell until then.
    fn after(self, progress: Rc<Progress>, clicks: EventListener) -> Self {
        let wanted = self.clone();
        let show = move |given: Given| {
            let _ = &clicks;
            let is_bundled = given.own.is_none();
            if !(is_bundled || progress.used.get() || wanted.host.matches(":focus-within").unwrap_or_default()) {
                (wanted.show)(given);
            }
        };
        Self { show: Rc::new(show), ..self }
    }

    /// The bundled questions, in the element's language where they are there.
    fn bundled(self) {
        let name = ["document-", words::pick(&[&self.lang()], &words::BUNDLED).unwrap_or("en")].concat();
        let asked = name.clone();
        let then = Box::new(move |wanted: Self, text: Option<String>| match text {
            Some(text) => wanted.parse(&name, text),
            None => wanted.keep_fallback(),
        });
        self.text(&asked, then);
    }

    fn parse(self, name: &str, text: String) {
        let text: Rc<str> = text.into();
        self.go_on(name.to_owned(), text.clone(), Reading::begin(text));
    }

    /// Reads and checks it, each step in a task of its own: in this one the program may just have started, and all of them are long where
    /// they are the first code to run.
    fn go_on(self, name: String, text: Rc<str>, next: Next) {
        match next {
            ControlFlow::Continue(reading) => {
                let then = asked(&self.host);
                self.home.clone().later(Box::new(move || {
                    // Or removed, or overtaken.
                    if self.host.is_connected() && asked(&self.host) == then {
                        self.go_on(name, text, reading.go_on());
                    }
                }));
            }
            ControlFlow::Break(Ok(document)) => {
                let own = (name != "document-en").then_some(text);
                self.with_words(Rc::new(document), own);
            }
            ControlFlow::Break(Err(faults)) => {
                let is_page = text.bytes().find(|byte| !byte.is_ascii_whitespace()) == Some(b'<');
                self.faulty(name, is_page, faults);
            }
        }
    }

    fn faulty(self, name: String, is_page: bool, faults: Vec<Fault>) {
        let home = self.home.clone();
        home.with_more(Box::new(move |why| {
            let message = match why {
                None => told(&name, is_page, &faults),
                Some(why) => [&name, ": it has faults; what tells them could not be fetched: ", &why].concat(),
            };
            self.failed(&message);
        }));
    }

    /// Shows the document in words of its language, or else of the element's.
    fn with_words(self, document: Rc<Document>, own: Option<Rc<str>>) {
        let language = words::pick(&[&document.lang, &self.lang()], &words::LANGUAGES).unwrap_or("en");
        let inside = inside(&self.host, "script[data-words]");
        if language == "en" || inside.is_some() {
            return (self.show)(Given { document, own, words: inside.map(Into::into) });
        }
        let then = Box::new(move |wanted: Self, text: Option<String>| {
            (wanted.show)(Given { document, own, words: text.map(Into::into) });
        });
        self.text(&["words-", language].concat(), then);
    }

    /// One of the texts that come with the program; why it cannot be had is told here.
    fn text(self, name: &str, then: Box<dyn FnOnce(Self, Option<String>)>) {
        let (home, path) = (self.home.clone(), name.to_owned());
        let then: Received = Box::new(move |text, why| {
            if text.is_none() {
                let why = why.unwrap_or_default();
                self.home.failed(&self.host, &[&path, ": ", &why, "; the program's files must all stand in one folder"].concat());
            }
            then(self, text);
        });
        home.text(name, &Closure::once_into_js(then));
    }

    /// Tells what was wrong, and shows what there is instead: a fallback that helps (with questions, or a link to the clinic), and not one
    /// that only says that something is to come.
    fn failed(self, message: &str) {
        self.home.failed(&self.host, message);
        if self.host.query_selector("details,a").ok().flatten().is_some() {
            self.keep_fallback();
        } else {
            self.bundled();
        }
    }

    fn keep_fallback(&self) {
        // The attribute's name is well formed.
        let _ = self.host.set_attribute("data-fallback", "");
    }

    fn lang(&self) -> String {
        self.host.get_attribute("lang").unwrap_or_default()
    }

    /// Whether nothing is seen of the element: no view in its shadow root, and no fallback.
    fn is_blank(&self) -> bool {
        !self.host.shadow_root().is_some_and(|shadow| has_view(&shadow)) && is_blank(&self.host.text_content().unwrap_or_default())
    }
}

/// What is wrong with a document, fault by fault.
#[inline(never)]
fn told(name: &str, is_page: bool, faults: &[Fault]) -> String {
    let mut message = String::from(name);
    if is_page {
        message.push_str(": this is a web page and no JSON; check the address in src");
        return message;
    }
    for fault in faults.iter().take(10) {
        message.push_str("\n  ");
        message.push_str(&fault.to_string());
    }
    if faults.len() > 10 {
        message.push_str("\n  there are more faults; mend these first");
    }
    message
}

/// The text of a script inside an element.
fn inside(host: &HtmlElement, selector: &str) -> Option<String> {
    all::<Element>(host, selector).first()?.text_content()
}
