//! The help-now card: always there, never collapsed, filtered away or left out of print.

use yew::prelude::*;

use super::heading::{Rank, heading};
use super::text::nodes;
use super::widget::Widget;
use crate::core::content::{Urgent as Card, UrgentGroup};

pub fn urgent(widget: &Widget) -> Html {
    let card = |card: &Card| {
        let id = widget.place("urgent");
        html! {
            <section class="rf-urgent" part="urgent" aria-labelledby={id.clone()}>
                { heading(Rank::Section, widget.options.heading_level, "rf-urgent-title", Some(id), nodes(&card.title)) }
                <div class="rf-urgent-groups">{ for card.groups.iter().map(group) }</div>
            </section>
        }
    };
    widget.document.urgent.as_ref().map(card).unwrap_or_default()
}

fn group(group: &UrgentGroup) -> Html {
    html! {
        <div class="rf-urgent-group">
            <p class="rf-urgent-name">{ nodes(&group.title) }</p>
            <ul>{ for group.signs.iter().map(|sign| html! { <li>{ nodes(sign) }</li> }) }</ul>
            if !group.action.is_empty() {
                <p class="rf-urgent-action">{ nodes(&group.action) }</p>
            }
        </div>
    }
}
