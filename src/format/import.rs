//! A dataset turned into one transaction on a project, so that one undo takes all of it back.
//!
//! An article is known again by its id and its text, or by its text alone where the file gave no id,
//! where there is no work on it, or where the same work by several people is brought together (a file
//! that defines its labels). Then only the tracks of authors who have none on it yet are added.
//! Another text under a known id gets an id of its own. Labels meet by their names; those the project
//! lacks are added, and it is remarked.
//!
//! Limits: a track whose author has one on the article already is not merged into it, unless the two
//! are equal it is left out and reported. Documents that are not loaded get no tracks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::edit::change::{Edit, Place, Transaction, WholeDocument};
use crate::format::dataset::{Article, Dataset, NOBODY, unsaid};
use crate::format::merge;
use crate::format::reduce::most_trusted;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::unknown;
use crate::message::Message;
use crate::model::annotation::{Annotation, Extent};
use crate::model::document::Header;
use crate::model::id::{AnnotationId, AuthorId, DocumentId, RelationId};
use crate::model::origin::Origin;
use crate::model::project::{Author, AuthorKind, Project};
use crate::model::schema::Schema;
use crate::model::track::{Track, Verdict};
use crate::order::Gather;
use crate::segment::language::guess;
use crate::text::{Text, TextHash};

/// Whose work the work in a file is to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Take {
    /// Mine: I go on with it. It keeps saying that it was imported.
    #[default]
    AsMine,
    /// Somebody else's: it stays apart, to be compared.
    AsTheirs,
}

/// What importing needs to know besides the file.
#[derive(Clone, Debug)]
pub struct Importer {
    /// Who imports.
    pub me: AuthorId,
    /// Whose work it is to be.
    pub take: Take,
    /// The first number that I have not given to an annotation or relation yet.
    pub next_number: u32,
    /// The file's name, for provenance and remarks.
    pub file: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

/// The articles of a project by their ids and their words. Whoever imports several datasets keeps it
/// from one to the next: making it takes the longer the more articles there are.
#[derive(Debug, Default)]
pub struct Standing {
    /// Documents by the hash of their text.
    by_text: BTreeMap<TextHash, DocumentId>,
    /// Ids that are given, with their texts.
    ids: BTreeMap<DocumentId, TextHash>,
    /// The first number from which on no id was made.
    next_document: u32,
}

impl Standing {
    /// That of `project`.
    pub fn of(project: &Project) -> Self {
        let headers = || project.documents().map(|it| &it.header);
        Self {
            by_text: headers().map(|it| (it.text, it.id.clone())).into_map(),
            ids: headers().map(|it| (it.id.clone(), it.text)).into_map(),
            next_document: 1,
        }
    }
}

/// What to do to take a dataset in.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The change. The texts must be held by the project before it is applied.
    pub transaction: Transaction,
    /// The texts that the transaction names.
    pub texts: Vec<Text>,
    /// The documents that are new, in order.
    pub added: Vec<DocumentId>,
    /// The documents that were here already.
    pub known: Vec<DocumentId>,
}

impl Importer {
    /// Plans to take `dataset` into `project`, whose `standing` is after that as it will be when the
    /// plan is done. What cannot be taken is in `report`.
    pub fn plan(
        &self,
        project: &Project,
        standing: &mut Standing,
        mut dataset: Dataset,
        report: &mut Report,
    ) -> Plan {
        let mut edits = Vec::new();
        if dataset.is_defined && project.n_documents() == 0 {
            edits.push(Edit::Name { value: dataset.name.clone() });
            edits.push(Edit::Schema { value: Box::new(dataset.schema.clone()) });
        } else {
            edits.extend(self.merge_schema(project, &mut dataset, report));
        }
        report.lost(Thing::Meta, dataset.meta.len(), "");
        let mut planner = Planner {
            importer: self,
            project,
            standing,
            report,
            is_defined: dataset.is_defined,
            is_single: dataset.articles.len() == 1,
            authors: dataset.authors,
            next_number: self.next_number,
            edits: Vec::new(),
            texts: Vec::new(),
            added: Vec::new(),
            known: Vec::new(),
        };
        let mut authors = BTreeSet::new();
        for article in dataset.articles {
            planner.article(article, &mut authors);
        }
        edits.extend(planner.new_authors(&authors));
        edits.append(&mut planner.edits);
        let Planner { texts, added, known, .. } = planner;
        let transaction = Transaction { edits, event: "import".into(), at: self.at };
        Plan { transaction, texts, added, known }
    }

