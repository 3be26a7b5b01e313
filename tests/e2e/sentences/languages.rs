//! The widget speaks the language of its document, or the one that the page asks for.

use fantoccini::key::Key;
use remedy_faq::bundle::languages::text;
use remedy_faq::bundle::locale;
use remedy_faq::core::date::Date;
use remedy_faq::core::words::{LANGUAGES, Word};
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

sentences! {
    a_document_is_shown_in_the_words_of_its_language,
    lang_asks_for_the_bundled_questions_in_another_language,
    a_document_in_another_language_has_the_words_that_lang_asks_for,
    plurals_and_numerals_are_those_of_the_language,
    words_that_cannot_be_fetched_are_said_in_english_and_told,
    without_another_language_nothing_more_is_fetched,
    every_plural_form_of_a_language_has_its_words,
    the_host_writes_days_as_the_browser_does,
    nothing_changes_its_words_when_the_program_arrives,
}

const GERMAN: &str = include_str!("../../../static/content/examples/muskelknoten.de.json");
const ARABIC: &str = include_str!("../../../static/content/examples/muscle-knots.ar.json");

fn opened(stage: &Stage, site: Site, element: &str) -> Page {
    let site = site.page("/host.html", format!("<!doctype html><script type=module src=remedy-faq.js></script>{element}"));
    stage.open(&site.url("/host.html"))
}

fn words(language: &str) -> Value {
    serde_json::from_str(text(&format!("words-{language}"))).expect("the build read it")
}

/// What the widget says, as one text.
fn says(page: &Page) -> String {
    page.eval("return root.textContent", &[]).as_str().unwrap_or_default().to_owned()
}

fn a_document_is_shown_in_the_words_of_its_language(stage: &Stage) {
    let page = opened(stage, stage.site().page("/de.json", GERMAN), "<remedy-faq src=de.json></remedy-faq>");
    page.button("Alle öffnen");
    page.tick("rest");
    page.wait_until("the tick is counted in German", "return root.querySelector('[part=progress]').textContent === '1 von 5 versucht'");
    page.button("Aufzeichnung löschen").click();
    page.button("Ja, löschen").click();
    page.wait_for_status("Ihre Aufzeichnung ist gelöscht.");
    page.search_field().type_text("golf");
    page.wait_for_status("1 Frage gefunden");
    let said = says(&page);
    assert!(said.contains("gelesen am 22. November 2026"), "{said}");
    for english in ["tried", "Open all", "Clear", "Save", "Print", "question"] {
        assert!(!said.contains(english), "'{english}' is in: {said}");
    }
}

fn lang_asks_for_the_bundled_questions_in_another_language(stage: &Stage) {
    let page = opened(stage, stage.site(), "<remedy-faq lang=es-MX></remedy-faq>");
    assert_eq!(page.shown_questions().len(), 15);
    page.button("Abrir todas");
    page.search_field().type_text("masaje");
    page.wait_until("questions are found", "return /preguntas encontradas/.test(root.textContent)");
    page.press(Key::Escape);
    page.tick("rest");
    // And the record is the same in both.
    page.eval("host.removeAttribute('lang')", &[]);
    page.wait_until("the English questions are there", "return /1 of 12 tried/.test(root.textContent)");
    assert!(page.remedy("rest").is_ticked());
}

fn a_document_in_another_language_has_the_words_that_lang_asks_for(stage: &Stage) {
    let document = r#"{"schemaVersion": 1, "id": "x", "lang": "fr", "title": "Nœuds", "strings": {"openAll": "Tout ouvrir"},
        "questions": [{"id": "a", "question": "Pourquoi ?", "answer": [{"p": "Parce que."}]}]}"#;
    let site = stage.site().page("/fr.json", document);
    let page = opened(stage, site, "<remedy-faq src=fr.json lang=de></remedy-faq>");
    page.button("Tout ouvrir");
    page.button("Alle schließen");
}

