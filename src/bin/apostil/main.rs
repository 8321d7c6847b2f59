//! The command line: files in, files out, with the library and the messages of the page.
//!
//! `apostil extract | convert | check | stats | learn`. Exit status: 0 good, 1 something was lost under `--strict` or
//! found wrong by `check`, 2 bad usage or unreadable input. What is asked for goes to standard output
//! (or `-o`), all that is said about it to standard error.

mod arguments;
mod console;
mod input;
mod model;
mod output;

mod check;
mod convert;
mod extract;
mod learn;
mod stats;

use std::process::ExitCode;

use apostil::message::Message;

use crate::arguments::{Arguments, Command};
use crate::console::Console;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All was done.
    Good,
    /// Something was lost, or found wrong.
    Lossy,
}

/// Why nothing more was done: bad usage, unreadable input, a file that cannot be written.
#[derive(Debug)]
struct Failure {
    why: Message,
    /// Whether the help may be of use.
    is_usage: bool,
}

impl From<Message> for Failure {
    fn from(why: Message) -> Self {
        Self { why, is_usage: false }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let console = Console::new(arguments::language(&arguments));
    match arguments::parse(arguments).and_then(|it| run(&it, &console)) {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Lossy) => ExitCode::from(1),
        Err(failure) => {
            console.note(&failure.why);
            if failure.is_usage {
                console.note(&Message::CliTryHelp);
            }
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, console: &Console) -> Result<Outcome, Failure> {
    match arguments.command {
        Command::Help => {
            let mut help = console.say(&Message::CliHelp);
            help.push('\n');
            output::print(help.as_bytes())?;
            Ok(Outcome::Good)
        }
        Command::Version => {
            output::print(concat!("apostil ", env!("CARGO_PKG_VERSION"), "\n").as_bytes())?;
            Ok(Outcome::Good)
        }
        Command::Extract => extract::run(arguments, console),
        Command::Convert => convert::run(arguments, console),
        Command::Check => check::run(arguments, console),
        Command::Stats => stats::run(arguments, console),
        Command::Learn => learn::run(arguments, console),
    }
}
