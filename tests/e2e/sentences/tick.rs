//! A remedy is ticked as tried.

use serde_json::json;

use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    a_tick_is_counted_and_told,
    what_follows_from_a_tick_comes_a_frame_later,
    a_tick_in_the_checklist_is_a_tick_in_the_answer,
    a_tick_can_be_taken_back,
    nothing_is_stored_before_the_first_tick,
    a_tick_survives_a_reload,
    a_tick_is_there_in_a_new_window,
    a_tick_in_another_window_shows_here,
    a_tick_taken_back_stays_away_after_a_reload,
}

fn a_tick_is_counted_and_told(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    page.tick("low-heat");
    assert_eq!(page.counter(), "2 of 12 tried");
    let told = page.events("remedy-faq-change");
    assert_eq!(told, [json!({ "tried": ["rest"], "total": 12 }), json!({ "tried": ["rest", "low-heat"], "total": 12 })]);
    page.wait_for_status("2 of 12 tried");
}

fn what_follows_from_a_tick_comes_a_frame_later(stage: &Stage) {
    let site = stage.site();
    let script = "const [place, done] = arguments;
        const { shadowRoot: root } = document.querySelector('remedy-faq');
        const boxes = [...root.querySelectorAll('input[value=rest]')];
        const seen = () => [root.querySelector('[part=progress]').textContent, boxes.filter((one) => one.checked).length === boxes.length,
            root.querySelectorAll('[name=note-rest]').length];
        root.querySelector(place).click();
        requestAnimationFrame(() => {
            const first = seen();
            requestAnimationFrame(() => setTimeout(() => done([first, seen()])));
        });";
    for place in ["[part=checklist] input[value=rest]", "[part=answer] input[value=rest]"] {
        let page = stage.open(&site.url("/"));
        let seen = page.browser.eval_later("two paints", script, &[json!(place)]);
        let (first, then) = (json!(["1 of 12 tried", true, 0]), json!(["1 of 12 tried", true, 1]));
        assert_eq!(seen, json!([first, then]), "in the first frame, and after it");
        page.tick("rest");
        page.put_away();
    }
}

fn a_tick_in_the_checklist_is_a_tick_in_the_answer(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("big-knot-upper-back");
    let in_answer = |id: &str| page.find(&format!("#big-knot-upper-back input[value='{id}']"));
    page.tick("rest");
    assert!(in_answer("rest").is_ticked());
    in_answer("stretch").click();
    page.browser.painted();
    assert!(page.remedy("stretch").is_ticked());
    assert_eq!(page.counter(), "2 of 12 tried");
}

fn a_tick_can_be_taken_back(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    page.tick("rest");
    assert!(!page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "0 of 12 tried");
    assert_eq!(page.events("remedy-faq-change").last(), Some(&json!({ "tried": [], "total": 12 })));
}

fn nothing_is_stored_before_the_first_tick(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.search_field().type_text("heat");
    assert!(page.storage().is_empty(), "stored: {:?}", page.storage());
    assert_eq!(page.browser.eval("return sessionStorage.length", &[]), 0);
    page.tick("rest");
    let kept = page.storage();
    let keys: Vec<_> = kept.keys().collect();
    assert_eq!(keys, ["remedy-faq:muscle-knots"], "one key, named after the document");
}

fn a_tick_survives_a_reload(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("muscle-rub");
    page.reload();
    assert_only_ticked(&page, "muscle-rub");
}

fn a_tick_is_there_in_a_new_window(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("muscle-rub");
    page.browser.new_window();
    page.browser.goto(&site.url("/"));
    page.wait_ready();
    assert_only_ticked(&page, "muscle-rub");
}

fn assert_only_ticked(page: &Page, remedy: &str) {
    assert!(page.remedy(remedy).is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn a_tick_in_another_window_shows_here(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let here = page.browser.window();
    page.browser.new_window();
    page.browser.goto(&site.url("/"));
    page.wait_ready();
    page.tick("rest");
    page.browser.switch_to(here);
    page.wait_for_status("1 of 12 tried");
    assert!(page.remedy("rest").is_ticked());
}

fn a_tick_taken_back_stays_away_after_a_reload(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    page.reload();
    page.tick("rest");
    page.reload();
    assert!(!page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "0 of 12 tried");
}
