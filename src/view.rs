//! What the document pane shows, as plain data: paragraphs, marks, runs of constant cover.
//!
//! A [`Sheet`] is one open article: its text, cut into paragraphs once, and the marks on it, put
//! in reading order. The pane asks for the [`run::Run`]s of one paragraph at a time, so that
//! opening a text costs no mark and a change costs one paragraph.
//!
//! Limits: nothing here decides which marks are shown or selected (the session does), and nothing
//! knows how wide a line is. Marks on the blanks between paragraphs only are kept but not seen.

pub mod color;
pub mod invisible;
pub mod margin;
pub mod run;

mod level;
mod reach;

use std::fmt;

use crate::model::annotation::Extent;
use crate::model::id::{AnnotationId, DocumentId, LabelId};
use crate::model::track::DecisionKey;
use crate::order::in_one_only;
use crate::segment::paragraph::{Paragraph, paragraphs};
use crate::text::{Ranges, Text, TextRange};
use crate::view::margin::{Place, places, read_through};
use crate::view::reach::Reach;
use crate::view::run::{Run, Window, cut};

/// Which mark: what a person said, or what an engine proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShownKey {
    /// An annotation.
    Annotation(AnnotationId),
    /// A suggestion, open or rejected.
    Suggested(DecisionKey),
}

impl ShownKey {
    /// Reads what [`fmt::Display`] writes.
    pub fn parse(name: &str) -> Option<Self> {
        let Some(rest) = name.strip_prefix('~') else {
            return AnnotationId::parse(name).map(Self::Annotation);
        };
        let mut numbers = rest.split('-');
        let mut next = || numbers.next()?.parse::<u32>().ok();
        let (start, end, label) = (next()?, next()?, next()?);
        let range = TextRange::checked(start, end)?;
        let label = LabelId(u16::try_from(label).ok()?);
        numbers.next().is_none().then_some(Self::Suggested(DecisionKey { range, label }))
    }
}

impl fmt::Display for ShownKey {
    /// An annotation's own name, or `~start-end-label` in numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Annotation(id) => write!(f, "{id}"),
            Self::Suggested(DecisionKey { range, label }) => {
                write!(f, "~{}-{}-{}", range.start(), range.end(), label.0)
            }
        }
    }
}

/// How far a mark is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownState {
    /// A person's annotation, or an imported one.
    Confirmed,
    /// An engine's proposal that nobody has answered.
    Suggested,
    /// A proposal that was refused, shown on request.
    Rejected,
}

/// One mark, as far as the pane is concerned.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which.
    pub key: ShownKey,
    /// Where.
    pub extent: Extent,
    /// What.
    pub label: LabelId,
    /// How far it is decided.
    pub state: ShownState,
    /// The engine's own estimate, 0 to 1, for a suggestion.
    pub score: Option<f32>,
}

/// A mark and the depth at which its line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The mark.
    pub shown: Shown,
    /// 0 just under the words, then 1, then 2 for all that are deeper. The same along the mark.
    pub level: u8,
}

impl Placed {
    /// Reading order: by start, then the longer first, then by key.
    fn order(&self) -> (u32, u32, ShownKey) {
        let extent = &self.shown.extent;
        (extent.start(), u32::MAX - extent.end(), self.shown.key)
    }
}

/// One open article and the marks shown on it.
#[derive(Clone, Debug)]
pub struct Sheet {
    document: DocumentId,
    text: Text,
    paragraphs: Vec<Paragraph>,
    places: Vec<Place>,
    // Invariant: one entry a paragraph, in per cent.
    read: Vec<u8>,
    // Invariant: in reading order.
    marks: Vec<Placed>,
    // Invariant: positions in `marks`, ordered by the mark's key.
    by_key: Vec<u32>,
    reach: Reach,
}

impl Sheet {
    /// The sheet of `document`, bare of marks and unread.
    pub fn new(document: DocumentId, text: Text) -> Self {
        let paragraphs = paragraphs(text.as_str());
        let places = places(text.as_str(), &paragraphs);
        let read = vec![0; paragraphs.len()];
        let (marks, by_key) = (Vec::new(), Vec::new());
        Self { document, text, paragraphs, places, read, marks, by_key, reach: Reach::default() }
    }

    /// Which document this is.
    pub fn document(&self) -> &DocumentId {
        &self.document
    }

