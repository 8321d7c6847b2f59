//! How each word is written in a text: small somewhere, or with a capital where small words would be.
//!
//! A capital at the start of a sentence or in a headline says nothing by itself; how the same word is
//! written in the middle of a sentence does (Chieu and Ng 2002).

use crate::extract::line::Line;
use crate::extract::tagger::fact::{Form, hash};
use crate::order::sort_by_key;

/// How one word is written elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Casing {
    /// In small letters.
    pub small: bool,
    /// With a capital in the middle of a sentence.
    pub capital: bool,
}

/// How the words of a text are written.
#[derive(Clone, Debug, Default)]
pub struct Casings {
    // Sorted by the word's hash.
    words: Vec<(u32, Casing)>,
}

impl Casings {
    /// Reads `lines`.
    pub fn read(lines: &[Line]) -> Self {
        let mut seen = Vec::new();
        for line in lines.iter().filter(|it| !it.is_title()) {
            for (at, word) in line.words().iter().enumerate() {
                let is_upper = word.is_upper;
                if !word.has_letter() || is_upper || word.is_capital && line.starts(at) {
                    continue;
                }
                let (capital, small) = (word.is_capital, !word.is_capital);
                seen.push((hash(line.folded(at).as_bytes()), Casing { small, capital }));
            }
        }
        sort_by_key(&mut seen, |it| it.0);
        seen.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                kept.1.small |= next.1.small;
                kept.1.capital |= next.1.capital;
            }
            is_same
        });
        Self { words: seen }
    }

    /// How the word with the hash `folded` is written; as neither, where it was not seen.
    pub fn get(&self, folded: u32) -> Casing {
        let found = self.words.binary_search_by_key(&folded, |it| it.0);
        found.map_or(Casing::default(), |at| self.words[at].1)
    }
}

/// A number for what is known of a word's casing, and of its form.
pub fn code(casing: Casing, form: Form) -> u32 {
    u32::from(casing.small) | u32::from(casing.capital) << 1 | (form as u32) << 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn only_the_middle_of_sentences_tells() {
        let text = "Turbo rose. The port of Turbo is the port.";
        let lines = [(0, 11), (12, 42)].map(|(from, to)| Line::new(text, TextRange::new(from, to)));
        let casings = Casings::read(&lines);
        let of = |word: &str| casings.get(hash(word.as_bytes()));
        assert_eq!(of("turbo"), Casing { small: false, capital: true });
        assert_eq!(of("port"), Casing { small: true, capital: false });
        assert_eq!(of("the"), Casing { small: true, capital: false });
        assert_eq!(of("lima"), Casing::default());
    }
}
