//! What a person decided, by the exact words: the same words are suggested elsewhere with the label
//! they got, and are not suggested again with a label that was refused for them. Where what was decided
//! is divided, it says nothing: the words alone do not tell, and what stands around them may.
//!
//! Exact means the same tokens in the same case, whatever stands between them. The memory is
//! bounded: the decision that was longest not repeated makes room. Nothing here generalizes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::extract::line::Line;
use crate::extract::{Example, Learned};
use crate::order::{sort, sort_by_key};
use crate::segment::sentence::sentences;
use crate::text::{Ranges, TextRange};

/// The most words and labels that are remembered.
pub const MOST_DECISIONS: usize = 20_000;

/// How many more there may be until the oldest make room, so that this is rare.
const SLACK: usize = MOST_DECISIONS / 8;

/// The longest span that is remembered, in words.
const MOST_WORDS: usize = 16;

/// For how many decisions counts what the engine says by itself. The same words are something else
/// elsewhere more often than one would think: with 8, scores are nearest to how often they were right.
const OWN_WEIGHT: f32 = 8.0;

/// How often a label was right and wrong for some words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// How often it was right.
    pub accepted: u32,
    /// How often it was refused.
    pub rejected: u32,
    /// The number of the last decision.
    last: u64,
}

impl Votes {
    /// Whether the label should be suggested for the words.
    pub fn speak_for(self) -> bool {
        self.accepted > self.rejected
    }

    /// Whether the label should not be suggested for the words: one refusal is enough where it was
    /// never right.
    pub fn speak_against(self) -> bool {
        self.rejected > self.accepted.saturating_mul(2)
    }

    /// Whether it was right in at least half of all decisions on the words, of which `n_accepted` gave
    /// them any label.
    fn has_half(self, n_accepted: u32) -> bool {
        self.accepted >= n_accepted.saturating_sub(self.accepted).saturating_add(self.rejected)
    }

    /// How surely the label is right where the engine by itself is `own` sure of it, which counts like
    /// eight decisions.
    pub fn score(self, own: f32) -> f32 {
        let (accepted, rejected) = (self.accepted as f32, self.rejected as f32);
        (accepted + OWN_WEIGHT * own) / (accepted + rejected + OWN_WEIGHT)
    }
}

/// A remembered span in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Remembered {
    /// The first word of it.
    pub first: usize,
    /// The last word of it.
    pub last: usize,
    /// The label it got.
    pub label: String,
    /// What was decided.
    pub votes: Votes,
}

/// Decisions by words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Words, joined by one space, to labels to votes.
    by_words: BTreeMap<String, BTreeMap<String, Votes>>,
    /// First word to the most words of a span that begins with it.
    longest: BTreeMap<String, usize>,
    n_decisions: u64,
    n_entries: usize,
    n_forgotten: u32,
}

