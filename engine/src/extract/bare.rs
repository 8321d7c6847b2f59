//! Names for which only their capitals and their neighbors speak. The last that is asked, and the
//! least sure.

use crate::extract::Reason;
use crate::extract::candidate::Candidate;
use crate::extract::clue;
use crate::extract::lists::entry::Kind;
use crate::extract::names::{MOST_WORDS, Names, Run, candidate};
use crate::extract::vocabulary;

impl Names<'_, '_, '_> {
    /// A name for which only its capitals and its neighbors speak.
    pub fn bare(&self, run: Run) -> Option<Candidate> {
        let run = self.without_listed(run)?;
        let Run { first, last } = run;
        let is_listed = self.listed.iter().any(|it| it.first <= last && first <= it.last);
        let has_title = (first..=last).any(|it| self.is_title_like(it));
        if is_listed || has_title || last - first >= MOST_WORDS {
            return None;
        }
        let (label, score) = if first == last { self.lone(first)? } else { self.several(run) };
        Some(candidate(run, label, score, Reason::Capitals))
    }

    /// Whether the word at `at` is a title, or several, or what a title is over.
    fn is_title_like(&self, at: usize) -> bool {
        let word = self.line.folded(at);
        let is_over = at > 1
            && self.line.folded(at - 1) == "of"
            && vocabulary::is_title(self.line.folded(at - 2));
        is_over
            || vocabulary::is_title(word)
            || word.strip_suffix('s').is_some_and(vocabulary::is_title)
    }

    /// What one word with a capital is.
    fn lone(&self, at: usize) -> Option<(&'static str, f32)> {
        let starts = self.line.starts(at);
        let word = self.line.words()[at];
        if vocabulary::is_no_name(self.line.folded(at))
            || vocabulary::is_compass(self.line.folded(at))
        {
            return None;
        }
        if self.is_in_place(at, at) {
            return Some(("GPE", 0.65));
        }
        let entry = self.gazetteer.word(self.line, at);
        if word.is_upper {
            let is_code = word.text.contains(|c: char| c.is_ascii_digit());
            let is_shouted = entry.word() > if starts { 0 } else { 2 };
            return (!is_code && !is_shouted).then_some(("ORG", if starts { 0.4 } else { 0.55 }));
        }
        let is_person = entry.surname() > 0 || entry.given() > 1;
        let is_plain = entry.word() > 0 && !is_person;
        if self.is_saying(at, at) && !is_plain {
            return Some(("PERSON", 0.6));
        }
        let (before, after) = (self.before(at), self.line.folded(at + 1));
        if vocabulary::is_body_noun(after) || vocabulary::is_body_noun(before) && !starts {
            return Some(("ORG", 0.5));
        }
        let is_place = entry.is(Kind::City) || entry.is(Kind::State);
        match before {
            it if clue::is_feature(it) => Some(("LOC", 0.6)),
            _ if starts && entry.given() > 1 && entry.word() == 0 => Some(("PERSON", 0.45)),
            _ if starts || is_plain => None,
            it if clue::is_before_place(it) => Some(("GPE", 0.55)),
            _ if is_place && entry.word() == 0 && (!is_person || entry.size() > 3) => {
                Some(("GPE", 0.45))
            }
            _ if is_person && entry.word() < 2 => Some(("PERSON", 0.45)),
            _ => None,
        }
    }

    /// What several words with capitals are.
    fn several(&self, run: Run) -> (&'static str, f32) {
        let Run { first, last } = run;
        let starts = self.line.starts(first);
        match self.before(first) {
            _ if self.is_in_place(first, last) => ("GPE", 0.65),
            _ if self.is_saying(first, last) => ("PERSON", 0.7),
            it if clue::is_before_place(it) => ("GPE", 0.45),
            "the" if !starts => ("ORG", 0.4),
            _ if self.is_likely_person(run) => ("PERSON", 0.55),
            _ if (first..=last).any(|it| self.gazetteer.word(self.line, it).word() > 0) => {
                ("ORG", 0.4)
            }
            _ => ("PERSON", if starts { 0.4 } else { 0.5 }),
        }
    }

    /// Whether a run starts with a given name or ends with a surname.
    fn is_likely_person(&self, run: Run) -> bool {
        let (first, last) =
            (self.gazetteer.word(self.line, run.first), self.gazetteer.word(self.line, run.last));
        first.given() > 1 || last.surname() > 0 && last.word() == 0
    }

    /// Whether a kind of place or a part of the compass stands beside the words.
    fn is_in_place(&self, first: usize, last: usize) -> bool {
        let of = matches!(self.before(first), "of" | "de") && first > 1;
        let is_of_place = of && vocabulary::is_place_noun(self.line.folded(first - 2));
        let is_apposed = vocabulary::is_place_noun(self.line.folded(last + 1));
        is_of_place || is_apposed || vocabulary::is_compass(self.before(first))
    }

    /// Whether a verb of saying, or `who`, stands beside the words.
    fn is_saying(&self, first: usize, last: usize) -> bool {
        let after = self.line.folded(last + 1);
        let before = vocabulary::is_saying(self.before(first)) && !self.line.starts(first);
        let who = after == "who" || after == "," && self.line.folded(last + 2) == "who";
        vocabulary::is_saying(after) || before || who
    }
}
