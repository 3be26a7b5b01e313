//! The visitor's page: mounting in an element, storage, the address, search over the DOM. Knows the view, not the build.

mod address;
mod commands;
mod element;
mod events;
mod found;
mod keeper;
mod mark;
mod source;
mod storage;
mod surface;
mod takeover;

pub use commands::Home;
pub use element::{mount, unmount};
