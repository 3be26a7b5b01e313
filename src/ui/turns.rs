//! In which order a view is drawn, a part in each task, so that none is long.

use yew::Html;

use super::actions::record_tools;
use super::app::{app, pieces, questions};
use super::checklist::{area, areas};
use super::widget::Widget;

/// The first turn: what is around the questions and remedies.
pub const FRAME: usize = 0;

/// The turn of a piece of the questions.
pub fn of_questions(piece: usize) -> usize {
    1 + piece
}

/// The turn of an area of the remedies.
pub fn of_area(widget: &Widget, area: usize) -> usize {
    1 + pieces(widget) + area
}

/// The last turn: what can be done with the record.
pub fn of_record_tools(widget: &Widget) -> usize {
    of_area(widget, areas(&widget.document.remedies).len())
}

/// How many turns there are.
pub fn all(widget: &Widget) -> usize {
    of_record_tools(widget) + usize::from(!widget.document.remedies.is_empty())
}

/// What is drawn in a turn, empty before.
pub fn part(widget: &Widget, turn: usize) -> Html {
    let is_drawn = widget.is_drawn(turn);
    if turn == FRAME {
        app(widget, is_drawn)
    } else if turn < of_area(widget, 0) {
        questions(widget, turn - of_questions(0), is_drawn)
    } else if turn < of_record_tools(widget) {
        area(widget, turn - of_area(widget, 0), is_drawn)
    } else {
        record_tools(widget, is_drawn)
    }
}
