//! The program's files: named by their content, so that they can be cached for ever, and found by the loader.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::trouble::{Trouble, read, read_bytes, remove, write};

/// The names of the program's two files.
pub struct Names {
    pub glue: String,
    pub wasm: String,
}

/// Renames Trunk's output by the digest of glue and wasm together: the glue can change while the wasm does not.
pub fn name_program(staging: &Path) -> Result<Names, Trouble> {
    let (glue_path, wasm_path) = (find(staging, ".js")?, find(staging, "_bg.wasm")?);
    let (glue, wasm) = (read_bytes(&glue_path)?, read_bytes(&wasm_path)?);
    let digest = Sha256::new().chain_update(&glue).chain_update(&wasm).finalize();
    let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let names = Names { glue: format!("remedy-faq-{hash}.js"), wasm: format!("remedy-faq-{hash}_bg.wasm") };
    write(&staging.join(&names.glue), glue)?;
    write(&staging.join(&names.wasm), wasm)?;
    remove(&glue_path)?;
    remove(&wasm_path)?;
    Ok(names)
}

/// One of the two files that Trunk made of the program: `widget-…` with this ending.
fn find(staging: &Path, ending: &str) -> Result<PathBuf, Trouble> {
    let files = std::fs::read_dir(staging).map_err(|error| Trouble::File { path: staging.to_owned(), error })?;
    let mut found = files.flatten().map(|file| file.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("widget-") && name.ends_with(ending)
    });
    found.next().ok_or_else(|| Trouble::lacks(staging, format!("Trunk's widget-…{ending}")))
}

/// Writes the program's names into `remedy-faq.js`.
pub fn point_loader(staging: &Path, names: &Names) -> Result<(), Trouble> {
    let path = staging.join("remedy-faq.js");
    let mut loader = read(&path)?;
    for (placeholder, name) in [("remedy-faq-glue.js", &names.glue), ("remedy-faq-program.wasm", &names.wasm)] {
        if !loader.contains(placeholder) {
            return Err(Trouble::lacks(&path, placeholder));
        }
        loader = loader.replace(placeholder, name);
    }
    write(&path, loader)
}
