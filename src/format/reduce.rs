//! A dataset without what a format has no room for, every loss reported.
//!
//! Done before writing, so that a writer writes all it is given, the export dialog can say what
//! *would* be lost, and what was written can be compared with `==` when it is read back.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::dataset::{Article, Dataset, NOBODY, unsaid};
use crate::format::native::write::in_file_order;
use crate::format::renumber::Renumber;
use crate::format::report::Report;
use crate::format::thing::{Keeps, Thing};
use crate::format::unknown;
use crate::model::annotation::{AttributeValue, Attributes};
use crate::model::document::Meta;
use crate::model::id::{
    AnnotationId, AuthorId, DocumentLabelId, LabelId, RelationId, RelationLabelId,
};
use crate::model::project::{Author, AuthorKind};
use crate::model::schema::{Attribute, AttributeKind, DocumentLabel, RelationLabel, Schema};
use crate::model::track::{Status, Track};
use crate::order::{Gather, sort_by};
use crate::text::Ranges;

/// Takes out of `dataset` what `keeps` lacks. Where one track is kept, it is `author`'s, or else that
/// of the most trusted author who worked on the article.
pub(crate) fn reduce(
    dataset: &mut Dataset,
    keeps: Keeps,
    author: Option<AuthorId>,
    report: &mut Report,
) {
    let Dataset { schema, authors, articles, .. } = &mut *dataset;
    for article in articles {
        let mut reduce = Reduce { keeps, report, name: article.name.clone() };
        if !keeps.has(Thing::Tracks) {
            reduce.tracks(article, authors, author);
        }
        reduce.header(article);
        let mut tracks = std::mem::take(&mut article.tracks);
        for track in tracks.values_mut() {
            reduce.track(track);
        }
        if !keeps.has(Thing::Provenance) {
            reduce.provenance(article, &mut tracks, schema);
        }
        tracks.retain(|_, track| *track != Track::default());
        article.tracks = tracks;
    }
    if !keeps.has(Thing::Definitions) {
        let defined = if dataset.is_defined { dataset.schema.labels.len() } else { 0 };
        report.lost(Thing::Definitions, defined, &dataset.name);
        report.lost(Thing::Meta, dataset.meta.len(), &dataset.name);
        bare(dataset);
    }
}

/// One article's losses.
struct Reduce<'a> {
    keeps: Keeps,
    report: &'a mut Report,
    name: String,
}

impl Reduce<'_> {
    /// Lets go of `thing`, `count` of them, unless the format keeps it. Whether it goes.
    fn goes(&mut self, thing: Thing, count: usize) -> bool {
        let goes = !self.keeps.has(thing);
        if goes {
            self.report.lost(thing, count, &self.name);
        }
        goes
    }

    fn tracks(
        &mut self,
        article: &mut Article,
        authors: &BTreeMap<AuthorId, Author>,
        author: Option<AuthorId>,
    ) {
        let chosen = author.filter(|it| article.tracks.contains_key(it));
        let chosen = chosen.or_else(|| most_trusted(article, authors));
        let mut tracks = std::mem::take(&mut article.tracks);
        let kept = chosen.and_then(|it| tracks.remove(&it));
        self.report.lost(Thing::Tracks, tracks.len(), &self.name);
        article.tracks.extend(kept.map(|it| (NOBODY, it)));
    }

    fn header(&mut self, article: &mut Article) {
        if self.goes(Thing::Meta, article.meta.len()) {
            article.meta = Meta::new();
        }
        if self.goes(Thing::Languages, usize::from(article.language.is_some())) {
            article.language = None;
        }
        if self.goes(Thing::Ids, usize::from(article.id.is_some())) {
            article.id = None;
        }
        if self.goes(Thing::Suggestions, article.suggestions.len()) {
            article.suggestions = Vec::new();
        }
    }

    fn track(&mut self, track: &mut Track) {
        if self.goes(Thing::Decisions, track.decisions.len()) {
            track.decisions.clear();
        }
        if self.goes(Thing::Reviewed, track.reviewed.iter().count()) {
            track.reviewed = Ranges::default();
        }
        if self.goes(Thing::Status, usize::from(track.status == Status::Done)) {
            track.status = Status::Open;
        }
        if self.goes(Thing::ArticleLabels, track.labels.len()) {
            track.labels.clear();
        }
        if self.goes(Thing::Relations, track.relations.len()) {
            track.relations.clear();
        }
        if self.goes(Thing::Marks, track.annotations.len()) {
            track.annotations.clear();
        }
        let n_attributes = track.annotations.values().map(|it| it.attributes.len()).sum();
        if self.goes(Thing::Attributes, n_attributes) {
            track.annotations.values_mut().for_each(|it| it.attributes.clear());
            track.relations.values_mut().for_each(|it| it.attributes.clear());
        }
        let n_notes = track.annotations.values().filter(|it| it.note.is_some()).count();
        if self.goes(Thing::Notes, n_notes) {
            track.annotations.values_mut().for_each(|it| it.note = None);
        }
        let n_links = track.annotations.values().filter(|it| it.link.is_some()).count();
        if self.goes(Thing::Links, n_links) {
            track.annotations.values_mut().for_each(|it| it.link = None);
        }
    }

    /// Forgets who says so, and numbers marks and relations from 1.
    fn provenance(
        &mut self,
        article: &mut Article,
        tracks: &mut BTreeMap<AuthorId, Track>,
        schema: &Schema,
    ) {
        let n_sources = article.suggestions.iter().filter(|it| it.source.is_some()).count();
        article.suggestions.iter_mut().for_each(|it| it.source = None);
        let n_known = tracks.values().flat_map(|it| it.annotations.values());
        let n_known = n_known.filter(|it| it.origin != unsaid()).count();
        self.report.lost(Thing::Provenance, n_sources + n_known, &self.name);
        for (author, track) in tracks {
            number_anew(*author, track, schema, &mut article.meta);
        }
    }
}

