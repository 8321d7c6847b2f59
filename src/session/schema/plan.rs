//! What a change makes of the schema, and of the work that uses it.

use std::collections::BTreeSet;

use crate::message::Message;
use crate::model::annotation::{AttributeValue, Attributes};
use crate::model::id::{DocumentLabelId, LabelId};
use crate::model::schema::{
    Attribute, AttributeKind, DocumentLabel, Label, RelationLabel, Schema, is_of_engine,
};
use crate::model::track::Track;
use crate::order::Gather;
use crate::session::Session;
use crate::session::event;
use crate::session::keymap::{Holder, refusal};
use crate::session::keys::{Chord, Key};
use crate::session::schema::references::{ancestors, forget_label, replace_label};
use crate::session::schema::work::{each_attributes, relabel, unlabel};
use crate::session::schema::{Item, Kind, Plan, SchemaChange};

/// The most characters that a name may have.
const LONGEST_NAME: usize = 100;

/// What came of planning: nothing where all is so already.
type Planned = Result<Option<Plan>, Message>;

impl Session {
    /// What `change` comes to, or why it cannot be done.
    pub(super) fn plan(&self, change: &SchemaChange) -> Planned {
        match change {
            SchemaChange::Rename { item, name } => return self.plan_rename(item, name),
            SchemaChange::Merge { item, into } => return self.plan_merge(item, into),
            SchemaChange::Delete(item) => return self.plan_deletion(item),
            _ => {}
        }
        let mut schema = self.project.schema().clone();
        let event = match change {
            SchemaChange::Add { kind, name } => {
                self.add(&mut schema, *kind, name)?;
                event::SCHEMA_ADD
            }
            SchemaChange::Split { label, name } => {
                self.add(&mut schema, Kind::Labels, name)?;
                put_behind(&mut schema, *label);
                event::SCHEMA_ADD
            }
            SchemaChange::Move { item, to } => {
                move_to(&mut schema, item, *to);
                event::SCHEMA_ORDER
            }
            SchemaChange::SetOverlap(overlap) => {
                schema.overlap = *overlap;
                event::SCHEMA_RULES
            }
            SchemaChange::SetAnchoring(anchoring) => {
                schema.anchoring = *anchoring;
                event::SCHEMA_RULES
            }
            other => {
                self.define(&mut schema, other)?;
                event::SCHEMA_DEFINE
            }
        };
        let is_other = schema != *self.project.schema();
        Ok(is_other.then(|| Plan { event, schema, edits: Vec::new() }))
    }

    /// Changes what one thing is.
    fn define(&self, schema: &mut Schema, change: &SchemaChange) -> Result<(), Message> {
        match change {
            SchemaChange::Recolor(id, color) => {
                label(schema, *id, |it| it.color = color.clone());
            }
            SchemaChange::Rekey(id, key) => {
                let key = key.map(lower);
                if let Some(why) = key.and_then(|it| self.key_refusal(*id, it)) {
                    return Err(why);
                }
                label(schema, *id, |it| it.key = key);
            }
            SchemaChange::Reparent(id, parent) => {
                let loops =
                    parent.is_some_and(|it| it == *id || ancestors(schema, it).contains(id));
                if loops {
                    return Err(Message::SchemaParentLoop { name: self.label_name(*id) });
                }
                label(schema, *id, |it| it.parent = *parent);
            }
            SchemaChange::Hide(id, hidden) => label(schema, *id, |it| it.hidden = *hidden),
            SchemaChange::SuggestAs(id, names) => {
                label(schema, *id, |it| it.suggested_as = distinct(names));
            }
            SchemaChange::SetEnds { relation, from, to } => {
                if let Some(it) = schema.relations.iter_mut().find(|it| it.id == *relation) {
                    (it.from, it.to) = (from.clone(), to.clone());
                }
            }
            SchemaChange::SetKind { attribute, kind } => {
                let kind = self.kind_with_values(attribute, kind)?;
                set_attribute(schema, attribute, |it| it.kind = kind);
            }
            SchemaChange::SetLabels { attribute, labels } => {
                set_attribute(schema, attribute, |it| it.labels.clone_from(labels));
            }
            SchemaChange::SetGroup { label, group } => self.set_group(schema, *label, group)?,
            _ => {}
        }
        Ok(())
    }