/// The saved form: version 1.
#[derive(Serialize, Deserialize)]
struct Saved {
    version: u32,
    /// Words, label, accepted, rejected, number of the last decision.
    decisions: Vec<(String, String, u32, u32, u64)>,
    /// How many made room before.
    #[serde(default, skip_serializing_if = "is_zero")]
    forgotten: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Memory {
    /// Takes in `examples`, in order.
    pub fn learn(&mut self, examples: &[Example]) -> Learned {
        let mut learned = Learned::default();
        for example in examples {
            let reviewed: Ranges = example.reviewed.iter().copied().collect();
            self.pass_over(example, &reviewed);
            let right = example.gold.iter().map(|it| (it, true));
            let wrong = example.rejected.iter().map(|it| (it, false));
            for ((range, label), is_right) in right.chain(wrong) {
                let words =
                    reviewed.contains_range(*range).then(|| words_of(&example.text, *range));
                match words.flatten() {
                    Some(words) => {
                        self.vote(&words, label, is_right);
                        learned.taken += 1;
                        learned.forgotten += self.make_room();
                    }
                    None => learned.skipped += 1,
                }
            }
        }
        learned
    }

    /// Counts against what is remembered where its words were looked at again and left alone.
    fn pass_over(&mut self, example: &Example, reviewed: &Ranges) {
        if self.is_empty() {
            return;
        }
        let whole = TextRange::new(0, example.text.len() as u32);
        let mut passed = Vec::new();
        for sentence in sentences(&example.text, whole) {
            let line = Line::new(&example.text, sentence);
            for first in 0..line.len() {
                let Some(it) = self.longest_at(&line, first) else { continue };
                let range = line.range(it.first, it.last);
                let is_marked = example.gold.iter().any(|gold| gold.0.overlaps(range));
                let is_refused = example.rejected.iter().any(|it| it.0.overlaps(range));
                let is_missing = example.missing.contains(&it.label);
                if reviewed.contains_range(range) && !is_marked && !is_refused && !is_missing {
                    passed.push((joined(&line, it.first, it.last), it.label));
                }
            }
        }
        for (words, label) in passed {
            self.vote(&words, &label, false);
        }
    }

    /// The remembered span that starts at word `first` of `line`: the longest one whose decisions are
    /// of one mind.
    pub fn longest_at(&self, line: &Line, first: usize) -> Option<Remembered> {
        let longest = *self.longest.get(line.words().get(first)?.text)?;
        let last = line.len().min(first + longest);
        (first..last).rev().find_map(|last| {
            let labels = self.by_words.get(&joined(line, first, last))?;
            let best = labels.iter().filter(|(_, votes)| votes.speak_for());
            let (label, votes) = best.max_by_key(|(_, votes)| (votes.accepted, votes.last))?;
            let n_accepted = labels.values().map(|it| it.accepted).fold(0, u32::saturating_add);
            if !votes.has_half(n_accepted) {
                return None;
            }
            Some(Remembered { first, last, label: label.clone(), votes: *votes })
        })
    }

    /// Which words of `line` are words, or among words, that were refused and never of use.
    pub fn refused(&self, line: &Line) -> Vec<bool> {
        let mut refused = vec![false; line.len()];
        for (first, word) in line.words().iter().enumerate() {
            let longest = self.longest.get(word.text).copied().unwrap_or(0);
            for last in first..line.len().min(first + longest) {
                let labels = self.by_words.get(&joined(line, first, last));
                let votes = || labels.into_iter().flat_map(BTreeMap::values);
                if votes().any(|it| it.speak_against()) && !votes().any(|it| it.speak_for()) {
                    refused[first..=last].fill(true);
                }
            }
        }
        refused
    }

    /// What was decided about `label` for the words `first..=last` of `line`.
    pub fn votes(&self, line: &Line, first: usize, last: usize, label: &str) -> Votes {
        if !self.longest.contains_key(line.words()[first].text) {
            return Votes::default();
        }
        let labels = self.by_words.get(&joined(line, first, last));
        labels.and_then(|it| it.get(label)).copied().unwrap_or_default()
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.n_entries == 0
    }

    /// How many words with their label have made room, all in all.
    pub fn n_forgotten(&self) -> u32 {
        self.n_forgotten
    }

    /// The words of which `other` says something else, sorted. Lines without them are read alike.
    pub fn difference<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let (mut all, mut theirs) = (Vec::new(), other.by_words.iter().peekable());
        for (words, labels) in &self.by_words {
            while let Some((only_theirs, _)) = theirs.next_if(|it| it.0 < words) {
                all.push(only_theirs.as_str());
            }
            let other = theirs.next_if(|it| it.0 == words).map(|it| ranked(it.1));
            if other.is_none_or(|it| it != ranked(labels)) {
                all.push(words);
            }
        }
        all.extend(theirs.map(|it| it.0.as_str()));
        all
    }

    /// All of it, as JSON.
    pub fn save(&self) -> Vec<u8> {
        let mut decisions = Vec::with_capacity(self.n_entries);
        for (words, labels) in &self.by_words {
            for (label, it) in labels {
                decisions.push((words.clone(), label.clone(), it.accepted, it.rejected, it.last));
            }
        }
        let saved = Saved { version: 1, decisions, forgotten: self.n_forgotten };
        serde_json::to_vec(&saved).expect("strings and numbers are JSON")
    }

    /// Reads what [`Memory::save`] wrote; `None` for anything else.
    pub fn load(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let saved: Saved = serde_json::from_str(text).ok().filter(|it: &Saved| it.version == 1)?;
        let mut memory = Self { n_forgotten: saved.forgotten, ..Self::default() };
        for (words, label, accepted, rejected, last) in saved.decisions {
            *memory.entry(&words, &label) = Votes { accepted, rejected, last };
            memory.n_decisions = memory.n_decisions.max(last);
        }
        memory.make_room();
        Some(memory)
    }

