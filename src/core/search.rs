//! Which questions a query finds, and where in a text its words stand.
//!
//! Every word of the query must occur in the question, its answer or its note, as written or as part of a longer word;
//! case and accents do not matter.

use super::content::{Document, Text};
use super::ids::Ids;

/// A query, folded and cut into words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    words: Vec<Vec<char>>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        Self { words: text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect() }
    }

    /// Nothing is looked for, so everything is shown.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The places in a text where a word of the query stands, as ranges of UTF-16 units (what the DOM counts in),
    /// in order, joined where they touch.
    pub fn places(&self, text: &str) -> Vec<(u32, u32)> {
        let (chars, ends) = folded_with_ends(text);
        let mut places: Vec<(u32, u32)> = Vec::new();
        for word in &self.words {
            for (at, window) in chars.windows(word.len()).enumerate() {
                if window == &word[..] {
                    let start = if at == 0 { 0 } else { ends[at - 1] };
                    places.push((start, ends[at + word.len() - 1]));
                }
            }
        }
        places.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::with_capacity(places.len());
        for (start, end) in places {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        joined
    }
}

/// The words of a document's questions, taken in once and searched at every keystroke. A document repeats its words, so that there
/// are far fewer of them than there is text.
#[derive(Debug, Default)]
pub struct Index {
    /// Each word as it is written.
    words: Ids,
    /// What each of them leads to, in the same places.
    entries: Vec<Entry>,
    /// So many questions are taken in.
    questions: usize,
}

#[derive(Debug)]
struct Entry {
    folded: String,
    /// In the document's order.
    hits: Vec<Hit>,
}

/// That a question was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the document.
    pub question: usize,
    /// Whether a word stands in the answer, so that the answer should be opened.
    pub in_answer: bool,
}

impl Index {
    pub fn new(document: &Document) -> Self {
        let mut index = Self::default();
        index.grow(document, usize::MAX);
        index
    }

    /// Takes in so many more of the document's questions; `false` when it has all of them.
    pub fn grow(&mut self, document: &Document, count: usize) -> bool {
        let rest = &document.questions[self.questions..];
        for question in rest.iter().take(count) {
            self.take(&question.question, false);
            for text in question.answer_texts() {
                self.take(text, true);
            }
            self.questions += 1;
        }
        rest.len() > count
    }

    /// Takes in a text of the next question.
    fn take(&mut self, text: &Text, in_answer: bool) {
        let hit = Hit { question: self.questions, in_answer };
        // A word may go on in the next span.
        for word in text.plain().split_whitespace() {
            let place = self.words.place(word).unwrap_or_else(|| {
                self.words.add(&word.into());
                self.entries.push(Entry { folded: folded(word).into_iter().collect(), hits: Vec::new() });
                self.entries.len() - 1
            });
            let hits = &mut self.entries[place].hits;
            if hits.last() != Some(&hit) {
                hits.push(hit);
            }
        }
    }

    /// The questions that have every word of the query, in the document's order.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        const FOUND: u8 = 1;
        const IN_ANSWER: u8 = 2;
        let mut found = vec![FOUND; self.questions];
        for word in &query.words {
            let word: String = word.iter().collect();
            let mut here = vec![0; self.questions];
            for entry in &self.entries {
                if entry.folded.contains(&word) {
                    for hit in &entry.hits {
                        here[hit.question] |= if hit.in_answer { FOUND | IN_ANSWER } else { FOUND };
                    }
                }
            }
            for (found, here) in found.iter_mut().zip(here) {
                *found = if *found == 0 || here == 0 { 0 } else { *found | here };
            }
        }
        let mut hits = Vec::new();
        for (question, found) in found.into_iter().enumerate() {
            if found != 0 {
                hits.push(Hit { question, in_answer: found & IN_ANSWER != 0 });
            }
        }
        hits
    }
}

fn folded(text: &str) -> Vec<char> {
    folded_with_ends(text).0
}

/// The text folded, and for each folded character the place, in UTF-16 units, at which its original ends.
fn folded_with_ends(text: &str) -> (Vec<char>, Vec<u32>) {
    let (mut chars, mut ends) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut end = 0;
    for c in text.chars() {
        end += c.len_utf16() as u32;
        fold(c, |c| {
            chars.push(c);
            ends.push(end);
        });
        // A mark that folds away belongs to the letter before it.
        if let Some(last) = ends.last_mut() {
            *last = end;
        }
    }
    (chars, ends)
}

/// Lower case without accents, and the spellings that a reader takes for the same letter.
fn fold(c: char, mut out: impl FnMut(char)) {
    match c {
        'a'..='z' | '0'..='9' | ' ' => out(c),
        'A'..='Z' => out(c.to_ascii_lowercase()),
        // Combining marks, the soft hyphen, Arabic vowel signs and tatweel.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {}
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => out('a'),
        'Ç' | 'ç' | 'Ć'..='č' => out('c'),
        'Ď'..='đ' | 'Ð' | 'ð' => out('d'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => out('e'),
        'Ĝ'..='ģ' => out('g'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => out('i'),
        'Ĺ'..='ł' => out('l'),
        'Ñ' | 'ñ' | 'Ń'..='ň' => out('n'),
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' => out('o'),
        'Ŕ'..='ř' => out('r'),
        'Ś'..='š' => out('s'),
        'Ţ'..='ŧ' => out('t'),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => out('u'),
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => out('y'),
        'Ź'..='ž' => out('z'),
        'ß' | 'ẞ' => "ss".chars().for_each(out),
        'Æ' | 'æ' => "ae".chars().for_each(out),
        'Œ' | 'œ' => "oe".chars().for_each(out),
        '\u{2018}' | '\u{2019}' => out('\''),
        '\u{2010}'..='\u{2014}' => out('-'),
        // Arabic: alef with its signs, yeh and alef maksura, teh marbuta and heh, hamza on its seats.
        'آ' | 'أ' | 'إ' | 'ٱ' => out('ا'),
        'ى' | 'ئ' => out('ي'),
        'ؤ' => out('و'),
        'ة' => out('ه'),
        // Greek and Cyrillic capitals. The standard library knows every script's, in a table of 12 KB.
        'Α'..='Ω' | 'А'..='Я' => out(char::from_u32(c as u32 + 32).unwrap_or(c)),
        'Ѐ'..='Џ' => out(char::from_u32(c as u32 + 80).unwrap_or(c)),
        c => out(c),
    }
}
