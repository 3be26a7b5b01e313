//! Which document an element shows: the clinic's own, inline or by `src`, or the bundled one.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::commands::Home;
use super::events;
use super::surface::all;
use crate::core::content::{Document, MAX_BYTES};

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/muscle-knots.json"));

/// How long a document may be on its way before the bundled questions stand in for it, in milliseconds.
const BLANK: u32 = 1000;

/// A document to show.
pub struct Given {
    pub document: Rc<Document>,
    /// Its text, where it is not the bundled one.
    pub own: Option<Rc<str>>,
}

/// Gives the element's document to `show`, at once or when it has arrived. A document with faults is told, and then the
/// fallback stays, or where there is none, the bundled questions are shown: never nothing. They also stand in for a document
/// that is long on its way, until it comes, or for good where the visitor has begun to use them.
pub fn document(host: &HtmlElement, home: &Home, show: Rc<dyn Fn(Given)>) {
    let inline = all::<Element>(host, "script[type='application/json']:not([data-record])");
    if let Some(script) = inline.first() {
        let parsed = parse(host, "the document inside the element", &script.text_content().unwrap_or_default());
        if let Some(given) = parsed {
            show(given);
        }
        return;
    }
    let Some(address) = host.get_attribute("src").filter(|address| !address.is_empty()) else {
        return show(bundled());
    };
    let host = host.clone();
    let name = address.clone();
    let still_asked = {
        let (host, name) = (host.clone(), name.clone());
        // Else overtaken: the element shows another document by now, or is about to.
        move || host.get_attribute("src").as_deref() == Some(&name)
    };
    let (stands_in, used) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let stand_in = {
        let (host, show, stands_in, still_asked) = (host.clone(), show.clone(), stands_in.clone(), still_asked.clone());
        Timeout::new(BLANK, move || {
            if still_asked() && is_blank(&host) {
                stands_in.set(true);
                show(bundled());
            }
        })
    };
    let click = {
        let (stands_in, used) = (stands_in.clone(), used.clone());
        EventListener::new(&host, "click", move |_| used.set(stands_in.get()))
    };
    let then = Closure::once_into_js(move |text: Option<String>, why: Option<String>| {
        drop((stand_in, click));
        if !still_asked() {
            return;
        }
        let parsed = match text {
            Some(text) => parse(&host, &name, &text),
            None => {
                let why = why.unwrap_or_default();
                failed(&host, &[&name, ": ", &why, "; check the address in src, and that this page may read the file"].concat())
            }
        };
        if let Some(given) = parsed
            && !(stands_in.get() && (given.own.is_none() || used.get() || host.matches(":focus-within").unwrap_or_default()))
        {
            show(given);
        }
    });
    home.fetch(&address, MAX_BYTES as u32, &then);
}

/// Whether nothing is seen of an element: no view in its shadow root, and no fallback.
fn is_blank(host: &HtmlElement) -> bool {
    host.shadow_root().is_none_or(|shadow| !shadow.has_child_nodes()) && host.text_content().unwrap_or_default().trim().is_empty()
}

fn bundled() -> Given {
    let document = Rc::new(Document::parse(BUNDLED).expect("the build checked the bundled document"));
    Given { document, own: None }
}

fn parse(host: &HtmlElement, name: &str, text: &str) -> Option<Given> {
    match Document::parse(text) {
        Ok(document) => Some(Given { document: Rc::new(document), own: Some(text.into()) }),
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
            failed(host, &message)
        }
    }
}

/// Tells what was wrong, and gives what to show instead: nothing where a fallback stands.
fn failed(host: &HtmlElement, message: &str) -> Option<Given> {
    events::error(host, message);
    if host.query_selector("details").ok().flatten().is_some() {
        // The attribute's name is well formed.
        let _ = host.set_attribute("data-fallback", "");
        return None;
    }
    Some(bundled())
}
