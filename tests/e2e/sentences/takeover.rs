//! What the visitor did before the program came is taken over, and nothing jumps.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::super::engine::{DESK, Options, PHONE};
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

sentences! {
    a_question_opened_before_the_program_stays_open,
    a_tick_made_before_the_program_stays_and_is_kept,
    a_tick_made_before_the_program_is_kept_though_the_page_is_left_as_it_comes,
    the_first_frame_of_the_program_has_an_earlier_tick_in_it,
    the_focus_stays_where_it_was,
    the_scroll_position_stays,
    nothing_moves_when_the_program_comes,
    nothing_moves_when_the_program_comes_on_a_phone [PhoneWidth],
    nothing_shifts_when_the_program_comes [LayoutShift],
    an_earlier_record_is_joined_by_a_tick_made_before_the_program,
    the_browser_keeps_boxes_while_they_are_shown_and_not_after,
}

/// The page, painted, with its program still under way.
fn early(stage: &Stage, viewport: (u32, u32)) -> (Site, Page) {
    let site = stage.site().fault(File::Program, Fault::Held);
    let page = stage.visit(&site.url("/"), Options { viewport, ..Options::default() });
    page.browser.painted();
    assert_eq!(page.eval("return host.shadowRoot", &[]), Value::Null, "the program is there already");
    (site, page)
}

fn arrive(site: &Site, page: &Page) {
    site.release();
    page.wait_ready();
    page.browser.painted();
    assert_ne!(page.eval("return host.shadowRoot", &[]), Value::Null);
}

fn a_question_opened_before_the_program_stays_open(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.toggle("pop");
    page.toggle("permanent");
    arrive(&site, &page);
    assert_eq!(page.open_questions(), ["pop", "permanent"]);
    assert!(page.answer("pop").is_shown());
}

fn a_tick_made_before_the_program_stays_and_is_kept(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.tick("rest");
    assert!(page.storage().is_empty());
    arrive(&site, &page);
    assert!(page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(page.storage().len(), 1, "it is stored");
    page.reload();
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn a_tick_made_before_the_program_is_kept_though_the_page_is_left_as_it_comes(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    let site = site.page("/empty.html", "<!doctype html><html lang=en><title>Empty</title></html>");
    page.tick("rest");
    // In the task in which it takes over, before anything that waits for a moment.
    let leave = "host.addEventListener('remedy-faq-ready', () => {
            window.name = JSON.stringify(Object.keys(localStorage));
            location.href = '/empty.html';
        })";
    page.eval(leave, &[]);
    site.release();
    page.browser.wait_until("another page is there", "return document.title === 'Empty'", &[]);
    assert_eq!(page.browser.eval("return window.name", &[]), r#"["remedy-faq:muscle-knots"]"#, "it waits to be stored");
    page.browser.goto(&site.url("/"));
    page.wait_ready();
    assert!(page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn the_first_frame_of_the_program_has_an_earlier_tick_in_it(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.tick("rest");
    let look = "const look = () => {
            const ticked = host.shadowRoot.querySelector('[part=checklist] input[value=rest]').checked;
            window.__first = [ticked, host.shadowRoot.querySelectorAll('[name=note-rest]').length];
        };
        host.addEventListener('remedy-faq-ready', () => requestAnimationFrame(look))";
    page.eval(look, &[]);
    arrive(&site, &page);
    assert_eq!(page.browser.eval("return window.__first", &[]), json!([true, 1]), "the tick, and what it asks");
}

fn the_focus_stays_where_it_was(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.tick("rest");
    page.toggle("pop");
    assert_eq!(page.focus(), "question pop");
    arrive(&site, &page);
    assert_eq!(page.focus(), "question pop");
    assert_eq!(page.browser.eval("return document.activeElement.localName", &[]), "remedy-faq", "inside the shadow root");
    page.press(Key::Enter);
    assert!(page.open_questions().is_empty(), "a key goes where the focus is");
}

fn the_scroll_position_stays(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.toggle("painful-knots");
    let position = || page.browser.eval("return Math.round(scrollY)", &[]);
    let before = position();
    page.browser.scroll(120);
    page.browser.wait_until("the page has scrolled", "return Math.round(scrollY) === arguments[0] + 120", &[before]);
    let scrolled = position();
    arrive(&site, &page);
    assert_eq!(position(), scrolled);
}

fn nothing_moves_when_the_program_comes(stage: &Stage) {
    nothing_moves(stage, DESK);
}

fn nothing_moves_when_the_program_comes_on_a_phone(stage: &Stage) {
    nothing_moves(stage, PHONE);
}

/// Compares where each thing stands that the visitor sees.
fn nothing_moves(stage: &Stage, viewport: (u32, u32)) {
    let places = "return [...root.querySelectorAll('*')].filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            const name = [one.localName, one.id || one.className || one.value].join(' ');
            return [name, x, y, width, height].join(' ');
        })";
    let (site, page) = early(stage, viewport);
    page.toggle("pop");
    let before = page.eval(places, &[]);
    arrive(&site, &page);
    let after = page.eval(places, &[]);
    let after: Vec<&Value> = after.as_array().into_iter().flatten().collect();
    let before: Vec<&Value> = before.as_array().into_iter().flatten().collect();
    assert!(before.len() > 100, "there is little to compare: {}", before.len());
    // What needs the program has come to the places kept for it; everything else is where it was.
    let moved: Vec<_> = before.iter().filter(|place| !after.contains(place)).collect();
    assert!(moved.is_empty(), "moved: {moved:#?}");
}

/// What the browser itself reports. It reports nothing where an element goes and another takes its place, so the
/// sentences above are the sharper ones.
fn nothing_shifts_when_the_program_comes(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    page.toggle("pop");
    let before = page.shifts();
    arrive(&site, &page);
    assert_eq!(page.shifts(), before, "the program shifts the page");
}

fn an_earlier_record_is_joined_by_a_tick_made_before_the_program(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("stretch");
    page.forget_worker();
    let site = site.fault(File::Program, Fault::Held);
    page.browser.reload();
    assert_eq!(page.eval("return host.shadowRoot", &[]), Value::Null, "the program is there already");
    page.tick("rest");
    arrive(&site, &page);
    assert!(page.remedy("stretch").is_ticked() && page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "2 of 12 tried");
}

/// For a visitor who comes back. Chromium notes them all a second after any field has changed, which takes long of many.
fn the_browser_keeps_boxes_while_they_are_shown_and_not_after(stage: &Stage) {
    let (site, page) = early(stage, DESK);
    let kept = "const boxes = (where) => [...where.querySelectorAll('input[name=remedy]')];
        const kept = boxes(host).filter((one) => one.getAttribute('autocomplete') !== 'off');
        return [boxes(host).length > 12, kept.length === boxes(host).length, kept.length]";
    let seen = page.eval(kept, &[]);
    assert_eq!((&seen[0], &seen[1]), (&json!(true), &json!(true)), "who comes back has lost what was ticked: {seen}");
    arrive(&site, &page);
    page.wait_until("none is kept", &kept.replace("kept.length]", "kept.length][2] === 0"));
}
