//! Where the content comes from, how old it is, who answers for it.

use yew::prelude::*;

use super::element::{element, words};
use super::heading::{Rank, heading};
use super::text::{link, nodes};
use super::widget::Widget;
use crate::core::content::{Clinic, Source};
use crate::core::words::Word;

pub fn footer(widget: &Widget) -> Html {
    let document = &widget.document;
    let title = |word| heading(Rank::Section, widget.options.heading_level, "rf-section", vec![words(widget.words.get(word))]);
    let mut parts = Vec::new();
    if let Some(clinic) = &document.clinic {
        parts.push(title(Word::Contact));
        parts.push(contact(clinic));
    }
    if !document.sources.is_empty() {
        parts.push(title(Word::Sources));
        parts.push(element("ul", "rf-sources", document.sources.iter().map(|one| source(widget, one)).collect()));
    }
    let reviewed = match document.reviewed {
        None => widget.words.get(Word::NotReviewed).to_owned(),
        Some(date) => {
            let word = if document.reviewer.is_empty() { Word::Reviewed } else { Word::ReviewedBy };
            widget.words.fill(word, &[("date", &date.to_string()), ("reviewer", &document.reviewer.plain())])
        }
    };
    parts.push(element("p", "rf-reviewed", vec![words(&reviewed), words(" "), words(widget.words.get(Word::NoDiagnosis))]));
    element("footer", "rf-footer", parts)
}

fn contact(clinic: &Clinic) -> Html {
    let mut parts = vec![element("strong", "", nodes(&clinic.name))];
    if let Some(phone) = &clinic.phone {
        parts.push(words(" · "));
        parts.push(link(&["tel:", &phone.replace(' ', "")].concat(), vec![words(phone)]));
    }
    if let Some(url) = &clinic.url {
        parts.push(words(" · "));
        parts.push(link(url.as_str(), vec![words(url.as_str())]));
    }
    element("p", "rf-clinic", parts)
}

fn source(widget: &Widget, source: &Source) -> Html {
    let title = nodes(&source.title);
    let mut parts = match &source.url {
        Some(url) => vec![link(url.as_str(), title)],
        None => title,
    };
    if let Some(date) = source.accessed {
        parts.push(words(", "));
        parts.push(words(&widget.words.fill(Word::Accessed, &[("date", &date.to_string())])));
    }
    element("li", "", parts)
}
