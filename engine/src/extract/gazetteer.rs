//! Names that stand in a list: which words of a sentence are one, and what it speaks for there.
//!
//! Accents and case are folded, then the case is asked for again: a name must have a capital, a short
//! form in capitals (`US`) all of them, and only groups that their language writes small may be small
//! (`peruano`). The longest name wins.
//!
//! A list is no proof. There is a town called Of, and most towns have the name of a person; so a small
//! place, or one with the name of a person or a common word, counts only where its surroundings speak
//! for a place. What is not sure enough here is left to `names`, which asks the same lists about single
//! words.
//!
//! Data, sources and licenses: `model/lists/`.

use std::sync::Arc;

use crate::extract::candidate::Candidate;
use crate::extract::clue;
use crate::extract::line::Line;
use crate::extract::lists::Lists;
use crate::extract::lists::entry::{Entry, Kind};
use crate::extract::lists::pack::LONGEST_NAME;
use crate::extract::spelling::{KEY_START, extend_key};
use crate::extract::spot::{Spot, Verdict, is_after_place, is_before_name};
use crate::extract::{List, Reason};

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

/// The lists as the rules ask them.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    lists: Arc<Lists>,
}

impl Gazetteer {
    /// One that asks `lists`.
    pub fn new(lists: Arc<Lists>) -> Self {
        Self { lists }
    }

    /// The lists that it asks.
    pub fn lists(&self) -> &Arc<Lists> {
        &self.lists
    }

    /// What is known of the word at `at` alone.
    pub fn word(&self, line: &Line, at: usize) -> Entry {
        if at >= line.len() {
            return Entry::default();
        }
        self.lists.get(extend_key(KEY_START, line.folded(at))).unwrap_or_default()
    }

    /// Whether the word at `at` is a given name, with a capital, and likely nothing else.
    pub fn is_given_name(&self, line: &Line, at: usize) -> bool {
        let is_capital = line.words().get(at).is_some_and(|it| it.is_capital);
        if !is_capital {
            return false;
        }
        let it = self.word(line, at);
        let is_other = it.word() > 0
            || it.is_any(&[Kind::Country, Kind::Capital, Kind::State, Kind::Group, Kind::Place])
            || it.size() >= 5;
        let is_person = || self.word(line, at + 1).surname() > 0 && line.words()[at + 1].is_capital;
        it.given() > 0 && (!is_other || it.given() >= 2 && is_person())
    }

    /// The names in `line`, from left to right, none overlapping another.
    pub fn find(&self, line: &Line) -> Vec<Listed> {
        let mut all: Vec<Listed> = Vec::new();
        let mut at = 0;
        while at < line.len() {
            let before = all.last().filter(|it| it.label == "GPE").map(|it| it.last + 1);
            match self.longest_at(line, at, before) {
                Some(found) => {
                    at = found.last + 1;
                    all.push(found);
                }
                None => at += 1,
            }
        }
        all
    }

    /// The longest name that starts at `first` and is sure enough; `place_end` is where the last place
    /// ended.
    fn longest_at(&self, line: &Line, first: usize, place_end: Option<usize>) -> Option<Listed> {
        let word = &line.words()[first];
        if self.lists.is_empty() || !word.has_letter() {
            return None;
        }
        let mut key = extend_key(KEY_START, line.folded(first));
        let lone = self.lists.get(key)?;
        let longest = lone.longest().min(line.len() - first).min(LONGEST_NAME);
        let mut found = None;
        for last in first + 1..first + longest {
            key = extend_key(key, line.folded(last));
            if let Some(entry) = self.lists.get(key) {
                found = self.several(line, first, last, entry, place_end).or(found);
            }
        }
        let lone = || {
            let is_before_place = self.is_before_place(line, first);
            let spot = Spot { line, at: first, entry: lone, place_end, is_before_place };
            Some(listed(first, first, spot.verdict()?))
        };
        found.or_else(lone)
    }

