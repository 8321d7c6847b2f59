//! Sentences: where a stop, a question or an exclamation ends one.
//!
//! A sentence never crosses the end of a line. A stop ends one only before a blank (or at the end),
//! with the quotes and brackets that close after it; so numbers and host names never break. After an
//! abbreviation that may end a sentence (`U.S.`, `Inc.`), one ends only before a word that commonly
//! starts the next one.

use crate::segment::abbreviation::{self, Stop};
use crate::segment::character::{fit, is_blank, is_closer, is_terminator, trim};
use crate::text::TextRange;

/// Words after which an abbreviation with its stop was the end of a sentence. Sorted.
const STARTERS: &[&str] = &[
    "A",
    "After",
    "Al",
    "Also",
    "An",
    "And",
    "As",
    "At",
    "Aunque",
    "Before",
    "Both",
    "But",
    "By",
    "Como",
    "Con",
    "Cuando",
    "During",
    "El",
    "Ella",
    "Ellos",
    "En",
    "Entre",
    "Es",
    "Esta",
    "Este",
    "Esto",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "La",
    "Las",
    "Lo",
    "Los",
    "Many",
    "Meanwhile",
    "Most",
    "No",
    "Now",
    "On",
    "One",
    "Para",
    "Pero",
    "Por",
    "Se",
    "She",
    "Since",
    "So",
    "Some",
    "Su",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Tras",
    "Un",
    "Una",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "With",
    "Y",
    "Yes",
    "You",
];

/// The sentences of `text` in `within`, in order, without blanks at their ends.
pub fn sentences(text: &str, within: TextRange) -> Vec<TextRange> {
    let within = fit(text, within);
    let text = &text[..within.end() as usize];
    let mut all = Vec::new();
    let (mut start, mut at) = (within.start() as usize, within.start() as usize);
    let mut push = |from: usize, to: usize| {
        all.extend(trim(text, TextRange::new(from as u32, to as u32)));
    };
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        if is_terminator(c) {
            push(start, at);
            (start, at) = (after, after);
        } else if let Some(end) = sentence_end(text, start, at, c) {
            push(start, end);
            (start, at) = (end, end);
        } else {
            at = after;
        }
    }
    push(start, text.len());
    all
}

/// Where the sentence from `start` on ends, if the mark `c` at `at` ends it.
fn sentence_end(text: &str, start: usize, at: usize, c: char) -> Option<usize> {
    let after = at + c.len_utf8();
    if matches!(c, '。' | '！' | '？') {
        return Some(closers_end(text, after));
    }
    if !matches!(c, '.' | '!' | '?' | '…') {
        return None;
    }
    let end = closers_end(text, after);
    let next = text[end..].chars().next();
    if next.is_some_and(|it| !is_blank(it)) {
        return None;
    }
    let rest = text[end..].trim_start_matches(|it| is_blank(it) && !is_terminator(it));
    let next = rest.chars().next().filter(|it| !is_terminator(*it));
    let goes_on = next.is_some_and(|it| it.is_lowercase() || matches!(it, ',' | ';' | ':'));
    if goes_on || (c == '.' && end == after && keeps_on(text, start, at, rest, next)) {
        return None;
    }
    Some(end)
}

/// Whether the full stop at `at` belongs to the word before it and the sentence goes on with `rest`.
fn keeps_on(text: &str, start: usize, at: usize, rest: &str, next: Option<char>) -> bool {
    let floor = text.ceil_char_boundary(at.saturating_sub(32)).max(start);
    let before = &text[floor..at];
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or(before);
    let is_first = text[start..at].trim_start_matches(is_blank).len() == word.len();
    if is_first && !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit()) {
        return true; // The number of a list item.
    }
    if word.is_empty() && before.ends_with('/') {
        return true; // A currency: `B/. 25`.
    }
    if matches!(word, "a" | "d") && rest.starts_with("C.") {
        return true; // An era: `27 a. C.`
    }
    match abbreviation::stop_after(word, next) {
        Stop::Plain => false,
        Stop::Title => next.is_some(),
        Stop::Free => next.is_some_and(char::is_alphanumeric) && !is_starter(rest),
    }
}

fn is_starter(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    STARTERS.binary_search(&&rest[..end]).is_ok()
}

/// The end of the stops and closing marks from `at` on. An opening quote after a blank is not one.
fn closers_end(text: &str, at: usize) -> usize {
    let more = |c: char| is_closer(c) || matches!(c, '.' | '!' | '?' | '…');
    text.len() - text[at..].trim_start_matches(more).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let all = sentences(text, TextRange::new(0, text.len() as u32));
        let words: Vec<&str> = all.iter().map(|it| it.slice(text).unwrap()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn starters_are_sorted() {
        assert!(STARTERS.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn stops_end_sentences() {
        check("One. Two!  Three? ", &["One.", "Two!", "Three?"]);
        check("He left.” “She (too.) Then", &["He left.”", "“She (too.)", "Then"]);
        check("Really?! Yes... but no. No…", &["Really?!", "Yes... but no.", "No…"]);
        check("“Go!” he said. 3 of 5.", &["“Go!” he said.", "3 of 5."]);
        check("東京です。はい！", &["東京です。", "はい！"]);
    }

    #[test]
    fn stops_inside_sentences() {
        check("Dr. J. Roe of Acme Inc. sang.", &["Dr. J. Roe of Acme Inc. sang."]);
        check("It rose 3.5 points.", &["It rose 3.5 points."]);
        check("The U.S. Embassy in the U.S. The end", &["The U.S. Embassy in the U.S.", "The end"]);
        check("At 5 p.m. Friday. No. 5 won.", &["At 5 p.m. Friday.", "No. 5 won."]);
        check("No. So it is.", &["No.", "So it is."]);
        check("La Sra. Paz fue a EE. UU. El viernes", &["La Sra. Paz fue a EE. UU.", "El viernes"]);
        check("of expulsion.Example.com news", &["of expulsion.Example.com news"]);
        check("1. First item", &["1. First item"]);
        check("Son B/. 25 o S/. 80.", &["Son B/. 25 o S/. 80."]);
        check("En 27 a. C. era suya.", &["En 27 a. C. era suya."]);
        check("It is 10 km. Then", &["It is 10 km.", "Then"]);
    }

    #[test]
    fn lines_end_sentences() {
        check(" A headline \r\n\nA line\u{2028}more", &["A headline", "A line", "more"]);
        check(" \n\t\n", &[]);
    }
}
