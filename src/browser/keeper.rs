//! Keeps the record: reads it at first use, writes it at every change, and follows other tabs.
//!
//! There is one live record a document and storage on a page, shared by its widgets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use yew::Callback;

use super::storage::WebStore;
use crate::core::record::{Record, merge};
use crate::core::saved::{self, Refused, Store, Unreadable};
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
    _saving: Option<Saving>,
}

/// What follows a record's changes; ends when dropped.
struct Saving {
    _watch: Watch,
    _follow: EventListener,
    _wake: EventListener,
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
                let (record, damaged) = load(document, store, place.keeping());
                let saving = keep(&record, document, store, damaged);
                (record, Some(saving))
            }
        };
        let kept = Kept { document: document.to_owned(), place, record: record.clone(), _saving: saving };
        KEPT.with_borrow_mut(|all| all.push(kept));
        record
    })
}

/// What stands in a storage under a document's key.
fn load(document: &str, store: WebStore, keeping: Keeping) -> (SharedRecord, Option<String>) {
    let (record, keeping, damaged) = match store.read(&saved::key(document)) {
        Ok(None) => (Record::default(), keeping, None),
        Err(_) => (Record::default(), Keeping::Refused, None),
        Ok(Some(json)) => match saved::from_json(&json) {
            Ok(record) => (record, keeping, None),
            Err(Unreadable::Newer) => (Record::default(), Keeping::Newer, None),
            Err(_) => (Record::default(), Keeping::Damaged, Some(json)),
        },
    };
    (SharedRecord::new(record, keeping), damaged)
}

/// Writes the record at every change, and follows other tabs. A damaged record is set aside before the first writing.
fn keep(record: &SharedRecord, document: &str, store: WebStore, damaged: Option<String>) -> Saving {
    let (key, aside) = (saved::key(document), saved::damaged_key(document));
    let damaged = Rc::new(RefCell::new(damaged));
    let save = {
        let (record, key, damaged) = (record.clone(), key.clone(), damaged.clone());
        Callback::from(move |()| {
            let present = record.record();
            // What was cleared goes, whatever was refused before; a newer program's record is not ours to clear.
            let may_write = present.is_empty() || record.keeping() != Keeping::Refused;
            if QUIET.get() || !may_write || record.keeping() == Keeping::Newer {
                return;
            }
            // Another tab may have written since, and not been heard: its entries are kept.
            let stored = store.read(&key).ok().flatten().and_then(|json| saved::from_json(&json).ok());
            if let Some(stored) = stored.filter(|_| !present.is_empty()) {
                quietly(|| record.replace(merge(&present, &stored)));
            }
            if write(&record.record(), store, &key, &aside, &damaged).is_err() && !present.is_empty() {
                record.set_keeping(Keeping::Refused);
            }
        })
    };
    let watch = record.watch(Topic::Record, save.clone());
    let sync = {
        let record = record.clone();
        move |key: &str| {
            let theirs = match store.read(key).map(|json| json.map(|json| saved::from_json(&json))) {
                // Cleared in another tab, or by the browser.
                Ok(None) => {
                    damaged.replace(None);
                    return quietly(|| record.replace(Record::default()));
                }
                Ok(Some(Ok(theirs))) => theirs,
                Ok(Some(Err(Unreadable::Newer))) => return record.set_keeping(Keeping::Newer),
                Ok(Some(Err(_))) | Err(_) => return,
            };
            let merged = merge(&record.record(), &theirs);
            let theirs_lack = merged != theirs;
            quietly(|| record.replace(merged));
            if theirs_lack {
                // Both tabs wrote at once, and theirs was the last.
                save.emit(());
            }
        }
    };
    let follow = {
        let (sync, key) = (sync.clone(), key.clone());
        EventListener::new(&gloo::utils::window(), "storage", move |event| {
            let event: &web_sys::StorageEvent = event.unchecked_ref();
            if event.key().is_none_or(|changed| changed == key) {
                sync(&key);
            }
        })
    };
    // A page that comes back from the browser's memory was told nothing meanwhile.
    let wake = EventListener::new(&gloo::utils::window(), "pageshow", move |event| {
        if event.unchecked_ref::<web_sys::PageTransitionEvent>().persisted() {
            sync(&key);
        }
    });
    Saving { _watch: watch, _follow: follow, _wake: wake }
}

fn write(record: &Record, store: WebStore, key: &str, aside: &str, damaged: &RefCell<Option<String>>) -> Result<(), Refused> {
    if record.is_empty() {
        damaged.replace(None);
        store.remove(aside)?;
        return store.remove(key);
    }
    if let Some(json) = &*damaged.borrow() {
        store.write(aside, json)?;
    }
    damaged.replace(None);
    store.write(key, &saved::to_json(record))
}
