//! The record: its actions, how two become one, and its saved form.

use proptest::prelude::*;
use remedy_faq::core::record::{Action, MAX_NOTE, Outcome, Record, apply, merge, restore};
use remedy_faq::core::saved::{MAX_BYTES, Unreadable, from_json, to_json};

fn tick(id: &str, tried: bool) -> Action {
    Action::Tick { id: id.into(), tried }
}

fn judge(id: &str, outcome: Outcome) -> Action {
    Action::Judge { id: id.into(), outcome: Some(outcome) }
}

fn note(id: &str, text: &str) -> Action {
    Action::Note { id: id.into(), text: text.into() }
}

/// The record after actions, each a second after the one before.
fn after(start: u64, actions: &[Action]) -> Record {
    actions.iter().zip(start..).fold(Record::default(), |record, (action, now)| apply(&record, action, now))
}

pub fn any_record() -> impl Strategy<Value = Record> {
    let id = "[a-d\"\\\\<é]{1,2}";
    let outcome = prop_oneof![Just(None), prop::sample::select(Outcome::ALL.to_vec()).prop_map(Some)];
    let action = prop_oneof![
        (id, any::<bool>()).prop_map(|(id, tried)| tick(&id, tried)),
        (id, outcome).prop_map(|(id, outcome)| Action::Judge { id: id.into(), outcome }),
        (id, "\\PC{0,8}|[\\x00-\\x1f<>&\u{2028}]{0,4}").prop_map(|(id, text)| note(&id, &text)),
        "\\PC{0,8}".prop_map(|text| Action::Ask { text: text.into() }),
    ];
    let clock = prop_oneof![0..5u64, 1_763_000_000..1_763_000_005u64, Just(u64::MAX), Just(4_102_444_800)];
    prop::collection::vec((action, clock), 0..12)
        .prop_map(|actions| actions.iter().fold(Record::default(), |record, (action, now)| apply(&record, action, *now)))
}

#[test]
fn a_tick_is_a_tick_and_can_be_taken_back() {
    let ticked = after(100, &[tick("rest", true)]);
    assert!(ticked.is_tried("rest") && !ticked.is_tried("stretch"));
    assert!(!after(100, &[tick("rest", true), tick("rest", false)]).is_tried("rest"));
}

#[test]
fn outcome_and_note_are_still_there_after_untick_and_tick() {
    let record =
        after(100, &[tick("rest", true), judge("rest", Outcome::Helped), note("rest", "warm"), tick("rest", false), tick("rest", true)]);
    let entry = record.entry("rest").expect("it was ticked");
    assert_eq!((entry.tried, entry.outcome, &*entry.note), (true, Some(Outcome::Helped), "warm"));
}

#[test]
fn a_change_is_newer_than_what_it_changes_though_the_clock_went_back() {
    let in_2100 = apply(&Record::default(), &tick("rest", true), 4_102_444_800);
    let in_1970 = apply(&in_2100, &tick("rest", false), 0);
    assert_eq!(merge(&in_2100, &in_1970), in_1970);
}

#[test]
fn two_tabs_keep_both_ticks_and_the_newer_of_one_remedy_wins() {
    let base = after(100, &[tick("rest", true)]);
    let one = apply(&base, &tick("stretch", true), 200);
    let other = apply(&apply(&base, &tick("heat", true), 201), &tick("rest", false), 202);
    let both = merge(&one, &other);
    assert_eq!(["rest", "stretch", "heat"].map(|id| both.is_tried(id)), [false, true, true]);
}

#[test]
fn a_deleted_note_stays_deleted_between_tabs_and_comes_back_from_a_backup() {
    let noted = after(100, &[tick("rest", true), note("rest", "warm")]);
    let deleted = apply(&noted, &note("rest", ""), 300);
    let text = |record: &Record| record.entry("rest").map(|entry| entry.note.to_string());
    assert_eq!(text(&merge(&noted, &deleted)).as_deref(), Some(""));
    assert_eq!(text(&restore(&deleted, &noted)).as_deref(), Some("warm"));
}

#[test]
fn a_note_is_cut_where_it_is_too_long_between_two_characters() {
    let record = after(1, &[note("rest", &"é".repeat(MAX_NOTE + 5))]);
    assert_eq!(record.entry("rest").map(|entry| entry.note.chars().count()), Some(MAX_NOTE));
}

