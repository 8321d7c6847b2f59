//! What is known of each word of a sentence before its neighbors are looked at: as numbers, so that
//! features are made of them without touching the text again.

use crate::extract::candidate::settle;
use crate::extract::line::{Line, Word};
use crate::extract::lists::Lists;
use crate::extract::lists::entry::{Entry, Kind};
use crate::extract::lists::pack::LONGEST_NAME;
use crate::extract::proposed::Proposed;
use crate::extract::spelling::{KEY_START, extend_key};
use crate::extract::tagger::casing::{Casing, Casings};
use crate::extract::tagger::tag::{LABELS, Part, Tag, parts};
use crate::extract::trigger::{self, Place};
use crate::extract::{clue, numbers, starter, vocabulary};

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// In small letters, or in a script without capitals.
    #[default]
    Small,
    /// With a capital first, or behind a small article (`al-Zarqawi`).
    Capital,
    /// All in capitals, two or more.
    Upper,
    /// With a capital elsewhere: `iPhone`.
    Inner,
    /// A single capital, with or without a stop.
    Initial,
    /// It starts with a digit.
    Digit,
    /// No letter and no digit.
    Mark,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fact {
    /// A hash of it as written.
    pub exact: u32,
    /// A hash of it folded.
    pub folded: u32,
    /// A hash of its shape: `Xx-Xx`, `d,d`.
    pub shape: u32,
    /// A hash of the last three letters, folded.
    pub tail: u32,
    /// How it is written.
    pub form: Form,
    /// Whether it may be a part of a name, or stands beside one that may be.
    pub is_active: bool,
    /// What the lists know of it alone.
    pub entry: Entry,
    /// The kinds of the longest name of several words in the lists that it is part of, and where.
    pub listed: Option<(u32, Part)>,
    /// What it tells of its neighbors, as bits: see `Clue`.
    pub clues: u32,
    /// Which numeric label the rules have given it; 0 for none.
    pub number: u8,
    /// What the rules for names take it for: a tag, and how surely they do, 0 to 9; 0 for nothing.
    pub told: (u8, u8),
    /// How it is written elsewhere in the text.
    pub casing: Casing,
    /// The first word of the run of capitals that it stands in, the last, and the ends of it.
    pub run: Option<(u16, u16)>,
}

/// Of the sentence as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Nearly every word has a capital.
    pub is_title: bool,
    /// Nearly every letter is a capital.
    pub is_shouted: bool,
    /// More of its words are Spanish than English.
    pub is_spanish: bool,
}

/// What is known of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Of each word.
    pub words: Vec<Fact>,
    /// Of the whole.
    pub manner: Manner,
}

impl Facts {
    /// Reads `line`; `proposed` is what the rules say of it.
    pub fn read(line: &Line, lists: &Lists, proposed: &Proposed, casings: &Casings) -> Self {
        let mut facts = Self { words: Vec::with_capacity(line.len()), manner: manner(line) };
        for (at, word) in line.words().iter().enumerate() {
            facts.words.push(fact(line, at, word));
        }
        for (at, number) in numbers::codes(line, &proposed.numbers).into_iter().enumerate() {
            let it = &mut facts.words[at];
            it.number = number;
            if it.form != Form::Mark {
                it.entry = lists.get(extend_key(KEY_START, line.folded(at))).unwrap_or_default();
            }
        }
        for at in 0..facts.words.len() {
            let it = &facts.words[at];
            if is_name_form(it.form) || may_be_small(it.entry) {
                facts.activate(at);
            }
        }
        for it in facts.words.iter_mut().filter(|it| is_name_form(it.form)) {
            it.casing = casings.get(it.folded);
        }
        facts.note_told(line, proposed);
        facts.find_listed(line, lists);
        facts.find_clues(line);
        facts.find_runs();
        facts
    }

    /// Marks the word at `at` and those beside it.
    fn activate(&mut self, at: usize) {
        let end = self.words.len().min(at + 2);
        for it in &mut self.words[at.saturating_sub(1)..end] {
            it.is_active = true;
        }
    }

    /// Notes what the rules take for names.
    fn note_told(&mut self, line: &Line, proposed: &Proposed) {
        for it in settle(proposed.names.clone(), &mut vec![false; line.len()]) {
            let Some(label) = LABELS.iter().position(|label| *label == it.label) else { continue };
            let words = &mut self.words[it.first..=it.last];
            for (word, part) in words.iter_mut().zip(parts(it.last + 1 - it.first)) {
                word.told = (Tag::new(label, part).0, (it.score * 10.0) as u8);
            }
        }
    }

