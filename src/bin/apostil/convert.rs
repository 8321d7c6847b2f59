//! `apostil convert`: from one format to another, every loss said.

use apostil::format::WriteOptions;
use apostil::format::dataset::Dataset;
use apostil::format::report::Report;
use apostil::message::Message;

use crate::arguments::{Arguments, usage};
use crate::console::Console;
use crate::{Failure, Outcome, input, output};

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let missing = || usage(Message::CliOptionMissing { option: "--to".to_owned() });
    let format = arguments.to.ok_or_else(missing)?;
    let mut report = Report::default();
    let mut whole = Dataset::default();
    for input in input::gather(&arguments.inputs)? {
        whole.join(input.read(arguments, &mut report)?, &mut report);
    }
    let output = arguments.output.as_deref();
    let name = output.map_or("-".into(), |it| it.to_string_lossy());
    for article in &mut whole.articles {
        article.language = article.language.take().or(arguments.text_language.clone());
    }
    let stem = output.and_then(|it| it.file_stem()).map(|it| it.to_string_lossy().into_owned());
    let layout = output::layout(output);
    let options = WriteOptions { layout, author: None, stem: stem.unwrap_or_default() };
    let written = format.write(whole, &options, &mut report);
    console.report(&report);
    let written = written.map_err(|why| why.message(&name))?;
    output::write(&written.files, output)?;
    if output.is_some() {
        console.note(&Message::CliConverted {
            file: name.into_owned(),
            documents: written.receipt.n_articles as u64,
            marks: written.receipt.n_marks as u64,
        });
    }
    if report.losses.is_empty() || !arguments.strict {
        return Ok(Outcome::Good);
    }
    console.note(&Message::CliStrictFailed);
    Ok(Outcome::Lossy)
}
