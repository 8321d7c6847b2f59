//! What a transaction must not do.

use std::collections::BTreeSet;

use crate::edit::apply::EditError;
use crate::edit::change::{Edit, Place, WholeDocument};
use crate::model::annotation::Annotation;
use crate::model::document::{Body, Header};
use crate::model::id::{AnnotationId, DocumentId};
use crate::model::project::Project;
use crate::model::schema::Schema;
use crate::model::track::Track;
use crate::order::Gather;
use crate::text::{Text, TextRange};

/// Checks what can be judged before `edit` is done.
pub(crate) fn before(project: &Project, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Annotation { place, value: Some(value), .. } => {
            let text = &body(project, &place.document)?.text;
            fits(&project.schema, &place.document, text, value)
        }
        // Its ends may still come: they are judged when all is done.
        Edit::Relation { value: Some(value), .. } => {
            project.schema.relation(value.label).map(drop).ok_or(EditError::BadSchema)
        }
        Edit::Decision { place, key, value: Some(_) } => {
            in_text(&place.document, &body(project, &place.document)?.text, key.range)?;
            project.schema.label(key.label).map(drop).ok_or(EditError::NoLabel(key.label))
        }
        Edit::Reviewed { place, value } => {
            let text = &body(project, &place.document)?.text;
            value.iter().try_for_each(|range| in_text(&place.document, text, range))
        }
        Edit::DocumentLabels { place, value } => {
            body(project, &place.document)?;
            let known = value.iter().all(|it| project.schema.document_label(*it).is_some());
            known.then_some(()).ok_or(EditError::BadSchema)
        }
        Edit::Document { id, value: Some(value) } => new_document(project, id, value),
        // What leaves must be whole, or the inverse could not bring it back.
        Edit::Document { id, value: None } => {
            let body = body(project, id)?;
            body.tracks.values().try_for_each(|it| whole_track(&project.schema, id, &body.text, it))
        }
        Edit::Header { id, value } => header(project, id, value),
        Edit::Order { value } => order(project, value),
        Edit::Schema { value } => schema(project, value),
        _ => Ok(()),
    }
}

/// Checks what can only be judged when all of `edits` are done.
pub(crate) fn after(project: &Project, edits: &[Edit]) -> Result<(), EditError> {
    let mut seen = BTreeSet::new();
    for edit in edits {
        match edit {
            Edit::Annotation { place, value: None, .. } | Edit::Relation { place, .. }
                if seen.insert(place) =>
            {
                relations(project, place)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The loaded body of `id`, to be changed by an edit that was checked.
pub(crate) fn body_mut<'a>(
    project: &'a mut Project,
    id: &DocumentId,
) -> Result<&'a mut Body, EditError> {
    let document = project.documents.get_mut(id);
    let document = document.ok_or_else(|| EditError::NoDocument(id.clone()))?;
    document.body.as_mut().ok_or_else(|| EditError::NotLoaded(id.clone()))
}

fn body<'a>(project: &'a Project, id: &DocumentId) -> Result<&'a Body, EditError> {
    let document = project.documents.get(id).ok_or_else(|| EditError::NoDocument(id.clone()))?;
    document.body.as_ref().ok_or_else(|| EditError::NotLoaded(id.clone()))
}

fn in_text(document: &DocumentId, text: &Text, range: TextRange) -> Result<(), EditError> {
    let fits = !range.is_empty() && text.slice(range).is_some();
    fits.then_some(()).ok_or_else(|| EditError::BadRange(document.clone(), range))
}

fn fits(
    schema: &Schema,
    document: &DocumentId,
    text: &Text,
    value: &Annotation,
) -> Result<(), EditError> {
    value.extent.ranges().iter().try_for_each(|range| in_text(document, text, *range))?;
    schema.label(value.label).map(drop).ok_or(EditError::NoLabel(value.label))
}

