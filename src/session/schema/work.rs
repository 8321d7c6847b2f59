//! What changes to the schema make of the work: each a change to one track, and the edits that make it.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::change::{Edit, Place};
use crate::message::Message;
use crate::model::annotation::{AttributeValue, Attributes};
use crate::model::document::Body;
use crate::model::id::{AnnotationId, DocumentLabelId, LabelId};
use crate::model::track::{DecisionKey, Track, Verdict};
use crate::session::Session;
use crate::session::schema::Item;

impl Session {
    /// The edits that do `work` to every track of every author. Refused while a body is not loaded.
    pub(super) fn reworked(&self, work: impl Fn(&mut Track)) -> Result<Vec<Edit>, Message> {
        let mut edits = Vec::new();
        for document in self.project.documents() {
            let id = &document.header.id;
            let Some(body) = &document.body else {
                return Err(Message::EditNotLoaded { article: id.to_string() });
            };
            for (author, old) in &body.tracks {
                let mut new = old.clone();
                work(&mut new);
                if new != *old {
                    let place = Place { document: id.clone(), author: *author };
                    edits.extend(difference(&place, old, &new));
                }
            }
        }
        Ok(edits)
    }

    /// Everything that any track uses.
    pub(super) fn in_use(&self) -> BTreeSet<Item> {
        let mut used = BTreeSet::new();
        let bodies = self.project.documents().filter_map(|it| it.body.as_ref());
        for track in bodies.flat_map(|it| it.tracks.values()) {
            let marks = track.annotations.values();
            let answered = track.decisions.keys().map(|it| it.label);
            used.extend(marks.clone().map(|it| it.label).chain(answered).map(Item::Label));
            used.extend(track.relations.values().map(|it| Item::Relation(it.label)));
            used.extend(track.labels.iter().map(|it| Item::DocumentLabel(*it)));
            let of_relations = track.relations.values().map(|it| &it.attributes);
            let attributes = marks.map(|it| &it.attributes).chain(of_relations);
            used.extend(attributes.flat_map(|it| it.keys().cloned()).map(Item::Attribute));
        }
        used
    }

    /// How many articles bear `label` and one of `others`, both said by the same author.
    pub(super) fn n_with_both(
        &self,
        label: DocumentLabelId,
        others: &BTreeSet<DocumentLabelId>,
    ) -> u64 {
        let has_both = |it: &&Body| {
            let mut tracks = it.tracks.values();
            tracks.any(|it| it.labels.contains(&label) && !it.labels.is_disjoint(others))
        };
        let bodies = self.project.documents().filter_map(|it| it.body.as_ref());
        bodies.filter(has_both).count() as u64
    }

    /// The values that marks and relations have of `attribute`.
    pub(super) fn values_of(&self, attribute: &str) -> Vec<AttributeValue> {
        let bodies = self.project.documents().filter_map(|it| it.body.as_ref());
        let mut values = Vec::new();
        for track in bodies.flat_map(|it| it.tracks.values()) {
            let marks = track.annotations.values().map(|it| &it.attributes);
            let all = marks.chain(track.relations.values().map(|it| &it.attributes));
            for value in all.filter_map(|it| it.get(attribute)) {
                if !values.contains(value) {
                    values.push(value.clone());
                }
            }
        }
        values
    }
}

/// The edits that make `new` of `old`.
fn difference(place: &Place, old: &Track, new: &Track) -> Vec<Edit> {
    let place = || place.clone();
    let mut edits = Vec::new();
    for (id, value) in changed(&old.relations, &new.relations) {
        edits.push(Edit::Relation { place: place(), id, value });
    }
    for (id, value) in changed(&old.annotations, &new.annotations) {
        edits.push(Edit::Annotation { place: place(), id, value });
    }
    for (key, value) in changed(&old.decisions, &new.decisions) {
        edits.push(Edit::Decision { place: place(), key, value });
    }
    if old.labels != new.labels {
        edits.push(Edit::DocumentLabels { place: place(), value: new.labels.clone() });
    }
    edits
}

