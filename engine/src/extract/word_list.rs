//! A sorted list of folded words that most other words are told from at a glance.
//!
//! Each word of a text is looked for in some twenty lists and is in none of most. Which lengths a
//! list's words have, by their first letter, settles nearly all of that without comparing any.

/// A list of words.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    words: &'static [&'static str],
    // By the low bits of a word's first byte, the lengths of those that start so, as bits.
    lengths: [u32; 32],
}

impl WordList {
    /// Of `words`, which are sorted. Made by the compiler.
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut lengths, mut at) = ([0; 32], 0);
        while at < words.len() {
            let (row, bit) = place(words[at].as_bytes());
            lengths[row] |= bit;
            at += 1;
        }
        Self { words, lengths }
    }

    /// The words, in order.
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether `word` is one of them.
    #[inline]
    pub fn has(&self, word: &str) -> bool {
        let (row, bit) = place(word.as_bytes());
        self.lengths[row] & bit != 0 && self.words.binary_search(&word).is_ok()
    }
}

/// Where a word's length is noted; the longest share a bit.
#[inline]
const fn place(word: &[u8]) -> (usize, u32) {
    let first = if word.is_empty() { 0 } else { word[0] };
    let length = if word.len() < 31 { word.len() } else { 31 };
    ((first % 32) as usize, 1 << length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        const LONG: &str = "a-word-of-more-than-thirty-one-letters";
        static LIST: WordList = WordList::new(&["", LONG, "bay", "rio", "ñu"]);
        assert!(LIST.words().is_sorted() && LIST.words().iter().all(|it| LIST.has(it)));
        let others = ["b", "bar", "bays", "roi", "ou", "a-word-of-more-than-thirty-one-birds"];
        assert!(others.iter().all(|it| !LIST.has(it)));
    }
}
