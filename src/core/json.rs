//! Writing JSON by hand. Writing a `serde_json::Value` would bring the formatting of floating-point numbers into the
//! wasm, with 10 KB of tables that compress badly, and nothing here has such a number.

/// Appends a JSON string, quoted and escaped.
pub fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // Control characters must be escaped; line and paragraph separators end a line in old JavaScript, and "<"
            // ends a script in HTML.
            '\0'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' | '<' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    out.push(char::from(b"0123456789abcdef"[(c as usize >> shift) & 15]));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
