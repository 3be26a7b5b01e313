//! No text makes the reader of documents panic, nor does telling its faults, and
//! JSON that is read a piece at a time is what it is when it is read whole.

#![no_main]

#[allow(dead_code, reason = "only the reader of documents is of use here")]
#[path = "../../src/core/mod.rs"]
mod core;

use std::ops::ControlFlow;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut next = core::pieces::Pieces::new(text.into(), 16).go_on();
    let in_pieces = loop {
        match next {
            ControlFlow::Continue(pieces) => next = pieces.go_on(),
            ControlFlow::Break(read) => break read.ok(),
        }
    };
    assert_eq!(in_pieces, core::value::Json::parse(text).ok(), "read in pieces it is something else");
    if let Err(faults) = core::content::Document::parse(text) {
        assert!(!faults.is_empty());
        for fault in faults {
            let _ = fault.to_string();
        }
    }
});
