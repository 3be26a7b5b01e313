//! On paper: the page as printed by the browser, read back from the PDF.

use std::fs;
use std::process::Command;

use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};
use url::Url;

use super::super::engine::{DESK, Options};
use super::super::page::Page;
use super::super::stage::{Stage, dist, sentences};

sentences! {
    everything_is_printed_though_all_is_closed [Pdf],
    everything_is_printed_by_the_button_though_all_is_closed [Pdf],
    without_javascript_everything_is_printed [Pdf],
    without_javascript_everything_of_the_single_file_is_printed [Pdf],
    everything_is_printed_during_a_search [Pdf],
    only_what_is_open_and_tried_is_printed_on_demand [Pdf],
    what_helped_and_a_long_note_are_printed_whole [Pdf],
    no_controls_are_printed [Pdf],
    links_are_printed_with_their_address [Pdf],
    the_paper_is_white_for_one_who_prefers_dark [Pdf],
}

/// Backgrounds too: one that is not meant for paper would show.
fn pdf(stage: &Stage, page: &Page, name: &str) -> String {
    let how = PrintConfiguration::builder().background(true).build().expect("it is a valid way to print");
    let pdf = page.browser.ask("print", page.browser.client().print(how));
    let path = stage.folder(name).join("page.pdf");
    fs::write(&path, pdf).expect("a file can be written");
    path.into_os_string().into_string().expect("its name is text")
}

/// Runs one of Debian's poppler-utils, which say on standard output what they made.
fn poppler(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{program} (Debian: poppler-utils): {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// What is on paper, as [`plain`].
pub fn printed(stage: &Stage, page: &Page, name: &str) -> String {
    plain(&String::from_utf8_lossy(&poppler("pdftotext", &["-enc", "UTF-8", &pdf(stage, page, name), "-"])))
}

/// A text without what a typesetter changes: spaces, lines, ligatures.
fn plain(text: &str) -> String {
    let ligatures = [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")];
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    ligatures.iter().fold(text, |text, (ligature, letters)| text.replace(ligature, letters))
}

struct Question {
    id: String,
    ask: String,
    /// The beginning of the answer.
    answer: String,
}

/// The page's questions, whatever of them is shown.
fn questions(page: &Page) -> Vec<Question> {
    let script = "return [...root.querySelectorAll('[part=question]')].map((one) =>
        [one.id, one.querySelector('summary').textContent, one.querySelector('[part=answer] p').textContent])";
    let all: Vec<[String; 3]> = serde_json::from_value(page.eval(script, &[])).expect("they are texts");
    assert_eq!(all.len(), 15);
    let start = |text: &str| plain(text).chars().take(60).collect::<String>();
    let all: Vec<_> = all.into_iter().map(|[id, ask, answer]| Question { id, ask: plain(&ask), answer: start(&answer) }).collect();
    assert!(all.iter().all(|one| one.ask.ends_with('?') && one.answer.len() > 3));
    all
}

/// What the checklist says of each remedy: its id, then its name and the beginning of how it is done, side by side.
fn remedies(page: &Page) -> Vec<(String, String)> {
    let script = "return [...root.querySelectorAll('.rf-item:not(details *)')].map((one) => [one.querySelector('input').value,
        one.querySelector('label').textContent + one.querySelector('.rf-detail p').textContent])";
    let all: Vec<(String, String)> = serde_json::from_value(page.eval(script, &[])).expect("they are texts");
    assert_eq!(all.len(), 12);
    all.into_iter().map(|(id, text)| (id, plain(&text))).collect()
}

fn text_of(page: &Page, css: &str) -> String {
    plain(page.eval("return root.querySelector(args[0]).textContent", &[json!(css)]).as_str().unwrap_or_default())
}

/// The help-now card and where the page comes from: on every paper.
fn assert_always(page: &Page, paper: &str) {
    for line in texts(page, "[part=urgent] :is(h2, .rf-urgent-name, li)") {
        assert!(paper.contains(&line), "the help-now card lacks '{line}': {paper}");
    }
    let action = text_of(page, "[part=urgent] .rf-urgent-action");
    assert!(paper.contains(&action), "the help-now card lacks '{action}': {paper}");
    let sources = texts(page, ".rf-footer :is(h2, li:not(:has(a)), li a, .rf-reviewed)");
    assert!(sources.len() >= 4, "{sources:?}");
    for line in sources {
        assert!(paper.contains(&line), "the sources lack '{line}': {paper}");
    }
}

