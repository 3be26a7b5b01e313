//! The page is opened for the first time.

use fantoccini::key::Key;
use serde_json::json;

use super::super::engine::{DESK, Options, PHONE};
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, dist, sentences};
use super::super::wire::script_first;
use remedy_faq::bundle::page::{early, of_document};

const OWN: &str = include_str!("../../../static/content/examples/ankle-sprain.json");

sentences! {
    the_page_comes_alive_and_a_click_shows_an_answer,
    all_questions_open_and_close_at_once,
    nothing_shifts_on_a_phone [LayoutShift, PhoneWidth],
    nothing_shifts_on_a_desk [LayoutShift],
    nothing_shifts_while_the_page_comes_in_on_a_phone [LayoutShift, PhoneWidth],
    nothing_shifts_while_the_page_comes_in_on_a_desk [LayoutShift],
    what_is_fetched_before_it_is_asked_for_is_fetched_once,
    what_a_clinics_own_page_fetches_early_is_fetched_once,
    nothing_but_the_rest_of_the_program_is_requested_after_load_in_a_whole_journey,
    an_open_page_works_on_when_the_server_is_gone,
}

fn the_page_comes_alive_and_a_click_shows_an_answer(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    assert_eq!(page.shown_questions().len(), 15);
    assert_eq!(page.counter(), "0 of 12 tried");
    assert!(page.open_questions().is_empty());
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
    assert!(page.answer("pop").text().len() > 40);
    page.toggle("pop");
    assert!(!page.answer("pop").is_shown());
}

fn all_questions_open_and_close_at_once(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.button("Open all").click();
    assert_eq!(page.open_questions().len(), 15);
    page.button("Close all").click();
    assert!(page.open_questions().is_empty());
}

fn nothing_shifts_on_a_phone(stage: &Stage) {
    nothing_shifts(stage, PHONE);
}

fn nothing_shifts_on_a_desk(stage: &Stage) {
    nothing_shifts(stage, DESK);
}

fn nothing_shifts(stage: &Stage, viewport: (u32, u32)) {
    let site = stage.site().fault(File::Program, Fault::Held);
    let page = stage.visit(&site.url("/"), Options { viewport, ..Options::default() });
    // The questions are seen before the program comes, or there would be nothing to shift.
    page.wait_until("the first paint", "return performance.getEntriesByName('first-contentful-paint').length > 0");
    site.release();
    page.wait_ready();
    assert_eq!(page.shifts(), [""; 0], "cumulative layout shift is not 0");
}

fn nothing_shifts_while_the_page_comes_in_on_a_phone(stage: &Stage) {
    nothing_shifts_while_it_comes_in(stage, PHONE);
}

fn nothing_shifts_while_the_page_comes_in_on_a_desk(stage: &Stage) {
    nothing_shifts_while_it_comes_in(stage, DESK);
}

fn nothing_shifts_while_it_comes_in(stage: &Stage, viewport: (u32, u32)) {
    // The second half of the page comes when the first has been painted.
    let tell = "new PerformanceObserver(() => fetch('/painted')).observe({ type: 'paint', buffered: true })";
    let page = std::fs::read_to_string(dist().join("index.html")).expect("the build has a page");
    let site =
        stage.site().page("/slow.html", script_first(&page, tell)).page("/painted", "").fault(File::Page, Fault::HalfUntil("/painted"));
    let page = stage.open_with(&site.url("/slow.html"), Options { viewport, ..Options::default() });
    assert_eq!(page.shown_questions().len(), 15);
    assert_eq!(page.shifts(), [""; 0], "cumulative layout shift is not 0");
}

fn what_is_fetched_before_it_is_asked_for_is_fetched_once(stage: &Stage) {
    let site = stage.site();
    fetches_the_program_once(&site, &stage.open(&site.url("/")));
}

fn what_a_clinics_own_page_fetches_early_is_fetched_once(stage: &Stage) {
    let index = std::fs::read_to_string(dist().join("index.html")).expect("the build has a page");
    let early = early(&index).expect("the build's page asks for the program");
    let site = stage.site().page("/own.html", of_document(OWN, early, true).expect("the example has no faults"));
    let page = stage.open(&site.url("/own.html"));
    let seen = page.browser.eval("return [document.title, typeof remedyFaqAsked]", &[]);
    assert_eq!(seen, json!(["Sprained ankle: questions and answers", "object"]), "the page asks early");
    fetches_the_program_once(&site, &page);
}

fn fetches_the_program_once(site: &Site, page: &Page) {
    // The worker fetches all of it again, to keep it.
    let requests: Vec<String> = site.requests().into_iter().take_while(|path| path != "/sw.js").collect();
    let link = "return new URL(document.querySelector('link[rel=modulepreload]').href).pathname";
    let glue = page.browser.eval(link, &[]);
    for end in [glue.as_str().unwrap_or("no link"), "_bg.wasm"] {
        assert_eq!(requests.iter().filter(|path| path.ends_with(end)).count(), 1, "{end} in {requests:?}");
    }
}

fn nothing_but_the_rest_of_the_program_is_requested_after_load_in_a_whole_journey(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    let (asked, served) = (page.requests().len(), site.requests().len());
    page.toggle("pop");
    page.tick("rest");
    page.search_field().type_text("heat");
    page.wait_until("the search has filtered", "return !root.querySelector('#pop').checkVisibility({ visibilityProperty: true })");
    page.press(Key::Escape);
    page.toggle("permanent");
    page.answer("permanent").eval("arguments[0].querySelector('.rf-permalink a, a[href=\"#permanent\"]').click()");
    page.link("Back to top").click();
    page.tick("rest");
    page.browser.painted();
    // At the first contact, once, and by an address that says nothing of what the visitor did.
    let is_more = |address: &String| address.contains("/remedy-faq-more-");
    let (asked, served) = (page.requests().split_off(asked), site.requests().split_off(served));
    assert!(!asked.is_empty() && asked.iter().all(is_more), "the page has asked for more: {asked:?}");
    assert!(served.len() <= 2 && served.iter().all(is_more), "the server was asked for more: {served:?}");
    assert_eq!(page.browser.eval("return document.cookie", &[]), "", "a cookie was set");
}

fn an_open_page_works_on_when_the_server_is_gone(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    site.stop();
    page.toggle("pop");
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    page.search_field().type_text("heat");
    page.wait_until("the search has filtered", "return !root.querySelector('#pop').checkVisibility({ visibilityProperty: true })");
}
