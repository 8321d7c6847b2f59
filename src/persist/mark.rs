//! Annotations, relations, decisions and tracks, as they stand in the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::annotation::{Annotation, AttributeValue, Attributes};
use crate::model::id::{AnnotationId, DocumentLabelId, LabelId, RelationId, RelationLabelId};
use crate::model::origin::Origin;
use crate::model::relation::Relation;
use crate::model::track::{Decision, DecisionKey, Status, Track, Verdict};
use crate::order::Gather;
use crate::persist::leaf::{Leaf, Pieces, Span, ranges, spans};
use crate::source::Source;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedAnnotation {
    at: Pieces,
    label: u16,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, SavedValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    origin: SavedOrigin,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedValue {
    Flag(bool),
    Text(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum SavedOrigin {
    Human,
    Imported { source: String },
    Accepted { source: SavedSource, score: Leaf<f32> },
    Adjudicated { from: Vec<Leaf<AnnotationId>> },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedSource {
    name: String,
    version: String,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedRelation {
    from: Leaf<AnnotationId>,
    to: Leaf<AnnotationId>,
    label: u16,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    attributes: BTreeMap<String, SavedValue>,
    origin: SavedOrigin,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedKey {
    at: Span,
    label: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedDecision {
    verdict: SavedVerdict,
    score: Leaf<f32>,
    source: SavedSource,
    at: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedVerdict {
    Accepted(Leaf<AnnotationId>),
    Corrected(Leaf<AnnotationId>),
    Rejected,
    Skipped,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SavedStatus {
    Open,
    Done,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedTrack {
    annotations: Vec<(Leaf<AnnotationId>, SavedAnnotation)>,
    relations: Vec<(Leaf<RelationId>, SavedRelation)>,
    decisions: Vec<(SavedKey, SavedDecision)>,
    labels: Vec<u16>,
    reviewed: Vec<Span>,
    status: SavedStatus,
}

fn attributes_out(attributes: &Attributes) -> BTreeMap<String, SavedValue> {
    let value = |value: &AttributeValue| match value {
        AttributeValue::Flag(it) => SavedValue::Flag(*it),
        AttributeValue::Text(it) => SavedValue::Text(it.clone()),
    };
    attributes.iter().map(|(name, it)| (name.clone(), value(it))).into_map()
}

fn attributes_in(saved: BTreeMap<String, SavedValue>) -> Attributes {
    let value = |saved| match saved {
        SavedValue::Flag(it) => AttributeValue::Flag(it),
        SavedValue::Text(it) => AttributeValue::Text(it),
    };
    saved.into_iter().map(|(name, it)| (name, value(it))).into_map()
}

impl From<&Annotation> for SavedAnnotation {
    fn from(it: &Annotation) -> Self {
        Self {
            at: Pieces(it.extent.clone()),
            label: it.label.0,
            attributes: attributes_out(&it.attributes),
            note: it.note.clone(),
            link: it.link.clone(),
            origin: (&it.origin).into(),
        }
    }
}

impl From<SavedAnnotation> for Annotation {
    fn from(it: SavedAnnotation) -> Self {
        Self {
            extent: it.at.0,
            label: LabelId(it.label),
            attributes: attributes_in(it.attributes),
            note: it.note,
            link: it.link,
            origin: it.origin.into(),
        }
    }
}

impl From<&Source> for SavedSource {
    fn from(it: &Source) -> Self {
        Self {
            name: it.name.clone(),
            version: it.version.clone(),
            fingerprint: it.fingerprint.clone(),
        }
    }
}

impl From<SavedSource> for Arc<Source> {
    fn from(it: SavedSource) -> Self {
        let SavedSource { name, version, fingerprint } = it;
        Self::new(Source { name, version, fingerprint })
    }
}

impl From<&Origin> for SavedOrigin {
    fn from(it: &Origin) -> Self {
        match it {
            Origin::Human => Self::Human,
            Origin::Imported { source } => Self::Imported { source: source.to_string() },
            Origin::Accepted { source, score } => {
                Self::Accepted { source: source.as_ref().into(), score: Leaf(*score) }
            }
            Origin::Adjudicated { from } => {
                Self::Adjudicated { from: from.iter().copied().map(Leaf).collect() }
            }
        }
    }
}

impl From<SavedOrigin> for Origin {
    fn from(it: SavedOrigin) -> Self {
        match it {
            SavedOrigin::Human => Self::Human,
            SavedOrigin::Imported { source } => Self::Imported { source: source.into() },
            SavedOrigin::Accepted { source, score } => {
                Self::Accepted { source: source.into(), score: score.0 }
            }
            SavedOrigin::Adjudicated { from } => {
                Self::Adjudicated { from: from.into_iter().map(|it| it.0).collect() }
            }
        }
    }
}

impl From<&Relation> for SavedRelation {
    fn from(it: &Relation) -> Self {
        Self {
            from: Leaf(it.from),
            to: Leaf(it.to),
            label: it.label.0,
            attributes: attributes_out(&it.attributes),
            origin: (&it.origin).into(),
        }
    }
}

impl From<SavedRelation> for Relation {
    fn from(it: SavedRelation) -> Self {
        Self {
            from: it.from.0,
            to: it.to.0,
            label: RelationLabelId(it.label),
            attributes: attributes_in(it.attributes),
            origin: it.origin.into(),
        }
    }
}

impl From<DecisionKey> for SavedKey {
    fn from(it: DecisionKey) -> Self {
        Self { at: Span(it.range), label: it.label.0 }
    }
}

impl From<SavedKey> for DecisionKey {
    fn from(it: SavedKey) -> Self {
        Self { range: it.at.0, label: LabelId(it.label) }
    }
}

impl From<&Decision> for SavedDecision {
    fn from(it: &Decision) -> Self {
        let verdict = match it.verdict {
            Verdict::Accepted(id) => SavedVerdict::Accepted(Leaf(id)),
            Verdict::Corrected(id) => SavedVerdict::Corrected(Leaf(id)),
            Verdict::Rejected => SavedVerdict::Rejected,
            Verdict::Skipped => SavedVerdict::Skipped,
        };
        Self { verdict, score: Leaf(it.score), source: it.source.as_ref().into(), at: it.at }
    }
}

impl From<SavedDecision> for Decision {
    fn from(it: SavedDecision) -> Self {
        let verdict = match it.verdict {
            SavedVerdict::Accepted(id) => Verdict::Accepted(id.0),
            SavedVerdict::Corrected(id) => Verdict::Corrected(id.0),
            SavedVerdict::Rejected => Verdict::Rejected,
            SavedVerdict::Skipped => Verdict::Skipped,
        };
        Self { verdict, score: it.score.0, source: it.source.into(), at: it.at }
    }
}

impl From<Status> for SavedStatus {
    fn from(it: Status) -> Self {
        match it {
            Status::Open => Self::Open,
            Status::Done => Self::Done,
        }
    }
}

impl From<SavedStatus> for Status {
    fn from(it: SavedStatus) -> Self {
        match it {
            SavedStatus::Open => Self::Open,
            SavedStatus::Done => Self::Done,
        }
    }
}

impl From<&Track> for SavedTrack {
    fn from(it: &Track) -> Self {
        Self {
            annotations: it.annotations.iter().map(|(id, it)| (Leaf(*id), it.into())).collect(),
            relations: it.relations.iter().map(|(id, it)| (Leaf(*id), it.into())).collect(),
            decisions: it.decisions.iter().map(|(key, it)| ((*key).into(), it.into())).collect(),
            labels: it.labels.iter().map(|it| it.0).collect(),
            reviewed: spans(&it.reviewed),
            status: it.status.into(),
        }
    }
}

impl From<SavedTrack> for Track {
    fn from(it: SavedTrack) -> Self {
        Self {
            annotations: it.annotations.into_iter().map(|(id, it)| (id.0, it.into())).into_map(),
            relations: it.relations.into_iter().map(|(id, it)| (id.0, it.into())).into_map(),
            decisions: it.decisions.into_iter().map(|(key, it)| (key.into(), it.into())).into_map(),
            labels: it.labels.into_iter().map(DocumentLabelId).into_set(),
            reviewed: ranges(it.reviewed),
            status: it.status.into(),
        }
    }
}
