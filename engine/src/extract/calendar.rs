//! Points on the calendar: DATE, from a day to a century.
//!
//! An English article belongs to what it makes one (`the 1990s`, `the end of January`); a Spanish one
//! before a date that names itself does not (`el 3 de marzo`). Two dates of one sort that are joined
//! (`Monday to Friday`) are one. Events named by a date (`9/11`) read as dates.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::count::is_counted;
use crate::extract::lexicon::Kinds;
use crate::extract::line::Line;
use crate::extract::numeral::{before, has_words, is_before, whole_number};
use crate::extract::year::{decade_end, era_end, is_numeric_date, is_year, year_end};

/// What kind of date: only dates of one sort make a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Weekday,
    Month,
    Year,
    Decade,
    Other,
}

/// A date as words of a sentence.
#[derive(Clone, Copy, Debug)]
struct Point {
    first: usize,
    last: usize,
    sort: Sort,
    score: f32,
}

/// What a date may start with.
const OPENERS: Kinds = Kinds::INTEGER
    .or(Kinds::DIGITS)
    .or(Kinds::MIXED)
    .or(Kinds::HYPHENED)
    .or(Kinds::MONTH)
    .or(Kinds::SPANISH_MONTH)
    .or(Kinds::WEEKDAY)
    .or(Kinds::SPANISH_WEEKDAY)
    .or(Kinds::DAY)
    .or(Kinds::DAY_PART)
    .or(Kinds::RHYTHM)
    .or(Kinds::HOLIDAY)
    .or(Kinds::PERIOD)
    .or(Kinds::SMALL);

/// Adds the dates of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    if !line.has(OPENERS) {
        return;
    }
    let (mut at, mut previous): (usize, Option<Point>) = (0, None);
    while at < line.len() {
        let Some(point) = point_at(line, at) else {
            at += 1;
            continue;
        };
        let (first, last) = whole(line, point);
        all.push(candidate(first, last, point.score));
        if let Some(range) = previous.and_then(|it| joined(line, it, point)) {
            let (first, _) = whole(line, range);
            all.push(candidate(first, last, range.score));
        }
        previous = Some(point);
        at = point.last + 1;
    }
}

/// The last word of the date that starts at `at`.
pub fn date_end(line: &Line, at: usize) -> Option<usize> {
    point_at(line, at).map(|it| it.last)
}

fn candidate(first: usize, last: usize, score: f32) -> Candidate {
    Candidate { first, last, label: "DATE", score, reason: Reason::Calendar }
}

/// The range from `low` to `high`, if a word joins them: `Monday to Friday`, `between 2005 and 2008`.
fn joined(line: &Line, low: Point, high: Point) -> Option<Point> {
    let join = low.last + 1;
    let gap = high.first.checked_sub(join)?;
    let is_between = matches!(before(line, low.first, 1), "between" | "entre");
    let joins = match line.folded(join) {
        "to" | "through" | "thru" | "–" | "-" | "—" | "a" | "al" => true,
        "and" | "y" => is_between || low.sort == Sort::Decade && high.sort == Sort::Decade,
        _ => false,
    };
    let is_close = gap == 1 || gap == 2 && line.is(join + 1, Kinds::THE);
    if !joins || !is_close || low.sort != high.sort || low.sort == Sort::Other {
        return None;
    }
    let first = low.first - usize::from(is_between);
    Some(Point { first, last: high.last, sort: low.sort, score: 0.93 })
}

/// A date that starts at `at`, without what says which part of it.
fn point_at(line: &Line, at: usize) -> Option<Point> {
    let kinds = line.kinds(at);
    if !kinds.is(OPENERS)
        && !matches!(
            line.folded(at),
            "fiscal" | "fy" | "primero" | "new" | "the" | "los" | "’" | "'"
        )
    {
        return None;
    }
    let point = |last, sort, score| Some(Point { first: at, last, sort, score });
    if kinds.is(Kinds::WEEKDAY.or(Kinds::SPANISH_WEEKDAY)) {
        let last = weekday_end(line, at)?;
        return point(last, Sort::Weekday, 0.93);
    }
    if is_month(line, at) {
        return point(month_end(line, at), Sort::Month, 0.92);
    }
    if let Some(last) = day_month_end(line, at) {
        return point(last, Sort::Month, 0.95);
    }
    if let Some(last) = named_end(line, at) {
        return point(last, Sort::Other, 0.8);
    }
    if is_numeric_date(line, at) {
        return point(at, Sort::Other, 0.88);
    }
    if let Some(last) = decade_end(line, at) {
        return point(last, Sort::Decade, 0.88);
    }
    let (last, score) = year_end(line, at)?;
    point(last, Sort::Year, score)
}

