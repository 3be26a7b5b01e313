//! The element's types, React's typings of it, and the tables of the package's README: what stands in `integrations/npm/`,
//! filled in from `api`.

use super::api::{ATTRIBUTES, Attribute, EVENTS, Values};
use super::template::fill;
use crate::bundle::trouble::Trouble;

pub fn element() -> Result<String, Trouble> {
    let attributes: Vec<String> = ATTRIBUTES
        .iter()
        .filter_map(|attribute| {
            let (name, kind, about) = (attribute.property?, property_type(attribute), about(attribute));
            let absent = if matches!(attribute.values, Values::Flag) { "" } else { " | null | undefined" };
            let numbers = numbers(attribute).map(|numbers| format!(" | {numbers}")).unwrap_or_default();
            Some(format!("  /** {about} */\n  get {name}(): {kind};\n  set {name}(value: {kind}{numbers}{absent});\n"))
        })
        .collect();
    let events: Vec<String> =
        EVENTS.iter().map(|event| format!("  /** {} */\n  \"{}\": CustomEvent<{}>;\n", event.about, event.name, event.detail)).collect();
    fill(
        "element.d.ts",
        include_str!("../../../integrations/npm/element.d.ts"),
        &[("  // the attributes as properties\n", attributes.concat()), ("  // the events\n", events.concat())],
    )
}

/// React 19 sets properties and listens to events by their names.
pub fn react() -> Result<String, Trouble> {
    let events: Vec<String> = EVENTS
        .iter()
        .map(|event| {
            format!("  /** {} */\n  \"on{}\"?: ((event: CustomEvent<{}>) => void) | undefined;\n", event.about, event.name, event.detail)
        })
        .collect();
    fill(
        "react.d.ts",
        include_str!("../../../integrations/npm/react.d.ts"),
        &[("  // the attributes\n", jsx_attributes("boolean")), ("  // the events\n", events.concat())],
    )
}

/// React 18 writes every property as an attribute, `false` too, which would set a flag; it listens to no events but its own.
pub fn react_18() -> Result<String, Trouble> {
    // A name with a hyphen passes in JSX unless it is forbidden.
    let events: Vec<String> = EVENTS.iter().map(|event| format!("  \"on{}\"?: never;\n", event.name)).collect();
    fill(
        "react-18.d.ts",
        include_str!("../../../integrations/npm/react-18.d.ts"),
        &[("  // the attributes\n", jsx_attributes("\"\"")), ("  // the events\n", events.concat())],
    )
}

pub fn readme() -> Result<String, Trouble> {
    let values = |attribute: &Attribute| match attribute.values {
        Values::Text => "text".to_owned(),
        Values::OneOf(values) => values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", "),
        Values::Flag => "present or absent".to_owned(),
    };
    let attributes: Vec<String> = ATTRIBUTES
        .iter()
        .map(|attribute| format!("| `{}` | {} | {} | {} |\n", attribute.name, values(attribute), attribute.default, attribute.about))
        .collect();
    let events: Vec<String> = EVENTS.iter().map(|event| format!("| `{}` | `{}` | {} |\n", event.name, event.detail, event.about)).collect();
    fill(
        "README.md",
        include_str!("../../../integrations/npm/README.md"),
        &[("<!-- the attributes -->\n", attributes.concat()), ("<!-- the events -->\n", events.concat())],
    )
}

/// What the attribute can be written as.
pub fn attribute_type(attribute: &Attribute) -> String {
    match attribute.values {
        Values::Text => "string".to_owned(),
        Values::OneOf(values) => values.iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(" | "),
        Values::Flag => "boolean".to_owned(),
    }
}

/// What its property gives: an empty text where the attribute is absent.
pub fn property_type(attribute: &Attribute) -> String {
    let kind = attribute_type(attribute);
    if matches!(attribute.values, Values::OneOf(_)) { format!("\"\" | {kind}") } else { kind }
}

/// Numbers that can be written for the attribute's texts.
fn numbers(attribute: &Attribute) -> Option<String> {
    let Values::OneOf(values) = attribute.values else { return None };
    values.iter().all(|value| value.parse::<u8>().is_ok()).then(|| values.join(" | "))
}

fn jsx_attributes(flag: &str) -> String {
    let line = |attribute: &Attribute| {
        let kind = if matches!(attribute.values, Values::Flag) { flag.to_owned() } else { attribute_type(attribute) };
        let numbers = numbers(attribute).map(|numbers| format!(" | {numbers}")).unwrap_or_default();
        let name = if attribute.name.contains('-') { format!("\"{}\"", attribute.name) } else { attribute.name.to_owned() };
        format!("  /** {} */\n  {name}?: {kind}{numbers} | undefined;\n", about(attribute))
    };
    ATTRIBUTES.iter().map(line).collect()
}

fn about(attribute: &Attribute) -> String {
    format!("{} Otherwise: {}.", attribute.about, attribute.default)
}
