//! How many marks, of which label, in which article, and how far the work is.

use std::collections::BTreeMap;

use crate::model::id::LabelId;
use crate::model::track::Status;
use crate::statistics::Work;
use crate::statistics::length::{Length, Lengths};
use crate::text::Ranges;

/// What is counted of one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelCount {
    /// The label.
    pub label: LabelId,
    /// How many suggestions of it wait for an answer.
    pub n_suggested: u64,
    /// In how many articles a mark has it.
    pub n_articles: u64,
    /// The length of each mark that has it.
    pub marks: Vec<Length>,
}

/// What is counted of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleCount {
    /// What people call it.
    pub name: String,
    /// How long its text is.
    pub length: Length,
    /// Marks by label.
    pub marks: BTreeMap<LabelId, u64>,
    /// How many suggestions wait for an answer.
    pub n_suggested: u64,
    /// Which part of the text somebody has looked at, 0 to 1; all of an empty text.
    pub reviewed: f64,
    /// Whether somebody has declared it done.
    pub is_done: bool,
}

impl ArticleCount {
    /// How many marks stand in it.
    pub fn n_marks(&self) -> u64 {
        self.marks.values().sum()
    }
}

/// Counts the labels of all `works`.
pub(crate) fn labels(works: &[Work<'_>]) -> Vec<LabelCount> {
    let mut all: BTreeMap<LabelId, LabelCount> = BTreeMap::new();
    // The last article in which a label was met, to count each article once.
    let mut met: BTreeMap<LabelId, usize> = BTreeMap::new();
    for (n, work) in works.iter().enumerate() {
        for label in &work.open {
            row(&mut all, *label).n_suggested += 1;
        }
        for mark in work.tracks.iter().flat_map(|it| it.annotations.values()) {
            let row = row(&mut all, mark.label);
            row.marks.push(Length::of_mark(&mark.extent, work.text));
            if met.insert(mark.label, n) != Some(n) {
                row.n_articles += 1;
            }
        }
    }
    all.into_values().collect()
}

fn row(all: &mut BTreeMap<LabelId, LabelCount>, label: LabelId) -> &mut LabelCount {
    let new = LabelCount { label, n_suggested: 0, n_articles: 0, marks: Vec::new() };
    all.entry(label).or_insert(new)
}

/// Counts one article.
pub(crate) fn article(work: &Work<'_>, lengths: &mut Lengths) -> ArticleCount {
    let mut marks = BTreeMap::new();
    for mark in work.tracks.iter().flat_map(|it| it.annotations.values()) {
        *marks.entry(mark.label).or_insert(0) += 1;
    }
    ArticleCount {
        name: work.name.to_owned(),
        length: lengths.of(work.text),
        marks,
        n_suggested: work.open.len() as u64,
        reviewed: reviewed(work),
        is_done: work.tracks.iter().any(|it| it.status == Status::Done),
    }
}

fn reviewed(work: &Work<'_>) -> f64 {
    let all = work.text.range();
    if all.is_empty() {
        return 1.0;
    }
    let mut seen = Ranges::default();
    for range in work.tracks.iter().flat_map(|it| it.reviewed.iter()) {
        seen.insert(range);
    }
    f64::from(seen.covered_in(all)) / f64::from(all.len())
}
