//! The schema, as a person shapes it: labels, relation labels, attributes, document labels, rules.
//!
//! One command a change, one transaction, one undo. What is in use is never lost in silence: merging
//! and deleting say first what they touch ([`Session::schema_touches`]), and what marks say goes with
//! the definition that it names: a renamed attribute is renamed on every mark.
//!
//! Reading order: `plan` (what a change makes of the schema), `work` (what it makes of the marks),
//! [`mod@file`] (schemas in files, and presets).

pub mod file;

mod plan;
mod references;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::id::{DocumentId, DocumentLabelId, LabelId, RelationLabelId};
use crate::model::preset::Preset;
use crate::model::schema::{Anchoring, AttributeKind, Color, Overlap, Schema};
use crate::session::Session;
use crate::session::batch::{Change, Purpose};
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::out::Out;
use crate::text::TextRange;

/// A list of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Labels of marks.
    Labels,
    /// Labels of relations.
    Relations,
    /// Attributes.
    Attributes,
    /// Labels of whole articles.
    DocumentLabels,
}

/// One thing that a schema defines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A label of marks.
    Label(LabelId),
    /// A label of relations.
    Relation(RelationLabelId),
    /// An attribute, by its name.
    Attribute(String),
    /// A label of whole articles.
    DocumentLabel(DocumentLabelId),
}

/// One change to the schema.
#[derive(Clone, Debug, PartialEq)]
pub enum SchemaChange {
    /// Define something new.
    Add {
        /// In which list.
        kind: Kind,
        /// What to call it.
        name: String,
    },
    /// Call something else.
    Rename {
        /// What.
        item: Item,
        /// Its new name.
        name: String,
    },
    /// Put something at another place of its list.
    Move {
        /// What.
        item: Item,
        /// The place, from 0; beyond the end means at the end.
        to: usize,
    },
    /// Make one thing of two: all that is said by the first is said by the second.
    Merge {
        /// What goes.
        item: Item,
        /// What stays; of the same list.
        into: Item,
    },
    /// Take something out, with all that is said by it.
    Delete(Item),
    /// Draw a label in another color.
    Recolor(LabelId, Color),
    /// Give a label a key, or none.
    Rekey(LabelId, Option<char>),
    /// Make a label a kind of another, or of none.
    Reparent(LabelId, Option<LabelId>),
    /// Keep a label out of the front of the palette, or not.
    Hide(LabelId, bool),
    /// Let suggestions come as this label that the engine calls otherwise.
    SuggestAs(LabelId, Vec<String>),
    /// Make a new label beside one, and show the marks of that to choose those that are the new one.
    Split {
        /// The label that there is.
        label: LabelId,
        /// The name of the new one.
        name: String,
    },
    /// Let a relation go between these labels; none for any.
    SetEnds {
        /// Which.
        relation: RelationLabelId,
        /// From these.
        from: Vec<LabelId>,
        /// To these.
        to: Vec<LabelId>,
    },
    /// Let an attribute take something else. Choices that are in use stay.
    SetKind {
        /// Which.
        attribute: String,
        /// What it takes.
        kind: AttributeKind,
    },
    /// Give an attribute to these labels; none for all.
    SetLabels {
        /// Which.
        attribute: String,
        /// The labels.
        labels: Vec<LabelId>,
    },
    /// Let articles bear one label at most of those with this group; an empty name for any number.
    SetGroup {
        /// Which.
        label: DocumentLabelId,
        /// The name of the group.
        group: String,
    },
    /// Let marks overlap otherwise, from now on.
    SetOverlap(Overlap),
    /// Let selections snap to something else.
    SetAnchoring(Anchoring),
}

/// What a change touches beside the schema itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touches {
    /// Marks.
    pub marks: u64,
    /// Relations.
    pub relations: u64,
    /// Answers to suggestions.
    pub decisions: u64,
    /// Articles that carry a document label.
    pub labeled: u64,
    /// Articles in which any of this is.
    pub articles: u64,
}

impl Touches {
    /// Whether it is nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn of(edits: &[Edit]) -> Self {
        let count = |is: fn(&Edit) -> bool| edits.iter().filter(|it| is(it)).count() as u64;
        let documents: BTreeSet<&DocumentId> = edits.iter().filter_map(Edit::document).collect();
        Self {
            marks: count(|it| matches!(it, Edit::Annotation { .. })),
            relations: count(|it| matches!(it, Edit::Relation { .. })),
            decisions: count(|it| matches!(it, Edit::Decision { .. })),
            labeled: count(|it| matches!(it, Edit::DocumentLabels { .. })),
            articles: documents.len() as u64,
        }
    }
}

/// How a schema from outside is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// What is missing here is added; all else stays.
    Add,
    /// It takes the place of the schema here, but for what is in use.
    Replace,
}

