//! What a sentence is, what it is given, and the account of what went wrong in it.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, mpsc};
use std::time::Duration;
use std::{env, fs, panic, thread};

use super::browser::{Browser, Complaint, RECORDER};
use super::engine::{Need, Options};
use super::page::Page;
use super::session::Pool;
use super::site::Site;

/// Something that a person can see, tried in a browser.
pub struct Sentence {
    /// A function's name that reads as a sentence.
    pub name: &'static str,
    pub needs: &'static [Need],
    pub run: fn(&Stage),
}

/// The sentences of a file, each with what it needs of an engine: `sentences! { one, another [PhoneWidth] }`.
macro_rules! sentences {
    ($($name:ident $([$($need:ident),+])?),+ $(,)?) => {
        pub const ALL: &[$crate::stage::Sentence] = &[$($crate::stage::Sentence {
            name: stringify!($name),
            needs: &[$($($crate::engine::Need::$need),+)?],
            run: $name,
        }),+];
    };
}
pub(crate) use sentences;

/// Where a sentence is tried: it opens sites and pages here.
pub struct Stage {
    pool: Arc<Pool>,
    browsers: RefCell<Vec<Rc<Browser>>>,
    sites: RefCell<Vec<Site>>,
}

impl Stage {
    /// A server of the release build, there until the sentence ends.
    pub fn site(&self) -> Site {
        let mut site = Site::serving(dist());
        if !self.pool.engine.speaks_cdp {
            site = site.recorded_by(RECORDER);
        }
        self.sites.borrow_mut().push(site.clone());
        site
    }

    /// An empty folder of the sentence's own.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", self.pool.engine.name));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder can be made below target/");
        folder
    }

    /// Whether the browsers here can be told what a visitor's settings tell them.
    pub fn speaks_cdp(&self) -> bool {
        self.pool.engine.speaks_cdp
    }

    /// A browser that knows nothing of any site.
    pub fn browser(&self, options: Options) -> Rc<Browser> {
        let browser = Browser::open(&self.pool, options);
        self.browsers.borrow_mut().push(browser.clone());
        browser
    }

    /// Opens a page, without waiting for more than its load event.
    #[track_caller]
    pub fn visit(&self, address: &str, options: Options) -> Page {
        let browser = self.browser(options);
        browser.goto(address);
        Page::new(browser)
    }

    /// Opens a page and waits until its widget is live.
    #[track_caller]
    pub fn open(&self, address: &str) -> Page {
        self.open_with(address, Options::default())
    }

    #[track_caller]
    pub fn open_with(&self, address: &str, options: Options) -> Page {
        let page = self.visit(address, options);
        page.wait_ready();
        page
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The sites first: what a page or its worker has to complain of when its server goes is heard before the session is
        // another sentence's.
        self.sites.take().iter().for_each(Site::stop);
        self.browsers.take();
    }
}

impl Sentence {
    pub fn title(&self) -> String {
        self.name.replace('_', " ")
    }

    /// Tries it, for so long at most. A driver can hang where nothing is waited for by the clock, and a run that does not
    /// end says nothing at all; what hangs is left behind, and ends with this process.
    pub fn hold_within(&'static self, pool: &Arc<Pool>, limit: Duration) -> Result<(), String> {
        let (done, outcome) = mpsc::channel();
        let pool = pool.clone();
        thread::spawn(move || done.send(self.hold(&pool)));
        let late = |_| Err(format!("it has not ended after {} s", limit.as_secs()));
        outcome.recv_timeout(limit).unwrap_or_else(late)
    }

    /// Tries it. No page may have complained of anything but what the sentence asked for itself.
    fn hold(&self, pool: &Arc<Pool>) -> Result<(), String> {
        let stage = Stage { pool: pool.clone(), browsers: RefCell::default(), sites: RefCell::default() };
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.run)(&stage)));
        let complaints: Vec<Complaint> = stage.browsers.borrow().iter().flat_map(|browser| browser.complaints()).collect();
        let complaints = complaints.iter().map(|one| format!("\n    {}: {}", one.source, one.text)).collect::<String>();
        match outcome {
            Ok(()) if complaints.is_empty() => Ok(()),
            Ok(()) => Err(format!("the page complained:{complaints}")),
            Err(panic) => {
                let mut report = message(panic.as_ref());
                if !complaints.is_empty() {
                    report += &format!("\nthe page complained:{complaints}");
                }
                Err(report + &self.pictures(&stage))
            }
        }
    }

    /// Saves what each browser shows at the end, and says where.
    fn pictures(&self, stage: &Stage) -> String {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("e2e");
        let mut report = String::new();
        for (index, browser) in stage.browsers.borrow().iter().enumerate() {
            let path = folder.join(format!("{}-{}-{index}.png", stage.pool.engine.name, self.name));
            let saved = browser.screenshot().map(|picture| fs::create_dir_all(&folder).and_then(|()| fs::write(&path, picture)));
            if let Some(Ok(())) = saved {
                report += &format!("\nit looked like this: {}", path.display());
            }
        }
        report
    }
}

/// The folder of the release build.
pub fn dist() -> PathBuf {
    env::var_os("REMEDY_FAQ_DIST").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

thread_local! {
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Makes a failed assertion say where it stands in the report of its sentence, and nowhere else.
pub fn keep_panics_quiet() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
        PLACE.set(place.unwrap_or_default());
    }));
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    format!("{}: {}", PLACE.take(), text.unwrap_or("a panic without words"))
}
