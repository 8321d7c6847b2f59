//! What the tagger has learned from a person's corrections: a few weights beside those of the model.
//!
//! Learning is passive-aggressive (Crammer and others 2006): where the model's answer is not what the
//! person decided, or wins by little, the weights of both answers are moved just so far that the right
//! one would have won by a margin, and no further than a bound. What the person has not looked at may be anything: the
//! right answer is the best one that agrees with what is known. The model itself never changes.
//!
//! A label of the user's own is learned like the others; it begins with nothing, and with the mean of
//! what the other labels have for what follows what.
//!
//! Limits: at most [`MOST_ROWS`] features; when there are more, those that moved least make room. All
//! is whole numbers: the same examples in the same order give the same weights everywhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::extract::tagger::decode::Transitions;
use crate::extract::tagger::tag::{LABELS, Tag, n_tags};
use crate::order::Gather;

/// The most features that anything was learned of.
pub const MOST_ROWS: usize = 100_000;

/// How many labels the model has.
const N_KNOWN: i32 = (LABELS.len() as u32).cast_signed();

/// By how much less what moved a feature in training counts than what moves it here.
const TRAINED: u32 = 16;

/// The most labels of the user's own.
const MOST_LABELS: usize = 40;

/// What was learned of one feature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Moves(
    /// In how many wrong words it was.
    u32,
    /// Tags, and by how much their weights moved, in parts.
    Vec<(u8, i16)>,
);

/// What was learned. Nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taught {
    /// The user's own labels, in the order in which they were met.
    labels: Vec<String>,
    /// By feature.
    rows: BTreeMap<u32, Moves>,
    /// How many features have made room.
    n_dropped: u32,
}

/// The saved form.
#[derive(Serialize, Deserialize)]
struct Saved<L, R>(L, R, #[serde(default)] u32);

impl Moves {
    fn push(&mut self, tag: Tag, by: i32) {
        let clamp = |it: i32| it.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
        match self.1.iter_mut().find(|it| it.0 == tag.0) {
            Some(it) => it.1 = clamp(i32::from(it.1) + by),
            None => self.1.push((tag.0, clamp(by))),
        }
    }
}

impl Taught {
    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.labels.is_empty()
    }

    /// How many features have made room, all in all.
    pub fn n_dropped(&self) -> u32 {
        self.n_dropped
    }

    /// How many labels there are, with those of the model.
    pub fn n_labels(&self) -> usize {
        LABELS.len() + self.labels.len()
    }

    /// The name of a label.
    pub fn label(&self, number: usize) -> &str {
        match number.checked_sub(LABELS.len()) {
            None => LABELS[number],
            Some(at) => &self.labels[at],
        }
    }

    /// The number of a label; a new one gets the next. `None` when there are too many.
    pub fn number(&mut self, label: &str) -> Option<usize> {
        let known = (0..self.n_labels()).find(|it| self.label(*it) == label);
        if known.is_none() && self.labels.len() < MOST_LABELS {
            self.labels.push(label.to_owned());
            return Some(self.n_labels() - 1);
        }
        known
    }

    /// Adds what was learned of the feature `key` to a word's sums.
    #[inline]
    pub fn add(&self, key: u32, row: &mut [i32]) {
        for (tag, by) in self.rows.get(&key).map_or(&[][..], |it| &it.1) {
            row[usize::from(*tag)] += i32::from(*by);
        }
    }

    /// How far the feature `key`, which speaks of `breadth` tags in the model, may move, 1 to 256: the
    /// less the more often it moved before, here or in training, so that what stands in every sentence
    /// does not follow the last one (Duchi and others 2011). Training counts for less: how a person marks
    /// names shows in such features first.
    pub fn ease(&self, key: u32, breadth: u32) -> i32 {
        let n = self.rows.get(&key).map_or(0, |it| it.0) + breadth * breadth / TRAINED;
        (65_536 / (n + 1)).isqrt().max(1).cast_signed()
    }

    /// Moves the feature `key` from `wrong` to `right` by so many parts.
    pub fn push(&mut self, key: u32, (wrong, right): (Tag, Tag), by: i32) {
        let row = self.rows.entry(key).or_default();
        row.0 += 1;
        row.push(right, by);
        row.push(wrong, -by);
    }

    /// Drops the half of the features that moved least, when there are too many.
    pub fn make_room(&mut self) {
        if self.rows.len() <= MOST_ROWS {
            return;
        }
        let size = |row: &Moves| row.1.iter().map(|it| it.1.unsigned_abs()).max();
        let mut sizes: Vec<_> = self.rows.values().map(size).collect();
        let (_, middle, _) = sizes.select_nth_unstable(MOST_ROWS / 2);
        let middle = *middle;
        let before = self.rows.len();
        self.rows.retain(|_, row| size(row) > middle);
        self.n_dropped = self.n_dropped.saturating_add((before - self.rows.len()) as u32);
    }

    /// The model's transitions with those of the user's own labels; `None` where there are none.
    pub fn own_transitions(&self, base: &Transitions) -> Option<Transitions> {
        (!self.labels.is_empty()).then(|| self.transitions(base))
    }

    fn transitions(&self, base: &Transitions) -> Transitions {
        let width = n_tags(self.n_labels());
        let mut all = Vec::with_capacity(width * width);
        for from in 0..width as u8 {
            for to in 0..width as u8 {
                all.push(mean(base, Tag(from), Tag(to)));
            }
        }
        Transitions::new(self.n_labels(), all).expect("a number for each pair")
    }

    /// All of it, as a line of JSON.
    pub fn save(&self) -> String {
        let rows: Vec<(u32, &Moves)> = self.rows.iter().map(|it| (*it.0, it.1)).collect();
        let saved = Saved(&self.labels, rows, self.n_dropped);
        serde_json::to_string(&saved).expect("strings and numbers are JSON")
    }

    /// Reads what [`Taught::save`] wrote; `None` for anything else.
    pub fn load(json: &str) -> Option<Self> {
        let Saved::<Vec<String>, Vec<(u32, Moves)>>(labels, rows, n_dropped) =
            serde_json::from_str(json).ok()?;
        let taught = Self { labels, rows: rows.into_iter().into_map(), n_dropped };
        let width = n_tags(taught.n_labels());
        let is_known = |it: &(u8, i16)| usize::from(it.0) < width;
        let is_sound = taught.rows.values().all(|row| row.1.iter().all(is_known));
        (is_sound && taught.labels.len() <= MOST_LABELS).then_some(taught)
    }
}

