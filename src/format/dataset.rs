//! Articles with everybody's work on them, apart from any project: what formats read and write.
//!
//! A project becomes a dataset when it is exported, and a dataset becomes a transaction when it is
//! imported (`import`). The two ways meet in one type, so that "read back and compare" is `==`.
//! Labels are numbered by their place in the dataset's own schema, from 1.
//!
//! Limits: all articles are in memory at once; texts are shared with the project, not copied.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::format::distinct::Distinct;
use crate::format::merge;
use crate::format::names::Names;
use crate::format::renumber::Renumber;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::model::document::{Body, Document, Header, Meta};
use crate::model::id::{AuthorId, DocumentId, LabelId};
use crate::model::origin::Origin;
use crate::model::project::{Author, Project};
use crate::model::schema::Schema;
use crate::model::track::Track;
use crate::order::sort_by_key;
use crate::source::Source;
use crate::text::{Text, TextRange};

/// The author of work that comes without one: whoever imports it.
pub const NOBODY: AuthorId = AuthorId(0);

/// The origin of marks that come without one. Importing puts the file's name in.
pub fn unsaid() -> Origin {
    Origin::Imported { source: "".into() }
}

/// A suggestion that nobody has decided, as it is written to and read from files.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggested {
    /// Where.
    pub range: TextRange,
    /// What.
    pub label: LabelId,
    /// The engine's own estimate, 0 to 1, that it is right.
    pub score: f32,
    /// The engine, where the file says it.
    pub source: Option<Arc<Source>>,
}

/// One article and all work on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its own id, where the file gave one.
    pub id: Option<DocumentId>,
    /// What people call it.
    pub name: String,
    /// BCP 47 tag of the text's language, where known.
    pub language: Option<String>,
    /// The words.
    pub text: Text,
    /// Fields that are not ours: see [`crate::format::unknown`] for their names.
    pub meta: Meta,
    /// Each author's work; no track is empty. [`NOBODY`]'s is work without an author.
    pub tracks: BTreeMap<AuthorId, Track>,
    /// Open suggestions: by start, end, label.
    pub suggestions: Vec<Suggested>,
}

/// Articles, and what is needed to understand the work on them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// What people call it; empty where nobody has said.
    pub name: String,
    // Invariant: labels of every kind are numbered 1, 2, 3, … in order.
    /// What the labels mean.
    pub schema: Schema,
    /// Whether the schema was defined by somebody, or only collected from the labels in use.
    pub is_defined: bool,
    /// Whose work it is.
    pub authors: BTreeMap<AuthorId, Author>,
    /// The articles, in order.
    pub articles: Vec<Article>,
    /// Fields of the whole that are not ours.
    pub meta: Meta,
}

/// The body of this document is not in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotLoaded(pub DocumentId);

impl Article {
    /// An article on which nobody has worked.
    pub fn new(name: impl Into<String>, text: Text) -> Self {
        Self {
            id: None,
            name: name.into(),
            language: None,
            text,
            meta: Meta::new(),
            tracks: BTreeMap::new(),
            suggestions: Vec::new(),
        }
    }

    /// How many marks all authors have made on it.
    pub fn n_marks(&self) -> usize {
        self.tracks.values().map(|it| it.annotations.len()).sum()
    }

    /// Puts the suggestions in the order in which files have them.
    pub fn sort_suggestions(&mut self) {
        sort_by_key(&mut self.suggestions, |it| (it.range, it.label));
    }
}

