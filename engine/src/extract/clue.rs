//! Words around a name that speak for a place or a language, folded.

use crate::extract::line::Line;
use crate::extract::word_list::WordList;

/// Prepositions after which a name is likely a place. Sorted.
const BEFORE_PLACE: &[&str] = &[
    "across",
    "around",
    "at",
    "desde",
    "en",
    "from",
    "hacia",
    "hasta",
    "in",
    "inside",
    "into",
    "near",
    "off",
    "outside",
    "reached",
    "through",
    "throughout",
    "toward",
    "towards",
];

/// Words after which the name of a language means the language.
const BEFORE_LANGUAGE: &[&str] = &[
    "speak",
    "speaks",
    "spoke",
    "spoken",
    "speaking",
    "in",
    "en",
    "into",
    "al",
    "hablar",
    "habla",
    "hablan",
    "hablaba",
    "idioma",
    "lengua",
    "language",
    "fluent",
    "learn",
    "learning",
    "aprender",
    "teach",
    "written",
    "reads",
    "sings",
    "understand",
    "understands",
    "hablando",
    "aprende",
    "ensena",
];

/// Words that make a language of the name before them.
const AFTER_LANGUAGE: &[&str] =
    &["language", "languages", "speaker", "speakers", "dialect", "translation", "lessons"];

/// Kinds of rivers, lakes and mountains that stand before their names, written small. Sorted.
const FEATURES: &[&str] = &[
    "archipielago",
    "bahia",
    "cerro",
    "cordillera",
    "desierto",
    "estrecho",
    "golfo",
    "isla",
    "lago",
    "laguna",
    "mar",
    "nevado",
    "oceano",
    "paramo",
    "peninsula",
    "quebrada",
    "rio",
    "selva",
    "serrania",
    "sierra",
    "volcan",
];

/// Words with which something else begins.
const FUNCTION: &[&str] = &[
    "and", "or", "for", "to", "with", "by", "at", "on", "as", "but", "than", "when", "y", "o", "e",
    "para", "con", "por", "como", "pero", "a", "que",
];

/// Whether `word` is a preposition after which a name is likely a place.
pub fn is_before_place(word: &str) -> bool {
    static LIST: WordList = WordList::new(BEFORE_PLACE);
    LIST.has(word)
}

/// Whether `word` is an article, or a word that stands for one in a name (`al-Qaida`).
pub fn is_article(word: &str) -> bool {
    matches!(word, "the" | "la" | "el" | "las" | "los" | "al")
}

/// Whether `word`, written small, says that a river, a lake or a mountain follows.
pub fn is_feature(word: &str) -> bool {
    static LIST: WordList = WordList::new(FEATURES);
    LIST.has(word)
}

/// Whether the name of a language at `at` means the language, not those who speak it: `in English`,
/// `habla quechua`, `the Basque language`.
pub fn is_language(line: &Line, at: usize) -> bool {
    let first = first_of_list(line, at);
    let before = first.checked_sub(1).map_or("", |it| line.folded(it));
    let ends = match line.words().get(at + 1) {
        Some(next) => !next.has_letter() || FUNCTION.contains(&line.folded(at + 1)),
        None => true,
    };
    // `en español`: a people would stand behind the noun.
    let is_small = line.words().get(at).is_some_and(|it| !it.is_capital);
    AFTER_LANGUAGE.contains(&line.folded(at + 1))
        || before == "en" && is_small
        || ends && BEFORE_LANGUAGE.contains(&before)
}

/// Where the list starts that the word at `at` is in: `Quechua, Aymara and Spanish`.
fn first_of_list(line: &Line, at: usize) -> usize {
    let mut first = at;
    while first > 1 && matches!(line.folded(first - 1), "," | "and" | "y" | "or" | "o" | "e") {
        let is_capital = |at: usize| line.words()[at].is_capital;
        if is_capital(first - 2) != is_capital(at) || !line.words()[first - 2].has_letter() {
            break;
        }
        first -= 2;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn lists_are_sorted() {
        for list in [BEFORE_PLACE, FEATURES] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }

    #[test]
    fn languages_are_told_from_those_who_speak_them() {
        let check = |text: &str, at| {
            is_language(&Line::new(text, TextRange::new(0, text.len() as u32)), at)
        };
        assert!(check("He wrote in English.", 3));
        assert!(check("the Basque language", 1));
        assert!(check("habla quechua y aimara", 1));
        assert!(check("leyó en español fragmentos", 2));
        assert!(check("They spoke Quechua and Spanish, too.", 4));
        assert!(check("pidió calma en español, zapoteco y mixteco", 5));
        assert!(!check("It sent French, English and Spanish ships", 6));
        assert!(!check("in English towns", 1));
        assert!(!check("The English won.", 1));
    }
}
