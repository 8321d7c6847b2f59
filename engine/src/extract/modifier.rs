//! The words before a number that belong to it: `more than`, `about`, `cerca de`.
//!
//! They say how exact the number is, or that it comes on top of another (`an additional`). `only` and
//! `just` say what to think of it, and stay outside.

use crate::extract::lexicon::Kinds;
use crate::extract::line::Line;
use crate::extract::numeral::{before, is_before};

/// What may stand before a number and belongs to it, longer ones first.
const BEFORE: &[&str] = &[
    "as many as",
    "as much as",
    "as few as",
    "as little as",
    "no more than",
    "no fewer than",
    "no less than",
    "little more than",
    "a total of",
    "an average of",
    "poco mas de",
    "algo mas de",
    "por lo menos",
    "un total de",
    "a further",
    "an additional",
    "an estimated",
    "more than",
    "less than",
    "fewer than",
    "greater than",
    "at least",
    "at most",
    "up to",
    "well over",
    "just over",
    "just under",
    "close to",
    "upwards of",
    "mas de",
    "mas del",
    "menos de",
    "menos del",
    "al menos",
    "cerca de",
    "cerca del",
    "alrededor de",
    "alrededor del",
    "como minimo",
    "about",
    "over",
    "around",
    "nearly",
    "almost",
    "some",
    "roughly",
    "approximately",
    "under",
    "another",
    "additional",
    "further",
    "estimated",
    "virtually",
    "barely",
    "unos",
    "unas",
    "casi",
    "hasta",
    "otros",
    "otras",
    "aproximadamente",
];

/// Verbs that `over` goes with.
const OVER_VERBS: &[&str] = &[
    "handed", "hand", "hands", "handing", "turned", "turn", "turning", "took", "take", "taken",
    "taking", "presides", "presided", "fought", "argued",
];

/// Where the words that belong to the number or sign at `core` start.
pub fn words_before(line: &Line, core: usize) -> usize {
    let mut first = core;
    for _ in 0..2 {
        match phrase_before(line, first) {
            Some(start) => first = start,
            None => break,
        }
    }
    first
}

fn phrase_before(line: &Line, core: usize) -> Option<usize> {
    let previous = core.checked_sub(1)?;
    if matches!(line.folded(previous), "between" | "entre") {
        return Some(previous);
    }
    if !line.is(previous, Kinds::APPROXIMATE) {
        return None;
    }
    let ends_in = |end: usize| BEFORE.iter().find_map(|it| phrase_start(line, end, it));
    let article = matches!(line.folded(previous), "el" | "la" | "un" | "una");
    if article {
        let start = ends_in(previous)?;
        return (line.folded(start) != "hasta").then_some(start);
    }
    let start = ends_in(core)?;
    // `handed over`, `20 percent less than`
    let is_verb = line.folded(start) == "over" && OVER_VERBS.contains(&before(line, start, 1));
    let is_compared = matches!(before(line, start, 1), "%" | "percent" | "ciento");
    if is_verb || is_compared && matches!(line.folded(start), "less" | "more" | "mas" | "menos") {
        return None;
    }
    // `hasta` is also `until`, and `to` what something grew.
    let is_until = line.folded(start) == "hasta"
        && (before(line, start, 1) == "," || is_before(line, start, 1, Kinds::DIGITS));
    (!is_until).then_some(start)
}

/// Where `phrase` starts, if it ends before `end`.
fn phrase_start(line: &Line, end: usize, phrase: &str) -> Option<usize> {
    let mut at = end;
    for word in phrase.rsplit(' ') {
        at = at.checked_sub(1)?;
        if line.folded(at) != word {
            return None;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use crate::extract::line::Line;
    use crate::extract::numeral::{Number, find};
    use crate::text::TextRange;

    fn check(text: &str, expected: &[&str]) {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let found = find(&line);
        let shown = |it: &Number| line.range(it.first, it.last).slice(text).unwrap().to_owned();
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn words_before_belong_to_the_number() {
        check("well, more than 30 to 40 men", &["more than 30 to 40"]);
        check("between 2 and 3, entre 5 y 6", &["between 2 and 3", "entre 5 y 6"]);
        check("from 2 to 3", &["2", "3"]);
        check("at least another 12, casi el 20 %", &["at least another 12", "casi el 20"]);
        check("subió un 5 %, hasta 12", &["5", "12"]);
    }

    #[test]
    fn words_that_belong_elsewhere_stay_there() {
        check("they handed over 16 boats", &["16"]);
        check("it took 25 percent less than four", &["25", "four"]);
    }
}
