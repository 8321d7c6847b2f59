//! Why nothing of a file could be read, or nothing written.

use crate::format::field::Question;
use crate::format::json::{Expected, Shape};
use crate::message::Message;

const MIB: usize = 1024 * 1024;

/// Why nothing of a file was taken. The file's name is added where words are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It holds no byte.
    Empty,
    /// It is longer than what is taken; both in bytes.
    TooLong {
        /// How long it is.
        bytes: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// It has a byte that no text has, counted from 1.
    Binary {
        /// The byte.
        byte: usize,
    },
    /// It begins as files of a kind that is not text do.
    OtherKind {
        /// What such files are called, such as `PDF`.
        kind: &'static str,
    },
    /// It is not JSON: where, counted from 1, and why.
    BrokenJson {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What the parser says.
        cause: String,
    },
    /// Its JSON is nested deeper than is read.
    TooDeep,
    /// It is JSON, but not what it should be there.
    WrongShape(Shape),
    /// It was written by a later version of the format.
    Newer {
        /// Its version.
        found: u64,
        /// The latest that is known.
        known: u64,
    },
    /// It is whole, but no article is in it.
    NothingInside,
    /// Which of its fields holds the text is not plain.
    Asks(Question),
    /// Its format is not known.
    UnknownFormat,
    /// It is a zip that is damaged.
    BrokenZip,
}

/// How deep JSON may be nested.
pub const MAX_DEPTH: u64 = 127;

impl ReadError {
    /// What a person is told of `file`.
    pub fn message(&self, file: &str) -> Message {
        let file = file.to_owned();
        match self.clone() {
            Self::Empty => Message::FileRefusedEmpty { file },
            Self::TooLong { bytes, limit } => Message::FileRefusedLong {
                file,
                size: bytes.div_ceil(MIB) as u64,
                limit: (limit / MIB) as u64,
            },
            Self::Binary { byte } => Message::FileRefusedBinary { file, byte: byte as u64 },
            Self::OtherKind { kind } => Message::FileRefusedKind { file, kind: kind.to_owned() },
            Self::BrokenJson { line, column, cause } => {
                Message::JsonBroken { file, line: line as u64, column: column as u64, cause }
            }
            Self::TooDeep => Message::JsonTooDeep { file, limit: MAX_DEPTH },
            Self::WrongShape(Shape { place, expected }) => {
                Message::JsonShape { file, place, expected: Box::new(expected.message()) }
            }
            Self::Newer { found, known } => Message::VersionNewer { file, found, known },
            Self::NothingInside => Message::FileNothingInside { file },
            Self::Asks(question) => {
                Message::FieldNotPlain { file, fields: question.names().join(", ") }
            }
            Self::UnknownFormat => Message::FormatUnknown { file },
            Self::BrokenZip => Message::FileRefusedZip { file },
        }
    }
}

impl From<Shape> for ReadError {
    fn from(shape: Shape) -> Self {
        Self::WrongShape(shape)
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        let said = error.to_string();
        if said.starts_with("recursion limit exceeded") {
            return Self::TooDeep;
        }
        let (line, column) = (error.line(), error.column());
        let place = format!(" at line {line} column {column}");
        let cause = said.strip_suffix(&place).unwrap_or(&said).to_owned();
        Self::BrokenJson { line, column, cause }
    }
}

impl Expected {
    /// What it is called: *a text*.
    pub fn message(self) -> Message {
        match self {
            Self::Text => Message::ExpectedText,
            Self::Number => Message::ExpectedNumber,
            Self::Flag => Message::ExpectedFlag,
            Self::List => Message::ExpectedList,
            Self::Object => Message::ExpectedObject,
            Self::Known => Message::ExpectedKnown,
            Self::Id => Message::ExpectedId,
            Self::Color => Message::ExpectedColor,
        }
    }
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// There is no article to write, or none that the format can hold.
    Nothing,
    /// What was written, read again, was not the same: the first article that differs.
    ReadBack {
        /// Its name.
        article: String,
    },
    /// The zip could not be made.
    Zip,
    /// The format is only read.
    OnlyRead,
}

impl WriteError {
    /// What a person is told of `file`.
    pub fn message(&self, file: &str) -> Message {
        let file = file.to_owned();
        match self {
            Self::Nothing => Message::ExportNothing,
            Self::ReadBack { article } => {
                Message::ExportReadBackFailed { file, article: article.clone() }
            }
            Self::Zip | Self::OnlyRead => Message::ExportFailed { file },
        }
    }
}
