//! The review queue: doubtful suggestions one at a time, the least certain first.
//!
//! The queue goes over all articles or stays in one. What it asks about is the selected suggestion
//! of the open article, so every answer, edge and label works here as in the article; only where it
//! goes on to is another matter. After an answer, or a label instead, that is the least certain
//! suggestion of all that are left; after an undo it is the one that was answered. Skipping is an
//! answer. Looking past one without an answer (J, N) is none, and K goes back.
//!
//! Derived, but for what is chosen: never saved, never undone. Scores are gathered once when the
//! queue is shown, and then only where a step or the engine has been.
//!
//! Limits: what one would correct in the words around is done in the article, where Escape leads.

pub mod question;

use std::collections::{BTreeMap, BTreeSet};

use crate::message::Message;
use crate::model::id::{DocumentId, LabelId};
use crate::model::track::{DecisionKey, Status, Track, Verdict};
use crate::session::Session;
use crate::session::batch::{Change, Purpose};
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::out::Out;
use crate::session::suggestion::{DOUBTFUL_BELOW, Proposal};
use crate::text::TextRange;
use crate::view::ShownKey;

/// From which score on, in per cent, suggestions are offered to be accepted at once, at first.
const SURE: u8 = 90;

/// The scores, in per cent, from which on suggestions may be looked through to be accepted at once.
pub const SURE_FROM: [u8; 8] = [70, 75, 80, 85, 90, 95, 97, 99];

/// What the queue goes over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The open article only.
    pub only_here: bool,
    /// Suggestions of this label only.
    pub label: Option<LabelId>,
    /// What was skipped as well.
    pub with_skipped: bool,
}

/// A suggestion in its article.
type Place = (DocumentId, DecisionKey);

/// A suggestion that waits for an answer.
#[derive(Clone, Copy, Debug)]
struct Item {
    key: DecisionKey,
    score: f32,
    is_skipped: bool,
}

impl Item {
    fn is_wanted(&self, choice: Choice) -> bool {
        self.score < DOUBTFUL_BELOW
            && (choice.with_skipped || !self.is_skipped)
            && choice.label.is_none_or(|it| it == self.key.label)
    }
}

/// The queue.
#[derive(Debug)]
pub(crate) struct Queue {
    choice: Choice,
    /// From which score on, in per cent, suggestions are looked through together.
    percent: u8,
    is_shown: bool,
    open: BTreeMap<DocumentId, Vec<Item>>,
    /// Articles whose suggestions are to be gathered again.
    stale: BTreeSet<DocumentId>,
    /// What is asked about, with what is known of it.
    at: Option<(Place, Proposal)>,
    /// What was answered since the queue was shown.
    answered: Vec<(Place, Proposal)>,
    /// What was looked at and left without an answer.
    passed: Vec<Place>,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            choice: Choice::default(),
            percent: SURE,
            is_shown: false,
            open: BTreeMap::new(),
            stale: BTreeSet::new(),
            at: None,
            answered: Vec::new(),
            passed: Vec::new(),
        }
    }
}

/// How far the queue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueCounts {
    /// How many were answered since it was shown.
    pub n_answered: u64,
    /// How many are left, what is asked about among them.
    pub n_left: u64,
    /// From how many articles those are.
    pub n_articles: u64,
    /// How many of the articles it goes over were never read by the engine.
    pub n_unread: u64,
    /// How many doubtful suggestions were skipped.
    pub n_skipped: u64,
    /// How many articles are done.
    pub n_done: u64,
    /// How many are not.
    pub n_to_do: u64,
}

impl Session {
    /// What the queue goes over, while it is shown.
    pub fn queue(&self) -> Option<Choice> {
        Some(self.queue.choice).filter(|_| self.is_in_queue())
    }

    /// Whether the queue is shown.
    pub fn is_in_queue(&self) -> bool {
        self.queue.is_shown && self.open.is_some()
    }

    /// From which score on, in per cent, suggestions are looked through together.
    pub fn sure_percent(&self) -> u8 {
        self.queue.percent
    }

