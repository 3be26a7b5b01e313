//! How hard the documents are to read.

use remedy_faq::bundle::grade::{Count, count};
use remedy_faq::bundle::syllables::syllables;

use super::bundled::documents;

fn of(text: &str) -> Count {
    let mut count = Count::default();
    count.add(text);
    count
}

fn counted(text: &str) -> (u32, u32, u32) {
    let Count { sentences, words, syllables } = of(text);
    (sentences, words, syllables)
}

#[test]
fn words_have_the_syllables_that_one_hears() {
    for (number, words) in [
        (1, "a the knot pressed pulled tears makes eyes quote friend played whole sphere seams"),
        (2, "muscle muscles tangled needed houses being quiet doctor massage didn't going source's movement careful trying rhythm"),
        (3, "area recipe elastic radio piano idea happiest creating vegetables"),
        (4, "capillaries definition emergency's inflammation january usually society variety"),
        (5, "rehabilitate possibility university qualification"),
    ] {
        for word in words.split(' ') {
            assert_eq!(syllables(word), number, "{word}");
        }
    }
    assert_eq!([syllables("nhs"), syllables("20"), syllables("café"), syllables("naïve"), syllables("")], [3, 2, 2, 2, 1]);
}

#[test]
fn sentences_end_where_one_breathes() {
    assert_eq!(counted("Rest. Then stretch!"), (2, 3, 3));
    assert_eq!(counted("It is “broken up.” You wait…"), (2, 6, 7));
    assert_eq!(counted("Use heat, e.g. a bag, for 3.5 minutes"), (1, 8, 10));
    assert_eq!(counted("A heading"), (1, 2, 3));
    assert_eq!(counted("A low-grade pain – 20–30 seconds"), (1, 6, 10));
    assert_eq!(counted(""), (0, 0, 0));
}

#[test]
fn terms_of_the_trade_do_not_count_alone_or_as_a_phrase() {
    assert_eq!(counted("The fascia hurts"), (1, 2, 2));
    assert_eq!(counted("Ask a massage therapist."), (1, 2, 2));
    assert_eq!(counted("Physical therapy"), (0, 0, 0));
    assert_eq!(counted("Physical pain"), (1, 2, 4));
}

#[test]
fn the_grade_is_the_formula_of_flesch_and_kincaid() {
    // 0.39 · 10 ÷ 2 + 11.8 · 13 ÷ 10 − 15.59 = 1.7
    let count = Count { sentences: 2, words: 10, syllables: 13 };
    assert_eq!(count.grade(), Some(1.7));
    assert_eq!(Count::default().grade(), None);
    // The Gettysburg Address, the formula's customary example, is at about grade 11 by other programs.
    let gettysburg = "Four score and seven years ago our fathers brought forth, on this continent, a new nation, conceived in \
        Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing \
        whether that nation, or any nation so conceived, and so dedicated, can long endure. We are met on a great battle-field of \
        that war. We have come to dedicate a portion of that field, as a final resting-place for those who here gave their lives, \
        that that nation might live. It is altogether fitting and proper that we should do this.";
    let grade = of(gettysburg).grade().expect("it has words");
    assert!((9.0..12.5).contains(&grade), "{grade}");
}

#[test]
fn a_hard_text_is_hard() {
    let hard = of("The therapeutic modality necessitates individualised evaluation of musculoskeletal impairments, \
                   notwithstanding considerable heterogeneity of symptomatic presentation.");
    assert!(hard.grade() > Some(8.0), "{hard:?}");
}

#[test]
fn the_english_documents_are_for_everyone() {
    for (path, document) in documents().iter().filter(|(_, document)| &*document.lang == "en") {
        let count = count(document);
        let grade = count.grade().expect("it has words");
        println!("{}: {grade} {count:?}", path.display());
        assert!(grade <= 6.0, "{}: {grade}", path.display());
    }
}
