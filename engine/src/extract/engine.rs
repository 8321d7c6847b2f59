//! The engine that ships: all parts read each sentence, and this file decides between them.
//!
//! What a person decided goes first. Of the rest, where two overlap the longer one stands, then the
//! more certain. Nothing nests yet: no part is sure enough of it.
//!
//! Text is read by whole lines, with up to [`REACH`] bytes before the window for the names that were
//! introduced there. So a window gives what reading the whole text gives, but for lines longer than
//! that.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::extract::amount;
use crate::extract::calendar;
use crate::extract::candidate::Candidate;
use crate::extract::clock;
use crate::extract::compound;
use crate::extract::count;
use crate::extract::gazetteer::{Gazetteer, Listed};
use crate::extract::line::Line;
use crate::extract::lists::Lists;
use crate::extract::memory::Memory;
use crate::extract::mention::Mentions;
use crate::extract::names::Names;
use crate::extract::numeral;
use crate::extract::own::OwnNames;
use crate::extract::period;
use crate::extract::{Example, Extractor, Found, Learned, List, Reason, Suggestion};
use crate::order::{sort_by, sort_by_key};
use crate::segment::character::{fit, is_blank, is_terminator};
use crate::segment::sentence::sentences;
use crate::source::Source;
use crate::text::TextRange;

/// Raised whenever a rule changes what is suggested.
pub const VERSION: &str = "2";

/// How far back names are remembered, and the longest line read in whole, in bytes.
pub const REACH: u32 = 8 * 1024;

/// The longest sentence read in one, in bytes.
const LONGEST_SENTENCE: u32 = 1024;

/// What was saved cannot be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EngineError {
    /// The bytes are not what [`Extractor::save`] wrote, or of a version that is not known.
    Unreadable,
}

/// Rules, lists, and the memory of decisions. By default without lists: the rules work alone, too.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    gazetteer: Gazetteer,
    own: Arc<OwnNames>,
    memory: Memory,
}

impl Engine {
    /// The engine with what [`Extractor::save`] saved.
    pub fn load(bytes: &[u8]) -> Result<Self, EngineError> {
        let memory = Memory::load(bytes).ok_or(EngineError::Unreadable)?;
        Ok(Self { memory, ..Self::default() })
    }

    /// It with these lists instead of those it has.
    #[must_use]
    pub fn with_lists(self, lists: Arc<Lists>) -> Self {
        Self { gazetteer: Gazetteer::new(lists), ..self }
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
        fingerprint(&[VERSION.as_bytes(), self.gazetteer.lists().fingerprint()])
    }

    /// Adds what is in one sentence to `suggestions`.
    fn read(&self, line: &Line, mentions: &mut Mentions, suggestions: &mut Vec<Suggestion>) {
        let mut taken = vec![false; line.len()];
        let start = suggestions.len();
        self.remember(line, &mut taken, suggestions);
        self.find_own(line, &mut taken, suggestions);
        let mut candidates = self.candidates(line, mentions);
        candidates.retain(|it| {
            let votes = self.memory.votes(line, it.first, it.last, it.label);
            !votes.speak_against()
        });
        let length = |it: &Candidate| it.last - it.first;
        sort_by(&mut candidates, |a, b| {
            let longer = length(b).cmp(&length(a));
            longer.then(b.score.total_cmp(&a.score)).then(a.first.cmp(&b.first))
        });
        for it in candidates {
            if taken[it.first..=it.last].contains(&true) {
                continue;
            }
            taken[it.first..=it.last].fill(true);
            let range = line.range(it.first, it.last);
            let label = it.label.to_owned();
            suggestions.push(Suggestion { range, label, score: it.score, reason: it.reason });
        }
        sort_by_key(&mut suggestions[start..], |it| it.range);
    }

