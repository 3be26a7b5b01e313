//! On pages of every kind, from another origin: whatever the host does, the widget works or says why not, and leaves the Part one; what they share is in the folder's `mod.rs`.

use super::*;

sentences! {
    two_lines_and_nothing_else_are_a_page [SoFarChromium],
    a_widget_far_below_asks_for_nothing_until_it_is_near [SoFarChromium],
    an_eager_widget_does_not_wait_until_it_is_near [SoFarChromium],
    included_twice_and_in_other_versions_the_first_wins [SoFarChromium],
    the_loader_can_be_held_to_its_digest [SoFarChromium],
    widgets_of_different_documents_keep_different_records [SoFarChromium],
    moved_a_thousand_times_a_widget_keeps_its_state [SoFarChromium],
    removed_a_widget_lets_go_and_added_again_it_comes_back [SoFarChromium],
    a_widget_removed_before_its_program_came_stays_away [SoFarChromium],
    a_widget_inserted_late_comes_to_life [SoFarChromium],
    a_widget_in_a_shadow_root_comes_to_life [SoFarChromium],
    a_widget_in_a_closed_dialog_comes_to_life_when_it_opens [SoFarChromium],
    a_widget_in_a_hidden_tab_comes_to_life_when_it_is_shown [SoFarChromium],
    what_is_open_follows_its_attributes [SoFarChromium],
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
    let digest = "const done = arguments[1];
        fetch(arguments[0]).then((file) => file.arrayBuffer()).then((file) => crypto.subtle.digest('SHA-384', file))
            .then((digest) => done('sha384-' + btoa(String.fromCharCode(...new Uint8Array(digest)))))";
    let digest = page.browser.eval_later("the loader's digest", digest, &[json!(ours.url("/remedy-faq.js"))]);
    let include = "const script = document.createElement('script');
        Object.assign(script, { type: 'module', src: args[0], crossOrigin: 'anonymous', integrity: args[1] });
        script.onerror = () => { window.refused = true };
        document.body.append(script)";
    page.eval(
        include,
        &[json!(ours.url("/remedy-faq.js?other")), json!(digest.as_str().unwrap_or_default().replace("sha384-", "sha384-A"))],
    );
    page.wait_until("another digest is refused", "return window.refused === true");
    assert_eq!(page.eval("return customElements.get('remedy-faq') ?? null", &[]), Value::Null);
    // The browser's own words about the digest.
    page.browser.complaints();
    page.eval(include, &[json!(ours.url("/remedy-faq.js")), digest]);
    page.wait_ready();
}

// Several, moved, removed, late.

fn widgets_of_different_documents_keep_different_records(stage: &Stage) {
    let lines = format!(
        "<remedy-faq id=knots loading=eager></remedy-faq>
        <remedy-faq id=inside loading=eager><script type=application/json>{ANKLE}</script></remedy-faq>
        <remedy-faq id=by-src src=ankle.json loading=eager></remedy-faq>"
    );
    let page = visit(stage, &lines);
    let (knots, inside, by_src) = (page.at("#knots"), page.at("#inside"), page.at("#by-src"));
    for widget in [&knots, &inside, &by_src] {
        widget.wait_ready();
    }
    assert_eq!(inside.question_ids(), by_src.question_ids());
    assert_eq!(knots.question_ids().len(), 15);
    // Both documents have a remedy of this id.
    inside.tick("rest");
    assert!(by_src.remedy("rest").is_ticked(), "the same document, the same record");
    assert!(!knots.remedy("rest").is_ticked(), "another document, another record");
    knots.tick("stretch");
    assert_eq!([&knots, &inside, &by_src].map(Page::counter), ["1 of 12 tried", "1 of 8 tried", "1 of 8 tried"]);
    let keys: Vec<_> = page.storage().into_keys().collect();
    assert_eq!(keys, ["remedy-faq:ankle-sprain", "remedy-faq:muscle-knots"]);
}

fn moved_a_thousand_times_a_widget_keeps_its_state(stage: &Stage) {
    let page = open(stage, "<div id=here><remedy-faq></remedy-faq></div><div id=there></div>");
    page.toggle("pop");
    page.tick("rest");
    page.eval("window.view = root.querySelector('[part=question]')", &[]);
    let moves = "const done = arguments[0];
        const [host, here, there] = ['remedy-faq', '#here', '#there'].map((css) => document.querySelector(css));
        const add = EventTarget.prototype.addEventListener;
        let listeners = 0;
        EventTarget.prototype.addEventListener = function (...words) { listeners += 1; return add.apply(this, words) };
        (async () => {
            for (let move = 0; move < 1000; move += 1) {
                (move % 2 ? here : there).append(host);
                // In one go, after other code, and after a while.
                if (move % 3 === 0) await null;
                if (move % 50 === 0) await new Promise((then) => setTimeout(then));
            }
            here.append(host);
            await new Promise((then) => setTimeout(then, 50));
            EventTarget.prototype.addEventListener = add;
            done(listeners);
        })()";
    let listeners = page.browser.eval_later("a thousand moves", moves, &[]);
    assert_eq!(listeners, 0, "listeners were added");
    assert_eq!(page.eval("return root.childElementCount", &[]), 1, "one view");
    assert_eq!(page.eval("return root.querySelector('[part=question]') === window.view", &[]), true, "the same view");
    assert_eq!(page.open_questions(), ["pop"]);
    assert!(page.remedy("rest").is_ticked());
    assert_eq!(page.events("remedy-faq-ready").len(), 1);
    page.tick("stretch");
    assert_eq!(page.events("remedy-faq-change").len(), 2, "one event for each of the two ticks");
    assert_eq!(page.counter(), "2 of 12 tried");
}

