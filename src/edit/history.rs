//! What was done and can be taken back, over everything a person can do.
//!
//! One line of steps is the present one: what is done of it, and what can be done again. Doing
//! something new after going back sets the rest of the line aside and loses nothing of it: any
//! [`Point`] of any line can be gone to ([`mod@line`]). Steps are kept as long as the project; they
//! survive a reload because the journal holds the transactions with their inverses, in order, and
//! whoever replays it comes to the same lines.

pub mod line;

use crate::edit::apply::{Applied, EditError};
use crate::edit::change::{Edit, Transaction};
use crate::edit::history::line::{Aside, Point};
use crate::model::id::AnnotationId;
use crate::model::project::Project;

/// Events of which quick repetitions on one annotation are one step.
const JOINED_EVENTS: [&str; 3] = ["mark.edges", "mark.note", "mark.link"];

/// The longest pause inside such a step, in milliseconds.
const JOINED_WITHIN: u64 = 1_000;

/// What one undo takes back: usually one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done, in order.
    pub forward: Transaction,
    /// What takes it back, in order.
    pub inverse: Transaction,
}

/// The steps behind and, after an undo, ahead; and what was set aside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    asides: Vec<Aside>,
    /// Where it was before it last went from point to point.
    came_from: Option<Point>,
    is_cut: bool,
}

impl History {
    /// A history of whose beginning nothing is known any more.
    pub fn cut() -> Self {
        Self { is_cut: true, ..Self::default() }
    }

    /// Whether there were steps before the first that is known.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Notes that `forward` was done and that `inverse` takes it back. What was undone is set aside.
    pub fn record(&mut self, forward: Transaction, inverse: Transaction) {
        let joined = self.done.pop_if(|last| joins(&last.forward, &forward));
        self.set_aside(joined.as_ref());
        match joined {
            Some(mut last) => {
                last.join(forward, inverse);
                self.done.push(last);
            }
            None => self.done.push(Step { forward, inverse }),
        }
    }

    /// Takes the last step back. `Ok(None)` when there is none.
    pub fn undo(&mut self, project: &mut Project) -> Result<Option<Applied>, EditError> {
        let Some(step) = self.done.last() else { return Ok(None) };
        let applied = project.apply(&step.inverse)?;
        self.step_back();
        Ok(Some(applied))
    }

    /// Does the step last taken back again. `Ok(None)` when there is none.
    pub fn redo(&mut self, project: &mut Project) -> Result<Option<Applied>, EditError> {
        let Some(step) = self.undone.last() else { return Ok(None) };
        let applied = project.apply(&step.forward)?;
        self.step_forward();
        Ok(Some(applied))
    }

    /// Moves over one step backward without touching a project that has it undone already.
    pub fn step_back(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// Moves over one step forward without touching a project that has it done already.
    pub fn step_forward(&mut self) {
        self.done.extend(self.undone.pop());
    }

    /// The step that an undo would take back.
    pub fn last_done(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that a redo would do again.
    pub fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// All steps that are done, oldest first.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// All steps that were taken back, the next to redo last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }
}

impl Step {
    fn join(&mut self, forward: Transaction, inverse: Transaction) {
        self.forward.at = forward.at;
        self.forward.edits.extend(forward.edits);
        let earlier = std::mem::replace(&mut self.inverse, inverse);
        self.inverse.edits.extend(earlier.edits);
    }
}

/// Whether `next` goes on with what `last` began: the same event on the same annotation, at once.
fn joins(last: &Transaction, next: &Transaction) -> bool {
    let soon = next.at.checked_sub(last.at).is_some_and(|pause| pause <= JOINED_WITHIN);
    soon && last.event == next.event
        && JOINED_EVENTS.contains(&next.event.as_ref())
        && only_annotation(last).is_some()
        && only_annotation(last) == only_annotation(next)
}

/// The one annotation that `transaction` changes, if it is one.
fn only_annotation(transaction: &Transaction) -> Option<AnnotationId> {
    let mut ids = transaction.edits.iter().filter_map(|edit| match edit {
        Edit::Annotation { id, .. } => Some(*id),
        _ => None,
    });
    let first = ids.next()?;
    ids.all(|id| id == first).then_some(first)
}
