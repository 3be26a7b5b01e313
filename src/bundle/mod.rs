//! The build on the host: prerenders the page and readies the files. Knows the view, not the browser.

mod assets;
mod page;
mod prerender;
mod trouble;

use std::path::Path;

pub use trouble::Trouble;

/// Everything that stands in `dist/` beside what Trunk makes: Trunk's `post_build` hook.
///
/// Reads and writes only the staging folder.
///
/// # Errors
/// Whatever keeps a file from being read or written, or from being what it should be, with the file's name.
pub fn hook(staging: &Path) -> Result<(), Trouble> {
    let document = prerender::bundled();
    let names = assets::name_program(staging)?;
    assets::point_loader(staging, &names)?;
    page::complete(staging, &document)?;
    Ok(())
}
