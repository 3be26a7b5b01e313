//! Keeps the record: reads it at first use, writes it at every change, and follows other tabs.
//!
//! There is one live record a document and storage on a page, shared by its widgets.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::Callback;

use super::storage::WebStore;
use crate::core::record::{Record, merge};
use crate::core::saved::{self, Store};
use crate::ui::shared::{Keeping, SharedRecord};
use crate::ui::watch::{Topic, Watch};

/// Where the page wants the record kept: the `storage` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Kept(WebStore),
    Nowhere,
}

impl Place {
    pub fn parse(attribute: Option<&str>) -> Self {
        match attribute {
            Some("none") => Self::Nowhere,
            Some("session") => Self::Kept(WebStore::Session),
            _ => Self::Kept(WebStore::Local),
        }
    }

    fn keeping(self) -> Keeping {
        match self {
            Self::Kept(WebStore::Local) if is_file() => Keeping::File,
            Self::Kept(WebStore::Local) => Keeping::Local,
            Self::Kept(WebStore::Session) => Keeping::Session,
            Self::Nowhere => Keeping::Nowhere,
        }
    }
}

/// Whether the page was opened as a file.
fn is_file() -> bool {
    gloo::utils::window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

struct Kept {
    document: String,
    place: Place,
    record: SharedRecord,
    // Held for the life of the page.
    _saving: Option<(Watch, EventListener)>,
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The live record of a document, read from its storage when the first widget asks for it.
/// A record that came inside the page is merged into it; it is stored with the next change.
pub fn shared_record(document: &str, place: Place, inside: Option<Record>) -> SharedRecord {
    let live = known_record(document, place);
    if let Some(inside) = inside {
        quietly(|| live.replace(merge(&live.record(), &inside)));
    }
    live
}

/// Changes a live record without writing it: what came from a file or another tab is not this visitor's doing.
fn quietly(change: impl FnOnce()) {
    QUIET.set(true);
    change();
    QUIET.set(false);
}

fn known_record(document: &str, place: Place) -> SharedRecord {
    let known =
        KEPT.with_borrow(|kept| kept.iter().find(|one| one.document == document && one.place == place).map(|one| one.record.clone()));
    known.unwrap_or_else(|| {
        let (record, saving) = match place {
            Place::Nowhere => (SharedRecord::new(Record::default(), Keeping::Nowhere), None),
            Place::Kept(store) => {
                let record = load(&saved::key(document), store, place.keeping());
                let saving = keep(&record, saved::key(document), store);
                (record, Some(saving))
            }
        };
        let kept = Kept { document: document.to_owned(), place, record: record.clone(), _saving: saving };
        KEPT.with_borrow_mut(|all| all.push(kept));
        record
    })
}

fn load(key: &str, store: WebStore, keeping: Keeping) -> SharedRecord {
    match store.read(key) {
        Ok(None) => SharedRecord::new(Record::default(), keeping),
        Ok(Some(json)) => match saved::from_json(&json) {
            Ok(record) => SharedRecord::new(record, keeping),
            Err(_) => SharedRecord::new(Record::default(), Keeping::Refused),
        },
        Err(_) => SharedRecord::new(Record::default(), Keeping::Refused),
    }
}

fn keep(record: &SharedRecord, key: String, store: WebStore) -> (Watch, EventListener) {
    let save = {
        let (record, key) = (record.clone(), key.clone());
        Callback::from(move |()| {
            if !QUIET.get() && record.keeping() != Keeping::Refused && store.write(&key, &saved::to_json(&record.record())).is_err() {
                record.set_keeping(Keeping::Refused);
            }
        })
    };
    let watch = record.watch(Topic::Record, save);
    let follow = {
        let record = record.clone();
        EventListener::new(&gloo::utils::window(), "storage", move |event| {
            let event: &web_sys::StorageEvent = event.unchecked_ref();
            if event.key().is_none_or(|changed| changed == key)
                && let Ok(json) = store.read(&key)
                && let Some(next) = json.map_or(Some(Record::default()), |json| saved::from_json(&json).ok())
            {
                quietly(|| record.replace(next));
            }
        })
    };
    (watch, follow)
}
