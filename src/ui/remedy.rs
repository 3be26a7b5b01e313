//! One remedy with its box, in an answer and in the checklist: the same remedy, ticked in both at once.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::element::{element, with};
use super::question::aside;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::record::Action;
use crate::core::words::Word;

/// `detail` is an id for what describes it, its own wherever the remedy is shown.
pub fn remedy(widget: &Widget, remedy: &Rc<Remedy>, detail: &str) -> Html {
    let tried = widget.record.record().is_tried(&remedy.id);
    let onchange = {
        let (widget, id) = (widget.clone(), remedy.id.clone());
        Callback::from(move |event: Event| {
            let tried = event.target_unchecked_into::<HtmlInputElement>().checked();
            widget.record.dispatch(&Action::Tick { id: id.clone(), tried }, widget.surface.now());
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
            <input type="checkbox" name="remedy" value={AttrValue::from(remedy.id.clone())} checked={tried} {onchange}
                aria-describedby={described_by} />
            { element("span", "rf-remedy-label", nodes(&remedy.label)) }
        </label>
    };
    let detail = with("div", &["class", "id"], vec!["rf-detail".into(), detail.to_owned().into()], described);
    element("div", "rf-item", vec![label, detail])
}
