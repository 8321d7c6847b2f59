//! The engine that ships: all parts read each sentence, and this file decides between them.
//!
//! What a person decided goes first. Of the rest, where two overlap the longer one stands, then the
//! more certain. Nothing nests yet: no part is sure enough of it.
//!
//! With a model, text is read by chapters ([`chapters`]), and what a chapter says of itself decides with
//! it. Without, it is read by whole lines, with up to [`REACH`] bytes before the window for the names
//! that were introduced there. Either way a window gives what reading the whole text gives, but for
//! lines longer than that.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::extract::arbiter::{is_slip, weigh};
use crate::extract::articled::retype;
use crate::extract::candidate::{Candidate, settle};
use crate::extract::echo;
use crate::extract::gazetteer::Gazetteer;
use crate::extract::line::Line;
use crate::extract::lists::Lists;
use crate::extract::memory::Memory;
use crate::extract::mention::Mentions;
use crate::extract::numbers;
use crate::extract::own::OwnNames;
use crate::extract::portion::{REACH, before, chapters, pieces, whole_lines};
use crate::extract::proposed::{Proposed, propose};
use crate::extract::tagger::Tagger;
use crate::extract::tagger::chapter::{Chapter, read_chapter};
use crate::extract::tagger::reason::explain;
use crate::extract::tagger::tag::LABELS;
use crate::extract::tagger::taught::Taught;
use crate::extract::trust::share;
use crate::extract::{Example, Extractor, Found, Learned, List, Reason, Suggestion};
use crate::order::sort_by_key;
use crate::segment::character::fit;
use crate::source::Source;
use crate::text::TextRange;

/// Raised whenever a rule changes what is suggested.
pub const VERSION: &str = "7";

/// How sure the engine is by itself of words that only a decision speaks for.
const UNDECIDED: f32 = 0.5;

/// What was saved cannot be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EngineError {
    /// The bytes are not what [`Extractor::save`] wrote, or of a version that is not known.
    Unreadable,
}

/// Rules, lists, the model, and the memory of decisions. By default without lists and without a model:
/// the rules work alone, too.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    gazetteer: Gazetteer,
    tagger: Option<Arc<Tagger>>,
    own: Arc<OwnNames>,
    memory: Memory,
    taught: Taught,
}

/// How an engine answers otherwise than one that is equipped alike and has learned something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The words of which it was told otherwise, each as its tokens joined by one blank, sorted.
    pub words: Vec<String>,
    /// Whether its weights differ: then any words may be read otherwise, not only these.
    pub is_wide: bool,
}

/// How much of what was learned has made room for newer things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Words with a label that were decided on.
    pub words: u32,
    /// Features of which something was learned.
    pub features: u32,
}

impl Engine {
    /// The engine with what [`Extractor::save`] saved.
    pub fn load(bytes: &[u8]) -> Result<Self, EngineError> {
        let saved = std::str::from_utf8(bytes).ok().and_then(|it| it.split_once('\n'));
        let (memory, taught) = saved.ok_or(EngineError::Unreadable)?;
        let memory = Memory::load(memory.as_bytes()).ok_or(EngineError::Unreadable)?;
        let taught = Taught::load(taught).ok_or(EngineError::Unreadable)?;
        Ok(Self { memory, taught, ..Self::default() })
    }

    /// It with these lists instead of those it has.
    #[must_use]
    pub fn with_lists(self, lists: Arc<Lists>) -> Self {
        Self { gazetteer: Gazetteer::new(lists), ..self }
    }

    /// It with this model for names, instead of the rules for them.
    #[must_use]
    pub fn with_tagger(self, tagger: Arc<Tagger>) -> Self {
        Self { tagger: Some(tagger), ..self }
    }

    /// It with these names of the user's own instead of those it has.
    #[must_use]
    pub fn with_names(self, own: Arc<OwnNames>) -> Self {
        Self { own, ..self }
    }

