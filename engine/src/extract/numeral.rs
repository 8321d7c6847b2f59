//! Numbers as they are written: digits with their groups, words, parts of one, and the words that go
//! with them (`more than`, `about`), in English and Spanish.
//!
//! What a number counts is read by others. The Spanish `un` and `una` alone are left out: each is far
//! more often an article.

use crate::extract::lexicon::Kinds;
use crate::extract::line::Line;
use crate::extract::modifier::words_before;

/// How a number is written, which says what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Digits or words that say how many: `3,500`, `two hundred`, `un millón`.
    Exact,
    /// Letters stand for a multiple (`3.5m`): a number only beside a currency.
    Short,
    /// About so many: `dozens`, `cientos de miles`.
    Vague,
    /// A part of one: `half`, `a third`, `dos tercios`.
    Part,
}

/// A number in a sentence, as words of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The first word, with `more than` and the like.
    pub first: usize,
    /// The first word of the number itself.
    pub core: usize,
    /// The last word; of a range (`30 to 40`) the last of the second number.
    pub last: usize,
    /// How it is written; of a range, the second number.
    pub shape: Shape,
}

/// What a number may start with.
const OPENERS: Kinds = Kinds::DIGITS
    .or(Kinds::MIXED)
    .or(Kinds::SMALL)
    .or(Kinds::SPANISH_SMALL)
    .or(Kinds::ONE)
    .or(Kinds::HYPHENED)
    .or(Kinds::MULTIPLE)
    .or(Kinds::VAGUE)
    .or(Kinds::FRACTION);

/// The numbers of `line`, from left to right.
pub fn find(line: &Line) -> Vec<Number> {
    let mut all = Vec::new();
    if !line.has(OPENERS.or(Kinds::ORDINAL)) {
        return all;
    }
    let mut at = 0;
    while at < line.len() {
        match number_at(line, at) {
            Some(found) => {
                at = found.last + 1;
                all.push(found);
            }
            None => at += 1,
        }
    }
    all
}

/// Whether the words from `at` on are `words`, which blanks part.
pub fn has_words(line: &Line, at: usize, words: &str) -> bool {
    words.split(' ').enumerate().all(|(offset, word)| line.folded(at + offset) == word)
}

/// The folded word `back` words before `at`; empty before the start.
pub fn before<'l>(line: &'l Line, at: usize, back: usize) -> &'l str {
    line.folded(at.wrapping_sub(back))
}

/// Whether the word `back` words before `at` can be one of `kinds`.
pub fn is_before(line: &Line, at: usize, back: usize, kinds: Kinds) -> bool {
    line.is(at.wrapping_sub(back), kinds)
}

/// The number in digits at `at`, when it has up to `digits` digits and no mark.
pub fn whole_number(line: &Line, at: usize, digits: usize) -> Option<u32> {
    let word = line.words().get(at).filter(|it| it.kinds.is(Kinds::INTEGER))?.text;
    (word.len() <= digits).then(|| word.parse().ok())?
}

/// The word after `number` at which what it counts may stand: behind `or more`, behind `of` where the
/// number takes one, behind an article after a part.
pub fn after(line: &Line, number: Number) -> usize {
    let mut at = number.last + 1;
    let is_more = matches!(line.folded(at + 1), "more" | "less" | "so" | "mas" | "menos");
    if matches!(line.folded(at), "or" | "o") && is_more {
        at += 2;
    }
    let takes_of = number.shape != Shape::Exact
        || line.is(number.last, Kinds::MULTIPLE.or(Kinds::GROUP).or(Kinds::VAGUE));
    if takes_of && line.is(at, Kinds::OF) {
        at += 1;
    }
    at + usize::from(number.shape == Shape::Part && line.is(at, Kinds::A))
}

/// The last word of the number that starts at `at`, without what may stand before it.
pub fn core_end(line: &Line, at: usize) -> Option<usize> {
    single(line, at).map(|it| it.0)
}

fn number_at(line: &Line, core: usize) -> Option<Number> {
    let (last, shape) = single(line, core)?;
    let (core, last, shape) = match range(line, core, last) {
        Some((start, end, shape)) => (start, end, shape),
        None => (core, last, shape),
    };
    Some(Number { first: words_before(line, core), core, last, shape })
}

