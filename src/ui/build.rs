//! Builds what never changes once it is rendered, by one call an element.
//!
//! `html!` unrolls every element into code of its own, some 250 bytes each; a call here costs a tenth of that. `html!`
//! stays for what has listeners.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag, VText};

/// A piece of the view while it is written, from the outside in.
#[derive(Default)]
pub struct View {
    /// What stands at the top.
    done: Vec<Html>,
    open: Vec<Element>,
}

struct Element {
    tag: &'static str,
    class: &'static str,
    more: Vec<(&'static str, AttrValue)>,
    key: Option<Key>,
    children: Vec<Html>,
}

impl View {
    /// Begins an element; what follows goes into it, until it is closed. No class where it is empty.
    pub fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Element { tag, class, more: Vec::new(), key: None, children: Vec::new() });
    }

    /// Ends the innermost element.
    pub fn close(&mut self) {
        if let Some(element) = self.open.pop() {
            self.put(element.html());
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
            element.more.push((name, value));
        }
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

    /// The finished piece, with every element closed.
    pub fn html(mut self) -> Html {
        while !self.open.is_empty() {
            self.close();
        }
        match self.done.len() {
            1 => self.done.remove(0),
            _ => self.done.into_iter().collect(),
        }
    }
}

impl Element {
    fn html(self) -> Html {
        let mut element = VTag::new(self.tag);
        let class = (!self.class.is_empty()).then(|| AttributeOrProperty::Attribute(self.class.into()));
        if self.more.is_empty() {
            element.set_attributes(Attributes::Dynamic { keys: &["class"], values: Box::new([class]) });
        } else {
            if !self.class.is_empty() {
                element.add_attribute("class", self.class);
            }
            for (name, value) in self.more {
                element.add_attribute(name, value);
            }
        }
        element.key = self.key;
        element.add_children(self.children);
        element.into()
    }
}