    /// What several words in a list speak for.
    fn several(
        &self,
        line: &Line,
        first: usize,
        last: usize,
        entry: Entry,
        place_end: Option<usize>,
    ) -> Option<Listed> {
        let words = &line.words()[first..=last];
        let is_small = !words[words.len() - 1].is_capital
            || !words[0].is_capital && !clue::is_article(line.folded(first));
        let may_be_small = entry.may_be_lower() && entry.is(Kind::Group)
            || entry.is(Kind::Place) && words[words.len() - 1].is_capital;
        if is_small && !may_be_small || entry.is_upper() && !is_upper(line, first, last) {
            return None;
        }
        let is_person = self.word(line, first).given() > 0
            && (self.word(line, last).surname() > 0 || self.word(line, last).given() > 0);
        let verdict = match () {
            () if entry.is(Kind::Country) => ("GPE", 0.93, List::Countries),
            () if entry.is(Kind::Capital) => ("GPE", 0.9, List::Capitals),
            () if entry.is(Kind::Event) => ("EVENT", 0.85, List::Events),
            () if entry.is(Kind::Group) => ("NORP", 0.9, List::Groups),
            () if entry.is(Kind::Organization) => ("ORG", 0.86, List::Organizations),
            () if entry.is(Kind::Place) => ("LOC", 0.85, List::Regions),
            () if entry.size() < 4 && is_before_name(line, last) => return None,
            () if is_person && entry.size() < 6 && !is_after_place(line, first, place_end) => {
                return None;
            }
            () if entry.is(Kind::State) => ("GPE", 0.8, List::States),
            () if entry.is(Kind::City) => ("GPE", 0.7 + 0.02 * entry.size() as f32, List::Cities),
            () => return None,
        };
        Some(listed(first, last, verdict))
    }

    /// Whether a comma and a country, a state or a capital stand behind `at`: `Lima, Peru`.
    fn is_before_place(&self, line: &Line, at: usize) -> bool {
        if !matches!(line.folded(at + 1), "," | "(") || at + 2 >= line.len() {
            return false;
        }
        let next = self.word(line, at + 2);
        let is_sure = next.is_any(&[Kind::Country, Kind::State, Kind::Capital]) && next.given() < 2;
        line.words()[at + 2].is_capital && is_sure
    }
}

fn listed(first: usize, last: usize, (label, score, list): Verdict) -> Listed {
    Listed { first, last, label, score, list }
}

fn is_upper(line: &Line, first: usize, last: usize) -> bool {
    line.words()[first..=last].iter().all(|it| it.is_upper || !it.has_letter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lists::shipped;
    use crate::text::TextRange;

    fn check(text: &str, expected: &[&str]) {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let found = Gazetteer::new(shipped()).find(&line);
        let shown = |it: &Listed| {
            format!("{}|{}", line.range(it.first, it.last).slice(text).unwrap(), it.label)
        };
        assert_eq!(found.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_are_found_in_both_languages() {
        check("From Perú to SPAIN and Túnez", &["Perú|GPE", "SPAIN|GPE", "Túnez|GPE"]);
        check(
            "panameños y Ecuadorians in Quito",
            &["panameños|NORP", "Ecuadorians|NORP", "Quito|GPE"],
        );
        check("in Washington, D.C. today", &["Washington, D.C.|GPE"]);
        check("el mar Caribe y el río Orinoco", &["mar Caribe|LOC", "Orinoco|LOC"]);
    }

    #[test]
    fn accents_do_not_matter() {
        check("Bogota, BOGOTÁ, Bogota\u{301}", &["Bogota|GPE", "BOGOTÁ|GPE", "Bogota\u{301}|GPE"]);
    }

    #[test]
    fn plain_words_are_left_alone() {
        check("tell us who eats turkey from a chad, it ran", &[]);
        check("The US and Turkey", &["US|GPE", "Turkey|GPE"]);
        check("Of all towns, Nice people say so. Reading is fun", &[]);
        check(
            "hoy las indias y la china argentina",
            &["indias|NORP", "china|NORP", "argentina|NORP"],
        );
    }

    #[test]
    fn the_longest_name_wins() {
        check("Equatorial Guinea, Guinea", &["Equatorial Guinea|GPE", "Guinea|GPE"]);
    }

    #[test]
    fn small_towns_need_a_place_around_them() {
        check("They met in Metetí and Yaviza.", &["Metetí|GPE", "Yaviza|GPE"]);
        check("They fled to Reading, England.", &["Reading|GPE", "England|GPE"]);
        check("They praised Victoria and Reading.", &[]);
        check("President Lincoln met Francisco", &[]);
    }

    #[test]
    fn languages_are_told_from_peoples() {
        check(
            "It was written in Spanish for Spanish readers",
            &["Spanish|LANGUAGE", "Spanish|NORP"],
        );
    }

    #[test]
    fn without_lists_nothing_is_listed() {
        let line = Line::new("Peru", TextRange::new(0, 4));
        assert_eq!(Gazetteer::default().find(&line), []);
    }
}
