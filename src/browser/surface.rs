//! The page around the view: what the view asks for, done on the DOM.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement};
use yew::{Callback, NodeRef};

use super::commands;
use super::home::Home;
use super::searching::{self, Searching};
use super::source::Given;
use crate::core::content::Document;
use crate::core::date::Date;
use crate::core::record::Stamp;
use crate::ui::app::GROUP;
use crate::ui::widget::{Command, Surface, Widget};

/// How long typing must pause before what was found is announced, in milliseconds.
const PAUSE: u32 = 400;

/// What is shown, and where.
#[derive(Clone)]
pub struct Shown {
    /// The element that holds the view.
    pub root: HtmlElement,
    pub home: Home,
    pub document: Rc<Document>,
    /// The document as it came, where it is not the bundled one.
    pub own: Option<Rc<str>>,
    /// The words of its language, where they are not English.
    pub words: Option<Rc<str>>,
}

pub struct Page {
    shown: Shown,
    exclusive: bool,
    searching: OnceCell<Rc<Searching>>,
    /// Where the page for the appointment is, once it stands.
    appointment: OnceCell<HtmlDetailsElement>,
    /// What waits for typing to pause.
    pause: RefCell<Option<Timeout>>,
}

impl Page {
    pub fn new(root: HtmlElement, home: Home, Given { document, own, words }: Given, exclusive: bool) -> Self {
        let shown = Shown { root, home, document, own, words };
        Self { shown, exclusive, searching: OnceCell::new(), appointment: OnceCell::new(), pause: RefCell::default() }
    }

    /// Looked for once: it is asked for at every tick, and a view is large.
    fn appointment(&self) -> Option<&HtmlDetailsElement> {
        let look = || all(&self.shown.root, "[part=appointment]").pop();
        self.appointment.get().or_else(|| look().map(|found| self.appointment.get_or_init(|| found)))
    }
}

impl Surface for Page {
    fn when_whole(&self, then: Callback<bool>) {
        self.shown.home.with_more(Box::new(move |why| then.emit(why.is_none())));
    }

    fn shows_appointment(&self) -> bool {
        // What is in it comes with the rest of the program.
        self.shown.home.whole() && self.appointment().is_some_and(HtmlDetailsElement::open)
    }

    fn is_copy(&self) -> bool {
        document().query_selector("remedy-faq>script[data-record]").is_ok_and(|record| record.is_some())
    }

    fn run(&self, widget: &Widget, command: Command) {
        if let (Command::PrintOpen, Some(searching)) = (command, self.searching.get()) {
            // What the search would open when it came near.
            searching.open_rest();
        }
        commands::run(&self.shown, widget, command);
    }

    fn focus(&self, part: &str) {
        if let Some(button) = all::<HtmlElement>(&self.shown.root, &["[part='", part, "'],[name='", part, "']"].concat()).first() {
            focus(button);
        }
    }

    fn clear_search(&self) {
        if let Some(input) = searching::empty(&self.shown.root) {
            focus(&input);
        }
    }

    fn when_typing_pauses(&self, then: Callback<()>) {
        let searching = self.searching.get().filter(|_| self.shown.document.questions.len() <= GROUP).cloned();
        self.pause.replace(Some(Timeout::new(PAUSE, move || {
            then.emit(());
            if let Some(searching) = searching {
                searching.open_rest();
            }
        })));
    }

    fn now(&self) -> Stamp {
        (js_sys::Date::now() / 1000.0) as Stamp
    }

    fn date(&self, date: Option<Date>) -> String {
        self.shown.home.date(&self.shown.document.lang, date.map(Date::to_text).as_deref())
    }

    fn number(&self, n: usize) -> String {
        self.shown.home.number(&self.shown.document.lang, n as u32)
    }

    fn plural(&self, n: usize) -> String {
        self.shown.home.plural(&self.shown.document.lang, n as u32)
    }

    fn search(&self, query: &str) -> Option<usize> {
        let Shown { root, home, document, .. } = &self.shown;
        self.searching.get_or_init(|| Searching::new(home, root, document, self.exclusive).into()).search(query)
    }

    fn open_all(&self, open: bool) {
        for question in all::<HtmlDetailsElement>(&self.shown.root, "details[part=question]:not([hidden])") {
            question.set_open(open);
        }
    }

    fn tick(&self, field: &NodeRef, ticked: bool) {
        if let Some(field) = field.get() {
            field.unchecked_ref::<HtmlInputElement>().set_checked(ticked);
        }
    }

    fn go_to(&self, id: &str) {
        if let Some(element) = self.shown.root.query_selector(&["[id='", id, "']"].concat()).ok().flatten() {
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
