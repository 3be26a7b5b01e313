//! In which order a view is drawn, a part in each task, so that none is long.

use yew::Html;

use super::actions::record_tools;
use super::app::{app, columns, header, pieces, questions};
use super::build::View;
use super::checklist::area;
use super::footer::footer;
use super::widget::Widget;

/// The first turn: the whole, with nothing in it.
pub const WHOLE: usize = 0;

/// Then what is around the questions and remedies.
pub const HEADER: usize = 1;
pub const COLUMNS: usize = 2;
pub const FOOTER: usize = 3;

/// The turn of a piece of the questions.
pub fn of_questions(piece: usize) -> usize {
    FOOTER + 1 + piece
}

/// The turn of an area of the remedies.
pub fn of_area(widget: &Widget, area: usize) -> usize {
    of_questions(pieces(widget)) + area
}

/// The last turn: what can be done with the record.
pub fn of_record_tools(widget: &Widget) -> usize {
    of_area(widget, widget.areas.len())
}

/// How many turns there are.
pub fn all(widget: &Widget) -> usize {
    of_record_tools(widget) + usize::from(!widget.document.remedies.is_empty())
}

/// What is drawn in a turn, nothing before. (Nothing among siblings is safe as long as what they stand in is not drawn again: yew#4092.)
pub fn part(widget: &Widget, turn: usize) -> Html {
    let mut view = View::default();
    if widget.is_drawn(turn) {
        match turn {
            WHOLE => app(&mut view, widget),
            HEADER => header(&mut view, widget),
            COLUMNS => columns(&mut view, widget),
            FOOTER => footer(&mut view, widget),
            _ if turn < of_area(widget, 0) => questions(&mut view, widget, turn - of_questions(0)),
            _ if turn < of_record_tools(widget) => area(&mut view, widget, turn - of_area(widget, 0)),
            _ => record_tools(&mut view, widget),
        }
    }
    view.row()
}
