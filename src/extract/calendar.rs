//! Dates and periods: DATE, after the practice of OntoNotes 5, in English and
//! Spanish.
//!
//! English articles belong to the period (`the end of January`), Spanish ones before a plain date do
//! not (`el 3 de marzo`). Events named by a date (`9/11`) read as dates.

use crate::extract::Reason;
use crate::extract::almanac::{
    MONTHS, NAMED_DAYS, PARTS, PERIODS, PLACING, SEASONS, SPANISH_MONTHS, SPANISH_PARTS,
    SPANISH_PLACING, VAGUE_COUNTS, WEEKDAYS, YEAR_AFTER,
};
use crate::extract::candidate::Candidate;
use crate::extract::line::Line;
use crate::extract::numeral::{self, core_end_at, has_words, whole_number, words_before};

/// Adds the dates of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    for at in 0..line.len() {
        if let Some((first, last)) = period_at(line, at) {
            all.push(candidate(first, last, 0.86));
        }
        if let Some((last, score)) = date_at(line, at) {
            let (first, last) = with_part(line, at, last);
            all.push(candidate(first, last, score));
        }
    }
}

fn candidate(first: usize, last: usize, score: f32) -> Candidate {
    Candidate { first, last, label: "DATE", score, reason: Reason::Calendar }
}

/// The folded word `back` words before `at`; empty before the start.
pub(crate) fn before<'l>(line: &'l Line, at: usize, back: usize) -> &'l str {
    at.checked_sub(back).map_or("", |it| line.folded(it))
}

/// A point on the calendar that starts at `at`: its last word and how sure it is.
fn date_at(line: &Line, at: usize) -> Option<(usize, f32)> {
    let word = line.folded(at);
    if WEEKDAYS.contains(&word) {
        return weekday_end(line, at).map(|it| (it, 0.93));
    }
    if is_month(line, at) {
        return Some((month_end(line, at), 0.92));
    }
    if let Some(end) = day_month_end(line, at) {
        return Some((end, 0.95));
    }
    if NAMED_DAYS.contains(&word) {
        return Some((at, 0.8));
    }
    if is_numeric_date(line, at) || is_decade(line, at) {
        return Some((at, 0.88));
    }
    if let Some(end) = named_year_end(line, at) {
        return Some((end, 0.9));
    }
    year_end(line, at)
}

/// `Monday`, `Monday, March 3, 2024`.
fn weekday_end(line: &Line, at: usize) -> Option<usize> {
    let is_spanish = line.folded(at).ends_with("es") && !line.folded(at).ends_with("days");
    if !line.words()[at].is_capital
        && !is_spanish
        && !matches!(line.folded(at), "sabado" | "domingo")
    {
        return None;
    }
    let next = at + 1 + usize::from(line.folded(at + 1) == ",");
    if next < line.len() && is_month(line, next) && whole_number(line, next + 1, 2).is_some() {
        return Some(month_end(line, next));
    }
    Some(day_month_end(line, at + 1).filter(|_| is_spanish).unwrap_or(at))
}

/// Whether a month stands at `at`. `May` and `March` need company that makes them months.
fn is_month(line: &Line, at: usize) -> bool {
    let word = line.folded(at);
    if SPANISH_MONTHS.contains(&word) {
        return true;
    }
    if !MONTHS.contains(&word) || !line.words()[at].is_capital {
        return false;
    }
    if !matches!(word, "may" | "march" | "jan" | "dec" | "august") {
        return true;
    }
    let is_near_number = whole_number(line, at + 1, 4).is_some()
        || at.checked_sub(1).is_some_and(|it| whole_number(line, it, 2).is_some());
    let placed = matches!(
        before(line, at, 1),
        "in" | "of"
            | "since"
            | "until"
            | "by"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "through"
            | "from"
            | "to"
            | "and"
            | "between"
            | "every"
            | "each"
    );
    is_near_number || placed
}

/// The end of `January 1, 2026`, `January 2026`, `January`, from the month on.
fn month_end(line: &Line, month: usize) -> usize {
    let is_day = whole_number(line, month + 1, 2).is_some_and(|it| (1..=31).contains(&it));
    let has_ordinal = is_ordinal_day(line, month + 1);
    let mut end = if is_day || has_ordinal { month + 1 } else { month };
    if matches!(line.folded(end + 1), "-" | "–")
        && is_day
        && whole_number(line, end + 2, 2).is_some()
    {
        end += 2;
    }
    let next = end + 1 + usize::from(line.folded(end + 1) == ",");
    if is_year(line, next) {
        return next;
    }
    let of = matches!(line.folded(end + 1), "de" | "del" | "of") && is_year(line, end + 2);
    if of { end + 2 } else { end }
}

/// The end of `14 May 1978`, `3rd of March`, `3 de marzo de 2024`, from the day on.
fn day_month_end(line: &Line, at: usize) -> Option<usize> {
    let is_day = whole_number(line, at, 2).is_some_and(|it| (1..=31).contains(&it));
    if !is_day && !is_ordinal_day(line, at) {
        return None;
    }
    let month = at + 1 + usize::from(matches!(line.folded(at + 1), "of" | "de"));
    (month < line.len() && is_month(line, month) && !line.words()[month].text.contains('-'))
        .then(|| year_after_month(line, month))
}

