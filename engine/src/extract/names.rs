//! Names by their capitals, their titles and the words that tell their kind.
//!
//! A *run* is capitalized words in a row, with the small words that stand inside names (`de la`,
//! `van`). What kind of name a run is, and how far it reaches, is decided in this order: a telling
//! word, a title, a given name, what the text has said before, what stands beside it. Runs in
//! headlines count only where a list or a given name speaks for them. The order and the scores are
//! rough; where nothing speaks but capitals, the score says so.

use crate::extract::Reason;
use crate::extract::body_word;
use crate::extract::candidate::Candidate;
use crate::extract::gazetteer::{Gazetteer, Listed};
use crate::extract::line::Line;
use crate::extract::mention::Mentions;
use crate::extract::product;
use crate::extract::starter;
use crate::extract::trigger::{self, Place, Trigger};
use crate::extract::vocabulary;
use crate::extract::work;

/// Small words inside a person's or a place's name.
const INNER: &[&str] = &[
    "de", "del", "la", "las", "los", "da", "dos", "das", "di", "van", "von", "der", "den", "bin",
    "ibn", "al", "el", "ben", "abu", "ul",
];

/// Groups that are part of the names of their bodies, unlike nationalities.
const BODY_GROUPS: &[&str] = &[
    "african",
    "american",
    "arab",
    "asian",
    "catholic",
    "christian",
    "communist",
    "conservative",
    "democratic",
    "european",
    "inter-american",
    "islamic",
    "jewish",
    "latin",
    "muslim",
    "orthodox",
    "republican",
    "socialist",
];

/// The most words of a name that only capitals speak for.
pub const MOST_WORDS: usize = 4;

/// What the rules for names look at.
#[derive(Debug)]
pub struct Names<'a, 'l, 't> {
    /// The sentence.
    pub line: &'l Line<'t>,
    /// The lists.
    pub gazetteer: &'a Gazetteer,
    /// What the lists found in the sentence.
    pub listed: &'a [Listed],
    /// Words that are parts of dates and amounts.
    pub taken: &'a [bool],
}

/// A stretch of words that may be a name: the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

