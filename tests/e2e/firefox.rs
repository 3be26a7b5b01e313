//! Firefox while it runs: its preferences are set anew and its profile is emptied, so that it need not start again for that,
//! which takes it seconds on both cores. Scripts with the browser's own rights do so (`--allow-system-access`).

use serde_json::{Value, json};

use super::command::Command;
use super::session::Session;

const SET: &str = "
    for (const [name, value] of Object.entries(arguments[0])) {
        if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
        else Services.prefs.setIntPref(name, value);
    }";

/// Everything that a visitor can have cleared. Gives the origins that have something stored all the same, Firefox's own left out.
const EMPTY: &str = "
    const done = arguments[arguments.length - 1];
    const left = ({ resultCode, result }) => {
        const origins = resultCode === Cr.NS_OK ? [...result] : ['it does not say which'];
        done(origins.map(String).filter((origin) => !/^(about|chrome|resource|moz-extension|indexeddb):/.test(origin)));
    };
    Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, {
        onDataDeleted: (failed) => failed ? done([`failed: ${failed}`]) : Services.qms.listOrigins().callback = left,
    });";

/// Sets preferences, which hold for every page from the next one on.
pub fn set(session: &Session, preferences: &Value) -> Result<(), String> {
    with_its_own_rights(session, || session.attempt(session.client.execute(SET, vec![preferences.clone()]))).map(drop)
}

/// Leaves nothing in the profile of what pages have stored.
pub fn empty(session: &Session) -> Result<(), String> {
    let left = with_its_own_rights(session, || session.attempt(session.client.execute_async(EMPTY, vec![])))?;
    (left == json!([])).then_some(()).ok_or_else(|| format!("Firefox's profile cannot be emptied: {left}"))
}

/// Sees to it that scripts are a page's again afterwards.
fn with_its_own_rights<T>(session: &Session, run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let context = |name: &str| session.attempt(session.client.issue_cmd(Command::post("moz/context", json!({ "context": name }))));
    context("chrome")?;
    let outcome = run();
    context("content").and(outcome)
}
