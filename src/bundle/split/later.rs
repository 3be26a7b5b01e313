//! Which functions of the program are wanted later: what visitors ask for who use the search, print or save, and what of Yew
//! nothing here calls. The program is parted by this list (`split`); `browser::Home::with_more` is asked before any of it runs.

use super::When;

/// How wasm-bindgen calls the functions through which the glue calls closures.
/// (In two words, because nothing on this side has to do with that crate: tests/host/layers.rs.)
const BY_NAME: &str = concat!("wasm", "_bindgen::convert::closures::_::invoke");

/// How the functions' names begin, without the digests of their crates. (What merely handles their types, such as dropping one,
/// is wanted from the start.)
const LATER: &[&str] = &[
    // Searching.
    "remedy_faq::core::search::",
    "remedy_faq::browser::found::",
    "remedy_faq::browser::mark::",
    "remedy_faq::browser::searching::",
    "remedy_faq::ui::widget::Widget>::search",
    // What can be done with the record, and the page for the appointment.
    "remedy_faq::browser::commands::",
    "remedy_faq::ui::widget::Widget>::restore",
    "remedy_faq::core::fhir::",
    "remedy_faq::core::summary::",
    "remedy_faq::ui::appointment::written",
    "remedy_faq::ui::appointment::summary",
    // Telling a document's faults.
    "remedy_faq::browser::source::told",
    "remedy_faq::core::fault::",
    // What Yew could show, and this widget never does.
    "yew::virtual_dom::vportal::",
    "yew::virtual_dom::vraw::",
    "yew::virtual_dom::vsuspense::",
    "yew::dom_bundle::braw::",
    "yew::suspense::",
    // What Yew would do if a node were moved among its siblings, or given other properties by its parent.
    "yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
    "yew::html::component::scope::Scope<remedy_faq::ui::live::Live> as yew::html::component::scope::feat_csr::Scoped>::shift_node",
    "yew::html::component::lifecycle::feat_csr::PropsUpdateRunner",
    "yew::virtual_dom::vcomp::PropsWrapper<remedy_faq::ui::live::Live> as yew::virtual_dom::vcomp::Mountable>::reuse",
    "yew::html::component::lifecycle::CompStateInner<remedy_faq::ui::live::Live> as \
     yew::html::component::lifecycle::Stateful>::props_changed",
];

/// Tells by its name when a function is wanted, and remembers what of the list it has met.
#[derive(Default)]
pub struct Later {
    met: [bool; LATER.len()],
}

impl Later {
    pub fn when(&mut self, name: &str) -> When {
        let name = without_digests(name);
        let path = name.trim_start_matches(['<', '&', '*']);
        if path.starts_with(BY_NAME) {
            return When::ByName;
        }
        let place = LATER.iter().position(|start| path.starts_with(start));
        place.map_or(When::Now, |place| {
            self.met[place] = true;
            When::Later
        })
    }

    /// What of the list names nothing in the program.
    pub fn unmet(&self) -> impl Iterator<Item = &'static str> {
        LATER.iter().zip(self.met).filter(|(_, met)| !met).map(|(start, _)| *start)
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
