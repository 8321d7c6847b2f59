//! Years and dates in digits: `2024`, `1998-2004`, `the 1990s`, `los años noventa`, `323 a. C.`,
//! `14/03/2024`.
//!
//! Four digits can be anything; they are a year where nothing beside them says otherwise. A year with
//! fewer digits needs its era, or the word `year`.

use crate::extract::count::{follows_name, is_counted, places_year};
use crate::extract::lexicon::{Kinds, kinds_of};
use crate::extract::line::{Line, Word};
use crate::extract::modifier::words_before;
use crate::extract::numeral::{before, is_before, whole_number};

/// Whether four digits that can be a year stand at `at`.
pub fn is_year(line: &Line, at: usize) -> bool {
    let is_whole = line.words().get(at).is_some_and(|it| it.text.len() == 4);
    is_whole && whole_number(line, at, 4).is_some_and(|it| (1_000..2_200).contains(&it))
}

/// A year by itself, with `alone` or joined to a second one by a dash.
pub fn year_end(line: &Line, at: usize) -> Option<(usize, f32)> {
    if line.is(at, Kinds::HYPHENED) {
        let rest = line.folded(at).strip_prefix("mid-")?;
        let is_digits = rest.len() == 4 && rest.bytes().all(|it| it.is_ascii_digit());
        let is_month = kinds_of(rest).is(Kinds::MONTH);
        let last = at + usize::from(is_month && is_year(line, at + 1));
        return (is_digits || is_month).then_some((last, 0.88));
    }
    if let Some(end) = era_end(line, at).filter(|_| whole_number(line, at, 4).is_some()) {
        return Some((end, 0.88));
    }
    if !is_year(line, at) || !stands_alone(line, at) {
        return None;
    }
    if line.folded(at + 1) == "alone" {
        return Some((at + 1, 0.9));
    }
    let is_dash = matches!(line.folded(at + 1), "–" | "-") && !line.words()[at + 1].spaced;
    if is_dash && (is_year(line, at + 2) || whole_number(line, at + 2, 2).is_some()) {
        return Some((at + 2, 0.85));
    }
    let follows = is_before(line, at, 1, Kinds::YEAR_AFTER);
    let year = whole_number(line, at, 4)?;
    match (follows, is_counted(line, at)) {
        (_, true) => None,
        (true, false) => Some((at, 0.85)),
        (false, false) => (1_500..2_100).contains(&year).then_some((at, 0.6)),
    }
}

