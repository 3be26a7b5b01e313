//! No text makes the reader of saved records panic, and what it reads is written and read again the same.

#![no_main]

#[allow(dead_code, reason = "only the reader of records is of use here")]
#[path = "../../src/core/mod.rs"]
mod core;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(record) = core::saved::from_json(text) {
        assert_eq!(core::saved::from_json(&core::saved::to_json(&record)), Ok(record));
    }
});
