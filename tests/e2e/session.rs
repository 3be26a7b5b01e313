//! Sessions of drivers, and the pool that sentences take them from.

use std::fmt::Display;
use std::future::Future;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::engine::{Engine, Options};
use super::firefox;

/// No command of a driver takes longer.
const PATIENCE: Duration = Duration::from_secs(40);

/// The sessions of one engine that no sentence uses: at most as many as there are threads.
///
/// They are used again, because a browser takes a second or more to start. Every site has an origin of its own
/// (`site.rs`), so what a page stored is out of reach of the next.
pub struct Pool {
    pub engine: &'static Engine,
    idle: Mutex<Vec<Session>>,
    /// Drivers whose session has ended.
    drivers: Mutex<Vec<Driver>>,
}

pub struct Session {
    driver: Driver,
    pub client: Client,
    runtime: Runtime,
    options: Options,
}

impl Pool {
    pub fn new(engine: &'static Engine) -> Self {
        Self { engine, idle: Mutex::default(), drivers: Mutex::default() }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Session>> {
        self.idle.lock().expect("nothing panics with it held")
    }

    fn drivers(&self) -> MutexGuard<'_, Vec<Driver>> {
        self.drivers.lock().expect("nothing panics with it held")
    }

    /// A session that started with these options, or can change to them.
    pub fn take(&self, options: Options) -> Session {
        let suits = |session: &Session| self.engine.can_change(session.options, options);
        let idle = {
            let mut idle = self.idle();
            let place = idle.iter().position(suits).or(idle.len().checked_sub(1));
            place.map(|place| idle.swap_remove(place))
        };
        // Two of the three drivers can hold only one session at a time.
        let driver = match idle {
            Some(session) if suits(&session) => match session.change(self.engine, options) {
                Ok(session) => return session,
                Err(why) => {
                    eprintln!("{why}; another one is started");
                    None
                }
            },
            Some(session) => session.end(),
            None => self.drivers().pop(),
        };
        let fresh = || Driver::start(self.engine);
        // A browser that would not start says nothing about the widget. Once more, with a driver of its own, and told.
        Session::start(self.engine, driver.unwrap_or_else(fresh), options)
            .or_else(|why| {
                eprintln!("{why}; once more");
                Session::start(self.engine, fresh(), options)
            })
            .unwrap_or_else(|why| panic!("{why}"))
    }

    /// Takes it back. One that does not do as it is told is ended with its driver. One with a profile of its own is ended
    /// where that cannot be emptied, and its driver kept.
    pub fn give_back(&self, session: Session) {
        if session.options.own_profile && self.engine.preferences.is_none() {
            self.drivers().extend(session.end());
        } else if session.clear().is_ok() {
            self.idle().push(session);
        }
    }
}

impl Session {
    fn start(engine: &Engine, driver: Driver, options: Options) -> Result<Self, String> {
        let mut capabilities = (engine.capabilities)(&options);
        capabilities["timeouts"] = json!({ "script": 15_000, "pageLoad": 15_000 });
        let Value::Object(capabilities) = capabilities else { panic!("an engine's capabilities are an object") };
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(capabilities).connect(&driver.address);
        let client = patiently(&runtime, connecting).map_err(|why| format!("{} started no session: {why}", engine.driver))?;
        Ok(Self { driver, client, runtime, options })
    }

    /// Goes on with other options, of those that [`Engine::can_change`] allows; the others [`Browser`](super::browser) sets.
    fn change(mut self, engine: &Engine, options: Options) -> Result<Self, String> {
        if let Some(preferences) = engine.preferences {
            if self.options.own_profile || options.own_profile {
                firefox::empty(&self)?;
            }
            let wanted = preferences(&options);
            if wanted != preferences(&self.options) {
                firefox::set(&self, &wanted)?;
            }
            self.options = options;
        }
        Ok(self)
    }

    /// Waits for an answer of the driver.
    pub fn attempt<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T, String> {
        patiently(&self.runtime, answer)
    }

    /// Lets a moment pass before a question is asked again.
    pub fn breathe(&self) {
        self.runtime.block_on(async { tokio::time::sleep(Duration::from_millis(20)).await });
    }

    /// Leaves every page and closes every window but one.
    fn clear(&self) -> Result<(), String> {
        let mut windows = self.attempt(self.client.windows())?;
        let first = windows.pop().ok_or("no window is left")?;
        for window in windows {
            self.attempt(self.client.switch_to_window(window))?;
            self.attempt(self.client.close_window())?;
        }
        self.attempt(self.client.switch_to_window(first))?;
        self.attempt(self.client.goto("about:blank"))
    }

    fn end(self) -> Option<Driver> {
        self.attempt(self.client.clone().close()).ok().map(|()| self.driver)
    }
}

fn patiently<T, E: Display>(runtime: &Runtime, answer: impl Future<Output = Result<T, E>>) -> Result<T, String> {
    match runtime.block_on(async { tokio::time::timeout(PATIENCE, answer).await }) {
        Ok(answer) => answer.map_err(|error| error.to_string()),
        Err(_) => Err(format!("the driver has not answered for {} s", PATIENCE.as_secs())),
    }
}
