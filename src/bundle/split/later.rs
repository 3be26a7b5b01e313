//! Which functions of the program are wanted later: what visitors ask for who use the search, print or save, what ends a widget, and
//! what of Yew and other libraries nothing here calls. The program is parted by this list (`split`); `browser::Home::with_more` is
//! asked before any of it runs.

use std::collections::HashSet;

use super::When;

/// How wasm-bindgen calls the functions through which the glue calls closures.
/// (In two words, because nothing on this side has to do with that crate: tests/host/layers.rs.)
const BY_NAME: &str = concat!("wasm", "_bindgen::convert::closures::_::invoke");

/// How the functions' names begin, without the digests of their crates. (What merely handles their types, such as dropping one,
/// is wanted from the start, unless it is listed itself.)
const LATER: &[&str] = &[
    // Searching.
    "remedy_faq::core::search::",
    "remedy_faq::browser::found::",
    "remedy_faq::browser::mark::",
    "remedy_faq::browser::searching::",
    "remedy_faq::ui::widget::Widget>::search",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::search",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::clear_search",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::when_typing_pauses",
    "alloc::rc::Rc<remedy_faq::browser::found::Found>",
    // What can be done with the record, and the page for the appointment.
    "remedy_faq::browser::commands::",
    "remedy_faq::ui::controls::press",
    "remedy_faq::ui::controls::choose",
    "remedy_faq::ui::controls::search",
    "remedy_faq::ui::controls::prepare",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::run",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::is_copy",
    "remedy_faq::ui::widget::Widget>::restore",
    "remedy_faq::core::record::restore",
    "remedy_faq::browser::surface::Page as remedy_faq::ui::widget::Surface>::plural",
    "remedy_faq::core::words::later",
    "remedy_faq::core::fhir::",
    "remedy_faq::core::summary::",
    "remedy_faq::ui::appointment::parts",
    "remedy_faq::ui::appointment::written",
    "remedy_faq::ui::appointment::summary",
    // Ending a widget.
    "yew::html::component::lifecycle::DestroyRunner",
    "yew::html::component::scope::Scope<remedy_faq::ui::live::Live> as yew::html::component::scope::feat_csr::Scoped>::destroy",
    "core::ptr::drop_in_place::<yew::html::component::lifecycle::CompStateInner<remedy_faq::ui::live::Live>>",
    "core::ptr::drop_in_place::<remedy_faq::browser::surface::Page>",
    "core::ptr::drop_in_place::<alloc::rc::Rc<remedy_faq::browser::searching::Searching>>",
    "alloc::rc::Rc<remedy_faq::ui::widget::Inner>>::drop_slow",
    "alloc::rc::Rc<yew::dom_bundle::subtree_root::SubtreeData>>::drop_slow",
    "alloc::rc::Rc<core::cell::RefCell<yew::dom_bundle::subtree_root::AppData>>>::drop_slow",
    // Telling a document's faults.
    "remedy_faq::browser::source::told",
    "remedy_faq::core::fault::",
    // Numbers that `core::numbers` lets nobody see.
    "serde_json::de::Deserializer<serde_json::read::StrRead>>::parse_decimal",
    "serde_json::de::Deserializer<serde_json::read::StrRead>>::parse_exponent",
    "serde_json::de::Deserializer<serde_json::read::StrRead>>::parse_long_integer",
    "serde_json::de::Deserializer<serde_json::read::StrRead>>::f64_from_parts",
    // What `format!` would do: nothing of the first part uses it (`core::numbers::decimal`).
    "core::fmt::",
    "alloc::string::String as core::fmt::",
    "str as core::fmt::Display>::fmt",
    "usize as core::fmt::Display>::fmt",
    "u64 as core::fmt::Display>::fmt",
    // What Yew could show, and this widget never does.
    "yew::virtual_dom::vportal::",
    "yew::virtual_dom::vraw::",
    "yew::virtual_dom::vsuspense::",
    "yew::dom_bundle::braw::",
    "yew::suspense::",
    "alloc::rc::Rc<core::cell::RefCell<alloc::vec::Vec<yew::callback::Callback<yew::suspense::",
    "alloc::rc::Rc<yew::virtual_dom::vportal::",
    "alloc::rc::Rc<yew::virtual_dom::vsuspense::",
    "yew::html::component::scope::AnyScope>::find_parent_scope::<yew::suspense::",
    "yew::html::component::scope::Scope<yew::suspense::",
    "core::ptr::drop_in_place::<yew::html::component::scope::Scope<yew::suspense::",
    "yew::html::component::lifecycle::ComponentState>::suspend",
    // Views that several parts share.
    "yew::virtual_dom::vnode::VNode as core::clone::Clone>::clone",
    "yew::virtual_dom::vlist::VList as core::clone::Clone>::clone",
    "alloc::vec::Vec<yew::virtual_dom::vnode::VNode> as core::clone::Clone>::clone",
    // Attributes in maps, or other ones than before in the same place.
    "yew::virtual_dom::Attributes>::apply_diff_as_maps",
    "yew::virtual_dom::Attributes>::iter::{closure#0}",
    "yew::virtual_dom::Attributes>::iter::{closure#2}",
    "yew::virtual_dom::Attributes>::remove",
    "indexmap::",
    "alloc::rc::Rc<indexmap::",
    "core::iter::adapters::filter_map::FilterMap<indexmap::",
    "core::iter::adapters::filter_map::FilterMap<core::slice::iter::Iter<(&str, yew::virtual_dom::AttributeOrProperty)>",
    "hashbrown::raw::RawTable<(&str, &yew::virtual_dom::AttributeOrProperty)>",
    "hashbrown::map::HashMap<&str, &yew::virtual_dom::AttributeOrProperty",
    "hashbrown::map::Iter<&str, &yew::virtual_dom::AttributeOrProperty",
    // Siblings with keys in another order.
    "core::iter::adapters::zip::Zip<core::iter::adapters::rev::Rev<alloc::vec::drain::Drain<yew::virtual_dom::vnode::VNode>>",
    "mut alloc::vec::drain::Drain<yew::dom_bundle::bnode::BNode> as core::iter::traits::iterator::Iterator>::fold",
    "alloc::vec::drain::Drain<yew::dom_bundle::bnode::BNode>>::fill",
    "alloc::vec::drain::Drain<yew::dom_bundle::bnode::BNode>>::move_tail",
    "alloc::vec::Vec<yew::dom_bundle::bnode::BNode>>::extend_trusted",
    "yew::dom_bundle::blist::NodeWriter>::shift",
    "hashbrown::raw::RawTable<(yew::dom_bundle::blist::KeyedEntry",
    "hashbrown::raw::RawIter<(yew::dom_bundle::blist::KeyedEntry",
    "std::hash::random::RandomState as core::hash::BuildHasher>::hash_one::<&yew::dom_bundle::blist::KeyedEntry>",
    // How Yew listens: the view has no listeners (`ui::controls`).
    "yew::dom_bundle::btag::listeners::",
    "core::option::Option<&alloc::rc::Rc<dyn yew::virtual_dom::listeners::",
    "core::ptr::drop_in_place::<alloc::boxed::Box<[core::option::Option<alloc::rc::Rc<dyn yew::virtual_dom::listeners::",
    "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    "yew::dom_bundle::subtree_root::EventDescriptor",
    "hashbrown::map::make_hash::<u32",
    "hashbrown::raw::RawTable<(u32, std::collections::hash::map::HashMap<yew::dom_bundle::subtree_root::EventDescriptor",
    "hashbrown::raw::RawTable<(yew::dom_bundle::subtree_root::EventDescriptor",
    "std::collections::hash::map::HashMap<yew::dom_bundle::subtree_root::EventDescriptor",
    "std::collections::hash::map::Entry<yew::dom_bundle::subtree_root::EventDescriptor",
    "std::hash::random::RandomState as core::hash::BuildHasher>::hash_one::<&yew::dom_bundle::subtree_root::EventDescriptor>",
    // What Yew would do if a node were moved among its siblings, or given other properties by its parent.
    "yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
    "yew::html::component::scope::Scope<remedy_faq::ui::live::Live> as yew::html::component::scope::feat_csr::Scoped>::shift_node",
    "yew::html::component::lifecycle::feat_csr::PropsUpdateRunner",
    "yew::virtual_dom::vcomp::PropsWrapper<remedy_faq::ui::live::Live> as yew::virtual_dom::vcomp::Mountable>::reuse",
    "yew::virtual_dom::vcomp::PropsWrapper<remedy_faq::ui::live::Live> as yew::virtual_dom::vcomp::Mountable>::mountable_eq",
    "yew::virtual_dom::vcomp::PropsWrapper<remedy_faq::ui::live::Live> as yew::virtual_dom::vcomp::Mountable>::copy",
    "yew::html::component::lifecycle::CompStateInner<remedy_faq::ui::live::Live> as \
     yew::html::component::lifecycle::Stateful>::props_changed",
];

