//! What is stored and when, windows side by side, clearing and undoing, and storage that is refused or full. What
//! these share is in the folder's `mod.rs`.

use super::*;

sentences! {
    before_the_first_tick_nothing_is_stored_anywhere [SoFarChromium],
    the_record_is_stored_under_one_key_and_nothing_else_is [SoFarChromium],
    two_windows_agree_within_half_a_second [SoFarChromium],
    ticks_of_two_pages_in_the_same_moment_are_both_kept [SoFarChromium],
    a_tick_does_not_overwrite_what_another_window_stored [SoFarChromium],
    a_clear_in_one_window_clears_the_other_and_leaves_no_key [SoFarChromium],
    clear_asks_first_and_no_keeps_everything [SoFarChromium],
    a_confirmed_clear_leaves_nothing [SoFarChromium],
    a_clear_can_be_undone [SoFarChromium],
    undoing_a_clear_keeps_what_was_ticked_since [SoFarChromium],
    the_focus_is_never_lost_in_clearing [SoFarChromium],
    clearing_is_announced_once [SoFarChromium],
    where_storage_throws_it_works_on_and_says_so_once [SoFarChromium],
    where_there_is_no_storage_it_works_on_and_says_so_once [SoFarChromium],
    where_storage_is_full_it_works_on_and_says_so_once [SoFarChromium],
    a_clear_leaves_no_key_where_storage_is_full [SoFarChromium],
}

fn before_the_first_tick_nothing_is_stored_anywhere(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.toggle("pop");
    page.search_field().type_text("heat");
    page.find("[part=appointment] > summary").click();
    page.find("input[name=goes-in]").click();
    page.reload();
    assert_nothing_but(&page, &[]);
}

fn the_record_is_stored_under_one_key_and_nothing_else_is(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    assert_nothing_but(&page, &[KEY]);
    let saved = saved(&page);
    assert_eq!(
        (&saved["version"], &saved["entries"]["rest"][1], &saved["entries"]["rest"][2]),
        (&json!(2), &json!("h"), &json!("Two weeks"))
    );
    let fields: Vec<_> = saved.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    assert_eq!(fields, ["entries", "version"], "and no field about the visitor");
    assert_eq!(shown(&page, KEPT), 1, "it says where, beside the list");
}

fn two_windows_agree_within_half_a_second(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let windows = second_window(&page, &site.url("/host.html"));
    // Either way round.
    for (tried, (remedy, here, there)) in [("rest", 1, 0), ("low-heat", 0, 1)].into_iter().enumerate() {
        let text = format!("{} of 12 tried", tried + 1);
        page.browser.switch_to(windows[there].clone());
        let watch = "
            window.__seen = null;
            const counter = root.querySelector('[part=progress]');
            new MutationObserver(() => {
                if (counter.textContent === args[0]) window.__seen ??= performance.timeOrigin + performance.now();
            }).observe(counter, { subtree: true, childList: true, characterData: true });";
        page.eval(watch, &[json!(text)]);
        page.browser.switch_to(windows[here].clone());
        let clock = "addEventListener('click', () => { window.__ticked = performance.timeOrigin + performance.now(); }, { capture: true, once: true })";
        page.browser.eval(clock, &[]);
        page.tick(remedy);
        let ticked = page.browser.eval("return __ticked", &[]).as_f64().expect("a time");
        page.browser.switch_to(windows[there].clone());
        page.browser.wait_until("the other window shows the tick", "return __seen !== null", &[]);
        let seen = page.browser.eval("return __seen", &[]).as_f64().expect("a time");
        assert!(seen - ticked < 500.0, "the other window shows the tick after {} ms", seen - ticked);
        assert!(page.remedy(remedy).is_ticked());
    }
    for window in windows {
        page.browser.switch_to(window);
        assert_eq!(page.counter(), "2 of 12 tried");
        let ids: Vec<_> = saved(&page)["entries"].as_object().into_iter().flatten().map(|(id, _)| id.clone()).collect();
        assert_eq!(ids, ["low-heat", "rest"], "both are stored");
    }
}