/// The number that starts at `at`, not as a part of a range: its last word and its shape.
fn single(line: &Line, at: usize) -> Option<(usize, Shape)> {
    let kinds = line.kinds(at);
    if !kinds.is(OPENERS.or(Kinds::A).or(Kinds::THE).or(Kinds::SOME)) {
        return None;
    }
    if let Some(end) = part_end(line, at) {
        return Some(match multiple_of_part(line, end) {
            Some(end) => (end, Shape::Exact),
            None => (end, Shape::Part),
        });
    }
    if kinds.is(Kinds::DIGITS) || kinds.is(Kinds::MIXED) && is_digit_range(line, at) {
        return Some((half_end(line, multiples_end(line, groups_end(line, at))), Shape::Exact));
    }
    if kinds.is(Kinds::MIXED) {
        return has_short_multiple(line.folded(at)).then_some((at, Shape::Short));
    }
    if kinds.is(Kinds::VAGUE) {
        return vague_end(line, at).map(|it| (it, Shape::Vague));
    }
    if kinds.is(Kinds::A) && line.is(at + 1, Kinds::GROUP) {
        return Some((spelled_from(line, multiples_end(line, at + 1)), Shape::Exact));
    }
    if kinds.is(Kinds::SOME.or(Kinds::A)) {
        return some_end(line, at).map(|it| (it, Shape::Vague));
    }
    let starts = is_spelled(line, at) || line.folded(at) == "mil";
    starts.then(|| (half_end(line, spelled_from(line, at)), Shape::Exact))
}

/// The end of a number in words from its first word on: `two hundred and five thousand`.
fn spelled_from(line: &Line, at: usize) -> usize {
    let mut end = at;
    loop {
        let is_sum = line.is(end, Kinds::MULTIPLE) || before(line, end, 0).starts_with("cien");
        let is_sum = is_sum || line.folded(end).ends_with("cientos");
        let joins = match line.folded(end + 1) {
            "and" => is_sum,
            "y" => is_ten(line.folded(end)),
            _ => false,
        };
        // `twenty four`
        let is_ten = line.folded(end).ends_with("ty") && line.is(end + 1, Kinds::SMALL);
        let is_sum = is_sum || is_ten && !line.folded(end + 1).ends_with("ty");
        if joins && is_spelled(line, end + 2) {
            end += 2;
        } else if line.is(end + 1, Kinds::MULTIPLE) || is_sum && is_spelled(line, end + 1) {
            end += 1;
        } else {
            return end;
        }
    }
}

/// Spanish tens, which `y` joins to ones.
fn is_ten(word: &str) -> bool {
    matches!(
        word,
        "treinta" | "cuarenta" | "cincuenta" | "sesenta" | "setenta" | "ochenta" | "noventa"
    )
}

/// Whether a number in one word stands at `at`: `seven`, `twenty-five`, in Spanish `once`.
fn is_spelled(line: &Line, at: usize) -> bool {
    let kinds = line.kinds(at);
    if kinds.is(Kinds::HYPHENED) {
        let (ten, one) = line.folded(at).split_once('-').unwrap_or_default();
        return is_small(ten) && is_small(one);
    }
    kinds.is(Kinds::SMALL)
        || kinds.is(Kinds::SPANISH_SMALL) && line.is_spanish()
        || is_one(line, at)
}

/// Whether `uno` counts here: `uno por ciento`, `uno de cada diez`, `una de las`.
fn is_one(line: &Line, at: usize) -> bool {
    if !line.is(at, Kinds::ONE) {
        return false;
    }
    if matches!(before(line, at, 1), "cada" | "ni") {
        return false;
    }
    let is_counted = matches!(line.folded(at + 2), "los" | "las" | "cada" | "sus" | "nuestros");
    has_words(line, at + 1, "por ciento") || line.folded(at + 1) == "de" && is_counted
}

/// Whether `word`, folded, is a number below a thousand in words.
pub fn is_small(word: &str) -> bool {
    crate::extract::lexicon::kinds_of(word).is(Kinds::SMALL)
}

/// The end of a number that is not exact: `dozens`, `hundreds of thousands`, `miles de millones`.
fn vague_end(line: &Line, at: usize) -> Option<usize> {
    let takes_of = line.is(at + 1, Kinds::OF);
    match line.folded(at) {
        "miles" if !(line.is_spanish() || line.folded(at + 1) == "de") => return None,
        "scores" if !takes_of => return None,
        _ => {}
    }
    let is_miles = line.folded(at + 1) == "of" && line.folded(at + 2) == "miles";
    let is_more = takes_of && !is_miles && line.is(at + 2, Kinds::VAGUE.or(Kinds::MULTIPLE));
    Some(if is_more { multiples_end(line, at + 2) } else { at })
}

/// The end of `several hundred`, `a few dozen`, `varios cientos de millones`.
fn some_end(line: &Line, at: usize) -> Option<usize> {
    let mut next = at + 1;
    next += usize::from(line.is(at, Kinds::A) && line.is(next, Kinds::SOME));
    next += usize::from(line.folded(next) == "of");
    let is_some = line.is(at, Kinds::SOME) || next > at + 1;
    if !is_some || !line.is(next, Kinds::MULTIPLE.or(Kinds::VAGUE)) || line.folded(at) == "some" {
        return None;
    }
    let end = multiples_end(line, next);
    vague_end(line, end).or(Some(end))
}