    /// A hash of all that decides what it learns from examples, 16 hexadecimal digits: the same for two
    /// engines that learn the same from the same, whatever they know already. Everything that an engine
    /// is equipped with and that learning goes by belongs into it; what was learned elsewhere is not used.
    pub fn base(&self) -> String {
        fingerprint(&[VERSION.as_bytes(), self.gazetteer.lists().fingerprint(), self.model()])
    }

    /// How this engine answers otherwise than `other`, which is equipped alike.
    pub fn difference(&self, other: &Self) -> Difference {
        let words = self.memory.difference(&other.memory);
        let words = words.into_iter().map(str::to_owned).collect();
        Difference { words, is_wide: self.taught != other.taught }
    }

    /// How much of what was learned has made room.
    pub fn forgotten(&self) -> Forgotten {
        Forgotten { words: self.memory.n_forgotten(), features: self.taught.n_dropped() }
    }

    /// The fingerprint of the model; empty without one.
    fn model(&self) -> &[u8] {
        self.tagger.as_ref().map_or(&[], |it| it.fingerprint())
    }

    /// What is in `window`, names by the rules.
    fn suggest_by_rules(&self, text: &str, window: TextRange) -> Found {
        let covered = whole_lines(text, window);
        let (mut suggestions, mut mentions) = (Vec::new(), Mentions::new(REACH));
        for sentence in pieces(text, before(text, covered)) {
            propose(&Line::new(text, sentence), &self.gazetteer, &mut mentions);
        }
        for sentence in pieces(text, covered) {
            let line = Line::new(text, sentence);
            let Proposed { numbers, names } = propose(&line, &self.gazetteer, &mut mentions);
            let mut names = settle(names, &mut vec![false; line.len()]);
            for it in names.iter_mut().filter(|_| !line.is_spanish()) {
                it.score = share(it);
            }
            let candidates = [numbers, names].concat();
            self.decide(&line, candidates, Vec::new(), &mut suggestions);
        }
        Found { covered, suggestions }
    }

    /// What is in `window`, names by `tagger`. Where nobody knows the language, each sentence speaks
    /// for itself.
    fn suggest_by_model(
        &self,
        tagger: &Tagger,
        text: &str,
        language: Option<&str>,
        window: TextRange,
    ) -> Found {
        let is_known_spanish = language.map(|it| it.starts_with("es"));
        let (mut suggestions, mut covered) = (Vec::new(), window);
        for range in chapters(text, window) {
            covered = covered.cover(range);
            let (chapter, proposed) = read_chapter(text, range, &self.gazetteer);
            let (mut names, own) = self.names(tagger, &chapter);
            for ((line, names), proposed) in chapter.lines.iter().zip(&mut names).zip(&proposed) {
                let told = settle(proposed.names.clone(), &mut vec![false; line.len()]);
                let is_spanish = is_known_spanish.unwrap_or_else(|| line.is_spanish());
                if is_spanish {
                    names.retain(|it| !is_slip(line, it));
                }
                *names = weigh(std::mem::take(names), told, is_spanish);
            }
            retype(&chapter.lines, &mut names, &self.gazetteer);
            echo::hear(&chapter.lines, &mut names);
            let sentences = chapter.lines.iter().zip(names).zip(proposed).zip(own);
            for (((line, mut names), proposed), own) in sentences {
                names.extend(proposed.numbers);
                self.decide(line, names, own, &mut suggestions);
            }
        }
        Found { covered, suggestions }
    }