    /// Puts a label into a group, of which no article may bear another one already.
    fn set_group(
        &self,
        schema: &mut Schema,
        label: DocumentLabelId,
        group: &str,
    ) -> Result<(), Message> {
        let group = group.trim();
        let is_other = |it: &&DocumentLabel| it.id != label && it.group == group;
        let others: BTreeSet<DocumentLabelId> =
            schema.document_labels.iter().filter(is_other).map(|it| it.id).into_set();
        let count = if group.is_empty() { 0 } else { self.n_with_both(label, &others) };
        let Some(it) = schema.document_labels.iter_mut().find(|it| it.id == label) else {
            return Ok(());
        };
        if count > 0 {
            let (name, group) = (it.name.clone(), group.to_owned());
            return Err(Message::SchemaGroupInUse { name, group, count });
        }
        group.clone_into(&mut it.group);
        Ok(())
    }

    /// `kind`, with a choice for each value that marks have.
    fn kind_with_values(&self, name: &str, kind: &AttributeKind) -> Result<AttributeKind, Message> {
        let values = self.values_of(name);
        let is_flag = |it: &AttributeValue| matches!(it, AttributeValue::Flag(_));
        let fits = values.iter().all(|it| is_flag(it) == (*kind == AttributeKind::Flag));
        if !fits {
            let (name, count) = (name.to_owned(), values.len() as u64);
            return Err(Message::SchemaValuesInUse { name, count });
        }
        let AttributeKind::Choice(choices) = kind else { return Ok(kind.clone()) };
        let mut choices = distinct(choices);
        for value in values {
            if let AttributeValue::Text(value) = value
                && !choices.contains(&value)
            {
                choices.push(value);
            }
        }
        Ok(AttributeKind::Choice(choices))
    }

    fn add(&self, schema: &mut Schema, kind: Kind, name: &str) -> Result<(), Message> {
        let name = free_name(schema, kind, name)?;
        match kind {
            Kind::Labels => {
                let mut new = schema.new_label(&name);
                new.key =
                    ('1'..='9').chain(['0']).find(|it| self.key_refusal(new.id, *it).is_none());
                schema.labels.push(new);
            }
            Kind::Relations => {
                let id = schema.new_relation_id();
                schema.relations.push(RelationLabel { id, name, from: vec![], to: vec![] });
            }
            Kind::Attributes => {
                let kind = AttributeKind::Flag;
                schema.attributes.push(Attribute { name, kind, labels: vec![] });
            }
            Kind::DocumentLabels => {
                let id = schema.new_document_label_id();
                let group = String::new();
                schema.document_labels.push(DocumentLabel { id, name, group });
            }
        }
        Ok(())
    }

    fn plan_rename(&self, item: &Item, name: &str) -> Planned {
        let mut schema = self.project.schema().clone();
        let Some(old) = name_of(&schema, item) else { return Ok(None) };
        if old == name.trim() {
            return Ok(None);
        }
        let name = free_name(&schema, kind_of(item), name)?;
        let mut edits = Vec::new();
        match item {
            Item::Label(id) => label(&mut schema, *id, |it| {
                // What the engine suggests under the old name goes on to come.
                it.suggested_as.retain(|it| *it != name);
                if is_of_engine(&old) {
                    it.suggested_as.push(old.clone());
                }
                it.name = name;
            }),
            Item::Relation(id) => {
                if let Some(it) = schema.relations.iter_mut().find(|it| it.id == *id) {
                    it.name = name;
                }
            }
            Item::DocumentLabel(id) => {
                if let Some(it) = schema.document_labels.iter_mut().find(|it| it.id == *id) {
                    it.name = name;
                }
            }
            Item::Attribute(_) => {
                edits = self.reworked(|track| {
                    each_attributes(track, |it| move_value(it, &old, Some(&name)));
                })?;
                set_attribute(&mut schema, &old, |it| it.name.clone_from(&name));
            }
        }
        Ok(Some(Plan { event: event::SCHEMA_RENAME, schema, edits }))
    }