fn texts(page: &Page, css: &str) -> Vec<String> {
    let all = page.eval("return [...root.querySelectorAll(args[0])].map((one) => one.textContent)", &[json!(css)]);
    let all: Vec<String> = serde_json::from_value(all).expect("they are texts");
    assert!(!all.is_empty(), "there is no {css}");
    all.iter().map(|text| plain(text)).collect()
}

fn assert_everything(page: &Page, paper: &str) {
    for Question { id, ask, answer } in questions(page) {
        assert!(paper.contains(&ask), "the question '{id}' is not printed: {paper}");
        assert!(paper.contains(&answer), "the answer to '{id}' is not printed: {answer} in {paper}");
    }
    for (id, text) in remedies(page) {
        // Once in the checklist; in the answers as often as they name it.
        assert!(paper.contains(&text), "the remedy '{id}' is not printed: {text} in {paper}");
    }
    let (_, checklist) = paper.split_once(&plain("Remedies to tick off")).expect("the checklist is printed");
    for (id, text) in remedies(page) {
        assert!(checklist.contains(&text), "the remedy '{id}' is not in the printed checklist");
    }
    assert_always(page, paper);
}

fn open(stage: &Stage, dark: bool) -> Page {
    stage.open_with(&stage.site().url("/"), Options { dark, ..Options::default() })
}

fn without_javascript(own_profile: bool) -> Options {
    Options { javascript: false, own_profile, ..Options::default() }
}

/// Clicks on a button that prints, and lets nothing come of it but the page's own preparation.
fn press_print(page: &Page, button: &str) {
    page.browser.eval("window.__printed = 0; window.print = () => { window.__printed += 1 }", &[]);
    page.button(button).click();
    // What prints comes with the program's second part.
    page.wait_until("the button prints, once", "return window.__printed === 1");
}

fn everything_is_printed_though_all_is_closed(stage: &Stage) {
    let page = open(stage, false);
    assert!(page.open_questions().is_empty());
    let paper = printed(stage, &page, "print-closed");
    assert_everything(&page, &paper);
    assert!(page.open_questions().is_empty(), "printing has opened something");
}

fn everything_is_printed_by_the_button_though_all_is_closed(stage: &Stage) {
    let page = open(stage, false);
    page.tick("rest");
    page.toggle("pop");
    press_print(&page, "Print everything");
    let paper = printed(stage, &page, "print-everything");
    assert_everything(&page, &paper);
    assert!(paper.contains("1of12tried"), "the record is printed too: {paper}");
}

fn without_javascript_everything_is_printed(stage: &Stage) {
    let page = stage.visit(&stage.site().url("/"), without_javascript(false));
    let paper = printed(stage, &page, "print-plain");
    assert_everything(&page, &paper);
}

fn without_javascript_everything_of_the_single_file_is_printed(stage: &Stage) {
    let file = dist().join("remedy-faq-offline.html").canonicalize().expect("the single file is built");
    let page = stage.visit(Url::from_file_path(file).expect("the path is absolute").as_str(), without_javascript(true));
    assert_eq!(page.eval("return host.shadowRoot", &[]), Value::Null, "the program ran");
    let paper = printed(stage, &page, "print-file");
    assert_everything(&page, &paper);
}

fn everything_is_printed_during_a_search(stage: &Stage) {
    let page = open(stage, false);
    page.search_field().type_text("crunching");
    page.wait_until("the search has filtered", "return root.querySelectorAll('[part=question][hidden]').length > 0");
    press_print(&page, "Print everything");
    let paper = printed(stage, &page, "print-search");
    assert_everything(&page, &paper);
}