    /// Adds the words that a person has decided on.
    fn remember(&self, line: &Line, taken: &mut [bool], suggestions: &mut Vec<Suggestion>) {
        if self.memory.is_empty() {
            return;
        }
        let mut at = 0;
        while at < line.len() {
            let Some(found) = self.memory.longest_at(line, at) else {
                at += 1;
                continue;
            };
            taken[found.first..=found.last].fill(true);
            let votes = found.votes;
            suggestions.push(Suggestion {
                range: line.range(found.first, found.last),
                label: found.label,
                score: votes.score(),
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

    /// What the parts propose.
    fn candidates(&self, line: &Line, mentions: &mut Mentions) -> Vec<Candidate> {
        let mut all = Vec::new();
        numbers(line, &mut all);
        let mut taken = vec![false; line.len()];
        for it in &all {
            taken[it.first..=it.last].fill(true);
        }
        let listed = self.gazetteer.find(line);
        let names = Names { line, gazetteer: &self.gazetteer, listed: &listed, taken: &taken };
        names.find(mentions, &mut all);
        all.extend(listed.into_iter().map(Listed::into_candidate));
        all
    }
}

impl Extractor for Engine {
    fn source(&self) -> Source {
        let learned = if self.memory.is_empty() { Vec::new() } else { self.memory.save() };
        let lists = self.gazetteer.lists().fingerprint();
        let fingerprint =
            fingerprint(&[VERSION.as_bytes(), lists, self.own.fingerprint(), &learned]);
        Source { name: "rules".to_owned(), version: VERSION.to_owned(), fingerprint }
    }

    fn suggest(&self, text: &str, _language: Option<&str>, window: TextRange) -> Found {
        let covered = whole_lines(text, fit(text, window));
        let (mut suggestions, mut mentions) = (Vec::new(), Mentions::new(REACH));
        for sentence in pieces(text, before(text, covered)) {
            self.candidates(&Line::new(text, sentence), &mut mentions);
        }
        for sentence in pieces(text, covered) {
            self.read(&Line::new(text, sentence), &mut mentions, &mut suggestions);
        }
        Found { covered, suggestions }
    }

    fn learn(&mut self, examples: &[Example]) -> Learned {
        self.memory.learn(examples)
    }

    fn save(&self) -> Vec<u8> {
        self.memory.save()
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

/// Adds what the words for numbers, amounts, dates and times propose. A number is what stands behind
/// it first; only what has no unit counts.
fn numbers(line: &Line, all: &mut Vec<Candidate>) {
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

/// The sentences of `within`, those that are not really sentences cut at a blank: the rules may look
/// at all words of a sentence for each of them.
fn pieces(text: &str, within: TextRange) -> Vec<TextRange> {
    let mut all = Vec::new();
    for mut rest in sentences(text, within) {
        while rest.len() > LONGEST_SENTENCE {
            let limit = text.floor_char_boundary((rest.start() + LONGEST_SENTENCE) as usize);
            let cut = text[rest.start() as usize..limit].rfind(is_blank);
            let cut = cut.map_or(limit as u32, |at| rest.start() + at as u32);
            let cut = if cut == rest.start() { limit as u32 } else { cut };
            all.push(TextRange::new(rest.start(), cut));
            rest = TextRange::new(cut, rest.end());
        }
        all.push(rest);
    }
    all
}

/// The lines before `covered` in which names may have been introduced.
fn before(text: &str, covered: TextRange) -> TextRange {
    let start = covered.start().saturating_sub(REACH);
    let reach = fit(text, TextRange::new(start, covered.start()));
    TextRange::new(whole_lines(text, reach).start(), covered.start())
}

/// `window`, grown to whole lines with their terminators; within a line longer than [`REACH`], to a blank.
fn whole_lines(text: &str, window: TextRange) -> TextRange {
    let (start, end) = (window.start() as usize, window.end() as usize);
    let floor = text.ceil_char_boundary(start.saturating_sub(REACH as usize));
    let ceil = text.floor_char_boundary(end.saturating_add(REACH as usize));
    let before = &text[floor..start];
    let after = &text[end..ceil];
    let first = match before.rfind(is_terminator).or_else(|| before.find(is_blank)) {
        Some(at) if floor > 0 || before[at..].starts_with(is_terminator) => {
            text.ceil_char_boundary(floor + at + 1)
        }
        _ => floor,
    };
    let ends_line = text[start..end].ends_with(is_terminator);
    let last = match after.find(is_terminator) {
        _ if ends_line => end,
        Some(at) if after[at..].starts_with("\r\n") => end + at + 2,
        Some(at) => text.ceil_char_boundary(end + at + 1),
        None if ceil == text.len() => ceil,
        None => after.rfind(is_blank).map_or(ceil, |at| end + at),
    };
    TextRange::new(first as u32, last as u32)
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
    fn lines_are_read_in_whole() {
        let text = "one\ntwo words\r\nthree";
        let covered = |start, end| whole_lines(text, TextRange::new(start, end));
        assert_eq!(covered(6, 7), TextRange::new(4, 15));
        assert_eq!(covered(0, 0), TextRange::new(0, 4));
        assert_eq!(covered(0, 4), TextRange::new(0, 4));
        assert_eq!(covered(16, 17), TextRange::new(15, 20));
        let long = "word ".repeat(100_000);
        let part = whole_lines(&long, TextRange::new(250_001, 250_002));
        assert!(part.len() <= 2 * REACH + 1 && part.start().is_multiple_of(5), "{part:?}");
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
            rejected: vec![],
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
            gold: vec![],
            rejected: vec![(range, "GPE".to_owned())],
        }]);
        assert_eq!(suggested(&engine, "Peru and Chile"), [("Chile".to_owned(), "GPE".to_owned())]);
    }
}
