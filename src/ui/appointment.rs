//! The page for the appointment: what the visitor wants to ask, what goes in, and the page itself as it will be printed.

use yew::prelude::*;

use super::build::View;
use super::heading::{Rank, tag};
use super::live::Part;
use super::tools::button;
use super::widget::Widget;
use crate::core::summary::{Body, Summary, named};
use crate::core::words::Word;

/// The disclosure with everything for the appointment in it.
pub fn appointment(view: &mut View, widget: &Widget) {
    view.open("details", "rf-appointment");
    view.fixed("part", "appointment");
    view.open("summary", "rf-summary");
    view.line("span", "rf-ask", widget.words.get(Word::Appointment));
    view.close();
    if widget.options.fallback {
        view.close();
        return;
    }
    view.put(widget.live(Part::Asking));
    view.put(widget.live(Part::Choice));
    view.put(widget.live(Part::Page));
    view.open("div", "rf-buttons");
    for (part, word) in [("print", Word::PrintPage), ("copy", Word::CopyText), ("download", Word::DownloadText), ("fhir", Word::Fhir)] {
        button(view, widget, part, word);
    }
    view.close();
    view.close();
}

/// What the visitor wants to ask.
pub fn asking(widget: &Widget) -> Html {
    let mut view = View::default();
    view.open("label", "rf-note-label");
    view.line("span", "", widget.words.get(Word::WhatToAsk));
    view.text_field("own-questions", "3", &widget.record.record().questions.text);
    view.html()
}

/// Which parts go in.
pub fn choice(widget: &Widget) -> Html {
    let mut view = View::default();
    view.open("div", "");
    // Closed, its name would be hidden and the group have none.
    if widget.surface.shows_appointment() {
        parts(&mut view, widget);
    }
    view.html()
}

#[inline(never)]
fn parts(view: &mut View, widget: &Widget) {
    let choice = widget.choice();
    let parts = [
        (Word::Tried, choice.tried),
        (Word::OwnNote, choice.notes),
        (Word::Untried, choice.untried),
        (Word::OwnQuestions, choice.questions),
    ];
    view.open("fieldset", "rf-outcome");
    view.line("legend", "", widget.words.get(Word::WhatGoesIn));
    view.open("div", "rf-choices");
    for (word, chosen) in parts {
        view.open("label", "rf-choice");
        view.box_field("checkbox", "goes-in", word.name().into(), chosen);
        view.close();
        view.words(widget.words.get(word));
        view.close();
    }
    view.close();
    view.close();
}

/// The page itself.
pub fn page(widget: &Widget) -> Html {
    let mut view = View::default();
    view.open("div", "rf-page");
    view.fixed("part", "page");
    // Closed, it would be made anew at every tick for nobody.
    if widget.surface.shows_appointment() {
        written(&mut view, widget);
    }
    view.html()
}

#[inline(never)]
fn written(view: &mut View, widget: &Widget) {
    let summary = &summary(widget);
    let level = widget.options.heading_level;
    view.line(tag(Rank::Part, level), "rf-page-title", &summary.title);
    view.line("p", "", &summary.made);
    view.line("p", "", &summary.reviewed);
    for section in &summary.sections {
        view.line(tag(Rank::Detail, level), "rf-page-heading", &section.heading);
        match &section.body {
            Body::Tried(tried) => {
                view.open("ul", "");
                for one in tried {
                    view.open("li", "");
                    view.line("strong", "", &named(&one.label, &one.area));
                    if !one.outcome.is_empty() {
                        view.words(": ");
                        view.words(&one.outcome);
                    }
                    if !one.note.is_empty() {
                        view.open("p", "rf-own");
                        view.fixed("dir", "auto");
                        view.shared_words(&one.note);
                        view.close();
                    }
                    view.close();
                }
                view.close();
            }
            Body::Untried(areas) => {
                view.open("ul", "");
                for area in areas {
                    let labels = area.labels.join(widget.words.get(Word::Separator));
                    view.line("li", "", &if area.name.is_empty() { labels } else { [&area.name, ": ", &labels].concat() });
                }
                view.close();
            }
            Body::Questions(text) => {
                view.open("p", "rf-own");
                view.fixed("dir", "auto");
                view.shared_words(text);
                view.close();
            }
        }
    }
}

/// The present record as the visitor chose to show it.
#[inline(never)]
pub fn summary(widget: &Widget) -> Summary {
    let reviewed = widget.document.reviewed.map(|date| widget.surface.date(Some(date)));
    let record = widget.record.record();
    Summary::new(&widget.document, &record, &widget.words, widget.choice(), &widget.surface.date(None), reviewed.as_deref())
}
