//! Names that stand in a list: countries, capitals, cities, nationalities, well-known bodies.
//!
//! Accents and case are folded, then the case is asked for again: what the list writes with a
//! capital must have one in the text, and a short name in capitals (`US`, `ONU`) must be in capitals,
//! so that `us` and `turkey` are left alone. The longest name wins.
//!
//! Data, sources and licenses: `model/lists/`.

use crate::extract::candidate::Candidate;
use crate::extract::line::Line;
use crate::extract::spelling::{KEY_START, extend_key};
use crate::extract::{List, Reason};
use crate::order::{sort, sort_by_key};
use crate::text::TextRange;

/// The lists as they ship: `kind TAB name`, one a line.
pub const NAMES: &str = include_str!("../../model/lists/names.tsv");

/// Common given names, one a line.
pub const GIVEN_NAMES: &str = include_str!("../../model/lists/given.tsv");

/// The longest name, in words.
const LONGEST_NAME: usize = 10;

/// A kind of list: as the file writes it, what it is, the label it speaks for, how surely.
struct Kind {
    word: &'static str,
    list: List,
    label: &'static str,
    score: f32,
}

const KINDS: &[Kind] = &[
    Kind { word: "country", list: List::Countries, label: "GPE", score: 0.93 },
    Kind { word: "capital", list: List::Capitals, label: "GPE", score: 0.9 },
    Kind { word: "state", list: List::States, label: "GPE", score: 0.85 },
    Kind { word: "province", list: List::States, label: "GPE", score: 0.6 },
    Kind { word: "city", list: List::Cities, label: "GPE", score: 0.75 },
    Kind { word: "region", list: List::Regions, label: "LOC", score: 0.85 },
    Kind { word: "norp", list: List::Groups, label: "NORP", score: 0.92 },
    Kind { word: "org", list: List::Organizations, label: "ORG", score: 0.88 },
    Kind { word: "event", list: List::Events, label: "EVENT", score: 0.85 },
];

/// A name that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The first word of it.
    pub first: usize,
    /// The last word of it.
    pub last: usize,
    /// The label its list speaks for.
    pub label: &'static str,
    /// How surely, 0 to 1.
    pub score: f32,
    /// Which list.
    pub list: List,
}

impl Listed {
    /// What it proposes.
    pub fn into_candidate(self) -> Candidate {
        let Self { first, last, label, score, list } = self;
        Candidate { first, last, label, score, reason: Reason::Listed(list) }
    }
}

/// How a name must be written in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    /// As it comes: Spanish nationalities.
    Any,
    /// With a capital.
    Capital,
    /// In capitals.
    Upper,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The folded words' key; two names with one key would need 2³² names to be likely.
    key: u64,
    kind: u8,
    case: Case,
    is_whole: bool,
}

/// The lists, ready to look up.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    // Invariant: sorted by key, keys unique. Every beginning of a name has an entry, too.
    entries: Vec<Entry>,
    // Invariant: sorted.
    given: Vec<u64>,
}

impl Default for Gazetteer {
    fn default() -> Self {
        let mut entries = Vec::new();
        for line in NAMES.lines() {
            if let Some((word, name)) = line.split_once('\t') {
                let kind = KINDS.iter().position(|it| it.word == word);
                push_name(&mut entries, kind.expect("make.py knows these kinds") as u8, name);
            }
        }
        // A whole name before a beginning; then the kinds in the order of their table.
        sort_by_key(&mut entries, |it| (it.key, !it.is_whole, it.kind, it.case));
        entries.dedup_by_key(|it| it.key);
        let key = |name: &str| first_key(name);
        let mut given: Vec<u64> = GIVEN_NAMES.lines().map(key).collect();
        sort(&mut given);
        Self { entries, given }
    }
}

fn whole(name: &str) -> Line<'_> {
    Line::new(name, TextRange::new(0, name.len() as u32))
}

fn first_key(name: &str) -> u64 {
    extend_key(KEY_START, whole(name).folded(0))
}

/// Adds `name` and all its beginnings.
fn push_name(entries: &mut Vec<Entry>, kind: u8, name: &str) {
    let line = whole(name);
    let letters = || name.chars().filter(|it| it.is_alphabetic());
    let case = if letters().all(char::is_uppercase) {
        Case::Upper
    } else if name.contains(char::is_uppercase) {
        Case::Capital
    } else {
        Case::Any
    };
    let mut key = KEY_START;
    for at in 0..line.len() {
        key = extend_key(key, line.folded(at));
        entries.push(Entry { key, kind, case, is_whole: at + 1 == line.len() });
    }
}

impl Gazetteer {
    /// The names in `line`, from left to right, none overlapping another.
    pub fn find(&self, line: &Line) -> Vec<Listed> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < line.len() {
            match self.longest_at(line, at) {
                Some(found) => {
                    at = found.last + 1;
                    all.push(found);
                }
                None => at += 1,
            }
        }
        all
    }

    /// Whether the word at `at` is a common given name, with a capital.
    pub fn is_given_name(&self, line: &Line, at: usize) -> bool {
        let is_capital = line.words().get(at).is_some_and(|it| it.is_capital);
        is_capital && self.given.binary_search(&extend_key(KEY_START, line.folded(at))).is_ok()
    }

    fn longest_at(&self, line: &Line, first: usize) -> Option<Listed> {
        if !line.words()[first].has_letter() {
            return None;
        }
        let mut found = None;
        let mut key = KEY_START;
        for last in first..line.len().min(first + LONGEST_NAME) {
            key = extend_key(key, line.folded(last));
            let Ok(at) = self.entries.binary_search_by_key(&key, |it| it.key) else { break };
            let entry = self.entries[at];
            if entry.is_whole && fits_case(line, first, last, entry.case) {
                let Kind { list, label, score, .. } = KINDS[usize::from(entry.kind)];
                found = Some(Listed { first, last, label, score, list });
            }
        }
        found
    }
}

fn fits_case(line: &Line, first: usize, last: usize, case: Case) -> bool {
    let words = &line.words()[first..=last];
    match case {
        Case::Any => true,
        Case::Capital => words[0].is_capital || words.last().is_some_and(|it| it.is_capital),
        Case::Upper => words.iter().all(|it| it.is_upper || !it.has_letter()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let line = whole(text);
        let found = Gazetteer::default().find(&line);
        let shown = |it: &Listed| {
            format!("{}|{}", line.range(it.first, it.last).slice(text).unwrap(), it.label)
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_are_found_in_both_languages() {
        check("From Perú to SPAIN and Túnez", &["Perú|GPE", "SPAIN|GPE", "Túnez|GPE"]);
        check("the United States’s Senate", &["United States|GPE", "Senate|ORG"]);
        check(
            "panameños y Ecuadorians in Quito",
            &["panameños|NORP", "Ecuadorians|NORP", "Quito|GPE"],
        );
        check("in Washington, D.C. today", &["Washington, D.C.|GPE"]);
    }

    #[test]
    fn accents_do_not_matter() {
        check("Bogota, BOGOTÁ, Bogota\u{301}", &["Bogota|GPE", "BOGOTÁ|GPE", "Bogota\u{301}|GPE"]);
    }

    #[test]
    fn plain_words_are_left_alone() {
        check("tell us who eats turkey from a chad, it ran", &[]);
        check("The US and Turkey", &["US|GPE", "Turkey|GPE"]);
    }

    #[test]
    fn the_longest_name_wins() {
        check("Equatorial Guinea, Guinea", &["Equatorial Guinea|GPE", "Guinea|GPE"]);
    }
}
