//! Where in a document's text something stands: from a fault's path to line and column. Knows JSON, not the document.
//!
//! `serde_json` forgets places and keeps silent about a key that stands twice, so `jsonc-parser` reads the text again.
//! It takes more than JSON; only what `serde_json` has taken already is to be located.

use std::collections::HashMap;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A place in a text. Both count from 1, the columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte. Inside a character it is that character's; past the end, the end.
    pub fn of_byte(text: &str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Self { line: 1 + before.bytes().filter(|byte| *byte == b'\n').count(), column: 1 + before[start..].chars().count() }
    }
}

/// A field that its object has already.
#[derive(Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The path of the field, as faults write it.
    pub path: String,
    pub field: String,
    pub place: Place,
    pub first: Place,
}

/// A JSON text with the places of its values.
pub struct Map<'t> {
    text: &'t str,
    root: Option<Value<'t>>,
}

impl<'t> Map<'t> {
    /// Takes any text; in what is not JSON, everything is at its start.
    pub fn new(text: &'t str) -> Self {
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        Self { text, root: parsed.ok().and_then(|parsed| parsed.value) }
    }

    /// The value at a path such as `questions[3].answer[0].ul`, or the innermost around it that there is.
    pub fn value(&self, path: &str) -> Place {
        self.root.as_ref().map_or(Place::START, |root| self.place(descend(root, path)))
    }

    /// The name of a field in the object at a path; where it has none of that name, the object.
    pub fn key(&self, path: &str, field: &str) -> Place {
        let object = self.root.as_ref().map(|root| descend(root, path)).and_then(Value::as_object);
        let found = object.and_then(|object| object.properties.iter().find(|property| property.name.as_str() == field));
        found.map_or_else(|| self.value(path), |property| self.place(&property.name))
    }

    /// Every field that stands again in the same object, in the order of the text, but no more than `most`.
    pub fn repeated(&self, most: usize) -> Vec<Repeated> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            self.gather(root, &mut String::new(), most, &mut found);
        }
        found
    }

    fn gather(&self, value: &Value, path: &mut String, most: usize, found: &mut Vec<Repeated>) {
        let length = path.len();
        match value {
            Value::Object(object) => {
                let again = repeated(object);
                for property in &object.properties {
                    let name = property.name.as_str();
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                    if let Some(first) = again.get(&property.range.start)
                        && found.len() < most
                    {
                        let place = self.place(&property.name);
                        found.push(Repeated { path: path.clone(), field: name.to_owned(), place, first: self.place(&first.name) });
                    }
                    self.gather(&property.value, path, most, found);
                    path.truncate(length);
                }
            }
            Value::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    path.push_str(&format!("[{index}]"));
                    self.gather(element, path, most, found);
                    path.truncate(length);
                }
            }
            _ => {}
        }
    }

    fn place(&self, thing: &impl Ranged) -> Place {
        Place::of_byte(self.text, thing.start())
    }
}

/// The properties whose names stood before in the object, by where they start, each with the first of its name.
fn repeated<'o, 't>(object: &'o Object<'t>) -> HashMap<usize, &'o ObjectProp<'t>> {
    let mut firsts = HashMap::new();
    let mut again = HashMap::new();
    for property in &object.properties {
        let first = *firsts.entry(property.name.as_str()).or_insert(property);
        if first.range.start != property.range.start {
            again.insert(property.range.start, first);
        }
    }
    again
}

/// Follows a path as far as it goes. Of a field that stands twice it takes the last, as `serde_json` does.
fn descend<'v, 't>(root: &'v Value<'t>, path: &str) -> &'v Value<'t> {
    let (mut value, mut rest) = (root, path);
    loop {
        let next = match value {
            Value::Array(array) => element(rest).and_then(|(index, after)| Some((array.elements.get(index)?, after))),
            Value::Object(object) => property(object, rest),
            _ => None,
        };
        match next {
            Some((inner, after)) if after.len() < rest.len() => (value, rest) = (inner, after),
            _ => return value,
        }
    }
}

/// Takes `[3]` off the start of a path.
fn element(path: &str) -> Option<(usize, &str)> {
    let (index, after) = path.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, after))
}

/// Takes the name of a field off the start of a path. A name may have a dot in it.
fn property<'o, 'p, 't>(object: &'o Object<'t>, path: &'p str) -> Option<(&'o Value<'t>, &'p str)> {
    let path = path.strip_prefix('.').unwrap_or(path);
    object.properties.iter().rev().find_map(|property| {
        let after = path.strip_prefix(property.name.as_str())?;
        (after.is_empty() || after.starts_with(['.', '['])).then_some((&property.value, after))
    })
}
