//! Parts of a continent: `Europa Central`; and those that share its name: `North and South America`
//! is one stretch of land.

use crate::extract::candidate::Candidate;
use crate::extract::names::{Names, Run, candidate};

/// Parts of a continent, folded. Sorted.
const PARTS: &[&str] =
    &["central", "east", "eastern", "north", "northern", "south", "southern", "west", "western"];

/// Parts of a continent that stand behind its name, in Spanish, folded.
const PARTS_BEHIND: &[&str] =
    &["central", "meridional", "occidental", "oriental", "septentrional", "insular"];

impl Names<'_, '_, '_> {
    /// Adds the parts of a continent, and what two of them make together.
    pub fn find_parts(&self, all: &mut Vec<Candidate>) {
        for it in self.listed.iter().filter(|it| it.label == "LOC" && it.first == it.last) {
            let run = Run { first: it.first, last: it.last + 1 };
            let word = self.line.words().get(run.last);
            let is_part = PARTS_BEHIND.contains(&self.line.folded(run.last));
            if is_part && word.is_some_and(|it| it.is_capital && it.spaced) {
                all.push(candidate(run, "LOC", 0.8, self.trigger(run.last)));
            }
        }
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
