//! Words around an offset, for moving and selecting by word.
//!
//! A word is a token with a letter or a digit in it. Only the blank-free stretch around the offset
//! is looked at; in one longer than a thousand bytes the cut may fall inside a word.

use crate::segment::character::is_blank;
use crate::segment::token::{LOOK_AHEAD, tokens};
use crate::text::TextRange;

/// The longest stretch without a blank that is looked at in whole, in bytes.
const LONGEST_STRETCH: usize = 1024;

/// The end of the first word that ends after `offset`, or the end of the text.
pub fn next_word(text: &str, offset: u32) -> u32 {
    let mut at = stretch_start(text, text.floor_char_boundary(offset as usize));
    while at < text.len() {
        let stretch = stretch_from(text, at);
        if let Some(word) = words(text, stretch).find(|it| it.end() > offset) {
            return word.end();
        }
        at = stretch.end() as usize;
    }
    text.len() as u32
}

/// The start of the last word that starts before `offset`, or the start of the text.
pub fn previous_word(text: &str, offset: u32) -> u32 {
    let mut end = text.floor_char_boundary(offset as usize);
    end = stretch_from(text, end).end() as usize;
    while end > 0 {
        let start = stretch_start(text, end);
        let stretch = TextRange::new(start as u32, end as u32);
        if let Some(word) = words(text, stretch).filter(|it| it.start() < offset).last() {
            return word.start();
        }
        end = text[..start].trim_end_matches(is_blank).len();
    }
    0
}

/// The word that holds `offset` or ends there; `None` when blanks or marks are all around it.
pub fn word_at(text: &str, offset: u32) -> Option<TextRange> {
    let at = text.floor_char_boundary(offset as usize);
    let start = stretch_start(text, at);
    let end = stretch_from(text, at).end();
    let stretch = TextRange::new(start as u32, end.max(at as u32));
    let near = words(text, stretch).filter(|it| it.start() <= offset && offset <= it.end());
    near.last()
}

/// The words that start in `stretch`.
fn words(text: &str, stretch: TextRange) -> impl Iterator<Item = TextRange> {
    let seen = (stretch.end() as usize + 4 * LOOK_AHEAD).min(text.len()) as u32;
    let is_word = move |it: &TextRange| {
        let has_letters = it.slice(text).is_some_and(|it| it.contains(char::is_alphanumeric));
        has_letters && it.start() < stretch.end()
    };
    tokens(text, TextRange::new(stretch.start(), seen)).into_iter().filter(is_word)
}

/// Where the stretch without blanks that holds or ends at `at` starts.
fn stretch_start(text: &str, at: usize) -> usize {
    let floor = text.ceil_char_boundary(at.saturating_sub(LONGEST_STRETCH));
    let before = &text[floor..at];
    floor + before.rfind(is_blank).map_or(0, |it| text.ceil_char_boundary(floor + it + 1) - floor)
}

/// The stretch without blanks from `at` on; at a blank, what follows the blanks.
fn stretch_from(text: &str, at: usize) -> TextRange {
    let start = text.len() - text[at..].trim_start_matches(is_blank).len();
    let cap = text.floor_char_boundary(start + LONGEST_STRETCH);
    let end = text[start..cap].find(is_blank).map_or(cap, |it| start + it);
    TextRange::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both marked offsets: where one starts (`‸`) and where one ends (`¦`).
    fn check(step: fn(&str, u32) -> u32, marked: &str) {
        let text = marked.replace(['‸', '¦'], "");
        let place = |mark: char, other: char| {
            let before = &marked[..marked.find(mark).unwrap()];
            before.replace(other, "").len() as u32
        };
        assert_eq!(step(&text, place('‸', '¦')), place('¦', '‸'), "{marked}");
    }

    #[test]
    fn forward_goes_to_the_end_of_a_word() {
        check(next_word, "in ‸Panama¦ and");
        check(next_word, "in Pan‸ama¦ and");
        check(next_word, "in Panama‸ and¦");
        check(next_word, "said‸,” \n\u{a0}— she¦ did");
        check(next_word, "the end‸.¦");
        check(next_word, "the U‸.S.¦ Embassy");
    }

    #[test]
    fn backward_goes_to_the_start_of_a_word() {
        check(previous_word, "in ¦Panama‸ and");
        check(previous_word, "in ¦Pan‸ama and");
        check(previous_word, "¦in ‸Panama");
        check(previous_word, "¦said,” \n\u{a0}— ‸she did");
        check(previous_word, "¦  ‸a");
    }

    #[test]
    fn the_word_under_an_offset() {
        let text = "in (Panama) — 3";
        assert_eq!(word_at(text, 6).and_then(|it| it.slice(text)), Some("Panama"));
        assert_eq!(word_at(text, 10).and_then(|it| it.slice(text)), Some("Panama"));
        assert_eq!(word_at(text, 12), None);
        assert_eq!(word_at("", 0), None);
    }

    #[test]
    fn a_stretch_without_blanks_is_not_read_in_whole() {
        let long = "x".repeat(1 << 20);
        assert!(next_word(&long, 500_000) > 500_000);
        assert!(previous_word(&long, 500_000) < 500_000);
    }
}
