//! One sentence as the rules read it: its words, folded once, with their shapes.

use crate::extract::spelling::fold_into;
use crate::segment::token::tokens;
use crate::text::TextRange;

/// One token, or a part of one: a word with a hyphen is parted where a capitalized name is joined to
/// a plain word (`US-backed`, `Colombian-born`), so that the name can be found.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// Its place in the text.
    pub range: TextRange,
    /// It as written.
    pub text: &'t str,
    /// Whether it starts with a capital letter, or with an article and then one (`al-Zarqawi`).
    pub is_capital: bool,
    /// Whether it has two or more letters and all are capitals.
    pub is_upper: bool,
    /// Whether a blank, or the start of the sentence, stands before it.
    pub spaced: bool,
    folded_end: u32,
}

impl Word<'_> {
    /// Whether it has a letter.
    pub fn has_letter(&self) -> bool {
        self.text.contains(char::is_alphabetic)
    }

    /// Whether it starts with an ASCII digit.
    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Line<'t> {
    words: Vec<Word<'t>>,
    folded: String,
    is_title: bool,
}

impl<'t> Line<'t> {
    /// Reads `sentence` of `text`.
    pub fn new(text: &'t str, sentence: TextRange) -> Self {
        let mut line = Self::default();
        let mut end = None;
        for token in tokens(text, sentence) {
            let spaced = end != Some(token.start());
            end = Some(token.end());
            match name_before_hyphen(text, token) {
                Some(hyphen) => {
                    line.push(text, TextRange::new(token.start(), hyphen), spaced);
                    line.push(text, TextRange::new(hyphen, hyphen + 1), false);
                    line.push(text, TextRange::new(hyphen + 1, token.end()), false);
                }
                None => line.push(text, token, spaced),
            }
        }
        line.is_title = line.reads_as_title();
        line
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, in order.
    pub fn words(&self) -> &[Word<'t>] {
        &self.words
    }

    /// The word at `at`, folded; empty beyond the end.
    pub fn folded(&self, at: usize) -> &str {
        let Some(word) = self.words.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.words[before].folded_end);
        &self.folded[start as usize..word.folded_end as usize]
    }

    /// Whether the sentence is written like a headline: nearly every word has a capital, so that a
    /// capital says nothing.
    pub fn is_title(&self) -> bool {
        self.is_title
    }

    /// The range from word `first` to word `last`, both in it.
    pub fn range(&self, first: usize, last: usize) -> TextRange {
        self.words[first].range.cover(self.words[last].range)
    }

    fn push(&mut self, text: &'t str, range: TextRange, spaced: bool) {
        let text = range.slice(text).expect("tokens lie in the text");
        fold_into(text, &mut self.folded);
        let letters = || text.chars().filter(|it| it.is_alphabetic());
        self.words.push(Word {
            range,
            text,
            is_capital: text.starts_with(char::is_uppercase) || has_small_article(text),
            is_upper: letters().count() > 1 && letters().all(char::is_uppercase),
            spaced,
            folded_end: self.folded.len() as u32,
        });
    }

    fn reads_as_title(&self) -> bool {
        let long = || self.words.iter().filter(|it| it.has_letter() && it.text.len() > 3);
        let (n_long, n_capital) = (long().count(), long().filter(|it| it.is_capital).count());
        let stops = self.words.last().is_some_and(|it| matches!(it.text, "." | "!" | "?" | "”"));
        n_long >= 4 && n_capital * 4 >= n_long * 3 && !stops
    }
}

/// Whether `word` is a name with its article: `al-Zarqawi`, `d’Estaing`.
fn has_small_article(word: &str) -> bool {
    let parts = word.split_once(['-', '\'', '’']);
    parts.is_some_and(|(article, name)| {
        matches!(article, "al" | "el" | "as" | "ul" | "d" | "l")
            && name.starts_with(char::is_uppercase)
    })
}

/// Where the hyphen stands in a token such as `US-backed`.
fn name_before_hyphen(text: &str, token: TextRange) -> Option<u32> {
    let word = token.slice(text)?;
    let (name, rest) = word.split_once('-')?;
    let is_name = name.starts_with(char::is_uppercase) && name.len() > 1;
    let parts = is_name && rest.starts_with(char::is_lowercase);
    parts.then(|| token.start() + name.len() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::new(text, TextRange::new(0, text.len() as u32))
    }

    #[test]
    fn names_are_parted_from_plain_words() {
        let shown = |text| {
            let line = line(text);
            line.words().iter().map(|it| it.text).collect::<Vec<_>>().join("|")
        };
        assert_eq!(shown("US-backed Al-Qaida 20-year-old"), "US|-|backed|Al-Qaida|20-year-old");
    }

    #[test]
    fn words_are_folded_in_place() {
        let line = line("Néstor’s ÉL");
        assert_eq!((line.folded(0), line.folded(1), line.folded(2)), ("nestor", "'s", "el"));
        assert_eq!(line.folded(3), "");
    }

    #[test]
    fn headlines_are_told_from_sentences() {
        assert!(line("Ministers Meet to Discuss Security and Trade").is_title());
        assert!(!line("Ministers met to discuss security and trade").is_title());
        assert!(!line("Juan Carlos Prado met Maria Elena Soto.").is_title());
    }
}
