//! The trial: hiding the suggestions of a tenth of the articles, on request.
//!
//! Whoever sees suggestions may accept more than they would have marked. In articles of the trial
//! none are shown; when such an article is done, what would have been suggested is held against what
//! was marked ([`statistics::trial`](crate::statistics::trial)). Which articles they are is the
//! business of [`model::trial`](crate::model::trial): it follows from a seed that is kept in the
//! project, so that it can be undone and is the same after a reload.

use crate::edit::change::Edit;
use crate::message::Message;
use crate::model::id::DocumentId;
use crate::model::track::{DecisionKey, Track};
use crate::model::trial::{ONE_OF, is_drawn, is_in_trial};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::event;
use crate::session::out::Out;

/// How many seeds are tried for one that draws as many articles as are wanted.
const MOST_SEEDS: u32 = 500;

impl Session {
    /// Whether the suggestions of `document` are hidden, to measure.
    pub fn hides(&self, document: &DocumentId) -> bool {
        is_in_trial(&self.project, self.me, document)
    }

    /// Whether suggestions are hidden in some articles.
    pub fn has_trial(&self) -> bool {
        self.project.schema().trial.is_some()
    }

    /// Whether that can be asked for.
    pub fn can_begin_trial(&self) -> bool {
        !self.has_trial() && self.has_article()
    }

    /// In how many articles suggestions are hidden.
    pub fn n_in_trial(&self) -> u64 {
        self.project.order().iter().filter(|it| self.hides(it)).count() as u64
    }

    /// What would be suggested in `document` if nobody had worked on it; `None` where suggestions are
    /// not hidden, or are not there yet.
    pub(crate) fn hidden_suggestions(&self, document: &DocumentId) -> Option<Vec<DecisionKey>> {
        let is_known = self.hides(document) && self.has_read(document);
        let proposals = self.proposals_on(document).filter(|_| is_known);
        let none = Track::default();
        let all =
            |it: &crate::session::suggestion::Proposals| it.open(&none).map(|it| it.0).collect();
        is_known.then(|| proposals.map(all).unwrap_or_default())
    }

    /// Commands about the trial; any other is given back.
    pub(crate) fn run_trial(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::BeginTrial if self.can_begin_trial() => {
                let seed = self.fitting_seed();
                if self.set_trial(Some(seed), event::TRIAL_BEGIN, out) {
                    out.say(Message::TrialBegun { count: self.n_in_trial() });
                }
            }
            Command::EndTrial if self.has_trial() => {
                if self.set_trial(None, event::TRIAL_END, out) {
                    out.say(Message::TrialEnded);
                }
            }
            Command::BeginTrial | Command::EndTrial => {}
            command => return Some(command),
        }
        None
    }

    fn set_trial(&mut self, trial: Option<u32>, event: &'static str, out: &mut Out) -> bool {
        let mut schema = self.project.schema().clone();
        schema.trial = trial;
        self.commit(event, vec![Edit::Schema { value: Box::new(schema) }], out)
    }

    /// The first seed that draws a tenth of the articles in which no suggestion was answered, and one
    /// at least; of few articles not every seed does.
    fn fitting_seed(&self) -> u32 {
        let has_no_answer = |it: &&DocumentId| {
            self.project.track(it, self.me).is_none_or(|it| it.decisions.is_empty())
        };
        let all: Vec<&DocumentId> = self.project.order().iter().filter(has_no_answer).collect();
        let wanted = (all.len() as u64 + ONE_OF / 2) / ONE_OF;
        let miss = |seed: &u32| {
            let n = all.iter().filter(|it| is_drawn(*seed, it)).count() as u64;
            n.abs_diff(wanted.max(1))
        };
        (0..MOST_SEEDS).min_by_key(miss).unwrap_or_default()
    }

    /// Brings what is shown in line with which articles are in the trial.
    pub(crate) fn follow_trial(&mut self, out: &mut Out) {
        let trial = self.project.schema().trial;
        if std::mem::replace(&mut self.trial, trial) == trial {
            return;
        }
        let all = self.project.order().to_vec();
        self.follow_suggestions(&all, out);
    }
}
