//! The two lines that a clinic pastes.

use super::*;

sentences! {
    two_lines_and_nothing_else_are_a_page,
    a_widget_far_below_asks_for_nothing_until_it_is_near,
    an_eager_widget_does_not_wait_until_it_is_near,
    included_twice_and_in_other_versions_the_first_wins,
    the_loader_can_be_held_to_its_digest,
}

fn two_lines_and_nothing_else_are_a_page(stage: &Stage) {
    // No doctype either: the oldest of pages.
    let theirs = stage.site().page("/host.html", loader(&ours(stage)) + "\n<remedy-faq></remedy-faq>");
    let page = stage.open(&theirs.url("/host.html"));
    assert_eq!(page.shown_questions().len(), 15);
    page.toggle("pop");
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(theirs.requests(), ["/host.html"], "the clinic's own server is asked for nothing more");
}

fn a_widget_far_below_asks_for_nothing_until_it_is_near(stage: &Stage) {
    let ours = ours(stage);
    let theirs = clinic(stage, &format!("{}{FAR_BELOW}<remedy-faq></remedy-faq>{FAR_BELOW}", loader(&ours)));
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    for place in [0, 2000, 3000] {
        page.eval("scrollTo({ top: args[0], behavior: 'instant' })", &[json!(place)]);
        page.browser.painted();
        page.browser.painted();
        assert_eq!(ours.requests(), ["/remedy-faq.js"], "at {place} the widget is far below");
    }
    page.eval("scrollTo({ top: host.getBoundingClientRect().top + scrollY - innerHeight - 300, behavior: 'instant' })", &[]);
    page.wait_ready();
    assert_eq!(wasm_requested(&ours), 1);
    assert_eq!(page.eval("return host.getBoundingClientRect().top > innerHeight", &[]), true, "it is ready before it is seen");
}

fn an_eager_widget_does_not_wait_until_it_is_near(stage: &Stage) {
    let page = open(stage, &format!("{FAR_BELOW}<remedy-faq loading=eager></remedy-faq>"));
    assert_eq!(page.eval("return scrollY", &[]), 0);
}

fn included_twice_and_in_other_versions_the_first_wins(stage: &Stage) {
    let (ours, other) = (ours(stage), ours(stage));
    let source = fs::read_to_string(crate::stage::dist().join("remedy-faq.js")).expect("the build has a loader");
    let other = other.page("/remedy-faq.js", source + "\nwindow.otherRan = true;");
    let single = ours.url("/remedy-faq-single.js");
    let again = ours.url("/remedy-faq.js?again");
    let lines = [
        loader(&ours),
        "<remedy-faq id=one></remedy-faq>".to_owned(),
        loader(&ours),
        format!("<script type=module src=\"{again}\"></script><script type=module src=\"{single}\"></script>"),
        loader(&other),
        "<remedy-faq id=two loading=eager></remedy-faq>".to_owned(),
        "<script type=module>await customElements.whenDefined('remedy-faq'); window.first = customElements.get('remedy-faq')</script>"
            .to_owned(),
    ];
    let theirs = clinic(stage, &lines.concat());
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    let (one, two) = (page.at("#one"), page.at("#two"));
    one.wait_ready();
    two.wait_ready();
    page.wait_until("the other version ran", "return window.otherRan === true");
    let same = "return [...document.querySelectorAll('remedy-faq')].every((one) => one.constructor === window.first)";
    assert_eq!(page.eval(same, &[]), true, "one definition");
    assert_eq!((wasm_requested(&ours), wasm_requested(&other)), (1, 0), "one program instance");
    one.tick("rest");
    assert_eq!(two.counter(), "1 of 12 tried");
}

fn the_loader_can_be_held_to_its_digest(stage: &Stage) {
    let ours = ours(stage);
    let theirs = clinic(stage, "<remedy-faq></remedy-faq>");
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    // What the build gives for a clinic to paste.
    let digests = fs::read_to_string(crate::stage::dist().join("integrity.txt")).expect("the build says its digests");
    let digest = digests.lines().find_map(|line| line.strip_prefix("remedy-faq.js ")).expect("the loader is among them");
    let include = "const script = document.createElement('script');
        Object.assign(script, { type: 'module', src: args[0], crossOrigin: 'anonymous', integrity: args[1] });
        script.onerror = () => { window.refused = true };
        document.body.append(script)";
    page.eval(include, &[json!(ours.url("/remedy-faq.js?other")), json!(digest.replace("sha256-", "sha256-A"))]);
    page.wait_until("another digest is refused", "return window.refused === true");
    assert_eq!(page.eval("return customElements.get('remedy-faq') ?? null", &[]), Value::Null);
    // The browser's own words about the digest.
    page.browser.complaints();
    page.eval(include, &[json!(ours.url("/remedy-faq.js")), json!(digest)]);
    page.wait_ready();
}
