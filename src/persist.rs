//! The internal form of a project, as the browser keeps it: versioned JSON with byte offsets.
//!
//! Three things are written: a [`record`] of the journal, a [`document`], and the [`part`] of a
//! project that is no document. Each is one JSON object that ends with a checksum of all that stands
//! before it ([`seal`]), so that a changed byte is noticed. It is JSON so that the rescue page can hand
//! it out without this library. Every core type has a shape of its own here: renaming a field of the
//! model changes no file.
//!
//! Limits: texts are not part of it (they are kept beside it, by their hash), and it is no format for
//! other tools: that is `format`'s native one.

pub mod document;
pub mod part;
pub mod record;
pub mod seal;

mod change;
mod leaf;
mod mark;
mod schema;

use std::fmt;

/// The version that is written. A reader refuses a higher one and carries a lower one over.
pub const PERSIST_VERSION: u32 = 3;

/// What a sealed text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A record of the journal.
    Record,
    /// A document without its text.
    Document,
    /// The rest of a project.
    Part,
}

/// Why something that was kept cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersistError {
    /// A byte is not what was written, or the end is missing.
    Damaged(What),
    /// A newer Apostil wrote it; this one must leave it alone.
    Newer(What, u32),
    /// It is whole, but does not have the shape it should have. The text says what and where
    /// (line and column), for a report, not for a reader of the page.
    Misshapen(What, String),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Record => "record",
            Self::Document => "document",
            Self::Part => "part",
        })
    }
}

impl fmt::Display for PersistError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(what) => write!(f, "{what}: the checksum does not fit"),
            Self::Newer(what, version) => write!(f, "{what}: version {version} is newer"),
            Self::Misshapen(what, why) => write!(f, "{what}: {why}"),
        }
    }
}
