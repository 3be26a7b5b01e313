//! The view: functions of the document and the record, and the one component that renders a part again when it changes.
//!
//! Compiled for the host too, where the build prerenders it, so nothing here touches the page: what the view wants of
//! it goes through [`widget::Surface`]. Whether a question is open belongs to the DOM; the view sets the first value only.

mod actions;
pub mod app;
pub mod appointment;
mod build;
mod checklist;
pub mod controls;
mod find;
mod footer;
mod heading;
pub mod live;
mod question;
mod remedy;
pub mod shared;
mod text;
mod tools;
pub mod turns;
mod urgent;
pub mod watch;
pub mod widget;
