//! The copy of the single file with the record inside: kept, moved to another browser, gone on in, and read without scripts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::engine::Options;
use super::super::page::Page;
use super::super::stage::{Stage, sentences};
use super::file::{NOTE, OWN, RECORD, file_text, open, open_copy, put, search_for, seen};

sentences! {
    a_saved_copy_shows_its_record_in_another_browser,
    a_saved_copy_has_its_boxes_ticked_without_javascript,
    a_saved_copy_has_its_outcomes_and_notes_without_javascript,
    a_saved_copy_shows_no_control_that_does_nothing_without_javascript,
    opening_a_saved_copy_stores_nothing,
    a_saved_copy_goes_on_and_saved_again_loses_and_doubles_nothing,
    a_saved_copy_of_an_empty_record_has_none_inside,
    a_saved_copy_has_nothing_inside_of_what_was_only_looked_at,
    a_saved_copy_has_the_clinics_own_document_inside,
    cleared_in_a_saved_copy_the_record_is_said_to_be_in_its_file,
}

pub fn ids(record: &BTreeMap<String, Value>) -> Vec<&str> {
    record.keys().map(String::as_str).collect()
}

pub fn save_copy(stage: &Stage, page: &Page, folder: &str) -> Copy {
    let downloads = stage.folder(folder);
    if page.browser.engine().speaks_cdp {
        let there = json!({ "behavior": "allow", "downloadPath": downloads });
        page.browser.cdp("Browser.setDownloadBehavior", there);
    } else {
        page.browser.eval(
            "URL.createObjectURL = (blob) => { window.__saved = { blob }; return 'blob:null/e2e' };
            URL.revokeObjectURL = () => {};
            HTMLAnchorElement.prototype.click = function () { window.__saved.name = this.download }",
            &[],
        );
    }
    page.button("Save a copy with my record").click();
    page.wait_for_status("A copy of this page with your record is in your downloads.");
    if page.browser.engine().speaks_cdp {
        let path = downloaded(page, &downloads);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Copy { name, text: fs::read_to_string(path).expect("it is text") };
    }
    let read = "const done = arguments[0];
        const { blob, name } = window.__saved;
        blob.text().then((text) => done({ name, text, type: blob.type }))";
    let saved = page.browser.eval_later("read what was saved", read, &[]);
    assert_eq!(saved["type"], "text/html");
    let text = |key: &str| saved[key].as_str().unwrap_or_default().to_owned();
    Copy { name: text("name"), text: text("text") }
}

fn downloaded(page: &Page, folder: &Path) -> PathBuf {
    let start = Instant::now();
    loop {
        let files: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
        if let [file] = &files[..]
            && file.extension().is_some_and(|extension| extension == "html")
        {
            return file.clone();
        }
        assert!(start.elapsed() < Duration::from_secs(10), "waited 10 s in vain for the download; last saw: {files:?}");
        page.browser.painted();
    }
}

fn fill(page: &Page) {
    page.tick("rest");
    page.tick("low-heat");
    page.tick("stretch");
    page.tick("stretch");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text(NOTE);
    page.find("[part=appointment] > summary").click();
    page.find("textarea[name=own-questions]").type_text("May I swim?");
}

fn assert_filled(page: &Page) {
    assert_eq!(page.counter(), "2 of 12 tried");
    assert!(page.remedy("rest").is_ticked() && page.remedy("low-heat").is_ticked() && !page.remedy("stretch").is_ticked());
    assert!(page.find("input[name=outcome-rest][value=helped]").is_ticked());
    assert_eq!(page.find("textarea[name=note-rest]").value(), NOTE);
    assert_eq!(page.find("textarea[name=own-questions]").value(), "May I swim?");
}

fn filled_copy(stage: &Stage, folder: &str) -> Copy {
    let page = open(stage, &format!("{folder}-first"));
    fill(&page);
    save_copy(stage, &page, &format!("{folder}-saved"))
}

fn a_saved_copy_shows_its_record_in_another_browser(stage: &Stage) {
    let copy = filled_copy(stage, "file-copy");
    assert!(copy.name.ends_with(".html") && copy.name.contains("muscle-knots"), "'{}'", copy.name);
    assert!(copy.text.len() < file_text().len() + 8192, "it has {} bytes", copy.text.len());
    assert!(copy.record().contains_key("rest") && copy.record().contains_key("low-heat"));
    let page = open_copy(stage, "file-copy-opened", &copy.text);
    assert_filled(&page);
    page.toggle("big-knot-upper-back");
    assert!(page.find("#big-knot-upper-back input[value=rest]").is_ticked(), "in the answer too");
}

