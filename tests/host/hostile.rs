//! Documents that mean harm, and texts that were never meant as any: shown literally or refused with their path.

use std::fs::{self, File};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

use remedy_faq::bundle::check;
use remedy_faq::bundle::prerender::fallback;
use remedy_faq::core::content::{Block, Document, MAX_BYTES, Span, is_blank, is_invisible};
use remedy_faq::ui::widget::Options;
use serde_json::{Value, json};

use super::check::said;
use super::content::minimal;

/// A second, and what a build without optimisation on a busy machine takes beyond it.
const AT_MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < AT_MOST, "{what} took {:?}", start.elapsed());
    result
}

#[test]
fn depth_is_refused() {
    let open = |piece: &str| piece.repeat(100_000);
    let closed = format!("{}{}", open("["), open("]"));
    for json in [open("["), open("{\"a\":"), closed.clone(), minimal(json!({})).replace("\"Because.\"", &closed)] {
        let said = soon("depth", || said(&json));
        assert!(said.len() == 1 && said[0].contains("too many [ or { inside each other"), "{said:?}");
    }
}

#[test]
fn size_is_refused_unread() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("large.json");
    for content in [" ".repeat(50 << 20), format!("{{\"id\":\"{}\"}}", "x".repeat(50 << 20))] {
        fs::write(&path, &content).expect("there is room");
        let report = soon("50 MB", || check::file(&path, 0).expect("it can be read"));
        let said = report.lines("a.json");
        assert!(said.len() == 1 && said[0].starts_with(&format!("a.json:1:1: {} bytes is more than", content.len())), "{said:?}");
        let faults = soon("50 MB", || Document::parse(&content)).expect_err("it is too large");
        assert_eq!(faults.len(), 1);
    }
    File::create(&path).expect("it is emptied again");
}

#[test]
fn length_is_borne_up_to_the_limit() {
    let long = "x".repeat(1 << 20);
    assert!(soon("1 MB", || said(minimal(json!({"title": long})))).last().is_some_and(|last| last.contains(": valid; ")));
    for changes in [
        json!({"id": format!("{long} ")}),
        json!({"lang": long}),
        json!({(long.as_str()): 1}),
        json!({"clinic": {"name": "C", "url": long}}),
    ] {
        let said = soon("1 MB", || said(minimal(changes)));
        assert!(said.len() == 1 && said[0].len() < 600, "it is told with no more than its beginning");
    }
    let whole = minimal(json!({"intro": "x ".repeat((MAX_BYTES - 1_000) / 2)}));
    assert!(soon("the largest", || said(&whole)).last().is_some_and(|last| last.contains(": valid; ")));
}

#[test]
fn faults_without_end_are_told_in_part() {
    let bad = "é".repeat(100) + " ";
    let questions = vec![json!({"id": bad, "question": "", "answer": []}); 15_000];
    let many = soon("faults", || said(minimal(json!({"questions": questions}))));
    assert!(many.len() == 101 && many[100].contains("there are more faults"), "{}", many.len());
    let twice = format!("{{{}\"id\": 1}}", "\"id\": 1,".repeat(200_000));
    assert!(soon("repeated fields", || said(&twice)).len() < 120);
}

#[test]
fn what_json_can_do_to_other_programs_it_does_not_do_here() {
    for (json, expected) in [
        (minimal(json!({"__proto__": {"title": "x"}})), "a.json:1:2: unknown field \"__proto__\""),
        (minimal(json!({"constructor": 1})), "unknown field \"constructor\""),
        (minimal(json!({"schemaVersion": 99})), "schemaVersion: version 99 is not known"),
        (minimal(json!({"schemaVersion": "1"})), "schemaVersion: version of this kind is not known"),
        (minimal(json!({"schemaVersion": null})), "schemaVersion: version of this kind is not known"),
        (minimal(json!({})).replace("\"Rest\"", "\"\\udc00\\ud800\""), "not JSON: "),
        (minimal(json!({})).replace("\"Rest\"", "\"\\ud83e\""), "not JSON: "),
        (minimal(json!({})).replace("\"Rest\"", "1e999"), "found a number"),
        (minimal(json!({})).replace("\"Rest\"", "NaN"), "not JSON: "),
        ("<!doctype html><title>404 Not Found</title>".to_owned(), "this is a web page (HTML), not JSON"),
        ("null".to_owned(), "a.json:1:1: expected an object, found null"),
        ("\"\"".to_owned(), "a.json:1:1: expected an object, found a string"),
    ] {
        let said = soon(expected, || said(&json));
        assert!(said.iter().any(|line| line.contains(expected)), "{expected} in {said:?}");
    }
}

