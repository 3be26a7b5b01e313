//! The build's own program on the host. `bundle hook` is Trunk's post_build hook.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use remedy_faq::bundle;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["hook"] => hook(),
        _ => Err("usage: bundle hook".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn hook() -> Result<(), String> {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR is not set; this runs inside `trunk build`")?;
    let small = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    bundle::hook(Path::new(&staging), small).map_err(|trouble| trouble.to_string())
}
