//! The program's files: named by their content, so that they can be cached for ever, and found by the loader.

use std::path::{Path, PathBuf};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::glue;
use super::languages;
use super::minify;
use super::offline::between;
use super::shorten;
use super::split::later::Later;
use super::split::{self, Parts};
use super::tidy;
use super::trouble::{Trouble, read, read_bytes, remove, write};

/// The program's side in JavaScript.
pub const HOME: &str = include_str!("../../static/home.js");
const ASSET: &str = include_str!("../../static/asset.js");
const MORE: &str = include_str!("../../static/more.js");
const START: &str = include_str!("../../static/start.js");
/// How wasm-bindgen's glue starts the program, and how that is called where the program is whole.
const OWN_START: &str = "export { initSync, __wbg_init as default };";
const WHOLE_START: &str = "const start = (asked) => __wbg_init({ module_or_path: asked });";
const TEXTS: &str = "{ \"the texts\": [new URL(\"./their-files\", import.meta.url), \"their digests\"] }";

/// What Trunk made of the program.
pub struct Program {
    /// wasm-bindgen's module.
    pub glue: String,
    pub wasm: Vec<u8>,
    /// The same in two parts, where it is to be small.
    parts: Option<Parts>,
}

impl Program {
    /// Takes the program's two files out of the staging folder.
    pub fn take(staging: &Path, small: bool) -> Result<Self, Trouble> {
        let (glue, wasm) = (find(staging, ".js")?, find(staging, "_bg.wasm")?);
        let (text, bytes) = (read(&glue)?, read_bytes(&wasm)?);
        remove(&glue)?;
        remove(&wasm)?;
        if !small {
            return Ok(Self { glue: text, wasm: bytes, parts: None });
        }
        let (glue, named) = shorten::names(&tidy::plainer(&tidy::arrows(&tidy::quicker(&text))), &bytes);
        let mut later = Later::default();
        let refused = |why| Trouble::Refused { path: wasm.clone(), why };
        let parts = split::split(&named, false, |name| later.when(name)).map_err(&refused)?;
        for start in later.unmet() {
            // Another compiler may have put it into its caller: the program works all the same.
            eprintln!("nothing in the program is called {start}… (src/bundle/split/later.rs), so nothing of it comes later");
        }
        Ok(Self { glue, wasm: split::without_names(&named).map_err(&refused)?, parts: Some(parts) })
    }
}

/// One of the two files that Trunk made of the program: `widget-…` with this ending.
fn find(staging: &Path, ending: &str) -> Result<PathBuf, Trouble> {
    let files = std::fs::read_dir(staging).map_err(|error| Trouble::File { path: staging.to_owned(), error })?;
    let mut found = files.flatten().map(|file| file.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("widget-") && name.ends_with(ending)
    });
    found.next().ok_or_else(|| Trouble::lacks(staging, format!("Trunk's widget-…{ending}")))
}

