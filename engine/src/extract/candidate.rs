//! What a part of the engine proposes for one sentence, before the parts are weighed.

use crate::extract::Reason;

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
