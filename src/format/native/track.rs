//! One author's work on one article, in the project file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::format::dataset::{NOBODY, Suggested, unsaid};
use crate::format::json::{self, At, Expected, Object, Shape};
use crate::format::names::Names;
use crate::format::native::fields;
use crate::format::report::Report;
use crate::format::span::{self, BadSpan};
use crate::format::thing::Thing;
use crate::format::unknown;
use crate::model::annotation::Annotation;
use crate::model::document::Meta;
use crate::model::id::{AnnotationId, AuthorId, LabelId, RelationId};
use crate::model::origin::Origin;
use crate::model::relation::Relation;
use crate::model::track::{Decision, DecisionKey, Status, Track, Verdict};
use crate::source::Source;
use crate::text::Text;

/// What reading an article's work needs: the file's name, the labels, where losses go, the words.
pub(crate) struct Reader<'a> {
    pub(crate) file: &'a str,
    pub(crate) names: &'a mut Names,
    pub(crate) report: &'a mut Report,
    pub(crate) text: &'a Text,
    pub(crate) meta: &'a mut Meta,
}

impl Reader<'_> {
    /// Reads a track. What is wrong in it is left out and reported.
    pub(crate) fn track(&mut self, value: &Value, at: &At<'_>) -> Result<(AuthorId, Track), Shape> {
        let object = json::object(value, at)?;
        let author = match json::maybe_text(object, "author", at)? {
            None => NOBODY,
            Some(id) => {
                AuthorId::parse(id).ok_or_else(|| at.field("author").needs(Expected::Id))?
            }
        };
        let mut track = Track {
            status: match json::maybe_text(object, "status", at)? {
                None | Some("open") => Status::Open,
                Some("done") => Status::Done,
                Some(_) => return Err(at.field("status").needs(Expected::Known)),
            },
            ..Track::default()
        };
        track.labels = span::read_labels(object, self.names, self.file, self.report, at)?;
        track.reviewed = span::read_reviewed(object, self.text, self.file, self.report, at)?;
        let ids = self.spans(object, author, &mut track, at)?;
        self.relations(object, author, &ids, &mut track, at)?;
        self.decisions(object, &ids, &mut track, at)?;
        unknown::keep(object, fields::TRACK, &format!("/tracks/{author}"), self.meta);
        Ok((author, track))
    }

    fn leave_out(&mut self, thing: Thing, why: impl Into<BadSpan>) {
        let message = why.into().message(self.file);
        self.report.left_out(thing, message);
    }

    /// Reads the marks; returns what each is called in the file.
    fn spans(
        &mut self,
        object: &Object,
        author: AuthorId,
        track: &mut Track,
        at: &At<'_>,
    ) -> Result<BTreeMap<String, AnnotationId>, Shape> {
        let list = json::maybe_list(object, "spans", at)?;
        let mut ids = BTreeMap::new();
        let mut next = next_number(list, author);
        for (n, value) in list.iter().enumerate() {
            let at = at.field("spans");
            let at = at.item(n);
            let annotation = match self.span(value, &at) {
                Ok(annotation) => annotation,
                Err(why) => {
                    self.leave_out(Thing::Marks, why);
                    continue;
                }
            };
            let name = value.get("id").and_then(Value::as_str);
            let known = name.and_then(AnnotationId::parse);
            let taken = |id: &AnnotationId| track.annotations.contains_key(id);
            let id = known.filter(|id| !taken(id)).unwrap_or_else(|| AnnotationId {
                author,
                n: mint(&mut next, |n| taken(&AnnotationId { author, n })),
            });
            if let Some(object) = value.as_object() {
                unknown::keep(object, fields::SPAN, &unknown::mark(id), self.meta);
            }
            if let Some(name) = name {
                ids.entry(name.to_owned()).or_insert(id);
            }
            track.annotations.insert(id, annotation);
        }
        Ok(ids)
    }

    fn span(&mut self, value: &Value, at: &At<'_>) -> Result<Annotation, BadSpan> {
        let object = json::object(value, at)?;
        let extent = span::read_extent(object, self.text, at)?;
        self.lose_unknown_sources(object);
        Ok(Annotation {
            extent,
            label: self.label(object, at)?,
            attributes: span::read_attributes(object, at)?,
            note: json::maybe_text(object, "note", at)?.map(str::to_owned),
            link: json::maybe_text(object, "link", at)?.map(str::to_owned),
            origin: read_origin(object, at)?,
        })
    }

    fn label(&mut self, object: &Object, at: &At<'_>) -> Result<LabelId, Shape> {
        let id = self.names.label(json::text(object, "label", at)?);
        id.ok_or_else(|| at.field("label").needs(Expected::Known))
    }

    fn relations(
        &mut self,
        object: &Object,
        author: AuthorId,
        ids: &BTreeMap<String, AnnotationId>,
        track: &mut Track,
        at: &At<'_>,
    ) -> Result<(), Shape> {
        let list = json::maybe_list(object, "relations", at)?;
        let named =
            |value: &Value| value.get("id").and_then(Value::as_str).and_then(RelationId::parse);
        let taken: BTreeSet<u32> =
            list.iter().filter_map(named).filter(|id| id.author == author).map(|id| id.n).collect();
        let mut next = taken.last().map_or(1, |n| n.saturating_add(1));
        for (n, value) in list.iter().enumerate() {
            let at = at.field("relations");
            let at = at.item(n);
            match self.relation(value, ids, &at) {
                Ok(relation) => {
                    let taken = |id: &RelationId| track.relations.contains_key(id);
                    let id = named(value).filter(|id| !taken(id)).unwrap_or_else(|| RelationId {
                        author,
                        n: mint(&mut next, |n| taken(&RelationId { author, n })),
                    });
                    if let Some(object) = value.as_object() {
                        let place = format!("/relations/{id}");
                        unknown::keep(object, fields::RELATION, &place, self.meta);
                    }
                    track.relations.insert(id, relation);
                }
                Err(shape) => self.leave_out(Thing::Relations, shape),
            }
        }
        Ok(())
    }

    fn relation(
        &mut self,
        value: &Value,
        ids: &BTreeMap<String, AnnotationId>,
        at: &At<'_>,
    ) -> Result<Relation, Shape> {
        let object = json::object(value, at)?;
        let end = |field: &str| {
            let id = ids.get(json::text(object, field, at)?).copied();
            id.ok_or_else(|| at.field(field).needs(Expected::Known))
        };
        let label = self.names.relation(json::text(object, "label", at)?);
        self.lose_unknown_sources(object);
        Ok(Relation {
            from: end("from")?,
            to: end("to")?,
            label: label.ok_or_else(|| at.field("label").needs(Expected::Known))?,
            attributes: span::read_attributes(object, at)?,
            origin: read_origin(object, at)?,
        })
    }

    fn decisions(
        &mut self,
        object: &Object,
        ids: &BTreeMap<String, AnnotationId>,
        track: &mut Track,
        at: &At<'_>,
    ) -> Result<(), Shape> {
        for (n, value) in json::maybe_list(object, "decisions", at)?.iter().enumerate() {
            let at = at.field("decisions");
            let at = at.item(n);
            match self.decision(value, ids, &at) {
                Ok((key, decision)) => drop(track.decisions.insert(key, decision)),
                Err(why) => self.leave_out(Thing::Decisions, why),
            }
        }
        Ok(())
    }

    fn decision(
        &mut self,
        value: &Value,
        ids: &BTreeMap<String, AnnotationId>,
        at: &At<'_>,
    ) -> Result<(DecisionKey, Decision), BadSpan> {
        let object = json::object(value, at)?;
        let range = span::read_extent(object, self.text, at)?.hull();
        let mark = || {
            let name = json::text(object, "span", at)?;
            // The mark may have gone since: its name still says which one was meant.
            let id = ids.get(name).copied().or_else(|| AnnotationId::parse(name));
            id.ok_or_else(|| at.field("span").needs(Expected::Id))
        };
        let verdict = match json::text(object, "verdict", at)? {
            "accepted" => Verdict::Accepted(mark()?),
            "corrected" => Verdict::Corrected(mark()?),
            "rejected" => Verdict::Rejected,
            "skipped" => Verdict::Skipped,
            _ => return Err(at.field("verdict").needs(Expected::Known).into()),
        };
        let score = json::score(object, "score", at)?;
        let source = read_source(object, at)?;
        let source = source.ok_or_else(|| at.field("source").needs(Expected::Object))?;
        let when = object.get("at").and_then(Value::as_u64).unwrap_or(0);
        let label = self.label(object, at)?;
        self.lose_unknown(object, fields::DECISION);
        self.lose_unknown_sources(object);
        Ok((DecisionKey { range, label }, Decision { verdict, score, source, at: when }))
    }

    /// Reports what is not ours in where a mark, a relation or an answer comes from.
    fn lose_unknown_sources(&mut self, object: &Object) {
        let inner = |object: &Object, field: &str| object.get(field)?.as_object().cloned();
        let origin = inner(object, "origin").unwrap_or_default();
        let accepted = inner(&origin, "accepted").unwrap_or_default();
        self.lose_unknown(&origin, fields::ORIGIN);
        self.lose_unknown(&accepted, fields::ACCEPTED);
        for object in [object, &accepted] {
            self.lose_unknown(&inner(object, "source").unwrap_or_default(), fields::SOURCE);
        }
    }

    /// Reports fields that have no place to be kept in.
    fn lose_unknown(&mut self, object: &Object, known: &[&str]) {
        let n = object.keys().filter(|field| !known.contains(&field.as_str())).count();
        self.report.lost(Thing::Meta, n, "");
    }

    /// Reads an open suggestion.
    pub(crate) fn suggestion(&mut self, value: &Value, at: &At<'_>) -> Result<Suggested, BadSpan> {
        let object = json::object(value, at)?;
        self.lose_unknown(object, fields::SUGGESTION);
        self.lose_unknown_sources(object);
        Ok(Suggested {
            range: span::read_extent(object, self.text, at)?.hull(),
            label: self.label(object, at)?,
            score: json::score(object, "score", at)?,
            source: read_source(object, at)?,
        })
    }
}

