//! JavaScript is on, but the program does not come: the questions stay, work, and the reason is said once.

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

sentences! {
    the_questions_stay_when_the_program_is_missing,
    the_questions_stay_when_the_program_is_cut_short,
    the_questions_stay_when_the_policy_refuses_the_program,
    the_questions_stay_when_the_glue_is_missing,
    the_questions_stay_when_the_loader_is_missing,
    a_program_of_the_wrong_type_starts_all_the_same,
}

fn the_questions_stay_when_the_program_is_missing(stage: &Stage) {
    questions_stay(stage, &stage.site().fault(File::Program, Fault::Missing));
}

fn the_questions_stay_when_the_program_is_cut_short(stage: &Stage) {
    questions_stay(stage, &stage.site().fault(File::Program, Fault::CutShort));
}

fn the_questions_stay_when_the_policy_refuses_the_program(stage: &Stage) {
    // No 'wasm-unsafe-eval'.
    questions_stay(stage, &stage.site().header(File::Page, "Content-Security-Policy", "script-src 'self'"));
}

fn the_questions_stay_when_the_glue_is_missing(stage: &Stage) {
    questions_stay(stage, &stage.site().fault(File::Glue, Fault::Missing));
}

/// Opens the page; the widget must give up, say why, and leave its questions working.
fn questions_stay(stage: &Stage, site: &Site) {
    let page = stage.visit(&site.url("/"), Options::default());
    page.wait_until("the widget gives up", "return host.hasAttribute('data-fallback')");
    let errors = page.events("remedy-faq-error");
    assert_eq!(errors.len(), 1, "remedy-faq-error is fired once: {errors:?}");
    let message = errors[0]["message"].as_str().unwrap_or_default();
    assert!(message.starts_with("remedy-faq: ") && message.len() > 40, "the event says why: '{message}'");
    assert!(page.events("remedy-faq-ready").is_empty(), "it says that it is ready");
    fallback_works(&page);
    // What the browser itself logs of network and policy is its own; of ours there is one line, and nothing uncaught.
    let complaints = page.browser.complaints();
    let own: Vec<_> = complaints.iter().filter(|one| ["console", "error", "rejection"].contains(&one.source.as_str())).collect();
    assert_eq!(own.len(), 1, "one line in the console: {complaints:#?}");
    assert_eq!(own[0].text, message, "the console says the same as the event");
}

fn the_questions_stay_when_the_loader_is_missing(stage: &Stage) {
    let site = stage.site().fault(File::Loader, Fault::Missing);
    let page = stage.visit(&site.url("/"), Options::default());
    fallback_works(&page);
    // The browser's own line of what it could not load.
    page.browser.complaints();
}

fn fallback_works(page: &Page) {
    assert_eq!(page.eval("return host.shadowRoot", &[]), serde_json::Value::Null, "a shadow root hides the questions");
    assert_eq!(page.shown_questions().len(), 15);
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
    page.tick("rest");
    assert!(page.remedy("rest").is_ticked());
    assert!(page.find("[part=urgent]").is_shown());
    assert!(!page.search_field().is_shown(), "the search is shown, and does nothing");
}

fn a_program_of_the_wrong_type_starts_all_the_same(stage: &Stage) {
    let site = stage.site().fault(File::Program, Fault::Type("text/plain"));
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
}
