//! Why nothing of a file could be read, or nothing written.

use crate::format::field::Question;
use crate::format::json::{Expected, Shape};
use crate::format::span;
use crate::message::Message;

const MIB: usize = 1024 * 1024;

/// Why nothing of a file was taken. The file's name is added where words are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Whoever should have read its bytes could not.
    Unreadable,
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
        /// What is wrong there.
        cause: Cause,
    },
    /// Its JSON is nested deeper than is read.
    TooDeep,
    /// It is JSON, but not what it should be there.
    WrongShape(Shape),
    /// An object of its JSON has a field twice.
    FieldTwice {
        /// The field.
        field: String,
    },
    /// A row of a table has more fields than the table has columns.
    LongRow {
        /// How many fields it has.
        found: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A quotation in a table does not end.
    OpenQuote {
        /// The line where it begins, counted from 1.
        line: usize,
    },
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
    /// It is a zip that is damaged, or a file in one that is.
    BrokenZip,
    /// It is a zip with more files than are taken.
    ZipMany {
        /// How many it has.
        found: u64,
        /// The most that are taken.
        limit: u64,
    },
    /// It is a zip in which files lie over one another.
    ZipOverlap,
    /// With it, more bytes would come out of a zip than are taken.
    ZipLong {
        /// The most that are taken.
        limit: usize,
    },
    /// In a zip: it is more than a hundred times longer than packed.
    ZipGrowth,
    /// In a zip: it needs a password.
    ZipEncrypted,
    /// In a zip: it is packed in a way that is not known.
    ZipMethod {
        /// The number of the way.
        method: u16,
    },
    /// In a zip: it is a link to another file.
    ZipLink,
    /// In a zip: it is a zip.
    ZipInside,
}

/// How deep JSON may be nested.
pub const MAX_DEPTH: u64 = 127;

impl ReadError {
    /// What a person is told of `file`.
    pub fn message(&self, file: &str) -> Message {
        let file = file.to_owned();
        match self.clone() {
            Self::Unreadable => Message::FileUnreadable { file },
            Self::Empty => Message::FileRefusedEmpty { file },
            Self::TooLong { bytes, limit } => Message::FileRefusedLong {
                file,
                size: bytes.div_ceil(MIB) as u64,
                limit: (limit / MIB) as u64,
            },
            Self::Binary { byte } => Message::FileRefusedBinary { file, byte: byte as u64 },
            Self::OtherKind { kind } => Message::FileRefusedKind { file, kind: kind.to_owned() },
            Self::BrokenJson { line, column, cause } => {
                let (line, column) = (line as u64, column as u64);
                Message::JsonBroken { file, line, column, cause: Box::new(cause.message()) }
            }
            Self::FieldTwice { field } => Message::JsonFieldTwice { file, field },
            Self::LongRow { found, columns } => {
                Message::RowLong { file, found: found as u64, columns: columns as u64 }
            }
            Self::OpenQuote { line } => Message::QuoteOpen { file, line: line as u64 },
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
            Self::ZipMany { found, limit } => Message::ZipMany { file, found, limit },
            Self::ZipOverlap => Message::ZipOverlap { file },
            Self::ZipLong { limit } => Message::ZipLong { file, limit: (limit / MIB) as u64 },
            Self::ZipGrowth => Message::ZipGrowth { file },
            Self::ZipEncrypted => Message::ZipEncrypted { file },
            Self::ZipMethod { method } => Message::ZipMethod { file, method: method.into() },
            Self::ZipLink => Message::ZipLink { file },
            Self::ZipInside => Message::ZipInside { file },
        }
    }
}

impl ReadError {
    /// What a person is told when the rest of a file was taken; `place` names file and line.
    pub(crate) fn of_part(&self, place: &str) -> Message {
        match self.clone() {
            Self::BrokenJson { column, cause, .. } => Message::LineBroken {
                file: place.to_owned(),
                column: column as u64,
                cause: Box::new(cause.message()),
            },
            Self::WrongShape(shape) => span::left_out(place, shape),
            other => other.message(place),
        }
    }

