//! Outcomes and notes, what is shown of them, and where the focus is meanwhile. What these share is in the folder's
//! `mod.rs`.

use super::*;

sentences! {
    a_ticked_remedy_asks_whether_it_helped_and_offers_a_note,
    it_asks_in_the_checklist_and_not_in_an_answer,
    an_outcome_and_a_note_are_there_after_a_reload,
    a_note_is_kept_while_it_is_typed,
    a_remedy_ticked_again_has_its_outcome_and_note_back,
    an_outcome_can_be_taken_back,
    taking_back_an_outcome_keeps_the_focus_in_the_list,
    an_outcome_can_be_chosen_with_the_keys,
    what_helped_is_shown_above_the_list,
    what_is_left_to_try_is_listed_once_something_was_tried,
    a_caution_stands_at_its_remedy_before_it_is_ticked,
    typing_a_note_keeps_the_focus_and_the_caret,
    a_tick_in_another_window_leaves_the_caret_where_it_is,
    a_note_is_announced_as_saved_once,
    an_outcome_is_announced_as_saved_once,
    ticking_keeps_the_focus_on_the_box,
}

fn a_ticked_remedy_asks_whether_it_helped_and_offers_a_note(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    assert!(page.all("input[type=radio], textarea[name^=note-]").is_empty(), "it asks before anything is ticked");
    page.tick("rest");
    let choices = page.all("input[type=radio][name=outcome-rest]");
    let names: Vec<_> = choices.iter().map(Element::name).collect();
    assert_eq!(names, ["Helped", "No change", "Worse"]);
    assert!(choices.iter().all(|choice| choice.is_shown() && !choice.is_ticked()), "none is chosen for the visitor");
    let group = page.find("fieldset:has(> div > label > input[name=outcome-rest])");
    assert_eq!(group.role(), "group");
    assert_named(&group, "Did it help?", "Rest");
    let note = note(&page, "rest");
    assert!(note.is_shown());
    assert_named(&note, "Note for yourself or your clinician", "Rest");
    assert_eq!(page.all("input[type=radio], textarea[name^=note-]").len(), 4, "it asks of what was not ticked");
    page.tick("rest");
    assert!(page.all("input[type=radio], textarea[name^=note-]").is_empty(), "it still asks after the tick was taken back");
}

fn it_asks_in_the_checklist_and_not_in_an_answer(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("big-knot-upper-back");
    page.find("#big-knot-upper-back input[value=rest]").click();
    page.browser.painted();
    assert!(page.all("details[part=question] :is(input[type=radio], textarea)").is_empty());
    assert_eq!(page.all("[part=checklist] input[name=outcome-rest]").len(), 3);
    assert_eq!(page.all("textarea[name=note-rest]").len(), 1);
}

