//! Attributes, properties and events, live.

use super::*;

sentences! {
    what_is_open_follows_its_attributes,
    the_page_for_the_appointment_stays_open_through_changes,
    headings_language_and_direction_follow_their_attributes,
    the_document_follows_its_attribute,
    the_storage_follows_its_attribute,
    a_late_answer_does_not_replace_a_later_document,
    a_late_language_does_not_replace_a_later_one,
    the_focus_stays_through_changes,
    one_open_at_a_time_has_no_button_that_opens_all,
    a_fallback_with_nothing_open_leaves_it_to_the_attribute,
    only_what_is_ticked_is_told_as_a_change,
    properties_reflect_attributes,
    events_leave_every_shadow_root_with_their_details,
}

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
    change(&page, "exclusive", Some(""));
    page.toggle("pop");
    change(&page, "open", Some("first"));
    assert_eq!(page.open_questions(), page.question_ids()[..1]);
}

fn the_page_for_the_appointment_stays_open_through_changes(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    change(&page, "heading-level", Some("3"));
    let is_open = "return root.querySelector('[part=appointment]').open";
    assert_eq!(page.eval(is_open, &[]), false);
    page.find("[part=appointment] > summary").click();
    page.find("textarea[name=own-questions]").type_text("May I swim?");
    change(&page, "heading-level", Some("4"));
    assert_eq!(page.eval(is_open, &[]), true);
    assert_eq!(page.find("textarea[name=own-questions]").value(), "May I swim?");
    page.find("[part=appointment] > summary").click();
    change(&page, "heading-level", None);
    assert_eq!(page.eval(is_open, &[]), false, "closed, it stays closed");
}

fn headings_language_and_direction_follow_their_attributes(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.toggle("pop");
    page.tick("rest");
    for level in ["2", "3", "6"] {
        change(&page, "heading-level", Some(level));
        assert_eq!(page.all(&format!("summary h{level}")).len(), 15);
        assert_eq!(page.all("summary :is(h1,h2,h3,h4,h5,h6)").len(), 15);
    }
    change(&page, "heading-level", Some("7"));
    assert!(page.all("summary :is(h1,h2,h3,h4,h5,h6,h7)").is_empty());
    let direction = |page: &Page| page.find("[part=question]").eval("return getComputedStyle(arguments[0]).direction");
    let language = |page: &Page| page.find("[part=question]").eval("return arguments[0].closest('[lang]').lang");
    assert_eq!((direction(&page), language(&page)), (json!("ltr"), json!("en")));
    change(&page, "dir", Some("rtl"));
    change(&page, "lang", Some("en-GB"));
    assert_eq!((direction(&page), language(&page)), (json!("rtl"), json!("en-GB")));
    change(&page, "dir", None);
    change(&page, "lang", Some("fr"));
    assert_eq!((direction(&page), language(&page)), (json!("ltr"), json!("en")), "there are none in French");
    change(&page, "lang", None);
    assert_eq!((direction(&page), language(&page)), (json!("ltr"), json!("en")));
    assert_eq!(page.open_questions(), ["pop"], "what is open stays open through all of it");
    assert!(page.remedy("rest").is_ticked());
}

fn the_document_follows_its_attribute(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.tick("rest");
    change(&page, "src", Some("ankle.json"));
    assert_eq!(page.question_ids()[0], "what-is-it");
    assert_eq!(page.counter(), "0 of 8 tried", "another document has another record");
    change(&page, "src", None);
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(page.events("remedy-faq-change").len(), 1, "another document is no change of what is ticked");
}

fn the_storage_follows_its_attribute(stage: &Stage) {
    let page = open(stage, "<remedy-faq storage=none></remedy-faq>");
    let session = |page: &Page| {
        page.put_away();
        page.eval("return sessionStorage.length", &[])
    };
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 12 tried");
    assert!(page.storage().is_empty(), "storage=none stores nothing");
    assert_eq!(session(&page), 0);
    change(&page, "storage", Some("session"));
    page.tick("stretch");
    assert!(page.storage().is_empty());
    assert_eq!(session(&page), 1);
    change(&page, "storage", Some("local"));
    page.tick("exercise");
    assert_eq!(page.storage().len(), 1);
    let before = page.storage();
    change(&page, "storage", Some("none"));
    page.tick("muscle-rub");
    assert_eq!(page.storage(), before, "back to none, nothing more is stored");
}

fn a_late_answer_does_not_replace_a_later_document(stage: &Stage) {
    let slow = ours(stage).page("/slow.json", ARABIC).fault(File::Any, Fault::Held);
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.eval("host.setAttribute('src', args[0])", &[json!(slow.url("/slow.json"))]);
    page.eval("host.setAttribute('src', 'ankle.json')", &[]);
    wait_for_questions(&page, 8);
    slow.release();
    let fetched = "return performance.getEntriesByName(args[0]).length > 0";
    page.wait_until_with("the earlier document has come", fetched, &[json!(slow.url("/slow.json"))]);
    for _ in 0..3 {
        page.browser.painted();
    }
    assert_eq!(page.question_ids().first().map(String::as_str), Some("what-is-it"), "src says ankle.json");
}

fn a_late_language_does_not_replace_a_later_one(stage: &Stage) {
    let ours = ours(stage).fault(File::Spanish, Fault::Held);
    let theirs = clinic(stage, &(loader(&ours) + "<remedy-faq></remedy-faq>"));
    let page = stage.visit(&theirs.url("/host.html"), Options::default());
    page.wait_ready();
    page.eval("host.lang = 'es'", &[]);
    change(&page, "lang", Some("en"));
    ours.release();
    page.wait_until(
        "the Spanish questions have come",
        "return performance.getEntriesByType('resource').some((one) => /document-es/.test(one.name) && one.responseEnd)",
    );
    for _ in 0..3 {
        page.browser.painted();
    }
    assert_eq!(page.find(".rf-title").text(), "Muscle knots: questions and answers", "lang says en");
}

