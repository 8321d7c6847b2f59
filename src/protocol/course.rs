//! What the engine was taught and is being taught.
//!
//! Lessons are numbered. The page says after which one it goes on; if that is not the last one, the
//! engine goes back to a state that was put by, or begins anew, and what came later is unlearned. A few
//! lessons at the end are learned at once. More are learned aside, a small step at a time, by a copy
//! that takes the engine's place when it has had all of them: until then the engine answers as before.
//!
//! Limits: only the last [`MOST_STATES`] states are put by.

use std::collections::VecDeque;

use crate::extract::engine::{Difference, Engine};
use crate::extract::{Example, Extractor};
use crate::protocol::message::{Decided, Failure};

/// How many examples are learned in one step.
const FEW: usize = 16;

/// How many states of the engine are put by.
const MOST_STATES: usize = 2;

/// How many lessons lie between two states at least.
const STATE_EVERY: u32 = 64;

/// Lessons, as they came.
#[derive(Debug)]
pub(crate) struct Lessons {
    /// After which lesson they go on.
    pub(crate) after: u32,
    /// The number of the last of them.
    pub(crate) upto: u32,
    /// What they show.
    pub(crate) examples: Vec<Decided>,
    /// Whether others follow at once, so that the engine is not to answer by these alone.
    pub(crate) more: bool,
}

/// What the engine was taught and is being taught.
#[derive(Debug, Default)]
pub(crate) struct Course {
    /// How many lessons the engine has had.
    count: u32,
    /// States to go back to, by the number of lessons.
    states: VecDeque<(u32, Engine)>,
    /// A copy that learns aside, and how many lessons it has had.
    pupil: Option<(u32, Engine)>,
    task: Option<Task>,
}

#[derive(Debug)]
struct Task {
    ticket: u32,
    upto: u32,
    left: VecDeque<Example>,
    more: bool,
}

/// What a step led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taught {
    pub(crate) ticket: u32,
    /// How many lessons the learner has had.
    pub(crate) count: u32,
    /// How the engine answers otherwise now; `None` while it answers as before.
    pub(crate) difference: Option<Difference>,
}

impl Course {
    /// How many lessons the engine has had.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The numbers of lessons after which the page can go on without beginning anew.
    pub(crate) fn states(&self) -> Vec<u32> {
        self.states.iter().map(|it| it.0).collect()
    }

    /// Whether lessons wait to be learned.
    pub(crate) fn is_busy(&self) -> bool {
        self.task.is_some()
    }

    /// From now on the engine is one that has had `count` lessons. The ticket that is given up.
    pub(crate) fn restart(&mut self, count: u32) -> Option<u32> {
        let task = self.task.take();
        *self = Self { count, ..Self::default() };
        task.map(|it| it.ticket)
    }

    /// Takes lessons in. `fresh` makes an engine that has learned nothing, or equips one that was put
    /// by.
    pub(crate) fn begin(
        &mut self,
        ticket: u32,
        lessons: Lessons,
        engine: &mut Engine,
        equip: impl Fn(Engine) -> Engine,
    ) -> Result<Option<Taught>, Failure> {
        let Lessons { after, upto, examples, more } = lessons;
        let examples: VecDeque<Example> = examples.into_iter().map(Decided::read).collect();
        let goes_on = self.pupil.as_ref().is_some_and(|it| it.0 == after);
        if !goes_on && after == self.count && !more && examples.len() <= FEW {
            self.pupil = None;
            let before = engine.clone();
            engine.learn(&Vec::from(examples));
            self.count = upto;
            self.put_by(engine);
            let difference = Some(engine.difference(&before));
            return Ok(Some(Taught { ticket, count: upto, difference }));
        }
        if !goes_on {
            self.pupil = Some((after, self.learner(after, engine, equip)?));
        }
        self.task = Some(Task { ticket, upto, left: examples, more });
        Ok(None)
    }

    /// A copy of the engine as it was after `after` lessons.
    fn learner(
        &mut self,
        after: u32,
        engine: &Engine,
        equip: impl Fn(Engine) -> Engine,
    ) -> Result<Engine, Failure> {
        if after == self.count {
            return Ok(engine.clone());
        }
        self.states.retain(|it| it.0 <= after);
        match self.states.back() {
            Some((count, state)) if *count == after => Ok(equip(state.clone())),
            _ if after == 0 => Ok(equip(Engine::default())),
            _ => Err(Failure::UnknownLesson),
        }
    }

    /// Learns a little. What came of it, at the end of what was asked for. `equip` as in
    /// [`Course::begin`]: names may have come since the copy was made.
    pub(crate) fn step(
        &mut self,
        engine: &mut Engine,
        equip: impl Fn(Engine) -> Engine,
    ) -> Option<Taught> {
        let (task, pupil) = (self.task.as_mut()?, self.pupil.as_mut()?);
        let few = FEW.min(task.left.len());
        let examples: Vec<Example> = task.left.drain(..few).collect();
        pupil.1.learn(&examples);
        if !task.left.is_empty() {
            return None;
        }
        let Task { ticket, upto, more, .. } = self.task.take()?;
        pupil.0 = upto;
        let mut difference = None;
        if !more && let Some((count, pupil)) = self.pupil.take() {
            self.count = count;
            difference = Some(pupil.difference(engine));
            *engine = equip(pupil);
            self.put_by(engine);
        }
        Some(Taught { ticket, count: upto, difference })
    }

    /// Puts the engine's state by, if the last one lies far enough behind.
    fn put_by(&mut self, engine: &Engine) {
        let last = self.states.back().map_or(0, |it| it.0);
        if self.count < last + STATE_EVERY {
            return;
        }
        self.states.push_back((self.count, engine.clone()));
        if self.states.len() > MOST_STATES {
            self.states.pop_front();
        }
    }
}
