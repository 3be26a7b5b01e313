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

use super::assets::{HOME, Program, string};
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
    let packed = base85(&lzma(&program.wasm));
    let in_script =
        format!("const css = {};\nconst packed = () => {};\nconst single = async () => null;\n", string(&template.style), string(&packed));
    write(&staging.join("remedy-faq-single.js"), script(staging, program, &in_script, small)?)?;

    let script = script(staging, program, IN_PAGE, small)?.replace("</script", "<\\/script");
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
fn script(staging: &Path, program: &Program, own: &str, small: bool) -> Result<String, Trouble> {
    let loader = staging.join("remedy-faq.js");
    let loader = with_start(&read(&loader)?, START).ok_or_else(|| Trouble::lacks(&loader, "// <load> … // </load>"))?;
    let glue = without_exports(&program.glue).ok_or_else(|| Trouble::lacks(staging, "the glue's exports"))?;
    // esbuild drops what nothing uses, as wanted here.
    Ok(minify::script(format!("{glue}\n{own}\n{HOME}\n{UNPACK}\n{loader}"), small))
}

/// The loader with another way to start the program in the place of its own.
pub fn with_start(loader: &str, start: &str) -> Option<String> {
    let (before, rest) = loader.split_once("// <load>")?;
    let (_, after) = rest.split_once("// </load>")?;
    Some([before, start, after].concat())
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
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).expect("the options are valid");
    writer.write_all(bytes).and_then(|()| writer.finish()).expect("writing to memory does not fail")
}

/// Four bytes as five characters, most significant first: 6 % less than base64. The alphabet is ASCII from "(" to "|" with
/// "~" for "<" , so that nothing in it means anything to HTML. The last group is filled with noughts, so the number of
/// bytes stands in front. `static/offline.js` reads it.
fn base85(bytes: &[u8]) -> String {
    let mut out = format!("{} ", bytes.len());
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four[..group.len()].copy_from_slice(group);
        let value = u32::from_be_bytes(four);
        for place in [52_200_625, 614_125, 7_225, 85, 1] {
            let digit = b'(' + (value / place % 85) as u8;
            out.push(char::from(if digit == b'<' { b'~' } else { digit }));
        }
    }
    out
}
