//! Amounts with a unit: PERCENT, MONEY, QUANTITY. The number, its unit and the words that say how
//! exact it is (`more than`) are one span.
//!
//! What stands behind the amount for each of something (`a barrel`, `por kilo`) is left out, but for
//! speeds (`miles per hour`).

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::lexicon::Kinds;
use crate::extract::line::Line;
use crate::extract::modifier::words_before;
use crate::extract::numeral::{
    Number, Shape, after, before, core_end, falls, has_words, is_before,
};

/// Adds the amounts of money that need no number to `all`: `a dollar`; and measures: `a mile`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    if !line.has(Kinds::COIN.or(Kinds::LENGTH)) {
        return;
    }
    for at in 1..line.len() {
        let is_rate = is_before(line, at, 2, Kinds::DIGITS.or(Kinds::CURRENCY).or(Kinds::MULTIPLE))
            || matches!(before(line, at, 2), "%" | "percent");
        if !is_before(line, at, 1, Kinds::A) || is_rate {
            continue;
        }
        if line.is(at, Kinds::COIN) && !matches!(line.folded(at + 1), "bill" | "sign" | "coin") {
            all.push(candidate(words_before(line, at - 1), at, "MONEY", 0.8));
        }
        if line.is(at, Kinds::LENGTH) {
            let last = unit_tail(line, at);
            all.push(candidate(words_before(line, at - 1), last, "QUANTITY", 0.8));
        }
    }
}

/// The amount that `number` is the number of, if it is one.
pub fn amount(line: &Line, number: Number) -> Option<Candidate> {
    if let Some(last) = percent_end(line, after(line, number)) {
        return Some(percent(line, number, last));
    }
    if let Some((first, last)) = money(line, number) {
        return Some(candidate(first, last, "MONEY", 0.96));
    }
    if number.shape == Shape::Short {
        return None;
    }
    let last = quantity_end(line, number)?;
    Some(candidate(number.first, last, "QUANTITY", 0.9))
}

fn candidate(first: usize, last: usize, label: &'static str, score: f32) -> Candidate {
    Candidate { first, last, label, score, reason: Reason::Amount }
}

/// The percentage that ends at `last`, with a second one joined to it: `5%-7%`, `entre 5 % y 7 %`.
fn percent(line: &Line, number: Number, last: usize) -> Candidate {
    let join = last + 1;
    let is_between = matches!(line.folded(number.first), "between" | "entre");
    let joins = match line.folded(join) {
        "-" | "–" => true,
        "and" | "y" => is_between,
        "to" | "a" => {
            let is_change = matches!(before(line, number.first, 1), "from" | "de" | "del" | "by");
            !is_change && !falls(line, number.last, join + 1)
        }
        _ => false,
    };
    let article = usize::from(matches!(line.folded(join + 1), "el" | "un"));
    let second = joins.then(|| core_end(line, join + 1 + article)).flatten();
    let last = second.and_then(|it| percent_end(line, it + 1)).unwrap_or(last);
    candidate(number.first, last, "PERCENT", 0.97)
}

/// The end of `%`, `percent`, `por ciento`, `percentage points` at `at`.
fn percent_end(line: &Line, at: usize) -> Option<usize> {
    match (line.folded(at), line.folded(at + 1)) {
        ("%" | "percent" | "pct", _) => Some(at),
        ("per", "cent")
        | ("por", "ciento")
        | ("percentage", "point" | "points")
        | ("punto" | "puntos", "porcentual" | "porcentuales") => Some(at + 1),
        _ => None,
    }
}

/// The first and last word of an amount of money around `number`.
fn money(line: &Line, number: Number) -> Option<(usize, usize)> {
    let behind = currency_end(line, number);
    let Some(sign) = sign_start(line, number.core) else {
        return behind.map(|it| (number.first, it));
    };
    if number.shape == Shape::Vague {
        return None;
    }
    let first = words_before(line, sign);
    let last = behind.unwrap_or(number.last);
    Some((first, second_amount_end(line, first, last).unwrap_or(last)))
}

/// The end of a second amount with a sign of its own: `$40 to $50`, `between $5 and $7 million`.
fn second_amount_end(line: &Line, first: usize, last: usize) -> Option<usize> {
    let joins = match line.folded(last + 1) {
        "to" | "a" => !matches!(before(line, first, 1), "from" | "de" | "desde"),
        "-" | "–" | "—" | "or" | "o" => true,
        "and" => line.folded(first) == "between",
        "y" => line.folded(first) == "entre",
        _ => false,
    };
    let sign = last + 2;
    let sign = sign + usize::from(line.is(sign, Kinds::PREFIX) && line.is(sign + 1, Kinds::SIGN));
    if !joins || !line.is(sign, Kinds::SIGN) {
        return None;
    }
    let end = core_end(line, sign + 1).or_else(|| {
        line.is(sign + 1, Kinds::MIXED).then_some(sign + 1) // `$2bn`
    })?;
    Some(end)
}

/// Where the currency sign or code before the number at `core` starts.
fn sign_start(line: &Line, core: usize) -> Option<usize> {
    let at = core.checked_sub(1)?;
    if line.is(at, Kinds::CODE) && line.words()[at].is_capital {
        return Some(at);
    }
    if line.is(at, Kinds::SIGN) {
        let is_prefixed =
            at > 0 && !line.words()[at].spaced && is_before(line, at, 1, Kinds::PREFIX);
        return Some(at - usize::from(is_prefixed));
    }
    // `B/.350`, `S/ 1.300`, `Bs. 40`.
    let at = if line.folded(at) == "." { at.checked_sub(1)? } else { at };
    match line.folded(at) {
        "/" if at > 0 && matches!(before(line, at, 1), "b" | "s") => {
            line.words()[at - 1].is_capital.then_some(at - 1)
        }
        "bs" => Some(at),
        _ => None,
    }
}

