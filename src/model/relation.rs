//! A directed, labeled tie between two annotations of one track.

use crate::model::annotation::Attributes;
use crate::model::id::{AnnotationId, RelationLabelId};
use crate::model::origin::Origin;

/// One tie. It goes when either of its ends goes, in the same transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Where it starts.
    pub from: AnnotationId,
    /// Where it points.
    pub to: AnnotationId,
    /// What it says.
    pub label: RelationLabelId,
    /// More of what, as the schema defines it.
    pub attributes: Attributes,
    /// Who says so.
    pub origin: Origin,
}