    /// The names of each sentence of `chapter`, by `tagger`, and apart from them those with labels of
    /// the user's own.
    fn names(
        &self,
        tagger: &Tagger,
        chapter: &Chapter,
    ) -> (Vec<Vec<Candidate>>, Vec<Vec<Suggestion>>) {
        let lines = if self.memory.is_empty() { &[][..] } else { &chapter.lines };
        let refused: Vec<Vec<bool>> = lines.iter().map(|it| self.memory.refused(it)).collect();
        let names = tagger.names(chapter, &self.taught, &refused);
        let mut all = vec![Vec::new(); chapter.lines.len()];
        let mut own = vec![Vec::new(); chapter.lines.len()];
        for it in &names {
            let reason = explain(chapter, it, &names);
            let (first, last, score) = (it.words.start, it.words.end - 1, it.score);
            if let Some(label) = LABELS.get(it.label) {
                all[it.line].push(Candidate { first, last, label, score, reason });
            } else {
                let range = chapter.lines[it.line].range(first, last);
                let label = self.taught.label(it.label).to_owned();
                own[it.line].push(Suggestion { range, label, score, reason });
            }
        }
        (all, own)
    }

    /// Adds what stands of `candidates` to `suggestions`, and what a person has decided.
    fn decide(
        &self,
        line: &Line,
        mut candidates: Vec<Candidate>,
        own: Vec<Suggestion>,
        suggestions: &mut Vec<Suggestion>,
    ) {
        let mut taken = vec![false; line.len()];
        let start = suggestions.len();
        candidates.retain(|it| {
            let votes = self.memory.votes(line, it.first, it.last, it.label);
            !votes.speak_against()
        });
        let candidates = settle(candidates, &mut vec![false; line.len()]);
        self.remember(line, &candidates, &own, &mut taken, suggestions);
        self.find_own(line, &mut taken, suggestions);
        for it in own {
            let words = line.words().iter().zip(&mut taken);
            let words = words.filter(|word| it.range.contains_range(word.0.range));
            let words: Vec<&mut bool> = words.map(|word| word.1).collect();
            if words.iter().all(|it| !**it) {
                for word in words {
                    *word = true;
                }
                suggestions.push(it);
            }
        }
        for it in settle(candidates, &mut taken) {
            let range = line.range(it.first, it.last);
            let label = it.label.to_owned();
            suggestions.push(Suggestion { range, label, score: it.score, reason: it.reason });
        }
        sort_by_key(&mut suggestions[start..], |it| it.range);
    }

    /// Adds the words that a person has decided on, but where they are part of a longer name among
    /// `candidates`. Those and `own` say how sure the engine is by itself.
    fn remember(
        &self,
        line: &Line,
        candidates: &[Candidate],
        own: &[Suggestion],
        taken: &mut [bool],
        suggestions: &mut Vec<Suggestion>,
    ) {
        if self.memory.is_empty() {
            return;
        }
        let mut at = 0;
        while at < line.len() {
            let is_part = |first: usize, last: usize| {
                candidates.iter().any(|it| {
                    it.first <= first && last <= it.last && it.last - it.first > last - first
                })
            };
            let found = self.memory.longest_at(line, at);
            let Some(found) = found.filter(|it| !is_part(it.first, it.last)) else {
                at += 1;
                continue;
            };
            taken[found.first..=found.last].fill(true);
            let (votes, range) = (found.votes, line.range(found.first, found.last));
            let read =
                candidates.iter().map(|it| (line.range(it.first, it.last), it.label, it.score));
            let read = read.chain(own.iter().map(|it| (it.range, it.label.as_str(), it.score)));
            let same = read.filter(|it| it.0 == range && it.1 == found.label).map(|it| it.2);
            suggestions.push(Suggestion {
                range,
                score: votes.score(same.fold(UNDECIDED, f32::max)),
                label: found.label,
                reason: Reason::Decided { accepted: votes.accepted, rejected: votes.rejected },
            });
            at = found.last + 1;
        }
    }

