//! One question: a native disclosure with its answer.

use yew::prelude::*;

use super::answer::answer;
use super::heading::{Rank, heading};
use super::text::nodes;
use super::widget::Widget;
use crate::core::words::Word;

/// The question at a place of the document. A function and not a component: nothing in it changes but what its
/// [`super::remedy::RemedyItem`]s show.
pub fn question(widget: &Widget, index: usize) -> Html {
    let question = &widget.document.questions[index];
    let id = AttrValue::from(question.id.clone());
    let group = widget.options.exclusive.then(|| widget.place("questions"));
    html! {
        <details key={&*question.id} class="rf-question" part="question" {id} name={group} open={widget.is_open(index)}>
            <summary part="summary" class="rf-summary">
                { heading(Rank::Question, widget.options.heading_level, "rf-ask", None, nodes(&question.question)) }
            </summary>
            <div class="rf-answer" part="answer">
                { answer(widget, question) }
                if !question.note.is_empty() {
                    <p class="rf-note"><strong>{ widget.words.get(Word::Note) }</strong>{ " " }{ nodes(&question.note) }</p>
                }
                <p class="rf-permalink">
                    <a href={format!("#{}", question.id)}>
                        { widget.words.get(Word::Permalink) }
                        <span class="rf-unseen">{ ": " }{ question.question.plain() }</span>
                    </a>
                </p>
            </div>
        </details>
    }
}
