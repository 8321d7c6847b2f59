//! Numbers as they are written: digits with their groups, words, and the words that go with them
//! (`more than`, `about`), in English and Spanish.
//!
//! The Spanish `once`, `un`, `uno` and `una` are left out: each is far more often another word.

use crate::extract::line::Line;

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// The first word, with `more than` and the like.
    pub first: usize,
    /// The first word of the number itself.
    pub core: usize,
    /// The last word.
    pub last: usize,
    /// Whether letters stand for a multiple (`3.5m`): a number only beside a currency.
    pub is_short: bool,
}

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
    "cien",
    "ciento",
    "doscientos",
    "doscientas",
    "trescientos",
    "trescientas",
    "cuatrocientos",
    "quinientos",
    "quinientas",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

const MULTIPLES: &[&str] = &[
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "bn", "mn", "mil", "millon",
    "millones", "billones", "docena",
];

const VAGUE: &[&str] = &[
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "trillions",
    "tens",
    "cientos",
    "decenas",
    "docenas",
    "miles",
    "millares",
];

/// What may stand before a number and belongs to it, the longest first.
const BEFORE: &[&[&str]] = &[
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["as", "few", "as"],
    &["no", "more", "than"],
    &["no", "fewer", "than"],
    &["a", "total", "of"],
    &["more", "than"],
    &["less", "than"],
    &["fewer", "than"],
    &["at", "least"],
    &["at", "most"],
    &["up", "to"],
    &["well", "over"],
    &["just", "over"],
    &["just", "under"],
    &["close", "to"],
    &["an", "estimated"],
    &["an", "additional"],
    &["mas", "de"],
    &["menos", "de"],
    &["al", "menos"],
    &["por", "lo", "menos"],
    &["cerca", "de"],
    &["alrededor", "de"],
    &["about"],
    &["over"],
    &["around"],
    &["nearly"],
    &["almost"],
    &["some"],
    &["roughly"],
    &["approximately"],
    &["under"],
    &["unos"],
    &["unas"],
    &["casi"],
];

/// The numbers of `line`, from left to right.
pub fn find(line: &Line) -> Vec<Numeral> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < line.len() {
        match numeral_at(line, at) {
            Some(found) => {
                at = found.last + 1;
                all.push(found);
            }
            None => at += 1,
        }
    }
    all
}

/// Whether the words from `at` on are `words`.
pub fn has_words(line: &Line, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(offset, word)| line.folded(at + offset) == *word)
}

/// Whether the word at `at` is digits alone, with their marks.
pub fn is_digits(line: &Line, at: usize) -> bool {
    let word = line.words().get(at).filter(|it| it.is_number());
    word.is_some_and(|it| it.text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.'))
}

/// The number in digits at `at`, when it has up to `digits` digits and no mark.
pub fn whole_number(line: &Line, at: usize, digits: usize) -> Option<u32> {
    let word = line.words().get(at)?.text;
    let fits = word.len() <= digits && word.bytes().all(|it| it.is_ascii_digit());
    fits.then(|| word.parse().ok())?
}

/// The last word of the number that starts at `at`, without what may stand before it.
pub fn core_end_at(line: &Line, at: usize) -> Option<usize> {
    core_end(line, at).map(|(end, _)| end)
}

/// Whether `word`, folded, is a number below a hundred in words.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

fn numeral_at(line: &Line, core: usize) -> Option<Numeral> {
    let (mut last, is_short) = core_end(line, core)?;
    if let Some(end) = range_end(line, core, last) {
        last = end;
    }
    let first = words_before(line, core);
    Some(Numeral { first, core, last, is_short })
}

/// The last word of the number that starts at `at`, and whether letters stand for a multiple.
fn core_end(line: &Line, at: usize) -> Option<(usize, bool)> {
    if is_digits(line, at) || is_digit_range(line, at) {
        return Some((multiples_end(line, groups_end(line, at)), false));
    }
    if has_short_multiple(line, at) {
        return Some((at, true));
    }
    if VAGUE.contains(&line.folded(at)) {
        let more =
            matches!(line.folded(at + 1), "of" | "de") && VAGUE.contains(&line.folded(at + 2));
        return Some((if more { at + 2 } else { at }, false));
    }
    let is_one = matches!(line.folded(at), "a" | "an" | "un" | "una");
    if is_one && MULTIPLES.contains(&line.folded(at + 1)) {
        return Some((multiples_end(line, at), false));
    }
    if has_words(line, at, &["half", "a"]) && MULTIPLES.contains(&line.folded(at + 2)) {
        return Some((at + 2, false));
    }
    spelled_end(line, at).map(|end| (end, false))
}

/// The end of a number in words: `two hundred and five thousand`.
fn spelled_end(line: &Line, at: usize) -> Option<usize> {
    let is_word = |at: usize| is_spelled(line.folded(at)) || MULTIPLES.contains(&line.folded(at));
    let starts = is_spelled(line.folded(at)) || line.folded(at) == "mil";
    if !starts {
        return None;
    }
    let mut end = at;
    loop {
        let joins = matches!(line.folded(end + 1), "and" | "y") && is_spelled(line.folded(end + 2));
        let is_sum = MULTIPLES.contains(&line.folded(end)) || line.folded(end + 1) == "y";
        if is_word(end + 1) && is_sum | MULTIPLES.contains(&line.folded(end + 1)) {
            end += 1;
        } else if joins && is_sum {
            end += 2;
        } else {
            return Some(end);
        }
    }
}

fn is_spelled(word: &str) -> bool {
    match word.split_once('-') {
        Some((ten, one)) => SMALL.contains(&ten) && SMALL.contains(&one),
        None => SMALL.contains(&word),
    }
}

/// `20-30`, `1.5-2`: digits, a hyphen, digits.
fn is_digit_range(line: &Line, at: usize) -> bool {
    let Some(word) = line.words().get(at).filter(|it| it.is_number()) else { return false };
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',')
    };
    word.text.split_once('-').is_some_and(|(low, high)| is_part(low) && is_part(high))
}

