//! The single file, opened by double click: the whole widget over `file://`, and the copy of it with the record inside.
//!
//! Files have no origin of their own to be apart by (Chromium gives them all one storage), so each sentence has a profile
//! of its own.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use url::Url;

use super::super::browser::RECORDER;
use super::super::engine::{DESK, Options};
use super::super::page::Page;
use super::super::stage::{Stage, dist, sentences};
use super::copy::{ids, save_copy};

sentences! {
    the_single_file_is_at_most_160_kib,
    the_single_file_goes_live_without_a_complaint_or_a_request,
    the_single_file_lets_no_other_script_run,
    the_single_file_opens_a_question_and_ticks_a_remedy,
    the_single_file_searches,
    a_link_opens_its_question_in_the_single_file,
    a_tick_in_the_single_file_survives_a_reload,
    the_single_file_says_once_where_the_record_is_kept,
    the_single_file_works_on_where_storage_is_refused_and_says_so,
    without_javascript_the_single_file_is_complete,
    a_page_opened_as_a_file_may_read_no_neighbour,
}

const NAME: &str = "remedy-faq-offline.html";
pub const RECORD: &str = "<script type=\"application/json\" data-record>";

pub const OWN: Options = Options { javascript: true, dark: false, forced_colours: false, viewport: DESK, own_profile: true, storage: true };

pub fn file_text() -> String {
    fs::read_to_string(dist().join(NAME)).unwrap_or_else(|error| panic!("{NAME}: {error}"))
}

/// Puts a page alone into a folder as people have them, and gives its address.
pub fn put(stage: &Stage, folder: &str, name: &str, text: &str) -> String {
    let folder = stage.folder(folder).join("Rücken & Schultern – мои файлы 膝");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file can be written");
    address(&path)
}

fn address(path: &Path) -> String {
    Url::from_file_path(path).expect("the path is absolute").into()
}

/// The file as it was built, live.
pub fn open(stage: &Stage, folder: &str) -> Page {
    stage.open_with(&put(stage, folder, NAME, &file_text()), OWN)
}

/// A saved copy, live in a browser that has never seen it.
pub fn open_copy(stage: &Stage, folder: &str, copy: &str) -> Page {
    stage.open_with(&put(stage, folder, "Kopie für „später“ #1 100%.html", copy), OWN)
}

/// The same with everything written down. Where the driver can run nothing first, the recorder stands in the file,
/// before the policy.
fn open_watched(stage: &Stage, folder: &str) -> Page {
    let browser = stage.browser(OWN);
    let mut text = file_text();
    if !browser.engine().speaks_cdp {
        let policy = text.find("<meta http-equiv=\"Content-Security-Policy\"").expect("the file has a policy");
        text.insert_str(policy, &format!("<script>{RECORDER}</script>"));
    }
    browser.goto(&put(stage, folder, NAME, &text));
    let page = Page::new(browser);
    page.wait_ready();
    page
}

/// All that is seen of the widget.
pub fn seen(page: &Page) -> String {
    page.eval("return root.querySelector('.rf').innerText", &[]).as_str().unwrap_or_default().to_owned()
}

pub fn search_for(page: &Page, text: &str) {
    page.search_field().type_text(text);
    page.wait_until("the search has filtered", "return root.querySelectorAll('[part=question][hidden]').length > 0");
}

fn the_single_file_is_at_most_160_kib(_: &Stage) {
    let size = file_text().len();
    assert!(size <= 163_840, "it has {size} bytes");
}

