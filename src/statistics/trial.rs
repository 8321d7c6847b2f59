//! What suggestions do to a person: articles marked with them, and articles marked without.
//!
//! Where suggestions are hidden, what would have been suggested is held against what was marked by
//! hand: agreement is on the very words and the label. Where they are shown, what was accepted is
//! held against what was decided. If the second share is much the greater, suggestions may be
//! accepted that nobody would have marked.
//!
//! Limits: of hidden ones only articles that are done count, and only once the engine has read them.

use crate::model::track::{DecisionKey, Status, Track};
use crate::statistics::Work;
use crate::statistics::agreement::{Agreement, Band};
use crate::statistics::length::Lengths;

/// Below this number of hidden suggestions nothing is concluded.
pub const LEAST: u64 = 30;

/// Whether the suggestions of an article are seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sight {
    /// They are, or it is not known.
    #[default]
    Shown,
    /// They are hidden. What would be suggested, once the engine has read the article.
    Hidden(Option<Vec<DecisionKey>>),
}

/// One half of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// How many of them are done.
    pub n_done: u64,
    /// The words of those.
    pub n_words: u64,
    /// The marks in those.
    pub n_marks: u64,
    /// Suggestions: hidden in those, or shown anywhere and decided.
    pub n_suggested: u64,
    /// Those that were right: that agree with a mark, or were accepted as they were.
    pub n_right: u64,
}

impl Side {
    /// Marks for every thousand words; `None` without words.
    pub fn density(&self) -> Option<f64> {
        share(self.n_marks, self.n_words).map(|it| it * 1_000.0)
    }

    /// The part of the suggestions that was right, 0 to 1.
    pub fn precision(&self) -> Option<f64> {
        share(self.n_right, self.n_suggested)
    }

    /// The part of the marks that was suggested, 0 to 1, where suggestions are hidden.
    pub fn recall(&self) -> Option<f64> {
        share(self.n_right, self.n_marks)
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Both halves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Articles whose suggestions are hidden.
    pub hidden: Side,
    /// All others.
    pub shown: Side,
    /// How many articles with hidden suggestions do not count yet.
    pub n_waiting: u64,
}

impl Trial {
    /// Counts `works`.
    pub(crate) fn of(works: &[Work<'_>], lengths: &mut Lengths) -> Self {
        let (mut trial, mut answers) = (Self::default(), Agreement::default());
        for work in works {
            let is_done = work.tracks.iter().any(|it| it.status == Status::Done);
            let side = match &work.sight {
                Sight::Shown => {
                    work.tracks.iter().for_each(|it| answers.add(it));
                    &mut trial.shown
                }
                Sight::Hidden(Some(suggested)) if is_done => {
                    trial.hidden.n_suggested += suggested.len() as u64;
                    let is_right = |it: &&DecisionKey| work.tracks.iter().any(|of| has(of, **it));
                    trial.hidden.n_right += suggested.iter().filter(is_right).count() as u64;
                    &mut trial.hidden
                }
                Sight::Hidden(_) => {
                    trial.n_waiting += 1;
                    continue;
                }
            };
            if is_done {
                side.n_done += 1;
                side.n_words += lengths.of(work.text).words;
                side.n_marks +=
                    work.tracks.iter().map(|it| it.annotations.len() as u64).sum::<u64>();
            }
        }
        trial.shown.n_suggested = answers.all.n_decided();
        trial.shown.n_right = answers.all.accepted;
        trial
    }

    /// Whether there is an article whose suggestions are hidden.
    pub fn is_on(&self) -> bool {
        self.hidden.n_done + self.n_waiting > 0
    }

    /// Whether more is accepted where suggestions are shown than chance lets expect from what agrees
    /// where they are hidden; `None` where there is too little to tell.
    pub fn is_too_ready(&self) -> Option<bool> {
        let accepted = self.shown.precision()?;
        let Side { n_suggested: n, n_right, .. } = self.hidden;
        let band = Band { n, n_right, score_sum: 0.0 };
        (n >= LEAST).then(|| accepted > band.bounds().1)
    }
}

/// Whether a mark of `track` is what `key` proposes.
fn has(track: &Track, key: DecisionKey) -> bool {
    let mut marks = track.annotations.values();
    marks.any(|it| it.label == key.label && it.extent.ranges() == [key.range])
}
