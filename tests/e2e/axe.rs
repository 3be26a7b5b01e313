//! axe-core: every rule that it has, none disabled, on the page as it is.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::{env, fs};

use serde_json::Value;

use super::browser::Browser;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let npm = env::var_os("REMEDY_FAQ_NPM").expect("REMEDY_FAQ_NPM names the folder of the npm packages: `. tools/env.sh`");
    let path = PathBuf::from(npm).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run `tools/ensure.sh npm`", path.display()))
});

const RUN: &str = r#"
    ;
    const done = arguments[arguments.length - 1];
    const every = axe.getRules().filter(({ tags }) => !tags.includes("deprecated"));
    const rules = Object.fromEntries(every.map(({ ruleId }) => [ruleId, { enabled: true }]));
    axe.run(document, { rules, resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.map(({ id, help, nodes }) => [
        `${id}: ${help}: ${nodes.length}`,
        ...nodes.slice(0, 3).flatMap(({ target, html, any, all, none }) => [
          `    ${target.flat().join(" >>> ")}: ${html.slice(0, 160)}`,
          ...[...any, ...all, ...none].map(({ message }) => `        ${message}`),
        ]),
      ].join("\n    "))),
      (error) => done([`axe did not run: ${error.stack ?? error}`]),
    );
"#;

/// Fails with each rule that was violated, and the first places.
#[track_caller]
pub fn check(browser: &Browser, state: &str) {
    browser.painted();
    let found = browser.eval_later("axe", &[&AXE, RUN].concat(), &[]);
    let found: Vec<&str> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(found.is_empty(), "axe, {state}: {} rules violated:\n    {}", found.len(), found.join("\n    "));
}
