//! The part of a project that is no document, and the list of those that are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::{Author, AuthorKind, Project};
use crate::model::schema::Schema;
use crate::persist::leaf::Leaf;
use crate::persist::schema::SavedSchema;
use crate::persist::seal::{Checksum, Sealed, seal, unseal};
use crate::persist::{PersistError, What};

/// Name, schema, authors, and which documents there are, in order: the head of a snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectPart {
    /// What people call the project.
    pub name: String,
    /// Its schema.
    pub schema: Schema,
    /// Whose work it holds.
    pub authors: BTreeMap<AuthorId, Author>,
    /// The documents in order, each with the checksum of its own sealed text.
    pub documents: Vec<(DocumentId, Checksum)>,
    /// The last record of the journal that this snapshot contains; 0 for none.
    pub upto: u64,
    /// That record's checksum.
    pub head: Option<Checksum>,
}

impl ProjectPart {
    /// The part of `project`, as of the record `upto` whose checksum is `head`.
    pub fn of(
        project: &Project,
        documents: Vec<(DocumentId, Checksum)>,
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
    documents: Vec<(Leaf<DocumentId>, Leaf<Checksum>)>,
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
        documents: documents.map(|(id, it)| (Leaf(id.clone()), Leaf(*it))).collect(),
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
        authors: saved.authors.into_iter().map(|(id, it)| (id.0, it.into())).collect(),
        documents: saved.documents.into_iter().map(|(id, it)| (id.0, it.0)).collect(),
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
