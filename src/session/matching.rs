//! Which words count as the same: finding words in a text as a person means them.
//!
//! Blanks of every kind and number count as one, curly apostrophes as straight ones. All else is
//! asked: whether case and accents tell words apart, whether words stand whole, and whether other
//! forms of the last word are the same.
//!
//! Limits: a letter with its accent in one character and in two are only the same where accents do
//! not count. Forms are those of English and Spanish endings, not of a dictionary.

use crate::extract::spelling::fold_into;
use crate::segment::character::{is_apostrophe, is_blank};
use crate::text::TextRange;

/// What tells words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub struct Matching {
    /// Whether "turbo" is another word than "Turbo".
    pub case: bool,
    /// Whether "Bogota" is another word than "Bogotá".
    pub accents: bool,
    /// Whether "Turbos" does not hold "Turbo".
    pub whole: bool,
    /// Whether "guerrillas" is a form of "guerrilla".
    pub forms: bool,
}

impl Default for Matching {
    fn default() -> Self {
        Self { case: false, accents: false, whole: true, forms: false }
    }
}

/// Endings that a form may have in place of another.
const ENDINGS: [&str; 5] = ["", "s", "es", "y", "ies"];

/// Those of gender besides, for words in small letters: "María" is no form of "Mario".
const GENDERS: [&str; 5] = ["o", "a", "e", "os", "as"];

/// The least letters that must be left when an ending is taken off.
const LEAST_STEM: usize = 4;

/// Words to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// As they are compared; without their ending where forms count.
    wanted: String,
    matching: Matching,
    /// Whether a form of another gender counts.
    has_gender: bool,
    /// Whether the words start, and end, with a letter or a digit.
    edges: (bool, bool),
}

impl Pattern {
    /// What finds `words`; nothing for blanks.
    pub fn new(words: &str, matching: Matching) -> Option<Self> {
        let words =
            if matching.forms { without_possessive(words.trim_matches(is_blank)) } else { words };
        let mut wanted = matching.normal(words);
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let edges = (is_word(wanted.chars().next()), is_word(wanted.chars().next_back()));
        let last = words.split(is_blank).rfind(|it| !it.is_empty())?;
        let has_gender = !last.starts_with(char::is_uppercase);
        if matching.forms && edges.1 {
            wanted.truncate(stem(&wanted, has_gender).len());
        }
        (!wanted.is_empty()).then_some(Self { wanted, matching, has_gender, edges })
    }

    /// Where the words stand in `text`, in order, one after the other.
    pub fn places(&self, text: &str) -> Vec<TextRange> {
        let (mut all, mut buffer) = (Vec::new(), String::new());
        let (mut before, mut next) = (' ', 0);
        let at_word_start = self.matching.whole && self.edges.0;
        for (at, c) in text.char_indices() {
            let may_start = at >= next && !(at_word_start && is_inside(before));
            before = c;
            if !may_start || is_blank(c) {
                continue;
            }
            if let Some(length) = self.length_at(&text[at..], &mut buffer) {
                next = at + length;
                all.push(TextRange::new(at as u32, next as u32));
            }
        }
        all
    }

    /// How many bytes at the start of `text` are the words; nothing if they are not there.
    ///
    /// That a word starts there is for the caller to know. `buffer` is room for letters.
    pub(crate) fn length_at(&self, text: &str, buffer: &mut String) -> Option<usize> {
        let length = self.length_of(text, buffer)?;
        if self.matching.forms && self.edges.1 {
            return self.with_ending(text, length, buffer);
        }
        let goes_on = text[length..].chars().next().is_some_and(char::is_alphanumeric);
        (!(self.matching.whole && self.edges.1 && goes_on)).then_some(length)
    }

    fn length_of(&self, text: &str, buffer: &mut String) -> Option<usize> {
        let (mut left, mut end, mut after_blank) = (self.wanted.as_str(), 0, false);
        for (at, c) in text.char_indices() {
            if is_blank(c) {
                if left.is_empty() {
                    break;
                }
                left = if after_blank { left } else { left.strip_prefix(' ')? };
                after_blank = true;
                continue;
            }
            after_blank = false;
            buffer.clear();
            self.matching.fold(c, buffer);
            // What folds to nothing belongs to the letter before it.
            if left.is_empty() && !buffer.is_empty() {
                break;
            }
            left = left.strip_prefix(buffer.as_str())?;
            end = at + c.len_utf8();
        }
        left.is_empty().then_some(end)
    }

    /// `length` with the rest of its last word, if that is an ending.
    fn with_ending(&self, text: &str, length: usize, buffer: &mut String) -> Option<usize> {
        let rest = &text[length..];
        let end = rest.find(|c| !is_inside(c)).unwrap_or(rest.len());
        buffer.clear();
        rest[..end].chars().for_each(|c| self.matching.fold(c, buffer));
        let ending = buffer.to_lowercase();
        let is_form = ENDINGS.contains(&ending.as_str())
            || (self.has_gender && GENDERS.contains(&ending.as_str()));
        is_form.then_some(length + end)
    }
}

