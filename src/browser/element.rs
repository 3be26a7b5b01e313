//! The element `<remedy-faq>`: its attributes, its shadow root, and the widget in it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

use super::home::Home;
use super::keeper::{Place, shared_record};
use super::listen::{Listening, listen};
use super::source::Given;
use super::standby::{self, Standby};
use super::surface::Page;
use super::{address, events, source, takeover};
use crate::core::record::Action;
use crate::core::words::Wording;
use crate::ui::app::is_long;
use crate::ui::live::{Live, LiveProps, Part};
use crate::ui::watch::{Topic, Watch};
use crate::ui::widget::{HeadingLevel, Open, Options, Widget};

/// What holds a mounted widget.
struct Mounted {
    host: HtmlElement,
    root: HtmlElement,
    home: Home,
    app: AppHandle<Live>,
    _watch: Watch,
    _listening: Listening,
    address: Option<EventListener>,
}

impl Mounted {
    /// Takes it out of the page, deaf to it. What ends the view itself comes with the program's second part.
    fn end(self) {
        let Self { root, home, app, .. } = self;
        root.remove();
        home.with_more(Box::new(|why| if why.is_none() { app.destroy() } else { std::mem::forget(app) }));
    }
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// One style sheet for all widgets of the page.
    static STYLE: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
}

/// Shows the widget in an element, or shows it anew after one of its attributes changed. The fallback, or what was shown
/// before, stays in place until the new view stands beside it, complete. What is open stays open, unless it was the
/// attribute `open` that changed.
pub fn mount(host: HtmlElement, home: Home, changed: Option<String>) {
    let again = (host.clone(), home.clone());
    let src = host.get_attribute("src");
    let show = move |given| {
        let (host, home) = again.clone();
        let (src, home_again, stays) = (src.clone(), home.clone(), changed.as_deref() != Some("open"));
        // Not in the task in which the document was read: both are long where they are the first code to run.
        home.later(Box::new(move || {
            // Removed, or overtaken: the element shows another document by now, or is about to.
            if host.is_connected() && host.get_attribute("src") == src {
                build(host, home_again, given, stays);
            }
        }));
    };
    source::document(&host, &home, Rc::new(show));
}

/// `stays` asks for what is open to stay open.
fn build(host: HtmlElement, home: Home, given: Given, stays: bool) {
    let document = given.document.clone();
    let words = Wording::new(given.words.as_deref(), &document.strings);
    let options = options(&host);
    let record = shared_record(&document.id, Place::parse(host.get_attribute("storage").as_deref()), takeover::record(&host), &home);

    let root: HtmlElement = self::document().create_element("div").expect("div is a tag name").unchecked_into();
    let page = Page::new(root.clone(), home.clone(), given, options.exclusive);
    let widget = Widget::new(document, words, options, record.clone(), Box::new(page));

    let watch = record.watch(Topic::Record, {
        let (host, widget) = (host.clone(), widget.clone());
        let told = RefCell::new(widget.record.record());
        Callback::from(move |()| {
            // Where the record is kept can change alone.
            let record = widget.record.record();
            if told.replace(record.clone()) != record {
                events::change(&host, &widget);
            }
        })
    });
    let listening = listen(&root, &widget);
    let is_hidden = is_long(&widget) && standby::hidden(&root, &shadow(&host, &home));
    let onready = {
        let rest = Rest { host: host.clone(), root: root.clone(), home: home.clone(), widget: widget.clone(), stays, standby: None };
        Callback::from(move |()| {
            let standby = if is_hidden { Standby::new(&rest.root) } else { None };
            Rest { standby, ..rest.clone() }.draw();
        })
    };
    let app = Renderer::<Live>::with_root_and_props(root.clone().into(), LiveProps { widget, part: Part::App, onready }).render();
    let mounted = Mounted { host, root, home, app, _watch: watch, _listening: listening, address: None };
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
}

/// Ends the widget of an element that was removed from its page.
pub fn unmount(host: &HtmlElement) {
    end(|one| one.host == *host);
}

/// Ends the widgets that are meant. Taken out before they are dropped: ending one may call back into this module.
fn end(meant: impl FnMut(&Mounted) -> bool) {
    let ended: Vec<Mounted> = MOUNTED.with_borrow_mut(|all| {
        let (ended, kept) = std::mem::take(all).into_iter().partition(meant);
        *all = kept;
        ended
    });
    ended.into_iter().for_each(Mounted::end);
}

