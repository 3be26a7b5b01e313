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
        ("{{lang}}", escape(&document.lang)),
        ("{{dir}}", document.dir.as_str().to_owned()),
        ("{{title}}", escape(&document.title.plain())),
        ("{{description}}", escape(&document.intro.plain())),
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
    let (before, rest) = page.split_once("<script type=\"module\">\nimport init")?;
    let (_, after) = rest.split_once("</script>")?;
    let mut page = [before.trim_end(), after].concat();
    for preload in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        let (before, rest) = page.split_once(preload)?;
        let (_, after) = rest.split_once('>')?;
        page = [before, after].concat();
    }
    Some(page)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
