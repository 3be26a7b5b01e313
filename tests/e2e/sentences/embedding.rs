//! On a page that is not ours.

use super::super::engine::Options;
use super::super::site::File;
use super::super::stage::{Stage, sentences};

sentences! {
    two_widgets_of_one_document_share_their_record,
    two_lines_embed_the_widget_from_another_origin,
    a_strict_policy_holds,
}

/// A page with these lines in its body.
fn host(lines: &str) -> String {
    format!("<!doctype html><html lang=en><head><title>A clinic</title></head><body><h1>A clinic</h1>{lines}</body></html>")
}

fn two_widgets_of_one_document_share_their_record(stage: &Stage) {
    let lines = "<script type=module src=remedy-faq.js></script><remedy-faq id=one></remedy-faq><remedy-faq id=two></remedy-faq>";
    let site = stage.site().page("/host.html", host(lines));
    let page = stage.visit(&site.url("/host.html"), Options::default());
    let (one, two) = (page.at("#one"), page.at("#two"));
    one.wait_ready();
    two.browser.eval("document.querySelector('#two').scrollIntoView()", &[]);
    two.wait_ready();
    two.tick("rest");
    assert!(one.remedy("rest").is_ticked());
    one.tick("stretch");
    for widget in [&one, &two] {
        assert_eq!(widget.counter(), "2 of 12 tried");
    }
    one.toggle("pop");
    assert!(two.open_questions().is_empty(), "what is open is each widget's own");
}

fn two_lines_embed_the_widget_from_another_origin(stage: &Stage) {
    let ours = stage.site().header(File::Any, "Access-Control-Allow-Origin", "*");
    let lines = format!("<script type=module src=\"{}\"></script><remedy-faq></remedy-faq>", ours.url("/remedy-faq.js"));
    let theirs = stage.site().page("/host.html", host(&lines));
    let page = stage.open(&theirs.url("/host.html"));
    assert_eq!(page.shown_questions().len(), 15);
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(theirs.requests(), ["/host.html"], "the clinic's own server is asked for nothing more");
}

fn a_strict_policy_holds(stage: &Stage) {
    let ours = stage.site().header(File::Any, "Access-Control-Allow-Origin", "*");
    let origin = ours.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let lines = format!("<script type=module src=\"{origin}/remedy-faq.js\"></script><remedy-faq></remedy-faq>");
    let theirs = stage.site().page("/host.html", host(&lines)).header(File::Page, "Content-Security-Policy", policy);
    let page = stage.open(&theirs.url("/host.html"));
    page.toggle("pop");
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(page.find("[part=question]").eval("return getComputedStyle(arguments[0]).borderTopStyle"), "solid", "it has its looks");
}
