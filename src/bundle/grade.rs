//! How hard a document is to read: the Flesch–Kincaid grade, in years of school in the United States. English only.
//!
//! grade = 0.39 · words ÷ sentences + 11.8 · syllables ÷ words − 15.59, after J. P. Kincaid and others, "Derivation of
//! new readability formulas for Navy enlisted personnel", 1975.

use std::collections::BTreeMap;

use super::syllables::syllables;
use crate::core::content::{Block, Document, Text};

/// Terms of the trade, left out of the count: a page on this subject cannot do without them, the visitor will meet
/// them at the clinic, and no plainer word means the same. Where they first come, the text should explain them.
const TERMS: &[&str] = &[
    // Parts of the body that a clinician calls by these names only.
    "fascia",
    "fasciae",
    "scapula",
    "trapezius",
    // Names of conditions.
    "myofascitis",
    // Names of people and treatments, as they stand on the clinic's door.
    "aerobic exercise",
    "massage therapist",
    "massage therapists",
    "physical therapist",
    "physical therapy",
    // Names of medicines, as they stand on the packet.
    "ibuprofen",
    "paracetamol",
];

/// What the grade is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Count {
    pub sentences: u32,
    pub words: u32,
    pub syllables: u32,
}

impl Count {
    /// The grade, to one decimal; `None` where there are no words.
    pub fn grade(self) -> Option<f64> {
        let [sentences, words, syllables] = [self.sentences, self.words, self.syllables].map(f64::from);
        let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        (self.words > 0).then(|| (grade * 10.0).round() / 10.0)
    }

    /// Adds a text. It ends its last sentence, full stop or not, as headings, labels and items of a list do.
    pub fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            let words = words(&sentence);
            let mut counted = false;
            let mut at = 0;
            while at < words.len() {
                let skipped = term(&words[at..]);
                if skipped == 0 {
                    self.words += 1;
                    self.syllables += words[at].split('-').filter(|part| !part.is_empty()).map(syllables).sum::<u32>();
                    counted = true;
                }
                at += skipped.max(1);
            }
            self.sentences += u32::from(counted);
        }
    }
}

/// Everything in the document that is read as prose, each text once: not the names of sources, clinic and reviewer,
/// which nobody can make simpler, and not the words on buttons.
pub fn count(document: &Document) -> Count {
    let mut texts: Vec<&Text> = vec![&document.title, &document.intro];
    if let Some(urgent) = &document.urgent {
        texts.push(&urgent.title);
        for group in &urgent.groups {
            texts.push(&group.title);
            texts.extend(&group.signs);
            texts.push(&group.action);
        }
    }
    for question in &document.questions {
        texts.extend([&question.question, &question.note]);
        for block in &question.answer {
            match block {
                Block::Paragraph(text) => texts.push(text),
                Block::Bullets(items) | Block::Steps(items) => texts.extend(items),
                // Counted with the remedies.
                Block::Remedies(_) => {}
            }
        }
    }
    for remedy in &document.remedies {
        texts.extend([&remedy.label, &remedy.detail, &remedy.caution]);
    }
    // A heading in the checklist, over all the remedies that name it.
    let areas: BTreeMap<String, &Text> = document.remedies.iter().map(|remedy| (remedy.area.plain(), &remedy.area)).collect();
    texts.extend(areas.values());
    let mut count = Count::default();
    let mut left = ENOUGH;
    for text in texts {
        let text: String = text.plain().chars().take(left).collect();
        left -= text.chars().count();
        count.add(&text);
    }
    count
}

/// So many characters say how hard a document is, and nobody waits for them.
const ENOUGH: usize = 1 << 18;

/// Splits where a full stop, question or exclamation mark is followed by white space and then no small letter, which
/// leaves "e.g. this" and "3.5" whole.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut sentence = String::new();
    let mut characters = text.chars().peekable();
    let mut ended = false;
    while let Some(c) = characters.next() {
        sentence.push(c);
        ended = match c {
            '.' | '!' | '?' | '…' => true,
            // They may close what the full stop ended.
            '"' | '”' | '’' | ')' => ended,
            _ => false,
        };
        if ended && characters.peek().is_some_and(|next| next.is_whitespace()) {
            while characters.peek().is_some_and(|next| next.is_whitespace()) {
                characters.next();
            }
            if characters.peek().is_some_and(|next| !next.is_lowercase()) {
                sentences.push(std::mem::take(&mut sentence));
            } else {
                sentence.push(' ');
            }
        }
    }
    sentences.push(sentence);
    sentences
}

/// The words in small letters. An apostrophe, a hyphen and a point inside belong to their word, a dash parts two.
fn words(sentence: &str) -> Vec<String> {
    let sentence = sentence.to_lowercase().replace('’', "'");
    let pieces = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '-' | '.'));
    pieces.map(|piece| piece.trim_matches(['\'', '-', '.']).to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// How many of the next words make a term of the trade; 0 where they do not begin with one.
fn term(words: &[String]) -> usize {
    let begins = |term: &&&str| {
        let mut own = words.iter();
        term.split(' ').all(|part| own.next().is_some_and(|word| word == part))
    };
    TERMS.iter().filter(begins).map(|term| term.split(' ').count()).max().unwrap_or(0)
}
