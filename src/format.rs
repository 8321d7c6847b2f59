//! Datasets in files: bytes in, bytes out, every loss reported.
//!
//! One table, [`FORMATS`]; one file a format, each with the same headings: what it is, what we read,
//! what we write, what is lost, oddities. The export dialog, the command line, `docs/formats.md` and
//! the laws of `tests/formats.rs` read the same table. What all formats share stands beside them:
//! the [`dataset`] they read and write, the [`report`] of what did not fit, [`import`] from there
//! into a project.
//!
//! Limits: files are whole in memory.

use crate::format::dataset::{Article, Dataset};
use crate::format::decode::Decoded;
use crate::format::encoding::Encoding;
use crate::format::error::{ReadError, WriteError};
use crate::format::names::Names;
use crate::format::report::Report;
use crate::format::thing::{Keeps, Thing};
use crate::format::unzip::{Unzip, Unzipped};
use crate::message::Message;
use crate::model::id::AuthorId;
use crate::model::schema::Schema;
use crate::text::Unit;

pub mod dataset;
pub mod encoding;
pub mod error;
pub mod field;
pub mod report;
pub mod thing;

pub mod native;

pub mod jsonl;

pub mod plain;

pub mod csv;
pub mod html;
pub mod json_list;
pub mod markdown;

pub mod folder;
pub mod import;
pub mod verify;
pub mod zip;

pub mod json;
pub mod name_list;
pub mod names;
pub mod schema;
pub mod unknown;

mod decode;
mod distinct;
mod json_scan;
mod lines;
pub(crate) mod merge;
mod record;
mod reduce;
pub(crate) mod renumber;
mod span;
pub(crate) mod unzip;

/// A file, in or out.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, with folders where it came with some.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes)", self.name, self.bytes.len())
    }
}

/// How likely it is that a file is of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likely {
    /// It is not.
    No,
    /// Nothing speaks against it.
    Perhaps,
    /// Its name says so.
    Probably,
    /// Its content says so.
    Yes,
}

/// The words of a file that is read.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The file's name.
    pub name: &'a str,
    /// All of its words, without a byte order mark.
    pub text: &'a str,
    /// The field that holds the text of an article, where somebody has said so.
    pub field: Option<&'a str>,
}

/// One line of a file that is read.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The line, without its end.
    pub text: &'a str,
    /// The file and the line's number: `a.jsonl:3`.
    pub place: &'a str,
    /// The field that holds the text of the article.
    pub field: &'a str,
}

