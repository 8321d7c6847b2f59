//! Regular expressions: patterns of characters, found in one pass over a text.
//!
//! A pattern is read into a tree (`parse`), the tree becomes steps (`program`), and a machine
//! walks all ways through the steps at once (`machine`), so that no pattern makes it go back: the
//! time for one hit is in proportion to the text and to the steps. Of hits that start at one place
//! the first alternative counts, and the longest repetition unless it is lazy.
//!
//! Ours and not a crate's, because letters have to be compared as [`Matching`] says (a crate knows
//! case and no accents), because what is wrong with a pattern is said in the reader's language, and
//! because of its weight: 8 KB packed instead of 118 KB.
//!
//! Limits: no look-around and no references back, which take more than one pass; hits of nothing are
//! no hits; `\p{…}` knows letters, capitals, small letters and numbers only.

pub mod fault;

mod machine;
mod parse;
mod program;

use crate::session::expression::fault::Fault;
use crate::session::expression::machine::Machine;
use crate::session::expression::parse::parse;
use crate::session::expression::program::Program;
use crate::session::matching::Matching;
use crate::text::TextRange;

/// How many steps a text may take for each of its bytes, on average, and those that any text may.
const MOST_STEPS: (u64, u64) = (200, 1_000_000);

/// A pattern that can be looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression(Program);

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Where, in order, one after the other. None is empty.
    pub places: Vec<TextRange>,
    /// How much work it was.
    pub n_steps: u64,
    /// Whether the pattern asked for more work than a text may be, so that its rest was left out.
    pub is_cut: bool,
}

impl Expression {
    /// Reads `pattern`.
    ///
    /// # Errors
    /// What is wrong with it, and at which of its characters.
    pub fn new(pattern: &str, matching: Matching) -> Result<Self, Fault> {
        let tree = parse(pattern)?;
        Program::of(&tree, matching).map(Self)
    }

    /// Where it stands in `text`.
    pub fn hits(&self, text: &str) -> Hits {
        let most_steps = MOST_STEPS.0 * text.len() as u64 + MOST_STEPS.1;
        let mut machine = Machine::new(&self.0, text, most_steps);
        let (mut places, mut from) = (Vec::new(), 0);
        while let Some(place) = machine.find(from) {
            if place.is_empty() {
                let next = text[place.end() as usize..].chars().next();
                let Some(next) = next else { break };
                from = place.end() as usize + next.len_utf8();
            } else {
                from = place.end() as usize;
                places.push(place);
            }
        }
        Hits { places, n_steps: machine.n_steps(), is_cut: machine.is_exhausted() }
    }
}

#[cfg(test)]
mod tests;
