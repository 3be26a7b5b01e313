//! The pictures in `docs/`, made by `make shots`: the same page as the sentences see, in the states that README shows.

use std::path::PathBuf;
use std::{env, fs};

use super::engine::{DESK, Options, PHONE};
use super::page::Page;
use super::stage::{Stage, sentences};

sentences! {
    the_page_on_a_desk,
    the_page_on_a_phone [PhoneWidth],
    the_page_in_the_dark [PhoneWidth],
    the_page_without_javascript [PhoneWidth],
    the_page_as_printed [Print],
    the_page_for_the_appointment,
    the_themes_of_the_how_to_page [PhoneWidth],
}

/// Where the pictures go, if it is pictures that are wanted.
pub fn folder() -> Option<PathBuf> {
    env::var_os("REMEDY_FAQ_PICTURES").map(PathBuf::from)
}

fn keep(page: &Page, name: &str) {
    let picture = page.browser.screenshot().expect("the browser takes pictures");
    let folder = folder().expect("main looked");
    fs::write(folder.join(name), picture).unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// The examples of `docs/embed/theming.md`, in their order.
const THEMING: &str = include_str!("../../docs/embed/theming.md");

fn the_themes_of_the_how_to_page(stage: &Stage) {
    let rules: Vec<&str> = THEMING.split("```css\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let names = ["embed/theme-clinic.png", "embed/theme-dark.png", "embed/theme-large.png"];
    assert_eq!(rules.len(), names.len(), "one picture for each example");
    for (rules, name) in rules.iter().zip(names) {
        let html = format!(
            "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>A theme</title>\
             <style>{rules}</style><script type=module src=remedy-faq.js></script><remedy-faq></remedy-faq></html>"
        );
        let site = stage.site().page("/theme.html", html);
        let page = stage.open_with(&site.url("/theme.html"), Options { viewport: (360, 560), ..Options::default() });
        page.toggle("pop");
        page.tick("rest");
        page.eval("root.querySelector('#pop').scrollIntoView()", &[]);
        page.browser.painted();
        keep(&page, name);
    }
}

fn open(stage: &Stage, viewport: (u32, u32), dark: bool) -> Page {
    stage.open_with(&stage.site().url("/"), Options { viewport, dark, ..Options::default() })
}

fn the_page_on_a_desk(stage: &Stage) {
    let page = open(stage, DESK, false);
    page.tick("rest");
    page.tick("exercise");
    page.toggle("severe-pain");
    page.eval("scrollTo(0, 330)", &[]);
    page.browser.painted();
    keep(&page, "wide.png");
}

fn the_page_on_a_phone(stage: &Stage) {
    keep(&open(stage, PHONE, false), "phone.png");
}

fn the_page_in_the_dark(stage: &Stage) {
    let page = open(stage, PHONE, true);
    page.toggle("pop");
    page.eval("root.querySelector('#pop').scrollIntoView()", &[]);
    page.browser.painted();
    keep(&page, "dark.png");
}

fn the_page_without_javascript(stage: &Stage) {
    let options = Options { javascript: false, viewport: PHONE, ..Options::default() };
    let page = stage.visit(&stage.site().url("/#severe-pain"), options);
    keep(&page, "no-javascript.png");
}

fn the_page_as_printed(stage: &Stage) {
    let page = open(stage, (794, 1123), false);
    page.tick("rest");
    page.browser.show_as_printed();
    page.eval("scrollTo(0, 0)", &[]);
    keep(&page, "print.png");
}

fn the_page_for_the_appointment(stage: &Stage) {
    let page = open(stage, DESK, false);
    page.tick("rest");
    page.find("input[name=outcome-rest][value=helped]").click();
    page.find("textarea[name=note-rest]").type_text("Ten minutes after lunch");
    page.find("[part=appointment] > summary").click();
    page.find("textarea[name=own-questions]").type_text("May I swim?");
    page.eval("root.querySelector('[part=appointment]').scrollIntoView()", &[]);
    page.browser.painted();
    keep(&page, "appointment.png");
}
