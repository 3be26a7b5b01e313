//! Plain elements by function call, for what never changes once it is rendered.
//!
//! `html!` unrolls every element into code of its own, some 250 bytes each; these calls cost a tenth of that. `html!`
//! stays for what has listeners and changes.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag, VText};

/// An element with a class and no other attribute.
pub fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    with(tag, &["class"], vec![class.into()], children)
}

/// An element with attributes, each name with the value of the same place.
pub fn with(tag: &'static str, names: &'static [&'static str], values: Vec<AttrValue>, children: Vec<Html>) -> Html {
    tagged(tag, names, values, children).into()
}

/// As [`with`], with a key that keeps the element the same when its siblings change.
pub fn keyed(key: &str, tag: &'static str, names: &'static [&'static str], values: Vec<AttrValue>, children: Vec<Html>) -> Html {
    let mut element = tagged(tag, names, values, children);
    element.key = Some(Key::from(key));
    element.into()
}

fn tagged(tag: &'static str, names: &'static [&'static str], values: Vec<AttrValue>, children: Vec<Html>) -> VTag {
    let mut element = VTag::new(tag);
    let values = values.into_iter().map(|value| Some(AttributeOrProperty::Attribute(value))).collect();
    element.set_attributes(Attributes::Dynamic { keys: names, values });
    element.add_children(children);
    element
}

/// Words as they stand.
pub fn words(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}