#[test]
fn five_hundred_ticked_remedies_fit_in_16_kib_with_their_outcomes() {
    let mut record = Record::default();
    for number in 0..500 {
        let id = format!("remedy-{number}");
        record = apply(&apply(&record, &tick(&id, true), 1_795_445_910), &judge(&id, Outcome::Helped), 1_795_445_911);
    }
    assert!(to_json(&record).len() <= 16 * 1024, "{} bytes", to_json(&record).len());
}

#[test]
fn a_record_of_version_1_is_taken_over() {
    let record = from_json(r#"{"version":1,"tried":{"rest":5},"untried":{"heat":6}}"#).expect("version 1 is known");
    assert_eq!((record.is_tried("rest"), record.is_tried("heat"), record.entry("heat").map(|entry| entry.changed)), (true, false, Some(6)));
    assert!(from_json(r#"{"version":1,"tried":{}}"#).expect("the second group may be left out").is_empty());
}

#[test]
fn a_newer_version_is_told_from_damage_and_a_huge_one_from_both() {
    assert_eq!(from_json(r#"{"version":99,"x":1}"#), Err(Unreadable::Newer));
    assert_eq!(from_json(&" ".repeat(MAX_BYTES + 1)), Err(Unreadable::TooLarge));
    for damaged in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"version":0}"#,
        r#"{"version":1}"#,
        r#"{"version":1,"tried":[]}"#,
        r#"{"version":1,"tried":{"a":-1}}"#,
        r#"{"version":2}"#,
        r#"{"version":2,"entries":{"a":[]}}"#,
        r#"{"version":2,"entries":{"a":[1,"x"]}}"#,
        r#"{"version":2,"entries":{"a":[1.5]}}"#,
        r#"{"version":2,"entries":{"a":[1,"h","n",4]}}"#,
        r#"{"version":2,"entries":{},"questions":["x",1]}"#,
        r#"{"version":"2","entries":{}}"#,
        r#"{"version":2,"entries":{"__proto__":{}}}"#,
    ] {
        assert_eq!(from_json(damaged), Err(Unreadable::Damaged), "{damaged}");
    }
}

proptest! {
    #[test]
    fn what_is_saved_is_read_back(record in any_record()) {
        prop_assert_eq!(from_json(&to_json(&record)), Ok(record));
    }

    #[test]
    fn what_is_saved_ends_no_script(record in any_record()) {
        prop_assert!(!to_json(&record).contains('<'));
    }

    #[test]
    fn merging_does_not_care_for_order_or_repetition(one in any_record(), other in any_record(), third in any_record()) {
        prop_assert_eq!(merge(&one, &other), merge(&other, &one));
        prop_assert_eq!(merge(&one, &one), one.clone());
        prop_assert_eq!(merge(&merge(&one, &other), &third), merge(&one, &merge(&other, &third)));
    }

    #[test]
    fn restoring_loses_nothing_and_can_be_repeated(one in any_record(), backup in any_record()) {
        let restored = restore(&one, &backup);
        prop_assert_eq!(&restored, &restore(&backup, &one));
        prop_assert_eq!(&restored, &restore(&restored, &backup));
        for record in [&one, &backup] {
            for (id, entry) in record.entries() {
                let kept = restored.entry(id).expect("every remedy is kept");
                prop_assert!(kept.changed >= entry.changed);
                prop_assert!(kept.outcome.is_some() || entry.outcome.is_none());
                prop_assert!(!kept.note.is_empty() || entry.note.is_empty());
            }
            prop_assert!(!restored.questions.text.is_empty() || record.questions.text.is_empty());
        }
    }

    #[test]
    fn a_record_cut_short_is_damaged_and_never_half_read(record in any_record(), cut in 0.0..1.0f64) {
        let json = to_json(&record);
        let mut end = (json.len() as f64 * cut) as usize;
        while !json.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert_eq!(from_json(&json[..end]), Err(Unreadable::Damaged));
    }

    #[test]
    fn damage_of_any_byte_is_refused_or_read_as_a_record_and_never_panics(record in any_record(), byte in any::<u8>()) {
        let json = to_json(&record);
        for place in 0..json.len() {
            let mut damaged = json.clone().into_bytes();
            damaged[place] = byte;
            if let Ok(text) = String::from_utf8(damaged)
                && let Ok(read) = from_json(&text)
            {
                prop_assert_eq!(from_json(&to_json(&read)).map(|again| again == read), Ok(true));
            }
        }
    }
}