fn plurals_and_numerals_are_those_of_the_language(stage: &Stage) {
    let page = opened(stage, stage.site().page("/ar.json", ARABIC), "<remedy-faq src=ar.json></remedy-faq>");
    page.tick("rest");
    let digits = "const written = (n) => n.toLocaleString('ar');
        return root.querySelector('[part=progress]').textContent === `جُرّب ${written(1)} من ${written(4)}`";
    page.wait_until("the tick is counted in Arabic", digits);
    // Every word of a question is a query; the words for how many it finds are those of its plural form.
    let queries =
        page.eval("return [...new Set([...root.querySelectorAll('summary')].flatMap((one) => one.textContent.split(/\\s+/)))]", &[]);
    let mut forms = std::collections::BTreeSet::new();
    for query in queries.as_array().into_iter().flatten().filter_map(Value::as_str).filter(|query| query.chars().count() > 2).take(12) {
        page.search_field().type_text(query);
        let found = "const n = root.querySelectorAll('[part=question]:not([hidden])').length;
            const form = n && new Intl.PluralRules('ar').select(n);
            const said = n && args[0][`matches.${form}`].replace('{n}', n.toLocaleString('ar'));
            return n && n < 5 && [...root.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(said))";
        page.wait_until_with(&format!("'{query}' is announced"), found, &[words("ar")]);
        let form = "return new Intl.PluralRules('ar').select(root.querySelectorAll('[part=question]:not([hidden])').length)";
        forms.insert(page.eval(form, &[]).to_string());
        page.press(Key::Escape);
    }
    assert!(forms.len() > 2, "{forms:?}");
}

fn words_that_cannot_be_fetched_are_said_in_english_and_told(stage: &Stage) {
    let site = stage.site().page("/de.json", GERMAN).fault(File::Words, Fault::Missing);
    let page = opened(stage, site, "<remedy-faq src=de.json></remedy-faq>");
    page.button("Open all");
    let events = page.events("remedy-faq-error");
    let message = events[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("words-de: "), "{message}");
    assert!(message.ends_with("; the program's files must all stand in one folder"), "{message}");
    page.browser.complaints();
}

fn without_another_language_nothing_more_is_fetched(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    let texts: Vec<String> = site.requests().into_iter().filter(|path| path.contains("words-") || path.contains("document-es")).collect();
    assert_eq!(texts, [""; 0]);
}

fn every_plural_form_of_a_language_has_its_words(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    for language in LANGUAGES.into_iter().filter(|language| *language != "en") {
        let forms = page.eval("return new Intl.PluralRules(args[0]).resolvedOptions().pluralCategories", &[json!(language)]);
        for form in forms.as_array().expect("a list").iter().filter_map(Value::as_str) {
            let name = format!("matches.{form}");
            assert!(Word::by_name(&name).is_some() && words(language)[&name].is_string(), "{language}: {name}");
        }
    }
}

fn the_host_writes_days_as_the_browser_does(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    // Arabic is written with either kind of digits, as the browser's tables have it. The host takes those that are the
    // same everywhere.
    for lang in ["en", "en-US", "en-CA", "en-GB", "en-AU", "en-IE", "de", "de-AT", "es", "es-MX", "ar-u-nu-latn"] {
        for month in 1..=12 {
            let date = Date { year: 2026, month, day: 3 + month };
            let script = "return new Intl.DateTimeFormat(args[0], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(args[1]))";
            let theirs = page.eval(script, &[json!(lang), json!(date.to_text())]);
            assert_eq!(theirs, json!(locale::date(lang, date)), "{lang}");
        }
    }
}

fn nothing_changes_its_words_when_the_program_arrives(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    // What is there for the visitor's record stands in the live view alone.
    let text = "const words = (root) => [...root.querySelectorAll('[part=urgent], [part=question], [part=progress], footer')].map((one) => one.textContent);
        return [words(host), words(root)]";
    let both = page.eval(text, &[]);
    assert_eq!(both[0], both[1]);
    assert_eq!(both[0].as_array().map(Vec::len), Some(18));
}
