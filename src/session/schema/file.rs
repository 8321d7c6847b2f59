//! Schemas from files and presets, looked at before they are taken, and the schema as a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::File;
use crate::format::merge::merge;
use crate::format::renumber::Renumber;
use crate::format::schema;
use crate::message::Message;
use crate::model::id::{DocumentLabelId, LabelId};
use crate::model::schema::{AttributeKind, Schema};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::event;
use crate::session::out::Out;
use crate::session::schema::references::forget_label;
use crate::session::schema::{Item, Plan, Taking};

/// A schema from outside that waits to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Arriving {
    /// Where it comes from.
    pub source: Message,
    /// The schema.
    pub schema: Schema,
    /// What was not understood of it.
    pub problems: Vec<Message>,
    /// What taking it would do.
    pub digest: Digest,
    has_rules: bool,
}

/// What taking a schema would do: names of labels of every kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// New here.
    pub added: Vec<String>,
    /// Here already.
    pub known: Vec<String>,
    /// Only here, and in use: they stay in any case.
    pub kept: Vec<String>,
    /// Only here, and not in use: they go when the schema is replaced.
    pub unused: Vec<String>,
}

impl Session {
    /// The schema from outside that waits to be taken.
    pub fn arriving_schema(&self) -> Option<&Arriving> {
        self.arriving.as_ref()
    }

    pub(super) fn save_schema(&mut self, out: &mut Out) {
        let file = schema::write(self.project.schema(), &self.stem());
        out.say(Message::SchemaSaved { file: file.name.clone() });
        out.then(Effect::Save(vec![file]));
    }

    pub(super) fn take_schema(&mut self, file: &File, out: &mut Out) {
        self.arriving = None;
        out.redraw.schema = true;
        match schema::read(file) {
            Err(why) => out.complain(why),
            Ok(read) => {
                let source = Message::SchemaFromFile { file: file.name.clone() };
                self.arrive(source, read.schema, read.has_rules, read.problems, out);
            }
        }
    }

    /// Lets a schema wait until a person has seen what it would do.
    pub(super) fn arrive(
        &mut self,
        source: Message,
        schema: Schema,
        has_rules: bool,
        problems: Vec<Message>,
        out: &mut Out,
    ) {
        let digest = self.digest(&schema);
        self.arriving = Some(Arriving { source, schema, problems, digest, has_rules });
        out.redraw.schema = true;
    }

    /// Takes the schema that waits.
    pub(super) fn accept_schema(&mut self, taking: Taking, out: &mut Out) {
        let Some(arriving) = self.arriving.take() else { return };
        out.redraw.schema = true;
        let mut schema = self.project.schema().clone();
        let renumber = merge(&mut schema, &arriving.schema).renumber;
        if taking == Taking::Replace {
            self.replace(&mut schema, &arriving, &renumber);
        } else if schema.guidelines.is_empty() {
            schema.guidelines.clone_from(&arriving.schema.guidelines);
        }
        self.free_keys(&mut schema);
        let count = arriving.digest.added.len() as u64;
        let plan = Plan { event: event::SCHEMA_TAKE, schema, edits: Vec::new() };
        if self.commit_plan(plan, out) {
            out.say(Message::SchemaTaken { count });
        }
    }

    /// Makes `schema`, into which all was merged, as `arriving` has it. What is in use stays.
    fn replace(&self, schema: &mut Schema, arriving: &Arriving, renumber: &Renumber) {
        let (new, used) = (&arriving.schema, self.in_use());
        let place: BTreeMap<LabelId, usize> = new
            .labels
            .iter()
            .zip(0..)
            .filter_map(|(it, n)| Some((renumber.labels.get(&it.id).copied()?, n)))
            .collect();
        for label in &mut schema.labels {
            let Some(theirs) = place.get(&label.id).map(|it| &new.labels[*it]) else { continue };
            label.color = theirs.color.clone();
            label.key = theirs.key;
            label.hidden = theirs.hidden;
            label.parent = theirs.parent.and_then(|it| renumber.labels.get(&it).copied());
            if !theirs.description.is_empty() {
                label.description.clone_from(&theirs.description);
            }
            label.suggested_as.clone_from(&theirs.suggested_as);
        }
        crate::order::sort_by_key(&mut schema.labels, |it| {
            place.get(&it.id).copied().unwrap_or(usize::MAX)
        });
        let gone: Vec<LabelId> = schema
            .labels
            .iter()
            .map(|it| it.id)
            .filter(|it| !place.contains_key(it) && !used.contains(&Item::Label(*it)))
            .collect();
        replace_others(schema, arriving, renumber, &used);
        for label in gone {
            forget_label(schema, label);
        }
        if arriving.has_rules {
            (schema.anchoring, schema.overlap) = (new.anchoring, new.overlap);
        }
        if !new.guidelines.is_empty() {
            schema.guidelines.clone_from(&new.guidelines);
        }
    }

