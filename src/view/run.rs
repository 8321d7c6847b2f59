//! A paragraph cut where its marks start and end.
//!
//! A run of constant cover is a chain of layers, one a mark, outside in: by latest end, then
//! earliest start. What ends after a run is therefore always innermost, and its tag can stand
//! outside of its own words and inside of the marks that go on:
//!
//! ```text
//! runs    Huaquillas–      Aguas Verdes      International Bridge
//! layers  LOC              FAC LOC           FAC
//! tags                     LOC               FAC
//! drawn   [Huaquillas–     [Aguas Verdes ‹LOC› International Bridge] ‹FAC›
//! ```

use std::cmp::Reverse;

use crate::model::id::LabelId;
use crate::order::sort_by_key;
use crate::text::TextRange;
use crate::view::{Placed, ShownKey, ShownState};

/// The most layers that one run has. Of more, the innermost are kept: a page cannot nest boxes
/// without end, and no reader could tell them apart.
pub const MOST_LAYERS: usize = 16;

/// Words under one unchanging set of marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where.
    pub range: TextRange,
    /// The marks over it, outside in.
    pub layers: Vec<Layer>,
    /// The marks whose tag stands right after it, innermost first. They are the last of `layers`,
    /// from the end; the tag of each stands inside all layers before its own.
    pub tags: Vec<ShownKey>,
}

/// One mark's part in a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Which mark.
    pub key: ShownKey,
    /// Its label.
    pub label: LabelId,
    /// The depth of its line.
    pub level: u8,
    /// How far it is decided.
    pub state: ShownState,
    /// Whether the mark, or a piece of it, starts with this run.
    pub starts: bool,
    /// Whether the mark, or a piece of it, ends with this run.
    pub ends: bool,
    /// Whether this run lies between two pieces of the mark.
    pub gap: bool,
}

/// What is cut: one paragraph, with the blanks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// The paragraph.
    pub(super) range: TextRange,
    /// From the end of the paragraph before to the start of the one after: a mark whose end lies
    /// there is seen to end with this paragraph.
    pub(super) reach: TextRange,
}

/// A mark's piece, or the gap between two, as far as it is in the window.
struct Strip<'a> {
    start: u32,
    end: u32,
    /// Where the piece's true start is seen.
    starts_at: Option<u32>,
    /// Where the piece's true end is seen.
    ends_at: Option<u32>,
    gap: bool,
    /// Whether nothing of the mark is seen after it.
    last: bool,
    mark: &'a Placed,
}

impl Strip<'_> {
    /// The order of a chain, outside in. Of two on the same words, the lower level is inside.
    fn order(&self) -> (Reverse<u32>, u32, Reverse<ShownKey>) {
        let extent = &self.mark.shown.extent;
        (Reverse(extent.end()), extent.start(), Reverse(self.mark.shown.key))
    }

    fn layer(&self, run: TextRange) -> Layer {
        let shown = &self.mark.shown;
        Layer {
            key: shown.key,
            label: shown.label,
            level: self.mark.level,
            state: shown.state,
            starts: self.starts_at == Some(run.start()),
            ends: self.ends_at == Some(run.end()),
            gap: self.gap,
        }
    }
}

/// The runs of `window` under `marks`, which are in reading order.
pub(super) fn cut<'a>(window: Window, marks: impl Iterator<Item = &'a Placed>) -> Vec<Run> {
    let mut strips = Vec::new();
    marks.for_each(|it| push_strips(window, it, &mut strips));
    sort_by_key(&mut strips, |it| it.start);
    let mut cuts: Vec<u32> = strips.iter().flat_map(|it| [it.start, it.end]).collect();
    cuts.extend([window.range.start(), window.range.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut coming = strips.iter().peekable();
    let mut open: Vec<&Strip<'_>> = Vec::new();
    let mut runs = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let range = TextRange::new(pair[0], pair[1]);
        open.retain(|it| it.end > range.start());
        while let Some(strip) = coming.next_if(|it| it.start == range.start()) {
            let at = open.partition_point(|it| it.order() <= strip.order());
            open.insert(at, strip);
        }
        runs.push(run(range, &open));
    }
    runs
}

/// The run at `range` under the strips in `open`, which are outside in.
fn run(range: TextRange, open: &[&Strip<'_>]) -> Run {
    let seen = &open[open.len().saturating_sub(MOST_LAYERS)..];
    let ending = seen.iter().rev().filter(|it| it.last && it.end == range.end());
    Run {
        range,
        layers: seen.iter().map(|it| it.layer(range)).collect(),
        tags: ending.map(|it| it.mark.shown.key).collect(),
    }
}

/// Adds the pieces of `mark` that are seen in `window`, and the gaps between them.
fn push_strips<'a>(window: Window, mark: &'a Placed, strips: &mut Vec<Strip<'a>>) {
    let ranges = mark.shown.extent.ranges();
    let before = strips.len();
    let mut push = |part: TextRange, gap: bool| {
        if let Some(seen) = part.intersection(window.range) {
            let (start, end) = (seen.start(), seen.end());
            let is_start = !gap && window.reach.start() <= part.start();
            let is_end = !gap && part.end() <= window.reach.end();
            let (starts_at, ends_at) = (is_start.then_some(start), is_end.then_some(end));
            strips.push(Strip { start, end, starts_at, ends_at, gap, last: false, mark });
        }
    };
    let first = ranges.partition_point(|it| it.end() <= window.range.start());
    for n in first..ranges.len() {
        let gap = n.checked_sub(1).map(|it| TextRange::new(ranges[it].end(), ranges[n].start()));
        if gap.unwrap_or(ranges[n]).start() >= window.range.end() {
            break;
        }
        if let Some(gap) = gap {
            push(gap, true);
        }
        push(ranges[n], false);
    }
    let is_last = mark.shown.extent.end() <= window.reach.end();
    if let Some(strip) = strips[before..].last_mut() {
        strip.last = is_last;
    }
}
