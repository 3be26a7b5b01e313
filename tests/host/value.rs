//! What is read as JSON is what serde_json's own values would have of it.

use proptest::prelude::*;
use remedy_faq::core::numbers;
use remedy_faq::core::value::Json;
use serde::de::IgnoredAny;
use serde_json::{Map, Number, Value};

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        ".*".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::Array),
            prop::collection::hash_map(".{0,6}", inner, 0..8).prop_map(|fields| Value::Object(Map::from_iter(fields))),
        ]
    })
}

fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) | (Json::Bool, Value::Bool(_)) => true,
        (Json::Number(number), Value::Number(theirs)) => *number == theirs.as_i64(),
        (Json::Text(text), Value::String(theirs)) => text == theirs,
        (Json::List(members), Value::Array(theirs)) => {
            members.len() == theirs.len() && members.iter().zip(theirs).all(|(one, other)| same(one, other))
        }
        (Json::Object(fields), Value::Object(theirs)) => {
            fields.0.len() == theirs.len() && theirs.iter().all(|(name, other)| fields.get(name).is_some_and(|one| same(one, other)))
        }
        _ => false,
    }
}

proptest! {
    #[test]
    fn every_value_is_read_as_what_it_is(value in values(), pretty: bool) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let read = Json::parse(&text).expect("it is JSON");
        prop_assert!(same(&read, &value), "{text} was read as {read:?}");
    }

    #[test]
    fn what_is_no_json_for_one_is_none_for_the_other(text in "[\\[\\]{}\",:0-9eE.+\\- a-u\\\\]{0,24}") {
        let theirs = serde_json::from_str::<Value>(&text);
        // Not whole, which is as much as is wanted of it.
        let too_large = theirs.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range"));
        prop_assert!(too_large || Json::parse(&text).is_ok() == theirs.is_ok());
    }

    #[test]
    fn a_number_that_is_none_is_refused_in_the_same_place(number in "-?[0-9]{1,3}([.eE][.eE+0-9]{0,6})?", in_list: bool) {
        let text = if in_list { format!("[{number}]") } else { number };
        if let (Err(ours), Err(theirs)) = (Json::parse(&text), serde_json::from_str::<IgnoredAny>(&text)) {
            prop_assert_eq!((ours.line(), ours.column()), (theirs.line(), theirs.column()), "{}; {}", ours, theirs);
        }
    }

    #[test]
    fn nothing_is_left_that_begins_like_a_fraction(text in "[0-9eE.+\\-,]{0,40}") {
        let whole = numbers::whole(&text);
        prop_assert_eq!(whole.len(), text.len());
        let after_digit = |at: usize| at > 0 && whole.as_bytes()[at - 1].is_ascii_digit();
        prop_assert!(!whole.char_indices().any(|(at, c)| matches!(c, '.' | 'e' | 'E') && after_digit(at)), "{whole}");
        prop_assert!(whole.split(|c: char| !c.is_ascii_digit()).all(|digits| digits.len() <= 20), "{whole}");
    }

    #[test]
    fn numbers_are_written_in_digits(number: u64) {
        prop_assert_eq!(numbers::decimal(number), number.to_string());
    }

    #[test]
    fn strings_stay_as_they_are(text in ".*", after in 0..3usize) {
        let json = Value::String(text).to_string();
        let after = ["", ",1.5", "1e5"][after];
        let text = [&json, after].concat();
        prop_assert!(numbers::whole(&text).starts_with(&json));
    }
}

#[test]
fn of_two_fields_with_one_name_the_later_counts() {
    let twice = Json::parse(r#"{"a": 1, "b": 2, "a": 3}"#).expect("it is JSON");
    assert_eq!(twice.get("a").and_then(Json::as_i64), Some(3));
    assert_eq!(twice.get("c"), None);
}

#[test]
fn numbers_keep_their_sign_and_whether_they_are_whole() {
    let read = |text: &str| Json::parse(text).expect("it is JSON");
    assert_eq!((read("-7").as_i64(), read("-7").as_u64()), (Some(-7), None));
    assert_eq!(read("1.0").as_i64(), None);
    // Larger than any version or stamp there will be.
    assert_eq!(read("18446744073709551615").as_u64(), Some(i64::MAX as u64));
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    assert!(Json::parse(&("[".repeat(200) + &"]".repeat(200))).is_err());
}
