//! Whole numbers, read and written.
//!
//! Numbers that are not whole are told apart before JSON is read. Nothing that is read here has one, and what serde_json brings for
//! them, a table of powers above all, weighs 3 KB on the wire. So that is never called, and comes with the program's second part.

use std::borrow::Cow;

/// A number in digits. Not `to_string`, which brings the machinery of `format!` into the part of the wasm that every visitor fetches.
pub fn decimal(mut number: u64) -> String {
    let mut digits = Vec::with_capacity(8);
    loop {
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// The text with `-0` in the place of each number that is not whole or above what a `u64` holds: serde_json takes it for no
/// whole number either, without a look at digits. What only begins like such a number becomes no number at all.
pub fn whole(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'"' => at = after_string(bytes, at + 1),
            b'0'..=b'9' => {
                at += run(&bytes[at..], is_digit);
                let whole = &bytes[start..at];
                if matches!(bytes.get(at), Some(b'.' | b'e' | b'E')) {
                    at += run(&bytes[at..], |byte| is_digit(byte) || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
                }
                let rest = &bytes[start + whole.len()..at];
                if let Some(instead) = instead(whole, rest, bytes[..start].last() == Some(&b'-')) {
                    out.push_str(&text[copied..start]);
                    out.push_str(instead);
                    copied = at;
                    // As long as before, so that whatever else is wrong is told in its place.
                    while out.len() < copied {
                        out.push(' ');
                    }
                }
            }
            _ => at += 1,
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// What stands in the place of digits and what follows them, a fraction or an exponent; nothing where that can be read as it is.
fn instead(whole: &[u8], rest: &[u8], is_negative: bool) -> Option<&'static str> {
    let fits = whole.len() < 20 || (whole.len() == 20 && whole <= b"18446744073709551615".as_slice());
    if rest.is_empty() && fits {
        None
    } else if is_number(whole, rest) {
        Some(if is_negative { "0" } else { "-0" })
    } else {
        Some("x")
    }
}

/// Whether a whole part and what follows it, a fraction or an exponent or both, are a number as JSON has it.
fn is_number(whole: &[u8], mut rest: &[u8]) -> bool {
    if let [b'.', fraction @ ..] = rest {
        rest = &fraction[run(fraction, is_digit)..];
        if fraction.len() == rest.len() {
            return false;
        }
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let digits = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
        rest = &digits[run(digits, is_digit)..];
        if digits.len() == rest.len() {
            return false;
        }
    }
    rest.is_empty() && (whole[0] != b'0' || whole.len() == 1)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// How many bytes are so from the first on.
fn run(bytes: &[u8], is_so: fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is_so(*byte)).unwrap_or(bytes.len())
}

/// Where a string ends that has begun; one without an end, with the text.
fn after_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += if *byte == b'\\' { 2 } else { 1 };
        if *byte == b'"' {
            break;
        }
    }
    at
}
