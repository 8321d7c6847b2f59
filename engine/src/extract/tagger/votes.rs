//! What the rest of a text says that its words are: the document's memory.
//!
//! The text is read once; then every name that was found speaks for the same words elsewhere: as a
//! whole, and each of its words, so that a surname follows its full name. A name in brackets behind the
//! words whose first letters it is (`Border Service (BS)`) is what they are, and they are what it is.
//! What a word's own place said is left out when that place is read again (Krishnan and Manning 2006).

use std::collections::BTreeMap;

use crate::extract::spelling::{KEY_START, extend_key};
use crate::extract::tagger::chapter::{Chapter, Island};
use crate::extract::tagger::fact::{Form, is_name_form};
use crate::extract::tagger::features::key;
use crate::extract::tagger::tag::{Part, Span, Tag, parts, spans};

/// The most labels that vote.
const N_LABELS: usize = 11;

/// How often each label was given; the last is for no name.
type Counts = [u16; N_LABELS + 1];

const OUTSIDE: usize = N_LABELS;

/// The longest name that is looked for, in words.
const LONGEST: usize = 8;

/// The first template of these features; see [`crate::extract::tagger::features`].
const TEMPLATE: u32 = 160;

/// The votes of a chapter.
#[derive(Clone, Debug, Default)]
pub struct Votes {
    /// By the key of a name's folded words.
    names: BTreeMap<u64, Counts>,
    /// By the hash of a folded word.
    words: BTreeMap<u32, Counts>,
}

/// What the rest of the text says of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The label that this word mostly has, and how surely: 1 once, 2 more often, 3 never otherwise.
    pub word: Option<(u8, u8)>,
    /// The label of the longest known name that it is part of here, and where.
    pub name: Option<(u8, Part)>,
}

impl Voice {
    /// Whether nothing was said.
    pub fn is_silent(&self) -> bool {
        self.word.is_none() && self.name.is_none()
    }
}

impl Votes {
    /// Counts what `tags` say; the islands are those of `chapter`, in the same order.
    pub fn count<'a>(
        chapter: &Chapter,
        islands: &[Island],
        tags: impl Iterator<Item = &'a [Tag]>,
    ) -> Self {
        let mut votes = Self::default();
        for (island, tags) in islands.iter().zip(tags) {
            votes.add(chapter, island, tags);
        }
        votes
    }

    fn add(&mut self, chapter: &Chapter, island: &Island, tags: &[Tag]) {
        let line = &chapter.lines[island.line];
        let facts = &chapter.facts[island.line];
        for span in spans(tags).iter().filter(|it| it.label < N_LABELS) {
            let name = name_key(chapter, island, span);
            bump(&mut self.names.entry(name).or_default()[span.label]);
        }
        for (at, tag) in island.words.clone().zip(tags) {
            let fact = &facts.words[at];
            let is_telling = is_name_form(fact.form) && fact.form != Form::Initial;
            let says_nothing = tag.label().is_none() && (line.starts(at) || line.is_title());
            if is_telling && !says_nothing {
                let label = tag.label().filter(|it| *it < N_LABELS).unwrap_or(OUTSIDE);
                bump(&mut self.words.entry(fact.folded).or_default()[label]);
            }
        }
    }

    /// What all places but `island`, whose own tags are `tags`, say of its words.
    pub fn hear(&self, chapter: &Chapter, island: &Island, tags: &[Tag]) -> Vec<Voice> {
        let facts = &chapter.facts[island.line];
        let mut own = Self::default();
        own.add(chapter, island, tags);
        let mut voices = vec![Voice::default(); island.words.len()];
        for (voice, at) in voices.iter_mut().zip(island.words.clone()) {
            let fact = &facts.words[at];
            if is_name_form(fact.form) {
                voice.word = verdict(self.words.get(&fact.folded), own.words.get(&fact.folded));
            }
        }
        let mut at = 0;
        while at < island.words.len() {
            let Some((length, label)) = self.longest_at(chapter, island, at, &own) else {
                at += 1;
                continue;
            };
            for (voice, part) in voices[at..at + length].iter_mut().zip(parts(length)) {
                voice.name = Some((label, part));
            }
            at += length;
        }
        voices
    }

    /// The longest known name that starts at the word `at` of `island`, and its label.
    fn longest_at(
        &self,
        chapter: &Chapter,
        island: &Island,
        at: usize,
        own: &Self,
    ) -> Option<(usize, u8)> {
        let line = &chapter.lines[island.line];
        let mut name = KEY_START;
        let mut found = None;
        for length in 1..=LONGEST.min(island.words.len() - at) {
            name = extend_key(name, line.folded(island.words.start + at + length - 1));
            let counts = self.names.get(&name);
            if let Some((label, _)) = counts.and_then(|it| verdict(Some(it), own.names.get(&name)))
            {
                found = Some((length, label));
            }
        }
        found
    }
}

fn bump(count: &mut u16) {
    *count = count.saturating_add(1);
}

fn name_key(chapter: &Chapter, island: &Island, span: &Span) -> u64 {
    let line = &chapter.lines[island.line];
    let words = span.words.clone().map(|it| line.folded(island.words.start + it));
    words.fold(KEY_START, extend_key)
}

/// What most of `all` without `own` say, and how surely.
fn verdict(all: Option<&Counts>, own: Option<&Counts>) -> Option<(u8, u8)> {
    let mut counts = *all?;
    for (count, own) in counts.iter_mut().zip(own.into_iter().flatten()) {
        *count -= *own.min(count);
    }
    let total: u16 = counts.iter().fold(0, |sum, it| sum.saturating_add(*it));
    let (label, most) = counts.iter().enumerate().rev().max_by_key(|it| it.1)?;
    let sureness = match (most, total) {
        (0, _) => return None,
        (1, 1) => 1,
        (most, total) if *most == total => 3,
        _ => 2,
    };
    Some((label as u8, sureness))
}

/// Hands the features of what the text says of the word `at` to `take`.
pub fn features(voices: &[Voice], at: usize, form: Form, take: &mut impl FnMut(u32)) {
    let word =
        |it: &Voice| it.word.map_or(0, |(label, sure)| 1 + u32::from(label) * 4 + u32::from(sure));
    let name =
        |it: &Voice| it.name.map_or(0, |(label, part)| 1 + u32::from(label) * 4 + part as u32);
    let here = &voices[at];
    let back = at.checked_sub(1).map(|it| &voices[it]);
    let next = voices.get(at + 1);
    if here.word.is_some() {
        take(key(TEMPLATE, word(here), form as u32));
        take(key(TEMPLATE + 1, word(here), back.map_or(0, word)));
        take(key(TEMPLATE + 2, word(here), next.map_or(0, word)));
    }
    if here.name.is_some() {
        take(key(TEMPLATE + 3, name(here), form as u32));
        take(key(TEMPLATE + 4, name(here), word(here)));
    }
    if let Some(it) = back.filter(|it| it.name.is_some()) {
        take(key(TEMPLATE + 5, name(it), form as u32));
    }
    if let Some(it) = next.filter(|it| it.name.is_some()) {
        take(key(TEMPLATE + 6, name(it), form as u32));
    }
}
