//! What a tick and a keystroke change of the page: what shows that remedy, or whether a question is shown, and nothing else.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::stage::{Stage, sentences};
use super::search::open_long;

sentences! {
    a_tick_touches_what_shows_that_remedy_and_nothing_else,
    a_tick_touches_the_open_page_for_the_appointment_too,
    a_keystroke_of_a_search_touches_only_what_changes,
    a_keystroke_in_a_long_document_touches_only_what_changes,
}

/// From now on notes what is changed in the view; and what of a control is set or read, because Yew does that to each that it
/// renders again, also where nothing changes by it.
const NOTES: &str = "
    const remedy = (one) => one.closest('.rf-item').querySelector('[name=remedy]').getAttribute('value');
    const group = (one) => one.parentElement?.matches('.rf-questions') && `group of ${one.firstElementChild.id}`;
    window.called = (one) => {
        const question = one.closest?.('[part=question]');
        if (one === question || group(one)) return one.id || group(one);
        if (one.name === 'remedy') return `box of ${remedy(one)} in ${question?.id ?? 'the checklist'}`;
        if (one.closest?.('.rf-judgement')) return `judgement of ${remedy(one)}`;
        const whole = one.closest?.('[part=page], .rf-no-match') ?? one;
        return whole.name || whole.getAttribute?.('part') || whole.className || whole.nodeName;
    };
    window.touched = [];
    const note = (how, one) => touched.push([how, called(one)]);
    const seen = ({ target, attributeName }) => note(attributeName ?? 'content', target.localName ? target : target.parentElement ?? target);
    window.watching = new MutationObserver((changes) => changes.forEach(seen));
    watching.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const hook = (type, name, reads) => {
        const { get, set } = Object.getOwnPropertyDescriptor(type.prototype, name);
        const noted = (how, one) => root.contains(one) && note(`${how} ${name}`, one);
        Object.defineProperty(type.prototype, name, {
            get() { reads && noted('get', this); return get.call(this) },
            set(value) { noted('set', this); set.call(this, value) },
        });
    };
    hook(HTMLInputElement, 'checked', false);
    hook(HTMLInputElement, 'value', true);
    hook(HTMLTextAreaElement, 'value', true);
    hook(HTMLDetailsElement, 'open', false);
    hook(HTMLElement, 'hidden', false);
    // How the questions and their groups stand.
    window.stand = () => new Map([...root.querySelectorAll('.rf-questions > *, [part=question]')].map((one) =>
        [one, [one.hasAttribute('hidden') && `hidden ${called(one)}`, one.hasAttribute('open') && `open ${called(one)}`]]));
    window.stood = stand();";

/// What was touched since this was last asked, each once.
fn touched(page: &Page) -> Value {
    // What is left to write is, and what follows from that.
    page.put_away();
    page.browser.painted();
    page.eval("return [...new Set(touched.splice(0).map(([, one]) => one))].sort()", &[])
}

/// A page with a record of another remedy, which says something wherever a record is shown.
fn open_with_record(stage: &Stage) -> Page {
    let page = stage.open(&stage.site().url("/"));
    page.tick("stretch");
    page.find("input[name=outcome-stretch][value=helped]").click();
    write(&page, "note-stretch", "Two weeks");
    page
}

/// Writes into a field and leaves it, which is answered.
fn write(page: &Page, field: &str, text: &str) {
    page.find(&format!("textarea[name={field}]")).type_text(text);
    page.press(Key::Tab);
    page.wait_for_status("Saved.");
}

fn a_tick_touches_what_shows_that_remedy_and_nothing_else(stage: &Stage) {
    let page = open_with_record(stage);
    page.put_away();
    page.browser.painted();
    page.eval(NOTES, &[]);
    // One answer speaks of it.
    let shows_it =
        json!(
            ["box of rest in big-knot-upper-back", "box of rest in the checklist", "judgement of rest", "progress", "rf-bar", "rf-left",]
        );
    page.tick("rest");
    page.wait_for_status("2 of 12 tried");
    assert_eq!(touched(&page), shows_it, "by a tick in the checklist");
    page.tick("rest");
    page.wait_for_status("1 of 12 tried");
    assert_eq!(touched(&page), shows_it, "by taking it back");
    page.toggle("big-knot-upper-back");
    assert_eq!(touched(&page), json!(["big-knot-upper-back"]), "by opening an answer");
    page.find("#big-knot-upper-back input[value=rest]").click();
    page.wait_for_status("2 of 12 tried");
    assert_eq!(touched(&page), shows_it, "by a tick in the answer");
}

