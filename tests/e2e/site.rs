//! A web server for one sentence: the build's folder, pages of the sentence's own, and whatever can go wrong on the way.
//!
//! Written by hand because the faults are faults of the wire: an answer cut short, one that hangs, a server that is gone.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;

/// One of the files that the sentences speak of. The program's names change with every build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    Any,
    Page,
    Loader,
    Glue,
    Program,
}

#[derive(Debug, Clone)]
pub enum Fault {
    /// 404.
    Missing,
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

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    folder: PathBuf,
    /// By path.
    pages: HashMap<String, String>,
    faults: Vec<(File, Fault)>,
    headers: Vec<(File, &'static str, String)>,
    recorder: Option<&'static str>,
    requests: Vec<String>,
    stopped: bool,
}

/// The ports that sites have had. None is used twice, so that no page finds what another stored.
static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

fn fresh_origin() -> (TcpListener, SocketAddr) {
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
        let shared = Arc::new(Shared { state: Mutex::new(State { folder, ..State::default() }), ..Shared::default() });
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

    /// The address of a path that begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Lets everything go that is held.
    pub fn release(&self) {
        self.shared.state().faults.retain(|(_, fault)| !matches!(fault, Fault::Held));
        self.shared.changed.notify_all();
    }

    /// The paths asked for so far. The browser's own curiosity (the icon) is left out: no page can prevent it.
    pub fn requests(&self) -> Vec<String> {
        let state = self.shared.state();
        state.requests.iter().filter(|path| !path.contains("icon")).cloned().collect()
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

struct Answer {
    status: &'static str,
    headers: BTreeMap<&'static str, String>,
    body: Vec<u8>,
    /// How much of the body is sent,
    sent: usize,
    /// and the path that must be asked for before the rest is.
    then: Option<&'static str>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nothing panics with it held")
    }

    /// Answers the one request of a connection. Connections are not kept, so that none outlives the server.
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(&stream).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let Some(target) = request.split(' ').nth(1) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        self.state().requests.push(path.to_owned());
        self.changed.notify_all();
        let file = File::at(path);
        let held = |state: &mut State| !state.stopped && state.faults.iter().any(|(of, fault)| file.is(*of) && matches!(fault, Fault::Held));
        let state = self.changed.wait_while(self.state(), held).expect("nothing panics with it held");
        if state.stopped {
            return Ok(());
        }
        let answer = state.answer(path, file);
        drop(state);
        let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n", answer.status, answer.body.len());
        for (name, value) in &answer.headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(head.as_bytes())?;
        stream.write_all(b"\r\n")?;
        if let Some(path) = answer.then {
            stream.write_all(&answer.body[..answer.sent])?;
            let missing = |state: &mut State| !state.stopped && !state.requests.iter().any(|one| one == path);
            drop(self.changed.wait_while(self.state(), missing));
            return stream.write_all(&answer.body[answer.sent..]);
        }
        stream.write_all(&answer.body[..answer.sent])
    }
}

impl State {
    fn answer(&self, path: &str, file: File) -> Answer {
        let mut answer = match self.find(path) {
            Some(body) => Answer { status: "200 OK", headers: BTreeMap::new(), sent: body.len(), body, then: None },
            // Browsers ask for it of their own accord.
            None if path == "/favicon.ico" => Answer { status: "204 No Content", ..Answer::missing() },
            None => Answer::missing(),
        };
        answer.headers.insert("Content-Type", mime(path).to_owned());
        answer.headers.insert("Cache-Control", "no-cache".to_owned());
        for (_, name, value) in self.headers.iter().filter(|(of, ..)| file.is(*of)) {
            answer.headers.insert(name, value.clone());
        }
        if let (Some(script), true) = (self.recorder, file == File::Page) {
            answer.record(script);
        }
        for (_, fault) in self.faults.iter().filter(|(of, _)| file.is(*of)) {
            match fault {
                Fault::Missing => answer = Answer::missing(),
                Fault::CutShort => answer.sent /= 2,
                Fault::HalfUntil(path) => {
                    answer.sent /= 2;
                    answer.then = Some(path);
                }
                Fault::Type(mime) => {
                    answer.headers.insert("Content-Type", (*mime).to_owned());
                }
                Fault::Held => {}
            }
        }
        answer
    }

    fn find(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(page) = self.pages.get(path) {
            return Some(page.clone().into_bytes());
        }
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        (!name.contains("..")).then(|| fs::read(self.folder.join(name)).ok()).flatten()
    }
}

impl Answer {
    fn missing() -> Self {
        let body = b"not here".to_vec();
        Self { status: "404 Not Found", headers: BTreeMap::new(), sent: body.len(), body, then: None }
    }

    /// Puts a script at the top of the page's head. A policy that would refuse it lets this one script through.
    fn record(&mut self, script: &str) {
        self.body = script_first(&String::from_utf8_lossy(&self.body), script).into_bytes();
        self.sent = self.body.len();
        if let Some(policy) = self.headers.get_mut("Content-Security-Policy").filter(|policy| !policy.contains("'unsafe-inline'")) {
            *policy = policy.replace("script-src ", "script-src 'nonce-e2e' ");
        }
    }
}

impl File {
    fn at(path: &str) -> Self {
        match path.rsplit('/').next().unwrap_or_default() {
            "remedy-faq.js" => Self::Loader,
            name if name.ends_with(".wasm") => Self::Program,
            name if name.starts_with("remedy-faq-") && name.ends_with(".js") => Self::Glue,
            name if name.is_empty() || name.ends_with(".html") => Self::Page,
            _ => Self::Any,
        }
    }

    /// Whether it is what a fault or header is for.
    fn is(self, wanted: Self) -> bool {
        wanted == Self::Any || self == wanted
    }
}

/// A page with a script before all others, also where a minifier has dropped the tag of its head.
pub fn script_first(page: &str, script: &str) -> String {
    let start = page.find("<html").map_or(0, |html| html + page[html..].find('>').map_or(0, |end| end + 1));
    let (before, after) = page.split_at(start);
    format!("{before}<script nonce=\"e2e\">{script}</script>{after}")
}

fn mime(path: &str) -> &'static str {
    match path.rsplit(['.', '/']).next().unwrap_or_default() {
        "" | "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "css" => "text/css; charset=utf-8",
        _ => "application/octet-stream",
    }
}
