//! Which document an element shows, the clinic's own, inline or by `src`, or the bundled one; and in which words.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::commands::Home;
use super::events;
use super::surface::all;
use crate::core::content::{Document, MAX_BYTES};
use crate::core::words::{self, Wording};

/// What shows a document in its words.
pub type Show = Box<dyn FnOnce(Rc<Document>, Wording)>;

/// What it takes to get a document, and what becomes of it.
struct Wanted {
    host: HtmlElement,
    home: Home,
    show: Show,
}

/// Gives the element's document to `show`, at once or when it has arrived. A document with faults is told, and then the
/// fallback stays, or where there is none, the bundled questions are shown: never nothing.
pub fn document(host: &HtmlElement, home: &Home, show: Show) {
    let wanted = Wanted { host: host.clone(), home: home.clone(), show };
    let inline = all::<Element>(host, "script[type='application/json']:not([data-record])");
    if let Some(script) = inline.first() {
        return wanted.parse("the document inside the element", &script.text_content().unwrap_or_default());
    }
    let Some(address) = host.get_attribute("src").filter(|address| !address.is_empty()) else { return wanted.bundled() };
    let name = address.clone();
    let then = Closure::once_into_js(move |text: Option<String>, why: Option<String>| {
        if wanted.host.get_attribute("src").as_deref() != Some(&name) {
            // Overtaken: the element shows another document by now, or is about to.
            return;
        }
        match text {
            Some(text) => wanted.parse(&name, &text),
            None => {
                let why = why.unwrap_or_default();
                wanted.failed(&[&name, ": ", &why, "; check the address in src, and that this page may read the file"].concat());
            }
        }
    });
    home.fetch(&address, MAX_BYTES as u32, &then);
}

impl Wanted {
    /// The bundled questions, in the element's language where they are there.
    fn bundled(self) {
        let name = ["document-", words::pick(&[&self.lang()], &words::BUNDLED).unwrap_or("en")].concat();
        self.text(&name.clone(), move |wanted, text| match text {
            Some(text) => wanted.parse(&name, &text),
            None => wanted.keep_fallback(),
        });
    }

    fn parse(self, name: &str, text: &str) {
        match Document::parse(text) {
            Ok(document) => self.with_words(Rc::new(document)),
            Err(faults) => {
                let mut message = String::from(name);
                if text.trim_start().starts_with('<') {
                    message.push_str(": this is a web page and no JSON; check the address in src");
                } else {
                    for fault in faults.iter().take(10) {
                        message.push_str("\n  ");
                        message.push_str(&fault.to_string());
                    }
                }
                self.failed(&message);
            }
        }
    }

    /// Shows the document in words of its language, or else of the element's.
    fn with_words(self, document: Rc<Document>) {
        match words::pick(&[&document.lang, &self.lang()], &words::LANGUAGES) {
            None | Some("en") => (self.show)(document.clone(), Wording::new(None, &document.strings)),
            Some(language) => self.text(&["words-", language].concat(), move |wanted, text| {
                (wanted.show)(document.clone(), Wording::new(text.as_deref(), &document.strings));
            }),
        }
    }

    /// One of the texts that come with the program; why it cannot be had is told here.
    fn text(self, name: &str, then: impl FnOnce(Self, Option<String>) + 'static) {
        let (home, path) = (self.home.clone(), name.to_owned());
        let then = Closure::once_into_js(move |text: Option<String>, why: Option<String>| {
            if text.is_none() {
                let why = why.unwrap_or_default();
                events::error(&self.host, &[&path, ": ", &why, "; the program's files must all stand in one folder"].concat());
            }
            then(self, text);
        });
        home.text(name, &then);
    }

    /// Tells what was wrong, and shows what there is instead.
    fn failed(self, message: &str) {
        events::error(&self.host, message);
        if self.host.query_selector("details").ok().flatten().is_some() {
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
}
