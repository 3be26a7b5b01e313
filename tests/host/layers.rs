//! The shape of the source: dependencies point one way, and each room stays small.

use std::fs;
use std::path::{Path, PathBuf};

pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is part of the project") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// What the code of a layer may not name.
const BARRED: &[(&str, &[&str])] = &[
    ("core", &["crate::ui", "crate::browser", "crate::bundle", "yew", "web_sys", "js_sys", "gloo", "wasm_bindgen", "std::fs", "tokio"]),
    ("ui", &["crate::browser", "crate::bundle", "js_sys", "wasm_bindgen", "std::fs", "tokio", "web_sys::window"]),
    ("browser", &["crate::bundle", "std::fs", "tokio", "from_html_unchecked", "set_inner_html"]),
    ("bundle", &["crate::browser", "web_sys", "js_sys", "gloo", "wasm_bindgen"]),
];

/// A line names something where it stands as a whole path, in code and not in a comment.
fn names(line: &str, barred: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(barred).any(|(at, _)| {
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        apart(code[..at].chars().next_back()) && apart(code[at + barred.len()..].chars().next())
    })
}

#[test]
fn dependencies_point_one_way() {
    for (layer, barred) in BARRED {
        for file in sources(&root().join("src").join(layer)) {
            for (number, line) in fs::read_to_string(&file).expect("it can be read").lines().enumerate() {
                for name in *barred {
                    assert!(!names(line, name), "{}:{}: {layer} must not know {name}", file.display(), number + 1);
                }
            }
        }
    }
}

#[test]
fn text_is_never_markup_and_style_never_inline() {
    for file in sources(&root().join("src")) {
        let source = fs::read_to_string(&file).expect("it can be read");
        for barred in ["from_html_unchecked", "set_inner_html", "innerHTML", "insertAdjacentHTML"] {
            assert!(!source.lines().any(|line| names(line, barred)), "{} has {barred}", file.display());
        }
        assert!(!source.contains(" style="), "{} has an inline style", file.display());
    }
}

#[test]
fn every_file_opens_with_what_it_owns_and_stays_short() {
    for folder in ["src", "tests", "benches", "build.rs"] {
        let path = root().join(folder);
        let files = if path.is_dir() { sources(&path) } else { vec![path] };
        for file in files {
            let source = fs::read_to_string(&file).expect("it can be read");
            assert!(source.starts_with("//!"), "{} does not say what it is for", file.display());
            let lines = source.lines().count();
            assert!(lines <= 350, "{} has {lines} lines; it holds more than one thing", file.display());
        }
    }
}
