//! `custom-elements.json`: the element for editors and documentation tools, as a Custom Elements Manifest.

use serde_json::{Value, json};

use super::api::{ATTRIBUTES, EVENTS, PARTS, PROPERTIES, fallback_in_style};
use super::element_types::{attribute_type, property_type};
use crate::bundle::page::CSS;

pub fn manifest() -> Value {
    let attributes = ATTRIBUTES.iter().map(|attribute| {
        let mut value = json!({
            "name": attribute.name,
            "type": {"text": attribute_type(attribute)},
            "default": attribute.default,
            "description": attribute.about,
        });
        if let Some(property) = attribute.property {
            value["fieldName"] = property.into();
        }
        value
    });
    let members = ATTRIBUTES.iter().filter_map(|attribute| {
        Some(json!({
            "kind": "field",
            "name": attribute.property?,
            "type": {"text": property_type(attribute)},
            "description": attribute.about,
            "attribute": attribute.name,
            "reflects": true,
        }))
    });
    let events = EVENTS
        .iter()
        .map(|event| json!({"name": event.name, "type": {"text": format!("CustomEvent<{}>", event.detail)}, "description": event.about}));
    let parts = PARTS.iter().map(|(name, about)| json!({"name": name, "description": about}));
    let properties =
        PROPERTIES.iter().map(|(name, about)| json!({"name": name, "default": fallback_in_style(CSS, name), "description": about}));
    json!({
        "schemaVersion": "2.1.0",
        "modules": [
            {
                "kind": "javascript-module",
                "path": "element.js",
                "declarations": [
                    {
                        "kind": "class",
                        "name": "RemedyFaq",
                        "description": env!("CARGO_PKG_DESCRIPTION"),
                        "customElement": true,
                        "tagName": "remedy-faq",
                        "superclass": {"name": "HTMLElement"},
                        "attributes": attributes.collect::<Value>(),
                        "members": members.collect::<Value>(),
                        "events": events.collect::<Value>(),
                        "slots": [{
                            "name": "",
                            "description": "What is shown until the program has taken over, and a content document as \
                                <script type=\"application/json\">.",
                        }],
                        "cssParts": parts.collect::<Value>(),
                        "cssProperties": properties.collect::<Value>(),
                    },
                    {"kind": "function", "name": "define", "description": "Defines the element, unless it is defined already."},
                ],
                "exports": [
                    {"kind": "js", "name": "RemedyFaq", "declaration": {"name": "RemedyFaq"}},
                    {"kind": "js", "name": "define", "declaration": {"name": "define"}},
                ],
            },
            {"kind": "javascript-module", "path": "index.js", "exports": [definition()]},
            {"kind": "javascript-module", "path": "single.js", "exports": [definition()]},
        ],
    })
}

fn definition() -> Value {
    json!({
        "kind": "custom-element-definition",
        "name": "remedy-faq",
        "declaration": {"name": "RemedyFaq", "module": "element.js"},
    })
}
