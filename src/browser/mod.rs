//! The visitor's page: mounting in an element, storage, the address, search over the DOM. Knows the view, not the build.

mod address;
mod commands;
mod element;
mod found;
mod home;
mod keeper;
mod listen;
mod mark;
mod searching;
mod source;
mod standby;
mod storage;
mod surface;
mod takeover;

pub use element::{mount, unmount};
pub use home::Home;
