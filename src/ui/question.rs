//! One question: a native disclosure with its answer.

use yew::prelude::*;

use super::element::{element, keyed, with, words};
use super::heading::{Rank, heading};
use super::live::Part;
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Block, Question, Text};
use crate::core::words::Word;

/// The question at a place of the document.
pub fn question(widget: &Widget, index: usize) -> Html {
    let question = &widget.document.questions[index];
    let asked = heading(Rank::Question, widget.options.heading_level, "rf-ask", nodes(&question.question));
    let summary = with("summary", &["part", "class"], vec!["summary".into(), "rf-summary".into()], vec![asked]);

    let mut parts: Vec<Html> =
        vec![element("div", "rf-blocks", question.answer.iter().map(|part| block(widget, question, part)).collect())];
    if !question.note.is_empty() {
        parts.push(aside(widget.words.get(Word::Note), "rf-note", &question.note));
    }
    parts.push(permalink(widget, question));
    let answer = with("div", &["class", "part"], vec!["rf-answer".into(), "answer".into()], parts);

    let (mut names, mut values): (&[&str], _) =
        (&["class", "part", "id"], vec!["rf-question".into(), "question".into(), AttrValue::from(question.id.clone())]);
    let group = widget.options.exclusive.then(|| AttrValue::from(widget.place("questions")));
    let open = widget.is_open(index);
    match (group, open) {
        (None, false) => {}
        (None, true) => {
            names = &["class", "part", "id", "open"];
            values.push("".into());
        }
        (Some(group), open) => {
            names = if open { &["class", "part", "id", "name", "open"] } else { &["class", "part", "id", "name"] };
            values.push(group);
            if open {
                values.push("".into());
            }
        }
    }
    keyed(&question.id, "details", names, values, vec![summary, answer])
}

/// A text with the word that says what it is, such as "Please note:".
pub fn aside(label: &str, class: &'static str, text: &Text) -> Html {
    let mut parts = vec![element("strong", "", vec![words(label)]), words(" ")];
    parts.extend(nodes(text));
    element("p", class, parts)
}

fn block(widget: &Widget, question: &Question, block: &Block) -> Html {
    let items = |items: &[Text]| items.iter().map(|item| element("li", "", nodes(item))).collect();
    match block {
        Block::Paragraph(text) => element("p", "", nodes(text)),
        Block::Bullets(list) => element("ul", "", items(list)),
        Block::Steps(list) => element("ol", "", items(list)),
        Block::Remedies(remedies) => {
            let item = |remedy: &std::rc::Rc<_>| {
                let remedy: &std::rc::Rc<crate::core::content::Remedy> = remedy;
                let detail = widget.place(&[&question.id, ".", &remedy.id].concat());
                keyed(&remedy.id, "li", &[], Vec::new(), vec![widget.live(Part::Remedy { remedy: remedy.clone(), detail, judged: false })])
            };
            element("ul", "rf-remedies", remedies.iter().map(item).collect())
        }
    }
}

fn permalink(widget: &Widget, question: &Question) -> Html {
    let unseen = element("span", "rf-unseen", vec![words(": "), words(&question.question.plain())]);
    let text = vec![words(widget.words.get(Word::Permalink)), unseen];
    let link = with("a", &["href"], vec![["#", &question.id].concat().into()], text);
    element("p", "rf-permalink", vec![link])
}