const NAUGHTY: &[&str] = &[
    // Markup.
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "\"><b>bold</b>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &#60;b&#62;",
    "<!-- a comment --><![CDATA[x]]>",
    "</textarea></title></style></details>",
    "{{constructor.constructor('alert(1)')()}} ${7*7} <%= 7*7 %>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    // Addresses that run something, and their disguises.
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "javascript\u{200b}:alert(1)",
    "jаvascript:alert(1)",
    "ｊavascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "view-source:https://a.example",
    "//evil.example",
    "https:evil.example",
    "https://good.example\u{202e}moc.live//:sptth",
    "https://a.example/ javascript:alert(1)",
    // Direction and what is not seen.
    "\u{202e}txet siht nrut\u{202c}",
    "\u{2066}isolated\u{2069}\u{200f}\u{061c}",
    "\u{2067}never closed",
    "a\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}b",
    "\u{feff}",
    "\u{ad}\u{34f}\u{115f}\u{1160}\u{180e}\u{3164}\u{ffa0}\u{fe00}\u{fe0f}\u{e0000}\u{e0041}\u{e007f}",
    "مرحبا بالعالم",
    "עברית and English, 123",
    // Piles of signs, and large characters.
    "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}\u{34f}\u{334}\u{319}\u{324}\u{31e}A\u{321}\u{357}\u{315}L\u{358}\u{340}G\u{362}O",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳 👍🏿 1️⃣",
    "﷽ ꧅ 𒐫",
    "田中さんにあげて下さい",
    // For programs behind the page.
    "'; DROP TABLE remedies; --",
    "1' OR '1'='1",
    "$(rm -rf ~) `id` | cat /etc/passwd && true",
    "../../../../etc/passwd%00",
    "=cmd|' /C calc'!A0",
    "%s%n%x {0} {tried} {",
    "() { :; }; echo vulnerable",
    "null",
    "undefined",
    "NaN",
    "-1e999",
    "\u{0}\u{7}\u{8}\u{1b}[31mred\u{7f}",
    "\u{85}\u{2028}\u{2029}line",
    "\u{fffe}\u{ffff}\u{10ffff}",
    "C:\\con\\con \\u0022 \\",
    " \t\n ",
    "",
];

/// A document in which every kind of field is there.
pub fn complete() -> Value {
    let json = minimal(json!({
        "intro": "I", "reviewer": "R",
        "sources": [{"title": "S", "url": "https://a.example"}],
        "urgent": {"title": "U", "groups": [{"title": "G", "signs": ["S"], "action": "A"}]},
        "remedies": [{"id": "rest", "label": "L", "detail": "D", "area": "A", "caution": "C"}],
        "questions": [{"id": "why", "question": "Q", "note": "N", "answer": [
            {"p": [{"strong": "S"}, {"link": "https://a.example", "text": "T"}, "P"]}, {"ul": ["U"]}, {"ol": ["O"]}, {"remedies": ["rest"]},
        ]}],
        "clinic": {"name": "C", "phone": "1", "url": "https://a.example"},
        "strings": {"search": "F"},
    }));
    serde_json::from_str(&json).expect("it was just written")
}

type Read = fn(&Document) -> String;

/// Every text field, and how to find in the document what was read from it.
const TEXTS: &[(&str, Read)] = &[
    ("title", |d| d.title.plain()),
    ("intro", |d| d.intro.plain()),
    ("reviewer", |d| d.reviewer.plain()),
    ("sources[0].title", |d| d.sources[0].title.plain()),
    ("urgent.title", |d| d.urgent.as_ref().map(|u| u.title.plain()).unwrap_or_default()),
    ("urgent.groups[0].title", |d| d.urgent.as_ref().map(|u| u.groups[0].title.plain()).unwrap_or_default()),
    ("urgent.groups[0].signs[0]", |d| d.urgent.as_ref().map(|u| u.groups[0].signs[0].plain()).unwrap_or_default()),
    ("urgent.groups[0].action", |d| d.urgent.as_ref().map(|u| u.groups[0].action.plain()).unwrap_or_default()),
    ("remedies[0].label", |d| d.remedies[0].label.plain()),
    ("remedies[0].detail", |d| d.remedies[0].detail.plain()),
    ("remedies[0].area", |d| d.remedies[0].area.plain()),
    ("remedies[0].caution", |d| d.remedies[0].caution.plain()),
    ("questions[0].question", |d| d.questions[0].question.plain()),
    ("questions[0].note", |d| d.questions[0].note.plain()),
    ("questions[0].answer[0].p[0].strong", |d| span(d, 0)),
    ("questions[0].answer[0].p[1].text", |d| span(d, 1)),
    ("questions[0].answer[0].p[2]", |d| span(d, 2)),
    ("questions[0].answer[1].ul[0]", |d| item(d, 1)),
    ("questions[0].answer[2].ol[0]", |d| item(d, 2)),
    ("clinic.name", |d| d.clinic.as_ref().map(|c| c.name.plain()).unwrap_or_default()),
    ("clinic.phone", |d| d.clinic.as_ref().and_then(|c| c.phone.as_ref()).map(Rc::to_string).unwrap_or_default()),
    ("strings.search", |d| d.strings[0].1.to_string()),
];