/// The end of `BC`, `a. C.` behind the year or century that ends at `last`.
pub fn era_end(line: &Line, last: usize) -> Option<usize> {
    match line.folded(last + 1) {
        "bc" | "b.c." | "bce" | "ad" | "a.d." | "a.c." => {
            line.words()[last + 1].is_upper.then_some(last + 1)
        }
        "a" | "d" if line.folded(last + 2) == "." => match line.folded(last + 3) {
            "c." => Some(last + 3),
            "c" => Some(last + 3 + usize::from(line.folded(last + 4) == ".")),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the four digits at `at` are no part of an amount, a name, or a law's number.
fn stands_alone(line: &Line, at: usize) -> bool {
    let is_joined = at > 0
        && !line.words()[at].spaced
        && matches!(before(line, at, 1), "-" | "/" | "$" | "€" | "£" | "#" | "+");
    let measure = Kinds::UNIT.or(Kinds::CURRENCY).or(Kinds::MULTIPLE).or(Kinds::HOURS);
    let is_measured = line.is(at + 1, measure.or(Kinds::PERIOD))
        || line.folded(at + 1) == "%"
        || matches!(line.folded(at + 1), "percent" | "people");
    let first = words_before(line, at);
    let is_about = first < at && !places_year(line.folded(first));
    let is_signed = is_before(line, at, 1, Kinds::SIGN);
    // `Law 1448 of 2011`, `resolución número 45 de 2019`.
    let is_law = is_before(line, at, 1, Kinds::OF)
        && is_before(line, at, 2, Kinds::DIGITS.or(Kinds::MIXED))
        && (is_before(line, at, 3, Kinds::NUMBERED) || is_before(line, at, 4, Kinds::NUMBERED));
    let is_numbered =
        is_before(line, at, 1, Kinds::NUMBERED) || !line.is_title() && follows_name(line, at);
    !(is_joined || is_measured || is_about || is_signed || is_law || is_numbered)
}

/// `11/9/2024`, `2024-11-09`, `14.03.2024`, `9/11`, `2019-21`.
pub fn is_numeric_date(line: &Line, at: usize) -> bool {
    if !line.is(at, Kinds::MIXED.or(Kinds::DIGITS)) {
        return false;
    }
    let word = line.folded(at);
    if let Some((low, high)) = word.split_once('-')
        && let [4, 4 | 2, 0, 0] = lengths(word, '-')
    {
        let is_high = if high.len() == 4 { low < high } else { &low[2..] < high };
        return is_high && ("10".."21").contains(&&low[..2]);
    }
    matches!(word, "9/11" | "9-11")
        || matches!(lengths(word, '/'), [1 | 2, 1 | 2, 2 | 4, 0] | [4, 2, 2, 0])
        || matches!(lengths(word, '-'), [4, 1 | 2, 1 | 2, 0] | [1 | 2, 1 | 2, 4, 0])
        || matches!(lengths(word, '.'), [1 | 2, 2, 4, 0])
}

/// How long the parts of `word` between `sign` are, where they are digits; zeros for the rest.
fn lengths(word: &str, sign: char) -> [usize; 4] {
    let mut all = [0; 4];
    for (length, part) in all.iter_mut().zip(word.split(sign)) {
        let is_digits = part.bytes().all(|it| it.is_ascii_digit());
        *length = if is_digits { part.len() } else { 9 };
    }
    all
}

/// The end of `1990s`, `’90s`, `mid-1990s`, `the nineties`, `años noventa`, `los ochenta`.
pub fn decade_end(line: &Line, at: usize) -> Option<usize> {
    let word = line.folded(at);
    let is_mark = matches!(word, "'" | "’") && !line.words().get(at + 1)?.spaced;
    if is_decade(word.strip_prefix("mid-").unwrap_or(word)) {
        return Some(at);
    }
    if is_mark && is_decade(line.folded(at + 1)) {
        return Some(at + 1);
    }
    if word == "the" && line.folded(at + 1).ends_with("ties") {
        let is_ten = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"]
            .contains(&line.folded(at + 1).trim_end_matches("ties"));
        return is_ten.then_some(at + 1);
    }
    let is_ten = |at: usize| {
        line.is(at, Kinds::SMALL) && line.folded(at).ends_with("nta") || line.folded(at) == "veinte"
    };
    let is_tens = |at: usize| {
        is_ten(at) || whole_number(line, at, 4).is_some_and(|it| it % 10 == 0 && it >= 20)
    };
    let ends = |at: usize| {
        !line.words().get(at).is_some_and(Word::has_letter)
            || line.is(at, Kinds::SMALL_WORD.or(Kinds::SPANISH))
    };
    match word {
        // `años 50 y 60`
        "anos"
            if is_tens(at + 1) && line.folded(at + 2) == "y" && is_tens(at + 3) && ends(at + 4) =>
        {
            Some(at + 3)
        }
        "anos" if is_tens(at + 1) && (ends(at + 2) || before(line, at, 1) == "los") => Some(at + 1),
        "los" if is_ten(at + 1) && ends(at + 2) && line.folded(at + 2) != "y" => Some(at + 1),
        _ => None,
    }
}

/// `1990s`, `90s`.
fn is_decade(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or_default();
    matches!(digits.len(), 2 | 4)
        && digits.ends_with('0')
        && digits.bytes().all(|it| it.is_ascii_digit())
}
