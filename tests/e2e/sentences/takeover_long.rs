//! A long page is taken over while the visitor goes on with it, in short tasks.

use serde_json::{Value, json};

use super::super::engine::{DESK, Options};
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};
use remedy_faq::bundle::page::of_document;

sentences! {
    a_long_page_comes_in_pieces_and_is_shown_at_once,
    added_again_a_long_page_comes_in_pieces_too,
    a_page_is_drawn_a_few_questions_at_a_time,
    a_view_is_shown_when_all_of_it_stands_however_slowly_it_is_drawn,
    a_page_of_a_thousand_areas_of_remedies_stands,
    no_task_is_long_in_which_a_long_page_is_taken_over [LongTask],
    what_is_done_while_a_long_page_is_drawn_stays,
    a_long_page_stays_where_it_was_scrolled_to,
    how_many_of_a_long_page_are_found_is_said_as_one_writes_it,
}

const QUESTIONS: u64 = 3000;

/// Groups of 50 are drawn outside, and 20 of them come into the page in one task.
const IN_ONE_TASK: u64 = 20 * 50;

/// In milliseconds. Where nothing else runs no task takes longer than 50, and all of it in one 400. But beside these browsers there
/// are others, and the clock runs on where one of them has the processor: so there are some tries, of which one is enough.
const LONG: f64 = 200.0;
const TRIES: usize = 5;

/// Notes how many questions come into the live view in one task, and every frame in which not just one of both views is shown.
/// Calls `window.midway` in the first frame in which the live view is under way.
const NOTES: &str = "<script>
    window.notes = { most: 0, wrong: [] };
    const shown = (view) => Boolean(view?.querySelector('details')?.checkVisibility());
    const pieces = new MutationObserver((changes) => {
        const come = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.querySelectorAll);
        notes.most = Math.max(notes.most, come.reduce((sum, node) => sum + node.querySelectorAll('details').length, 0));
    });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (how) {
        const root = attachShadow.call(this, how);
        pieces.observe(root, { childList: true, subtree: true });
        return root;
    };
    const look = () => {
        const host = document.querySelector('remedy-faq');
        // Taken out for a moment.
        if (!host) return requestAnimationFrame(look);
        const views = [shown(host), shown(host.shadowRoot)];
        if (views[0] === views[1]) notes.wrong.push(views.join());
        if (views[0] && host.shadowRoot && window.midway) {
            window.midway(host);
            window.midway = undefined;
        }
        requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', look);
</script>";

fn document(questions: u64) -> Value {
    let questions: Vec<Value> = (0..questions)
        .map(|n| json!({ "id": format!("q{n}"), "question": format!("Question {n}?"), "answer": [{ "p": "Take some tape." }] }))
        .collect();
    json!({ "schemaVersion": 1, "id": "long", "lang": "en", "title": "Long", "questions": questions,
        "remedies": [{ "id": "tape", "label": "Tape" }] })
}

/// The long page before its program, which does something midway.
fn visit_early(stage: &Stage, midway: &str) -> (Site, Page) {
    let document = document(QUESTIONS);
    let fallback: String =
        (0..QUESTIONS).map(|n| format!("<details id=\"q{n}\"><summary>Question {n}?</summary><p>Take some tape.</p></details>")).collect();
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Long</title>{NOTES}<remedy-faq>{fallback}<input type=\"checkbox\" name=\"remedy\" value=\"tape\" />\
         <script type=\"application/json\">{document}</script></remedy-faq><script type=\"module\" src=\"/remedy-faq.js\"></script>"
    );
    let site = stage.site().page("/long.html", html).fault(File::Program, Fault::Held);
    let page = stage.visit(&site.url("/long.html"), Options { viewport: DESK, ..Options::default() });
    page.browser.painted();
    page.browser.eval(&format!("window.midway = {midway}"), &[]);
    (site, page)
}

