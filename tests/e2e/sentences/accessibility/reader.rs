//! What a screen reader is told: names, roles and states, and what is announced.

use fantoccini::key::Key;
use serde_json::Value;

use super::super::super::judges::axe_finds_nothing;
use super::*;

sentences! {
    a_screen_reader_is_told_names_and_roles,
    a_question_is_a_disclosure_that_says_whether_it_is_open [Tree],
    what_the_search_hides_is_not_told [Tree],
    every_list_of_remedies_has_a_name,
    what_happens_is_announced_once_and_typing_is_quiet,
    two_widgets_are_told_apart_by_name,
    headings_lead_through_the_page,
}

fn a_screen_reader_is_told_names_and_roles(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let search = page.search_field();
    assert_eq!((search.role().as_str(), search.name().as_str()), ("searchbox", "Search the questions"));
    let rest = page.remedy("rest");
    assert_eq!((rest.role().as_str(), rest.name().as_str()), ("checkbox", "Rest"));
    assert_eq!(page.summary("pop").name(), "Can a muscle knot pop?");
    let (lists, names): (Vec<_>, Vec<_>) = page.all("[part=checklist] ul.rf-remedies").iter().map(|one| (one.role(), one.name())).unzip();
    assert_eq!((lists, names), (vec!["list".to_owned(); 2], vec!["Upper back".to_owned(), "Lower back".to_owned()]));
    let group = page.find("[role=group]:has([part=question]):has([part=checklist])");
    assert_eq!((group.role().as_str(), group.name().as_str()), ("group", "Remedies to tick off"));
}

/// What is told of the page, node by node.
fn tree(page: &Page) -> Vec<Value> {
    page.browser.cdp("Accessibility.getFullAXTree", json!({}))["nodes"].as_array().cloned().unwrap_or_default()
}

fn a_question_is_a_disclosure_that_says_whether_it_is_open(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let told = || {
        let nodes = tree(&page);
        let question =
            nodes.iter().find(|node| node["role"]["value"] == "DisclosureTriangle" && node["name"]["value"] == "Can a muscle knot pop?");
        let question = question.expect("the question is a disclosure");
        let property = |name: &str| question["properties"].as_array().into_iter().flatten().find(|one| one["name"] == name).cloned();
        property("expanded").expect("it says whether it is open")["value"]["value"].clone()
    };
    assert_eq!(told(), false);
    page.toggle("pop");
    assert_eq!(told(), true);
}

fn what_the_search_hides_is_not_told(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    let told = || {
        let is_question =
            |node: &&Value| node["ignored"] == false && matches!(node["role"]["value"].as_str(), Some("group" | "DisclosureTriangle"));
        tree(&page).iter().filter(is_question).count()
    };
    let all = told();
    page.search_field().type_text("crunching");
    page.wait_for_status("1 question found");
    assert_eq!(all - told(), 2 * 14, "of fifteen questions, each with its button, fourteen are not told any more");
}

fn every_list_of_remedies_has_a_name(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    open_all(&page);
    let lists = page.all("ul:has(> li input[name=remedy])");
    assert!(lists.len() > 3, "in answers and in the checklist");
    for list in lists {
        assert!(!list.name().is_empty(), "a list of remedies has no name");
        assert_eq!(list.role(), "list");
    }
}

fn what_happens_is_announced_once_and_typing_is_quiet(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.search_field().eval("arguments[0].focus()");
    listen(&page);
    type_here(&page, "massage");
    page.wait_until("it is announced", "return __announced.length > 0");
    let found = format!("{} questions found", page.shown_questions().len());
    assert_eq!(announced(&page), std::slice::from_ref(&found), "nothing while typing, and the number once");
    // Another word that finds as many is no news.
    page.press(Key::Escape);
    page.wait_until("what was announced is gone", "return __announced.length === 2");
    assert_eq!(announced(&page), [found, String::new()], "silence is no announcement");
    let afresh = || page.browser.eval("__announced.length = 0", &[]);
    afresh();
    page.tick("rest");
    assert_eq!(announced(&page), ["1 of 12 tried"]);
    afresh();
    page.button("Clear my record").click();
    page.wait_until("it asks", "return Boolean(root.querySelector('[part=clear-confirm]'))");
    assert_eq!(announced(&page), ["Clear everything you ticked and wrote?"]);
    afresh();
    page.button("Yes, clear it").click();
    page.wait_for_status("Your record is cleared.");
    let mut heard = announced(&page);
    heard.sort();
    assert_eq!(heard, ["0 of 12 tried", "Your record is cleared."]);
}

fn two_widgets_are_told_apart_by_name(stage: &Stage) {
    // The second is narrow, so that its links to its parts are there.
    let lines = "<remedy-faq id=one loading=eager></remedy-faq>
        <div style='width: 320px'><remedy-faq id=two loading=eager src=ankle.json></remedy-faq></div>";
    let page = stage.visit(&clinic(stage, lines).url("/host.html"), Options::default());
    let (first, second) = (page.at("#one"), page.at("#two"));
    first.wait_ready();
    second.wait_ready();
    // Equal Access takes the boxes of both for one group, as its rule for boxes of one name knows no two forms.
    axe_finds_nothing(&page.browser);
    for landmark in ["section.rf", "section.rf-faq", "section.rf-checklist", "section.rf-urgent"] {
        let names = [&first, &second].map(|page| page.find(landmark).name());
        assert_ne!(names[0], names[1], "{landmark}");
    }
    // A button's name is what is to be seen; of which page it speaks is its description.
    let described = "return [...root.querySelectorAll('button, input[type=search]')].map((one) => {
        const by = one.getAttribute('aria-describedby');
        return by && root.querySelector(`[id='${by}']`)?.textContent; })";
    let described = [&first, &second].map(|page| page.eval(described, &[]));
    for (page, described) in [&first, &second].into_iter().zip(&described) {
        let title = page.find("section.rf").name();
        let all = described.as_array().expect("a list");
        assert!(all.len() > 10 && all.iter().all(|one| *one == title), "{title}: {described}");
    }
    assert_ne!(described[0], described[1]);
}

fn headings_lead_through_the_page(stage: &Stage) {
    const LEVELS: &str = "return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => [Number(one.localName[1]),
        one.closest('summary') ? 'question' : 'section'])";
    for (attribute, title, section, questions) in [("", 2, 3, None), ("heading-level=3", 1, 2, Some(3)), ("heading-level=5", 3, 4, Some(5))]
    {
        let page = stage.open(&clinic(stage, &format!("<remedy-faq {attribute}></remedy-faq>")).url("/host.html"));
        let headings: Vec<(u64, String)> = serde_json::from_value(page.eval(LEVELS, &[])).expect("levels");
        assert_eq!(headings[0].0, title, "the title, with '{attribute}'");
        let (asked, others): (Vec<_>, Vec<_>) = headings[1..].iter().partition(|(_, what)| what == "question");
        assert!(
            others.iter().all(|(level, _)| [section, section + 1].contains(level)),
            "the sections and their parts, with '{attribute}': {headings:?}"
        );
        assert!(headings.windows(2).all(|two| two[1].0 <= two[0].0 + 1), "no level is left out, with '{attribute}': {headings:?}");
        assert_eq!(asked.len(), if questions.is_some() { 15 } else { 0 }, "with '{attribute}'");
        assert!(asked.iter().all(|(level, _)| Some(*level) == questions), "the questions, with '{attribute}': {headings:?}");
        let heading = page.find("h1, h2, h3, h4");
        assert_eq!(heading.role(), "heading");
    }
}
