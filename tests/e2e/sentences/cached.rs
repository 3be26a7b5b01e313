//! What the served page keeps for days without a network, when something goes wrong with it: the page works on, and is
//! kept again.

use serde_json::json;

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::{Fault, File, Site};
use super::super::stage::{Stage, sentences};

sentences! {
    a_cleared_cache_leaves_a_working_page_that_is_kept_again,
    a_cleared_cache_and_a_failed_fetch_leave_the_questions,
    an_install_that_fails_leaves_a_working_page_and_the_next_visit_makes_up_for_it,
    an_install_that_stalls_leaves_a_working_page,
    a_worker_that_is_missing_leaves_a_working_page,
}

#[track_caller]
fn works(page: &Page) {
    assert_eq!(page.shown_questions().len(), 15);
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
    page.toggle("pop");
    let before = page.remedy("rest").is_ticked();
    page.tick("rest");
    assert_ne!(page.remedy("rest").is_ticked(), before);
}

/// How many files are kept.
const KEPT: &str = "(async () => {
        const names = (await caches.keys()).filter((name) => name.startsWith('remedy-faq '));
        const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
        return files.reduce((sum, count) => sum + count, 0);
    })()";

/// The server goes, and the page is still there.
#[track_caller]
fn opens_without(site: &Site, page: &Page) {
    page.browser.wait_until("everything is kept", &format!("return {KEPT}.then((kept) => kept > 8)"), &[]);
    site.stop();
    page.reload();
    works(page);
}

fn clear(page: &Page) {
    let clear = "return (async () => {
        for (const name of await caches.keys()) await caches.delete(name);
        return (await caches.keys()).length;
    })()";
    assert_eq!(page.browser.eval(clear, &[]), 0);
}

fn a_cleared_cache_leaves_a_working_page_that_is_kept_again(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    clear(&page);
    works(&page);
    page.reload();
    works(&page);
    opens_without(&site, &page);
}

fn a_cleared_cache_and_a_failed_fetch_leave_the_questions(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    let site = site.fault(File::Program, Fault::Broken);
    clear(&page);
    page.browser.reload();
    page.wait_until("the widget gives up", "return host.hasAttribute('data-fallback')");
    works(&page);
    assert_eq!(page.browser.eval(&format!("return {KEPT}"), &[]), json!(0), "half of a build is kept");
    // The browser's own words about the fetch, and ours.
    page.browser.complaints();
    site.mend();
    page.reload();
    opens_without(&site, &page);
}

fn an_install_that_fails_leaves_a_working_page_and_the_next_visit_makes_up_for_it(stage: &Stage) {
    // Nothing that the page itself asks for.
    let site = stage.site().fault(File::Single, Fault::Broken);
    let page = stage.open(&site.url("/"));
    site.wait_asked("/remedy-faq-offline.html");
    let over = "return navigator.serviceWorker.getRegistration().then((worker) => !worker)";
    page.wait_until("the install is over", over);
    assert_eq!(page.browser.eval(&format!("return {KEPT}"), &[]), json!(0), "half of a build is kept");
    works(&page);
    page.browser.complaints();
    site.mend();
    page.reload();
    page.wait_kept();
    opens_without(&site, &page);
}

fn an_install_that_stalls_leaves_a_working_page(stage: &Stage) {
    let site = stage.site().fault(File::Single, Fault::Held);
    let page = stage.open(&site.url("/"));
    let under_way = "return navigator.serviceWorker.getRegistration().then((worker) => Boolean(worker?.installing))";
    page.wait_until("the install is under way", under_way);
    works(&page);
    page.reload();
    works(&page);
    site.release();
    page.wait_kept();
    opens_without(&site, &page);
}

fn a_worker_that_is_missing_leaves_a_working_page(stage: &Stage) {
    let site = stage.site().fault(File::Worker, Fault::Broken);
    let page = stage.visit(&site.url("/"), Options::default());
    page.wait_ready();
    works(&page);
    page.reload();
    works(&page);
    assert!(site.requests().contains(&"/sw.js".to_owned()), "it was not asked for");
    // The browser's own words about it are its own; of ours there are none.
    let complaints = page.browser.complaints();
    assert!(!complaints.iter().any(|one| ["console", "error", "rejection"].contains(&&*one.source)), "{complaints:?}");
}
