//! How the core grows with the document, on this machine: reading it and searching it, over so many questions; merging two
//! records of it and the page for the appointment, over so many remedies, because that is what they depend on. Criterion times
//! each; what is printed last is the growth, as time per question or remedy, from size to size.
//!
//!     cargo bench --bench core

use std::hint::black_box;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput};
use remedy_faq::core::content::Document;
use remedy_faq::core::record::{Action, Outcome, Record, Stamp, apply, merge};
use remedy_faq::core::search::{Index, Query};
use remedy_faq::core::summary::{Choice, Summary};
use remedy_faq::core::words::Wording;

const SIZES: [usize; 4] = [15, 150, 1_500, 10_000];

/// Two words of the document, one of them half typed.
const QUERY: &str = "knots foa";

/// How often each act is timed when the growth is stated, and how long at most.
const TIMES: usize = 200;
const LONGEST: Duration = Duration::from_secs(2);

fn main() {
    let cases = SIZES.map(Case::new);
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .configure_from_args();
    for Act { name, run, .. } in ACTS {
        let mut group = criterion.benchmark_group(*name);
        for case in &cases {
            group.throughput(Throughput::Elements(case.size as u64));
            group.bench_function(BenchmarkId::from_parameter(case.size), |bencher| bencher.iter(|| run(case)));
        }
        group.finish();
    }
    criterion.final_summary();
    print_growth(&cases);
}

struct Act {
    name: &'static str,
    /// What it grows with.
    per: &'static str,
    run: fn(&Case),
}

const ACTS: &[Act] = &[
    Act {
        name: "parse",
        per: "question",
        run: |case| {
            let _ = black_box(Document::parse(black_box(&case.json)));
        },
    },
    Act {
        name: "index",
        per: "question",
        run: |case| {
            black_box(Index::new(black_box(&case.document)));
        },
    },
    Act {
        name: "search",
        per: "question",
        run: |case| {
            black_box(case.index.search(&Query::new(black_box(QUERY))));
        },
    },
    Act {
        name: "merge",
        per: "remedy",
        run: |case| {
            black_box(merge(black_box(&case.one), black_box(&case.other)));
        },
    },
    Act {
        name: "summary",
        per: "remedy",
        run: |case| {
            let summary = Summary::new(&case.listed, black_box(&case.one), &case.words, Choice::default(), "23 November 2026", None);
            black_box(summary.to_text());
        },
    },
];

/// Documents of some size, and what a visitor may have.
struct Case {
    size: usize,
    /// Of so many questions.
    json: String,
    document: Document,
    index: Index,
    words: Wording,
    /// Of so many remedies.
    listed: Document,
    /// Two of three remedies ticked, and as many of them judged.
    one: Record,
    /// From another tab: every other remedy, later. Some of them both have, some only this one.
    other: Record,
}

impl Case {
    fn new(size: usize) -> Self {
        let json = document(size, None);
        let document = parse(&json);
        let listed = parse(&self::document(150, Some(size)));
        let ids: Vec<Rc<str>> = listed.remedies.iter().map(|remedy| remedy.id.clone()).collect();
        let one = tried(ids.iter().enumerate().filter(|(at, _)| at % 3 != 0).map(|(_, id)| id), 1_700_000_000);
        let other = tried(ids.iter().step_by(2), 1_700_001_000);
        Self { size, index: Index::new(&document), words: Wording::new(None, &document.strings), one, other, listed, document, json }
    }
}

fn parse(json: &str) -> Document {
    Document::parse(json).expect("the generator writes valid documents")
}

/// What the browser's benchmarks show too, if need be with another number of remedies.
fn document(questions: usize, remedies: Option<usize>) -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/documents.mjs");
    let numbers = [Some(questions), remedies].into_iter().flatten().map(|number| number.to_string());
    let output = Command::new("node").arg(script).args(numbers).output().expect("Node.js is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("JSON is UTF-8")
}

fn tried<'a>(ids: impl Iterator<Item = &'a Rc<str>>, at: Stamp) -> Record {
    let judgements = [Some(Outcome::Helped), Some(Outcome::NoChange), None];
    ids.zip(judgements.into_iter().cycle()).fold(Record::default(), |record, (id, outcome)| {
        let ticked = apply(&record, &Action::Tick { id: id.clone(), tried: true }, at);
        apply(&ticked, &Action::Judge { id: id.clone(), outcome }, at)
    })
}

/// The growth, as a table: where the time per question (or remedy) stays as it is, the ratio is 1.
fn print_growth(cases: &[Case]) {
    let sizes: String = cases.iter().map(|case| format!(" {} |", case.size)).collect();
    println!("\n| ns per question or remedy, of which there are so many; × the next smaller size's |{sizes}");
    println!("| --- |{}", " --: |".repeat(cases.len()));
    for Act { name, per, run } in ACTS {
        let mut line = format!("| {name}, per {per} |");
        let mut before = None;
        for case in cases {
            let each = best(*run, case).as_secs_f64() * 1e9 / case.size as f64;
            let growth = before.replace(each).map(|before| format!(" ×{:.2}", each / before)).unwrap_or_default();
            line += &format!(" {each:.0}{growth} |");
        }
        println!("{line}");
    }
}

/// The shortest of many runs: the one that was disturbed least.
fn best(run: fn(&Case), case: &Case) -> Duration {
    let end = Instant::now() + LONGEST;
    let mut best = Duration::MAX;
    for _ in 0..TIMES {
        let start = Instant::now();
        run(case);
        best = best.min(start.elapsed());
        if Instant::now() > end {
            break;
        }
    }
    best
}