/// How a format is read and written.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// It is only read.
    Read(fn(&Content<'_>, &mut Report) -> Result<Dataset, ReadError>),
    /// As a whole.
    Whole {
        /// Reads a file.
        read: fn(&Content<'_>, &mut Report) -> Result<Dataset, ReadError>,
        /// Writes what is left of a dataset after [`fit`](Format::fit).
        write: fn(&Dataset) -> Vec<File>,
    },
    /// One article a line.
    Lines {
        /// Which field of the lines holds the text.
        field: fn(&Content<'_>) -> Result<String, ReadError>,
        /// Reads a line. Labels are added as they come.
        read: fn(&Line<'_>, &mut Names, &mut Report) -> Result<Article, ReadError>,
        /// Writes a line, without its end.
        write: fn(&Schema, &Article) -> String,
    },
}

/// A format of files: plain data and functions.
#[derive(Debug)]
pub struct Format {
    /// Its name for programs. Never changes.
    pub id: &'static str,
    /// Its name for people.
    pub name: Message,
    /// What it is good for, in one sentence.
    pub help: Message,
    /// How its files' names end, the first being the one that is written. With the dot.
    pub extensions: &'static [&'static str],
    /// What it has room for.
    pub keeps: Keeps,
    /// What its offsets count, if it has any.
    pub unit: Option<Unit>,
    /// Whether these bytes, under this name, are of the format.
    pub sniff: fn(&[u8], &str) -> Likely,
    /// The last change to a dataset before it is written: what the format cannot hold for reasons of
    /// its own goes, reported.
    pub fit: fn(&mut Dataset, &mut Report),
    /// How it is read and written.
    pub way: Way,
}

/// What is read of a format that is not written.
const READ_ONLY: Keeps = Keeps::all_but(&[
    Thing::Marks,
    Thing::Attributes,
    Thing::Notes,
    Thing::Links,
    Thing::Provenance,
    Thing::Relations,
    Thing::ArticleLabels,
    Thing::Reviewed,
    Thing::Status,
    Thing::Decisions,
    Thing::Tracks,
    Thing::Definitions,
    Thing::Suggestions,
]);

/// Every format. Where two claim a file, the first has it.
pub static FORMATS: [Format; 7] = [
    Format {
        id: "native",
        name: Message::FormatNative,
        help: Message::FormatNativeHelp,
        extensions: &[".json"],
        keeps: Keeps::ALL,
        unit: Some(Unit::CodePoint),
        sniff: native::sniff,
        fit: native::fit,
        way: Way::Whole { read: native::read::read, write: native::write::write },
    },
    Format {
        id: "jsonl",
        name: Message::FormatJsonl,
        help: Message::FormatJsonlHelp,
        extensions: &[".jsonl", ".ndjson"],
        keeps: Keeps::all_but(&[
            Thing::Decisions,
            Thing::Tracks,
            Thing::Provenance,
            Thing::Definitions,
        ]),
        unit: Some(Unit::CodePoint),
        sniff: jsonl::sniff,
        fit: jsonl::fit,
        way: Way::Lines {
            field: jsonl::field,
            read: jsonl::read_record,
            write: jsonl::write_record,
        },
    },
    Format {
        id: "text",
        name: Message::FormatText,
        help: Message::FormatTextHelp,
        extensions: &[plain::EXTENSION],
        keeps: Keeps::all_but(&[
            Thing::Ids,
            Thing::Languages,
            Thing::Meta,
            Thing::Marks,
            Thing::Attributes,
            Thing::Notes,
            Thing::Links,
            Thing::Provenance,
            Thing::Relations,
            Thing::ArticleLabels,
            Thing::Reviewed,
            Thing::Status,
            Thing::Decisions,
            Thing::Tracks,
            Thing::Definitions,
            Thing::Suggestions,
        ]),
        unit: None,
        sniff: plain::sniff,
        fit: plain::fit,
        way: Way::Whole { read: plain::read, write: plain::write },
    },
    Format {
        id: "markdown",
        name: Message::FormatMarkdown,
        help: Message::FormatMarkdownHelp,
        extensions: &[".md", ".markdown"],
        keeps: READ_ONLY,
        unit: None,
        sniff: markdown::sniff,
        fit: |_, _| {},
        way: Way::Read(markdown::read),
    },
    Format {
        id: "csv",
        name: Message::FormatCsv,
        help: Message::FormatCsvHelp,
        extensions: &[".csv", ".tsv"],
        keeps: READ_ONLY,
        unit: None,
        sniff: csv::sniff,
        fit: |_, _| {},
        way: Way::Read(csv::read),
    },
    Format {
        id: "html",
        name: Message::FormatHtml,
        help: Message::FormatHtmlHelp,
        extensions: &[".html", ".htm", ".xhtml"],
        keeps: READ_ONLY,
        unit: None,
        sniff: html::sniff,
        fit: |_, _| {},
        way: Way::Read(html::read),
    },
    Format {
        id: "json",
        name: Message::FormatJson,
        help: Message::FormatJsonHelp,
        extensions: &[".json"],
        keeps: READ_ONLY,
        unit: None,
        sniff: json_list::sniff,
        fit: |_, _| {},
        way: Way::Read(json_list::read),
    },
];

/// The formats that are written, and not only read.
pub fn written() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|it| it.is_written())
}

/// The format called `id`.
pub fn by_id(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|it| it.id == id)
}

/// What is said of a file before it is read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// Its format; guessed where not said.
    pub format: Option<&'static Format>,
    /// How its bytes stand for letters; guessed where not said.
    pub encoding: Option<Encoding>,
    /// The field that holds the text, in formats that have fields.
    pub field: Option<String>,
}

/// What was read of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The articles.
    pub dataset: Dataset,
    /// What the bytes were taken for.
    pub encoding: Encoding,
}

/// The format that `file` is most likely of.
pub fn guess(file: &File) -> &'static Format {
    guess_words(&file.bytes, &file.name)
}

fn guess_words(words: &[u8], name: &str) -> &'static Format {
    let mut best = (Likely::No, &FORMATS[0]);
    for format in &FORMATS {
        let likely = (format.sniff)(words, name);
        if likely > best.0 {
            best = (likely, format);
        }
    }
    best.1
}

