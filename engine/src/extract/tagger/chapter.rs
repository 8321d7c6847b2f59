//! A part of a text as the tagger reads it: its sentences with all that is known of their words, and
//! the stretches of words that may hold names.

use std::ops::Range;

use crate::extract::gazetteer::Gazetteer;
use crate::extract::line::Line;
use crate::extract::lists::Lists;
use crate::extract::mention::Mentions;
use crate::extract::portion::{REACH, pieces};
use crate::extract::proposed::{Proposed, propose};
use crate::extract::tagger::casing::Casings;
use crate::extract::tagger::fact::Facts;
use crate::extract::tagger::features::Sentence;
use crate::text::TextRange;

/// The sentences of a chapter.
#[derive(Clone, Debug, Default)]
pub struct Chapter<'t> {
    /// Their words.
    pub lines: Vec<Line<'t>>,
    /// What is known of the words, for each sentence.
    pub facts: Vec<Facts>,
}

/// Reads the chapter at `range`, and gives what the rules propose for each sentence.
pub fn read_chapter<'t>(
    text: &'t str,
    range: TextRange,
    gazetteer: &Gazetteer,
) -> (Chapter<'t>, Vec<Proposed>) {
    let sentences = pieces(text, range).into_iter();
    let lines: Vec<Line> = sentences.map(|it| Line::new(text, it)).collect();
    let mut mentions = Mentions::new(REACH);
    let propose = |line| propose(line, gazetteer, &mut mentions);
    let proposed: Vec<Proposed> = lines.iter().map(propose).collect();
    (Chapter::new(lines, &proposed, gazetteer.lists()), proposed)
}

/// Words in a row that may hold names; those beside it cannot be in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Island {
    /// The sentence's number.
    pub line: usize,
    /// The words.
    pub words: Range<usize>,
}

impl<'t> Chapter<'t> {
    /// Reads `lines`; `proposed` is what the rules propose for each.
    pub fn new(lines: Vec<Line<'t>>, proposed: &[Proposed], lists: &Lists) -> Self {
        let casings = Casings::read(&lines);
        let facts = lines.iter().zip(proposed);
        let facts = facts.map(|(line, proposed)| Facts::read(line, lists, proposed, &casings));
        let facts = facts.collect();
        Self { lines, facts }
    }

    /// The sentence `at`.
    pub fn sentence(&self, at: usize) -> Sentence<'_, 't> {
        Sentence { line: &self.lines[at], facts: &self.facts[at] }
    }

    /// The stretches that may hold names, in order.
    pub fn islands(&self) -> Vec<Island> {
        let mut all = Vec::new();
        for (line, facts) in self.facts.iter().enumerate() {
            let mut at = 0;
            while at < facts.words.len() {
                if !facts.words[at].is_active {
                    at += 1;
                    continue;
                }
                let rest = facts.words[at..].iter();
                let end = at + rest.take_while(|it| it.is_active).count();
                all.push(Island { line, words: at..end });
                at = end;
            }
        }
        all
    }
}
