//! JSON that is read a piece at a time is what it is when it is read whole, and so is what is none.

use std::ops::ControlFlow;

use proptest::prelude::*;
use remedy_faq::core::pieces::Pieces;
use remedy_faq::core::value::Json;

/// What is read of a text, its errors as the place that they name, and in how many pieces.
fn in_pieces(text: &str, size: usize) -> (Result<Json, (usize, usize)>, usize) {
    let mut pieces = Pieces::new(text.into(), size);
    let mut count = 1;
    loop {
        pieces = match pieces.go_on() {
            ControlFlow::Continue(pieces) => pieces,
            ControlFlow::Break(read) => return (read.map_err(|error| (error.line(), error.column())), count),
        };
        count += 1;
    }
}

fn whole(text: &str) -> Result<Json, (usize, usize)> {
    Json::parse(text).map_err(|error| (error.line(), error.column()))
}

/// What JSON is made of, more or less in order, so that much of it is JSON or nearly so.
fn tokens() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        4 => Just(","),
        2 => Just("{},"),
        2 => prop_oneof![Just("["), Just("]"), Just("{"), Just("}"), Just("{\"a\":["), Just("]}"), Just("],\"b\":[")],
        3 => prop_oneof![Just("1"), Just("1.5"), Just("null"), Just("\"x,]}\\\"\""), Just("\"é\\\\\""), Just("{}"), Just("{\"c\":[3]}")],
        1 => prop_oneof![Just(" "), Just(":"), Just("\""), Just("\\"), Just("\"\":")],
    ];
    prop::collection::vec(token, 0..24).prop_map(|tokens| tokens.concat())
}

/// An object of lists, or of something else, between which is white space.
fn objects() -> impl Strategy<Value = String> {
    let member = prop_oneof![Just("1"), Just("\"a, b\""), Just("{\"id\": [1, 2]}"), Just("[ ]"), Just("\"\\\\\"")];
    let value = prop_oneof![
        4 => prop::collection::vec(member, 0..12).prop_map(|members| format!("[{}]", members.join(" ,\n"))),
        1 => Just("{\"d\": 1, \"e\": [1, 2, 3]}".to_owned()),
        1 => Just("7".to_owned()),
    ];
    prop::collection::vec(("\"[ab]?\"", value), 0..6).prop_map(|fields| {
        format!("{{{}}} ", fields.iter().map(|(name, value)| format!("{name} : {value}")).collect::<Vec<_>>().join(" , "))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_it_is_it_is_the_same(text in tokens(), in_object: bool, size in 1..12usize) {
        let text = if in_object { format!("{{\"q\":[{text}]}}") } else { text };
        prop_assert_eq!(in_pieces(&text, size).0, whole(&text));
    }

    #[test]
    fn an_object_is_the_same(text in objects(), size in 1..40usize) {
        prop_assert_eq!(in_pieces(&text, size).0, whole(&text));
    }

    #[test]
    fn a_mistake_is_told_in_its_place(text in objects(), size in 1..20usize, at: prop::sample::Index, wrong in "[,\\[\\]{}:\"0 ]?") {
        let mut mistaken = text.clone();
        let at = at.index(text.len());
        mistaken.replace_range(at..=at, &wrong);
        prop_assert_eq!(in_pieces(&mistaken, size).0, whole(&mistaken));
    }
}

#[test]
fn lists_of_objects_in_the_object_are_cut_and_nothing_else() {
    let pieces = |text, size| in_pieces(text, size).1;
    let lists = r#"{"a": [{}, {"i": [{}, {}]}, {}, 4], "b": [{}, 6]}"#;
    assert_eq!(pieces(lists, 1), 5);
    assert_eq!(pieces(lists, 16), 3);
    assert_eq!(pieces(lists, 100), 1);
    assert_eq!(pieces(r#"{"a": {"b": [{}, {}], "c": 2}, "d": "{}, 2, 3"}"#, 1), 1);
    assert_eq!(pieces("[{}, {}, 3]", 1), 1);
}
