//! Makes scripts smaller with esbuild, where it is installed (`tools/package.json`): a bundler's job, not ours.

use std::io::Write;
use std::process::{Command, Stdio};

/// The script minified, or as it is where that is not asked for or esbuild is not on PATH.
pub fn script(source: String, small: bool) -> String {
    if !small {
        return source;
    }
    esbuild(&source, &["--format=esm", "--target=es2022", "--loader=js", "--tree-shaking=true"]).unwrap_or_else(|why| {
        eprintln!("scripts stay as they are ({why}); `make dist` installs esbuild");
        source
    })
}

/// The style sheet minified, under the same conditions.
pub fn style(source: &str, small: bool) -> String {
    let minified = if small { esbuild(source, &["--loader=css"]).ok() } else { None };
    minified.map_or_else(|| source.to_owned(), |style| style.trim_end().to_owned())
}

fn esbuild(source: &str, options: &[&str]) -> Result<String, String> {
    let mut child = Command::new("esbuild")
        .args(["--minify", "--legal-comments=none", "--log-level=warning"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("esbuild: {error}"))?;
    let mut input = child.stdin.take().ok_or("esbuild takes no input")?;
    input.write_all(source.as_bytes()).map_err(|error| format!("esbuild: {error}"))?;
    drop(input);
    let output = child.wait_with_output().map_err(|error| format!("esbuild: {error}"))?;
    if !output.status.success() {
        return Err("esbuild refused the script".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| format!("esbuild: {error}"))
}
