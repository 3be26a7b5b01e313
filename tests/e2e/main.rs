//! The widget in real browsers: each sentence in `sentences/` is tried in each engine, against the release build.
//!
//!     cargo test --features e2e --test e2e                    all, in Chromium
//!     cargo test --features e2e --test e2e -- tick            those with "tick" in their name
//!     REMEDY_FAQ_ENGINES=firefox,webkit cargo test …          in other engines
//!     REMEDY_FAQ_DIST=/elsewhere/dist cargo test …            against another build
//!
//! Reading order: [`sentences`], then [`stage`] (what a sentence is given), [`page`] and [`element`] (what it can do),
//! [`site`] (what it is served); under them [`browser`], [`session`], [`driver`], [`engine`], [`wire`],
//! [`command`] and [`firefox`].
//!
//! Nothing here sleeps and hopes: what takes time is asked for until it is a fact (`wait_until`), within a limit, and named when it
//! does not come.

mod browser;
mod command;
mod driver;
mod element;
mod engine;
mod firefox;
mod judges;
mod page;
mod pictures;
mod sentences;
mod session;
mod site;
mod stage;
mod table;
mod wire;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use libtest_mimic::{Arguments, Completion, Trial};

use engine::Engine;
use session::Pool;
use stage::Sentence;

/// At once. More on two cores, and browsers miss deadlines of their own.
const THREADS: usize = 2;

/// No sentence takes longer, by far.
const LIMIT: Duration = Duration::from_secs(240);

/// How many sentences of a run may hold at the second try only. Drivers lose a click now and then, one in some thousands;
/// a sentence that fails more often than that fails the run, and so does the next one after so many.
const SECOND_TRIES: usize = 4;
static SECOND: AtomicUsize = AtomicUsize::new(0);

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(THREADS);
    let engines = match ready() {
        Ok(engines) => engines,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            return ExitCode::FAILURE;
        }
    };
    stage::keep_panics_quiet();
    let mut trials = Vec::new();
    for engine in &engines {
        let pool = Arc::new(Pool::new(engine));
        let sentences: Vec<_> = match (pictures::folder(), table::file()) {
            (Some(_), _) => pictures::ALL.iter().collect(),
            (None, Some(_)) => sentences::judged().collect(),
            (None, None) => sentences::all().collect(),
        };
        trials.extend(sentences.into_iter().map(|sentence| trial(sentence, &pool)));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    let second = SECOND.load(Ordering::Relaxed);
    if second > 0 {
        println!("{second} failed at first; of those, {SECOND_TRIES} at most were tried once more");
    }
    match table::write(&engines) {
        Ok(()) => conclusion.exit_code(),
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// The engines to try, if there is something to try in them.
fn ready() -> Result<Vec<&'static Engine>, String> {
    let page = stage::dist().join("index.html");
    if !page.is_file() {
        return Err(format!("{} is missing: run `make dist`, or name the build's folder in REMEDY_FAQ_DIST", page.display()));
    }
    Engine::chosen()
}

fn trial(sentence: &'static Sentence, pool: &Arc<Pool>) -> Trial {
    let pool = pool.clone();
    Trial::ignorable_test(format!("{}: {}", pool.engine.name, sentence.title()), move || {
        if let Some(reason) = pool.engine.lacks(sentence.needs) {
            return Ok(Completion::ignored_with(reason));
        }
        if let Err(why) = sentence.hold_within(&pool, LIMIT) {
            if SECOND.fetch_add(1, Ordering::Relaxed) >= SECOND_TRIES {
                return Err(why.into());
            }
            eprintln!("{}: {} failed and is tried once more: {why}", pool.engine.name, sentence.title());
            sentence.hold_within(&pool, LIMIT)?;
        }
        Ok(Completion::Completed)
    })
}
