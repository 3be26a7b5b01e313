//! The page's template, with the document's words, the style and the prerendered view in it: for the build, which shows
//! the bundled document, and for a clinic's own (`bundle page`).

use std::ops::Range;
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

/// A page of up to so many bytes weighs no more on the wire than the program, and asks for it early. In a larger one the visitor would
/// wait for the program instead of the questions.
const EARLY: usize = 600_000;

/// The template as it stands in the checkout, for pages that Trunk has no part in.
const TEMPLATE: &str = include_str!("../../index.html");

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
    /// The bundled document's, from what Trunk has made of the template.
    pub fn read(path: &Path, document: &Document, small: bool) -> Result<Self, Trouble> {
        let page = without_trunks_loader(&read(path)?).ok_or_else(|| Trouble::lacks(path, "Trunk's own loader"))?;
        Self::fill(page, path, document, languages::text("document-en"), small)
    }

    /// `json` is the document once more, as text; `path` is where the page came from.
    fn fill(mut page: String, path: &Path, document: &Document, json: &str, small: bool) -> Result<Self, Trouble> {
        let (style, page_style) = (minify::style(CSS, small), minify::style(PAGE_CSS, small));
        let options = Options { heading_level: HeadingLevel::parse(LEVEL), ..Options::default() };
        for (hole, value) in [
            ("{{lang}}", quote(&document.lang)),
            ("{{dir}}", quote(document.dir.as_str())),
            ("{{title}}", escape(&document.title.plain())),
            ("{{description}}", quote(&document.intro.plain())),
            ("{{style}}", style.clone()),
            ("{{page-style}}", page_style),
            ("{{fallback}}", {
                let fallback = prerender::fallback(json, options);
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

/// The served page: loads the program by `remedy-faq.js`, its files under way by `early`; is installed by `page.js`.
pub fn write_index(staging: &Path, template: &Template, [early, glue]: &[String; 2], small: bool) -> Result<(), Trouble> {
    let Template { top, head, body, bottom, words, .. } = template;
    // In the page's own style: each further style sheet takes a slow phone a few milliseconds before it paints.
    let (head, page) = head.split_once("<style>").ok_or_else(|| Trouble::lacks(Path::new("index.html"), "<style>"))?;
    let update_style = minify::style(UPDATE_CSS, small);
    let links = "<link rel=\"manifest\" href=\"manifest.webmanifest\"><link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\
        <link rel=\"apple-touch-icon\" href=\"icon-192.png\">";
    // Last, so that the program, which is what takes longest, is the first to be asked for on the connection that is there.
    let scripts =
        "<script type=\"module\" src=\"remedy-faq.js\"></script><script type=\"module\" src=\"page.js\" fetchpriority=\"low\"></script>";
    let update = format!(
        "<div class=\"page-update\" id=\"update\" role=\"status\" hidden><p>{}</p><button type=\"button\">{}</button></div>",
        escape(words.get(Word::NewVersion)),
        escape(words.get(Word::Reload)),
    );
    write(
        &staging.join("index.html"),
        [top, early, head, "<style>", &update_style, page, links, body, &update, glue, scripts, bottom].concat(),
    )
}

/// The served page of a document of the clinic's own, to be put beside the build's files. The document stands inside the
/// element, so that page and program show the same. It is not installed: the service worker knows the build's own page.
/// `early` is what asks for the program early ([`early`]), where it is known which build it will stand beside.
///
/// # Errors
/// The document's faults, a line each.
pub fn of_document(json: &str, early: [&str; 2], small: bool) -> Result<String, String> {
    let document = Document::parse(json).map_err(|faults| faults.iter().map(|fault| format!("{fault}\n")).collect::<String>())?;
    let page = without_trunks_assets(TEMPLATE);
    let template = Template::fill(page, Path::new("index.html"), &document, json, small).map_err(|trouble| trouble.to_string())?;
    let Template { top, head, body, bottom, .. } = template;
    // Whatever is in the document, it cannot end the script.
    let inline = format!("<script type=\"application/json\">{}</script></remedy-faq>", json.trim().replace('<', "\\u003c"));
    let loader = "<script type=\"module\" src=\"remedy-faq.js\"></script>";
    // The last, because the view has no such element in it.
    let (fallback, rest) = body.rsplit_once("</remedy-faq>").ok_or("the template has no <remedy-faq>")?;
    let rest = [fallback, &inline, rest, &bottom].concat();
    let [ask, link] = if rest.len() > EARLY { [""; 2] } else { early };
    Ok([&top, ask, &head, link, loader, &rest].concat())
}

/// What in the build's own page asks for the program early: for the wasm, and for the glue.
pub fn early(index: &str) -> Option<[&str; 2]> {
    let [ask, link] = [piece(index, "<script", "</script>", "remedyFaqAsked")?, piece(index, "<link", ">", "modulepreload")?];
    Some([&index[ask], &index[link]])
}

/// The template without its comment and what it tells Trunk.
fn without_trunks_assets(template: &str) -> String {
    let mut page = without(template, "<!--", "-->", "").unwrap_or_default();
    while let Some(fewer) = without(&page, "<link data-trunk", "/>", "") {
        page = fewer;
    }
    page
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
    let Range { start: from, end: to } = piece(text, start, end, mark)?;
    Some([&text[..from], &text[to..]].concat())
}

/// Where the first such piece stands.
fn piece(text: &str, start: &str, end: &str, mark: &str) -> Option<Range<usize>> {
    for (from, _) in text.match_indices(start) {
        let to = from + text[from..].find(end)? + end.len();
        if text[from..to].contains(mark) {
            return Some(from..to);
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

#[cfg(test)]
mod tests {
    use super::{early, of_document};
    use crate::core::content::Document;

    const DOCUMENT: &str = r#"{"schemaVersion": 1, "id": "knees", "lang": "es", "title": "Rodillas",
        "questions": [{"id": "why", "question": "¿Por qué?", "answer": [{"p": "</script><!-- & <b>"}]}]}"#;

    #[test]
    fn a_documents_own_page_has_its_words_and_the_document_itself() {
        let page = of_document(DOCUMENT, [""; 2], false).expect("the document has no faults");
        assert!(page.contains("<html lang=\"es\"") && page.contains("<title>Rodillas</title>") && page.contains("¿Por qué?</h3>"));
        assert!(page.contains("src=\"remedy-faq.js\"") && !page.contains("data-trunk") && !page.contains("{{"));
        let (_, inline) = page.split_once("<script type=\"application/json\">").expect("the document stands inside");
        let (inline, rest) = inline.split_once("</script>").expect("the script ends");
        assert!(rest.starts_with("</remedy-faq>"));
        assert_eq!(Document::parse(inline), Document::parse(DOCUMENT));
    }

    #[test]
    fn beside_a_build_it_asks_for_its_program_early() {
        let (ask, link) = ("<script>(remedyFaqAsked={name:\"a.wasm\"})</script>", "<link rel=modulepreload href=a.js>");
        let index = ["<!doctype html><script>1</script>", ask, "<link rel=icon href=a.svg>", link].concat();
        assert_eq!(early(&index), Some([ask, link]));
        assert_eq!(early("<!doctype html><link rel=modulepreload>"), None, "no page of the build");
        let page = of_document(DOCUMENT, [ask, link], false).expect("the document has no faults");
        assert!(page.split_once("<title>").is_some_and(|(top, _)| top.contains(ask)), "{page}");
        assert!(page.contains(&[link, "<script type=\"module\" src=\"remedy-faq.js\">"].concat()), "{page}");
    }

    #[test]
    fn a_page_heavier_than_the_program_does_not_ask_for_it_early() {
        let asks = |length| {
            let long = DOCUMENT.replace("& <b>", &"a ".repeat(length));
            of_document(&long, ["<script>remedyFaqAsked</script>", ""], false)
                .expect("the document has no faults")
                .contains("remedyFaqAsked")
        };
        assert_eq!([10_000, 200_000].map(asks), [true, false]);
    }

    #[test]
    fn a_faulty_document_has_no_page() {
        let faults = of_document(&DOCUMENT.replace("\"title\"", "\"titel\""), [""; 2], false).expect_err("the document is faulty");
        assert!(faults.contains("titel"), "{faults}");
    }
}