/// One more than the highest number that the file gives to `author`'s marks.
fn next_number(list: &[Value], author: AuthorId) -> u32 {
    let id = |value: &Value| value.get("id")?.as_str().and_then(AnnotationId::parse);
    let numbers = list.iter().filter_map(id).filter(|id| id.author == author).map(|id| id.n);
    numbers.max().map_or(1, |n| n.saturating_add(1))
}

/// The first number from `next` on that is not taken.
fn mint(next: &mut u32, taken: impl Fn(u32) -> bool) -> u32 {
    loop {
        let n = *next;
        *next = next.wrapping_add(1);
        if !taken(n) {
            return n;
        }
    }
}

fn read_source(object: &Object, at: &At<'_>) -> Result<Option<Arc<Source>>, Shape> {
    let Some(value) = object.get("source").filter(|it| !it.is_null()) else { return Ok(None) };
    let at = at.field("source");
    let object = json::object(value, &at)?;
    let field = |name: &str| {
        Ok::<_, Shape>(json::maybe_text(object, name, &at)?.unwrap_or_default().to_owned())
    };
    Ok(Some(Arc::new(Source {
        name: field("name")?,
        version: field("version")?,
        fingerprint: field("fingerprint")?,
    })))
}

/// Reads `"human"`, or an object with the one field that says what it is.
fn read_origin(object: &Object, at: &At<'_>) -> Result<Origin, Shape> {
    let at = at.field("origin");
    let object = match object.get("origin") {
        None | Some(Value::Null) => return Ok(unsaid()),
        Some(Value::String(text)) if text == "human" => return Ok(Origin::Human),
        Some(Value::Object(object)) => object,
        Some(_) => return Err(at.needs(Expected::Object)),
    };
    if let Some(source) = json::maybe_text(object, "imported", &at)? {
        return Ok(Origin::Imported { source: source.into() });
    }
    if let Some(accepted) = object.get("accepted") {
        let at = at.field("accepted");
        let accepted = json::object(accepted, &at)?;
        let source = read_source(accepted, &at)?;
        let source = source.ok_or_else(|| at.field("source").needs(Expected::Object))?;
        return Ok(Origin::Accepted { source, score: json::score(accepted, "score", &at)? });
    }
    let list = json::maybe_list(object, "adjudicated", &at)?;
    let from = list.iter().map(|it| it.as_str().and_then(AnnotationId::parse)).collect();
    match from {
        Some(from) if object.contains_key("adjudicated") => Ok(Origin::Adjudicated { from }),
        _ => Err(at.needs(Expected::Known)),
    }
}

