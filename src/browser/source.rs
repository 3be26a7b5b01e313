//! Which document an element shows: the clinic's own, inline or by `src`, or the bundled one.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::commands::Home;
use super::events;
use super::surface::all;
use crate::core::content::{Document, MAX_BYTES};

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/muscle-knots.json"));

/// A document to show.
pub struct Given {
    pub document: Rc<Document>,
    /// Its text, where it is not the bundled one.
    pub own: Option<Rc<str>>,
}

/// Gives the element's document to `show`, at once or when it has arrived. A document with faults is told, and then the
/// fallback stays, or where there is none, the bundled questions are shown: never nothing.
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
    let then = Closure::once_into_js(move |text: Option<String>, why: Option<String>| {
        if host.get_attribute("src").as_deref() != Some(&name) {
            // Overtaken: the element shows another document by now, or is about to.
            return;
        }
        let parsed = match text {
            Some(text) => parse(&host, &name, &text),
            None => {
                let why = why.unwrap_or_default();
                failed(&host, &[&name, ": ", &why, "; check the address in src, and that this page may read the file"].concat())
            }
        };
        if let Some(given) = parsed {
            show(given);
        }
    });
    home.fetch(&address, MAX_BYTES as u32, &then);
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
