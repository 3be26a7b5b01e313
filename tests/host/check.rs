//! The checker for editors: what it says of a document, and where.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use proptest::prelude::*;
use remedy_faq::bundle::check::{self, Report};
use remedy_faq::bundle::locate::{Map, Place};
use remedy_faq::core::date::Date;
use serde_json::{Value, json};

use super::content::minimal;

/// 23 November 2026.
const TODAY: i64 = 20_780;

/// What is said of a document in `a.json`.
pub fn said(bytes: impl AsRef<[u8]>) -> Vec<String> {
    check::check(bytes.as_ref(), TODAY).lines("a.json")
}

fn warnings(changes: Value) -> Vec<String> {
    let complete = json!({
        "reviewed": "2026-11-01",
        "sources": [{"title": "S"}],
        "urgent": {"title": "U", "groups": [{"title": "G", "signs": ["S"]}]},
    });
    let mut document: Value = serde_json::from_str(&minimal(complete)).expect("it was just written");
    for (field, value) in changes.as_object().expect("changes are an object") {
        match value {
            Value::Null => drop(document.as_object_mut().and_then(|fields| fields.remove(field))),
            value => document[field] = value.clone(),
        }
    }
    let text = serde_json::to_string_pretty(&document).expect("it is JSON");
    let mut said = said(&text);
    let last = said.pop().expect("a valid document is summed up");
    assert!(last.starts_with("a.json: valid; 1 question, 1 remedy; "), "{last}");
    said
}

#[test]
fn every_fault_is_told_with_its_line_and_column() {
    let text = r#"{
  "schemaVersion": 1,
  "id": "doc", "lang": "en",
  "titel": "T",
  "reviewed": "2026-02-30",
  "questions": [
    {"id": "why", "question": "Why?", "answer": [{"p": ["é🦵", {"link": "javascript:x", "text": "this"}]}]},
    {"id": "why", "question": "",
      "answer": [{"remedies": ["rset"]}, {"ul": "no list"}]}
  ]
}"#;
    let said = said(text);
    let starts: Vec<_> = said.iter().map(|line| line.split("; ").next().expect("there is a first part")).collect();
    assert_eq!(
        starts,
        [
            "a.json:1:1: the field \"title\" is missing",
            "a.json:4:3: unknown field \"titel\"",
            "a.json:5:15: reviewed: \"2026-02-30\" is no date",
            "a.json:7:72: questions[0].answer[0].p[1].link: \"javascript:x\" is no link that is allowed",
            "a.json:8:12: questions[1].id: the id \"why\" is taken by an earlier entry",
            "a.json:8:31: questions[1].question: empty",
            "a.json:9:32: questions[1].answer[0].remedies[0]: no remedy has the id \"rset\"",
            "a.json:9:49: questions[1].answer[1].ul: expected a list, found a string",
        ]
    );
    assert!(said.iter().all(|line| line.contains("; ")), "each says how to mend it");
}

#[test]
fn a_field_that_stands_twice_is_a_fault_where_it_stands_again() {
    let text = minimal(json!({}))
        .replace("\"lang\":", "\n\"title\": \"First\",\n \"lang\":")
        .replace("\"label\":", "\"l\\u0061bel\":\"L\",\"label\":");
    assert_eq!(
        said(text.replace("\"title\":\"T\"", "\n\"title\":\"T\"")),
        [
            "a.json:3:129: remedies[0].label: the field \"label\" is here already, in line 3; keep one of the two",
            "a.json:4:1: title: the field \"title\" is here already, in line 2; keep one of the two",
        ]
    );
}

#[test]
fn of_a_field_that_stands_twice_the_last_counts_and_is_blamed() {
    let said = said(minimal(json!({})).replace("\"title\":\"T\"", "\n\"title\":\"T\",\n\"title\": 5"));
    assert!(
        matches!(&said[..], [again, five] if again.starts_with("a.json:3:1: title: ") && five.starts_with("a.json:3:10: title: expected")),
        "{said:?}"
    );
}

