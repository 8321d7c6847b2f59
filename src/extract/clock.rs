//! Times of day and numbers of hours: TIME, after the practice of OntoNotes 5.

use crate::extract::Reason;
use crate::extract::almanac::WEEKDAYS;
use crate::extract::calendar::{before, counted_start, numeral_before};
use crate::extract::candidate::Candidate;
use crate::extract::line::Line;
use crate::extract::numeral::words_before;

const HOURS: &[&str] =
    &["seconds", "minute", "minutes", "hour", "hours", "minuto", "minutos", "hora", "horas"];

const DAY_PARTS: &[&str] = &["morning", "afternoon", "evening", "night", "midday"];

const NAMED_TIMES: &[&str] =
    &["noon", "midnight", "tonight", "overnight", "mediodia", "medianoche"];

/// Adds the times of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    for at in 0..line.len() {
        if let Some((first, last)) = time_at(line, at) {
            let reason = Reason::Calendar;
            all.push(Candidate { first, last, label: "TIME", score: 0.88, reason });
        }
    }
}

/// A time of day or a number of hours whose word is at `at`: its first and last word.
fn time_at(line: &Line, at: usize) -> Option<(usize, usize)> {
    let word = line.folded(at);
    if NAMED_TIMES.contains(&word) {
        return Some((at, at));
    }
    if matches!(word, "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m") {
        let number = at.checked_sub(1).filter(|it| line.words()[*it].is_number())?;
        return Some((words_before(line, number), zone_end(line, at)));
    }
    if HOURS.contains(&word) {
        let previous = at.checked_sub(1)?;
        let first = numeral_before(line, previous)
            .or_else(|| counted_start(line, at).filter(|it| *it < at))?;
        let later = matches!(line.folded(at + 1), "ago" | "later" | "earlier");
        return Some((first, at + usize::from(later)));
    }
    if DAY_PARTS.contains(&word) {
        let previous = at.checked_sub(1)?;
        let names_day = WEEKDAYS.contains(&line.folded(previous))
            || matches!(
                line.folded(previous),
                "this" | "last" | "yesterday" | "tomorrow" | "early" | "late"
            );
        let early = matches!(before(line, previous, 1), "early" | "late");
        return names_day.then(|| (previous - usize::from(early), at));
    }
    let is_clock = line.words()[at].is_number() && is_clock(line.words()[at].text);
    is_clock.then_some((at, at))
}

/// `10:30`, `10:30:15`.
fn is_clock(word: &str) -> bool {
    let mut parts = word.split(':');
    let fits = |it: &str, n: usize| {
        it.len() <= n && !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit())
    };
    let hour = parts.next().is_some_and(|it| fits(it, 2));
    let mut rest = parts.peekable();
    hour && rest.peek().is_some() && rest.all(|it| it.len() == 2 && fits(it, 2))
}

/// `GMT`, `EST` after a time.
fn zone_end(line: &Line, at: usize) -> usize {
    let is_zone = matches!(line.folded(at + 1), "gmt" | "utc" | "est" | "edt" | "et" | "local");
    let is_local = line.folded(at + 1) == "local";
    at + usize::from(is_zone) + usize::from(is_local && line.folded(at + 2) == "time")
}
