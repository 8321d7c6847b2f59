//! Amounts: PERCENT, MONEY, QUANTITY, ORDINAL, CARDINAL, after the practice of OntoNotes 5 (words
//! such as `more than` belong to the amount), in English and Spanish.
//!
//! A number that reads as a year is left to `calendar`, which is surer of it. Scores of sports games,
//! telephone numbers and parts of names are not told apart.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::line::Line;
use crate::extract::numeral::{self, Numeral, has_words, whole_number};

const CURRENCY_SIGNS: &[&str] = &["$", "€", "£", "¥", "₹", "₽", "₩", "₡", "₲"];

/// What a currency sign may follow without a space: `US$`, `A$`, `B/.`.
const CURRENCY_PREFIXES: &[&str] = &[
    "us", "u.s.", "a", "au", "c", "ca", "nz", "hk", "s", "r", "mx", "ar", "col", "b", "usd", "eur",
];

const CURRENCY_CODES: &[&str] = &["usd", "eur", "gbp", "cop", "mxn", "rs", "rs.", "cad", "jpy"];

const CURRENCIES: &[&str] = &[
    "dollar",
    "dollars",
    "euro",
    "euros",
    "pound",
    "pounds",
    "peso",
    "pesos",
    "yen",
    "yuan",
    "renminbi",
    "rupee",
    "rupees",
    "ruble",
    "rubles",
    "rouble",
    "roubles",
    "won",
    "franc",
    "francs",
    "rand",
    "rial",
    "rials",
    "riyal",
    "riyals",
    "dinar",
    "dinars",
    "dirham",
    "dirhams",
    "shekel",
    "shekels",
    "baht",
    "ringgit",
    "rupiah",
    "real",
    "reais",
    "sol",
    "soles",
    "bolivar",
    "bolivares",
    "bolivars",
    "balboa",
    "balboas",
    "quetzal",
    "quetzales",
    "colon",
    "colones",
    "lempira",
    "lempiras",
    "cordobas",
    "guarani",
    "guaranies",
    "cent",
    "cents",
    "dolar",
    "dolares",
    "libras",
    "centavos",
    "usd",
    "eur",
    "lira",
    "liras",
    "naira",
    "krona",
    "kroner",
    "kronor",
    "zloty",
    "hryvnia",
    "crowns",
];

const UNITS: &[&str] = &[
    "kilometer",
    "kilometers",
    "kilometre",
    "kilometres",
    "km",
    "meter",
    "meters",
    "metre",
    "metres",
    "centimeter",
    "centimeters",
    "centimetre",
    "centimetres",
    "cm",
    "mm",
    "mile",
    "miles",
    "foot",
    "feet",
    "inch",
    "inches",
    "yard",
    "yards",
    "acre",
    "acres",
    "hectare",
    "hectares",
    "ton",
    "tons",
    "tonne",
    "tonnes",
    "kilogram",
    "kilograms",
    "kilo",
    "kilos",
    "kg",
    "gram",
    "grams",
    "ounce",
    "ounces",
    "liter",
    "liters",
    "litre",
    "litres",
    "gallon",
    "gallons",
    "barrel",
    "barrels",
    "degree",
    "degrees",
    "watts",
    "megawatt",
    "megawatts",
    "gigawatts",
    "kilowatts",
    "mph",
    "knots",
    "kph",
    "km/h",
    "metro",
    "metros",
    "kilometro",
    "kilometros",
    "milla",
    "millas",
    "hectarea",
    "hectareas",
    "tonelada",
    "toneladas",
    "litro",
    "litros",
    "kilogramo",
    "kilogramos",
    "grados",
    "barriles",
    "pies",
];

const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "twentieth",
    "hundredth",
    "primer",
    "primero",
    "primera",
    "tercer",
    "tercero",
    "tercera",
    "cuarto",
    "quinto",
    "quinta",
];

/// Words after which `one` stands for something, or counts nothing.
const NO_ONE_AFTER: &[&str] =
    &["no", "this", "that", "the", "any", "every", "each", "another", "which"];

/// Adds the amounts of `line` to `all`.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    for number in numeral::find(line) {
        all.extend(amount(line, number));
    }
    for at in 0..line.len() {
        if is_ordinal(line, at) {
            all.push(candidate(at, at, "ORDINAL", 0.8));
        }
        if line.folded(at) == "half" && line.folded(at + 1) == "of" {
            all.push(candidate(at, at, "CARDINAL", 0.6));
        }
        if is_hyphenated_unit(line, at) {
            all.push(candidate(at, at, "QUANTITY", 0.8));
        }
    }
}

fn candidate(first: usize, last: usize, label: &'static str, score: f32) -> Candidate {
    Candidate { first, last, label, score, reason: Reason::Amount }
}

/// What the number is with what stands around it.
fn amount(line: &Line, number: Numeral) -> Option<Candidate> {
    let Numeral { first, core, last, is_short } = number;
    if let Some(end) = percent_end(line, last) {
        return Some(candidate(first, end, "PERCENT", 0.97));
    }
    if let Some((first, end)) = money(line, number) {
        return Some(candidate(first, end, "MONEY", 0.96));
    }
    if is_short || is_part_of_word(line, core, last) || is_part_of_name(line, core) {
        return None;
    }
    if let Some(end) = unit_end(line, last) {
        return Some(candidate(first, end, "QUANTITY", 0.9));
    }
    if line.folded(core) == "one" && core == last && !counts_one(line, core) {
        return None;
    }
    let is_year =
        core == last && whole_number(line, core, 4).is_some_and(|it| it > 1_500 && it < 2_100);
    Some(candidate(first, last, "CARDINAL", if is_year { 0.4 } else { 0.8 }))
}

