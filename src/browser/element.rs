//! The element `<remedy-faq>`: its attributes, its shadow root, its events, and the widget in it.

use std::cell::{OnceCell, RefCell};

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, CustomEvent, CustomEventInit, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::{AppHandle, Callback, Renderer};

use super::commands::Home;
use super::keeper::{Place, shared_record};
use super::surface::Page;
use super::{address, takeover};
use crate::core::content::Document;
use crate::core::record::Action;
use crate::ui::live::{Live, LiveProps, Part};
use crate::ui::watch::{Topic, Watch};
use crate::ui::widget::{HeadingLevel, Open, Options, Surface, Widget};

/// What holds a mounted widget; ends it when dropped.
struct Mounted {
    host: HtmlElement,
    root: HtmlElement,
    app: Option<AppHandle<Live>>,
    _events: Watch,
    address: Option<EventListener>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

thread_local! {
    static MOUNTED: RefCell<Vec<Mounted>> = const { RefCell::new(Vec::new()) };
    /// One style sheet for all widgets of the page.
    static STYLE: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
}

const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/muscle-knots.json"));

/// Shows the widget in an element. The fallback stays in place until the widget stands beside it, complete.
pub fn mount(host: HtmlElement, home: Home) {
    let document = std::rc::Rc::new(Document::parse(BUNDLED).expect("the build checked the bundled document"));
    let found = takeover::read(&host);
    let options = options(&host, found.open);
    let record = shared_record(&document.id, Place::parse(host.get_attribute("storage").as_deref()), found.record);

    let root: HtmlElement = self::document().create_element("div").expect("div is a tag name").unchecked_into();
    let page = Page::new(root.clone(), home.clone(), document.clone(), options.exclusive);
    let now = page.now();
    let widget = Widget::new(document, options, record.clone(), Box::new(page));
    for (id, tried) in found.changed {
        if record.record().is_tried(&id) != tried {
            record.dispatch(&Action::Tick { id, tried }, now);
        }
    }

    let events = record.watch(Topic::Record, {
        let (host, widget) = (host.clone(), widget.clone());
        Callback::from(move |()| emit(&host, "remedy-faq-change", &changed(&widget)))
    });
    let onready = {
        let (host, root) = (host.clone(), root.clone());
        Callback::from(move |()| take_over(&host, &root, &home))
    };
    let app = Renderer::<Live>::with_root_and_props(root.clone().into(), LiveProps { widget, part: Part::App, onready }).render();
    let mounted = Mounted { host, root, app: Some(app), _events: events, address: None };
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
}

/// Ends the widget of an element that was removed from its page.
pub fn unmount(host: &HtmlElement) {
    // Taken out before it is dropped: ending it may call back into this module.
    let ended = MOUNTED.with_borrow_mut(|all| {
        let place = all.iter().position(|one| one.host == *host)?;
        Some(all.swap_remove(place))
    });
    drop(ended);
}

/// Puts the finished view into the shadow root, in one task, so that nothing flashes or jumps.
fn take_over(host: &HtmlElement, root: &HtmlElement, home: &Home) {
    let focused = takeover::focused(host);
    let shadow = host.shadow_root().unwrap_or_else(|| open_shadow(host, &home.css()));
    shadow.append_child(root).expect("a fresh div can be appended");
    if let Some(place) = focused {
        takeover::refocus(root, place);
    }
    takeover::settle(host);
    let address = address::follow(root.clone());
    MOUNTED.with_borrow_mut(|all| {
        if let Some(mounted) = all.iter_mut().find(|one| one.host == *host) {
            mounted.address = Some(address);
        }
    });
    emit(host, "remedy-faq-ready", &JsValue::NULL);
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

fn options(host: &HtmlElement, open: Option<Vec<String>>) -> Options {
    let open = match (open, host.get_attribute("open").as_deref()) {
        (Some(ids), _) => Open::These(ids),
        (None, Some("first")) => Open::First,
        (None, Some("all")) => Open::All,
        (None, _) => Open::None,
    };
    let heading_level = host.get_attribute("heading-level").and_then(|level| HeadingLevel::parse(&level));
    Options { exclusive: host.has_attribute("exclusive"), open, heading_level }
}

/// The detail of `remedy-faq-change`: `{tried: [ids], total}`.
fn changed(widget: &Widget) -> JsValue {
    let tried: Array = widget.tried().map(|remedy| JsValue::from(&*remedy.id)).collect();
    let detail = Object::new();
    // Setting a property of a plain object of our own does not fail.
    let _ = Reflect::set(&detail, &"tried".into(), &tried);
    let _ = Reflect::set(&detail, &"total".into(), &(widget.document.remedies.len() as u32).into());
    detail.into()
}

fn emit(host: &HtmlElement, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(name, &init).expect("an event's name can be any string");
    // A listener of the host that throws is the host's affair.
    let _ = host.dispatch_event(&event);
}
