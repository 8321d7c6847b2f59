//! Marks whose label the schema does not have.

use crate::check::{Finding, Sight};
use crate::message::Message;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let unknown = sight.marks().filter(|(_, _, it)| sight.schema.label(it.label).is_none());
    unknown
        .map(|(_, _, it)| Finding {
            range: Some(it.extent.hull()),
            message: Message::CheckLabelUnknown {
                article: sight.article(),
                start: sight.in_points(it.extent.start()),
                end: sight.in_points(it.extent.end()),
            },
        })
        .collect()
}
