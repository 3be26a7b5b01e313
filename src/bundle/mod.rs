//! The build on the host: prerenders the page and readies the files. Knows the view, not the browser.

mod assets;
pub mod check;
mod glue;
pub mod grade;
mod icons;
mod install;
pub mod languages;
pub mod locale;
pub mod locate;
mod minify;
pub mod npm;
mod offline;
pub mod page;
pub mod prerender;
pub mod schema;
pub mod schema_types;
mod shorten;
pub mod split;
pub mod syllables;
mod tidy;
mod trouble;
pub mod unquote;

use std::path::Path;

pub use trouble::Trouble;

/// Everything that stands in `dist/` beside what Trunk makes: Trunk's `post_build` hook.
///
/// Reads and writes only the staging folder. `small` asks for scripts to be minified.
///
/// # Errors
/// Whatever keeps a file from being read or written, or from being what it should be, with the file's name.
pub fn hook(staging: &Path, small: bool) -> Result<(), Trouble> {
    let document = prerender::bundled();
    let template = page::Template::read(&staging.join("index.html"), &document, small)?;
    let program = assets::Program::take(staging, small)?;
    offline::write_files(staging, &template, &program, small)?;
    let early = assets::write_program(staging, &program, &template.style, small)?;
    assets::write_integrity(staging)?;
    icons::write(staging)?;
    install::write_manifest(staging, &document)?;
    page::write_index(staging, &template, &early, small)?;
    trouble::write(&staging.join("content.schema.json"), schema::schema_file())?;
    // Last, because it lists all the others with their digests.
    install::write_worker(staging, &document.lang, small)
}
