//! The whole widget, top to bottom.

use yew::prelude::*;

use super::checklist::checklist;
use super::footer::footer;
use super::heading::{Rank, heading};
use super::question::question;
use super::text::nodes;
use super::tools::Tools;
use super::urgent::urgent;
use super::widget::Widget;
use crate::core::words::Word;

#[derive(PartialEq, Properties)]
pub struct AppProps {
    pub widget: Widget,
    /// Told once, when everything stands.
    #[prop_or_default]
    pub onready: Callback<()>,
}

#[component]
pub fn App(AppProps { widget, onready }: &AppProps) -> Html {
    {
        let onready = onready.clone();
        use_effect_with((), move |()| onready.emit(()));
    }
    let (document, words) = (&widget.document, &widget.words);
    let level = widget.options.heading_level;
    let (top, questions, remedies) = (widget.place("top"), widget.place("questions"), widget.place("remedies"));
    let has_remedies = !document.remedies.is_empty();
    html! {
        <section class="rf" lang={AttrValue::from(document.lang.clone())} dir={document.dir.as_str()} aria-labelledby={top.clone()}>
            <header class="rf-header">
                { heading(Rank::Title, level, "rf-title", Some(top.clone()), nodes(&document.title)) }
                if !document.intro.is_empty() {
                    <p class="rf-intro">{ nodes(&document.intro) }</p>
                }
            </header>
            { urgent(widget) }
            if has_remedies {
                <nav class="rf-contents" aria-label={words.get(Word::Contents).to_owned()}>
                    { jump(widget, &questions, words.get(Word::Questions)) }
                    { jump(widget, &remedies, words.get(Word::Remedies)) }
                </nav>
            }
            <div class="rf-columns">
                <section class="rf-faq" aria-labelledby={questions.clone()}>
                    { heading(Rank::Section, level, "rf-section", Some(questions), words.get(Word::Questions).into()) }
                    <Tools widget={widget.clone()} />
                    <div class="rf-questions">
                        { for (0..document.questions.len()).map(|index| question(widget, index)) }
                    </div>
                </section>
                if has_remedies {
                    { checklist(widget) }
                }
            </div>
            { footer(widget) }
            <p class="rf-back">{ jump(widget, &top, words.get(Word::Top)) }</p>
        </section>
    }
}

/// A link to a place of the widget. Without the program it is an ordinary one; with it the address stays as it is,
/// because a host page may read its own meaning into the fragment.
fn jump(widget: &Widget, id: &str, text: &str) -> Html {
    let onclick = {
        let (widget, id) = (widget.clone(), id.to_owned());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            widget.surface.go_to(&id);
        })
    };
    html! { <a class="rf-jump" href={format!("#{id}")} {onclick}>{ text.to_owned() }</a> }
}
