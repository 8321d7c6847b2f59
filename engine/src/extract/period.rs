//! Stretches of time: DATE from a day on (`the past three years`, `last week`, `hace dos meses`,
//! ages), TIME below (`48 hours`, `media hora`).
//!
//! Those with a number start from the number, the others from the word for the stretch.

use crate::extract::Reason;
use crate::extract::calendar::{date_end, of_end, outer};
use crate::extract::candidate::Candidate;
use crate::extract::lexicon::Kinds;
use crate::extract::line::{Line, Word};
use crate::extract::modifier::words_before;
use crate::extract::numeral::{
    Number, Shape, after, before, core_end, has_words, is_before, whole_number,
};
use crate::extract::year::is_year;

/// Words for stretches of time.
const STRETCH: Kinds = Kinds::PERIOD.or(Kinds::HOURS).or(Kinds::SEASON);

/// Words behind which `last` is a verb.
const MODALS: &[&str] =
    &["may", "might", "will", "would", "can", "could", "should", "must", "to", "not", "only"];

/// Words behind a stretch that say when it was, or how it was counted.
const BEHIND: &[&str] = &[
    "ago",
    "old",
    "atras",
    "pasado",
    "pasada",
    "pasados",
    "pasadas",
    "proximo",
    "proxima",
    "siguiente",
    "siguientes",
    "anterior",
    "anteriores",
];

/// The stretch of time that `number` is the number of, if it is one.
pub fn duration(line: &Line, number: Number) -> Option<Candidate> {
    let mut at = after(line, number);
    for _ in 0..2 {
        at += usize::from(line.is(at, Kinds::IN_A_ROW));
    }
    let is_second =
        line.folded(at) == "second" && matches!(line.folded(number.core), "one" | "half");
    if !line.is(at, Kinds::PERIOD.or(Kinds::HOURS)) && !is_second || number.shape == Shape::Short {
        return None;
    }
    let label = if line.is(at, Kinds::PERIOD) { "DATE" } else { "TIME" };
    let mut first = placed(line, number.first);
    if first == number.first && line.folded(first.wrapping_sub(1)) == "the" {
        first -= 1;
    } else if first == number.first
        && at > number.last + 1
        && is_before(line, at, 1, Kinds::PLACING)
    {
        // `las dos últimas décadas`
        first -= usize::from(is_before(line, first, 1, Kinds::THE));
    }
    if matches!(before(line, first, 1), "aged") {
        first -= 1;
    }
    Some(candidate(first, tail(line, number, at), label, 0.9))
}

/// Adds the stretches of time without a number, and ages, to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    if line.has(Kinds::INTEGER.or(Kinds::SMALL)) {
        ages(line, all);
    }
    if !line.has(STRETCH) {
        return;
    }
    for at in 0..line.len() {
        let kinds = line.kinds(at);
        if !kinds.is(STRETCH) {
            continue;
        }
        let found = if kinds.is(Kinds::SEASON) { season(line, at) } else { stretch(line, at) };
        if let Some((first, last, score)) = found {
            let label = if kinds.is(Kinds::HOURS) { "TIME" } else { "DATE" };
            all.push(candidate(outer(line, first), last, label, score));
        }
    }
}

fn candidate(first: usize, last: usize, label: &'static str, score: f32) -> Candidate {
    Candidate { first, last, label, score, reason: Reason::Calendar }
}

/// Where a stretch that starts at `first` starts with what places it: `the past`, `cada`, `hace`,
/// `los primeros`, and the article before that.
fn placed(line: &Line, first: usize) -> usize {
    let mut start = first;
    for _ in 0..2 {
        let says = Kinds::PLACING.or(Kinds::ORDINAL).or(Kinds::POINTING);
        let is_other = matches!(before(line, start, 1), "that" | "one" | "a")
            || before(line, start, 1) == "following" && !is_before(line, start, 2, Kinds::THE)
            || before(line, start, 1) == "last" && MODALS.contains(&before(line, start, 2));
        if !is_before(line, start, 1, says) || is_other {
            break;
        }
        start -= 1;
    }
    let has_article = is_before(line, start, 1, Kinds::THE);
    let is_century = matches!(line.folded(first), "century" | "centuries");
    if start < first && !has_article && line.is(start, Kinds::ORDINAL) && !is_century {
        start = first; // `third two days later`
    } else if start < first && has_article {
        start -= 1;
    }
    // `earlier this year`
    let is_near = start < first && matches!(line.folded(start), "this" | "last" | "next" | "that");
    let is_part =
        is_near && matches!(before(line, start, 1), "earlier" | "later" | "early" | "late");
    start - usize::from(is_part || before(line, start, 1) == "hace")
}

