//! What holds of the widget, a file for each topic. A new sentence is a function here and its name in the file's list.

mod accessibility;
mod appointment;
mod back_to_top;
mod cached;
mod copy;
mod embedding;
mod file;
mod first_open;
mod first_paint;
mod hosts;
mod keeping;
mod keyboard;
mod languages;
mod link;
mod long;
mod more;
mod no_javascript;
mod no_program;
mod offline;
mod print;
mod record;
mod search;
mod takeover;
mod takeover_long;
mod tick;
mod touched;

use super::stage::Sentence;

pub fn all() -> impl Iterator<Item = &'static Sentence> {
    let small = [
        no_javascript::ALL,
        no_program::ALL,
        more::ALL,
        first_open::ALL,
        first_paint::ALL,
        tick::ALL,
        touched::ALL,
        search::ALL,
        languages::ALL,
        link::ALL,
        long::ALL,
        keyboard::ALL,
        back_to_top::ALL,
        takeover::ALL,
        takeover_long::ALL,
        embedding::ALL,
        offline::ALL,
        cached::ALL,
        file::ALL,
        copy::ALL,
        print::ALL,
    ];
    let large = record::ALL.into_iter().chain(accessibility::ALL).chain(keeping::ALL).chain(appointment::ALL).chain(hosts::ALL);
    small.into_iter().chain(large).flatten()
}

/// Those whose findings are the table in the README.
pub fn judged() -> impl Iterator<Item = &'static Sentence> {
    accessibility::STATES.iter()
}