/// The end of `%`, `percent`, `per cent`, `por ciento` after the number that ends at `last`.
fn percent_end(line: &Line, last: usize) -> Option<usize> {
    match line.folded(last + 1) {
        "%" | "percent" | "pct" => Some(last + 1),
        "per" if line.folded(last + 2) == "cent" => Some(last + 2),
        "por" if line.folded(last + 2) == "ciento" => Some(last + 2),
        "percentage" if line.folded(last + 2).starts_with("point") => Some(last + 2),
        _ => None,
    }
}

/// The first and last word of an amount of money around `number`.
fn money(line: &Line, number: Numeral) -> Option<(usize, usize)> {
    let after = currency_end(line, number.last);
    let Some(sign) = sign_start(line, number.core) else {
        return after.map(|it| (number.first, it));
    };
    let last = after.unwrap_or(number.last);
    let first = numeral::words_before(line, sign);
    Some((first, money_range_end(line, last).unwrap_or(last)))
}

/// The end of a second amount with a sign of its own: `$40 to $50`.
fn money_range_end(line: &Line, last: usize) -> Option<usize> {
    let joins = matches!(line.folded(last + 1), "to" | "-" | "–" | "and");
    let is_second = joins && CURRENCY_SIGNS.contains(&line.folded(last + 2));
    let next = is_second.then(|| numeral::core_end_at(line, last + 3)).flatten();
    // `and` joins two amounts only after `between`, which the first one has taken in.
    next.filter(|_| line.folded(last + 1) != "and")
}

/// Where the currency sign or code before the number at `core` starts.
fn sign_start(line: &Line, core: usize) -> Option<usize> {
    let at = core.checked_sub(1)?;
    if CURRENCY_CODES.contains(&line.folded(at)) && line.words()[at].is_capital {
        return Some(at);
    }
    if !CURRENCY_SIGNS.contains(&line.folded(at)) {
        return None;
    }
    let is_prefixed =
        at > 0 && !line.words()[at].spaced && CURRENCY_PREFIXES.contains(&line.folded(at - 1));
    Some(if is_prefixed { at - 1 } else { at })
}

/// The end of the currency after the number that ends at `last`: `dollars`, `of U.S. dollars`, `€`.
fn currency_end(line: &Line, last: usize) -> Option<usize> {
    let mut at = last + 1;
    if matches!(line.folded(at), "of" | "de") {
        at += 1;
    }
    if matches!(line.folded(at), "us" | "u.s." | "american" | "australian" | "canadian") {
        at += 1;
    }
    let is_sign = at == last + 1 && CURRENCY_SIGNS.contains(&line.folded(at));
    (is_sign || CURRENCIES.contains(&line.folded(at))).then_some(at)
}

/// The end of the unit after the number that ends at `last`.
fn unit_end(line: &Line, last: usize) -> Option<usize> {
    let skips = matches!(line.folded(last + 1), "square" | "cubic" | "metric" | "nautical");
    let at = last + 1 + usize::from(skips);
    if !UNITS.contains(&line.folded(at)) {
        return None;
    }
    let is_area = matches!(line.folded(at + 1), "cuadrados" | "cubicos");
    Some(at + usize::from(is_area))
}

/// `20-kilometer`, `five-mile`.
fn is_hyphenated_unit(line: &Line, at: usize) -> bool {
    line.folded(at).rsplit_once('-').is_some_and(|(number, unit)| {
        let is_number = number.bytes().all(|it| it.is_ascii_digit()) || numeral::is_small(number);
        is_number && UNITS.contains(&unit)
    })
}

fn is_ordinal(line: &Line, at: usize) -> bool {
    let word = line.folded(at);
    if ORDINALS.contains(&word) {
        // A name has a capital in mid-sentence: `Second Avenue`, `First Lady`.
        return at == 0 || !line.words()[at].is_capital;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    is_number && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Whether the number is joined to a word: `F-16`, `Covid-19`, `16/MSF`.
fn is_part_of_word(line: &Line, core: usize, last: usize) -> bool {
    let words = line.words();
    let joins = |it: &str| matches!(it, "-" | "/" | "@" | "#" | "_" | "№");
    let before = core > 0 && !words[core].spaced && joins(words[core - 1].text);
    let after = words.get(last + 1).is_some_and(|it| !it.spaced && joins(it.text));
    before || after
}

/// Whether a number in words has a capital that no start of a sentence gives it: `Big Ten`.
fn is_part_of_name(line: &Line, core: usize) -> bool {
    let word = line.words()[core];
    let follows_name = core > 0 && line.words()[core - 1].is_capital && word.spaced;
    word.is_capital && follows_name && !line.is_title()
}

/// Whether `one` counts something here.
fn counts_one(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |it| line.folded(it));
    let next = line.folded(at + 1);
    let is_pronoun = NO_ONE_AFTER.contains(&before)
        || matches!(
            next,
            "another" | "is" | "was" | "has" | "can" | "could" | "should" | "would" | "who"
        );
    let next_is_word = line.words().get(at + 1).is_some_and(|it| it.has_letter() && !it.is_capital);
    next_is_word && !is_pronoun && !has_words(line, at, &["one", "day"])
}
