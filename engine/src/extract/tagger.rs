//! Names by a trained model: a linear chain of tags over hashed features.
//!
//! A chapter is read in two passes. The first tags each stretch of words by itself; what it finds
//! votes ([`votes`]), and the second pass adds what the rest of the text says: so a headline or a
//! surname is read with the body's knowledge. Weights and sums are whole numbers, so that the same
//! model gives the same answer everywhere.
//!
//! In reading order: [`tag`] is what words are given; [`fact`], [`casing`] and [`features`] are what is
//! known of them; [`chapter`] joins the sentences; [`weights`] and [`mod@file`] hold the model; [`decode`]
//! finds the best answer, [`calibration`] says what its margin means; [`taught`] is what a person's
//! corrections add to the weights, and [`lesson`] how.
//!
//! Limits: names do not nest; a name has no more than three small words in a row inside; the labels are
//! those of [`tag::LABELS`].

pub mod calibration;
pub mod casing;
pub mod chapter;
pub mod decode;
pub mod fact;
pub mod features;
pub mod file;
pub mod lesson;
pub mod reason;
pub mod tag;
pub mod taught;
pub mod votes;
pub mod weights;

use std::ops::Range;

use crate::extract::tagger::chapter::{Chapter, Island};
use crate::extract::tagger::decode::{Decoder, Transitions};
use crate::extract::tagger::file::{Model, PARTS, Pace, TaggerError};
use crate::extract::tagger::tag::{Tag, spans};
use crate::extract::tagger::taught::Taught;
use crate::extract::tagger::votes::{Voice, Votes};
use crate::extract::tagger::weights::{AT_ONCE, ROOM, Sums};

/// A trained model, ready to read chapters.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    model: Model,
}

/// A name that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The number of its sentence.
    pub line: usize,
    /// Its words.
    pub words: Range<usize>,
    /// The number of its label.
    pub label: usize,
    /// How often such a name is right, 0 to 1.
    pub score: f32,
    /// Whether the rest of the text says that these words, or some of them, are a name.
    pub is_known: bool,
}

impl Tagger {
    /// Takes in a model's file.
    pub fn read(bytes: &[u8]) -> Result<Self, TaggerError> {
        Ok(Self { model: file::read(bytes)? })
    }

    /// A hash of the model: with the same fingerprint, the same text gives the same names.
    pub fn fingerprint(&self) -> &[u8] {
        &self.model.fingerprint
    }

    /// The names of `chapter`, in order, with what was taught besides. `refused` says for each line
    /// which of its words a person has refused: they are less likely a part of any name. Empty for none.
    pub fn names(&self, chapter: &Chapter, taught: &Taught, refused: &[Vec<bool>]) -> Vec<Name> {
        let islands = chapter.islands();
        let own = taught.own_transitions(self.transitions());
        let transitions = own.as_ref().unwrap_or(self.transitions());
        let reader = Reader { tagger: self, chapter, taught, refused, transitions };
        let mut reading = Reading::default();
        for island in &islands {
            reader.read(island, &mut reading);
        }
        let votes = Votes::count(chapter, &islands, reading.tags.iter().map(Vec::as_slice));
        let mut names = Vec::new();
        for (at, island) in islands.iter().enumerate() {
            let voices = votes.hear(chapter, island, &reading.tags[at]);
            reader.read_again(island, &voices, at, &mut reading, &mut names);
        }
        names
    }

    /// What it counts for one tag to follow another.
    fn transitions(&self) -> &Transitions {
        &self.model.transitions
    }

    /// How it learns.
    fn pace(&self) -> Pace {
        self.model.pace
    }