/// The end of a part of one: `half`, `a third`, `two-thirds`, `la mitad`, `una cuarta parte`.
fn part_end(line: &Line, at: usize) -> Option<usize> {
    let (word, next) = (line.folded(at), line.folded(at + 1));
    if line.is(at, Kinds::HYPHENED) {
        let (count, part) = word.split_once('-')?;
        return (is_small(count) && is_fraction(part)).then_some(at);
    }
    match word {
        "half" | "mitad" => return Some(at),
        "medio" | "media" => return is_measured(line, at + 1).then_some(at),
        "la" if next == "mitad" => return Some(at + 1),
        _ => {}
    }
    if matches!(line.folded(at + 2), "parte" | "partes") {
        let is_part = line.is(at + 1, Kinds::ORDINAL) || next.ends_with("tas");
        return (is_part && line.is(at, Kinds::SMALL.or(Kinds::A).or(Kinds::THE)))
            .then_some(at + 2);
    }
    let is_one = matches!(word, "a" | "one" | "un" | "1");
    let is_singular = line.is(at + 1, Kinds::FRACTION) && !next.ends_with('s');
    if is_one && is_singular && !matches!(next, "half" | "mitad" | "medio" | "media") {
        return Some(at + 1);
    }
    let is_plural = line.is(at + 1, Kinds::FRACTION) && next.ends_with('s');
    let takes_of = line.is(at + 2, Kinds::OF) || matches!(next, "thirds" | "tercios");
    (line.is(at, Kinds::SMALL) && is_plural && takes_of).then_some(at + 1)
}

fn is_fraction(word: &str) -> bool {
    crate::extract::lexicon::kinds_of(word).is(Kinds::FRACTION)
}

/// Whether what `medio` halves stands at `at`.
fn is_measured(line: &Line, at: usize) -> bool {
    let measure = Kinds::UNIT.or(Kinds::PERIOD).or(Kinds::HOURS);
    line.is(at, measure.or(Kinds::GROUP)) || has_words(line, at, "punto porcentual")
}

/// The end of `half a million`, `a quarter of a million`, `medio millón`, after the part.
fn multiple_of_part(line: &Line, last: usize) -> Option<usize> {
    let mut at = last + 1;
    at += usize::from(line.is(at, Kinds::OF));
    at += usize::from(line.is(at, Kinds::A));
    let is_multiple = at > last + 1 || matches!(line.folded(last), "medio" | "media");
    (is_multiple && line.is(at, Kinds::GROUP)).then(|| multiples_end(line, at))
}

/// The end with `and a half`, `y medio` behind the number that ends at `last`.
fn half_end(line: &Line, last: usize) -> usize {
    if has_words(line, last + 1, "and a half") {
        return last + 3;
    }
    let is_half =
        line.folded(last + 1) == "y" && matches!(line.folded(last + 2), "medio" | "media");
    let is_fraction = line.folded(last + 1) == "1/2";
    last + 2 * usize::from(is_half) + usize::from(is_fraction)
}

/// The two numbers of `20-30`, `1.5-2` in one word.
fn is_digit_range(line: &Line, at: usize) -> bool {
    line.folded(at).split_once('-').is_some_and(|(low, high)| rises(low, high))
}

/// Whether two numbers in digits may be the ends of a range: the first is less, by not too much, and
/// neither is written like a part of a name or of a telephone number.
fn rises(low: &str, high: &str) -> bool {
    let is_number = |it: &str| {
        let is_code = it.starts_with('0') && it[1..].starts_with(|c: char| c.is_ascii_digit());
        let is_digits = it.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
        !it.is_empty() && !is_code && is_digits
    };
    let whole = |it: &str| it.find(['.', ',']).filter(|at| it.len() - at != 4).unwrap_or(it.len());
    let size = |it: &str| it[..whole(it)].bytes().filter(u8::is_ascii_digit).count();
    let is_less = || size(low) < size(high) || size(low) == size(high) && low < high;
    let is_near = || size(high) == size(low) || size(low) < 3 && size(high) == size(low) + 1;
    is_number(low) && is_number(high) && is_less() && is_near()
}

/// `3.5m`, `2bn`, `500k`, folded.
fn has_short_multiple(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = digits.bytes().all(|it| it.is_ascii_digit() || it == b'.' || it == b',');
    is_number && matches!(&word[digits.len()..], "k" | "m" | "mn" | "bn" | "b" | "tn")
}