/// The author whose work counts most: gold, then a person, a source, an engine; then the lower id.
pub(crate) fn most_trusted(
    article: &Article,
    authors: &BTreeMap<AuthorId, Author>,
) -> Option<AuthorId> {
    let trust = |id: &AuthorId| match authors.get(id).map(|it| it.kind) {
        Some(AuthorKind::Gold) => 0,
        Some(AuthorKind::Person) => 1,
        None => 2,
        Some(AuthorKind::Source) => 3,
        Some(AuthorKind::Model) => 4,
    };
    article.tracks.keys().copied().min_by_key(|id| (trust(id), *id))
}

fn number_anew(author: AuthorId, track: &mut Track, schema: &Schema, meta: &mut Meta) {
    let order: Vec<AnnotationId> =
        in_file_order(track, schema).into_iter().map(|(id, _)| id).collect();
    let numbered = order.into_iter().zip(1..);
    let names: BTreeMap<AnnotationId, AnnotationId> =
        numbered.map(|(old, n)| (old, AnnotationId { author, n })).into_map();
    let annotations = std::mem::take(&mut track.annotations).into_iter();
    track.annotations = annotations
        .map(|(id, mut it)| {
            it.origin = unsaid();
            (names[&id], it)
        })
        .into_map();
    let relations = std::mem::take(&mut track.relations).into_values().zip(1..);
    track.relations = relations
        .map(|(mut it, n)| {
            it.origin = unsaid();
            (it.from, it.to) = (names[&it.from], names[&it.to]);
            (RelationId { author, n }, it)
        })
        .into_map();
    unknown::rename_marks(meta, &names);
}

/// Leaves of the schema the bare names of what is used, in the order of the alphabet.
pub(crate) fn bare(dataset: &mut Dataset) {
    let used = Used::of(dataset);
    let old = std::mem::take(&mut dataset.schema);
    let mut renumber = Renumber::default();
    let mut new = Schema::default();
    let mut labels: Vec<_> = old.labels.iter().filter(|it| used.labels.contains(&it.id)).collect();
    sort_by(&mut labels, |one, other| one.name.cmp(&other.name));
    for label in labels {
        let bare = new.new_label(&label.name);
        renumber.labels.insert(label.id, bare.id);
        new.labels.push(bare);
    }
    let mut relations: Vec<_> =
        old.relations.iter().filter(|it| used.relations.contains(&it.id)).collect();
    sort_by(&mut relations, |one, other| one.name.cmp(&other.name));
    for (relation, n) in relations.into_iter().zip(1..) {
        let id = RelationLabelId(n);
        renumber.relations.insert(relation.id, id);
        let (name, from, to) = (relation.name.clone(), Vec::new(), Vec::new());
        new.relations.push(RelationLabel { id, name, from, to });
    }
    let mut labels: Vec<_> =
        old.document_labels.iter().filter(|it| used.document_labels.contains(&it.id)).collect();
    sort_by(&mut labels, |one, other| one.name.cmp(&other.name));
    for (label, n) in labels.into_iter().zip(1..) {
        let id = DocumentLabelId(n);
        renumber.document_labels.insert(label.id, id);
        new.document_labels.push(DocumentLabel { id, group: String::new(), ..label.clone() });
    }
    let attribute = |(name, kind)| Attribute { name, kind, labels: Vec::new() };
    new.attributes = used.attributes.into_iter().map(attribute).collect();
    dataset.schema = new;
    dataset.name = String::new();
    dataset.is_defined = false;
    dataset.authors.clear();
    dataset.meta = Meta::new();
    // All that is used was numbered, so nothing can be lost here.
    let mut nothing = Report::default();
    for article in &mut dataset.articles {
        renumber.article(article, &mut nothing);
        article.sort_suggestions();
    }
}

/// What the work on all articles names.
#[derive(Default)]
struct Used {
    labels: BTreeSet<LabelId>,
    relations: BTreeSet<RelationLabelId>,
    document_labels: BTreeSet<DocumentLabelId>,
    attributes: BTreeMap<String, AttributeKind>,
}

impl Used {
    fn of(dataset: &Dataset) -> Self {
        let mut used = Self::default();
        for article in &dataset.articles {
            used.labels.extend(article.suggestions.iter().map(|it| it.label));
            for track in article.tracks.values() {
                used.labels.extend(track.annotations.values().map(|it| it.label));
                used.labels.extend(track.decisions.keys().map(|it| it.label));
                used.relations.extend(track.relations.values().map(|it| it.label));
                used.document_labels.extend(&track.labels);
                track.annotations.values().for_each(|it| used.attributes(&it.attributes));
                track.relations.values().for_each(|it| used.attributes(&it.attributes));
            }
        }
        used
    }

    /// An attribute is a flag if it is never a text.
    fn attributes(&mut self, attributes: &Attributes) {
        for (name, value) in attributes {
            let known = self.attributes.entry(name.clone()).or_insert(AttributeKind::Flag);
            if matches!(value, AttributeValue::Text(_)) {
                *known = AttributeKind::Text;
            }
        }
    }
}
