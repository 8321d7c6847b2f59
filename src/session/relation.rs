//! Relations between marks: tied in two steps, from here, to there; turned, labeled otherwise, removed.
//!
//! One relation of the selected mark is the one that keys act on: the first, until a person goes on
//! to another. What a relation label may tie is asked here; at the door of the project all ends are
//! allowed, as what a file brought was right when it was made.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::annotation::Attributes;
use crate::model::id::{AnnotationId, LabelId, RelationId, RelationLabelId};
use crate::model::origin::Origin;
use crate::model::relation::Relation;
use crate::model::schema::{RelationLabel, Schema};
use crate::model::track::Track;
use crate::order::sort_by_key;
use crate::session::Session;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;
use crate::view::ShownKey;

/// One relation, as it is seen from one of its ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Which.
    pub id: RelationId,
    /// What it says.
    pub label: RelationLabelId,
    /// Whether it starts here; else it points here.
    pub starts_here: bool,
    /// The other end.
    pub other: AnnotationId,
    /// The other end's words, shortened.
    pub words: String,
    /// The other end's label.
    pub other_label: LabelId,
    /// Whether keys act on it.
    pub is_current: bool,
}

impl Session {
    /// Whether a person's mark is selected.
    pub fn has_annotation(&self) -> bool {
        self.selected_annotation().is_some()
    }

    /// Whether the selected mark has relations.
    pub fn has_relation(&self) -> bool {
        self.current_relation().is_some()
    }

    /// The mark from which the next relation is to start.
    pub fn relating_from(&self) -> Option<AnnotationId> {
        self.cursor.from.filter(|id| self.annotation(*id).is_some())
    }

    /// The relations of the selected mark: by where the other end stands.
    pub fn relations_here(&self) -> Vec<Seen> {
        let (Some(here), Some(track)) = (self.selected_annotation(), self.open_track()) else {
            return Vec::new();
        };
        let current = self.current_relation();
        self.relation_ids(here)
            .into_iter()
            .filter_map(|id| seen(self, track, here, id, current))
            .collect()
    }

    /// The relation that keys act on.
    pub fn current_relation(&self) -> Option<RelationId> {
        let all = self.relation_ids(self.selected_annotation()?);
        let chosen = self.cursor.relation.filter(|it| all.contains(it));
        chosen.or(all.first().copied())
    }

    /// The relation labels that may tie `from` to `to`, marks of the open article.
    pub fn relation_labels_for(
        &self,
        from: AnnotationId,
        to: AnnotationId,
    ) -> Vec<RelationLabelId> {
        let (Some(from), Some(to)) = (self.annotation(from), self.annotation(to)) else {
            return Vec::new();
        };
        let all = self.project.schema().relations.iter();
        all.filter(|it| it.may_tie(from.label, to.label)).map(|it| it.id).collect()
    }

    /// My relations in the open article.
    pub fn relations(&self) -> &BTreeMap<RelationId, Relation> {
        &self.open_track().unwrap_or(&self.empty_track).relations
    }