/// The entries in which two maps differ, as they are in the new one.
fn changed<K, V>(old: &BTreeMap<K, V>, new: &BTreeMap<K, V>) -> Vec<(K, Option<V>)>
where
    K: Clone + Ord,
    V: Clone + PartialEq,
{
    let gone = old.keys().filter(|it| !new.contains_key(*it)).map(|it| (it.clone(), None));
    let other = new.iter().filter(|(key, value)| old.get(*key) != Some(*value));
    gone.chain(other.map(|(key, value)| (key.clone(), Some(value.clone())))).collect()
}

/// Says of everything that has the label `from` that it is `into`.
///
/// Where both stand on the same words one mark is left, with the notes, links, values, relations and
/// answers of both.
pub(super) fn relabel(track: &mut Track, from: LabelId, into: LabelId) {
    let of = |label| track.annotations.iter().filter(move |it| it.1.label == label);
    let twin = |(id, it): (&AnnotationId, &crate::model::annotation::Annotation)| {
        let other = of(into).find(|other| other.1.extent == it.extent);
        other.map(|other| (*id, *other.0))
    };
    let twins: BTreeMap<AnnotationId, AnnotationId> = of(from).filter_map(twin).collect();
    for (gone, kept) in &twins {
        let Some(gone) = track.annotations.remove(gone) else { continue };
        let Some(kept) = track.annotations.get_mut(kept) else { continue };
        kept.note = kept.note.take().or(gone.note);
        kept.link = kept.link.take().or(gone.link);
        for (name, value) in gone.attributes {
            kept.attributes.entry(name).or_insert(value);
        }
    }
    for mark in track.annotations.values_mut().filter(|it| it.label == from) {
        mark.label = into;
    }
    let kept = |id: AnnotationId| twins.get(&id).copied().unwrap_or(id);
    for relation in track.relations.values_mut() {
        (relation.from, relation.to) = (kept(relation.from), kept(relation.to));
    }
    // What tied the two marks ties nothing now.
    let was_loop = |id: AnnotationId| twins.values().any(|it| *it == id);
    track.relations.retain(|_, it| it.from != it.to || !was_loop(it.from));
    answer_as(track, from, into, kept);
}

/// Moves the answers to suggestions of `from` to `into`. Where both were answered, the one that has led
/// to a mark counts.
fn answer_as(
    track: &mut Track,
    from: LabelId,
    into: LabelId,
    kept: impl Fn(AnnotationId) -> AnnotationId,
) {
    let keys: Vec<DecisionKey> =
        track.decisions.keys().filter(|it| it.label == from).copied().collect();
    for decision in track.decisions.values_mut() {
        if let Verdict::Accepted(id) | Verdict::Corrected(id) = &mut decision.verdict {
            *id = kept(*id);
        }
    }
    for key in keys {
        let Some(answer) = track.decisions.remove(&key) else { continue };
        let place = DecisionKey { label: into, ..key };
        let has_mark = |it: &Verdict| matches!(it, Verdict::Accepted(_) | Verdict::Corrected(_));
        let known = track.decisions.get(&place);
        if known.is_none_or(|it| !has_mark(&it.verdict) && has_mark(&answer.verdict)) {
            track.decisions.insert(place, answer);
        }
    }
}

/// Takes away everything that has the label.
pub(super) fn unlabel(track: &mut Track, label: LabelId) {
    track.annotations.retain(|_, it| it.label != label);
    let marks = &track.annotations;
    track.relations.retain(|_, it| marks.contains_key(&it.from) && marks.contains_key(&it.to));
    track.decisions.retain(|key, it| {
        let has_mark = match &it.verdict {
            Verdict::Accepted(id) | Verdict::Corrected(id) => marks.contains_key(id),
            Verdict::Rejected | Verdict::Skipped => true,
        };
        key.label != label && has_mark
    });
}

/// Does `work` to the attributes of every mark and every relation.
pub(super) fn each_attributes(track: &mut Track, work: impl Fn(&mut Attributes)) {
    track.annotations.values_mut().for_each(|it| work(&mut it.attributes));
    track.relations.values_mut().for_each(|it| work(&mut it.attributes));
}
