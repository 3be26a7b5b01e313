//! One widget on a page, in the words of its contract (DESIGN.md): questions, remedies, search, counter, events.
//!
//! What is looked for is looked for in the shadow root, or before the program (and without it) in the light children.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Instant;

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::browser::{Browser, PATIENCE};
use super::element::Element;

#[derive(Clone)]
pub struct Page {
    pub browser: Rc<Browser>,
    /// Where the widget's element is: CSS, with `>>>` where it goes on inside a shadow root.
    host: String,
}

/// For scripts: `host` is the widget's element, `root` what holds its view, `args` what was passed.
const SCOPE: &str = r#"
    const host = arguments[0].split(" >>> ").reduce((at, css) => (at.shadowRoot ?? at).querySelector(css), document);
    const root = host?.shadowRoot ?? host;
    const args = arguments[1];
"#;

impl Page {
    /// The first widget of the page that a browser shows.
    pub fn new(browser: Rc<Browser>) -> Self {
        Self { browser, host: "remedy-faq".to_owned() }
    }

    /// Another widget of the same page.
    pub fn at(&self, host: &str) -> Self {
        Self { browser: self.browser.clone(), host: host.to_owned() }
    }

    #[track_caller]
    pub fn wait_ready(&self) {
        self.wait_until(
            "the live widget says that it is ready",
            "return window.__e2e ? __e2e.ready.has(host) : Boolean(host.shadowRoot?.querySelector('[part=question]'))",
        );
    }

    /// Waits until the page's service worker has fetched what it keeps, as it does once, after the load.
    #[track_caller]
    pub fn wait_kept(&self) {
        let script = "return navigator.serviceWorker.getRegistration().then((worker) => Boolean(worker?.active))";
        self.wait_until("the service worker has all it keeps", script);
    }

    /// Takes the service worker away, so that the next visit asks the server for everything again.
    #[track_caller]
    pub fn forget_worker(&self) {
        self.wait_kept();
        self.eval("return navigator.serviceWorker.getRegistration().then((worker) => worker.unregister())", &[]);
    }

    #[track_caller]
    pub fn reload(&self) {
        self.browser.reload();
        self.wait_ready();
    }

    #[track_caller]
    pub fn eval(&self, script: &str, args: &[Value]) -> Value {
        self.browser.eval(&[SCOPE, script].concat(), &[json!(self.host), json!(args)])
    }

    #[track_caller]
    pub fn wait_until(&self, fact: &str, script: &str) {
        self.wait_until_with(fact, script, &[]);
    }

    #[track_caller]
    pub fn wait_until_with(&self, fact: &str, script: &str, args: &[Value]) {
        self.browser.wait_until(fact, &[SCOPE, script].concat(), &[json!(self.host), json!(args)]);
    }

    // What is there.

    /// What is looked for, as soon as it is there: what a button does may come with the program's second part.
    fn soon<T>(&self, find: impl Fn() -> Option<T>) -> Option<T> {
        let start = Instant::now();
        loop {
            let found = find();
            if found.is_some() || start.elapsed() > PATIENCE {
                return found;
            }
            self.browser.session().breathe();
        }
    }

    #[track_caller]
    pub fn find(&self, css: &str) -> Element {
        self.soon(|| self.get(css)).unwrap_or_else(|| panic!("there is no {css} in {}", self.host))
    }

    #[track_caller]
    pub fn get(&self, css: &str) -> Option<Element> {
        Element::from_json(&self.browser, &self.eval("return root.querySelector(args[0])", &[json!(css)]))
    }

    #[track_caller]
    pub fn all(&self, css: &str) -> Vec<Element> {
        let found = self.eval("return [...root.querySelectorAll(args[0])]", &[json!(css)]);
        found.as_array().into_iter().flatten().filter_map(|one| Element::from_json(&self.browser, one)).collect()
    }

    /// The element that assistive technology knows by this name, of those that a selector finds.
    #[track_caller]
    pub fn named(&self, css: &str, name: &str) -> Element {
        let found = self.soon(|| self.all(css).into_iter().find(|element| element.name() == name));
        found.unwrap_or_else(|| panic!("no {css} has the name '{name}'"))
    }

    #[track_caller]
    pub fn button(&self, name: &str) -> Element {
        self.named("button", name)
    }

    #[track_caller]
    pub fn link(&self, name: &str) -> Element {
        self.named("a[href]", name)
    }

    pub fn question_ids(&self) -> Vec<String> {
        strings(&self.eval("return [...root.querySelectorAll('[part=question]')].map((one) => one.id)", &[]))
    }

