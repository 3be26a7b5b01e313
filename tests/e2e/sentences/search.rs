//! The visitor types into the search.

use fantoccini::key::Key;

use serde_json::json;

use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    typing_shows_the_questions_that_match_and_no_others,
    what_the_search_hides_has_no_room_and_is_not_reached,
    the_number_of_matches_is_announced,
    an_answer_is_opened_where_the_match_is_inside_it,
    a_letter_is_answered_before_answers_open,
    matches_are_marked,
    no_match_says_so_and_offers_a_way_back,
    escape_clears_the_search,
    enter_in_the_search_goes_nowhere,
    clearing_the_search_restores_what_was_open,
    a_ticked_remedy_stays_ticked_through_a_search,
    a_far_match_of_a_long_document_opens_when_it_comes_near,
    a_group_without_a_match_takes_no_room,
    only_groups_with_a_match_are_waited_for,
    of_two_letters_in_one_frame_one_waits_for_far_matches,
    far_matches_are_printed_with_what_is_open,
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
        assert_eq!(json!(shown), matching, "'{word}'");
        page.press(Key::Escape);
        assert_eq!(page.shown_questions().len(), 15);
    }
}

fn what_the_search_hides_has_no_room_and_is_not_reached(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    search_for(&page, "crunching");
    let reached = "const gone = [...root.querySelectorAll('[part=question][hidden]')];
        const room = gone.filter((one) => one.getBoundingClientRect().height > 0);
        const inside = gone.flatMap((one) => [...one.querySelectorAll('summary,a,input')]);
        const focused = inside.filter((one) => (one.focus(), root.activeElement === one));
        return [gone.length, inside.length > gone.length, room.length, focused.length]";
    assert_eq!(page.eval(reached, &[]), json!([14, true, 0, 0]), "questions, with controls, that have room, that take the focus");
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
        const shown = [...root.querySelectorAll('[part=question]')].filter((one) => one.checkVisibility({ visibilityProperty: true }));
        return shown.some(has) && shown.every((one) => one.open === has(one))";
    page.wait_until("those with a match inside are open, and no others", inside);
}

