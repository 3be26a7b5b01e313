//! Clearing the record, and undoing that.

use super::*;

sentences! {
    a_clear_in_one_window_clears_the_other_and_leaves_no_key,
    clear_asks_first_and_no_keeps_everything,
    a_confirmed_clear_leaves_nothing,
    a_clear_can_be_undone,
    undoing_a_clear_keeps_what_was_ticked_since,
    the_focus_is_never_lost_in_clearing,
    clearing_is_announced_once,
    a_clear_of_a_damaged_record_leaves_no_key,
    a_damaged_record_that_was_cleared_does_not_come_back,
    a_clear_leaves_no_key_where_storage_is_full,
    a_clear_elsewhere_takes_a_tick_of_the_same_moment,
}

fn a_clear_in_one_window_clears_the_other_and_leaves_no_key(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let [first, second] = second_window(&page, &site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.browser.switch_to(first);
    page.wait_for_status("1 of 12 tried");
    clear(&page);
    assert_eq!(page.counter(), "0 of 12 tried");
    page.browser.switch_to(second);
    page.wait_for_status("0 of 12 tried");
    assert!(!page.remedy("rest").is_ticked());
    assert!(page.all("textarea[name^=note-]").is_empty());
    assert_nothing_but(&page, &[]);
    // What the other window had does not come back with the next tick.
    page.tick("low-heat");
    let ids: Vec<_> = saved(&page)["entries"].as_object().into_iter().flatten().map(|(id, _)| id.clone()).collect();
    assert_eq!(ids, ["low-heat"]);
}

fn clear_asks_first_and_no_keeps_everything(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    assert!(page.find("[part=clear]").is_shown(), "it is there from the start");
    try_remedy(&page, "rest", "helped", "Two weeks");
    let before = page.storage();
    assert!(page.get("[part=clear-confirm]").is_none());
    page.button("Clear my record").click();
    assert_eq!(shown(&page, "Clear everything you ticked and wrote?"), 1);
    assert_eq!((page.counter().as_str(), page.storage()), ("1 of 12 tried", before.clone()), "it only asks");
    page.button("No, keep it").click();
    assert!(page.get("[part=clear-confirm]").is_none(), "it asks no more");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(page.storage(), before);
}

fn a_confirmed_clear_leaves_nothing(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.find("[part=appointment] > summary").click();
    page.find("textarea[name=own-questions]").type_text("How long?");
    page.button("Clear my record").click();
    page.button("Yes, clear it").click();
    page.wait_for_status("Your record is cleared.");
    assert_eq!(page.counter(), "0 of 12 tried");
    assert_eq!(page.find("textarea[name=own-questions]").value(), "");
    assert!(page.get("[part=clear-confirm]").is_none(), "it asks once");
    assert_nothing_but(&page, &[]);
    page.tick("rest");
    assert_eq!(told(&page, "rest"), json!([null, ""]), "outcome and note are gone too");
    page.tick("rest");
    clear(&page);
    page.reload();
    assert_eq!(page.counter(), "0 of 12 tried");
    assert!(page.get("[part=undo]").is_none(), "undo is for the visit");
    assert_nothing_but(&page, &[]);
}

fn a_clear_can_be_undone(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.tick("low-heat");
    let before = saved(&page);
    assert!(page.get("[part=undo]").is_none(), "there is nothing to undo yet");
    clear(&page);
    page.button("Undo").click();
    page.wait_for_status("Undone.");
    assert_eq!(page.counter(), "2 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(saved(&page), before);
    assert!(page.get("[part=undo]").is_none(), "once");
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn undoing_a_clear_keeps_what_was_ticked_since(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    clear(&page);
    try_remedy(&page, "low-heat", "helped", "Since");
    page.find("[part=undo]").click();
    page.wait_for_status("Undone.");
    assert!(page.remedy("rest").is_ticked());
    assert!(page.remedy("low-heat").is_ticked(), "what was ticked after the clearing is lost");
    assert_eq!(told(&page, "low-heat"), json!(["helped", "Since"]));
}

fn the_focus_is_never_lost_in_clearing(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    let press = |name: &str| {
        page.button(name).eval("arguments[0].focus()");
        page.press(Key::Enter);
        page.browser.painted();
        assert_ne!(page.focus(), "page", "after '{name}'");
    };
    press("Clear my record");
    press("No, keep it");
    press("Clear my record");
    // From where the focus is now, what it asks is the next to come.
    page.press(Key::Tab);
    assert_eq!(page.focus(), "button Yes, clear it");
    press("Yes, clear it");
    assert_eq!(page.counter(), "0 of 12 tried");
    press("Undo");
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn clearing_is_announced_once(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    listen(&page);
    clear(&page);
    let mut heard = announced(&page);
    heard.sort();
    assert_eq!(heard, ["0 of 12 tried", "Clear everything you ticked and wrote?", "Your record is cleared."]);
}

fn a_clear_of_a_damaged_record_leaves_no_key(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = open_with_stored(stage, &site, &[(KEY, DAMAGED)]);
    // Nothing was ticked: what is there to clear is what could not be read.
    clear(&page);
    assert_nothing_but(&page, &[]);
}

fn a_damaged_record_that_was_cleared_does_not_come_back(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = open_with_stored(stage, &site, &[(KEY, DAMAGED)]);
    let [first, second] = second_window(&page, &site.url("/host.html"));
    page.browser.switch_to(first.clone());
    page.tick("rest");
    page.browser.switch_to(second.clone());
    page.wait_for_status("1 of 12 tried");
    page.browser.switch_to(first);
    clear(&page);
    assert_nothing_but(&page, &[]);
    page.browser.switch_to(second);
    page.wait_for_status("0 of 12 tried");
    page.tick("low-heat");
    assert_nothing_but(&page, &[KEY]);
}

fn a_clear_leaves_no_key_where_storage_is_full(stage: &Stage) {
    let site = clinic(stage, "", FULL);
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    assert_nothing_but(&page, &[KEY]);
    page.browser.eval("window.__full = true", &[]);
    page.tick("low-heat");
    page.wait_for_status(REFUSED);
    clear(&page);
    // To remove something, there is always room.
    assert_nothing_but(&page, &[]);
    page.reload();
    assert_eq!(page.counter(), "0 of 12 tried");
}

/// Before the frame comes that answers the tick.
fn a_clear_elsewhere_takes_a_tick_of_the_same_moment(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let at_once = "root.querySelector('[part=checklist] input[value=rest]').click();
        window.dispatchEvent(new StorageEvent('storage', { key: null }));";
    page.eval(at_once, &[]);
    page.browser.painted();
    assert_eq!(page.counter(), "0 of 12 tried");
    assert!(!page.remedy("rest").is_ticked(), "the box that the browser has ticked");
    assert!(page.all("textarea[name^=note-]").is_empty());
}