fn write_source(source: &Source) -> Value {
    json!({
        "name": source.name,
        "version": source.version,
        "fingerprint": source.fingerprint,
    })
}

fn write_origin(origin: &Origin) -> Value {
    match origin {
        Origin::Human => "human".into(),
        Origin::Imported { source } => json!({ "imported": source.as_ref() }),
        Origin::Accepted { source, score } => json!({
            "accepted": { "source": write_source(source), "score": json::score_value(*score) },
        }),
        Origin::Adjudicated { from } => {
            json!({ "adjudicated": from.iter().map(ToString::to_string).collect::<Vec<_>>() })
        }
    }
}

/// A mark as the project file has it.
pub(crate) fn write_span(
    id: AnnotationId,
    it: &Annotation,
    label: &str,
    text: &Text,
    meta: &Meta,
) -> Value {
    let mut object = Object::new();
    object.insert("id".into(), id.to_string().into());
    span::write_extent(&mut object, &it.extent, text);
    object.insert("text".into(), it.extent.words(text).unwrap_or_default().into());
    object.insert("label".into(), label.into());
    span::write_attributes(&mut object, &it.attributes);
    span::write_maybe(&mut object, "note", it.note.as_ref());
    span::write_maybe(&mut object, "link", it.link.as_ref());
    if it.origin != unsaid() {
        object.insert("origin".into(), write_origin(&it.origin));
    }
    unknown::put_back(&mut object, &unknown::mark(id), meta);
    Value::Object(object)
}

