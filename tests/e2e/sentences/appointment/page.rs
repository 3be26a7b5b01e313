//! What stands on the page, and how it is printed, copied and saved. What these share is in the folder's `mod.rs`.

use super::*;

sentences! {
    the_page_shows_what_was_tried_and_how_it_went,
    what_helped_comes_first_on_the_page,
    the_page_says_when_it_was_made_and_of_what,
    each_choice_takes_its_part_out_and_puts_it_back,
    what_is_left_out_is_in_no_file_either,
    own_questions_are_there_after_a_reload,
    typing_a_question_keeps_the_focus_and_the_caret,
    to_print_the_page_sets_it_alone,
    on_paper_the_page_stands_alone_with_the_card [Pdf],
    a_copy_is_on_the_clipboard,
    where_copying_is_refused_it_says_so,
    the_text_file_holds_what_the_page_shows,
    the_file_for_the_clinics_system_holds_what_was_entered,
    remedies_that_the_page_no_longer_has_are_shown_too,
    nothing_is_sent,
}

fn the_page_shows_what_was_tried_and_how_it_went(stage: &Stage) {
    let (_, page) = open(stage);
    assert_lacks(&paper(&page), &["Tried\n", "My questions"]);
    assert_has(&paper(&page), &["Not tried", "Upper back: Rest, Gentle stretching", "Lower back: Heat, "]);
    try_remedy(&page, "rest", "helped", NOTE);
    try_remedy(&page, "low-heat", "worse", "");
    page.tick("muscle-rub");
    write(&ask(&page), ASKED);
    let text = paper(&page);
    assert_has(&text, &["Rest (Upper back): Helped", NOTE, "Heat (Lower back): Worse", "Muscle rub (Upper back)\n", "My questions", ASKED]);
    assert_has(&text, &["Not tried", "Upper back: Gentle stretching, ", "Lower back: Stretching, "]);
    page.tick("low-heat");
    assert_lacks(&paper(&page), &["Worse"]);
    assert_has(&paper(&page), &["Lower back: Heat, Stretching, "]);
}

fn what_helped_comes_first_on_the_page(stage: &Stage) {
    let (_, page) = open(stage);
    page.tick("rest");
    try_remedy(&page, "stretch", "worse", "");
    try_remedy(&page, "exercise", "no-change", "");
    try_remedy(&page, "low-foam-roller", "helped", "");
    let lines =
        page.eval("return [...root.querySelectorAll('[part=page] ul:first-of-type > li > strong')].map((one) => one.textContent)", &[]);
    assert_eq!(
        lines,
        json!(["Foam roller (Lower back)", "Aerobic exercise (Upper back)", "Gentle stretching (Upper back)", "Rest (Upper back)"])
    );
}

fn the_page_says_when_it_was_made_and_of_what(stage: &Stage) {
    let (_, page) = open(stage);
    let today = "return new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format()";
    let today = page.browser.eval(today, &[]);
    let year = page.browser.eval("return String(new Date().getFullYear())", &[]);
    let made = format!("Made on {} from the page “Muscle knots: questions and answers”.", today.as_str().unwrap_or_default());
    assert_has(&made, &[year.as_str().unwrap_or("no year")]);
    assert_has(&paper(&page), &["For my appointment", &made, "No clinician has reviewed this page yet."]);
}

fn each_choice_takes_its_part_out_and_puts_it_back(stage: &Stage) {
    let (_, page) = filled(stage);
    let all = paper(&page);
    let group = page.find("fieldset:has(> div > label > input[name=goes-in])");
    assert_eq!((group.role().as_str(), group.name().as_str()), ("group", "What goes in?"));
    let choices = page.all("input[name=goes-in]");
    assert_eq!(choices.iter().map(Element::name).collect::<Vec<_>>(), PARTS.map(|(name, _)| name));
    for (index, (name, own)) in PARTS.into_iter().enumerate() {
        assert_has(&all, own);
        assert!(choices[index].is_ticked(), "{name}");
        choices[index].click();
        let text = paper(&page);
        assert_lacks(&text, own);
        for (other, parts) in PARTS.into_iter().filter(|(other, _)| *other != name && (name, *other) != ("Tried", "My note")) {
            assert!(parts.iter().all(|part| text.contains(part)), "without '{name}', '{other}' is gone too: {text}");
        }
        choices[index].click();
        assert_eq!(paper(&page), all, "'{name}' is back");
    }
}

fn what_is_left_out_is_in_no_file_either(stage: &Stage) {
    let (_, page) = filled(stage);
    for choice in page.all("input[name=goes-in]") {
        choice.click();
    }
    let text = offered(&page, || page.find("[part=download]").click()).text;
    let fhir = offered(&page, || page.find("[part=fhir]").click()).text;
    let response: Value = serde_json::from_str(&fhir).expect("it is JSON");
    assert_eq!(response["item"], Value::Null, "no answers");
    for file in [&text, &fhir] {
        assert_lacks(file, &["Two weeks", "How long should I rest", "valueBoolean"]);
    }
    assert_lacks(&text, &["Rest", "Heat"]);
    assert_has(&text, &["For my appointment", "Made on "]);
}

