//! Documents as examples: their islands with features as keys, and what each word is to be.

use std::collections::HashMap;

use apostil::extract::tagger::{
    chapter::{Chapter, Island},
    tag::Tag,
    votes::{self, Votes},
};

use crate::train::{chain::Example, target::Target};

/// The examples of a chapter, with features as keys.
pub fn examples(chapter: &Chapter, targets: &[Vec<Target>], weight: f32) -> Vec<Example> {
    let example = |island: &Island| {
        let sentence = chapter.sentence(island.line);
        let mut made = Example { weight, ..Example::default() };
        for at in island.words.clone() {
            sentence.features(at, &mut |key| made.features.push(key));
            made.ends.push(made.features.len() as u32);
            made.targets.push(targets[island.line][at]);
        }
        made
    };
    chapter.islands().iter().map(example).collect()
}

/// Gives each of a chapter's `examples` what the rest of the text says, by the tags that were guessed
/// for all of them, as keys.
pub fn hear(chapter: &Chapter, examples: &mut [Example], guesses: &[Vec<Tag>]) {
    let islands = chapter.islands();
    let votes = Votes::count(chapter, &islands, guesses.iter().map(Vec::as_slice));
    for ((island, example), tags) in islands.iter().zip(examples).zip(guesses) {
        let voices = votes.hear(chapter, island, tags);
        let facts = &chapter.facts[island.line].words[island.words.clone()];
        example.heard.clear();
        example.heard_ends.clear();
        for (at, fact) in facts.iter().enumerate() {
            votes::features(&voices, at, fact.form, &mut |key| example.heard.push(key));
            example.heard_ends.push(example.heard.len() as u32);
        }
    }
}

/// Numbers for the keys of features.
#[derive(Debug, Default)]
pub struct Dictionary {
    numbers: HashMap<u32, u32>,
    /// The keys by number.
    pub keys: Vec<u32>,
}

impl Dictionary {
    /// Numbers the keys that are in at least `n` words; keys that had a number keep it.
    pub fn add<'k>(&mut self, keys: impl Iterator<Item = &'k u32>, n: u32) {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for key in keys {
            *counts.entry(*key).or_default() += 1;
        }
        let mut kept: Vec<u32> = counts.into_iter().filter(|it| it.1 >= n).map(|it| it.0).collect();
        kept.sort_unstable();
        for key in kept {
            let next = self.keys.len() as u32;
            if let std::collections::hash_map::Entry::Vacant(free) = self.numbers.entry(key) {
                free.insert(next);
                self.keys.push(key);
            }
        }
    }

    /// Puts numbers in place of keys, and leaves out those that have none; `ends` is kept right.
    pub fn number(&self, keys: &mut Vec<u32>, ends: &mut [u32]) {
        let mut kept = Vec::with_capacity(keys.len());
        let mut start = 0;
        for end in ends {
            kept.extend(keys[start..*end as usize].iter().filter_map(|it| self.numbers.get(it)));
            start = *end as usize;
            *end = kept.len() as u32;
        }
        *keys = kept;
    }
}