fn removed_a_widget_lets_go_and_added_again_it_comes_back(stage: &Stage) {
    let page = open(stage, "<remedy-faq id=one></remedy-faq>");
    page.tick("rest");
    for _ in 0..3 {
        page.eval("window.kept = host; host.remove()", &[]);
        page.browser.wait_until("its shadow root is empty", "return window.kept.shadowRoot.childElementCount === 0", &[]);
        page.browser.eval("document.body.append(window.kept)", &[]);
        wait_for_questions(&page, 15);
        assert_eq!(page.eval("return root.childElementCount", &[]), 1, "one view");
        assert_eq!(page.counter(), "1 of 12 tried");
    }
    page.tick("stretch");
    assert_eq!(page.counter(), "2 of 12 tried");
    let last = page.events("remedy-faq-change").pop().unwrap_or_default();
    assert_eq!(last, json!({ "tried": ["rest", "stretch"], "total": 12 }));
    assert_eq!(page.events("remedy-faq-change").len(), 2);
}

fn a_widget_removed_before_its_program_came_stays_away(stage: &Stage) {
    let ours = ours(stage).fault(File::Program, Fault::Held);
    let theirs =
        clinic(stage, &(loader(&ours) + "<remedy-faq id=gone loading=eager></remedy-faq><remedy-faq id=stays loading=eager></remedy-faq>"));
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    page.browser.eval("window.gone = document.querySelector('#gone'); window.gone.remove()", &[]);
    ours.release();
    page.at("#stays").wait_ready();
    assert_eq!(page.browser.eval("return window.gone.shadowRoot", &[]), Value::Null, "it is not in the page");
    page.browser.eval("document.body.append(window.gone)", &[]);
    page.at("#gone").wait_ready();
    assert_eq!(page.at("#gone").shown_questions().len(), 15);
}

fn a_widget_inserted_late_comes_to_life(stage: &Stage) {
    let page = visit(stage, "<div id=place></div>");
    page.browser.wait_until("the element is known", "return Boolean(customElements.get('remedy-faq'))", &[]);
    let insert = "document.querySelector('#place').innerHTML = '<section><remedy-faq exclusive open=first></remedy-faq></section>'";
    page.browser.eval(insert, &[]);
    page.wait_ready();
    assert_eq!(page.open_questions().len(), 1);
    page.tick("rest");
    // And again, as a page does that draws itself anew.
    page.browser.eval(insert, &[]);
    page.wait_ready();
    assert!(page.remedy("rest").is_ticked());
}

fn a_widget_in_a_shadow_root_comes_to_life(stage: &Stage) {
    let page = visit(stage, "<div id=outer></div>");
    let insert = "const shadow = document.querySelector('#outer').attachShadow({ mode: 'open' });
        shadow.append(document.createElement('remedy-faq'))";
    page.browser.eval(insert, &[]);
    let inner = page.at("#outer >>> remedy-faq");
    wait_for_questions(&inner, 15);
    inner.toggle("pop");
    inner.tick("rest");
    assert_eq!(inner.counter(), "1 of 12 tried");
    assert_eq!(inner.find("[part=question]").eval("return getComputedStyle(arguments[0]).borderTopStyle"), "solid", "it has its looks");
}

fn a_widget_in_a_closed_dialog_comes_to_life_when_it_opens(stage: &Stage) {
    let page = visit(stage, "<dialog style='inline-size: 40em'><remedy-faq></remedy-faq></dialog>");
    page.browser.painted();
    page.browser.eval("document.querySelector('dialog').showModal()", &[]);
    page.wait_ready();
    // ChromeDriver does not scroll inside a modal dialog of itself.
    let into_view = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.summary("pop").eval(into_view);
    page.toggle("pop");
    page.remedy("rest").eval(into_view);
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    page.browser.eval("document.querySelector('dialog').close()", &[]);
    page.browser.eval("document.querySelector('dialog').show()", &[]);
    assert_eq!(page.open_questions(), ["pop"], "closing it in between changes nothing");
    assert!(page.remedy("rest").is_ticked());
}

fn a_widget_in_a_hidden_tab_comes_to_life_when_it_is_shown(stage: &Stage) {
    for eager in ["", "loading=eager"] {
        let page = visit(stage, &format!("<div id=tab hidden><remedy-faq {eager}></remedy-faq></div>"));
        if !eager.is_empty() {
            page.wait_ready();
        }
        page.browser.eval("document.querySelector('#tab').hidden = false", &[]);
        page.wait_ready();
        assert_eq!(page.shown_questions().len(), 15);
        page.toggle("pop");
    }
}

// The contract, live.

fn what_is_open_follows_its_attributes(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.toggle("pop");
    page.toggle("severe-pain");
    assert_eq!(page.open_questions().len(), 2, "both stay open");
    page.toggle("severe-pain");
    change(&page, "exclusive", Some(""));
    assert_eq!(page.open_questions(), ["pop"], "what is open stays open");
    page.toggle("severe-pain");
    page.wait_until("the other one closes", "return !root.querySelector('#pop').open");
    assert_eq!(page.open_questions(), ["severe-pain"]);
    change(&page, "exclusive", None);
    page.toggle("pop");
    page.browser.painted();
    assert_eq!(page.open_questions().len(), 2, "both stay open again");
    change(&page, "open", Some("all"));
    assert_eq!(page.open_questions().len(), 15);
    change(&page, "open", Some("first"));
    assert_eq!(page.open_questions(), page.question_ids()[..1]);
    change(&page, "open", None);
    assert!(page.open_questions().is_empty());
}
