//! The record is kept as the visitor wants it: nothing is lost, nothing is kept against their will, and what becomes of
//! it is said.

use std::collections::BTreeMap;
use std::fs;

use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use super::super::engine::Options;
use super::super::page::Page;
use super::super::site::Site;
use super::super::stage::{Stage, sentences};
use super::record::{announced, listen, note, outcome, told, try_remedy};

mod backups;
mod clearing;
mod refused;
mod soon;
mod stored;
mod windows;
mod wrong_files;

pub const ALL: [&[crate::stage::Sentence]; 7] =
    [windows::ALL, soon::ALL, clearing::ALL, refused::ALL, stored::ALL, backups::ALL, wrong_files::ALL];

const KEY: &str = "remedy-faq:muscle-knots";
const ASIDE: &str = "remedy-faq:muscle-knots:damaged";
const KEPT: &str = "Your ticks stay in this browser. Nobody else can see them.";
const REFUSED: &str = "This browser does not let us keep your ticks. They are gone when you leave this page.";
const SAVED: &str = r#"{"version":2,"entries":{"rest":[1763912345,"h","Two weeks"],"stretch":[-1763912400]}}"#;

/// A page of a clinic with the widget, and a script that runs before it.
pub fn host(attributes: &str, script: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>A clinic</title><script>{script}</script>\
         <script type=module src=remedy-faq.js></script></head><body><remedy-faq {attributes}></remedy-faq></body></html>"
    )
}

/// A site with such pages: `/host.html`, and `/empty.html`, which has no widget and nothing of ours.
fn clinic(stage: &Stage, attributes: &str, script: &str) -> Site {
    stage
        .site()
        .page("/host.html", host(attributes, script))
        .page("/empty.html", "<!doctype html><html lang=en><title>Empty</title></html>")
}

/// Opens the clinic's page where these values are stored already.
#[track_caller]
fn open_with_stored(stage: &Stage, site: &Site, stored: &[(&str, &str)]) -> Page {
    let page = stage.visit(&site.url("/empty.html"), Options::default());
    for (key, value) in stored {
        page.browser.eval("localStorage.setItem(arguments[0], arguments[1])", &[json!(key), json!(value)]);
    }
    go(&page, site, "/host.html");
    page
}

#[track_caller]
fn go(page: &Page, site: &Site, path: &str) {
    page.browser.goto(&site.url(path));
    page.wait_ready();
}

/// Opens the page a second time, in a window of its own, and goes on there.
#[track_caller]
fn second_window(page: &Page, address: &str) -> [WindowHandle; 2] {
    let first = page.browser.window();
    page.browser.new_window();
    page.browser.goto(address);
    page.wait_ready();
    [first, page.browser.window()]
}

/// What is stored under the document's key.
#[track_caller]
fn saved(page: &Page) -> Value {
    let kept = page.storage();
    let text = kept.get(KEY).unwrap_or_else(|| panic!("nothing is stored under the key: {kept:?}"));
    serde_json::from_str(text).expect("it is JSON")
}

/// How often a text is shown.
fn shown(page: &Page, text: &str) -> u64 {
    let script = "return root.querySelector('.rf').innerText.split(args[0]).length - 1";
    page.eval(script, &[json!(text)]).as_u64().unwrap_or_default()
}

fn clear(page: &Page) {
    page.find("[part=clear]").click();
    page.find("[part=clear-confirm]").click();
    page.wait_for_status("Your record is cleared.");
}

/// Everywhere that a page can keep something.
#[track_caller]
fn assert_nothing_but(page: &Page, keys: &[&str]) {
    let script = "return (async () => [
        Object.keys(localStorage), Object.keys(sessionStorage), document.cookie,
        (await indexedDB.databases?.()) ?? [], (await caches.keys()),
    ])()";
    page.put_away();
    assert_eq!(page.browser.eval(script, &[]), json!([keys, [], "", [], []]), "local, session, cookies, databases, caches");
}

/// What works without a storage works, and the page says that it will not remember, in one place.
#[track_caller]
fn works_on(page: &Page) {
    try_remedy(page, "rest", "helped", "Two weeks");
    page.tick("low-heat");
    assert_eq!(page.counter(), "2 of 12 tried");
    assert_eq!(told(page, "rest"), json!(["helped", "Two weeks"]));
    page.wait_for_status(REFUSED);
    assert_eq!(shown(page, REFUSED), 1);
    assert_eq!(shown(page, KEPT), 0);
    page.tick("low-heat");
    page.toggle("pop");
    assert_eq!(page.counter(), "1 of 12 tried");
    assert_eq!(shown(page, REFUSED), 1);
    let told: Vec<_> = page.events("remedy-faq-change").iter().map(|event| event["tried"].clone()).collect();
    let ticks = [json!(["rest"]), json!(["rest", "low-heat"]), json!(["rest"])];
    let mut changes = told.clone();
    changes.dedup();
    assert_eq!(changes, ticks, "the page around it is told");
    clear(page);
    assert_eq!(page.counter(), "0 of 12 tried");
}

/// A storage that has no room left, from the moment at which `__full` is set.
const FULL: &str = "const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...words) {
        if (window.__full) throw new DOMException('There is no room left.', 'QuotaExceededError');
        return setItem.apply(this, words);
    };";

const DAMAGED: &str = r#"{"version":2,"entries":{"rest":[1763912345,"h","Two we"#;
const TOLD_DAMAGED: &str = "Your saved record could not be read. It is set aside, not deleted. What you tick now is kept as a new record.";

