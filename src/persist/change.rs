//! Edits and transactions, as they stand in a record.

use serde::{Deserialize, Serialize};

use crate::edit::change::{Edit, Place, Transaction, WholeDocument};
use crate::model::id::{AnnotationId, AuthorId, DocumentId, DocumentLabelId, RelationId};
use crate::order::Gather;
use crate::persist::document::{SavedHeader, SavedTracks, tracks_in, tracks_out};
use crate::persist::leaf::{Leaf, Span, ranges, spans};
use crate::persist::mark::{SavedAnnotation, SavedDecision, SavedKey, SavedRelation, SavedStatus};
use crate::persist::part::SavedAuthor;
use crate::persist::schema::SavedSchema;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedTransaction {
    event: String,
    at: u64,
    edits: Vec<SavedEdit>,
}

/// Document and author.
#[derive(Serialize, Deserialize)]
struct SavedPlace(Leaf<DocumentId>, Leaf<AuthorId>);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum SavedEdit {
    Annotation { on: SavedPlace, id: Leaf<AnnotationId>, value: Option<SavedAnnotation> },
    Relation { on: SavedPlace, id: Leaf<RelationId>, value: Option<SavedRelation> },
    Decision { on: SavedPlace, key: SavedKey, value: Option<SavedDecision> },
    Reviewed { on: SavedPlace, value: Vec<Span> },
    DocumentLabels { on: SavedPlace, value: Vec<u16> },
    Status { on: SavedPlace, value: SavedStatus },
    Document { id: Leaf<DocumentId>, value: Option<SavedWhole> },
    Header { id: Leaf<DocumentId>, value: SavedHeader },
    Order { value: Vec<Leaf<DocumentId>> },
    Schema { value: SavedSchema },
    Author { id: Leaf<AuthorId>, value: Option<SavedAuthor> },
    Name { value: String },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedWhole {
    header: SavedHeader,
    tracks: SavedTracks,
    // `usize::MAX` stands for "at the end" and would not fit where a `usize` has 32 bits.
    position: Option<u32>,
}

impl From<&Transaction> for SavedTransaction {
    fn from(it: &Transaction) -> Self {
        let edits = it.edits.iter().map(Into::into).collect();
        Self { event: it.event.to_string(), at: it.at, edits }
    }
}

impl From<SavedTransaction> for Transaction {
    fn from(it: SavedTransaction) -> Self {
        let edits = it.edits.into_iter().map(Into::into).collect();
        Self { edits, event: it.event.into(), at: it.at }
    }
}

impl From<&Place> for SavedPlace {
    fn from(it: &Place) -> Self {
        Self(Leaf(it.document.clone()), Leaf(it.author))
    }
}

impl From<SavedPlace> for Place {
    fn from(SavedPlace(document, author): SavedPlace) -> Self {
        Self { document: document.0, author: author.0 }
    }
}

impl From<&WholeDocument> for SavedWhole {
    fn from(it: &WholeDocument) -> Self {
        Self {
            header: (&it.header).into(),
            tracks: tracks_out(&it.tracks),
            position: u32::try_from(it.position).ok(),
        }
    }
}

impl From<SavedWhole> for WholeDocument {
    fn from(it: SavedWhole) -> Self {
        Self {
            header: it.header.into(),
            tracks: tracks_in(it.tracks),
            position: it.position.map_or(usize::MAX, |it| it as usize),
        }
    }
}

impl From<&Edit> for SavedEdit {
    fn from(edit: &Edit) -> Self {
        match edit {
            Edit::Annotation { place, id, value } => Self::Annotation {
                on: place.into(),
                id: Leaf(*id),
                value: value.as_ref().map(Into::into),
            },
            Edit::Relation { place, id, value } => Self::Relation {
                on: place.into(),
                id: Leaf(*id),
                value: value.as_ref().map(Into::into),
            },
            Edit::Decision { place, key, value } => Self::Decision {
                on: place.into(),
                key: (*key).into(),
                value: value.as_ref().map(Into::into),
            },
            Edit::Reviewed { place, value } => {
                Self::Reviewed { on: place.into(), value: spans(value) }
            }
            Edit::DocumentLabels { place, value } => Self::DocumentLabels {
                on: place.into(),
                value: value.iter().map(|it| it.0).collect(),
            },
            Edit::Status { place, value } => {
                Self::Status { on: place.into(), value: (*value).into() }
            }
            Edit::Document { id, value } => Self::Document {
                id: Leaf(id.clone()),
                value: value.as_ref().map(|it| it.as_ref().into()),
            },
            Edit::Header { id, value } => {
                Self::Header { id: Leaf(id.clone()), value: value.into() }
            }
            Edit::Order { value } => {
                Self::Order { value: value.iter().cloned().map(Leaf).collect() }
            }
            Edit::Schema { value } => Self::Schema { value: value.as_ref().into() },
            Edit::Author { id, value } => {
                Self::Author { id: Leaf(*id), value: value.as_ref().map(Into::into) }
            }
            Edit::Name { value } => Self::Name { value: value.clone() },
        }
    }
}

impl From<SavedEdit> for Edit {
    fn from(saved: SavedEdit) -> Self {
        match saved {
            SavedEdit::Annotation { on, id, value } => {
                Self::Annotation { place: on.into(), id: id.0, value: value.map(Into::into) }
            }
            SavedEdit::Relation { on, id, value } => {
                Self::Relation { place: on.into(), id: id.0, value: value.map(Into::into) }
            }
            SavedEdit::Decision { on, key, value } => {
                Self::Decision { place: on.into(), key: key.into(), value: value.map(Into::into) }
            }
            SavedEdit::Reviewed { on, value } => {
                Self::Reviewed { place: on.into(), value: ranges(value) }
            }
            SavedEdit::DocumentLabels { on, value } => Self::DocumentLabels {
                place: on.into(),
                value: value.into_iter().map(DocumentLabelId).into_set(),
            },
            SavedEdit::Status { on, value } => {
                Self::Status { place: on.into(), value: value.into() }
            }
            SavedEdit::Document { id, value } => {
                Self::Document { id: id.0, value: value.map(|it| Box::new(it.into())) }
            }
            SavedEdit::Header { id, value } => Self::Header { id: id.0, value: value.into() },
            SavedEdit::Order { value } => {
                Self::Order { value: value.into_iter().map(|it| it.0).collect() }
            }
            SavedEdit::Schema { value } => Self::Schema { value: Box::new(value.into()) },
            SavedEdit::Author { id, value } => {
                Self::Author { id: id.0, value: value.map(Into::into) }
            }
            SavedEdit::Name { value } => Self::Name { value },
        }
    }
}
