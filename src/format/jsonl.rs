//! JSON Lines: one JSON object a line, one line an article.
//!
//! **What it is.** For programs, and for merging by line:
//!
//! ```text
//! {"id": "a.txt", "text": "Ada spoke.", "spans": [{"start": 0, "end": 3, "label": "PERSON", "text": "Ada"}]}
//! ```
//!
//! Offsets count Unicode code points, half open, and stand beside the words they quote. A span with
//! a `score` is a suggestion; one without is a mark.
//!
//! **What we read.** Every line on its own: one that is broken is reported with its number, the
//! others are taken. Only `text` must be there, or another field of words that is plainly the text
//! or is named (see [`mod@field`]). `title` and its like become the name, `lang` and its like the
//! language, where `name` and `language` are not there.
//!
//! **What we write.** `id`, `name` (where it is not the id), `language`, `text`, `status` (where
//! done), `labels` of the article, `reviewed` ranges, `spans` by start, end and label, `relations`
//! between spans by their place in that list from 0, `meta`. Fields that are empty are left out, but
//! for `spans`.
//!
//! **What is lost.** All tracks but one; who made a mark, when, and from which suggestion; decisions;
//! what labels look like and mean. **Oddities.** A blank line is nothing. A field that is called as one
//! of ours and is of another kind, as a `status` of another program, is kept as meta; an id that is a
//! number becomes the text that it is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::format::dataset::{Article, Dataset, NOBODY, Suggested, unsaid};
use crate::format::error::ReadError;
use crate::format::field::{self, NoField};
use crate::format::json::{self, At, Expected, Object, Shape};
use crate::format::json_scan;
use crate::format::names::Names;
use crate::format::native::read::read_header;
use crate::format::native::write::{in_file_order, label_name};
use crate::format::report::Report;
use crate::format::span::{self, BadSpan};
use crate::format::thing::Thing;
use crate::format::unknown;
use crate::format::{Content, Likely, Line};
use crate::model::annotation::Annotation;
use crate::model::document::Meta;
use crate::model::id::{AnnotationId, RelationId};
use crate::model::relation::Relation;
use crate::model::schema::Schema;
use crate::model::track::{Status, Track};
use crate::order::{Gather, sort_by_key};
use crate::text::{MAX_TEXT_BYTES, Text};

const FIELDS: &[&str] = &[
    "id",
    "name",
    "language",
    "text",
    "status",
    "labels",
    "reviewed",
    "spans",
    "relations",
    "meta",
];
const SPAN_FIELDS: &[&str] =
    &["start", "end", "pieces", "label", "text", "score", "attributes", "note", "link"];

/// A file that says so by its name, or whose first line is an object with a text.
pub(crate) fn sniff(bytes: &[u8], name: &str) -> Likely {
    let name = name.to_lowercase();
    if [".jsonl", ".ndjson", ".jsonlines"].iter().any(|it| name.ends_with(it)) {
        return Likely::Yes;
    }
    let first = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let line = first.and_then(|line| std::str::from_utf8(line).ok());
    let record = line.and_then(|line| serde_json::from_str::<Object>(line).ok());
    match record {
        Some(record) if record.contains_key("text") && !record.contains_key("format") => {
            Likely::Yes
        }
        _ => Likely::No,
    }
}

/// The field of the lines that holds the text.
pub(crate) fn field(content: &Content<'_>) -> Result<String, ReadError> {
    let mut rows = content.text.split('\n').filter(|it| !it.trim().is_empty());
    let first = rows.clone().next().and_then(|it| serde_json::from_str::<Object>(it).ok());
    let is_ours = first.is_some_and(|it| it.get("text").is_some_and(Value::is_string));
    if is_ours && content.field.is_none() {
        return Ok("text".to_owned());
    }
    let rows: Vec<Object> = rows
        .by_ref()
        .take(field::MOST_ROWS)
        .filter_map(|it| serde_json::from_str(it).ok())
        .collect();
    match field::choose(rows.iter(), content.field) {
        // Then each line is told why it is left out.
        Err(NoField::None) => Ok("text".to_owned()),
        Err(NoField::Several(question)) => Err(ReadError::Asks(question)),
        Ok(field) => Ok(field),
    }
}

