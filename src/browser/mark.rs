//! Marks where a search found its words, with the CSS Custom Highlight API: no node is touched, whatever the size.
//!
//! A browser without it (Firefox before 140) filters all the same and marks nothing.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

use crate::core::search::Query;

/// The name under which style sheets find the marks: `::highlight(remedy-faq)`.
const NAME: &str = "remedy-faq";

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range);

    type Registry;
    #[wasm_bindgen(method)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
}

/// The marks of one widget. All widgets of a page share one highlight, so each remembers its own.
#[derive(Default)]
pub struct Marks(Vec<Range>);

impl Marks {
    pub fn clear(&mut self) {
        if let Some(highlight) = highlight() {
            for range in self.0.drain(..) {
                highlight.delete(&range);
            }
        }
    }

    /// Marks every place of the query in the text of an element.
    pub fn add(&mut self, element: &Element, query: &Query) -> Option<()> {
        const SHOW_TEXT: u32 = 4;
        let highlight = highlight()?;
        let document = element.owner_document()?;
        let walker = document.create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()?;
        while let Ok(Some(node)) = walker.next_node() {
            for (start, end) in query.places(&node.node_value().unwrap_or_default()) {
                let range = document.create_range().ok()?;
                range.set_start(&node, start).ok()?;
                range.set_end(&node, end).ok()?;
                highlight.add(&range);
                self.0.push(range);
            }
        }
        Some(())
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.clear();
    }
}

fn highlight() -> Option<Highlight> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok().filter(JsValue::is_object)?;
    let registry: Registry = registry.unchecked_into();
    registry.get(NAME).or_else(|| {
        let highlight = Highlight::new().ok()?;
        registry.set(NAME, &highlight);
        Some(highlight)
    })
}
