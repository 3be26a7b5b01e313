//! What is found in the storage: damaged, newer, older, or of remedies that the page does not know.

use super::*;

sentences! {
    a_damaged_record_is_set_aside_at_the_first_tick_and_told,
    what_is_set_aside_is_gone_with_a_clearing_alone_and_then_not_told_of,
    a_record_of_a_newer_version_is_left_untouched_and_told,
    a_record_of_version_1_is_taken_over,
    ids_that_the_page_does_not_know_are_kept,
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

fn what_is_set_aside_is_gone_with_a_clearing_alone_and_then_not_told_of(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = open_with_stored(stage, &site, &[(KEY, DAMAGED)]);
    page.open_appointment();
    let field = page.find("textarea[name=own-questions]");
    field.type_text("x");
    assert_eq!(page.storage().get(ASIDE).map(String::as_str), Some(DAMAGED));
    field.type_text("\u{e003}");
    assert_eq!(field.value(), "");
    assert_eq!(page.storage(), BTreeMap::from([(ASIDE.to_owned(), DAMAGED.to_owned())]), "taken back, and not cleared");
    assert_eq!(shown(&page, TOLD_DAMAGED), 1);
    clear(&page);
    assert_nothing_but(&page, &[]);
    assert_eq!((shown(&page, TOLD_DAMAGED), shown(&page, KEPT)), (0, 1));
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
        page.find("[part=clear]").click();
        page.find("[part=clear-confirm]").click();
        page.wait_for_status(told_newer);
        assert_eq!((page.counter().as_str(), shown(&page, "Your record is cleared."), shown(&page, told_newer)), ("0 of 12 tried", 0, 2));
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
