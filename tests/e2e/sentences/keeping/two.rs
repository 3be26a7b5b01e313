//! What is found in the storage (damaged, newer, older), where the page wants it kept, wrong clocks, and backups. What
//! these share is in the folder's `mod.rs`.

use super::*;

sentences! {
    where_nothing_is_kept_nothing_is_said_to_be_saved [SoFarChromium],
    storage_emptied_from_outside_does_not_stop_it [SoFarChromium],
    a_damaged_record_is_set_aside_at_the_first_tick_and_told [SoFarChromium],
    a_clear_of_a_damaged_record_leaves_no_key [SoFarChromium],
    a_damaged_record_that_was_cleared_does_not_come_back [SoFarChromium],
    a_record_of_a_newer_version_is_left_untouched_and_told [SoFarChromium],
    a_record_of_version_1_is_taken_over [SoFarChromium],
    ids_that_the_page_does_not_know_are_kept [SoFarChromium],
    with_storage_none_nothing_is_stored_and_what_was_stays_as_it_is [SoFarChromium],
    with_storage_session_it_is_kept_for_the_tab [SoFarChromium],
    nothing_is_lost_by_a_clock_at_1970 [SoFarChromium],
    nothing_is_lost_by_a_clock_at_2100 [SoFarChromium],
    windows_whose_clocks_disagree_agree_on_the_last_change [SoFarChromium],
    a_backup_is_a_file_with_what_was_entered [SoFarChromium],
    a_backup_comes_back_with_what_was_entered_since [SoFarChromium],
    bringing_back_a_backup_can_be_undone [SoFarChromium],
    bringing_back_a_backup_can_be_undone_with_two_windows_open [SoFarChromium],
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

fn a_damaged_record_is_set_aside_at_the_first_tick_and_told(stage: &Stage) {
    let site = clinic(stage, "", "");
    for damaged in [DAMAGED, "", "null", "[]", r#"{"version":0}"#, r#"{"version":2,"entries":{"rest":["soon"]}}"#, "\u{0}\u{fffd}"] {
        let page = open_with_stored(stage, &site, &[(KEY, damaged)]);
        assert_eq!(shown(&page, TOLD_DAMAGED), 1, "{damaged}");
        assert_eq!(page.storage(), BTreeMap::from([(KEY.into(), damaged.into())]), "before the first tick nothing is changed");
        assert_eq!(page.counter(), "0 of 12 tried");
        page.tick("low-heat");
        assert_eq!(page.storage().get(ASIDE).map(String::as_str), Some(damaged), "it is set aside as it was");
        assert_eq!(saved(&page)["entries"].as_object().map(serde_json::Map::len), Some(1));
        page.reload();
        assert_eq!(page.counter(), "1 of 12 tried");
        page.tick("rest");
        assert_eq!(page.storage().get(ASIDE).map(String::as_str), Some(damaged), "and stays there");
        clear(&page);
        assert_nothing_but(&page, &[]);
    }
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

fn a_record_of_a_newer_version_is_left_untouched_and_told(stage: &Stage) {
    let site = clinic(stage, "", "");
    for newer in [r#"{"version":99}"#, " { \"version\" : 3 , \"entries\": \"of another kind\" }\n"] {
        let page = open_with_stored(stage, &site, &[(KEY, newer)]);
        let told_newer =
            "A newer version of this page has saved your record. This version shows nothing of it and changes nothing. Reload the page.";
        assert_eq!(shown(&page, told_newer), 1);
        assert_eq!(shown(&page, KEPT), 0);
        try_remedy(&page, "rest", "helped", "Two weeks");
        assert_eq!(page.counter(), "1 of 12 tried", "it works on");
        let untouched = BTreeMap::from([(KEY.to_owned(), newer.to_owned())]);
        assert_eq!(page.storage(), untouched);
        page.reload();
        assert_eq!(page.counter(), "0 of 12 tried");
        assert_eq!(page.storage(), untouched);
    }
}

fn a_record_of_version_1_is_taken_over(stage: &Stage) {
    let site = clinic(stage, "", "");
    let old = r#"{"version":1,"tried":{"rest":1763912345,"gone":1763912345},"untried":{"stretch":1763912400}}"#;
    let page = open_with_stored(stage, &site, &[(KEY, old)]);
    assert_eq!(page.counter(), "1 of 12 tried");
    assert!(page.remedy("rest").is_ticked());
    assert_eq!(page.storage()[KEY], old, "to look at it changes nothing");
    outcome(&page, "rest", "helped").click();
    let saved = saved(&page);
    assert_eq!(
        (&saved["version"], &saved["entries"]["stretch"], &saved["entries"]["gone"]),
        (&json!(2), &json!([-1763912400]), &json!([1763912345]))
    );
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", ""]));
}

fn ids_that_the_page_does_not_know_are_kept(stage: &Stage) {
    let site = clinic(stage, "", "");
    let stored = r#"{"version":2,"entries":{"gone":[1763912345,"w","An old note"],"was-untried":[-1763912345]}}"#;
    let page = open_with_stored(stage, &site, &[(KEY, stored)]);
    assert_eq!(page.counter(), "0 of 12 tried");
    page.tick("rest");
    page.reload();
    page.tick("low-heat");
    page.tick("rest");
    let entries = &saved(&page)["entries"];
    assert_eq!((&entries["gone"], &entries["was-untried"]), (&json!([1763912345, "w", "An old note"]), &json!([-1763912345])));
    assert_eq!(page.counter(), "1 of 12 tried", "they are not counted");
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

fn nothing_is_lost_by_a_clock_at_1970(stage: &Stage) {
    nothing_is_lost_by_a_clock(stage, EPOCH);
}

fn nothing_is_lost_by_a_clock_at_2100(stage: &Stage) {
    nothing_is_lost_by_a_clock(stage, FUTURE);
}

fn windows_whose_clocks_disagree_agree_on_the_last_change(stage: &Stage) {
    let site = stage.site().page("/past.html", host("", &clock(EPOCH))).page("/future.html", host("", &clock(FUTURE)));
    let page = stage.open(&site.url("/future.html"));
    let [future, past] = second_window(&page, &site.url("/past.html"));
    let ticked = |want: bool| {
        let script = "return root.querySelector('[part=checklist] [value=rest]').checked === args[0]";
        page.wait_until_with("the other window shows the last change", script, &[json!(want)]);
    };
    page.browser.switch_to(future.clone());
    page.tick("rest");
    page.browser.switch_to(past.clone());
    ticked(true);
    page.tick("rest");
    page.browser.switch_to(future);
    ticked(false);
    page.tick("rest");
    page.browser.switch_to(past);
    ticked(true);
    page.reload();
    ticked(true);
}

fn a_backup_is_a_file_with_what_was_entered(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two \"weeks\", <b>Grüße</b>");
    let text = downloaded(stage, &page, "muscle-knots-backup.json", || page.button("Save a backup").click());
    page.wait_for_status("The file is in your downloads.");
    let backup: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!((&backup["format"], &backup["document"]), (&json!("remedy-faq-backup"), &json!("muscle-knots")));
    assert_eq!(backup["record"], saved(&page));
    assert_eq!(backup["record"]["entries"]["rest"][2], "Two \"weeks\", <b>Grüße</b>");
}

fn a_backup_comes_back_with_what_was_entered_since(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    try_remedy(&page, "low-heat", "no-change", "");
    let backup = backup(&page);
    // Both have changed since.
    outcome(&page, "rest", "worse").click();
    page.tick("low-heat");
    page.tick("stretch");
    bring_back(&page, &[(&backup, 1)]);
    page.wait_for_status(RESTORED);
    assert_eq!(told(&page, "rest"), json!(["worse", "Two weeks"]), "the newer answer wins");
    assert!(!page.remedy("low-heat").is_ticked(), "the newer untick wins");
    assert!(page.remedy("stretch").is_ticked(), "nothing entered since is lost");
    // On another computer, where other remedies were ticked.
    clear(&page);
    try_remedy(&page, "exercise", "helped", "");
    bring_back(&page, &[("\u{feff}", 1), (&backup, 1)]);
    page.wait_for_status(RESTORED);
    assert_eq!(page.counter(), "3 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(told(&page, "exercise"), json!(["helped", ""]));
    page.reload();
    assert_eq!(page.counter(), "3 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn bringing_back_a_backup_can_be_undone(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let before = restored(&page);
    page.button("Undo").click();
    page.wait_for_status("Undone.");
    assert_ne!(page.focus(), "page", "the button went, and the focus with it");
    for _ in 0..2 {
        assert_eq!(page.counter(), "1 of 12 tried");
        assert!(page.remedy("stretch").is_ticked());
        // Other windows have to learn of it, so that there is a word on the remedy, but none of the visitor's.
        let after = saved(&page);
        assert_eq!(after["entries"]["stretch"], before["entries"]["stretch"]);
        assert!(!after.to_string().contains("Two weeks"), "{after}");
        page.reload();
    }
    page.tick("rest");
    assert_eq!(told(&page, "rest"), json!([null, ""]), "nothing of the backup is left");
}

fn bringing_back_a_backup_can_be_undone_with_two_windows_open(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let [first, second] = second_window(&page, &site.url("/host.html"));
    restored(&page);
    page.browser.switch_to(first.clone());
    page.wait_for_status("2 of 12 tried");
    page.browser.switch_to(second.clone());
    page.find("[part=undo]").click();
    page.wait_for_status("Undone.");
    page.browser.switch_to(first);
    page.wait_for_status("1 of 12 tried");
    page.browser.switch_to(second);
    assert_eq!(page.counter(), "1 of 12 tried", "the other window brought it back again");
}
