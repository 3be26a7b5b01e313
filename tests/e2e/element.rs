//! An element of a page, used as a visitor would: clicked, typed into, read; and as a screen reader would: role and name.

use std::rc::Rc;

use fantoccini::elements::Element as Handle;
use serde_json::{Value, json};

use super::browser::Browser;

/// The name under which WebDriver hands over an element.
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Brings an element into view if need be, as WebDriver has it. Gives whether a click on the middle of what is seen of it hits
/// it, and nothing else of the page.
const HIT: &str = "
    const one = arguments[0];
    const hit = () => {
        const box = one.getClientRects()[0];
        if (!box) return false;
        const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
        const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
        if (right - left < 1 || bottom - top < 1) return false;
        const [x, y] = [Math.floor((left + right) / 2), Math.floor((top + bottom) / 2)];
        let at = document.elementFromPoint(x, y);
        for (let inner; (inner = at?.shadowRoot?.elementFromPoint(x, y)) && inner !== at; ) at = inner;
        while (at && at !== one) at = at.parentNode ?? at.host;
        return Boolean(at);
    };
    if (hit()) return true;
    one.scrollIntoView({ behavior: 'instant', block: 'end', inline: 'nearest' });
    return hit();";

pub struct Element {
    browser: Rc<Browser>,
    handle: Handle,
}

impl Element {
    /// The element that a script gave back.
    pub fn from_json(browser: &Rc<Browser>, value: &Value) -> Option<Self> {
        let id = value[REFERENCE].as_str()?.to_owned();
        Some(Self { browser: browser.clone(), handle: Handle::from_element_id(browser.client().clone(), id.into()) })
    }

    /// Brings it into view and clicks on its middle, with what a person's click does. Fails if something covers it.
    ///
    /// chromedriver keeps a core busy for a tenth of a second over that, and Firefox's waits twice as long for a page that might
    /// be on its way. So the mouse goes straight to what can be hit, and the driver has a say in all else, and in WebKit in
    /// everything.
    #[track_caller]
    pub fn click(&self) {
        let at_once = self.browser.engine().has_mouse && self.eval(HIT) == true;
        if !at_once || !self.browser.click_on(&self.handle) {
            self.browser.ask("click", self.handle.click());
        }
    }

    /// Focuses it and types.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.browser.ask("type", self.handle.send_keys(text));
    }

    /// The text that is seen.
    #[track_caller]
    pub fn text(&self) -> String {
        self.browser.ask("text", self.handle.text())
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.browser.ask("attribute", self.handle.attr(name))
    }

    #[track_caller]
    pub fn value(&self) -> String {
        self.browser.ask("value", self.handle.prop("value")).unwrap_or_default()
    }

    #[track_caller]
    pub fn is_ticked(&self) -> bool {
        self.browser.ask("ticked", self.handle.is_selected())
    }

    /// Whether it takes room on the page and is painted there.
    #[track_caller]
    pub fn is_shown(&self) -> bool {
        let script =
            "return arguments[0].checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false })
            && arguments[0].getClientRects().length > 0";
        self.eval(script) == true
    }

    /// Whether its first line stands in the part of the page that is seen.
    #[track_caller]
    pub fn is_in_view(&self) -> bool {
        let script = "const { top, bottom, height } = arguments[0].getBoundingClientRect();
            return height > 0 && top >= -1 && Math.min(bottom, top + 20) <= innerHeight + 1";
        self.eval(script) == true
    }

    /// The role that assistive technology is told.
    #[track_caller]
    pub fn role(&self) -> String {
        self.computed("role")
    }

    /// The name that assistive technology is told.
    #[track_caller]
    pub fn name(&self) -> String {
        self.computed("label")
    }

    fn computed(&self, what: &str) -> String {
        let answer = self.browser.get(format!("element/{}/computed{what}", self.handle.element_id()));
        answer.as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of a function with the element as its first argument.
    #[track_caller]
    pub fn eval(&self, script: &str) -> Value {
        self.browser.eval(script, &[self.to_json()])
    }

    fn to_json(&self) -> Value {
        json!({ REFERENCE: self.handle.element_id().as_ref() })
    }
}