impl Dataset {
    /// The documents `chosen` of `project`, in that order, with these open suggestions.
    ///
    /// Work that names a label the schema lacks cannot be written; it goes into `report`.
    pub fn of(
        project: &Project,
        chosen: &[DocumentId],
        suggestions: &BTreeMap<DocumentId, Vec<Suggested>>,
        report: &mut Report,
    ) -> Result<Self, NotLoaded> {
        let (schema, renumber) = Renumber::in_order(project.schema());
        let mut articles = Vec::with_capacity(chosen.len());
        for document in chosen.iter().filter_map(|id| project.document(id)) {
            let Header { id, name, language, meta, .. } = document.header.clone();
            let Some(body) = &document.body else { return Err(NotLoaded(id)) };
            let open = suggestions.get(&id).cloned().unwrap_or_default();
            let tracks = body.tracks.clone();
            let text = body.text.clone();
            let id = Some(id);
            let mut article = Article { id, name, language, text, meta, tracks, suggestions: open };
            renumber.article(&mut article, report);
            article.sort_suggestions();
            articles.push(article);
        }
        Ok(Self {
            name: project.name().to_owned(),
            schema,
            is_defined: true,
            authors: project.authors().clone(),
            articles,
            meta: Meta::new(),
        })
    }

    /// How many marks it holds.
    pub fn n_marks(&self) -> usize {
        self.articles.iter().map(Article::n_marks).sum()
    }

    /// Adds suggestions, `(place, label, score)` each, to the article at `n`; labels that are new are
    /// added. Where a mark stands already there is nothing to suggest.
    pub fn suggest<'s>(
        &mut self,
        n: usize,
        found: impl IntoIterator<Item = (TextRange, &'s str, f32)>,
        source: &Arc<Source>,
    ) {
        let mut names = Names::of(std::mem::take(&mut self.schema));
        let article = &mut self.articles[n];
        for (range, label, score) in found {
            let marks = || article.tracks.values().flat_map(|it| it.annotations.values());
            let is_marked =
                marks().any(|it| it.extent.ranges().iter().any(|it| it.overlaps(range)));
            let label = names.label(label).filter(|_| !is_marked);
            let source = Some(source.clone());
            article.suggestions.extend(label.map(|label| Suggested {
                range,
                label,
                score,
                source,
            }));
        }
        article.sort_suggestions();
        self.schema = names.into_schema();
    }

    /// Adds the articles of `other`, its labels by their names.
    ///
    /// Where both define a label otherwise, the definition that was here stays, and `report` says so.
    pub fn join(&mut self, mut other: Self, report: &mut Report) {
        if self.articles.is_empty() && self.schema == Schema::default() {
            *self = other;
            return;
        }
        let merged = merge::merge(&mut self.schema, &other.schema);
        if other.is_defined {
            report.lost(Thing::Definitions, merged.n_differing, &other.name);
        }
        self.is_defined |= other.is_defined;
        for (id, author) in other.authors {
            self.authors.entry(id).or_insert(author);
        }
        for article in &mut other.articles {
            merged.renumber.article(article, report);
        }
        self.articles.append(&mut other.articles);
        for (field, value) in other.meta {
            self.meta.entry(field).or_insert(value);
        }
    }

    /// The same as a project of its own. Articles without an id, or with one that is taken, get one
    /// made of their names.
    ///
    /// Nothing is checked but that ids differ: what is wrong with the work is `check`'s to say.
    pub fn into_project(mut self) -> Project {
        self.name_articles();
        let mut taken = Distinct::default();
        let mut documents = Vec::with_capacity(self.articles.len());
        for article in self.articles {
            let id = article.id.expect("every article was given an id above");
            let id =
                DocumentId::new(&taken.take(id.as_str(), "")).expect("it is as long or longer");
            let Article { name, language, text, meta, tracks, .. } = article;
            let header = Header { id, name, text: text.hash(), language, meta };
            documents.push(Document { header, body: Some(Body { text, tracks }) });
        }
        Project::assemble(self.name, self.schema, self.authors, documents)
            .expect("ids were made to differ above")
    }

    /// Gives an id, made of the name, to every article that has none.
    pub fn name_articles(&mut self) {
        let given = self.articles.iter().filter_map(|it| it.id.as_ref());
        let mut taken = Distinct::besides(given.map(|it| it.as_str().to_lowercase()));
        for article in self.articles.iter_mut().filter(|it| it.id.is_none()) {
            let wanted = if article.name.is_empty() { "1" } else { &article.name };
            article.id = DocumentId::new(&taken.take(wanted, ""));
        }
    }
}
