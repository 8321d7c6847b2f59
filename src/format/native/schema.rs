//! Labels, relation labels, attributes and rules, in the project file.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::format::json::{self, At, Expected, Object, Shape};
use crate::format::merge::MAX_LABELS;
use crate::format::native::fields;
use crate::format::unknown;
use crate::model::document::Meta;
use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use crate::model::schema::{
    Anchoring, Attribute, AttributeKind, Color, DocumentLabel, Label, NameList, Overlap,
    RelationLabel, Schema,
};
use crate::order::Gather;

const ANCHORING: [(&str, Anchoring); 2] =
    [("characters", Anchoring::Characters), ("tokens", Anchoring::Tokens)];

const OVERLAP: [(&str, Overlap); 3] =
    [("none", Overlap::None), ("nested", Overlap::Nested), ("any", Overlap::Any)];

/// Reads the schema of a project. Its labels are what all work refers to, so one that is wrong makes
/// the file one that is not read.
pub(crate) fn read(project: &Object, at: &At<'_>, meta: &mut Meta) -> Result<Schema, Shape> {
    let mut schema = Schema {
        labels: read_labels(project, at, meta)?,
        anchoring: one_of(&ANCHORING, project, "anchoring", at)?,
        overlap: one_of(&OVERLAP, project, "overlap", at)?,
        guidelines: json::maybe_text(project, "guidelines", at)?.unwrap_or_default().to_owned(),
        trial: read_trial(project, at)?,
        ..Schema::default()
    };
    let ids: BTreeMap<String, LabelId> =
        schema.labels.iter().map(|it| (it.name.clone(), it.id)).into_map();
    schema.relations = read_relations(project, &ids, at, meta)?;
    schema.attributes = read_attributes(project, &ids, at, meta)?;
    schema.document_labels = read_document_labels(project, at, meta)?;
    schema.name_lists = read_name_lists(project, &ids, at, meta)?;
    Ok(schema)
}

fn read_trial(project: &Object, at: &At<'_>) -> Result<Option<u32>, Shape> {
    let Some(value) = project.get("trial") else { return Ok(None) };
    json::as_offset(value).map(Some).ok_or_else(|| at.field("trial").needs(Expected::Number))
}

fn one_of<T: Copy + Default>(
    known: &[(&str, T)],
    object: &Object,
    field: &str,
    at: &At<'_>,
) -> Result<T, Shape> {
    let Some(name) = json::maybe_text(object, field, at)? else { return Ok(T::default()) };
    let found = known.iter().find(|it| it.0 == name).map(|it| it.1);
    found.ok_or_else(|| at.field(field).needs(Expected::Known))
}

fn read_labels(project: &Object, at: &At<'_>, meta: &mut Meta) -> Result<Vec<Label>, Shape> {
    let list = limited(project, "labels", at)?;
    let at = at.field("labels");
    let mut labels = Schema::default();
    let mut parents = Vec::new();
    for (n, value) in list.iter().enumerate() {
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let name = new_name(object, labels.labels.iter().map(|it| it.name.as_str()), &at)?;
        let mut label = labels.new_label(name);
        if let Some(color) = json::maybe_text(object, "color", &at)? {
            label.color =
                Color::parse(color).ok_or_else(|| at.field("color").needs(Expected::Color))?;
        }
        label.key = read_key(object, &at)?;
        let description = json::maybe_text(object, "description", &at)?;
        label.description = description.unwrap_or_default().into();
        label.hidden = json::maybe_flag(object, "hidden", &at)?;
        label.suggested_as = read_texts(object, "suggested_as", &at)?;
        parents.push(json::maybe_text(object, "parent", &at)?);
        unknown::keep(object, fields::LABEL, &place("labels", name), meta);
        labels.labels.push(label);
    }
    let ids: BTreeMap<String, LabelId> =
        labels.labels.iter().map(|it| (it.name.clone(), it.id)).into_map();
    for (n, parent) in parents.into_iter().enumerate() {
        let Some(name) = parent else { continue };
        let id = ids.get(name).copied();
        labels.labels[n].parent =
            Some(id.ok_or_else(|| at.item(n).field("parent").needs(Expected::Known))?);
    }
    Ok(labels.labels)
}

/// A list of definitions, not longer than can be numbered.
fn limited<'v>(project: &'v Object, field: &str, at: &At<'_>) -> Result<&'v [Value], Shape> {
    let list = json::maybe_list(project, field, at)?;
    let fits = list.len() <= MAX_LABELS;
    fits.then_some(list).ok_or_else(|| at.field(field).item(MAX_LABELS).needs(Expected::Known))
}

/// A name that is not empty and not taken.
fn new_name<'v>(
    object: &'v Object,
    mut taken: impl Iterator<Item = &'v str>,
    at: &At<'_>,
) -> Result<&'v str, Shape> {
    let name = json::text(object, "name", at)?;
    let is_new = !name.is_empty() && taken.all(|it| it != name);
    is_new.then_some(name).ok_or_else(|| at.field("name").needs(Expected::Text))
}

