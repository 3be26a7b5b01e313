//! The help-now card: always there, never collapsed, filtered away or left out of print.

use yew::prelude::*;

use super::element::{element, with};
use super::heading::{Rank, named};
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Urgent, UrgentGroup};

pub fn urgent(widget: &Widget, card: &Urgent) -> Html {
    let id = widget.place("urgent");
    let title = named(Rank::Section, widget.options.heading_level, "rf-urgent-title", id.clone(), nodes(&card.title));
    let groups = element("div", "rf-urgent-groups", card.groups.iter().map(group).collect());
    with("section", &["class", "part", "aria-labelledby"], vec!["rf-urgent".into(), "urgent".into(), id.into()], vec![title, groups])
}

fn group(group: &UrgentGroup) -> Html {
    let signs = group.signs.iter().map(|sign| element("li", "", nodes(sign))).collect();
    let mut parts = vec![element("p", "rf-urgent-name", nodes(&group.title)), element("ul", "", signs)];
    if !group.action.is_empty() {
        parts.push(element("p", "rf-urgent-action", nodes(&group.action)));
    }
    element("div", "rf-urgent-group", parts)
}
