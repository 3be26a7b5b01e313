//! Text as nodes: words, strong words and links, never markup.

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::element::{element, with};
use crate::core::content::{Span, Text};

pub fn nodes(text: &Text) -> Vec<Html> {
    text.0.iter().map(node).collect()
}

fn node(span: &Span) -> Html {
    match span {
        Span::Plain(words) => plain(words),
        Span::Strong(words) => element("strong", "", vec![plain(words)]),
        Span::Link { href, text } => link(href.as_str(), vec![plain(text)]),
    }
}

/// A link away from the page, which tells its target nothing of where the reader comes from.
pub fn link(address: &str, children: Vec<Html>) -> Html {
    let values = vec![AttrValue::from(address.to_owned()), "noopener noreferrer".into(), "no-referrer".into()];
    with("a", &["href", "rel", "referrerpolicy"], values, children)
}

fn plain(words: &std::rc::Rc<str>) -> Html {
    VText::new(AttrValue::from(words.clone())).into()
}
