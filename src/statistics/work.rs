//! How much time went into the work, step by step and article by article.
//!
//! The time of a step is what passed since the step before it, whichever article that was on, and at
//! most a minute: whoever was longer away from the marks is taken to have paused. The first step
//! of all has none. Steps that were taken back or set aside took their time as well, and count.
//!
//! Limits: reading without marking is seen only as far as the next step is near, and what was done
//! before the history begins, not at all.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::edit::history::line::Point;
use crate::edit::history::{History, Step};
use crate::model::id::DocumentId;
use crate::order::sort_by_key;
use crate::statistics::Work;

/// The most that is counted of what passed between two steps, in milliseconds.
pub const PAUSE: u64 = 60_000;

/// Steps, and their time together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// How many steps.
    pub n_steps: u64,
    /// Milliseconds.
    pub milliseconds: u64,
}

impl Worked {
    fn add(&mut self, milliseconds: u64) {
        self.n_steps += 1;
        self.milliseconds += milliseconds;
    }
}

/// The time that went into a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Steps on one article each.
    pub by_article: BTreeMap<DocumentId, Worked>,
    /// Steps on several articles at once, or on none: labels, order.
    pub other: Worked,
}

impl Effort {
    /// Counts all steps of `history`.
    pub fn of(history: &History) -> Self {
        let mut effort = Self::default();
        for (point, milliseconds) in spent(history) {
            match history.step(point).and_then(only_article) {
                Some(document) => effort.by_article.entry(document.clone()).or_default(),
                None => &mut effort.other,
            }
            .add(milliseconds);
        }
        effort
    }

    /// All of it.
    pub fn all(&self) -> Worked {
        self.by_article.values().chain([&self.other]).fold(Worked::default(), |sum, it| Worked {
            n_steps: sum.n_steps + it.n_steps,
            milliseconds: sum.milliseconds + it.milliseconds,
        })
    }
}

/// The time that went into each of `works`, and into everything else.
pub(crate) fn worked(history: &History, works: &[Work<'_>]) -> (Vec<Worked>, Worked) {
    let effort = Effort::of(history);
    let each = works.iter().map(|it| effort.by_article.get(it.id).copied().unwrap_or_default());
    let each: Vec<Worked> = each.collect();
    let mut elsewhere = effort.all();
    for it in &each {
        elsewhere.n_steps -= it.n_steps;
        elsewhere.milliseconds -= it.milliseconds;
    }
    (each, elsewhere)
}

/// The time of every step, in milliseconds, in the order in which they were done.
pub fn spent(history: &History) -> Vec<(Point, u64)> {
    let mut all: Vec<(u64, Point)> =
        points(history).filter_map(|it| Some((history.step(it)?.forward.at, it))).collect();
    sort_by_key(&mut all, |it| it.0);
    let mut before = None;
    let mut of = |(at, point): (u64, Point)| {
        let gap = before.replace(at).map_or(0, |it| at - it);
        (point, gap.min(PAUSE))
    };
    all.into_iter().map(&mut of).collect()
}

/// All points of `history` that a step leads to.
pub fn points(history: &History) -> impl Iterator<Item = Point> {
    let lines = [history.done().len() + history.undone().len()].into_iter();
    let lines = lines.chain(history.asides().iter().map(|it| it.steps.len()));
    let of = |(line, len): (u32, usize)| (1..=len as u32).map(move |n| Point { line, n });
    (0..).zip(lines).flat_map(of)
}

/// The article that all of a step is about, if it is about one.
pub fn only_article(step: &Step) -> Option<&DocumentId> {
    let mut all = step.forward.edits.iter().filter_map(Edit::document);
    let first = all.next()?;
    all.all(|it| it == first).then_some(first)
}
