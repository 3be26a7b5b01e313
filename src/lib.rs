//! Remedy FAQ: an embeddable widget of questions, answers and remedies to tick off as tried.
//!
//! [`core`] is the widget without a browser; [`ui`] shows it; `browser` and `bundle` are its two edges:
//! the visitor's page, and the build on the host. Dependencies point one way: `bin → browser, bundle → ui → core`.

pub mod core;
pub mod ui;

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "bundle")]
pub mod bundle;
