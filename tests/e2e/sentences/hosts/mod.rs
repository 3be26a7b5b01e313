//! On pages of every kind, from another origin: whatever the host does, the widget works or says why not, and leaves the
//! host as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use serde_json::{Value, json};

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

mod contract;
mod documents;
mod lines;
mod looks;
mod places;
mod policies;
mod watched;

pub const ALL: [&[crate::stage::Sentence]; 7] =
    [lines::ALL, places::ALL, contract::ALL, documents::ALL, looks::ALL, policies::ALL, watched::ALL];

const ANKLE: &str = include_str!("../../../../static/content/examples/ankle-sprain.json");
const ARABIC: &str = include_str!("../../../../static/content/examples/muscle-knots.ar.json");

/// The build's server, which any page may load from.
fn ours(stage: &Stage) -> Site {
    stage.site().header(File::Any, "Access-Control-Allow-Origin", "*")
}

/// A clinic's page with these lines in its body, on a server of its own, and the documents it may name.
fn clinic(stage: &Stage, lines: &str) -> Site {
    let html = format!("<!doctype html><html lang=en><head><title>A clinic</title></head><body><h1>A clinic</h1>{lines}</body></html>");
    stage.site().page("/host.html", html).page("/ankle.json", ANKLE)
}

/// The first of the two lines.
fn loader(ours: &Site) -> String {
    format!("<script type=module src=\"{}\"></script>", ours.url("/remedy-faq.js"))
}

/// Opens a clinic's page that includes the loader and has these lines after it.
#[track_caller]
fn visit(stage: &Stage, lines: &str) -> Page {
    let theirs = clinic(stage, &(loader(&ours(stage)) + lines));
    stage.visit(&theirs.url("/host.html"), Options::default())
}

#[track_caller]
fn open(stage: &Stage, lines: &str) -> Page {
    let page = visit(stage, lines);
    page.wait_ready();
    page
}

/// Waits for questions in a widget that a test looks at without the recorder's help.
#[track_caller]
fn wait_for_questions(page: &Page, count: usize) {
    let script = "return root !== host && root.querySelectorAll('[part=question]').length === args[0]";
    page.wait_until_with(&format!("{count} questions are live"), script, &[json!(count)]);
}

/// Changes an attribute (or removes it), and waits until the new view has taken the place of the old one.
#[track_caller]
fn change(page: &Page, name: &str, value: Option<&str>) {
    let script = "root.firstElementChild.setAttribute('data-old', '');
        if (args[1] === null) host.removeAttribute(args[0]); else host.setAttribute(args[0], args[1])";
    page.eval(script, &[json!(name), json!(value)]);
    let fact = format!("a new view follows the attribute {name}");
    page.wait_until(&fact, "return root.childElementCount === 1 && !root.querySelector('[data-old]')");
}

fn wasm_requested(site: &Site) -> usize {
    site.requests().iter().filter(|path| path.ends_with("_bg.wasm")).count()
}

// Two lines.

const FAR_BELOW: &str = "<div style='height: 5000px'></div>";

/// A widget with this document must show the bundled questions, or its fallback where it has one, and say these things in
/// the event and the console. The page must not stop for a second meanwhile.
#[track_caller]
fn questions_stay(page: &Page, attribute: &str, inside: &str, says: &[&str]) {
    let beat = "window.gap = 0;
        let last = performance.now();
        setInterval(() => { const now = performance.now(); window.gap = Math.max(window.gap, now - last); last = now }, 10)";
    page.browser.eval(beat, &[]);
    let fallback = "<details part=question id=own><summary part=summary>Our own</summary><div part=answer>Yes.</div></details>";
    let lines = format!(
        "<div><remedy-faq id=bad loading=eager {attribute}>{inside}</remedy-faq>
        <remedy-faq id=kept loading=eager {attribute}>{fallback}{inside}</remedy-faq></div>"
    );
    page.browser.eval("document.body.insertAdjacentHTML('afterbegin', arguments[0])", &[json!(lines)]);
    let (bad, kept) = (page.at("#bad"), page.at("#kept"));
    bad.wait_ready();
    assert_eq!(bad.shown_questions().len(), 15, "the bundled questions");
    kept.wait_until("the fallback stays", "return host.hasAttribute('data-fallback')");
    assert_eq!(kept.shown_questions(), ["own"]);
    let events = page.events("remedy-faq-error");
    assert_eq!(events.len(), 2, "one event for each widget: {events:?}");
    for event in &events {
        let message = event["message"].as_str().unwrap_or_default();
        for word in says {
            assert!(message.contains(word), "'{word}' is not in: {message}");
        }
    }
    let complaints = page.browser.complaints();
    let own: Vec<_> = complaints.iter().filter(|one| ["console", "error", "rejection"].contains(&one.source.as_str())).collect();
    assert_eq!(own.len(), 2, "one line in the console for each widget: {complaints:#?}");
    assert!(own.iter().all(|line| Some(&*line.text) == events[0]["message"].as_str()), "the console says the same: {own:#?}");
    let gap = page.browser.eval("return window.gap", &[]).as_f64().unwrap_or(f64::MAX);
    assert!(gap < 1000.0, "the page stopped for {gap} ms");
}

