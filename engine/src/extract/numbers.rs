//! Numeric types in a sentence: what every rule for amounts, dates, times and ranks proposes.

use crate::extract::candidate::{Candidate, settle};
use crate::extract::line::Line;
use crate::extract::{amount, calendar, clock, compound, count, numeral, period};

/// The numeric labels, in the order of their codes; see [`codes`].
pub const LABELS: [&str; 7] =
    ["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"];

/// Adds what the words for numbers, amounts, dates and times propose. A number is what stands behind
/// it first; only what has no unit counts.
pub fn find(line: &Line, all: &mut Vec<Candidate>) {
    for number in numeral::find(line) {
        all.extend(
            amount::amount(line, number)
                .or_else(|| period::duration(line, number))
                .or_else(|| count::cardinal(line, number)),
        );
    }
    amount::find(line, all);
    compound::find(line, all);
    count::find_ordinals(line, all);
    calendar::find(line, all);
    period::find(line, all);
    clock::find(line, all);
}

/// For each word of `line` the number of the numeric label it has in `found`, from 1; 0 for none.
pub fn codes(line: &Line, found: &[Candidate]) -> Vec<u8> {
    let mut codes = vec![0; line.len()];
    for it in settle(found.to_vec(), &mut vec![false; line.len()]) {
        let label = LABELS.iter().position(|label| *label == it.label);
        codes[it.first..=it.last].fill(label.map_or(0, |at| at as u8 + 1));
    }
    codes
}
