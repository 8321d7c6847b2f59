//! Fields that are not ours: kept in a document's meta under the place they came from, and put back.
//!
//! A meta key is either a plain name (what a file holds under `meta`, or what another format calls
//! a field of the record), or a place inside the record, beginning with a slash: `/field` for the
//! record itself, `/spans/0123456789abcdef-7/field` for one of its marks. Slashes and tildes inside
//! a name are written `~1` and `~0`, as in JSON Pointer (RFC 6901). A plain name that begins with a
//! slash gets another one in front, which no place has.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::format::dataset::{Article, Dataset};
use crate::format::json::Object;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::model::document::Meta;
use crate::model::id::{AnnotationId, AuthorId, RelationId};

/// A name as one step of a place.
pub(crate) fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn name(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The place of one mark's fields.
pub(crate) fn mark(id: AnnotationId) -> String {
    format!("/spans/{id}")
}

/// Keeps every field of `object` that is not in `known`, under `place` (empty for the record).
pub(crate) fn keep(object: &Object, known: &[&str], place: &str, meta: &mut Meta) {
    for (field, value) in object.iter().filter(|(field, _)| !known.contains(&field.as_str())) {
        meta.insert(format!("{place}/{}", step(field)), value.to_string());
    }
}

/// Puts the fields kept under `place` back into `object`, behind its own.
pub(crate) fn put_back(object: &mut Object, place: &str, meta: &Meta) {
    let prefix = format!("{place}/");
    let below = meta.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix));
    for (key, value) in below {
        let field = &key[prefix.len()..];
        if !field.contains('/') && !object.contains_key(&name(field)) {
            object.insert(name(field), parse(value));
        }
    }
}

/// Keeps the fields of a record's `meta` object.
pub(crate) fn keep_plain(object: &Object, meta: &mut Meta) {
    for (field, value) in object {
        let slash = if field.starts_with('/') { "/" } else { "" };
        meta.insert(format!("{slash}{field}"), value.to_string());
    }
}

/// The `meta` object: all keys that are plain names.
pub(crate) fn plain(meta: &Meta) -> Object {
    let names = meta.iter().filter_map(|(key, value)| {
        let name = match key.strip_prefix('/') {
            None => key,
            Some(rest) if rest.starts_with('/') => rest,
            Some(_) => return None,
        };
        Some((name.to_owned(), parse(value)))
    });
    names.collect()
}

/// The places of a record where a format can write fields that are not its own.
pub(crate) struct Places {
    /// The format's own fields of the record.
    pub(crate) record: &'static [&'static str],
    /// Its own fields of a mark.
    pub(crate) span: &'static [&'static str],
    /// Its own fields of a track and of a relation, where it has such objects.
    pub(crate) work: Option<(&'static [&'static str], &'static [&'static str])>,
}

/// Takes out the fields that have no place in a format, or stand in the way of its own; reported.
pub(crate) fn fit(dataset: &mut Dataset, places: &Places, report: &mut Report) {
    for article in &mut dataset.articles {
        let before = article.meta.len();
        let mut meta = std::mem::take(&mut article.meta);
        meta.retain(|key, _| places.has(key, article));
        article.meta = meta;
        report.lost(Thing::Meta, before - article.meta.len(), &article.name);
    }
}

impl Places {
    fn has(&self, key: &str, article: &Article) -> bool {
        let Some(place) = key.strip_prefix('/') else { return true };
        if place.starts_with('/') {
            return true;
        }
        let steps: Vec<&str> = place.split('/').collect();
        match (steps.as_slice(), self.work) {
            ([field], _) => !self.record.contains(&name(field).as_str()),
            (["spans", id, field], _) => {
                let id = AnnotationId::parse(id);
                let mut tracks = article.tracks.values();
                id.is_some_and(|id| tracks.any(|it| it.annotations.contains_key(&id)))
                    && !self.span.contains(&name(field).as_str())
            }
            (["tracks", id, field], Some((own, _))) => {
                AuthorId::parse(id).is_some_and(|id| article.tracks.contains_key(&id))
                    && !own.contains(&name(field).as_str())
            }
            (["relations", id, field], Some((_, own))) => {
                let id = RelationId::parse(id);
                let mut tracks = article.tracks.values();
                id.is_some_and(|id| tracks.any(|it| it.relations.contains_key(&id)))
                    && !own.contains(&name(field).as_str())
            }
            _ => false,
        }
    }
}

/// Moves what is kept of marks to their new names.
pub(crate) fn rename_marks(meta: &mut Meta, names: &BTreeMap<AnnotationId, AnnotationId>) {
    if !meta.range("/spans/".to_owned()..).next().is_some_and(|it| it.0.starts_with("/spans/")) {
        return;
    }
    let old = std::mem::take(meta);
    *meta =
        old.into_iter().map(|(key, value)| (renamed(&key, names).unwrap_or(key), value)).collect();
}

fn renamed(key: &str, names: &BTreeMap<AnnotationId, AnnotationId>) -> Option<String> {
    let (id, field) = key.strip_prefix("/spans/")?.split_once('/')?;
    let new = names.get(&AnnotationId::parse(id)?)?;
    Some(format!("{}/{field}", mark(*new)))
}

/// The value, or the words themselves where they are not JSON.
fn parse(value: &str) -> Value {
    serde_json::from_str(value).unwrap_or_else(|_| Value::from(value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn fields_go_back_where_they_came_from() {
        let record = json!({"text": "x", "a/b": [1], "~": null, "": {"deep": true}});
        let plain_fields = json!({"source": "wire", "/odd": 1, "//odder": 2});
        let mark_fields = json!({"start": 0, "sure": false});
        let mut meta = Meta::new();
        keep(record.as_object().unwrap(), &["text"], "", &mut meta);
        keep_plain(plain_fields.as_object().unwrap(), &mut meta);
        keep(mark_fields.as_object().unwrap(), &["start"], "/spans/x", &mut meta);

        let mut back = json!({"text": "x"}).as_object().unwrap().clone();
        put_back(&mut back, "", &meta);
        assert_eq!(Value::from(back), record);
        assert_eq!(Value::from(plain(&meta)), plain_fields);
        let mut back = json!({"start": 0}).as_object().unwrap().clone();
        put_back(&mut back, "/spans/x", &meta);
        assert_eq!(Value::from(back), mark_fields);
    }
}
