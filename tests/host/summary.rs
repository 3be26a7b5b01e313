//! The page for the appointment: all that was entered and chosen is there, and nothing else.

use proptest::prelude::*;
use remedy_faq::core::content::Document;
use remedy_faq::core::date::Date;
use remedy_faq::core::record::{Entry, Outcome, Record};
use remedy_faq::core::summary::{Body, Choice, Section, Summary, outcome_word};
use remedy_faq::core::words::Wording;
use serde_json::{Value, json};

use super::bundled::documents;
use super::content::minimal;
use super::saved::any_record;

const NOTHING: Choice = Choice { tried: false, notes: false, untried: false, questions: false };

pub fn entry(tried: bool, outcome: Option<Outcome>, note: &str) -> Entry {
    Entry { changed: 1, tried, outcome, note: note.into() }
}

pub fn record(entries: &[(&str, Entry)], questions: &str) -> Record {
    let mut record = Record::default();
    for (id, entry) in entries {
        record.put((*id).into(), entry.clone());
    }
    record.questions.text = questions.into();
    record
}

pub fn document(changes: Value) -> Document {
    Document::parse(&minimal(changes)).expect("the test's document is valid")
}

/// Documents with remedies of ids that `any_record` ticks too, in either direction, reviewed or not.
pub fn any_document() -> impl Strategy<Value = Document> {
    let words = "[a-c\"\\\\<אé\u{a0}\u{3000}\u{85}\u{7}\u{feff}]{0,5}x";
    let area = prop_oneof![Just(None), "[AB]".prop_map(Some)];
    let remedies = prop::collection::btree_map("[a-d]{1,2}", (words, area), 1..6);
    let reviewed = prop_oneof![Just(None), Just(Some("2026-11-22")), Just(Some("0000-01-01"))];
    let strings = prop_oneof![Just(json!({})), Just(json!({"helped": "Hilft", "worse": "", "didItHelp": " "}))];
    (remedies, words, any::<bool>(), reviewed, strings).prop_map(|(remedies, title, rtl, reviewed, strings)| {
        let remedies: Vec<Value> = remedies
            .into_iter()
            .map(|(id, (label, area))| match area {
                None => json!({"id": id, "label": label}),
                Some(area) => json!({"id": id, "label": label, "area": area}),
            })
            .collect();
        let dir = if rtl { "rtl" } else { "ltr" };
        let mut changes = json!({"title": title, "remedies": remedies, "dir": dir, "strings": strings});
        if let Some(reviewed) = reviewed {
            changes["reviewed"] = reviewed.into();
            changes["reviewer"] = "Dr A".into();
        }
        document(changes)
    })
}

/// Many of the documents' remedies, most of them tried.
fn judged() -> impl Strategy<Value = Record> {
    let outcome = prop::sample::select(vec![None, Some(Outcome::Helped), Some(Outcome::NoChange), Some(Outcome::Worse)]);
    let entries = prop::collection::btree_map("[a-d]{1,2}", (prop::bool::weighted(0.8), outcome), 0..20);
    entries.prop_map(|entries| {
        let mut record = Record::default();
        for (id, (tried, outcome)) in entries {
            record.put(id.into(), entry(tried, outcome, ""));
        }
        record
    })
}

pub fn any_choice() -> impl Strategy<Value = Choice> {
    any::<[bool; 4]>().prop_map(|[tried, notes, untried, questions]| Choice { tried, notes, untried, questions })
}

fn summary(document: &Document, record: &Record, choice: Choice) -> Summary {
    let reviewed = document.reviewed.map(Date::to_text);
    Summary::new(document, record, &Wording::new(None, &document.strings), choice, "2026-11-23", reviewed.as_deref())
}

fn text(document: &Document, record: &Record) -> String {
    summary(document, record, Choice::default()).to_text()
}

#[test]
fn the_page_reads_as_it_should() {
    let (_, document) = documents().into_iter().find(|(path, _)| path.ends_with("content/muscle-knots.json")).expect("it is bundled");
    let record = record(
        &[
            ("rest", entry(true, None, "")),
            ("stretch", entry(true, Some(Outcome::Worse), "Sharp pain\r\nwhen I turn left.\n")),
            ("low-heat", entry(true, Some(Outcome::Helped), "Every evening, 20 minutes.")),
            ("low-massage", entry(true, Some(Outcome::NoChange), " ")),
            ("muscle-rub", entry(false, Some(Outcome::Helped), "Ticked by mistake.")),
            ("acupuncture", entry(true, Some(Outcome::Helped), "")),
        ],
        "May I swim?\nHow long will it take?\n\n",
    );
    let page = "\
For my appointment
Made on 2026-11-23 from the page “Muscle knots: questions and answers”.
No clinician has reviewed this page yet.

Tried
- Heat (Lower back): Helped
  My note: Every evening, 20 minutes.
- Deep massage (Lower back): No change
- Gentle stretching (Upper back): Worse
  My note: Sharp pain
  when I turn left.
- Rest (Upper back)

Tried, and no longer on that page
- acupuncture: Helped

Not tried
- Upper back: Aerobic exercise; Hot and cold therapy; Muscle rub; Trigger point pressure release; Physical therapy
- Lower back: Stretching; Exercise; Foam roller

My questions
May I swim?
How long will it take?
";
    assert_eq!(text(&document, &record), page);
}

