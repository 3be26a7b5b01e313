//! Driver processes: started on a free port of 127.0.0.1, ended with everything that they started, however the tests end.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::engine::Engine;
use super::site::fresh_origin;

pub struct Driver {
    pub address: String,
    _process: Process,
    // Its own: of two windows on one display, only one has the focus.
    _display: Option<Display>,
}

impl Driver {
    pub fn start(engine: &Engine) -> Self {
        let display = engine.wants_display.then(Display::start);
        // Its listener is gone with this line, and no site or driver of ours is given the port again.
        let port = fresh_origin().1.port();
        let mut command = Process::command(engine.driver);
        command.args((engine.arguments)(port)).stdout(Stdio::null());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
            // Its sandbox does not start as root, nor in most containers.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            // It draws without a graphics card. Threads for that would only wait for the cores that other sentences are on.
            command.env("LP_NUM_THREADS", "0");
        }
        let address = format!("http://127.0.0.1:{port}/");
        let driver = Self { address, _process: Process::start(&mut command), _display: display };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(20), "{} does not answer on port {port}", engine.driver);
            thread::sleep(Duration::from_millis(10));
        }
        driver
    }
}

/// A display that nobody sees.
struct Display {
    name: String,
    _process: Process,
}

impl Display {
    fn start() -> Self {
        // It chooses a free number itself, and writes it where it is told.
        let mut command = Process::command("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut process = Process::start(&mut command);
        let mut number = String::new();
        BufReader::new(process.output()).read_line(&mut number).expect("Xvfb writes text");
        assert!(!number.is_empty(), "Xvfb ended before it named its display");
        Self { name: format!(":{}", number.trim()), _process: process }
    }
}

/// A program, and all that it starts, in a process group of their own, with a folder of their own for what they leave
/// behind. A shell leads the group, and ends it when its standard input closes: on drop, and also when this process is
/// killed. What has not ended 10 s after it was told to is killed.
struct Process(Child);

const LEADER: &str = r#"
    export TMPDIR=$(mktemp -d)
    "$@" &
    started=$!
    exec >/dev/null # so that its end is seen by who reads what it writes
    trap '' TERM
    cat
    kill -s TERM -- -$$
    (sleep 10; rm -rf "$TMPDIR"; kill -s KILL -- -$$) &
    wait $started
    until rm -rf "$TMPDIR"; do :; done # what it started may still be writing
    kill -s KILL -- -$$
"#;

impl Process {
    fn command(program: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", LEADER, "sh", program]);
        command
    }

    fn start(command: &mut Command) -> Self {
        command.process_group(0).stdin(Stdio::piped()).stderr(Stdio::null());
        Self(command.spawn().expect("there is a shell"))
    }

    fn output(&mut self) -> &mut ChildStdout {
        self.0.stdout.as_mut().expect("it is piped")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // It was ended by the signal that it sent to its group; how it ended is of no interest.
        let _ = self.0.wait();
    }
}
