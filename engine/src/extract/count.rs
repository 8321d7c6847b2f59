//! Numbers that count and rank: CARDINAL, ORDINAL.
//!
//! A number that only names something (`Route 66`, `article 29`, `version 3.2`, a telephone) counts
//! nothing and is left out; so are the scores of games. `one` and `half` count only where what they
//! count stands beside them.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::lexicon::Kinds;
use crate::extract::line::{Line, Word};
use crate::extract::numeral::{Number, Shape, before, has_words, is_before, whole_number};
use crate::extract::starter::is_starter;

/// Words after which `one` stands for something, or counts nothing.
const NO_ONE_AFTER: &[&str] =
    &["no", "this", "that", "the", "any", "every", "each", "another", "which", "some"];

/// Words before which `one` stands for something.
const NO_ONE_BEFORE: &[&str] = &[
    "another", "is", "was", "has", "can", "could", "should", "would", "who", "day", "that",
    "thing", "by", "after", "may", "must", "might", "to",
];

/// Whom `one of` leaves to stand for someone.
const PRONOUNS: &[&str] = &["them", "us", "you", "those", "these", "ellos", "ellas", "nosotros"];

/// What makes a rank an idiom when it stands behind it.
const NO_RANK_BEFORE: &[&str] = &[
    "aid",
    "hand",
    "lady",
    "ladies",
    "name",
    "names",
    "thoughts",
    "nature",
    "thought",
    "ministro",
    "ministra",
    "dama",
    "ministros",
    "plano",
    "mano",
    "instancia",
];

/// The number as one that counts, if it is one.
pub fn cardinal(line: &Line, number: Number) -> Option<Candidate> {
    let Number { first, core, last, shape } = number;
    let counts = match shape {
        Shape::Short => false,
        Shape::Part => counts_part(line, number),
        Shape::Vague => !is_part_of_name(line, core),
        Shape::Exact => !names_something(line, number) && !is_list_mark(line, core),
    };
    if !counts || is_joined(line, core, last) || is_year_here(line, number) {
        return None;
    }
    let is_one = core == last && line.folded(core) == "one";
    if is_one && first == core && !counts_one(line, core) {
        return None;
    }
    let reason = Reason::Amount;
    Some(Candidate { first, last, label: "CARDINAL", score: 0.8, reason })
}

/// Adds the ranks of `line` to `all`.
pub fn find_ordinals(line: &Line, all: &mut Vec<Candidate>) {
    if !line.has(Kinds::ORDINAL.or(Kinds::INTEGER)) {
        return;
    }
    for at in 0..line.len() {
        if let Some(last) = ordinal_end(line, at) {
            let reason = Reason::Amount;
            all.push(Candidate { first: at, last, label: "ORDINAL", score: 0.8, reason });
        }
    }
}

/// The last word of the rank at `at`.
fn ordinal_end(line: &Line, at: usize) -> Option<usize> {
    if line.is(at, Kinds::MIXED) {
        return line.is(at, Kinds::ORDINAL).then_some(at);
    }
    if line.is(at, Kinds::INTEGER) && line.folded(at + 1) == "." {
        let is_mark = matches!(line.folded(at + 2), "ª" | "º" | "o" | "a" | "er");
        return (is_mark && !line.words()[at + 2].spaced).then_some(at + 2);
    }
    (line.is(at, Kinds::ORDINAL) && ranks(line, at)).then_some(at)
}

/// Whether the word at `at`, which can be a rank, is one.
fn ranks(line: &Line, at: usize) -> bool {
    let (word, next) = (line.folded(at), line.folded(at + 1));
    let behind = line.words().get(at + 1);
    let is_name = line.words()[at].is_capital && !line.is_title();
    if is_name && (at > 0 || behind.is_some_and(|it| it.is_capital)) {
        return false; // `Second Avenue`, `First Lady`
    }
    if NO_RANK_BEFORE.contains(&next) || before(line, at, 1) == "at" {
        return false;
    }
    match word {
        "second" => !is_moment(line, at),
        // A part of an hour, a room.
        "cuarto" | "cuarta" | "quinta" => {
            let is_hour = before(line, at, 1) == "y" && !behind.is_some_and(Word::has_letter);
            !is_hour && !is_before(line, at, 1, Kinds::SMALL) && !line.is(at + 1, Kinds::OF)
        }
        "segundo" => before(line, at, 1) != "un" || !line.is(at + 1, Kinds::SMALL_WORD),
        _ => true,
    }
}