/// A computer whose clock stands.
fn clock(at: &str) -> String {
    format!(
        "const at = Date.parse('{at}');
         Date = class extends Date {{
             constructor(...words) {{ super(...(words.length ? words : [at])); }}
             static now() {{ return at; }}
         }};"
    )
}

const EPOCH: &str = "1970-01-01T00:00:00Z";
const FUTURE: &str = "2100-01-01T00:00:00Z";

fn nothing_is_lost_by_a_clock(stage: &Stage, at: &str) {
    let site = clinic(stage, "", "").page("/wrong.html", host("", &clock(at)));
    let page = stage.open(&site.url("/wrong.html"));
    assert_eq!(page.browser.eval("return new window.Date().toISOString()", &[]), at.replace('Z', ".000Z"), "the page's clock");
    try_remedy(&page, "rest", "helped", "Two weeks");
    page.tick("stretch");
    page.tick("stretch");
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert!(!page.remedy("stretch").is_ticked());
    // The clock is right again.
    go(&page, &site, "/host.html");
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    let then = backup(&page);
    outcome(&page, "rest", "worse").click();
    try_remedy(&page, "stretch", "no-change", "");
    page.tick("low-heat");
    bring_back(&page, &[(&then, 1)]);
    page.wait_for_status(RESTORED);
    page.reload();
    assert_eq!(told(&page, "rest"), json!(["worse", "Two weeks"]));
    assert_eq!(told(&page, "stretch"), json!(["no-change", ""]));
    // And wrong once more.
    go(&page, &site, "/wrong.html");
    let then = backup(&page);
    page.tick("low-heat");
    outcome(&page, "rest", "helped").click();
    bring_back(&page, &[(&then, 1)]);
    page.wait_for_status(RESTORED);
    go(&page, &site, "/host.html");
    // An untick says nothing but that: the backup's tick is back. What was said since stays.
    assert!(page.remedy("low-heat").is_ticked());
    assert_eq!(told(&page, "rest"), json!(["helped", "Two weeks"]));
    assert_eq!(page.counter(), "3 of 12 tried");
}

/// A file that the widget offered: its name, and what it holds.
pub struct Offered {
    pub name: String,
    pub kind: String,
    pub text: String,
}

/// Does something that ends in a file. Nothing is written to the disk: the file is caught on its way there.
#[track_caller]
pub fn offered(page: &Page, act: impl FnOnce()) -> Offered {
    let script = "
        window.__offered = null;
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
            window.__blob = blob;
            return createObjectURL.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = function () {
            if (this.download) __blob.text().then((text) => { window.__offered = [this.download, __blob.type, text]; });
        };";
    page.browser.eval(script, &[]);
    act();
    page.browser.wait_until("a file is offered", "return __offered !== null", &[]);
    let texts = page.browser.eval("return __offered", &[]);
    let text = |at: usize| texts[at].as_str().unwrap_or_default().to_owned();
    Offered { name: text(0), kind: text(1), text: text(2) }
}

/// Does something that downloads a file, and waits until it is on the disk, where the browser lets us say where.
#[track_caller]
pub fn downloaded(stage: &Stage, page: &Page, name: &str, act: impl FnOnce()) -> String {
    if !page.browser.engine().speaks_cdp {
        let file = offered(page, act);
        assert_eq!(file.name, name);
        return file.text;
    }
    let folder = stage.folder(name);
    page.browser.download_to(&folder);
    act();
    // The name is the file's as soon as all of it is there.
    let path = folder.join(name);
    for _ in 0..500 {
        match fs::read_to_string(&path) {
            Ok(text) if !text.is_empty() => return text,
            _ => page.browser.painted(),
        }
    }
    panic!("waited in vain for {}", path.display());
}

/// Brings a file back as a visitor does who chooses it; its parts are texts, each so many times.
#[track_caller]
fn bring_back(page: &Page, parts: &[(&str, usize)]) {
    // The file dialog is the system's: no driver can see it.
    let catch = "window.__asked = null;
        HTMLInputElement.prototype.click = function () { window.__asked = this; };";
    page.browser.eval(catch, &[]);
    page.find("[part=restore]").click();
    page.browser.wait_until("it asks for a file", "return window.__asked !== null", &[]);
    page.browser.eval("delete HTMLInputElement.prototype.click", &[]);
    let choose = "
        if (__asked?.type !== 'file') return String(__asked);
        const files = new DataTransfer();
        files.items.add(new File(arguments[0].map(([text, times]) => text.repeat(times)), 'backup.json', { type: 'application/json' }));
        __asked.files = files.files;
        __asked.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    assert_eq!(page.browser.eval(choose, &[json!(parts)]), true, "it asks for a file");
}

#[track_caller]
fn backup(page: &Page) -> String {
    offered(page, || page.find("[part=backup]").click()).text
}

const NO_BACKUP: &str = "This file is no backup, or it is damaged. Nothing was changed. Choose the file that “Save a backup” gave you.";
const RESTORED: &str = "Your backup is back. Nothing you entered since was lost.";

/// Ticks, saves a backup, clears, ticks something else, and brings the backup back.
#[track_caller]
fn restored(page: &Page) -> Value {
    try_remedy(page, "rest", "helped", "Two weeks");
    let backup = backup(page);
    clear(page);
    page.tick("stretch");
    let before = saved(page);
    bring_back(page, &[(&backup, 1)]);
    page.wait_for_status(RESTORED);
    assert_eq!(page.counter(), "2 of 12 tried");
    before
}
