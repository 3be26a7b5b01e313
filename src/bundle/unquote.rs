//! HTML without the quotation marks and end tags that it does not need: a hundred questions have some thousand of them, and
//! the single file is not compressed on its way.

/// The HTML, with `name="value"` as `name=value` where the value is of characters that need no quotation marks. Takes HTML
/// as a serializer writes it: every `<` of a text and every `"` of a value escaped. Scripts and styles must not be in it.
pub fn unquote(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        rest = tag(&rest[start..], &mut out);
    }
    out.push_str(rest);
    out
}

/// The HTML without the end tags of list items and paragraphs where what follows ends them anyway (HTML, 13.1.2.4,
/// "Optional tags").
pub fn without_end_tags(html: &str) -> String {
    const ITEM: [&str; 3] = ["<li", "</ul>", "</ol>"];
    const PARAGRAPH: [&str; 12] =
        ["<p>", "<p ", "<ul", "<ol", "<div", "<nav", "<h2", "<fieldset", "</div>", "</li>", "</section>", "</footer>"];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("</") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (tag, enders) = if rest.starts_with("</li>") { ("</li>", &ITEM[..]) } else { ("</p>", &PARAGRAPH[..]) };
        match rest.strip_prefix(tag) {
            Some(after) if enders.iter().any(|ender| after.starts_with(ender)) => rest = after,
            _ => {
                out.push_str("</");
                rest = &rest[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Copies one tag and gives what follows it.
fn tag<'h>(html: &'h str, out: &mut String) -> &'h str {
    let mut rest = html;
    while let Some(end) = rest.find(['"', '>']) {
        if rest[end..].starts_with('>') {
            out.push_str(&rest[..=end]);
            return &rest[end + 1..];
        }
        let (before, from) = rest.split_at(end);
        let Some((value, after)) = from[1..].split_once('"') else { break };
        out.push_str(before);
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-_#:".contains(c);
        if !value.is_empty() && value.chars().all(plain) {
            out.push_str(value);
        } else {
            out.extend(["\"", value, "\""]);
        }
        rest = after;
    }
    out.push_str(rest);
    ""
}