    /// Ids of the questions that are open.
    pub fn open_questions(&self) -> Vec<String> {
        strings(&self.eval("return [...root.querySelectorAll('[part=question][open]')].map((one) => one.id)", &[]))
    }

    /// Ids of the questions that are shown.
    pub fn shown_questions(&self) -> Vec<String> {
        let script = "return [...root.querySelectorAll('[part=question]')].filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.id)";
        strings(&self.eval(script, &[]))
    }

    #[track_caller]
    pub fn summary(&self, question: &str) -> Element {
        self.find(&format!("[id='{question}'] > summary"))
    }

    #[track_caller]
    pub fn answer(&self, question: &str) -> Element {
        self.find(&format!("[id='{question}'] [part=answer]"))
    }

    /// A remedy's box in the checklist, outside of every answer.
    #[track_caller]
    pub fn remedy(&self, id: &str) -> Element {
        self.find(&format!("input[name=remedy][value='{id}']:not(details *)"))
    }

    #[track_caller]
    pub fn search_field(&self) -> Element {
        self.find("input[type=search]")
    }

    #[track_caller]
    pub fn wait_for_status(&self, text: &str) {
        let script = "return [...root.querySelectorAll('[role=status]')].some((one) => one.textContent.trim() === args[0])
            || [...root.querySelectorAll('[role=status]')].map((one) => one.textContent.trim())";
        self.wait_until_with(&format!("a status says '{text}'"), script, &[json!(text)]);
    }

    #[track_caller]
    pub fn counter(&self) -> String {
        self.find("[part=progress]").text()
    }

    // What a visitor does.

    /// Clicks on a question, and waits until it is the other way.
    #[track_caller]
    pub fn toggle(&self, question: &str) {
        let was_open = self.open_questions().iter().any(|open| open == question);
        self.summary(question).click();
        let script = "return root.querySelector(`[id='${args[0]}']`).open === args[1]";
        self.wait_until_with(&format!("the click on '{question}' changed it"), script, &[json!(question), json!(!was_open)]);
    }

    /// Opens the page for the appointment, which is made when it is opened.
    #[track_caller]
    pub fn open_appointment(&self) {
        self.find("[part=appointment] > summary").click();
        self.wait_until("the page for the appointment is made", "return root.querySelector('[part=page]').childElementCount > 2");
    }

    /// Clicks on a remedy's box in the checklist, and waits for what follows from that.
    #[track_caller]
    pub fn tick(&self, remedy: &str) {
        self.remedy(remedy).click();
        self.browser.painted();
    }

    #[track_caller]
    pub fn press(&self, key: Key) {
        self.browser.press(key, None);
    }

    /// What has the focus, in a reader's words: `search`, `question pop`, `remedy rest`, `button Open all`,
    /// `link Back to top`; `page` for nothing.
    #[track_caller]
    pub fn focus(&self) -> String {
        let script = r#"
            let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            if (!at || at === document.body || at === document.documentElement) return "page";
            const text = at.textContent.trim().replace(/\s+/g, " ");
            if (at.localName === "summary") return `question ${at.parentElement.id}`;
            if (at.name === "remedy") return `remedy ${at.value}`;
            if (at.type === "search") return "search";
            return `${{ a: "link" }[at.localName] ?? at.localName} ${text}`;
        "#;
        self.browser.eval(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    // What the page keeps and tells.

    /// Has what waits to be written written, as when the page is left.
    pub fn put_away(&self) {
        self.browser.eval("dispatchEvent(new Event('pagehide'))", &[]);
    }

    /// Everything in `localStorage`, once what waits is written.
    pub fn storage(&self) -> BTreeMap<String, String> {
        self.put_away();
        serde_json::from_value(self.browser.eval("return { ...localStorage }", &[])).expect("storage holds strings")
    }

    /// The details of the events of this name so far, on any widget of the page.
    #[track_caller]
    pub fn events(&self, name: &str) -> Vec<Value> {
        let script = "return __e2e.events.filter((event) => event.name === args[0]).map((event) => event.detail ?? null)";
        self.eval(script, &[json!(name)]).as_array().cloned().unwrap_or_default()
    }

    /// What the page has asked of the network so far, whether or not it got there.
    pub fn requests(&self) -> Vec<String> {
        strings(&self.browser.eval("return __e2e.requests", &[]))
    }

    /// All layout shifts so far, those just after an input included: how far, and what moved.
    pub fn shifts(&self) -> Vec<String> {
        self.browser.painted();
        strings(&self.browser.eval("return __e2e.shifts", &[]))
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}