    fn plan_merge(&self, item: &Item, into: &Item) -> Planned {
        let mut schema = self.project.schema().clone();
        let both = (name_of(&schema, item), name_of(&schema, into));
        let (Some(old), Some(new)) = both else { return Ok(None) };
        let edits = match (item, into) {
            (Item::Label(from), Item::Label(into)) if from != into => {
                replace_label(&mut schema, *from, *into);
                self.reworked(|it| relabel(it, *from, *into))?
            }
            (Item::Relation(from), Item::Relation(into)) if from != into => {
                schema.relations.retain(|it| it.id != *from);
                let of = |it: &mut Track| {
                    let all = it.relations.values_mut().filter(|it| it.label == *from);
                    all.for_each(|it| it.label = *into);
                };
                self.reworked(of)?
            }
            (Item::DocumentLabel(from), Item::DocumentLabel(into)) if from != into => {
                schema.document_labels.retain(|it| it.id != *from);
                self.reworked(|it| {
                    if it.labels.remove(from) {
                        it.labels.insert(*into);
                    }
                })?
            }
            (Item::Attribute(from), Item::Attribute(into)) if from != into => {
                merge_attributes(&mut schema, from, into)?;
                self.reworked(|it| each_attributes(it, |it| move_value(it, from, Some(into))))?
            }
            _ => return Err(Message::SchemaNotMerged { name: old, into: new }),
        };
        Ok(Some(Plan { event: event::SCHEMA_MERGE, schema, edits }))
    }

    fn plan_deletion(&self, item: &Item) -> Planned {
        let mut schema = self.project.schema().clone();
        if name_of(&schema, item).is_none() {
            return Ok(None);
        }
        let edits = match item {
            Item::Label(id) => {
                forget_label(&mut schema, *id);
                self.reworked(|it| unlabel(it, *id))?
            }
            Item::Relation(id) => {
                schema.relations.retain(|it| it.id != *id);
                self.reworked(|track| track.relations.retain(|_, it| it.label != *id))?
            }
            Item::DocumentLabel(id) => {
                schema.document_labels.retain(|it| it.id != *id);
                self.reworked(|it| it.labels.retain(|it| it != id))?
            }
            Item::Attribute(name) => {
                schema.attributes.retain(|it| it.name != *name);
                self.reworked(|it| each_attributes(it, |it| move_value(it, name, None)))?
            }
        };
        Ok(Some(Plan { event: event::SCHEMA_DELETE, schema, edits }))
    }

    /// Why the key of `label` cannot be `key`, where it cannot.
    pub(super) fn key_refusal(&self, label: LabelId, key: char) -> Option<Message> {
        let shown = key.to_uppercase().to_string();
        if key.is_whitespace() || key.is_control() {
            return Some(Message::SchemaKeyNone);
        }
        let chord = Chord { ctrl: false, alt: false, shift: false, key: Key::Char(key) };
        let schema = self.project.schema();
        let others: Vec<&Label> = schema.labels.iter().filter(|it| it.id != label).collect();
        if let Some(Holder::Command(spec)) = self.settings.keys.holder(schema, "", chord) {
            let command = Box::new(spec.name.clone());
            return Some(Message::SchemaKeyOfCommand { key: shown, command });
        }
        match others.into_iter().find(|it| it.key == Some(key)) {
            Some(it) => Some(Message::SchemaKeyOfLabel { key: shown, label: it.name.clone() }),
            None => refusal(chord),
        }
    }
}

/// What `item` is called.
pub(super) fn name_of(schema: &Schema, item: &Item) -> Option<String> {
    match item {
        Item::Label(id) => schema.label(*id).map(|it| it.name.clone()),
        Item::Relation(id) => schema.relation(*id).map(|it| it.name.clone()),
        Item::DocumentLabel(id) => schema.document_label(*id).map(|it| it.name.clone()),
        Item::Attribute(name) => {
            schema.attributes.iter().find(|it| it.name == *name).map(|it| it.name.clone())
        }
    }
}

fn kind_of(item: &Item) -> Kind {
    match item {
        Item::Label(_) => Kind::Labels,
        Item::Relation(_) => Kind::Relations,
        Item::Attribute(_) => Kind::Attributes,
        Item::DocumentLabel(_) => Kind::DocumentLabels,
    }
}