    /// The same, found in a part that begins at `line`, counted from 1.
    pub(crate) fn at_line(self, line: usize) -> Self {
        match self {
            Self::BrokenJson { line: inner, column, cause } => {
                Self::BrokenJson { line: line + inner - 1, column, cause }
            }
            other => other,
        }
    }
}

/// What is wrong with a piece of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It ends too early.
    End,
    /// There is no colon behind a name.
    Colon,
    /// There is no comma or bracket behind a value.
    Comma,
    /// A comma has nothing behind it.
    LooseComma,
    /// There is something behind its end.
    Rest,
    /// A name is not in quotes.
    Name,
    /// A backslash with what is no escape behind it.
    Escape,
    /// An escape that stands for half a character.
    Half,
    /// A control character in quotes.
    Control,
    /// What should be a number is none, or too large.
    Number,
    /// What should be a value is none, as NaN is.
    Value,
    /// Something else.
    Other,
}

/// How the parser begins to say what is wrong.
const CAUSES: &[(&str, Cause)] = &[
    ("EOF", Cause::End),
    ("expected `:`", Cause::Colon),
    ("expected `,`", Cause::Comma),
    ("trailing comma", Cause::LooseComma),
    ("trailing characters", Cause::Rest),
    ("key must be a string", Cause::Name),
    ("expected `\"`", Cause::Name),
    ("invalid escape", Cause::Escape),
    ("lone leading surrogate", Cause::Half),
    ("unexpected end of hex escape", Cause::Half),
    ("invalid unicode code point", Cause::Half),
    ("control character", Cause::Control),
    ("invalid number", Cause::Number),
    ("number out of range", Cause::Number),
    ("expected value", Cause::Value),
    ("expected ident", Cause::Value),
];

impl Cause {
    /// It in words: *it ends too early*.
    pub fn message(self) -> Message {
        match self {
            Self::End => Message::JsonCauseEnd,
            Self::Colon => Message::JsonCauseColon,
            Self::Comma => Message::JsonCauseComma,
            Self::LooseComma => Message::JsonCauseLooseComma,
            Self::Rest => Message::JsonCauseRest,
            Self::Name => Message::JsonCauseName,
            Self::Escape => Message::JsonCauseEscape,
            Self::Half => Message::JsonCauseHalf,
            Self::Control => Message::JsonCauseControl,
            Self::Number => Message::JsonCauseNumber,
            Self::Value => Message::JsonCauseValue,
            Self::Other => Message::JsonCauseOther,
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
        let cause = CAUSES.iter().find(|(beginning, _)| said.starts_with(beginning));
        let cause = cause.map_or(Cause::Other, |it| it.1);
        Self::BrokenJson { line: error.line(), column: error.column(), cause }
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_mistake_in_json_has_its_words() {
        for (json, cause) in [
            ("{\"a\": ", Cause::End),
            ("\"a", Cause::End),
            ("{\"a\" 1}", Cause::Colon),
            ("{\"a\": 1 \"b\": 2}", Cause::Comma),
            ("[1 2]", Cause::Comma),
            ("[1,]", Cause::LooseComma),
            ("{\"a\": 1,}", Cause::LooseComma),
            ("{} x", Cause::Rest),
            ("{a: 1}", Cause::Name),
            ("\"\\q\"", Cause::Escape),
            ("\"\\ud800\"", Cause::Half),
            ("\"\\ud800 b\"", Cause::Half),
            ("\"a\nb\"", Cause::Control),
            ("1e999", Cause::Number),
            ("-", Cause::End),
            ("1.x", Cause::Number),
            ("NaN", Cause::Value),
            ("nul", Cause::End),
            ("nuxx", Cause::Value),
            ("{\"a\": Infinity}", Cause::Value),
        ] {
            let error = serde_json::from_str::<Value>(json).expect_err(json);
            let said = error.to_string();
            let ReadError::BrokenJson { cause: found, .. } = error.into() else { panic!("{json}") };
            assert_eq!(found, cause, "{json}: {said}");
        }
    }
}
