//! JavaScript is off: the page is complete all the same.

use super::super::engine::Options;
use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    without_javascript_all_fifteen_questions_are_there,
    without_javascript_every_question_opens_and_shows_its_answer,
    without_javascript_all_twelve_remedies_can_be_ticked,
    without_javascript_what_needs_it_is_not_shown_and_leaves_no_gap,
    without_javascript_the_help_now_card_is_shown,
    without_javascript_the_link_to_the_top_leads_there,
}

fn visit(stage: &Stage) -> Page {
    let site = stage.site();
    stage.visit(&site.url("/"), Options { javascript: false, ..Options::default() })
}

fn without_javascript_all_fifteen_questions_are_there(stage: &Stage) {
    let page = visit(stage);
    assert_eq!(page.shown_questions().len(), 15);
    for question in page.all("[part=question] > summary") {
        assert!(question.text().ends_with('?'), "'{}' is no question", question.text());
    }
}

fn without_javascript_every_question_opens_and_shows_its_answer(stage: &Stage) {
    let page = visit(stage);
    for question in page.question_ids() {
        assert!(!page.answer(&question).is_shown(), "the answer to '{question}' is shown before it is asked for");
        page.toggle(&question);
        assert!(page.answer(&question).is_shown(), "the answer to '{question}' is not shown");
        assert!(page.answer(&question).text().len() > 40, "the answer to '{question}' is empty");
    }
    assert_eq!(page.open_questions().len(), 15, "opening one has closed another");
}

fn without_javascript_all_twelve_remedies_can_be_ticked(stage: &Stage) {
    let page = visit(stage);
    let remedies = page.all("input[type=checkbox][name=remedy]:not(details *)");
    assert_eq!(remedies.len(), 12);
    for remedy in remedies {
        remedy.click();
        assert!(remedy.is_ticked(), "'{}' cannot be ticked", remedy.name());
        assert!(!remedy.name().is_empty(), "'{}' has no name", remedy.value());
    }
}

fn without_javascript_what_needs_it_is_not_shown_and_leaves_no_gap(stage: &Stage) {
    let page = visit(stage);
    for control in page.all("input[type=search], button") {
        assert!(!control.is_shown(), "'{}' is shown, and does nothing", control.name());
        let height = control.eval("return arguments[0].getBoundingClientRect().height");
        assert_eq!(height.as_f64(), Some(0.0), "'{}' leaves a gap", control.attribute("class").unwrap_or_default());
    }
}

fn without_javascript_the_help_now_card_is_shown(stage: &Stage) {
    let card = visit(stage).find("[part=urgent]");
    assert!(card.is_shown());
    assert!(card.text().len() > 100, "it says too little: {}", card.text());
}

fn without_javascript_the_link_to_the_top_leads_there(stage: &Stage) {
    let page = visit(stage);
    page.link("Back to top").click();
    page.browser.wait_until(
        "the title is in view",
        "const title = document.querySelector('h1').getBoundingClientRect();
        return title.top >= -1 && title.bottom <= innerHeight",
        &[],
    );
}
