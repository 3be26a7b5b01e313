//! One question: a native disclosure with its answer.

use super::build::View;
use super::heading::{Rank, tag};
use super::live::Part;
use super::widget::Widget;
use crate::core::content::{Block, Text};
use crate::core::numbers::decimal;
use crate::core::words::Word;

/// The question at a place of the document.
pub fn question(view: &mut View, widget: &Widget, index: usize) {
    let question = &widget.document.questions[index];
    view.open("details", "rf-question");
    view.key(&question.id);
    view.fixed("part", "question");
    view.attribute("id", &question.id);
    if widget.options.exclusive {
        view.attribute("name", &widget.place("questions"));
    }
    if widget.is_open(index) {
        view.fixed("open", "");
    }
    view.open("summary", "rf-summary");
    view.fixed("part", "summary");
    view.text_line(tag(Rank::Question, widget.options.heading_level), "rf-ask", &question.question);
    view.close();

    view.open("div", "rf-answer");
    view.fixed("part", "answer");
    view.open("div", "rf-blocks");
    for part in &question.answer {
        block(view, widget, index, part);
    }
    view.close();
    if !question.note.is_empty() {
        view.aside(widget.words.get(Word::Note), "rf-note", &question.note);
    }
    view.open("p", "rf-permalink");
    view.open("a", "");
    view.attribute("href", &["#", &question.id].concat());
    let link = widget.words.get(Word::Permalink);
    // Not as hidden words, whose box, painted by itself, was 7 % of the time in which a question opens.
    view.attribute("aria-label", &[link, ": ", &question.question.plain()].concat());
    view.words(link);
    view.close();
    view.close();
    view.close();
    view.close();
}

fn block(view: &mut View, widget: &Widget, index: usize, block: &Block) {
    let list = |view: &mut View, tag: &'static str, items: &[Text]| {
        view.open(tag, "");
        for item in items {
            view.text_line("li", "", item);
        }
        view.close();
    };
    match block {
        Block::Paragraph(text) => view.text_line("p", "", text),
        Block::Bullets(items) => list(view, "ul", items),
        Block::Steps(items) => list(view, "ol", items),
        Block::Remedies(remedies) => {
            view.open("ul", "rf-remedies");
            view.attribute("aria-label", widget.words.get(Word::Remedies));
            for remedy in remedies {
                view.open("li", "");
                view.key(&remedy.id);
                let detail = widget.place(&[&decimal(index as u64), ".", &remedy.id].concat());
                view.put(widget.live(Part::Remedy { remedy: remedy.clone(), detail, judged: false }));
                view.close();
            }
            view.close();
        }
    }
}
