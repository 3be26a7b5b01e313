//! Documents that are bad, missing, slow or elsewhere.

use super::*;

sentences! {
    a_document_that_is_missing_leaves_questions,
    a_document_that_is_missing_leaves_a_link_and_not_a_promise,
    a_document_that_is_a_web_page_leaves_questions,
    a_document_with_a_typo_leaves_questions,
    a_document_with_an_id_twice_leaves_questions,
    a_document_that_may_not_be_read_leaves_questions,
    a_document_of_20_megabytes_leaves_questions,
    a_document_of_a_hundred_thousand_ids_leaves_questions,
    a_document_of_a_hundred_thousand_levels_leaves_questions,
    a_document_that_stalls_leaves_questions,
    a_document_that_is_long_on_its_way_leaves_no_blank,
    questions_in_use_are_not_replaced_by_a_document_that_comes_late,
    a_document_that_is_overtaken_while_it_is_read_is_not_told_of,
    a_document_inside_with_a_typo_leaves_questions,
    a_document_is_followed_to_where_it_moved,
}

fn a_document_that_is_missing_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    questions_stay(&page, "src=nowhere.json", "", &["nowhere.json", "the server answered 404", "check the address in src"]);
}

fn a_document_that_is_missing_leaves_a_link_and_not_a_promise(stage: &Stage) {
    let lines = "<remedy-faq id=link src=nowhere.json><p>Call us: <a href=tel:+15550100>555 0100</a>.</p></remedy-faq>
        <remedy-faq id=promise src=nowhere.json><p>Our questions are on their way.</p></remedy-faq>";
    let page = visit(stage, lines);
    let (link, promise) = (page.at("#link"), page.at("#promise"));
    link.wait_until("the fallback stays", "return host.hasAttribute('data-fallback')");
    assert_eq!(link.eval("return host.innerText.trim()", &[]), "Call us: 555 0100.");
    promise.wait_ready();
    assert_eq!(promise.shown_questions().len(), 15, "the bundled questions");
    page.browser.complaints();
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
    questions_stay(&page, &format!("src=\"{src}\""), "", &[&src, "check the address in src, and that this page may read the file"]);
}

fn a_document_of_20_megabytes_leaves_questions(stage: &Stage) {
    let document = format!("{{\"schemaVersion\": 1, \"title\": \"{}\"}}", "x".repeat(20_000_000));
    refused(stage, document, &["larger than the 4194304 bytes"]);
}

fn a_document_of_a_hundred_thousand_ids_leaves_questions(stage: &Stage) {
    let page = open(stage, "<remedy-faq></remedy-faq>");
    // In one engine: three at once on a busy machine tell little of the time that each takes.
    if !page.browser.engine().speaks_cdp {
        return;
    }
    // In the order that is worst for whoever sorts.
    let ids: String = (0..100_000).rev().map(|id| format!("{{\"id\":\"q{id:06}\"}},")).collect();
    let document = format!("{{\"schemaVersion\":1,\"id\":\"x\",\"lang\":\"en\",\"title\":\"X\",\"questions\":[{ids}{{}}]}}");
    refused(
        stage,
        document,
        &["questions: more than 10000 members", "questions[0]: the field \"answer\" is missing; add it", "there are more faults"],
    );
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

/// A page with two widgets whose document is held: one of them has something inside to show meanwhile.
fn held(stage: &Stage) -> (Site, Page) {
    let slow = ours(stage).page("/slow.json", ANKLE).fault(File::Any, Fault::Held);
    let src = slow.url("/slow.json");
    let page = visit(
        stage,
        &format!(
            "<remedy-faq id=told src=\"{src}\">Call us.</remedy-faq><remedy-faq id=bare loading=eager open=first src=\"{src}\"></remedy-faq>"
        ),
    );
    let bare = page.at("#bare");
    bare.wait_ready();
    (slow, bare)
}

fn a_document_that_is_long_on_its_way_leaves_no_blank(stage: &Stage) {
    let (slow, page) = held(stage);
    assert_eq!(page.shown_questions().len(), 15, "the bundled questions stand in");
    let told = page.at("#told");
    assert_eq!(told.eval("return host.innerText", &[]), "Call us.", "what stands inside needs none to stand in");
    slow.release();
    for widget in [&page, &told] {
        wait_for_questions(widget, 8);
        assert_eq!(widget.eval("return root.childElementCount", &[]), 1, "one view");
    }
    assert_eq!(page.open_questions(), page.question_ids()[..1], "open=first");
    page.tick("rest");
    assert_eq!(page.counter(), "1 of 8 tried");
    assert!(page.events("remedy-faq-error").is_empty());
}

fn questions_in_use_are_not_replaced_by_a_document_that_comes_late(stage: &Stage) {
    let (slow, page) = held(stage);
    page.toggle("pop");
    page.tick("stretch");
    let open = page.open_questions();
    slow.release();
    wait_for_questions(&page.at("#told"), 8);
    for _ in 0..3 {
        page.browser.painted();
    }
    assert_eq!((page.open_questions(), page.counter()), (open, "1 of 12 tried".to_owned()));
    assert_eq!(page.eval("return root.childElementCount", &[]), 1, "one view");
}

fn a_document_that_is_overtaken_while_it_is_read_is_not_told_of(stage: &Stage) {
    let question = |id: usize| json!({ "id": format!("q{id}"), "question": "Why?", "answer": [{ "p": "So. ".repeat(100) }] });
    let questions: Vec<Value> = (0..4000).map(question).collect();
    let bad = json!({ "schemaVersion": 1, "id": "x", "lang": "en", "title": "X", "titel": "X", "questions": questions });
    let src = ours(stage).page("/bad.json", bad.to_string()).url("/bad.json");
    // It is read in messages of the program to itself. After the first of them once it is there, another is wanted.
    let overtake = "<script>
        const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
        Object.defineProperty(MessagePort.prototype, 'onmessage', {
            set(then) {
                set.call(this, (event) => {
                    then(event);
                    const widget = document.querySelector('remedy-faq');
                    if (performance.getEntriesByName(widget.src).length) widget.src = '/ankle.json';
                });
            },
        });
    </script>";
    let page = visit(stage, &format!("{overtake}<remedy-faq src=\"{src}\">Call us.</remedy-faq>"));
    wait_for_questions(&page, 8);
    assert_eq!(page.eval("return host.hasAttribute('data-fallback')", &[]), false);
    assert_eq!(page.events("remedy-faq-error"), [Value::Null; 0]);
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
