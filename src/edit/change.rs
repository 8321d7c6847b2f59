//! One change to one thing: a place, a name, and the value it is to have.
//!
//! `None` means *absent*. So adding, changing and removing are one shape, and the inverse of an edit
//! is the same edit with the value that was there before.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::annotation::Annotation;
use crate::model::document::Header;
use crate::model::id::{AnnotationId, AuthorId, DocumentId, DocumentLabelId, RelationId};
use crate::model::project::Author;
use crate::model::relation::Relation;
use crate::model::schema::Schema;
use crate::model::track::{Decision, DecisionKey, Status, Track};
use crate::text::Ranges;

/// One author's track on one document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// The author.
    pub author: AuthorId,
}

/// A whole document, as it is added or taken away. The text is named by the header and must be
/// held by the project.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeDocument {
    /// Everything but the work.
    pub header: Header,
    /// Everybody's work. Empty tracks are left out.
    pub tracks: BTreeMap<AuthorId, Track>,
    /// Where in the order of documents it stands; beyond the end means at the end.
    pub position: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A mark.
    Annotation {
        /// Where.
        place: Place,
        /// Which.
        id: AnnotationId,
        /// What it is to be.
        value: Option<Annotation>,
    },
    /// A tie.
    Relation {
        /// Where.
        place: Place,
        /// Which.
        id: RelationId,
        /// What it is to be.
        value: Option<Relation>,
    },
    /// What was said to a suggestion.
    Decision {
        /// Where.
        place: Place,
        /// Which.
        key: DecisionKey,
        /// What it is to be.
        value: Option<Decision>,
    },
    /// Where the author has looked.
    Reviewed {
        /// Where.
        place: Place,
        /// All of it.
        value: Ranges,
    },
    /// The document's own labels.
    DocumentLabels {
        /// Where.
        place: Place,
        /// All of them.
        value: BTreeSet<DocumentLabelId>,
    },
    /// How far the author is.
    Status {
        /// Where.
        place: Place,
        /// What it is to be.
        value: Status,
    },
    /// A whole document. Adding one that is there is refused; its parts have edits of their own.
    Document {
        /// Which.
        id: DocumentId,
        /// What it is to be.
        value: Option<Box<WholeDocument>>,
    },
    /// A document's name, language or meta. Its id and its text cannot change.
    Header {
        /// Which.
        id: DocumentId,
        /// What it is to be.
        value: Header,
    },
    /// The order of the documents: every id, once.
    Order {
        /// All of it.
        value: Vec<DocumentId>,
    },
    /// The schema.
    Schema {
        /// All of it.
        value: Box<Schema>,
    },
    /// Somebody.
    Author {
        /// Who.
        id: AuthorId,
        /// What they are to be.
        value: Option<Author>,
    },
    /// The project's name.
    Name {
        /// What it is to be.
        value: String,
    },
}

/// What a transaction is for, such as `mark.accept`: apart from what it does.
pub type Event = Cow<'static, str>;

/// Edits that happen together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What to change, in order.
    pub edits: Vec<Edit>,
    /// What for.
    pub event: Event,
    /// When, in milliseconds since 1970: shown to people; nothing is ordered by it.
    pub at: u64,
}

impl Edit {
    /// The document that is changed, if one is.
    pub fn document(&self) -> Option<&DocumentId> {
        match self {
            Self::Annotation { place, .. }
            | Self::Relation { place, .. }
            | Self::Decision { place, .. }
            | Self::Reviewed { place, .. }
            | Self::DocumentLabels { place, .. }
            | Self::Status { place, .. } => Some(&place.document),
            Self::Document { id, .. } | Self::Header { id, .. } => Some(id),
            Self::Order { .. } | Self::Schema { .. } | Self::Author { .. } | Self::Name { .. } => {
                None
            }
        }
    }
}