    /// Takes away keys that a command has, or a label before.
    fn free_keys(&self, schema: &mut Schema) {
        let mut taken = BTreeSet::new();
        for label in &mut schema.labels {
            let is_free = |key: &char| {
                let why = self.key_refusal(label.id, *key);
                why.is_none() || matches!(why, Some(Message::SchemaKeyOfLabel { .. }))
            };
            label.key = label.key.filter(is_free).filter(|it| taken.insert(*it));
        }
    }

    fn digest(&self, new: &Schema) -> Digest {
        let (here, there) = (named(self.project.schema()), named(new));
        let used = self.in_use();
        let mut digest = Digest::default();
        for (kind, name, _) in &there {
            let is_here = here.iter().any(|it| (it.0, &it.1) == (*kind, name));
            if is_here { &mut digest.known } else { &mut digest.added }.push(name.clone());
        }
        for (kind, name, item) in here {
            if there.iter().all(|it| (it.0, &it.1) != (kind, &name)) {
                let list = if used.contains(&item) { &mut digest.kept } else { &mut digest.unused };
                list.push(name);
            }
        }
        digest
    }
}

/// Everything that `schema` defines: in which list, its name, and what it is.
fn named(schema: &Schema) -> Vec<(u8, String, Item)> {
    let labels = schema.labels.iter().map(|it| (0, it.name.clone(), Item::Label(it.id)));
    let relations = schema.relations.iter().map(|it| (1, it.name.clone(), Item::Relation(it.id)));
    let attributes =
        schema.attributes.iter().map(|it| (2, it.name.clone(), Item::Attribute(it.name.clone())));
    let of_articles =
        schema.document_labels.iter().map(|it| (3, it.name.clone(), Item::DocumentLabel(it.id)));
    labels.chain(relations).chain(attributes).chain(of_articles).collect()
}

/// The same for relation labels, attributes and document labels.
fn replace_others(
    schema: &mut Schema,
    arriving: &Arriving,
    renumber: &Renumber,
    used: &BTreeSet<Item>,
) {
    let new = &arriving.schema;
    let mapped = |ids: &[LabelId]| -> Vec<LabelId> {
        ids.iter().filter_map(|it| renumber.labels.get(it).copied()).collect()
    };
    schema.relations.retain_mut(|it| match new.relations.iter().find(|new| new.name == it.name) {
        Some(theirs) => {
            (it.from, it.to) = (mapped(&theirs.from), mapped(&theirs.to));
            true
        }
        None => used.contains(&Item::Relation(it.id)),
    });
    schema.attributes.retain_mut(|it| {
        let is_used = used.contains(&Item::Attribute(it.name.clone()));
        let Some(theirs) = new.attributes.iter().find(|new| new.name == it.name) else {
            return is_used;
        };
        it.labels = mapped(&theirs.labels);
        let may_shrink = matches!(theirs.kind, AttributeKind::Choice(_)) && !is_used;
        if may_shrink || !is_used {
            it.kind = theirs.kind.clone();
        }
        true
    });
    let known: BTreeSet<DocumentLabelId> = renumber.document_labels.values().copied().collect();
    schema
        .document_labels
        .retain(|it| known.contains(&it.id) || used.contains(&Item::DocumentLabel(it.id)));
}