fn only_what_is_open_and_tried_is_printed_on_demand(stage: &Stage) {
    let page = open(stage, false);
    let open = ["big-knot-upper-back", "pop"];
    let tried = ["rest", "low-heat"];
    open.iter().for_each(|question| page.toggle(question));
    tried.iter().for_each(|remedy| page.tick(remedy));
    press_print(&page, "Print what I opened and tried");
    assert_eq!(page.eval("return root.querySelector('.rf').dataset.print", &[]), "open");
    let paper = printed(stage, &page, "print-open");
    for Question { id, ask, answer } in questions(&page) {
        let wanted = open.contains(&id.as_str());
        assert_eq!(paper.contains(&ask), wanted, "the question '{id}': {paper}");
        assert_eq!(paper.contains(&answer), wanted, "the answer to '{id}': {paper}");
    }
    for (id, text) in remedies(&page) {
        assert_eq!(paper.contains(&text), tried.contains(&id.as_str()), "the remedy '{id}': {text} in {paper}");
    }
    assert!(paper.contains("2of12tried"), "{paper}");
    assert_always(&page, &paper);
    // The next print is everything again.
    page.wait_until("the page has let go of it", "return !('print' in root.querySelector('.rf').dataset)");
    assert_everything(&page, &printed(stage, &page, "print-open-then-all"));
}

fn what_helped_and_a_long_note_are_printed_whole(stage: &Stage) {
    let page = open(stage, false);
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    let note: Vec<String> = (1..=12).map(|day| format!("Day {day}: twenty minutes on the sofa, better in the evening.")).collect();
    page.find("textarea[name=note-rest]").type_text(&note.join("\n"));
    for (button, name) in [("Print everything", "print-note-all"), ("Print what I opened and tried", "print-note-open")] {
        press_print(&page, button);
        let paper = printed(stage, &page, name);
        assert!(paper.contains("Whathelped:Rest"), "{paper}");
        for line in &note {
            assert!(paper.contains(&plain(line)), "{button}: '{line}' is not on paper: {paper}");
        }
    }
}

fn no_controls_are_printed(stage: &Stage) {
    let page = open(stage, false);
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    let paper = printed(stage, &page, "print-controls");
    // Without what only screen readers are told: it takes no room on paper.
    let script = "return [...root.querySelectorAll('button, .rf-search label, .rf-permalink a, .rf-back a')].map((one) => {
            const copy = one.cloneNode(true);
            copy.querySelectorAll('.rf-unseen').forEach((unseen) => unseen.remove());
            return copy.textContent;
        })";
    let controls: Vec<String> = serde_json::from_value(page.eval(script, &[])).expect("they are texts");
    assert!(controls.len() > 20, "{controls:?}");
    let controls = controls.iter().map(|control| plain(control));
    for control in controls {
        assert!(!paper.contains(&control), "'{control}' is on paper: {paper}");
    }
}

fn links_are_printed_with_their_address(stage: &Stage) {
    let page = open(stage, false);
    let paper = printed(stage, &page, "print-links");
    let script = "return [...root.querySelectorAll('a[href^=http]')].map((one) => [one.textContent, one.getAttribute('href')])";
    let links: Vec<(String, String)> = serde_json::from_value(page.eval(script, &[])).expect("they are texts");
    assert!(links.len() >= 2, "{links:?}");
    for (text, address) in links {
        let link = format!("{}({})", plain(&text), plain(&address));
        assert!(paper.contains(&link), "{link} is not on paper: {paper}");
    }
}

fn the_paper_is_white_for_one_who_prefers_dark(stage: &Stage) {
    let page = stage.open_with(&stage.site().url("/"), Options { dark: true, viewport: DESK, ..Options::default() });
    assert_eq!(page.browser.eval("return matchMedia('(prefers-color-scheme: dark)').matches", &[]), true);
    let pdf = pdf(stage, &page, "print-dark");
    // Grey values of the first sheet, after a short head.
    let picture = poppler("pdftoppm", &["-gray", "-r", "40", "-f", "1", "-l", "1", &pdf]);
    let dots = &picture[picture.len().saturating_sub(100_000)..];
    let (white, black) = (dots.iter().filter(|dot| **dot > 250).count(), dots.iter().filter(|dot| **dot < 128).count());
    assert!(white * 10 > dots.len() * 7, "{white} of {} dots are white", dots.len());
    assert!(black * 100 > dots.len(), "{black} of {} dots are black: the text cannot be read", dots.len());
}