/// A view that is being drawn, a part in each task, while what was there before can be used.
#[derive(Clone)]
struct Rest {
    host: HtmlElement,
    root: HtmlElement,
    home: Home,
    widget: Widget,
    stays: bool,
    standby: Option<Standby>,
}

impl Rest {
    fn draw(self) {
        if !MOUNTED.with_borrow(|all| all.iter().any(|one| one.root == self.root)) {
            // Removed, or overtaken by another change, before it was ready.
            return;
        }
        let home = self.home.clone();
        home.later(Box::new(move || {
            if self.widget.draw() || self.standby.as_ref().is_some_and(Standby::advance) { self.draw() } else { take_over(&self) }
        }));
    }
}

/// Puts the finished view into the shadow root, in one task, so that nothing flashes or jumps.
fn take_over(Rest { host, root, home, widget, stays, .. }: &Rest) {
    if !MOUNTED.with_borrow(|all| all.iter().any(|one| one.root == *root)) {
        return;
    }
    let focused = takeover::focused(host);
    let scrolled = gloo::utils::window().scroll_y().unwrap_or_default();
    let shadow = shadow(host, home);
    let slot = shadow.first_element_child().filter(|shown| shown.tag_name() == "SLOT");
    let earlier = shadow.first_element_child().filter(|_| slot.is_none());
    let open = if *stays { takeover::open(earlier.as_ref().unwrap_or(host)) } else { None };
    let touched = if earlier.is_none() { takeover::touched(host) } else { Vec::new() };
    for one in &touched {
        let (id, tried): (Rc<str>, bool) = (one.value().into(), one.checked());
        if widget.record.record().is_tried(&id) != tried {
            widget.act(&Action::Tick { id, tried });
        }
    }
    // The ticks have waited for the program long enough, and the view's first frame has them in it.
    widget.record.save();
    if let Some(slot) = slot {
        slot.remove();
    }
    root.set_hidden(false);
    if !root.is_connected() {
        shadow.append_child(root).expect("a fresh div can be appended");
    }
    // What was shown with earlier attributes; what comes with later ones is not yet ready.
    let mut earlier = true;
    end(|one| {
        earlier &= one.root != *root;
        earlier && one.host == *host
    });
    if let Some(open) = open {
        takeover::open_alike(root, &shadow, open);
    }
    if let Some(focused) = focused {
        takeover::refocus(root, &focused);
    }
    for one in touched {
        // A browser that restores form fields on reload must not bring back a tick that was taken away since.
        one.set_checked(one.default_checked());
    }
    if scrolled > 0.0 {
        // Firefox and WebKit lose the place when the fallback goes. At the top there is none, and to ask has the page laid out.
        let window = gloo::utils::window();
        window.scroll_to_with_x_and_y(window.scroll_x().unwrap_or_default(), scrolled);
    }
    let address = address::follow(shadow);
    MOUNTED.with_borrow_mut(|all| {
        if let Some(mounted) = all.iter_mut().find(|one| one.root == *root) {
            mounted.address = Some(address);
        }
    });
    events::ready(host);
}

fn shadow(host: &HtmlElement, home: &Home) -> ShadowRoot {
    host.shadow_root().unwrap_or_else(|| open_shadow(host, &home.css()))
}

fn open_shadow(host: &HtmlElement, css: &str) -> ShadowRoot {
    let shadow =
        host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a custom element without a shadow root can have one");
    STYLE.with(|style| {
        if let Some(style) = style.get_or_init(|| style_sheet(css)) {
            // Adopted style sheets are the one kind that a host's `style-src 'none'` lets through.
            let _ = Reflect::set(&shadow, &"adoptedStyleSheets".into(), &Array::of1(style));
        }
    });
    shadow
}

fn style_sheet(css: &str) -> Option<CssStyleSheet> {
    let style = CssStyleSheet::new().ok()?;
    style.replace_sync(css).ok()?;
    Some(style)
}

fn options(host: &HtmlElement) -> Options {
    let attribute = |name| host.get_attribute(name).filter(|value: &String| !value.is_empty());
    Options {
        exclusive: host.has_attribute("exclusive"),
        open: open_attribute(host),
        heading_level: attribute("heading-level").and_then(|level| HeadingLevel::parse(&level)),
        fallback: false,
        lang: attribute("lang"),
        dir: attribute("dir").filter(|dir| dir == "ltr" || dir == "rtl"),
    }
}

fn open_attribute(host: &HtmlElement) -> Open {
    match host.get_attribute("open").as_deref() {
        Some("first") => Open::First,
        Some("all") => Open::All,
        _ => Open::None,
    }
}
