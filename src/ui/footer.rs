//! Where the content comes from, how old it is, who answers for it, and the way back up.

use yew::prelude::*;

use super::heading::{Rank, heading};
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Clinic, Source};
use crate::core::words::Word;

pub fn footer(widget: &Widget) -> Html {
    let (document, words) = (&widget.document, &widget.words);
    let level = widget.options.heading_level;
    let reviewed = match document.reviewed {
        None => words.get(Word::NotReviewed).to_owned(),
        Some(date) => {
            let word = if document.reviewer.is_empty() { Word::Reviewed } else { Word::ReviewedBy };
            words.fill(word, &[("date", &date.to_string()), ("reviewer", &document.reviewer.plain())])
        }
    };
    html! {
        <footer class="rf-footer">
            if let Some(clinic) = &document.clinic {
                { heading(Rank::Section, level, "rf-section", None, words.get(Word::Contact).into()) }
                { contact(clinic) }
            }
            if !document.sources.is_empty() {
                { heading(Rank::Section, level, "rf-section", None, words.get(Word::Sources).into()) }
                <ul class="rf-sources">{ for document.sources.iter().map(|one| source(widget, one)) }</ul>
            }
            <p class="rf-reviewed">{ reviewed }{ " " }{ words.get(Word::NoDiagnosis) }</p>
        </footer>
    }
}

fn contact(clinic: &Clinic) -> Html {
    html! {
        <p class="rf-clinic">
            <strong>{ nodes(&clinic.name) }</strong>
            if let Some(phone) = &clinic.phone {
                { " · " }<a href={format!("tel:{}", phone.replace(' ', ""))}>{ &**phone }</a>
            }
            if let Some(url) = &clinic.url {
                { " · " }<a href={url.as_str().to_owned()}>{ url.as_str().to_owned() }</a>
            }
        </p>
    }
}

fn source(widget: &Widget, source: &Source) -> Html {
    let title = nodes(&source.title);
    html! {
        <li>
            if let Some(url) = &source.url {
                <a href={url.as_str().to_owned()} rel="noopener noreferrer" referrerpolicy="no-referrer">{ title }</a>
            } else {
                { title }
            }
            if let Some(date) = source.accessed {
                { ", " }{ widget.words.fill(Word::Accessed, &[("date", &date.to_string())]) }
            }
        </li>
    }
}
