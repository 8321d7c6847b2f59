//! Marks, reviewed ranges and decisions that leave the text or cut a character.

use crate::check::{Finding, Sight};
use crate::message::Message;
use crate::text::TextRange;

pub(super) fn find(sight: &Sight) -> Vec<Finding> {
    let marks = sight.marks().flat_map(|(_, _, it)| it.extent.ranges().iter().copied());
    let tracks = || sight.body.tracks.values();
    let reviewed = tracks().flat_map(|it| it.reviewed.iter());
    let decided = tracks().flat_map(|it| it.decisions.keys().map(|key| key.range));
    let places = marks.chain(reviewed).chain(decided);
    places.filter(|it| sight.text().slice(*it).is_none()).map(|it| finding(sight, it)).collect()
}

fn finding(sight: &Sight, range: TextRange) -> Finding {
    let message = Message::CheckOutside {
        article: sight.article(),
        start: sight.in_points(range.start()),
        end: sight.in_points(range.end()),
    };
    Finding { range: None, message }
}
