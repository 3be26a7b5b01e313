//! When the record is written: soon, once for what comes together, and at once when the page is left.

use super::*;

sentences! {
    a_tick_is_stored_though_the_page_is_not_left,
    changes_in_quick_succession_are_written_once,
    the_last_tick_is_kept_when_the_page_is_left_at_once,
    the_last_tick_is_kept_when_the_window_is_closed_at_once,
    the_last_tick_is_kept_when_a_phone_puts_the_page_out_of_sight,
    own_questions_are_announced_as_saved_once,
}

/// Ticks a remedy where nothing that waits for a moment comes to pass any more, and then does this, in one task.
const TICK_AND: &str = "window.setTimeout = () => 0;
    root.querySelector('[part=checklist] input[value=rest]').click();
    if (localStorage.length) throw new Error('it is written already: this proves nothing');";

fn a_tick_is_stored_though_the_page_is_not_left(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    page.browser.wait_until("the tick is stored", "return localStorage.length === 1", &[]);
}

fn changes_in_quick_succession_are_written_once(stage: &Stage) {
    let count = "window.__writes = 0;
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (...words) { window.__writes += 1; return setItem.apply(this, words) };";
    let site = clinic(stage, "", count);
    let page = stage.open(&site.url("/host.html"));
    page.tick("rest");
    page.put_away();
    let before = page.browser.eval("return window.__writes", &[]);
    assert_eq!(before, 1);
    let quickly = "const note = root.querySelector('textarea[name=note-rest]');
        for (const letter of 'Two weeks') {
            note.value += letter;
            note.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        for (const box of [...root.querySelectorAll('[part=checklist] input[name=remedy]:not(:checked)')].slice(0, 5)) box.click();";
    page.eval(quickly, &[]);
    page.wait_for_status("6 of 12 tried");
    let stored = "return localStorage.getItem(arguments[0]).includes('Two weeks')";
    page.browser.wait_until("it is stored", stored, &[json!(KEY)]);
    assert_eq!(page.browser.eval("return window.__writes", &[]), 2, "once for all of it");
    assert_eq!(saved(&page)["entries"].as_object().map(serde_json::Map::len), Some(6));
}

fn the_last_tick_is_kept_when_the_page_is_left_at_once(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.eval(&[TICK_AND, "location.href = '/empty.html'"].concat(), &[]);
    page.browser.wait_until("another page is there", "return document.title === 'Empty'", &[]);
    go(&page, &site, "/host.html");
    assert!(page.remedy("rest").is_ticked());
}

fn the_last_tick_is_kept_when_the_window_is_closed_at_once(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    let [first, _] = second_window(&page, &site.url("/host.html"));
    page.eval(TICK_AND, &[]);
    page.browser.close_window();
    page.browser.switch_to(first);
    page.wait_for_status("1 of 12 tried");
    page.reload();
    assert!(page.remedy("rest").is_ticked());
}

fn the_last_tick_is_kept_when_a_phone_puts_the_page_out_of_sight(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    // No driver does that: what the page is told then.
    let hide = "Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
        return localStorage.length";
    assert_eq!(page.eval(&[TICK_AND, hide].concat(), &[]), 1, "keys that are stored");
}

fn own_questions_are_announced_as_saved_once(stage: &Stage) {
    let site = clinic(stage, "", "");
    let page = stage.open(&site.url("/host.html"));
    page.find("[part=appointment] > summary").click();
    listen(&page);
    page.find("textarea[name=own-questions]").type_text("May I swim?");
    assert_eq!(announced(&page), [""; 0], "nobody wants to hear of every letter");
    page.press(Key::Tab);
    page.wait_for_status("Saved.");
    assert_eq!(announced(&page), ["Saved."]);
    assert!(saved(&page).to_string().contains("May I swim?"));
}
