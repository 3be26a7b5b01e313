//! `#question-id` in the address opens that question.

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

/// A clinic's page with these lines in its body.
fn clinic(stage: &Stage, lines: &str) -> Site {
    let page = "<!doctype html><html lang=en><title>A clinic</title><script type=module src=/remedy-faq.js></script>";
    stage.site().page("/deep/host.html", [page, lines].concat())
}

sentences! {
    a_link_opens_its_question_on_load,
    a_link_opens_its_question_when_the_address_changes,
    a_link_leads_nobody_away_who_has_gone_on_meanwhile,
    a_link_to_nothing_does_no_harm,
    every_answer_has_a_link_to_its_own_question,
    a_link_to_what_a_search_hides_ends_the_search,
    a_link_is_followed_once_and_not_at_each_change_of_the_element,
    of_two_widgets_one_follows_the_address,
    a_link_is_followed_into_a_widget_far_below,
    a_link_stays_on_the_page_where_the_host_has_another_base,
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

fn a_link_leads_nobody_away_who_has_gone_on_meanwhile(stage: &Stage) {
    let site = stage.site().fault(File::Program, Fault::Held);
    let page = stage.visit(&site.url("/#permanent"), Options::default());
    page.browser.painted();
    page.toggle("pop");
    page.summary("pop").eval("arguments[0].focus()");
    let top = || page.summary("pop").eval("return Math.round(arguments[0].getBoundingClientRect().top)");
    page.summary("pop").eval("arguments[0].scrollIntoView({ block: 'center' })");
    let before = top();
    site.release();
    page.wait_ready();
    page.browser.painted();
    assert_eq!(page.open_questions(), ["pop", "permanent"]);
    assert_eq!((page.focus(), top()), ("question pop".to_owned(), before));
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

fn a_link_to_what_a_search_hides_ends_the_search(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.search_field().type_text("golf");
    page.wait_for_status("1 question found");
    let found = page.shown_questions();
    assert_eq!(found.len(), 1);
    // To what is found already, it goes on.
    page.browser.goto(&site.url(&format!("/#{}", found[0])));
    page.wait_until("it is followed", "return root.activeElement?.localName === 'summary'");
    assert_eq!(page.shown_questions(), found);
    page.browser.goto(&site.url("/#permanent"));
    page.wait_until("it is open", "return root.querySelector('#permanent').open");
    assert!(page.summary("permanent").is_in_view());
    assert_eq!(page.focus(), "question permanent");
    assert_eq!((page.shown_questions().len(), page.search_field().value()), (15, String::new()));
    page.search_field().type_text("golf");
    page.wait_until_with("only what is found is shown", "return root.querySelector('#permanent').hidden", &[]);
    assert_eq!(page.shown_questions(), found);
}

fn a_link_is_followed_once_and_not_at_each_change_of_the_element(stage: &Stage) {
    let site = clinic(stage, "<remedy-faq></remedy-faq>");
    let page = stage.open(&site.url("/deep/host.html#permanent"));
    assert_eq!(page.open_questions(), ["permanent"]);
    page.toggle("permanent");
    page.browser.eval("scrollTo(0, 0); document.querySelector('remedy-faq').dir = 'rtl'", &[]);
    page.wait_until("the change is followed", "return root.childElementCount === 1 && root.querySelector('.rf').dir === 'rtl'");
    page.browser.painted();
    assert!(page.open_questions().is_empty(), "what was closed stays closed");
    assert_eq!(page.browser.eval("return scrollY", &[]), 0);
}

fn of_two_widgets_one_follows_the_address(stage: &Stage) {
    let site = clinic(stage, "<remedy-faq id=one loading=eager></remedy-faq><remedy-faq id=two loading=eager></remedy-faq>");
    let page = stage.visit(&site.url("/deep/host.html#permanent"), Options::default());
    let (one, two) = (page.at("#one"), page.at("#two"));
    for widget in [&one, &two] {
        widget.wait_ready();
    }
    page.browser.painted();
    let focused = || page.browser.eval("return document.activeElement.id", &[]);
    // Whichever was there first; the other does not take the visitor away from it.
    let open = [one.open_questions(), two.open_questions()].concat();
    assert_eq!(open, ["permanent"]);
    let follows = focused();
    assert_eq!(follows == "one", one.open_questions() == ["permanent"]);
    two.toggle("pop");
    two.find("#pop a[href='#pop']").click();
    page.browser.painted();
    let stands_in = |widget: &Page| widget.eval("return root.activeElement?.parentElement?.id ?? null", &[]) == "pop";
    assert!(stands_in(&one) != stands_in(&two), "one of them, and one only");
}

fn a_link_is_followed_into_a_widget_far_below(stage: &Stage) {
    let site = clinic(stage, "<div id=above style='block-size: 5000px'>Our clinic</div><remedy-faq></remedy-faq>");
    let page = stage.open(&site.url("/deep/host.html#permanent"));
    assert_eq!(page.open_questions(), ["permanent"]);
    assert!(page.summary("permanent").is_in_view());
    // A fragment of the host's own has the program wait as before.
    let page = stage.visit(&site.url("/deep/host.html?#above"), Options::default());
    page.browser.painted();
    assert_eq!(page.eval("return host.shadowRoot", &[]), serde_json::Value::Null);
}

fn a_link_stays_on_the_page_where_the_host_has_another_base(stage: &Stage) {
    let site = clinic(stage, "<base href=/><remedy-faq></remedy-faq>");
    let page = stage.open(&site.url("/deep/host.html"));
    page.toggle("pop");
    page.browser.eval("window.stays = true", &[]);
    page.find("#pop .rf-permalink a").click();
    page.browser.wait_until("the address has it", "return location.hash === '#pop'", &[]);
    assert_eq!(page.browser.address(), site.url("/deep/host.html#pop"));
    // What leads to a place of the widget does so each time, and leaves the address as it is.
    for _ in 0..2 {
        page.link("Back to top").click();
        assert_eq!(page.browser.eval("return document.activeElement.shadowRoot?.activeElement?.className", &[]), "rf-title");
        page.summary("pop").eval("arguments[0].focus()");
    }
    assert_eq!(page.browser.address(), site.url("/deep/host.html#pop"));
    assert_eq!(page.browser.eval("return window.stays", &[]), true, "the page was left");
}