fn a_saved_copy_has_its_boxes_ticked_without_javascript(stage: &Stage) {
    let copy = filled_copy(stage, "file-plain-copy");
    let address = put(stage, "file-plain-copy-opened", "copy.html", &copy.text);
    let page = stage.visit(&address, Options { javascript: false, ..OWN });
    assert_eq!(page.eval("return host.shadowRoot", &[]), Value::Null, "the program ran");
    assert_eq!(page.counter(), "2 of 12 tried");
    let ticked =
        "return [...root.querySelectorAll('input[name=remedy]:not(details *)')].filter((one) => one.checked).map((one) => one.value)";
    assert_eq!(page.eval(ticked, &[]), json!(["rest", "low-heat"]));
    assert_eq!(page.eval("return root.querySelector('#big-knot-upper-back input[value=rest]').checked", &[]), true);
    assert_eq!(page.shown_questions().len(), 15);
    assert!(page.open_questions().is_empty());
    assert!(page.find("[part=urgent]").is_shown());
}

fn a_saved_copy_has_its_outcomes_and_notes_without_javascript(stage: &Stage) {
    let copy = filled_copy(stage, "file-plain-notes");
    let address = put(stage, "file-plain-notes-opened", "copy.html", &copy.text);
    let page = stage.visit(&address, Options { javascript: false, ..OWN });
    assert_eq!(page.eval("return root.querySelector('input[name=outcome-rest][value=helped]').checked", &[]), true, "the outcome");
    assert_eq!(page.eval("return root.querySelector('textarea[name=note-rest]').value", &[]), NOTE, "the note");
}

fn a_saved_copy_shows_no_control_that_does_nothing_without_javascript(stage: &Stage) {
    let copy = filled_copy(stage, "file-plain-controls");
    let address = put(stage, "file-plain-controls-opened", "copy.html", &copy.text);
    let page = stage.visit(&address, Options { javascript: false, ..OWN });
    let shown: Vec<String> = page.all("input[type=search], button").iter().map(|one| one.text()).filter(|text| !text.is_empty()).collect();
    assert!(shown.is_empty(), "shown, and do nothing: {shown:?}");
    let fields = "return [...root.querySelectorAll('textarea, input[type=radio]')].map((one) => one.readOnly || one.disabled)";
    let fields = page.eval(fields, &[]);
    assert!(fields.as_array().is_some_and(|fields| fields.len() > 6 && fields.iter().all(|one| one == true)), "{fields}");
}

fn opening_a_saved_copy_stores_nothing(stage: &Stage) {
    let copy = filled_copy(stage, "file-quiet");
    let page = open_copy(stage, "file-quiet-opened", &copy.text);
    assert_eq!(page.counter(), "2 of 12 tried");
    page.toggle("pop");
    search_for(&page, "crunching");
    assert!(page.storage().is_empty(), "stored: {:?}", page.storage());
    assert_eq!(page.browser.eval("return sessionStorage.length", &[]), 0);
    page.reload();
    assert_filled(&page);
    assert!(page.storage().is_empty(), "stored: {:?}", page.storage());
}

fn a_saved_copy_goes_on_and_saved_again_loses_and_doubles_nothing(stage: &Stage) {
    let first = filled_copy(stage, "file-again");
    let page = open_copy(stage, "file-again-opened", &first.text);
    let same = save_copy(stage, &page, "file-again-same");
    assert_eq!(same.records(), first.records(), "nothing was changed");
    let difference = same.text.len().abs_diff(first.text.len());
    assert!(difference < 64, "the same record has grown by {difference} bytes");
    page.tick("exercise");
    assert_eq!(page.counter(), "3 of 12 tried");
    page.reload();
    assert_eq!(page.counter(), "3 of 12 tried", "it goes on where it was");
    page.tick("low-heat");
    let second = save_copy(stage, &page, "file-again-second");
    let (before, after) = (first.record(), second.record());
    assert_eq!(after["rest"], before["rest"], "what was not touched is what it was");
    assert!(after.contains_key("exercise"));
    let page = open_copy(stage, "file-again-third", &second.text);
    assert_eq!(page.counter(), "2 of 12 tried");
    assert!(page.remedy("rest").is_ticked() && page.remedy("exercise").is_ticked() && !page.remedy("low-heat").is_ticked());
    assert_eq!(page.find("textarea[name=note-rest]").value(), NOTE);
    let third = save_copy(stage, &page, "file-again-fourth");
    assert_eq!(third.records(), second.records());
    let difference = third.text.len().abs_diff(second.text.len());
    assert!(difference < 64, "the same record has grown by {difference} bytes");
    for part in ["<remedy-faq-", "<style id=", "id=\"remedy-faq-program\"", "Content-Security-Policy", "part=\"urgent\""] {
        let (is, was) = (third.text.matches(part).count(), first.text.matches(part).count());
        assert_eq!(is, was, "{part}");
    }
}

