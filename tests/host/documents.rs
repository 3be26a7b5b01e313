//! Valid documents of every shape, made at random from the schema's types.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use remedy_faq::bundle::schema_types::{
    Block, Clinic, Content, Day, Dir, Href, Id, Lang, Link, Question, Remedy, Source, Span, Strings, Strong, Text, Urgent, UrgentGroup,
    Words,
};
use remedy_faq::core::words::Word;

pub fn document() -> impl Strategy<Value = Content> {
    let head = ("[a-zA-Z0-9_-]{1,9}", lang(), of(prop_oneof![Just(Dir::Ltr), Just(Dir::Rtl)]), text(), of(text()));
    let origin = (of(day()), of(text()), of(vec(source(), 1..3)), of(urgent()), of(clinic()), of(strings()));
    (head, origin, of(vec(remedy(), 1..4)), vec(question(), 1..4)).prop_map(|(head, origin, mut remedies, mut questions)| {
        let (id, lang, dir, title, intro) = head;
        let (reviewed, reviewer, sources, urgent, clinic, strings) = origin;
        make_ids_unique(remedies.as_deref_mut().unwrap_or_default(), &mut questions);
        let questions = questions.into_iter().map(|(question, named)| with_remedies(question, &named, remedies.as_deref())).collect();
        let (id, schema_version) = (Id(id), 1);
        Content { schema_version, id, lang, dir, title, intro, reviewed, reviewer, sources, urgent, remedies, questions, clinic, strings }
    })
}

type Named = Option<Vec<Index>>;

fn make_ids_unique(remedies: &mut [Remedy], questions: &mut [(Question, Named)]) {
    let ids = remedies.iter_mut().map(|remedy| &mut remedy.id).chain(questions.iter_mut().map(|(question, _)| &mut question.id));
    for (number, id) in ids.enumerate() {
        id.0.push_str(&format!("-{number}"));
    }
}

fn with_remedies(mut question: Question, named: &Named, remedies: Option<&[Remedy]>) -> Question {
    if let (Some(named), Some(remedies)) = (named, remedies) {
        let ids = named.iter().map(|index| index.get(remedies).id.clone()).collect();
        question.answer.push(Block { remedies: Some(ids), ..Block::default() });
    }
    question
}

fn question() -> impl Strategy<Value = (Question, Named)> {
    (id(), text(), of(text()), vec(block(), 1..4), of(vec(any::<Index>(), 1..3)))
        .prop_map(|(id, question, note, answer, named)| (Question { id, question, note, answer }, named))
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        text().prop_map(|text| Block { p: Some(text), ..Block::default() }),
        vec(text(), 1..3).prop_map(|items| Block { ul: Some(items), ..Block::default() }),
        vec(text(), 1..3).prop_map(|items| Block { ol: Some(items), ..Block::default() }),
    ]
}

fn remedy() -> impl Strategy<Value = Remedy> {
    (id(), text(), of(text()), of(text()), of(text())).prop_map(|(id, label, detail, area, caution)| Remedy {
        id,
        label,
        detail,
        area,
        caution,
    })
}

fn source() -> impl Strategy<Value = Source> {
    (text(), of(href()), of(day())).prop_map(|(title, url, accessed)| Source { title, url, accessed })
}

fn urgent() -> impl Strategy<Value = Urgent> {
    let group = (text(), of(vec(text(), 1..3)), of(text())).prop_map(|(title, signs, action)| UrgentGroup { title, signs, action });
    (text(), of(vec(group, 1..3))).prop_map(|(title, groups)| Urgent { title, groups })
}

fn clinic() -> impl Strategy<Value = Clinic> {
    (text(), of(".{0,6}"), of(href())).prop_map(|(name, phone, url)| Clinic { name, phone, url })
}

fn strings() -> impl Strategy<Value = Strings> {
    prop::collection::btree_map(select(Word::NAMES).prop_map(str::to_owned), ".{0,6}", 0..3).prop_map(|map: BTreeMap<_, _>| Strings(map))
}

/// Any text that has something to read in it.
fn text() -> impl Strategy<Value = Text> {
    let plain = words().prop_map(Text::Plain);
    let spans = (vec(span(), 0..3), "[a-z]{1,4}").prop_map(|(mut spans, last)| {
        spans.push(Span::Plain(last));
        Text::Spans(spans)
    });
    prop_oneof![plain, spans]
}

fn words() -> impl Strategy<Value = Words> {
    "(?s).{0,5}[a-zé字🦵].{0,5}".prop_map(Words)
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        "(?s).{0,5}".prop_map(Span::Plain),
        words().prop_map(|strong| Span::Strong(Strong { strong })),
        (href(), words()).prop_map(|(link, text)| Span::Link(Link { link, text })),
    ]
}

fn id() -> impl Strategy<Value = Id> {
    "[a-zA-Z0-9_-]{1,6}".prop_map(Id)
}

fn lang() -> impl Strategy<Value = Lang> {
    "[a-zA-Z0-9]{1,8}(-[a-zA-Z0-9]{1,8}){0,2}".prop_map(Lang)
}

fn day() -> impl Strategy<Value = Day> {
    "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])".prop_map(Day)
}

fn href() -> impl Strategy<Value = Href> {
    "([hH][tT][tT][pP][sS]?://|mailto:|TEL:)[!-~é字🦵]{1,8}".prop_map(Href)
}
