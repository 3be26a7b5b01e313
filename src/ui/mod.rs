//! The view: Yew components, one a file, each a function of the document and the record.
//!
//! Compiled for the host too, where the build prerenders it, so nothing here touches the page: what the view wants of
//! it goes through [`widget::Surface`]. Whether a question is open belongs to the DOM; the view sets the first value only.

mod actions;
mod answer;
pub mod app;
mod checklist;
mod footer;
mod heading;
pub mod live;
mod question;
mod remedy;
mod text;
mod tools;
mod urgent;
pub mod widget;
