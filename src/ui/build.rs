//! Builds the view, by one call an element: `html!` unrolls every element into code of its own, some 250 bytes each; a call
//! here costs a tenth of that.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};

use crate::core::numbers::decimal;
use crate::core::record::MAX_NOTE;

/// Names of attributes in a row, as one element or another has them.
type Names = &'static [&'static str];

thread_local! {
    /// Every row of names that was met. Yew wants them for ever, and compares them by their address; there are some thirty.
    static ROWS: RefCell<Vec<Names>> = const { RefCell::new(Vec::new()) };
}

/// A piece of the view while it is written, from the outside in.
#[derive(Default)]
pub struct View {
    /// What stands at the top.
    done: Vec<Html>,
    open: Vec<Element>,
}

#[derive(Default)]
struct Element {
    tag: &'static str,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    /// Of a field.
    value: Option<AttrValue>,
    checked: Option<bool>,
    key: Option<Key>,
    children: Vec<Html>,
}

impl View {
    /// Begins an element; what follows goes into it, until it is closed. No class where it is empty.
    pub fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Element { tag, ..Element::default() });
        if !class.is_empty() {
            self.fixed("class", class);
        }
    }

    /// Ends the innermost element.
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.put(element.tag().into());
        }
    }

    /// Ends it, and has it found through a reference as long as it stands.
    pub fn close_held(&mut self, holder: &NodeRef) {
        if let Some(element) = self.open.pop() {
            let mut tag = element.tag();
            tag.node_ref = holder.clone();
            self.put(tag.into());
        }
    }

    /// An attribute of the innermost element.
    pub fn attribute(&mut self, name: &'static str, value: &str) {
        self.set(name, value.to_owned().into());
    }

    /// An attribute whose value is known beforehand.
    pub fn fixed(&mut self, name: &'static str, value: &'static str) {
        self.set(name, value.into());
    }

    fn set(&mut self, name: &'static str, value: AttrValue) {
        if let Some(element) = self.open.last_mut() {
            element.names.push(name);
            // Not `AttributeOrProperty::Static`, which Yew 0.23 leaves out on the host.
            element.values.push(Some(AttributeOrProperty::Attribute(value)));
        }
    }

    /// What stands in the innermost element, a field.
    pub fn value(&mut self, value: AttrValue) {
        if let Some(element) = self.open.last_mut() {
            element.value = Some(value);
        }
    }

    /// Whether the innermost element, a box or a choice, is ticked.
    pub fn checked(&mut self, checked: bool) {
        if let Some(element) = self.open.last_mut() {
            element.checked = Some(checked);
        }
    }

    /// Begins a box to tick, or a choice.
    pub fn box_field(&mut self, kind: &'static str, name: &str, value: AttrValue, checked: bool) {
        self.open("input", "");
        self.fixed("type", kind);
        self.attribute("name", name);
        self.value(value);
        self.checked(checked);
    }

    /// A field for several lines of the visitor's own.
    pub fn text_field(&mut self, name: &str, rows: &'static str, text: &Rc<str>) {
        self.open("textarea", "");
        self.attribute("name", name);
        self.fixed("rows", rows);
        self.attribute("maxlength", &decimal(MAX_NOTE as u64));
        self.fixed("dir", "auto");
        self.value(text.clone().into());
        self.close();
    }

    /// A key that keeps the innermost element the same when its siblings change.
    pub fn key(&mut self, key: &str) {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(Key::from(key));
        }
    }

    /// Words as they stand.
    pub fn words(&mut self, text: &str) {
        self.put(VText::new(text.to_owned()).into());
    }

    /// Words that the document owns.
    pub fn shared_words(&mut self, text: &Rc<str>) {
        self.put(VText::new(AttrValue::from(text.clone())).into());
    }

    /// An element that holds words and nothing else.
    pub fn line(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.open(tag, class);
        self.words(text);
        self.close();
    }

    /// Something rendered elsewhere.
    pub fn put(&mut self, html: Html) {
        match self.open.last_mut() {
            Some(element) => element.children.push(html),
            None => self.done.push(html),
        }
    }

    /// The finished piece, as many elements as it has.
    pub fn row(self) -> Html {
        debug_assert!(self.open.is_empty(), "what is open would be lost");
        VList::with_children(self.done, None).into()
    }

    /// The finished piece, one element, with every element in it closed.
    pub fn html(mut self) -> Html {
        while !self.open.is_empty() {
            self.close();
        }
        debug_assert_eq!(self.done.len(), 1, "a piece is one element");
        self.done.pop().unwrap_or_default()
    }
}

impl Element {
    fn tag(self) -> VTag {
        let mut element = VTag::new(self.tag);
        // Not `add_attribute`, which keeps a map for each element, and whose code is 6 KB of the wasm.
        element.set_attributes(Attributes::Dynamic { keys: row(self.names), values: self.values.into_boxed_slice() });
        element.set_value(self.value);
        if let Some(checked) = self.checked {
            element.set_checked(checked);
        }
        element.key = self.key;
        element.add_children(self.children);
        element
    }
}

fn row(names: Vec<&'static str>) -> Names {
    ROWS.with_borrow_mut(|rows| match rows.iter().find(|row| ***row == *names) {
        Some(row) => row,
        None => {
            let row: Names = Vec::leak(names);
            rows.push(row);
            row
        }
    })
}
