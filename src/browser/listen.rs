//! Listens to the controls of a view, all of them in one place.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::home::{Ear, Home};
use crate::ui::controls::{Control, Use, used};
use crate::ui::widget::Widget;

/// Ends when dropped.
pub struct Listening {
    ear: Ear,
    /// One use can be within another: Escape empties the search.
    _then: Closure<dyn Fn(usize, Element) -> bool>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.ear.abort();
    }
}

/// Tells the widget of every use of a control below `root`.
pub fn listen(home: &Home, root: &HtmlElement, widget: &Widget) -> Listening {
    let widget = widget.clone();
    let then = Closure::new(move |how: usize, element| used(&widget, Use::ALL[how], control(Use::ALL[how], element)));
    Listening { ear: home.listen(root, then.as_ref()), _then: then }
}

fn control(how: Use, element: Element) -> Control {
    let attribute = |name: &str| element.get_attribute(name);
    if matches!(how, Use::Pressed | Use::Toggled) {
        let value = attribute("value").or_else(|| attribute("href")).unwrap_or_default();
        return Control { name: attribute("part").unwrap_or_default(), value, checked: false };
    }
    let name = attribute("name").unwrap_or_default();
    // A text area, too, has a value, and a box without a tick.
    let field: HtmlInputElement = element.unchecked_into();
    Control { name, value: field.value(), checked: field.checked() }
}
