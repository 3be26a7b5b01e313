//! A web server for one sentence: the build's folder, pages of the sentence's own, and whatever can go wrong on the way.

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::wire::{Shared, State};

/// One of the files that the sentences speak of. The program's names change with every build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    Any,
    Page,
    Loader,
    Glue,
    Program,
    /// The program's second part.
    More,
    /// The words of a language.
    Words,
    /// The bundled questions in Spanish.
    Spanish,
    Worker,
    /// The single file.
    Single,
}

#[derive(Debug, Clone)]
pub enum Fault {
    /// 404.
    Missing,
    /// 500.
    Broken,
    /// Half of it, though the whole length is announced.
    CutShort,
    /// Another type than its own.
    Type(&'static str),
    /// Nothing, until [`Site::release`].
    Held,
    /// Half of it, and the rest when this path has been asked for.
    HalfUntil(&'static str),
}

#[derive(Clone)]
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// The ports that were given out. None is twice, so that no page finds what another stored.
static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

pub fn fresh_origin() -> (TcpListener, SocketAddr) {
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let address = listener.local_addr().expect("it is bound");
        if USED.lock().expect("nothing panics with it held").insert(address.port()) {
            return (listener, address);
        }
    }
}

impl Site {
    /// Serves a folder on a free port of 127.0.0.1 until it is stopped.
    pub fn serving(folder: PathBuf) -> Self {
        let (listener, address) = fresh_origin();
        let shared = Arc::new(Shared::new(State { folder, ..State::default() }));
        let site = Self { address, shared: shared.clone() };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.state().stopped {
                    return;
                }
                let shared = shared.clone();
                // A browser that hangs up has lost interest: that is no trouble of ours.
                thread::spawn(move || shared.answer(stream).ok());
            }
        });
        site
    }

    /// Puts a script before everything else into every page, for engines whose driver cannot.
    pub fn recorded_by(self, script: &'static str) -> Self {
        self.shared.state().recorder = Some(script);
        self
    }

    pub fn fault(self, file: File, fault: Fault) -> Self {
        self.shared.state().faults.push((file, fault));
        self
    }

    pub fn header(self, file: File, name: &'static str, value: impl Into<String>) -> Self {
        self.shared.state().headers.push((file, name, value.into()));
        self
    }

    /// Serves a page that is not in the folder.
    pub fn page(self, path: &str, html: impl Into<String>) -> Self {
        self.shared.state().pages.insert(path.to_owned(), html.into());
        self
    }

    /// From now on serves another folder: a new build.
    pub fn serve(&self, folder: PathBuf) {
        self.shared.state().folder = folder;
    }

    /// The address of a path that begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Lets everything go that is held.
    pub fn release(&self) {
        self.shared.state().faults.retain(|(_, fault)| !matches!(fault, Fault::Held));
        self.shared.changed.notify_all();
    }

    /// From now on nothing goes wrong any more.
    pub fn mend(&self) {
        self.shared.state().faults.clear();
        self.shared.changed.notify_all();
    }

    /// The paths asked for so far. The browser's own curiosity (the icon) is left out: no page can prevent it.
    pub fn requests(&self) -> Vec<String> {
        let state = self.shared.state();
        state.requests.iter().filter(|path| !path.contains("icon")).cloned().collect()
    }

    /// Waits until this path has been asked for.
    #[track_caller]
    pub fn wait_asked(&self, path: &str) {
        const PATIENCE: Duration = Duration::from_secs(10);
        let missing = |state: &mut State| !state.requests.iter().any(|one| one == path);
        let waited = self.shared.changed.wait_timeout_while(self.shared.state(), PATIENCE, missing);
        let (state, waited) = waited.expect("nothing panics with it held");
        drop(state);
        assert!(!waited.timed_out(), "waited {} s in vain until {path} is asked for", PATIENCE.as_secs());
    }

    /// Of each request so far that named one: its path, and the page that it was made from.
    pub fn referrers(&self) -> Vec<(String, String)> {
        self.shared.state().referrers.clone()
    }

    /// From now on the server is gone: connections are refused.
    pub fn stop(&self) {
        let already = std::mem::replace(&mut self.shared.state().stopped, true);
        self.shared.changed.notify_all();
        if !already {
            // Wakes the thread that accepts; with it goes the listener.
            let _ = TcpStream::connect(self.address);
            while TcpStream::connect(self.address).is_ok() {
                thread::yield_now();
            }
        }
    }
}

impl File {
    pub fn at(path: &str) -> Self {
        match path.rsplit('/').next().unwrap_or_default() {
            "remedy-faq.js" => Self::Loader,
            name if name.starts_with("remedy-faq-words-") => Self::Words,
            name if name.starts_with("remedy-faq-document-es-") => Self::Spanish,
            name if name.starts_with("remedy-faq-more-") => Self::More,
            "sw.js" => Self::Worker,
            "remedy-faq-offline.html" => Self::Single,
            name if name.ends_with(".wasm") => Self::Program,
            name if name.starts_with("remedy-faq-") && name.ends_with(".js") => Self::Glue,
            name if name.is_empty() || name.ends_with(".html") => Self::Page,
            _ => Self::Any,
        }
    }

    /// Whether it is what a fault or header is for.
    pub fn is(self, wanted: Self) -> bool {
        wanted == Self::Any || self == wanted || (self, wanted) == (Self::Single, Self::Page)
    }
}