impl Matching {
    /// `words` as they are compared, each stretch of blanks as one, none outside; forms apart.
    pub(crate) fn normal(self, words: &str) -> String {
        let mut normal = String::with_capacity(words.len());
        for word in words.split(is_blank).filter(|it| !it.is_empty()) {
            if !normal.is_empty() {
                normal.push(' ');
            }
            word.chars().for_each(|c| self.fold(c, &mut normal));
        }
        normal
    }

    /// Appends `c` as it is compared.
    pub(crate) fn fold(self, c: char, out: &mut String) {
        match (self.case, self.accents) {
            (false, false) => fold_into(c.encode_utf8(&mut [0; 4]), out),
            (_, true) if is_apostrophe(c) => out.push('\''),
            (true, true) => out.push(c),
            (false, true) => out.extend(c.to_lowercase()),
            (true, false) => {
                let from = out.len();
                fold_into(c.encode_utf8(&mut [0; 4]), out);
                if c.is_uppercase() {
                    let letters = out.split_off(from);
                    out.push_str(&letters.to_uppercase());
                }
            }
        }
    }
}

/// Whether a word goes on with `c`: a letter, a digit, or an accent that follows one.
pub(crate) fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

fn without_possessive(words: &str) -> &str {
    let stripped = words.strip_suffix(['s', 'S']).and_then(|it| it.strip_suffix(is_apostrophe));
    stripped.or_else(|| words.strip_suffix(is_apostrophe)).unwrap_or(words)
}

/// `words` without the ending of the last one, where enough of it is left.
fn stem(words: &str, has_gender: bool) -> &str {
    let last = words.rsplit(' ').next().unwrap_or(words);
    let genders = GENDERS.iter().filter(|_| has_gender);
    let fits = |ending: &&&str| {
        let left = last.strip_suffix(**ending);
        left.is_some_and(|it| it.chars().count() >= LEAST_STEM)
    };
    let longest = ENDINGS.iter().chain(genders).filter(fits).max_by_key(|it| it.len());
    words.strip_suffix(longest.copied().unwrap_or("")).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOSE: Matching = Matching { case: false, accents: false, whole: true, forms: false };

    fn check(text: &str, words: &str, matching: Matching, expected: &[&str]) {
        let pattern = Pattern::new(words, matching);
        let places = pattern.map(|it| it.places(text)).unwrap_or_default();
        let found: Vec<&str> = places.into_iter().map(|it| it.slice(text).unwrap()).collect();
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }

    #[test]
    fn blanks_and_apostrophes_never_count() {
        check("New\u{a0}York, New\n  York", "New York", LOOSE, &["New\u{a0}York", "New\n  York"]);
        let exact = Matching { case: true, accents: true, ..LOOSE };
        check("O’Hara, o'hara and O'Hara’s", "O'Hara", exact, &["O’Hara", "O'Hara"]);
        check("nothing", " \u{a0}", LOOSE, &[]);
    }

    #[test]
    fn case_and_accents_count_when_asked() {
        let text = "Bogotá BOGOTÁ bogota BOGOTA\u{301}";
        check(text, "bogotá", LOOSE, &["Bogotá", "BOGOTÁ", "bogota", "BOGOTA\u{301}"]);
        check(text, "Bogota", Matching { case: true, ..LOOSE }, &["Bogotá"]);
        check(text, "bogotá", Matching { accents: true, ..LOOSE }, &["Bogotá", "BOGOTÁ"]);
        check(text, "BOGOTÁ", Matching { case: true, accents: true, ..LOOSE }, &["BOGOTÁ"]);
    }

    #[test]
    fn words_stand_whole_when_asked() {
        check("Norma in Norway and Nor", "nor", LOOSE, &["Nor"]);
        let parts = Matching { whole: false, ..LOOSE };
        check("Norma in Norway and Nor", "nor", parts, &["Nor", "Nor", "Nor"]);
        check("aaaa", "aa", parts, &["aa", "aa"]);
        // A sign at an edge needs no border.
        check("the U.S.-led U.S. force", "U.S.", LOOSE, &["U.S.", "U.S."]);
    }

    #[test]
    fn forms_are_found_by_their_endings() {
        let forms = Matching { forms: true, ..LOOSE };
        check(
            "guerrilla, guerrillas, Guerrilla’s, guerrillero",
            "guerrillas",
            forms,
            &["guerrilla", "guerrillas", "Guerrilla"],
        );
        check("the agency and its agencies", "agency", forms, &["agency", "agencies"]);
        check("colombianos y una colombiana", "colombiano", forms, &["colombianos", "colombiana"]);
        check("María and Mario", "María", forms, &["María"]);
        check("Turbo’s port, Turbo", "Turbo’s", forms, &["Turbo", "Turbo"]);
        check("naciones", "nación", forms, &["naciones"]);
    }
}
