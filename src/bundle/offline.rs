//! `remedy-faq-offline.html`: the page with the whole program inside, opened by double click, with no request at all; and
//! `remedy-faq-single.js`: the same for hosts that let a page fetch nothing.
//!
//! Its script is wasm-bindgen's glue without its exports, then `static/offline.js`, then the loader's class; the wasm
//! stands beside it, packed, as plain text.

use std::io::Write;
use std::path::Path;

use base64ct::{Base64, Encoding};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256};

use super::assets::{HOME, Program, string, whole};
use super::languages;
use super::minify;
use super::page::{Template, without};
use super::trouble::{Trouble, read, write};

const START: &str = include_str!("../../static/offline.js");
const UNPACK: &str = include_str!("../../static/unpack.js");

/// In the page, the program and the style stand in elements of their own. The page is cloned before anything changes it,
/// for "save a copy" to give again.
const IN_PAGE: &str = r#"
const css = document.getElementById("remedy-faq-style").textContent;
const packed = () => document.getElementById("remedy-faq-program").textContent;
const pristine = document.documentElement.cloneNode(true);
const single = async () => `<!doctype html>${pristine.outerHTML}`;
"#;

pub fn write_files(staging: &Path, template: &Template, program: &Program, small: bool) -> Result<(), Trouble> {
    let packed = base91(&lzma(&with_texts(&program.wasm, |_| true)));
    let in_script =
        format!("const css = {};\nconst packed = () => {};\nconst single = async () => null;\n", string(&template.style), string(&packed));
    let home = whole(HOME)?;
    write(&staging.join("remedy-faq-single.js"), script(staging, program, &in_script, &home, small)?)?;

    // The file shows one document, in one language.
    let texts = ["document-en".to_owned(), format!("words-{}", template.lang)];
    let packed = base91(&lzma(&with_texts(&program.wasm, |name| texts.iter().any(|text| text == name))));
    let script = script(staging, program, IN_PAGE, &without_fetch(&home)?, small)?.replace("</script", "<\\/script");
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src {}; base-uri 'none'; form-action 'none'",
        sha256(&script),
        styles(&template.head).iter().map(|style| format!("'sha256-{}'", sha256(style))).collect::<Vec<_>>().join(" "),
    );
    let Template { top, head, body, bottom, .. } = template;
    // For search engines, which never see a file.
    let head = without(head, "<meta", ">", "description").unwrap_or_else(|| head.clone());
    let page = format!(
        "{top}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{head}<script type=\"module\">{script}</script>{body}\
         <script type=\"text/plain\" id=\"remedy-faq-program\">{packed}</script>{bottom}",
    );
    write(&staging.join("remedy-faq-offline.html"), page)
}

/// Everything in one script; `own` says where the program and the style are.
fn script(staging: &Path, program: &Program, own: &str, home: &str, small: bool) -> Result<String, Trouble> {
    let loader = staging.join("remedy-faq.js");
    let loader =
        between(&read(&loader)?, "// <load>", "// </load>", START).ok_or_else(|| Trouble::lacks(&loader, "// <load> … // </load>"))?;
    let glue = without_exports(&program.glue).ok_or_else(|| Trouble::lacks(staging, "the glue's exports"))?;
    let loader = loader.replacen("PROGRAM_SIZE = 0", &format!("PROGRAM_SIZE = {}", program.wasm.len()), 1);
    // esbuild drops what nothing uses, as wanted here.
    Ok(minify::script(format!("{glue}\n{own}\n{home}\n{UNPACK}\n{loader}"), small))
}

/// A file can fetch nothing, so it does without the way to.
fn without_fetch(home: &str) -> Result<String, Trouble> {
    const CANNOT: &str = "fetch: (address, most, then) => then(null, \"a file can fetch nothing\"),";
    between(home, "// <fetch>", "// </fetch>", CANNOT)
        .ok_or_else(|| Trouble::lacks(Path::new("static/home.js"), "// <fetch> … // </fetch>"))
}

/// The text with something else in the place of what stands from one mark to another.
pub fn between(text: &str, start: &str, end: &str, other: &str) -> Option<String> {
    let (before, rest) = text.split_once(start)?;
    let (_, after) = rest.split_once(end)?;
    Some([before, other, after].concat())
}

/// The program, and after it the texts that it may ask for, by name, as JSON.
fn with_texts(wasm: &[u8], wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let texts: serde_json::Map<_, _> =
        languages::TEXTS.iter().filter(|(name, _)| wanted(name)).map(|(name, text)| ((*name).to_owned(), (*text).into())).collect();
    [wasm, serde_json::Value::Object(texts).to_string().as_bytes()].concat()
}

fn without_exports(glue: &str) -> Option<String> {
    let list = "export { initSync, __wbg_init as default };";
    glue.contains(list).then(|| glue.replace(list, "").replace("export function", "function").replace("export class", "class"))
}

/// The texts of a page's style elements.
fn styles(html: &str) -> Vec<&str> {
    html.split("<style").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</style>")).map(|(style, _)| style).collect()
}

fn sha256(text: &str) -> String {
    Base64::encode_string(&Sha256::digest(text))
}

/// LZMA with its 13 bytes of header, which `static/unpack.js` reads. Places of wasm have no alignment to speak of.
fn lzma(bytes: &[u8]) -> Vec<u8> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    // As long as it takes: once a build.
    (options.nice_len, options.depth_limit) = (273, 1000);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).expect("the options are valid");
    writer.write_all(bytes).and_then(|()| writer.finish()).expect("writing to memory does not fail")
}

/// Thirteen bits as two characters of 91, highest first: 8 % less than base64. The alphabet is ASCII from "!" to "~" without
/// what means something to HTML or to a JavaScript string. The last group is filled with noughts, so the number of bytes
/// stands in front. `static/offline.js` reads it.
fn base91(bytes: &[u8]) -> String {
    let alphabet: Vec<char> = ('!'..='~').filter(|c| !['"', '<', '\\'].contains(c)).collect();
    let mut out = format!("{} ", bytes.len());
    let (mut bits, mut count) = (0u32, 0);
    // Two bytes more than there are push the last bits out.
    for byte in bytes.iter().chain(&[0, 0]) {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        if count >= 13 {
            count -= 13;
            let value = (bits >> count & 0x1fff) as usize;
            out.extend([alphabet[value / 91], alphabet[value % 91]]);
        }
    }
    out
}
