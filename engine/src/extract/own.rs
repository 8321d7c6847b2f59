//! Names of the user's own: looked up like the lists that ship, but each says its label itself and
//! nothing around it is asked.
//!
//! A name that is written with a capital in the list must have one in the text, one in capitals all
//! of them; accents and case are folded otherwise. The longest name wins; of two lists with the same
//! name the first.

use sha2::{Digest, Sha256};

use crate::extract::line::Line;
use crate::extract::spelling::{KEY_START, extend_key};
use crate::order::sort_by_key;
use crate::text::TextRange;

/// The longest name, in words. Longer ones are left out.
const LONGEST_NAME: usize = 24;

/// How a name must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    Any,
    Capital,
    Upper,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    key: u64,
    /// Where the label stands, for a whole name; `None` for a beginning of one.
    label: Option<u32>,
    case: Case,
}

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName<'o> {
    /// The first word of it.
    pub first: usize,
    /// The last word of it.
    pub last: usize,
    /// Its label.
    pub label: &'o str,
}

/// The user's names.
#[derive(Clone, Debug, Default)]
pub struct OwnNames {
    labels: Vec<String>,
    // Invariant: sorted by key, keys unique. Every beginning of a name has an entry, too.
    entries: Vec<Entry>,
    fingerprint: Vec<u8>,
}

impl OwnNames {
    /// Those of `names`: each with its label.
    pub fn new(names: &[(String, String)]) -> Self {
        let mut own = Self::default();
        let mut hash = Sha256::new();
        for (name, label) in names {
            for part in [name, label] {
                hash.update(part);
                hash.update([0]);
            }
            own.push(name, label);
        }
        // A whole name before a beginning; then in the order of the lists.
        sort_by_key(&mut own.entries, |it| (it.key, it.label.is_none()));
        own.entries.dedup_by_key(|it| it.key);
        if !names.is_empty() {
            own.fingerprint = hash.finalize().to_vec();
        }
        own
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A hash of all names and labels in their order.
    pub fn fingerprint(&self) -> &[u8] {
        &self.fingerprint
    }

    /// The longest name that starts at word `first`.
    pub fn longest_at(&self, line: &Line, first: usize) -> Option<OwnName<'_>> {
        let mut found = None;
        let mut key = KEY_START;
        for last in first..line.len().min(first + LONGEST_NAME) {
            key = extend_key(key, line.folded(last));
            let Ok(at) = self.entries.binary_search_by_key(&key, |it| it.key) else { break };
            let entry = self.entries[at];
            if let Some(label) = entry.label.filter(|_| fits(line, first, last, entry.case)) {
                found = Some(OwnName { first, last, label: &self.labels[label as usize] });
            }
        }
        found
    }

    /// Adds `name` and all its beginnings.
    fn push(&mut self, name: &str, label: &str) {
        let line = Line::new(name, TextRange::new(0, name.len() as u32));
        if line.len() > LONGEST_NAME {
            return;
        }
        let place = self.labels.iter().position(|it| it == label);
        let place = place.unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        });
        let mut key = KEY_START;
        for at in 0..line.len() {
            key = extend_key(key, line.folded(at));
            let label = (at + 1 == line.len()).then_some(place as u32);
            self.entries.push(Entry { key, label, case: case_of(name) });
        }
    }
}

fn case_of(name: &str) -> Case {
    let letters = || name.chars().filter(|it| it.is_alphabetic());
    match letters().any(char::is_uppercase) {
        false => Case::Any,
        true if letters().count() > 1 && letters().all(char::is_uppercase) => Case::Upper,
        true => Case::Capital,
    }
}

fn fits(line: &Line, first: usize, last: usize, case: Case) -> bool {
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

    fn check(names: &[(&str, &str)], text: &str, expected: &[&str]) {
        let owned = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
        let own = OwnNames::new(&names.iter().map(owned).collect::<Vec<_>>());
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let mut all = Vec::new();
        let mut at = 0;
        while at < line.len() {
            let found = own.longest_at(&line, at);
            at = found.as_ref().map_or(at, |it| it.last) + 1;
            all.extend(found.map(|it| {
                format!("{}|{}", line.range(it.first, it.last).slice(text).unwrap(), it.label)
            }));
        }
        assert_eq!(all, expected);
    }

    #[test]
    fn names_are_folded_and_the_longest_wins() {
        let names = [("Río Azul", "LOC"), ("Río Azul Norte", "ORG"), ("tonina", "ANIMAL")];
        check(
            &names,
            "RIO AZUL, Rio Azul Norte y una Tonina",
            &["RIO AZUL|LOC", "Rio Azul Norte|ORG", "Tonina|ANIMAL"],
        );
        check(&names, "un río azul", &[]);
        check(&[("US", "GPE")], "us US", &["US|GPE"]);
    }

    #[test]
    fn the_first_list_wins_and_the_fingerprint_tells_lists_apart() {
        check(&[("Ana", "PERSON"), ("Ana", "ORG")], "Ana", &["Ana|PERSON"]);
        let one = |label: &str| OwnNames::new(&[("Ana".to_owned(), label.to_owned())]);
        assert_ne!(one("PERSON").fingerprint(), one("ORG").fingerprint());
        assert!(OwnNames::default().is_empty() && OwnNames::new(&[]).fingerprint().is_empty());
    }
}
