//! Where the content comes from, how old it is, who answers for it.

use super::app::jump;
use super::build::View;
use super::widget::Widget;
use crate::core::content::{Clinic, Source};
use crate::core::words::Word;

/// With the way back to the top below it.
pub fn footer(view: &mut View, widget: &Widget) {
    let document = &widget.document;
    view.open("footer", "rf-footer");
    if let Some(clinic) = &document.clinic {
        view.section_heading(widget, "rf-section", Word::Contact, None);
        contact(view, clinic);
    }
    if !document.sources.is_empty() {
        view.section_heading(widget, "rf-section", Word::Sources, None);
        view.open("ul", "rf-sources");
        for one in &document.sources {
            source(view, widget, one);
        }
        view.close();
    }
    view.open("p", "rf-reviewed");
    match document.reviewed {
        None => view.words(widget.words.get(Word::NotReviewed)),
        Some(date) => {
            let word = if document.reviewer.is_empty() { Word::Reviewed } else { Word::ReviewedBy };
            view.words(&widget.words.fill(word, &[("date", &widget.surface.date(Some(date))), ("reviewer", &document.reviewer.plain())]));
        }
    }
    view.words(" ");
    view.words(widget.words.get(Word::NoDiagnosis));
    view.close();
    view.close();
    view.open("p", "rf-back");
    jump(view, widget, &widget.place("top"), Word::Top);
    view.close();
}

fn contact(view: &mut View, clinic: &Clinic) {
    view.open("p", "rf-clinic");
    view.text_line("strong", "", &clinic.name);
    if let Some(phone) = &clinic.phone {
        view.words(" · ");
        view.open_link(&["tel:", &phone.chars().filter(|c| *c != ' ').collect::<String>()].concat());
        view.shared_words(phone);
        view.close();
    }
    if let Some(url) = &clinic.url {
        view.words(" · ");
        view.open_link(url.as_str());
        view.words(url.as_str());
        view.close();
    }
    view.close();
}

fn source(view: &mut View, widget: &Widget, source: &Source) {
    view.open("li", "");
    match &source.url {
        None => view.text(&source.title),
        Some(url) => {
            view.open_link(url.as_str());
            view.text(&source.title);
            view.close();
        }
    }
    if let Some(date) = source.accessed {
        view.words(widget.words.get(Word::Separator));
        view.words(&widget.words.fill(Word::Accessed, &[("date", &widget.surface.date(Some(date)))]));
    }
    view.close();
}