    fn vote(&mut self, words: &str, label: &str, is_right: bool) {
        self.n_decisions += 1;
        let last = self.n_decisions;
        let votes = self.entry(words, label);
        votes.last = last;
        let count = if is_right { &mut votes.accepted } else { &mut votes.rejected };
        *count = count.saturating_add(1);
    }

    fn entry(&mut self, words: &str, label: &str) -> &mut Votes {
        let first = words.split(' ').next().unwrap_or_default().to_owned();
        let longest = self.longest.entry(first).or_default();
        *longest = (*longest).max(words.split(' ').count());
        let labels = self.by_words.entry(words.to_owned()).or_default();
        self.n_entries += usize::from(!labels.contains_key(label));
        labels.entry(label.to_owned()).or_default()
    }

    /// Drops the oldest decisions when there are far too many, and says how many. Asked after each
    /// decision, so that it does not matter how many come at once.
    fn make_room(&mut self) -> u32 {
        if self.n_entries > MOST_DECISIONS + SLACK { self.forget() } else { 0 }
    }

    /// Drops the oldest decisions over the bound, and says how many.
    fn forget(&mut self) -> u32 {
        let excess = self.n_entries.saturating_sub(MOST_DECISIONS);
        if excess == 0 {
            return 0;
        }
        let all = self.by_words.values().flat_map(BTreeMap::values);
        let mut ages: Vec<u64> = all.map(|it| it.last).collect();
        sort(&mut ages);
        let oldest_kept = ages[excess];
        for labels in self.by_words.values_mut() {
            labels.retain(|_, it| it.last >= oldest_kept);
        }
        self.by_words.retain(|_, labels| !labels.is_empty());
        self.n_entries = self.by_words.values().map(BTreeMap::len).sum();
        self.n_forgotten = self.n_forgotten.saturating_add(excess as u32);
        excess as u32
    }
}

/// What is said of some words: labels with their votes, in the order of the last ones.
fn ranked(labels: &BTreeMap<String, Votes>) -> Vec<(&str, u32, u32)> {
    let mut all: Vec<_> = labels.iter().collect();
    sort_by_key(&mut all, |it| it.1.last);
    all.into_iter().map(|(label, it)| (label.as_str(), it.accepted, it.rejected)).collect()
}

/// The words of `range` as they are remembered; `None` when they are none, too many, or not there.
fn words_of(text: &str, range: TextRange) -> Option<String> {
    range.slice(text)?;
    let line = Line::new(text, range);
    (1..=MOST_WORDS).contains(&line.len()).then(|| joined(&line, 0, line.len() - 1))
}

