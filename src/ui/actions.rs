//! What can be done with the record and the page: print, and save a copy.

use yew::prelude::*;

use super::widget::{Command, Widget};
use crate::core::words::Word;

#[derive(PartialEq, Properties)]
pub struct ActionsProps {
    pub widget: Widget,
}

#[component]
pub fn Actions(ActionsProps { widget }: &ActionsProps) -> Html {
    let said = use_state(|| None::<Word>);
    let button = |part: &'static str, word: Word, command: Command| {
        let (surface, said) = (widget.clone(), said.setter());
        let onclick = Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            surface.surface.run(command, Callback::from(move |word| said.set(Some(word))));
        });
        html! { <button type="button" class="rf-button" {part} {onclick}>{ widget.words.get(word) }</button> }
    };
    html! {
        <div class="rf-actions rf-live">
            <div class="rf-buttons">
                { button("print", Word::PrintAll, Command::PrintAll) }
                { button("print", Word::PrintOpen, Command::PrintOpen) }
                { button("save-copy", Word::SaveCopy, Command::SaveCopy) }
            </div>
            <p class="rf-status" role="status">{ said.map(|word| widget.words.get(word)) }</p>
        </div>
    }
}
