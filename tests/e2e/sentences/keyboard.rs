//! By keyboard alone.

use fantoccini::key::Key;
use serde_json::Value;

use super::super::engine::Options;
use super::super::page::Page;
use super::super::stage::{Stage, sentences};
use super::record::type_here;

sentences! {
    tab_reaches_everything_in_order_and_leaves,
    enter_and_space_open_and_close_a_question,
    space_ticks_a_remedy,
    keys_press_the_buttons,
    the_focus_is_seen_at_every_stop_and_never_covered,
    home_end_and_arrows_move_in_a_field_as_everywhere,
    home_end_and_arrows_move_the_page_where_a_question_has_the_focus,
    escape_clears_the_search_and_nothing_else,
    in_exclusive_mode_the_question_just_opened_stays_in_view,
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

/// What has the focus, how its ring is drawn, and whether it is to be seen where it stands.
const RING: &str = "
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const shine = (colour) => {
        const [red, green, blue] = parts(colour).map((one) => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const up = (one) => one.parentElement ?? one.getRootNode().host;
    let behind = up(at);
    while (behind && parts(getComputedStyle(behind).backgroundColor)[3] === 0) behind = up(behind);
    const paper = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)';
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(at);
    const [low, high] = [shine(paper), shine(outlineColor)].sort((one, other) => one - other);
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset);
    let cut = null;
    for (let one = up(at); one; one = up(one)) {
        const { contain, overflowClipMargin } = getComputedStyle(one);
        if (!/paint|content|strict/.test(contain)) continue;
        const [box, room] = [one.getBoundingClientRect(), parseFloat(overflowClipMargin)];
        const [x, y] = [box.left + one.clientLeft, box.top + one.clientTop];
        const far = [x - left, y - top, right - x - one.clientWidth, bottom - y - one.clientHeight];
        const outside = far.some((far) => far + reach > room);
        if (outside) cut = one.className;
    }
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot && hit.shadowRoot.elementFromPoint(x, y)) hit = hit.shadowRoot.elementFromPoint(x, y);
    const text = at.localName === 'summary' ? at.parentElement.id : at.name || at.textContent.trim();
    return [`${at.localName} ${text} ${at.value ?? ''}`, {
        width: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
        contrast: (high + 0.05) / (low + 0.05),
        seen: at.contains(hit),
        cut,
    }]";

/// WCAG 2.4.7, 2.4.11 and 2.4.13: at every stop, on a page with everything open.
fn the_focus_is_seen_at_every_stop_and_never_covered(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.button("Open all").click();
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.open_appointment();
    page.eval("root.querySelector('input[type=search]').focus()", &[]);
    let mut stops = 0;
    loop {
        let mut ring = page.browser.eval(RING, &[]);
        if ring[1]["seen"] != true {
            // WebKit scrolls to it with the next frame.
            page.browser.painted();
            ring = page.browser.eval(RING, &[]);
        }
        let (stop, ring) = (&ring[0], &ring[1]);
        assert!(ring["width"].as_f64() >= Some(2.0), "{stop}: a ring of {ring}");
        assert!(ring["contrast"].as_f64() >= Some(3.0), "{stop}: too pale, {ring}");
        assert_eq!(ring["seen"], true, "{stop}: it is out of sight or covered");
        assert_eq!(ring["cut"], Value::Null, "{stop}: its ring is cut off there");
        stops += 1;
        if page.focus() == "link Back to top" {
            break;
        }
        assert!(stops < 120, "Tab does not come to the end");
        page.press(Key::Tab);
    }
    assert!(stops > 60, "only {stops} stops");
}

fn home_end_and_arrows_move_in_a_field_as_everywhere(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    for field in ["input[type=search]", "textarea[name=note-rest]"] {
        page.find(field).eval("arguments[0].focus()");
        type_here(&page, "ack");
        page.press(Key::Home);
        type_here(&page, "b");
        page.press(Key::End);
        type_here(&page, "e");
        page.press(Key::Left);
        page.press(Key::Left);
        page.press(Key::Right);
        type_here(&page, "h");
        assert_eq!(page.find(field).value(), "backhe", "{field}");
    }
}

fn home_end_and_arrows_move_the_page_where_a_question_has_the_focus(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    tab_to(&page, "question pop");
    // Chromium scrolls smoothly, and a key pressed meanwhile can be lost: it is pressed until the page has followed.
    let follows = |key: Key, fact: &str, there: &str| {
        let followed = (0..40).any(|_| {
            page.press(key);
            page.browser.painted();
            page.browser.eval(there, &[]) == true
        });
        assert!(followed, "{fact} in vain");
        assert_eq!(page.focus(), "question pop", "{fact}: the focus stays");
    };
    follows(Key::End, "to the end", "return scrollY + innerHeight > document.documentElement.scrollHeight - 2");
    follows(Key::Home, "to the top", "return scrollY < 2");
    follows(Key::Down, "an arrow down", "return scrollY > 10");
    assert!(page.open_questions().is_empty(), "an arrow is no way to the next question");
}

fn escape_clears_the_search_and_nothing_else(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.tick("rest");
    page.find("textarea[name=note-rest]").type_text("Two weeks");
    page.find("[part=clear]").click();
    let state = "return [[...root.querySelectorAll('[open]')].map((one) => one.id), root.querySelector('[part=progress]').textContent,
        root.querySelector('textarea').value, root.querySelector('[part=clear-confirm]') !== null]";
    let before = page.eval(state, &[]);
    for at in ["textarea[name=note-rest]", "#pop > summary", "input[name=remedy]:not(details *)", "[part=toggle-all]", "input[type=search]"]
    {
        page.find(at).eval("arguments[0].focus()");
        let focus = page.focus();
        page.press(Key::Escape);
        page.browser.painted();
        assert_eq!((page.eval(state, &[]), page.focus()), (before.clone(), focus), "Escape at {at}");
    }
}

/// uswds#2021: what closes above must not take what was opened out of sight.
fn in_exclusive_mode_the_question_just_opened_stays_in_view(stage: &Stage) {
    let host = "<!doctype html><html lang=en><head><title>Host</title><script type=module src=remedy-faq.js></script></head>
        <body><remedy-faq exclusive></remedy-faq></body></html>";
    let site = stage.site().page("/host.html", host);
    let page = stage.open_with(&site.url("/host.html"), Options { viewport: (1000, 420), ..Options::default() });
    let questions = page.question_ids();
    // Down the page, where what closes stands above; and up again.
    let down = questions.iter();
    let up = questions.iter().rev().skip(1);
    for (question, key) in down.zip([Key::Enter, Key::Space].into_iter().cycle()).chain(up.zip([Key::Enter].into_iter().cycle())) {
        let summary = page.summary(question);
        summary.eval("arguments[0].focus()");
        page.press(key);
        page.wait_until_with("it is open", "return root.querySelector(`[id='${args[0]}']`).open", &[question.as_str().into()]);
        page.browser.painted();
        assert_eq!(page.open_questions(), [question.as_str()]);
        let place = summary.eval("const { top, bottom } = arguments[0].getBoundingClientRect(); return [top, bottom, innerHeight]");
        assert!(summary.is_in_view(), "'{question}' was opened and is out of sight: {place}");
    }
}
