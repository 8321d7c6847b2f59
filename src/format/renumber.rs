//! Work moved from one numbering of labels to another.

use std::collections::BTreeMap;

use crate::format::dataset::Article;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use crate::model::schema::Schema;
use crate::model::track::{DecisionKey, Track};
use crate::order::Gather;

/// For every number of one schema, the number of the same label in another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Renumber {
    pub(crate) labels: BTreeMap<LabelId, LabelId>,
    pub(crate) relations: BTreeMap<RelationLabelId, RelationLabelId>,
    pub(crate) document_labels: BTreeMap<DocumentLabelId, DocumentLabelId>,
}

impl Renumber {
    /// `schema` with its labels numbered 1, 2, 3, … in order, and the way there.
    pub(crate) fn in_order(schema: &Schema) -> (Schema, Self) {
        let places = |n: usize| n as u16 + 1;
        let labels = schema.labels.iter().enumerate();
        let relations = schema.relations.iter().enumerate();
        let document_labels = schema.document_labels.iter().enumerate();
        let renumber = Self {
            labels: labels.map(|(n, it)| (it.id, LabelId(places(n)))).into_map(),
            relations: relations.map(|(n, it)| (it.id, RelationLabelId(places(n)))).into_map(),
            document_labels: document_labels
                .map(|(n, it)| (it.id, DocumentLabelId(places(n))))
                .into_map(),
        };
        (renumber.schema(schema), renumber)
    }

    /// `schema` with every number changed. A number without a new one goes.
    pub(crate) fn schema(&self, schema: &Schema) -> Schema {
        let mut new = schema.clone();
        let list = |ids: &mut Vec<LabelId>| {
            *ids = ids.iter().filter_map(|id| self.labels.get(id).copied()).collect();
        };
        new.labels.retain_mut(|it| {
            it.parent = it.parent.and_then(|id| self.labels.get(&id).copied());
            self.labels.get(&it.id).map(|id| it.id = *id).is_some()
        });
        new.relations.retain_mut(|it| {
            list(&mut it.from);
            list(&mut it.to);
            self.relations.get(&it.id).map(|id| it.id = *id).is_some()
        });
        new.document_labels
            .retain_mut(|it| self.document_labels.get(&it.id).map(|id| it.id = *id).is_some());
        for it in &mut new.name_lists {
            it.names
                .retain_mut(|(label, _)| self.labels.get(label).map(|id| *label = *id).is_some());
        }
        new.attributes.iter_mut().for_each(|it| list(&mut it.labels));
        new
    }

    /// Changes every number in the work on `article`. What names an unknown number goes, reported.
    pub(crate) fn article(&self, article: &mut Article, report: &mut Report) {
        let name = article.name.clone();
        for track in article.tracks.values_mut() {
            self.track(track, &name, report);
        }
        let before = article.suggestions.len();
        article
            .suggestions
            .retain_mut(|it| self.labels.get(&it.label).map(|id| it.label = *id).is_some());
        report.lost(Thing::Suggestions, before - article.suggestions.len(), &name);
        article.tracks.retain(|_, track| *track != Track::default());
    }

    fn track(&self, track: &mut Track, article: &str, report: &mut Report) {
        let before = track.annotations.len();
        track
            .annotations
            .retain(|_, it| self.labels.get(&it.label).map(|id| it.label = *id).is_some());
        report.lost(Thing::Marks, before - track.annotations.len(), article);

        let before = track.relations.len();
        let marks = &track.annotations;
        track.relations.retain(|_, it| {
            let is_tied = marks.contains_key(&it.from) && marks.contains_key(&it.to);
            is_tied && self.relations.get(&it.label).map(|id| it.label = *id).is_some()
        });
        report.lost(Thing::Relations, before - track.relations.len(), article);

        let before = track.decisions.len();
        let decisions = std::mem::take(&mut track.decisions).into_iter();
        track.decisions = decisions
            .filter_map(|(key, it)| {
                let label = *self.labels.get(&key.label)?;
                Some((DecisionKey { label, ..key }, it))
            })
            .into_map();
        report.lost(Thing::Decisions, before - track.decisions.len(), article);

        let before = track.labels.len();
        let labels = std::mem::take(&mut track.labels);
        let known = labels.iter().filter_map(|id| self.document_labels.get(id).copied());
        track.labels = known.into_set();
        report.lost(Thing::ArticleLabels, before - track.labels.len(), article);
    }
}
