//! What a part of the engine proposes for one sentence, before the parts are weighed.

use crate::extract::Reason;
use crate::order::sort_by;

/// A span of words with a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The first word of it.
    pub first: usize,
    /// The last word of it.
    pub last: usize,
    /// The label's name.
    pub label: &'static str,
    /// How certain, 0 to 1.
    pub score: f32,
    /// What spoke for it.
    pub reason: Reason,
}

/// Those of `candidates` that stand where they overlap: the longer one, then the more certain, then
/// the first. `taken` are the words that are spoken for already; it is kept up to date.
pub fn settle(mut candidates: Vec<Candidate>, taken: &mut [bool]) -> Vec<Candidate> {
    let length = |it: &Candidate| it.last - it.first;
    sort_by(&mut candidates, |a, b| {
        let longer = length(b).cmp(&length(a));
        longer.then(b.score.total_cmp(&a.score)).then(a.first.cmp(&b.first))
    });
    candidates.retain(|it| {
        let words = &mut taken[it.first..=it.last];
        let is_free = !words.contains(&true);
        if is_free {
            words.fill(true);
        }
        is_free
    });
    candidates
}
