//! What is written is read back, and a difference is caught.

use apostil::format::error::WriteError;
use apostil::format::report::Report;
use apostil::format::verify::verify;
use apostil::format::{File, Format, Layout, WriteOptions, by_id, written};

use crate::sample::{ME, dataset};

/// A seed with several articles, marks and suggestions.
fn rich() -> u64 {
    let is_rich = |seed: &u64| {
        let drawn = dataset(*seed);
        let first = &drawn.articles[0];
        let has_mine = first.tracks.get(&ME).is_some_and(|it| it.annotations.len() > 2);
        drawn.articles.len() > 2 && has_mine && !first.suggestions.is_empty()
    };
    (0..1000).find(is_rich).expect("one in a few is rich")
}

fn write(format: &Format, seed: u64) -> (apostil::format::dataset::Dataset, Vec<File>) {
    let options = WriteOptions { layout: Layout::One, author: Some(ME), stem: "all".into() };
    let reduced = format.reduce(dataset(seed), Some(ME), &mut Report::default());
    let written = format.write(dataset(seed), &options, &mut Report::default()).unwrap();
    (reduced, written.files)
}

#[test]
fn the_receipt_counts_what_is_in_the_files() {
    let native = by_id("native").unwrap();
    let (expected, files) = write(native, rich());
    let receipt = verify(native, &expected, &files).unwrap();
    assert_eq!(receipt.n_articles, expected.articles.len());
    assert_eq!(receipt.n_marks, expected.n_marks());
    assert_eq!(receipt.n_bytes, files[0].bytes.len());
    assert!(receipt.n_marks > 0 && receipt.n_suggestions > 0, "{receipt:?}");
}

#[test]
fn a_file_cut_short_is_caught_wherever_it_is_cut() {
    for format in written() {
        let (expected, files) = write(format, rich());
        let n_bytes = files[0].bytes.len();
        // The line feed at the end says nothing.
        for end in (0..n_bytes - 2).step_by(n_bytes / 40 + 1) {
            let mut cut = files.clone();
            cut[0].bytes.truncate(end);
            let found = verify(format, &expected, &cut);
            assert!(matches!(found, Err(WriteError::ReadBack { .. })), "{}, {end}", format.id);
        }
    }
}

#[test]
fn a_shifted_offset_is_caught() {
    for id in ["native", "jsonl"] {
        let format = by_id(id).unwrap();
        let (expected, files) = write(format, rich());
        let content = String::from_utf8(files[0].bytes.clone()).unwrap();
        let at = content.find("\"start\": ").unwrap() + "\"start\": ".len();
        let digits = content[at..].find(',').unwrap();
        let start: u32 = content[at..at + digits].parse().unwrap();
        let shifted = format!("{}{}{}", &content[..at], start + 1, &content[at + digits..]);
        let file = File { name: files[0].name.clone(), bytes: shifted.into_bytes() };
        let found = verify(format, &expected, &[file]);
        assert!(matches!(found, Err(WriteError::ReadBack { .. })), "{id}: {found:?}");
    }
}

#[test]
fn a_missing_article_is_caught() {
    let jsonl = by_id("jsonl").unwrap();
    let (expected, mut files) = write(jsonl, rich());
    let lines = String::from_utf8_lossy(&files[0].bytes).lines().count();
    assert!(lines > 1, "one line cannot be missing from {lines}");
    let first = files[0].bytes.iter().position(|it| *it == b'\n').unwrap();
    files[0].bytes.drain(..=first);
    assert!(verify(jsonl, &expected, &files).is_err());
}
