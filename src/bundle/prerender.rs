//! The view as HTML, rendered on the host by Yew: what stands in the element before the program, and without it.

use std::rc::Rc;

use yew::{Callback, ServerRenderer};

use super::{languages, locale};
use crate::core::content::Document;
use crate::core::date::Date;
use crate::core::record::{Record, Stamp};
use crate::ui::live::{Live, LiveProps, Part};
use crate::ui::shared::{Keeping, SharedRecord};
use crate::ui::turns::WHOLE;
use crate::ui::widget::{Command, Options, Surface, Widget};

pub fn bundled() -> Document {
    Document::parse(languages::text("document-en")).expect("the build script checked it")
}

/// The widget's view of a document, given as text that was read before.
pub fn fallback(json: &str, options: Options) -> String {
    let json = json.to_owned();
    let options = Options { fallback: true, ..options };
    // The props are made on the renderer's own thread, because a document is shared by `Rc`.
    let renderer = ServerRenderer::<Live>::with_props(move || {
        let document = Rc::new(Document::parse(&json).expect("the caller has read it"));
        let record = SharedRecord::new(Record::default(), Keeping::default(), Rc::new(|then| then()));
        let (words, page) = (languages::wording(&document), NoPage { lang: document.lang.clone() });
        let widget = Widget::new(document, words, options, record, Box::new(page));
        LiveProps { widget, part: Part::InTurn(WHOLE) }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without drivers needs nothing of the system");
    runtime.block_on(renderer.hydratable(false).render())
}

/// There is no page on the host; what is rendered there asks for nothing but how its language writes numbers and days.
struct NoPage {
    lang: Rc<str>,
}

impl Surface for NoPage {
    fn now(&self) -> Stamp {
        0
    }

    fn date(&self, date: Option<Date>) -> String {
        date.map_or_else(String::new, |date| locale::date(&self.lang, date))
    }

    fn number(&self, n: usize) -> String {
        n.to_string()
    }

    fn plural(&self, _: usize) -> String {
        String::new()
    }

    fn when_whole(&self, _: Callback<bool>) {}

    fn search(&self, _: &str) -> Option<usize> {
        None
    }

    fn open_all(&self, _: bool) {}

    fn tick(&self, _: &yew::NodeRef, _: bool) {}

    fn go_to(&self, _: &str) {}

    fn clear_search(&self) {}

    fn when_typing_pauses(&self, _: Callback<()>) {}

    fn focus(&self, _: &str) {}

    fn is_copy(&self) -> bool {
        false
    }

    fn shows_appointment(&self) -> bool {
        false
    }

    fn run(&self, _: &Widget, _: Command) {}
}