/// Reads one line.
pub(crate) fn read_record(
    line: &Line<'_>,
    names: &mut Names,
    report: &mut Report,
) -> Result<Article, ReadError> {
    json_scan::no_field_twice(line.text)?;
    let mut value: Value = serde_json::from_str(line.text)?;
    let odd = value.as_object_mut().map(take_odd).unwrap_or_default();
    let at = At::WHOLE;
    let object = json::object(&value, &at)?;
    let text = Text::new(json::text(object, line.field, &at)?)
        .map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })?;
    let mut article = read_header(object, text, FIELDS, &at)?;
    keep_foreign(object, line.field, &mut article);
    unknown::keep_plain(&odd, &mut article.meta);
    let text = article.text.clone();
    let mut track = Track::default();
    let mut reader = Reader { file: line.place, names, report, text: &text };
    reader.article(object, &mut track, &mut article, &at)?;
    if track != Track::default() {
        article.tracks.insert(NOBODY, track);
    }
    article.sort_suggestions();
    Ok(article)
}

/// Takes out fields that are called as ours and are of another kind, as other programs have them. An
/// id that is a number becomes the text that it is.
fn take_odd(object: &mut Object) -> Object {
    if let Some(id) = object.get_mut("id").filter(|it| it.is_number()) {
        *id = id.to_string().into();
    }
    let is_status = |value: &Value| matches!(value.as_str(), Some("open" | "done"));
    let is_text = |value: &Value| value.as_str().is_some_and(|it| !it.is_empty());
    let mut odd = Object::new();
    for (name, is_ours) in [
        ("id", &is_text as &dyn Fn(&Value) -> bool),
        ("name", &Value::is_string),
        ("language", &Value::is_string),
        ("status", &is_status),
        ("labels", &Value::is_array),
        ("meta", &Value::is_object),
    ] {
        if object.get(name).is_some_and(|it| !it.is_null() && !is_ours(it)) {
            odd.extend(object.remove_entry(name));
        }
    }
    odd
}

/// What other programs call the title and the language, and a `text` that is not the text.
fn keep_foreign(object: &Object, text_field: &str, article: &mut Article) {
    if !object.contains_key("name")
        && let Some(title) = field::named(object, field::TITLE)
    {
        title.clone_into(&mut article.name);
    }
    if !object.contains_key("language") {
        article.language = field::language(object);
    }
    if text_field != "text" {
        article.meta.remove(&format!("/{}", unknown::step(text_field)));
        let other = object.get("text").map(Value::to_string);
        article.meta.extend(other.map(|it| ("text".to_owned(), it)));
    }
}

struct Reader<'a> {
    file: &'a str,
    names: &'a mut Names,
    report: &'a mut Report,
    text: &'a Text,
}

/// A span is either said or suggested.
enum Span {
    Mark(Annotation),
    Suggestion(Suggested),
}