/// A relation as the project file has it.
pub(crate) fn write_relation(id: RelationId, it: &Relation, label: &str, meta: &Meta) -> Value {
    let mut object = Object::new();
    object.insert("id".into(), id.to_string().into());
    object.insert("from".into(), it.from.to_string().into());
    object.insert("to".into(), it.to.to_string().into());
    object.insert("label".into(), label.into());
    span::write_attributes(&mut object, &it.attributes);
    if it.origin != unsaid() {
        object.insert("origin".into(), write_origin(&it.origin));
    }
    unknown::put_back(&mut object, &format!("/relations/{id}"), meta);
    Value::Object(object)
}

/// A decision as the project file has it.
pub(crate) fn write_decision(key: DecisionKey, it: &Decision, label: &str, text: &Text) -> Value {
    let mut object = Object::new();
    write_place(&mut object, key, label, text);
    let (verdict, mark) = match &it.verdict {
        Verdict::Accepted(id) => ("accepted", Some(id)),
        Verdict::Corrected(id) => ("corrected", Some(id)),
        Verdict::Rejected => ("rejected", None),
        Verdict::Skipped => ("skipped", None),
    };
    object.insert("verdict".into(), verdict.into());
    if let Some(id) = mark {
        object.insert("span".into(), id.to_string().into());
    }
    object.insert("score".into(), json::score_value(it.score));
    object.insert("source".into(), write_source(&it.source));
    object.insert("at".into(), it.at.into());
    Value::Object(object)
}

/// An open suggestion as the project file has it.
pub(crate) fn write_suggestion(it: &Suggested, label: &str, text: &Text) -> Value {
    let mut object = Object::new();
    write_place(&mut object, DecisionKey { range: it.range, label: it.label }, label, text);
    object.insert("score".into(), json::score_value(it.score));
    if let Some(source) = &it.source {
        object.insert("source".into(), write_source(source));
    }
    Value::Object(object)
}

fn write_place(object: &mut Object, key: DecisionKey, label: &str, text: &Text) {
    object.insert("start".into(), span::in_points(text, key.range.start()).into());
    object.insert("end".into(), span::in_points(text, key.range.end()).into());
    object.insert("text".into(), text.slice(key.range).unwrap_or_default().into());
    object.insert("label".into(), label.into());
}