/// `3.5m`, `2bn`, `500k`.
fn has_short_multiple(line: &Line, at: usize) -> bool {
    let word = line.folded(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = digits.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
    let is_multiple = matches!(&word[digits.len()..], "k" | "m" | "mn" | "bn" | "b" | "tn");
    is_multiple && is_number && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// The end of groups of three digits that a narrow or fixed space parts: `520 000`.
fn groups_end(line: &Line, at: usize) -> usize {
    let mut end = at;
    let words = line.words();
    while let Some(next) = words.get(end + 1) {
        let gap = next.range.start() - words[end].range.end();
        let is_group = next.text.len() == 3 && next.text.bytes().all(|it| it.is_ascii_digit());
        if !is_group || !(2..=3).contains(&gap) {
            break;
        }
        end += 1;
    }
    end
}

fn multiples_end(line: &Line, at: usize) -> usize {
    let mut end = at;
    while MULTIPLES.contains(&line.folded(end + 1)) {
        end += 1;
    }
    end
}

/// The end of `30 to 40`, `10–15`, `between 2 and 3`.
fn range_end(line: &Line, core: usize, last: usize) -> Option<usize> {
    let before = core.checked_sub(1).map_or("", |it| line.folded(it));
    let joins = match line.folded(last + 1) {
        "to" | "a" => !matches!(before, "from" | "by" | "de") && is_digits(line, core),
        "and" => before == "between",
        "y" => before == "entre",
        "–" | "-" => true,
        _ => false,
    };
    let end = joins.then(|| core_end(line, last + 2)).flatten()?;
    Some(end.0)
}

/// Where the words that belong to the number or sign at `core` start.
pub fn words_before(line: &Line, core: usize) -> usize {
    let joined =
        core.checked_sub(1).is_some_and(|it| matches!(line.folded(it), "between" | "entre"));
    if joined {
        return core - 1;
    }
    let fits = |words: &&&[&str]| core >= words.len() && has_words(line, core - words.len(), words);
    BEFORE.iter().find(fits).map_or(core, |it| core - it.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn check(text: &str, expected: &[&str]) {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let found = find(&line);
        let shown = |it: &Numeral| line.range(it.first, it.last).slice(text).unwrap().to_owned();
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        check("3,500.50 and 520\u{202f}000 or 20-30", &["3,500.50", "520\u{202f}000", "20-30"]);
        check("two hundred and five thousand", &["two hundred and five thousand"]);
        check(
            "twenty-five, a dozen, half a million",
            &["twenty-five", "a dozen", "half a million"],
        );
        check("tens of thousands of men", &["tens of thousands"]);
        check("treinta y cinco mil, un millón", &["treinta y cinco mil", "un millón"]);
        check("three, four and five", &["three", "four", "five"]);
        check("555-1234-567 is B2B", &[]);
    }

    #[test]
    fn words_before_belong_to_the_number() {
        check("well, more than 30 to 40 men", &["more than 30 to 40"]);
        check("between 2 and 3, entre 5 y 6", &["between 2 and 3", "entre 5 y 6"]);
        check("from 2 to 3", &["2", "3"]);
    }
}