fn the_focus_stays_through_changes(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.tick("rest");
    assert_eq!(page.focus(), "remedy rest");
    change(&page, "dir", Some("rtl"));
    assert_eq!(page.focus(), "remedy rest");
    page.toggle("pop");
    change(&page, "heading-level", Some("4"));
    assert_eq!(page.focus(), "question pop");
    for (part, level) in
        [("input[type=search]", "3"), ("[part=backup]", "4"), ("textarea[name=note-rest]", "3"), ("input[value=helped]", "4")]
    {
        page.find(part).eval("arguments[0].focus()");
        change(&page, "heading-level", Some(level));
        assert_eq!(page.eval("return root.activeElement?.matches(args[0]) ?? false", &[json!(part)]), true, "{part}");
    }
}

fn one_open_at_a_time_has_no_button_that_opens_all(stage: &Stage) {
    let page = open(stage, "<remedy-faq exclusive></remedy-faq>");
    // The other keeps the room that a fallback has for both.
    assert_eq!(page.all("[part=toggle-all]").len(), 1);
    page.toggle("pop");
    page.button("Close all").click();
    assert!(page.open_questions().is_empty());
    change(&page, "exclusive", None);
    assert_eq!(page.all("[part=toggle-all]").len(), 2);
}

fn a_fallback_with_nothing_open_leaves_it_to_the_attribute(stage: &Stage) {
    let fallback = |open| {
        format!("<details id=pop {open}><summary>Why?</summary>Because.</details><details open><summary>Us</summary>Here.</details>")
    };
    let page = open(stage, &format!("<remedy-faq open=first>{}</remedy-faq>", fallback("")));
    assert_eq!(page.open_questions(), page.question_ids()[..1]);
    assert_eq!(page.eval("return root.querySelector('[part=appointment]').open", &[]), false, "a disclosure of the host's own");
    let page = open(stage, &format!("<remedy-faq open=first>{}</remedy-faq>", fallback("open")));
    assert_eq!(page.open_questions(), ["pop"]);
}

fn only_what_is_ticked_is_told_as_a_change(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text("a little");
    page.put_away();
    assert_eq!(page.events("remedy-faq-change"), [json!({ "tried": ["rest"], "total": 12 })]);
    page.reload();
    page.find("textarea[name=note-rest]").type_text(" more");
    page.put_away();
    assert!(page.events("remedy-faq-change").is_empty(), "nothing was ticked since it came");
    page.tick("stretch");
    assert_eq!(page.events("remedy-faq-change"), [json!({ "tried": ["rest", "stretch"], "total": 12 })]);
}

fn properties_reflect_attributes(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    let defaults = "return [host.src, host.storage, host.exclusive, host.open, host.headingLevel]";
    assert_eq!(page.eval(defaults, &[]), json!(["", "", false, "", ""]));
    let set = "host.storage = 'session'; host.exclusive = true; host.open = 'first'; host.headingLevel = 3; host.src = 'ankle.json';
        return ['src', 'storage', 'exclusive', 'open', 'heading-level'].map((name) => host.getAttribute(name))";
    assert_eq!(page.eval(set, &[]), json!(["ankle.json", "session", "", "first", "3"]));
    assert_eq!(page.eval(defaults, &[]), json!(["ankle.json", "session", true, "first", "3"]));
    wait_for_questions(&page, 8);
    page.wait_until(
        "the properties are followed",
        "return root.querySelectorAll('summary h3').length === 8 && root.childElementCount === 1",
    );
    let unset = "host.storage = host.src = host.open = host.headingLevel = null; host.exclusive = false; return host.getAttributeNames()";
    assert_eq!(page.eval(unset, &[]), json!([]));
    wait_for_questions(&page, 15);
}

fn events_leave_every_shadow_root_with_their_details(stage: &Stage) {
    let listen = "<script>window.heard = [];
        for (const name of ['ready', 'change', 'error']) document.addEventListener('remedy-faq-' + name, (event) =>
            heard.push({ name, bubbles: event.bubbles, composed: event.composed, detail: event.detail ?? null, target: event.target.id }));
        </script><div id=outer></div>";
    let page = visit(stage, listen);
    let insert = "const shadow = document.querySelector('#outer').attachShadow({ mode: 'open' });
        shadow.innerHTML = '<remedy-faq></remedy-faq>'";
    page.browser.eval(insert, &[]);
    let inner = page.at("#outer >>> remedy-faq");
    wait_for_questions(&inner, 15);
    inner.tick("stretch");
    inner.tick("rest");
    inner.tick("stretch");
    let heard = || page.browser.eval("return window.heard", &[]);
    let event = |name: &str, detail: Value| json!({ "name": name, "bubbles": true, "composed": true, "detail": detail, "target": "outer" });
    let tried = |ids: &[&str]| event("change", json!({ "tried": ids, "total": 12 }));
    let expected = [event("ready", Value::Null), tried(&["stretch"]), tried(&["rest", "stretch"]), tried(&["rest"])];
    assert_eq!(heard(), json!(expected));
    inner.eval("host.setAttribute('src', 'nowhere.json')", &[]);
    page.browser.wait_until("the error is heard", "return window.heard.some((event) => event.name === 'error')", &[]);
    let error = heard().as_array().and_then(|all| all.iter().find(|one| one["name"] == "error").cloned()).unwrap_or_default();
    assert!(error["detail"]["message"].as_str().is_some_and(|message| message.contains("nowhere.json")), "{error}");
    assert_eq!(error["composed"], true);
    page.browser.complaints();
}