fn own_questions_are_there_after_a_reload(stage: &Stage) {
    let (_, page) = open(stage);
    assert_eq!(ask(&page).name(), "What do you want to ask?");
    write(&ask(&page), ASKED);
    page.reload();
    assert_eq!(ask(&page).value(), ASKED);
    page.open_appointment();
    assert_has(&paper(&page), &["My questions", ASKED]);
    assert_eq!(page.counter(), "0 of 12 tried", "a question is no tick");
}

fn typing_a_question_keeps_the_focus_and_the_caret(stage: &Stage) {
    let (_, page) = open(stage);
    ask(&page).click();
    type_here(&page, "Is het safe?");
    for _ in 0..7 {
        page.press(Key::Left);
    }
    type_here(&page, "a");
    page.browser.painted();
    assert_eq!(ask(&page).value(), "Is heat safe?");
    let caret = "return [root.activeElement?.name, root.activeElement?.selectionStart]";
    assert_eq!(page.eval(caret, &[]), json!(["own-questions", 6]));
}

fn to_print_the_page_sets_it_alone(stage: &Stage) {
    let (_, page) = filled(stage);
    page.eval(PRINTER, &[json!(true)]);
    let button = page.find("[part=appointment] [part=print]");
    assert_eq!(button.name(), "Print this page");
    button.click();
    assert_eq!(page.browser.eval("return __printed", &[]), json!(["page"]));
    let left = || page.eval("return root.querySelector('.rf').hasAttribute('data-print')", &[]);
    assert_eq!(left(), false, "the next time the visitor prints, all of it is printed again");
    page.button("Print what I opened and tried").click();
    page.button("Print everything").click();
    assert_eq!(page.browser.eval("return __printed", &[]), json!(["page", "open", ""]));
    assert_eq!(left(), false);
}

fn on_paper_the_page_stands_alone_with_the_card(stage: &Stage) {
    let (_, page) = filled(stage);
    // The browser's own printing follows.
    page.eval(PRINTER, &[json!(false)]);
    page.find("[part=appointment] [part=print]").click();
    let (text, sheets) = printed(stage, &page);
    let parts =
        ["For my appointment", "Rest (Upper back): Helped", NOTE, "Heat (Lower back): Worse", "How long should I rest?", "Is heat safe?"];
    assert_has(&text, &parts.map(squeezed).each_ref().map(String::as_str));
    assert_has(&text, &[&squeezed("When to get help"), &squeezed("Both legs hurt, tingle, or feel weak or numb")]);
    let others = ["Can a muscle knot pop?", "Tick what you have tried", "Clear my record", "What goes in?", "Did it help?"];
    assert_lacks(&text, &others.map(squeezed).each_ref().map(String::as_str));
    assert_eq!(sheets, 1, "it is one page: {text}");
}

fn a_copy_is_on_the_clipboard(stage: &Stage) {
    let (_, page) = filled(stage);
    let button = page.find("[part=copy]");
    assert_eq!(button.name(), "Copy it as text");
    button.click();
    page.wait_for_status("Copied.");
    assert_eq!(page.focus(), "button Copy it as text");
    // Pasted by the keys, as into an e-mail: to read the clipboard, a page has to ask.
    page.browser.eval("const field = document.createElement('textarea'); document.body.prepend(field); field.focus()", &[]);
    let keys = [
        KeyAction::Down { value: Key::Control.into() },
        KeyAction::Down { value: 'v' },
        KeyAction::Up { value: 'v' },
        KeyAction::Up { value: Key::Control.into() },
    ];
    let keys = keys.into_iter().fold(KeyActions::new("keyboard".into()), InputSource::then);
    page.browser.ask("paste", page.browser.client().perform_actions(keys));
    page.browser.wait_until("it is pasted", "return document.querySelector('textarea').value !== ''", &[]);
    let pasted = page.browser.eval("return document.querySelector('textarea').value", &[]);
    let pasted = pasted.as_str().unwrap_or_default();
    assert_has(pasted, &["For my appointment\n", "- Rest (Upper back): Helped\n", NOTE, ASKED]);
    let text = offered(&page, || page.find("[part=download]").click()).text;
    assert_eq!(pasted, text, "it is the same as the file");
}

fn where_copying_is_refused_it_says_so(stage: &Stage) {
    let refusals = [
        // As without a permission, and as on a page that came over plain HTTP.
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not allowed.', 'NotAllowedError'))",
        "navigator.clipboard.writeText = () => { throw new TypeError('Not here.') }",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })",
    ];
    for refusal in refusals {
        let (_, page) = filled(stage);
        page.browser.eval(refusal, &[]);
        page.find("[part=copy]").click();
        page.wait_for_status("This browser did not let us copy. Save it as text instead.");
    }
}