fn ticks_of_two_pages_in_the_same_moment_are_both_kept(stage: &Stage) {
    let frames = "<!doctype html><html lang=en><title>Two</title><iframe src=host.html width=500 height=600></iframe>\
                  <iframe src=host.html width=500 height=600></iframe></html>";
    let site = clinic(stage, "", "").page("/frames.html", frames);
    let page = stage.visit(&site.url("/frames.html"), Options::default());
    let roots = "const roots = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument.querySelector('remedy-faq')?.shadowRoot);";
    let ready = "return roots.every((root) => root?.querySelector('[part=progress]'))";
    page.browser.wait_until("both are ready", &[roots, ready].concat(), &[]);
    // One task: neither can have heard of the other's tick.
    let tick = "roots.forEach((root, at) => root.querySelector(`[part=checklist] input[value=${['rest', 'low-heat'][at]}]`).click())";
    page.browser.eval(&[roots, tick].concat(), &[]);
    let agree = "const seen = roots.map((root) => root.querySelector('[part=progress]').textContent);
        return seen.every((text) => text === '2 of 12 tried') || seen";
    page.browser.wait_until("both show both ticks", &[roots, agree].concat(), &[]);
    page.browser.wait_until(
        "both are stored",
        "return Object.keys(JSON.parse(localStorage.getItem(arguments[0])).entries).join() === 'low-heat,rest'",
        &[json!(KEY)],
    );
}

