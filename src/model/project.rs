//! A project: a schema, authors, and documents in order.
//!
//! Read freely; changed only by [`Project::apply`](crate::edit), so that undo, the journal and
//! bulk work all see every change. Two things here are no change in that sense: taking texts into
//! the content-addressed store, and loading or unloading a body.

use std::collections::BTreeMap;

use crate::model::document::{Body, Document};
use crate::model::id::{AuthorId, DocumentId};
use crate::model::schema::Schema;
use crate::model::track::Track;
use crate::text::{Text, TextHash};

/// What kind of author it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorKind {
    /// A person.
    Person,
    /// A file that somebody else made.
    Source,
    /// An engine.
    Model,
    /// The result of adjudication.
    Gold,
}

/// Somebody whose work a project holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// What to call them; may be empty: a name is asked for, never required.
    pub name: String,
    /// What they are.
    pub kind: AuthorKind,
}

/// A set of documents with one schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// What people call it.
    pub(crate) name: String,
    pub(crate) schema: Schema,
    pub(crate) authors: BTreeMap<AuthorId, Author>,
    // Invariant: every id in `order` is in `documents`, once, and the other way round.
    pub(crate) documents: BTreeMap<DocumentId, Document>,
    pub(crate) order: Vec<DocumentId>,
    pub(crate) texts: Texts,
}

/// Texts by their hash. Content-addressed, so holding more of them changes nothing that is said.
#[derive(Clone, Debug, Default)]
pub struct Texts(pub(crate) BTreeMap<TextHash, Text>);

impl Texts {
    /// The text named `hash`.
    pub fn get(&self, hash: TextHash) -> Option<&Text> {
        self.0.get(&hash)
    }
}

/// Which texts are held is not part of what a project says.
impl PartialEq for Texts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Project {
    /// A project without documents.
    pub fn new(name: impl Into<String>, schema: Schema) -> Self {
        Self {
            name: name.into(),
            schema,
            authors: BTreeMap::new(),
            documents: BTreeMap::new(),
            order: Vec::new(),
            texts: Texts::default(),
        }
    }

    /// A project put together from what was saved; `None` when two documents share an id.
    ///
    /// The texts of loaded bodies are held.
    pub fn assemble(
        name: impl Into<String>,
        schema: Schema,
        authors: BTreeMap<AuthorId, Author>,
        documents: Vec<Document>,
    ) -> Option<Self> {
        let mut project = Self { authors, ..Self::new(name, schema) };
        for document in documents {
            if let Some(body) = &document.body {
                project.hold(body.text.clone());
            }
            project.order.push(document.header.id.clone());
            project.documents.insert(document.header.id.clone(), document);
        }
        (project.order.len() == project.documents.len()).then_some(project)
    }

    /// Brings a body back into memory. `false`, and nothing done, when the document is unknown or
    /// the text is not the one its header names.
    pub fn load_body(&mut self, id: &DocumentId, body: Body) -> bool {
        let Some(document) = self.documents.get_mut(id) else { return false };
        if document.header.text != body.text.hash() {
            return false;
        }
        self.texts.0.entry(body.text.hash()).or_insert_with(|| body.text.clone());
        document.body = Some(body);
        true
    }

    /// Takes a body out of memory and hands it over.
    pub fn unload_body(&mut self, id: &DocumentId) -> Option<Body> {
        self.documents.get_mut(id)?.body.take()
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What may be said about its texts.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Whose work it holds.
    pub fn authors(&self) -> &BTreeMap<AuthorId, Author> {
        &self.authors
    }

    /// How many documents it has.
    pub fn n_documents(&self) -> usize {
        self.order.len()
    }

    /// The documents' ids, in the project's order.
    pub fn order(&self) -> &[DocumentId] {
        &self.order
    }

    /// The documents, in the project's order.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.order.iter().filter_map(|id| self.documents.get(id))
    }

    /// The document named `id`.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents.get(id)
    }

    /// The body of the document named `id`, if there is one and it is loaded.
    pub fn body(&self, id: &DocumentId) -> Option<&Body> {
        self.documents.get(id)?.body.as_ref()
    }

    /// `author`'s work on the document named `id`, if it is loaded and there is any.
    pub fn track(&self, id: &DocumentId, author: AuthorId) -> Option<&Track> {
        self.body(id)?.tracks.get(&author)
    }

    /// The texts held.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Holds `text`, so that a transaction may name it. No change to the project in itself.
    pub fn hold(&mut self, text: Text) -> TextHash {
        let hash = text.hash();
        self.texts.0.entry(hash).or_insert(text);
        hash
    }

    /// Lets go of every text for which `keep` is false and that no document names.
    pub fn release_texts(&mut self, keep: impl Fn(TextHash) -> bool) {
        let named: Vec<TextHash> = self.documents.values().map(|it| it.header.text).collect();
        self.texts.0.retain(|hash, _| keep(*hash) || named.contains(hash));
    }
}
