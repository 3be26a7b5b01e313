//! Who judges a page: axe-core and IBM's Equal Access, every rule that each has, none disabled and nothing left out, on
//! the page as it is. What they found of each state is the table in the README ([`super::table`]).

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use super::browser::Browser;
use super::table;

/// One judge: a script that is put into the page once, and one that asks it.
struct Judge {
    script: LazyLock<String>,
    /// Whether it is in the page already.
    is_there: &'static str,
    /// Gives `[how many rules were run, [each violation]]`.
    ask: &'static str,
}

/// As many as the table has columns for.
static JUDGES: [Judge; table::JUDGES.len()] = [
    Judge { script: LazyLock::new(|| package("axe-core/axe.min.js")), is_there: "return 'axe' in window", ask: AXE },
    Judge {
        script: LazyLock::new(|| package("accessibility-checker-engine/ace-window.js")),
        is_there: "return 'ace_ibma' in window",
        ask: IBM,
    },
];

const AXE: &str = r#"
    const done = arguments[arguments.length - 1];
    const every = axe.getRules().filter(({ tags }) => !tags.includes("deprecated"));
    const rules = Object.fromEntries(every.map(({ ruleId }) => [ruleId, { enabled: true }]));
    axe.run(document, { rules, resultTypes: ["violations"] }).then(
      ({ violations, passes, incomplete, inapplicable }) => done([
        new Set([violations, passes, incomplete, inapplicable].flat().map(({ id }) => id)).size,
        violations.map(({ id, help, nodes }) => [
          `${id}: ${help}: ${nodes.length}`,
          ...nodes.slice(0, 3).flatMap(({ target, html, any, all, none }) => [
            `    ${target.flat().join(" >>> ")}: ${html.slice(0, 160)}`,
            ...[...any, ...all, ...none].map(({ message }) => `        ${message}`),
          ]),
        ].join("\n    ")),
      ]),
      (error) => done([0, [`axe did not run: ${error.stack ?? error}`]]),
    );
"#;

// A violation is what certainly fails, a requirement or a recommendation; what a person must look at is no verdict.
const IBM: &str = r#"
    const done = arguments[arguments.length - 1];
    const checker = new ace_ibma.Checker();
    const guidelines = checker.getGuidelines().map(({ id }) => id);
    checker.check(document, guidelines).then(
      ({ results }) => {
        const failed = results.filter(({ value: [level, verdict] }) => verdict === "FAIL" && level !== "INFORMATION");
        const rules = new Set(checker.getGuidelines().flatMap(({ checkpoints }) => checkpoints.flatMap((one) => (one.rules ?? []).map(({ id }) => id))));
        done([rules.size, failed.map(({ ruleId, message, snippet, path }) => `${ruleId}: ${message}\n        ${path.dom}: ${snippet}`)]);
      },
      (error) => done([0, [`Equal Access did not run: ${error.stack ?? error}`]]),
    );
"#;

fn package(path: &str) -> String {
    let npm = env::var_os("REMEDY_FAQ_NPM").expect("REMEDY_FAQ_NPM names the folder of the npm packages: `. tools/env.sh`");
    let path = PathBuf::from(npm).join("node_modules").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run `tools/ensure.sh npm`", path.display()))
}

impl Judge {
    /// How many rules were run, and each violation.
    #[track_caller]
    fn ask(&self, browser: &Browser) -> (u64, Vec<String>) {
        if browser.eval(self.is_there, &[]) != true {
            // As a script of the page's own would be: what it defines stays.
            browser.eval(&self.script, &[]);
        }
        let verdict = browser.eval_later("a judge", self.ask, &[]);
        (verdict[0].as_u64().unwrap_or_default(), serde_json::from_value(verdict[1].clone()).expect("violations are texts"))
    }
}

/// Fails with each rule that was violated, and the places. `state` is one of the table's.
#[track_caller]
pub fn find_nothing(browser: &Browser, state: &'static str) {
    assert!(table::has(state), "the README's table has no row for '{state}': `make accessibility`");
    browser.painted();
    let verdicts = JUDGES.each_ref().map(|judge| judge.ask(browser));
    table::enter(browser.engine().name, state, verdicts.each_ref().map(|(rules, violations)| (*rules, violations.len())));
    for ((rules, violations), judge) in verdicts.iter().zip(table::JUDGES) {
        assert!(violations.is_empty(), "{judge}, {state}: {} violations:\n    {}", violations.len(), violations.join("\n    "));
        assert!(*rules > 90, "{judge}, {state}: only {rules} rules were run");
    }
}

/// The same by axe-core alone, and for no table.
#[track_caller]
pub fn axe_finds_nothing(browser: &Browser) {
    browser.painted();
    let (_, violations) = JUDGES[0].ask(browser);
    assert!(violations.is_empty(), "{}", violations.join("\n    "));
}