#[test]
fn what_is_not_json_is_told_in_the_words_of_who_wrote_it() {
    for (text, expected) in [
        ("{\n  \"é\": “a”\n}", "a.json:2:8: not JSON: “ is no quotation mark here; write \" instead"),
        ("{'id': 1}", "a.json:1:2: not JSON: ' is no quotation mark here; write \" instead"),
        ("{\n\"id\": \"a\", // name\n}", "a.json:2:12: not JSON, which has no comments; take it out"),
        ("{\n\"é\": \"é\",\n}", "a.json:3:1: not JSON: trailing comma; often a comma or a quotation mark too few or too many"),
        ("", "a.json:1:1: the file is empty; write a document into it, or copy one of the examples"),
        (
            "\r\n<!DOCTYPE html><p>404",
            "a.json:2:1: this is a web page (HTML), not JSON; save the JSON file itself, not the page that shows it",
        ),
        ("{\\rtf1\\ansi}", "a.json:1:2: this is formatted text (RTF), not JSON; save it as plain text"),
        (
            "{\"id\": \"\\ud800\"}",
            "a.json:1:15: not JSON: unexpected end of hex escape; often a comma or a quotation mark too few or too many",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text:?}");
    }
}

#[test]
fn a_file_that_is_no_plain_utf_8_is_told_how_to_save_it() {
    assert_eq!(said(b"{\n\"id\": \"caf\xe9\"}"), ["a.json:2:11: not UTF-8 at byte 13 (0xe9); save the file as \"UTF-8\""]);
    assert_eq!(said(b"\xff\xfe{\0"), ["a.json:1:1: not UTF-8 at byte 1 (0xff, which begins as UTF-16 does); save the file as \"UTF-8\""]);
    let mark = "a.json:1:1: a byte-order mark stands before the JSON; save the file as \"UTF-8\", not as \"UTF-8 with BOM\"";
    let marked = |json: &str| said(format!("\u{feff}{json}"));
    assert_eq!(marked(&minimal(json!({}))), [mark]);
    let two = marked(&minimal(json!({"dir": "up"})));
    assert!(two.len() == 2 && two[0] == mark && two[1].contains("dir: \"up\""), "the other faults are told as well: {two:?}");
}

#[test]
fn a_valid_document_that_lacks_something_is_warned_of() {
    assert_eq!(warnings(json!({})), [""; 0]);
    for (field, said) in [("reviewed", "no review date"), ("urgent", "no help-now card"), ("sources", "no sources")] {
        let warnings = warnings(json!({field: null}));
        assert!(matches!(&warnings[..], [only] if only.starts_with(&format!("warning: a.json:1:1: {said}; "))), "{warnings:?}");
    }
    let card = |urgent: Value| warnings(json!({"urgent": urgent})).len();
    assert_eq!(
        (card(json!({"title": "U"})), card(json!({"title": "U", "groups": [{"title": "G"}]}))),
        (1, 1),
        "a card without signs is none"
    );
}

#[test]
fn what_shows_badly_is_warned_of_where_it_stands() {
    let only = |changes| {
        let warnings = warnings(changes);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        warnings.into_iter().next().unwrap_or_default()
    };
    let arabic = only(json!({"lang": "ar-EG"}));
    assert!(arabic.ends_with("lang: \"ar-EG\" is written from right to left; add \"dir\": \"rtl\""), "{arabic}");
    assert_eq!(warnings(json!({"lang": "ar-EG", "dir": "rtl"})), [""; 0]);
    let phone = only(json!({"clinic": {"name": "C", "phone": " "}}));
    assert!(phone.contains("clinic.phone: empty; write the number"), "{phone}");
    let word = only(json!({"strings": {"search": "\u{200b}"}}));
    assert!(word.contains("strings.search: empty, so nothing stands in its place"), "{word}");
}

#[test]
fn a_review_is_old_after_two_years_and_a_day() {
    for (reviewed, today, old) in [
        ("2024-11-23", TODAY, false),
        ("2024-11-22", TODAY, true),
        ("2024-02-29", days("2026-03-01"), false),
        ("2024-02-29", days("2026-03-02"), true),
    ] {
        let report = check::check(minimal(json!({"reviewed": reviewed})).as_bytes(), today);
        let lines = report.lines("a.json");
        assert_eq!(
            lines.iter().any(|line| line.contains("reviewed: ") && line.contains("over two years ago")),
            old,
            "{reviewed}: {lines:?}"
        );
    }
    let warned = warnings(json!({"reviewed": "2020-01-01"}));
    assert!(warned[0].starts_with("warning: a.json:21:15: reviewed: \"2020-01-01\""), "{warned:?}");
}

fn days(date: &str) -> i64 {
    Date::parse(date).expect("the test's date is one").days()
}