/// A page without a fallback, after a script of its own, when the widget stands.
fn visit_bare(stage: &Stage, script: &str, document: &Value) -> (Site, Page) {
    let html = format!(
        "<!doctype html><html lang=\"en\"><title>Bare</title>{script}<remedy-faq><script type=\"application/json\">{document}</script>\
         </remedy-faq><script type=\"module\" src=\"/remedy-faq.js\"></script>"
    );
    let site = stage.site().page("/bare.html", html);
    let page = stage.visit(&site.url("/bare.html"), Options::default());
    page.wait_ready();
    (site, page)
}

fn a_long_page_comes_in_pieces_and_is_shown_at_once(stage: &Stage) {
    let (site, page) = visit_early(stage, "undefined");
    site.release();
    page.wait_ready();
    page.browser.painted();
    assert_eq!(page.question_ids().len() as u64, QUESTIONS);
    let most = page.eval("return notes.most", &[]);
    assert!(most.as_u64().is_some_and(|most| most > 0 && most <= IN_ONE_TASK), "{most} questions came in one task");
    assert_eq!(page.eval("return notes.wrong", &[]), json!([]), "none or both of the views were shown");
}

fn added_again_a_long_page_comes_in_pieces_too(stage: &Stage) {
    let (site, page) = visit_early(stage, "undefined");
    site.release();
    page.wait_ready();
    // Before the next frame, but after it has let go.
    let again = "window.kept = host;
        host.remove();
        notes.most = 0;
        queueMicrotask(() => queueMicrotask(() => {
            window.gone = !kept.shadowRoot.querySelector('div');
            document.body.append(kept);
        }))";
    page.eval(again, &[]);
    assert_eq!(page.browser.eval("return window.gone", &[]), true, "its view stayed");
    let stands = "return window.kept.shadowRoot.childElementCount === 1 && window.kept.shadowRoot.querySelectorAll('details[id]').length === arguments[0]";
    page.browser.wait_until("it stands again", stands, &[json!(QUESTIONS)]);
    let most = page.browser.eval("return notes.most", &[]);
    assert!(most.as_u64().is_some_and(|most| most > 0 && most <= IN_ONE_TASK), "{most} questions came in one task");
}

fn a_page_is_drawn_a_few_questions_at_a_time(stage: &Stage) {
    // The program goes on by messages to itself, each of them a task. Of each disclosure it is noted in which of them it was made.
    let notes = "<script>
        window.task = 0;
        window.made = [];
        const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
        Object.defineProperty(MessagePort.prototype, 'onmessage', {
            set(then) { set.call(this, (event) => { task += 1; then(event); }); },
        });
        for (const [prototype, name] of [[Document.prototype, 'createElement'], [Node.prototype, 'cloneNode']]) {
            const make = prototype[name];
            prototype[name] = function (...given) {
                const element = make.apply(this, given);
                if (element.localName === 'details') made.push({ task, element });
                return element;
            };
        }
    </script>";
    // How many questions, in how many pieces they are read and checked, and how many of them are drawn at once.
    for (questions, read, checked, at_once) in [(12, 1, 1, 5), (130, 1, 1, 5), (1030, 1, 2, 25), (3800, 2, 4, 25)] {
        let (_site, page) = visit_bare(stage, notes, &document(questions));
        let tasks =
            "return [...root.querySelectorAll('[part=question]')].map((question) => made.find(({ element }) => element === question).task)";
        let tasks: Vec<u64> = serde_json::from_value(page.eval(tasks, &[])).expect("they are counted");
        // Before them: to start, to read, to check, to build, to begin to draw, and four for what is around them.
        let before = 1 + read + checked + 2 + 4;
        let expected: Vec<u64> = (0..questions).map(|question| before + 1 + question / at_once).collect();
        assert_eq!(tasks, expected, "in which task each of {questions} questions was drawn");
    }
}

