//! How often people and suggestions agreed, and whether scores mean what they say.
//!
//! What counts is what stands now: a suggestion that was accepted and then given another label was
//! wrong about the label. One that was right about the words and the label was right; what was
//! skipped is undecided and in no rate.

use std::collections::BTreeMap;

use crate::model::id::LabelId;
use crate::model::track::{Decision, DecisionKey, Track, Verdict};

/// What became of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A mark stands on its words with its label.
    Accepted,
    /// A mark was made of it with another label.
    Relabeled,
    /// A mark was made of it with its label, on other words.
    Moved,
    /// It was wrong.
    Rejected,
    /// Nobody has decided.
    Skipped,
}

/// How many suggestions came out which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// Right as they were.
    pub accepted: u64,
    /// Right but for the label.
    pub relabeled: u64,
    /// Right but for the words.
    pub moved: u64,
    /// Wrong.
    pub rejected: u64,
    /// Undecided.
    pub skipped: u64,
}

impl Outcomes {
    fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Accepted => &mut self.accepted,
            Outcome::Relabeled => &mut self.relabeled,
            Outcome::Moved => &mut self.moved,
            Outcome::Rejected => &mut self.rejected,
            Outcome::Skipped => &mut self.skipped,
        } += 1;
    }

    /// How many were decided.
    pub fn n_decided(&self) -> u64 {
        self.accepted + self.relabeled + self.moved + self.rejected
    }

    /// The part of the decided that was accepted as it was, 0 to 1; `None` while none is decided.
    pub fn accept_rate(&self) -> Option<f64> {
        (self.n_decided() > 0).then(|| self.accepted as f64 / self.n_decided() as f64)
    }
}

/// How many bands scores are put into.
pub const N_BANDS: usize = 10;

/// Decided suggestions whose scores lie close together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// How many there are.
    pub n: u64,
    /// How many were right as they were.
    pub n_right: u64,
    /// Their scores together.
    pub score_sum: f64,
}

impl Band {
    /// What the engine expected: the mean score.
    pub fn expected(&self) -> f64 {
        self.score_sum / self.n as f64
    }

    /// What came of it: the part that was right.
    pub fn right(&self) -> f64 {
        self.n_right as f64 / self.n as f64
    }

    /// Between which two shares the true one lies, 95 times of a hundred.
    ///
    /// Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
    pub fn bounds(&self) -> (f64, f64) {
        const Z: f64 = 1.959_964;
        let (n, share) = (self.n as f64, self.right());
        let middle = share + Z * Z / (2.0 * n);
        let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + Z * Z / n;
        (((middle - reach) / whole).max(0.0), ((middle + reach) / whole).min(1.0))
    }
}

/// What became of all suggestions that somebody has answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// All of them.
    pub all: Outcomes,
    /// By the label that was suggested.
    pub by_label: BTreeMap<LabelId, Outcomes>,
    /// The decided ones by score: from 0 up to 0.1, up to 0.2, and so on.
    pub bands: [Band; N_BANDS],
}

impl Agreement {
    /// Counts the answers of `track`.
    pub(crate) fn add(&mut self, track: &Track) {
        for (key, decision) in &track.decisions {
            let outcome = outcome(track, *key, decision);
            self.all.add(outcome);
            self.by_label.entry(key.label).or_default().add(outcome);
            if outcome != Outcome::Skipped {
                let band = &mut self.bands[band_of(decision.score)];
                band.n += 1;
                band.n_right += u64::from(outcome == Outcome::Accepted);
                band.score_sum += f64::from(decision.score);
            }
        }
    }
}

fn band_of(score: f32) -> usize {
    ((score * N_BANDS as f32) as usize).min(N_BANDS - 1)
}

fn outcome(track: &Track, key: DecisionKey, decision: &Decision) -> Outcome {
    let id = match decision.verdict {
        Verdict::Accepted(id) | Verdict::Corrected(id) => id,
        Verdict::Rejected => return Outcome::Rejected,
        Verdict::Skipped => return Outcome::Skipped,
    };
    match track.annotations.get(&id) {
        // The mark was taken away again.
        None => Outcome::Rejected,
        Some(mark) if mark.label != key.label => Outcome::Relabeled,
        Some(mark) if mark.extent.ranges() != [key.range] => Outcome::Moved,
        Some(_) => Outcome::Accepted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_fall_into_the_band_that_they_begin() {
        let bands = [0.0, 0.09, 0.1, 0.3, 0.69, 0.7, 0.9, 0.99, 1.0].map(band_of);
        assert_eq!(bands, [0, 0, 1, 3, 6, 7, 9, 9, 9]);
    }

    #[test]
    fn bounds_are_those_of_the_book() {
        let bounds = |n, n_right| {
            let (low, high) = Band { n, n_right, score_sum: 0.0 }.bounds();
            ((low * 1000.0).round(), (high * 1000.0).round())
        };
        // Counted by hand from the formula.
        assert_eq!(bounds(10, 9), (596.0, 982.0));
        assert_eq!(bounds(1, 0), (0.0, 793.0));
        assert_eq!(bounds(100, 100), (963.0, 1000.0));
    }
}
