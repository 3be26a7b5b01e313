//! The widget without a browser: plain Rust and JSON, no Yew, no web-sys.
//!
//! In reading order:
//! [`content`] what a clinic writes, [`read`] how it is checked, [`fault`] what is said of a mistake,
//! [`record`] what a visitor tried, [`saved`] how that is kept, [`search`] which questions a query finds,
//! [`words`] what the widget itself says, [`summary`] and [`fhir`] the record for an appointment, [`backup`] and [`copy`] for keeping, [`date`] days.

pub mod backup;
pub mod content;
pub mod copy;
pub mod date;
pub mod divide;
pub mod fault;
pub mod fhir;
mod ids;
pub mod json;
pub mod numbers;
pub mod pieces;
pub mod read;
mod reader;
pub mod record;
pub mod saved;
pub mod search;
pub mod summary;
pub mod value;
pub mod words;
