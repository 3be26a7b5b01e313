//! The page's template, with the document's words, the style and the prerendered view in it.

use std::path::Path;
use std::rc::Rc;

use super::trouble::{Trouble, read, write};
use super::unquote::{unquote, without_end_tags};
use super::{languages, minify, prerender};
use crate::core::content::Document;
use crate::core::words::{Word, Wording};
use crate::ui::widget::{HeadingLevel, Options};

/// The widget's style, which the program needs too; the page's own; and that of the notice on the served page.
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/remedy-faq.css"));
pub const PAGE_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));
const UPDATE_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/update.css"));

/// The heading level of the page's questions; the template's element has the same.
const LEVEL: &str = "3";

/// The page in pieces, between which its kinds put what is their own.
pub struct Template {
    /// Up to the first character set declaration and what follows it at once.
    pub top: String,
    /// The rest of the head.
    pub head: String,
    /// From `</head>` to `</body>`.
    pub body: String,
    pub bottom: String,
    pub style: String,
    pub lang: Rc<str>,
    pub words: Wording,
}

impl Template {
    pub fn read(path: &Path, document: &Document, small: bool) -> Result<Self, Trouble> {
        let (style, page_style) = (minify::style(CSS, small), minify::style(PAGE_CSS, small));
        let options = Options { heading_level: HeadingLevel::parse(LEVEL), fallback: true, ..Options::default() };
        let mut page = without_trunks_loader(&read(path)?).ok_or_else(|| Trouble::lacks(path, "Trunk's own loader"))?;
        for (hole, value) in [
            ("{{lang}}", quote(&document.lang)),
            ("{{dir}}", quote(document.dir.as_str())),
            ("{{title}}", escape(&document.title.plain())),
            ("{{description}}", quote(&document.intro.plain())),
            ("{{style}}", style.clone()),
            ("{{page-style}}", page_style),
            ("{{fallback}}", {
                let fallback = prerender::fallback(options);
                if small { unquote(&without_end_tags(&fallback)) } else { fallback }
            }),
        ] {
            if !page.contains(hole) {
                return Err(Trouble::lacks(path, hole));
            }
            page = page.replacen(hole, &value, 1);
        }
        let charset = page.find("<meta charset").and_then(|from| page[from..].find('>').map(|end| from + end + 1));
        let (top, rest) = page.split_at(charset.ok_or_else(|| Trouble::lacks(path, "<meta charset>"))?);
        let (head, rest) = rest.split_once("</head>").ok_or_else(|| Trouble::lacks(path, "</head>"))?;
        let (body, bottom) = rest.split_once("</body>").ok_or_else(|| Trouble::lacks(path, "</body>"))?;
        Ok(Self {
            top: top.to_owned(),
            head: head.to_owned(),
            body: format!("</head>{body}"),
            bottom: format!("</body>{bottom}"),
            style,
            lang: document.lang.clone(),
            words: languages::wording(document),
        })
    }
}

/// The served page: loads the program by `remedy-faq.js`, and is installed by `page.js`.
pub fn write_index(staging: &Path, template: &Template, small: bool) -> Result<(), Trouble> {
    let Template { top, head, body, bottom, words, .. } = template;
    let style = format!("<style>{}</style>", minify::style(UPDATE_CSS, small));
    let links = "<link rel=\"manifest\" href=\"manifest.webmanifest\"><link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\
        <link rel=\"apple-touch-icon\" href=\"icon-192.png\"><script type=\"module\" src=\"remedy-faq.js\"></script>\
        <script type=\"module\" src=\"page.js\"></script>";
    let update = format!(
        "<div class=\"page-update\" id=\"update\" role=\"status\" hidden><p>{}</p><button type=\"button\">{}</button></div>",
        escape(words.get(Word::NewVersion)),
        escape(words.get(Word::Reload)),
    );
    write(&staging.join("index.html"), [top, head, &style, links, body, &update, bottom].concat())
}

/// The page without the script and the preloads that Trunk adds: `remedy-faq.js` loads the program, when it is wanted.
/// Trunk has no switch for it; an asset of type "worker" has no loader, but then Trunk builds a second, "main" one.
fn without_trunks_loader(page: &str) -> Option<String> {
    let page = without(page, "<script", "</script>", "TrunkApplicationStarted")?;
    let page = without(&page, "<link", ">", "modulepreload")?;
    without(&page, "<link", ">", "as=fetch").or_else(|| without(&page, "<link", ">", "as=\"fetch\""))
}

/// The text without the first piece from `start` to `end` that has `mark` in it.
pub fn without(text: &str, start: &str, end: &str, mark: &str) -> Option<String> {
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
