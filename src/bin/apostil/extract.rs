//! `apostil extract`: articles in, suggestions out.

use std::path::Path;
use std::sync::Arc;

use apostil::extract::Extractor;
use apostil::format::dataset::Dataset;
use apostil::format::report::Report;
use apostil::format::{Format, Layout, Way, WriteOptions};
use apostil::model::schema::Schema;
use apostil::segment::language::guess;

use crate::arguments::Arguments;
use crate::console::Console;
use crate::{Failure, Outcome, input, model, output};

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let format = input::format_or(arguments, "jsonl");
    let engine =
        arguments.model.as_deref().map_or_else(|| Ok(model::engine()), model::engine_of)?;
    let source = Arc::new(engine.source());
    let mut whole = Dataset::default();
    let mut report = Report::default();
    // Lines need not wait for one another.
    let is_streamed = matches!(format.way, Way::Lines { .. }) && arguments.output.is_none();
    for input in input::gather(&arguments.inputs)? {
        let mut dataset = input.read(arguments, &mut report)?;
        if !dataset.is_defined {
            give_labels(&mut dataset, &mut report);
        }
        for n in 0..dataset.articles.len() {
            let article = &mut dataset.articles[n];
            article.language = article.language.take().or(arguments.text_language.clone());
            let text = article.text.clone();
            let language = article.language.as_deref().or_else(|| guess(text.as_str()));
            let found = engine.suggest(text.as_str(), language, text.range());
            let found = found.suggestions.iter().map(|it| (it.range, it.label.as_str(), it.score));
            dataset.suggest(n, found, &source);
        }
        if is_streamed {
            write(format, dataset, None)?;
        } else {
            whole.join(dataset, &mut report);
        }
    }
    if !is_streamed {
        write(format, whole, arguments.output.as_deref())?;
    }
    console.report(&report);
    let is_good = report.losses.is_empty() || !arguments.strict;
    Ok(if is_good { Outcome::Good } else { Outcome::Lossy })
}

/// Articles without a schema get the one that the engine speaks.
fn give_labels(dataset: &mut Dataset, report: &mut Report) {
    let schema = Schema::ontonotes();
    let found =
        std::mem::replace(dataset, Dataset { schema, is_defined: true, ..Dataset::default() });
    dataset.join(found, report);
}

/// Writes suggestions. That a format has no room for their source or for labels' colors is no loss
/// of anything that the input had, and not reported.
fn write(format: &Format, dataset: Dataset, output: Option<&Path>) -> Result<(), Failure> {
    let layout = output.map_or(Layout::One, |it| output::layout(Some(it)));
    let options = WriteOptions { layout, ..WriteOptions::default() };
    let written = format.write(dataset, &options, &mut Report::default());
    let written = written.map_err(|why| why.message(format.id))?;
    output::write(&written.files, output)
}