fn read_key(object: &Object, at: &At<'_>) -> Result<Option<char>, Shape> {
    let Some(text) = json::maybe_text(object, "key", at)? else { return Ok(None) };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(key), None) => Ok(Some(key)),
        _ => Err(at.field("key").needs(Expected::Text)),
    }
}

/// Names of labels that must be known.
fn known_labels(
    object: &Object,
    field: &str,
    ids: &BTreeMap<String, LabelId>,
    at: &At<'_>,
) -> Result<Vec<LabelId>, Shape> {
    let list = json::maybe_list(object, field, at)?.iter().enumerate();
    list.map(|(n, value)| {
        let id = value.as_str().and_then(|name| ids.get(name));
        id.copied().ok_or_else(|| at.field(field).item(n).needs(Expected::Known))
    })
    .collect()
}

fn read_relations(
    project: &Object,
    ids: &BTreeMap<String, LabelId>,
    at: &At<'_>,
    meta: &mut Meta,
) -> Result<Vec<RelationLabel>, Shape> {
    let mut relations: Vec<RelationLabel> = Vec::new();
    for (n, value) in limited(project, "relation_labels", at)?.iter().enumerate() {
        let at = at.field("relation_labels");
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let name = new_name(object, relations.iter().map(|it| it.name.as_str()), &at)?.to_owned();
        unknown::keep(object, fields::RELATION_LABEL, &place("relation_labels", &name), meta);
        let from = known_labels(object, "from", ids, &at)?;
        let to = known_labels(object, "to", ids, &at)?;
        relations.push(RelationLabel { id: RelationLabelId(n as u16 + 1), name, from, to });
    }
    Ok(relations)
}

fn read_attributes(
    project: &Object,
    ids: &BTreeMap<String, LabelId>,
    at: &At<'_>,
    meta: &mut Meta,
) -> Result<Vec<Attribute>, Shape> {
    let mut attributes: Vec<Attribute> = Vec::new();
    for (n, value) in limited(project, "attributes", at)?.iter().enumerate() {
        let at = at.field("attributes");
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let name = new_name(object, attributes.iter().map(|it| it.name.as_str()), &at)?.to_owned();
        unknown::keep(object, fields::ATTRIBUTE, &place("attributes", &name), meta);
        let kind = match json::text(object, "kind", &at)? {
            "flag" => AttributeKind::Flag,
            "text" => AttributeKind::Text,
            "choice" => AttributeKind::Choice(read_texts(object, "choices", &at)?),
            _ => return Err(at.field("kind").needs(Expected::Known)),
        };
        let labels = known_labels(object, "labels", ids, &at)?;
        attributes.push(Attribute { name, kind, labels });
    }
    Ok(attributes)
}

fn read_texts(object: &Object, field: &str, at: &At<'_>) -> Result<Vec<String>, Shape> {
    let list = json::maybe_list(object, field, at)?.iter().enumerate();
    list.map(|(n, value)| {
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| at.field(field).item(n).needs(Expected::Text))
    })
    .collect()
}

fn read_document_labels(
    project: &Object,
    at: &At<'_>,
    meta: &mut Meta,
) -> Result<Vec<DocumentLabel>, Shape> {
    let mut labels: Vec<DocumentLabel> = Vec::new();
    for (n, value) in limited(project, "document_labels", at)?.iter().enumerate() {
        let at = at.field("document_labels");
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let name = new_name(object, labels.iter().map(|it| it.name.as_str()), &at)?.to_owned();
        unknown::keep(object, fields::DOCUMENT_LABEL, &place("document_labels", &name), meta);
        let group = json::maybe_text(object, "group", &at)?.unwrap_or_default().to_owned();
        labels.push(DocumentLabel { id: DocumentLabelId(n as u16 + 1), name, group });
    }
    Ok(labels)
}

fn read_name_lists(
    project: &Object,
    ids: &BTreeMap<String, LabelId>,
    at: &At<'_>,
    meta: &mut Meta,
) -> Result<Vec<NameList>, Shape> {
    let mut lists: Vec<NameList> = Vec::new();
    for (n, value) in limited(project, "name_lists", at)?.iter().enumerate() {
        let at = at.field("name_lists");
        let at = at.item(n);
        let object = json::object(value, &at)?;
        let name = new_name(object, lists.iter().map(|it| it.name.as_str()), &at)?.to_owned();
        unknown::keep(object, fields::NAME_LIST, &place("name_lists", &name), meta);
        let mut list = NameList { name, names: Vec::new() };
        let at = at.field("names");
        let groups = object.get("names").ok_or_else(|| at.needs(Expected::Object))?;
        for (label, names) in json::object(groups, &at)? {
            let at = at.field(label);
            let id = *ids.get(label).ok_or_else(|| at.needs(Expected::Known))?;
            for (n, name) in names.as_array().into_iter().flatten().enumerate() {
                list.add(name.as_str().ok_or_else(|| at.item(n).needs(Expected::Text))?, id);
            }
        }
        lists.push(list);
    }
    Ok(lists)
}

