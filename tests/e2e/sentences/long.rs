//! Of a long document, what is far from the view is not laid out, and is there for a reader all the same: found by the browser's
//! own search, and printed.

use serde_json::json;

use super::super::page::Page;
use super::super::stage::{Stage, sentences};
use super::print::printed;
use super::search::open_long;

sentences! {
    what_is_far_in_a_long_document_is_not_laid_out,
    the_browser_finds_a_far_question_of_a_long_document [Find],
    the_browser_finds_what_is_in_a_far_closed_answer [Find],
    all_answers_of_a_long_document_are_printed [Pdf],
}

/// Waits until just these of some questions, from the first group, the second and the last, are laid out.
#[track_caller]
fn wait_laid_out(page: &Page, expected: &[&str]) {
    let laid_out =
        "const seen = ['q0', 'q99', 'q199'].filter((id) => root.querySelector(`#${id}`).checkVisibility({ contentVisibilityAuto: true }));
        return seen.join() === args[0].join() || seen";
    page.wait_until_with(&format!("of three questions, {expected:?} are laid out"), laid_out, &[json!(expected)]);
}

/// Waits until the last question is laid out in the part of the page that is seen, open or closed.
#[track_caller]
fn wait_last_is_seen(page: &Page, open: bool) {
    let seen = "const last = root.querySelector('#q199');
        const { top, bottom } = last.getBoundingClientRect();
        const seen = [last.open, last.checkVisibility({ contentVisibilityAuto: true }), top < innerHeight && bottom > 0];
        return seen.join() === `${args[0]},true,true` || seen";
    page.wait_until_with("the last question is in view", seen, &[json!(open)]);
}

fn what_is_far_in_a_long_document_is_not_laid_out(stage: &Stage) {
    let page = open_long(stage);
    page.browser.painted();
    wait_laid_out(&page, &["q0"]);
    // It has room all the same, or the page would grow under the visitor's hand.
    let room = "return [...root.querySelectorAll('.rf-group')].map((group) => group.offsetHeight > 2000)";
    assert_eq!(page.eval(room, &[]), json!([true, true, true, true]));
    // There is nothing that makes it be laid out and stay so: who comes there has it, and who goes leaves it.
    page.eval("root.querySelector('#q199').scrollIntoView()", &[]);
    wait_laid_out(&page, &["q199"]);
    page.browser.eval("scrollTo(0, 0)", &[]);
    wait_laid_out(&page, &["q0"]);
}

fn the_browser_finds_a_far_question_of_a_long_document(stage: &Stage) {
    let page = open_long(stage);
    wait_laid_out(&page, &["q0"]);
    assert_eq!(page.browser.eval("return [window.find('Question 500?'), window.find('Question 199?')]", &[]), json!([false, true]));
    wait_last_is_seen(&page, false);
}

/// As its own find in page does, which no driver can open. Firefox's `find` of scripts is that; Chromium's finds the words and
/// leaves the answer closed, but an address with a fragment of text in it looks for that as find in page does.
fn the_browser_finds_what_is_in_a_far_closed_answer(stage: &Stage) {
    let page = open_long(stage);
    wait_laid_out(&page, &["q0"]);
    if stage.speaks_cdp() {
        page.browser.goto(&[&page.browser.address(), "#:~:text=plaster"].concat());
    } else {
        assert_eq!(page.browser.eval("return window.find('plaster')", &[]), true);
    }
    wait_last_is_seen(&page, true);
    assert_eq!(page.open_questions(), ["q199"], "it opens what it finds and nothing else");
}

fn all_answers_of_a_long_document_are_printed(stage: &Stage) {
    let page = open_long(stage);
    wait_laid_out(&page, &["q0"]);
    assert!(page.open_questions().is_empty());
    let paper = printed(stage, &page, "print-long");
    let missing: Vec<_> = (0..200).filter(|n| !paper.contains(&format!("Question{n}?Takesometape"))).collect();
    assert!(missing.is_empty(), "{missing:?} of 200 questions are not on paper with their answers: {paper}");
    assert!(paper.contains("Takesometape,andplaster."), "the last answer is not on paper: {paper}");
}
