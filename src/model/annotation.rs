//! One mark on a text: where, what, and who says so.

use std::collections::BTreeMap;

use crate::model::id::LabelId;
use crate::model::origin::Origin;
use crate::order::sort;
use crate::text::{Text, TextRange};

/// Where an annotation stands: one range, or several in order when its words are apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    // Invariant: at least one range; none empty; sorted; no two touch or overlap.
    ranges: Vec<TextRange>,
}

impl Extent {
    /// One range, or `None` when it is empty.
    pub fn one(range: TextRange) -> Option<Self> {
        (!range.is_empty()).then(|| Self { ranges: vec![range] })
    }

    /// Several ranges, in any order; `None` when there is none, one is empty, or two touch.
    pub fn pieces(mut ranges: Vec<TextRange>) -> Option<Self> {
        sort(&mut ranges);
        let apart = ranges.windows(2).all(|pair| pair[0].end() < pair[1].start());
        let whole = !ranges.is_empty() && ranges.iter().all(|it| !it.is_empty());
        (apart && whole).then_some(Self { ranges })
    }

    /// The ranges, in order.
    pub fn ranges(&self) -> &[TextRange] {
        &self.ranges
    }

    /// From the first byte to the last, gaps included.
    pub fn hull(&self) -> TextRange {
        TextRange::new(self.start(), self.end())
    }

    /// Its first byte.
    pub fn start(&self) -> u32 {
        self.ranges[0].start()
    }

    /// One past its last byte.
    pub fn end(&self) -> u32 {
        self.ranges[self.ranges.len() - 1].end()
    }

    /// The same pieces with the outer edges moved, or `None` when a piece would vanish.
    pub fn with_edges(&self, start: u32, end: u32) -> Option<Self> {
        let mut ranges = self.ranges.clone();
        let last = ranges.len() - 1;
        ranges[0] = TextRange::checked(start, ranges[0].end())?;
        if last == 0 {
            ranges[0] = TextRange::checked(start, end)?;
        } else {
            ranges[last] = TextRange::checked(ranges[last].start(), end)?;
        }
        Self::pieces(ranges)
    }

    /// Whether any byte is in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.ranges.iter().any(|it| other.ranges.iter().any(|other| it.overlaps(*other)))
    }

    /// The quoted words: the pieces joined by one space, as `BioC` does.
    ///
    /// `None` when the extent does not fit `text`.
    pub fn words(&self, text: &Text) -> Option<String> {
        let pieces: Option<Vec<&str>> = self.ranges.iter().map(|it| text.slice(*it)).collect();
        Some(pieces?.join(" "))
    }
}

/// The value of an attribute, as its definition in the schema asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeValue {
    /// Yes or no.
    Flag(bool),
    /// One of the schema's choices, or free text.
    Text(String),
}

/// Attributes by name, in the order of their names.
pub type Attributes = BTreeMap<String, AttributeValue>;

/// One mark. Correcting its edges or its label keeps all the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Where.
    pub extent: Extent,
    /// What.
    pub label: LabelId,
    /// More of what, as the schema defines it.
    pub attributes: Attributes,
    /// A remark for the next reader.
    pub note: Option<String>,
    /// Which entity of the world it is: a Wikidata number, a URL, or an id of the project's own.
    pub link: Option<String>,
    /// Who says so.
    pub origin: Origin,
}

impl Annotation {
    /// A bare mark of `label` on `extent`.
    pub fn new(extent: Extent, label: LabelId, origin: Origin) -> Self {
        Self { extent, label, attributes: Attributes::new(), note: None, link: None, origin }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(ranges: &[(u32, u32)]) -> Option<Extent> {
        Extent::pieces(ranges.iter().map(|(start, end)| TextRange::new(*start, *end)).collect())
    }

    #[test]
    fn pieces_must_stand_apart() {
        assert_eq!(pieces(&[(9, 12), (1, 4)]).unwrap().hull(), TextRange::new(1, 12));
        for bad in [&[][..], &[(1, 1)], &[(1, 4), (4, 6)], &[(1, 5), (4, 6)]] {
            assert_eq!(pieces(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn edges_move_on_the_outer_pieces_only() {
        let extent = pieces(&[(1, 4), (9, 12)]).unwrap();
        assert_eq!(extent.with_edges(0, 15), pieces(&[(0, 4), (9, 15)]));
        assert_eq!(extent.with_edges(4, 12), None);
        assert_eq!(extent.with_edges(1, 9), None);
        assert_eq!(pieces(&[(1, 4)]).unwrap().with_edges(2, 9), pieces(&[(2, 9)]));
    }

    #[test]
    fn words_of_pieces_are_joined_by_a_space() {
        let text = Text::new("north and south wing").unwrap();
        let extent = pieces(&[(0, 5), (16, 20)]).unwrap();
        assert_eq!(extent.words(&text).unwrap(), "north wing");
        assert_eq!(pieces(&[(0, 99)]).unwrap().words(&text), None);
    }
}
