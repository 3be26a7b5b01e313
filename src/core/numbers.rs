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
/// whole number either, without a look at digits. Of what only begins like such a number, nothing is left before what is wrong
/// with it but a sign, so that serde_json takes offence in the same place.
pub fn whole(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'"' => at = after_string(text, at + 1),
            b'0'..=b'9' => {
                let end = start + run(&bytes[start..], is_digit);
                at = end;
                if matches!(bytes.get(end), Some(b'.' | b'e' | b'E')) {
                    at += run(&bytes[end..], |byte| is_digit(byte) || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
                }
                if at == end && fits(&bytes[start..end]) {
                    continue;
                }
                let sign = start - usize::from(bytes[..start].last() == Some(&b'-'));
                out.push_str(&text[copied..sign]);
                match wrong(&bytes[start..end], &bytes[end..at]) {
                    None => out.push_str("-0"),
                    // A second digit is what is wrong, and serde_json sees that by itself.
                    Some(0) => out.push_str(&text[sign..end]),
                    Some(right) => {
                        pad(&mut out, end + right - 1);
                        out.push('-');
                        out.push_str(&text[end + right..at.min(end + right + 1)]);
                    }
                }
                pad(&mut out, at);
                copied = at;
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

/// Makes a text as long as it was, so that whatever else is wrong is told in its place.
fn pad(out: &mut String, length: usize) {
    while out.len() < length {
        out.push(' ');
    }
}

fn fits(whole: &[u8]) -> bool {
    whole.len() < 20 || (whole.len() == 20 && whole <= b"18446744073709551615".as_slice())
}

/// How much is right of a fraction, an exponent or both after a whole part, up to what is wrong; nothing where all of it is a number
/// as JSON has it.
fn wrong(whole: &[u8], rest: &[u8]) -> Option<usize> {
    if whole.len() > 1 && whole[0] == b'0' {
        return Some(0);
    }
    let mut right = 0;
    if rest.first() == Some(&b'.') {
        right = 1 + run(&rest[1..], is_digit);
        if right == 1 {
            return Some(right);
        }
    }
    if let Some(b'e' | b'E') = rest.get(right) {
        right += 1;
        right += usize::from(matches!(rest.get(right), Some(b'+' | b'-')));
        let digits = run(&rest[right..], is_digit);
        if digits == 0 {
            return Some(right);
        }
        right += digits;
    }
    (right < rest.len()).then_some(right)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// How many bytes are so from the first on.
fn run(bytes: &[u8], is_so: fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is_so(*byte)).unwrap_or(bytes.len())
}

/// Where a string ends that has begun at `start`; one without an end, with the text.
pub fn after_string(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = text.as_bytes().get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    text.len()
}