/// The end of `Monday`, `Monday, March 3, 2024`, `lunes 3 de marzo`, `Viernes Santo`.
fn weekday_end(line: &Line, at: usize) -> Option<usize> {
    let word = line.words()[at];
    if word.kinds.is(Kinds::WEEKDAY) && !word.is_capital {
        return None;
    }
    let next = at + 1 + usize::from(line.folded(at + 1) == ",");
    let is_paper =
        line.words().get(at + 1).is_some_and(|it| it.is_capital && it.kinds.is(Kinds::PAPER));
    if is_paper {
        return None; // `the Sunday Times`
    }
    if is_month(line, next) && whole_number(line, next + 1, 2).is_some() {
        return Some(month_end(line, next));
    }
    if let Some(end) = day_month_end(line, next) {
        return Some(end);
    }
    Some(at + usize::from(matches!(line.folded(at + 1), "santo")))
}

/// Whether a month stands at `at`. `May`, `March` and other words need company that makes them months.
fn is_month(line: &Line, at: usize) -> bool {
    if line.is(at, Kinds::SPANISH_MONTH) {
        // `Avenida 9 de Enero`, `Revolución de Octubre`
        let is_street = is_before(line, at, 3, Kinds::NUMBERED) && names_street(line, at - 3);
        let is_name = line.words()[at].is_capital && at > 0 && !line.is_title();
        let is_near_number =
            is_before(line, at, 2, Kinds::INTEGER) || line.is(at + 2, Kinds::INTEGER);
        return !is_street && (!is_name || is_near_number);
    }
    let Some(word) = line.words().get(at).filter(|it| it.kinds.is(Kinds::MONTH)) else {
        return false;
    };
    let behind = line.words().get(at + 1);
    let is_name =
        matches!(line.folded(at), "may" | "march" | "jan" | "dec" | "august" | "april" | "june");
    if !word.is_capital || !is_name {
        return word.is_capital;
    }
    let is_near_number = behind.is_some_and(|it| it.kinds.is(Kinds::INTEGER.or(Kinds::MIXED)))
        || is_before(line, at, 1, Kinds::INTEGER.or(Kinds::MIXED));
    let is_placed = is_before(line, at, 1, Kinds::OF.or(Kinds::YEAR_AFTER).or(Kinds::PLACING))
        || is_before(line, at, 1, Kinds::POINTING)
        || matches!(before(line, at, 1), "mid" | "through");
    let is_surname = behind.is_some_and(|it| it.is_capital && it.has_letter() && !line.is_title());
    let is_title = is_before(line, at, 1, Kinds::default()) || before(line, at, 1).ends_with('.');
    let opens_range =
        matches!(line.folded(at + 1), "through" | "to") && line.is(at + 2, Kinds::MONTH);
    let is_plain = !matches!(line.folded(at), "may" | "march" | "august" | "dec" | "jan");
    is_near_number
        || opens_range
        || is_placed && !is_surname
        || is_plain && !is_surname && !is_title && at > 0
}

/// Whether a date behind the word at `at` is a street's name.
fn names_street(line: &Line, at: usize) -> bool {
    line.words()[at].is_capital && line.is(at + 1, Kinds::INTEGER)
}

/// The end of `January 1, 2026`, `January 2026`, `March 3-5`, `January`, from the month on.
fn month_end(line: &Line, month: usize) -> usize {
    let mut end = month + usize::from(is_day(line, month + 1) || is_ordinal_day(line, month + 1));
    let is_range = line.is(end, Kinds::MIXED) || is_digit_days(line, month + 1);
    end += usize::from(end == month && is_range);
    let joins = matches!(line.folded(end + 1), "-" | "–" | "and" | "to" | "through");
    let is_more = end > month && joins && is_day(line, end + 2);
    let is_date = !line.words().get(end + 3).is_some_and(|it| it.has_letter() && !it.is_capital)
        || line.is(end + 3, Kinds::SMALL_WORD.or(Kinds::ENGLISH));
    if is_more && (is_date || line.folded(end + 1) == "–") {
        end += 2;
    }
    year_after_month(line, end)
}

