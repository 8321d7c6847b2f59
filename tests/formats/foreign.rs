//! Records of other programs: the text and every field beside it come through, whatever they are.

use apostil::format::dataset::Dataset;
use apostil::format::error::ReadError;
use apostil::format::report::Report;
use apostil::format::{File, Layout, ReadOptions, WriteOptions, by_id, read};
use apostil::model::document::Meta;
use apostil::model::id::DocumentId;
use serde_json::{Map, Value, json};

use crate::sample::Dice;

const WORDS: &[&str] = &[
    "Ibis",
    "",
    " a b ",
    "line\nbreak",
    "\r\n",
    "say \"so\"",
    ",;\t|",
    "Ñandú 👩🏽‍🚀",
    "\u{feff}",
    "=1+1",
    "{\"a\": 1}",
    "'",
    "\\",
];

const NAMES: &[&str] = &[
    "title", "Fecha", "url", "a/b", "/c", "//d", "~", "spans", "labels", "status", "meta", "name",
    "language", "reviewed", "sha256", "ñ",
];

fn value(dice: &mut Dice) -> Value {
    let words = WORDS[dice.roll(WORDS.len())];
    match dice.roll(8) {
        0 => Value::Null,
        1 => (i64::try_from(dice.roll(1000)).unwrap() - 500).into(),
        2 => (dice.roll(1000) as f64 / 8.0).into(),
        3 => json!([words, {"deep": [words]}]),
        4 => json!({"x": {"y": words}}),
        5 => Value::Bool(true),
        _ => words.into(),
    }
}

/// A record with a text of its own, so that no two are the same.
fn record(dice: &mut Dice, n: usize, only_words: bool) -> Map<String, Value> {
    let mut all = Map::new();
    all.insert("text".into(), format!("{n} {}", WORDS[dice.roll(WORDS.len())]).into());
    for _ in 0..dice.roll(5) {
        let name = NAMES[dice.roll(NAMES.len())];
        let words = Value::from(WORDS[dice.roll(WORDS.len())]);
        all.insert(name.into(), if only_words { words } else { value(dice) });
    }
    all
}

fn open(name: &str, bytes: Vec<u8>) -> Dataset {
    let mut report = Report::default();
    let file = File { name: name.into(), bytes };
    let found = read(&file, &ReadOptions::default(), &mut report).unwrap();
    assert!(report.losses.is_empty(), "{name}: {report:?}");
    found
}

/// The records as they are kept, in our own two formats too.
fn check(found: &Dataset, records: &[Map<String, Value>], what: &str) {
    let kept = |found: &Dataset| -> Vec<Map<String, Value>> {
        let fields = found.articles.iter().map(|it| {
            let text = ("text".to_owned(), Value::from(it.text.as_str()));
            let meta = it.meta.iter().map(|(name, json)| {
                let bare = name.strip_prefix('/').filter(|it| it.starts_with('/'));
                (bare.unwrap_or(name).to_owned(), serde_json::from_str(json).unwrap())
            });
            std::iter::once(text).chain(meta).collect()
        });
        fields.collect()
    };
    assert_eq!(kept(found), records, "{what}");
    for id in ["jsonl", "native"] {
        let options = WriteOptions { layout: Layout::One, author: None, stem: "all".into() };
        let mut report = Report::default();
        let written = by_id(id).unwrap().write(found.clone(), &options, &mut report).unwrap();
        assert!(report.losses.is_empty(), "{what}, {id}: {report:?}");
        let back = open(&written.files[0].name, written.files[0].bytes.clone());
        assert_eq!(kept(&back), records, "{what}, {id}");
    }
}

#[test]
fn no_field_of_a_list_of_records_is_lost() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let records: Vec<_> = (0..=dice.roll(6)).map(|n| record(&mut dice, n, false)).collect();
        let list = serde_json::to_vec_pretty(&records).unwrap();
        check(&open("a.json", list), &records, &format!("list, seed {seed}"));
        let inside = json!({"items": records, "n": [1, 2]});
        let found = open("a.json", serde_json::to_vec(&inside).unwrap());
        assert_eq!(found.meta["/n"], "[1,2]");
        check(&Dataset { meta: Meta::new(), ..found }, &records, &format!("inside, {seed}"));
    }
}

