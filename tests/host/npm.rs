//! The npm package's files, made from a release build. What they are good for is tested in `integrations/npm/test/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use remedy_faq::bundle::languages::TEXTS;
use remedy_faq::bundle::npm::{PARTS, PROPERTIES, content_types, fallback_in_style, write_package};
use remedy_faq::bundle::schema::schema;
use remedy_faq::core::content::Document;
use serde_json::{Value, json};

use super::layers::{root, sources};

const GLUE: &str = r#"T={
    new URL("./remedy-faq-document-en-01.json",import.meta.url),
    new URL("./remedy-faq-document-es-01.json",import.meta.url),
    new URL("./remedy-faq-words-ar-01.json",import.meta.url),
    new URL("./remedy-faq-words-de-01.json",import.meta.url),
    new URL("./remedy-faq-words-es-01.json",import.meta.url),
    more:[new URL("./remedy-faq-more-01.wasm",import.meta.url),"sha256-1"],glue:[new URL("./remedy-faq-more-02.js",import.meta.url),"sha256-2"]};
    export{e as default}"#;

/// A folder of a test's own, empty.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("it can be made");
    path
}

/// Makes a package from a release build with these files.
fn package(name: &str, dist: &[(&str, &str)]) -> Result<PathBuf, String> {
    let path = folder(name);
    for (file, text) in dist {
        fs::write(path.join(file), text).expect("it can be written");
    }
    let package = path.join("npm");
    write_package(&path, &package).map(|()| package).map_err(|trouble| trouble.to_string())
}

const DIST: [(&str, &str); 11] = [
    ("remedy-faq-0123.js", GLUE),
    ("remedy-faq-0123_bg.wasm", "wasm"),
    ("remedy-faq-offline.html", "page"),
    ("remedy-faq-single.js", "single"),
    ("remedy-faq-document-en-01.json", "{}"),
    ("remedy-faq-document-es-01.json", "{}"),
    ("remedy-faq-words-ar-01.json", "{}"),
    ("remedy-faq-words-de-01.json", "{}"),
    ("remedy-faq-words-es-01.json", "{}"),
    ("remedy-faq-more-01.wasm", "more"),
    ("remedy-faq-more-02.js", "glue"),
];

#[test]
fn a_release_build_becomes_a_package_whose_scripts_name_its_files() {
    let package = package("whole", &DIST).expect("it is a release build");
    let text = |name: &str| fs::read_to_string(package.join(name)).expect("it is in the package");
    let assets: Vec<_> =
        fs::read_dir(package.join("assets")).expect("it is there").map(|file| file.expect("it can be read").file_name()).collect();
    assert_eq!(assets.len(), 3 + TEXTS.len());
    // The program names its texts and its second part, the element the rest.
    let scripts = [text("element.js"), text("program.js")].concat().replace("\", import", "\",import");
    for asset in assets {
        assert!(scripts.contains(&format!("new URL(\"./assets/{}\",import.meta.url)", asset.to_string_lossy())), "{asset:?}");
    }
    assert!(text("element.js").contains("export class RemedyFaq"));
    assert!(!text("element.js").contains("// <load>"));
    // A module of the package, which bundlers follow.
    assert!(!text("program.js").contains("remedy-faq-more-02.js"));
    assert!(text("element.js").contains("import(\"./more.js\")"));
    assert_eq!(text("more.js"), "glue");
    // Where there are no elements it does nothing.
    assert_eq!(text("single.js"), "if (globalThis.customElements) {\nsingle}\n");
}

#[test]
fn a_build_that_is_not_as_expected_is_refused_by_what_is_missing() {
    let mut other = DIST;
    other[0].1 = "export{e as default}";
    assert!(package("glue", &other).expect_err("its glue has no other").contains("remedy-faq-more-"));
    assert!(package("nothing", &[]).expect_err("there is no program").contains("make dist"));
    let two = [DIST.as_slice(), &[("remedy-faq-4567_bg.wasm", "older")]].concat();
    assert!(package("two", &two).expect_err("there are two programs").contains("there are 2"));
}

#[test]
fn what_a_type_cannot_be_made_of_is_refused_by_its_place() {
    let mut schema = schema();
    assert!(content_types(&schema).is_ok());
    schema["$defs"]["Remedy"]["properties"]["label"] = json!({"type": "string", "contentEncoding": "base64"});
    let refused = content_types(&schema).expect_err("the word is not known").to_string();
    assert!(refused.contains("Remedy.label") && refused.contains("contentEncoding"), "{refused}");
    schema["$defs"]["Remedy"]["properties"]["label"] = json!({"type": "object", "properties": {}});
    assert!(content_types(&schema).is_err(), "an object that may have other fields");
}

#[test]
fn the_manifest_names_the_custom_properties_that_the_style_sheet_reads() {
    let css = fs::read_to_string(root().join("static/remedy-faq.css")).expect("it can be read");
    let read: BTreeSet<&str> = css
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split([',', ')']).next())
        .filter(|name| name.starts_with("--remedy-faq-"))
        .collect();
    assert_eq!(read, PROPERTIES.iter().map(|(name, _)| *name).collect());
    let package = package("manifest", &DIST).expect("it is a release build");
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(package.join("custom-elements.json")).expect("it is in the package")).expect("it is JSON");
    let properties = manifest["modules"][0]["declarations"][0]["cssProperties"].as_array().expect("it is a list");
    assert_eq!(properties.len(), PROPERTIES.len());
    assert!(properties.iter().all(|property| property["default"].as_str().is_some_and(|value| !value.is_empty())));
    assert_eq!(fallback_in_style("a: var(--b, light-dark(#000, #fff)); c", "--b"), Some("light-dark(#000, #fff)"));
}

#[test]
fn the_manifest_names_no_part_that_the_view_does_not_write() {
    let view: String = sources(&root().join("src/ui")).iter().map(|path| fs::read_to_string(path).expect("it can be read")).collect();
    for (part, _) in PARTS {
        assert!(view.contains(&format!("\"{part}\"")), "{part}");
    }
}

/// TypeScript finds no fault in an id that stands twice.
#[test]
fn the_document_in_its_readme_is_one_that_can_be_shown() {
    let readme = fs::read_to_string(root().join("integrations/npm/README.md")).expect("it is there");
    let (_, example) = readme.split_once("const content: Content = ").expect("it has an example");
    let (example, _) = example.split_once(";\n").expect("the example ends");
    let mut json = example.replace(",\n}", "\n}");
    for name in ["schemaVersion", "id", "lang", "title", "remedies", "label", "questions", "question", "answer", "p"] {
        json = json.replace(&format!(" {name}: "), &format!(" \"{name}\": "));
    }
    let document = Document::parse(&json).expect("it has no faults");
    assert_eq!((document.remedies.len(), document.questions.len()), (1, 1));
}
