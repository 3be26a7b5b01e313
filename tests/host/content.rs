//! The reader of documents: what it takes, and what it says of what it does not.

use std::ops::ControlFlow;

use proptest::prelude::*;
use remedy_faq::core::content::{Document, Href, MAX_BYTES, MAX_MEMBERS, MAX_MEMBERS_OF_ALL};
use remedy_faq::core::date::Date;
use remedy_faq::core::read::Reading;
use serde_json::{Value, json};

use super::hostile::with;

/// The smallest document that is valid, with what a test adds or replaces.
pub fn minimal(changes: Value) -> String {
    let mut document = json!({
        "schemaVersion": 1, "id": "doc", "lang": "en", "title": "T",
        "remedies": [{"id": "rest", "label": "Rest"}],
        "questions": [{"id": "why", "question": "Why?", "answer": [{"p": "Because."}]}],
    });
    for (field, value) in changes.as_object().expect("changes are an object") {
        document[field] = value.clone();
    }
    document.to_string()
}

fn faults(json: &str) -> Vec<String> {
    Document::parse(json).map_or_else(|faults| faults.iter().map(ToString::to_string).collect(), |_| Vec::new())
}

#[test]
fn the_smallest_document_is_valid() {
    assert_eq!(faults(&minimal(json!({}))), [""; 0]);
}

#[test]
fn every_fault_is_told_at_once_with_its_path_and_how_to_mend_it() {
    let json = minimal(json!({
        "titel": "T",
        "reviewed": "2026-02-30",
        "questions": [
            {"id": "why", "question": "Why?", "answer": [{"p": ["See ", {"link": "javascript:alert(1)", "text": "this"}]}]},
            {"id": "why", "question": "", "answer": [{"remedies": ["rset"]}, {"ul": "no list"}], "anwser": 1},
        ],
    }));
    assert_eq!(
        faults(&json),
        [
            "unknown field \"titel\"; the fields here are schemaVersion, id, lang, dir, title, intro, reviewed, reviewer, sources, \
             urgent, remedies, questions, clinic, strings",
            "reviewed: \"2026-02-30\" is no date; write it as YYYY-MM-DD, such as 2026-11-22",
            "questions[0].answer[0].p[1].link: \"javascript:alert(1)\" is no link that is allowed; begin it with https://, http://, \
             mailto: or tel:, without spaces",
            "questions[1]: unknown field \"anwser\"; the fields here are id, question, note, answer",
            "questions[1].id: the id \"why\" is taken by an earlier entry; give each its own",
            "questions[1].question: empty; write something here, or leave the field out where it is optional",
            "questions[1].answer[0].remedies[0]: no remedy has the id \"rset\"; add it to \"remedies\" or correct it here",
            "questions[1].answer[1].ul: expected a list, found a string; write a list here",
        ]
    );
}

#[test]
fn what_is_required_is_named_when_it_is_missing() {
    let named = faults("{}").join("\n");
    for field in ["schemaVersion", "id", "lang", "title", "questions"] {
        assert!(named.contains(&format!("the field \"{field}\" is missing; add it")), "{field} in {named}");
    }
}

#[test]
fn a_list_where_an_object_belongs_is_one_fault_and_not_five() {
    assert_eq!(faults(&minimal(json!({"questions": [[]]}))), ["questions[0]: expected an object, found a list; write an object here"]);
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    assert_eq!(
        faults("{\n  \"id\": \"a\",\n}"),
        ["not JSON at line 3 column 1; often a comma or a quotation mark too few or too many, or over 127 brackets inside each other"]
    );
    assert!(faults("<!doctype html>").join("").contains("line 1 column 1"));
}

#[test]
fn a_later_version_and_an_unknown_direction_are_refused() {
    assert_eq!(
        faults(&minimal(json!({"schemaVersion": 2, "dir": "up"}))),
        ["schemaVersion: version 2 is not known to this program; write 1", "dir: \"up\" is no direction; write \"ltr\" or \"rtl\""]
    );
}

