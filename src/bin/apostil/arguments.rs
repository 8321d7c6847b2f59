//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use apostil::format::encoding::Encoding;
use apostil::format::{self, FORMATS, Format, ReadOptions};
use apostil::locale::Language;
use apostil::message::Message;
use lexopt::Arg;

use crate::Failure;

/// What to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Command {
    #[default]
    Help,
    Version,
    Extract,
    Convert,
    Check,
    Stats,
    Learn,
}

/// What to do, to what, and how.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) command: Command,
    pub(crate) inputs: Vec<PathBuf>,
    /// What is said of the input; guessed where not given.
    pub(crate) reading: ReadOptions,
    pub(crate) to: Option<&'static Format>,
    pub(crate) output: Option<PathBuf>,
    /// A file with what was learned.
    pub(crate) model: Option<PathBuf>,
    pub(crate) strict: bool,
    /// Whether tables are written for programs.
    pub(crate) csv: bool,
    /// The language of the articles, as a BCP 47 tag.
    pub(crate) text_language: Option<String>,
}

/// The language to speak: what `--language` says, or else the system's. Looked for before all else,
/// so that a complaint about the other arguments is in it too.
pub(crate) fn language(arguments: &[OsString]) -> Language {
    let mut asked = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let argument = argument.to_string_lossy();
        if argument == "--language" {
            asked = rest.next().map(|it| it.to_string_lossy().into_owned());
        } else if let Some(tag) = argument.strip_prefix("--language=") {
            asked = Some(tag.to_owned());
        }
    }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let system = system.into_iter().filter_map(|it| std::env::var(it).ok());
    let tag = asked.or_else(|| system.into_iter().find(|it| !it.is_empty()));
    // A system says es_CO.UTF-8.
    let tag = tag.as_deref().and_then(|it| it.split('.').next());
    tag.and_then(Language::from_tag).unwrap_or_default()
}

/// Reads the arguments, without the program's name.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Arguments, Failure> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut command = None;
    let mut all = Arguments::default();
    while let Some(argument) = parser.next().map_err(unparsable)? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(all),
            Arg::Long("version") | Arg::Short('V') => {
                return Ok(Arguments { command: Command::Version, ..all });
            }
            Arg::Long(name @ ("from" | "encoding" | "field")) => {
                let option = format!("--{name}");
                say_of_input(&mut all.reading, &option, &mut parser)?;
            }
            Arg::Long("to") => {
                all.to = Some(known_format(&value(&mut parser, "--to")?, Format::is_written)?);
            }
            Arg::Short('o') | Arg::Long("output") => {
                all.output = Some(value(&mut parser, "-o")?.into());
            }
            Arg::Long("model") => all.model = Some(value(&mut parser, "--model")?.into()),
            Arg::Long("strict") => all.strict = true,
            Arg::Long("csv") => all.csv = true,
            Arg::Long("lang") => all.text_language = Some(value(&mut parser, "--lang")?),
            Arg::Long("language") => known_language(&value(&mut parser, "--language")?)?,
            Arg::Value(name) if command.is_none() => command = Some(known_command(&name)?),
            Arg::Value(path) => all.inputs.push(path.into()),
            other => return Err(unknown(&other)),
        }
    }
    all.command = command.ok_or_else(|| usage(Message::CliInputMissing))?;
    if all.inputs.is_empty() {
        return Err(usage(Message::CliInputMissing));
    }
    Ok(all)
}

fn say_of_input(
    reading: &mut ReadOptions,
    option: &str,
    parser: &mut lexopt::Parser,
) -> Result<(), Failure> {
    let said = value(parser, option)?;
    match option {
        "--from" => reading.format = Some(known_format(&said, |_| true)?),
        "--encoding" => reading.encoding = Some(known_encoding(&said)?),
        _ => reading.field = Some(said),
    }
    Ok(())
}

/// A complaint about the arguments themselves.
pub(crate) fn usage(why: Message) -> Failure {
    Failure { why, is_usage: true }
}

fn value(parser: &mut lexopt::Parser, option: &str) -> Result<String, Failure> {
    let missing = |_| usage(Message::CliOptionNeedsValue { option: option.to_owned() });
    Ok(parser.value().map_err(missing)?.to_string_lossy().into_owned())
}

fn known_command(name: &OsString) -> Result<Command, Failure> {
    match name.to_string_lossy().as_ref() {
        "extract" => Ok(Command::Extract),
        "convert" => Ok(Command::Convert),
        "check" => Ok(Command::Check),
        "stats" => Ok(Command::Stats),
        "learn" => Ok(Command::Learn),
        other => Err(usage(Message::CliCommandUnknown { command: other.to_owned() })),
    }
}

fn known_format(id: &str, may_be: fn(&Format) -> bool) -> Result<&'static Format, Failure> {
    let known: Vec<&str> = FORMATS.iter().filter(|it| may_be(it)).map(|it| it.id).collect();
    let unknown = Message::CliFormatUnknown { format: id.to_owned(), known: known.join(", ") };
    format::by_id(id).filter(|it| may_be(it)).ok_or_else(|| usage(unknown))
}

fn known_encoding(name: &str) -> Result<Encoding, Failure> {
    let option = "--encoding".to_owned();
    let unknown = Message::CliOptionBad { option, value: name.to_owned() };
    Encoding::parse(name).ok_or_else(|| usage(unknown))
}

/// Only asks whether the tag is known: [`language`] has taken it already.
fn known_language(tag: &str) -> Result<(), Failure> {
    let bad = Message::CliOptionBad { option: "--language".to_owned(), value: tag.to_owned() };
    Language::from_tag(tag).map(drop).ok_or_else(|| usage(bad))
}

fn unknown(argument: &Arg<'_>) -> Failure {
    let option = match argument {
        Arg::Long(name) => format!("--{name}"),
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    };
    usage(Message::CliOptionUnknown { option })
}

/// The parser itself fails only on a value where an option takes none, such as `--strict=1`.
fn unparsable(error: lexopt::Error) -> Failure {
    let (option, value) = match error {
        lexopt::Error::UnexpectedValue { option, value } => {
            (option, value.to_string_lossy().into_owned())
        }
        other => (other.to_string(), String::new()),
    };
    usage(Message::CliOptionBad { option, value })
}
