//! Words like those that stand nowhere: the nearest that do.
//!
//! As many words in a row as are looked for are compared letter by letter, without case and accents:
//! letters that are missing, too many, other ones or the wrong way round each count one.
//!
//! Limits: four words at most; one difference in three letters, and three in all.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::extract::spelling::{fold, fold_into};
use crate::session::matching::is_inside;
use crate::text::TextRange;

/// The most words in a row.
const MOST_WORDS: usize = 4;
/// The most differences.
const MOST_APART: usize = 3;
/// The longest words, in characters.
const LONGEST: usize = 60;

/// Words that do occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The words, as they stand in a text.
    pub words: String,
    /// How often.
    pub count: u64,
}

/// Words of a text that are near, all of one folding.
#[derive(Clone, Debug, PartialEq)]
struct Near {
    words: String,
    count: u64,
    apart: usize,
}

/// What is looked for, and what was found so far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Similar {
    wanted: Vec<char>,
    n_words: usize,
    most_apart: usize,
    found: BTreeMap<String, Near>,
}

impl Similar {
    /// A look for words like `words`; nothing where there are too many.
    pub(crate) fn to(words: &str) -> Option<Self> {
        let folded = fold(words.trim());
        let wanted: Vec<char> = folded.chars().collect();
        let n_words = words_of(&folded).len();
        let most_apart = (wanted.len() / 3).clamp(1, MOST_APART);
        let is_fine = (1..=MOST_WORDS).contains(&n_words) && (2..=LONGEST).contains(&wanted.len());
        is_fine.then(|| Self { wanted, n_words, most_apart, found: BTreeMap::new() })
    }

    /// Looks through a text.
    pub(crate) fn look(&mut self, text: &str) {
        let (mut folded, mut letters) = (String::new(), Vec::new());
        let longest = (self.wanted.len() + self.most_apart) * 4;
        for row in words_of(text).windows(self.n_words) {
            let range = row[0].cover(row[row.len() - 1]);
            let Some(words) = range.slice(text).filter(|it| it.len() <= longest) else { continue };
            folded.clear();
            fold_into(words, &mut folded);
            if let Some(near) = self.found.get_mut(&folded) {
                near.count += 1;
                continue;
            }
            letters.clear();
            letters.extend(folded.chars());
            if let Some(apart) = distance(&self.wanted, &letters, self.most_apart) {
                let near = Near { words: words.to_owned(), count: 1, apart };
                self.found.insert(folded.clone(), near);
            }
        }
    }

    /// The nearest of all, and of those the most frequent.
    pub(crate) fn best(self) -> Option<Nearest> {
        let best = self.found.into_values().min_by_key(|it| (it.apart, Reverse(it.count)))?;
        Some(Nearest { words: best.words, count: best.count })
    }
}

/// Where the words of `text` are.
fn words_of(text: &str) -> Vec<TextRange> {
    let (mut all, mut start) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        if is_inside(c) {
            start.get_or_insert(at as u32);
        } else if let Some(start) = start.take() {
            all.push(TextRange::new(start, at as u32));
        }
    }
    all.extend(start.map(|it| TextRange::new(it, text.len() as u32)));
    all
}

/// How many differences there are, if at most `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (n, a) in one.iter().enumerate() {
        let mut row = vec![n + 1];
        for (m, b) in other.iter().enumerate() {
            let mut least = (above[m] + usize::from(a != b)).min(above[m + 1] + 1).min(row[m] + 1);
            if n > 0 && m > 0 && *a == other[m - 1] && one[n - 1] == *b {
                least = least.min(before[m - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|it| *it > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|it| *it <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearest(words: &str, texts: &[&str]) -> Option<(String, u64)> {
        let mut similar = Similar::to(words)?;
        for text in texts {
            similar.look(text);
        }
        similar.best().map(|it| (it.words, it.count))
    }

    #[test]
    fn the_nearest_words_are_those_with_the_fewest_differences() {
        let texts = ["Zarumilla, ZARUMILLA; Zaruma", "the Zarumilla is low"];
        assert_eq!(nearest("Zarumila", &texts), Some(("Zarumilla".into(), 3)));
        assert_eq!(nearest("arumilla", &texts), Some(("Zarumilla".into(), 3)));
        assert_eq!(nearest("Zarumlila", &texts), Some(("Zarumilla".into(), 3)));
        assert_eq!(nearest("Guayaquil", &texts), None);
        assert_eq!(nearest("te", &texts), Some(("the".into(), 1)));
    }

    #[test]
    fn several_words_are_compared_with_as_many_in_a_row() {
        let texts = ["in Port of Spain; the port of Spain", "Port of Callao"];
        assert_eq!(nearest("port off spain", &texts), Some(("Port of Spain".into(), 2)));
        assert_eq!(nearest("the sport", &texts), Some(("the port".into(), 1)));
        assert_eq!(nearest("a b c d e", &texts), None);
        assert_eq!(nearest("…", &texts), None);
    }

    #[test]
    fn differences_are_counted_up_to_a_limit() {
        let count = |one: &str, other: &str, most| {
            let letters = |it: &str| it.chars().collect::<Vec<_>>();
            distance(&letters(one), &letters(other), most)
        };
        assert_eq!(count("turbo", "turbo", 0), Some(0));
        assert_eq!(count("turbo", "trubo", 1), Some(1));
        assert_eq!(count("turbo", "tumba", 2), Some(2));
        assert_eq!(count("turbo", "tumba", 1), None);
        assert_eq!(count("", "ab", 2), Some(2));
    }
}