    /// The relation `id` of the open article.
    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.relations().get(&id)
    }

    /// Lets a relation start at the selected mark; once one has started elsewhere, lets it end here.
    pub(crate) fn relate(&mut self, out: &mut Out) {
        let Some(here) = self.selected_annotation() else {
            return out.say(if self.has_mark() {
                Message::RelationNeedsMarks
            } else {
                Message::NoMarkSelected
            });
        };
        match self.relating_from() {
            None => {
                self.cursor.from = Some(here);
                out.redraw.cursor = true;
                out.say(Message::RelationFrom { words: self.words_of_annotation(here) });
            }
            Some(from) if from == here => self.stop_relating(out),
            Some(from) => {
                self.ask_relation(ShownKey::Annotation(from), ShownKey::Annotation(here), out);
            }
        }
    }

    /// Forgets where a relation was to start.
    pub(crate) fn stop_relating(&mut self, out: &mut Out) {
        self.cursor.from = None;
        out.redraw.cursor = true;
        out.say(Message::RelationStopped);
    }

    /// Asks what ties `from` to `to`.
    pub(crate) fn ask_relation(&mut self, from: ShownKey, to: ShownKey, out: &mut Out) {
        let (ShownKey::Annotation(from), ShownKey::Annotation(to)) = (from, to) else {
            return out.say(Message::RelationNeedsMarks);
        };
        let (Some(first), Some(second)) = (self.annotation(from), self.annotation(to)) else {
            return;
        };
        if from == to {
            return;
        }
        let (from_label, to_label) = (first.label, second.label);
        let has_labels = !self.project.schema().relations.is_empty();
        if has_labels && self.relation_labels_for(from, to).is_empty() {
            let (from, to) = (self.label_name(from_label), self.label_name(to_label));
            return out.say(Message::RelationNoneFits { from, to });
        }
        out.then(Effect::Open(Dialog::Relation { from, to }));
    }

    /// Ties `from` to `to`.
    pub(crate) fn tie(
        &mut self,
        (from, to): (AnnotationId, AnnotationId),
        label: RelationLabelId,
        out: &mut Out,
    ) {
        let Some(label) = self.project.schema().relation(label).cloned() else { return };
        self.tie_by((from, to), &label, None, out);
    }

    /// Ties `from` to `to` by a relation label called `name`, which is new unless there is one.
    pub(crate) fn tie_as(
        &mut self,
        (from, to): (AnnotationId, AnnotationId),
        name: &str,
        out: &mut Out,
    ) {
        if let Some((label, schema)) = self.relation_label_called(name) {
            self.tie_by((from, to), &label, schema, out);
        }
    }

    fn tie_by(
        &mut self,
        (from, to): (AnnotationId, AnnotationId),
        label: &RelationLabel,
        schema: Option<Edit>,
        out: &mut Out,
    ) {
        let (origin, attributes) = (Origin::Human, Attributes::new());
        let value = Relation { from, to, label: label.id, attributes, origin };
        let Some(document) = self.open.clone() else { return };
        if !self.may_tie(None, &value, label, out) {
            return;
        }
        self.n_minted += 1;
        let id = RelationId { author: self.me, n: self.n_minted };
        let place = self.place(&document);
        let tie = Edit::Relation { place, id, value: Some(value) };
        let edits = schema.into_iter().chain([tie]).collect();
        if self.commit(event::RELATION_ADD, edits, out) {
            self.cursor.from = None;
            self.cursor.relation = Some(id);
            self.select_mark(ShownKey::Annotation(from), out);
            self.say_relation(id, out);
        }
    }

    /// Goes on to the next relation of the selected mark.
    pub(crate) fn next_relation(&mut self, out: &mut Out) {
        let Some(here) = self.selected_annotation() else {
            return out.say(Message::NoMarkSelected);
        };
        let all = self.relation_ids(here);
        let at = self.cursor.relation.and_then(|it| all.iter().position(|id| *id == it));
        let next = at.map_or(0, |it| (it + 1) % all.len());
        let Some(id) = all.get(next).copied() else { return out.say(Message::RelationNone) };
        self.cursor.relation = Some(id);
        out.redraw.cursor = true;
        self.say_relation(id, out);
    }

    /// Goes to the other end of the relation that keys act on.
    pub(crate) fn follow_relation(&mut self, out: &mut Out) {
        let (Some(id), Some(here)) = (self.current_relation(), self.selected_annotation()) else {
            return out.say(Message::RelationNone);
        };
        let Some(relation) = self.relation(id) else { return };
        let there = if relation.from == here { relation.to } else { relation.from };
        self.cursor.relation = Some(id);
        self.select_mark(ShownKey::Annotation(there), out);
        self.say_mark(out);
    }

    /// Asks for another label of the relation that keys act on.
    pub(crate) fn ask_relation_label(&mut self, out: &mut Out) {
        match self.current_relation() {
            Some(id) => out.then(Effect::Open(Dialog::RelationLabel(id))),
            None => out.say(Message::RelationNone),
        }
    }

    /// Lets the relation `id` point the other way.
    pub(crate) fn turn_relation(&mut self, id: RelationId, out: &mut Out) {
        self.change_relation(id, None, event::RELATION_TURN, out, |it| {
            (it.from, it.to) = (it.to, it.from);
        });
    }

    /// Gives the relation `id` another label.
    pub(crate) fn label_relation(&mut self, id: RelationId, label: RelationLabelId, out: &mut Out) {
        self.change_relation(id, None, event::RELATION_LABEL, out, |it| it.label = label);
    }

    /// Gives the relation `id` a label called `name`, which is new unless there is one.
    pub(crate) fn label_relation_as(&mut self, id: RelationId, name: &str, out: &mut Out) {
        if let Some((label, schema)) = self.relation_label_called(name) {
            self.change_relation(id, schema, event::RELATION_LABEL, out, |it| it.label = label.id);
        }
    }

    /// Removes the relation `id`.
    pub(crate) fn remove_relation(&mut self, id: RelationId, out: &mut Out) {
        let Some(document) = self.open.clone() else { return };
        let Some(label) = self.relation(id).map(|it| it.label) else { return };
        let edits = vec![Edit::Relation { place: self.place(&document), id, value: None }];
        if self.commit(event::RELATION_REMOVE, edits, out) {
            let label = relation_name(self.project.schema(), label);
            out.say(Message::AloudRelationRemoved { label });
        }
    }

    /// Does `work` with the relation that keys act on, or says that there is none.
    pub(crate) fn with_relation(
        &mut self,
        work: fn(&mut Self, RelationId, &mut Out),
        out: &mut Out,
    ) {
        match self.current_relation() {
            Some(id) => work(self, id, out),
            None => out.say(Message::RelationNone),
        }
    }

    fn change_relation(
        &mut self,
        id: RelationId,
        schema: Option<Edit>,
        event: &'static str,
        out: &mut Out,
        work: impl FnOnce(&mut Relation),
    ) {
        let (Some(document), Some(old)) = (self.open.clone(), self.relation(id)) else { return };
        let mut new = old.clone();
        work(&mut new);
        if new == *old {
            return;
        }
        let label = match &schema {
            Some(Edit::Schema { value }) => value.relation(new.label),
            _ => self.project.schema().relation(new.label),
        };
        let Some(label) = label.cloned() else { return };
        if !self.may_tie(Some(id), &new, &label, out) {
            return;
        }
        let tie = Edit::Relation { place: self.place(&document), id, value: Some(new) };
        let edits = schema.into_iter().chain([tie]).collect();
        if self.commit(event, edits, out) {
            self.cursor.relation = Some(id);
            out.redraw.cursor = true;
            self.say_relation(id, out);
        }
    }

    /// Whether `value` may stand: its label takes these ends, and nothing says the same. If not,
    /// says so.
    fn may_tie(
        &self,
        id: Option<RelationId>,
        value: &Relation,
        label: &RelationLabel,
        out: &mut Out,
    ) -> bool {
        let (Some(from), Some(to)) = (self.annotation(value.from), self.annotation(value.to))
        else {
            return false;
        };
        let name = label.name.clone();
        if !label.may_tie(from.label, to.label) {
            let (from, to) = (self.label_name(from.label), self.label_name(to.label));
            out.say(Message::RelationBadEnds { label: name, from, to });
            return false;
        }
        let ends = |it: &Relation| (it.from, it.to, it.label);
        let others = self.open_track().into_iter().flat_map(|it| &it.relations);
        let mut others = others.filter(|it| Some(*it.0) != id).map(|it| it.1);
        let is_there = others.any(|it| ends(it) == ends(value));
        if is_there {
            out.say(Message::RelationThere { label: name });
        }
        !is_there && value.from != value.to
    }

    /// The relation label called `name`; where there is none, a new one with the edit that adds it.
    fn relation_label_called(&self, name: &str) -> Option<(RelationLabel, Option<Edit>)> {
        let (name, schema) = (name.trim(), self.project.schema());
        if name.is_empty() {
            return None;
        }
        if let Some(known) = schema.relation_named(name) {
            return Some((known.clone(), None));
        }
        let (label, mut schema) = (schema.new_relation(name), schema.clone());
        schema.relations.push(label.clone());
        Some((label, Some(Edit::Schema { value: Box::new(schema) })))
    }

    fn say_relation(&self, id: RelationId, out: &mut Out) {
        let Some(relation) = self.relation(id) else { return };
        let label = relation_name(self.project.schema(), relation.label);
        let (from, to) =
            (self.words_of_annotation(relation.from), self.words_of_annotation(relation.to));
        out.say(Message::AloudRelation { label, from, to });
    }

    /// The relations of `mark` in the order of their other ends.
    fn relation_ids(&self, mark: AnnotationId) -> Vec<RelationId> {
        let Some(track) = self.open_track() else { return Vec::new() };
        let mut all = track.relations_of(mark);
        sort_by_key(&mut all, |id| {
            let relation = &track.relations[id];
            let other = if relation.from == mark { relation.to } else { relation.from };
            (track.annotations.get(&other).map(|it| it.extent.hull()), *id)
        });
        all
    }

    fn selected_annotation(&self) -> Option<AnnotationId> {
        match self.cursor.mark? {
            ShownKey::Annotation(id) => Some(id),
            ShownKey::Suggested(_) => None,
        }
    }

    fn open_track(&self) -> Option<&Track> {
        self.project.track(self.open.as_ref()?, self.me)
    }

    /// The words of a mark of the open article, shortened.
    fn words_of_annotation(&self, id: AnnotationId) -> String {
        self.words_of_mark(ShownKey::Annotation(id)).unwrap_or_default()
    }
}

fn seen(
    session: &Session,
    track: &Track,
    here: AnnotationId,
    id: RelationId,
    current: Option<RelationId>,
) -> Option<Seen> {
    let relation = track.relations.get(&id)?;
    let starts_here = relation.from == here;
    let other = if starts_here { relation.to } else { relation.from };
    Some(Seen {
        id,
        label: relation.label,
        starts_here,
        other,
        words: session.words_of_annotation(other),
        other_label: track.annotations.get(&other)?.label,
        is_current: current == Some(id),
    })
}

/// The name of a relation label.
pub(crate) fn relation_name(schema: &Schema, id: RelationLabelId) -> String {
    schema.relation(id).map(|it| it.name.clone()).unwrap_or_default()
}
