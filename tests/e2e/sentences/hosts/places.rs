//! Where a widget stands: several, moved, removed, late, hidden.

use super::*;

sentences! {
    widgets_of_different_documents_keep_different_records,
    moved_a_thousand_times_a_widget_keeps_its_state,
    removed_a_widget_lets_go_and_added_again_it_comes_back,
    added_again_a_widget_whose_document_cannot_be_had_shows_its_fallback,
    a_host_can_hide_a_widget_that_has_come,
    a_widget_removed_before_its_program_came_stays_away,
    a_widget_can_be_removed_after_any_task_of_its_start,
    a_widget_inserted_late_comes_to_life,
    a_widget_in_a_shadow_root_comes_to_life,
    a_widget_in_a_closed_dialog_comes_to_life_when_it_opens,
    a_widget_in_a_hidden_tab_comes_to_life_when_it_is_shown,
}

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
        page.browser.wait_until("its view is gone", "return !window.kept.shadowRoot.querySelector('div')", &[]);
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

fn added_again_a_widget_whose_document_cannot_be_had_shows_its_fallback(stage: &Stage) {
    let fallback = "<details id=kept><summary>Call us</summary><p>Any time.</p></details>";
    let page = open(stage, &format!("<remedy-faq src=ankle.json>{fallback}</remedy-faq>"));
    page.eval("window.kept = host; host.remove()", &[]);
    page.browser.wait_until("its view is gone", "return !window.kept.shadowRoot.querySelector('div')", &[]);
    page.browser.eval("window.kept.src = 'nowhere.json'; document.body.append(window.kept)", &[]);
    page.browser.wait_until("the fault is told", "return __e2e.events.some((event) => event.name === 'remedy-faq-error')", &[]);
    let seen = "return document.querySelector('#kept > summary').checkVisibility() && document.querySelector('#kept').offsetHeight > 0";
    assert_eq!(page.browser.eval(seen, &[]), true, "nothing is shown");
    page.browser.complaints();
}

fn a_host_can_hide_a_widget_that_has_come(stage: &Stage) {
    let page = open(stage, "<style>.none { display: none }</style><remedy-faq></remedy-faq>");
    let shown = "return host.checkVisibility()";
    for (hide, show) in [
        ("host.style.display = 'none'", "host.style.display = ''"),
        ("host.className = 'none'", "host.className = ''"),
        ("host.hidden = true", "host.hidden = false"),
    ] {
        page.eval(hide, &[]);
        assert_eq!(page.eval(shown, &[]), false, "{hide}");
        page.eval(show, &[]);
        assert_eq!(page.eval(shown, &[]), true, "{show}");
    }
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

fn a_widget_can_be_removed_after_any_task_of_its_start(stage: &Stage) {
    // It starts in tasks that are messages of the program to itself.
    let counted = "<script>
        const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
        window.after = () => {};
        Object.defineProperty(MessagePort.prototype, 'onmessage', {
            set(then) {
                set.call(this, (event) => {
                    then(event);
                    after();
                });
            },
        });
    </script>";
    // In a page of its own each, where nothing has had the rest of the program fetched.
    for task in 1..=8 {
        let remove = format!(
            "<script>
                let left = {task};
                after = () => {{ if (--left === 0) document.querySelector('#gone').remove() }};
            </script>
            <remedy-faq id=gone></remedy-faq>"
        );
        let page = visit(stage, &[counted, &remove].concat());
        page.browser.wait_until(&format!("task {task} is over"), "return !document.querySelector('#gone')", &[]);
        page.browser.painted();
        assert!(page.browser.complaints().is_empty(), "after task {task}");
        page.browser.eval("document.body.append(document.createElement('remedy-faq'))", &[]);
        page.at("remedy-faq").wait_ready();
        assert_eq!(page.at("remedy-faq").shown_questions().len(), 15);
    }
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
