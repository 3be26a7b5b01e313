//! What holds without a browser: the document, the record, search, and the shape of the source itself.

mod bundled;
mod content;
mod fhir;
mod layers;
mod saved;
mod search;
mod summary;
