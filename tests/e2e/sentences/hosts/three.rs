//! On pages of every kind, from another origin: whatever the host does, the widget works or says why not, and leaves the Part three; what they share is in the folder's `mod.rs`.

use super::*;

sentences! {
    the_host_is_left_as_it_was [SoFarChromium],
    a_strict_policy_lets_the_whole_journey_pass [SoFarChromium],
    a_policy_without_connections_lets_the_single_script_pass [SoFarChromium],
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

// Strict policies.

fn a_strict_policy_lets_the_whole_journey_pass(stage: &Stage) {
    let ours = ours(stage);
    let origin = ours.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    journey(stage, &ours, "/remedy-faq.js", policy);
}

fn a_policy_without_connections_lets_the_single_script_pass(stage: &Stage) {
    let ours = ours(stage);
    let origin = ours.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    journey(stage, &ours, "/remedy-faq-single.js", policy);
    let asked: Vec<_> = ours.requests();
    assert!(asked.iter().all(|path| path == "/remedy-faq-single.js"), "one file is all it takes: {asked:?}");
}
