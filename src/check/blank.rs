//! Marks that begin or end with a blank: nearly always a slip of the mouse or of another program.

use crate::check::{Finding, Sight};
use crate::message::Message;
use crate::segment::character::is_blank;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let has_blank_edge = |text: &str| text.starts_with(is_blank) || text.ends_with(is_blank);
    let blank = sight.sound_marks().filter(|(it, _)| {
        let mut pieces = it.extent.ranges().iter().filter_map(|range| sight.text().slice(*range));
        pieces.any(has_blank_edge)
    });
    blank
        .map(|(it, words)| Finding {
            range: Some(it.extent.hull()),
            message: Message::CheckBlank {
                article: sight.article(),
                words,
                label: sight.label_of(it),
            },
        })
        .collect()
}