fn the_text_file_holds_what_the_page_shows(stage: &Stage) {
    let (_, page) = filled(stage);
    let text = downloaded(stage, &page, "muscle-knots.txt", || page.button("Save it as text").click());
    page.wait_for_status("The file is in your downloads.");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines[0], "For my appointment");
    assert!(lines[1].starts_with("Made on ") && lines[1].ends_with(" from the page “Muscle knots: questions and answers”."), "{text}");
    let rest = [
        "No clinician has reviewed this page yet.",
        "",
        "Tried",
        "- Rest (Upper back): Helped",
        &["  My note: ", NOTE].concat(),
        "- Heat (Lower back): Worse",
        "- Muscle rub (Upper back)",
        "",
        "Not tried",
        "- Upper back: Gentle stretching; Aerobic exercise; Hot and cold therapy; Trigger point pressure release; Physical therapy",
        "- Lower back: Stretching; Exercise; Deep massage; Foam roller",
        "",
        "My questions",
        "How long should I rest?",
        "Is heat safe?",
    ];
    assert_eq!(lines[2..], rest);
}

fn the_file_for_the_clinics_system_holds_what_was_entered(stage: &Stage) {
    let (_, page) = filled(stage);
    let before = page.browser.eval("return new Date().toISOString()", &[]);
    let text = downloaded(stage, &page, "muscle-knots-fhir.json", || page.button("Save for the clinic’s system (FHIR)").click());
    page.wait_for_status("The file is in your downloads.");
    let response: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(response["resourceType"], "QuestionnaireResponse");
    assert_eq!((&response["status"], &response["questionnaire"]), (&json!("completed"), &json!("#questionnaire")));
    assert!(response["authored"].as_str() >= before.as_str(), "{} is before {before}", response["authored"]);
    assert_eq!(response.get("subject").or(response.get("author")).or(response.get("source")), None, "it says nothing of who they are");
    let questionnaire = &response["contained"][0];
    assert_eq!((&questionnaire["resourceType"], &questionnaire["id"]), (&json!("Questionnaire"), &json!("questionnaire")));
    assert_eq!(questionnaire["title"], "Muscle knots: questions and answers");
    let asked = questionnaire["item"].as_array().map_or(0, Vec::len);
    assert_eq!(asked, 13, "every remedy, and the visitor's own questions");
    let item = |id: &str| response["item"].as_array().into_iter().flatten().find(|item| item["linkId"] == id).unwrap_or(&Value::Null);
    let answers = |id: &str| {
        let parts = item(id)["item"].as_array().into_iter().flatten();
        Value::from_iter(parts.map(|part| (part["linkId"].as_str().unwrap_or_default().to_owned(), part["answer"][0].clone())))
    };
    let coding =
        |code: &str, display: &str| json!({ "valueCoding": { "system": "urn:remedy-faq:outcome", "code": code, "display": display } });
    let tried = json!({ "valueBoolean": true });
    let rest = json!({ "rest.tried": tried, "rest.outcome": coding("helped", "Helped"), "rest.note": { "valueString": NOTE } });
    assert_eq!(answers("rest"), rest);
    assert_eq!(answers("low-heat"), json!({ "low-heat.tried": tried, "low-heat.outcome": coding("worse", "Worse") }));
    assert_eq!(answers("muscle-rub"), json!({ "muscle-rub.tried": tried }));
    assert_eq!(item("stretch"), &Value::Null, "what was not tried has no answer");
    assert_eq!(item("visitor.questions")["answer"], json!([{ "valueString": ASKED }]));
}

fn remedies_that_the_page_no_longer_has_are_shown_too(stage: &Stage) {
    let (_, page) = open(stage);
    let stored = r#"{"version":2,"entries":{"old-remedy":[1763912345,"h","Last year"],"rest":[1763912345]}}"#;
    page.browser.eval("localStorage.setItem('remedy-faq:muscle-knots', arguments[0])", &[json!(stored)]);
    page.reload();
    page.open_appointment();
    assert_has(&paper(&page), &["Tried, and no longer on that page", "old-remedy: Helped", "Last year"]);
}

fn nothing_is_sent(stage: &Stage) {
    let (site, page) = open(stage);
    page.wait_until(
        "the second part is there",
        "return performance.getEntriesByType('resource').some((one) => /-more-.*wasm/.test(one.name))",
    );
    let before = (site.requests(), page.requests());
    try_remedy(&page, "rest", "helped", NOTE);
    write(&ask(&page), ASKED);
    page.eval(PRINTER, &[json!(true)]);
    page.find("[part=appointment] [part=print]").click();
    page.find("[part=copy]").click();
    page.wait_until(
        "it says how the copying went",
        "return [...root.querySelectorAll('[role=status]')].some((one) => /cop(y|ied)/i.test(one.textContent))",
    );
    for part in ["download", "fhir", "backup"] {
        let file = offered(&page, || page.find(&format!("[part={part}]")).click());
        assert!(file.text.contains("Two weeks") && !file.kind.is_empty(), "{part}");
    }
    page.browser.painted();
    let after = (site.requests(), page.requests());
    assert_eq!(after.0, before.0, "the server was asked for something");
    assert_eq!(after.1, before.1, "the page asked for something");
}
