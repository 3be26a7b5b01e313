//! No text makes the reader of documents panic, nor does telling its faults.

#![no_main]

#[allow(dead_code, reason = "only the reader of documents is of use here")]
#[path = "../../src/core/mod.rs"]
mod core;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(faults) = core::content::Document::parse(text) {
        assert!(!faults.is_empty());
        for fault in faults {
            let _ = fault.to_string();
        }
    }
});