/// The last word of the stretch whose word is at `at`: `ago`, `old`, `y medio`, `de 2020` behind it.
fn tail(line: &Line, number: Number, at: usize) -> usize {
    let is_placed = placed(line, number.first) < number.first;
    let last = half_tail(line, at);
    if is_placed && let Some(end) = of_end(line, last) {
        return end;
    }
    if number.shape == Shape::Part
        && let Some(end) = date_end(line, at)
    {
        return end; // `la segunda mitad del siglo XX`
    }
    relative_end(line, last)
}

fn half_tail(line: &Line, at: usize) -> usize {
    if has_words(line, at + 1, "and a half") {
        return at + 3;
    }
    let is_half = line.folded(at + 1) == "y" && matches!(line.folded(at + 2), "medio" | "media");
    // `two hours four minutes`
    let more = core_end(line, at + 1)
        .filter(|it| line.is(at, Kinds::HOURS) && line.is(it + 1, Kinds::HOURS));
    if let Some(end) = more {
        return end + 1;
    }
    at + 2 * usize::from(is_half)
}

/// The end of `ago`, `later`, `old`, `después` behind the stretch that ends at `last`.
fn relative_end(line: &Line, last: usize) -> usize {
    let (next, beyond) = (line.folded(last + 1), line.folded(last + 2));
    match (next, beyond) {
        _ if BEHIND.contains(&next) => last + 1,
        ("later" | "earlier", it) if it != "than" => last + 1,
        ("despues" | "antes", it) if !matches!(it, "de" | "del" | "que") => last + 1,
        ("of", "age") | ("de", "edad") | ("from", "now") => last + 2,
        ("mas", "tarde") if line.folded(last + 3) != "de" => last + 2,
        _ => last,
    }
}

/// A stretch without a number whose word is at `at`: its first and last word and how sure it is.
fn stretch(line: &Line, at: usize) -> Option<(usize, usize, f32)> {
    if is_weekend(line, at) {
        let first = at - 2;
        let first = placed(line, first);
        let first = first - usize::from(is_before(line, first, 1, Kinds::THE));
        return Some((first, relative_end(line, at), 0.86));
    }
    let last = half_tail(line, at);
    let (first, score) = pointed(line, at)
        .or_else(|| with_article(line, at))
        .or_else(|| bare(line, at))
        .or_else(|| is_of_part(line, at).then_some((at, 0.8)))?;
    let last = if first < at {
        of_end(line, last).unwrap_or_else(|| relative_end(line, last))
    } else {
        relative_end(line, last)
    };
    Some((first, last, score))
}

/// Whether the period at `at` has a part before it: `principios de siglo`, `mediados del mes`.
fn is_of_part(line: &Line, at: usize) -> bool {
    matches!(before(line, at, 1), "de" | "del") && is_before(line, at, 2, Kinds::PART)
}

/// Whether `fin de semana` ends at `at`.
fn is_weekend(line: &Line, at: usize) -> bool {
    let is_week = matches!(line.folded(at), "semana" | "ano");
    is_week && before(line, at, 1) == "de" && before(line, at, 2) == "fin"
}

/// Where `last year`, `every week`, `the second quarter`, `varios meses`, `la semana pasada` start.
fn pointed(line: &Line, at: usize) -> Option<(usize, f32)> {
    if matches!(
        line.folded(at + 1),
        "pasado" | "pasada" | "proximo" | "proxima" | "siguiente" | "anterior"
    ) && is_before(line, at, 1, Kinds::THE.or(Kinds::OF))
    {
        return Some((at - usize::from(is_before(line, at, 1, Kinds::THE)), 0.86));
    }
    if matches!(before(line, at, 2), "todos" | "todas" | "todo" | "toda")
        && is_before(line, at, 1, Kinds::THE)
    {
        return Some((at - 2, 0.86));
    }
    let is_plural = line.folded(at).ends_with('s') && line.folded(at) != "mes";
    if is_before(line, at, 1, Kinds::SOME) {
        let is_other = matches!(before(line, at, 1), "many" | "some" | "couple") && !is_plural;
        let start = some_start(line, at - 1);
        let start = placed(line, start);
        return (!is_other).then(|| (words_before(line, start), 0.86));
    }
    if before(line, at, 1) == "of" && before(line, at, 2) == "couple" {
        return Some((placed(line, at - 3), 0.86));
    }
    let start = placed(line, at);
    if start == at {
        let is_that = before(line, at, 1) == "that" && !is_plural;
        return is_that.then(|| (at - 1, 0.8));
    }
    Some((start, 0.86))
}

/// Where `a few`, `a couple of`, `several` start, from their last word.
fn some_start(line: &Line, last: usize) -> usize {
    let takes_article = matches!(line.folded(last), "few" | "couple");
    last - usize::from(takes_article && is_before(line, last, 1, Kinds::A))
}

