//! One sentence as the rules read it: its words, folded once, with their shapes.

use crate::extract::lexicon::{Kinds, kinds_of};
use crate::extract::spelling::fold_into;
use crate::segment::token::tokens;
use crate::text::TextRange;

/// One token, or a part of one: a word with a hyphen is parted where a capitalized name is joined to
/// a plain word (`US-backed`, `Colombian-born`), so that the name can be found, and where a number
/// is joined to what it counts (`three-judge`, `second-largest`).
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
    /// What it can be in a number, an amount, a date or a time.
    pub kinds: Kinds,
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
    kinds: Kinds,
    n_english: u32,
    n_spanish: u32,
}

impl<'t> Line<'t> {
    /// Reads `sentence` of `text`.
    pub fn new(text: &'t str, sentence: TextRange) -> Self {
        let mut line = Self::default();
        let mut end = None;
        for token in tokens(text, sentence) {
            let spaced = end != Some(token.start());
            end = Some(token.end());
            match parting_hyphen(text, token) {
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

    /// What the word at `at` can be; nothing beyond the end.
    pub fn kinds(&self, at: usize) -> Kinds {
        self.words.get(at).map_or(Kinds::default(), |it| it.kinds)
    }

    /// Whether the word at `at` can be one of `kinds`.
    pub fn is(&self, at: usize, kinds: Kinds) -> bool {
        self.kinds(at).is(kinds)
    }

    /// Whether any word can be one of `kinds`.
    pub fn has(&self, kinds: Kinds) -> bool {
        self.kinds.is(kinds)
    }

    /// Whether more of its words are Spanish than English. Neither may be so.
    pub fn is_spanish(&self) -> bool {
        self.n_spanish > self.n_english
    }

    /// Whether more of its words are English than Spanish.
    pub fn is_english(&self) -> bool {
        self.n_english > self.n_spanish
    }

    /// Whether the sentence is written like a headline: nearly every word has a capital, so that a
    /// capital says nothing.
    pub fn is_title(&self) -> bool {
        self.is_title
    }

    /// Whether `at` is the first word of the sentence or of what is quoted in it.
    pub fn starts(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let word = &self.words[before];
        matches!(word.text, "“" | "\"" | "‘" | "«" | ":" | "•" | "¿" | "¡")
            || !word.has_letter() && !word.is_number() && self.starts(before)
    }

    /// The range from word `first` to word `last`, both in it.
    pub fn range(&self, first: usize, last: usize) -> TextRange {
        self.words[first].range.cover(self.words[last].range)
    }

    fn push(&mut self, text: &'t str, range: TextRange, spaced: bool) {
        let text = range.slice(text).expect("tokens lie in the text");
        let start = self.folded.len();
        fold_into(text, &mut self.folded);
        let kinds = kinds_of_word(&self.folded[start..]);
        self.kinds = self.kinds.or(kinds);
        self.n_english += u32::from(kinds.is(Kinds::ENGLISH));
        self.n_spanish += u32::from(kinds.is(Kinds::SPANISH));
        let letters = || text.chars().filter(|it| it.is_alphabetic());
        self.words.push(Word {
            range,
            text,
            is_capital: text.starts_with(char::is_uppercase) || has_small_article(text),
            is_upper: letters().count() > 1 && letters().all(char::is_uppercase),
            spaced,
            kinds,
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

/// What the folded `word` can be: by its digits, or as the table says.
fn kinds_of_word(word: &str) -> Kinds {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let is_mark = |it: u8| it == b',' || it == b'.';
        return match word {
            _ if word.bytes().all(|it| it.is_ascii_digit()) => Kinds::DIGITS.or(Kinds::INTEGER),
            _ if word.bytes().all(|it| it.is_ascii_digit() || is_mark(it)) => Kinds::DIGITS,
            _ if is_rank(word) => Kinds::MIXED.or(Kinds::ORDINAL),
            _ => Kinds::MIXED,
        };
    }
    let kinds = kinds_of(word);
    if word.len() > 2 && word.bytes().any(|it| it == b'-') {
        return kinds.or(Kinds::HYPHENED);
    }
    kinds
}

/// Whether `word` is a rank in digits: `14th`, `1,204th`, `3er`, `2º`.
fn is_rank(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ends = ["st", "nd", "rd", "th", "er", "ro", "ra", "do", "da", "to", "ta", "º", "ª"];
    let is_number = digits.bytes().all(|it| it.is_ascii_digit() || it == b',');
    is_number && ends.contains(&&word[digits.len()..])
}

/// Where the hyphen stands that parts a token such as `US-backed` or `three-judge`.
fn parting_hyphen(text: &str, token: TextRange) -> Option<u32> {
    let word = token.slice(text)?;
    let (before, rest) = word.split_once('-')?;
    let is_number = kinds_of(before).is(Kinds::SMALL);
    let is_name = before.starts_with(char::is_uppercase) && before.len() > 1 && !is_number;
    let parts = is_name && rest.starts_with(char::is_lowercase) || counts(before, rest);
    parts.then(|| token.start() + before.len() as u32)
}

/// Whether `before` is a number or a rank and `rest`, behind a hyphen, what it counts. Periods and
/// measures (`20-year-old`, `five-mile`) stay whole, and so do idioms (`first-hand`, `one-way`).
fn counts(before: &str, rest: &str) -> bool {
    let noun = rest.split('-').next().unwrap_or(rest);
    let idioms = ["hand", "class", "degree", "rate", "guess", "aid", "party", "way", "fold", "old"];
    if !noun.starts_with(|c: char| c.is_ascii_lowercase()) || idioms.contains(&noun) {
        return false;
    }
    let is_number = kinds_of(before).is(Kinds::SMALL.or(Kinds::ORDINAL)) && before != "one"
        || !before.is_empty()
            && before.bytes().all(|it| it.is_ascii_digit() || b",.".contains(&it));
    let number = Kinds::SMALL.or(Kinds::MULTIPLE).or(Kinds::FRACTION).or(Kinds::ORDINAL);
    let measure = Kinds::PERIOD.or(Kinds::HOURS).or(Kinds::UNIT).or(Kinds::CURRENCY);
    let stays = kinds_of(noun).is(number.or(measure).or(Kinds::DAY_PART));
    is_number && !stays && !matches!(noun, "percent" | "second" | "cent" | "pound")
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
        assert_eq!(shown("three-judge 1,500-seat"), "three|-|judge|1,500|-|seat");
        assert_eq!(shown("second-largest first-hand"), "second|-|largest|first-hand");
        assert_eq!(shown("five-mile twenty-five one-way"), "five-mile|twenty-five|one-way");
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