fn an_outcome_and_a_note_are_there_after_a_reload(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let words = "Better \"at night\" & <b>not</b> by day\nGrüße, שלום, \\u0041";
    try_remedy(&page, "rest", "no-change", words);
    try_remedy(&page, "low-heat", "helped", "");
    try_remedy(&page, "stretch", "", "Only a note");
    page.reload();
    assert_eq!(page.counter(), "3 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["no-change", words]));
    assert_eq!(told(&page, "low-heat"), json!(["helped", ""]));
    assert_eq!(told(&page, "stretch"), json!([null, "Only a note"]));
}

fn a_note_is_kept_while_it_is_typed(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    note(&page, "rest").type_text("Half a th");
    // Gone before the field was left: a phone whose battery dies.
    let kept = "return localStorage.getItem('remedy-faq:muscle-knots')?.includes('Half a th') === true";
    page.browser.wait_until("what was typed is stored", kept, &[]);
    page.reload();
    assert_eq!(told(&page, "rest"), json!([null, "Half a th"]));
}

fn a_remedy_ticked_again_has_its_outcome_and_note_back(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    try_remedy(&page, "rest", "worse", "Two weeks");
    page.tick("rest");
    assert!(page.all("textarea[name=note-rest]").is_empty());
    page.tick("rest");
    assert_eq!(told(&page, "rest"), json!(["worse", "Two weeks"]));
    page.tick("rest");
    page.reload();
    assert!(!page.remedy("rest").is_ticked());
    page.tick("rest");
    assert_eq!(told(&page, "rest"), json!(["worse", "Two weeks"]), "after a reload");
}

fn an_outcome_can_be_taken_back(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    assert!(page.get("[part=outcome-clear]").is_none(), "there is nothing to take back yet");
    outcome(&page, "rest", "worse").click();
    outcome(&page, "rest", "helped").click();
    assert_eq!(told(&page, "rest"), json!(["helped", ""]), "one outcome at a time");
    let button = page.find("[part=outcome-clear]");
    assert_named(&button, "Take back my answer", "Rest");
    button.click();
    assert_eq!(told(&page, "rest"), json!([null, ""]));
    assert!(page.get("[part=outcome-clear]").is_none());
    assert!(page.remedy("rest").is_ticked(), "it was tried all the same");
    page.reload();
    assert_eq!(told(&page, "rest"), json!([null, ""]));
}

fn taking_back_an_outcome_keeps_the_focus_in_the_list(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    try_remedy(&page, "rest", "helped", "");
    page.press(Key::Tab);
    let chosen = "return root.activeElement.getAttribute('part')";
    assert_eq!(page.eval(chosen, &[]), "outcome-clear");
    page.press(Key::Enter);
    page.wait_until("the answer is taken back", "return !root.querySelector('[part=outcome-clear]')");
    // Whoever uses the keys would else begin again at the top of the page.
    assert_ne!(page.focus(), "page", "the button went, and the focus with it");
}

fn an_outcome_can_be_chosen_with_the_keys(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    page.press(Key::Tab);
    assert_eq!(caret(&page)[0], "outcome-rest");
    type_here(&page, " ");
    assert_eq!(told(&page, "rest")[0], "helped");
    page.press(Key::Down);
    assert_eq!(told(&page, "rest")[0], "no-change");
    assert_eq!(caret(&page)[0], "outcome-rest", "the focus stays");
    page.reload();
    assert_eq!(told(&page, "rest")[0], "no-change");
}

fn what_helped_is_shown_above_the_list(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let shown = || line(&page, "What helped:");
    try_remedy(&page, "rest", "worse", "");
    try_remedy(&page, "stretch", "no-change", "");
    page.tick("exercise");
    assert_eq!(shown(), None, "nothing has helped so far");
    try_remedy(&page, "low-heat", "helped", "");
    try_remedy(&page, "muscle-rub", "helped", "");
    assert_eq!(shown().as_deref(), Some("What helped: Muscle rub, Heat"), "in the order of the list");
    let above = "const summary = [...root.querySelectorAll('[part=checklist] p')].find((one) => one.textContent.startsWith('What helped'));
        return summary.getBoundingClientRect().bottom <= root.querySelector('[part=checklist] input').getBoundingClientRect().top";
    assert_eq!(page.eval(above, &[]), true);
    page.reload();
    assert_eq!(shown().as_deref(), Some("What helped: Muscle rub, Heat"));
    page.tick("muscle-rub");
    assert_eq!(shown().as_deref(), Some("What helped: Heat"), "what is no longer ticked is no longer shown");
}

fn what_is_left_to_try_is_listed_once_something_was_tried(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let shown = || line(&page, "Left to try:");
    assert_eq!(shown(), None, "before anything was tried");
    page.tick("rest");
    let left = shown().expect("something was tried");
    assert!(left.starts_with("Left to try: Gentle stretching, Aerobic exercise, "), "{left}");
    assert!(!left.contains("Rest"), "{left}");
    page.tick("low-foam-roller");
    assert!(!shown().expect("there is more").contains("Foam roller"));
    page.tick("rest");
    page.tick("low-foam-roller");
    assert_eq!(shown(), None, "nothing is tried any more");
    for remedy in page.all("[part=checklist] input[name=remedy]") {
        remedy.click();
        // What the tick asks moves the next box.
        page.browser.painted();
    }
    assert_eq!(page.counter(), "12 of 12 tried");
    assert_eq!(shown(), None, "nothing is left");
}

fn a_caution_stands_at_its_remedy_before_it_is_ticked(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let script = "return [...root.querySelectorAll('input[name=remedy]')].filter((one) => one.checkVisibility()).map((one) => {
        const about = root.querySelector(`[id='${one.getAttribute('aria-describedby')}']`);
        const line = [...about.children].find((line) => line.textContent.startsWith('Take care:') && line.checkVisibility());
        // Beside the box: no other remedy stands between.
        const own = about.parentElement.contains(one);
        return [one.value, own && line ? line.textContent : null];
    }).filter(([, caution]) => caution)";
    let caution = "Take care: Check “When to get help” first.";
    let expected = json!([["trigger-point", caution], ["low-massage", caution], ["low-foam-roller", caution]]);
    assert_eq!(page.eval(script, &[]), expected, "in the checklist, and told with the box");
    page.tick("low-massage");
    assert_eq!(page.eval(script, &[]), expected, "after it is ticked");
}