/// The end of groups of three digits that a narrow or fixed space parts, in Spanish also a plain one:
/// `520 000`.
fn groups_end(line: &Line, at: usize) -> usize {
    let mut end = at;
    let words = line.words();
    while let Some(next) = words.get(end + 1) {
        let gap = next.range.start() - words[end].range.end();
        let is_group = next.text.len() == 3 && next.kinds.is(Kinds::INTEGER);
        let is_first = end > at || words[at].text.len() <= 3 && words[at].kinds.is(Kinds::INTEGER);
        let is_gap = (2..=3).contains(&gap) || gap == 1 && line.is_spanish();
        if !is_group || !is_gap || !is_first {
            break;
        }
        end += 1;
    }
    end
}

fn multiples_end(line: &Line, at: usize) -> usize {
    let mut end = at;
    while line.is(end + 1, Kinds::MULTIPLE) {
        end += 1;
    }
    end
}

/// The range that starts with the number `core..=last`: its first word (an article before the number
/// may belong to it), its last, and the shape of the second number.
fn range(line: &Line, core: usize, last: usize) -> Option<(usize, usize, Shape)> {
    let join = last + 1;
    let article = |at: usize| matches!(line.folded(at), "el" | "la" | "un" | "una");
    let next = join + 1 + usize::from(article(join + 1) && !line.is(join + 2, Kinds::FRACTION));
    let start =
        core - usize::from(core > 1 && article(core - 1) && before(line, core, 2) == "entre");
    let (end, shape) = single(line, next)?;
    let joins = match line.folded(join) {
        "and" => before(line, start, 1) == "between",
        "y" => before(line, start, 1) == "entre",
        "or" | "o" | "u" => is_plain(line, core, last) && is_plain(line, next, end),
        "–" | "—" | "-" => {
            let is_close = !line.words()[join].spaced || is_counted(line, end);
            is_close && rises(line.folded(last), line.folded(next))
        }
        "to" => {
            rises_to(line, core, last, next) || is_counted(line, end) && !falls(line, last, next)
        }
        "a" | "al" => !line.is_english() && is_counted(line, end) && !falls(line, last, next),
        _ => false,
    };
    joins.then_some((start, end, shape))
}

/// Whether the number is one plain word.
fn is_plain(line: &Line, first: usize, last: usize) -> bool {
    first == last && line.is(first, Kinds::SMALL.or(Kinds::INTEGER))
}

/// Whether `30 to 40` is a range here, and not a change or a score.
fn rises_to(line: &Line, core: usize, last: usize, next: usize) -> bool {
    let is_change = matches!(before(line, core, 1), "from" | "by" | "of");
    let are_digits = line.is(last, Kinds::DIGITS) && line.is(next, Kinds::DIGITS);
    !is_change && are_digits && rises(line.folded(last), line.folded(next))
}

/// Whether the number at `last` is in digits and greater than that at `next`: no range.
pub fn falls(line: &Line, last: usize, next: usize) -> bool {
    let are_digits = line.is(last, Kinds::DIGITS) && line.is(next, Kinds::DIGITS);
    are_digits && rises(line.folded(next), line.folded(last))
}

/// Whether what is measured stands behind the number that ends at `last`.
fn is_counted(line: &Line, last: usize) -> bool {
    let number = Number { first: last, core: last, last, shape: Shape::Exact };
    let at = after(line, number);
    let measure = Kinds::UNIT.or(Kinds::PERIOD).or(Kinds::HOURS).or(Kinds::CURRENCY);
    line.is(at, measure) || matches!(line.folded(at), "%" | "percent" | "per" | "por")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn check(text: &str, expected: &[&str]) {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let found = find(&line);
        let shown = |it: &Number| line.range(it.first, it.last).slice(text).unwrap().to_owned();
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
        check("dos millones y medio, two and a half", &["dos millones y medio", "two and a half"]);
        check("los once de la lista", &["once"]);
        check("the last of them once more", &[]);
    }

    #[test]
    fn parts_of_one_are_numbers() {
        check("two-thirds, a quarter of a million", &["two-thirds", "a quarter of a million"]);
        check("la mitad, dos tercios, medio millón", &["la mitad", "dos tercios", "medio millón"]);
        check("una cuarta parte de ellos", &["una cuarta parte"]);
    }

    #[test]
    fn scores_and_telephones_are_no_ranges() {
        check("lost 3-1 and 6-2, call 555-0142", &[]);
        check("by 52 to 47 votes", &["52", "47"]);
        check("led by 47 to 40 percent", &["47", "40"]);
        check("from 40 to 47 percent, twenty four", &["40 to 47", "twenty four"]);
    }
}
