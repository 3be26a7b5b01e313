//! What a visitor asks of every page: no motion, more contrast, nothing translucent; and to find a word in it.

use super::*;

sentences! {
    nothing_moves_for_anybody,
    nothing_is_translucent,
    more_contrast_is_given_where_it_is_asked_for [Wishes],
    find_in_page_opens_the_question_with_the_word,
}

/// So that there is nothing left to take away where less motion is asked for.
fn nothing_moves_for_anybody(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let moving = "
        const root_and_page = [document, host.shadowRoot].flatMap((one) => one.getAnimations()).length;
        const moves = (one) => ['', '::before', '::after', '::details-content'].some((pseudo) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, pseudo || null);
            return !/^(0s(, )?)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        });
        return [root_and_page, [document.documentElement, ...root.querySelectorAll('*')].filter(moves).map((one) => one.className)]";
    let still = json!([0, []]);
    page.toggle("pop");
    assert_eq!(page.eval(moving, &[]), still, "a question opens");
    page.tick("rest");
    assert_eq!(page.eval(moving, &[]), still, "a remedy is ticked");
    page.search_field().type_text("massage");
    page.wait_until("it is searched", "return root.querySelector('[part=question][hidden]') !== null");
    assert_eq!(page.eval(moving, &[]), still, "a search filters");
    page.link("Back to top").click();
    assert_eq!(page.browser.eval("return scrollY < 200", &[]), true, "it goes to the top at once");
    assert_eq!(page.eval(moving, &[]), still, "back to the top");
}

fn nothing_is_translucent(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    open_all(&page);
    try_two(&page, ["Two weeks", "Hurts"]);
    let translucent = "
        const partly = (colour) => { const alpha = /[,/] ?([\\d.]+)\\)$/.exec(/rgba|\\//.test(colour) ? colour : ''); return alpha && alpha[1] > 0 && alpha[1] < 1; };
        return [...root.querySelectorAll('*')].filter((one) => {
            const { opacity, backgroundColor, color, backdropFilter, filter } = getComputedStyle(one);
            return opacity !== '1' || partly(backgroundColor) || partly(color) || !/^(none)?$/.test(backdropFilter ?? '') || filter !== 'none';
        }).map((one) => `${one.localName}.${one.className}`)";
    assert_eq!(page.eval(translucent, &[]), json!([]));
}

fn more_contrast_is_given_where_it_is_asked_for(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let seen = "const style = (css) => getComputedStyle(root.querySelector(css));
        return [style('.rf-hint, .rf-intro').color, style('.rf').color, style('.rf-questions').borderBottomColor, style('input[type=search]').borderTopColor]";
    let [quiet, ink, line, edge] = serde_json::from_value::<[String; 4]>(page.eval(seen, &[])).expect("colours");
    assert!(quiet != ink && line != edge, "some of it is quiet else");
    page.browser.emulate(&[("prefers-contrast", "more")]);
    let [quiet, ink, line, edge] = serde_json::from_value::<[String; 4]>(page.eval(seen, &[])).expect("colours");
    assert_eq!((quiet, line), (ink, edge));
}

fn find_in_page_opens_the_question_with_the_word(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let words = page.answer("pop").eval("return arguments[0].querySelector('p').textContent.split(' ').slice(0, 5).join(' ')");
    assert!(page.open_questions().is_empty());
    // As a search engine links to a place: the browser looks for the words as "find in page" does.
    let fragment = page.browser.eval("return `/#:~:text=${encodeURIComponent(arguments[0])}`", &[words]);
    page.browser.goto("about:blank");
    page.browser.goto(&site.url(fragment.as_str().expect("an address")));
    page.wait_ready();
    page.wait_until("the question is open", "return root.querySelector('#pop').open");
    assert_eq!(page.open_questions(), ["pop"]);
    assert!(page.answer("pop").is_in_view());
}