    /// Looks for names of several words in the lists, the longest first.
    fn find_listed(&mut self, line: &Line, lists: &Lists) {
        let mut at = 0;
        while at < self.words.len() {
            let it = &self.words[at];
            let longest = it.entry.longest().min(self.words.len() - at).min(LONGEST_NAME);
            if !it.is_active || longest < 2 {
                at += 1;
                continue;
            }
            let mut key = extend_key(KEY_START, line.folded(at));
            let mut found = None;
            for last in at + 1..at + longest {
                key = extend_key(key, line.folded(last));
                if is_name_form(self.words[last].form)
                    && let Some(entry) = lists.get(key).filter(|it| it.kinds() != 0)
                {
                    found = Some((last, entry.kinds()));
                }
            }
            let Some((last, kinds)) = found else {
                at += 1;
                continue;
            };
            for (word, part) in self.words[at..=last].iter_mut().zip(parts(last + 1 - at)) {
                word.listed = Some((kinds, part));
            }
            at = last + 1;
        }
    }

    fn find_clues(&mut self, line: &Line) {
        for at in 0..self.words.len() {
            let near = at.saturating_sub(1)..self.words.len().min(at + 2);
            if self.words[near].iter().any(|it| it.is_active) && self.words[at].form != Form::Mark {
                self.words[at].clues = clues(line, at);
            }
        }
    }

    /// Notes for each word of a run of capitals where the run starts and ends. `of`, `de la` and
    /// their like join runs.
    fn find_runs(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            if !is_name_form(self.words[at].form) {
                at += 1;
                continue;
            }
            let mut last = at;
            loop {
                let next = (last + 1..self.words.len().min(last + 4))
                    .take_while(|it| self.joins(last, *it))
                    .find(|it| is_name_form(self.words[*it].form));
                let Some(next) = next else { break };
                last = next;
            }
            for it in &mut self.words[at..=last] {
                it.run = Some((at as u16, last as u16));
            }
            at = last + 1;
        }
    }

    /// Whether `at` may follow `last` in a run: it is a name's word, or a small word that joins.
    fn joins(&self, last: usize, at: usize) -> bool {
        let it = &self.words[at];
        is_name_form(it.form) || at > last && it.clues & clue_bit(Clue::Joins) != 0
    }
}

/// Whether a word with this entry may be a name though it is written small: groups that their language
/// writes so, and well-known names that are nothing else, for those who write in haste.
fn may_be_small(entry: Entry) -> bool {
    let is_place = entry.is_any(&[Kind::Country, Kind::Capital, Kind::State]);
    let is_known = is_place || entry.given() > 1 || entry.surname() > 1;
    entry.may_be_lower() || is_known && entry.word() == 0
}

/// Whether a word of this form may be a name by itself.
pub fn is_name_form(form: Form) -> bool {
    matches!(form, Form::Capital | Form::Upper | Form::Inner | Form::Initial)
}

fn manner(line: &Line) -> Manner {
    let letters =
        || line.words().iter().flat_map(|it| it.text.chars()).filter(|it| it.is_alphabetic());
    let n_upper = letters().filter(|it| it.is_uppercase()).count();
    let n = letters().count();
    Manner {
        is_title: line.is_title(),
        is_shouted: n > 5 && n_upper * 10 >= n * 8,
        is_spanish: line.is_spanish(),
    }
}

fn fact(line: &Line, at: usize, word: &Word) -> Fact {
    let folded = line.folded(at);
    Fact {
        exact: hash(word.text.as_bytes()),
        folded: hash(folded.as_bytes()),
        shape: shape(word.text),
        tail: hash(&folded.as_bytes()[tail_start(folded, 3)..]),
        form: form(word),
        ..Fact::default()
    }
}

/// Where the last `n` letters of `word` start.
pub fn tail_start(word: &str, n: usize) -> usize {
    word.char_indices().rev().nth(n - 1).map_or(0, |it| it.0)
}

/// Where the first `n` letters of `word` end; `None` when it has fewer.
pub fn head_end(word: &str, n: usize) -> Option<usize> {
    word.char_indices().nth(n - 1).map(|(at, c)| at + c.len_utf8())
}

fn form(word: &Word) -> Form {
    let mut letters = word.text.chars().filter(|it| it.is_alphabetic());
    match letters.next() {
        _ if word.is_number() => Form::Digit,
        None if word.text.contains(char::is_numeric) => Form::Digit,
        None => Form::Mark,
        Some(_) if word.is_upper => Form::Upper,
        Some(first) if first.is_uppercase() && letters.next().is_none() => Form::Initial,
        Some(_) if word.is_capital => Form::Capital,
        Some(_) if word.text.contains(char::is_uppercase) => Form::Inner,
        Some(_) => Form::Small,
    }
}

