//! Windows side by side, and clocks that are wrong.

use super::*;

sentences! {
    before_the_first_tick_nothing_is_stored_anywhere,
    the_record_is_stored_under_one_key_and_nothing_else_is,
    two_windows_agree_within_half_a_second,
    ticks_of_two_pages_in_the_same_moment_are_both_kept,
    a_tick_does_not_overwrite_what_another_window_stored,
    nothing_is_lost_by_a_clock_at_1970,
    nothing_is_lost_by_a_clock_at_2100,
    windows_whose_clocks_disagree_agree_on_the_last_change,
}

fn before_the_first_tick_nothing_is_stored_anywhere(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.toggle("pop");
    page.search_field().type_text("heat");
    page.open_appointment();
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
    page.put_away();
    // Stored by a window that is closed by now, while this one slept: of one's own changes one is not told.
    page.browser.eval("localStorage.setItem(arguments[0], arguments[1])", &[json!(KEY), json!(SAVED)]);
    page.tick("exercise");
    page.put_away();
    page.reload();
    assert_eq!(page.counter(), "3 of 12 tried");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
}

fn nothing_is_lost_by_a_clock_at_1970(stage: &Stage) {
    nothing_is_lost_by_a_clock(stage, EPOCH);
}

fn nothing_is_lost_by_a_clock_at_2100(stage: &Stage) {
    nothing_is_lost_by_a_clock(stage, FUTURE);
}

fn windows_whose_clocks_disagree_agree_on_the_last_change(stage: &Stage) {
    let site = stage.site().page("/past.html", host("", &clock(EPOCH))).page("/future.html", host("", &clock(FUTURE)));
    let page = stage.open(&site.url("/future.html"));
    let [future, past] = second_window(&page, &site.url("/past.html"));
    let ticked = |want: bool| {
        let script = "return root.querySelector('[part=checklist] [value=rest]').checked === args[0]";
        page.wait_until_with("the other window shows the last change", script, &[json!(want)]);
    };
    page.browser.switch_to(future.clone());
    page.tick("rest");
    page.browser.switch_to(past.clone());
    ticked(true);
    page.tick("rest");
    page.browser.switch_to(future);
    ticked(false);
    page.tick("rest");
    page.browser.switch_to(past);
    ticked(true);
    page.reload();
    ticked(true);
}
