//! One remedy with its box, in an answer and in the checklist: the same remedy, ticked in both at once.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::live::use_entry;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::record::Action;
use crate::core::words::Word;

#[derive(PartialEq, Properties)]
pub struct RemedyItemProps {
    pub widget: Widget,
    pub remedy: Rc<Remedy>,
    /// An id for what describes it, its own wherever the remedy is shown.
    pub detail: String,
}

#[component]
pub fn RemedyItem(RemedyItemProps { widget, remedy, detail }: &RemedyItemProps) -> Html {
    let tried = use_entry(&widget.record, &remedy.id).is_some_and(|entry| entry.tried);
    let onchange = {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        Callback::from(move |event: Event| {
            let tried = event.target_unchecked_into::<HtmlInputElement>().checked();
            widget.record.dispatch(&Action::Tick { id: id.clone(), tried }, widget.surface.now());
        })
    };
    let described = !remedy.detail.is_empty() || !remedy.caution.is_empty();
    let described_by = described.then(|| AttrValue::from(detail.clone()));
    html! {
        <div class="rf-item">
            <label class="rf-remedy" part="remedy">
                <input type="checkbox" name="remedy" value={AttrValue::from(remedy.id.clone())} checked={tried} {onchange}
                    aria-describedby={described_by} />
                <span class="rf-remedy-label">{ nodes(&remedy.label) }</span>
            </label>
            if described {
                <div class="rf-detail" id={detail.clone()}>
                    if !remedy.detail.is_empty() {
                        <p>{ nodes(&remedy.detail) }</p>
                    }
                    if !remedy.caution.is_empty() {
                        <p class="rf-caution"><strong>{ widget.words.get(Word::Caution) }</strong>{ " " }{ nodes(&remedy.caution) }</p>
                    }
                </div>
            }
        </div>
    }
}
