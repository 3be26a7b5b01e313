//! What can be done to a document to put it out of order, or to leave it as good as it was.

use serde_json::{Value, json};

/// Something done to a document at a place in it.
#[derive(Debug, Clone)]
pub enum Change {
    Remove,
    Rename(&'static str),
    Replace(Value),
    Insert(&'static str, Value),
    /// Another such member of the list.
    Repeat,
}

/// Every change: each value and each name that is of interest somewhere in a document.
pub fn changes() -> Vec<Change> {
    let mut changes = vec![Change::Remove, Change::Repeat];
    for name in ["id", "title", "p", "ul", "ol", "remedies", "link", "text", "strong", "url", "note", "__proto__", "$schema"] {
        changes.push(Change::Rename(name));
        changes.extend([json!("a"), json!([{"p": "a"}])].map(|value| Change::Insert(name, value)));
    }
    changes.extend(values().into_iter().map(Change::Replace));
    changes
}

fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(1.0),
        json!(2),
        json!(1.5),
        json!([]),
        json!({}),
        json!(""),
        json!(" "),
        json!("\u{85}\u{2028}"),
        json!("\u{feff}"),
        json!("\u{200b}"),
        json!("a b"),
        json!("a-b_C1"),
        json!("ä"),
        json!([""]),
        json!([" ", {"strong": "\n"}]),
        json!(["", "a"]),
        json!([{"strong": ""}]),
        json!([null]),
        json!([["a"]]),
        json!({"strong": "a"}),
        json!({"link": "https://a.example", "text": "a"}),
        json!([{"link": "https://a.example", "text": "", "strong": "a"}]),
        json!([{"link": "tel:1", "text": "a"}]),
        json!([{"link": "tel:", "text": "a"}]),
        json!("https://a.example/ä?b#c"),
        json!("HtTp://a"),
        json!("http:/a"),
        json!("https://"),
        json!("mailto:a@b.example"),
        json!("mailto:"),
        json!("javascript:alert(1)"),
        json!("https://a\u{a0}b"),
        json!("https://a\u{202e}b"),
        json!("https://a\n"),
        json!("httpss://a"),
        json!(" tel:1"),
        json!("2026-11-22"),
        json!("2026-02-30"),
        json!("2026-13-01"),
        json!("2026-1-1"),
        json!("0000-01-01"),
        json!("2026-11-22\n"),
        json!("٢٠٢٦-١١-٢٢"),
        json!("en"),
        json!("pt-BR"),
        json!("en-"),
        json!("en_GB"),
        json!("abcdefghi"),
        json!("ltr"),
        json!("rtl"),
        json!("up"),
        json!({"p": "a"}),
        json!({"p": "a", "ul": ["b"]}),
        json!([{"p": "a"}]),
        json!({"ul": []}),
        json!({"remedies": ["none"]}),
        json!({"search": "Find"}),
        json!({"search": 1}),
        json!({"serach": "Find"}),
        json!({"title": "a"}),
        json!([{"title": "a"}]),
    ]
}

/// The pointers to all values but the outermost.
pub fn pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    gather(value, "", &mut found);
    found
}

fn gather(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut member = |name: &str, value: &Value| {
        let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        gather(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Array(members) => members.iter().enumerate().for_each(|(index, value)| member(&index.to_string(), value)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| member(name, value)),
        _ => {}
    }
}

/// Makes the change at a pointer of [`pointers`]. What cannot be done there is left undone.
pub fn apply(document: &mut Value, at: &str, change: &Change) {
    let (outer, name) = at.rsplit_once('/').expect("a pointer has a slash");
    let there = document.pointer_mut(at).expect("the pointer is the document's own");
    match change {
        Change::Replace(value) => *there = value.clone(),
        Change::Insert(name, value) => drop(there.as_object_mut().map(|fields| fields.insert((*name).to_owned(), value.clone()))),
        change => match (document.pointer_mut(outer).expect("what is around a value is there"), change) {
            (Value::Object(fields), Change::Remove) => drop(fields.remove(name)),
            (Value::Object(fields), Change::Rename(other)) => {
                let value = fields.remove(name).expect("the pointer leads to it");
                fields.insert((*other).to_owned(), value);
            }
            (Value::Array(members), change) => {
                let index: usize = name.parse().expect("the pointer leads to it");
                match change {
                    Change::Remove => drop(members.remove(index)),
                    _ => members.push(members[index].clone()),
                }
            }
            _ => {}
        },
    }
}
