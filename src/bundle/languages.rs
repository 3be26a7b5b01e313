//! The texts that come with the program, and are fetched only where they are needed: the bundled questions, and the
//! widget's own words in other languages than English.

use crate::core::content::Document;
use crate::core::words::{LANGUAGES, Wording, pick};

macro_rules! texts {
    ($($name:literal)*) => {
        /// Names and texts, checked by the build script.
        pub const TEXTS: &[(&str, &str)] = &[$(($name, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")))),*];
    };
}

texts! { "document-en" "document-es" "words-ar" "words-de" "words-es" }

/// One of the texts.
///
/// # Panics
/// If there is none of this name.
pub fn text(name: &str) -> &'static str {
    let known = TEXTS.iter().find(|(known, _)| *known == name);
    known.unwrap_or_else(|| panic!("there is no text {name}")).1
}

/// The words in which a document is shown, as far as it does not bring its own.
pub fn wording(document: &Document) -> Wording {
    let language = pick(&[&document.lang], &LANGUAGES).filter(|language| *language != "en");
    Wording::new(language.map(|language| text(&format!("words-{language}"))), &document.strings)
}
