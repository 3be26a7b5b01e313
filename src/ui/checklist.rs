//! The checklist: every remedy by area, with what it is, and how many were tried.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::heading::{Rank, heading};
use super::live::{Keeping, tried_count, use_record};
use super::remedy::RemedyItem;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Remedy, Text};
use crate::core::words::Word;

pub fn checklist(widget: &Widget) -> Html {
    let words = &widget.words;
    let id = widget.place("remedies");
    html! {
        <section class="rf-checklist" part="checklist" aria-labelledby={id.clone()}>
            { heading(Rank::Section, widget.options.heading_level, "rf-section", Some(id), words.get(Word::Remedies).into()) }
            <p class="rf-hint">{ words.get(Word::RemediesHint) }</p>
            <Progress widget={widget.clone()} />
            { for areas(&widget.document.remedies).into_iter().map(|(area, remedies)| html! {
                <fieldset class="rf-area">
                    <legend class="rf-area-name">
                        if area.is_empty() { { words.get(Word::OtherRemedies) } } else { { nodes(area) } }
                    </legend>
                    <ul class="rf-remedies">{ for remedies.into_iter().map(|remedy| html! {
                        <li key={&*remedy.id}>
                            <RemedyItem widget={widget.clone()} remedy={remedy.clone()} detail={widget.place(&remedy.id)} />
                        </li>
                    }) }</ul>
                </fieldset>
            }) }
            <Actions widget={widget.clone()} />
        </section>
    }
}

/// The remedies by area, in the order in which the areas first come.
fn areas(remedies: &[Rc<Remedy>]) -> Vec<(&Text, Vec<&Rc<Remedy>>)> {
    let mut areas: Vec<(&Text, Vec<&Rc<Remedy>>)> = Vec::new();
    for remedy in remedies {
        match areas.iter_mut().find(|(area, _)| **area == remedy.area) {
            Some((_, members)) => members.push(remedy),
            None => areas.push((&remedy.area, vec![remedy])),
        }
    }
    areas
}

#[derive(PartialEq, Properties)]
struct ProgressProps {
    widget: Widget,
}

/// How many were tried, in words and as a bar, and where that is kept.
#[component]
fn Progress(ProgressProps { widget }: &ProgressProps) -> Html {
    let record = use_record(&widget.record);
    let total = widget.document.remedies.len();
    let tried = tried_count(&widget.document, &record);
    let kept = match widget.record.keeping() {
        Keeping::Local => Word::Kept,
        Keeping::File => Word::KeptFile,
        Keeping::Session => Word::KeptSession,
        Keeping::Nowhere => Word::KeptNowhere,
        Keeping::Refused => Word::Refused,
    };
    let text = widget.words.fill(Word::Progress, &[("tried", &tried.to_string()), ("total", &total.to_string())]);
    html! {
        <div class="rf-progress">
            <p class="rf-count" part="progress" role="status">{ text }</p>
            <progress class="rf-bar" max={total.to_string()} value={tried.to_string()} aria-hidden="true"></progress>
            <p class="rf-kept rf-live" role="status">{ widget.words.get(kept) }</p>
        </div>
    }
}
