//! HTML without quotation marks says what it said with them.

use proptest::prelude::*;
use remedy_faq::bundle::unquote::{unquote, without_end_tags};

#[test]
fn only_values_that_need_no_quotation_marks_lose_them() {
    for (quoted, plain) in [
        (r#"<a class="b" id="c.d-1_e">"f"</a>"#, r#"<a class=b id=c.d-1_e>"f"</a>"#),
        (r#"<a class="b c" href="" alt="é" title="a=b">"#, r#"<a class="b c" href="" alt="é" title="a=b">"#),
        (r#"<input value="1>2" disabled><br/>a = "b" > c"#, r#"<input value="1>2" disabled><br/>a = "b" > c"#),
        (r#"<a href="https://example.org/">"#, r#"<a href="https://example.org/">"#),
        (r##"<a href="#top">"##, "<a href=#top>"),
    ] {
        assert_eq!(unquote(quoted), plain);
    }
}

#[test]
fn end_tags_go_where_what_follows_ends_the_element() {
    for (whole, short) in [
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
        ("<div><p>a</p><p class=b>c</p></div>", "<div><p>a<p class=b>c</div>"),
        // What would come to stand inside.
        ("<p>a</p><a>b</a>", "<p>a</p><a>b</a>"),
        ("<p>a</p>b", "<p>a</p>b"),
        ("<label><p>a</p></label>", "<label><p>a</p></label>"),
        ("<li>a</li> <li>b</li>", "<li>a</li> <li>b</li>"),
        ("</", "</"),
    ] {
        assert_eq!(without_end_tags(whole), short);
    }
}

/// Attributes as an HTML parser reads them.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut rest = tag.trim_start_matches("<a").trim_end_matches('>').trim_start();
    let mut read = Vec::new();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, after) = match after.strip_prefix('"') {
            Some(after) => after.split_once('"').expect("it ends"),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        read.push((name.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    read
}

proptest! {
    #[test]
    fn no_value_changes(values in prop::collection::vec("[^\"]{0,12}", 1..4), text in "[^<]{0,20}") {
        let written: String = values.iter().enumerate().map(|(index, value)| format!(" n{index}=\"{value}\"")).collect();
        let html = format!("{text}<a{written}>{text}</a>{text}");
        let plain = unquote(&html);
        let tag = plain.strip_prefix(&text).and_then(|rest| rest.strip_suffix(&format!("{text}</a>{text}"))).expect("texts stay as they are");
        let expected: Vec<_> = values.iter().enumerate().map(|(index, value)| (format!("n{index}"), value.clone())).collect();
        prop_assert_eq!(attributes(tag), expected);
        prop_assert!(plain.len() <= html.len());
    }
}
