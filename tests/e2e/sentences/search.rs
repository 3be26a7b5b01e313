//! The visitor types into the search.

use fantoccini::key::Key;

use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    typing_shows_the_questions_that_match_and_no_others,
    the_number_of_matches_is_announced,
    an_answer_is_opened_where_the_match_is_inside_it,
    matches_are_marked,
    no_match_says_so_and_offers_a_way_back,
    escape_clears_the_search,
    clearing_the_search_restores_what_was_open,
    a_ticked_remedy_stays_ticked_through_a_search,
}

/// Types, and waits until the page has followed.
fn search_for(page: &Page, text: &str) {
    page.search_field().type_text(text);
    page.wait_until("the search has filtered", "return root.querySelectorAll('[part=question][hidden]').length > 0");
}

const MATCHES: &str = "const word = args[0];
    const has = (element) => element.textContent.toLowerCase().includes(word);
    return [...root.querySelectorAll('[part=question]')].filter(has).map((one) => one.id)";

fn typing_shows_the_questions_that_match_and_no_others(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    for word in ["crunching", "massage", "heat"] {
        search_for(&page, word);
        let shown = page.shown_questions();
        let matching = page.eval(MATCHES, &[word.into()]);
        assert!(!shown.is_empty(), "'{word}' finds nothing");
        assert_eq!(serde_json::json!(shown), matching, "'{word}'");
        page.press(Key::Escape);
        assert_eq!(page.shown_questions().len(), 15);
    }
}

fn the_number_of_matches_is_announced(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "massage");
    page.wait_for_status(&format!("{} questions found", page.shown_questions().len()));
    page.press(Key::Escape);
    search_for(&page, "crunching");
    page.wait_for_status("1 question found");
}

fn an_answer_is_opened_where_the_match_is_inside_it(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "massage");
    let inside = "const has = (one) => /massage/i.test(one.querySelector('[part=answer]').textContent);
        const shown = [...root.querySelectorAll('[part=question]')].filter((one) => one.checkVisibility());
        return shown.filter((one) => one.open !== has(one)).map((one) => one.id)";
    assert!(!page.open_questions().is_empty());
    assert_eq!(page.eval(inside, &[]), serde_json::json!([]), "open without a match inside, or closed with one");
}

fn matches_are_marked(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "massage");
    let marks = "return [...CSS.highlights.get('remedy-faq')].map((range) => range.toString().toLowerCase())";
    let marked = page.eval(marks, &[]);
    let marked = marked.as_array().expect("a list");
    assert!(!marked.is_empty() && marked.iter().all(|mark| mark == "massage"), "marked: {marked:?}");
    page.press(Key::Escape);
    assert_eq!(page.eval(marks, &[]), serde_json::json!([]), "marks stay when the search is cleared");
}

fn no_match_says_so_and_offers_a_way_back(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "zebra");
    assert!(page.shown_questions().is_empty());
    page.wait_for_status("No question has “zebra” in it.");
    assert!(page.find("[part=urgent]").is_shown(), "the help-now card is filtered away");
    page.button("Show all questions").click();
    page.wait_until("all are shown again", "return !root.querySelector('[part=question][hidden]')");
    assert_eq!(page.search_field().value(), "");
    assert_eq!(page.focus(), "search");
}

fn escape_clears_the_search(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "heat");
    page.press(Key::Escape);
    page.wait_until("all are shown again", "return !root.querySelector('[part=question][hidden]')");
    assert_eq!(page.search_field().value(), "");
    assert_eq!(page.focus(), "search", "the focus stays in the search");
    page.wait_until(
        "nothing more is announced",
        "return ![...root.querySelectorAll('[role=status]')].some((one) => /found/.test(one.textContent))",
    );
}

fn clearing_the_search_restores_what_was_open(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.toggle("lower-back");
    search_for(&page, "massage");
    assert!(page.open_questions().len() > 2, "the search opens answers");
    page.press(Key::Escape);
    page.wait_until("all are shown again", "return !root.querySelector('[part=question][hidden]')");
    assert_eq!(page.open_questions(), ["pop", "lower-back"]);
}

fn a_ticked_remedy_stays_ticked_through_a_search(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    search_for(&page, "zebra");
    assert!(page.remedy("rest").is_shown(), "the checklist is filtered away");
    page.press(Key::Escape);
    assert!(page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
}
