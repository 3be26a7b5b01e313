//! An answer: paragraphs, lists, and remedies to tick.

use yew::prelude::*;

use super::remedy::RemedyItem;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Block, Question, Text};

pub fn answer(widget: &Widget, question: &Question) -> Html {
    let items = |items: &[Text]| -> Html { items.iter().map(|item| html! { <li>{ nodes(item) }</li> }).collect() };
    let block = |block: &Block| match block {
        Block::Paragraph(text) => html! { <p>{ nodes(text) }</p> },
        Block::Bullets(list) => html! { <ul>{ items(list) }</ul> },
        Block::Steps(list) => html! { <ol>{ items(list) }</ol> },
        Block::Remedies(remedies) => html! {
            <ul class="rf-remedies">
                { for remedies.iter().map(|remedy| html! {
                    <li key={&*remedy.id}>
                        <RemedyItem widget={widget.clone()} remedy={remedy.clone()}
                            detail={widget.place(&format!("{}.{}", question.id, remedy.id))} />
                    </li>
                }) }
            </ul>
        },
    };
    html! { <div class="rf-blocks">{ for question.answer.iter().map(block) }</div> }
}