impl Reader<'_> {
    fn article(
        &mut self,
        object: &Object,
        track: &mut Track,
        article: &mut Article,
        at: &At<'_>,
    ) -> Result<(), Shape> {
        track.status = match json::maybe_text(object, "status", at)? {
            None | Some("open") => Status::Open,
            Some("done") => Status::Done,
            Some(_) => return Err(at.field("status").needs(Expected::Known)),
        };
        track.labels = span::read_labels(object, self.names, self.file, self.report, at)?;
        track.reviewed = span::read_reviewed(object, self.text, self.file, self.report, at)?;
        let ids = self.spans(object, track, article, at)?;
        self.relations(object, &ids, track, at)
    }

    fn leave_out(&mut self, thing: Thing, why: impl Into<BadSpan>) {
        let message = why.into().message(self.file);
        self.report.left_out(thing, message);
    }

    /// Reads the spans; returns the ids of the marks by their places in the list.
    fn spans(
        &mut self,
        object: &Object,
        track: &mut Track,
        article: &mut Article,
        at: &At<'_>,
    ) -> Result<BTreeMap<usize, AnnotationId>, Shape> {
        let mut ids = BTreeMap::new();
        for (n, value) in json::maybe_list(object, "spans", at)?.iter().enumerate() {
            let at = at.field("spans");
            match self.span(value, &at.item(n)) {
                Ok(Span::Mark(annotation)) => {
                    let id = AnnotationId { author: NOBODY, n: ids.len() as u32 + 1 };
                    if let Some(object) = value.as_object() {
                        let place = unknown::mark(id);
                        unknown::keep(object, SPAN_FIELDS, &place, &mut article.meta);
                    }
                    ids.insert(n, id);
                    track.annotations.insert(id, annotation);
                }
                Ok(Span::Suggestion(suggested)) => article.suggestions.push(suggested),
                Err(why) => self.leave_out(Thing::Marks, why),
            }
        }
        Ok(ids)
    }

    fn span(&mut self, value: &Value, at: &At<'_>) -> Result<Span, BadSpan> {
        let object = json::object(value, at)?;
        let extent = span::read_extent(object, self.text, at)?;
        let label = self.names.label(json::text(object, "label", at)?);
        let label = label.ok_or_else(|| at.field("label").needs(Expected::Known))?;
        if object.get("score").is_some_and(|it| !it.is_null()) {
            let n = object.keys().filter(|field| !SPAN_FIELDS.contains(&field.as_str())).count();
            self.report.lost(Thing::Meta, n, "");
            let score = json::score(object, "score", at)?;
            let suggested = Suggested { range: extent.hull(), label, score, source: None };
            return Ok(Span::Suggestion(suggested));
        }
        Ok(Span::Mark(Annotation {
            extent,
            label,
            attributes: span::read_attributes(object, at)?,
            note: json::maybe_text(object, "note", at)?.map(str::to_owned),
            link: json::maybe_text(object, "link", at)?.map(str::to_owned),
            origin: unsaid(),
        }))
    }

    fn relations(
        &mut self,
        object: &Object,
        ids: &BTreeMap<usize, AnnotationId>,
        track: &mut Track,
        at: &At<'_>,
    ) -> Result<(), Shape> {
        for (n, value) in json::maybe_list(object, "relations", at)?.iter().enumerate() {
            let at = at.field("relations");
            match self.relation(value, ids, &at.item(n)) {
                Ok(relation) => {
                    let n = track.relations.len() as u32 + 1;
                    track.relations.insert(RelationId { author: NOBODY, n }, relation);
                }
                Err(shape) => self.leave_out(Thing::Relations, shape),
            }
        }
        Ok(())
    }

    fn relation(
        &mut self,
        value: &Value,
        ids: &BTreeMap<usize, AnnotationId>,
        at: &At<'_>,
    ) -> Result<Relation, Shape> {
        let object = json::object(value, at)?;
        let n_unknown = object
            .keys()
            .filter(|it| !["from", "to", "label", "attributes"].contains(&it.as_str()))
            .count();
        self.report.lost(Thing::Meta, n_unknown, "");
        let end = |field: &str| {
            let id = ids.get(&(json::offset(object, field, at)? as usize)).copied();
            id.ok_or_else(|| at.field(field).needs(Expected::Known))
        };
        let label = self.names.relation(json::text(object, "label", at)?);
        Ok(Relation {
            from: end("from")?,
            to: end("to")?,
            label: label.ok_or_else(|| at.field("label").needs(Expected::Known))?,
            attributes: span::read_attributes(object, at)?,
            origin: unsaid(),
        })
    }
}

/// Takes out kept fields that have no place here.
pub(crate) fn fit(dataset: &mut Dataset, report: &mut Report) {
    let places = unknown::Places { record: FIELDS, span: SPAN_FIELDS, work: None };
    unknown::fit(dataset, &places, report);
}

