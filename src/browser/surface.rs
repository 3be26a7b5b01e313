//! The page around the view: what the view asks for, done on the DOM.
//!

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventInit, HtmlElement, HtmlInputElement, InputEvent};
use yew::Callback;

use super::commands::{self, Home};
use super::found::Found;
use super::source::Given;
use crate::core::backup;
use crate::core::content::Document;
use crate::core::date::Date;
use crate::core::fhir;
use crate::core::record::Stamp;
use crate::core::search::{Index, Query};
use crate::core::words::Word;
use crate::ui::appointment::summary;
use crate::ui::widget::{Command, Surface, Widget};

/// How long typing must pause before what was found is announced, in milliseconds.
const PAUSE: u32 = 400;

pub struct Page {
    /// The element that holds the view.
    root: HtmlElement,
    home: Home,
    document: Rc<Document>,
    /// The document as it came, where it is not the bundled one.
    own: Option<Rc<str>>,
    /// The words of its language, where they are not English.
    words: Option<Rc<str>>,
    exclusive: bool,
    index: OnceCell<Index>,
    found: OnceCell<Rc<Found>>,
    /// What waits for typing to pause.
    pause: RefCell<Option<Timeout>>,
}

impl Page {
    pub fn new(root: HtmlElement, home: Home, Given { document, own, words }: Given, exclusive: bool) -> Self {
        Self { root, home, own, words, exclusive, index: OnceCell::new(), found: OnceCell::new(), pause: RefCell::default(), document }
    }

    /// The questions' elements, and what a search does to them. They are the view's for its whole life.
    fn found(&self) -> &Rc<Found> {
        self.found.get_or_init(|| Found::new(self.home.clone(), &self.root))
    }
}

impl Surface for Page {
    fn shows_appointment(&self) -> bool {
        !all::<Element>(&self.root, "[part=appointment][open]").is_empty()
    }

    fn run(&self, widget: &Widget, command: Command) {
        match command {
            Command::PrintAll => commands::print(&self.root, ""),
            Command::PrintOpen => {
                // What the search would open when it came near.
                self.found().show_rest(0..usize::MAX);
                commands::print(&self.root, "open");
            }
            Command::SaveCopy => commands::save_copy(&self.home, &self.root, widget, self.own.clone(), self.words.clone()),
            Command::Backup => {
                let backup = backup::to_json(&self.document.id, &widget.record.record());
                self.home.download(&backup, &[&self.document.id, "-backup.json"].concat(), "application/json");
                widget.say(Word::Downloaded);
            }
            Command::Restore => commands::restore(&self.home, widget),
            Command::Fhir => {
                let now = String::from(js_sys::Date::new_0().to_iso_string());
                let record = widget.record.record();
                let resource = fhir::questionnaire_response(&self.document, &record, &widget.words, widget.choice(), &now);
                self.home.download(&resource, &[&self.document.id, "-fhir.json"].concat(), "application/fhir+json");
                widget.say(Word::Downloaded);
            }
            Command::PrintSummary => commands::print(&self.root, "page"),
            Command::CopySummary => commands::copy_text(&self.home, widget, &summary(widget).to_text()),
            Command::DownloadSummary => {
                self.home.download(&summary(widget).to_text(), &[&self.document.id, ".txt"].concat(), "text/plain;charset=utf-8");
                widget.say(Word::Downloaded);
            }
        }
    }

    fn focus(&self, part: &str) {
        if let Some(button) = all::<HtmlElement>(&self.root, &["[part='", part, "'],[name='", part, "']"].concat()).first() {
            focus(button);
        }
    }

    fn clear_search(&self) {
        if let Some(input) = all::<HtmlInputElement>(&self.root, "input[type=search]").first() {
            input.set_value("");
            focus(input);
            // As a visitor's own clearing would, so that there is one way to search.
            let event = EventInit::new();
            event.set_bubbles(true);
            if let Ok(event) = InputEvent::new_with_event_init_dict("input", &event.unchecked_into()) {
                let _ = input.dispatch_event(&event);
            }
        }
    }

    fn when_typing_pauses(&self, then: Callback<()>) {
        self.pause.replace(Some(Timeout::new(PAUSE, move || then.emit(()))));
    }

    fn now(&self) -> Stamp {
        (js_sys::Date::now() / 1000.0) as Stamp
    }

    fn date(&self, date: Option<Date>) -> String {
        self.home.date(&self.document.lang, date.map(|date| date.to_string()).as_deref())
    }

    fn number(&self, n: usize) -> String {
        self.home.number(&self.document.lang, n as u32)
    }

    fn plural(&self, n: usize) -> String {
        self.home.plural(&self.document.lang, n as u32)
    }

    fn search(&self, query: &str) -> Option<usize> {
        let query = Query::new(query);
        let found = self.found();
        let index = self.index.get_or_init(|| Index::new(&self.document));
        found.forget();
        if query.is_empty() {
            found.hide(&mut |_| false);
            found.close(&|_| true);
            return None;
        }
        let hits = index.search(&query);
        let mut next_hit = hits.iter().peekable();
        found.hide(&mut |index| next_hit.next_if(|hit| hit.question == index).is_none());
        let wanted: Vec<usize> = hits.iter().filter(|hit| hit.in_answer).map(|hit| hit.question).collect();
        // Questions of one group close each other: only the first match can stay open.
        let most = if self.exclusive { wanted.len().min(1) } else { wanted.len() };
        found.close(&|index| wanted[..most].binary_search(&index).is_err());
        let count = hits.len();
        found.point_out(hits, query, self.exclusive);
        Some(count)
    }

    fn open_all(&self, open: bool) {
        for question in &self.found().questions {
            if !question.hidden() {
                question.set_open(open);
            }
        }
    }

    fn go_to(&self, id: &str) {
        if let Some(element) = self.root.query_selector(&format!("[id='{id}']")).ok().flatten() {
            show(&element);
        }
    }
}

/// Scrolls an element into view and moves the focus to it.
pub fn show(element: &Element) {
    element.scroll_into_view();
    let target = element.query_selector("summary").ok().flatten().unwrap_or_else(|| element.clone());
    if target.tag_name() != "SUMMARY" && !target.has_attribute("tabindex") {
        // A heading takes the focus only when asked for it. The attribute is well formed, so this does not fail.
        let _ = target.set_attribute("tabindex", "-1");
    }
    focus(target.unchecked_ref());
}

/// Moves the focus without scrolling.
pub fn focus(element: &HtmlElement) {
    let quietly = web_sys::FocusOptions::new();
    quietly.set_prevent_scroll(true);
    // An element that is there can be asked for the focus; whether it takes it is its own affair.
    let _ = element.focus_with_options(&quietly);
}

/// Every element below `root` that a selector finds.
pub fn all<T: JsCast>(root: &Element, selector: &str) -> Vec<T> {
    // A selector with a host's own odd address in it may be no selector at all.
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)).map(JsCast::unchecked_into).collect()
}