impl Names<'_, '_, '_> {
    /// Adds the names of the sentence to `all`, and notes what later sentences may say shorter.
    pub fn find(&self, mentions: &mut Mentions, all: &mut Vec<Candidate>) {
        let start = all.len();
        for run in self.runs() {
            let found = self.name(run, mentions);
            self.note(found.as_ref(), mentions);
            all.extend(found);
        }
        self.coordinate(start, all);
        self.find_parts(all);
        work::find(self.line, all);
        product::find(self.line, all);
    }

    /// The runs, from left to right.
    fn runs(&self) -> Vec<Run> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < self.line.len() {
            if !self.opens(at) {
                at += 1;
                continue;
            }
            let run = Run { first: at, last: self.run_end(at) };
            at = run.last + 1;
            all.push(run);
        }
        all
    }

    /// Whether a run may start at `at`.
    fn opens(&self, at: usize) -> bool {
        self.is_name_word(at)
            && !(self.line.starts(at) && starter::is_starter(self.line.folded(at)))
    }

    fn is_name_word(&self, at: usize) -> bool {
        let word = self.line.words().get(at);
        let has_capital = word.is_some_and(|it| it.is_capital && it.has_letter());
        has_capital
            && !self.taken[at]
            && !matches!(self.line.folded(at), "i" | "i'm" | "the" | "i'll" | "i've")
    }

    /// The end of the run that starts at `at`.
    fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let mut next = end + 1;
            while INNER.contains(&self.line.folded(next)) && next <= end + 3 {
                next += 1;
            }
            if !self.is_name_word(next)
                || !self.line.words()[next].spaced
                || next > end + 1 && self.is_other_body(at, next)
            {
                return end;
            }
            end = next;
        }
    }

    /// Whether a body's name starts at `next`, behind `del` or `de la`, in a run that starts at
    /// `at` as something else: `Ana Ruiz del Ministerio de Salud`.
    fn is_other_body(&self, at: usize, next: usize) -> bool {
        let is_body = |at| trigger::of(self.line.folded(at), Place::First);
        is_body(next).is_some_and(|it| it.label == "ORG") && is_body(at).is_none()
    }

    /// What the run is, if anything.
    fn name(&self, run: Run, mentions: &Mentions) -> Option<Candidate> {
        if self.line.is_title() {
            let is_short = run.last - run.first < 3;
            return self
                .outlet(run, mentions)
                .or_else(|| self.given(run, 0.55))
                .or_else(|| self.told(run).filter(|_| is_short))
                .or_else(|| self.lone_body(run))
                .or_else(|| self.mentioned(run, mentions));
        }
        let run = self.without_office(run);
        self.outlet(run, mentions)
            .or_else(|| self.featured(run))
            .or_else(|| self.told(run))
            .or_else(|| self.lone_body(run))
            .or_else(|| self.event(run))
            .or_else(|| self.titled(run))
            .or_else(|| self.given(self.without_listed(run)?, 0.85))
            .or_else(|| self.mentioned(run, mentions))
            .or_else(|| self.bare(run))
    }

    /// A name with a telling word.
    fn told(&self, run: Run) -> Option<Candidate> {
        let Run { first, last } = run;
        for at in first..=last {
            let word = self.line.folded(at);
            if let Some(kind) = self.first_kind(at, word)
                && let Some(end) = self.told_end(at, last, kind.label)
            {
                let is_inner = at > first && INNER.contains(&self.before(at));
                let is_long = kind.label == "ORG" && !is_inner;
                let start = if is_long { self.told_start(run, at) } else { at };
                return Some(candidate(
                    Run { first: start, last: end },
                    kind.label,
                    kind.score,
                    self.trigger(at),
                ));
            }
        }
        let at = (first..=last)
            .rev()
            .find(|it| trigger::of(self.line.folded(*it), Place::Last).is_some())?;
        let kind = trigger::of(self.line.folded(at), Place::Last)?;
        let start = self.told_start(run, at);
        if start == at && !self.joins_possessive(start) {
            return None;
        }
        let start = if self.joins_possessive(start) { self.possessor_start(start) } else { start };
        // What follows the telling word belongs to another name, or is a title's holder; but a
        // building is told from others by its place: `Reception Center of Ayabaca`.
        let is_of = kind.label == "FAC" && self.line.folded(at + 1) == "of";
        let last = if is_of && self.is_name_word(at + 2) { self.run_end(at + 2) } else { at };
        Some(candidate(Run { first: start, last }, kind.label, kind.score, self.trigger(at)))
    }

    /// The kind that `word`, first in a name at `at`, tells: some words only do before `on` and `for`.
    fn first_kind(&self, at: usize, word: &str) -> Option<&'static Trigger> {
        let goes_on = matches!(self.line.folded(at + 1), "on" | "for" | "of");
        let place =
            if goes_on && body_word::takes_subject(word) { Place::Last } else { Place::First };
        trigger::of(word, place)
    }

    /// That the word at `at` tells it.
    pub fn trigger(&self, at: usize) -> Reason {
        Reason::Trigger { word: self.line.words()[at].text.to_owned() }
    }

    /// Where a name with its telling word at `at` starts: behind nationalities, and behind what a
    /// sentence starts with.
    fn told_start(&self, run: Run, at: usize) -> usize {
        let is_before = |it: &&Listed| it.last < at && it.label == "NORP" && !self.names_body(it);
        let groups = self.listed.iter().filter(is_before).filter(|it| it.first == run.first);
        groups.map(|it| it.last + 1).max().unwrap_or(run.first)
    }

    /// Whether a group is part of the names of its bodies: `European Space Agency`.
    fn names_body(&self, group: &Listed) -> bool {
        BODY_GROUPS.contains(&self.line.folded(group.first))
    }

    /// Whether `’s` and the name of an office stand before `at`: `Attorney General’s Office`.
    fn joins_possessive(&self, at: usize) -> bool {
        let Some(mark) = at.checked_sub(1).filter(|it| self.line.folded(*it) == "'s") else {
            return false;
        };
        let is_place = self.listed.iter().any(|it| it.last + 1 == mark);
        mark > 0 && !is_place && self.is_name_word(mark - 1)
    }

    fn possessor_start(&self, at: usize) -> usize {
        let mut start = at - 2;
        while start > 0 && self.opens(start - 1) {
            start -= 1;
        }
        start
    }

    /// The end of a name that starts with its telling word at `at`, in a run to `last`.
    fn told_end(&self, at: usize, last: usize, label: &str) -> Option<usize> {
        let next = at + 1;
        if matches!(self.line.folded(next), "of" | "for" | "on" | "de" | "del") {
            let next = next + 1;
            let next = next
                + usize::from(matches!(
                    self.line.folded(next),
                    "the" | "la" | "los" | "las" | "el"
                ));
            let end = self.is_name_word(next).then(|| self.joined_end(next, label))?;
            return self.without_state(at, end);
        }
        if let Some(end) = self.numbered_end(at, label) {
            return Some(end);
        }
        let takes_name = matches!(label, "LOC" | "EVENT" | "FAC" | "LAW")
            || !body_word::is_english(self.line.folded(at));
        let is_shouted = self.line.words()[at].is_upper;
        (takes_name && at < last && !is_shouted).then(|| self.without_state(at, last))?
    }

    /// The end of the run at `at`, and for bodies of what `and` adds: `Health and Human Services`.
    fn joined_end(&self, at: usize, label: &str) -> usize {
        let end = self.run_end(at);
        let adds =
            matches!(self.line.folded(end + 1), "and" | "y" | "&") && self.is_name_word(end + 2);
        let is_listed = self.listed.iter().any(|it| it.first == end + 2 || it.first == at);
        if label == "ORG" && adds && !is_listed { self.run_end(end + 2) } else { end }
    }

    /// A person's name behind a title.
    fn titled(&self, run: Run) -> Option<Candidate> {
        let is_title = |at: &usize| vocabulary::is_title(self.line.folded(*at));
        let inner = (run.first..=run.last).rev().find(is_title);
        let title = match inner {
            Some(at)
                if at == run.last
                    && at > run.first
                    && self.gazetteer.is_given_name(self.line, run.first) =>
            {
                return None; // `Martin Luther King`: a given name says more.
            }
            Some(at) if at == run.last => return None,
            Some(at) => at,
            None => self.title_before(run.first)?,
        };
        let first = inner.map_or(run.first, |at| at + 1);
        let is_place = self.listed.iter().any(|it| it.first == first && it.last >= run.last);
        if is_place || run.last - first >= MOST_WORDS || !self.is_name_word(first) {
            return None;
        }
        let word = self.line.words()[title].text.to_owned();
        Some(candidate(Run { first, last: run.last }, "PERSON", 0.9, Reason::Title { word }))
    }

    /// The title before the run that starts at `first`: `president Ana`, `the Minister of Health, Ana`.
    fn title_before(&self, first: usize) -> Option<usize> {
        let before = first.checked_sub(1)?;
        if vocabulary::is_title(self.line.folded(before)) {
            return Some(before);
        }
        if self.line.folded(before) != "," {
            return None;
        }
        let two_words = self.is_name_word(first + 1);
        let from = before.saturating_sub(6);
        let near = (from..before)
            .rev()
            .take_while(|it| !matches!(self.line.folded(*it), "," | ";" | "and" | "y"));
        let mut near = near.filter(|_| two_words);
        near.find(|it| vocabulary::is_title(self.line.folded(*it)))
    }

    /// A person's name that starts with a common given name.
    fn given(&self, run: Run, score: f32) -> Option<Candidate> {
        let last = run.last;
        let is_given = |at: &usize| self.gazetteer.is_given_name(self.line, *at);
        let is_free = |at: &usize| !self.listed.iter().any(|it| it.first < *at && *at <= it.last);
        let first = (run.first..last).filter(is_free).find(is_given)?;
        let score = if first == run.first { score } else { score - 0.2 };
        let fits = last - first <= MOST_WORDS + 1;
        let is_listed = self.listed.iter().any(|it| it.first == first && it.last == last);
        (fits && !is_listed)
            .then(|| candidate(Run { first, last }, "PERSON", score, Reason::GivenName))
    }

    /// The run without the nationalities and places at its start; `None` when nothing is left.
    pub fn without_listed(&self, run: Run) -> Option<Run> {
        let starts =
            |it: &&Listed| it.first == run.first && it.last < run.last && it.label == "NORP";
        let first = self.listed.iter().find(starts).map_or(run.first, |it| it.last + 1);
        (first <= run.last && self.is_name_word(first)).then_some(Run { first, last: run.last })
    }

    /// The run without what a title is over: `Secretary of State Ana Peña`.
    fn without_office(&self, run: Run) -> Run {
        let is_office = run.first < run.last
            && run.first > 1
            && self.before(run.first) == "of"
            && vocabulary::is_title(self.line.folded(run.first - 2));
        if is_office { Run { first: run.first + 1, ..run } } else { run }
    }

    /// A short form of what the text has said before.
    fn mentioned(&self, run: Run, mentions: &Mentions) -> Option<Candidate> {
        if run.first != run.last {
            return None;
        }
        let start = self.line.words()[run.first].range.start();
        let mention = mentions.get(self.line.folded(run.first), start)?;
        let reason = Reason::Mentioned { name: mention.name.clone() };
        Some(candidate(run, mention.label, 0.8, reason))
    }

    /// The folded word before `at`.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |it| self.line.folded(it))
    }

    /// Gives the lone names of a list the kind of their neighbors: `in Bonn, Unkel and Remagen`.
    fn coordinate(&self, start: usize, all: &mut [Candidate]) {
        for at in start..all.len() {
            let Candidate { first, label, .. } = all[at];
            if all[at].reason != Reason::Capitals || label == "GPE" || !self.follows_list(first) {
                continue;
            }
            let mark = first - if self.line.folded(first - 2) == "," { 2 } else { 1 };
            let is_place = |it: &Candidate| it.last + 1 == mark && it.label == "GPE";
            let listed = self.listed.iter().any(|it| it.last + 1 == mark && it.label == "GPE");
            if listed || all[start..at].iter().any(is_place) {
                (all[at].label, all[at].score) = ("GPE", 0.5);
            }
        }
    }

    /// Whether a comma or `and` stands before `first`.
    fn follows_list(&self, first: usize) -> bool {
        first > 1 && matches!(self.line.folded(first - 1), "," | "and" | "y" | "or")
    }

    /// Notes the short forms of `found`.
    fn note(&self, found: Option<&Candidate>, mentions: &mut Mentions) {
        let Some(found) = found.filter(|it| it.score >= 0.5) else { return };
        self.note_outlet(found, mentions);
        let words = &self.line.words()[found.first..=found.last];
        let end = words[words.len() - 1].range.end();
        let name = || words.iter().map(|it| it.text).collect::<Vec<_>>().join(" ");
        let surname = &words[words.len() - 1];
        if found.label == "PERSON" && words.len() > 1 && surname.is_capital {
            mentions.note(surname.text, "PERSON", &name(), end);
        }
        if found.label == "ORG" && words.len() > 1 {
            self.note_short_form(found, &name(), end, mentions);
        }
    }

    /// Notes what stands in brackets behind a body's name: `National Border Service (NBS)`.
    fn note_short_form(&self, found: &Candidate, name: &str, end: u32, mentions: &mut Mentions) {
        let short = found.last + 2;
        let in_brackets = self.line.folded(short - 1) == "(" && self.line.folded(short + 1) == ")";
        if in_brackets && self.is_name_word(short) {
            mentions.note(self.line.words()[short].text, "ORG", name, end);
        }
    }
}

/// What is proposed for `run`.
pub fn candidate(run: Run, label: &'static str, score: f32, reason: Reason) -> Candidate {
    Candidate { first: run.first, last: run.last, label, score, reason }
}