/// FNV-1a, 32 bits, mixed at the end so that its high bits serve as a table's index.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut it = 0x811c_9dc5_u32;
    for byte in bytes {
        it = (it ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    it ^= it >> 15;
    it = it.wrapping_mul(0x85eb_ca6b);
    it ^ it >> 13
}

/// A hash of what the letters of `word` are, runs of the same counted once: `McDonald` is `XxXx`.
fn shape(word: &str) -> u32 {
    let mut it = 0x811c_9dc5_u32;
    let mut last = '\0';
    let mut n_digits = 0;
    for c in word.chars() {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            '’' => '\'',
            _ => c,
        };
        n_digits += u32::from(kind == 'd');
        if kind != last || kind == 'd' && n_digits < 5 {
            it = (it ^ kind as u32).wrapping_mul(0x0100_0193);
        }
        last = kind;
    }
    it ^ it >> 15
}

/// What a word tells by itself.
#[derive(Clone, Copy, Debug)]
enum Clue {
    Title,
    Says,
    PlaceNoun,
    Compass,
    BodyNoun,
    NoName,
    Starter,
    BeforePlace,
    Feature,
    Joins,
    Trigger,
}

const fn clue_bit(clue: Clue) -> u32 {
    1 << clue as u32
}

/// The bits of what the word at `at` tells; from [`Clue::Trigger`] on, the labels that it tells as the
/// first or last word of a name.
fn clues(line: &Line, at: usize) -> u32 {
    let word = line.folded(at);
    let plural = || word.strip_suffix('s').unwrap_or(word);
    let facts = [
        (Clue::Title, vocabulary::is_title(word) || vocabulary::is_title(plural())),
        (Clue::Says, vocabulary::is_saying(word)),
        (Clue::PlaceNoun, vocabulary::is_place_noun(word)),
        (Clue::Compass, vocabulary::is_compass(word)),
        (Clue::BodyNoun, vocabulary::is_body_noun(word)),
        (Clue::NoName, vocabulary::is_no_name(word)),
        (Clue::Starter, starter::is_starter(word)),
        (Clue::BeforePlace, clue::is_before_place(word)),
        (Clue::Feature, clue::is_feature(word)),
        (
            Clue::Joins,
            matches!(word, "of" | "de" | "del" | "la" | "las" | "los" | "the" | "for" | "&"),
        ),
    ];
    let mut bits = 0;
    for (clue, is_so) in facts {
        bits |= if is_so { clue_bit(clue) } else { 0 };
    }
    for (place, shift) in [(Place::First, 0), (Place::Last, 4)] {
        if let Some(found) = trigger::of(word, place) {
            bits |= trigger_code(found.label) << (Clue::Trigger as u32 + shift);
        }
    }
    bits
}

fn trigger_code(label: &str) -> u32 {
    match label {
        "ORG" => 1,
        "LOC" => 2,
        "FAC" => 3,
        "GPE" => 4,
        "EVENT" => 5,
        "LAW" => 6,
        "PERSON" => 7,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn forms(text: &str) -> Vec<Form> {
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        line.words().iter().map(form).collect()
    }

    #[test]
    fn words_have_forms() {
        use Form::{Capital, Digit, Initial, Inner, Mark, Small, Upper};
        assert_eq!(
            forms("el US iPhone J. Ñandú McKay 3m — al-Zarqawi"),
            [Small, Upper, Inner, Initial, Capital, Capital, Digit, Mark, Capital]
        );
    }

    #[test]
    fn runs_are_joined_by_small_words() {
        let text = "the Bank of the South and Ana saw it";
        let line = Line::new(text, TextRange::new(0, text.len() as u32));
        let facts =
            Facts::read(&line, &Lists::default(), &Proposed::default(), &Casings::default());
        let runs: Vec<_> = facts.words.iter().map(|it| it.run).collect();
        assert_eq!(runs[1..5], [Some((1, 4)); 4]);
        assert_eq!((runs[0], runs[5], runs[6]), (None, None, Some((6, 6))));
        let active: Vec<_> = facts.words.iter().map(|it| it.is_active).collect();
        assert_eq!(active, [true, true, true, true, true, true, true, true, false]);
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        assert_eq!((tail_start("año", 3), tail_start("ñu", 3), head_end("ñu", 2)), (0, 0, Some(3)));
        assert_eq!(head_end("ñu", 3), None);
    }
}
