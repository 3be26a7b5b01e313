//! The widget's own words in every language: complete, with the same holes, and over them the document's own.

use std::collections::BTreeSet;
use std::rc::Rc;

use remedy_faq::bundle::languages::{TEXTS, text, wording};
use remedy_faq::bundle::locale;
use remedy_faq::bundle::prerender::fallback;
use remedy_faq::core::content::Document;
use remedy_faq::core::date::Date;
use remedy_faq::core::words::{BUNDLED, LANGUAGES, Word, Wording, pick};
use remedy_faq::ui::widget::Options;
use serde_json::{Map, Value};

use super::content::minimal;

/// The plural forms that a language may have, and English has not.
const FORMS: [&str; 4] = ["matches.zero", "matches.two", "matches.few", "matches.many"];
/// What each language has of them, by the CLDR's plural rules. A browser test asks the browsers the same.
const PLURALS: [(&str, &[&str]); 3] = [("ar", &FORMS), ("de", &[]), ("es", &["matches.many"])];

fn words(language: &str) -> Map<String, Value> {
    serde_json::from_str(text(&format!("words-{language}"))).expect("the build read it")
}

fn holes(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_language_has_every_word_with_the_same_holes() {
    let english = Wording::default();
    for (language, forms) in PLURALS {
        let words = words(language);
        let wanted = Word::NAMES.iter().copied().filter(|name| !FORMS.contains(name) || forms.contains(name));
        assert_eq!(words.keys().map(String::as_str).collect::<BTreeSet<_>>(), wanted.collect(), "{language}");
        for (name, text) in &words {
            let (text, word) = (text.as_str().expect("words are strings"), Word::by_name(name).expect("the name is known"));
            assert!(!text.trim().is_empty(), "{language}: {name} is empty");
            let is_said = text.chars().any(char::is_alphabetic);
            assert!(!is_said || text != english.get(word), "{language}: {name} is English");
            // Arabic says one and two without a numeral.
            if !(language == "ar" && ["matches.zero", "matches.one", "matches.two"].contains(&&**name)) {
                assert_eq!(holes(text), holes(english.get(word)), "{language}: {name}");
            }
        }
    }
}

#[test]
fn words_that_quote_a_button_quote_it_as_it_is() {
    for language in LANGUAGES {
        let wording = wording_in(language);
        let quoted = wording.get(Word::RestoreNotJson);
        assert!(quoted.contains(wording.get(Word::Backup)), "{language}: {quoted}");
    }
}

#[test]
fn every_language_and_bundled_document_has_its_text() {
    for language in LANGUAGES.iter().filter(|language| **language != "en") {
        assert!(TEXTS.iter().any(|(name, _)| *name == format!("words-{language}")), "{language}");
    }
    for language in BUNDLED {
        let document = Document::parse(text(&format!("document-{language}"))).expect("the build read it");
        assert_eq!(&*document.lang, language);
    }
}

#[test]
fn a_language_is_picked_by_its_primary_subtag_and_the_first_that_is_known_wins() {
    assert_eq!(pick(&["es-MX"], &LANGUAGES), Some("es"));
    assert_eq!(pick(&["AR"], &LANGUAGES), Some("ar"));
    assert_eq!(pick(&["de-AT", "es"], &LANGUAGES), Some("de"));
    assert_eq!(pick(&["fr", "es"], &LANGUAGES), Some("es"));
    assert_eq!(pick(&["est", "e", "", "-es"], &LANGUAGES), None);
}

fn wording_in(language: &str) -> Wording {
    wording(&Document::parse(&minimal(serde_json::json!({ "lang": language }))).expect("a valid document"))
}

#[test]
fn a_documents_own_words_come_first_then_its_language_then_english() {
    let own: [(Rc<str>, Rc<str>); 1] = [("search".into(), "Suche hier".into())];
    let wording = Wording::new(Some(r#"{"search": "Suchen", "undo": "Zurück"}"#), &own);
    assert_eq!(wording.get(Word::Search), "Suche hier");
    assert_eq!(wording.get(Word::Undo), "Zurück");
    assert_eq!(wording.get(Word::Cancel), "No, keep it");
}

#[test]
fn a_plural_form_without_words_has_those_of_the_others() {
    let english = Wording::default();
    assert_eq!(english.get(english.matches("one")), "{n} question found");
    assert_eq!(english.get(english.matches("other")), "{n} questions found");
    let own: [(Rc<str>, Rc<str>); 2] = [("matches.one".into(), "eine".into()), ("matches.other".into(), "viele".into())];
    let french = Wording::new(None, &own);
    assert_eq!(french.get(french.matches("one")), "eine");
    assert_eq!(french.get(french.matches("many")), "viele");
    assert_eq!(french.get(french.matches("no such form")), "viele");
    let arabic = wording_in("ar");
    assert_eq!(arabic.get(arabic.matches("two")), "عُثر على سؤالين");
}

#[test]
fn days_are_written_as_their_language_does() {
    let day = Date { year: 2026, month: 3, day: 7 };
    for (lang, date) in
        [("en", "March 7, 2026"), ("de-CH", "7. März 2026"), ("es", "7 de marzo de 2026"), ("ar", "7 مارس 2026"), ("fr", "2026-03-07")]
    {
        assert_eq!(locale::date(lang, day), date, "{lang}");
    }
}

#[test]
fn a_hole_is_filled_where_it_is_one() {
    let filled =
        |words: &str| Wording::new(None, &[("progress".into(), words.into())]).fill(Word::Progress, &[("tried", "2"), ("total", "5")]);
    assert_eq!(filled("{tried} von {total}"), "2 von 5");
    assert_eq!(filled("{more} of {{total}} }, {"), "{more} of {{total}} }, {");
    assert_eq!(filled("von {total} {tried"), "von 5 2");
}

#[test]
fn what_stands_in_a_row_is_parted_by_the_languages_own_comma() {
    let sources = serde_json::json!([{ "title": "كتاب", "accessed": "2026-03-07" }]);
    let page = fallback(&minimal(serde_json::json!({ "lang": "ar", "dir": "rtl", "sources": sources })), Options::default());
    assert!(page.contains("كتاب، قُرئ في 7 مارس 2026"), "{page}");
}

/// Its end would end a form that the host has around it.
#[test]
fn the_fallback_has_no_form() {
    let page = fallback(&minimal(serde_json::json!({})), Options::default());
    assert!(page.contains("rf-search") && !page.contains("<form"), "{page}");
}