fn year_after_month(line: &Line, month: usize) -> usize {
    let of = matches!(line.folded(month + 1), "de" | "del" | ",");
    let year = month + 1 + usize::from(of);
    if is_year(line, year) { year } else { month }
}

/// `3rd`, `21st`.
fn is_ordinal_day(line: &Line, at: usize) -> bool {
    let word = line.folded(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") && matches!(digits.len(), 1 | 2)
}

fn is_year(line: &Line, at: usize) -> bool {
    whole_number(line, at, 4).is_some_and(|it| (1_000..2_200).contains(&it))
}

/// `the year 2020`, `fiscal year 2024`, `el año 2020`, `2023 alone`.
fn named_year_end(line: &Line, at: usize) -> Option<usize> {
    let is_named = has_words(line, at, &["fiscal", "year"])
        || has_words(line, at, &["the", "year"])
        || has_words(line, at, &["el", "ano"]);
    if is_named && is_year(line, at + 2) {
        return Some(at + 2);
    }
    (is_year(line, at) && line.folded(at + 1) == "alone").then_some(at + 1)
}

/// A bare year, or two joined by a dash.
fn year_end(line: &Line, at: usize) -> Option<(usize, f32)> {
    let year = whole_number(line, at, 4).filter(|it| (1_000..2_100).contains(it))?;
    let is_joined = at > 0
        && !line.words()[at].spaced
        && matches!(before(line, at, 1), "-" | "/" | "$" | "€" | "£");
    if is_joined {
        return None;
    }
    let is_dash = matches!(line.folded(at + 1), "–" | "-");
    if is_dash && (is_year(line, at + 2) || whole_number(line, at + 2, 2).is_some()) {
        return Some((at + 2, 0.85));
    }
    let follows = YEAR_AFTER.contains(&before(line, at, 1));
    let next = line.words().get(at + 1);
    let counts = next
        .is_some_and(|it| it.has_letter() && it.text.ends_with('s') && it.text.len() > 3)
        && next.is_some_and(|it| !it.is_capital);
    match (follows, counts) {
        (_, true) => None,
        (true, false) => Some((at, 0.85)),
        (false, false) => (year >= 1_800).then_some((at, 0.6)),
    }
}

/// `11/9/2024`, `2024-11-09`, `9/11`, `2019-21`.
fn is_numeric_date(line: &Line, at: usize) -> bool {
    let Some(word) = line.words().get(at).filter(|it| it.is_number()) else { return false };
    let lengths = |sign: char| -> Vec<usize> {
        let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        word.text.split(sign).map(|it| if digits(it) { it.len() } else { 0 }).collect()
    };
    let with_slash = matches!(lengths('/')[..], [1 | 2, 1 | 2, 2 | 4] | [4, 2, 2]);
    let is_day = word.text == "9/11";
    with_slash
        || is_day
        || matches!(lengths('-')[..], [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4] | [4, 2 | 4])
}

/// `1990s`.
fn is_decade(line: &Line, at: usize) -> bool {
    let word = line.folded(at);
    let digits = word.strip_suffix('s').unwrap_or_default();
    matches!(digits.len(), 2 | 4)
        && digits.ends_with('0')
        && digits.bytes().all(|it| it.is_ascii_digit())
}

/// The date `first..=last` with what says which part of it: `the end of`, `early`, `the summer of`.
fn with_part(line: &Line, first: usize, last: usize) -> (usize, usize) {
    let mut first = first;
    let word = before(line, first, 1);
    if matches!(word, "early" | "late" | "mid" | "earlier")
        || (word == "-" && before(line, first, 2) == "mid")
    {
        first -= if word == "-" { 2 } else { 1 };
    } else if PLACING.contains(&word) && !is_year(line, first) {
        first -= 1;
    } else if word == "of" && is_part(line, first) {
        first -= 2;
    } else if matches!(word, "de" | "del") && SPANISH_PARTS.contains(&before(line, first, 2)) {
        return (first - 2, last);
    }
    let takes_article = is_decade(line, first) || first < last && !is_plain_date(line, first);
    if takes_article && before(line, first, 1) == "the" {
        first -= 1;
    }
    (first, last)
}

/// Whether `the end of`, `the summer of` stands before the date at `first`.
fn is_part(line: &Line, first: usize) -> bool {
    let part = before(line, first, 2);
    PARTS.contains(&part) || SEASONS.contains(&part)
}

/// Whether a date that names itself starts at `first`: an article before it says nothing.
fn is_plain_date(line: &Line, first: usize) -> bool {
    is_month(line, first)
        || WEEKDAYS.contains(&line.folded(first))
        || line.words()[first].is_number()
}

/// A period whose word (`week`, `años`, `summer`) is at `at`: its first and last word.
fn period_at(line: &Line, at: usize) -> Option<(usize, usize)> {
    let word = line.folded(at);
    if is_hyphenated_period(word) {
        return Some((at, at));
    }
    let is_period = PERIODS.contains(&word);
    if !is_period && !SEASONS.contains(&word) {
        return None;
    }
    let first = placed_start(line, at)
        .or_else(|| is_period.then(|| counted_start(line, at)).flatten())
        .or_else(|| quarter_start(line, at))?;
    let first = outer_part(line, first);
    Some((first, period_end(line, at)))
}

/// Where `last year`, `the past three years`, `this summer`, `la semana pasada` start.
fn placed_start(line: &Line, at: usize) -> Option<usize> {
    let previous = at.checked_sub(1)?;
    if matches!(line.folded(at + 1), "pasado" | "pasada" | "proximo" | "proxima") {
        return Some(if matches!(line.folded(previous), "el" | "la") { previous } else { at });
    }
    if SPANISH_PLACING.contains(&line.folded(previous)) {
        let is_article = matches!(before(line, previous, 1), "el" | "la");
        return Some(previous - usize::from(is_article));
    }
    if line.folded(previous) == "the" && PARTS.contains(&before(line, previous, 2)) {
        return Some(previous);
    }
    let first = number_start(line, previous).unwrap_or(at);
    let placing = first.checked_sub(1)?;
    let is_placing = PLACING.contains(&line.folded(placing))
        || matches!(line.folded(placing), "ultimos" | "ultimas" | "proximos" | "proximas");
    if !is_placing || (line.folded(placing) == "this" && first < at) {
        return None;
    }
    let is_article = matches!(before(line, placing, 1), "the" | "los" | "las");
    Some(placing - usize::from(is_article))
}

/// Where the number that ends at `last` starts.
fn number_start(line: &Line, last: usize) -> Option<usize> {
    if matches!(line.folded(last), "few" | "several" | "couple") {
        return Some(last);
    }
    let from = last.saturating_sub(4);
    (from..=last).find(|it| core_end_at(line, *it) == Some(last))
}

/// Where `three weeks`, `an additional six months`, `a few days`, `the day` start.
pub(crate) fn counted_start(line: &Line, at: usize) -> Option<usize> {
    let previous = at.checked_sub(1)?;
    if let Some(core) = numeral_before(line, previous) {
        return Some(core);
    }
    match line.folded(previous) {
        "few" | "couple" if matches!(before(line, previous, 1), "a" | "the") => Some(previous - 1),
        "of" if before(line, previous, 1) == "couple" => previous.checked_sub(2),
        "the" | "that" => None,
        it if VAGUE_COUNTS.contains(&it) => Some(previous),
        "for" if line.folded(at).ends_with('s') => Some(at),
        _ => None,
    }
}

/// Where the number that ends at `last` starts, with `more than` and the like.
pub(crate) fn numeral_before(line: &Line, last: usize) -> Option<usize> {
    let core = number_start(line, last).filter(|it| core_end_at(line, *it).is_some())?;
    let is_range = matches!(before(line, core, 1), "to" | "-" | "–" | "and" | "a" | "y");
    let low = core.checked_sub(2).filter(|_| is_range).and_then(|it| number_start(line, it));
    Some(words_before(line, low.unwrap_or(core)))
}

/// Where `the third quarter`, `the 21st century` start.
fn quarter_start(line: &Line, at: usize) -> Option<usize> {
    if !matches!(line.folded(at), "quarter" | "century" | "siglo" | "trimestre") {
        return None;
    }
    let previous = at.checked_sub(1)?;
    let is_ordinal = is_ordinal_day(line, previous)
        || matches!(
            line.folded(previous),
            "first" | "second" | "third" | "fourth" | "primer" | "segundo" | "tercer"
        );
    let article = previous.checked_sub(1).filter(|it| matches!(line.folded(*it), "the" | "el"));
    is_ordinal.then(|| article.unwrap_or(previous))
}

/// `the end of` before a period.
fn outer_part(line: &Line, first: usize) -> usize {
    let has_part = before(line, first, 1) == "of" && PARTS.contains(&before(line, first, 2));
    if has_part && before(line, first, 3) == "the" { first - 3 } else { first }
}

/// The end of a period: `ago`, `later`, `of 2024`, `pasado`.
fn period_end(line: &Line, at: usize) -> usize {
    match line.folded(at + 1) {
        "ago" | "later" | "earlier" | "old" | "pasado" | "pasada" | "atras" => at + 1,
        "of" | "de" if is_year(line, at + 2) => at + 2,
        _ => at,
    }
}

/// `20-year-old`, `six-month`, `two-week-long`.
fn is_hyphenated_period(word: &str) -> bool {
    let mut parts = word.split('-');
    let (Some(number), Some(period)) = (parts.next(), parts.next()) else { return false };
    let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())
        || numeral::is_small(number);
    let ends = parts.next().is_none_or(|it| matches!(it, "old" | "olds" | "long"));
    is_number && ends && PERIODS.contains(&period)
}
