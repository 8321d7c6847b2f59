//! Edges inside what a reader sees as one character: a letter and its accent, an emoji sequence.

use crate::check::{Finding, Sight};
use crate::message::Message;
use crate::segment::grapheme::snap_to_graphemes;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let text = sight.text().as_str();
    let cut = sight.sound_marks().filter(|(it, _)| {
        it.extent.ranges().iter().any(|range| snap_to_graphemes(text, *range) != *range)
    });
    cut.map(|(it, words)| Finding {
        range: Some(it.extent.hull()),
        message: Message::CheckGrapheme {
            article: sight.article(),
            words,
            label: sight.label_of(it),
        },
    })
    .collect()
}
