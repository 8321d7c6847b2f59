//! `apostil stats`: what can be counted about the work in files. All authors' work is counted.

use apostil::format::File;
use apostil::format::dataset::Dataset;
use apostil::format::report::Report;
use apostil::locale::Words;
use apostil::message::Message;
use apostil::statistics::exhibit::{Exhibit, Topic, exhibits};
use apostil::statistics::length::Lengths;
use apostil::statistics::table::{Cell, Table};
use apostil::statistics::trial::Sight;
use apostil::statistics::{Statistics, Work};

use crate::arguments::Arguments;
use crate::console::Console;
use crate::{Failure, Outcome, input, output};

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let mut report = Report::default();
    let mut whole = Dataset::default();
    for input in input::gather(&arguments.inputs)? {
        whole.join(input.read(arguments, &mut report)?, &mut report);
    }
    whole.name_articles();
    let statistics = Statistics::of(&works(&whole), None, &mut Lengths::default());
    let all = Topic::ALL.into_iter().flat_map(|it| exhibits(it, &statistics, &whole.schema));
    // What a file does not tell is not worth an empty table.
    let all: Vec<Exhibit> = all.filter(|it| !it.table.rows.is_empty()).collect();
    let words = console.words();
    if arguments.csv && arguments.output.is_some() {
        output::write(&files(&all, words), arguments.output.as_deref())?;
    } else {
        let print = if arguments.csv { csv } else { plain };
        let tables: Vec<String> = all.iter().map(|it| print(it, words)).collect();
        let bytes = tables.join("\n").into_bytes();
        let file = File { name: "stats.txt".to_owned(), bytes };
        output::write(&[file], arguments.output.as_deref())?;
    }
    console.note(&Message::StatisticsNoHistory);
    console.report(&report);
    let is_good = report.losses.is_empty() || !arguments.strict;
    Ok(if is_good { Outcome::Good } else { Outcome::Lossy })
}

fn works(dataset: &Dataset) -> Vec<Work<'_>> {
    let mut works = Vec::with_capacity(dataset.articles.len());
    for it in &dataset.articles {
        works.push(Work {
            id: it.id.as_ref().expect("every article was given one"),
            name: &it.name,
            text: &it.text,
            tracks: it.tracks.values().collect(),
            sight: Sight::Shown,
            open: it.suggestions.iter().map(|it| it.label).collect(),
        });
    }
    works
}

/// A file a table.
fn files(all: &[Exhibit], words: &Words) -> Vec<File> {
    let file = |it: &Exhibit| File {
        name: format!("{}.csv", it.file),
        bytes: it.table.csv(words).into_bytes(),
    };
    all.iter().map(file).collect()
}

fn csv(exhibit: &Exhibit, words: &Words) -> String {
    exhibit.table.csv(words)
}

/// The table with its name and notes, in columns.
fn plain(exhibit: &Exhibit, words: &Words) -> String {
    let mut out = format!("{}\n", words.say(&exhibit.name));
    for note in &exhibit.notes {
        out.push_str(&words.say(note));
        out.push('\n');
    }
    out.push('\n');
    out.push_str(&columns(&exhibit.table, words));
    out
}

fn columns(table: &Table, words: &Words) -> String {
    let heads = table.heads.iter().map(|it| (it.shown(words), false)).collect::<Vec<_>>();
    let cell = |it: &Cell| (it.shown(words), it.is_number());
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    let lines: Vec<Vec<(String, bool)>> = std::iter::once(heads).chain(rows).collect();
    let width = |n: usize| lines.iter().map(|it| it[n].0.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table.heads.len()).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        let mut text = String::new();
        for ((cell, is_number), width) in line.iter().zip(&widths) {
            let cell =
                if *is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
            text.push_str(&cell);
            text.push_str("  ");
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out
}
