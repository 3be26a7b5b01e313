//! The element `<remedy-faq>`: its attributes, its shadow root, and the widget in it.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

use super::home::Home;
use super::keeper::{Place, shared_record};
use super::listen::{Listening, listen};
use super::source::Given;
use super::surface::{Page, show};
use super::{address, source, standby, takeover};
use crate::core::record::Action;
use crate::core::words::Wording;
use crate::ui::app::is_long;
use crate::ui::live::{Live, LiveProps, Part};
use crate::ui::turns::WHOLE;
use crate::ui::watch::{Topic, Watch};
use crate::ui::widget::{HeadingLevel, Open, Options, Widget};

/// What holds a mounted widget.
struct Mounted {
    shown: Rc<Shown>,
    app: AppHandle<Live>,
    _watches: [Watch; 2],
    _listening: Listening,
}

impl Mounted {
    /// Takes it out of the page, deaf to it. What ends the view itself comes with the program's second part.
    fn end(self) {
        let Self { shown, app, .. } = self;
        shown.root.remove();
        shown.home.with_more(Box::new(|why| if why.is_none() { app.destroy() } else { std::mem::forget(app) }));
    }
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// Follows the address for all of them.
    static FOLLOWING: OnceCell<EventListener> = const { OnceCell::new() };
}

/// Shows the widget in an element, or shows it anew after one of its attributes changed. The fallback, or what was shown
/// before, stays in place until the new view stands beside it, complete. What is open stays open, unless it was the
/// attribute `open` that changed.
pub fn mount(host: HtmlElement, home: Home, changed: Option<String>) {
    let again = (host.clone(), home.clone());
    let then = source::asked(&host);
    let show = move |given| {
        let (host, home) = again.clone();
        let (then, home_again, changed) = (then.clone(), home.clone(), changed.clone());
        // Not in the task in which the document was checked: both are long where they are the first code to run.
        home.later(Box::new(move || {
            // Removed, or overtaken: the element shows another document by now, or is about to.
            if host.is_connected() && source::asked(&host) == then {
                build(host, home_again, given, changed);
            }
        }));
    };
    source::document(&host, &home, Rc::new(show));
}

fn build(host: HtmlElement, home: Home, given: Given, changed: Option<String>) {
    let document = given.document.clone();
    let words = Wording::new(given.words.as_deref(), &document.strings);
    let options = options(&host);
    let record = shared_record(&document.id, Place::parse(host.get_attribute("storage").as_deref()), takeover::record(&host), &home);

    let root: HtmlElement = self::document().create_element("div").expect("div is a tag name").unchecked_into();
    let page = Page::new(root.clone(), home.clone(), given, options.exclusive);
    let widget = Widget::new(document, words, options, record.clone(), Box::new(page));

    let watch = record.watch(Topic::Record, {
        let (host, root, home, widget) = (host.clone(), root.clone(), home.clone(), widget.clone());
        let tell = move |()| {
            let tried: Array = widget.tried().map(|remedy| JsValue::from(&*remedy.id)).collect();
            home.changed(&host, &root, &tried, widget.document.remedies.len() as u32);
        };
        tell(());
        Callback::from(tell)
    });
    let listening = listen(&home, &root, &widget);
    let is_hidden = is_long(&widget) && standby::hidden(&root, &shadow(&host, &home));
    let shown = Rc::new(Shown { host, root, home, widget, changed, standby: is_hidden.then(standby::holder) });
    let stands = shown.widget.watch(Topic::Stands, {
        let shown = shown.clone();
        Callback::from(move |()| {
            if let Some(holder) = &shown.standby {
                standby::take_out(&shown.root, holder);
            }
            shown.clone().go_on();
        })
    });
    // Not in the task of all that stands above: what runs for the first time is compiled then.
    shown.home.clone().later(Box::new(move || {
        if shown.host.is_connected() {
            let props = LiveProps { widget: shown.widget.clone(), part: Part::InTurn(WHOLE) };
            let app = Renderer::<Live>::with_root_and_props(shown.root.clone().into(), props).render();
            let mounted = Mounted { shown, app, _watches: [watch, stands], _listening: listening };
            MOUNTED.with_borrow_mut(|all| all.push(mounted));
        } else {
            // Removed meanwhile. It holds the widget, and what ends that may not have come yet.
            std::mem::forget(listening);
        }
    }));
}

