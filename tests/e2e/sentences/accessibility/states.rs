//! Two engines of rules find nothing, in any state of the page. Their findings are the table in the README.

use super::super::super::judges::find_nothing;
use super::*;

sentences! {
    the_rules_find_nothing_while_it_is_used,
    the_rules_find_nothing_in_the_dark,
    the_rules_find_nothing_in_forced_colours [ForcedColours],
    the_rules_find_nothing_at_320_px,
    the_rules_find_nothing_right_to_left,
    the_rules_find_nothing_where_a_document_is_refused,
    the_rules_find_nothing_where_the_program_is_missing,
    the_rules_find_nothing_where_storage_is_refused,
    the_rules_find_nothing_where_javascript_is_off,
}

fn the_rules_find_nothing_while_it_is_used(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    find_nothing(&page.browser, "closed");
    page.toggle("big-knot-upper-back");
    find_nothing(&page.browser, "one question open");
    page.search_field().type_text("massage");
    page.wait_for_status(&format!("{} questions found", page.shown_questions().len()));
    find_nothing(&page.browser, "searching");
    page.search_field().type_text("zebra");
    page.wait_for_status("No question has “massagezebra” in it.");
    find_nothing(&page.browser, "no match");
    page.button("Show all questions").click();
    try_two(&page, ["Ten minutes after lunch", "Hurts"]);
    find_nothing(&page.browser, "ticked, with outcomes and notes");
    prepare(&page, "May I swim?");
    find_nothing(&page.browser, "page for the appointment open");
    open_all(&page);
    find_nothing(&page.browser, "all questions open");
}

/// Everything that there is to see, at once.
fn with_everything(page: &Page, state: &'static str) {
    open_all(page);
    try_two(page, ["Ten minutes after lunch", "Hurts"]);
    prepare(page, "May I swim?");
    find_nothing(&page.browser, state);
}

fn the_rules_find_nothing_in_the_dark(stage: &Stage) {
    let site = stage.site();
    let page = stage.open_with(&site.url("/"), Options { dark: true, ..Options::default() });
    assert_eq!(page.browser.eval("return matchMedia('(prefers-color-scheme: dark)').matches", &[]), true, "it is not dark");
    with_everything(&page, "dark");
}

fn the_rules_find_nothing_in_forced_colours(stage: &Stage) {
    let site = stage.site();
    let page = stage.open_with(&site.url("/"), Options { forced_colours: true, ..Options::default() });
    assert_eq!(page.browser.eval("return matchMedia('(forced-colors: active)').matches", &[]), true, "no colours are forced");
    with_everything(&page, "forced colours");
}

fn the_rules_find_nothing_at_320_px(stage: &Stage) {
    with_everything(&open_narrow(stage, &stage.site(), "/", 320), "320 px wide");
}

fn the_rules_find_nothing_right_to_left(stage: &Stage) {
    let site = clinic(stage, "<remedy-faq src=ar.json></remedy-faq>");
    let page = stage.open(&site.url("/host.html"));
    assert_eq!(page.find("[part=question]").eval("return getComputedStyle(arguments[0]).direction"), "rtl");
    with_everything(&page, "right-to-left");
}

fn the_rules_find_nothing_where_a_document_is_refused(stage: &Stage) {
    let fallback = "<remedy-faq src=bad.json><h2>Questions</h2><details><summary>Why?</summary><p>Because.</p></details></remedy-faq>";
    let page = stage.visit(&clinic(stage, fallback).url("/host.html"), Options::default());
    page.wait_until("the refusal is told", "return __e2e.events.some(({ name }) => name === 'remedy-faq-error')");
    page.eval("root.querySelector('details').open = true", &[]);
    find_nothing(&page.browser, "document refused, own fallback");

    let bare = stage.visit(&clinic(stage, "<remedy-faq src=bad.json></remedy-faq>").url("/host.html"), Options::default());
    bare.wait_ready();
    assert_eq!(bare.shown_questions().len(), 15);
    find_nothing(&bare.browser, "document refused, bundled questions");
    // Those that this is about.
    page.browser.complaints();
    bare.browser.complaints();
}

fn the_rules_find_nothing_where_the_program_is_missing(stage: &Stage) {
    let site = stage.site().fault(File::Program, Fault::Missing);
    let page = stage.visit(&site.url("/"), Options::default());
    page.wait_until("the widget gives up", "return host.hasAttribute('data-fallback')");
    page.toggle("pop");
    page.tick("rest");
    find_nothing(&page.browser, "program missing");
    page.browser.complaints();
}

fn the_rules_find_nothing_where_storage_is_refused(stage: &Stage) {
    let throws =
        "<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script>";
    let page = stage.open(&clinic(stage, &[throws, "<remedy-faq></remedy-faq>"].concat()).url("/host.html"));
    page.tick("rest");
    page.wait_for_status("This browser does not let us keep your ticks. They are gone when you leave this page.");
    find_nothing(&page.browser, "storage refused");
}

/// No rules can run where scripts cannot, so they are given the same page with its scripts taken out and what stands in
/// `<noscript>` put in its place.
fn the_rules_find_nothing_where_javascript_is_off(stage: &Stage) {
    let page = std::fs::read_to_string(dist().join("index.html")).expect("main looked");
    let mut bare = String::new();
    let mut rest = page.as_str();
    while let Some((before, script)) = rest.split_once("<script") {
        bare += before;
        rest = script.split_once("</script>").map_or("", |(_, after)| after);
    }
    bare = (bare + rest).replace("<noscript>", "").replace("</noscript>", "");
    let page = stage.visit(&stage.site().page("/bare.html", bare).url("/bare.html"), Options::default());
    assert_eq!(page.eval("return customElements.get('remedy-faq') === undefined", &[]), true, "no script ran");
    assert!(!page.search_field().is_shown(), "what needs the program is shown");
    page.toggle("pop");
    page.tick("rest");
    find_nothing(&page.browser, "JavaScript off");
}