/// Where `a year`, `nearly a decade`, `a single day`, `the year` start.
fn with_article(line: &Line, at: usize) -> Option<(usize, f32)> {
    let is_more = matches!(before(line, at, 1), "single" | "full" | "whole" | "solo" | "sola");
    let article = at.checked_sub(1 + usize::from(is_more))?;
    let word = line.folded(at);
    if line.is(article, Kinds::A) && !matches!(word, "quarter" | "dia") || is_more {
        return line.is(article, Kinds::A).then(|| (hace(line, words_before(line, article)), 0.8));
    }
    if !line.is(article, Kinds::THE) {
        return None;
    }
    let is_whole = !matches!(word, "day" | "dia" | "hour" | "hora" | "minute" | "minuto");
    let is_one = !word.ends_with('s') || word == "mes";
    let is_placed = matches!(
        before(line, article, 1),
        "in" | "of"
            | "for"
            | "over"
            | "during"
            | "by"
            | "since"
            | "throughout"
            | "within"
            | "en"
            | "durante"
            | "por"
            | "para"
            | "through"
    );
    // `final de la década`
    let is_part = is_of_part(line, article);
    let takes_of = is_part || of_end(line, at).is_some();
    (is_whole && is_one && (is_placed || takes_of || word == "weekend")).then_some((article, 0.7))
}

fn hace(line: &Line, first: usize) -> usize {
    first - usize::from(before(line, first, 1) == "hace")
}

/// Where `years` after `for` starts: the word by itself.
fn bare(line: &Line, at: usize) -> Option<(usize, f32)> {
    let is_plural = line.folded(at).ends_with('s') && line.folded(at) != "mes";
    let follows = matches!(
        before(line, at, 1),
        "for" | "within" | "in" | "after" | "over" | "durante" | "en" | "tras" | "hace" | "dentro"
    );
    (is_plural && follows).then(|| (hace(line, at), 0.7))
}

/// A season at `at`: `this summer`, `the winter of 2019`, `in the spring`, `otoño de 1918`.
fn season(line: &Line, at: usize) -> Option<(usize, usize, f32)> {
    let takes_year = line.is(at + 1, Kinds::OF) && is_year(line, at + 2);
    let last = if takes_year { at + 2 } else { at };
    if is_year(line, at + 1) {
        return Some((at, at + 1, 0.86));
    }
    if matches!(line.folded(at + 1), "pasado" | "pasada" | "proximo" | "proxima") {
        return Some((at - usize::from(is_before(line, at, 1, Kinds::THE)), at + 1, 0.86));
    }
    let is_verb = before(line, at, 1) == "that";
    let start = placed(line, at);
    if start < at && !is_verb && !is_before(line, at, 1, Kinds::ORDINAL) {
        return Some((start, last, 0.86));
    }
    let article = at - usize::from(is_before(line, at, 1, Kinds::THE));
    let is_placed = matches!(
        before(line, article, 1),
        "in" | "by"
            | "since"
            | "until"
            | "during"
            | "before"
            | "after"
            | "en"
            | "durante"
            | "desde"
            | "hasta"
    );
    let follows = article < at && is_placed && !line.is(at + 1, Kinds::OF);
    let is_bare =
        before(line, at, 1) == "in" && matches!(line.folded(at), "winter" | "summer" | "autumn");
    (takes_year || follows || is_bare).then_some((article, last, 0.8))
}

/// Adds the ages without `years`: `Ruth Amaya, 45, said`, `at age 62`, `the age of nineteen`.
fn ages(line: &Line, all: &mut Vec<Candidate>) {
    for at in 1..line.len() {
        let is_age = whole_number(line, at, 3).is_some_and(|it| (1..=110).contains(&it));
        if !is_age && !line.is(at, Kinds::SMALL) {
            continue;
        }
        let is_span = matches!(line.folded(at + 1), "to" | "-" | "–" | "and" | "or")
            && whole_number(line, at + 2, 3).is_some();
        let last = if is_span { at + 2 } else { at };
        let first = match (before(line, at, 2), before(line, at, 1)) {
            (_, "age" | "aged" | "ages") => at - 1,
            ("age", "of") => at - 2 - usize::from(before(line, at, 3) == "the"),
            _ if is_age && is_apposed(line, at) => at,
            _ => continue,
        };
        all.push(candidate(first, last, "DATE", 0.85));
    }
}

/// Whether the number at `at` stands between commas behind a word, as an age does behind a name.
fn is_apposed(line: &Line, at: usize) -> bool {
    let is_other = Kinds::MONTH.or(Kinds::SPANISH_MONTH).or(Kinds::NUMBERED);
    before(line, at, 1) == ","
        && line.folded(at + 1) == ","
        && line.words().get(at.wrapping_sub(2)).is_some_and(Word::has_letter)
        && !is_before(line, at, 2, is_other)
}
