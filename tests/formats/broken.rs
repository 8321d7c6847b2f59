//! Broken input: nothing panics, and whatever is read can be taken into a project.

use std::collections::BTreeMap;

use apostil::format::dataset::{Dataset, NOBODY};
use apostil::format::error::ReadError;
use apostil::format::import::{Importer, Standing, Take};
use apostil::format::report::Report;
use apostil::format::thing::Thing;
use apostil::format::{File, Layout, ReadOptions, WriteOptions, read, written};
use apostil::model::id::AuthorId;
use apostil::model::project::Project;
use apostil::model::schema::Schema;

use crate::sample::{Dice, ME, dataset};

/// Bytes that readers go wrong on, put in anywhere.
const POISON: &[&[u8]] = &[
    b"",
    b"\"",
    b"{",
    b"[[",
    b"}",
    b"\\",
    b"\n",
    b"\r",
    b",",
    b"null",
    b"-1",
    b"4294967295",
    b"1e999",
    b"\\ud83d",
    b"\\u0000",
    b"\0",
    b"\xff",
    b"\xf0\x9f",
    b"\xef\xbb\xbf",
    b"\"start\": 7, ",
    b"0123456789abcdef-4294967295",
    b"PK\x03\x04",
    b"<svg",
    b"<pre>",
    b"</",
    b"<!--",
    b"&#x110000;",
    b"---\n",
    b"\t",
    b";",
    b"\r\n",
    b"\"\"",
    b"\xff\xfe",
];

/// One of each format.
const NAMES: [&str; 8] = ["a.txt", "a.json", "a.jsonl", "a", "a.md", "a.html", "a.csv", "a.tsv"];

fn mutate(dice: &mut Dice, mut bytes: Vec<u8>) -> Vec<u8> {
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len() + 1);
        let end = bytes.len().min(at + dice.roll(6) * dice.roll(20));
        let new = POISON[dice.roll(POISON.len())];
        bytes.splice(at..end, new.iter().copied());
    }
    bytes
}

/// Takes in what was read, as mine and as theirs, into a new project and into one that has it.
fn take_in(found: &Dataset, what: &str) {
    for take in [Take::AsMine, Take::AsTheirs] {
        let importer =
            Importer { me: AuthorId(3), take, next_number: 1, file: "in.json".into(), at: 0 };
        let mut project = Project::new("old", Schema::ontonotes());
        for round in 0..2 {
            let mut report = Report::default();
            let plan =
                importer.plan(&project, &mut Standing::of(&project), found.clone(), &mut report);
            for text in plan.texts {
                project.hold(text);
            }
            let applied = project.apply(&plan.transaction);
            assert!(applied.is_ok(), "{what}, {take:?}, round {round}: {applied:?}");
            assert!(round == 0 || plan.added.is_empty() || has_twins(found), "{what}: added twice");
        }
        let tracks = project.documents().filter_map(|it| it.body.as_ref());
        assert!(tracks.flat_map(|it| it.tracks.keys()).all(|id| *id != NOBODY), "{what}");
    }
}

/// Whether ids stand for several texts, so that some get a new one each time.
fn has_twins(found: &Dataset) -> bool {
    let mut texts = BTreeMap::new();
    !found.articles.iter().all(|it| {
        let hash = it.text.hash();
        *texts.entry(it.id.clone()).or_insert(hash) == hash && it.id.is_some()
    })
}

#[test]
fn good_files_are_taken_in_whole() {
    for seed in 0..60 {
        let found = dataset(seed);
        take_in(&found, &format!("seed {seed}"));
    }
}

#[test]
fn broken_files_never_panic_and_what_is_left_is_sound() {
    let (mut n_read, mut n_refused) = (0, 0);
    for seed in 0..1500 {
        let mut dice = Dice(seed);
        let formats: Vec<_> = written().collect();
        let format = formats[dice.roll(formats.len())];
        let layout = if dice.roll(9) == 0 { Layout::Zip } else { Layout::One };
        let options = WriteOptions { layout, author: Some(ME), stem: "all".into() };
        let Ok(good) = format.write(dataset(seed % 40), &options, &mut Report::default()) else {
            continue;
        };
        let good = good.files.into_iter().next().expect("something was written");
        let bad = File { name: good.name, bytes: mutate(&mut dice, good.bytes) };
        let forced = (dice.roll(2) == 0).then_some(format);
        let options = ReadOptions { format: forced, ..ReadOptions::default() };
        match read(&bad, &options, &mut Report::default()) {
            Ok(found) => {
                n_read += 1;
                take_in(&found, &format!("{}, seed {seed}", format.id));
            }
            Err(_) => n_refused += 1,
        }
    }
    assert!(n_read > 200 && n_refused > 200, "{n_read} read, {n_refused} refused");
}

