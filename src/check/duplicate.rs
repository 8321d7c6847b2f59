//! The same label twice on the same words by the same author.

use std::collections::BTreeSet;

use crate::check::{Finding, Sight};
use crate::message::Message;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let again =
        sight.marks().filter(|(author, _, it)| !seen.insert((*author, &it.extent, it.label)));
    again
        .map(|(_, _, it)| Finding {
            range: Some(it.extent.hull()),
            message: Message::CheckDuplicate {
                article: sight.article(),
                words: it.extent.words(sight.text()).unwrap_or_default(),
                label: sight.label_of(it),
            },
        })
        .collect()
}