/// A document by `src`, on a third server.
#[track_caller]
fn refused(stage: &Stage, document: impl Into<String>, says: &[&str]) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    let documents = ours(stage).page("/document.json", document);
    let src = documents.url("/document.json");
    let says = [&[&*src], says].concat();
    questions_stay(&page, &format!("src=\"{src}\""), "", &says);
    // And the page works on.
    page.tick("rest");
    assert_eq!(page.at("#bad").counter(), "1 of 12 tried");
}

/// Opens `docs/embed/hosts.html`, and gives its frames to a function, each with its widget live and a question open.
#[track_caller]
fn each_host(stage: &Stage, names: &[&str], mut look: impl FnMut(&str, &Page)) {
    const HOSTS: &str = include_str!("../../../../docs/embed/hosts.html");
    let ours = ours(stage);
    let html = HOSTS.replace("../../dist/", &ours.url("/")).replace("../../static/content/examples/", "");
    let theirs = stage.site().page("/hosts.html", html).page("/muscle-knots.ar.json", ARABIC);
    let page = stage.visit(&theirs.url("/hosts.html"), Options::default());
    let all = page.browser.eval("return [...document.querySelectorAll('iframe')].map((frame) => frame.id)", &[]);
    assert_eq!(all, json!(["plain", "unset", "framework", "dark", "arabic", "narrow"]));
    for (index, name) in all.as_array().into_iter().flatten().filter_map(Value::as_str).enumerate() {
        if !names.contains(&name) {
            continue;
        }
        page.browser.eval("document.getElementById(arguments[0]).scrollIntoView()", &[json!(name)]);
        page.browser.ask("enter a frame", page.browser.client().clone().enter_frame(index as u16));
        page.wait_until("questions are live", "return Boolean(host?.shadowRoot?.querySelector('[part=question]'))");
        page.eval("root.querySelector('#pop').open = true", &[]);
        page.browser.painted();
        look(name, &page);
        page.browser.ask("leave the frame", page.browser.client().clone().enter_parent_frame());
    }
}

/// What every kind of element inside the widget looks like: its computed style, less what follows from the widget's width.
const LOOKS: &str = "const looks = {};
    const places = /^(width|height|(inline|block)-size|top|left|right|bottom|inset.*|margin.*|.*-origin|grid-template.*)$/;
    for (const one of root.querySelectorAll('.rf, .rf *')) {
        const key = `${one.localName}.${one.className}${one.type ? ':' + one.type : ''}`;
        if (key in looks) continue;
        for (const pseudo of [null, '::before']) {
            const style = getComputedStyle(one, pseudo);
            looks[key + (pseudo ?? '')] = [...style].filter((name) => !places.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`);
        }
    }
    return looks";

/// The text size of an open answer, whether a label is displayed, and the least contrast of text on what is behind it.
const READABLE: &str = "const rgb = (color) => {
        const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
        return { r, g, b, a };
    };
    const behind = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const color = rgb(getComputedStyle(at).backgroundColor);
            if (color.a === 1) return color;
        }
    };
    const light = ({ r, g, b }) => {
        const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    let contrast = 21;
    let worst = '';
    for (const one of root.querySelectorAll('*')) {
        const says = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!says || !one.checkVisibility()) continue;
        const [dark, bright] = [light(rgb(getComputedStyle(one).color)), light(behind(one))].sort((a, b) => a - b);
        const ratio = (bright + 0.05) / (dark + 0.05);
        if (ratio < contrast) [contrast, worst] = [ratio, `${one.localName}.${one.className}`];
    }
    const answer = root.querySelector('#pop [part=answer] :is(p, li)');
    const label = root.querySelector('input[name=remedy]:not(details *)').closest('label');
    return {
        size: parseFloat(getComputedStyle(answer).fontSize),
        label: getComputedStyle(label).display,
        shown: label.checkVisibility() && label.getBoundingClientRect().height,
        wide: root.firstElementChild.scrollWidth - root.firstElementChild.clientWidth,
        direction: getComputedStyle(answer).direction,
        contrast,
        worst,
    }";

/// Opens, ticks, judges, notes, searches, clears the search: under this policy, which must have nothing to refuse.
#[track_caller]
fn journey(stage: &Stage, ours: &Site, script: &str, policy: String) {
    let lines = format!("<script type=module src=\"{}\"></script><remedy-faq></remedy-faq>", ours.url(script));
    let theirs = clinic(stage, &lines).header(File::Page, "Content-Security-Policy", policy);
    let page = stage.open(&theirs.url("/host.html"));
    page.toggle("pop");
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text("a little");
    page.search_field().type_text("pop");
    page.wait_until("the search leaves some out", "return [...root.querySelectorAll('[part=question]')].some((one) => one.hidden)");
    assert!(page.shown_questions().contains(&"pop".to_owned()));
    change(&page, "heading-level", Some("3"));
    assert_eq!(page.find("[part=question]").eval("return getComputedStyle(arguments[0]).borderTopStyle"), "solid", "it has its looks");
    page.reload();
    assert_eq!(page.counter(), "1 of 12 tried");
    assert!(page.events("remedy-faq-error").is_empty());
    let complaints = page.browser.complaints();
    assert!(complaints.is_empty(), "the policy had to refuse something: {complaints:#?}");
}
