//! The schema, as it stands in the file.

use serde::{Deserialize, Serialize};

use crate::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use crate::model::schema::{
    Anchoring, Attribute, AttributeKind, Color, DocumentLabel, Label, NameList, Overlap,
    RelationLabel, Schema,
};
use crate::persist::leaf::Leaf;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedSchema {
    labels: Vec<SavedLabel>,
    relations: Vec<SavedRelationLabel>,
    attributes: Vec<SavedAttribute>,
    document_labels: Vec<(u16, String)>,
    /// The groups of those that are in one, by their places in the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    document_groups: Vec<(usize, String)>,
    anchoring: SavedAnchoring,
    overlap: SavedOverlap,
    guidelines: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    name_lists: Vec<SavedNameList>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trial: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedNameList {
    name: String,
    names: Vec<(u16, Vec<String>)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedLabel {
    id: u16,
    name: String,
    color: Leaf<Color>,
    key: Option<char>,
    description: String,
    parent: Option<u16>,
    hidden: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    suggested_as: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedRelationLabel {
    id: u16,
    name: String,
    from: Vec<u16>,
    to: Vec<u16>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedAttribute {
    name: String,
    kind: SavedKind,
    labels: Vec<u16>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedKind {
    Flag,
    Choice(Vec<String>),
    Text,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedAnchoring {
    Characters,
    Tokens,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedOverlap {
    None,
    Nested,
    Any,
}

fn numbers(ids: &[LabelId]) -> Vec<u16> {
    ids.iter().map(|it| it.0).collect()
}

fn ids(numbers: Vec<u16>) -> Vec<LabelId> {
    numbers.into_iter().map(LabelId).collect()
}

impl From<&Schema> for SavedSchema {
    fn from(it: &Schema) -> Self {
        Self {
            labels: it.labels.iter().map(Into::into).collect(),
            relations: it.relations.iter().map(Into::into).collect(),
            attributes: it.attributes.iter().map(Into::into).collect(),
            document_labels: it
                .document_labels
                .iter()
                .map(|it| (it.id.0, it.name.clone()))
                .collect(),
            document_groups: it
                .document_labels
                .iter()
                .enumerate()
                .filter(|(_, it)| !it.group.is_empty())
                .map(|(place, it)| (place, it.group.clone()))
                .collect(),
            anchoring: match it.anchoring {
                Anchoring::Characters => SavedAnchoring::Characters,
                Anchoring::Tokens => SavedAnchoring::Tokens,
            },
            overlap: match it.overlap {
                Overlap::None => SavedOverlap::None,
                Overlap::Nested => SavedOverlap::Nested,
                Overlap::Any => SavedOverlap::Any,
            },
            guidelines: it.guidelines.clone(),
            name_lists: it.name_lists.iter().map(Into::into).collect(),
            trial: it.trial,
        }
    }
}

impl From<SavedSchema> for Schema {
    fn from(it: SavedSchema) -> Self {
        let groups = it.document_groups;
        let document_label = |(place, (id, name))| {
            let group = groups.iter().find(|it| it.0 == place).map(|it| it.1.clone());
            DocumentLabel { id: DocumentLabelId(id), name, group: group.unwrap_or_default() }
        };
        Self {
            labels: it.labels.into_iter().map(Into::into).collect(),
            relations: it.relations.into_iter().map(Into::into).collect(),
            attributes: it.attributes.into_iter().map(Into::into).collect(),
            document_labels: it
                .document_labels
                .into_iter()
                .enumerate()
                .map(document_label)
                .collect(),
            anchoring: match it.anchoring {
                SavedAnchoring::Characters => Anchoring::Characters,
                SavedAnchoring::Tokens => Anchoring::Tokens,
            },
            overlap: match it.overlap {
                SavedOverlap::None => Overlap::None,
                SavedOverlap::Nested => Overlap::Nested,
                SavedOverlap::Any => Overlap::Any,
            },
            guidelines: it.guidelines,
            name_lists: it.name_lists.into_iter().map(Into::into).collect(),
            trial: it.trial,
        }
    }
}

impl From<&NameList> for SavedNameList {
    fn from(it: &NameList) -> Self {
        let names = it.names.iter().map(|(label, names)| (label.0, names.clone())).collect();
        Self { name: it.name.clone(), names }
    }
}

impl From<SavedNameList> for NameList {
    fn from(it: SavedNameList) -> Self {
        let names = it.names.into_iter().map(|(label, names)| (LabelId(label), names)).collect();
        Self { name: it.name, names }
    }
}

impl From<&Label> for SavedLabel {
    fn from(it: &Label) -> Self {
        Self {
            id: it.id.0,
            name: it.name.clone(),
            color: Leaf(it.color.clone()),
            key: it.key,
            description: it.description.clone(),
            parent: it.parent.map(|it| it.0),
            hidden: it.hidden,
            suggested_as: it.suggested_as.clone(),
        }
    }
}

impl From<SavedLabel> for Label {
    fn from(it: SavedLabel) -> Self {
        Self {
            id: LabelId(it.id),
            name: it.name,
            color: it.color.0,
            key: it.key,
            description: it.description,
            parent: it.parent.map(LabelId),
            hidden: it.hidden,
            suggested_as: it.suggested_as,
        }
    }
}

impl From<&RelationLabel> for SavedRelationLabel {
    fn from(it: &RelationLabel) -> Self {
        let (from, to) = (numbers(&it.from), numbers(&it.to));
        Self { id: it.id.0, name: it.name.clone(), from, to }
    }
}

impl From<SavedRelationLabel> for RelationLabel {
    fn from(it: SavedRelationLabel) -> Self {
        let (from, to) = (ids(it.from), ids(it.to));
        Self { id: RelationLabelId(it.id), name: it.name, from, to }
    }
}

impl From<&Attribute> for SavedAttribute {
    fn from(it: &Attribute) -> Self {
        let kind = match &it.kind {
            AttributeKind::Flag => SavedKind::Flag,
            AttributeKind::Choice(choices) => SavedKind::Choice(choices.clone()),
            AttributeKind::Text => SavedKind::Text,
        };
        Self { name: it.name.clone(), kind, labels: numbers(&it.labels) }
    }
}

impl From<SavedAttribute> for Attribute {
    fn from(it: SavedAttribute) -> Self {
        let kind = match it.kind {
            SavedKind::Flag => AttributeKind::Flag,
            SavedKind::Choice(choices) => AttributeKind::Choice(choices),
            SavedKind::Text => AttributeKind::Text,
        };
        Self { name: it.name, kind, labels: ids(it.labels) }
    }
}
