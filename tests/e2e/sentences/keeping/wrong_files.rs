//! Files that are no backups, and hostile ones.

use super::*;

sentences! {
    a_file_that_is_no_backup_changes_nothing_and_says_so,
    after_a_wrong_file_the_right_one_comes_back,
    a_second_wrong_file_is_told_of_again,
    a_backup_with_an_endless_note_costs_nothing,
    a_backup_with_endless_remedies_costs_nothing,
}

fn a_file_that_is_no_backup_changes_nothing_and_says_so(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    let backup = backup(&page);
    outcome(&page, "rest", "worse").click();
    page.tick("stretch");
    let before = page.storage();
    let other = "This backup belongs to another page. Nothing was changed.";
    let newer = "This backup comes from a newer version of this page. Nothing was changed. Reload the page and try again.";
    let too_large = "This file is too large to be a backup. Nothing was changed.";
    let changed = |from: &str, to: &str| {
        let text = backup.replace(from, to);
        assert_ne!(text, backup, "{from} is not in the backup");
        text
    };
    let (cut, last) = (&backup[..backup.len() / 2], &backup[..backup.len() - 1]);
    let (elsewhere, later) =
        (changed("\"document\":\"muscle-knots\"", "\"document\":\"sore-knees\""), changed("\"version\":2", "\"version\":99"));
    let (format, entry) = (changed("remedy-faq-backup", "something-else"), changed(",\"h\",", ",7,"));
    let files: [WrongFile; 13] = [
        ("empty", &[], NO_BACKUP),
        ("a letter", &[("Dear clinic,\n", 1)], NO_BACKUP),
        ("a picture", &[("\u{89}PNG\r\n\u{1a}\n\0\0\0", 1)], NO_BACKUP),
        ("cut in the middle", &[(cut, 1)], NO_BACKUP),
        ("cut at the end", &[(last, 1)], NO_BACKUP),
        ("other JSON", &[("[1, 2, 3]", 1)], NO_BACKUP),
        ("of another program", &[(&format, 1)], NO_BACKUP),
        ("an entry of another kind", &[(&entry, 1)], NO_BACKUP),
        ("twice", &[(&backup, 2)], NO_BACKUP),
        ("nested deeply", &[("[", 200_000), ("]", 200_000)], NO_BACKUP),
        ("of another page", &[(&elsewhere, 1)], other),
        ("of a newer version", &[(&later, 1)], newer),
        ("huge", &[(&backup, 1), (" ", 9 << 20)], too_large),
    ];
    for (what, parts, message) in files {
        bring_back(&page, parts);
        let says = "return [...root.querySelectorAll('[role=status]')].some((one) => one.textContent.trim() === args[0])";
        page.wait_until_with(&format!("of a file that is {what} a status says '{message}'"), says, &[json!(message)]);
        assert_eq!(page.storage(), before, "{what}");
        assert_eq!((page.counter().as_str(), told(&page, "rest")), ("2 of 12 tried", json!(["worse", "Two weeks"])), "{what}");
        assert!(page.get("[part=undo]").is_none(), "{what}: there is nothing to undo");
        assert_ne!(page.focus(), "page", "{what}");
        // Another word between, so that the next message is seen to come.
        offered(&page, || page.find("[part=backup]").click());
        page.wait_for_status("The file is in your downloads.");
    }
}

fn after_a_wrong_file_the_right_one_comes_back(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    let backup = backup(&page);
    clear(&page);
    bring_back(&page, &[("{", 1)]);
    page.wait_for_status(NO_BACKUP);
    // The clear can still be undone: what was refused has changed nothing, that included.
    assert!(page.find("[part=undo]").is_shown());
    bring_back(&page, &[(&backup, 1)]);
    page.wait_for_status(RESTORED);
    assert!(page.remedy("rest").is_ticked());
}

fn a_second_wrong_file_is_told_of_again(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    listen(&page);
    bring_back(&page, &[("{", 1)]);
    page.wait_for_status(NO_BACKUP);
    // Who does not see the page would else wait for an answer.
    bring_back(&page, &[("[", 1)]);
    let twice = "return __announced.filter((text) => text === args[0]).length === 2";
    page.wait_until_with("the second wrong file is told of too", twice, &[json!(NO_BACKUP)]);
}

fn a_backup_with_an_endless_note_costs_nothing(stage: &Stage) {
    // Smaller than the largest file that is read; browsers keep some five million letters for a site.
    costs_nothing(stage, &[(AROUND.0, 1), (r#""stretch":[1,"h",""#, 1), ("x", 6 << 20), (r#""]"#, 1), (AROUND.1, 1)]);
}

fn a_backup_with_endless_remedies_costs_nothing(stage: &Stage) {
    let entries: Vec<_> = (0..50_000).map(|id| format!(r#""remedy-{id}":[1]"#)).collect();
    costs_nothing(stage, &[(AROUND.0, 1), (&entries.join(","), 1), (AROUND.1, 1)]);
}

/// A file's name, the pieces that it is made of and how often each comes, and what is said of it.
type WrongFile<'a> = (&'a str, &'a [(&'a str, usize)], &'a str);

/// A backup's text around its entries.
const AROUND: (&str, &str) = (r#"{"format":"remedy-faq-backup","document":"muscle-knots","record":{"version":2,"entries":{"#, "}}}");

/// Whether it is refused or brought back and undone: the page goes on, and so does the record.
fn costs_nothing(stage: &Stage, backup: &[(&str, usize)]) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    listen(&page);
    bring_back(&page, backup);
    page.wait_until("it says what became of it", "return __announced.length > 0");
    if let Some(undo) = page.get("[part=undo]") {
        undo.click();
    }
    page.tick("low-heat");
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert!(page.remedy("low-heat").is_ticked(), "since then nothing is kept any more");
}
