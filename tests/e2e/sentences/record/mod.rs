//! What a visitor tells of a remedy they tried: whether it helped, and a note.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::super::element::Element;
use super::super::page::Page;
use super::super::stage::{Stage, sentences};

mod telling;

pub const ALL: [&[crate::stage::Sentence]; 1] = [telling::ALL];

/// The button of an outcome, in the checklist.
#[track_caller]
pub fn outcome(page: &Page, remedy: &str, outcome: &str) -> Element {
    page.find(&format!("input[type=radio][name='outcome-{remedy}'][value='{outcome}']"))
}

#[track_caller]
pub fn note(page: &Page, remedy: &str) -> Element {
    page.find(&format!("textarea[name='note-{remedy}']"))
}

/// Ticks a remedy and says how it went.
#[track_caller]
pub fn try_remedy(page: &Page, remedy: &str, how: &str, words: &str) {
    page.tick(remedy);
    if !how.is_empty() {
        outcome(page, remedy, how).click();
    }
    if !words.is_empty() {
        write(&note(page, remedy), words);
    }
}

/// Types into a field, with a key for the end of a line: WebKit's driver drops the character.
#[track_caller]
pub fn write(field: &Element, text: &str) {
    field.type_text(&text.replace('\n', &char::from(Key::Enter).to_string()));
}

/// The outcome and the note that a remedy shows.
#[track_caller]
pub fn told(page: &Page, remedy: &str) -> Value {
    let script = "
        const chosen = [...root.querySelectorAll(`input[name='outcome-${args[0]}']`)].find((one) => one.checked);
        return [chosen?.value ?? null, root.querySelector(`textarea[name='note-${args[0]}']`)?.value ?? null];
    ";
    page.eval(script, &[json!(remedy)])
}

/// The line of the checklist that begins with these words, if it is shown.
fn line(page: &Page, start: &str) -> Option<String> {
    let lines = page.all("[part=checklist] p").into_iter().filter(Element::is_shown);
    lines.map(|line| line.text()).find(|text| text.starts_with(start))
}

/// Types where the focus is.
#[track_caller]
pub fn type_here(page: &Page, text: &str) {
    let strokes = text.chars().flat_map(|key| [KeyAction::Down { value: key }, KeyAction::Up { value: key }]);
    let keys = strokes.fold(KeyActions::new("keyboard".into()), InputSource::then);
    page.browser.ask("type", page.browser.client().perform_actions(keys));
}

/// From now on writes down what the widget announces: each text that comes into one of its live regions.
pub fn listen(page: &Page) {
    let script = "
        window.__announced = [];
        const region = (node) => (node.closest ? node : node.parentElement)?.closest('[role=status]');
        new MutationObserver((changes) => {
            const regions = new Set(changes.map((change) => region(change.target)).filter(Boolean));
            // An alert is announced when it comes, a status only when it changes.
            const come = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.role === 'alert');
            for (const one of [...regions, ...come]) __announced.push(one.textContent.trim());
        }).observe(root, { subtree: true, childList: true, characterData: true });
    ";
    page.eval(script, &[]);
}

/// What was announced since [`listen`], in order.
pub fn announced(page: &Page) -> Vec<String> {
    page.browser.painted();
    serde_json::from_value(page.browser.eval("return __announced", &[])).expect("texts")
}

/// The name and the caret of the field that has the focus, and what it holds before the caret.
fn caret(page: &Page) -> Value {
    let script = "
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return [at.name ?? at.localName, (at.value ?? '').slice(0, at.selectionStart)];
    ";
    page.browser.eval(script, &[])
}

/// A name says of which remedy it is. (Engines differ in the spaces that they put between its parts.)
#[track_caller]
fn assert_named(element: &Element, what: &str, remedy: &str) {
    let name = element.name();
    let parts = name.split_once(':').map(|(what, remedy)| (what.trim(), remedy.trim()));
    assert_eq!(parts, Some((what, remedy)), "{name}");
}
