//! `content.d.ts`: the content document's types, from its JSON Schema.
//!
//! Knows the words of JSON Schema that `schema_types` brings about. One that it does not know fails the build: a type that
//! leaves something out would say too much. What TypeScript cannot say (patterns, lengths) stands in the comments.

use std::path::Path;

use serde_json::{Map, Value};

use crate::bundle::trouble::Trouble;

/// Said in words only, or not at all. `$defs` and the title are read apart.
const SILENT: [&str; 10] =
    ["$schema", "$defs", "title", "description", "default", "examples", "format", "pattern", "patternErrorMessage", "minLength"];

/// Every type of the schema, its own last, named `Content`.
///
/// # Errors
/// A word of JSON Schema that is not known here, with its place.
pub fn content_types(schema: &Value) -> Result<String, Trouble> {
    let mut out = "// The content document: what the attribute src names, or stands in the element as JSON. Its rules in full are in\n\
        // content.schema.json.\n"
        .to_owned();
    let none = Map::new();
    let types = schema["$defs"].as_object().unwrap_or(&none).iter().map(|(name, schema)| (name.as_str(), schema));
    for (name, schema) in types.chain([("Content", schema)]) {
        out.push('\n');
        comment(&mut out, "", schema);
        let text = kind(name, schema, "")?;
        match text.chars().next() {
            Some('{') => out.extend(["export interface ", name, " ", &text, "\n"]),
            Some('\n') => out.extend(["export type ", name, " =", &text, ";\n"]),
            _ => out.extend(["export type ", name, " = ", &text, ";\n"]),
        }
    }
    Ok(out)
}

/// A schema as a type. `at` is its place, for what cannot be said; `indent` that of the line it begins on.
fn kind(at: &str, schema: &Value, indent: &str) -> Result<String, Trouble> {
    let unknown = |what: &str| Trouble::lacks(Path::new("content.schema.json"), format!("at {at}: a TypeScript type for {what}"));
    let schema = schema.as_object().ok_or_else(|| unknown("what is no object"))?;
    let word = |name: &str| schema.get(name);
    let mut left: Vec<&str> = schema.keys().map(String::as_str).filter(|name| !SILENT.contains(name)).collect();
    let mut all_known = |known: &[&str]| {
        left.retain(|name| !known.contains(name));
        left.first().map_or(Ok(()), |name| Err(unknown(&format!("'{name}'"))))
    };
    if let Some(Value::String(to)) = word("$ref") {
        all_known(&["$ref"])?;
        return Ok(to.strip_prefix("#/$defs/").ok_or_else(|| unknown(to))?.to_owned());
    }
    if let Some(value) = word("const") {
        all_known(&["const", "type"])?;
        return Ok(value.to_string());
    }
    if let Some(Value::Array(choices)) = word("anyOf").or(word("oneOf")) {
        all_known(&["anyOf", "oneOf"])?;
        let choices: Result<Vec<_>, _> = choices.iter().map(|choice| kind(at, choice, indent)).collect();
        return Ok(choices?.join(" | "));
    }
    match word("type").and_then(Value::as_str) {
        Some("string") => all_known(&["type"]).map(|()| "string".to_owned()),
        Some("array") => {
            all_known(&["type", "items", "minItems"])?;
            let of = kind(&format!("{at}[]"), word("items").ok_or_else(|| unknown("an array of anything"))?, indent)?;
            Ok(if of.contains('|') { format!("({of})[]") } else { format!("{of}[]") })
        }
        Some("object") => {
            all_known(&["type", "properties", "required", "additionalProperties", "minProperties", "maxProperties"])?;
            if word("additionalProperties") != Some(&Value::Bool(false)) {
                return Err(unknown("an object of anything"));
            }
            let properties = word("properties").and_then(Value::as_object).ok_or_else(|| unknown("an object of nothing"))?;
            let required: Vec<&str> = word("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
            match (word("minProperties").and_then(Value::as_u64), word("maxProperties").and_then(Value::as_u64)) {
                (None, None) => fields(at, properties, |name| if required.contains(&name) { Given::Must } else { Given::May }, indent),
                (Some(1), Some(1)) => {
                    let one_of = |one: &String| fields(at, properties, |name| if name == one { Given::Must } else { Given::Never }, indent);
                    let choices: Result<Vec<_>, _> = properties.keys().map(one_of).collect();
                    Ok(choices?.iter().map(|choice| format!("\n{indent}  | {}", choice.replace('\n', "\n  "))).collect())
                }
                _ => Err(unknown("this number of fields")),
            }
        }
        other => Err(unknown(other.unwrap_or("what has no type"))),
    }
}

enum Given {
    Must,
    May,
    Never,
}

fn fields(at: &str, properties: &Map<String, Value>, given: impl Fn(&str) -> Given, indent: &str) -> Result<String, Trouble> {
    let (mut out, inner) = ("{\n".to_owned(), format!("{indent}  "));
    for (name, schema) in properties {
        let key = if name.chars().all(|c| c.is_ascii_alphanumeric()) { name.clone() } else { Value::from(name.as_str()).to_string() };
        let text = kind(&format!("{at}.{name}"), schema, &inner)?;
        let line = match given(name) {
            Given::Must => format!("{key}: {text}"),
            Given::May => format!("{key}?: {text}"),
            Given::Never => format!("{key}?: never"),
        };
        if !matches!(given(name), Given::Never) {
            comment(&mut out, &inner, schema);
        }
        out.extend([&inner, line.as_str(), ";\n"]);
    }
    out.extend([indent, "}"]);
    Ok(out)
}

/// What the schema says of itself, as a comment that editors show.
fn comment(out: &mut String, indent: &str, schema: &Value) {
    let mut lines: Vec<String> = schema["description"].as_str().into_iter().flat_map(str::lines).map(str::to_owned).collect();
    if schema["minItems"] == 1 {
        lines.push("At least one.".to_owned());
    }
    let end = "*/";
    let lines: Vec<String> = lines.iter().map(|line| line.replace(end, "* /")).collect();
    match &lines[..] {
        [] => {}
        [line] => out.extend([indent, "/** ", line, " */\n"]),
        lines => {
            out.extend([indent, "/**\n"]);
            lines.iter().for_each(|line| out.extend([indent, " * ", line, "\n"]));
            out.extend([indent, " */\n"]);
        }
    }
}
