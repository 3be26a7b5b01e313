//! The file for a clinic's system: valid FHIR R4, in step with its own questionnaire, and nothing in it that was not entered.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use proptest::prelude::*;
use remedy_faq::core::content::Document;
use remedy_faq::core::fhir::questionnaire_response;
use remedy_faq::core::record::{Outcome, Record};
use remedy_faq::core::summary::Choice;
use remedy_faq::core::words::Wording;
use serde_json::{Value, json};

use super::bundled::documents;
use super::saved::any_record;
use super::summary::{any_choice, any_document, document, entry, record};

const AUTHORED: &str = "2026-11-23T09:30:00+01:00";

fn response(document: &Document, record: &Record, choice: Choice) -> Value {
    let text = questionnaire_response(document, record, &Wording::new(None, &document.strings), choice, AUTHORED);
    serde_json::from_str(&text).expect("it is JSON")
}

/// What the official R4 JSON Schema has against a resource; empty where it is valid.
fn faults(resource: &Value) -> String {
    // It ends when its input does, which is when the tests end.
    static SCHEMA: LazyLock<Mutex<(Child, BufReader<ChildStdout>)>> = LazyLock::new(|| {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/host/fhir_r4.mjs");
        let mut node = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node runs");
        let answers = BufReader::new(node.stdout.take().expect("it is piped"));
        Mutex::new((node, answers))
    });
    let packages = std::env::var("REMEDY_FAQ_NPM").expect("no REMEDY_FAQ_NPM, so no R4 schema: run `make test`");
    assert!(Path::new(&packages).is_dir(), "no {packages}, so no R4 schema: run `make test`");
    let mut schema = SCHEMA.lock().expect("no test fails while it asks");
    let (node, answers) = &mut *schema;
    writeln!(node.stdin.as_mut().expect("it is piped"), "{resource}").expect("the validator is there");
    let mut answer = String::new();
    answers.read_line(&mut answer).expect("the validator answers");
    assert!(answer.ends_with('\n'), "the validator has gone; see its error above");
    answer.trim_end().to_owned()
}

/// A question, or an answer to one, by its link id: where it stands, what it says, and the rest of it.
fn items(parent: &str, items: &Value, found: &mut BTreeMap<String, (String, Value)>) {
    for item in items.as_array().into_iter().flatten() {
        let link = item["linkId"].as_str().expect("each item has a link id").to_owned();
        self::items(&link, &item["item"], found);
        let before = found.insert(link.clone(), (parent.to_owned(), item.clone()));
        assert!(before.is_none(), "{link} is there twice");
    }
}

fn all_items(resource: &Value) -> BTreeMap<String, (String, Value)> {
    let mut found = BTreeMap::new();
    items("", &resource["item"], &mut found);
    found
}

/// FHIR has no empty lists, objects or strings, and no control characters but tabs and line ends.
fn well_filled(value: &Value) -> bool {
    match value {
        Value::Array(members) => !members.is_empty() && members.iter().all(well_filled),
        Value::Object(fields) => !fields.is_empty() && fields.values().all(well_filled),
        Value::String(text) => !text.is_empty() && text.trim() == text && text.chars().all(|c| !c.is_control() || "\t\n\r".contains(c)),
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
    }
}

#[test]
fn the_file_reads_as_it_should() {
    let document = document(json!({"reviewed": "2026-11-22", "remedies": [
        {"id": "rest", "label": "Rest", "area": "Back"}, {"id": "heat", "label": "Heat"},
    ]}));
    let record = record(&[("rest", entry(true, Some(Outcome::NoChange), "two days"))], "May I swim?");
    let options = json!([
        {"valueCoding": {"system": "urn:remedy-faq:outcome", "code": "helped", "display": "Helped"}},
        {"valueCoding": {"system": "urn:remedy-faq:outcome", "code": "no-change", "display": "No change"}},
        {"valueCoding": {"system": "urn:remedy-faq:outcome", "code": "worse", "display": "Worse"}},
    ]);
    let expected = json!({
        "resourceType": "QuestionnaireResponse",
        "language": "en",
        "contained": [{
            "resourceType": "Questionnaire",
            "id": "questionnaire",
            "language": "en",
            "title": "T",
            "status": "active",
            "lastReviewDate": "2026-11-22",
            "item": [
                {"linkId": "rest", "text": "Rest (Back)", "type": "group", "item": [
                    {"linkId": "rest.tried", "text": "Tried", "type": "boolean"},
                    {"linkId": "rest.outcome", "text": "Did it help?", "type": "choice", "answerOption": options},
                    {"linkId": "rest.note", "text": "My note", "type": "text"},
                ]},
                {"linkId": "heat", "text": "Heat", "type": "group", "item": [
                    {"linkId": "heat.tried", "text": "Tried", "type": "boolean"},
                    {"linkId": "heat.outcome", "text": "Did it help?", "type": "choice", "answerOption": options},
                    {"linkId": "heat.note", "text": "My note", "type": "text"},
                ]},
                {"linkId": "visitor.questions", "text": "My questions", "type": "text"},
            ],
        }],
        "questionnaire": "#questionnaire",
        "status": "completed",
        "authored": AUTHORED,
        "item": [
            {"linkId": "rest", "text": "Rest (Back)", "item": [
                {"linkId": "rest.tried", "text": "Tried", "answer": [{"valueBoolean": true}]},
                {"linkId": "rest.outcome", "text": "Did it help?", "answer": [options[1]]},
                {"linkId": "rest.note", "text": "My note", "answer": [{"valueString": "two days"}]},
            ]},
            {"linkId": "visitor.questions", "text": "My questions", "answer": [{"valueString": "May I swim?"}]},
        ],
    });
    assert_eq!(response(&document, &record, Choice::default()), expected);
}