    /// Moves the dataset to the project's labels; returns the edit that adds those it lacks.
    fn merge_schema(
        &self,
        project: &Project,
        dataset: &mut Dataset,
        report: &mut Report,
    ) -> Option<Edit> {
        let mut schema: Schema = project.schema().clone();
        let merged = merge::merge(&mut schema, &dataset.schema);
        for label in merged.added {
            report.remark(Message::LabelAdded { file: self.file.clone(), label });
        }
        if dataset.is_defined {
            report.lost(Thing::Definitions, merged.n_differing, "");
        }
        for article in &mut dataset.articles {
            merged.renumber.article(article, report);
        }
        (schema != *project.schema()).then(|| Edit::Schema { value: Box::new(schema) })
    }

    fn source_author(&self) -> AuthorId {
        derived(&["source", &self.file])
    }

    fn model_author(&self) -> AuthorId {
        derived(&["model", &self.file])
    }
}

/// An author id made of words: the same words, the same id.
fn derived(words: &[&str]) -> AuthorId {
    let digest = Sha256::digest(words.join("\n").as_bytes());
    let bytes = digest.first_chunk::<8>().expect("a SHA-256 has 32 bytes");
    AuthorId(u64::from_be_bytes(*bytes))
}

struct Planner<'a> {
    importer: &'a Importer,
    project: &'a Project,
    standing: &'a mut Standing,
    report: &'a mut Report,
    /// Whether the file defines its labels, as our own project files do.
    is_defined: bool,
    /// Whether the file holds one article.
    is_single: bool,
    /// Whom the file names.
    authors: BTreeMap<AuthorId, Author>,
    next_number: u32,
    edits: Vec<Edit>,
    texts: Vec<Text>,
    added: Vec<DocumentId>,
    known: Vec<DocumentId>,
}

