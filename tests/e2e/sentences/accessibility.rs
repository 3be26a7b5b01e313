//! axe-core finds nothing, in any state; roles and names are what a screen reader needs.

use super::super::axe;
use super::super::engine::{Options, PHONE};
use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    axe_finds_nothing_closed_nor_open,
    axe_finds_nothing_searching_nor_without_a_match,
    axe_finds_nothing_ticked,
    axe_finds_nothing_in_the_dark,
    axe_finds_nothing_on_a_phone [PhoneWidth],
    axe_finds_nothing_when_the_program_is_missing,
    a_screen_reader_is_told_names_and_roles,
    on_paper_the_card_and_what_is_open_stay_and_the_controls_go [Print],
}

fn axe_finds_nothing_closed_nor_open(stage: &Stage) {
    let site = stage.site();
    closed_and_open(&stage.open(&site.url("/")));
}

fn axe_finds_nothing_in_the_dark(stage: &Stage) {
    let site = stage.site();
    let page = stage.open_with(&site.url("/"), Options { dark: true, ..Options::default() });
    assert_eq!(page.browser.eval("return matchMedia('(prefers-color-scheme: dark)').matches", &[]), true, "it is not dark");
    closed_and_open(&page);
}

fn axe_finds_nothing_on_a_phone(stage: &Stage) {
    let site = stage.site();
    let page = stage.open_with(&site.url("/"), Options { viewport: PHONE, ..Options::default() });
    assert_eq!(page.browser.eval("return innerWidth", &[]), 360);
    let sideways = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_eq!(page.browser.eval(sideways, &[]), false, "it scrolls sideways");
    closed_and_open(&page);
}

fn closed_and_open(page: &Page) {
    axe::check(&page.browser, "closed");
    page.toggle("big-knot-upper-back");
    axe::check(&page.browser, "one open");
    page.button("Open all").click();
    axe::check(&page.browser, "all open");
}

fn axe_finds_nothing_searching_nor_without_a_match(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.search_field().type_text("massage");
    page.wait_for_status(&format!("{} questions found", page.shown_questions().len()));
    axe::check(&page.browser, "searching");
    page.search_field().type_text("zebra");
    page.wait_for_status("No question has “massagezebra” in it.");
    axe::check(&page.browser, "no match");
}

fn axe_finds_nothing_ticked(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    page.tick("low-heat");
    axe::check(&page.browser, "ticked");
}

fn axe_finds_nothing_when_the_program_is_missing(stage: &Stage) {
    use super::super::site::{Fault, File};
    let site = stage.site().fault(File::Program, Fault::Missing);
    let page = stage.visit(&site.url("/"), Options::default());
    page.wait_until("the widget gives up", "return host.hasAttribute('data-fallback')");
    page.toggle("pop");
    axe::check(&page.browser, "without the program");
    // Those that this is about.
    page.browser.complaints();
}

fn a_screen_reader_is_told_names_and_roles(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let search = page.search_field();
    assert_eq!((search.role().as_str(), search.name().as_str()), ("searchbox", "Search the questions"));
    let rest = page.remedy("rest");
    assert_eq!((rest.role().as_str(), rest.name().as_str()), ("checkbox", "Rest"));
    assert_eq!(page.summary("pop").name(), "Can a muscle knot pop?");
    let (groups, names): (Vec<_>, Vec<_>) = page.all("fieldset:has(input[name=remedy])").iter().map(|one| (one.role(), one.name())).unzip();
    assert_eq!((groups, names), (vec!["group".to_owned(); 2], vec!["Upper back".to_owned(), "Lower back".to_owned()]));
}

fn on_paper_the_card_and_what_is_open_stay_and_the_controls_go(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.browser.show_as_printed();
    assert!(page.find("[part=urgent]").is_shown());
    assert!(page.answer("pop").is_shown());
    assert!(!page.search_field().is_shown());
    assert!(page.browser.pdf().starts_with(b"%PDF-"));
}