fn the_single_file_goes_live_without_a_complaint_or_a_request(stage: &Stage) {
    let page = open_watched(stage, "file-watched");
    page.toggle("pop");
    page.tick("rest");
    search_for(&page, "crunching");
    assert_eq!(page.events("remedy-faq-ready").len(), 1);
    let requests = page.requests();
    assert!(requests.is_empty(), "it asked for {requests:?}");
    let complaints = page.browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

fn the_single_file_lets_no_other_script_run(stage: &Stage) {
    let text = file_text();
    let (_, policy) = text.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("the file has a policy");
    let policy = policy.split('"').next().unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    for lax in ["unsafe-inline", "'unsafe-eval'", "data:", "blob:", "http", "*", "nonce-"] {
        assert!(!policy.contains(lax), "{policy}");
    }
    let strange = "<script>document.documentElement.dataset.strange = 'ran'</script>";
    let page = stage.open_with(&put(stage, "file-strange", NAME, &text.replacen("<body>", &format!("<body>{strange}"), 1)), OWN);
    assert!(page.browser.eval("return Boolean(document.querySelector('body > script'))", &[]) == true, "it is in the page");
    assert_eq!(page.browser.eval("return document.documentElement.dataset.strange ?? null", &[]), Value::Null, "it ran");
    // That was asked for here.
    page.browser.complaints();
}

fn the_single_file_opens_a_question_and_ticks_a_remedy(stage: &Stage) {
    let page = open(stage, "file-tick");
    assert_eq!((page.shown_questions().len(), page.counter().as_str()), (15, "0 of 12 tried"));
    assert!(page.storage().is_empty(), "stored before the first tick: {:?}", page.storage());
    page.toggle("big-knot-upper-back");
    assert!(page.answer("big-knot-upper-back").is_shown());
    page.tick("rest");
    assert!(page.find("#big-knot-upper-back input[value=rest]").is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
    let keys: Vec<String> = page.storage().into_keys().collect();
    assert_eq!(keys, ["remedy-faq:muscle-knots"], "one key, named after the document: other files share the storage");
}

fn the_single_file_searches(stage: &Stage) {
    let page = open(stage, "file-search");
    search_for(&page, "crunching");
    let shown = page.shown_questions();
    assert!(!shown.is_empty() && shown.len() < 15, "{shown:?}");
    for question in shown {
        let text = page.eval("return root.querySelector(`[id='${args[0]}']`).textContent.toLowerCase()", &[json!(question)]);
        assert!(text.as_str().unwrap_or_default().contains("crunching"), "'{question}' is shown");
    }
}

fn a_link_opens_its_question_in_the_single_file(stage: &Stage) {
    let file = put(stage, "file-link", NAME, &file_text());
    let page = stage.open_with(&format!("{file}#tight-lower-back"), OWN);
    assert_eq!(page.open_questions(), ["tight-lower-back"]);
    assert!(page.summary("tight-lower-back").is_in_view());
    page.browser.goto(&format!("{file}#permanent"));
    page.wait_until("the address opens its question", "return root.querySelector('#permanent').open");
    assert!(page.summary("permanent").is_in_view());
    page.find("#permanent a[href='#permanent']").click();
    assert_eq!(page.browser.address(), format!("{file}#permanent"));
}

fn a_tick_in_the_single_file_survives_a_reload(stage: &Stage) {
    let page = open(stage, "file-reload");
    page.tick("muscle-rub");
    page.tick("rest");
    page.tick("rest");
    page.reload();
    assert!(page.remedy("muscle-rub").is_ticked() && !page.remedy("rest").is_ticked());
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn the_single_file_says_once_where_the_record_is_kept(stage: &Stage) {
    let page = open(stage, "file-kept");
    let kept = "Your ticks stay in this browser, for this file in this place. Move or rename the file, and they may be lost.";
    assert_eq!(seen(&page).matches(kept).count(), 1);
    assert_eq!(seen(&page).matches("may be lost").count(), 1);
    page.tick("rest");
    assert_eq!(seen(&page).matches(kept).count(), 1);
}

fn the_single_file_works_on_where_storage_is_refused_and_says_so(stage: &Stage) {
    let file = put(stage, "file-refused", NAME, &file_text());
    let page = stage.open_with(&file, Options { storage: false, ..OWN });
    let refused = "try { const store = window.localStorage; if (!store) return true; store.setItem('e2e', '1'); return false }
        catch { return true }";
    assert_eq!(page.browser.eval(refused, &[]), true, "storage is not refused: this proves nothing");
    page.tick("rest");
    page.tick("low-heat");
    assert_eq!(page.counter(), "2 of 12 tried");
    let said = "This browser does not let us keep your ticks. They are gone when you leave this page.";
    assert_eq!(seen(&page).matches(said).count(), 1, "{}", seen(&page));
    assert!(!seen(&page).contains("Your ticks stay"), "it says both");
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
    search_for(&page, "crunching");
    // The record is safe in a copy.
    let copy = save_copy(stage, &page, "file-refused-saved");
    assert_eq!(ids(&copy.record()), ["low-heat", "rest"]);
}

fn without_javascript_the_single_file_is_complete(stage: &Stage) {
    let page = stage.visit(&put(stage, "file-plain", NAME, &file_text()), Options { javascript: false, ..OWN });
    assert_eq!(page.eval("return host.shadowRoot", &[]), Value::Null, "the program ran");
    assert_eq!(page.shown_questions().len(), 15);
    for question in page.question_ids() {
        page.toggle(&question);
        assert!(page.answer(&question).is_shown() && page.answer(&question).text().len() > 40, "the answer to '{question}'");
    }
    let remedies = page.all("input[type=checkbox][name=remedy]:not(details *)");
    assert_eq!(remedies.len(), 12);
    assert!(remedies.iter().all(|remedy| remedy.is_shown()));
    let card = page.find("[part=urgent]");
    assert!(card.is_shown() && card.text().len() > 100, "it says too little: {}", card.text());
    for control in page.all("input[type=search], button") {
        assert!(!control.is_shown(), "a control is shown, and does nothing");
    }
    let text = seen(&page);
    assert!(!text.contains("Your ticks stay"), "it says that ticks are kept: without a script they are not");
    // The packed program is text too.
    let program = page.browser.eval("return document.getElementById('remedy-faq-program').checkVisibility()", &[]);
    assert_eq!(program, false, "the program is shown as text");
}

// The copy with the record inside.

/// Clicks, and takes the file: from the downloads where the driver says where these go, else from the page's hands.
/// The only file in a folder, once it is all there. (Under way it has another name.)
/// Two ticks, an outcome, a note that would like to be HTML, a tick taken back, and a question for the clinician.
pub const NOTE: &str = "Süß </script><!-- & \"warm\" <b>20 min</b> 膝";

/// A copy of the file with [`fill`]'s record.
/// Drivers can make browsers laxer with files than a visitor's are, and then everything above would prove nothing.
fn a_page_opened_as_a_file_may_read_no_neighbour(stage: &Stage) {
    let folder = stage.folder("file-neighbour");
    fs::write(folder.join("neighbour.js"), "export default 1;").expect("a file can be written");
    fs::write(folder.join("page.html"), "<!doctype html><meta charset=utf-8><title>Probe</title>").expect("a file can be written");
    let page = stage.visit(&address(&folder.join("page.html")), OWN);
    let script = "const done = arguments[0];
        const script = document.createElement('script');
        script.textContent = `Promise.allSettled([import('./neighbour.js'), fetch('neighbour.js')])
            .then((ends) => { window.__ends = ends.map((end) => end.status) })`;
        document.head.append(script);
        const look = () => window.__ends ? done(window.__ends) : setTimeout(look, 20);
        look()";
    let ends = page.browser.eval_later("import and fetch a neighbour", script, &[]);
    assert_eq!(ends, json!(["rejected", "rejected"]), "import, fetch");
    // That was asked for here.
    page.browser.complaints();
}