#[test]
fn a_review_is_told_with_its_day_and_reviewer_as_the_caller_writes_them() {
    let changes = json!({"reviewed": "2026-11-22", "reviewer": "Dr Ruiz", "strings": {"reviewedBy": "Revisado: {date}, {reviewer}"}});
    let document = document(changes);
    let wording = Wording::new(None, &document.strings);
    let page = Summary::new(&document, &Record::default(), &wording, NOTHING, "hoy", Some("22 nov 2026")).to_text();
    assert_eq!(page, "For my appointment\nMade on hoy from the page “T”.\nRevisado: 22 nov 2026, Dr Ruiz\n");
}

#[test]
fn remedies_without_an_area_stand_under_other_and_nothing_to_say_has_no_heading() {
    let document = document(
        json!({"remedies": [{"id": "a", "label": "A", "area": "Back"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C", "area": "Back"}]}),
    );
    assert!(text(&document, &Record::default()).ends_with("\n\nNot tried\n- Back: A; C\n- Other: B\n"));
    let all = record(&[("a", entry(true, None, "")), ("b", entry(true, None, "")), ("c", entry(true, None, ""))], " \n");
    assert!(text(&document, &all).ends_with("yet.\n\nTried\n- A (Back)\n- B\n- C (Back)\n"));
}

#[test]
fn a_note_that_runs_the_other_way_does_not_turn_what_stands_around_it() {
    let noted = |note| record(&[("rest", entry(true, None, note))], "");
    let left = document(json!({}));
    assert!(text(&left, &noted("חם\nוקר")).ends_with("  My note: \u{2068}חם\u{2069}\n  \u{2068}וקר\u{2069}\n"));
    assert!(text(&left, &noted("a\u{202e}b")).ends_with("  My note: \u{2068}a\u{202e}b\u{2069}\n"));
    assert!(text(&left, &noted("warm, 20 °C")).ends_with("  My note: warm, 20 °C\n"));
    let right = document(json!({"dir": "rtl"}));
    assert!(text(&right, &noted("warm")).ends_with("  My note: \u{2068}warm\u{2069}\n"));
}

/// The record with notes and questions that are told from everything else.
fn marked(record: &Record) -> Record {
    let mut marked = record.clone();
    for (id, entry) in record.entries() {
        let mark = if entry.tried { "⟦noted⟧" } else { "⟦unticked⟧" };
        marked.put(id.clone(), Entry { note: format!("{mark}{}", entry.note).into(), ..entry.clone() });
    }
    marked.questions.text = format!("⟦asked⟧{}", record.questions.text).into();
    marked
}

proptest! {
    #[test]
    fn nothing_that_was_entered_is_missing(document in any_document(), record in any_record()) {
        let record = marked(&record);
        let wording = Wording::new(None, &document.strings);
        let page = text(&document, &record);
        let mut entered: Vec<String> = record.questions.text.lines().map(|line| line.trim_end().to_owned()).collect();
        for (id, entry) in record.entries().filter(|(_, entry)| entry.tried) {
            entered.extend(entry.note.lines().map(|line| line.trim_end().to_owned()));
            let label = document.remedies.iter().find(|one| one.id == *id).map_or(id.to_string(), |one| one.label.plain());
            let outcome = entry.outcome.map_or("", |outcome| wording.get(outcome_word(outcome)));
            let said = |line: &str| line.starts_with(&format!("- {label}")) && line.ends_with(outcome);
            prop_assert!(page.split('\n').any(said), "{label}, {outcome} in {page}");
        }
        for line in entered {
            prop_assert!(page.contains(&line), "{line:?} in {page:?}");
        }
        prop_assert!(!page.contains("⟦unticked⟧"));
    }

    #[test]
    fn nothing_that_was_not_chosen_is_there(document in any_document(), record in any_record(), choice in any_choice()) {
        let record = marked(&record);
        let page = summary(&document, &record, choice);
        let text = page.to_text();
        prop_assert!(choice.tried && choice.notes || !text.contains("⟦noted⟧"));
        prop_assert_eq!(choice.questions, text.contains("⟦asked⟧"));
        for Section { body, .. } in &page.sections {
            let chosen = match body {
                Body::Tried(_) => choice.tried,
                Body::Untried(_) => choice.untried,
                Body::Questions(_) => choice.questions,
            };
            prop_assert!(chosen, "{page:?}");
        }
        if !choice.tried {
            for remedy in document.remedies.iter().filter(|remedy| record.is_tried(&remedy.id)) {
                let line = format!("- {}", remedy.label.plain());
                prop_assert!(!text.split('\n').any(|one| one.starts_with(&line)));
            }
        }
    }

    #[test]
    fn what_helped_comes_first_and_each_remedy_stands_once(document in any_document(), record in judged()) {
        let wording = Wording::new(None, &document.strings);
        let rank = |word: &str| Outcome::ALL.iter().position(|one| wording.get(outcome_word(*one)) == word).unwrap_or(3);
        let page = summary(&document, &record, Choice::default());
        let (mut tried, mut untried) = (0, 0);
        for section in &page.sections {
            match &section.body {
                Body::Tried(remedies) => {
                    tried += remedies.len();
                    prop_assert!(remedies.is_sorted_by_key(|remedy| rank(&remedy.outcome)), "{remedies:?}");
                }
                Body::Untried(areas) => untried += areas.iter().map(|area| area.labels.len()).sum::<usize>(),
                Body::Questions(_) => {}
            }
        }
        let all_tried = record.entries().filter(|(_, entry)| entry.tried).count();
        let known = document.remedies.iter().filter(|remedy| record.is_tried(&remedy.id)).count();
        prop_assert_eq!((tried, untried), (all_tried, document.remedies.len() - known));
    }
}
