//! The JSON Schema of documents: it says what the reader says.

use std::collections::BTreeSet;
use std::fs;

use boon::{Compiler, SchemaIndex, Schemas};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use remedy_faq::bundle::schema::schema;
use remedy_faq::bundle::schema_types::Content;
use remedy_faq::core::content::Document;
use remedy_faq::core::date::Date;
use remedy_faq::core::fault::{Fault, Problem};
use serde_json::{Value, json};

use super::bundled::documents;
use super::changes::{apply, changes, pointers};
use super::content::minimal;
use super::documents::document;
use super::hostile::complete;

struct Validator(Schemas, SchemaIndex);

impl Validator {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("https://a.example/content.schema.json", schema()).expect("the address is one");
        let index = compiler.compile("https://a.example/content.schema.json", &mut schemas).expect("it is a schema");
        Self(schemas, index)
    }

    fn takes(&self, value: &Value) -> bool {
        self.0.validate(value, self.1).is_ok()
    }
}

#[test]
fn every_document_that_comes_along_fits_the_schema_and_the_types() {
    let validator = Validator::new();
    for (path, _) in documents() {
        let json: Value = serde_json::from_str(&fs::read_to_string(&path).expect("it can be read")).expect("it is JSON");
        if let Err(error) = validator.0.validate(&json, validator.1) {
            panic!("{}: {error}", path.display());
        }
        let typed: Content = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(serde_json::to_value(typed).expect("it is JSON"), json, "{}", path.display());
    }
}

#[test]
fn every_field_is_explained() {
    fn explained(schema: &Value, path: &str) {
        let Some(fields) = schema["properties"].as_object() else { return };
        for (name, field) in fields {
            assert!(field["description"].as_str().is_some_and(|text| text.len() > 5) || field["const"] == 1, "{path}.{name}");
        }
    }
    let schema = schema();
    explained(&schema, "");
    schema["$defs"].as_object().expect("it has parts").iter().for_each(|(name, part)| explained(part, name));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn the_reader_knows_the_same_fields_as_the_schema() {
    let unknown = json!({"?": 1});
    let cases = [
        ("", minimal(json!({"?": 1}))),
        ("Remedy", minimal(json!({"remedies": [unknown]}))),
        ("Question", minimal(json!({"questions": [unknown]}))),
        ("Block", minimal(json!({"questions": [{"id": "a", "question": "A", "answer": [unknown]}]}))),
        ("Source", minimal(json!({"sources": [unknown]}))),
        ("Urgent", minimal(json!({"urgent": unknown}))),
        ("UrgentGroup", minimal(json!({"urgent": {"title": "U", "groups": [unknown]}}))),
        ("Clinic", minimal(json!({"clinic": unknown}))),
        ("Strings", minimal(json!({"strings": unknown}))),
        ("Link", minimal(json!({"title": [unknown]}))),
        ("Strong", minimal(json!({"title": [{"strong": "a", "?": 1}]}))),
    ];
    let schema = schema();
    for (name, json) in cases {
        let faults = Document::parse(&json).expect_err("a field is unknown");
        let known = faults.iter().find_map(|fault| match &fault.problem {
            Problem::Unknown { field, known } if field == "?" => Some(known.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>()),
            _ => None,
        });
        let part = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let fields = part["properties"].as_object().expect("it is an object").keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(known.expect("it says which are known"), fields, "{name}");
    }
}

/// What JSON Schema has no words for.
fn beyond_the_schema(fault: &Fault, document: &Value) -> bool {
    let there = document.pointer(&pointer(&fault.path));
    let shaped_as_id = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    match &fault.problem {
        Problem::DuplicateId(_) => true,
        Problem::NoSuchRemedy(id) => shaped_as_id(id),
        // The 30 February has the shape of a day: January would have it.
        Problem::BadDate(date) => {
            date.is_ascii()
                && date.len() == 10
                && ("01".."13").contains(&&date[5..7])
                && Date::parse(&(date[..5].to_owned() + "01" + &date[7..])).is_some()
        }
        Problem::Version(_) => there.is_some_and(|version| version.as_f64() == Some(1.0)),
        // Spans of white space.
        Problem::Empty => there.and_then(Value::as_array).is_some_and(|spans| !spans.is_empty()),
        _ => false,
    }
}

fn pointer(path: &str) -> String {
    let path = path.replace('[', ".").replace(']', "");
    path.split('.').filter(|part| !part.is_empty()).map(|part| format!("/{part}")).collect()
}

/// Whether the schema takes what the reader takes, and refuses what it can of what the reader refuses.
fn agree(validator: &Validator, json: &Value) -> Result<(), TestCaseError> {
    let faults = Document::parse(&json.to_string()).err().unwrap_or_default();
    let expected = faults.iter().all(|fault| beyond_the_schema(fault, json));
    prop_assert_eq!(validator.takes(json), expected, "{:#?}\n{}", faults, json);
    Ok(())
}

#[test]
fn schema_and_reader_agree_on_every_single_change() {
    let validator = Validator::new();
    let document = complete();
    for at in pointers(&document) {
        for change in changes() {
            let mut json = document.clone();
            apply(&mut json, &at, &change);
            agree(&validator, &json).unwrap_or_else(|error| panic!("{change:?} at {at}: {error}"));
        }
    }
}

#[test]
fn schema_and_reader_agree_on_documents_of_every_shape_and_on_several_changes() {
    let validator = Validator::new();
    let mut runner = TestRunner::new(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() });
    let strategy = (document(), vec((any::<Index>(), select(changes())), 0..4));
    let outcome = runner.run(&strategy, |(content, changes)| {
        let mut json = serde_json::to_value(content).expect("it is JSON");
        for (at, change) in &changes {
            let all = pointers(&json);
            if !all.is_empty() {
                apply(&mut json, &all[at.index(all.len())], change);
            }
        }
        if changes.is_empty() {
            prop_assert_eq!(Document::parse(&json.to_string()).map(drop), Ok(()));
        }
        agree(&validator, &json)
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
