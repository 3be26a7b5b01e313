//! The build's own program on the host. `bundle hook` is Trunk's post_build hook; `bundle check FILE.json` checks a clinic's
//! document; `bundle page FILE.json [DIST]` prints its page, to be put beside the build's files, which it asks for early where it is
//! told their folder; `bundle schema` prints the JSON Schema of documents; `bundle npm DIST FOLDER` writes the npm package; `bundle
//! parts PROGRAM.wasm FOLDER` writes the program's two parts with their functions' names, for `make size`.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use remedy_faq::bundle;
use remedy_faq::bundle::split::later::Later;
use remedy_faq::bundle::split::split;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["hook"] => hook(),
        ["check", file] if !file.is_empty() => check(file),
        ["check", ..] => Err("name a file to check: make check FILE=my-clinic.json, or bundle check my-clinic.json".to_owned()),
        ["page", file] if !file.is_empty() => page(file, None),
        ["page", file, dist] if !file.is_empty() => page(file, Some(Path::new(dist))),
        ["schema"] => {
            print!("{}", bundle::schema::schema_file());
            Ok(())
        }
        ["npm", dist, folder] => bundle::npm::write_package(Path::new(dist), Path::new(folder)).map_err(|trouble| trouble.to_string()),
        ["parts", program, folder] => parts(Path::new(program), Path::new(folder)),
        _ => Err("usage: bundle check FILE.json | bundle page FILE.json [DIST] | bundle schema | bundle npm DIST FOLDER | bundle parts PROGRAM.wasm FOLDER | bundle hook".to_owned()),
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

fn check(file: &str) -> Result<(), String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let report = bundle::check::file(Path::new(file), (now / 86_400) as i64)?;
    let lines = report.lines(file).join("\n");
    if report.is_valid() {
        println!("{lines}");
        Ok(())
    } else {
        Err(lines)
    }
}

fn page(file: &str, dist: Option<&Path>) -> Result<(), String> {
    let json = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let index;
    let early = match dist.map(|dist| dist.join("index.html")) {
        None => [""; 2],
        Some(path) => {
            index = fs::read_to_string(&path).map_err(|error| format!("{}: {error}; 'make dist' makes it", path.display()))?;
            let none = || format!("{}: asks for no program; is it written over? 'make dist' makes it anew", path.display());
            bundle::page::early(&index).ok_or_else(none)?
        }
    };
    let page = bundle::page::of_document(&json, early, true).map_err(|faults| format!("{file}: no page, because\n{faults}"))?;
    print!("{page}");
    Ok(())
}

fn parts(program: &Path, folder: &Path) -> Result<(), String> {
    let wasm = fs::read(program).map_err(|error| format!("{}: {error}; 'make dist' makes it", program.display()))?;
    let mut later = Later::default();
    let parts = split(&wasm, true, |name| later.when(name)).map_err(|why| format!("{}: {why}", program.display()))?;
    for (name, part) in [("first.wasm", parts.first), ("more.wasm", parts.more)] {
        let path = folder.join(name);
        fs::write(&path, part).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
