//! The laws that every format of the table keeps.

#[path = "formats/sample.rs"]
mod sample;

#[path = "formats/broken.rs"]
mod broken;

#[path = "formats/verified.rs"]
mod verified;

#[path = "formats/schema.rs"]
mod schema;

#[path = "formats/schemas.rs"]
mod schemas;

#[path = "formats/foreign.rs"]
mod foreign;

#[path = "formats/zips.rs"]
mod zips;

#[path = "formats/table.rs"]
mod table;

use std::collections::BTreeMap;

use apostil::format::dataset::{Article, Dataset, unsaid};
use apostil::format::report::Report;
use apostil::format::thing::Thing;
use apostil::format::{
    File, Format, Layout, ReadOptions, WriteOptions, error::WriteError, written,
};
use apostil::model::track::Status;

use crate::sample::{ME, dataset};

const SEEDS: std::ops::Range<u64> = 0..300;

fn options(layout: Layout) -> WriteOptions {
    WriteOptions { layout, author: Some(ME), stem: "all".to_owned() }
}

fn read_all(format: &'static Format, files: &[File], report: &mut Report) -> Dataset {
    let mut all = Dataset::default();
    for file in files {
        let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
        all.join(apostil::format::read(file, &options, report).unwrap(), report);
    }
    all
}

/// How many things of a kind an article has; of marks and what hangs on them, on `ME`'s track if it
/// is the only one that counts.
fn count(article: &Article, thing: Thing) -> usize {
    let tracks = || article.tracks.values();
    let marks = || tracks().flat_map(|it| it.annotations.values());
    match thing {
        Thing::Articles => 1,
        Thing::Ids => usize::from(article.id.is_some()),
        Thing::Languages => usize::from(article.language.is_some()),
        Thing::Meta => article.meta.len(),
        Thing::Marks => marks().count(),
        Thing::Attributes => marks().map(|it| it.attributes.len()).sum(),
        Thing::Notes => marks().filter(|it| it.note.is_some()).count(),
        Thing::Links => marks().filter(|it| it.link.is_some()).count(),
        Thing::Provenance => {
            let sources = article.suggestions.iter().filter(|it| it.source.is_some()).count();
            sources + marks().filter(|it| it.origin != unsaid()).count()
        }
        Thing::Relations => tracks().map(|it| it.relations.len()).sum(),
        Thing::ArticleLabels => tracks().map(|it| it.labels.len()).sum(),
        Thing::Reviewed => tracks().map(|it| it.reviewed.iter().count()).sum(),
        Thing::Status => tracks().filter(|it| it.status == Status::Done).count(),
        Thing::Decisions => tracks().map(|it| it.decisions.len()).sum(),
        Thing::Tracks => article.tracks.len(),
        Thing::Suggestions => article.suggestions.len(),
        // Of the whole and of file names: counted elsewhere.
        Thing::Definitions | Thing::Names => 0,
    }
}

#[test]
fn what_a_format_keeps_comes_back_and_what_it_loses_is_reported() {
    for format in written() {
        let mut n_articles = 0;
        for seed in SEEDS {
            let before = dataset(seed);
            let mut report = Report::default();
            let written = match format.write(before.clone(), &options(Layout::One), &mut report) {
                Ok(written) => written,
                Err(WriteError::Nothing) if format.id == "text" => continue,
                Err(error) => panic!("{}, seed {seed}: {error:?}", format.id),
            };
            let after = read_all(format, &written.files, &mut Report::default());
            n_articles += after.articles.len();
            check_losses(format, seed, before, &after, &report);
        }
        assert!(n_articles > 300, "{}: {n_articles}", format.id);
    }
}

fn check_losses(format: &Format, seed: u64, mut before: Dataset, after: &Dataset, report: &Report) {
    if format.keeps.lost().is_empty() {
        assert!(report.is_empty(), "{}, seed {seed}: {report:?}", format.id);
        assert_eq!(*after, before, "{}, seed {seed}", format.id);
        return;
    }
    let n_lost = before.articles.len() - after.articles.len();
    assert_eq!(report.n_lost(Thing::Articles), n_lost as u64, "{}, seed {seed}", format.id);
    for article in &mut before.articles {
        if format.keeps.has(Thing::Tracks) || article.tracks.len() < 2 {
            continue;
        }
        article.tracks.retain(|author, _| *author == ME);
    }
    let total = |dataset: &Dataset, thing| -> u64 {
        dataset.articles.iter().map(|it| count(it, thing) as u64).sum()
    };
    for thing in Thing::ALL {
        // Whole tracks were taken out just now; what hangs on lost marks is told with them.
        let is_told = match thing {
            Thing::Articles | Thing::Tracks | Thing::Definitions | Thing::Names => false,
            Thing::Attributes | Thing::Notes | Thing::Links | Thing::Provenance => {
                format.keeps.has(Thing::Marks)
            }
            Thing::Meta => before.meta.is_empty(),
            _ => true,
        };
        if is_told {
            let lost = total(&before, thing) - total(after, thing);
            assert_eq!(report.n_lost(thing), lost, "{}, seed {seed}, {thing:?}", format.id);
        }
    }
}

#[test]
fn what_is_read_and_written_again_is_the_same_file() {
    for format in written() {
        for seed in 0..60 {
            for layout in [Layout::One, Layout::Each, Layout::Zip] {
                let mut report = Report::default();
                let Ok(first) = format.write(dataset(seed), &options(layout), &mut report) else {
                    continue;
                };
                let mut report = Report::default();
                let back = read_all(format, &first.files, &mut report);
                assert!(report.losses.is_empty(), "{}, seed {seed}: {report:?}", format.id);
                let again = format.write(back, &options(layout), &mut report).unwrap();
                let one: BTreeMap<_, _> = names_and_words(&first.files);
                assert_eq!(one, names_and_words(&again.files), "{}, seed {seed}", format.id);
                let n_lost = format.keeps.lost().len() as u64;
                assert!(n_lost > 0 || report.is_empty(), "{}, seed {seed}: {report:?}", format.id);
            }
        }
    }
}

fn names_and_words(files: &[File]) -> BTreeMap<String, String> {
    let words = |it: &File| String::from_utf8_lossy(&it.bytes).into_owned();
    files.iter().map(|it| (it.name.clone(), words(it))).collect()
}
