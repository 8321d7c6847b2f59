//! What in a schema names a label, when that label goes.

use crate::model::id::LabelId;
use crate::model::schema::{NameList, Schema, is_of_engine};

/// Takes `label` out of the schema. What is a kind of it becomes one of its parent; an attribute that
/// only it had goes, too; a relation that could only go from it, or to it, may go anywhere.
pub(super) fn forget_label(schema: &mut Schema, label: LabelId) {
    let parent = schema.label(label).and_then(|it| it.parent);
    schema.labels.retain(|it| it.id != label);
    for it in schema.labels.iter_mut().filter(|it| it.parent == Some(label)) {
        it.parent = parent;
    }
    for relation in &mut schema.relations {
        relation.from.retain(|it| *it != label);
        relation.to.retain(|it| *it != label);
    }
    schema.attributes.retain(|it| it.labels != [label]);
    for attribute in &mut schema.attributes {
        attribute.labels.retain(|it| *it != label);
    }
    for list in &mut schema.name_lists {
        list.names.retain(|it| it.0 != label);
    }
    schema.name_lists.retain(|it| !it.names.is_empty());
}

/// Puts `into` in the place of `label` wherever the schema names it, and takes that out.
pub(super) fn replace_label(schema: &mut Schema, label: LabelId, into: LabelId) {
    let Some(gone) = schema.label(label).cloned() else { return };
    // Whoever is above `into` cannot become a kind of it.
    let above = ancestors(schema, into);
    schema.labels.retain(|it| it.id != label);
    for it in schema.labels.iter_mut().filter(|it| it.parent == Some(label)) {
        let is_above = it.id == into || above.contains(&it.id);
        it.parent = if is_above { gone.parent } else { Some(into) };
    }
    let kept = schema.labels.iter_mut().find(|it| it.id == into);
    if let Some(kept) = kept {
        let own = Some(gone.name).filter(|it| is_of_engine(it));
        let names = gone.suggested_as.into_iter().chain(own);
        let new: Vec<String> =
            names.filter(|it| *it != kept.name && !kept.suggested_as.contains(it)).collect();
        kept.suggested_as.extend(new);
    }
    let ends = schema.relations.iter_mut().flat_map(|it| [&mut it.from, &mut it.to]);
    for list in ends.chain(schema.attributes.iter_mut().map(|it| &mut it.labels)) {
        let had = list.contains(&into);
        list.retain(|it| *it != label || !had);
        list.iter_mut().filter(|it| **it == label).for_each(|it| *it = into);
    }
    for list in &mut schema.name_lists {
        let mut new = NameList { name: list.name.clone(), names: Vec::new() };
        for (id, names) in &list.names {
            let id = if *id == label { into } else { *id };
            for name in names {
                new.add(name, id);
            }
        }
        *list = new;
    }
}

/// The labels above `label`, nearest first.
pub(super) fn ancestors(schema: &Schema, label: LabelId) -> Vec<LabelId> {
    let mut above = Vec::new();
    let mut next = schema.label(label).and_then(|it| it.parent);
    while let Some(id) = next.filter(|it| !above.contains(it)) {
        above.push(id);
        next = schema.label(id).and_then(|it| it.parent);
    }
    above
}
