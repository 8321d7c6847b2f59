//! How long texts and marks are, in words and in characters.
//!
//! A word is a token with a letter or a digit in it; a possessive ending, which is a token of its
//! own, goes with the word before it. A character is a Unicode code point, as in the files we write.

use std::collections::BTreeMap;

use crate::model::annotation::Extent;
use crate::segment::character::is_apostrophe;
use crate::segment::token::tokens;
use crate::text::{Text, TextHash, TextRange};

/// A length in both measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// Words.
    pub words: u64,
    /// Code points.
    pub characters: u64,
}

impl Length {
    fn of(text: &str) -> Self {
        let all = TextRange::new(0, text.len() as u32);
        let is_word =
            |it: &&str| it.contains(char::is_alphanumeric) && !it.starts_with(is_apostrophe);
        let tokens = tokens(text, all);
        let words = tokens.iter().filter_map(|it| it.slice(text)).filter(is_word).count();
        Self { words: words as u64, characters: text.chars().count() as u64 }
    }

    /// The length of the words of a mark, without the gaps between its pieces. Nothing where the
    /// mark does not fit the text.
    pub fn of_mark(extent: &Extent, text: &Text) -> Self {
        let pieces = extent.ranges().iter().filter_map(|it| text.slice(*it)).map(Self::of);
        pieces.fold(Self::default(), |sum, it| Self {
            words: sum.words + it.words,
            characters: sum.characters + it.characters,
        })
    }
}

/// The lengths of texts that were measured once. Texts never change.
#[derive(Clone, Debug, Default)]
pub struct Lengths {
    known: BTreeMap<TextHash, Length>,
}

impl Lengths {
    /// The length of `text`.
    pub fn of(&mut self, text: &Text) -> Length {
        *self.known.entry(text.hash()).or_insert_with(|| Length::of(text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_are_counted() {
        for (text, words, characters) in [
            ("", 0, 0),
            ("Néstor Osuna", 2, 12),
            ("the Attorney General’s Office — 40%", 5, 35),
            ("US$3.5m…", 2, 8),
            ("\n\n", 0, 2),
        ] {
            assert_eq!(Length::of(text), Length { words, characters }, "{text}");
        }
    }

    #[test]
    fn gaps_of_a_mark_are_not_counted() {
        let text = Text::new("north and south wing").unwrap();
        let pieces = vec![TextRange::new(0, 5), TextRange::new(16, 20)];
        let extent = Extent::pieces(pieces).unwrap();
        assert_eq!(Length::of_mark(&extent, &text), Length { words: 2, characters: 9 });
    }
}