/// Where unknown fields of a named thing are kept.
pub(crate) fn place(list: &str, name: &str) -> String {
    format!("/{list}/{}", unknown::step(name))
}

/// The word that stands for `value`.
fn word<T: PartialEq>(known: &[(&'static str, T)], value: &T) -> &'static str {
    known.iter().find(|it| it.1 == *value).map_or("", |it| it.0)
}

/// What the rules for marks are called.
pub(crate) fn rules(schema: &Schema) -> [(&'static str, Value); 3] {
    [
        ("anchoring", word(&ANCHORING, &schema.anchoring).into()),
        ("overlap", word(&OVERLAP, &schema.overlap).into()),
        ("guidelines", schema.guidelines.as_str().into()),
    ]
}

fn names_of(schema: &Schema, ids: &[LabelId]) -> Value {
    ids.iter().filter_map(|id| schema.label(*id)).map(|it| it.name.as_str()).collect()
}

pub(crate) fn write_labels(schema: &Schema, meta: &Meta) -> Vec<Value> {
    let label = |it: &Label| {
        let mut object = Object::new();
        object.insert("name".into(), it.name.as_str().into());
        object.insert("color".into(), it.color.to_string().into());
        if let Some(key) = it.key {
            object.insert("key".into(), key.to_string().into());
        }
        if !it.description.is_empty() {
            object.insert("description".into(), it.description.as_str().into());
        }
        if let Some(parent) = it.parent.and_then(|id| schema.label(id)) {
            object.insert("parent".into(), parent.name.as_str().into());
        }
        if it.hidden {
            object.insert("hidden".into(), true.into());
        }
        if !it.suggested_as.is_empty() {
            let names = it.suggested_as.iter().map(String::as_str).collect();
            object.insert("suggested_as".into(), names);
        }
        unknown::put_back(&mut object, &place("labels", &it.name), meta);
        Value::Object(object)
    };
    schema.labels.iter().map(label).collect()
}

pub(crate) fn write_relation_labels(schema: &Schema, meta: &Meta) -> Vec<Value> {
    let relation = |it: &RelationLabel| {
        let mut object = Object::new();
        object.insert("name".into(), it.name.as_str().into());
        object.insert("from".into(), names_of(schema, &it.from));
        object.insert("to".into(), names_of(schema, &it.to));
        unknown::put_back(&mut object, &place("relation_labels", &it.name), meta);
        Value::Object(object)
    };
    schema.relations.iter().map(relation).collect()
}

pub(crate) fn write_attributes(schema: &Schema, meta: &Meta) -> Vec<Value> {
    let attribute = |it: &Attribute| {
        let mut object = Object::new();
        object.insert("name".into(), it.name.as_str().into());
        let kind = match &it.kind {
            AttributeKind::Flag => "flag",
            AttributeKind::Text => "text",
            AttributeKind::Choice(_) => "choice",
        };
        object.insert("kind".into(), kind.into());
        if let AttributeKind::Choice(choices) = &it.kind {
            object.insert("choices".into(), choices.iter().map(String::as_str).collect());
        }
        object.insert("labels".into(), names_of(schema, &it.labels));
        unknown::put_back(&mut object, &place("attributes", &it.name), meta);
        Value::Object(object)
    };
    schema.attributes.iter().map(attribute).collect()
}

pub(crate) fn write_document_labels(schema: &Schema, meta: &Meta) -> Vec<Value> {
    let label = |it: &DocumentLabel| {
        let mut object = Object::new();
        object.insert("name".into(), it.name.as_str().into());
        if !it.group.is_empty() {
            object.insert("group".into(), it.group.as_str().into());
        }
        unknown::put_back(&mut object, &place("document_labels", &it.name), meta);
        Value::Object(object)
    };
    schema.document_labels.iter().map(label).collect()
}

pub(crate) fn write_name_lists(schema: &Schema, meta: &Meta) -> Vec<Value> {
    let list = |it: &NameList| {
        let mut object = Object::new();
        object.insert("name".into(), it.name.as_str().into());
        let mut groups = Object::new();
        for (label, names) in &it.names {
            if let Some(label) = schema.label(*label) {
                groups.insert(label.name.clone(), names.iter().map(String::as_str).collect());
            }
        }
        object.insert("names".into(), Value::Object(groups));
        unknown::put_back(&mut object, &place("name_lists", &it.name), meta);
        Value::Object(object)
    };
    schema.name_lists.iter().map(list).collect()
}
