//! `apostil check`: what is wrong with articles and the marks on them.

use apostil::check::{Severity, check};
use apostil::format::report::Report;
use apostil::message::Message;

use crate::arguments::Arguments;
use crate::console::Console;
use crate::{Failure, Outcome, input, output};

pub(crate) fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    let (mut documents, mut marks, mut count) = (0, 0, 0);
    let mut out = String::new();
    for input in input::gather(&arguments.inputs)? {
        let mut report = Report::default();
        let dataset = input.read(arguments, &mut report)?;
        documents += dataset.articles.len() as u64;
        marks += dataset.n_marks() as u64;
        let left_out = report.losses.iter().map(|it| (Severity::Wrong, it.message()));
        let remarks = report.remarks.into_iter().map(|it| (Severity::Remark, it));
        let found = check(&dataset.into_project()).into_iter();
        let found = found.map(|it| (it.severity, it.message));
        for (severity, message) in left_out.chain(remarks).chain(found) {
            out.push_str(&console.say(&message));
            out.push('\n');
            count += u64::from(severity > Severity::Remark);
        }
    }
    output::print(out.as_bytes())?;
    if count == 0 {
        console.note(&Message::CliChecked { documents, marks });
        return Ok(Outcome::Good);
    }
    console.note(&Message::CliProblems { count });
    Ok(Outcome::Lossy)
}