/// Whether the days of a range in one word stand at `at`: `3-5`.
fn is_digit_days(line: &Line, at: usize) -> bool {
    line.folded(at).split_once('-').is_some_and(|(low, high)| {
        let is_day =
            |it: &str| matches!(it.len(), 1 | 2) && it.bytes().all(|it| it.is_ascii_digit());
        is_day(low) && is_day(high)
    })
}

/// The end with the year behind the date that ends at `end`.
fn year_after_month(line: &Line, end: usize) -> usize {
    let joins = matches!(line.folded(end + 1), "de" | "del" | "of" | ",");
    let year = end + 1 + usize::from(joins);
    let year = year + usize::from(joins && line.folded(year) == "ano");
    if is_year(line, year) && !is_counted(line, year) { year } else { end }
}

/// The end of `14 May 1978`, `3rd of March`, `14 y 15 de marzo de 2024`, from the day on.
fn day_month_end(line: &Line, at: usize) -> Option<usize> {
    let article = usize::from(line.folded(at) == "the");
    let mut day = at + article;
    let is_first = line.folded(day) == "primero" && line.is(day + 1, Kinds::OF);
    if !is_first && !is_ordinal_day(line, day) && (article > 0 || !is_day(line, day)) {
        return None;
    }
    let joins = matches!(line.folded(day + 1), "y" | "and" | "a" | "al" | "-" | "–" | "to");
    if joins && (is_day(line, day + 2) || is_ordinal_day(line, day + 2)) {
        day += 2;
    }
    let month = day + 1 + usize::from(line.is(day + 1, Kinds::OF));
    let is_hyphened = line.is(month, Kinds::HYPHENED);
    let is_date = month < line.len() && is_month(line, month) && !is_hyphened;
    is_date.then(|| year_after_month(line, month))
}

/// A day of the month in digits.
fn is_day(line: &Line, at: usize) -> bool {
    whole_number(line, at, 2).is_some_and(|it| (1..=31).contains(&it))
}

/// `3rd`, `21st`, `1º`.
fn is_ordinal_day(line: &Line, at: usize) -> bool {
    line.is(at, Kinds::MIXED) && line.is(at, Kinds::ORDINAL) && line.folded(at).len() <= 4
}

/// The end of a date with a name: `yesterday`, `Christmas Eve`, `annual`, `fiscal 2021`, `siglo XX`.
fn named_end(line: &Line, at: usize) -> Option<usize> {
    let kinds = line.kinds(at);
    let behind = line.words().get(at + 1);
    if kinds.is(Kinds::DAY) || is_tomorrow(line, at) {
        return Some(at);
    }
    if kinds.is(Kinds::RHYTHM) {
        // `the Lima Weekly`, `the Daily Star`: a capital that no start and no headline gives.
        let is_capital = |at: usize| line.words().get(at).is_some_and(|it| it.is_capital);
        let is_named = at > 0 && (is_capital(at - 1) && !line.is_title() || is_capital(at + 1));
        let is_paper = is_capital(at) && is_named;
        return (!is_paper && !line.is(at + 1, Kinds::PAPER)).then_some(at);
    }
    if kinds.is(Kinds::HOLIDAY) && line.words()[at].is_capital {
        let is_day = matches!(line.folded(at + 1), "day" | "eve" | "sunday" | "monday");
        return Some(at + usize::from(is_day));
    }
    match line.folded(at) {
        "new" if has_words(line, at + 1, "year 's") => {
            matches!(line.folded(at + 3), "day" | "eve").then_some(at + 3)
        }
        "semana" if line.folded(at + 1) == "santa" => Some(at + 1),
        "ano" if line.folded(at + 1) == "nuevo" && line.words()[at].is_capital => Some(at + 1),
        "fiscal" | "fy" => {
            let year = at + 1 + usize::from(line.folded(at + 1) == "year");
            is_year(line, year).then_some(year)
        }
        "year" | "ano" => {
            let year = at + 1 + usize::from(line.folded(at + 1) == "fiscal");
            let is_year = is_year(line, year) || whole_number(line, year, 3).is_some();
            (is_before(line, at, 1, Kinds::THE.or(Kinds::OF)) && is_year).then_some(year)
        }
        "siglo" | "siglos" => {
            let is_roman = |it: &str| it.bytes().all(|it| b"IVXivx".contains(&it));
            let end = behind.is_some_and(|it| is_roman(it.text)).then_some(at + 1)?;
            Some(era_end(line, end).unwrap_or(end))
        }
        _ => None,
    }
}

