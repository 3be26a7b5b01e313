//! What holds without a browser: the document, the record, search, and the shape of the source itself.

mod bundled;
mod changes;
mod check;
mod content;
mod documents;
mod fhir;
mod grade;
mod hostile;
mod languages;
mod layers;
mod npm;
mod pieces;
mod release;
mod saved;
mod schema;
mod search;
mod split;
mod summary;
mod unquote;
mod value;