#[test]
fn the_official_schema_takes_every_document_that_comes_along() {
    for (path, document) in documents() {
        let mut record = Record::default();
        for (number, remedy) in document.remedies.iter().enumerate() {
            record.put(remedy.id.clone(), entry(number % 4 != 3, Outcome::ALL.get(number % 5).copied(), "warm\u{a0}: 1\u{b}2\r\n"));
        }
        for record in [&Record::default(), &record] {
            let response = response(&document, record, Choice::default());
            assert_eq!(faults(&response["contained"][0]), "", "{}", path.display());
            assert_eq!(faults(&response), "", "{}", path.display());
        }
    }
}

#[test]
fn the_official_schema_is_at_work() {
    let response = response(&document(json!({})), &record(&[("rest", entry(true, None, "a"))], ""), Choice::default());
    assert_eq!(faults(&response), "");
    for (place, wrong) in [
        ("/status", json!("done")),
        ("/authored", json!("2026-11-23T09:30:00")),
        ("/contained/0/id", json!("a_b")),
        ("/contained/0/item/0/type", json!("checkbox")),
        ("/contained/0/item/0/item/1/answerOption/0/valueCoding/code", json!(" helped")),
        ("/item/0/item/1/answer/0/valueString", json!("a\u{a0}b")),
        ("/item/0/item/0/answer/0/valueBoolean", json!("true")),
        ("/item/0", json!({"linkID": "rest"})),
    ] {
        let mut broken = response.clone();
        *broken.pointer_mut(place).expect("it is there") = wrong;
        assert_ne!(faults(&broken), "", "{place}");
    }
}

#[test]
fn nobody_is_named_and_nothing_entered_is_nothing_answered() {
    let response = response(&document(json!({})), &Record::default(), Choice::default());
    let mut fields: Vec<&str> = response.as_object().expect("it is an object").keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["authored", "contained", "language", "questionnaire", "resourceType", "status"]);
    assert_eq!(response["contained"][0]["status"], "unknown", "nobody has reviewed it");
}

#[test]
fn remedies_that_the_document_does_not_have_are_asked_and_answered_whatever_their_id() {
    let ids = ["gone", "a b", "a.20b", "rest.tried", "", "\u{1}", "é\"", "visitor.questions", "."];
    let entries: Vec<_> = ids.iter().map(|id| (*id, entry(true, None, "x"))).collect();
    let response = response(&document(json!({})), &record(&entries, "q"), Choice::default());
    let (asked, answered) = (all_items(&response["contained"][0]), all_items(&response));
    assert_eq!((asked.len(), answered.len()), (4 * (1 + ids.len()) + 1, 3 * ids.len() + 1));
    assert_eq!((&answered["gone"].1["text"], &answered["a.20b"].1["text"]), (&json!("gone"), &json!("a b")));
    assert_eq!(faults(&response), "");
}

proptest! {
    #[test]
    fn every_file_is_valid_by_the_official_schema(document in any_document(), record in any_record(), choice in any_choice()) {
        let response = response(&document, &record, choice);
        prop_assert!(well_filled(&response), "{response}");
        prop_assert_eq!(faults(&response["contained"][0]), "");
        prop_assert_eq!(faults(&response), "");
    }

    #[test]
    fn every_answer_is_to_a_question_of_its_questionnaire(document in any_document(), record in any_record(), choice in any_choice()) {
        let response = response(&document, &record, choice);
        let form = &response["contained"][0];
        prop_assert_eq!(&response["questionnaire"], &json!(format!("#{}", form["id"].as_str().unwrap_or_default())));
        prop_assert!(form["status"].is_string() && response["status"].is_string() && form.get("meta").is_none());
        let questions = all_items(form);
        for (link, (parent, answer)) in all_items(&response) {
            let (asked_in, question) = questions.get(&link).expect("it is asked");
            prop_assert_eq!((&parent, &answer["text"]), (asked_in, &question["text"]));
            let given = &answer["answer"];
            let fits = match question["type"].as_str() {
                Some("group") => answer.get("answer").is_none() && answer["item"].is_array(),
                Some("boolean") => given[0]["valueBoolean"] == true,
                Some("choice") => question["answerOption"].as_array().is_some_and(|options| options.contains(&given[0])),
                Some("text") => given[0]["valueString"].is_string(),
                _ => false,
            };
            prop_assert!(fits && (given.is_null() || given.as_array().map(Vec::len) == Some(1)), "{answer} to {question}");
        }
    }

    #[test]
    fn what_was_entered_and_chosen_is_answered_and_nothing_else(document in any_document(), record in any_record(), choice in any_choice()) {
        // What FHIR cannot hold is left out, and white space of every kind becomes a space.
        let held = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !"\u{feff}\u{fffe}\u{ffff}".contains(*c)).collect::<String>();
        let mut expected: Vec<String> = Vec::new();
        for (_, entry) in record.entries().filter(|(_, entry)| entry.tried && choice.tried) {
            expected.push("true".to_owned());
            expected.extend(entry.outcome.map(|outcome| outcome.as_str().to_owned()));
            expected.extend(Some(held(&entry.note)).filter(|note| choice.notes && !note.is_empty()));
        }
        expected.extend(Some(held(&record.questions.text)).filter(|text| choice.questions && !text.is_empty()));
        let mut answered: Vec<String> = Vec::new();
        for (_, item) in all_items(&response(&document, &record, choice)).values() {
            for answer in item["answer"].as_array().into_iter().flatten() {
                answered.push(match answer {
                    answer if answer["valueBoolean"] == true => "true".to_owned(),
                    answer => held(answer["valueString"].as_str().or(answer["valueCoding"]["code"].as_str()).unwrap_or_default()),
                });
            }
        }
        answered.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(answered, expected);
    }
}