/// A track that comes or goes whole: everything in its place, all relations tied.
fn whole_track(
    schema: &Schema,
    id: &DocumentId,
    text: &Text,
    track: &Track,
) -> Result<(), EditError> {
    track.annotations.values().try_for_each(|it| fits(schema, id, text, it))?;
    track.reviewed.iter().try_for_each(|range| in_text(id, text, range))?;
    for key in track.decisions.keys() {
        in_text(id, text, key.range)?;
        schema.label(key.label).ok_or(EditError::NoLabel(key.label))?;
    }
    let labeled = track.labels.iter().all(|it| schema.document_label(*it).is_some());
    let known = |it: &AnnotationId| track.annotations.contains_key(it);
    let tied = track
        .relations
        .values()
        .all(|it| known(&it.from) && known(&it.to) && schema.relation(it.label).is_some());
    (labeled && tied).then_some(()).ok_or(EditError::BadSchema)
}

fn new_document(
    project: &Project,
    id: &DocumentId,
    value: &WholeDocument,
) -> Result<(), EditError> {
    if project.documents.contains_key(id) {
        return Err(EditError::DocumentExists(id.clone()));
    }
    let text = project.texts.get(value.header.text);
    let text = text.ok_or(EditError::NoText(value.header.text))?;
    if value.header.id != *id {
        return Err(EditError::OtherText(id.clone()));
    }
    value.tracks.values().try_for_each(|it| whole_track(&project.schema, id, text, it))
}

fn header(project: &Project, id: &DocumentId, value: &Header) -> Result<(), EditError> {
    let document = project.documents.get(id).ok_or_else(|| EditError::NoDocument(id.clone()))?;
    let same = value.id == *id && value.text == document.header.text;
    same.then_some(()).ok_or_else(|| EditError::OtherText(id.clone()))
}

fn relations(project: &Project, place: &Place) -> Result<(), EditError> {
    // The same transaction may have taken the whole document away.
    let Some(track) = project.track(&place.document, place.author) else { return Ok(()) };
    let tied = track.relations.values().all(|it| {
        track.annotations.contains_key(&it.from)
            && track.annotations.contains_key(&it.to)
            && project.schema.relation(it.label).is_some()
    });
    tied.then_some(()).ok_or_else(|| EditError::LooseRelation(place.clone()))
}

fn order(project: &Project, value: &[DocumentId]) -> Result<(), EditError> {
    let named = value.iter().into_set();
    let all = named.len() == value.len()
        && value.len() == project.documents.len()
        && value.iter().all(|it| project.documents.contains_key(it));
    all.then_some(()).ok_or(EditError::BadOrder)
}

/// A schema that may replace the present one: names and numbers are distinct, and all that is in
/// use stays. What is in use can be known only while every document is loaded.
fn schema(project: &Project, new: &Schema) -> Result<(), EditError> {
    let names = new.labels.iter().map(|it| it.name.as_str()).into_set();
    let ids = new.labels.iter().map(|it| it.id).into_set();
    let distinct = names.len() == new.labels.len() && ids.len() == new.labels.len();
    if !distinct || names.contains("") {
        return Err(EditError::BadSchema);
    }
    let old = &project.schema;
    let shrinks = old.labels.iter().any(|it| new.label(it.id).is_none())
        || old.relations.iter().any(|it| new.relation(it.id).is_none())
        || old.document_labels.iter().any(|it| new.document_label(it.id).is_none());
    if !shrinks {
        return Ok(());
    }
    for id in project.documents.keys() {
        let body = body(project, id)?;
        body.tracks.values().try_for_each(|it| in_use(new, it))?;
    }
    Ok(())
}

fn in_use(new: &Schema, track: &Track) -> Result<(), EditError> {
    let kept = track.annotations.values().all(|it| new.label(it.label).is_some())
        && track.decisions.keys().all(|it| new.label(it.label).is_some())
        && track.relations.values().all(|it| new.relation(it.label).is_some())
        && track.labels.iter().all(|it| new.document_label(*it).is_some());
    kept.then_some(()).ok_or(EditError::BadSchema)
}
