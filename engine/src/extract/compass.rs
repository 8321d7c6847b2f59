//! Parts of a continent that share its name: `North and South America` is one stretch of land.

use crate::extract::candidate::Candidate;
use crate::extract::names::{Names, Run, candidate};

/// Parts of a continent, folded. Sorted.
const PARTS: &[&str] =
    &["central", "east", "eastern", "north", "northern", "south", "southern", "west", "western"];

impl Names<'_, '_, '_> {
    /// Adds the stretches of land that two parts of the same continent make together.
    pub fn find_parts(&self, all: &mut Vec<Candidate>) {
        for it in self.listed.iter().filter(|it| it.label == "LOC" && it.last == it.first + 1) {
            let Some(first) = it.first.checked_sub(2) else { continue };
            let joins = matches!(self.line.folded(it.first - 1), "and" | "or");
            if joins && self.is_part(first) && self.is_part(it.first) {
                let run = Run { first, last: it.last };
                all.push(candidate(run, "LOC", 0.8, self.trigger(first)));
            }
        }
    }

    fn is_part(&self, at: usize) -> bool {
        let is_capital = self.line.words()[at].is_capital;
        is_capital && PARTS.binary_search(&self.line.folded(at)).is_ok()
    }
}