fn joined(line: &Line, first: usize, last: usize) -> String {
    let words: Vec<&str> = line.words()[first..=last].iter().map(|it| it.text).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(text: &str, gold: &[(&str, &str)], rejected: &[(&str, &str)]) -> Example {
        let span = |(words, label): &(&str, &str)| {
            let start = text.find(words).unwrap() as u32;
            (TextRange::new(start, start + words.len() as u32), (*label).to_owned())
        };
        Example {
            text: text.to_owned(),
            reviewed: vec![TextRange::new(0, text.len() as u32)],
            gold: gold.iter().map(span).collect(),
            rejected: rejected.iter().map(span).collect(),
            missing: Vec::new(),
        }
    }

    fn line(text: &str) -> Line<'_> {
        Line::new(text, TextRange::new(0, text.len() as u32))
    }

    #[test]
    fn the_same_words_are_found_elsewhere() {
        let mut memory = Memory::default();
        memory.learn(&[example("The Blue Lot is shut.", &[("Blue Lot", "FAC")], &[])]);
        let other = line("At Blue\nLot, blue lot");
        let found = memory.longest_at(&other, 1).unwrap();
        assert_eq!((found.first, found.last, found.label.as_str()), (1, 2, "FAC"));
        assert_eq!(memory.longest_at(&other, 4), None);
    }

    #[test]
    fn what_was_refused_speaks_against() {
        let mut memory = Memory::default();
        memory.learn(&[example("Turbo rose.", &[], &[("Turbo", "PERSON")])]);
        let other = line("Turbo");
        assert!(memory.votes(&other, 0, 0, "PERSON").speak_against());
        assert!(!memory.votes(&other, 0, 0, "GPE").speak_against());
        assert_eq!(memory.longest_at(&other, 0), None);
        assert_eq!(memory.refused(&line("A Turbo, turbo")), [false, true, false, false]);
        memory.learn(&[example("Turbo rose.", &[("Turbo", "GPE")], &[])]);
        assert_eq!(memory.refused(&other), [false], "of use as another");
    }

    #[test]
    fn divided_decisions_say_nothing() {
        let mut memory = Memory::default();
        let mut decide = |label: &str, is_right: bool| {
            let pair = [("Turbo", label)];
            let (gold, rejected) =
                if is_right { (&pair[..], &[][..]) } else { (&[][..], &pair[..]) };
            memory.learn(&[example("Turbo", gold, rejected)]);
            let line = line("Turbo");
            let label = memory.longest_at(&line, 0).map(|it| it.label);
            (label, memory.votes(&line, 0, 0, "ORG").speak_against())
        };
        assert_eq!(decide("ORG", true), (Some("ORG".to_owned()), false));
        assert_eq!(decide("GPE", true), (Some("GPE".to_owned()), false), "half, and the last");
        assert_eq!(decide("FAC", true), (None, false), "one of three");
        assert_eq!(decide("GPE", true), (Some("GPE".to_owned()), false), "two of four");
        assert_eq!(decide("ORG", false), (Some("GPE".to_owned()), false), "one to one");
        decide("ORG", false);
        assert_eq!(decide("ORG", false), (Some("GPE".to_owned()), true), "one to three");
    }

    #[test]
    fn only_what_was_reviewed_counts() {
        let mut memory = Memory::default();
        let mut unseen =
            example("Anna met Berta.", &[("Anna", "PERSON"), ("Berta", "PERSON")], &[]);
        unseen.reviewed = vec![TextRange::new(0, 4)];
        unseen.gold.push((TextRange::new(0, 400), "ORG".to_owned()));
        let learned = memory.learn(&[unseen]);
        assert_eq!(learned, Learned { taken: 1, skipped: 2, forgotten: 0 });
        assert_eq!(memory.longest_at(&line("Berta"), 0), None);
    }

    #[test]
    fn a_saved_memory_is_the_same_memory() {
        let mut memory = Memory::default();
        memory.learn(&[example(
            "Anna “Ñ” met Berta.",
            &[("Anna “Ñ”", "PERSON")],
            &[("met", "ORG")],
        )]);
        assert_eq!(Memory::load(&memory.save()), Some(memory));
        assert_eq!(Memory::load(b"{\"version\":9,\"decisions\":[]}"), None);
        assert_eq!(Memory::load(b"\xff"), None);
    }

    #[test]
    fn what_two_memories_say_otherwise_is_told_by_its_words() {
        let mut one = Memory::default();
        for (words, label) in [("Ana Paz", "PERSON"), ("Peru", "GPE"), ("Lima", "GPE")] {
            one.vote(words, label, true);
        }
        let mut other = one.clone();
        assert!(one.difference(&other).is_empty());
        other.vote("Peru", "GPE", true);
        other.vote("Cuzco", "GPE", true);
        other.vote("Zaña", "GPE", false);
        assert_eq!(one.difference(&other), ["Cuzco", "Peru", "Zaña"]);
        assert_eq!(other.difference(&one), ["Cuzco", "Peru", "Zaña"]);
        // Of two labels that were as often right, the last one counts.
        let (mut first, mut last) = (one.clone(), one);
        first.vote("Lima", "ORG", true);
        last.by_words.get_mut("Lima").unwrap().clear();
        last.vote("Lima", "ORG", true);
        last.vote("Lima", "GPE", true);
        assert_eq!(first.difference(&last), ["Lima"]);
    }

    #[test]
    fn the_oldest_decisions_make_room() {
        let mut memory = Memory::default();
        for n in 0..MOST_DECISIONS + 3 {
            memory.vote(&format!("w{n}"), "ORG", true);
        }
        assert_eq!((memory.forget(), memory.n_forgotten()), (3, 3));
        assert_eq!(Memory::load(&memory.save()).map(|it| it.n_forgotten()), Some(3));
        assert_eq!(memory.longest_at(&line("w2"), 0), None);
        assert!(memory.longest_at(&line("w3"), 0).is_some());
    }
}