    /// How many suggestions there are from each of [`SURE_FROM`] on.
    pub fn n_sure(&self) -> [u64; SURE_FROM.len()] {
        let mut counts = [0; SURE_FROM.len()];
        let mut count = |score: f32| {
            for (n, percent) in counts.iter_mut().zip(SURE_FROM) {
                *n += u64::from(score >= f32::from(percent) / 100.0);
            }
        };
        if self.queue.is_shown {
            let all = self.project.order().iter().filter_map(|it| self.queue.open.get(it));
            all.flatten().for_each(|it| count(it.score));
        } else {
            let all = self.project.order().iter().flat_map(|it| self.open_suggestions(it));
            all.for_each(|it| count(it.1));
        }
        counts
    }

    /// How many articles the engine has never read.
    pub fn n_unread(&self) -> u64 {
        self.project.order().iter().filter(|it| !self.was_read(it)).count() as u64
    }

    /// How far the queue is.
    pub fn queue_counts(&self) -> QueueCounts {
        let Queue { choice, answered, .. } = &self.queue;
        let mut counts =
            QueueCounts { n_answered: answered.len() as u64, ..QueueCounts::default() };
        for document in self.queued() {
            let items = self.queue.open.get(document).map(Vec::as_slice).unwrap_or_default();
            let n = items.iter().filter(|it| it.is_wanted(*choice)).count() as u64;
            counts.n_left += n;
            counts.n_articles += u64::from(n > 0);
            let skipped = Choice { with_skipped: true, ..*choice };
            let is_skipped = |it: &&Item| it.is_skipped && it.is_wanted(skipped);
            counts.n_skipped += items.iter().filter(is_skipped).count() as u64;
            counts.n_unread += u64::from(!self.was_read(document));
        }
        for document in self.project.order() {
            let is_done = self.summary(document).status == Status::Done;
            *if is_done { &mut counts.n_done } else { &mut counts.n_to_do } += 1;
        }
        counts
    }

    /// The articles that the queue goes over.
    fn queued(&self) -> impl Iterator<Item = &DocumentId> {
        let only = self.open.as_ref().filter(|_| self.queue.choice.only_here);
        self.project.order().iter().filter(move |it| only.is_none_or(|only| only == *it))
    }

    /// Commands about the queue and the trial; others are handed back. What leads elsewhere leaves the
    /// queue.
    pub(crate) fn work_in_queue(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        let command = self.run_trial(command, out)?;
        match command {
            Command::ShowQueue if self.queue.is_shown => self.close_queue(out),
            Command::ShowQueue => self.show_queue(out),
            Command::CloseQueue => self.close_queue(out),
            Command::Queue(choice) => self.choose_queue(choice, out),
            Command::SetSure(percent) => {
                self.queue.percent = percent;
                out.redraw.queue = true;
            }
            Command::ReviewSure => self.show_sure(self.queue.percent, out),
            Command::ShowSure(percent) => self.show_sure(percent, out),
            command if self.is_in_queue() => return self.answer_in_queue(command, out),
            command => return Some(command),
        }
        None
    }

