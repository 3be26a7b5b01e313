//! Search: what a query finds and what it marks.

use proptest::prelude::*;
use remedy_faq::core::content::{Document, Text};
use remedy_faq::core::search::{Hit, Index, Query};
use serde_json::json;

use super::bundled::bundled;
use super::content::minimal;

fn document() -> Document {
    let json = minimal(json!({
        "remedies": [{"id": "roller", "label": "Foam roller", "detail": "Feet flat"}],
        "questions": [
            {"id": "a", "question": "Why won’t my knot go away?", "answer": [{"p": ["Hunching over a ", {"strong": "key"}, "board"]}]},
            {"id": "b", "question": "Is it the fascia?", "answer": [{"ul": ["Café ÉLAN", "naïve", "All the same"]}, {"remedies": ["roller"]}], "note": "Old view"},
            {"id": "c", "question": "ما هي العُقَد؟", "answer": [{"p": "أسفل الظهر"}]},
        ],
    }));
    Document::parse(&json).expect("the test's document is valid")
}

fn found(query: &str) -> Vec<(usize, bool)> {
    let hits = Index::new(&document()).search(&Query::new(query));
    hits.iter().map(|Hit { question, in_answer }| (*question, *in_answer)).collect()
}

#[test]
fn a_query_finds_questions_answers_notes_and_remedies() {
    assert_eq!(found("knot"), [(0, false)]);
    assert_eq!(found("keyboard"), [(0, true)]);
    assert_eq!(found("old view"), [(1, true)]);
    assert_eq!(found("foam"), [(1, true)]);
    assert_eq!(found("flat"), [(1, true)]);
    // In the question, and in its answer too.
    assert_eq!(found("the"), [(1, true)]);
}

#[test]
fn every_word_must_be_there_though_not_side_by_side() {
    assert_eq!(found("away hunch"), [(0, true)]);
    assert_eq!(found("away roller"), []);
}

#[test]
fn case_and_accents_do_not_matter_either_way() {
    for query in ["CAFE", "café", "elan", "Élan", "NAIVE", "naïve", "won't", "won’t"] {
        assert_eq!(found(query).len(), 1, "{query}");
    }
}

#[test]
fn arabic_is_found_without_its_signs() {
    assert_eq!(found("العقد"), [(2, false)]);
    assert_eq!(found("اسفل"), [(2, true)]);
}

#[test]
fn no_word_is_found_across_two_paragraphs() {
    assert_eq!(found("elannaive"), []);
}

#[test]
fn marks_are_counted_in_utf_16_as_the_dom_counts() {
    assert_eq!(Query::new("knee").places("🦵 knee, Knee"), [(3, 7), (9, 13)]);
    assert_eq!(Query::new("cafe").places("Cafe\u{301}!"), [(0, 5)]);
    assert_eq!(Query::new("strasse").places("Straße"), [(0, 6)]);
    assert_eq!(Query::new("knot not").places("knot"), [(0, 4)]);
    assert_eq!(Query::new("").places("knot"), []);
}

proptest! {
    #[test]
    fn a_word_of_a_question_finds_that_question(start in 0usize..12, length in 1usize..12) {
        let document = document();
        for (index, question) in document.questions.iter().enumerate() {
            let text: Vec<char> = question.question.plain().chars().collect();
            let start = start.min(text.len() - 1);
            let piece: String = text[start..(start + length).min(text.len())].iter().collect();
            let query = Query::new(&piece);
            if !query.is_empty() {
                let hits = Index::new(&document).search(&query);
                prop_assert!(hits.iter().any(|hit| hit.question == index), "{piece:?}");
            }
        }
    }

    #[test]
    fn what_is_found_is_what_has_a_place_for_every_word(start in 0usize..200, lengths in (1usize..9, 1usize..9), apart in 0usize..200) {
        let document = bundled();
        let index = Index::new(&document);
        let question = &document.questions[start % document.questions.len()];
        let text: Vec<char> = question.answer_texts().map(Text::plain).collect::<Vec<_>>().join(" ").chars().collect();
        let piece = |start: usize, length: usize| text.iter().skip(start % text.len()).take(length).collect::<String>();
        let query = [piece(start, lengths.0), piece(start + apart, lengths.1)].join(" ");
        let words: Vec<Query> = query.split_whitespace().map(Query::new).filter(|word| !word.is_empty()).collect();
        let has = |text: &Text, word: &Query| !word.places(&text.plain()).is_empty();
        let expected: Vec<Hit> = document.questions.iter().enumerate().filter_map(|(index, question)| {
            let in_answer = |word: &Query| question.answer_texts().any(|text| has(text, word));
            let found = words.iter().all(|word| in_answer(word) || has(&question.question, word));
            found.then(|| Hit { question: index, in_answer: words.iter().any(in_answer) })
        }).collect();
        prop_assert_eq!(index.search(&Query::new(&query)), expected, "{:?}", query);
    }

    #[test]
    fn places_are_inside_the_text_in_order_and_apart(text in "\\PC{0,40}", query in "\\PC{0,6}") {
        let length = text.encode_utf16().count() as u32;
        let mut last = None;
        for (start, end) in Query::new(&query).places(&text) {
            prop_assert!(start < end && end <= length);
            prop_assert!(last.is_none_or(|last| last < start));
            last = Some(end);
        }
    }
}
