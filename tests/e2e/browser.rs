//! A browser under test: one session of its driver. What is common to every page.

use std::cell::RefCell;
use std::future::Future;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, WheelAction, WheelActions};
use fantoccini::elements::Element as Handle;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::{PrintConfiguration, WindowHandle};
use serde_json::{Value, json};

use super::command::Command;
use super::engine::{Engine, Options};
use super::session::{Pool, Session};

/// What runs before anything else of a page.
pub const RECORDER: &str = include_str!("recorder.js");

/// How long a fact is waited for.
pub const PATIENCE: Duration = Duration::from_secs(10);

pub struct Browser {
    pool: Arc<Pool>,
    /// Given back on drop.
    session: Option<Session>,
    complaints: RefCell<Vec<Complaint>>,
}

/// Something that went wrong in a page: an error in the console, one that nothing caught, what a policy refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// `console`, `error`, `rejection` or `csp`; or the browser's own log of `network`, `security` and the like.
    pub source: String,
    pub text: String,
}

impl Browser {
    pub fn open(pool: &Arc<Pool>, options: Options) -> Rc<Self> {
        let browser = Self { pool: pool.clone(), session: Some(pool.take(options)), complaints: RefCell::default() };
        // The complaints of an earlier sentence's last moments are not this one's.
        browser.complaints();
        if pool.engine.speaks_cdp {
            browser.record();
            browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !options.javascript }));
            browser.emulate(&options.media());
        }
        browser.set_viewport(options.viewport);
        Rc::new(browser)
    }

    pub fn engine(&self) -> &'static Engine {
        self.pool.engine
    }

    pub fn session(&self) -> &Session {
        self.session.as_ref().expect("it is there until drop")
    }

    pub fn client(&self) -> &Client {
        &self.session().client
    }

    /// Waits for an answer of the driver.
    #[track_caller]
    pub fn ask<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> T {
        self.session().attempt(answer).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    #[track_caller]
    pub fn get(&self, path: String) -> Value {
        self.ask(&path.clone(), self.client().issue_cmd(Command::get(path)))
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value) -> Value {
        self.ask(path, self.client().issue_cmd(Command::post(path, body)))
    }

    #[track_caller]
    pub fn cdp(&self, command: &str, params: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": params }))
    }

    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.listen();
        self.ask(address, self.client().goto(address));
    }

    /// Reloads as a visitor does. (The driver's own command goes past the service worker in Firefox.)
    #[track_caller]
    pub fn reload(&self) {
        self.listen();
        self.eval("document.documentElement.dataset.left = ''; location.reload()", &[]);
        let loaded = "return !('left' in document.documentElement.dataset) && document.readyState === 'complete'";
        self.wait_until("the page is loaded again", loaded, &[]);
    }

    #[track_caller]
    pub fn address(&self) -> String {
        self.ask("address", self.client().current_url()).into()
    }

    /// Runs the body of a function in the page.
    #[track_caller]
    pub fn eval(&self, script: &str, args: &[Value]) -> Value {
        self.ask(script, self.client().execute(script, args.to_vec()))
    }

    /// Runs the body of a function whose last argument is to be called with the answer.
    #[track_caller]
    pub fn eval_later(&self, what: &str, script: &str, args: &[Value]) -> Value {
        self.ask(what, self.client().execute_async(script, args.to_vec()))
    }

    /// Asks the page until the answer is true; else fails, naming the fact that was waited for.
    #[track_caller]
    pub fn wait_until(&self, fact: &str, script: &str, args: &[Value]) {
        let start = Instant::now();
        loop {
            let seen = match self.session().attempt(self.client().execute(script, args.to_vec())) {
                Ok(Value::Bool(true)) => return,
                Ok(seen) => seen.to_string(),
                Err(error) => error,
            };
            let waited = start.elapsed();
            assert!(waited < PATIENCE, "waited {} s in vain until {fact}; last saw: {seen}", PATIENCE.as_secs());
            self.session().breathe();
        }
    }

    /// Waits until the page has been painted twice: what was to be drawn is drawn, and its shifts are reported.
    #[track_caller]
    pub fn painted(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.eval_later("two paints", script, &[]);
    }

    /// Presses a key; with another one held down, if given.
    #[track_caller]
    pub fn press(&self, key: Key, held: Option<Key>) {
        let down = |key: Key| KeyAction::Down { value: key.into() };
        let up = |key: Key| KeyAction::Up { value: key.into() };
        let strokes = held.map(down).into_iter().chain([down(key), up(key)]).chain(held.map(up));
        let keys = strokes.fold(KeyActions::new("keyboard".into()), InputSource::then);
        self.ask("press a key", self.client().perform_actions(keys));
    }

    /// Clicks on the middle of what is seen of an element; nowhere, and gives false, where none of it is seen any more.
    #[track_caller]
    pub fn click_on(&self, element: &Handle) -> bool {
        let button = MOUSE_BUTTON_LEFT;
        let there = PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 };
        let strokes = [there, PointerAction::Down { button }, PointerAction::Up { button }];
        let click = strokes.into_iter().fold(MouseActions::new("mouse".into()), InputSource::then);
        match self.session().attempt(self.client().perform_actions(click)) {
            Err(why) if why.contains("move target out of bounds") => false,
            clicked => clicked.map(|()| true).unwrap_or_else(|why| panic!("click: {why}")),
        }
    }

    /// Turns the wheel, this far down.
    #[track_caller]
    pub fn scroll(&self, down: i64) {
        let (x, y) = (200, 200);
        let turn = WheelAction::Scroll { duration: None, x, y, delta_x: 0, delta_y: down };
        self.ask("turn the wheel", self.client().perform_actions(WheelActions::new("wheel".into()).then(turn)));
    }

    /// Makes the page this wide and high.
    #[track_caller]
    pub fn set_viewport(&self, (width, height): (u32, u32)) {
        if self.engine().speaks_cdp {
            // A phone: its scrollbars take no room.
            let mobile = width < 600;
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
            self.cdp("Emulation.setDeviceMetricsOverride", metrics);
            return;
        }
        self.ask("size of the window", self.client().set_window_size(width, height));
        // The window has borders and bars; the page is to have this size.
        let bars = self.eval("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]);
        let bar = |index: usize| bars[index].as_u64().unwrap_or_default() as u32;
        self.ask("size of the window", self.client().set_window_size(width + bar(0), height + bar(1)));
    }

    /// Has every page asked of the visitor as these media features say, and nothing else out of the ordinary.
    #[track_caller]
    pub fn emulate(&self, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "", "features": features }));
    }

    /// Goes on inside the page's first frame.
    #[track_caller]
    pub fn enter_frame(&self) {
        self.listen();
        self.ask("enter the frame", self.client().enter_frame(0));
    }

    /// Shows the page as it would be printed.
    #[track_caller]
    pub fn show_as_printed(&self) {
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    }

    #[track_caller]
    pub fn pdf(&self) -> Vec<u8> {
        self.ask("print", self.client().print(PrintConfiguration::default()))
    }

    #[track_caller]
    pub fn window(&self) -> WindowHandle {
        self.ask("this window", self.client().window())
    }

    #[track_caller]
    pub fn switch_to(&self, window: WindowHandle) {
        self.listen();
        self.ask("switch to a window", self.client().switch_to_window(window));
    }

    /// Opens another window and goes on in it.
    #[track_caller]
    pub fn new_window(&self) {
        let window = self.ask("new window", self.client().new_window(false));
        self.switch_to(window.handle);
        if self.engine().speaks_cdp {
            self.record();
        }
    }

    /// Closes this window, as a visitor does who has done with it. Another one must be switched to.
    #[track_caller]
    pub fn close_window(&self) {
        self.listen();
        self.ask("close the window", self.client().close_window());
    }

    /// Has the recorder run in every page of this window. (Twice does no harm: the first one wins.)
    fn record(&self) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": RECORDER }));
    }

    /// Has this browser put downloads into a folder, without asking.
    #[track_caller]
    pub fn download_to(&self, folder: &Path) {
        self.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }));
    }

    pub fn screenshot(&self) -> Option<Vec<u8>> {
        self.session().attempt(self.client().screenshot()).ok()
    }

    /// What went wrong in the pages since this was last asked.
    pub fn complaints(&self) -> Vec<Complaint> {
        self.listen();
        self.complaints.take()
    }

    /// Writes down what this page has to complain of, before it is left.
    fn listen(&self) {
        let script = "return window.__e2e ? window.__e2e.complaints.splice(0) : []";
        let mut heard = self.session().attempt(self.client().execute(script, vec![])).unwrap_or_default();
        let mut all = heard.as_array_mut().map(std::mem::take).unwrap_or_default();
        if self.engine().speaks_cdp {
            let log = Command::post("se/log", json!({ "type": "browser" }));
            let log = self.session().attempt(self.client().issue_cmd(log)).unwrap_or_default();
            // What the recorder hears too is told once.
            let own = |entry: &&Value| entry["level"] == "SEVERE" && entry["source"] != "console-api" && entry["source"] != "javascript";
            all.extend(
                log.as_array()
                    .into_iter()
                    .flatten()
                    .filter(own)
                    .map(|entry| json!({ "source": entry["source"], "text": entry["message"] })),
            );
        }
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        // Browsers ask for an icon of their own accord, and complain when a policy keeps them from it.
        all.retain(|one| !one["text"].as_str().unwrap_or_default().contains("/favicon.ico"));
        let complaints = all.iter().map(|one| Complaint { source: text(&one["source"]), text: text(&one["text"]) });
        self.complaints.borrow_mut().extend(complaints);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            self.pool.give_back(session);
        }
    }
}