    /// What a command of the article means while one is asked about.
    fn answer_in_queue(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::SelectNone => self.close_queue(out),
            // Nothing is asked about: words at the caret, which nobody sees, are left alone.
            Command::Label(_) | Command::Choose(_) | Command::TypeLabel | Command::Remove
                if self.cursor.mark.is_none() => {}
            Command::NextMark | Command::NextDoubtful => self.pass(),
            Command::Skip if self.is_skipped_here() => self.pass(),
            Command::PreviousMark => self.pass_back(out),
            // From what was just made of a suggestion it only goes on.
            Command::Accept if !self.has_suggestion() => self.cursor.mark = None,
            Command::Move { .. } | Command::MoveCaret { .. } | Command::Select { .. } => {}
            Command::NextArticle | Command::PreviousArticle if self.queue.choice.only_here => {
                return Some(command);
            }
            command => {
                if leads_out(&command) {
                    self.close_queue(out);
                }
                return Some(command);
            }
        }
        None
    }

    fn show_queue(&mut self, out: &mut Out) {
        self.close_batch(out);
        self.close_entities(out);
        let Queue { choice, percent, .. } = self.queue;
        self.queue = Queue { choice, percent, is_shown: true, ..Queue::default() };
        self.queue.stale = self.project.order().iter().cloned().collect();
        self.gather_queue();
        let here = self.here().filter(|it| self.is_asked(it));
        if here.is_none() {
            self.cursor.mark = None;
        }
        out.then(Effect::EnterQueue);
        out.redraw.queue = true;
    }

    /// Shows the article at what was asked about.
    pub(crate) fn close_queue(&mut self, out: &mut Out) {
        if !std::mem::take(&mut self.queue.is_shown) {
            return;
        }
        out.redraw.queue = true;
        if let Some(mark) = self.cursor.mark {
            self.select_mark(mark, out);
        }
    }

    fn choose_queue(&mut self, choice: Choice, out: &mut Out) {
        self.queue.choice = choice;
        self.queue.answered.clear();
        self.queue.passed.clear();
        out.redraw.queue = true;
        if self.here().is_none_or(|it| !self.is_asked(&it)) {
            self.cursor.mark = None;
        }
    }

    /// All is said about what was asked: the next one, please.
    pub(crate) fn go_on_in_queue(&mut self) {
        if self.is_in_queue() {
            self.cursor.mark = None;
        }
    }

    /// Looks on without an answer.
    fn pass(&mut self) {
        self.queue.passed.extend(self.here());
        self.cursor.mark = None;
    }

    /// Looks again at what was looked past.
    fn pass_back(&mut self, out: &mut Out) {
        while let Some(place) = self.queue.passed.pop() {
            if self.is_asked(&place) {
                return self.ask_about(&place, out);
            }
        }
    }

    /// Gathers the suggestions of all articles that have at least this score, to accept them at once.
    fn show_sure(&mut self, percent: u8, out: &mut Out) {
        self.close_entities(out);
        self.queue.percent = percent;
        let least = f32::from(percent) / 100.0;
        let of = |document: &DocumentId| {
            let open = self.open_suggestions(document).filter(|it| it.1 >= least);
            open.map(|it| (document.clone(), it.0.range)).collect::<Vec<_>>()
        };
        let mut places: Vec<(DocumentId, TextRange)> =
            self.project.order().iter().flat_map(of).collect();
        places.dedup();
        self.open_batch(Purpose::Sure(percent), Change::Accept, &places, out);
    }

    /// Notes that `documents` may have other suggestions now.
    pub(crate) fn queue_is_stale_in(&mut self, documents: &[DocumentId]) {
        if self.queue.is_shown {
            self.queue.stale.extend(documents.iter().cloned());
        }
    }

    /// After everything else: gathers what has changed, and asks about the next suggestion where
    /// nothing is asked about.
    pub(crate) fn settle_queue(&mut self, out: &mut Out) {
        if !self.is_in_queue() {
            return;
        }
        self.gather_queue();
        let before = self.queue.at.take();
        if let Some(open_again) = self.note_answers(before.clone()) {
            self.ask_again(open_again, out);
        }
        if self.cursor.mark.is_none() {
            self.ask_about_next(out);
        }
        self.queue.at = self.here().and_then(|place| {
            let proposal = self.proposals_on(&place.0)?.get(place.1)?.clone();
            Some((place, proposal))
        });
        out.redraw.queue = true;
        self.say_question(before.map(|it| it.0).as_ref(), out);
    }

    fn gather_queue(&mut self) {
        for document in std::mem::take(&mut self.queue.stale) {
            let track = self.project.track(&document, self.me).unwrap_or(&self.empty_track);
            let open = self.open_suggestions(&document);
            let items = open.map(|(key, score)| Item { key, score, is_skipped: skips(track, key) });
            let items = items.collect();
            self.queue.open.insert(document, items);
        }
    }

    /// Counts what was asked `before` if it has an answer now, and nothing that has lost its own; of
    /// those, gives the last.
    fn note_answers(&mut self, before: Option<(Place, Proposal)>) -> Option<(Place, Proposal)> {
        let has_answer = |((document, key), _): &(Place, Proposal)| {
            let track = self.project.track(document, self.me);
            track.is_some_and(|it| it.decisions.contains_key(key))
        };
        let new = before.filter(|it| !self.is_asked(&it.0) && has_answer(it));
        let is_other = |it: &&(Place, Proposal)| new.as_ref().is_none_or(|new| new.0 != it.0);
        let mut answered = std::mem::take(&mut self.queue.answered);
        let open_again = answered.iter().rev().find(|it| !has_answer(it)).cloned();
        answered.retain(|it| has_answer(it) && is_other(&it));
        answered.extend(new);
        self.queue.answered = answered;
        open_again
    }

    /// Asks about what has lost its answer, even if the engine has learned from that not to suggest it.
    fn ask_again(&mut self, (place, proposal): (Place, Proposal), out: &mut Out) {
        if self.here().as_ref() == Some(&place) {
            return;
        }
        if !self.is_asked(&place) {
            self.hold_up(&place.0, place.1, proposal, out);
            self.gather_queue();
        }
        self.ask_about(&place, out);
    }

    fn ask_about_next(&mut self, out: &mut Out) {
        let next = self.next_asked(false).or_else(|| {
            self.queue.passed.clear();
            self.next_asked(true)
        });
        if let Some(next) = next {
            self.ask_about(&next, out);
        }
    }

    /// The least certain suggestion, where `again` is false of those only that were not looked past.
    fn next_asked(&self, again: bool) -> Option<Place> {
        let Queue { choice, open, passed, .. } = &self.queue;
        let mut least: Option<(f32, &DocumentId, DecisionKey)> = None;
        for document in self.queued() {
            for it in open.get(document).into_iter().flatten().filter(|it| it.is_wanted(*choice)) {
                let is_passed = || passed.iter().any(|(d, key)| d == document && *key == it.key);
                if least.is_none_or(|least| it.score < least.0) && (again || !is_passed()) {
                    least = Some((it.score, document, it.key));
                }
            }
        }
        least.map(|(_, document, key)| (document.clone(), key))
    }

    fn ask_about(&mut self, (document, key): &Place, out: &mut Out) {
        if self.open.as_ref() != Some(document) {
            self.show_article(document, out);
        }
        self.select_mark(ShownKey::Suggested(*key), out);
    }

    /// Says what is asked about now, if that is another thing than `before`.
    fn say_question(&self, before: Option<&Place>, out: &mut Out) {
        if self.queue.at.as_ref().map(|it| &it.0) == before {
            return;
        }
        let QueueCounts { n_unread, n_done, n_to_do, .. } = self.queue_counts();
        let next = self.mark_in_words().unwrap_or(if n_unread > 0 {
            Message::QueueReading { count: n_unread }
        } else {
            Message::QueueDone { done: n_done, left: n_to_do }
        });
        out.say_also(next);
    }

    /// The selected suggestion.
    fn here(&self) -> Option<Place> {
        match self.cursor.mark? {
            ShownKey::Suggested(key) => Some((self.open.clone()?, key)),
            ShownKey::Annotation(_) => None,
        }
    }

    fn is_asked(&self, (document, key): &Place) -> bool {
        let items = self.queue.open.get(document).into_iter().flatten();
        let mut same = items.filter(|it| it.key == *key);
        self.queued().any(|it| it == document) && same.any(|it| it.is_wanted(self.queue.choice))
    }

    fn is_skipped_here(&self) -> bool {
        self.here().is_some_and(|(document, key)| {
            let track = self.project.track(&document, self.me);
            track.is_some_and(|it| skips(it, key))
        })
    }
}

fn skips(track: &Track, key: DecisionKey) -> bool {
    track.decisions.get(&key).is_some_and(|it| it.verdict == Verdict::Skipped)
}

/// Whether a command shows something other than what is asked about, or is done there.
fn leads_out(command: &Command) -> bool {
    matches!(
        command,
        Command::OpenArticle(_)
            | Command::NextArticle
            | Command::PreviousArticle
            | Command::GoTo { .. }
            | Command::SelectMark(_)
            | Command::ShowEntities
            | Command::ShowHistory
            | Command::ShowSearch
            | Command::Search(_)
            | Command::NextHit
            | Command::PreviousHit
            | Command::ToggleDone
            | Command::Finish
            | Command::AcceptParagraph
            | Command::AcceptLabel
            | Command::AcceptAll
            | Command::NextHere
            | Command::LabelRange { .. }
            | Command::LabelRanges { .. }
            | Command::TypeWords
            | Command::WriteNote
            | Command::WriteLink
            | Command::WriteAttributes
            | Command::Relate
            | Command::AddPiece
    )
}
