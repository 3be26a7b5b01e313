//! Text as nodes: words, strong words and links, never markup.

use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::core::content::{Span, Text};

pub fn nodes(text: &Text) -> Html {
    match &text.0[..] {
        [span] => node(span),
        spans => spans.iter().map(node).collect(),
    }
}

fn node(span: &Span) -> Html {
    match span {
        Span::Plain(words) => VText::new(AttrValue::from(words.clone())).into(),
        Span::Strong(words) => html! { <strong>{ &**words }</strong> },
        Span::Link { href, text } => {
            html! { <a href={href.as_str().to_owned()} rel="noopener noreferrer" referrerpolicy="no-referrer">{ &**text }</a> }
        }
    }
}