/// Writes one article as one line, without its end.
pub(crate) fn write_record(schema: &Schema, article: &Article) -> String {
    let (text, meta) = (&article.text, &article.meta);
    let mut object = Object::new();
    if let Some(id) = &article.id {
        object.insert("id".into(), id.as_str().into());
    }
    let foreign = |names| field::is_in(meta, names);
    let is_id = article.id.as_ref().is_some_and(|id| id.as_str() == article.name);
    if !is_id || foreign(field::TITLE) {
        object.insert("name".into(), article.name.as_str().into());
    }
    span::write_maybe(&mut object, "language", article.language.as_ref());
    if article.language.is_none() && foreign(field::LANGUAGE) {
        object.insert("language".into(), Value::Null);
    }
    object.insert("text".into(), text.as_str().into());
    let nothing = Track::default();
    let track = article.tracks.values().next().unwrap_or(&nothing);
    if track.status == Status::Done {
        object.insert("status".into(), "done".into());
    }
    if !track.labels.is_empty() {
        let labels = track.labels.iter().filter_map(|id| schema.document_label(*id));
        object.insert("labels".into(), labels.map(|it| it.name.as_str()).collect());
    }
    if !track.reviewed.is_empty() {
        let ranges = track.reviewed.iter().map(|range| span::pair(text, range));
        object.insert("reviewed".into(), ranges.collect());
    }
    let (spans, places) = write_spans(schema, article, track);
    object.insert("spans".into(), Value::Array(spans));
    if !track.relations.is_empty() {
        let relations = track.relations.values().map(|it| write_relation(schema, it, &places));
        object.insert("relations".into(), relations.collect());
    }
    let plain = unknown::plain(meta);
    if !plain.is_empty() {
        object.insert("meta".into(), Value::Object(plain));
    }
    unknown::put_back(&mut object, "", meta);
    json::line(&Value::Object(object))
}

/// The marks and suggestions in order, and where each mark stands.
fn write_spans(
    schema: &Schema,
    article: &Article,
    track: &Track,
) -> (Vec<Value>, BTreeMap<AnnotationId, usize>) {
    let text = &article.text;
    let mut spans = Vec::with_capacity(track.annotations.len() + article.suggestions.len());
    for (id, it) in in_file_order(track, schema) {
        let label = label_name(schema, it.label);
        let value = write_mark(id, it, label, text, &article.meta);
        spans.push((it.extent.start(), it.extent.end(), label, Some(id), value));
    }
    for it in &article.suggestions {
        let label = label_name(schema, it.label);
        let value = write_suggestion(it, label, text);
        spans.push((it.range.start(), it.range.end(), label, None, value));
    }
    // Stable: marks stand before suggestions of the same place and label.
    sort_by_key(&mut spans, |it| (it.0, it.1, it.2));
    let places = spans.iter().enumerate().filter_map(|(n, it)| Some((it.3?, n))).into_map();
    (spans.into_iter().map(|it| it.4).collect(), places)
}

fn write_mark(id: AnnotationId, it: &Annotation, label: &str, text: &Text, meta: &Meta) -> Value {
    let mut object = Object::new();
    span::write_extent(&mut object, &it.extent, text);
    object.insert("label".into(), label.into());
    object.insert("text".into(), it.extent.words(text).unwrap_or_default().into());
    span::write_attributes(&mut object, &it.attributes);
    span::write_maybe(&mut object, "note", it.note.as_ref());
    span::write_maybe(&mut object, "link", it.link.as_ref());
    unknown::put_back(&mut object, &unknown::mark(id), meta);
    Value::Object(object)
}

fn write_suggestion(it: &Suggested, label: &str, text: &Text) -> Value {
    json!({
        "start": span::in_points(text, it.range.start()),
        "end": span::in_points(text, it.range.end()),
        "label": label,
        "text": text.slice(it.range).unwrap_or_default(),
        "score": json::score_value(it.score),
    })
}

fn write_relation(schema: &Schema, it: &Relation, places: &BTreeMap<AnnotationId, usize>) -> Value {
    let mut object = Object::new();
    object.insert("from".into(), places.get(&it.from).copied().into());
    object.insert("to".into(), places.get(&it.to).copied().into());
    let label = schema.relation(it.label).map_or("", |it| it.name.as_str());
    object.insert("label".into(), label.into());
    span::write_attributes(&mut object, &it.attributes);
    Value::Object(object)
}
