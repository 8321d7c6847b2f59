//! Which marks may share words: the schema's policy, asked before a mark is made or moved.
//!
//! The door itself ([`apply`](crate::edit::apply)) does not ask. A policy is about what people make
//! from now on; what a file brought, and what an undo brings back, was right when it was made.

use crate::model::annotation::Annotation;
use crate::model::id::AnnotationId;
use crate::model::schema::{Overlap, Schema};
use crate::model::track::Track;

/// The annotations of `track` beside which `new`, known as `id`, may not stand.
pub fn conflicts(
    schema: &Schema,
    track: &Track,
    id: Option<AnnotationId>,
    new: &Annotation,
) -> Vec<AnnotationId> {
    let others = track.annotations.iter().filter(|(other, _)| Some(**other) != id);
    others.filter(|(_, old)| !may_stand_beside(schema, new, old)).map(|(other, _)| *other).collect()
}

fn may_stand_beside(schema: &Schema, new: &Annotation, old: &Annotation) -> bool {
    if new.extent == old.extent && new.label == old.label {
        return false;
    }
    let apart = !new.extent.overlaps(&old.extent);
    match schema.overlap {
        Overlap::Any => true,
        Overlap::None => apart,
        Overlap::Nested => {
            let (new, old) = (new.extent.hull(), old.extent.hull());
            apart || new.contains_range(old) || old.contains_range(new)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotation::Extent;
    use crate::model::id::{AuthorId, LabelId};
    use crate::model::origin::Origin;
    use crate::text::TextRange;

    fn mark(start: u32, end: u32, label: u16) -> Annotation {
        let extent = Extent::one(TextRange::new(start, end)).unwrap();
        Annotation::new(extent, LabelId(label), Origin::Human)
    }

    #[test]
    fn the_policy_decides() {
        let id = AnnotationId { author: AuthorId(1), n: 1 };
        let track = Track { annotations: [(id, mark(0, 7, 1))].into(), ..Track::default() };
        // (policy, nested, crossing, the same place with another label)
        for (overlap, nested, crossing, same) in [
            (Overlap::None, false, false, false),
            (Overlap::Nested, true, false, true),
            (Overlap::Any, true, true, true),
        ] {
            let schema = Schema { overlap, ..Schema::ontonotes() };
            let allows = |new| conflicts(&schema, &track, None, &new).is_empty();
            assert_eq!(allows(mark(2, 5, 2)), nested, "{overlap:?}");
            assert_eq!(allows(mark(4, 12, 3)), crossing, "{overlap:?}");
            assert_eq!(allows(mark(0, 7, 4)), same, "{overlap:?}");
            assert!(allows(mark(7, 9, 1)), "{overlap:?}: neighbors share nothing");
            assert!(!allows(mark(0, 7, 1)), "{overlap:?}: twice the same says nothing");
            assert!(conflicts(&schema, &track, Some(id), &mark(0, 7, 1)).is_empty());
        }
    }
}