fn a_tick_touches_the_open_page_for_the_appointment_too(stage: &Stage) {
    let page = open_with_record(stage);
    page.open_appointment();
    write(&page, "own-questions", "May I swim?");
    page.put_away();
    page.browser.painted();
    page.eval(NOTES, &[]);
    page.tick("low-heat");
    page.wait_for_status("2 of 12 tried");
    // Neither what the visitor writes there, nor what goes in.
    let shows_it = [
        "box of low-heat in lower-back",
        "box of low-heat in the checklist",
        "judgement of low-heat",
        "page",
        "progress",
        "rf-bar",
        "rf-left",
    ];
    assert_eq!(touched(&page), json!(shows_it));
}

/// Types, waits until the page has said what was found, and holds what was touched to what stands otherwise than before. Not by
/// the driver, because geckodriver sets a style on what it types into.
#[track_caller]
fn type_on(page: &Page, text: &str, status: &str, beside: &[&str]) {
    let script = "const field = root.querySelector('[type=search]');
        field.setRangeText(args[0], field.selectionEnd, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.eval(script, &[json!(text)]);
    page.wait_for_status(status);
    page.browser.painted();
    // All in one task: the page may be about to open more.
    let script = "const [before, now] = [window.stood, stand()];
        window.stood = now;
        const differs = (one, index) => now.get(one)[index] !== before.get(one)[index] && (now.get(one)[index] || before.get(one)[index]);
        const differ = [...now.keys()].flatMap((one) => [differs(one, 0), differs(one, 1)]).filter(Boolean);
        const all = touched.splice(0);
        const those = (...hows) => all.filter(([how]) => hows.includes(how)).map((one) => one.join(' ').replace('set ', '')).sort();
        const beside = all.filter(([how]) => !/^(set )?(hidden|open)$/.test(how)).map((one) => one.join(' '));
        return [differ.sort(), those('set hidden', 'set open'), those('hidden', 'open'), [...new Set(beside)].sort()]";
    let seen = page.eval(script, &[]);
    assert_eq!(seen[1], seen[0], "'{text}': what is set, and what then stands otherwise");
    assert_eq!(seen[2], seen[0], "'{text}': what changes, and what then stands otherwise");
    assert_eq!(seen[3], json!(beside), "'{text}': what changes beside the questions");
}

/// The field that is typed in is read, and what is found is said.
const FIELD: &str = "get value search";
const SAID: &str = "content rf-status";

fn a_keystroke_of_a_search_touches_only_what_changes(stage: &Stage) {
    let page = open_with_record(stage);
    page.search_field().eval("arguments[0].focus()");
    page.browser.painted();
    page.eval(NOTES, &[]);
    type_on(&page, "h", "15 questions found", &[SAID, FIELD]);
    type_on(&page, "e", "15 questions found", &[FIELD]);
    type_on(&page, "a", "3 questions found", &[SAID, FIELD]);
    type_on(&page, "t", "1 question found", &[SAID, FIELD]);
    type_on(&page, "s", "No question has “heats” in it.", &["content rf-no-match", SAID, FIELD]);
}

fn a_keystroke_in_a_long_document_touches_only_what_changes(stage: &Stage) {
    let page = open_long(stage);
    page.search_field().eval("arguments[0].focus()");
    page.browser.painted();
    page.eval(NOTES, &[]);
    // A hundred from 100 on, and 19 before. With the next letter, the second group of four has none.
    type_on(&page, "1", "119 questions found", &[SAID, FIELD]);
    type_on(&page, "9", "12 questions found", &[SAID, FIELD]);
}
