//! For everyone: what the rules find in every state, what a screen reader is told, how it looks to whoever needs it large,
//! narrow or in few colours. The keys have a file of their own (`keyboard`).

use serde_json::json;

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Sentence, Stage, dist, sentences};
use super::record::{announced, listen, type_here};

mod looks;
mod reader;
mod states;
mod wishes;

pub const ALL: [&[Sentence]; 4] = [states::ALL, reader::ALL, looks::ALL, wishes::ALL];
pub const STATES: &[Sentence] = states::ALL;

const ARABIC: &str = include_str!("../../../../static/content/examples/muscle-knots.ar.json");
const ANKLE: &str = include_str!("../../../../static/content/examples/ankle-sprain.json");

/// A clinic's page with these lines in its main part, and the documents that they may name.
fn clinic(stage: &Stage, lines: &str) -> Site {
    let html = format!(
        "<!doctype html><html lang=en><head><title>A clinic</title><meta name=viewport content='width=device-width'>\
         <script type=module src=remedy-faq.js></script></head><body><main><h1>A clinic</h1>{lines}</main></body></html>"
    );
    stage.site().page("/host.html", html).page("/ar.json", ARABIC).page("/ankle.json", ANKLE).page("/bad.json", r#"{"schemaVersion": 1}"#)
}

/// Ticks remedies, says of the first that it helped, and of both what the visitor has to say of them.
fn try_two(page: &Page, notes: [&str; 2]) {
    for (remedy, note) in ["rest", "stretch"].into_iter().zip(notes) {
        // How it is ticked is for other sentences; in a narrow frame WebKit's own scroll bar can lie over the box.
        page.remedy(remedy).eval("arguments[0].click()");
        page.find(&format!("textarea[name=note-{remedy}]")).type_text(note);
    }
    page.find("input[name=outcome-rest][value=helped]").eval("arguments[0].click()");
}

/// Opens the page for the appointment, and writes a question into it.
fn prepare(page: &Page, question: &str) {
    page.open_appointment();
    page.find("textarea[name=own-questions]").type_text(question);
}

/// Opens every question.
fn open_all(page: &Page) {
    page.eval("root.querySelectorAll('[part=toggle-all]')[0].click()", &[]);
    page.wait_until("all are open", "return !root.querySelector('[part=question]:not([open])')");
}

/// Opens a page this wide; in a frame of this width where the engine has no such window.
#[track_caller]
fn open_narrow(stage: &Stage, site: &Site, path: &str, width: u32) -> Page {
    let frame = format!(
        "<!doctype html><html lang=en><title>Narrow</title><style>html, body {{ margin: 0 }}</style>\
         <iframe title=Narrow style='border: 0' width={width} height=640 src='{path}'></iframe></html>"
    );
    let site = site.clone().page("/frame.html", frame);
    let page = if stage.speaks_cdp() {
        stage.visit(&site.url(path), Options { viewport: (width, 640), ..Options::default() })
    } else {
        let page = stage.visit(&site.url("/frame.html"), Options::default());
        page.browser.enter_frame();
        page
    };
    page.wait_ready();
    assert_eq!(page.browser.eval("return innerWidth", &[]), width);
    page
}

/// How far the page could be scrolled sideways, and what sticks out: nothing does.
#[track_caller]
fn assert_fits(page: &Page, state: &str) {
    let script = "
        const { scrollWidth, clientWidth } = document.documentElement;
        const out = (one) => {
            const { left, right, width } = one.getBoundingClientRect();
            return width > 1 && (left < -1 || right > clientWidth + 1) && one.checkVisibility();
        };
        const name = (one) => `${one.localName}.${one.className}`;
        return [scrollWidth > clientWidth, [...root.querySelectorAll('*')].filter(out).map(name).slice(0, 5)]";
    assert_eq!(page.eval(script, &[]), json!([false, []]), "{state}: it scrolls sideways, or sticks out");
}
