//! What the rules propose for a sentence: numeric types, and names by lists and telling words.

use crate::extract::candidate::Candidate;
use crate::extract::gazetteer::{Gazetteer, Listed};
use crate::extract::line::Line;
use crate::extract::mention::Mentions;
use crate::extract::names::Names;
use crate::extract::numbers;

/// The proposals of the rules; they may overlap.
#[derive(Clone, Debug, Default)]
pub struct Proposed {
    /// Dates, amounts and other numeric types.
    pub numbers: Vec<Candidate>,
    /// Names.
    pub names: Vec<Candidate>,
}

/// What the rules propose for `line`; `mentions` are the names that the text has introduced so far.
pub fn propose(line: &Line, gazetteer: &Gazetteer, mentions: &mut Mentions) -> Proposed {
    let mut proposed = Proposed::default();
    numbers::find(line, &mut proposed.numbers);
    let mut taken = vec![false; line.len()];
    for it in &proposed.numbers {
        taken[it.first..=it.last].fill(true);
    }
    let listed = gazetteer.find(line);
    let names = Names { line, gazetteer, listed: &listed, taken: &taken };
    names.find(mentions, &mut proposed.names);
    proposed.names.extend(listed.into_iter().map(Listed::into_candidate));
    proposed
}
