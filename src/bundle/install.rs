//! What makes the page installable: the manifest, and the service worker with the list of what it keeps.

use std::path::Path;

use serde_json::json;

use super::assets::{digest, string};
use super::minify;
use super::trouble::{Trouble, read, read_bytes, write};
use crate::core::content::Document;

pub fn write_manifest(staging: &Path, document: &Document) -> Result<(), Trouble> {
    let title = document.title.plain();
    let manifest = json!({
        "name": title,
        "short_name": title.split(':').next().unwrap_or(&title),
        "description": document.intro.plain(),
        "lang": &*document.lang,
        "dir": document.dir.as_str(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#075558",
        "icons": [
            {"src": "icon.svg", "type": "image/svg+xml", "sizes": "any", "purpose": "any"},
            {"src": "icon-192.png", "type": "image/png", "sizes": "192x192", "purpose": "any"},
            {"src": "icon-512.png", "type": "image/png", "sizes": "512x512", "purpose": "any"},
            {"src": "icon-maskable-512.png", "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
        ],
    });
    write(&staging.join("manifest.webmanifest"), manifest.to_string())
}

/// What no visitor of the page needs: the worker itself, and what is there for editors and for other sites.
const NOT_FOR_VISITORS: [&str; 3] = ["sw.js", "content.schema.json", "remedy-faq-single.js"];

/// Writes into the worker which files the page can need, each with its digest, and a version that is the digest of them all.
pub fn write_worker(staging: &Path, lang: &str, small: bool) -> Result<(), Trouble> {
    let path = staging.join("sw.js");
    let mut names: Vec<String> = std::fs::read_dir(staging)
        .map_err(|error| Trouble::File { path: staging.to_owned(), error })?
        .flatten()
        .filter(|file| file.path().is_file())
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| !NOT_FOR_VISITORS.contains(&name.as_str()) && !is_foreign(name, lang))
        .collect();
    names.sort();
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        let hash = digest(&[&read_bytes(&staging.join(&name))?]);
        // By the folder's own address: some servers redirect from the file's name, and a redirect opens no page.
        let name = if name == "index.html" { "./".to_owned() } else { name };
        files.push((name, hash));
    }
    let version = digest(&[format!("{files:?}").as_bytes()]);
    let mut worker = read(&path)?;
    for (placeholder, value) in
        [("{ \"the build's files\": \"their digests\" }", list(&files)), ("\"the build's digest\"", string(&version))]
    {
        if !worker.contains(placeholder) {
            return Err(Trouble::lacks(&path, placeholder));
        }
        worker = worker.replace(placeholder, &value);
    }
    write(&path, minify::script(worker, small))
}

/// Whether a file is a text in another language than the page's.
fn is_foreign(name: &str, lang: &str) -> bool {
    let text = |kind| name.strip_prefix(kind).is_some_and(|rest: &str| rest.split('-').next() != Some(lang));
    text("remedy-faq-document-") || text("remedy-faq-words-")
}

fn list(files: &[(String, String)]) -> String {
    let entries: Vec<String> = files.iter().map(|(name, hash)| format!("{}:{}", string(name), string(hash))).collect();
    format!("{{{}}}", entries.join(","))
}
