//! The view as HTML, rendered on the host by Yew: what stands in the element before the program, and without it.

use std::rc::Rc;

use yew::{Callback, ServerRenderer};

use crate::core::content::Document;
use crate::core::record::Stamp;
use crate::ui::live::{Live, LiveProps, Part};
use crate::ui::shared::SharedRecord;
use crate::ui::widget::{Command, Options, Surface, Widget};

pub const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/muscle-knots.json"));

pub fn bundled() -> Document {
    Document::parse(BUNDLED).expect("the build script checked it")
}

/// The widget's view of a document, given as text that was read before.
pub fn fallback(json: &str, options: Options) -> String {
    let json = json.to_owned();
    // The props are made on the renderer's own thread, because a document is shared by `Rc`.
    let renderer = ServerRenderer::<Live>::with_props(move || {
        let document = Document::parse(&json).expect("the caller has read it");
        let widget = Widget::new(Rc::new(document), options, SharedRecord::default(), Box::new(NoPage));
        LiveProps { widget, part: Part::App, onready: Callback::noop() }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without drivers needs nothing of the system");
    runtime.block_on(renderer.hydratable(false).render())
}

/// There is no page on the host; what is rendered there asks for nothing.
struct NoPage;

impl Surface for NoPage {
    fn now(&self) -> Stamp {
        0
    }

    fn today(&self) -> String {
        String::new()
    }

    fn search(&self, _: &str) -> Option<usize> {
        None
    }

    fn open_all(&self, _: bool) {}

    fn go_to(&self, _: &str) {}

    fn clear_search(&self) {}

    fn when_typing_pauses(&self, _: Callback<()>) {}

    fn focus(&self, _: &str) {}

    fn run(&self, _: &Widget, _: Command) {}
}
