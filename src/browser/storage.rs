//! The browser's storage as a [`Store`]. It may be blocked, full or gone; even asking for it can throw.

use crate::core::saved::{Refused, Store};

/// One of the two storages of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebStore {
    Local,
    Session,
}

impl WebStore {
    // Probed at each use rather than through gloo-storage, which panics where storage is blocked.
    fn open(self) -> Result<web_sys::Storage, Refused> {
        let window = web_sys::window().ok_or(Refused)?;
        let storage = match self {
            Self::Local => window.local_storage(),
            Self::Session => window.session_storage(),
        };
        storage.ok().flatten().ok_or(Refused)
    }
}

impl Store for WebStore {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.open()?.get_item(key).map_err(|_| Refused)
    }

    fn write(&self, key: &str, value: &str) -> Result<(), Refused> {
        self.open()?.set_item(key, value).map_err(|_| Refused)
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.open()?.remove_item(key).map_err(|_| Refused)
    }
}