/// Ends the widget of an element that was removed from its page.
pub fn unmount(host: &HtmlElement) {
    end(|one| one.shown.host == *host);
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

/// A widget's view. It is drawn a part in each task, while what was there before can be used.
struct Shown {
    host: HtmlElement,
    root: HtmlElement,
    home: Home,
    widget: Widget,
    /// The attribute that was changed, where an element is shown anew.
    changed: Option<String>,
    /// What holds the groups of a long one until it is shown.
    standby: Option<Element>,
}

impl Shown {
    /// Draws the next part in a task of its own, which goes on here when that stands; takes over when all do.
    fn go_on(self: Rc<Self>) {
        self.home.clone().later(Box::new(move || {
            if !MOUNTED.with_borrow(|all| all.iter().any(|one| one.shown.root == self.root)) {
                // Removed, or overtaken by another change, before it was ready.
                return;
            }
            if self.widget.draw() {
                return;
            }
            if self.standby.as_ref().is_some_and(|holder| standby::bring_in(&self.root, holder)) { self.go_on() } else { take_over(&self) }
        }));
    }
}

/// Puts the finished view into the shadow root, in one task, so that nothing flashes or jumps.
fn take_over(Shown { host, root, home, widget, changed, .. }: &Shown) {
    let scrolled = home.scrolled();
    let shadow = shadow(host, home);
    let slot = shadow.first_element_child().filter(|shown| shown.tag_name() == "SLOT");
    let earlier = shadow.first_element_child().filter(|_| slot.is_none());
    let is_first = earlier.is_none();
    let before = earlier.as_ref().unwrap_or(host);
    let focused = takeover::focused(before);
    // Where another document stood in, untouched, its questions say nothing of those that come.
    let stays = is_first || changed.as_deref().is_some_and(|changed| changed != "open");
    let open = if stays { takeover::open(before, is_first) } else { None };
    let touched = if is_first { takeover::touched(host) } else { Vec::new() };
    for one in &touched {
        let (id, tried): (Rc<str>, bool) = (one.value().into(), one.checked());
        if widget.record.record().is_tried(&id) != tried {
            widget.act(&Action::Tick { id, tried });
        }
    }
    // Who has done something already is not led away from it.
    let is_used = is_first && (focused.is_some() || open.is_some() || !touched.is_empty());
    // The ticks have waited for the program long enough, and the view's first frame has them in it.
    widget.record.save();
    if let Some(slot) = slot {
        slot.remove();
    }
    // What was shown with earlier attributes; what comes with later ones is not yet ready. It goes first: of two open questions of one
    // `name` the browser closes the one that comes.
    let mut earlier = true;
    end(|one| {
        earlier &= one.shown.root != *root;
        earlier && one.shown.host == *host
    });
    root.set_hidden(false);
    if !root.is_connected() {
        shadow.append_child(root).expect("a fresh div can be appended");
    }
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
    scrolled.restore();
    FOLLOWING.with(|following| {
        following.get_or_init(|| {
            let home = home.clone();
            EventListener::new(&gloo::utils::window(), "hashchange", move |_| follow(&home, None, true))
        });
    });
    if is_first || changed.is_none() {
        follow(home, Some(host), !is_used);
    }
    home.ready(host);
}

/// Opens the question that the address names in the first element that has it; where one has just come, only if it alone has it, because
/// otherwise another has followed the address already. `leads` there, too.
fn follow(home: &Home, come: Option<&HtmlElement>, leads: bool) {
    let id = home.named();
    // Nothing that follows from it ends or adds a widget before this is over.
    MOUNTED.with_borrow(|all| {
        let mut have = all.iter().filter_map(|one| Some((&one.shown.host, address::question(&one.shown.host, &id)?)));
        if let Some((host, question)) = have.next()
            && come.is_none_or(|come| come == host && have.next().is_none())
        {
            question.set_open(true);
            if leads {
                show(&question);
            }
        }
    });
}

fn shadow(host: &HtmlElement, home: &Home) -> ShadowRoot {
    host.shadow_root().unwrap_or_else(|| open_shadow(host, home))
}

fn open_shadow(host: &HtmlElement, home: &Home) -> ShadowRoot {
    let shadow =
        host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a custom element without a shadow root can have one");
    home.dress(&shadow);
    shadow
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
