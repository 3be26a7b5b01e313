//! `#question-id` in the address opens that question.

use super::super::stage::{Stage, sentences};

sentences! {
    a_link_opens_its_question_on_load,
    a_link_opens_its_question_when_the_address_changes,
    a_link_to_nothing_does_no_harm,
    every_answer_has_a_link_to_its_own_question,
}

fn a_link_opens_its_question_on_load(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/#tight-lower-back"));
    assert_eq!(page.open_questions(), ["tight-lower-back"]);
    assert!(page.summary("tight-lower-back").is_in_view());
}

fn a_link_opens_its_question_when_the_address_changes(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.browser.goto(&site.url("/#permanent"));
    page.wait_until("it is open", "return root.querySelector('#permanent').open");
    assert!(page.summary("permanent").is_in_view());
    assert_eq!(page.focus(), "question permanent");
}

fn a_link_to_nothing_does_no_harm(stage: &Stage) {
    let site = stage.site();
    // Undecodable; no such question; a name that every object has; something that is no selector.
    for fragment in ["#%E0%A4%A", "#nothing", "#constructor", "#:~'\"]"] {
        let page = stage.open(&site.url(&format!("/{fragment}")));
        assert!(page.open_questions().is_empty(), "{fragment}");
        page.browser.goto(&site.url("/#%"));
        page.toggle("pop");
    }
}

fn every_answer_has_a_link_to_its_own_question(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.button("Open all").click();
    for question in page.question_ids() {
        let link = page.find(&format!("[id='{question}'] a[href='#{question}']"));
        assert_eq!(link.name(), format!("Link to this question: {}", page.summary(&question).text()));
    }
    page.button("Close all").click();
    page.toggle("pop");
    page.find("#pop a[href='#pop']").click();
    assert_eq!(page.browser.address(), site.url("/#pop"));
    assert_eq!(page.open_questions(), ["pop"]);
}
