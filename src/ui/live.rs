//! The one component: a part of the view that renders again when what it shows changes, and nothing else does.
//!
//! One component for all such parts, because each costs some 3 KB of the wasm. It stands in for Yew's contexts too,
//! which render every consumer at every change.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::{actions, said};
use super::appointment::{asking, choice, page};
use super::checklist::{count, gauge, left};
use super::remedy::remedy;
use super::tools::{no_match, status, tools};
use super::turns::{self, WHOLE};
use super::watch::{Topic, Watch};
use super::widget::Widget;
use crate::core::content::Remedy;

/// The parts of the view that change.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// What is empty until it is its turn to be drawn.
    InTurn(usize),
    /// How many were tried, in words.
    Count,
    /// How many as a bar, what helped, and where that is kept.
    Gauge,
    /// A remedy, and the id of what describes it. In the checklist it is judged too: did it help, and a note.
    Remedy {
        remedy: Rc<Remedy>,
        detail: String,
        judged: bool,
    },
    Tools,
    /// How many questions were found, in the words of the announcement.
    Status,
    NoMatch,
    Actions,
    /// How the last command went.
    Said,
    /// What is left to try.
    Left,
    /// What the visitor wants to ask at the appointment.
    Asking,
    /// Which parts go on the page for it.
    Choice,
    /// That page.
    Page,
}

impl Part {
    /// What it shows; `None` where nothing of it changes.
    fn topic(&self) -> Option<Topic> {
        match self {
            Self::InTurn(turn) => Some(Topic::Drawn(*turn)),
            Self::Tools | Self::Remedy { judged: false, .. } => None,
            Self::Count => Some(Topic::Record),
            Self::Gauge | Self::Left => Some(Topic::Settled),
            Self::Asking => Some(Topic::Asked),
            Self::Remedy { remedy, .. } => Some(Topic::Remedy(remedy.id.clone())),
            Self::Status => Some(Topic::Announced),
            Self::NoMatch => Some(Topic::Found),
            Self::Choice | Self::Page => Some(Topic::Choice),
            Self::Actions | Self::Said => Some(Topic::Said),
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct LiveProps {
    pub widget: Widget,
    pub part: Part,
}

/// A struct and no function: hooks would cost 4 KB of the wasm, for one watch that lives as long as the component.
pub struct Live {
    _watches: [Option<Watch>; 2],
    /// Of a remedy, its box.
    ticked: NodeRef,
}

impl Component for Live {
    /// That what it shows has changed.
    type Message = ();
    type Properties = LiveProps;

    fn create(ctx: &Context<Self>) -> Self {
        let LiveProps { widget, part, .. } = ctx.props();
        let ticked = NodeRef::default();
        let shown = || ctx.link().callback(|()| ());
        let also = match part {
            // The page for the appointment shows the record as well as what was chosen of it.
            Part::Page => Some(widget.watch(Topic::Settled, shown())),
            Part::Remedy { remedy, .. } => Some(widget.watch(Topic::Box(remedy.id.clone()), tick(widget, &remedy.id, &ticked))),
            _ => None,
        };
        let watches = [part.topic().map(|topic| widget.watch(topic, shown())), also];
        Self { _watches: watches, ticked }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LiveProps { widget, part, .. } = ctx.props();
        view(widget, part, &self.ticked)
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        let LiveProps { widget, part, .. } = ctx.props();
        // Not when the task is over in which it had its turn: Yew pauses where one is long, and goes on by a timer.
        if let Part::InTurn(turn) = part
            && (*turn == WHOLE || !first_render)
        {
            widget.tell(Topic::Stands);
        }
    }
}

/// Ticks a remedy's box as the record has it, without rendering what it stands in, which the frame that answers the tick would wait for.
fn tick(widget: &Widget, id: &Rc<str>, ticked: &NodeRef) -> Callback<()> {
    let (widget, id, ticked) = (widget.clone(), id.clone(), ticked.clone());
    Callback::from(move |()| widget.surface.tick(&ticked, widget.record.record().is_tried(&id)))
}

fn view(widget: &Widget, part: &Part, ticked: &NodeRef) -> Html {
    match part {
        Part::InTurn(turn) => turns::part(widget, *turn),
        Part::Count => count(widget),
        Part::Gauge => gauge(widget),
        Part::Remedy { remedy: one, detail, judged } => remedy(widget, one, detail, *judged, ticked),
        Part::Tools => tools(widget),
        Part::Status => status(widget),
        Part::NoMatch => no_match(widget),
        Part::Actions => actions(widget),
        Part::Said => said(widget),
        Part::Left => left(widget),
        Part::Asking => asking(widget),
        Part::Choice => choice(widget),
        Part::Page => page(widget),
    }
}
