//! The checklist: every remedy by area, with what it is, and how many were tried.

use std::rc::Rc;

use yew::prelude::*;

use super::app::GROUP;
use super::build::View;
use super::heading::{Rank, tag};
use super::live::Part;
use super::shared::Keeping;
use super::turns::{of_area, of_record_tools};
use super::widget::Widget;
use crate::core::content::Remedy;
use crate::core::numbers::decimal;
use crate::core::record::Outcome;
use crate::core::words::Word;

pub fn checklist(view: &mut View, widget: &Widget) {
    let id = widget.place("remedies");
    view.open("section", "rf-checklist");
    view.fixed("part", "checklist");
    view.attribute("aria-labelledby", &widget.names(&id));
    view.section_heading(widget, "rf-section", Word::Remedies, Some(&id));
    view.line("p", "rf-hint", widget.words.get(Word::RemediesHint));
    view.open("div", "rf-progress");
    view.put(widget.live(Part::Count));
    view.put(widget.live(Part::Gauge));
    view.close();
    for area in 0..widget.areas.len() {
        view.put(widget.live(Part::InTurn(of_area(widget, area))));
    }
    view.put(widget.live(Part::InTurn(of_record_tools(widget))));
    view.close();
}

/// The remedies of one area.
pub fn area(view: &mut View, widget: &Widget, index: usize) {
    let remedies = &widget.areas[index];
    let area = remedies[0].area.plain();
    let name = if area.is_empty() { widget.words.get(Word::OtherRemedies) } else { &area };
    view.open("div", if widget.document.remedies.len() > GROUP { "rf-area rf-group" } else { "rf-area" });
    // A heading and a list of that name, not a group for each area: the boxes have one name and are one group.
    view.line(tag(Rank::Part, widget.options.heading_level), "rf-area-name", name);
    view.open("ul", "rf-remedies");
    view.attribute("aria-label", name);
    for remedy in remedies {
        let remedy = Rc::clone(remedy);
        view.open("li", "");
        view.key(&remedy.id);
        // With a dot more than the widget's own places, which have words that an id may be, too.
        let detail = widget.place(&[".", &remedy.id].concat());
        view.put(widget.live(Part::Remedy { remedy, detail, judged: true }));
        view.close();
    }
    view.close();
    view.close();
}

/// The remedies by area, in the order in which the areas first come. Each has one at least.
pub fn areas(remedies: &[Rc<Remedy>]) -> Vec<Vec<Rc<Remedy>>> {
    let mut areas: Vec<Vec<Rc<Remedy>>> = Vec::new();
    for remedy in remedies {
        match areas.iter_mut().find(|area| area[0].area == remedy.area) {
            Some(area) => area.push(remedy.clone()),
            None => areas.push(vec![remedy.clone()]),
        }
    }
    areas
}

/// How many were tried, in words.
pub fn count(widget: &Widget) -> Html {
    let in_words = |n| widget.surface.number(n);
    let (total, tried) = (in_words(widget.document.remedies.len()), in_words(widget.tried().count()));
    let mut view = View::default();
    view.open("p", "rf-count");
    view.fixed("part", "progress");
    view.fixed("role", "status");
    view.words(&widget.words.fill(Word::Progress, &[("tried", &tried), ("total", &total)]));
    view.html()
}

/// How many as a bar, what helped, and where that is kept.
pub fn gauge(widget: &Widget) -> Html {
    let kept = match widget.record.keeping() {
        Keeping::Local => Word::Kept,
        Keeping::File => Word::KeptFile,
        Keeping::Session => Word::KeptSession,
        Keeping::Nowhere => Word::KeptNowhere,
        Keeping::Refused => Word::Refused,
        Keeping::Newer => Word::KeptNewer,
        Keeping::Damaged => Word::KeptDamaged,
    };
    let mut view = View::default();
    view.open("div", "rf-gauge");
    view.open("progress", "rf-bar");
    view.attribute("max", &decimal(widget.document.remedies.len() as u64));
    view.attribute("value", &decimal(widget.tried().count() as u64));
    view.fixed("aria-hidden", "true");
    view.close();
    let helped = labels(widget, widget.tried_with(Some(Outcome::Helped)));
    view.open("p", "rf-helped");
    if !helped.is_empty() {
        view.line("strong", "", widget.words.get(Word::WhatHelped));
        view.words(&helped);
    }
    view.close();
    view.open("p", "rf-kept rf-live");
    view.fixed("role", "status");
    view.words(widget.words.get(kept));
    view.html()
}

/// What is left to try, once something was tried. A list below the others, and no nag.
pub fn left(widget: &Widget) -> Html {
    let record = widget.record.record();
    let left = labels(widget, widget.document.remedies.iter().filter(|remedy| !record.is_tried(&remedy.id)));
    let mut view = View::default();
    // An element all the same where there is nothing to say: a component that renders none can break its siblings
    // (yew#4092).
    view.open("p", "rf-left");
    if !left.is_empty() && widget.tried().next().is_some() {
        view.line("strong", "", widget.words.get(Word::LeftToTry));
        view.words(&left);
    }
    view.html()
}

/// The remedies' labels in a row.
fn labels<'a>(widget: &Widget, remedies: impl Iterator<Item = &'a Rc<Remedy>>) -> String {
    let mut row = String::new();
    for remedy in remedies {
        row.push_str(if row.is_empty() { " " } else { widget.words.get(Word::Separator) });
        row.push_str(&remedy.label.plain());
    }
    row
}
