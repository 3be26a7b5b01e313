//! What a release rests on: the build's own step gives the same files every time, and everything that names a version
//! names the same. (`make release` compares two whole builds.)

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use remedy_faq::bundle::hook;

use super::layers::root;

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("release").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("it can be made");
    path
}

/// What Trunk stages: its own loader in the page, the copied scripts, and the program, here an empty one.
fn staged() -> Vec<(&'static str, Vec<u8>)> {
    let text = |path: &str| fs::read_to_string(root().join(path)).expect("it is part of the source");
    let loader =
        "<script type=module>/* TrunkApplicationStarted */</script><link rel=modulepreload href=a><link rel=preload as=fetch href=b>";
    let glue = "export function mount(a) {\n    wasm.mount(a);\n}\nexport function unmount(a) {\n    wasm.unmount(a);\n}\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n    };\n    return {\n        \"./widget_bg.js\": import0,\n    };\n}\n\
        let wasmModule, wasmInstance, wasm;\nconst initSync = (it) => (wasm = it);\nconst __wbg_init = async (it) => (wasm = await it);\n\
        export { initSync, __wbg_init as default };\n";
    vec![
        ("index.html", text("index.html").replace("</head>", &format!("{loader}</head>")).into_bytes()),
        ("remedy-faq.js", text("static/remedy-faq.js").into_bytes()),
        ("page.js", text("static/page.js").into_bytes()),
        ("sw.js", text("static/sw.js").into_bytes()),
        ("icon.svg", text("static/icons/icon.svg").into_bytes()),
        ("widget-0123.js", glue.into()),
        ("widget-0123_bg.wasm", b"\0asm\x01\0\0\0".to_vec()),
    ]
}

/// Runs the build's step on these files, and gives what stands there then.
fn bundled(name: &str, staged: impl IntoIterator<Item = (&'static str, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
    let path = folder(name);
    for (file, bytes) in staged {
        fs::write(path.join(file), bytes).expect("it can be written");
    }
    hook(&path, true).expect("it is what Trunk stages");
    let files = fs::read_dir(&path).expect("it is there").map(|file| file.expect("it can be read"));
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), fs::read(file.path()).expect("it can be read"))).collect()
}

#[test]
fn the_builds_step_gives_the_same_files_in_any_folder() {
    let once = bundled("once", staged());
    let again = bundled("again, in a folder with another name", staged().into_iter().rev());
    assert_eq!(once.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    assert!(once.len() >= 12, "{:?}", once.keys());
    for (name, bytes) in &once {
        assert!(*bytes == again[name], "{name} differs");
    }
}

/// What `tools/release-version.sh` says of a checkout with these files.
fn version(name: &str, manifest: &str, lock: &str, changelog: &str) -> Result<String, String> {
    let path = folder(name);
    for (file, text) in [("Cargo.toml", manifest), ("Cargo.lock", lock), ("CHANGELOG.md", changelog)] {
        fs::write(path.join(file), text).expect("it can be written");
    }
    let output = Command::new("bash")
        .arg(root().join("tools/release-version.sh"))
        .env("REMEDY_FAQ_CHECKOUT", &path)
        .output()
        .expect("bash runs the project's scripts");
    let text = |bytes| String::from_utf8(bytes).expect("it is text").trim().to_owned();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[test]
fn a_release_has_the_version_of_the_manifest_and_a_section_in_the_changelog() {
    let manifest = "[package]\nname = \"remedy-faq\"\nversion = \"1.2.0\"\n\n[dependencies]\nyew = \"1\"\n";
    let lock = "[[package]]\nname = \"remedy-faq\"\nversion = \"1.2.0\"\n";
    let older = "# Changelog\n\n## 1.1.0\n\n- Something.\n";
    let both = older.replace("## 1.1.0", "## 1.2.0 (2026-11-23)\n\n- News.\n\n## 1.1.0");
    assert_eq!(version("agreed", manifest, lock, &both), Ok("1.2.0".to_owned()));

    let refused = version("unsaid", manifest, lock, older).expect_err("the changelog has no such section");
    assert!(refused.contains("CHANGELOG.md says nothing of 1.2.0"), "{refused}");
    let empty = older.replace("## 1.1.0", "## 1.2.0\n\n## 1.1.0");
    assert!(version("empty", manifest, lock, &empty).is_err(), "the section says nothing");
    let longer = both.replace("## 1.2.0", "## 1.2.0-rc.1");
    assert!(version("longer", manifest, lock, &longer).is_err(), "another version's section");
    let refused = version("lock", manifest, &lock.replace("1.2.0", "1.1.0"), &both).expect_err("the lock is older");
    assert!(refused.contains("Cargo.lock has 1.1.0"), "{refused}");
}
