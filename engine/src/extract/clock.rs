//! Times of the day: TIME. `5 p.m.`, `las tres de la tarde`, `noon`, `Monday night`.
//!
//! A day before a part of the day belongs to it (`Monday night`), one behind a clock time does not
//! (`5 p.m.` `Friday`). In Spanish an hour without more is read only behind `a las`.

use crate::extract::Reason;
use crate::extract::calendar::date_end;
use crate::extract::candidate::Candidate;
use crate::extract::lexicon::Kinds;
use crate::extract::line::{Line, Word};
use crate::extract::modifier::words_before;
use crate::extract::numeral::{before, has_words, is_before, whole_number};

/// Parts of the day that English uses, for which a plain `in the` is enough.
const ENGLISH_PARTS: &[&str] = &["morning", "afternoon", "evening", "night"];

/// What makes a number a time, or says where.
const SUFFIXES: &[&str] = &[
    "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "est", "edt", "et", "cet",
    "pt", "pst", "hours", "hrs", "horas", "hs", "h",
];

/// Adds the times of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    let named = Kinds::DAY_PART.or(Kinds::MOMENT).or(Kinds::NIGHT);
    let number = Kinds::INTEGER.or(Kinds::DIGITS).or(Kinds::MIXED).or(Kinds::SMALL);
    if line.has(named) {
        for at in 0..line.len() {
            if let Some((first, last)) = named_at(line, at) {
                all.push(candidate(first, last, 0.88));
            }
        }
    }
    if line.has(number) || line.has(Kinds::A) {
        clocks(line, all);
    }
}

fn candidate(first: usize, last: usize, score: f32) -> Candidate {
    Candidate { first, last, label: "TIME", score, reason: Reason::Calendar }
}

/// Adds the clock times, and those that a word joins: `9 a.m. to 5 p.m.`.
fn clocks(line: &Line, all: &mut Vec<Candidate>) {
    let (mut at, mut previous): (usize, Option<(usize, usize)>) = (0, None);
    while at < line.len() {
        let Some(last) = clock_end(line, at) else {
            at += 1;
            continue;
        };
        all.push(candidate(words_before(line, at), last, 0.9));
        if let Some((first, end)) = previous {
            let is_between = matches!(before(line, first, 1), "between" | "entre");
            let joins = match line.folded(end + 1) {
                "to" | "-" | "–" | "—" | "a" | "until" => true,
                "and" | "y" => is_between,
                _ => false,
            };
            let is_close = at == end + 2 || at == end + 3 && line.is(end + 2, Kinds::THE);
            if joins && is_close {
                all.push(candidate(first - usize::from(is_between), last, 0.92));
            }
        }
        previous = Some((at, last));
        at = last + 1;
    }
}

/// The last word of the clock time whose number is at `at`.
fn clock_end(line: &Line, at: usize) -> Option<usize> {
    let word = line.folded(at);
    if line.is(at, Kinds::MIXED) {
        return is_clock(word).then(|| suffix_end(line, at));
    }
    if whole_number(line, at, 4).is_some() && matches!(line.folded(at + 1), "utc" | "gmt") {
        return Some(at + 1);
    }
    let is_hour = whole_number(line, at, 2).is_some_and(|it| it <= 24)
        || line.is(at, Kinds::SMALL) && is_hour_word(word)
        || word == "una" && before(line, at, 1) == "la"
        || line.is(at, Kinds::DIGITS) && is_pointed_clock(word);
    if !is_hour || at > 0 && !line.words()[at].spaced && before(line, at, 1) == "$" {
        return None;
    }
    let end = suffix_end(line, at);
    let after_article = before(line, at, 2) == "a" && matches!(before(line, at, 1), "las" | "la");
    let after_article = after_article
        || before(line, at, 1) == "las"
            && matches!(before(line, at, 2), "desde" | "hasta" | "de" | "sobre" | "entre");
    if !after_article {
        return is_certain(line, at, end).then_some(end);
    }
    let is_noun = line.words().get(end + 1).is_some_and(Word::has_letter);
    let goes_on = end > at || !is_noun || line.is(end + 1, Kinds::SMALL_WORD);
    (goes_on && word != "una" || end > at).then_some(end)
}

/// Whether what stands behind the hour at `at`, up to `end`, makes it a time by itself.
fn is_certain(line: &Line, at: usize, end: usize) -> bool {
    let is_unit =
        matches!(line.folded(at + 1), "h" | "hs" | "horas" | "hours" | "hrs" | "y" | "menos");
    let is_digits =
        line.is(at, Kinds::INTEGER) || !matches!(line.folded(at + 1), "in" | "am" | "pm");
    is_digits && end > at + 2 * usize::from(is_unit)
}

fn is_hour_word(word: &str) -> bool {
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
        "once", "doce",
    ]
    .contains(&word)
}

/// `10:30`, `10:30:15`, `5pm`, `17h30`.
fn is_clock(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_short = !digits.is_empty()
        && digits.len() <= 5
        && matches!(&word[digits.len()..], "am" | "pm" | "h");
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if let Some((hour, minute)) = word.split_once('h') {
        return is_digits(hour)
            && hour.len() <= 2
            && (minute.is_empty() || is_digits(minute) && minute.len() == 2);
    }
    let mut parts = (if is_short { digits } else { word }).split(':');
    let hour = parts.next().is_some_and(|it| is_digits(it) && it.len() <= 2);
    let mut n_parts = 0;
    let fits = parts.all(|it| {
        n_parts += 1;
        it.len() == 2 && is_digits(it) && it < "60"
    });
    hour && fits && (n_parts > 0 || is_short)
}