/// Whether `mañana` is the day after today here, and not the morning.
fn is_tomorrow(line: &Line, at: usize) -> bool {
    let is_morning =
        is_before(line, at, 1, Kinds::THE.or(Kinds::POINTING).or(Kinds::A).or(Kinds::PLACING))
            || matches!(before(line, at, 1), "media" | "toda" | "cada" | "de");
    line.folded(at) == "manana" && !is_morning
}

/// The date with what says which: `early`, `last`, `the end of`, `el próximo`, `… pasado`.
fn whole(line: &Line, point: Point) -> (usize, usize) {
    let Point { mut first, mut last, sort, .. } = point;
    let is_own = matches!(sort, Sort::Weekday | Sort::Month);
    let is_past = is_own && matches!(line.folded(last + 1), "pasado" | "proximo" | "siguiente");
    last += usize::from(is_past);
    let mut is_placed = is_past || sort == Sort::Decade || line.folded(first).starts_with("siglo");
    if matches!(before(line, first, 1), "early" | "late" | "mid" | "earlier") {
        first -= 1;
    } else if before(line, first, 1) == "-" && before(line, first, 2) == "mid" {
        first -= 2;
    } else if is_own && places(line, first) {
        (first, is_placed) = (first - 1, true);
    }
    let has_article = is_placed && is_before(line, first, 1, Kinds::THE);
    let has_owner =
        sort == Sort::Decade && matches!(before(line, first, 1), "his" | "her" | "their");
    first -= usize::from(has_article || has_owner || is_article_of_year(line, first));
    (outer(line, first), last)
}

/// Whether the word before the date at `first` says which: `last Monday`, `este lunes`, `every May`.
fn places(line: &Line, first: usize) -> bool {
    is_before(line, first, 1, Kinds::PLACING.or(Kinds::POINTING))
        && !matches!(before(line, first, 1), "that" | "first" | "another" | "one" | "final")
        && (before(line, first, 1) != "following" || is_before(line, first, 2, Kinds::THE))
}

/// Whether the article of `the year 2020`, `el año fiscal 2023` stands before `first`.
fn is_article_of_year(line: &Line, first: usize) -> bool {
    matches!(line.folded(first), "year" | "ano") && is_before(line, first, 1, Kinds::THE)
}

/// Where a date that starts at `first` starts with what says which part of it: `the end of`, `the
/// first Monday of`, `la última semana de`, `finales de`.
pub fn outer(line: &Line, first: usize) -> usize {
    let mut first = first;
    for _ in 0..2 {
        let head = first.wrapping_sub(2);
        let is_named = line.is(head, Kinds::PERIOD.or(Kinds::WEEKDAY).or(Kinds::SPANISH_WEEKDAY));
        let is_part = line.is(head, Kinds::PART.or(Kinds::SEASON)) || line.folded(head) == "decada";
        if !is_before(line, first, 1, Kinds::OF) || !(is_named || is_part) {
            break;
        }
        let mut start = head;
        let says = Kinds::PLACING.or(Kinds::ORDINAL).or(Kinds::SMALL).or(Kinds::SOME);
        while start > 0 && head - start < 3 && is_before(line, start, 1, says) {
            start -= 1;
        }
        if is_named && !is_part && start == head {
            break;
        }
        first = start - usize::from(is_before(line, start, 1, Kinds::THE));
    }
    first
}

/// The end of what a period is of, behind the word at `at`: `of 2020`, `of the year`, `de agosto`.
pub fn of_end(line: &Line, at: usize) -> Option<usize> {
    if !line.is(at + 1, Kinds::OF) {
        return None;
    }
    let next = at + 2;
    if let Some(end) = date_end(line, next) {
        return Some(end);
    }
    let is_placed = line.is(next, Kinds::THE.or(Kinds::POINTING).or(Kinds::PLACING));
    let period = next + usize::from(is_placed);
    let is_period =
        line.is(period, Kinds::PERIOD) && !matches!(line.folded(period), "days" | "dias");
    let is_bare = matches!(line.folded(at + 1), "del" | "de") || is_placed;
    (is_period && is_bare).then(|| of_end(line, period).unwrap_or(period))
}