fn span(document: &Document, at: usize) -> String {
    let Block::Paragraph(text) = &document.questions[0].answer[0] else { return String::new() };
    text.0.get(at).map(Span::words).unwrap_or_default().to_owned()
}

fn item(document: &Document, at: usize) -> String {
    match &document.questions[0].answer[at] {
        Block::Bullets(items) | Block::Steps(items) => items[0].plain(),
        _ => String::new(),
    }
}

/// The complete document with something else at a path.
pub fn with(path: &str, text: &str) -> String {
    let mut document = complete();
    let pointer: String = path.replace('[', ".").replace(']', "").split('.').map(|step| format!("/{step}")).collect();
    *document.pointer_mut(&pointer).expect("the path is one of the complete document") = text.into();
    document.to_string()
}

#[test]
fn texts_come_back_as_they_were_written_or_are_refused_by_path() {
    for (path, read) in TEXTS {
        for naughty in NAUGHTY {
            match soon("parsing", || Document::parse(&with(path, naughty))) {
                Ok(document) => assert_eq!(read(&document), *naughty, "{path}"),
                Err(faults) => {
                    assert!(is_blank(naughty), "{path}: {naughty:?}: {faults:?}");
                    assert!(faults.len() == 1 && faults[0].path == *path, "{path}: {faults:?}");
                }
            }
        }
    }
}

#[test]
fn links_lead_to_web_mail_and_telephone_and_nowhere_else() {
    for path in ["sources[0].url", "clinic.url", "questions[0].answer[0].p[1].link"] {
        for naughty in NAUGHTY {
            let faults = Document::parse(&with(path, naughty)).expect_err(naughty);
            assert!(faults.len() == 1 && faults[0].path == path, "{naughty:?}: {faults:?}");
            assert!(!naughty.starts_with("https://") || naughty.contains(|c: char| c == ' ' || is_invisible(c)), "it should be taken");
        }
        for good in [
            "https://a.example/?q=<script>#'\"",
            "HTTP://A.EXAMPLE",
            "mailto:a@b.example?subject=%0A",
            "tel:+44-1632-960000",
            "https://مثال.example",
        ] {
            assert!(Document::parse(&with(path, good)).is_ok(), "{good}");
        }
    }
}

#[test]
fn ids_languages_dates_and_directions_are_what_they_are_or_refused() {
    for path in ["id", "lang", "remedies[0].id", "questions[0].id", "questions[0].answer[3].remedies[0]"] {
        for naughty in NAUGHTY {
            let faults = Document::parse(&with(path, naughty)).err().unwrap_or_default();
            let harmless = !naughty.is_empty() && naughty.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            assert!(harmless || faults.iter().any(|fault| fault.path == path), "{path}: {naughty:?}: {faults:?}");
        }
    }
    let mut dated = complete();
    for (name, naughty) in NAUGHTY.iter().flat_map(|naughty| [("dir", naughty), ("reviewed", naughty)]) {
        dated[name] = (*naughty).into();
        let faults = Document::parse(&dated.to_string()).expect_err(naughty);
        assert!(faults.iter().any(|fault| fault.path == name), "{name}: {naughty:?}");
    }
}

#[test]
fn a_scheme_in_other_letters_is_refused() {
    for address in ["абв:x", "aaaé:x", "日本:x", "🦵:x", "httр://a", "ｈttp://a"] {
        let faults = Document::parse(&with("clinic.url", address)).expect_err(address);
        assert_eq!(faults[0].path, "clinic.url", "{address}");
    }
}

#[test]
fn an_id_may_be_any_word_that_the_widget_has_for_a_place_of_its_own() {
    let words = ["top", "search", "questions", "remedies", "urgent"];
    let remedy = |id: &&str| json!({ "id": id, "label": "L", "caution": "C" });
    let document = minimal(json!({
        "remedies": words.iter().map(remedy).collect::<Vec<_>>(),
        "urgent": { "title": "T", "groups": [{ "title": "G", "signs": ["S"], "action": "A" }] },
        "questions": [{ "id": "q", "question": "Q", "answer": [{ "p": "P" }, { "remedies": words }] }],
    }));
    let html = fallback(&document, Options::default());
    let named = |attribute: &str| -> Vec<&str> {
        html.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
    };
    let mut ids = named("id");
    for id in named("aria-describedby").iter().chain(&named("aria-labelledby")).flat_map(|ids| ids.split(' ')) {
        assert!(ids.contains(&id), "{id}");
    }
    assert!(ids.len() > 2 * words.len(), "{ids:?}");
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
}