fn a_view_is_shown_when_all_of_it_stands_however_slowly_it_is_drawn(stage: &Stage) {
    // Yew pauses after 16 ms and goes on by a timer, and timers wait for a second where the page is in the background.
    let slow = "<script>
        const { now } = Date;
        let late = 0;
        Date.now = () => now() + (late += 20);
        const wait = setTimeout;
        setTimeout = (then, delay) => wait(then, delay || 300);
        addEventListener('remedy-faq-ready', ({ target: { shadowRoot } }) => {
            window.stood = ['[part=question]', '[part=remedy]', '[part=clear]'].map((part) => shadowRoot.querySelectorAll(part).length);
        });
    </script>";
    let whole = document(12);
    let mut bare = whole.clone();
    bare.as_object_mut().expect("it is an object").remove("remedies");
    for (document, expected) in [(whole, json!([12, 1, 1])), (bare, json!([12, 0, 0]))] {
        let (_site, page) = visit_bare(stage, slow, &document);
        assert_eq!(page.browser.eval("return stood", &[]), expected, "questions, remedies and the button that clears, when it is shown");
    }
}

/// It took 30 s when what belongs to which area was found out for each of them.
fn a_page_of_a_thousand_areas_of_remedies_stands(stage: &Stage) {
    let mut document = document(1);
    let remedies: Vec<Value> = (0..1000).map(|n| json!({ "id": format!("r{n}"), "label": "Tape", "area": format!("Area {n}") })).collect();
    document["remedies"] = remedies.into();
    let (_site, page) = visit_bare(stage, "", &document);
    assert_eq!(page.eval("return root.querySelectorAll('.rf-area [part=remedy]').length", &[]), 1000);
}

/// On a page as the build makes it: the one above is laid out anew for each frame that is looked at.
fn no_task_is_long_in_which_a_long_page_is_taken_over(stage: &Stage) {
    let html = of_document(&document(10_000).to_string(), [""; 2], true).expect("it has no faults");
    let site = stage.site().page("/long.html", html);
    let page = Page::new(stage.browser(Options::default()));
    let mut tries = Vec::new();
    while tries.len() < TRIES {
        let tasks = tasks(&site, &page);
        if tasks.iter().all(|task| *task <= LONG) {
            return;
        }
        tries.push(tasks);
    }
    panic!("tasks in ms, of each try: {tries:?}");
}

/// How long each task is that is long at all, from when the page stands to when the program does.
fn tasks(site: &Site, page: &Page) -> Vec<f64> {
    let site = site.clone().fault(File::Program, Fault::Held);
    page.browser.goto(&site.url("/long.html"));
    page.browser.painted();
    let notes = "window.tasks = [];
        const seen = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
        new PerformanceObserver(seen).observe({ type: 'longtask' })";
    page.browser.eval(notes, &[]);
    site.release();
    page.wait_ready();
    page.browser.painted();
    serde_json::from_value(page.browser.eval("return tasks", &[])).expect("they are durations")
}

fn what_is_done_while_a_long_page_is_drawn_stays(stage: &Stage) {
    let midway = "(host) => {
        host.querySelector('#q7 > summary').click();
        host.querySelector('input').click();
        host.querySelector('#q3 > summary').focus();
    }";
    let (site, page) = visit_early(stage, midway);
    site.release();
    page.wait_ready();
    assert_eq!(page.open_questions(), ["q7"]);
    assert!(page.remedy("tape").is_ticked());
    assert_eq!(page.focus(), "question q3");
    assert_eq!(page.storage().len(), 1, "it is stored");
}

fn a_long_page_stays_where_it_was_scrolled_to(stage: &Stage) {
    let (site, page) = visit_early(stage, "undefined");
    page.browser.scroll(120);
    page.browser.wait_until("the page has scrolled", "return Math.round(scrollY) === 120", &[]);
    site.release();
    page.wait_ready();
    page.browser.painted();
    assert_eq!(page.browser.eval("return Math.round(scrollY)", &[]), 120);
}

fn how_many_of_a_long_page_are_found_is_said_as_one_writes_it(stage: &Stage) {
    let (site, page) = visit_early(stage, "undefined");
    site.release();
    page.wait_ready();
    page.search_field().type_text("tape");
    let number = page.eval("return (3000).toLocaleString('en')", &[]);
    page.wait_for_status(&format!("{} questions found", number.as_str().unwrap_or_default()));
}
