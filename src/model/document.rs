//! One article: a header that is always at hand, and a body that may be out of memory.

use std::collections::BTreeMap;

use crate::model::id::{AuthorId, DocumentId};
use crate::model::track::{Status, Track};
use crate::text::{Text, TextHash};

/// Fields of a source record that are not ours: kept as JSON text by name, shown, written back.
pub type Meta = BTreeMap<String, String>;

/// What is known of a document without opening it.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name, for ever.
    pub id: DocumentId,
    /// What people call it: a file's name or a title.
    pub name: String,
    /// The text it is about.
    pub text: TextHash,
    /// BCP 47 tag of the text's language, where known.
    pub language: Option<String>,
    /// What came with it and is not ours to understand: JSON values by field name.
    pub meta: Meta,
}

/// What a document's tracks hold, as far as the list of articles shows it. Derived, never saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Annotations on the active track.
    pub n_annotations: u32,
    /// Bytes of the text that the active track has reviewed.
    pub reviewed_bytes: u32,
    /// Bytes of the text.
    pub text_bytes: u32,
    /// How far the active author is.
    pub status: Status,
}

/// The text and everybody's work on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The words, which never change.
    pub text: Text,
    /// Each author's work.
    pub tracks: BTreeMap<AuthorId, Track>,
}

impl Body {
    /// What the list of articles shows of `active`'s work.
    pub fn summary(&self, active: AuthorId) -> Summary {
        let text_bytes = self.text.range().len();
        let Some(track) = self.tracks.get(&active) else {
            return Summary { text_bytes, ..Summary::default() };
        };
        Summary {
            n_annotations: track.annotations.len() as u32,
            reviewed_bytes: track.reviewed.covered_in(self.text.range()),
            text_bytes,
            status: track.status,
        }
    }
}

/// One article of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What is always at hand.
    pub header: Header,
    /// The rest, or `None` while it is not loaded.
    pub body: Option<Body>,
}
