//! The page for the appointment: what the visitor wants to ask, what goes in, and the page itself as it will be printed.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::build::View;
use super::heading::{Rank, tag};
use super::live::Part;
use super::tools::{button, say_saved};
use super::widget::{Command, Widget};
use crate::core::record::{Action, MAX_NOTE};
use crate::core::summary::{Body, Choice, Summary, named};
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
    for (part, word, command) in [
        ("print", Word::PrintPage, Command::PrintSummary),
        ("copy", Word::CopyText, Command::CopySummary),
        ("download", Word::DownloadText, Command::DownloadSummary),
        ("fhir", Word::Fhir, Command::Fhir),
    ] {
        let surface = widget.clone();
        view.put(button(widget, part, word, Callback::from(move |_| surface.surface.run(&surface, command))));
    }
    view.close();
    view.close();
}

/// What the visitor wants to ask.
pub fn asking(widget: &Widget) -> Html {
    let oninput = {
        let widget = widget.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            widget.act(&Action::Ask { text: text.into() });
        })
    };
    let onchange = say_saved(widget);
    let mut view = View::default();
    view.open("label", "rf-note-label");
    view.line("span", "", widget.words.get(Word::WhatToAsk));
    let text = AttrValue::from(widget.record.record().questions.text.clone());
    view.put(html! {
        <textarea name="own-questions" rows="3" maxlength={MAX_NOTE.to_string()} dir="auto" value={text} {oninput}
            {onchange} />
    });
    view.html()
}

/// A part's word, whether it goes in, and its place in the choice.
type ChoicePart = (Word, bool, fn(&mut Choice) -> &mut bool);

/// Which parts go in.
pub fn choice(widget: &Widget) -> Html {
    let choice = widget.choice();
    let parts: [ChoicePart; 4] = [
        (Word::Tried, choice.tried, |choice| &mut choice.tried),
        (Word::OwnNote, choice.notes, |choice| &mut choice.notes),
        (Word::Untried, choice.untried, |choice| &mut choice.untried),
        (Word::OwnQuestions, choice.questions, |choice| &mut choice.questions),
    ];
    let mut view = View::default();
    view.open("div", "");
    // Closed, its name would be hidden and the group have none.
    if !widget.surface.shows_appointment() {
        return view.html();
    }
    view.open("fieldset", "rf-outcome");
    view.line("legend", "", widget.words.get(Word::WhatGoesIn));
    view.open("div", "rf-choices");
    for (word, chosen, part) in parts {
        let onchange = {
            let widget = widget.clone();
            Callback::from(move |event: Event| {
                let mut choice = widget.choice();
                *part(&mut choice) = event.target_unchecked_into::<HtmlInputElement>().checked();
                widget.choose(choice);
            })
        };
        view.open("label", "rf-choice");
        view.put(html! { <input type="checkbox" name="goes-in" checked={chosen} {onchange} /> });
        view.words(widget.words.get(word));
        view.close();
    }
    view.html()
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
