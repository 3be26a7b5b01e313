//! Backups, brought back and undone.

use super::*;

sentences! {
    a_backup_is_a_file_with_what_was_entered,
    a_backup_comes_back_with_what_was_entered_since,
    bringing_back_a_backup_can_be_undone,
    bringing_back_a_backup_can_be_undone_with_two_windows_open,
    a_backup_that_was_undone_can_be_brought_back_again,
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

fn a_backup_that_was_undone_can_be_brought_back_again(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    let backup = backup(&page);
    clear(&page);
    for _ in 0..2 {
        bring_back(&page, &[(&backup, 1)]);
        page.wait_for_status(RESTORED);
        assert_eq!(page.counter(), "1 of 12 tried");
        assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
        page.find("[part=undo]").click();
        page.wait_for_status("Undone.");
        assert_eq!(page.counter(), "0 of 12 tried");
    }
}
