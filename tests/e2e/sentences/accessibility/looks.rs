//! However it is looked at: narrow, large, with the visitor's own spacing and colours, on paper.

use fantoccini::key::Key;

use super::*;

sentences! {
    nothing_scrolls_sideways_at_320_px,
    nothing_scrolls_sideways_at_320_px_right_to_left,
    the_visitors_own_spacing_of_text_loses_nothing,
    text_of_twice_the_size_loses_nothing,
    forced_colours_keep_tick_focus_and_state_visible [ForcedColours],
    right_to_left_is_right_in_every_view,
    text_of_mixed_direction_keeps_to_itself,
    on_paper_an_address_runs_from_left_to_right [Print],
    on_paper_the_card_and_what_is_open_stay_and_the_controls_go [Print],
}

/// Longer than any line.
const LONG: &str = "Rückenmuskulaturentspannungsübungsanleitungsheftbestellnummer";

/// 320 px is 1280 px at 400 %.
fn nothing_scrolls_sideways_at_320_px(stage: &Stage) {
    fits_in_every_state(&open_narrow(stage, &stage.site(), "/", 320));
}

fn nothing_scrolls_sideways_at_320_px_right_to_left(stage: &Stage) {
    let site = clinic(stage, "<remedy-faq src=ar.json></remedy-faq>");
    fits_in_every_state(&open_narrow(stage, &site, "/host.html", 320));
}

fn fits_in_every_state(page: &Page) {
    assert_fits(page, "closed");
    open_all(page);
    assert_fits(page, "all open");
    try_two(page, [LONG, "https://example.org/a-page-with-a-very-long-address/that-nobody-can-break"]);
    assert_fits(page, "ticked, with notes");
    prepare(page, LONG);
    assert_fits(page, "page for the appointment");
    page.find("[part=clear]").click();
    assert_fits(page, "about to be cleared");
    page.search_field().type_text(LONG);
    page.wait_until("nothing is found", "return root.querySelector('[part=show-all]') !== null");
    page.wait_until_with(
        "that is announced",
        "return root.textContent.includes(`${args[0]}”`) || root.textContent.includes(args[0])",
        &[json!(LONG)],
    );
    assert_fits(page, "no match");
}

/// What is cut off: text that does not fit into an element that hides what sticks out of it, or that lies over another.
const CUT: &str = "
    const cut = (one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        const hides = (way) => way !== 'visible';
        return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
    };
    const text = [...root.querySelectorAll('*')].filter((one) => one.checkVisibility() && one.clientWidth > 1
        && !['textarea', 'progress'].includes(one.localName));
    return text.filter(cut).map((one) => `${one.localName}.${one.className}`)";

#[track_caller]
fn assert_nothing_is_lost(page: &Page, state: &str) {
    assert_fits(page, state);
    assert_eq!(page.eval(CUT, &[]), json!([]), "{state}: cut off");
    for button in page.all("button") {
        let over = button.eval("const [one] = arguments; return one.checkVisibility() && one.scrollWidth > one.clientWidth + 1");
        assert_eq!(over, false, "{state}: '{}' sticks out of its button", button.text());
    }
}

