//! One author's work on one document.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::annotation::Annotation;
use crate::model::id::{AnnotationId, DocumentLabelId, LabelId, RelationId};
use crate::model::relation::Relation;
use crate::order::sort_by_key;
use crate::source::Source;
use crate::text::{Ranges, TextRange};

/// How far the author is with the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not finished, perhaps not begun.
    #[default]
    Open,
    /// The author has declared the whole document looked at.
    Done,
}

/// What a decision is about: one proposal of a label for a place.
///
/// The engine that proposed it is not part of it, so that a rejected suggestion stays away when
/// the engine changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionKey {
    /// Where.
    pub range: TextRange,
    /// The label that was proposed.
    pub label: LabelId,
}

/// What a person said to a suggestion.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It is right; this annotation was made of it.
    Accepted(AnnotationId),
    /// It was nearly right; this annotation was made instead.
    Corrected(AnnotationId),
    /// It is wrong.
    Rejected,
    /// Not decided now; do not ask again soon.
    Skipped,
}

/// A person's answer to a suggestion. Saved, unlike the suggestion, so that it does not come back.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The answer.
    pub verdict: Verdict,
    /// The engine's own estimate, 0 to 1, when it was asked.
    pub score: f32,
    /// The engine.
    pub source: Arc<Source>,
    /// When, in milliseconds since 1970 (for display; nothing is ordered by it).
    pub at: u64,
}

/// One author's annotations, relations, decisions and state on one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// The marks.
    pub annotations: BTreeMap<AnnotationId, Annotation>,
    /// The ties between them.
    pub relations: BTreeMap<RelationId, Relation>,
    /// What was said to suggestions.
    pub decisions: BTreeMap<DecisionKey, Decision>,
    /// Labels of the document as a whole.
    pub labels: BTreeSet<DocumentLabelId>,
    /// Where the author has looked. Unseen is not empty: outside of it, no mark means nothing.
    pub reviewed: Ranges,
    /// How far the author is.
    pub status: Status,
}

impl Track {
    /// The annotations in reading order: by start, then the longer first, then by id.
    pub fn in_reading_order(&self) -> Vec<(AnnotationId, &Annotation)> {
        let mut all: Vec<_> = self.annotations.iter().map(|(id, it)| (*id, it)).collect();
        sort_by_key(&mut all, |(id, it)| (it.extent.start(), u32::MAX - it.extent.end(), *id));
        all
    }

    /// The relations that start or end at `annotation`.
    pub fn relations_of(&self, annotation: AnnotationId) -> Vec<RelationId> {
        let touches = |it: &Relation| it.from == annotation || it.to == annotation;
        self.relations.iter().filter(|(_, it)| touches(it)).map(|(id, _)| *id).collect()
    }
}