/// Whether `second` is a moment here: `one second`, `a second later`, `the second he came`.
fn is_moment(line: &Line, at: usize) -> bool {
    let next = line.folded(at + 1);
    let is_pronoun =
        matches!(next, "he" | "she" | "they" | "it" | "we" | "i" | "you" | "later" | "ago");
    let previous = before(line, at, 1);
    let is_counted = matches!(previous, "one" | "per" | "split" | "every" | "each");
    let ends = !line.words().get(at + 1).is_some_and(Word::has_letter);
    is_pronoun || is_counted || previous == "a" && ends
}

/// Whether a part of one counts here: what it is a part of follows, or words that say how exact.
fn counts_part(line: &Line, number: Number) -> bool {
    let Number { first, core, last, .. } = number;
    let next = line.folded(last + 1);
    let is_more =
        matches!(next, "fewer" | "less" | "more" | "lower" | "higher" | "menos" | "mas" | "as");
    let is_of = line.is(last + 1, Kinds::OF);
    let is_exact = line.is(core, Kinds::HYPHENED)
        || matches!(
            line.folded(last),
            "mitad" | "parte" | "partes" | "thirds" | "tercio" | "tercios"
        );
    if line.folded(core) == "half" {
        let is_other = is_before(line, core, 1, Kinds::ORDINAL.or(Kinds::PLACING).or(Kinds::THE));
        let whole = matches!(next, "the" | "that" | "its" | "his" | "her" | "their" | "of");
        return !is_other && (whole || first < core);
    }
    is_exact || is_more || is_of || first < core
}

/// Whether the number only names something.
fn names_something(line: &Line, number: Number) -> bool {
    let core = number.core;
    let digits = line.is(core, Kinds::DIGITS.or(Kinds::MIXED));
    if !digits {
        return is_part_of_name(line, core);
    }
    let word = line.words()[core];
    let is_numbered = is_before(line, core, 1, Kinds::NUMBERED) && number.first == core;
    let is_code =
        word.text.len() > 1 && word.text.starts_with('0') && word.kinds.is(Kinds::INTEGER)
            || before(line, core, 1) == "+"
            || before(line, core, 1) == "(" && line.folded(core + 1) == ")" && word.text.len() == 3
            || before(line, core, 1) == "[" && line.folded(core + 1) == "]";
    is_numbered || is_code || follows_name(line, core)
}

/// Whether the number in digits at `core` stands right behind a name, as a part of it: `Boeing 737`.
/// A count behind the name of a place (`in Panama 300 people`) does not.
pub fn follows_name(line: &Line, core: usize) -> bool {
    let Some(at) = core.checked_sub(1) else { return false };
    let (name, number) = (line.words()[at], line.words()[core]);
    let is_dated = Kinds::MONTH.or(Kinds::WEEKDAY).or(Kinds::SPANISH_WEEKDAY);
    let is_common = Kinds::YEAR_AFTER.or(Kinds::ENGLISH).or(Kinds::SPANISH).or(Kinds::SOME);
    let is_other = is_dated.or(is_common).or(Kinds::APPROXIMATE).or(Kinds::CODE);
    let is_name = name.is_capital
        && name.has_letter()
        && number.spaced
        && number.kinds.is(Kinds::INTEGER)
        && !name.kinds.is(is_other)
        && !(line.starts(at) && is_starter(line.folded(at)))
        && !matches!(name.text, "No." | "Nos." | "Nº" | "Núm." | "Only" | "All");
    if !is_name || matches!(line.folded(core + 1), "people" | "men" | "women" | "children") {
        return false;
    }
    let follows_place = matches!(before(line, core, 2), "in" | "en" | "at" | "from" | "near");
    !is_counted(line, core) || at > 0 && !follows_place
}

/// Whether a number in words has a capital that no start of a sentence gives it: `Big Ten`.
fn is_part_of_name(line: &Line, core: usize) -> bool {
    let word = line.words()[core];
    let is_capital = |at: usize| line.words().get(at).is_some_and(|it| it.is_capital);
    let is_named = core > 0 && word.spaced && (is_capital(core - 1) || is_capital(core + 1));
    word.is_capital && is_named && !line.is_title()
}

