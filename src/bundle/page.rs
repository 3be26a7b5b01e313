//! `index.html`: the template with the document's words, the style and the prerendered view in it.

use std::path::Path;

use super::prerender;
use super::trouble::{Trouble, read, write};
use crate::core::content::Document;
use crate::ui::widget::{HeadingLevel, Options};

const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/remedy-faq.css"));

/// The heading level of the page's questions; the template's element has the same.
const LEVEL: &str = "3";

pub fn complete(staging: &Path, document: &Document) -> Result<(), Trouble> {
    let path = staging.join("index.html");
    let options = Options { heading_level: HeadingLevel::parse(LEVEL), ..Options::default() };
    let mut page = without_trunks_loader(&read(&path)?).ok_or_else(|| Trouble::lacks(&path, "Trunk's own loader"))?;
    for (hole, value) in [
        ("{{lang}}", quote(&document.lang)),
        ("{{dir}}", quote(document.dir.as_str())),
        ("{{title}}", escape(&document.title.plain())),
        ("{{description}}", quote(&document.intro.plain())),
        ("{{style}}", CSS.to_owned()),
        ("{{fallback}}", prerender::fallback(options)),
    ] {
        if !page.contains(hole) {
            return Err(Trouble::lacks(&path, hole));
        }
        page = page.replacen(hole, &value, 1);
    }
    write(&path, page)
}

/// The page without the script and the preloads that Trunk adds: `remedy-faq.js` loads the program, when it is wanted.
/// Trunk has no switch for it; an asset of type "worker" has no loader, but then Trunk builds a second, "main" one.
fn without_trunks_loader(page: &str) -> Option<String> {
    let page = without(page, "<script", "</script>", "TrunkApplicationStarted")?;
    let page = without(&page, "<link", ">", "modulepreload")?;
    without(&page, "<link", ">", "as=fetch").or_else(|| without(&page, "<link", ">", "as=\"fetch\""))
}

/// The text without the first piece from `start` to `end` that has `mark` in it.
fn without(text: &str, start: &str, end: &str, mark: &str) -> Option<String> {
    for (from, _) in text.match_indices(start) {
        let to = from + text[from..].find(end)? + end.len();
        if text[from..to].contains(mark) {
            return Some([&text[..from], &text[to..]].concat());
        }
    }
    None
}

fn quote(value: &str) -> String {
    format!("\"{}\"", escape(value))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
