//! The whole widget, top to bottom.

use yew::prelude::*;

use super::checklist::checklist;
use super::element::{element, with, words};
use super::footer::footer;
use super::heading::{Rank, named};
use super::live::Part;
use super::question::question;
use super::text::nodes;
use super::urgent::urgent;
use super::widget::Widget;
use crate::core::words::Word;

pub fn app(widget: &Widget) -> Html {
    let document = &widget.document;
    let level = widget.options.heading_level;
    let (top, remedies) = (widget.place("top"), widget.place("remedies"));
    let has_remedies = !document.remedies.is_empty();

    let mut header = vec![named(Rank::Title, level, "rf-title", top.clone(), nodes(&document.title))];
    if !document.intro.is_empty() {
        header.push(element("p", "rf-intro", nodes(&document.intro)));
    }
    let mut columns = vec![questions(widget)];
    if has_remedies {
        let links = vec![jump(widget, &widget.place("questions"), Word::Questions), jump(widget, &remedies, Word::Remedies)];
        let name = AttrValue::from(widget.words.get(Word::Contents).to_owned());
        // Above the help-now card, which fills a phone's whole screen.
        header.push(with("nav", &["class", "aria-label"], vec!["rf-contents".into(), name], links));
        columns.push(checklist(widget));
    }
    let mut parts = vec![element("header", "rf-header", header)];
    parts.extend(document.urgent.as_ref().map(|card| urgent(widget, card)));
    parts.push(element("div", "rf-columns", columns));
    parts.push(footer(widget));
    parts.push(element("p", "rf-back", vec![jump(widget, &top, Word::Top)]));
    let lang = widget.options.lang.clone().map_or_else(|| AttrValue::from(document.lang.clone()), AttrValue::from);
    let dir = widget.options.dir.clone().map_or_else(|| document.dir.as_str().into(), AttrValue::from);
    let values = vec!["rf".into(), lang, dir, top.into()];
    with("section", &["class", "lang", "dir", "aria-labelledby"], values, parts)
}

fn questions(widget: &Widget) -> Html {
    let id = widget.place("questions");
    let title = vec![words(widget.words.get(Word::Questions))];
    let parts = vec![
        named(Rank::Section, widget.options.heading_level, "rf-section", id.clone(), title),
        widget.live(Part::Tools),
        element("div", "rf-questions", (0..widget.document.questions.len()).map(|index| question(widget, index)).collect()),
    ];
    with("section", &["class", "aria-labelledby"], vec!["rf-faq".into(), id.into()], parts)
}

/// A link to a place of the widget. Without the program it is an ordinary one; with it the address stays as it is,
/// because a host page may read its own meaning into the fragment.
fn jump(widget: &Widget, id: &str, word: Word) -> Html {
    let onclick = {
        let (widget, id) = (widget.clone(), id.to_owned());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            widget.surface.go_to(&id);
        })
    };
    html! { <a class="rf-jump" href={["#", id].concat()} {onclick}>{ words(widget.words.get(word)) }</a> }
}