/// Types at once, without a frame between the letters.
const TYPE: &str = "const field = root.querySelector('[type=search]');
    for (const text of args[0]) {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    ";

fn a_letter_is_answered_before_answers_open(stage: &Stage) {
    // A short page would open them once typing pauses, too.
    let page = open_long(stage);
    search_for(&page, "zebra");
    let seen = "const shown = [...root.querySelectorAll('[part=question]:not([hidden])')];
        return [shown.length > 0, shown.some((one) => one.open)]";
    let seen = page.eval(&[TYPE, seen].concat(), &[json!(["tape"])]);
    assert_eq!(seen, json!([true, false]), "matches are shown, and open already");
    page.wait_until("the answers open after that", &format!("return {OPEN} > 0"));
    // Those that are open are not closed and opened for the next letter.
    let shut = page.eval(&[TYPE, "return ", OPEN].concat(), &[json!(["tap"])]);
    assert_ne!(shut, 0, "what was open has closed for a frame");
}

fn matches_are_marked(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    search_for(&page, "massage");
    page.wait_until("something is marked", "return CSS.highlights.get('remedy-faq')?.size > 0");
    let marks = "return [...CSS.highlights.get('remedy-faq')].map((range) => range.toString().toLowerCase())";
    let marked = page.eval(marks, &[]);
    let marked = marked.as_array().expect("a list");
    assert!(!marked.is_empty() && marked.iter().all(|mark| mark == "massage"), "marked: {marked:?}");
    page.press(Key::Escape);
    assert_eq!(page.eval(marks, &[]), json!([]), "marks stay when the search is cleared");
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

fn enter_in_the_search_goes_nowhere(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.browser.eval("window.still = true", &[]);
    search_for(&page, "crunching");
    let shown = page.shown_questions();
    page.press(Key::Enter);
    page.browser.painted();
    assert_eq!(page.shown_questions(), shown);
    assert_eq!(page.browser.address(), site.url("/"));
    assert_eq!(page.browser.eval("return window.still", &[]), true, "the page was loaded anew");
}

fn clearing_the_search_restores_what_was_open(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.toggle("lower-back");
    search_for(&page, "massage");
    page.wait_until("the search opens answers", "return root.querySelectorAll('[part=question][open]').length > 2");
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

/// A page of 200 questions, in groups of 50. All answers have a word in them, the last one has another too.
pub fn open_long(stage: &Stage) -> Page {
    let questions: Vec<_> = (0..200)
        .map(|n| {
            let words = if n == 199 { "Take some tape, and plaster." } else { "Take some tape." };
            json!({ "id": format!("q{n}"), "question": format!("Question {n}?"), "answer": [{ "p": words }] })
        })
        .collect();
    let document = json!({ "schemaVersion": 1, "id": "long", "lang": "en", "title": "Long", "questions": questions,
        "remedies": [{ "id": "tape", "label": "Tape" }] });
    let script = "<script type=\"module\" src=\"/remedy-faq.js\"></script>";
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Long</title><remedy-faq><script type=\"application/json\">{document}</script></remedy-faq>{script}"
    );
    let site = stage.site().page("/long.html", html);
    stage.open(&site.url("/long.html"))
}

const OPEN: &str = "root.querySelectorAll('[part=question][open]').length";

fn a_far_match_of_a_long_document_opens_when_it_comes_near(stage: &Stage) {
    let page = open_long(stage);
    page.search_field().type_text("tape");
    page.wait_until("the first match is open", "return root.querySelector('#q0').open");
    page.wait_for_status("200 questions found");
    let open = page.eval(&format!("return {OPEN}"), &[]);
    assert!(open.as_u64().is_some_and(|open| open < 150), "{open} of 200 are open, most of them far away");
    page.eval("root.querySelector('#q199').scrollIntoView()", &[]);
    page.wait_until("the last match is open", "return root.querySelector('#q199').open");
    let marked = "const at = (range) => range.startContainer.parentElement.closest('details').id;
        return !CSS.highlights || [...CSS.highlights.get('remedy-faq')].some((range) => at(range) === 'q199')";
    page.wait_until("the last match is marked", marked);
    page.search_field().type_text("r");
    page.wait_until("all that the search opened is closed", &format!("return {OPEN} === 0"));
}

fn a_group_without_a_match_takes_no_room(stage: &Stage) {
    let page = open_long(stage);
    page.search_field().type_text("plaster");
    page.wait_until("the last question alone is shown", "return root.querySelectorAll('[part=question][hidden]').length === 199");
    // Without being painted first: until then it would have the room of fifty questions.
    let room = "const none = [...root.querySelectorAll('.rf-group')].filter((group) => !group.querySelector('details:not([hidden])'));
        return none.map((group) => group.getBoundingClientRect().height)";
    assert_eq!(page.eval(room, &[]), json!([0, 0, 0]));
    page.press(Key::Escape);
    page.wait_until("all are shown again", "return !root.querySelector('[part=question][hidden],.rf-group[hidden]')");
}

/// Notes for every group that is waited for whether it is hidden.
const NOTES: &str = "window.waited = [];
    const { observe } = IntersectionObserver.prototype;
    IntersectionObserver.prototype.observe = function (one) {
        if (one.matches('.rf-group')) waited.push(one.hidden);
        return observe.call(this, one);
    }";

fn only_groups_with_a_match_are_waited_for(stage: &Stage) {
    let page = open_long(stage);
    page.browser.eval(NOTES, &[]);
    // 19, 119 and from 190 on; the second group of four has none.
    page.search_field().type_text("19");
    page.wait_for_status("12 questions found");
    assert_eq!(page.eval("return waited.slice(-3)", &[]), json!([false, false, false]));
    assert_eq!(page.eval("return waited.filter((hidden) => hidden).length", &[]), 0, "what has no room is near everything");
}

fn of_two_letters_in_one_frame_one_waits_for_far_matches(stage: &Stage) {
    let page = open_long(stage);
    page.browser.eval(NOTES, &[]);
    page.eval(&[TYPE, "return 0"].concat(), &[json!(["t", "ta"])]);
    page.wait_until("a match that is near opens", "return root.querySelector('#q3').open");
    assert_eq!(page.eval("return waited", &[]), json!([false, false, false, false]), "each of the groups is waited for once");
}

fn far_matches_are_printed_with_what_is_open(stage: &Stage) {
    let page = open_long(stage);
    page.search_field().type_text("tape");
    page.wait_until("the first match is open", "return root.querySelector('#q0').open");
    page.browser.eval("window.print = () => {}", &[]);
    page.button("Print what I opened and tried").click();
    assert_eq!(page.eval(&format!("return {OPEN}"), &[]), 200, "the others are missing on paper");
}
