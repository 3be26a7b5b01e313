//! The browser engines, one entry each: how its driver is started, what a session asks of it, what it cannot do.

use std::env;
use std::path::PathBuf;

use serde_json::{Value, json};

/// One engine. Another is one more constant in [`ENGINES`].
pub struct Engine {
    pub name: &'static str,
    /// The driver's program, found on PATH.
    pub driver: &'static str,
    /// The driver's arguments, for a port on 127.0.0.1.
    pub arguments: fn(port: u16) -> Vec<String>,
    pub capabilities: fn(&Options) -> Value,
    /// Whether it can only be shown on a display: it gets one of its own.
    pub wants_display: bool,
    /// Whether its driver passes on commands of the Chrome DevTools Protocol.
    pub speaks_cdp: bool,
    /// Whether the mouse can go to what was found to be hit a moment ago.
    pub has_mouse: bool,
    /// The preferences that stand for the options, where a browser that runs can be given others and its profile be emptied.
    pub preferences: Option<fn(&Options) -> Value>,
    /// What it cannot do, each with the reason that is printed where a sentence is skipped for it.
    pub lacks: &'static [(Need, &'static str)],
}

/// What a sentence may need, and not every engine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Reports of layout shifts (`PerformanceObserver`).
    LayoutShift,
    /// Reports of long tasks (`PerformanceObserver`).
    LongTask,
    /// Reports of what blocks rendering (`PerformanceResourceTiming`).
    BlockingStatus,
    /// A window 360 px wide.
    PhoneWidth,
    /// A page shown as it would be printed.
    Print,
    /// Print to PDF.
    Pdf,
    /// A visitor's own few colours instead of the page's.
    ForcedColours,
    /// What Chromium's own tree for assistive technology says.
    Tree,
    /// What a visitor asks of every page: less motion, more contrast, nothing translucent.
    Wishes,
    /// A script's `find` that looks into shadow trees, as find in page does.
    Find,
}

/// What a session starts with.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub javascript: bool,
    /// Whether the visitor prefers dark pages.
    pub dark: bool,
    /// Whether the visitor has pages shown in their own few colours.
    pub forced_colours: bool,
    /// The page's width and height in CSS pixels.
    pub viewport: (u32, u32),
    /// A profile of the sentence's own, gone after it: for files, which have no origin of their own to be apart by.
    pub own_profile: bool,
    /// Whether pages may store anything. Without, the profile must be the sentence's own.
    pub storage: bool,
}

pub const PHONE: (u32, u32) = (360, 740);
pub const DESK: (u32, u32) = (1280, 900);

impl Default for Options {
    fn default() -> Self {
        Self { javascript: true, dark: false, forced_colours: false, viewport: DESK, own_profile: false, storage: true }
    }
}

impl Options {
    /// What pages are told of the visitor.
    pub fn media(self) -> [(&'static str, &'static str); 2] {
        let forced = if self.forced_colours { "active" } else { "none" };
        [("prefers-color-scheme", if self.dark { "dark" } else { "light" }), ("forced-colors", forced)]
    }

    /// Whether a session that can change nothing but its window serves both.
    fn starts_as(self, to: Self) -> bool {
        (self.javascript, self.dark, self.forced_colours) == (to.javascript, to.dark, to.forced_colours)
    }
}

pub const ENGINES: &[Engine] = &[CHROMIUM, FIREFOX, WEBKIT];

const CHROMIUM: Engine = Engine {
    name: "chromium",
    driver: "chromedriver",
    arguments: |port| vec![format!("--port={port}")],
    // No sandbox: it does not start as root. Nothing but our own pages is opened. The rest keeps it from phoning home, and from
    // readying two pages of its own for the address bar in every window, which take half a second of the processor.
    capabilities: |options| {
        const BLOCKED: u8 = 2;
        let prefs = if options.storage { json!({}) } else { json!({ "profile.default_content_setting_values.cookies": BLOCKED }) };
        json!({
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
                "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
            ], "prefs": prefs },
        })
    },
    wants_display: false,
    speaks_cdp: true,
    has_mouse: true,
    preferences: None,
    lacks: &[],
};

