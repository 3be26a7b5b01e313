//! How a [`Site`](super::site::Site) answers over the wire.
//!
//! Written by hand because the faults are the wire's: an answer cut short, one that hangs, a server that is gone.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard};

use super::site::{Fault, File};

pub struct Shared {
    state: Mutex<State>,
    pub changed: Condvar,
}

#[derive(Default)]
pub struct State {
    pub folder: PathBuf,
    /// By path.
    pub pages: HashMap<String, String>,
    pub faults: Vec<(File, Fault)>,
    pub headers: Vec<(File, &'static str, String)>,
    pub recorder: Option<&'static str>,
    pub requests: Vec<String>,
    /// Of each request that named one: its path, and the page that it was made from.
    pub referrers: Vec<(String, String)>,
    pub stopped: bool,
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
    pub fn new(state: State) -> Self {
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nothing panics with it held")
    }

    /// Answers the one request of a connection. Connections are not kept, so that none outlives the server.
    pub fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(&stream).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        let mut referrer = None;
        for line in lines {
            let line = line?;
            if line.is_empty() {
                break;
            }
            referrer = referrer.or_else(|| {
                line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("referer")).map(|(_, page)| page.to_owned())
            });
        }
        let Some(target) = request.split(' ').nth(1) else { return Ok(()) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        self.state().requests.push(path.to_owned());
        self.state().referrers.extend(referrer.map(|page| (path.to_owned(), page)));
        self.changed.notify_all();
        let file = File::at(path);
        let held =
            |state: &mut State| !state.stopped && state.faults.iter().any(|(of, fault)| file.is(*of) && matches!(fault, Fault::Held));
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
        if let (Some(script), true) = (self.recorder, file.is(File::Page)) {
            answer.record(script);
        }
        for (_, fault) in self.faults.iter().filter(|(of, _)| file.is(*of)) {
            match fault {
                Fault::Missing => answer = Answer::missing(),
                Fault::Broken => answer = Answer { status: "500 Internal Server Error", ..Answer::missing() },
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
