//! What holds of the widget, a file for each topic. A new sentence is a function here and its name in the file's list.

mod accessibility;
mod back_to_top;
mod embedding;
mod first_open;
mod keyboard;
mod link;
mod no_javascript;
mod no_program;
mod offline;
mod search;
mod takeover;
mod tick;

use super::stage::Sentence;

pub fn all() -> impl Iterator<Item = &'static Sentence> {
    [
        no_javascript::ALL,
        no_program::ALL,
        first_open::ALL,
        tick::ALL,
        search::ALL,
        link::ALL,
        keyboard::ALL,
        back_to_top::ALL,
        takeover::ALL,
        accessibility::ALL,
        embedding::ALL,
        offline::ALL,
    ]
    .into_iter()
    .flatten()
}