    /// Adds the names of the user's own, but where a person has decided otherwise.
    fn find_own(&self, line: &Line, taken: &mut [bool], suggestions: &mut Vec<Suggestion>) {
        if self.own.is_empty() {
            return;
        }
        let mut at = 0;
        while at < line.len() {
            let found = self.own.longest_at(line, at).filter(|it| {
                let votes = self.memory.votes(line, it.first, it.last, it.label);
                !taken[it.first..=it.last].contains(&true) && !votes.speak_against()
            });
            let Some(found) = found else {
                at += 1;
                continue;
            };
            taken[found.first..=found.last].fill(true);
            suggestions.push(Suggestion {
                range: line.range(found.first, found.last),
                label: found.label.to_owned(),
                score: 0.95,
                reason: Reason::Listed(List::Own),
            });
            at = found.last + 1;
        }
    }
}

impl Extractor for Engine {
    fn source(&self) -> Source {
        let has_learned = !self.memory.is_empty() || !self.taught.is_empty();
        let learned = if has_learned { self.save() } else { Vec::new() };
        let lists = self.gazetteer.lists().fingerprint();
        let own = self.own.fingerprint();
        let fingerprint = fingerprint(&[VERSION.as_bytes(), lists, self.model(), own, &learned]);
        let name = if self.tagger.is_some() { "model" } else { "rules" };
        Source { name: name.to_owned(), version: VERSION.to_owned(), fingerprint }
    }

    fn suggest(&self, text: &str, language: Option<&str>, window: TextRange) -> Found {
        let window = fit(text, window);
        match &self.tagger {
            Some(tagger) => self.suggest_by_model(tagger, text, language, window),
            None => self.suggest_by_rules(text, window),
        }
    }

    fn learn(&mut self, examples: &[Example]) -> Learned {
        if let Some(tagger) = &self.tagger {
            let is_number = |label: &str| numbers::LABELS.contains(&label);
            for it in examples {
                tagger.learn(it, &self.gazetteer, is_number, &mut self.taught);
            }
        }
        self.memory.learn(examples)
    }

    fn save(&self) -> Vec<u8> {
        let mut bytes = self.memory.save();
        bytes.push(b'\n');
        bytes.extend(self.taught.save().into_bytes());
        bytes
    }
}

/// A hash of `parts` in order, 16 hexadecimal digits.
fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update([0]);
    }
    let digest = u64::from_be_bytes(hash.finalize()[..8].try_into().expect("eight bytes"));
    format!("{digest:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lists::shipped;

    fn engine() -> Engine {
        Engine::default().with_lists(shipped())
    }

    fn suggested(engine: &Engine, text: &str) -> Vec<(String, String)> {
        let found = engine.suggest(text, None, TextRange::new(0, text.len() as u32));
        let shown = |it: Suggestion| (it.range.slice(text).unwrap().to_owned(), it.label);
        found.suggestions.into_iter().map(shown).collect()
    }

    #[test]
    fn decisions_go_before_lists() {
        let mut engine = engine();
        let text = "He left Peru.";
        let pair = |label: &str| vec![("Peru".to_owned(), label.to_owned())];
        assert_eq!(suggested(&engine, text), pair("GPE"));
        let before = engine.source();
        let range = TextRange::new(8, 12);
        let example = Example {
            text: text.to_owned(),
            reviewed: vec![range],
            gold: vec![(range, "ORG".to_owned())],
            ..Example::default()
        };
        engine.learn(&[example]);
        assert_eq!(suggested(&engine, text), pair("ORG"));
        assert_ne!(engine.source(), before);
        let again = Engine::load(&engine.save()).unwrap().with_lists(shipped());
        assert_eq!(again.source(), engine.source());
        assert_eq!(Engine::load(b"no").unwrap_err(), EngineError::Unreadable);
    }

    #[test]
    fn what_was_refused_does_not_come_back() {
        let mut engine = engine();
        let range = TextRange::new(8, 12);
        engine.learn(&[Example {
            text: "He left Peru.".to_owned(),
            reviewed: vec![range],
            rejected: vec![(range, "GPE".to_owned())],
            ..Example::default()
        }]);
        assert_eq!(suggested(&engine, "Peru and Chile"), [("Chile".to_owned(), "GPE".to_owned())]);
    }
}
