//! Numbers joined to their units by hyphens, in one word: `20-year-old`, `12-foot`, `two-hour`,
//! `40-percent`, `mid-1990s`.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::lexicon::{Kinds, kinds_of};
use crate::extract::line::Line;
use crate::extract::numeral::is_before;

/// Adds the compounds of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    if !line.has(Kinds::HYPHENED.or(Kinds::MIXED)) {
        return;
    }
    for at in 0..line.len() {
        if !line.is(at, Kinds::HYPHENED.or(Kinds::MIXED)) {
            continue;
        }
        if let Some((label, score)) = read(line.folded(at)) {
            let takes_article = line.folded(at) == "half-mile" && is_before(line, at, 1, Kinds::A);
            let first = at - usize::from(takes_article);
            let reason =
                if matches!(label, "DATE" | "TIME") { Reason::Calendar } else { Reason::Amount };
            all.push(Candidate { first, last: at, label, score, reason });
        }
    }
}

/// What the folded `word` is, if it is a number and a unit.
fn read(word: &str) -> Option<(&'static str, f32)> {
    let (number, mut rest) = word.split_once('-')?;
    let is_digits = !number.is_empty()
        && number.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
    let is_rank = number.ends_with("th") || number.ends_with("st") || number.ends_with("nd");
    if is_rank && rest == "century" {
        return Some(("DATE", 0.8));
    }
    if !is_digits && !kinds_of(number).is(Kinds::SMALL) && number != "half" {
        return None;
    }
    loop {
        let (unit, tail) = rest.split_once('-').unwrap_or((rest, ""));
        let kinds = kinds_of(unit);
        let is_number = Kinds::SMALL.or(Kinds::MULTIPLE);
        if kinds.is(is_number) && !tail.is_empty() {
            rest = tail;
            continue;
        }
        return label(unit, kinds).filter(|_| is_tail(tail));
    }
}

fn label(unit: &str, kinds: Kinds) -> Option<(&'static str, f32)> {
    if kinds.is(Kinds::PERIOD) {
        return Some(("DATE", 0.9));
    }
    if kinds.is(Kinds::HOURS) || unit == "second" {
        return Some(("TIME", 0.85));
    }
    if unit == "percent" {
        return Some(("PERCENT", 0.9));
    }
    if kinds.is(Kinds::UNIT) || unit == "pound" {
        return Some(("QUANTITY", 0.8));
    }
    kinds.is(Kinds::CURRENCY).then_some(("MONEY", 0.8))
}

/// What may stand behind the unit: `old`, `long`, the inches of `6-foot-4`.
fn is_tail(tail: &str) -> bool {
    let is_word = matches!(tail, "" | "old" | "olds" | "long" | "high" | "tall" | "wide" | "deep");
    is_word || tail.len() <= 2 && tail.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_told_by_their_unit() {
        let label = |word| read(word).map(|it| it.0);
        assert_eq!(label("20-year-old"), Some("DATE"));
        assert_eq!(label("120-million-year-old"), Some("DATE"));
        assert_eq!(label("18th-century"), Some("DATE"));
        assert_eq!(label("two-hour"), Some("TIME"));
        assert_eq!(label("6-foot-4"), Some("QUANTITY"));
        assert_eq!(label("40-percent"), Some("PERCENT"));
        assert_eq!(label("five-star"), None);
        assert_eq!(label("mother-in-law"), None);
    }
}
