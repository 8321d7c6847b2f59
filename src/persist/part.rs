//! The part of a project that is no document, and the headers of those that are.
//!
//! A document's own text has its header too, so that it can be understood alone; where the two differ,
//! the one here is newer: a document that is not in memory can be renamed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::document::Header;
use crate::model::id::AuthorId;
use crate::model::project::{Author, AuthorKind, Project};
use crate::model::schema::Schema;
use crate::order::Gather;
use crate::persist::document::SavedHeader;
use crate::persist::leaf::Leaf;
use crate::persist::schema::SavedSchema;
use crate::persist::seal::{Checksum, Sealed, seal, unseal};
use crate::persist::{PersistError, What};

/// Name, schema, authors, and the documents' headers, in order: the head of a snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPart {
    /// What people call the project.
    pub name: String,
    /// Its schema.
    pub schema: Schema,
    /// Whose work it holds.
    pub authors: BTreeMap<AuthorId, Author>,
    /// The documents in order: the header, and the checksum of the document's own sealed text.
    pub documents: Vec<(Header, Checksum)>,
    /// The last record of the journal that this snapshot contains; 0 for none.
    pub upto: u64,
    /// That record's checksum.
    pub head: Option<Checksum>,
}

impl ProjectPart {
    /// The part of `project`, as of the record `upto` whose checksum is `head`.
    pub fn of(
        project: &Project,
        documents: Vec<(Header, Checksum)>,
        upto: u64,
        head: Option<Checksum>,
    ) -> Self {
        Self {
            name: project.name().to_owned(),
            schema: project.schema().clone(),
            authors: project.authors().clone(),
            documents,
            upto,
            head,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedPart {
    name: String,
    schema: SavedSchema,
    authors: Vec<(Leaf<AuthorId>, SavedAuthor)>,
    documents: Vec<(SavedHeader, Leaf<Checksum>)>,
    upto: u64,
    head: Option<Leaf<Checksum>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedAuthor {
    name: String,
    kind: SavedKind,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedKind {
    Person,
    Source,
    Model,
    Gold,
}

/// The sealed text of `part`.
pub fn write_part(part: &ProjectPart) -> Sealed {
    let documents = part.documents.iter();
    let saved = SavedPart {
        name: part.name.clone(),
        schema: (&part.schema).into(),
        authors: part.authors.iter().map(|(id, it)| (Leaf(*id), it.into())).collect(),
        documents: documents.map(|(header, it)| (header.into(), Leaf(*it))).collect(),
        upto: part.upto,
        head: part.head.map(Leaf),
    };
    seal(What::Part, &saved)
}

/// Reads what [`write_part`] wrote.
pub fn read_part(text: &str) -> Result<ProjectPart, PersistError> {
    let (saved, _) = unseal::<SavedPart>(What::Part, text)?;
    Ok(ProjectPart {
        name: saved.name,
        schema: saved.schema.into(),
        authors: saved.authors.into_iter().map(|(id, it)| (id.0, it.into())).into_map(),
        documents: saved.documents.into_iter().map(|(it, sum)| (it.into(), sum.0)).collect(),
        upto: saved.upto,
        head: saved.head.map(|it| it.0),
    })
}

impl From<&Author> for SavedAuthor {
    fn from(it: &Author) -> Self {
        let kind = match it.kind {
            AuthorKind::Person => SavedKind::Person,
            AuthorKind::Source => SavedKind::Source,
            AuthorKind::Model => SavedKind::Model,
            AuthorKind::Gold => SavedKind::Gold,
        };
        Self { name: it.name.clone(), kind }
    }
}

impl From<SavedAuthor> for Author {
    fn from(it: SavedAuthor) -> Self {
        let kind = match it.kind {
            SavedKind::Person => AuthorKind::Person,
            SavedKind::Source => AuthorKind::Source,
            SavedKind::Model => AuthorKind::Model,
            SavedKind::Gold => AuthorKind::Gold,
        };
        Self { name: it.name, kind }
    }
}
