//! The program comes in two parts, the second at the first contact; what needs it waits for it, and says so where it cannot be had.

use serde_json::json;

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};
use super::keeping::offered;

sentences! {
    untouched_the_second_part_is_not_fetched,
    a_touch_before_the_program_runs_does_not_fetch_the_second_part_in_its_way,
    eagerly_the_second_part_is_fetched_untouched,
    reading_opening_and_ticking_need_no_second_part,
    what_other_tabs_do_to_the_whole_record_needs_no_second_part,
    what_is_typed_before_the_second_part_is_there_is_searched_when_it_comes,
    a_search_says_that_the_second_part_cannot_be_had_and_works_once_it_can,
    a_command_says_that_the_second_part_cannot_be_had_and_works_once_it_can,
    a_faulty_document_is_told_even_without_the_second_part,
    a_widget_that_comes_later_asks_again_for_a_program_that_could_not_be_had,
    a_second_part_that_never_comes_is_not_waited_for_for_ever,
}

const NOT_LOADED: &str = "This could not be loaded. Check your connection and try again.";

/// How often the second part was asked for.
fn asked(site: &Site) -> usize {
    site.requests().iter().filter(|path| File::at(path) == File::More && path.ends_with(".wasm")).count()
}

/// A page that shows the widget, and does nothing for later.
fn embedded(site: Site, lines: &str) -> Site {
    let page = "<!doctype html><html lang=en><title>Clinic</title><script type=module src=/remedy-faq.js></script>";
    site.page("/host.html", [page, lines].concat())
}

fn untouched_the_second_part_is_not_fetched(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>");
    let page = stage.open(&site.url("/host.html"));
    page.browser.painted();
    assert_eq!(asked(&site), 0, "{:?}", site.requests());
    page.toggle("pop");
    page.wait_until("a touch has fetched it", "return performance.getEntriesByType('resource').some((one) => /-more-/.test(one.name))");
    assert_eq!(asked(&site), 1, "{:?}", site.requests());
}

fn a_touch_before_the_program_runs_does_not_fetch_the_second_part_in_its_way(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq><button>Call the clinic</button></remedy-faq>").fault(File::Program, Fault::Held);
    let page = stage.visit(&site.url("/host.html"), Options::default());
    let glue =
        "return performance.getEntriesByType('resource').some((one) => one.responseEnd && /remedy-faq-[0-9a-f]{16}.js/.test(one.name))";
    page.wait_until("the glue is there", glue);
    page.find("button").click();
    page.browser.painted();
    assert_eq!(asked(&site), 0, "{:?}", site.requests());
    site.release();
    page.wait_ready();
    page.toggle("pop");
    page.wait_until("a touch has fetched it", "return performance.getEntriesByType('resource').some((one) => /-more-/.test(one.name))");
    assert_eq!(asked(&site), 1, "{:?}", site.requests());
}

fn eagerly_the_second_part_is_fetched_untouched(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq loading=eager></remedy-faq>");
    let page = stage.open(&site.url("/host.html"));
    page.wait_until("it is fetched", "return performance.getEntriesByType('resource').some((one) => /-more-/.test(one.name))");
    assert_eq!(asked(&site), 1, "{:?}", site.requests());
}

fn reading_opening_and_ticking_need_no_second_part(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>").fault(File::More, Fault::Held);
    let page = stage.open(&site.url("/host.html"));
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text("a little");
    page.find("[part=outcome-clear]").click();
    assert_eq!(page.counter(), "1 of 12 tried");
    page.put_away();
    page.reload();
    assert_eq!(page.counter(), "1 of 12 tried");
    page.tick("rest");
    assert_eq!(page.counter(), "0 of 12 tried");
    page.button("Open all").click();
    assert_eq!(page.open_questions().len(), 15);
    site.release();
}

fn what_other_tabs_do_to_the_whole_record_needs_no_second_part(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>").fault(File::More, Fault::Held);
    let page = stage.open(&site.url("/host.html"));
    let ids = page.eval("return [...root.querySelectorAll('[part=checklist] input[name=remedy]')].map((one) => one.value)", &[]);
    // Every remedy at once: more changes than the scheduler of Yew has room for in one node of its tree.
    let store = "const [ids, entry] = arguments;
        const newValue = entry && JSON.stringify({ version: 2, entries: Object.fromEntries(ids.map((id) => [id, entry])) });
        const key = 'remedy-faq:muscle-knots';
        newValue ? localStorage.setItem(key, newValue) : localStorage.removeItem(key);
        dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }))";
    for (entry, tried) in
        [(json!([1_999_999_990, "h", "a note"]), 12), (json!([-1_999_999_995]), 0), (json!([1_999_999_999]), 12), (json!(null), 0)]
    {
        page.browser.eval(store, &[ids.clone(), entry]);
        let counted = format!("return root.querySelector('[part=progress]').textContent === '{tried} of 12 tried'");
        page.wait_until("all of it is shown", &counted);
    }
    site.release();
}

