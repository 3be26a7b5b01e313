//! `content.schema.json`: the JSON Schema of the content document, for editors' programs to complete and check by.
//!
//! It says all that the reader demands but what JSON Schema has no words for: ids that are unique in the document, remedies
//! that exist, days that exist, lists of spans that are not all white space, and 1 that is not written 1.0.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

use super::schema_types::Content;

/// The schema, draft 2020-12.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(without_null));
    let mut schema = settings.into_generator().into_root_schema_for::<Content>();
    schema.insert("title".to_owned(), "Remedy FAQ content document, version 1".into());
    schema.to_value()
}

/// The schema as a file.
pub fn schema_file() -> String {
    format!("{:#}\n", schema())
}

/// What Rust has as `Option` may be left out, but not written as `null`.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice["type"] != "null");
    if let [Value::Object(only)] = &choices[..] {
        let only = only.clone();
        schema.remove("anyOf");
        for (name, value) in only {
            schema.insert(name, value);
        }
    }
}
