//! The visitor's page: mounting in an element, storage, the address, search over the DOM. Knows the view, not the build.

mod address;
mod element;
mod keeper;
mod mark;
mod storage;
mod surface;
mod takeover;

pub use element::{mount, unmount};
