//! The events that the element emits: `remedy-faq-ready`, `remedy-faq-change` and `remedy-faq-error`.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::ui::widget::Widget;

pub fn ready(host: &HtmlElement) {
    emit(host, "remedy-faq-ready", &JsValue::NULL);
}

/// `detail: {tried: [ids], total}`
pub fn change(host: &HtmlElement, widget: &Widget) {
    let tried: Array = widget.tried().map(|remedy| JsValue::from(&*remedy.id)).collect();
    let total = widget.document.remedies.len() as u32;
    emit(host, "remedy-faq-change", &object(&[("tried", &tried), ("total", &total.into())]));
}

/// `detail: {message}`, and a line in the console for whoever edits the page.
pub fn error(host: &HtmlElement, message: &str) {
    let message = JsValue::from(["remedy-faq: ", message].concat());
    web_sys::console::error_1(&message);
    emit(host, "remedy-faq-error", &object(&[("message", &message)]));
}

fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object of our own does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
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