/// WCAG 1.4.12, as a visitor's own style sheet sets it.
fn the_visitors_own_spacing_of_text_loses_nothing(stage: &Stage) {
    const SPACED: &str = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-block-end: 2em !important }`);
        host.shadowRoot.adoptedStyleSheets = [...host.shadowRoot.adoptedStyleSheets, sheet];";
    let page = open_narrow(stage, &stage.site(), "/", 320);
    page.eval(SPACED, &[]);
    let spaced = page.find(".rf-intro").eval("return parseFloat(getComputedStyle(arguments[0]).letterSpacing)");
    assert!(spaced.as_f64() > Some(1.0), "the spacing is not applied: {spaced}");
    open_all(&page);
    try_two(&page, ["Two weeks", "Hurts"]);
    prepare(&page, "May I swim?");
    assert_nothing_is_lost(&page, "spaced, 320 px");
}

fn text_of_twice_the_size_loses_nothing(stage: &Stage) {
    let lines = "<style>remedy-faq { --remedy-faq-font-size: 32px }</style><remedy-faq></remedy-faq>";
    let site = clinic(stage, lines);
    let wide = stage.open(&site.url("/host.html"));
    for (page, state) in [(&wide, "twice the size, 1280 px"), (&open_narrow(stage, &site, "/host.html", 320), "twice the size, 320 px")] {
        let size = page.find("[part=answer]").eval("return getComputedStyle(arguments[0]).fontSize");
        assert_eq!(size, "32px");
        open_all(page);
        if state.contains("1280") {
            try_two(page, ["Two weeks", "Hurts"]);
            prepare(page, "May I swim?");
        }
        assert_nothing_is_lost(page, state);
    }
}

fn forced_colours_keep_tick_focus_and_state_visible(stage: &Stage) {
    let site = stage.site();
    let page = stage.open_with(&site.url("/"), Options { forced_colours: true, ..Options::default() });
    page.tick("rest");
    // By the keys: away, and back.
    page.press(Key::Tab);
    page.browser.press(Key::Tab, Some(Key::Shift));
    let seen = page.eval(
        "const style = (css, pseudo) => getComputedStyle(root.querySelector(css), pseudo);
        const mark = style('[part=summary]', '::before');
        const box = root.querySelector('input[name=remedy][value=rest]:not(details *)');
        const ring = getComputedStyle(box);
        return {
            box: ring.appearance, forced: ring.forcedColorAdjust,
            mark: mark.borderBottomColor, paper: style('.rf').backgroundColor, ink: style('.rf').color,
            ring: ring.outlineStyle, colour: ring.outlineColor, edge: style('input[type=search]').borderTopStyle,
        }",
        &[],
    );
    assert_eq!(
        (&seen["box"], &seen["edge"]),
        (&json!("auto"), &json!("solid")),
        "the box is the browser's own, which shows its tick: {seen}"
    );
    for what in ["mark", "ink", "colour"] {
        assert_ne!(seen[what], seen["paper"], "{what} is to be told from the paper: {seen}");
    }
    assert_eq!(seen["ring"], "solid", "{seen}");
    // The state of a question is the way its mark points: that is no colour.
    let way = "return getComputedStyle(root.querySelector('#pop > summary'), '::before').rotate";
    let closed = page.eval(way, &[]);
    page.toggle("pop");
    assert_ne!(page.eval(way, &[]), closed);
}

fn right_to_left_is_right_in_every_view(stage: &Stage) {
    let page = stage.open(&clinic(stage, "<remedy-faq src=ar.json></remedy-faq>").url("/host.html"));
    page.toggle("pop");
    try_two(&page, ["Ten minutes", "عشر دقائق"]);
    prepare(&page, "هل أسبح؟");
    let sides = page.eval(
        "const box = (css) => root.querySelector(css).getBoundingClientRect();
        const range = document.createRange();
        const words = (css) => { range.selectNodeContents(root.querySelector(css)); return range.getBoundingClientRect(); };
        const style = (css, pseudo) => getComputedStyle(root.querySelector(css), pseudo);
        const after = (one, other) => one.left >= other.right - 1;
        return {
            'the box stands to the right of its label': after(box('[part=remedy] input'), words('[part=remedy] .rf-label')),
            'the mark stands to the right of the question': box('#pop > summary').right - words('#pop .rf-ask').right > 15,
            'the answer is set in from the right': box('#pop > summary').right - words('#pop .rf-blocks').right > 15,
            'a closed mark points to the left': style('[part=question]:not([open]) > summary', '::before').rotate === '135deg',
            'an open mark points down': style('#pop > summary', '::before').rotate === '45deg',
            'the bar fills from the right': style('progress').direction === 'rtl',
            'a list is set in from the right': parseFloat(style('.rf-urgent ul, .rf-blocks ul').paddingRight) > 0
                && parseFloat(style('.rf-urgent ul, .rf-blocks ul').paddingLeft) === 0,
            'the thick edge is at the right': parseFloat(style('.rf-judgement:not(:empty)').borderRightWidth) === 3,
        }",
        &[],
    );
    let wrong: Vec<_> = sides.as_object().expect("facts").iter().filter(|(_, holds)| **holds != true).map(|(fact, _)| fact).collect();
    assert!(wrong.is_empty(), "not so: {wrong:?}");
}

/// A note, a search or a source in Latin letters stands in an Arabic page, and the other way round.
fn text_of_mixed_direction_keeps_to_itself(stage: &Stage) {
    let page = stage.open(&clinic(stage, "<remedy-faq src=ar.json></remedy-faq>").url("/host.html"));
    try_two(&page, ["Ten minutes (after lunch).", "عشر دقائق"]);
    prepare(&page, "May I swim?");
    let direction = "return [...arguments[0].querySelectorAll('.rf-own')].map((one) => getComputedStyle(one).direction)";
    assert_eq!(page.find("[part=page]").eval(direction), json!(["ltr", "rtl", "ltr"]));
    let edges = "return [...arguments[0].querySelectorAll('.rf-own')].map((one) => getComputedStyle(one).textAlign)";
    assert_eq!(page.find("[part=page]").eval(edges), json!(["right", "right", "right"]), "all begin where the page's lines do");
    for field in ["textarea[name=note-rest]", "textarea[name=own-questions]"] {
        assert_eq!(page.find(field).eval("return getComputedStyle(arguments[0]).direction"), "ltr", "{field}");
    }
    page.search_field().type_text("zebra?");
    page.wait_until("nothing is found", "return /zebra/.test(root.querySelector('.rf-tools .rf-status').textContent)");
    let said = page.find(".rf-tools .rf-status").eval("return arguments[0].textContent");
    assert!(said.as_str().is_some_and(|said| said.contains("\u{2068}zebra?\u{2069}")), "what was searched for is not set apart: {said}");
    let sources = "return [...arguments[0].querySelectorAll('.rf-sources a')].map((one) => getComputedStyle(one).unicodeBidi)";
    let sources = page.find(".rf-footer").eval(sources);
    assert!(sources.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(|one| one == "plaintext")), "sources: {sources}");
}

fn on_paper_an_address_runs_from_left_to_right(stage: &Stage) {
    let page = stage.open(&clinic(stage, "<remedy-faq src=ar.json></remedy-faq>").url("/host.html"));
    try_two(&page, ["Ten minutes (after lunch).", ""]);
    page.browser.show_as_printed();
    let seen = "const address = getComputedStyle(root.querySelector('.rf-sources a'), '::after');
        return [address.direction, address.unicodeBidi, getComputedStyle(root.querySelector('.rf-paper:not(:empty)')).unicodeBidi]";
    assert_eq!(page.eval(seen, &[]), json!(["ltr", "isolate", "plaintext"]), "an address, and a note on paper");
}

fn on_paper_the_card_and_what_is_open_stay_and_the_controls_go(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.toggle("pop");
    page.browser.show_as_printed();
    assert!(page.find("[part=urgent]").is_shown());
    assert!(page.answer("pop").is_shown());
    assert!(!page.search_field().is_shown());
    assert!(page.browser.pdf().starts_with(b"%PDF-"));
}