/// Writes glue, wasm and loader. Both of the program's names carry the digest of the two together: the glue can change
/// while the wasm does not. Gives what has a page of ours ask for the wasm, and for the glue, before the
/// loader is there.
pub fn write_program(staging: &Path, program: &Program, style: &str, small: bool) -> Result<[String; 2], Trouble> {
    let mut files = write_texts(staging)?;
    let (wasm, glue, home) = match &program.parts {
        None => {
            (&program.wasm, program.glue.replace(OWN_START, WHOLE_START), [&whole(HOME)?, "export { start as default, home };"].concat())
        }
        Some(parts) => {
            let lacks = || Trouble::lacks(staging, "wasm-bindgen's glue in the form in which it is parted (src/bundle/glue.rs)");
            let glue = glue::part(&program.glue, &parts.first_imports).ok_or_else(lacks)?;
            let (home, later) = parted(HOME)?;
            files += &write_file(staging, "more", "wasm", &parts.more)?;
            let more = minify::script(format!("{}export const later = {{\n{later}}};\n", glue.more), small);
            files += &write_named(staging, "glue", &format!("remedy-faq-more-{}.js", digest(&[more.as_bytes()])), more.as_bytes())?;
            (&parts.first, [&glue.first, START].concat(), [MORE, &home, "export { start as default, partedHome as home };"].concat())
        }
    };
    let asset = ASSET.replacen(TEXTS, &format!("{{{files}}}"), 1);
    let glue = format!("{glue}\nconst css = {};\n{asset}\n{home}\n", string(style));
    let glue = minify::script(glue, small);
    let hash = digest(&[glue.as_bytes(), wasm]);
    let (glue_name, wasm_name) = (format!("remedy-faq-{hash}.js"), format!("remedy-faq-{hash}_bg.wasm"));
    write(&staging.join(&glue_name), &glue)?;
    write(&staging.join(&wasm_name), wasm)?;

    let path = staging.join("remedy-faq.js");
    let mut loader = read(&path)?;
    let glue_digest = integrity(glue.as_bytes());
    let wasm_digest = integrity(wasm);
    // No link for the wasm: Firefox and WebKit fetch what one has preloaded a second time. Where a policy lets no script stand in
    // a page, the loader asks for it.
    let early = format!(
        "<script>(remedyFaqAsked={{name:\"{wasm_name}\",answer:fetch(\"{wasm_name}\",{{integrity:\"{wasm_digest}\",\
         referrerPolicy:\"no-referrer\"}})}}).answer.catch(()=>{{}})</script>",
    );
    let link = format!("<link rel=modulepreload href={glue_name} integrity={glue_digest} crossorigin referrerpolicy=no-referrer>");
    let holes = [
        ("remedy-faq-glue.js", glue_name),
        ("remedy-faq-program.wasm", wasm_name),
        ("glue-digest", glue_digest),
        ("wasm-digest", wasm_digest),
    ];
    for (placeholder, name) in holes {
        if !loader.contains(placeholder) {
            return Err(Trouble::lacks(&path, placeholder));
        }
        loader = loader.replace(placeholder, &name);
    }
    write(&path, minify::script(loader, small))?;
    Ok([early, link])
}

/// Writes the texts that the program fetches when it needs them; gives their files and digests by name, as JavaScript.
fn write_texts(staging: &Path) -> Result<String, Trouble> {
    languages::TEXTS.iter().map(|(name, text)| write_file(staging, name, "json", text.as_bytes())).collect()
}

fn write_file(staging: &Path, name: &str, kind: &str, content: &[u8]) -> Result<String, Trouble> {
    write_named(staging, name, &format!("remedy-faq-{name}-{}.{kind}", digest(&[content])), content)
}

fn write_named(staging: &Path, name: &str, file: &str, content: &[u8]) -> Result<String, Trouble> {
    write(&staging.join(file), content)?;
    Ok(format!("\"{name}\": [new URL(\"./{file}\", import.meta.url), \"{}\"], ", integrity(content)))
}

/// The program's side in JavaScript where the program is whole.
pub fn whole(home: &str) -> Result<String, Trouble> {
    let lacks = || Trouble::lacks(Path::new("static/home.js"), "// <more> … // </more>");
    between(home, "// <more>", "// </more>", "more: (then) => then(), whole: true,").ok_or_else(lacks)
}

/// The program's side in JavaScript where the program is in parts, and what of it comes with the second.
fn parted(home: &str) -> Result<(String, &str), Trouble> {
    let lacks = || Trouble::lacks(Path::new("static/home.js"), "// <later> … // </later>");
    let (before, rest) = home.split_once("// <later>").ok_or_else(lacks)?;
    let (later, after) = rest.split_once("// </later>").ok_or_else(lacks)?;
    Ok(([before, "__proto__: extra,", after].concat(), later))
}

/// Writes down the `integrity` of the scripts that a page may name, a line each.
pub fn write_integrity(staging: &Path) -> Result<(), Trouble> {
    let mut lines = String::new();
    for name in ["remedy-faq.js", "remedy-faq-single.js"] {
        lines += &format!("{name} {}\n", integrity(&read_bytes(&staging.join(name))?));
    }
    write(&staging.join("integrity.txt"), lines)
}

/// A digest as `integrity` attributes have it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(bytes)))
}

/// The first 64 bits of the SHA-256 over several pieces, in hexadecimal.
pub fn digest(pieces: &[&[u8]]) -> String {
    let mut sha = Sha256::new();
    pieces.iter().for_each(|piece| sha.update(piece));
    sha.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A text as a JavaScript string.
pub fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
