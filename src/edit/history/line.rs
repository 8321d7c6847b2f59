//! Going to any point of the history, on the present line or on one that was set aside.
//!
//! A line forks where somebody went back and then did something else: the steps that had been taken
//! back become a line of their own, which starts at a [`Point`]. Going to one of them makes its line
//! the present one, and sets aside what was ahead in turn. So lines change places, and no step is
//! ever dropped.
//!
//! Limits: nothing is merged. Two lines that do the same are two lines.

use std::mem;

use crate::edit::apply::{Applied, EditError};
use crate::edit::change::{Edit, Transaction};
use crate::edit::history::{History, Step};
use crate::model::project::Project;

/// What going from point to point is called, where a transaction has to have a name.
const GO: &str = "history.go";

/// A state that the project was in: so many steps of a line are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// 0 for the present line, else one that was set aside, from 1.
    pub line: u32,
    /// How many of its steps are done. On a line that was set aside, at least one.
    pub n: u32,
}

/// An act of going from one point to another, as it is written down.
///
/// Where something before it is lost, points have other names than they had. So the act says enough
/// of both ends to be told from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leap {
    /// How many steps of the present line were done.
    pub from: u32,
    /// Where it led.
    pub to: Point,
    /// When the step was done that leads there; `None` for the beginning.
    pub at: Option<u64>,
}

/// A line that was set aside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// Where it starts.
    pub base: Point,
    /// Its steps, oldest first; none while its place waits for another line.
    pub steps: Vec<Step>,
}

impl Point {
    /// The point of the present line after `n` steps.
    pub fn present(n: usize) -> Self {
        Self { line: 0, n: n as u32 }
    }
}

impl History {
    /// The state that the project is in.
    pub fn here(&self) -> Point {
        Point::present(self.done.len())
    }

    /// The state that it was in before it last went from point to point.
    pub fn came_from(&self) -> Option<Point> {
        self.came_from
    }

    /// The lines that were set aside: the first is line 1.
    pub fn asides(&self) -> &[Aside] {
        &self.asides
    }

    /// All steps that are known, whether they are done at the moment or not.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        let asides = self.asides.iter().flat_map(|it| &it.steps);
        self.done.iter().chain(self.undone.iter().rev()).chain(asides)
    }

    /// The step that leads to `point`.
    pub fn step(&self, point: Point) -> Option<&Step> {
        let n = (point.n as usize).checked_sub(1)?;
        match (point.line as usize).checked_sub(1) {
            Some(aside) => self.asides.get(aside)?.steps.get(n),
            None => self.present(n),
        }
    }

    /// The step number `n`, from 0, of the present line.
    fn present(&self, n: usize) -> Option<&Step> {
        let ahead = || self.undone.iter().rev().nth(n - self.done.len());
        self.done.get(n).or_else(ahead)
    }

    /// The act of going to `to` from here; `None` where there is no such state.
    pub fn leap(&self, to: Point) -> Option<Leap> {
        self.points_to(to)?;
        Some(Leap { from: self.here().n, to, at: self.step(to).map(|it| it.forward.at) })
    }

    /// Goes to another state in one act. `Ok(None)` where there is no such state; an error where the
    /// project is not what it was then, and nothing is changed.
    pub fn go(
        &mut self,
        leap: Leap,
        project: &mut Project,
    ) -> Result<Option<(Transaction, Applied)>, EditError> {
        if self.leap(leap.to) != Some(leap) {
            return Ok(None);
        }
        let Some(edits) = self.way(leap.to) else { return Ok(None) };
        let transaction = Transaction { edits, event: GO.into(), at: 0 };
        let applied = project.apply(&transaction)?;
        self.follow(leap);
        Ok(Some((transaction, applied)))
    }

    /// Goes to another state without touching a project that is in it already. Whether there is such
    /// a state.
    pub fn follow(&mut self, leap: Leap) -> bool {
        if self.leap(leap.to) != Some(leap) {
            return false;
        }
        self.came_from = Some(self.here());
        let n = self.bring_in(leap.to);
        self.walk_to(n);
        true
    }

    /// The points where the way to `to` turns into another line, then `to`: the first is on the
    /// present line.
    fn points_to(&self, to: Point) -> Option<Vec<Point>> {
        let mut points = vec![to];
        let mut at = to;
        while let Some(aside) = (at.line as usize).checked_sub(1) {
            let aside = self.asides.get(aside)?;
            (1..=aside.steps.len()).contains(&(at.n as usize)).then_some(())?;
            at = aside.base;
            points.insert(0, at);
        }
        (at.n as usize <= self.done.len() + self.undone.len()).then_some(points)
    }

    /// What must be done to come to `to`.
    fn way(&self, to: Point) -> Option<Vec<Edit>> {
        let points = self.points_to(to)?;
        let (here, there) = (self.done.len(), points[0].n as usize);
        let mut edits = Vec::new();
        for step in self.done[there.min(here)..].iter().rev() {
            edits.extend_from_slice(&step.inverse.edits);
        }
        for n in here..there {
            edits.extend_from_slice(&self.present(n)?.forward.edits);
        }
        for point in &points[1..] {
            let aside = &self.asides[point.line as usize - 1];
            for step in &aside.steps[..point.n as usize] {
                edits.extend_from_slice(&step.forward.edits);
            }
        }
        Some(edits)
    }

    /// Makes the line of `point` the present one; how many steps of it are done there.
    fn bring_in(&mut self, point: Point) -> usize {
        let Some(place) = (point.line as usize).checked_sub(1) else { return point.n as usize };
        let at = self.bring_in(self.asides[place].base);
        self.walk_to(at);
        let ahead = mem::take(&mut self.undone).into_iter().rev().collect();
        let steps = mem::replace(&mut self.asides[place].steps, ahead);
        self.undone = steps.into_iter().rev().collect();
        let (at, line) = (at as u32, point.line);
        self.rename(|it| match it.line {
            0 if it.n > at => Point { line, n: it.n - at },
            other if other == line => Point { line: 0, n: at + it.n },
            _ => it,
        });
        self.asides[place].base = Point { line: 0, n: at };
        (at + point.n) as usize
    }

    fn walk_to(&mut self, n: usize) {
        while self.done.len() > n {
            self.step_back();
        }
        while self.done.len() < n && !self.undone.is_empty() {
            self.step_forward();
        }
    }

    /// Makes what was taken back a line of its own, before something else is done: with the step
    /// `joined` as it was, if that is about to become another.
    pub(super) fn set_aside(&mut self, joined: Option<&Step>) {
        if self.undone.is_empty() {
            return;
        }
        let at = self.done.len() as u32;
        let ahead = mem::take(&mut self.undone).into_iter().rev();
        let steps = joined.cloned().into_iter().chain(ahead).collect();
        let free = self.asides.iter().position(|it| it.steps.is_empty());
        let place = free.unwrap_or(self.asides.len());
        let line = place as u32 + 1;
        self.rename(|it| match it.line {
            0 if it.n > at => Point { line, n: it.n - at },
            _ => it,
        });
        let aside = Aside { base: Point { line: 0, n: at }, steps };
        if free.is_some() {
            self.asides[place] = aside;
        } else {
            self.asides.push(aside);
        }
    }

    /// Gives the points that are remembered their new names.
    fn rename(&mut self, new: impl Fn(Point) -> Point) {
        for aside in &mut self.asides {
            aside.base = new(aside.base);
        }
        self.came_from = self.came_from.map(new);
    }
}
