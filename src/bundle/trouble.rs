//! What can go wrong in the build, said so that it can be mended.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub enum Trouble {
    /// A file or folder could not be read or written.
    File { path: PathBuf, error: io::Error },
    /// A file lacks something that the build replaces.
    Lacks { path: PathBuf, what: String },
    /// A file is not of the form that a step of the build can work on.
    Refused { path: PathBuf, why: String },
}

impl Trouble {
    pub fn lacks(path: &Path, what: impl Into<String>) -> Self {
        Self::Lacks { path: path.to_owned(), what: what.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Refused { path, why } => write!(f, "{}: {why}; build it anew, or mend the build step that refused it", path.display()),
            Self::Lacks { path, what } => {
                write!(f, "{}: {what} is missing; restore it, or mend the build step that looks for it", path.display())
            }
        }
    }
}

impl std::error::Error for Trouble {}

pub fn read(path: &Path) -> Result<String, Trouble> {
    std::fs::read_to_string(path).map_err(|error| Trouble::File { path: path.to_owned(), error })
}

pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(path).map_err(|error| Trouble::File { path: path.to_owned(), error })
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Trouble> {
    std::fs::write(path, content).map_err(|error| Trouble::File { path: path.to_owned(), error })
}

pub fn remove(path: &Path) -> Result<(), Trouble> {
    std::fs::remove_file(path).map_err(|error| Trouble::File { path: path.to_owned(), error })
}

pub fn make_folder(path: &Path) -> Result<(), Trouble> {
    std::fs::create_dir_all(path).map_err(|error| Trouble::File { path: path.to_owned(), error })
}

/// What is in a folder, in order of name.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let files = std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut paths: Vec<PathBuf> =
        files.map_err(|error| Trouble::File { path: folder.to_owned(), error })?.iter().map(std::fs::DirEntry::path).collect();
    paths.sort();
    Ok(paths)
}
