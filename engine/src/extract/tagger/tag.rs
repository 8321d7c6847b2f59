//! The tags that words are given: outside every name, or the beginning, inside, last or only word of
//! one with a label (BILOU; Ratinov and Roth 2009). A word has exactly one.

use std::ops::Range;

/// The labels of names that ship, in the order of their tags. All else is found by rules.
pub const LABELS: [&str; 11] = [
    "PERSON",
    "NORP",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "EVENT",
    "LAW",
    "WORK_OF_ART",
    "PRODUCT",
    "LANGUAGE",
];

/// Where a word stands in its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    Last,
    /// The only one.
    Unit,
}

/// One tag: a number from 0 (outside) to `4 * labels`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag(pub u8);

impl Tag {
    /// Outside every name.
    pub const OUTSIDE: Self = Self(0);

    /// The tag of a word at `part` of a name with the label number `label`.
    pub const fn new(label: usize, part: Part) -> Self {
        Self(1 + 4 * label as u8 + part as u8)
    }

    /// The number of its label.
    pub const fn label(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some((self.0 as usize - 1) / 4) }
    }

    /// Where it is in its name.
    pub const fn part(self) -> Option<Part> {
        match (self.0, self.0.wrapping_sub(1) % 4) {
            (0, _) => None,
            (_, 0) => Some(Part::Begin),
            (_, 1) => Some(Part::Inside),
            (_, 2) => Some(Part::Last),
            _ => Some(Part::Unit),
        }
    }

    /// Its place in a row of weights.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many tags `n_labels` labels have.
pub const fn n_tags(n_labels: usize) -> usize {
    1 + 4 * n_labels
}

/// A name among tagged words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its words.
    pub words: Range<usize>,
    /// The number of its label.
    pub label: usize,
}

/// The names that `tags` say. What is not well formed (an end without a beginning) says none.
pub fn spans(tags: &[Tag]) -> Vec<Span> {
    let mut all = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, tag) in tags.iter().enumerate() {
        let Some((label, part)) = tag.label().zip(tag.part()) else {
            open = None;
            continue;
        };
        match part {
            Part::Unit => all.push(Span { words: at..at + 1, label }),
            Part::Begin => open = Some((at, label)),
            Part::Inside => open = open.filter(|it| it.1 == label),
            Part::Last => {
                if let Some((start, _)) = open.filter(|it| it.1 == label) {
                    all.push(Span { words: start..at + 1, label });
                }
            }
        }
        if matches!(part, Part::Unit | Part::Last) {
            open = None;
        }
    }
    all
}

/// Where each word of a name of `length` words stands.
pub fn parts(length: usize) -> impl Iterator<Item = Part> {
    (0..length).map(move |at| match (at == 0, at + 1 == length) {
        (true, true) => Part::Unit,
        (true, false) => Part::Begin,
        (false, true) => Part::Last,
        (false, false) => Part::Inside,
    })
}

/// Writes the tags of `span` into `tags`.
pub fn write(span: &Span, tags: &mut [Tag]) {
    for (tag, part) in tags[span.words.clone()].iter_mut().zip(parts(span.words.len())) {
        *tag = Tag::new(span.label, part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_tags_and_tags_names() {
        let names = [Span { words: 0..1, label: 10 }, Span { words: 2..5, label: 0 }];
        let mut tags = vec![Tag::OUTSIDE; 6];
        for it in &names {
            write(it, &mut tags);
        }
        assert_eq!(spans(&tags), names);
        assert_eq!(tags.iter().map(|it| it.0).collect::<Vec<_>>(), [44, 0, 1, 2, 3, 0]);
        assert_eq!((Tag(44).label(), Tag(44).part()), (Some(10), Some(Part::Unit)));
    }

    #[test]
    fn what_is_not_well_formed_says_nothing() {
        let tags = [2, 3, 1, 5, 7, 3, 1].map(Tag);
        assert_eq!(spans(&tags), [Span { words: 3..5, label: 1 }]);
    }
}