fn a_saved_copy_of_an_empty_record_has_none_inside(stage: &Stage) {
    let page = open(stage, "file-empty");
    let copy = save_copy(stage, &page, "file-empty-saved");
    assert!(copy.records().is_empty(), "{:?}", copy.records());
    assert!(!copy.text.contains("data-record>"));
    let page = open_copy(stage, "file-empty-opened", &copy.text);
    assert_eq!(page.counter(), "0 of 12 tried");
    assert!(page.storage().is_empty());
}

fn a_saved_copy_has_nothing_inside_of_what_was_only_looked_at(stage: &Stage) {
    let page = open(stage, "file-looked");
    let untouched = save_copy(stage, &page, "file-looked-untouched");
    page.toggle("pop");
    search_for(&page, "crunching");
    let copy = save_copy(stage, &page, "file-looked-saved");
    assert!(copy.records().is_empty());
    let view = |copy: &Copy| copy.text[copy.text.rfind("<remedy-faq").expect("the element is there")..].matches("crunching").count();
    assert_eq!(view(&copy), view(&untouched), "the word that was searched for is inside");
    let page = open_copy(stage, "file-looked-opened", &copy.text);
    assert_eq!(page.shown_questions().len(), 15);
    assert!(page.open_questions().is_empty());
    assert_eq!(page.search_field().value(), "");
    assert!(!seen(&page).contains("match"), "it speaks of a search: {}", seen(&page));
}

fn a_saved_copy_has_the_clinics_own_document_inside(stage: &Stage) {
    let own = include_str!("../../../static/content/examples/ankle-sprain.json");
    let own = own.replace("Sprained ankle:", "Ankle </script> & <b>:").replacen("\"lang\": \"en\"", "\"lang\": \"en-GB\"", 1);
    let lines = |element: &str| format!("<!doctype html><html lang=en><script type=module src=remedy-faq.js></script>{element}</html>");
    let inside = own.replace("</script", "<\\/script");
    let site = stage
        .site()
        .page("/own.json", &*own)
        .page("/by-src.html", lines("<remedy-faq src=own.json></remedy-faq>"))
        .page("/inside.html", lines(&format!("<remedy-faq><script type=application/json>{inside}</script></remedy-faq>")));
    for path in ["/by-src.html", "/inside.html"] {
        let page = stage.open(&site.url(path));
        let questions = page.question_ids();
        page.tick("bandage");
        let copy = save_copy(stage, &page, "own-document");
        assert_eq!(copy.name, "ankle-sprain.html");
        let page = open_copy(stage, "own-document-opened", &copy.text);
        let title = "Ankle </script> & <b>: questions and answers";
        assert_eq!((page.question_ids(), page.counter()), (questions.clone(), "1 of 8 tried".to_owned()));
        assert_eq!(page.find(".rf-title").text(), title);
        assert_eq!(page.browser.eval("return document.title", &[]), title);
        assert_eq!(page.browser.eval("return document.documentElement.lang", &[]), "en-GB");
        assert!(page.remedy("bandage").is_ticked());
        let again = save_copy(stage, &page, "own-document-again");
        assert_eq!(again.records(), copy.records(), "nothing is lost");
        let scripts = |copy: &Copy| copy.text.matches("<script type=\"application/json\"").count();
        assert_eq!((scripts(&copy), scripts(&again)), (2, 2), "the document and the record, once each");
        let address = put(stage, "own-document-plain", "copy.html", &again.text);
        let page = stage.visit(&address, Options { javascript: false, ..OWN });
        assert_eq!((page.shown_questions(), page.counter()), (questions, "1 of 8 tried".to_owned()));
    }
}

fn cleared_in_a_saved_copy_the_record_is_said_to_be_in_its_file(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    page.tick("rest");
    let copy = save_copy(stage, &page, "cleared");
    let page = open_copy(stage, "cleared-opened", &copy.text);
    for button in ["[part=clear]", "[part=clear-confirm]"] {
        page.find(button).click();
    }
    page.wait_for_status("Your record is cleared in this browser. The file that you opened still has it.");
    assert_eq!(page.counter(), "0 of 12 tried");
}

pub struct Copy {
    name: String,
    pub text: String,
}

impl Copy {
    /// The texts of the records inside.
    fn records(&self) -> Vec<&str> {
        let element = &self.text[self.text.rfind("<remedy-faq").expect("the element is there")..];
        let rests = element.split(RECORD).skip(1);
        rests.map(|rest| rest.split("</script>").next().unwrap_or_default()).collect()
    }

    /// What the one record inside has, by remedy.
    pub fn record(&self) -> BTreeMap<String, Value> {
        let [record] = self.records()[..] else { panic!("{} records are inside", self.records().len()) };
        assert_eq!(self.text.matches("data-record>").count(), 1, "a second record stands outside of the element");
        let record: Value = serde_json::from_str(record).unwrap_or_else(|error| panic!("{record}: {error}"));
        serde_json::from_value(record["entries"].clone()).expect("entries by remedy")
    }
}
