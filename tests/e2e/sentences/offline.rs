//! The page by itself, after one visit: it opens without a network, and changes only when the visitor says so.

use std::fs;
use std::path::PathBuf;

use super::super::stage::{Stage, dist, sentences};
use super::copy::{ids, save_copy};
use super::file::open_copy;

sentences! {
    the_page_opens_without_a_network_after_one_visit,
    a_copy_with_the_record_is_saved_with_a_network_and_without,
    a_new_build_waits_until_the_visitor_asks_for_it,
    in_another_tab_too_the_visitor_gets_the_new_build,
    a_new_worker_deletes_its_own_old_cache_and_no_other,
}

fn the_page_opens_without_a_network_after_one_visit(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    page.tick("rest");
    site.stop();
    page.reload();
    assert_eq!(page.counter(), "1 of 12 tried");
    page.toggle("pop");
    assert!(page.answer("pop").is_shown());
}

fn a_copy_with_the_record_is_saved_with_a_network_and_without(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.tick("rest");
    let with = save_copy(stage, &page, "served-copy");
    page.wait_kept();
    site.stop();
    page.reload();
    let without = save_copy(stage, &page, "served-copy-offline");
    assert_eq!((ids(&with.record()), with.record()), (vec!["rest"], without.record()));
    let page = open_copy(stage, "served-copy-opened", &without.text);
    assert_eq!(page.counter(), "1 of 12 tried");
    assert!(page.remedy("rest").is_ticked());
}

fn a_new_build_waits_until_the_visitor_asks_for_it(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    page.tick("rest");
    let title = page.browser.eval("return document.title", &[]);
    site.serve(newer_build(stage));
    page.reload();
    assert_eq!(page.browser.eval("return document.title", &[]), title, "the page changed under the visitor");
    let notice = page.at("#update");
    notice.wait_until("the page says that there is a new version", "return host.checkVisibility()");
    notice.find("button").click();
    page.browser.wait_until("the new version is there", "return document.title === 'Newer'", &[]);
    page.wait_ready();
    assert_eq!(page.counter(), "1 of 12 tried");
}

fn in_another_tab_too_the_visitor_gets_the_new_build(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    let first = page.browser.window();
    page.browser.new_window();
    let second = page.browser.window();
    page.browser.goto(&site.url("/"));
    site.serve(newer_build(stage));
    let notice = page.at("#update");
    for window in [&first, &second] {
        page.browser.switch_to(window.clone());
        page.browser.reload();
        notice.wait_until("the page says that there is a new version", "return host.checkVisibility()");
    }
    for window in [&first, &second] {
        page.browser.switch_to(window.clone());
        notice.find("button").click();
        page.browser.wait_until("the new version is there", "return document.title === 'Newer'", &[]);
    }
    page.browser.close_window();
}

fn a_new_worker_deletes_its_own_old_cache_and_no_other(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.wait_kept();
    let names = || page.browser.eval("return caches.keys().then((names) => names.sort())", &[]);
    let old = names();
    let others = "const others = ['of the clinic', 'remedy-faq', `remedy-faq ${location.origin}/elsewhere/ 0123456789abcdef`];
        return Promise.all(others.map((name) => caches.open(name))).then(() => others)";
    let others = page.browser.eval(others, &[]);
    site.serve(newer_build(stage));
    page.reload();
    let notice = page.at("#update");
    notice.wait_until("the page says that there is a new version", "return host.checkVisibility()");
    assert!(names().as_array().is_some_and(|names| names.contains(&old[0])), "the open page's build is still kept");
    notice.find("button").click();
    page.browser.wait_until("the new version is there", "return document.title === 'Newer'", &[]);
    let gone = "return caches.keys().then((names) => !names.includes(arguments[0]))";
    page.browser.wait_until("the old cache is gone", gone, &[old[0].clone()]);
    let (now, others) = (names(), others.as_array().cloned().unwrap_or_default());
    let now = now.as_array().cloned().unwrap_or_default();
    assert!(others.iter().all(|other| now.contains(other)) && now.len() == others.len() + 1, "{now:?}");
}

/// A copy of the build with another title.
fn newer_build(stage: &Stage) -> PathBuf {
    let folder = stage.folder("newer");
    // The npm package and the WordPress plugin, which other commands put there, are a folder and a zip.
    let own = |file: &fs::DirEntry| file.path().is_file() && file.path().extension().is_none_or(|end| end != "zip");
    for file in fs::read_dir(dist()).expect("the build's folder can be read").flatten().filter(own) {
        fs::copy(file.path(), folder.join(file.file_name())).expect("a file can be copied");
    }
    let edit = |name: &str, change: &dyn Fn(&str) -> String| {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let changed = change(&text);
        assert_ne!(changed, text, "{name} does not have what is changed here");
        fs::write(path, changed).expect("a file can be written");
    };
    edit("index.html", &|page| {
        let (before, rest) = page.split_once("<title>").expect("the page has a title");
        let (_, after) = rest.split_once("</title>").expect("the page has a title");
        format!("{before}<title>Newer</title>{after}")
    });
    // With the files, their digests change, and with these the worker.
    edit("sw.js", &|worker| {
        let is_digest = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let other = |text: &str| if is_digest(text) { text.chars().rev().collect() } else { text.to_owned() };
        worker.split('"').map(other).collect::<Vec<_>>().join("\"")
    });
    folder
}
