//! At which depth each mark's line is drawn.
//!
//! Shortest first, each mark takes the lowest level that is free over its whole length, so that the
//! outermost line runs lowest. Two levels are kept free of clashes; all that find neither share the
//! third. Marks that touch no other are settled without a search.

use std::collections::BTreeMap;

use crate::text::TextRange;
use crate::view::{Shown, ShownState};

/// The deepest level that is drawn; what is deeper shares it.
const DEEPEST: u8 = 2;

/// The level of each of `marks`, which are in reading order.
pub(super) fn levels(marks: &[Shown]) -> Vec<u8> {
    let mut levels = vec![0; marks.len()];
    let mut first = 0;
    while first < marks.len() {
        let end = cluster_end(marks, first);
        if end - first > 1 {
            settle(&marks[first..end], &mut levels[first..end]);
        }
        first = end;
    }
    levels
}

/// One past the last mark that is tied to `marks[first]` by shared words.
fn cluster_end(marks: &[Shown], first: usize) -> usize {
    let mut reach = marks[first].extent.end();
    let mut next = first + 1;
    while marks.get(next).is_some_and(|it| it.extent.start() < reach) {
        reach = reach.max(marks[next].extent.end());
        next += 1;
    }
    next
}

/// Gives each of `marks` its level. A rejected one has no line and takes no room.
fn settle(marks: &[Shown], levels: &mut [u8]) {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.retain(|it| marks[*it].state != ShownState::Rejected);
    order.sort_by_key(|it| {
        let hull = marks[*it].extent.hull();
        (hull.len(), hull.start(), marks[*it].key)
    });
    let mut taken = [BTreeMap::new(), BTreeMap::new()];
    for at in order {
        let hull = marks[at].extent.hull();
        levels[at] = DEEPEST;
        if let Some(free) = taken.iter().position(|it| is_free(it, hull)) {
            taken[free].insert(hull.start(), hull.end());
            levels[at] = free as u8;
        }
    }
}

/// Whether no range of `taken` (disjoint, end by start) shares a byte with `hull`.
fn is_free(taken: &BTreeMap<u32, u32>, hull: TextRange) -> bool {
    taken.range(..hull.end()).next_back().is_none_or(|(_, end)| *end <= hull.start())
}
