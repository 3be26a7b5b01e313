//! The record on one page, for two minutes with a clinician: on paper, as text, and for the clinic's system.

use std::fs;
use std::process::Command;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::super::element::Element;
use super::super::page::Page;
use super::super::site::Site;
use super::super::stage::{Stage, sentences};
use super::keeping::{downloaded, host, offered};
use super::record::{try_remedy, type_here, write};

mod page;

pub const ALL: [&[crate::stage::Sentence]; 1] = [page::ALL];

const NOTE: &str = "Two weeks, \"mornings\" & <b>evenings</b>";
const ASKED: &str = "How long should I rest?\nIs heat safe?";

/// The clinic's page, with the disclosure for the appointment open.
#[track_caller]
fn open(stage: &Stage) -> (Site, Page) {
    let site = stage.site().page("/host.html", host("", ""));
    let page = stage.open(&site.url("/host.html"));
    page.find("[part=appointment] > summary").click();
    (site, page)
}

/// The same, with something to show.
#[track_caller]
fn filled(stage: &Stage) -> (Site, Page) {
    let (site, page) = open(stage);
    try_remedy(&page, "rest", "helped", NOTE);
    try_remedy(&page, "low-heat", "worse", "");
    page.tick("muscle-rub");
    write(&ask(&page), ASKED);
    (site, page)
}

#[track_caller]
fn ask(page: &Page) -> Element {
    page.find("textarea[name=own-questions]")
}

/// What stands on the page, as it is seen.
#[track_caller]
fn paper(page: &Page) -> String {
    // It is made when it is opened.
    page.wait_until("the page stands", "return root.querySelector('[part=page]').childElementCount > 0");
    page.eval("return root.querySelector('[part=page]').innerText", &[]).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn assert_has(text: &str, parts: &[&str]) {
    let missing: Vec<_> = parts.iter().filter(|part| !text.contains(**part)).collect();
    assert!(missing.is_empty(), "{missing:?} is missing from: {text}");
}

#[track_caller]
fn assert_lacks(text: &str, parts: &[&str]) {
    let there: Vec<_> = parts.iter().filter(|part| text.contains(**part)).collect();
    assert!(there.is_empty(), "{there:?} is in: {text}");
}

/// The names of the choices, each with words that stand on the page only for it.
const PARTS: [(&str, &[&str]); 4] = [
    ("Tried", &["Rest (Upper back): Helped", "Heat (Lower back): Worse"]),
    ("My note", &[NOTE]),
    ("Not tried", &["Not tried", "Gentle stretching"]),
    ("My questions", &["My questions", ASKED]),
];

/// Stands in for the print dialog, which no driver can see, and writes down what would be printed.
const PRINTER: &str = "
    window.__printed = [];
    window.print = () => {
        __printed.push(root.querySelector('.rf').getAttribute('data-print'));
        if (args[0]) dispatchEvent(new Event('afterprint'));
    };";

/// What is on paper, without white space, and how many sheets there are.
#[track_caller]
fn printed(stage: &Stage, page: &Page) -> (String, usize) {
    let path = stage.folder("appointment").join("page.pdf");
    fs::write(&path, page.browser.pdf()).expect("a file can be written");
    let output = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&path).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext (Debian: poppler-utils): {error}"));
    let text = String::from_utf8_lossy(&output.stdout);
    // Each sheet ends with a form feed.
    (squeezed(&text), text.matches('\u{c}').count())
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