/// `10.30`, which only what follows makes a time.
fn is_pointed_clock(word: &str) -> bool {
    word.split_once('.').is_some_and(|(hour, minute)| {
        matches!(hour.len(), 1 | 2) && minute.len() == 2 && minute < "60"
    })
}

/// The end of what belongs to the clock time that ends at `last`: `p.m.`, `y media`, `de la tarde`,
/// `horas`, `local time`.
fn suffix_end(line: &Line, last: usize) -> usize {
    let mut end = last;
    for _ in 0..4 {
        match suffix(line, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

fn suffix(line: &Line, last: usize) -> Option<usize> {
    let (next, beyond) = (line.folded(last + 1), line.folded(last + 2));
    let is_part = |at: usize| line.is(at, Kinds::DAY_PART.or(Kinds::MOMENT));
    let is_clock = !line.is(last, Kinds::INTEGER.or(Kinds::SMALL));
    match (next, beyond) {
        ("a" | "p", ".") if line.folded(last + 3) == "m" => {
            // The last stop may be the sentence's, too: it belongs to the time where more follows.
            Some(last + 3 + usize::from(line.folded(last + 4) == "."))
        }
        ("local" | "eastern" | "pacific", "time")
        | ("hora", "local")
        | ("en", "punto")
        | ("del", "mediodia" | "dia")
        | ("at", "night")
        | ("y" | "menos", "media" | "cuarto" | "diez" | "cinco" | "veinte" | "veinticinco") => {
            Some(last + 2)
        }
        ("in" | "de" | "of", "the" | "la") if is_part(last + 3) => Some(last + 3),
        // `BST`, `Tongan time`
        (_, "time") if is_clock && line.words()[last + 1].is_capital => Some(last + 2),
        _ if is_clock && is_zone(line, last + 1) => Some(last + 1),
        _ if SUFFIXES.contains(&next) => Some(last + 1),
        _ => None,
    }
}

/// Whether a time zone's letters stand at `at`: `BST`, `CEST`.
fn is_zone(line: &Line, at: usize) -> bool {
    let word = line.words().get(at).filter(|it| it.is_upper && matches!(it.text.len(), 3 | 4));
    word.is_some_and(|it| it.text.ends_with('T'))
}

/// A part of the day, or a moment that names itself, whose word is at `at`.
fn named_at(line: &Line, at: usize) -> Option<(usize, usize)> {
    let word = line.words()[at];
    if word.kinds.is(Kinds::NIGHT) {
        return Some((at, at));
    }
    if word.kinds.is(Kinds::MOMENT) {
        let is_name = word.is_capital && at > 0 && !line.is_title();
        return (!is_name).then(|| (at, with_date(line, at)));
    }
    if !word.kinds.is(Kinds::DAY_PART) {
        return None;
    }
    if ENGLISH_PARTS.contains(&line.folded(at)) {
        english_part(line, at)
    } else {
        spanish_part(line, at)
    }
}

/// `Monday night`, `early this morning`, `the afternoon of May 2`, `a night`.
fn english_part(line: &Line, at: usize) -> Option<(usize, usize)> {
    let mut first = at;
    first -= usize::from(matches!(before(line, first, 1), "early" | "late"));
    let day = first.wrapping_sub(1);
    let names_day = line.is(day, Kinds::WEEKDAY) && line.words()[day].is_capital
        || line.is(day, Kinds::DAY)
        || matches!(
            line.folded(day),
            "this" | "last" | "each" | "every" | "that" | "next" | "following"
        );
    if names_day {
        first = day - usize::from(matches!(before(line, day, 1), "early" | "late" | "the"));
        return Some((first, at));
    }
    if line.folded(day) == "the" {
        let is_placed = matches!(
            before(line, day, 1),
            "in" | "during" | "of" | "by" | "until" | "through" | "into" | "throughout"
        );
        let last = with_date(line, at);
        return (is_placed || last > at || day + 1 < at).then_some((day, last));
    }
    let is_rate = line.folded(at) == "night" && line.folded(day) == "a";
    (is_rate || first < at).then_some((if is_rate { day } else { first }, at))
}

/// `lunes por la noche`, `esta mañana`, `la madrugada del domingo`.
fn spanish_part(line: &Line, at: usize) -> Option<(usize, usize)> {
    let article = at.checked_sub(1)?;
    if matches!(line.folded(article), "esta" | "esa" | "aquella" | "cada" | "misma" | "pasada") {
        let is_same = is_before(line, article, 1, Kinds::THE);
        return Some((article - usize::from(is_same), with_date(line, at)));
    }
    if line.folded(article) != "la" {
        let is_dawn = line.folded(at) == "madrugada" && line.folded(article) == "de";
        return is_dawn.then_some((at, at));
    }
    let last = with_date(line, at);
    let joins = matches!(before(line, article, 1), "por" | "en" | "a" | "de" | "durante");
    let day = article.wrapping_sub(2);
    let names_day = Kinds::SPANISH_WEEKDAY.or(Kinds::DAY);
    if joins && (line.is(day, names_day) || line.folded(day) == "manana" && day != at) {
        return Some((day, last));
    }
    let is_placed = joins || matches!(before(line, article, 1), "desde" | "hasta");
    (is_placed || last > at).then_some((article, last))
}

/// The end of the part of a day at `at` with its day: `of May 2`, `del lunes`.
fn with_date(line: &Line, at: usize) -> usize {
    if line.is(at, Kinds::MOMENT) || !line.is(at + 1, Kinds::OF) {
        return at;
    }
    let next =
        at + 2 + usize::from(has_words(line, at + 2, "the") || has_words(line, at + 2, "ese"));
    date_end(line, next).unwrap_or(at)
}