fn what_is_typed_before_the_second_part_is_there_is_searched_when_it_comes(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>").fault(File::More, Fault::Held);
    let page = stage.open(&site.url("/host.html"));
    page.search_field().type_text("golf");
    assert_eq!(page.shown_questions().len(), 15, "something was found without what finds it");
    site.release();
    page.wait_until("the search has filtered", "return [...root.querySelectorAll('[part=question]')].some((one) => one.hidden)");
    page.wait_for_status("1 question found");
}

fn a_search_says_that_the_second_part_cannot_be_had_and_works_once_it_can(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>").fault(File::More, Fault::Missing);
    let page = stage.open(&site.url("/host.html"));
    page.search_field().type_text("gol");
    page.wait_for_status(NOT_LOADED);
    assert_eq!(page.shown_questions().len(), 15);
    site.mend();
    page.search_field().type_text("f");
    page.wait_for_status("1 question found");
    // The browser's own lines of what it could not load.
    page.browser.complaints();
}

fn a_command_says_that_the_second_part_cannot_be_had_and_works_once_it_can(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq></remedy-faq>").fault(File::More, Fault::CutShort);
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    page.find("[part=backup]").click();
    page.wait_for_status(NOT_LOADED);
    page.find("[part=appointment] summary").click();
    assert_eq!(page.counter(), "1 of 12 tried");
    site.mend();
    // Caught, because a file would land among the downloads of whoever runs this.
    offered(&page, || page.find("[part=backup]").click());
    page.wait_for_status("The file is in your downloads.");
    appointment_is_written(&page);
    page.browser.complaints();
}

fn appointment_is_written(page: &Page) {
    page.find("[part=appointment] summary").click();
    page.find("[part=appointment] summary").click();
    page.wait_until("the page for the appointment is written", "return root.querySelector('[part=page]').textContent.includes('Rest')");
}

fn a_faulty_document_is_told_even_without_the_second_part(stage: &Stage) {
    let lines = "<remedy-faq><script type=application/json>{\"schemaVersion\": 2}</script></remedy-faq>";
    let site = embedded(stage.site(), lines).fault(File::More, Fault::Missing);
    let page = stage.open(&site.url("/host.html"));
    assert_eq!(page.shown_questions().len(), 15, "the bundled questions stand in");
    let errors = page.events("remedy-faq-error");
    let message = errors[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("the document inside the element") && message.contains("has faults"), "{message}");
    page.browser.complaints();
}

fn a_widget_that_comes_later_asks_again_for_a_program_that_could_not_be_had(stage: &Stage) {
    let site = embedded(stage.site(), "<remedy-faq>Call us.</remedy-faq>").fault(File::Program, Fault::Missing);
    let page = stage.visit(&site.url("/host.html"), Options::default());
    page.wait_until("the widget gives up", "return host.hasAttribute('data-fallback')");
    page.browser.complaints();
    site.mend();
    page.browser.eval("document.body.append(Object.assign(document.createElement('remedy-faq'), { id: 'later' }))", &[]);
    page.at("#later").wait_ready();
    assert_eq!(page.at("#later").shown_questions().len(), 15);
}

fn a_second_part_that_never_comes_is_not_waited_for_for_ever(stage: &Stage) {
    // Seconds are too long for a test: the page's own clock is quicker.
    let quicker = "<script>const timeout = AbortSignal.timeout; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 20)</script>";
    let document = "<script type=application/json>{\"schemaVersion\": 2}</script>";
    let lines = format!("{quicker}<remedy-faq id=bare>{document}</remedy-faq><remedy-faq id=bundled></remedy-faq>");
    let site = embedded(stage.site(), &lines).fault(File::More, Fault::Held);
    let page = stage.visit(&site.url("/host.html"), Options::default());
    let (bare, bundled) = (page.at("#bare"), page.at("#bundled"));
    bare.wait_ready();
    assert_eq!(bare.shown_questions().len(), 15, "the bundled questions stand in");
    bundled.wait_ready();
    bundled.search_field().type_text("golf");
    bundled.wait_for_status(NOT_LOADED);
    site.release();
    page.browser.complaints();
}