    /// Its text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The paragraphs, in order. A text of blanks has none.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// What stands in the margin of each paragraph.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// How far down each paragraph is reviewed, in per cent of its bytes.
    pub fn read(&self) -> &[u8] {
        &self.read
    }

    /// Puts `marks`, given in any order, in the place of all that were shown.
    ///
    /// Returns where something is drawn differently now: the hulls of marks that came, went,
    /// or changed in any way, the level of their line included; in order, touching ones joined.
    /// Costs a sort that is linear where `marks` are nearly in order.
    pub fn set_marks(&mut self, mut marks: Vec<Shown>) -> Vec<TextRange> {
        marks.sort_by_cached_key(|it| (it.extent.start(), u32::MAX - it.extent.end(), it.key));
        let levels = level::levels(&marks);
        let placed = marks.into_iter().zip(levels);
        let marks: Vec<_> = placed.map(|(shown, level)| Placed { shown, level }).collect();
        let changed = changes(&self.marks, &marks);
        self.reach = Reach::new(marks.iter().map(|it| it.shown.extent.end()));
        self.by_key = (0..marks.len() as u32).collect();
        self.by_key.sort_by_key(|it| marks[*it as usize].shown.key);
        self.marks = marks;
        changed
    }

    /// Says which places are reviewed. Returns the paragraphs whose bar is drawn differently now.
    pub fn set_reviewed(&mut self, reviewed: &Ranges) -> Vec<TextRange> {
        let read = read_through(&self.paragraphs, reviewed);
        let both = self.read.iter().zip(&read).zip(&self.paragraphs);
        let changed = both.filter(|((old, new), _)| old != new).map(|(_, it)| it.range).collect();
        self.read = read;
        changed
    }

    /// The marks, in reading order.
    pub fn marks(&self) -> &[Placed] {
        &self.marks
    }

    /// The marks whose hull shares a byte with `range`, in reading order.
    pub fn marks_in(&self, range: TextRange) -> impl Iterator<Item = &Placed> {
        let mut next = 0;
        std::iter::from_fn(move || {
            let at = self.reach.first_beyond(next, range.start())?;
            next = at + 1;
            self.marks.get(at).filter(|it| it.shown.extent.start() < range.end())
        })
    }

    /// The mark named `key`.
    pub fn find(&self, key: ShownKey) -> Option<&Placed> {
        self.position(key).map(|it| &self.marks[it])
    }

    /// The place of the mark named `key` in reading order, from 0.
    pub fn position(&self, key: ShownKey) -> Option<usize> {
        let key_of = |it: &u32| self.marks[*it as usize].shown.key;
        let found = self.by_key.binary_search_by_key(&key, key_of).ok()?;
        Some(self.by_key[found] as usize)
    }

    /// The paragraph that holds `offset`, or the last one before it, or the first.
    pub fn paragraph_at(&self, offset: u32) -> usize {
        let next = self.paragraphs.partition_point(|it| it.range.start() <= offset);
        next.saturating_sub(1)
    }

    /// The words of `range`, within one paragraph, cut into runs of constant cover.
    pub fn runs_in(&self, range: TextRange) -> Vec<Run> {
        cut(Window { range, reach: range }, self.marks_in(range))
    }

    /// `paragraph` (a position in [`Sheet::paragraphs`]) cut into runs of constant cover.
    pub fn runs(&self, paragraph: usize) -> Vec<Run> {
        let Some(range) = self.paragraphs.get(paragraph).map(|it| it.range) else {
            return Vec::new();
        };
        let before = paragraph.checked_sub(1).map_or(0, |it| self.paragraphs[it].range.end());
        let after = self.paragraphs.get(paragraph + 1).map(|it| it.range.start());
        let after = after.unwrap_or(self.text.range().end());
        cut(Window { range, reach: TextRange::new(before, after) }, self.marks_in(range))
    }
}

/// The hulls of what is in one of two lists in reading order and not, or not the same, in the
/// other.
fn changes(old: &[Placed], new: &[Placed]) -> Vec<TextRange> {
    let mut changed: Vec<TextRange> = Vec::new();
    let order = |one: &&Placed, other: &&Placed| one.order() <= other.order();
    for placed in in_one_only(old.iter(), new.iter(), order) {
        let hull = placed.shown.extent.hull();
        match changed.last_mut().filter(|it| hull.start() <= it.end()) {
            Some(last) => *last = last.cover(hull),
            None => changed.push(hull),
        }
    }
    changed
}

#[cfg(test)]
mod tests;