/// Whether the number is the mark of a list's item: `1. First item`, `2) Next`.
fn is_list_mark(line: &Line, core: usize) -> bool {
    core == 0
        && line.is(core, Kinds::INTEGER)
        && matches!(line.folded(1), "." | ")")
        && line.len() > 2
}

/// Whether the number is joined to another word: `F-16`, `Covid-19`, `16/MSF`, `#5`.
fn is_joined(line: &Line, core: usize, last: usize) -> bool {
    let words = line.words();
    let joins = |it: &str| matches!(it, "-" | "/" | "@" | "#" | "_" | "№");
    let is_before = core > 0 && !words[core].spaced && joins(words[core - 1].text);
    let is_after = words.get(last + 1).is_some_and(|it| !it.spaced && joins(it.text));
    // `three-judge` was parted for its number.
    let counts = words.get(last + 2).is_some_and(|it| {
        !it.spaced && words[last + 1].text == "-" && it.text.starts_with(char::is_lowercase)
    });
    is_before || is_after && !counts
}

/// Whether the number is a year, or two, which `calendar` reads: four digits, and nothing counted
/// behind them. Years before 1500 need a word that places them.
fn is_year_here(line: &Line, number: Number) -> bool {
    let Number { first, core, last, .. } = number;
    let places = Kinds::YEAR_AFTER.or(Kinds::APPROXIMATE);
    let earliest = if is_before(line, core, 1, places) { 1_000 } else { 1_500 };
    let is_year = |at: usize| {
        line.words()[at].text.len() == 4
            && whole_number(line, at, 4).is_some_and(|it| (earliest..2_100).contains(&it))
    };
    let is_exact = first == core || places_year(line.folded(first));
    is_exact && is_year(core) && is_year(last) && !is_counted(line, last)
}

/// Whether the folded `word` starts a phrase that may stand before a year: `around 1950`.
pub fn places_year(word: &str) -> bool {
    matches!(
        word,
        "hasta"
            | "about"
            | "around"
            | "between"
            | "entre"
            | "alrededor"
            | "cerca"
            | "aproximadamente"
    )
}

/// Spanish plurals that end as verbs do (`llegamos`, `fuimos`).
const PLURALS_IN_MOS: &[&str] = &[
    "centimos",
    "decimos",
    "extremos",
    "gramos",
    "kilogramos",
    "legitimos",
    "maximos",
    "miligramos",
    "minimos",
    "optimos",
    "prestamos",
    "primos",
    "proximos",
    "racimos",
    "ramos",
    "reclamos",
    "remos",
    "supremos",
    "tramos",
    "ultimos",
];

/// Whether `word` is what we did or will do, in Spanish.
fn is_our_doing(word: &str) -> bool {
    let is_like = ["amos", "emos", "imos"].iter().any(|it| word.ends_with(it));
    is_like && !word.ends_with("esimos") && PLURALS_IN_MOS.binary_search(&word).is_err()
}

/// Whether what the number at `at` counts stands behind it: a plain word in the plural.
pub fn is_counted(line: &Line, at: usize) -> bool {
    let (next, word) = (line.words().get(at + 1), line.folded(at + 1));
    let is_plural = word.ends_with('s') && word.len() > 3;
    let is_small = matches!(
        word,
        "tras"
            | "pues"
            | "entonces"
            | "despues"
            | "antes"
            | "ademas"
            | "apenas"
            | "across"
            | "plus"
    );
    is_plural && !is_small && !is_our_doing(word) && next.is_some_and(|it| !it.is_capital)
}

/// Whether `one` counts something here.
fn counts_one(line: &Line, at: usize) -> bool {
    let next = line.folded(at + 1);
    if next == "of" {
        return !PRONOUNS.contains(&line.folded(at + 2));
    }
    if matches!(next, "to" | "and" | "or") && line.is(at + 2, Kinds::SMALL) {
        return true;
    }
    if NO_ONE_AFTER.contains(&before(line, at, 1)) || NO_ONE_BEFORE.contains(&next) {
        return false;
    }
    let next_is_word = line.words().get(at + 1).is_some_and(|it| it.has_letter() && !it.is_capital);
    let is_ratio = has_words(line, at + 1, "in") && line.is(at + 2, Kinds::SMALL.or(Kinds::DIGITS));
    is_ratio || next_is_word && !line.is(at + 1, Kinds::SMALL_WORD)
}