#[test]
fn no_cell_of_a_table_is_lost() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let columns: Vec<&str> = NAMES.iter().copied().filter(|_| dice.roll(3) == 0).collect();
        let separator = [",", ";", "\t", "|"][dice.roll(4)];
        let quote = |it: &str| format!("\"{}\"", it.replace('"', "\"\""));
        let mut rows = vec![[&["text"][..], &columns].concat().join(separator)];
        let mut records = Vec::new();
        for n in 0..=dice.roll(6) {
            let mut all = record(&mut dice, n, true);
            all.retain(|name, _| name == "text");
            for column in &columns {
                all.insert((*column).into(), WORDS[dice.roll(WORDS.len())].into());
            }
            let cells: Vec<String> = all.values().map(|it| quote(it.as_str().unwrap())).collect();
            rows.push(cells.join(separator));
            records.push(all);
        }
        let end = ["\n", "\r\n"][dice.roll(2)];
        check(&open("a.csv", rows.join(end).into()), &records, &format!("table, seed {seed}"));
    }
}

#[test]
fn one_broken_record_does_not_spoil_the_others() {
    let broken = |name: &str, content: &str| {
        let mut report = Report::default();
        let file = File { name: name.into(), bytes: content.into() };
        let found = read(&file, &ReadOptions::default(), &mut report).unwrap();
        let said: Vec<String> =
            report.losses.iter().map(|it| format!("{:?}", it.message())).collect();
        (found.articles.len(), said)
    };
    let deep = format!("{{\"text\": {}{}}}", "[".repeat(200), "]".repeat(200));
    let list = format!(
        "[{{\"text\": \"good\"}},\n{{\"text\": \"a\", \"n\": NaN}},\n{{\"text\": \"\\ud800\"}},\n\
         {{\"text\": \"a\", \"text\": \"b\"}},\n{{\"text\": 7}}, 8,\n{deep},\n\
         {{\"text\": \"a\", \"n\": 1e999}},\n{{\"text\": \"also good\"}}\n]"
    );
    let (n, said) = broken("a.json", &list);
    assert_eq!(n, 2);
    let expected = [
        "LineBroken { file: \"a.json:2\", column: 20, cause: JsonCauseValue }",
        "LineBroken { file: \"a.json:3\", column: 17, cause: JsonCauseHalf }",
        "JsonFieldTwice { file: \"a.json:4\", field: \"text\" }",
        "PartLeftOut { file: \"a.json:5\", place: \"text\", expected: ExpectedText }",
        "PartLeftOut { file: \"a.json:5\", place: \".\", expected: ExpectedObject }",
        "JsonTooDeep { file: \"a.json:6\", limit: 127 }",
        "LineBroken { file: \"a.json:7\", column: 24, cause: JsonCauseNumber }",
    ];
    assert_eq!(said, expected);
    let table = "title,text\nA,one\nB,two,more\nC\nD,\"four\"\nE,\"open";
    let (n, said) = broken("a.csv", table);
    assert_eq!(n, 2);
    let expected = [
        "RowLong { file: \"a.csv:3\", found: 3, columns: 2 }",
        "PartLeftOut { file: \"a.csv:4\", place: \"text\", expected: ExpectedText }",
        "QuoteOpen { file: \"a.csv:6\", line: 6 }",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_line_of_another_program_is_taken_with_all_it_has() {
    let line = r#"{"id": 7, "headline": "Garza", "cuerpo": "Una garza.", "status": "published",
        "labels": "sport", "meta": 3, "language": null, "name": ["x"], "score": 1.5}"#;
    let found = open("a.jsonl", line.replace('\n', " ").into());
    let article = &found.articles[0];
    assert_eq!((article.text.as_str(), article.name.as_str()), ("Una garza.", "Garza"));
    assert_eq!(article.id.as_ref().map(DocumentId::as_str), Some("7"));
    let meta: Vec<_> = article.meta.iter().map(|(key, it)| format!("{key}={it}")).collect();
    let expected = [
        "/headline=\"Garza\"",
        "/score=1.5",
        "labels=\"sport\"",
        "meta=3",
        "name=[\"x\"]",
        "status=\"published\"",
    ];
    assert_eq!(meta, expected);
}

#[test]
fn a_record_of_very_many_fields_takes_no_long_time() {
    let start = std::time::Instant::now();
    let fields: Vec<String> = (0..100_000).map(|n| format!("\"f{n}\": \"w\"")).collect();
    let file = |content: String| File { name: "a.json".into(), bytes: content.into() };
    let asks = file(format!("[{{{}}}]", fields.join(", ")));
    let found = read(&asks, &ReadOptions::default(), &mut Report::default());
    let Err(ReadError::Asks(question)) = found else { panic!("nobody knows which") };
    assert!(question.fields.len() < 100);
    let plain = file(format!("[{{{}, \"text\": \"Ibis\"}}]", fields.join(", ")));
    let found = read(&plain, &ReadOptions::default(), &mut Report::default()).unwrap();
    assert_eq!(found.articles[0].meta.len(), 100_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
