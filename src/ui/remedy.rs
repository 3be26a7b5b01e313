//! One remedy with its box, in an answer and in the checklist: the same remedy, ticked in both at once.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::element::{element, with, words};
use super::question::aside;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::record::{Action, Entry, MAX_NOTE, Outcome};
use crate::core::words::Word;

/// `detail` is an id for what describes it, its own wherever the remedy is shown. Judged, it asks how it went once it is
/// ticked.
pub fn remedy(widget: &Widget, remedy: &Rc<Remedy>, detail: &str, judged: bool) -> Html {
    let record = widget.record.record();
    let entry = record.entry(&remedy.id).filter(|entry| entry.tried);
    let onchange = {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        Callback::from(move |event: Event| {
            let tried = event.target_unchecked_into::<HtmlInputElement>().checked();
            widget.act(&Action::Tick { id: id.clone(), tried });
        })
    };
    let mut described = Vec::new();
    if !remedy.detail.is_empty() {
        described.push(element("p", "", nodes(&remedy.detail)));
    }
    if !remedy.caution.is_empty() {
        described.push(aside(widget.words.get(Word::Caution), "rf-caution", &remedy.caution));
    }
    let described_by = (!described.is_empty()).then(|| AttrValue::from(detail.to_owned()));
    let label = html! {
        <label class="rf-remedy" part="remedy">
            <input type="checkbox" name="remedy" value={AttrValue::from(remedy.id.clone())} checked={entry.is_some()} {onchange}
                aria-describedby={described_by} />
            { element("span", "rf-remedy-label", nodes(&remedy.label)) }
        </label>
    };
    let mut parts = vec![label, with("div", &["class", "id"], vec!["rf-detail".into(), detail.to_owned().into()], described)];
    if judged && let Some(entry) = entry {
        parts.push(judgement(widget, remedy, entry));
    }
    element("div", "rf-item", parts)
}

/// How it went: helped, no change or worse, if the visitor wants to say so, and a note.
fn judgement(widget: &Widget, remedy: &Rc<Remedy>, entry: &Entry) -> Html {
    let judge = |outcome: Option<Outcome>| {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        move || {
            widget.act(&Action::Judge { id: id.clone(), outcome });
            widget.say(Word::Saved);
        }
    };
    let choice = |outcome: Outcome| {
        let judge = judge(Some(outcome));
        let onchange = Callback::from(move |_: Event| judge());
        let chosen = entry.outcome == Some(outcome);
        html! {
            <label class="rf-choice">
                <input type="radio" name={["outcome-", &remedy.id].concat()} value={outcome.as_str()} checked={chosen} {onchange} />
                { words(widget.words.get(word(outcome))) }
            </label>
        }
    };
    let name = || element("span", "rf-unseen", vec![words(": "), words(&remedy.label.plain())]);
    let mut choices: Vec<Html> = Outcome::ALL.into_iter().map(choice).collect();
    // An element all the same, so that the row keeps its place (yew#4092).
    choices.push(match entry.outcome {
        None => element("span", "", Vec::new()),
        Some(_) => {
            let judge = judge(None);
            let onclick = Callback::from(move |_: MouseEvent| judge());
            html! { <button type="button" class="rf-link" part="outcome-clear" {onclick}>{ words(widget.words.get(Word::NoOutcome)) }{ name() }</button> }
        }
    });
    let legend = element("legend", "", vec![words(widget.words.get(Word::DidItHelp)), name()]);
    let oninput = {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            widget.act(&Action::Note { id: id.clone(), text: text.into() });
        })
    };
    let onchange = {
        let widget = widget.clone();
        Callback::from(move |_: Event| widget.say(Word::Saved))
    };
    let note = html! {
        <label class="rf-note-label">
            <span>{ words(widget.words.get(Word::NoteLabel)) }{ name() }</span>
            <textarea name={["note-", &remedy.id].concat()} rows="2" maxlength={MAX_NOTE.to_string()} dir="auto"
                value={AttrValue::from(entry.note.clone())} {oninput} {onchange} />
        </label>
    };
    let fieldset = element("fieldset", "rf-outcome", vec![legend, element("div", "rf-choices", choices)]);
    element("div", "rf-judgement", vec![fieldset, note])
}

pub fn word(outcome: Outcome) -> Word {
    match outcome {
        Outcome::Helped => Word::Helped,
        Outcome::NoChange => Word::NoChange,
        Outcome::Worse => Word::Worse,
    }
}