const FIREFOX: Engine = Engine {
    name: "firefox",
    driver: "geckodriver",
    arguments: |port| vec!["--host=127.0.0.1".into(), format!("--port={port}"), "--log=error".into(), "--allow-system-access".into()],
    capabilities: |options| {
        let mut preferences = firefox_preferences(options);
        // Or file:// pages may do what they may not in a visitor's Firefox.
        preferences["remote.prefs.recommended"] = json!(false);
        // Or the mouse and its wheel hit what was painted last, which under load is not what is there.
        preferences["remote.events.async.mouse.enabled"] = json!(false);
        preferences["remote.events.async.wheel.enabled"] = json!(false);
        let mut firefox = json!({ "args": ["-headless"], "prefs": preferences });
        if let Some(path) = on_path("firefox").or_else(|| on_path("firefox-esr")) {
            firefox["binary"] = json!(path);
        }
        json!({ "moz:firefoxOptions": firefox })
    },
    wants_display: false,
    speaks_cdp: false,
    has_mouse: true,
    preferences: Some(firefox_preferences),
    lacks: &[
        (Need::LayoutShift, "Firefox reports no layout shifts"),
        (Need::LongTask, "Firefox reports no long tasks"),
        (Need::BlockingStatus, "Firefox does not say what blocks rendering"),
        (Need::PhoneWidth, "Firefox's window is at least 500 px wide"),
        (Need::Print, "geckodriver cannot show a page as printed"),
        (Need::Tree, "geckodriver shows no more of the accessibility tree than role and name"),
        (Need::Wishes, "geckodriver cannot change what a visitor wishes"),
    ],
};

fn firefox_preferences(options: &Options) -> Value {
    json!({
        "javascript.enabled": options.javascript,
        "dom.storage.enabled": options.storage,
        "layout.css.prefers-color-scheme.content-override": if options.dark { 0 } else { 1 },
        // 2: always; 0: as the system has it, which here has none.
        "browser.display.document_color_use": if options.forced_colours { 2 } else { 0 },
    })
}

const WEBKIT: Engine = Engine {
    name: "webkit",
    driver: "WebKitWebDriver",
    arguments: |port| vec!["--host=127.0.0.1".into(), format!("--port={port}")],
    capabilities: |options| {
        let mut args = vec![
            "--automation".to_owned(),
            format!("--enable-javascript={}", options.javascript),
            format!("--enable-html5-local-storage={}", options.storage),
        ];
        if options.dark {
            args.push("--dark-mode".to_owned());
        }
        json!({ "webkitgtk:browserOptions": { "binary": mini_browser(), "args": args } })
    },
    wants_display: true,
    speaks_cdp: false,
    has_mouse: false,
    preferences: None,
    lacks: &[
        (Need::LayoutShift, "WebKit reports no layout shifts"),
        (Need::LongTask, "WebKit reports no long tasks"),
        (Need::BlockingStatus, "WebKit does not say what blocks rendering"),
        (Need::PhoneWidth, "MiniBrowser's window is at least 447 px wide"),
        (Need::Print, "WebKitWebDriver cannot show a page as printed"),
        (Need::Pdf, "WebKitWebDriver cannot print"),
        (Need::ForcedColours, "WebKit has no forced colours"),
        (Need::Tree, "WebKitWebDriver shows no more of the accessibility tree than role and name"),
        (Need::Wishes, "WebKitWebDriver cannot change what a visitor wishes"),
        (Need::Find, "WebKit's `find` of scripts leaves shadow trees out, and WebKitWebDriver has no find in page"),
    ],
};

impl Engine {
    /// The engines that `REMEDY_FAQ_ENGINES` names (with commas or spaces between), Chromium if it names none.
    pub fn chosen() -> Result<Vec<&'static Self>, String> {
        let names = env::var("REMEDY_FAQ_ENGINES").unwrap_or_default();
        let mut names: Vec<&str> = names.split([',', ' ']).filter(|name| !name.is_empty()).collect();
        if names.is_empty() {
            names.push(CHROMIUM.name);
        }
        names.into_iter().map(Self::named).collect()
    }

    fn named(name: &str) -> Result<&'static Self, String> {
        let engine = ENGINES.iter().find(|engine| engine.name == name).ok_or_else(|| {
            let known: Vec<_> = ENGINES.iter().map(|engine| engine.name).collect();
            format!("REMEDY_FAQ_ENGINES names '{name}', which is none of {}", known.join(", "))
        })?;
        match on_path(engine.driver) {
            Some(_) => Ok(engine),
            None => Err(format!("{} is not on PATH: run `tools/ensure.sh {name}`, then `. tools/env.sh`", engine.driver)),
        }
    }

    /// Whether a session that started with some options can go on with others: the viewport is always set anew, the Chrome
    /// DevTools Protocol sets everything but the profile, and Firefox sets everything.
    pub fn can_change(&self, from: Options, to: Options) -> bool {
        self.preferences.is_some() || !to.own_profile && (self.speaks_cdp || from.starts_as(to))
    }

    /// Why a sentence with these needs cannot be tried here.
    pub fn lacks(&self, needs: &[Need]) -> Option<&'static str> {
        self.lacks.iter().find(|(lacking, _)| needs.contains(lacking)).map(|(_, reason)| *reason)
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// WebKitGTK's own small browser; Debian keeps it in a folder named after the machine and the library's version.
fn mini_browser() -> PathBuf {
    let below = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    below("/usr/lib".into())
        .flat_map(below)
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|path| path.is_file())
        .expect("Debian's webkit2gtk-driver brings MiniBrowser: tools/ensure.sh webkit")
}
