//! On pages of every kind, from another origin: whatever the host does, the widget works or says why not, and leaves the Part two; what they share is in the folder's `mod.rs`.

use super::*;

sentences! {
    headings_language_and_direction_follow_their_attributes [SoFarChromium],
    the_document_follows_its_attribute [SoFarChromium],
    the_storage_follows_its_attribute [SoFarChromium],
    a_late_answer_does_not_replace_a_later_document [SoFarChromium],
    properties_reflect_attributes [SoFarChromium],
    events_leave_every_shadow_root_with_their_details [SoFarChromium],
    a_document_that_is_missing_leaves_questions [SoFarChromium],
    a_document_that_is_a_web_page_leaves_questions [SoFarChromium],
    a_document_with_a_typo_leaves_questions [SoFarChromium],
    a_document_with_an_id_twice_leaves_questions [SoFarChromium],
    a_document_that_may_not_be_read_leaves_questions [SoFarChromium],
    a_document_of_20_megabytes_leaves_questions [SoFarChromium],
    a_document_of_a_hundred_thousand_levels_leaves_questions [SoFarChromium],
    a_document_that_stalls_leaves_questions [SoFarChromium],
    a_document_inside_with_a_typo_leaves_questions [SoFarChromium],
    a_document_is_followed_to_where_it_moved [SoFarChromium],
    no_host_changes_what_is_inside [SoFarChromium],
    a_theme_and_a_narrow_column_keep_text_readable [SoFarChromium],
    a_box_that_fits_its_content_gives_the_widget_room [SoFarChromium],
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
    change(&page, "lang", Some("fr"));
    assert_eq!((direction(&page), language(&page)), (json!("rtl"), json!("fr")));
    change(&page, "dir", None);
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
}

fn the_storage_follows_its_attribute(stage: &Stage) {
    let page = open(stage, "<remedy-faq storage=none></remedy-faq>");
    let session = |page: &Page| page.eval("return sessionStorage.length", &[]);
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

// Bad documents.

fn a_document_that_is_missing_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    questions_stay(&page, "src=nowhere.json", "", &["nowhere.json", "the server answered 404", "check the address in src"]);
}

fn a_document_that_is_a_web_page_leaves_questions(stage: &Stage) {
    let page = "<!doctype html><html><body><h1>404</h1><script>alert(1)</script></body></html>";
    refused(stage, page, &["this is a web page and no JSON", "check the address in src"]);
}

fn a_document_with_a_typo_leaves_questions(stage: &Stage) {
    refused(stage, "{\n  \"schemaVersion\": 1,\n  \"id\": \"x\",,\n}", &["not JSON", "line 3 column 13", "a comma or a quotation mark"]);
}

fn a_document_with_an_id_twice_leaves_questions(stage: &Stage) {
    let question = json!({ "id": "same", "question": "Why?", "answer": [{ "p": "So." }] });
    let document = json!({ "schemaVersion": 1, "id": "x", "lang": "en", "title": "X", "questions": [question, question] });
    refused(stage, document.to_string(), &["questions[1].id", "the id \"same\" is taken by an earlier entry", "give each its own"]);
}

fn a_document_that_may_not_be_read_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    // No CORS.
    let documents = stage.site().page("/document.json", ANKLE);
    let src = documents.url("/document.json");
    questions_stay(&page, &format!("src=\"{src}\""), "", &[&src, "check the address in src, and that the file may be read from this page"]);
}

fn a_document_of_20_megabytes_leaves_questions(stage: &Stage) {
    let document = format!("{{\"schemaVersion\": 1, \"title\": \"{}\"}}", "x".repeat(20_000_000));
    refused(stage, document, &["larger than the 16777216 bytes"]);
}

fn a_document_of_a_hundred_thousand_levels_leaves_questions(stage: &Stage) {
    let deep = |open: &str, close: &str| [&*open.repeat(100_000), &*close.repeat(100_000)].concat();
    refused(stage, deep("[", "]"), &["not JSON", "line 1 column"]);
    refused(stage, format!("{{\"schemaVersion\":1,\"questions\":{}}}", deep("{\"a\":", "}")), &["not JSON", "line 1 column"]);
}

fn a_document_that_stalls_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    // In one engine: it takes as long as the widget is patient.
    if !page.browser.engine().speaks_cdp {
        return;
    }
    let documents = ours(stage).page("/document.json", ANKLE).fault(File::Any, Fault::HalfUntil("/never"));
    let src = documents.url("/document.json");
    questions_stay(&page, &format!("src=\"{src}\""), "", &[&src, "no answer in 8 seconds"]);
}

fn a_document_inside_with_a_typo_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    let inside = "<script type=\"application/json\">{\"schemaVersion\": 2, \"titel\": \"x\"}</script>";
    let says = ["the document inside the element", "unknown field \"titel\"", "write 1", "the field \"questions\" is missing; add it"];
    questions_stay(&page, "", inside, &says);
}

fn a_document_is_followed_to_where_it_moved(stage: &Stage) {
    let theirs = ours(stage).page("/moved.json", ANKLE);
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let old = format!("http://{}/old.json", listener.local_addr().expect("it is bound"));
    let to = theirs.url("/moved.json");
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            // Its headers end with an empty line.
            let _ = BufReader::new(&stream).lines().map_while(Result::ok).find(String::is_empty);
            let _ = write!(
                stream,
                "HTTP/1.1 301 Moved\r\nLocation: {to}\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
    });
    let page = open(stage, &format!("<remedy-faq src=\"{old}\"></remedy-faq>"));
    assert_eq!(page.shown_questions()[0], "what-is-it");
    assert!(page.events("remedy-faq-error").is_empty());
}

// Six hosts.

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

// What the host gets back.