impl Planner<'_> {
    fn article(&mut self, mut article: Article, authors: &mut BTreeSet<AuthorId>) {
        self.claim(&mut article);
        authors.extend(article.tracks.keys().copied());
        let hash = article.text.hash();
        match self.same_document(&article, hash) {
            Some(id) => self.add_tracks(id, article),
            None => self.add_document(article, hash),
        }
    }

    /// The document that the article is, if it is here already.
    fn same_document(&self, article: &Article, hash: TextHash) -> Option<DocumentId> {
        if let Some(id) = &article.id {
            if self.standing.ids.get(id) == Some(&hash) {
                return Some(id.clone());
            }
            // Work on records with ids of their own is not mixed, though they have the same words.
            if !self.is_defined && !article.tracks.is_empty() {
                return None;
            }
        }
        let id = self.standing.by_text.get(&hash)?;
        // Two articles of a project are two, whatever they say, if it tells them apart.
        let is_told_apart = self.is_defined && article.id.is_some();
        let is_here = !is_told_apart || self.project.document(id).is_some();
        is_here.then(|| id.clone())
    }

    fn add_document(&mut self, article: Article, hash: TextHash) {
        let wanted = article.id.clone();
        let free = wanted.as_ref().filter(|id| !self.standing.ids.contains_key(*id)).cloned();
        if let (Some(_), None) = (&wanted, &free) {
            let (file, name) = (self.importer.file.clone(), article.name.clone());
            self.report.remark(Message::ArticleNameTaken { file, name });
        }
        let id = free.unwrap_or_else(|| self.mint_document());
        self.standing.ids.insert(id.clone(), hash);
        self.standing.by_text.entry(hash).or_insert_with(|| id.clone());
        let Article { name, language, text, meta, tracks, .. } = article;
        let language = language.or_else(|| guess(text.as_str()).map(str::to_owned));
        let header = Header { id: id.clone(), name, text: hash, language, meta };
        let whole = WholeDocument { header, tracks, position: usize::MAX };
        self.texts.push(text);
        self.added.push(id.clone());
        self.edits.push(Edit::Document { id, value: Some(Box::new(whole)) });
    }

    fn mint_document(&mut self) -> DocumentId {
        loop {
            let id = DocumentId::minted(self.importer.me, self.standing.next_document);
            self.standing.next_document += 1;
            if !self.standing.ids.contains_key(&id) {
                return id;
            }
        }
    }

    /// What a document of the project or of this file is called.
    fn name_of(&self, id: &DocumentId) -> Option<String> {
        let name = |edit: &Edit| match edit {
            Edit::Document { id: new, value: Some(whole) } if new == id => {
                Some(whole.header.name.clone())
            }
            _ => None,
        };
        let here = self.project.document(id).map(|it| it.header.name.clone());
        here.or_else(|| self.edits.iter().find_map(name))
    }

    /// Adds to a document that is here the tracks of authors who have not worked on it.
    fn add_tracks(&mut self, id: DocumentId, article: Article) {
        let body = self.project.body(&id);
        let mut is_added = false;
        for (author, track) in article.tracks {
            match body.map(|it| it.tracks.get(&author)) {
                Some(None) => {
                    let place = Place { document: id.clone(), author };
                    self.edits.extend(track_edits(&place, track));
                    is_added = true;
                }
                Some(Some(here)) if *here == track => {}
                _ => self.report.lost(Thing::Tracks, 1, &article.name),
            }
        }
        if !is_added {
            let name = self.name_of(&id).unwrap_or_else(|| article.name.clone());
            let file = if self.is_single { self.importer.file.clone() } else { article.name };
            self.report.remark(Message::ArticleDuplicate { file, article: name });
        }
        self.known.push(id);
    }

    /// Gives the work on an article to whom it is to be.
    fn claim(&mut self, article: &mut Article) {
        let importer = self.importer;
        let source: Arc<str> = importer.file.as_str().into();
        for track in article.tracks.values_mut() {
            let origins = track.annotations.values_mut().map(|it| &mut it.origin);
            let origins = origins.chain(track.relations.values_mut().map(|it| &mut it.origin));
            for origin in origins.filter(|it| **it == unsaid()) {
                *origin = Origin::Imported { source: source.clone() };
            }
        }
        if importer.take == Take::AsMine && !article.tracks.contains_key(&importer.me) {
            let theirs = most_trusted(article, &self.authors);
            if let Some(mut track) = theirs.and_then(|it| article.tracks.remove(&it)) {
                self.make_mine(&mut track, article, &source);
                article.tracks.insert(importer.me, track);
            }
        }
        if let Some(mut track) = article.tracks.remove(&NOBODY) {
            rename(&mut track, article, |id| AnnotationId {
                author: importer.source_author(),
                ..id
            });
            article.tracks.insert(importer.source_author(), track);
        }
        self.keep_suggestions(article, &source);
    }

    /// What somebody else did by hand is, for me, imported. What has no author's number gets mine.
    fn make_mine(&mut self, track: &mut Track, article: &mut Article, source: &Arc<str>) {
        for origin in track.annotations.values_mut().map(|it| &mut it.origin) {
            if *origin == Origin::Human {
                *origin = Origin::Imported { source: source.clone() };
            }
        }
        let me = self.importer.me;
        let next = &mut self.next_number;
        rename(track, article, |id| {
            if id.author != NOBODY && id.author != me {
                return id;
            }
            *next += 1;
            AnnotationId { author: me, n: *next - 1 }
        });
    }

    /// Suggestions that came in a file are the work of a model: a track of its own.
    fn keep_suggestions(&mut self, article: &mut Article, source: &Arc<str>) {
        let suggestions = std::mem::take(&mut article.suggestions);
        let author = self.importer.model_author();
        let mut track = Track::default();
        for (suggested, n) in suggestions.into_iter().zip(1..) {
            let Some(extent) = Extent::one(suggested.range) else { continue };
            let origin = Origin::Imported { source: source.clone() };
            let annotation = Annotation::new(extent, suggested.label, origin);
            track.annotations.insert(AnnotationId { author, n }, annotation);
        }
        if track != Track::default() {
            let (file, count) = (self.importer.file.clone(), track.annotations.len() as u64);
            self.report.remark(Message::SuggestionsApart { file, count });
            article.tracks.insert(author, track);
        }
    }

    /// The authors that the project lacks, of those who worked on what is taken in.
    fn new_authors(&self, working: &BTreeSet<AuthorId>) -> Vec<Edit> {
        let here = self.project.authors();
        let (source, model) = (self.importer.source_author(), self.importer.model_author());
        let mut new = self.authors.clone();
        for id in working.iter().filter(|id| **id != self.importer.me) {
            let (name, kind) = match *id {
                id if id == source => (self.importer.file.clone(), AuthorKind::Source),
                id if id == model => (self.importer.file.clone(), AuthorKind::Model),
                _ => (String::new(), AuthorKind::Person),
            };
            new.entry(*id).or_insert(Author { name, kind });
        }
        new.retain(|id, _| !here.contains_key(id));
        new.into_iter().map(|(id, it)| Edit::Author { id, value: Some(it) }).collect()
    }
}

