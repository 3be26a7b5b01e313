//! The checklist: every remedy by area, with what it is, and how many were tried.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::record_tools;
use super::element::{element, keyed, with, words};
use super::heading::{Rank, named};
use super::live::Part;
use super::shared::Keeping;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Remedy, Text};
use crate::core::record::Outcome;
use crate::core::words::Word;

pub fn checklist(widget: &Widget) -> Html {
    let id = widget.place("remedies");
    let title = vec![words(widget.words.get(Word::Remedies))];
    let mut parts = vec![
        named(Rank::Section, widget.options.heading_level, "rf-section", id.clone(), title),
        element("p", "rf-hint", vec![words(widget.words.get(Word::RemediesHint))]),
        widget.live(Part::Progress),
    ];
    for (area, remedies) in areas(&widget.document.remedies) {
        let name = if area.is_empty() { vec![words(widget.words.get(Word::OtherRemedies))] } else { nodes(area) };
        let items = remedies.into_iter().map(|remedy| {
            let part = Part::Remedy { remedy: remedy.clone(), detail: widget.place(&remedy.id), judged: true };
            keyed(&remedy.id, "li", &[], Vec::new(), vec![widget.live(part)])
        });
        let list = element("ul", "rf-remedies", items.collect());
        parts.push(element("fieldset", "rf-area", vec![element("legend", "rf-area-name", name), list]));
    }
    parts.push(record_tools(widget));
    with("section", &["class", "part", "aria-labelledby"], vec!["rf-checklist".into(), "checklist".into(), id.into()], parts)
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

/// How many were tried, in words and as a bar, what helped, and where that is kept.
pub fn progress(widget: &Widget) -> Html {
    let total = widget.document.remedies.len().to_string();
    let tried = widget.tried().count().to_string();
    let kept = match widget.record.keeping() {
        Keeping::Local => Word::Kept,
        Keeping::File => Word::KeptFile,
        Keeping::Session => Word::KeptSession,
        Keeping::Nowhere => Word::KeptNowhere,
        Keeping::Refused => Word::Refused,
        Keeping::Newer => Word::KeptNewer,
        Keeping::Damaged => Word::KeptDamaged,
    };
    let text = widget.words.fill(Word::Progress, &[("tried", &tried), ("total", &total)]);
    let count = with("p", &["class", "part", "role"], vec!["rf-count".into(), "progress".into(), "status".into()], vec![words(&text)]);
    let names = &["class", "max", "value", "aria-hidden"];
    let bar = with("progress", names, vec!["rf-bar".into(), total.into(), tried.into(), "true".into()], Vec::new());
    let mut helped = String::new();
    for remedy in widget.tried_with(Some(Outcome::Helped)) {
        if !helped.is_empty() {
            helped.push_str(", ");
        }
        helped.push_str(&remedy.label.plain());
    }
    let kept = with("p", &["class", "role"], vec!["rf-kept rf-live".into(), "status".into()], vec![words(widget.words.get(kept))]);
    let mut parts = vec![count, bar];
    if !helped.is_empty() {
        let label = element("strong", "", vec![words(widget.words.get(Word::WhatHelped))]);
        parts.push(element("p", "rf-helped", vec![label, words(" "), words(&helped)]));
    }
    parts.push(kept);
    element("div", "rf-progress", parts)
}
