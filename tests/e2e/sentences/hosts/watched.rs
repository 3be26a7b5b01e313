//! Nobody watches: what the widget asks of a network, and whom it tells where the visitor is.

use super::*;

sentences! {
    embedded_nothing_is_asked_for_once_it_is_there,
    nobody_is_told_on_which_page_the_visitor_is,
}

/// Everything that a visitor may do, short of what they ask a request for.
fn whole_journey(page: &Page) {
    page.toggle("pop");
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text("a little");
    page.find("[part=appointment] summary").click();
    page.find("textarea[name=own-questions]").type_text("Why?");
    page.search_field().type_text("massage");
    page.wait_until("the search leaves some out", "return [...root.querySelectorAll('[part=question]')].some((one) => one.hidden)");
    page.press(fantoccini::key::Key::Escape);
    page.button("Open all").click();
    page.find("[part=clear]").click();
    page.find("[part=clear-confirm]").click();
    page.wait_for_status("Your record is cleared.");
    page.tick("stretch");
    page.put_away();
    page.browser.painted();
}

fn embedded_nothing_is_asked_for_once_it_is_there(stage: &Stage) {
    let ours = ours(stage);
    let theirs = clinic(stage, &(loader(&ours) + "<remedy-faq></remedy-faq>"));
    let page = stage.open(&theirs.url("/host.html"));
    let before = (page.requests(), ours.requests(), theirs.requests());
    assert!(before.0.iter().any(|request| request.contains(".wasm")), "requests are counted: {:?}", before.0);
    whole_journey(&page);
    // The rest of the program, at the first contact, once: its wasm and its glue. Their addresses say nothing of what the visitor did.
    let mut more: Vec<_> = ours.requests().split_off(before.1.len());
    more.sort_by_key(|file| file.ends_with(".wasm"));
    assert!(more.len() == 2 && more[0].ends_with(".js") && more[1].ends_with(".wasm"), "{more:?}");
    assert!(more.iter().all(|file| file.starts_with("/remedy-faq-more-")), "{more:?}");
    let asked = page.requests().split_off(before.0.len());
    assert!(asked.iter().all(|request| more.iter().any(|file| request.ends_with(file))), "{asked:?}");
    assert_eq!(theirs.requests(), before.2);
    assert_eq!(page.browser.eval("return document.cookie", &[]), "");
}

fn nobody_is_told_on_which_page_the_visitor_is(stage: &Stage) {
    let (ours, documents) = (ours(stage), ours(stage));
    let documents = documents.page("/es.json", include_str!("../../../../static/content/muscle-knots.es.json"));
    let lines = format!("{}<remedy-faq src=\"{}\"></remedy-faq>", loader(&ours), documents.url("/es.json"));
    // The worst case: a page that asks for its whole address to be told.
    let theirs = clinic(stage, &lines).header(File::Page, "Referrer-Policy", "unsafe-url");
    let page = stage.open(&theirs.url("/host.html"));
    page.button("Abrir todas");
    // The loader is asked for by the page itself, as the page likes.
    let told: Vec<_> = [ours.referrers(), documents.referrers()].concat();
    let told: Vec<_> = told.iter().filter(|(path, from)| path != "/remedy-faq.js" && from.starts_with(&theirs.url(""))).collect();
    assert!(told.is_empty(), "{told:?}");
    assert!(ours.referrers().iter().any(|(path, _)| path == "/remedy-faq.js"), "referrers are seen");
}
