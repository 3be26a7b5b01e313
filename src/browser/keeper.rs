//! Keeps the record: reads it at first use, writes it soon after a change, and follows other tabs.
//!
//! There is one live record a document and storage on a page, shared by its widgets.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use yew::Callback;

use super::home::Home;
use super::storage::WebStore;
use crate::core::record::{Record, merge};
use crate::core::saved::{self, Refused, Store, Unreadable};
use crate::ui::shared::{Keeping, SharedRecord, WhenPainted};
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
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
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
    _asked: Watch,
    _others: [EventListener; 4],
}

/// How long what changes is gathered before it is written, in milliseconds: another window shows it within half a second.
const GATHER: u32 = 100;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The live record of a document, read from its storage when the first widget asks for it.
/// A record that came inside the page is merged into it; it is stored with the next change.
pub fn shared_record(document: &str, place: Place, inside: Option<Record>, home: &Home) -> SharedRecord {
    let live = known_record(document, place, home);
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

fn known_record(document: &str, place: Place, home: &Home) -> SharedRecord {
    let known =
        KEPT.with_borrow(|kept| kept.iter().find(|one| one.document == document && one.place == place).map(|one| one.record.clone()));
    known.unwrap_or_else(|| {
        let home = home.clone();
        let when_painted: WhenPainted = Rc::new(move |then| home.after_frame(then));
        let (record, saving) = match place {
            Place::Nowhere => (SharedRecord::new(Record::default(), Keeping::Nowhere, when_painted), None),
            Place::Kept(store) => {
                let key = saved::key(document);
                let record = load(&key, store, place.keeping(), when_painted);
                let saving = keep(&record, key, saved::damaged_key(document), store, place.keeping());
                (record, Some(saving))
            }
        };
        let kept = Kept { document: document.to_owned(), place, record: record.clone(), _saving: saving };
        KEPT.with_borrow_mut(|all| all.push(kept));
        record
    })
}

/// What stands in a storage under a document's key.
fn load(key: &str, store: WebStore, keeping: Keeping, when_painted: WhenPainted) -> SharedRecord {
    let (record, keeping) = match store.read(key) {
        Ok(None) => (Record::default(), keeping),
        Err(_) => (Record::default(), Keeping::Refused),
        Ok(Some(json)) => match saved::from_json(&json) {
            Ok(record) => (record, keeping),
            Err(Unreadable::Newer) => (Record::default(), Keeping::Newer),
            Err(_) => (Record::default(), Keeping::Damaged),
        },
    };
    SharedRecord::new(record, keeping, when_painted)
}

/// Writes the record soon after a change, and at once when it is asked for, cleared, or the page is left; and follows
/// other tabs. What is refused is tried again with the next change, and when the page is left.
fn keep(record: &SharedRecord, key: String, aside: String, store: WebStore, keeping: Keeping) -> Saving {
    // Whether something is not yet written, and whether it waits for its time.
    let (unsaved, waits) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
    let save = {
        let (record, key, unsaved) = (record.clone(), key.clone(), unsaved.clone());
        Callback::from(move |()| {
            // A newer program's record is not ours to change, nor to clear.
            if !unsaved.get() || record.keeping() == Keeping::Newer {
                return;
            }
            let written = write(&record, store, &key, &aside);
            unsaved.set(written.is_err());
            // To remove something, there is room even where there is none to write.
            let kept = match (record.record().is_empty(), written, record.keeping()) {
                (false, Err(_), _) => Keeping::Refused,
                // What was set aside is gone only with a clearing.
                (false, Ok(()), Keeping::Refused) => keeping,
                (true, Ok(()), Keeping::Damaged) if record.record().is_cleared() => keeping,
                _ => return,
            };
            quietly(|| record.set_keeping(kept));
        })
    };
    let changed = {
        let (record, save) = (record.clone(), save.clone());
        Callback::from(move |()| {
            if QUIET.get() {
                return;
            }
            unsaved.set(true);
            if record.record().is_empty() {
                save.emit(());
            } else if !waits.replace(true) {
                let (save, waits) = (save.clone(), waits.clone());
                Timeout::new(GATHER, move || {
                    waits.set(false);
                    save.emit(());
                })
                .forget();
            }
        })
    };
    let watch = record.watch(Topic::Record, changed.clone());
    let asked = record.watch(Topic::Saved, save.clone());
    let sync = {
        let record = record.clone();
        move |key: &str| {
            let theirs = match store.read(key).map(|json| json.map(|json| saved::from_json(&json))) {
                // Nothing was ever stored: this page has all there is.
                Ok(None) if record.keeping() == Keeping::Refused => return,
                // Cleared in another tab, or by the browser.
                Ok(None) => return quietly(|| record.replace(Record::default())),
                Ok(Some(Ok(theirs))) => theirs,
                Ok(Some(Err(Unreadable::Newer))) => return record.set_keeping(Keeping::Newer),
                Ok(Some(Err(_))) | Err(_) => return,
            };
            let merged = merge(&record.record(), &theirs);
            let theirs_lack = merged != theirs;
            quietly(|| record.replace(merged));
            if theirs_lack {
                // Both tabs wrote at once, and theirs was the last.
                changed.emit(());
            }
        }
    };
    let follow = {
        let (sync, key) = (sync.clone(), key.clone());
        EventListener::new(&window(), "storage", move |event| {
            let event: &web_sys::StorageEvent = event.unchecked_ref();
            if event.key().is_none_or(|changed| changed == key) {
                sync(&key);
            }
        })
    };
    // A page that comes back from the browser's memory was told nothing meanwhile.
    let wake = EventListener::new(&window(), "pageshow", move |event| {
        if event.unchecked_ref::<web_sys::PageTransitionEvent>().persisted() {
            sync(&key);
        }
    });
    // A phone may end a page that is out of sight, and tells it nothing more.
    let leave = |target: &web_sys::EventTarget, name| {
        let record = record.clone();
        EventListener::new(target, name, move |_| record.save())
    };
    let others = [follow, wake, leave(&window(), "pagehide"), leave(&document(), "visibilitychange")];
    Saving { _watch: watch, _asked: asked, _others: others }
}

/// Stores the record, with what another tab may have stored since and this one not heard. A damaged record is set aside
/// first, and an empty one leaves nothing behind.
fn write(record: &SharedRecord, store: WebStore, key: &str, aside: &str) -> Result<(), Refused> {
    let present = record.record();
    if present.is_empty() {
        if present.is_cleared() {
            store.remove(aside)?;
        }
        return store.remove(key);
    }
    if let Some(json) = store.read(key)? {
        match saved::from_json(&json) {
            Ok(stored) => quietly(|| record.replace(merge(&present, &stored))),
            Err(Unreadable::Newer) => {
                record.set_keeping(Keeping::Newer);
                return Ok(());
            }
            Err(_) => store.write(aside, &json)?,
        }
    }
    store.write(key, &saved::to_json(&record.record()))
}