/// `name` without blanks around it, if nothing in the list is called so.
fn free_name(schema: &Schema, kind: Kind, name: &str) -> Result<String, Message> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Message::SchemaNameEmpty);
    }
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Message::SchemaNameLong { limit: LONGEST_NAME as u64 });
    }
    let is_taken = match kind {
        Kind::Labels => schema.label_named(name).is_some(),
        Kind::Relations => schema.relations.iter().any(|it| it.name == name),
        Kind::Attributes => schema.attributes.iter().any(|it| it.name == name),
        Kind::DocumentLabels => schema.document_labels.iter().any(|it| it.name == name),
    };
    if is_taken {
        Err(Message::SchemaNameTaken { name: name.to_owned() })
    } else {
        Ok(name.to_owned())
    }
}

/// Puts the label added last behind `label`, as a kind of the same.
fn put_behind(schema: &mut Schema, label: LabelId) {
    let at = schema.labels.iter().position(|it| it.id == label);
    if let (Some(at), Some(mut new)) = (at, schema.labels.pop()) {
        let old = &schema.labels[at];
        (new.parent, new.hidden) = (old.parent, old.hidden);
        schema.labels.insert(at + 1, new);
    }
}

fn move_to(schema: &mut Schema, item: &Item, to: usize) {
    match item {
        Item::Label(id) => put(&mut schema.labels, to, |it| it.id == *id),
        Item::Relation(id) => put(&mut schema.relations, to, |it| it.id == *id),
        Item::DocumentLabel(id) => put(&mut schema.document_labels, to, |it| it.id == *id),
        Item::Attribute(name) => put(&mut schema.attributes, to, |it| it.name == *name),
    }
}

fn put<T>(list: &mut Vec<T>, to: usize, is_it: impl Fn(&T) -> bool) {
    if let Some(at) = list.iter().position(is_it) {
        let moved = list.remove(at);
        list.insert(to.min(list.len()), moved);
    }
}

fn label(schema: &mut Schema, id: LabelId, work: impl FnOnce(&mut Label)) {
    if let Some(it) = schema.labels.iter_mut().find(|it| it.id == id) {
        work(it);
    }
}

fn set_attribute(schema: &mut Schema, name: &str, work: impl FnOnce(&mut Attribute)) {
    if let Some(it) = schema.attributes.iter_mut().find(|it| it.name == name) {
        work(it);
    }
}

/// Takes `from` out, and lets `into` take what it took. Flags and words do not go together.
fn merge_attributes(schema: &mut Schema, from: &str, into: &str) -> Result<(), Message> {
    let at = |name: &str| schema.attributes.iter().position(|it| it.name == name);
    let (Some(gone), Some(_)) = (at(from), at(into)) else { return Ok(()) };
    let gone = schema.attributes.remove(gone);
    let (name, other) = (from.to_owned(), into.to_owned());
    let mut result = Ok(());
    set_attribute(schema, into, |kept| {
        match (&mut kept.kind, gone.kind) {
            (AttributeKind::Flag, AttributeKind::Flag)
            | (AttributeKind::Text, AttributeKind::Text | AttributeKind::Choice(_)) => {}
            (AttributeKind::Choice(here), AttributeKind::Choice(there)) => {
                let new: Vec<String> = there.into_iter().filter(|it| !here.contains(it)).collect();
                here.extend(new);
            }
            _ => result = Err(Message::SchemaNotMerged { name, into: other }),
        }
        if kept.labels.is_empty() || gone.labels.is_empty() {
            kept.labels.clear();
        } else {
            let new: Vec<LabelId> =
                gone.labels.into_iter().filter(|it| !kept.labels.contains(it)).collect();
            kept.labels.extend(new);
        }
    });
    result
}

/// Gives the value of `from` to `to`, which keeps its own where it has one, or to nothing.
fn move_value(attributes: &mut Attributes, from: &str, to: Option<&str>) {
    if let (Some(value), Some(to)) = (attributes.remove(from), to) {
        attributes.entry(to.to_owned()).or_insert(value);
    }
}

/// The words that are not empty, each once.
fn distinct(words: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let words = words.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    words.filter(|it| seen.insert(*it)).map(str::to_owned).collect()
}

/// The key that writes `sign`, as it is known: in lower case, where that is one letter.
fn lower(sign: char) -> char {
    let mut lower = sign.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => sign,
    }
}