#[test]
fn hard_english_is_warned_of_with_the_formula_and_other_languages_are_not_graded() {
    let hard = "Musculoskeletal rehabilitation necessitates individualised biomechanical evaluation, notwithstanding \
                considerable heterogeneity in symptomatic presentation among otherwise comparable populations.";
    let warned = warnings(json!({"intro": hard}));
    assert!(warned[0].contains("Flesch–Kincaid grade") && warned[0].contains("over 8; make sentences shorter"), "{warned:?}");
    assert_eq!(warnings(json!({"intro": hard, "lang": "EN-gb"})), warned);
    assert_eq!(warnings(json!({"intro": hard, "lang": "de"})), [""; 0]);
}

#[test]
fn a_remedy_that_no_answer_names_is_no_matter() {
    assert_eq!(warnings(json!({"remedies": [{"id": "rest", "label": "Rest"}]})), [""; 0]);
}

#[test]
fn what_is_said_stays_in_its_line_and_direction() {
    let said = said(minimal(json!({"id": "a\nb\u{202e}c", "\u{1b}[31m": 1})));
    assert!(
        said.iter().any(|line| line.contains("a\\u{a}b\\u{202e}c")) && said.iter().any(|line| line.contains("\\u{1b}[31m")),
        "{said:?}"
    );
}

#[test]
fn files_that_cannot_be_read_are_named_with_the_reason() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let told = |path: &PathBuf| check::file(path, TODAY).expect_err("it cannot be read");
    assert!(told(&folder.join("no-such.json")).ends_with("no-such.json: there is no such file; check the name and the folder"));
    assert!(told(&folder).ends_with(": this is a folder; name the JSON file in it"));
}

#[test]
fn the_program_checks_a_file_and_says_by_its_exit_whether_it_is_valid() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    for (name, json, code) in [("good.json", minimal(json!({})), 0), ("bad.json", minimal(json!({"dir": "up"})), 1)] {
        let path = folder.join(name);
        fs::write(&path, json).expect("the folder is there");
        let output = Command::new(env!("CARGO_BIN_EXE_bundle")).arg("check").arg(&path).output().expect("it was built");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{out}{err}");
        let said = if code == 0 { out } else { err };
        assert!(said.lines().all(|line| line.contains(name)) && said.lines().count() > 0, "{said}");
    }
}

/// Every value in a JSON value, with its path as faults write it.
fn paths(value: &Value, path: String, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Array(members) => members.iter().enumerate().for_each(|(at, member)| paths(member, format!("{path}[{at}]"), found)),
        Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            fields.iter().for_each(|(name, member)| paths(member, format!("{path}{dot}{name}"), found));
        }
        _ => {}
    }
    found.push((path, value.clone()));
}

fn byte_of(text: &str, place: Place) -> usize {
    let start: usize = text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
    start + text[start..].chars().take(place.column - 1).map(char::len_utf8).sum::<usize>()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(Value::Null), any::<i32>().prop_map(Value::from), "(?s).{0,8}".prop_map(Value::from)];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let fields = prop::collection::btree_map("[a-z]{1,3}|matches\\.one|é\"\\\\🦵", inner.clone(), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::from),
            fields.prop_map(|map| Value::Object(map.into_iter().collect()))
        ]
    })
}

proptest! {
    #[test]
    fn at_the_place_of_a_path_stands_its_value(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        let map = Map::new(&text);
        let mut all = Vec::new();
        paths(&value, String::new(), &mut all);
        for (path, value) in all {
            let rest = &text[byte_of(&text, map.value(&path))..];
            let there = serde_json::Deserializer::from_str(rest).into_iter::<Value>().next();
            prop_assert_eq!(there.and_then(Result::ok), Some(value), "{}", path);
        }
    }

    #[test]
    fn no_text_and_no_path_make_it_panic(text in "(?s)([\\[\\]{}\":,\\\\/*u0-9dé🦵 \n]|.){0,60}", path in "([\\[\\].0-9a-z]|.){0,20}", byte in 0usize..300) {
        let map = Map::new(&text);
        map.value(&path);
        map.key(&path, &path);
        map.repeated(5);
        Place::of_byte(&text, byte);
        said(&text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        said(&bytes);
    }

    #[test]
    fn it_takes_what_the_reader_takes_and_nothing_else(value in any_json(), field in "intro|dir|sources|urgent|clinic|strings") {
        let json = minimal(json!({field: value}));
        let valid = remedy_faq::core::content::Document::parse(&json).is_ok();
        prop_assert_eq!(matches!(check::check(json.as_bytes(), TODAY), Report::Valid { .. }), valid);
    }
}