/// Reads a file that is no zip.
pub fn read_one(
    file: &File,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<Reading, ReadError> {
    let Decoded { text, encoding } = decode::decode(file, options.encoding, report)?;
    let format = options.format.unwrap_or_else(|| guess_words(text.as_bytes(), &file.name));
    let content = Content { name: &file.name, text: &text, field: options.field.as_deref() };
    Ok(Reading { dataset: format.read(&content, report)?, encoding })
}

/// Reads a file, which may be a zip of files.
///
/// In a zip, files that cannot be read are left out and reported; it is refused when none can.
pub fn read(file: &File, options: &ReadOptions, report: &mut Report) -> Result<Dataset, ReadError> {
    if !zip::is_zip(&file.bytes) {
        return Ok(read_one(file, options, report)?.dataset);
    }
    let mut whole = Dataset::default();
    let mut first_error = ReadError::NothingInside;
    for Unzipped { name, bytes } in Unzip::open(file.bytes.clone(), zip::MOST_UNPACKED)? {
        let inner = bytes.map(|bytes| File { name: name.clone(), bytes });
        match inner.and_then(|it| read_one(&it, options, report)) {
            Ok(reading) => whole.join(reading.dataset, report),
            Err(error) => {
                let place = format!("{}/{name}", file.name);
                report.left_out(Thing::Articles, error.message(&place));
                if first_error == ReadError::NothingInside {
                    first_error = error;
                }
            }
        }
    }
    if whole.articles.is_empty() { Err(first_error) } else { Ok(whole) }
}

/// How a dataset is laid out in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One file, where the format can hold many articles.
    #[default]
    One,
    /// A file for each article.
    Each,
    /// A file for each article, all of them in a zip.
    Zip,
}

/// What a person chose to have written.
#[derive(Clone, Debug, Default)]
pub struct WriteOptions {
    /// How it is laid out.
    pub layout: Layout,
    /// Whose work is written where a format has room for one author's.
    pub author: Option<AuthorId>,
    /// What the one file is called, without its ending.
    pub stem: String,
}

impl Format {
    /// Whether files of it are written, and not only read.
    pub fn is_written(&self) -> bool {
        !matches!(self.way, Way::Read(_))
    }

    fn read(&self, content: &Content<'_>, report: &mut Report) -> Result<Dataset, ReadError> {
        match self.way {
            Way::Read(read) | Way::Whole { read, .. } => read(content, report),
            Way::Lines { field, read, .. } => lines::read(content, field, read, report),
        }
    }

    /// What is left of `dataset` in this format. All the rest is in `report`.
    #[must_use]
    pub fn reduce(
        &self,
        mut dataset: Dataset,
        author: Option<AuthorId>,
        report: &mut Report,
    ) -> Dataset {
        if self.keeps.has(Thing::Ids) {
            dataset.name_articles();
        }
        reduce::reduce(&mut dataset, self.keeps, author, report);
        (self.fit)(&mut dataset, report);
        if self.keeps.has(Thing::Definitions) {
            // What was only collected from use is defined by being written.
            dataset.is_defined = true;
        } else {
            // An article that did not fit may have had labels that no other has.
            reduce::bare(&mut dataset);
        }
        dataset
    }

    /// Writes `dataset`, reads what was written, and compares. Losses are in `report`.
    pub fn write(
        &self,
        dataset: Dataset,
        options: &WriteOptions,
        report: &mut Report,
    ) -> Result<verify::Written, WriteError> {
        if !self.is_written() {
            return Err(WriteError::OnlyRead);
        }
        let reduced = self.reduce(dataset, options.author, report);
        if reduced.articles.is_empty() {
            return Err(WriteError::Nothing);
        }
        let files = match options.layout {
            Layout::One => self.write_one(&reduced, &options.stem),
            Layout::Each => self.write_each(&reduced),
            Layout::Zip => {
                let name = format!("{}.zip", options.stem);
                vec![zip::pack(&name, &self.write_each(&reduced))?]
            }
        };
        let receipt = verify::verify(self, &reduced, &files)?;
        Ok(verify::Written { files, receipt })
    }

    fn write_one(&self, dataset: &Dataset, stem: &str) -> Vec<File> {
        let mut files = match self.way {
            Way::Read(_) => Vec::new(),
            Way::Whole { write, .. } => write(dataset),
            Way::Lines { write, .. } => vec![lines::write(dataset, write)],
        };
        // Where articles have no id inside the file, the file's name is all they have.
        let may_rename = !stem.is_empty() && self.keeps.has(Thing::Ids);
        if let ([file], true) = (files.as_mut_slice(), may_rename) {
            file.name = format!("{stem}{}", self.extensions[0]);
        }
        files
    }

    fn write_each(&self, dataset: &Dataset) -> Vec<File> {
        let mut names = zip::FileNames::default();
        let one = |article: &Article| {
            let articles = vec![article.clone()];
            let meta = dataset.meta.clone();
            let authors = dataset.authors.clone();
            let (name, schema) = (dataset.name.clone(), dataset.schema.clone());
            let is_defined = dataset.is_defined;
            Dataset { name, schema, is_defined, authors, articles, meta }
        };
        let mut files = Vec::with_capacity(dataset.articles.len());
        for article in &dataset.articles {
            for mut file in self.write_one(&one(article), "") {
                file.name = names.take(&article.name, self.extensions[0]);
                files.push(file);
            }
        }
        files
    }
}
