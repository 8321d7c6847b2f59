//! Text and places in it: ranges, sets of ranges, offset units, and the text itself.
//!
//! The ground floor. Offsets inside the tool are UTF-8 bytes (`u32`) on character boundaries, half
//! open. Every other unit exists only at an edge (a file, the browser's DOM) and goes through
//! [`OffsetMap`], which answers `None` rather than guess when an offset falls outside the text or
//! inside a character.
//!
//! A [`Text`] never changes: no trimming, no newline change, no Unicode normalization.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// The longest text taken, in bytes (64 MiB). Offsets fit `u32` with room to spare.
pub const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// A half-open range of UTF-8 bytes in one text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    // Invariant: start <= end.
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range `start..end`.
    ///
    /// # Panics
    /// When `start > end`: a caller that cannot rule this out uses [`TextRange::checked`].
    pub fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a range ends before it starts: {start}..{end}");
        Self { start, end }
    }

    /// The range `start..end`, or `None` when it would end before it starts.
    pub fn checked(start: u32, end: u32) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The empty range at `offset`.
    pub fn empty(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// First byte of the range.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte of the range.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in the range (the end does not).
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly in this range.
    pub fn contains_range(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two ranges share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes in both, or `None` when they share none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of this range in `text`, or `None` when it leaves the text or cuts a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

impl fmt::Debug for TextRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A set of places in one text: sorted ranges that neither touch nor are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranges {
    // Invariant: sorted, disjoint, with at least one byte between neighbors, none empty.
    sorted: Vec<TextRange>,
}

impl Ranges {
    /// Adds the bytes of `range`, joining what it touches. An empty range adds nothing.
    pub fn insert(&mut self, range: TextRange) {
        if range.is_empty() {
            return;
        }
        let first = self.sorted.partition_point(|it| it.end < range.start);
        let last = self.sorted.partition_point(|it| it.start <= range.end);
        let joined = self.sorted[first..last].iter().fold(range, |all, it| all.cover(*it));
        self.sorted.splice(first..last, [joined]);
    }

    /// Whether every byte of `range` is in the set. An empty range is in it when it lies inside or
    /// at the edge of a member.
    pub fn contains_range(&self, range: TextRange) -> bool {
        let next = self.sorted.partition_point(|it| it.end < range.end);
        self.sorted.get(next).is_some_and(|it| it.contains_range(range))
    }

    /// Whether any byte of `range` is in the set.
    pub fn overlaps(&self, range: TextRange) -> bool {
        let next = self.sorted.partition_point(|it| it.end <= range.start);
        self.sorted.get(next).is_some_and(|it| it.overlaps(range))
    }

    /// How many bytes of `range` are in the set.
    pub fn covered_in(&self, range: TextRange) -> u32 {
        let first = self.sorted.partition_point(|it| it.end <= range.start);
        let near = self.sorted[first..].iter().take_while(|it| it.start < range.end);
        near.filter_map(|it| it.intersection(range)).map(TextRange::len).sum()
    }

    /// The members, in order.
    pub fn iter(&self) -> impl Iterator<Item = TextRange> {
        self.sorted.iter().copied()
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }
}

impl FromIterator<TextRange> for Ranges {
    fn from_iter<I: IntoIterator<Item = TextRange>>(ranges: I) -> Self {
        let mut all = Self::default();
        ranges.into_iter().for_each(|range| all.insert(range));
        all
    }
}

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// UTF-8 code units: the tool's own.
    Byte,
    /// Unicode scalar values: Python's strings, and every file that Apostil writes.
    CodePoint,
    /// UTF-16 code units: JavaScript's strings and the DOM.
    Utf16,
}

/// How far apart the checkpoints of an [`OffsetMap`] are, in bytes.
const STEP: usize = 256;

/// Translates offsets of one text between [`Unit`]s.
///
/// Holds a checkpoint every 256 bytes (3 % of the text), and nothing at all for ASCII, where all
/// units agree. A look-up is a binary search and at most one step of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffsetMap {
    bytes: u32,
    /// Empty for ASCII; else one entry for each multiple of `STEP`, at the first boundary from there.
    checkpoints: Vec<Checkpoint>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Checkpoint {
    byte: u32,
    code_point: u32,
    utf16: u32,
}

impl Checkpoint {
    fn count(self, unit: Unit) -> u32 {
        match unit {
            Unit::Byte => self.byte,
            Unit::CodePoint => self.code_point,
            Unit::Utf16 => self.utf16,
        }
    }

    fn pass(&mut self, c: char) {
        self.byte += c.len_utf8() as u32;
        self.code_point += 1;
        self.utf16 += c.len_utf16() as u32;
    }
}

impl OffsetMap {
    /// The map of `text`, which must be at most [`MAX_TEXT_BYTES`] long.
    pub fn new(text: &str) -> Self {
        let bytes = text.len() as u32;
        if text.is_ascii() {
            return Self { bytes, checkpoints: Vec::new() };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut here = Checkpoint { byte: 0, code_point: 0, utf16: 0 };
        for c in text.chars() {
            if here.byte as usize >= checkpoints.len() * STEP {
                checkpoints.push(here);
            }
            here.pass(c);
        }
        Self { bytes, checkpoints }
    }

    /// The byte offset of `offset`, counted in `unit`, in `text`: the text this map was made of.
    ///
    /// `None` beyond the text or inside a character. The end of the text is an offset.
    pub fn to_byte(&self, text: &str, unit: Unit, offset: u32) -> Option<u32> {
        let mut here = self.checkpoint_before(unit, offset)?;
        for c in text[here.byte as usize..].chars() {
            if here.count(unit) >= offset {
                break;
            }
            here.pass(c);
        }
        (here.count(unit) == offset).then_some(here.byte)
    }

    /// The offset in `unit` of the byte offset `byte`, or `None` as for [`OffsetMap::to_byte`].
    pub fn from_byte(&self, text: &str, unit: Unit, byte: u32) -> Option<u32> {
        if !text.is_char_boundary(byte as usize) {
            return None;
        }
        let mut here = self.checkpoint_before(Unit::Byte, byte)?;
        for c in text[here.byte as usize..byte as usize].chars() {
            here.pass(c);
        }
        Some(here.count(unit))
    }

    /// The place itself for ASCII; else the last checkpoint at or before `offset`.
    fn checkpoint_before(&self, unit: Unit, offset: u32) -> Option<Checkpoint> {
        if self.checkpoints.is_empty() {
            let here = Checkpoint { byte: offset, code_point: offset, utf16: offset };
            return (offset <= self.bytes).then_some(here);
        }
        let next = self.checkpoints.partition_point(|it| it.count(unit) <= offset);
        self.checkpoints.get(next.checked_sub(1)?).copied()
    }
}

/// The SHA-256 of a text's bytes: its name in the store and in edits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash([u8; 32]);

impl TextHash {
    /// The hash of `text`.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        if digits.len() != 64 || !digits.is_ascii() {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).expect("ASCII, as checked above");
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// One article's words, exactly as they came, with what is computed from them once.
///
/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct Text(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    content: Box<str>,
    hash: TextHash,
    offsets: OffsetMap,
}

/// The text is longer than [`MAX_TEXT_BYTES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

impl Text {
    /// Takes `content` as it is.
    pub fn new(content: impl Into<Box<str>>) -> Result<Self, TooLong> {
        let content = content.into();
        if content.len() > MAX_TEXT_BYTES {
            return Err(TooLong { bytes: content.len() });
        }
        let (hash, offsets) = (TextHash::of(&content), OffsetMap::new(&content));
        Ok(Self(Arc::new(Inner { content, hash, offsets })))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0.content
    }

    /// The whole text as a range.
    pub fn range(&self) -> TextRange {
        TextRange::new(0, self.0.content.len() as u32)
    }

    /// Its name in the store.
    pub fn hash(&self) -> TextHash {
        self.0.hash
    }

    /// The words of `range`, or `None` when it leaves the text or cuts a character.
    pub fn slice(&self, range: TextRange) -> Option<&str> {
        range.slice(self.as_str())
    }

    /// The byte offset of `offset` counted in `unit`; `None` beyond the text or inside a character.
    pub fn to_byte(&self, unit: Unit, offset: u32) -> Option<u32> {
        self.0.offsets.to_byte(self.as_str(), unit, offset)
    }

    /// The offset in `unit` of the byte offset `byte`; `None` beyond the text or inside a character.
    pub fn from_byte(&self, unit: Unit, byte: u32) -> Option<u32> {
        self.0.offsets.from_byte(self.as_str(), unit, byte)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.hash() == other.hash()
    }
}

impl Eq for Text {}

#[cfg(test)]
mod tests {
    use super::*;

    const UGLY: &str = "a\u{feff}é e\u{301} 👨🏻‍🚒 🇨🇴🇵🇦 \r\n שלום\u{a0}“Ábrego” 💩.";

    /// Counts offsets by hand: every boundary of `text` in all three units.
    fn by_hand(text: &str) -> Vec<(u32, u32, u32)> {
        let mut all = Vec::new();
        let (mut points, mut units) = (0, 0);
        for (byte, c) in text.char_indices() {
            all.push((byte as u32, points, units));
            points += 1;
            units += c.len_utf16() as u32;
        }
        all.push((text.len() as u32, points, units));
        all
    }

    #[test]
    fn offsets_agree_with_counting_by_hand() {
        for text in ["", "plain", UGLY, &UGLY.repeat(40), &format!("{}é", "x".repeat(1000))] {
            let text = Text::new(text).unwrap();
            for (byte, points, units) in by_hand(text.as_str()) {
                assert_eq!(text.from_byte(Unit::CodePoint, byte), Some(points));
                assert_eq!(text.from_byte(Unit::Utf16, byte), Some(units));
                assert_eq!(text.from_byte(Unit::Byte, byte), Some(byte));
                assert_eq!(text.to_byte(Unit::CodePoint, points), Some(byte));
                assert_eq!(text.to_byte(Unit::Utf16, units), Some(byte));
                assert_eq!(text.to_byte(Unit::Byte, byte), Some(byte));
            }
        }
    }

    #[test]
    fn offsets_that_other_tools_got_wrong() {
        let emoji = Text::new("💩This is an annotation.").unwrap();
        let start = emoji.as_str().find("annotation").unwrap() as u32;
        assert_eq!(emoji.from_byte(Unit::CodePoint, start), Some(12));
        assert_eq!(emoji.from_byte(Unit::Utf16, start), Some(13));
        assert_eq!(start, 15);

        let joined = Text::new("👨🏻‍🚒 firemen drive firetrucks").unwrap();
        let start = joined.as_str().find("firetrucks").unwrap() as u32;
        assert_eq!(joined.from_byte(Unit::CodePoint, start), Some(19));
        assert_eq!(joined.from_byte(Unit::Utf16, start), Some(22));
    }

    #[test]
    fn offsets_outside_or_inside_a_character_are_none() {
        let text = Text::new("é💩").unwrap();
        assert_eq!(text.from_byte(Unit::CodePoint, 1), None);
        assert_eq!(text.from_byte(Unit::CodePoint, 7), None);
        assert_eq!(text.to_byte(Unit::CodePoint, 3), None);
        assert_eq!(text.to_byte(Unit::Utf16, 2), None);
        assert_eq!(text.to_byte(Unit::Utf16, 3), Some(6));
        assert_eq!(Text::new("abc").unwrap().to_byte(Unit::Utf16, 4), None);
    }

    #[test]
    fn ranges_join_what_touches() {
        let mut set: Ranges = [TextRange::new(10, 20), TextRange::new(0, 5)].into_iter().collect();
        set.insert(TextRange::empty(7));
        assert_eq!(format!("{:?}", set.iter().collect::<Vec<_>>()), "[0..5, 10..20]");
        set.insert(TextRange::new(5, 10));
        assert_eq!(format!("{:?}", set.iter().collect::<Vec<_>>()), "[0..20]");
    }

    #[test]
    fn ranges_agree_with_a_set_of_bytes() {
        let mut seed = 7u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            (seed >> 16) % below
        };
        let (mut set, mut bytes) = (Ranges::default(), [false; 64]);
        for _ in 0..200 {
            let start = next(60);
            let range = TextRange::new(start, start + next(4));
            set.insert(range);
            (range.start()..range.end()).for_each(|i| bytes[i as usize] = true);
            let start = next(60);
            let asked = TextRange::new(start, start + 1 + next(3));
            let inside = &bytes[asked.start() as usize..asked.end() as usize];
            assert_eq!(set.contains_range(asked), inside.iter().all(|it| *it));
            assert_eq!(set.overlaps(asked), inside.iter().any(|it| *it));
            assert_eq!(set.covered_in(asked) as usize, inside.iter().filter(|it| **it).count());
        }
    }

    #[test]
    fn a_hash_reads_back() {
        let hash = TextHash::of(UGLY);
        assert_eq!(TextHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(TextHash::parse("é"), None);
        assert_eq!(TextHash::parse(&"zz".repeat(32)), None);
    }

    #[test]
    fn a_text_beyond_the_limit_is_refused() {
        let long = "x".repeat(MAX_TEXT_BYTES + 1);
        assert_eq!(Text::new(long).unwrap_err(), TooLong { bytes: MAX_TEXT_BYTES + 1 });
    }
}
