//! `apostil learn`: what the decisions in files teach, as a file for `extract --model`.
//!
//! Everybody's work counts, one author after the other. As in the page, only what was reviewed does.
//! Files do not say in which order things were decided, so marks are taken in the order in which they
//! were made, article after article.

use std::collections::BTreeSet;

use apostil::extract::Extractor;
use apostil::format::File;
use apostil::format::dataset::Dataset;
use apostil::format::report::Report;
use apostil::message::Message;
use apostil::model::id::AuthorId;
use apostil::model::project::Project;
use apostil::session::learnt::Learnt;
use apostil::session::lesson::{examples, lessons, n_decisions, print_of};

use crate::arguments::{Arguments, usage};
use crate::console::Console;
use crate::{Failure, Outcome, input, model, output};

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let missing = || usage(Message::CliOptionMissing { option: "-o".to_owned() });
    let output = arguments.output.as_deref().ok_or_else(missing)?;
    let (mut whole, mut report) = (Dataset::default(), Report::default());
    for input in input::gather(&arguments.inputs)? {
        whole.join(input.read(arguments, &mut report)?, &mut report);
    }
    console.report(&report);
    let (learnt, count) = learn(&whole.into_project());
    if count == 0 {
        return Err(Message::CliLearnedNothing.into());
    }
    let file = File { name: "learned.apostil".to_owned(), bytes: learnt.to_bytes() };
    output::write(&[file], Some(output))?;
    let file = output.to_string_lossy().into_owned();
    console.note(&Message::CliLearned { file, count: count as u64 });
    if report.losses.is_empty() || !arguments.strict {
        return Ok(Outcome::Good);
    }
    console.note(&Message::CliStrictFailed);
    Ok(Outcome::Lossy)
}

/// What `project` teaches, and how many decisions that is.
fn learn(project: &Project) -> (Learnt, usize) {
    let mut engine = model::engine();
    let (mut prints, mut count) = (Vec::new(), 0);
    for author in authors(project) {
        let all = lessons(project, author, &[]);
        count += n_decisions(&all);
        for lesson in all {
            engine.learn(&examples(project, author, &lesson));
            prints.push(lesson.print);
        }
    }
    let (base, decisions) = (engine.base(), print_of(&prints));
    let n_lessons = prints.len() as u32;
    (Learnt { engine: base, decisions, count: n_lessons, saved: engine.save() }, count)
}

fn authors(project: &Project) -> BTreeSet<AuthorId> {
    let bodies = project.documents().filter_map(|it| it.body.as_ref());
    bodies.flat_map(|it| it.tracks.keys()).copied().collect()
}