/// Gives every mark of a track, and every relation numbered alike, the name that `new` says.
fn rename(
    track: &mut Track,
    article: &mut Article,
    mut new: impl FnMut(AnnotationId) -> AnnotationId,
) {
    let names: BTreeMap<AnnotationId, AnnotationId> =
        track.annotations.keys().map(|id| (*id, new(*id))).into_map();
    let annotations = std::mem::take(&mut track.annotations).into_iter();
    track.annotations = annotations.map(|(id, it)| (names[&id], it)).into_map();
    let name = |id: &AnnotationId| names.get(id).copied().unwrap_or(*id);
    let relations = std::mem::take(&mut track.relations).into_iter();
    track.relations = relations
        .map(|(id, mut it)| {
            (it.from, it.to) = (name(&it.from), name(&it.to));
            let AnnotationId { author, n } = new(AnnotationId { author: id.author, n: id.n });
            (RelationId { author, n }, it)
        })
        .collect();
    for decision in track.decisions.values_mut() {
        if let Verdict::Accepted(id) | Verdict::Corrected(id) = &mut decision.verdict {
            *id = name(id);
        }
    }
    unknown::rename_marks(&mut article.meta, &names);
}

/// The edits that make an empty track this one.
fn track_edits(place: &Place, track: Track) -> Vec<Edit> {
    let Track { annotations, relations, decisions, labels, reviewed, status } = track;
    let mut edits: Vec<Edit> = annotations
        .into_iter()
        .map(|(id, it)| Edit::Annotation { place: place.clone(), id, value: Some(it) })
        .collect();
    edits.extend(relations.into_iter().map(|(id, it)| Edit::Relation {
        place: place.clone(),
        id,
        value: Some(it),
    }));
    edits.extend(decisions.into_iter().map(|(key, it)| Edit::Decision {
        place: place.clone(),
        key,
        value: Some(it),
    }));
    edits.push(Edit::DocumentLabels { place: place.clone(), value: labels });
    edits.push(Edit::Reviewed { place: place.clone(), value: reviewed });
    edits.push(Edit::Status { place: place.clone(), value: status });
    edits
}
