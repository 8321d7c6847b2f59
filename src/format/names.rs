//! A schema that grows by the names that a file uses.

use std::collections::BTreeMap;

use crate::format::merge::MAX_LABELS;
use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use crate::model::schema::{DocumentLabel, RelationLabel, Schema};
use crate::order::Gather;

/// A schema with its labels by name.
#[derive(Debug, Default)]
pub struct Names {
    schema: Schema,
    labels: BTreeMap<String, LabelId>,
    relations: BTreeMap<String, RelationLabelId>,
    document_labels: BTreeMap<String, DocumentLabelId>,
}

impl Names {
    /// Begins with what `schema` has; its labels are numbered in order.
    pub(crate) fn of(schema: Schema) -> Self {
        let labels = schema.labels.iter().map(|it| (it.name.clone(), it.id)).into_map();
        let relations = schema.relations.iter().map(|it| (it.name.clone(), it.id)).into_map();
        let document_labels =
            schema.document_labels.iter().map(|it| (it.name.clone(), it.id)).into_map();
        Self { schema, labels, relations, document_labels }
    }

    /// The schema.
    pub(crate) fn into_schema(self) -> Schema {
        self.schema
    }

    /// The label called `name`, added if it is new; `None` for no name, or when there are too many.
    pub(crate) fn label(&mut self, name: &str) -> Option<LabelId> {
        if let Some(id) = self.labels.get(name) {
            return Some(*id);
        }
        if name.is_empty() || self.labels.len() >= MAX_LABELS {
            return None;
        }
        let label = self.schema.new_label(name);
        let id = label.id;
        self.schema.labels.push(label);
        self.labels.insert(name.to_owned(), id);
        Some(id)
    }

    /// The relation label called `name`, as for [`Names::label`].
    pub(crate) fn relation(&mut self, name: &str) -> Option<RelationLabelId> {
        if let Some(id) = self.relations.get(name) {
            return Some(*id);
        }
        if name.is_empty() || self.relations.len() >= MAX_LABELS {
            return None;
        }
        let id = RelationLabelId(self.schema.relations.len() as u16 + 1);
        let (from, to) = (Vec::new(), Vec::new());
        self.schema.relations.push(RelationLabel { id, name: name.to_owned(), from, to });
        self.relations.insert(name.to_owned(), id);
        Some(id)
    }

    /// The label for documents called `name`, as for [`Names::label`].
    pub(crate) fn document_label(&mut self, name: &str) -> Option<DocumentLabelId> {
        if let Some(id) = self.document_labels.get(name) {
            return Some(*id);
        }
        if name.is_empty() || self.document_labels.len() >= MAX_LABELS {
            return None;
        }
        let id = DocumentLabelId(self.schema.document_labels.len() as u16 + 1);
        let (name, group) = (name.to_owned(), String::new());
        self.schema.document_labels.push(DocumentLabel { id, name: name.clone(), group });
        self.document_labels.insert(name, id);
        Some(id)
    }
}
