//! By keyboard alone.

use fantoccini::key::Key;

use super::super::page::Page;
use super::super::stage::{Stage, sentences};

sentences! {
    tab_reaches_everything_in_order_and_leaves,
    enter_and_space_open_and_close_a_question,
    space_ticks_a_remedy,
    keys_press_the_buttons,
    the_focus_can_be_seen,
}

/// Presses Tab until what has the focus is what is looked for.
fn tab_to(page: &Page, wanted: &str) {
    let mut seen = Vec::new();
    while seen.last().is_none_or(|last| last != wanted) {
        assert!(seen.len() < 60, "Tab does not reach '{wanted}': {seen:?}");
        page.press(Key::Tab);
        seen.push(page.focus());
    }
}

fn tab_reaches_everything_in_order_and_leaves(stage: &Stage) {
    let host = "<!doctype html><html lang=en><head><title>Host</title><script type=module src=remedy-faq.js></script></head>
        <body><button>before</button><remedy-faq></remedy-faq><button>after</button></body></html>";
    let site = stage.site().page("/host.html", host);
    let page = stage.open(&site.url("/host.html"));
    page.toggle("therapist-feel");
    page.find("[part=progress]").eval("document.querySelector('button').focus()");
    let mut order = Vec::new();
    while order.last().is_none_or(|last| last != "button after") {
        assert!(order.len() < 80, "Tab does not leave the widget: {order:#?}");
        page.press(Key::Tab);
        order.push(page.focus());
    }
    let place = |name: &str| order.iter().position(|one| one == name).unwrap_or_else(|| panic!("Tab passes over '{name}': {order:#?}"));
    let mut expected = vec!["search".to_owned(), "button Open all".to_owned(), "button Close all".to_owned()];
    for question in page.question_ids() {
        expected.push(format!("question {question}"));
        if question == "therapist-feel" {
            expected.push("remedy trigger-point".to_owned());
        }
    }
    let checklist = page.all("input[name=remedy]:not(details *)");
    // Its first stop is in an answer, so the one in the checklist is not to be found by name.
    expected.extend(checklist.iter().map(|one| format!("remedy {}", one.value())).filter(|one| one != "remedy trigger-point"));
    expected.push("link Back to top".to_owned());
    let places: Vec<usize> = expected.iter().map(|name| place(name)).collect();
    assert!(places.is_sorted(), "not in order: {order:#?}");
    assert_eq!(order.iter().filter(|one| one.starts_with("remedy ")).count(), 12 + 1, "one stop for each box that is shown");
    page.browser.press(Key::Tab, Some(Key::Shift));
    assert_eq!(page.focus(), order[order.len() - 2], "Shift and Tab goes back in");
}

fn enter_and_space_open_and_close_a_question(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    tab_to(&page, "question severe-pain");
    for (key, open) in [(Key::Enter, true), (Key::Enter, false), (Key::Space, true), (Key::Space, false)] {
        page.press(key);
        assert_eq!(page.open_questions().contains(&"severe-pain".to_owned()), open);
        assert_eq!(page.focus(), "question severe-pain");
    }
}

fn space_ticks_a_remedy(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    tab_to(&page, "remedy stretch");
    page.press(Key::Space);
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(page.focus(), "remedy stretch", "the focus stays");
    page.press(Key::Space);
    assert_eq!(page.counter(), "0 of 12 tried");
}

fn keys_press_the_buttons(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    tab_to(&page, "button Open all");
    page.press(Key::Enter);
    assert_eq!(page.open_questions().len(), 15);
    tab_to(&page, "button Close all");
    page.press(Key::Space);
    assert!(page.open_questions().is_empty());
}

fn the_focus_can_be_seen(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let outline = "let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth)";
    for stop in ["search", "button Open all", "question pop", "remedy rest", "link Back to top"] {
        tab_to(&page, stop);
        let width = page.browser.eval(outline, &[]).as_f64();
        assert!(width >= Some(2.0), "{stop}: a focus ring of {width:?} px");
    }
}
