//! The table in the README: which state of the page was judged in which engine, by how many rules, and how many
//! violations were found. `make accessibility` writes it; nobody types it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::{env, fs};

use super::engine::{Engine, Need};

/// What the table stands between.
const START: &str = "<!-- written by `make accessibility` -->";
const END: &str = "<!-- end of what `make accessibility` writes -->";
const MISSING: &str = " not judged";

pub const JUDGES: [&str; 2] = ["axe-core", "Equal Access"];

/// A state of the page, and what it needs of an engine.
pub struct State {
    pub name: &'static str,
    pub needs: &'static [Need],
}

const fn state(name: &'static str) -> State {
    State { name, needs: &[] }
}

pub const STATES: &[State] = &[
    state("closed"),
    state("one question open"),
    state("all questions open"),
    state("searching"),
    state("no match"),
    state("ticked, with outcomes and notes"),
    state("page for the appointment open"),
    state("dark"),
    State { name: "forced colours", needs: &[Need::ForcedColours] },
    state("320 px wide"),
    state("right-to-left"),
    state("document refused, own fallback"),
    state("document refused, bundled questions"),
    state("program missing"),
    state("storage refused"),
    state("JavaScript off"),
];

/// For each judge, how many rules it ran and how many violations it found.
type Verdicts = [(u64, usize); JUDGES.len()];

static SEEN: Mutex<BTreeMap<(&str, &str), Verdicts>> = Mutex::new(BTreeMap::new());

/// Whether the table has a row for a state, here and in the README, unless that is about to be written.
pub fn has(state: &str) -> bool {
    STATES.iter().any(|row| row.name == state) && (file().is_some() || include_str!("../../README.md").contains(&format!("\n| {state} |")))
}

pub fn enter(engine: &'static str, state: &'static str, verdicts: Verdicts) {
    SEEN.lock().expect("nothing panics with it held").insert((engine, state), verdicts);
}

/// The file whose table is wanted, if it is the table that is wanted.
pub fn file() -> Option<PathBuf> {
    env::var_os("REMEDY_FAQ_TABLE").map(PathBuf::from)
}

/// The table of what was found, as Markdown.
fn markdown(engines: &[&Engine]) -> String {
    let seen = SEEN.lock().expect("nothing panics with it held");
    let heads: Vec<_> = engines.iter().map(|engine| format!(" {} |", engine.name)).collect();
    let mut lines = vec![format!("| state |{}", heads.concat()), format!("|---|{}", "---|".repeat(engines.len()))];
    for State { name, needs } in STATES {
        let cells = engines.iter().map(|engine| match (seen.get(&(engine.name, *name)), engine.lacks(needs)) {
            (Some(verdicts), _) => {
                let verdicts = verdicts.map(|(rules, violations)| format!("{violations} of {rules}"));
                format!(" {} |", verdicts.join(" + "))
            }
            (None, Some(reason)) => format!(" {reason} |"),
            (None, None) => [MISSING, " |"].concat(),
        });
        lines.push(format!("| {name} |{}", cells.collect::<String>()));
    }
    lines.join("\n")
}

/// Writes it between its marks. Not with a hole in it: then something failed, and what was there stays.
pub fn write(engines: &[&Engine]) -> Result<(), String> {
    let Some(file) = file() else { return Ok(()) };
    let table = markdown(engines);
    if table.contains(MISSING) {
        return Err(format!("not every state was judged, and {} stays as it was:\n{table}", file.display()));
    }
    let trouble = |error| format!("{}: {error}", file.display());
    let text = fs::read_to_string(&file).map_err(trouble)?;
    let parts = text.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or_else(|| format!("{} has no place for the table: {START} … {END}", file.display()))?;
    fs::write(&file, [before, START, "\n\n", &table, "\n\n", END, after].concat()).map_err(trouble)
}
