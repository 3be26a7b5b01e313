//! `remedy-faq-offline.html`: the page with the whole program inside, opened by double click, with no request at all.
//!
//! Its script is wasm-bindgen's glue without its exports, then `static/offline.js`, then the loader's class; the wasm
//! stands beside it, packed, as plain text.

use std::io::Write;
use std::path::Path;

use base64ct::{Base64, Encoding};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use super::assets::{HOME, Program};
use super::minify;
use super::page::{CSS, Template};
use super::trouble::{Trouble, read, write};

const START: &str = include_str!("../../static/offline.js");

pub fn write_file(staging: &Path, template: &Template, program: &Program, small: bool) -> Result<(), Trouble> {
    let loader = staging.join("remedy-faq.js");
    let loader = with_start(&read(&loader)?).ok_or_else(|| Trouble::lacks(&loader, "// <load> … // </load>"))?;
    let glue = without_exports(&program.glue).ok_or_else(|| Trouble::lacks(staging, "the glue's exports"))?;
    // esbuild keeps what a module exports, and drops what nothing uses: both are as wanted here.
    let script = minify::script(format!("{glue}\n{HOME}\n{loader}"), small).replace("</script", "<\\/script");
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        sha256(&script),
        sha256(CSS),
    );
    let Template { top, head, body, bottom, .. } = template;
    let page = format!(
        "{top}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{head}<script type=\"module\">{script}</script>{body}\
         <script type=\"text/plain\" id=\"remedy-faq-program\">{}</script>{bottom}",
        Base64::encode_string(&gzip(&program.wasm)),
    );
    write(&staging.join("remedy-faq-offline.html"), page)
}

/// The loader with the single file's way to start the program in the place of its own.
fn with_start(loader: &str) -> Option<String> {
    let (before, rest) = loader.split_once("// <load>")?;
    let (_, after) = rest.split_once("// </load>")?;
    Some([before, START, after].concat())
}

fn without_exports(glue: &str) -> Option<String> {
    let list = "export { initSync, __wbg_init as default };";
    glue.contains(list).then(|| glue.replace(list, "").replace("export function", "function").replace("export class", "class"))
}

fn sha256(text: &str) -> String {
    Base64::encode_string(&Sha256::digest(text))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("writing to memory does not fail")
}
