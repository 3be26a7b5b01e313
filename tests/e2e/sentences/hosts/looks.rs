//! What the host's styles can and cannot change, and what the host gets back.

use super::*;

sentences! {
    no_host_changes_what_is_inside,
    a_theme_and_a_narrow_column_keep_text_readable,
    a_box_that_fits_its_content_gives_the_widget_room,
    the_host_is_left_as_it_was,
}

fn no_host_changes_what_is_inside(stage: &Stage) {
    let mut plain: BTreeMap<String, Vec<String>> = BTreeMap::new();
    each_host(stage, &["plain", "unset", "framework"], |name, page| {
        let looks: BTreeMap<String, Vec<String>> = serde_json::from_value(page.eval(LOOKS, &[])).expect("looks are lists of words");
        if name == "plain" {
            assert!(looks.len() > 60, "{} kinds of elements", looks.len());
            plain = looks;
            return;
        }
        assert!(plain.keys().eq(looks.keys()), "the same elements are there in the host '{name}'");
        let mut differing = Vec::new();
        for ((what, mine), theirs) in looks.iter().zip(plain.values()) {
            differing.extend(
                mine.iter()
                    .zip(theirs)
                    .filter(|(mine, theirs)| mine != theirs)
                    .map(|(mine, theirs)| format!("{what} {mine} and not {theirs}")),
            );
        }
        differing.truncate(12);
        assert!(differing.is_empty(), "the host '{name}' reaches in: {differing:#?}");
    });
}

fn a_theme_and_a_narrow_column_keep_text_readable(stage: &Stage) {
    let mut plain = 0.0;
    each_host(stage, &["plain", "unset", "framework", "dark", "arabic", "narrow"], |name, page| {
        let seen = page.eval(READABLE, &[]);
        let number = |what: &str| seen[what].as_f64().unwrap_or_default();
        assert!(number("size") >= 16.0, "text of an answer in '{name}': {seen}");
        assert_eq!(seen["label"], "flex", "a label in '{name}': {seen}");
        assert!(number("shown") >= 44.0, "a label in '{name}' is a target to hit: {seen}");
        assert!(number("wide") <= 0.0, "'{name}' is too wide: {seen}");
        assert_eq!(seen["direction"], if name == "arabic" { "rtl" } else { "ltr" });
        match name {
            "plain" => plain = number("contrast"),
            "dark" => assert!(number("contrast") >= 7.0, "contrast in '{name}': {seen}"),
            _ => assert!((number("contrast") - plain).abs() < 0.01, "contrast in '{name}', {plain} in the plain host: {seen}"),
        }
        assert!(plain >= 7.0, "contrast in the plain host: {seen}");
    });
}

fn a_box_that_fits_its_content_gives_the_widget_room(stage: &Stage) {
    let boxes = ["display: flex", "display: inline-block", "float: left", "display: grid; justify-items: start", "position: absolute"];
    let boxes = boxes.map(|style| format!("<div style='{style}'><remedy-faq></remedy-faq></div>"));
    for lines in boxes.into_iter().chain(["<dialog open><remedy-faq></remedy-faq></dialog>".to_owned()]) {
        let page = open(stage, &lines);
        let width = page.eval("return host.getBoundingClientRect().width", &[]).as_f64().unwrap_or_default();
        assert!(width >= 320.0, "on a page 1280 px wide the widget is {width} px wide in {lines}");
    }
}

fn the_host_is_left_as_it_was(stage: &Stage) {
    let ours = ours(stage);
    let theirs = clinic(stage, "<p id=before>Before.</p><div id=place></div><p>After.</p>");
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    let state = "const copy = document.documentElement.cloneNode(true);
        copy.querySelector('#place').replaceChildren();
        return {
            window: Object.getOwnPropertyNames(window).sort(),
            html: copy.outerHTML,
            head: document.head.innerHTML,
            sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
            cookie: document.cookie,
            prototypes: [Array, Object, String, Element, HTMLElement, Node, EventTarget].map(({ prototype }) => Object.getOwnPropertyNames(prototype).length),
            text: getComputedStyle(document.querySelector('#before')).font,
            local: Object.keys(localStorage),
            title: document.title,
            address: location.href,
        }";
    let before = page.browser.eval(state, &[]);
    let include = "const script = document.createElement('script');
        script.type = 'module';
        script.src = arguments[0];
        document.querySelector('#place').append(script, document.createElement('remedy-faq'))";
    page.browser.eval(include, &[json!(ours.url("/remedy-faq.js"))]);
    page.wait_ready();
    page.toggle("pop");
    page.search_field().type_text("pain");
    page.browser.painted();
    let after = page.browser.eval(state, &[]);
    let names = |state: &Value| -> BTreeSet<String> { serde_json::from_value(state["window"].clone()).expect("names are words") };
    // What ChromeDriver leaves there when it clicks.
    let drivers = |name: &String| name.starts_with("cdc_") || ["ret_nodes", "se_exportedFunctionSymbol"].contains(&&**name);
    let added: Vec<_> = names(&after).difference(&names(&before)).filter(|name| !drivers(name)).cloned().collect();
    assert!(added.is_empty(), "new on window: {added:?}");
    for (what, was) in before.as_object().expect("it is an object").iter().filter(|(what, _)| *what != "window") {
        assert_eq!(&after[what], was, "{what}");
    }
    page.tick("rest");
    assert_eq!(page.storage().into_keys().collect::<Vec<_>>(), ["remedy-faq:muscle-knots"], "one key, from the first tick");
    assert_eq!(page.browser.eval("return document.cookie", &[]), "");
}
