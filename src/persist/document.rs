//! A document without its text: its header and everybody's work.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::document::{Header, Meta};
use crate::model::id::{AuthorId, DocumentId};
use crate::model::track::Track;
use crate::order::Gather;
use crate::persist::leaf::Leaf;
use crate::persist::mark::SavedTrack;
use crate::persist::seal::{Checksum, Sealed, seal, unseal};
use crate::persist::{PersistError, What};
use crate::text::TextHash;

/// A document as it was read. Its text must be fetched by the hash in the header.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredDocument {
    /// Everything but the work.
    pub header: Header,
    /// Everybody's work.
    pub tracks: BTreeMap<AuthorId, Track>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedHeader {
    id: Leaf<DocumentId>,
    name: String,
    text: Leaf<TextHash>,
    language: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    meta: Meta,
}

pub(crate) type SavedTracks = Vec<(Leaf<AuthorId>, SavedTrack)>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedDocument {
    header: SavedHeader,
    tracks: SavedTracks,
}

/// The sealed text of a document.
pub fn write_document(header: &Header, tracks: &BTreeMap<AuthorId, Track>) -> Sealed {
    seal(What::Document, &SavedDocument { header: header.into(), tracks: tracks_out(tracks) })
}

/// Reads what [`write_document`] wrote.
pub fn read_document(text: &str) -> Result<(StoredDocument, Checksum), PersistError> {
    let (saved, checksum) = unseal::<SavedDocument>(What::Document, text)?;
    let tracks = tracks_in(saved.tracks);
    Ok((StoredDocument { header: saved.header.into(), tracks }, checksum))
}

pub(crate) fn tracks_out(tracks: &BTreeMap<AuthorId, Track>) -> SavedTracks {
    tracks.iter().map(|(id, it)| (Leaf(*id), it.into())).collect()
}

pub(crate) fn tracks_in(saved: SavedTracks) -> BTreeMap<AuthorId, Track> {
    saved.into_iter().map(|(id, it)| (id.0, it.into())).into_map()
}

impl From<&Header> for SavedHeader {
    fn from(it: &Header) -> Self {
        Self {
            id: Leaf(it.id.clone()),
            name: it.name.clone(),
            text: Leaf(it.text),
            language: it.language.clone(),
            meta: it.meta.clone(),
        }
    }
}

impl From<SavedHeader> for Header {
    fn from(it: SavedHeader) -> Self {
        Self { id: it.id.0, name: it.name, text: it.text.0, language: it.language, meta: it.meta }
    }
}
