//! The help-now card: always there, never collapsed, filtered away or left out of print.

use super::build::View;
use super::heading::{Rank, tag};
use super::widget::Widget;
use crate::core::content::Urgent;

pub fn urgent(view: &mut View, widget: &Widget, card: &Urgent) {
    let id = widget.place("urgent");
    view.open("section", "rf-urgent");
    view.fixed("part", "urgent");
    view.attribute("aria-labelledby", &widget.names(&id));
    view.open(tag(Rank::Section, widget.options.heading_level), "rf-urgent-title");
    view.attribute("id", &id);
    view.text(&card.title);
    view.close();
    view.open("div", "rf-urgent-groups");
    for group in &card.groups {
        view.open("div", "rf-urgent-group");
        view.text_line("p", "rf-urgent-name", &group.title);
        view.open("ul", "");
        for sign in &group.signs {
            view.text_line("li", "", sign);
        }
        view.close();
        if !group.action.is_empty() {
            view.text_line("p", "rf-urgent-action", &group.action);
        }
        view.close();
    }
    view.close();
    view.close();
}