#[test]
fn strings_take_only_names_that_the_widget_knows() {
    assert_eq!(faults(&minimal(json!({"strings": {"search": "Find"}}))), [""; 0]);
    assert!(faults(&minimal(json!({"strings": {"serach": "Find"}})))[0].starts_with("strings: unknown field \"serach\""));
}

#[test]
fn depth_size_and_surrogates_are_faults_and_not_crashes() {
    let deep = "[".repeat(100_000);
    assert!(faults(&deep)[0].contains("at line 1 column 128; "), "{:?}", faults(&deep));
    assert!(faults(&" ".repeat(MAX_BYTES + 1))[0].contains("more than"));
    assert!(faults(r#"{"id":"\ud800"}"#)[0].contains("not JSON"));
    let long = minimal(json!({"id": "x".repeat(1 << 20) + " "}));
    assert!(faults(&long)[0].len() < 400, "a fault quotes no more than its beginning");
    let many = minimal(json!({"questions": vec![json!(1); MAX_MEMBERS]}));
    assert_eq!(faults(&many).len(), 101, "a hundred faults and a word that there are more");
}

#[test]
fn a_list_may_be_so_long_and_no_longer() {
    const TOO_MANY: &str = "more than 10000 members here, or 50000 in all lists; split the document";
    let answer = |points: usize| json!([{"ul": vec!["a"; points]}]);
    let question = |id: usize, points| json!({"id": format!("q{id}"), "question": "Why?", "answer": answer(points)});
    assert_eq!(faults(&minimal(json!({"questions": [question(0, MAX_MEMBERS)]}))), [""; 0]);
    let one_more = minimal(json!({"questions": [question(0, MAX_MEMBERS + 1)]}));
    assert_eq!(faults(&one_more), [format!("questions[0].answer[0].ul: {TOO_MANY}")]);
    let pieces = minimal(json!({"intro": vec!["a"; MAX_MEMBERS + 1]}));
    assert_eq!(faults(&pieces), [format!("intro: {TOO_MANY}")]);
    // A remedy, six questions, six parts of answers, and their points.
    let together = |points| {
        let each = |id| question(id, if id == 5 { points } else { 9_000 });
        faults(&minimal(json!({"questions": (0..6).map(each).collect::<Vec<_>>()})))
    };
    let room = MAX_MEMBERS_OF_ALL - 5 * 9_000 - 13;
    assert_eq!(together(room), [""; 0]);
    assert_eq!(together(room + 1), [format!("questions[5].answer[0].ul: {TOO_MANY}")]);
}

#[test]
fn links_go_only_where_a_link_may() {
    for good in ["https://a.example/b?c#d", "HTTP://a", "mailto:a@b.example", "tel:+441632960000"] {
        assert!(Href::parse(good).is_some(), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/relative",
        "",
        "https:",
        "https://",
        "http:evil",
        "https://a b",
        "https://a\u{202e}b",
        "https://a\nb",
        "blob:https://a",
        "file:///etc/passwd",
        "ht\u{ad}tps://a",
        "https\u{200b}://a",
    ] {
        assert!(Href::parse(bad).is_none(), "{bad:?}");
    }
}

#[test]
fn days_are_counted_as_the_calendar_has_them() {
    let days = |text| Date::parse(text).map(Date::days);
    assert_eq!(days("1970-01-01"), Some(0));
    assert_eq!(days("1969-12-31"), Some(-1));
    assert_eq!(days("2000-02-29"), Some(11_016));
    assert_eq!(days("2026-11-23"), Some(20_780));
    for no_day in ["2026-13-01", "2026-00-10", "2100-02-29", "2026-1-1", "2026-11-2x", "", "2026-11-233"] {
        assert_eq!(days(no_day), None, "{no_day}");
    }
}

/// JSON of any shape, with the document's own field names among its keys.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["rest", "why", "__proto__", "2026-11-22", "https://a.example"]).prop_map(Value::from),
    ];
    let keys = prop::sample::select(vec![
        "schemaVersion",
        "id",
        "lang",
        "dir",
        "title",
        "intro",
        "reviewed",
        "sources",
        "urgent",
        "groups",
        "signs",
        "action",
        "remedies",
        "questions",
        "question",
        "answer",
        "p",
        "ul",
        "ol",
        "link",
        "text",
        "strong",
        "strings",
        "clinic",
        "label",
        "__proto__",
    ]);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(keys.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_the_reader_panic(value in any_json()) {
        let _ = Document::parse(&value.to_string());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,200}") {
        let _ = Document::parse(&text);
    }

    #[test]
    fn a_field_of_any_shape_is_taken_or_refused_by_its_name(
        field in prop::sample::select(vec!["title", "intro", "sources", "urgent", "remedies", "questions", "clinic", "strings", "dir"]),
        value in any_json(),
    ) {
        let json = minimal(json!({field: value}));
        if let Err(faults) = Document::parse(&json) {
            // Without its remedies, the answers that name them are at fault too.
            prop_assert!(faults.iter().all(|fault| fault.path.starts_with(field) || fault.path.starts_with("questions") || fault.path.is_empty()), "{faults:?}");
        }
    }
}

#[test]
fn a_text_of_which_nothing_is_seen_is_empty() {
    let unseen = [
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{1160}',
        '\u{180e}',
        '\u{200b}',
        '\u{2060}',
        '\u{3164}',
        '\u{fe00}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0000}',
        '\u{e0041}',
        '\u{e007f}',
    ];
    for path in ["title", "questions[0].question", "questions[0].answer[0].p[1].text", "questions[0].answer[0].p[0].strong"] {
        for unseen in unseen {
            let faults = Document::parse(&with(path, &format!(" {unseen}\u{a0}"))).expect_err("nothing of it is seen");
            assert!(faults.len() == 1 && faults[0].path == path, "{path}: {unseen:?}: {faults:?}");
            let seen = format!("{unseen}a{unseen}");
            assert!(Document::parse(&with(path, &seen)).is_ok(), "{path}: {seen:?} has a letter in it");
        }
        // Emoji are made with some of them.
        assert!(Document::parse(&with(path, "❤\u{fe0f}")).is_ok());
    }
}

#[test]
fn a_document_that_is_read_in_many_steps_is_read_as_one() {
    let remedy = |id: usize| json!({ "id": format!("r{id}"), "label": "R" });
    let question =
        |id: usize| json!({ "id": format!("q{id}"), "question": "Q".repeat(200), "answer": [{ "remedies": [format!("r{}", id % 9)] }] });
    let mut whole = json!({ "remedies": (0..9).map(remedy).collect::<Vec<_>>(), "questions": (0..3500).map(question).collect::<Vec<_>>() });
    let text = minimal(whole.clone());
    let mut steps = 0;
    let mut next = Reading::begin(text.as_str().into());
    let document = loop {
        match next {
            ControlFlow::Continue(reading) => next = reading.go_on(),
            ControlFlow::Break(read) => break read.expect("it has no faults"),
        }
        steps += 1;
    };
    // To begin; nine of the text at most, which has about a megabyte; and four of questions.
    assert!((6..=14).contains(&steps), "{steps} steps for {} bytes", text.len());
    let ids: Vec<&str> = document.questions.iter().map(|question| &*question.id).collect();
    assert_eq!(ids, (0..3500).map(|id| format!("q{id}")).collect::<Vec<_>>());

    whole["questions"][3200]["id"] = "q7".into();
    whole["questions"][2500]["answer"] = json!([{ "remedies": ["r9"] }]);
    whole["title"] = "".into();
    let said = faults(&minimal(whole));
    assert_eq!(said.len(), 3, "{said:?}");
    for (said, path) in said.iter().zip(["title: ", "questions[2500].answer[0].remedies[0]: ", "questions[3200].id: "]) {
        assert!(said.starts_with(path), "{said}");
    }
}

#[test]
fn nothing_is_checked_after_a_hundred_faults() {
    let text = minimal(json!({ "questions": vec![json!({}); 100_000] }));
    let mut next = Reading::begin(text.into());
    let mut steps = 0;
    while let ControlFlow::Continue(reading) = next {
        next = reading.go_on();
        steps += 1;
    }
    assert!(steps < 10, "{steps} steps");
}