/// What it counts for `to` to follow `from`: as the model has it, or the mean over the model's labels
/// in place of one that it does not know.
fn mean(base: &Transitions, from: Tag, to: Tag) -> i32 {
    let known = |tag: Tag| tag.label().is_none_or(|it| it < LABELS.len());
    if known(from) && known(to) {
        return base.get(from, to);
    }
    let is_same = from.label() == to.label();
    let stand_ins = |tag: Tag, other: usize| match (tag.label(), tag.part()) {
        (Some(label), Some(part)) if label >= LABELS.len() => Tag::new(other, part),
        _ => tag,
    };
    let sum: i32 = (0..LABELS.len())
        .map(|it| {
            // Two labels of the user's own that follow each other are not the same.
            let other = if is_same { it } else { (it + 1) % LABELS.len() };
            base.get(stand_ins(from, it), stand_ins(to, other))
        })
        .sum();
    sum.div_euclid(N_KNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_learned_is_saved_whole() {
        let mut taught = Taught::default();
        assert!(taught.is_empty());
        assert_eq!((taught.number("ORG"), taught.number("Plaza")), (Some(2), Some(11)));
        assert_eq!((taught.number("Plaza"), taught.label(11)), (Some(11), "Plaza"));
        assert_eq!(taught.ease(7, 0), 256);
        taught.push(7, (Tag(0), Tag(48)), 300);
        taught.push(7, (Tag(48), Tag(0)), 20);
        taught.push(9, (Tag(0), Tag(1)), 40_000);
        assert_eq!((taught.ease(7, 0), taught.ease(9, 4), taught.ease(9, 3)), (147, 147, 181));
        let again = Taught::load(&taught.save()).unwrap();
        assert_eq!(again, taught);
        let mut row = [0; 49];
        again.add(7, &mut row);
        again.add(9, &mut row);
        assert_eq!((row[48], row[0], row[1]), (280, -280 - 32_768, 32_767));
        assert_eq!(Taught::load("[[],[[7,[1,[[45,1]]]]]]"), None);
        assert_eq!(Taught::load("[[],[]]"), Some(Taught::default()), "as it was saved once");
        assert_eq!(Taught::load(""), None);
    }

    #[test]
    fn what_moved_least_makes_room() {
        let mut taught = Taught::default();
        for key in 0..=MOST_ROWS as u32 {
            taught.push(key, (Tag(0), Tag(1)), 1 + i32::from(key % 4 == 0) * 5);
        }
        taught.make_room();
        assert_eq!(taught.rows.len(), MOST_ROWS / 4 + 1);
        assert_eq!(taught.n_dropped() as usize, MOST_ROWS - MOST_ROWS / 4);
        assert_eq!(Taught::load(&taught.save()), Some(taught.clone()));
        assert!(taught.rows.contains_key(&4) && !taught.rows.contains_key(&5));
    }

    #[test]
    fn own_labels_follow_as_others_do() {
        let mut taught = Taught::default();
        taught.number("Plaza");
        let base = Transitions::new(11, vec![6; 45 * 45]).unwrap();
        let all = taught.transitions(&base);
        assert_eq!((all.n_tags(), all.get(Tag(45), Tag(46)), all.get(Tag(1), Tag(45))), (49, 6, 6));
    }
}