    /// Adds the sums of the words of `island` to `sums`, `width` for each word.
    fn sum(
        &self,
        chapter: &Chapter,
        island: &Island,
        taught: &Taught,
        width: usize,
        sums: &mut Vec<i32>,
    ) {
        let start = sums.len();
        sums.resize(start + width * island.words.len(), 0);
        let sentence = chapter.sentence(island.line);
        let mut keys = Vec::with_capacity(AT_ONCE);
        for (row, at) in sums[start..].chunks_exact_mut(width).zip(island.words.clone()) {
            let mut steps = [0; ROOM];
            keys.clear();
            sentence.features(at, &mut |key| keys.push(key));
            self.model.weights.add_all(&keys, &mut steps);
            add_steps(&steps, row);
            if !taught.is_empty() {
                for key in &keys {
                    taught.add(*key, row);
                }
            }
        }
    }
}

/// Adds a word's sums in steps to those in parts; tags of the user's own have none in steps.
#[inline]
fn add_steps(steps: &Sums, row: &mut [i32]) {
    for (sum, it) in row.iter_mut().zip(steps) {
        *sum += i32::from(*it) * PARTS;
    }
}

/// What a chapter is read with.
#[derive(Debug)]
struct Reader<'a, 't> {
    tagger: &'a Tagger,
    chapter: &'a Chapter<'t>,
    taught: &'a Taught,
    refused: &'a [Vec<bool>],
    transitions: &'a Transitions,
}

impl Reader<'_, '_> {
    /// The first pass: sums and tags of one island.
    fn read(&self, island: &Island, reading: &mut Reading) {
        let start = reading.sums.len();
        reading.starts.push(start);
        let width = self.transitions.n_tags();
        self.tagger.sum(self.chapter, island, self.taught, width, &mut reading.sums);
        if let Some(refused) = self.refused.get(island.line) {
            let rows = reading.sums[start..].chunks_exact_mut(width);
            for (row, _) in rows.zip(&refused[island.words.clone()]).filter(|it| *it.1) {
                row[Tag::OUTSIDE.index()] += self.tagger.pace().margin;
            }
        }
        let mut tags = Vec::new();
        reading.decoder.decode(&reading.sums[start..], self.transitions, &mut tags);
        reading.tags.push(tags);
    }

    /// The second pass: the island's names, with what the rest of the text says.
    fn read_again(
        &self,
        island: &Island,
        voices: &[Voice],
        number: usize,
        reading: &mut Reading,
        names: &mut Vec<Name>,
    ) {
        let is_silent = voices.iter().all(Voice::is_silent);
        if is_silent && reading.tags[number].iter().all(|it| *it == Tag::OUTSIDE) {
            return;
        }
        let width = self.transitions.n_tags();
        let start = reading.starts[number];
        let sums = &mut reading.sums[start..start + width * island.words.len()];
        let facts = &self.chapter.facts[island.line].words[island.words.clone()];
        let mut keys = Vec::new();
        for (at, row) in sums.chunks_exact_mut(width).enumerate() {
            let mut steps = [0; ROOM];
            keys.clear();
            votes::features(voices, at, facts[at].form, &mut |key| keys.push(key));
            self.tagger.model.weights.add_all(&keys, &mut steps);
            add_steps(&steps, row);
        }
        let calibration = &self.tagger.model.calibration;
        let most = calibration.most();
        let mut tags = Vec::new();
        reading.decoder.decode_with_margins(sums, self.transitions, most, &mut tags);
        for span in spans(&tags) {
            let margin = reading.decoder.margin(span.words.start, span.words.end, &tags, most);
            let words = &voices[span.words.clone()];
            let label = |it: &Voice| it.word.map(|it| usize::from(it.0)) == Some(span.label);
            names.push(Name {
                line: island.line,
                words: island.words.start + span.words.start..island.words.start + span.words.end,
                label: span.label,
                score: calibration.share(margin),
                is_known: words.iter().any(|it| label(it) || it.name.is_some()),
            });
        }
    }
}

/// What was worked out for the islands of a chapter.
#[derive(Debug, Default)]
struct Reading {
    sums: Vec<i32>,
    // Where the sums of each island start.
    starts: Vec<usize>,
    tags: Vec<Vec<Tag>>,
    decoder: Decoder,
}
