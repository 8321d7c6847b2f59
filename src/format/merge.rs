//! Two schemas made one, by the names of their labels.

use std::collections::BTreeMap;

use crate::format::renumber::Renumber;
use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use crate::model::schema::{
    Attribute, AttributeKind, Color, DocumentLabel, Label, NameList, RelationLabel, Schema,
};
use crate::order::Gather;

/// The most labels a schema takes from files. No person can use so many; a file of which every word
/// is a label of its own is broken.
pub(crate) const MAX_LABELS: usize = 4096;

/// What came of it.
pub(crate) struct Merged {
    /// From the numbers of the schema that was added to those of the whole.
    pub(crate) renumber: Renumber,
    /// The labels that were new.
    pub(crate) added: Vec<String>,
    /// How many labels both had, defined otherwise.
    pub(crate) n_differing: usize,
}

/// Adds to `base` what it lacks of `other`. What both have stays as `base` has it.
///
/// A new label keeps its color and key unless `base` has given them away.
pub(crate) fn merge(base: &mut Schema, other: &Schema) -> Merged {
    let mut renumber = Renumber::default();
    let mut added = Vec::new();
    let known: BTreeMap<String, usize> =
        base.labels.iter().enumerate().map(|(n, it)| (it.name.clone(), n)).into_map();
    for label in &other.labels {
        let id = match known.get(&label.name) {
            Some(n) => base.labels[*n].id,
            // Without a number, the work that uses it is left out and reported.
            None if base.labels.len() >= MAX_LABELS => continue,
            None => {
                added.push(label.name.clone());
                add(base, label)
            }
        };
        renumber.labels.insert(label.id, id);
    }
    let mut n_differing = 0;
    for label in &other.labels {
        let parent = label.parent.and_then(|id| renumber.labels.get(&id).copied());
        let Some(id) = renumber.labels.get(&label.id) else { continue };
        let Some(place) = base.labels.iter().position(|it| it.id == *id) else { continue };
        if known.contains_key(&label.name) {
            n_differing += usize::from(differs(&base.labels[place], label, parent));
        } else {
            base.labels[place].parent = parent;
        }
    }
    merge_relations(base, other, &mut renumber);
    merge_document_labels(base, other, &mut renumber);
    merge_attributes(base, other, &renumber);
    merge_name_lists(base, other, &renumber);
    Merged { renumber, added, n_differing }
}

fn differs(here: &Label, there: &Label, parent: Option<LabelId>) -> bool {
    let there = Label { id: here.id, parent, ..there.clone() };
    *here != there
}

fn add(base: &mut Schema, label: &Label) -> LabelId {
    let new = base.new_label(&label.name);
    let is_free = |color: &Color| base.labels.iter().all(|it| it.color != *color);
    let color = if is_free(&label.color) { label.color.clone() } else { new.color };
    let key = label.key.filter(|key| base.labels.iter().all(|it| it.key != Some(*key)));
    base.labels.push(Label { id: new.id, color, key, parent: None, ..label.clone() });
    new.id
}

fn mapped(ids: &[LabelId], renumber: &Renumber) -> Vec<LabelId> {
    ids.iter().filter_map(|id| renumber.labels.get(id).copied()).collect()
}

fn merge_relations(base: &mut Schema, other: &Schema, renumber: &mut Renumber) {
    for relation in &other.relations {
        let known = base.relations.iter().find(|it| it.name == relation.name).map(|it| it.id);
        let highest = base.relations.iter().map(|it| it.id.0).max().unwrap_or(0);
        let id = known.unwrap_or(RelationLabelId(highest + 1));
        if known.is_none() {
            let from = mapped(&relation.from, renumber);
            let to = mapped(&relation.to, renumber);
            base.relations.push(RelationLabel { id, name: relation.name.clone(), from, to });
        }
        renumber.relations.insert(relation.id, id);
    }
}

fn merge_document_labels(base: &mut Schema, other: &Schema, renumber: &mut Renumber) {
    for label in &other.document_labels {
        let known = base.document_labels.iter().find(|it| it.name == label.name).map(|it| it.id);
        let highest = base.document_labels.iter().map(|it| it.id.0).max().unwrap_or(0);
        let id = known.unwrap_or(DocumentLabelId(highest + 1));
        if known.is_none() {
            base.document_labels.push(DocumentLabel { id, ..label.clone() });
        }
        renumber.document_labels.insert(label.id, id);
    }
}

fn merge_attributes(base: &mut Schema, other: &Schema, renumber: &Renumber) {
    for attribute in &other.attributes {
        let labels = mapped(&attribute.labels, renumber);
        match base.attributes.iter_mut().find(|it| it.name == attribute.name) {
            None => base.attributes.push(Attribute { labels, ..attribute.clone() }),
            Some(here) => join_choices(&mut here.kind, &attribute.kind),
        }
    }
}

/// Lists with names that are taken here stay as they are here.
fn merge_name_lists(base: &mut Schema, other: &Schema, renumber: &Renumber) {
    for list in &other.name_lists {
        if base.name_lists.iter().any(|it| it.name == list.name) {
            continue;
        }
        let mut new = NameList { name: list.name.clone(), names: list.names.clone() };
        new.names
            .retain_mut(|(label, _)| renumber.labels.get(label).map(|id| *label = *id).is_some());
        base.name_lists.push(new);
    }
}

/// A choice here takes in the choices there, so that no value in use is without its place.
fn join_choices(here: &mut AttributeKind, there: &AttributeKind) {
    if let (AttributeKind::Choice(here), AttributeKind::Choice(there)) = (here, there) {
        let new: Vec<_> = there.iter().filter(|it| !here.contains(it)).cloned().collect();
        here.extend(new);
    }
}