#[test]
fn noise_never_panics() {
    for seed in 0..2000 {
        let mut dice = Dice(seed);
        let n = dice.roll(60);
        let bytes: Vec<u8> = (0..n)
            .flat_map(|_| match dice.roll(3) {
                0 => POISON[dice.roll(POISON.len())].to_vec(),
                1 => vec![dice.roll(256) as u8],
                _ => b"{\"text\": \"spans\"}:[],<p>"[dice.roll(23)..].to_vec(),
            })
            .collect();
        for name in NAMES {
            let file = File { name: name.to_owned(), bytes: bytes.clone() };
            if let Ok(found) = read(&file, &ReadOptions::default(), &mut Report::default()) {
                take_in(&found, &format!("noise, seed {seed}, {name}"));
            }
        }
    }
}

fn file(name: &str, bytes: &[u8]) -> File {
    File { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// What a file is refused with.
fn refusal(name: &str, bytes: &[u8]) -> ReadError {
    read(&file(name, bytes), &ReadOptions::default(), &mut Report::default())
        .expect_err("it is broken")
}

#[test]
fn refusals_name_the_cause_and_the_place() {
    let native = |rest: &str| format!("{{\"format\": \"apostil\", {rest}}}").into_bytes();
    assert_eq!(refusal("a.txt", b""), ReadError::Empty);
    assert_eq!(refusal("a.txt", b"one\ntwo \0"), ReadError::Binary { byte: 9 });
    assert_eq!(refusal("a.txt", b"%PDF-1.7"), ReadError::OtherKind { kind: "PDF" });
    assert_eq!(refusal("a.jsonl", b"\n \n"), ReadError::NothingInside);
    assert_eq!(
        refusal("a.json", &native("\"version\": 9")),
        ReadError::Newer { found: 9, known: 1 }
    );
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert_eq!(refusal("a.json", &native(&format!("\"x\": {deep}"))), ReadError::TooDeep);
    let ReadError::BrokenJson { line, column, .. } = refusal("a.json", b"{\"format\":\n  oops}")
    else {
        panic!("it is no JSON");
    };
    assert_eq!((line, column), (2, 3));
    let ReadError::WrongShape(shape) = refusal(
        "a.json",
        &native("\"version\": 1, \"labels\": [{\"name\": \"A\", \"color\": \"red\"}]"),
    ) else {
        panic!("red is no color of ours");
    };
    assert_eq!(shape.place, "labels[0].color");
}

#[test]
fn one_bad_line_does_not_spoil_the_others() {
    let lines = concat!(
        "{\"text\": \"good\"}\n",
        "{\"text\": \"lone \\ud83d surrogate\"}\n",
        "\n",
        "{\"no text\": 1}\r\n",
        "{\"text\": \"Ibis\", \"spans\": [{\"start\": 0, \"end\": 4, \"label\": \"A\", \"text\": \"Ibex\"}]}\n",
        "{\"text\": \"Ibis\", \"spans\": [{\"start\": 0, \"end\": 5, \"label\": \"A\"}]}",
    );
    let mut report = Report::default();
    let found =
        read(&file("a.jsonl", lines.as_bytes()), &ReadOptions::default(), &mut report).unwrap();
    assert_eq!(found.articles.len(), 3);
    assert_eq!(found.n_marks(), 0);
    let said: Vec<String> = report.losses.iter().map(|it| format!("{:?}", it.message())).collect();
    let expected = [
        "LineBroken { file: \"a.jsonl:2\"",
        "PartLeftOut { file: \"a.jsonl:4\", place: \"text\"",
        "MarkQuoteDiffers { file: \"a.jsonl:5\", place: \"spans[0]\", quoted: \"Ibex\", found: \"Ibis\"",
        "MarkOutsideText { file: \"a.jsonl:6\", place: \"spans[0]\", start: 0, end: 5, length: 4",
    ];
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn what_cannot_be_kept_of_an_origin_is_reported() {
    let accepted = r#"{"accepted": {"score": 0.5, "by": "x", "source":
        {"name": "rules", "version": "1", "fingerprint": "f", "host": "y"}}, "extra": 1}"#;
    let span = format!(
        r#"{{"id": "0000000000000001-1", "start": 0, "end": 5, "text": "Turbo", "label": "GPE",
            "origin": {accepted}}}"#
    );
    let json = format!(
        r#"{{"format": "apostil", "version": 1, "labels": [{{"name": "GPE"}}], "documents":
            [{{"id": "a", "name": "a", "text": "Turbo", "tracks":
            [{{"author": "0000000000000001", "spans": [{span}]}}]}}]}}"#
    );
    let mut report = Report::default();
    let found =
        read(&file("a.json", json.as_bytes()), &ReadOptions::default(), &mut report).unwrap();
    assert_eq!(found.n_marks(), 1);
    // `extra`, `by` and `host`.
    assert_eq!(report.n_lost(Thing::Meta), 3, "{:?}", report.losses);
}
