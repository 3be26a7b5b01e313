//! Checks the bundled document, so that a broken one fails the build by name and path, and readies what is compiled in.

use std::{env, fs, path::Path, process::exit};

#[allow(dead_code, reason = "only the reader of documents is of use here")]
#[path = "src/core/mod.rs"]
mod core;

/// The bundled questions, as `src/bundle/languages.rs` names them.
const DOCUMENTS: [(&str, &str); 2] =
    [("document-en", "static/content/muscle-knots.json"), ("document-es", "static/content/muscle-knots.es.json")];
const WORDS: [&str; 3] = ["ar", "de", "es"];
const STYLES: [&str; 3] = ["remedy-faq.css", "page.css", "update.css"];

fn main() {
    for watched in ["static", "src/core"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    if env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        // So that src/bundle/split/ can tell which constants are wanted later.
        println!("cargo::rustc-link-arg-bins=--no-merge-data-segments");
    }
    for (name, path) in DOCUMENTS {
        let json = read(path);
        if let Err(faults) = core::content::Document::parse(&json) {
            for fault in faults {
                println!("cargo::error={path}: {fault}");
            }
            exit(1);
        }
        write_compact(name, path, &json);
    }
    for language in WORDS {
        let path = format!("static/words/{language}.json");
        write_compact(&format!("words-{language}"), &path, &read(&path));
    }
    for style in STYLES {
        write(style, &squeeze(&read(&format!("static/{style}"))));
    }
}

/// JSON without what is there for people.
fn write_compact(name: &str, path: &str, json: &str) {
    let value: serde_json::Value = serde_json::from_str(json).unwrap_or_else(|error| {
        println!("cargo::error={path}: {error}");
        exit(1)
    });
    write(&format!("{name}.json"), &value.to_string());
}

/// CSS without comments, line breaks and indentation. What else a minifier could take, compression takes.
fn squeeze(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    // A line that goes on needs its space: `margin:\n  0 1px` and selector lists over several lines.
    lines.join(" ").replace("{ ", "{").replace("; ", ";").replace(" }", "}").replace("} ", "}").replace(": ", ":").replace(" {", "{")
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| {
        println!("cargo::error={path}: {error}; restore it from version control");
        exit(1)
    })
}

fn write(name: &str, text: &str) {
    let folder = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join(name), text).expect("cargo made the folder");
}