/// What a change comes to.
struct Plan {
    event: &'static str,
    schema: Schema,
    /// The edits beside that of the schema; they come first.
    edits: Vec<Edit>,
}

impl Session {
    /// What `change` would touch beside the schema; nothing for one that cannot be done.
    pub fn schema_touches(&self, change: &SchemaChange) -> Touches {
        self.plan(change).ok().flatten().map(|it| Touches::of(&it.edits)).unwrap_or_default()
    }

    /// Why `change` cannot be done, where it cannot.
    pub fn schema_refusal(&self, change: &SchemaChange) -> Option<Message> {
        self.plan(change).err()
    }

    /// How many marks everybody has made with each label.
    pub fn label_counts(&self) -> BTreeMap<LabelId, u64> {
        let mut counts = BTreeMap::new();
        let tracks = self.project.documents().filter_map(|it| it.body.as_ref());
        for mark in tracks.flat_map(|it| it.tracks.values()).flat_map(|it| it.annotations.values())
        {
            *counts.entry(mark.label).or_default() += 1;
        }
        counts
    }

    /// Commands about the schema; any other is given back.
    pub(crate) fn shape(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::ShowSchema => {
                self.arriving = None;
                out.then(Effect::Open(Dialog::Schema));
            }
            Command::ChangeSchema(change) => self.change_schema(&change, out),
            Command::SaveSchema => self.save_schema(out),
            Command::TakeSchema(file) => self.take_schema(&file, out),
            Command::TakePreset(preset) => self.take_preset(preset, out),
            Command::AcceptSchema(taking) => self.accept_schema(taking, out),
            Command::CancelSchema => {
                self.arriving = None;
                out.redraw.schema = true;
            }
            other => return Some(other),
        }
        None
    }

    fn change_schema(&mut self, change: &SchemaChange, out: &mut Out) {
        match self.plan(change) {
            Err(why) => {
                out.complain(why);
                // Fields show again what is.
                out.redraw.schema = true;
            }
            Ok(None) => {}
            Ok(Some(plan)) => {
                let touches = Touches::of(&plan.edits);
                let names = self.names_in(change);
                if self.commit_plan(plan, out) {
                    self.tell_schema(change, names, touches, out);
                }
            }
        }
    }

    fn commit_plan(&mut self, plan: Plan, out: &mut Out) -> bool {
        let Plan { event, schema, mut edits } = plan;
        edits.push(Edit::Schema { value: Box::new(schema) });
        self.commit(event, edits, out)
    }

    /// Says what was done, as far as it does not show, and goes on with a split.
    fn tell_schema(
        &mut self,
        change: &SchemaChange,
        (name, into): (String, String),
        touches: Touches,
        out: &mut Out,
    ) {
        let Touches { marks, relations, articles, .. } = touches;
        match change {
            SchemaChange::Merge { .. } => {
                out.say(Message::SchemaMerged { name, into, marks, articles });
            }
            SchemaChange::Delete(_) => {
                out.say(Message::SchemaDeleted { name, marks, relations, articles });
            }
            SchemaChange::Split { label, name } => self.show_split(*label, name, out),
            _ => {}
        }
    }

    /// The names of what a change is about, before it is done: the thing, and what it goes into.
    fn names_in(&self, change: &SchemaChange) -> (String, String) {
        let schema = self.project.schema();
        let name = |it: &Item| plan::name_of(schema, it).unwrap_or_default();
        match change {
            SchemaChange::Merge { item, into } => (name(item), name(into)),
            SchemaChange::Delete(item) => (name(item), String::new()),
            _ => Default::default(),
        }
    }

    /// Shows the marks of `label` as a batch, none ticked, to make some of them what is called `name`.
    fn show_split(&mut self, label: LabelId, name: &str, out: &mut Out) {
        let Some(new) = self.project.schema().label_named(name.trim()).map(|it| it.id) else {
            return;
        };
        let of = |document: &DocumentId| {
            let track = self.project.track(document, self.me);
            let marks = track.map(|it| it.in_reading_order()).unwrap_or_default().into_iter();
            let places = marks.filter(|it| it.1.label == label && it.1.extent.ranges().len() == 1);
            let places = places.map(|it| (document.clone(), it.1.extent.hull()));
            places.collect::<Vec<(DocumentId, TextRange)>>()
        };
        let places: Vec<_> = self.project.order().iter().flat_map(of).collect();
        self.open_batch(Purpose::Split(label), Change::Label(new), &places, out);
    }
}

/// A preset is a schema from outside as well.
impl Session {
    fn take_preset(&mut self, preset: Preset, out: &mut Out) {
        self.arrive(preset.name(), preset.schema(), false, Vec::new(), out);
    }
}
