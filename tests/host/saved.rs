//! The record and its saved form.

use proptest::prelude::*;
use remedy_faq::core::record::{Action, Record, apply};
use remedy_faq::core::saved::{Unreadable, from_json, to_json};

fn tick(id: &str, tried: bool) -> Action {
    Action::Tick { id: id.into(), tried }
}

fn any_record() -> impl Strategy<Value = Record> {
    prop::collection::vec(("[a-z\"\\\\<é]{1,8}", any::<bool>(), 0..=u64::MAX / 2), 0..20)
        .prop_map(|actions| actions.into_iter().fold(Record::default(), |record, (id, tried, now)| apply(&record, &tick(&id, tried), now)))
}

#[test]
fn a_tick_is_a_tick_and_can_be_taken_back() {
    let ticked = apply(&Record::default(), &tick("rest", true), 100);
    assert!(ticked.is_tried("rest") && !ticked.is_tried("stretch"));
    assert!(!apply(&ticked, &tick("rest", false), 101).is_tried("rest"));
}

#[test]
fn a_change_is_newer_than_what_it_changes_though_the_clock_went_back() {
    let in_2100 = apply(&Record::default(), &tick("rest", true), 4_102_444_800);
    let in_1970 = apply(&in_2100, &tick("rest", false), 0);
    assert!(in_1970.entry("rest").map(|entry| entry.changed) > in_2100.entry("rest").map(|entry| entry.changed));
}

#[test]
fn a_newer_version_is_told_from_damage() {
    assert_eq!(from_json(r#"{"version":99,"x":1}"#), Err(Unreadable::Newer));
    for damaged in
        ["", "null", "[]", "{}", r#"{"version":0}"#, r#"{"version":1}"#, r#"{"version":1,"tried":[]}"#, r#"{"version":1,"tried":{"a":-1}}"#]
    {
        assert_eq!(from_json(damaged), Err(Unreadable::Damaged), "{damaged}");
    }
}

proptest! {
    #[test]
    fn what_is_saved_is_read_back(record in any_record()) {
        prop_assert_eq!(from_json(&to_json(&record)), Ok(record));
    }

    #[test]
    fn what_is_saved_is_json(record in any_record()) {
        prop_assert!(serde_json::from_str::<serde_json::Value>(&to_json(&record)).is_ok());
    }

    #[test]
    fn a_record_cut_short_is_damaged_and_never_half_read(record in any_record(), cut in 0.0..1.0f64) {
        let json = to_json(&record);
        let mut end = (json.len() as f64 * cut) as usize; // rounds down: at least one byte is missing
        while !json.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert_eq!(from_json(&json[..end]), Err(Unreadable::Damaged));
    }
}
