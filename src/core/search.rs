//! Which questions a query finds, and where in a text its words stand.
//!
//! Every word of the query must occur in the question, its answer or its note, as written or as part of a longer word;
//! case and accents do not matter.

use super::content::{Document, Question, Text};

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

/// The folded texts of a document's questions, made once and searched at every keystroke.
#[derive(Debug, Default)]
pub struct Index {
    questions: Vec<Haystack>,
}

#[derive(Debug)]
struct Haystack {
    question: String,
    answer: String,
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
        let rest = &document.questions[self.questions.len()..];
        self.questions.extend(rest.iter().take(count).map(|question| Haystack::new(question)));
        rest.len() > count
    }

    /// The questions that have every word of the query, in the document's order.
    pub fn search(&self, query: &Query) -> Vec<Hit> {
        let words: Vec<String> = query.words.iter().map(|word| word.iter().collect()).collect();
        let mut hits = Vec::new();
        'questions: for (question, haystack) in self.questions.iter().enumerate() {
            let mut in_answer = false;
            for word in &words {
                let in_this_answer = haystack.answer.contains(word);
                if !in_this_answer && !haystack.question.contains(word) {
                    continue 'questions;
                }
                in_answer |= in_this_answer;
            }
            hits.push(Hit { question, in_answer });
        }
        hits
    }
}

impl Haystack {
    fn new(question: &Question) -> Self {
        let mut haystack = Self { question: String::new(), answer: String::new() };
        put(&question.question, &mut haystack.question);
        for text in question.answer_texts() {
            // A line break, so that no word is found across two paragraphs.
            haystack.answer.push('\n');
            put(text, &mut haystack.answer);
        }
        haystack
    }
}

/// Puts a text, folded, at the end of another.
fn put(text: &Text, out: &mut String) {
    for span in &text.0 {
        out.reserve(span.words().len());
        for c in span.words().chars() {
            fold(c, |c| out.push(c));
        }
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
