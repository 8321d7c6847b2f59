//! The smallest things, as they stand in the file: names as words, places as pairs of bytes.
//!
//! A value that cannot be is refused here, while the JSON is read, so that the error carries a line
//! and a column and the shapes above need no checks of their own.

use serde::de::{Deserializer, Error};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::model::annotation::Extent;
use crate::model::id::{AnnotationId, AuthorId, DocumentId, RelationId};
use crate::model::schema::Color;
use crate::persist::seal::Checksum;
use crate::text::{Ranges, TextHash, TextRange};

/// Something that is one word in the file.
pub(crate) trait Word: Sized {
    /// What an error calls it.
    const WHAT: &'static str;
    fn to_word(&self) -> String;
    fn from_word(word: &str) -> Option<Self>;
}

/// A word of the file.
#[derive(Clone)]
pub(crate) struct Leaf<T>(pub(crate) T);

impl<T: Word> Serialize for Leaf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_word())
    }
}

impl<'de, T: Word> Deserialize<'de> for Leaf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let value = T::from_word(&word);
        value.map(Self).ok_or_else(|| D::Error::custom(format_args!("{word:?} is no {}", T::WHAT)))
    }
}

/// Implements [`Word`] for types that print themselves and parse what they print.
macro_rules! words {
    ($($type:ty: $what:literal, $parse:path;)*) => {$(
        impl Word for $type {
            const WHAT: &'static str = $what;

            fn to_word(&self) -> String {
                self.to_string()
            }

            fn from_word(word: &str) -> Option<Self> {
                $parse(word)
            }
        }
    )*};
}

words! {
    AuthorId: "author", AuthorId::parse;
    AnnotationId: "annotation", AnnotationId::parse;
    RelationId: "relation", RelationId::parse;
    DocumentId: "document", DocumentId::new;
    TextHash: "hash of a text", TextHash::parse;
    Checksum: "checksum", Checksum::parse;
    Color: "color", Color::parse;
}

/// A score. As a word it comes back bit for bit; JSON readers round numbers, and have no infinity.
impl Word for f32 {
    const WHAT: &'static str = "score";

    fn to_word(&self) -> String {
        format!("{self:?}")
    }

    fn from_word(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// A range as `[start, end]` in bytes.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
pub(crate) struct Span(pub(crate) TextRange);

impl TryFrom<(u32, u32)> for Span {
    type Error = String;

    fn try_from((start, end): (u32, u32)) -> Result<Self, String> {
        let range = TextRange::checked(start, end);
        range.map(Self).ok_or_else(|| format!("{start}..{end} is no range"))
    }
}

impl From<Span> for (u32, u32) {
    fn from(Span(range): Span) -> Self {
        (range.start(), range.end())
    }
}

/// The pieces of an extent.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "Vec<Span>", into = "Vec<Span>")]
pub(crate) struct Pieces(pub(crate) Extent);

impl TryFrom<Vec<Span>> for Pieces {
    type Error = &'static str;

    fn try_from(spans: Vec<Span>) -> Result<Self, &'static str> {
        let extent = Extent::pieces(spans.into_iter().map(|it| it.0).collect());
        extent.map(Self).ok_or("these pieces are no extent")
    }
}

impl From<Pieces> for Vec<Span> {
    fn from(Pieces(extent): Pieces) -> Self {
        extent.ranges().iter().copied().map(Span).collect()
    }
}

/// The members of a set of ranges.
pub(crate) fn spans(ranges: &Ranges) -> Vec<Span> {
    ranges.iter().map(Span).collect()
}

/// The set of these ranges.
pub(crate) fn ranges(spans: Vec<Span>) -> Ranges {
    spans.into_iter().map(|it| it.0).collect()
}