/// The end of the currency behind `number`: `dollars`, `of U.S. dollars`, `€`, `pesos mexicanos`.
fn currency_end(line: &Line, number: Number) -> Option<usize> {
    let mut at = after(line, number);
    if line.is(at, Kinds::SIGN) && !line.is(at + 1, Kinds::DIGITS) {
        return Some(at);
    }
    let is_code = line.words().get(at).is_some_and(|it| it.kinds.is(Kinds::CODE) && it.is_upper);
    if is_code && at == number.last + 1 {
        return Some(at);
    }
    // Whose money it is: `U.S.`, `Swiss`, `Hong Kong`.
    for _ in 0..2 {
        let is_name = line.words().get(at).is_some_and(|it| it.is_capital);
        let follows = line.is(at + 1, Kinds::CURRENCY) || line.is(at + 2, Kinds::CURRENCY);
        at += usize::from(is_name && follows && !line.is(at, Kinds::CURRENCY));
    }
    if !line.is(at, Kinds::CURRENCY) || !is_money(line, number, at) {
        return None;
    }
    let is_owned = line.is(at + 1, Kinds::WHOSE);
    Some(at + usize::from(is_owned))
}

/// Whether the word at `at`, which can name money, does so behind `number`.
fn is_money(line: &Line, number: Number, at: usize) -> bool {
    let is_large = line.is(number.last, Kinds::MULTIPLE) || number.shape == Shape::Vague;
    match line.folded(at) {
        "won" => is_large || at > number.last + 1,
        "pounds" | "libras" | "pound" => {
            let is_owned = line.is(at + 1, Kinds::WHOSE) || at > number.last + 1;
            is_owned || is_large || !is_weight(line, number, at)
        }
        "real" | "sol" | "colon" => false,
        _ => true,
    }
}

/// Whether pounds weigh here: of something, of a body, or beside a word that weighs.
fn is_weight(line: &Line, number: Number, at: usize) -> bool {
    let weighs = |it: &str| {
        it.starts_with("weigh")
            || matches!(it, "lost" | "gained" | "heavy" | "lighter" | "heavier")
            || matches!(it, "pesa" | "pesaba" | "pesan" | "peso")
    };
    let near = number.first.saturating_sub(4)..number.first;
    line.is(at + 1, Kinds::OF)
        || near.into_iter().any(|it| weighs(line.folded(it)))
        || weighs(line.folded(at + 1))
}

/// The end of the measure behind `number`: `tons`, `square miles`, `feet four inches`, `km/h`.
fn quantity_end(line: &Line, number: Number) -> Option<usize> {
    let at = after(line, number);
    let at = at + usize::from(line.is(at, Kinds::UNIT_BEFORE) && line.is(at + 1, Kinds::UNIT));
    let is_weight = matches!(line.folded(at), "pounds" | "libras" | "pound");
    if !is_weight && !line.is(at, Kinds::UNIT) || is_name_of_unit(line, number, at) {
        return None;
    }
    Some(unit_tail(line, at))
}

/// Whether the unit at `at` is written like a name or is another word: `5 Miles Davis records`.
fn is_name_of_unit(line: &Line, number: Number, at: usize) -> bool {
    let word = line.words()[at];
    let is_letter = matches!(word.text, "m" | "g") && !line.is(number.last, Kinds::DIGITS);
    let is_hour = line.folded(at) == "m" && (line.folded(at + 1) == "." || word.is_capital);
    let is_miles = line.folded(at) == "miles" && line.is_spanish();
    let is_name = word.is_capital && !word.is_upper && word.text.len() > 2 && !line.is_title();
    is_letter || is_hour || is_miles || is_name
}

/// The end of the measure whose unit is at `unit`, with what may stand behind it.
fn unit_tail(line: &Line, unit: usize) -> usize {
    let mut last = unit;
    if line.is(last + 1, Kinds::UNIT_AFTER) {
        last += 1;
    }
    if line.folded(last) == "°" && matches!(line.folded(last + 1), "c" | "f") {
        return last + 1;
    }
    let is_per = line.folded(last + 1) == "/" && !line.words()[last + 1].spaced;
    if is_per && matches!(line.folded(last + 2), "h" | "s" | "hr") {
        return last + 2;
    }
    let is_rate = matches!(line.folded(last + 1), "per" | "por" | "an" | "a");
    let is_length = ["kilo", "km", "mile", "mill", "met", "feet", "foot", "knot", "nudo"];
    let is_length = is_length.iter().any(|it| line.folded(unit).starts_with(it));
    if is_rate
        && is_length
        && matches!(line.folded(last + 2), "hour" | "hora" | "second" | "segundo")
    {
        return last + 2;
    }
    if has_words(line, last + 1, "and a half") {
        return last + 3;
    }
    if line.folded(last + 1) == "y" && matches!(line.folded(last + 2), "medio" | "media") {
        return last + 2;
    }
    inches_end(line, last).unwrap_or(last)
}

/// The end of the inches behind the feet at `feet`: `six feet four inches`, `5 feet, 10 inches`.
fn inches_end(line: &Line, feet: usize) -> Option<usize> {
    if !matches!(line.folded(feet), "feet" | "foot" | "pies") {
        return None;
    }
    let start = feet + 1 + usize::from(line.folded(feet + 1) == ",");
    let number = core_end(line, start)?;
    matches!(line.folded(number + 1), "inch" | "inches" | "pulgadas").then_some(number + 1)
}
