//! The documents that come with the widget.

use std::fs;
use std::path::{Path, PathBuf};

use remedy_faq::core::content::{Block, Document};

pub fn documents() -> Vec<(PathBuf, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/content");
    let files =
        [folder.clone(), folder.join("examples")].into_iter().flat_map(|folder| fs::read_dir(folder).expect("it is part of the project"));
    let mut documents: Vec<_> = files
        .map(|file| file.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let json = fs::read_to_string(&path).expect("it can be read");
            let document = Document::parse(&json).unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()));
            (path, document)
        })
        .collect();
    documents.sort_by(|one, other| one.0.cmp(&other.0));
    documents
}

pub fn bundled() -> Document {
    let (_, document) =
        documents().into_iter().find(|(path, _)| path.ends_with("static/content/muscle-knots.json")).expect("it is bundled");
    document
}

fn everything(document: &Document) -> String {
    let mut text = String::new();
    for question in &document.questions {
        text.push_str(&question.question.plain());
        for answer in question.answer_texts() {
            text.push('\n');
            text.push_str(&answer.plain());
        }
    }
    text.to_lowercase()
}

#[test]
fn every_document_that_comes_along_is_valid() {
    assert!(documents().len() >= 5);
}

#[test]
fn the_bundled_document_asks_the_fifteen_questions_of_its_source_in_order() {
    let document = bundled();
    let asked: Vec<String> = document.questions.iter().map(|question| question.question.plain()).collect();
    let words = [
        "big knot",
        "severe pain",
        "upper back pain",
        "constant knots",
        "pop",
        "leave",
        "permanent",
        "go away",
        "crunching",
        "therapist feel",
        "yofascitis",
        "lower back",
        "painful knots",
        "tight lower back",
        "causing your back pain",
    ];
    assert_eq!(asked.len(), 15);
    for (question, word) in asked.iter().zip(words) {
        assert!(question.contains(word), "{question} asks about {word}");
    }
}

#[test]
fn the_bundled_document_keeps_the_facts_of_its_source() {
    let text = everything(&bundled());
    for fact in [
        "20–30 seconds",
        "thumb",
        "fingers",
        "elbow",
        "trapezius",
        "scapula",
        "ear",
        "head",
        "keyboard",
        "golf",
        "tennis",
        "scar",
        "trigger point",
        "active",
        "latent",
        "fascia",
        "organs",
        "knead",
        "foam roller",
        "feet flat",
        "capillaries",
        "blood",
        "dictionary",
        "toxic",
        "posture",
        "injury",
        "stress",
        "elastic",
    ] {
        assert!(text.contains(fact) || text.contains(fact.trim_end_matches('e')), "{fact}");
    }
}

#[test]
fn every_remedy_stands_in_some_answer_too() {
    let document = bundled();
    assert_eq!(document.remedies.len(), 12);
    for remedy in &document.remedies {
        let named = document.questions.iter().flat_map(|question| &question.answer).any(|block| match block {
            Block::Remedies(remedies) => remedies.contains(remedy),
            _ => false,
        });
        assert!(named, "{}", remedy.id);
    }
}

#[test]
fn the_help_now_card_has_its_twelve_signs_and_nobody_reviewed_it_yet() {
    let document = bundled();
    let groups = &document.urgent.as_ref().expect("the card is there").groups;
    assert_eq!(groups.iter().map(|group| group.signs.len()).collect::<Vec<_>>(), [6, 6]);
    assert!(document.reviewed.is_none() && document.reviewer.is_empty());
    assert!(document.sources.iter().any(|source| source.accessed.is_some() && source.url.is_some()));
}

#[test]
fn translations_have_the_same_ids_so_that_a_tick_means_the_same() {
    let english = bundled();
    let (_, spanish) = documents().into_iter().find(|(path, _)| path.ends_with("muscle-knots.es.json")).expect("it comes along");
    let ids = |document: &Document| -> Vec<String> {
        let remedies = document.remedies.iter().map(|remedy| remedy.id.to_string());
        remedies.chain(document.questions.iter().map(|question| question.id.to_string())).collect()
    };
    assert_eq!((&english.id, ids(&english)), (&spanish.id, ids(&spanish)));
}