/// How the names of constants end, mangled, that only functions of the list read, although an address that the first part
/// computes seems to lie in them: `HEX0` of serde_json, less what is subtracted from it, does.
pub const TABLES: &[&str] = &["10serde_json2de5POW10"];

/// Tells by its name when a function is wanted, and remembers what of the list it has met.
#[derive(Default)]
pub struct Later {
    met: HashSet<&'static str>,
}

impl Later {
    pub fn when(&mut self, name: &str) -> When {
        let name = without_digests(name);
        let path = name.trim_start_matches(['<', '&', '*']);
        if path.starts_with(BY_NAME) {
            return When::ByName;
        }
        let start = LATER.iter().find(|start| path.starts_with(**start));
        start.map_or(When::Now, |start| {
            self.met.insert(start);
            When::Later
        })
    }

    /// What of the list names nothing in the program.
    pub fn unmet(&self) -> impl Iterator<Item = &'static str> + '_ {
        LATER.iter().copied().filter(|start| !self.met.contains(start))
    }
}

/// A name without the digest that follows each crate's own: `core[0123456789abcdef]::fmt::write`.
fn without_digests(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let end = after.find(']').unwrap_or(0);
        let is_digest = end > 8 && after[..end].bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_digest {
            rest = &after[end + 1..];
        } else {
            out.push('[');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without_digests;

    #[test]
    fn brackets_that_are_no_digest_stay() {
        assert_eq!(without_digests("<[core[0123456789abcdef]::cell::Cell<bool>]>::len [4]"), "<[core::cell::Cell<bool>]>::len [4]");
    }
}
