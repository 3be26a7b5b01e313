//! One remedy with its box, in an answer and in the checklist: the same remedy, ticked in both at once.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::build::View;
use super::tools::say_saved;
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::record::{Action, Entry, MAX_NOTE, Outcome};
use crate::core::summary::outcome_word;
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
    let described = !remedy.detail.is_empty() || !remedy.caution.is_empty();
    let described_by = described.then(|| AttrValue::from(detail.to_owned()));
    let mut view = View::default();
    view.open("div", "rf-item");
    view.open("label", "rf-remedy");
    view.fixed("part", "remedy");
    view.put(html! {
        <input type="checkbox" name="remedy" value={AttrValue::from(remedy.id.clone())} checked={entry.is_some()} {onchange}
            aria-describedby={described_by} />
    });
    view.text_line("span", "rf-label", &remedy.label);
    view.close();
    view.open("div", "rf-detail");
    view.attribute("id", detail);
    if !remedy.detail.is_empty() {
        view.text_line("p", "", &remedy.detail);
    }
    if !remedy.caution.is_empty() {
        view.aside(widget.words.get(Word::Caution), "rf-caution", &remedy.caution);
    }
    view.close();
    if !judged {
        return view.html();
    }
    // Always there, because what stands beside something that comes and goes is made anew, and loses the focus
    // (yew#4099).
    view.open("div", "rf-judgement");
    if let Some(entry) = entry {
        judgement(&mut view, widget, remedy, entry);
    }
    view.html()
}

/// How it went: helped, no change or worse, if the visitor wants to say so, and a note.
fn judgement(view: &mut View, widget: &Widget, remedy: &Rc<Remedy>, entry: &Entry) {
    let name = [": ", &remedy.label.plain()].concat();
    view.open("fieldset", "rf-outcome");
    view.open("legend", "");
    view.words(widget.words.get(Word::DidItHelp));
    view.line("span", "rf-unseen", &name);
    view.close();
    view.open("div", "rf-choices");
    for outcome in Outcome::ALL {
        let onchange = judge(widget, remedy, Some(outcome)).reform(|_: Event| ());
        view.open("label", "rf-choice");
        view.put(html! {
            <input type="radio" name={["outcome-", &remedy.id].concat()} value={outcome.as_str()}
                checked={entry.outcome == Some(outcome)} {onchange} />
        });
        view.words(widget.words.get(outcome_word(outcome)));
        view.close();
    }
    view.open("span", "");
    if entry.outcome.is_some() {
        let onclick = judge(widget, remedy, None).reform(|_: MouseEvent| ());
        view.put(html! {
            <button type="button" class="rf-link" part="outcome-clear" {onclick}>
                { widget.words.get(Word::NoOutcome).to_owned() }<span class="rf-unseen">{ name.clone() }</span>
            </button>
        });
    }
    view.close();
    view.close();
    view.close();
    view.open("label", "rf-note-label");
    view.open("span", "");
    view.words(widget.words.get(Word::NoteLabel));
    view.line("span", "rf-unseen", &name);
    view.close();
    let oninput = {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            widget.act(&Action::Note { id: id.clone(), text: text.into() });
        })
    };
    let onchange = say_saved(widget);
    view.put(html! {
        <textarea name={["note-", &remedy.id].concat()} rows="2" maxlength={MAX_NOTE.to_string()} dir="auto"
            value={AttrValue::from(entry.note.clone())} {oninput} {onchange} />
    });
    view.close();
    // On paper a text field shows only what its box has room for.
    view.open("p", "rf-own rf-paper");
    view.shared_words(&entry.note);
    view.close();
}

fn judge(widget: &Widget, remedy: &Rc<Remedy>, outcome: Option<Outcome>) -> Callback<()> {
    let (widget, id) = (widget.clone(), remedy.id.clone());
    Callback::from(move |()| {
        if outcome.is_none() {
            // The button that was pressed goes away.
            widget.surface.focus(&["outcome-", &id].concat());
        }
        widget.act(&Action::Judge { id: id.clone(), outcome });
        widget.say_saved();
    })
}
