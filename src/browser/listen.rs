//! Listens to the controls of a view, all of them in one place.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::ui::controls::{Control, Use, used};
use crate::ui::widget::Widget;

const EVENTS: [(&str, Use); 6] = [
    ("click", Use::Pressed),
    ("change", Use::Changed),
    ("input", Use::Typed),
    ("focusin", Use::Focused),
    ("keydown", Use::Escaped),
    ("toggle", Use::Toggled),
];

/// Ends when dropped.
pub type Listening = [EventListener; EVENTS.len()];

/// Tells the widget of every use of a control below `root`.
pub fn listen(root: &HtmlElement, widget: &Widget) -> Listening {
    // On their way down, because `toggle` does not come up.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EVENTS.map(|(kind, how)| {
        let widget = widget.clone();
        EventListener::new_with_options(root, kind, options, move |event| {
            if control(event, how).is_some_and(|control| used(&widget, how, control)) {
                event.prevent_default();
            }
        })
    })
}

/// The control that an event is about, if it is about one.
fn control(event: &Event, how: Use) -> Option<Control> {
    let target: Element = event.target()?.unchecked_into();
    let attribute = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    match how {
        Use::Pressed => {
            let pressed = target.closest("button,.rf-jump").ok()??;
            let value = pressed.get_attribute("value").unwrap_or_else(|| attribute(&pressed, "href"));
            return Some(Control { name: attribute(&pressed, "part"), value, checked: false });
        }
        Use::Toggled => return Some(Control { name: attribute(&target, "part"), ..Control::default() }),
        Use::Escaped if event.unchecked_ref::<KeyboardEvent>().key() != "Escape" => return None,
        _ => {}
    }
    let name = target.get_attribute("name")?;
    // A text area, too, has a value, and a box without a tick.
    let field: HtmlInputElement = target.unchecked_into();
    Some(Control { name, value: field.value(), checked: field.checked() })
}