fn typing_a_note_keeps_the_focus_and_the_caret(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("stretch");
    page.tick("rest");
    note(&page, "rest").click();
    type_here(&page, "It heped");
    assert_eq!(caret(&page), json!(["note-rest", "It heped"]));
    for _ in 0..3 {
        page.press(Key::Left);
    }
    type_here(&page, "l");
    page.browser.painted();
    assert_eq!(caret(&page), json!(["note-rest", "It hel"]), "the caret stays in the middle");
    type_here(&page, "lp");
    assert_eq!(told(&page, "rest"), json!([null, "It hellpped"]));
    assert_eq!(caret(&page), json!(["note-rest", "It hellp"]));
}

fn a_tick_in_another_window_leaves_the_caret_where_it_is(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    note(&page, "rest").click();
    type_here(&page, "It heped");
    for _ in 0..3 {
        page.press(Key::Left);
    }
    let here = page.browser.window();
    page.browser.new_window();
    page.browser.goto(&site.url("/"));
    page.wait_ready();
    page.tick("low-heat");
    page.browser.switch_to(here);
    page.wait_for_status("2 of 12 tried");
    assert_eq!(caret(&page), json!(["note-rest", "It he"]));
    type_here(&page, "l");
    assert_eq!(told(&page, "rest"), json!([null, "It helped"]));
}

fn a_note_is_announced_as_saved_once(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    listen(&page);
    note(&page, "rest").click();
    type_here(&page, "Two weeks");
    assert_eq!(announced(&page), [""; 0], "nobody wants to hear of every letter");
    page.press(Key::Tab);
    page.wait_for_status("Saved.");
    assert_eq!(announced(&page), ["Saved."]);
}

fn an_outcome_is_announced_as_saved_once(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    listen(&page);
    outcome(&page, "rest", "helped").click();
    page.wait_for_status("Saved.");
    assert_eq!(announced(&page), ["Saved."]);
    assert_eq!(caret(&page)[0], "outcome-rest", "the focus stays");
}

fn ticking_keeps_the_focus_on_the_box(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    assert_eq!(page.focus(), "remedy rest");
    for tried in [false, true] {
        type_here(&page, " ");
        assert_eq!(page.remedy("rest").is_ticked(), tried);
        page.browser.painted();
        assert_eq!(page.focus(), "remedy rest");
    }
    page.toggle("big-knot-upper-back");
    page.find("#big-knot-upper-back input[value=stretch]").click();
    page.browser.painted();
    let inside = "return root.activeElement.closest('details')?.id";
    assert_eq!((page.focus().as_str(), page.eval(inside, &[])), ("remedy stretch", json!("big-knot-upper-back")), "in an answer");
}
