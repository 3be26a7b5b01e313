//! Storage that throws, is not there, is full, is emptied, or is not wanted.

use super::*;

sentences! {
    where_storage_throws_it_works_on_and_says_so_once,
    where_there_is_no_storage_it_works_on_and_says_so_once,
    where_storage_is_full_it_works_on_and_says_so_once,
    where_nothing_is_kept_nothing_is_said_to_be_saved,
    what_was_refused_is_stored_with_the_next_change_once_there_is_room,
    what_was_refused_is_stored_when_the_page_is_left_if_there_is_room,
    what_was_refused_outlasts_a_while_in_the_browsers_memory,
    storage_emptied_from_outside_does_not_stop_it,
    with_storage_none_nothing_is_stored_and_what_was_stays_as_it_is,
    with_storage_session_it_is_kept_for_the_tab,
}

fn where_storage_throws_it_works_on_and_says_so_once(stage: &Stage) {
    let throws = "for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
    }";
    let site = clinic(stage, "", throws);
    let page = stage.open(&site.url("/host.html"));
    assert_eq!(shown(&page, REFUSED), 1, "before anything is ticked");
    works_on(&page);
}

fn where_there_is_no_storage_it_works_on_and_says_so_once(stage: &Stage) {
    let site = clinic(stage, "", "Object.defineProperty(window, 'localStorage', { value: null });");
    works_on(&stage.open(&site.url("/host.html")));
}

fn where_storage_is_full_it_works_on_and_says_so_once(stage: &Stage) {
    let site = clinic(stage, "", &["window.__full = true;", FULL].concat());
    let page = stage.open(&site.url("/host.html"));
    listen(&page);
    page.tick("rest");
    page.wait_for_status(REFUSED);
    page.tick("rest");
    page.put_away();
    let heard = announced(&page);
    assert_eq!(heard.iter().filter(|text| *text == REFUSED).count(), 1, "{heard:?}");
    let changes = page.events("remedy-faq-change");
    assert_eq!(changes.len(), 2, "one event a tick: {changes:?}");
    page.reload();
    works_on(&page);
    assert!(page.storage().is_empty());
}

fn where_nothing_is_kept_nothing_is_said_to_be_saved(stage: &Stage) {
    let site = clinic(stage, "storage=none", "").page("/full.html", host("", &["window.__full = true;", FULL].concat()));
    for path in ["/host.html", "/full.html"] {
        let page = stage.open(&site.url(path));
        page.tick("rest");
        listen(&page);
        outcome(&page, "rest", "helped").click();
        note(&page, "rest").type_text("Two weeks");
        page.press(Key::Tab);
        let heard = announced(&page);
        assert!(!heard.iter().any(|text| text == "Saved."), "{path}: it says {heard:?}, and nothing is saved");
    }
}

/// A tick that was refused, and then room for it; a script runs between.
#[track_caller]
fn refused_then_room(stage: &Stage, script: &str) -> Page {
    let site = clinic(stage, "", &["window.__full = history.state === null;", FULL].concat());
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.wait_for_status(REFUSED);
    // What was typed last is tried too, before there is room.
    page.browser.painted();
    page.browser.eval(script, &[]);
    assert!(page.storage().is_empty());
    page.browser.eval("window.__full = false; history.replaceState('room', '')", &[]);
    page
}

fn what_was_refused_is_stored_with_the_next_change_once_there_is_room(stage: &Stage) {
    let page = refused_then_room(stage, "");
    page.tick("low-heat");
    page.wait_for_status(KEPT);
    assert_eq!(shown(&page, REFUSED), 0, "it says both");
    page.reload();
    assert_eq!(page.counter(), "2 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn what_was_refused_is_stored_when_the_page_is_left_if_there_is_room(stage: &Stage) {
    // Nothing that waits for a moment comes to pass.
    let page = refused_then_room(stage, "window.setTimeout = () => 0;");
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn what_was_refused_outlasts_a_while_in_the_browsers_memory(stage: &Stage) {
    let site = clinic(stage, "", &["window.__full = true;", FULL].concat());
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    page.wait_for_status(REFUSED);
    // As when the visitor comes back with the browser's button.
    page.browser.eval("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))", &[]);
    page.browser.painted();
    assert_eq!(page.counter(), "1 of 12 tried");
    assert!(page.remedy("rest").is_ticked());
}

fn storage_emptied_from_outside_does_not_stop_it(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    // As browsers do on their own, and visitors in their settings: no window is told.
    page.browser.eval("localStorage.clear()", &[]);
    page.tick("low-heat");
    assert_eq!(page.counter(), "2 of 12 tried");
    page.reload();
    assert_eq!(page.counter(), "2 of 12 tried");
    // As another page of the clinic may: the windows are told.
    let windows = second_window(&page, &site.url("/host.html"));
    page.browser.eval("localStorage.clear()", &[]);
    page.browser.switch_to(windows[0].clone());
    page.wait_for_status("0 of 12 tried");
    page.tick("rest");
    page.browser.switch_to(windows[1].clone());
    page.wait_until("the other window shows it", "return root.querySelector('[part=checklist] [value=rest]').checked");
}

fn with_storage_none_nothing_is_stored_and_what_was_stays_as_it_is(stage: &Stage) {
    let site = clinic(stage, "storage=none", "");
    let page = open_with_stored(stage, &site, &[(KEY, SAVED)]);
    assert_eq!(shown(&page, "Your ticks are not kept: they are gone when you leave this page."), 1);
    assert_eq!(shown(&page, KEPT), 0);
    assert_eq!(page.counter(), "0 of 12 tried", "nothing of what was stored is shown on a shared computer");
    try_remedy(&page, "low-heat", "worse", "On a shared computer");
    assert_eq!(page.storage(), BTreeMap::from([(KEY.into(), SAVED.into())]));
    assert_eq!(page.browser.eval("return sessionStorage.length", &[]), 0);
    page.reload();
    assert_eq!(page.counter(), "0 of 12 tried");
}

fn with_storage_session_it_is_kept_for_the_tab(stage: &Stage) {
    let site = clinic(stage, "storage=session", "");
    let page = stage.open(&site.url("/host.html"));
    assert_eq!(shown(&page, "Your ticks stay in this tab until you close it."), 1);
    try_remedy(&page, "rest", "helped", "Two weeks");
    assert!(page.storage().is_empty());
    assert_eq!(page.browser.eval("return Object.keys(sessionStorage)", &[]), json!([KEY]));
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    clear(&page);
    assert_eq!(page.browser.eval("return sessionStorage.length", &[]), 0);
    page.tick("rest");
    second_window(&page, &site.url("/host.html"));
    assert_eq!(page.counter(), "0 of 12 tried", "another tab knows nothing of it");
}