fn a_tick_does_not_overwrite_what_another_window_stored(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("low-heat");
    // Stored by a window that is closed by now, while this one slept: of one's own changes one is not told.
    page.browser.eval("localStorage.setItem(arguments[0], arguments[1])", &[json!(KEY), json!(SAVED)]);
    page.tick("exercise");
    page.reload();
    assert_eq!(page.counter(), "3 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn a_clear_in_one_window_clears_the_other_and_leaves_no_key(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let [first, second] = second_window(&page, &site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.browser.switch_to(first);
    page.wait_for_status("1 of 12 tried");
    clear(&page);
    assert_eq!(page.counter(), "0 of 12 tried");
    page.browser.switch_to(second);
    page.wait_for_status("0 of 12 tried");
    assert!(!page.remedy("rest").is_ticked());
    assert!(page.all("textarea[name^=note-]").is_empty());
    assert_nothing_but(&page, &[]);
    // What the other window had does not come back with the next tick.
    page.tick("low-heat");
    let ids: Vec<_> = saved(&page)["entries"].as_object().into_iter().flatten().map(|(id, _)| id.clone()).collect();
    assert_eq!(ids, ["low-heat"]);
}

fn clear_asks_first_and_no_keeps_everything(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    assert!(page.find("[part=clear]").is_shown(), "it is there from the start");
    try_remedy(&page, "rest", "helped", "Two weeks");
    let before = page.storage();
    assert!(page.get("[part=clear-confirm]").is_none());
    page.button("Clear my record").click();
    assert_eq!(shown(&page, "Clear everything you ticked and wrote?"), 1);
    assert_eq!((page.counter().as_str(), page.storage()), ("1 of 12 tried", before.clone()), "it only asks");
    page.button("No, keep it").click();
    assert!(page.get("[part=clear-confirm]").is_none(), "it asks no more");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(page.storage(), before);
}

fn a_confirmed_clear_leaves_nothing(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.find("[part=appointment] > summary").click();
    page.find("textarea[name=own-questions]").type_text("How long?");
    page.button("Clear my record").click();
    page.button("Yes, clear it").click();
    page.wait_for_status("Your record is cleared.");
    assert_eq!(page.counter(), "0 of 12 tried");
    assert_eq!(page.find("textarea[name=own-questions]").value(), "");
    assert!(page.get("[part=clear-confirm]").is_none(), "it asks once");
    assert_nothing_but(&page, &[]);
    page.tick("rest");
    assert_eq!(told(&page, "rest"), json!([null, ""]), "outcome and note are gone too");
    page.tick("rest");
    clear(&page);
    page.reload();
    assert_eq!(page.counter(), "0 of 12 tried");
    assert!(page.get("[part=undo]").is_none(), "undo is for the visit");
    assert_nothing_but(&page, &[]);
}

fn a_clear_can_be_undone(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.tick("low-heat");
    let before = saved(&page);
    assert!(page.get("[part=undo]").is_none(), "there is nothing to undo yet");
    clear(&page);
    page.button("Undo").click();
    page.wait_for_status("Undone.");
    assert_eq!(page.counter(), "2 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(saved(&page), before);
    assert!(page.get("[part=undo]").is_none(), "once");
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn undoing_a_clear_keeps_what_was_ticked_since(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    clear(&page);
    try_remedy(&page, "low-heat", "helped", "Since");
    page.find("[part=undo]").click();
    page.wait_for_status("Undone.");
    assert!(page.remedy("rest").is_ticked());
    assert!(page.remedy("low-heat").is_ticked(), "what was ticked after the clearing is lost");
    assert_eq!(told(&page, "low-heat"), json!(["helped", "Since"]));
}

fn the_focus_is_never_lost_in_clearing(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    let press = |name: &str| {
        page.button(name).eval("arguments[0].focus()");
        page.press(Key::Enter);
        page.browser.painted();
        assert_ne!(page.focus(), "page", "after '{name}'");
    };
    press("Clear my record");
    press("No, keep it");
    press("Clear my record");
    // From where the focus is now, what it asks is the next to come.
    page.press(Key::Tab);
    assert_eq!(page.focus(), "button Yes, clear it");
    press("Yes, clear it");
    assert_eq!(page.counter(), "0 of 12 tried");
    press("Undo");
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn clearing_is_announced_once(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    listen(&page);
    clear(&page);
    let mut heard = announced(&page);
    heard.sort();
    assert_eq!(heard, ["0 of 12 tried", "Your record is cleared."]);
}

fn where_storage_throws_it_works_on_and_says_so_once(stage: &Stage) {
    let throws = "for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
    }";
    let site = clinic(stage, "", throws);
    let page = stage.open(&site.url("/host.html"));
    assert_eq!(shown(&page, REFUSED), 1, "before anything is ticked");
    works_on(&page);
}

fn where_there_is_no_storage_it_works_on_and_says_so_once(stage: &Stage) {
    let site = clinic(stage, "", "Object.defineProperty(window, 'localStorage', { value: null });");
    works_on(&stage.open(&site.url("/host.html")));
}

fn where_storage_is_full_it_works_on_and_says_so_once(stage: &Stage) {
    let site = clinic(stage, "", &["window.__full = true;", FULL].concat());
    let page = stage.open(&site.url("/host.html"));
    listen(&page);
    page.tick("rest");
    page.tick("rest");
    let heard = announced(&page);
    assert_eq!(heard.iter().filter(|text| *text == REFUSED).count(), 1, "{heard:?}");
    let changes = page.events("remedy-faq-change");
    assert_eq!(changes.len(), 2, "one event a tick: {changes:?}");
    page.reload();
    works_on(&page);
    assert!(page.storage().is_empty());
}

fn a_clear_leaves_no_key_where_storage_is_full(stage: &Stage) {
    let site = clinic(stage, "", FULL);
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    assert_nothing_but(&page, &[KEY]);
    page.browser.eval("window.__full = true", &[]);
    page.tick("low-heat");
    page.wait_for_status(REFUSED);
    clear(&page);
    // To remove something, there is always room.
    assert_nothing_but(&page, &[]);
    page.reload();
    assert_eq!(page.counter(), "0 of 12 tried");
}
