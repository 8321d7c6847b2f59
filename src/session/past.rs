//! The history as a person sees it: every step that is known, in words, and the way to any of them.
//!
//! A row is a state that the project was in, named by the step that led there. Going to one is one
//! act, whichever line it is on, and one more act ([`Command::Return`]) comes back. What somebody
//! does after going back sets the steps ahead aside; they stay in the list.
//!
//! Limits: all steps are in memory, and which rows there are is counted anew when it is asked for.

use std::collections::BTreeMap;

use crate::edit::change::Edit;
use crate::edit::history::Step;
use crate::edit::history::line::Point;
use crate::journal::Action;
use crate::message::Message;
use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::{Author, AuthorKind};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::Effect;
use crate::session::event::{self, Kind};
use crate::session::out::Out;
use crate::session::record::refusal;
use crate::statistics::work::{Effort, only_article, spent};

/// Which steps are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those of this kind.
    pub kind: Option<Kind>,
    /// Those that are about the open article.
    pub is_here: bool,
}

/// How a step stands to the state that the project is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is done.
    Done,
    /// It was taken back and can be done again.
    Ahead,
    /// Somebody went back behind it and then did something else.
    Aside,
}

/// A row of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The state that the step leads to.
    pub point: Point,
    /// How it stands.
    pub standing: Standing,
    /// The time that went into the step, in milliseconds.
    pub milliseconds: u64,
}

/// What the history shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The steps, the newest first: of a line that was set aside, above the step where it forks.
    pub rows: Vec<Row>,
    /// How many steps there are, listed or not.
    pub n_steps: u64,
    /// The time that went into all of them, in milliseconds.
    pub milliseconds: u64,
    /// The time that went into the open article, if one is open.
    pub here: Option<u64>,
}

/// Who did a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The person at work, with their name if they gave one.
    Me(String),
    /// Somebody else, with their name if it is known.
    Other(String),
}

/// All that is said of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What it was: see [`Words::say_done`](crate::locale::Words::say_done).
    pub words: Message,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// Who did it.
    pub by: By,
    /// The name of the article that it is about; `None` for several and for none.
    pub article: Option<String>,
    /// What leads to its place, if that is still there.
    pub go: Option<Command>,
}

impl Session {
    /// Which steps are listed, while the history is shown.
    pub fn past(&self) -> Option<Wanted> {
        self.past
    }

    /// Whether the project has been somewhere else in its history that it can return to.
    pub fn can_return(&self) -> bool {
        self.history.came_from().is_some_and(|it| it != self.history.here())
    }

    /// Commands about the history; others are handed back.
    pub(crate) fn work_on_past(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::ShowHistory if self.past.is_some() => self.close_past(out),
            Command::ShowHistory => {
                self.close_batch(out);
                self.past = Some(Wanted::default());
                out.redraw.past = true;
                out.then(Effect::EnterHistory);
            }
            Command::CloseHistory => self.close_past(out),
            Command::ListHistory(wanted) => {
                self.past = self.past.map(|_| wanted);
                out.redraw.past = true;
            }
            Command::GoToStep(point) => self.go_to_step(point, out),
            Command::Return => {
                if let Some(point) = self.history.came_from() {
                    self.go_to_step(point, out);
                }
            }
            command => return Some(command),
        }
        None
    }

    fn close_past(&mut self, out: &mut Out) {
        out.redraw.past |= self.past.take().is_some();
    }

    /// Goes to the state `to` of the history in one act.
    fn go_to_step(&mut self, to: Point, out: &mut Out) {
        if self.is_read_only() {
            return out.complain(Message::TabReadOnly);
        }
        let from = self.history.here();
        let Some(leap) = self.history.leap(to).filter(|_| to != from) else { return };
        match self.history.go(leap, &mut self.project) {
            Ok(Some((gone, applied))) => {
                self.write_down(Action::Go(leap), &applied, out);
                let last = self.history.last_done().map(|it| it.forward.clone());
                self.show_touched(&applied.touched, out);
                self.follow_languages(&gone.edits, out);
                if let Some(last) = last {
                    self.show_place_of(&last, out);
                }
                self.follow_go(out);
                out.say(told(from, to));
            }
            Ok(None) => {}
            Err(why) => out.complain(refusal(&why)),
        }
    }

    /// The steps that are `wanted`.
    pub fn listed_steps(&self, wanted: Wanted) -> Listed {
        let times: BTreeMap<Point, u64> = spent(&self.history).into_iter().collect();
        let effort = Effort::of(&self.history);
        let mut rows = Vec::new();
        self.list_line(0, &self.lines_by_base(), &mut rows, &times);
        let n_steps = rows.len() as u64;
        if wanted != Wanted::default() {
            rows.retain(|it| {
                self.history.step(it.point).is_some_and(|it| self.is_wanted_step(it, wanted))
            });
        }
        let time_of = |it| effort.by_article.get(it).map_or(0, |it| it.milliseconds);
        let here = self.open.as_ref().map(time_of);
        Listed { rows, n_steps, milliseconds: effort.all().milliseconds, here }
    }

    /// The lines that were set aside, by where they start.
    fn lines_by_base(&self) -> BTreeMap<Point, Vec<u32>> {
        let mut by_base: BTreeMap<Point, Vec<u32>> = BTreeMap::new();
        for (line, aside) in (1..).zip(self.history.asides()) {
            if !aside.steps.is_empty() {
                by_base.entry(aside.base).or_default().push(line);
            }
        }
        by_base
    }

    fn list_line(
        &self,
        line: u32,
        by_base: &BTreeMap<Point, Vec<u32>>,
        rows: &mut Vec<Row>,
        times: &BTreeMap<Point, u64>,
    ) {
        let here = self.history.here().n;
        let len = match line.checked_sub(1) {
            Some(aside) => self.history.asides()[aside as usize].steps.len(),
            None => self.history.done().len() + self.history.undone().len(),
        };
        for n in (0..=len as u32).rev() {
            let point = Point { line, n };
            for other in by_base.get(&point).into_iter().flatten().rev() {
                self.list_line(*other, by_base, rows, times);
            }
            if n > 0 {
                let standing = match line {
                    0 if n <= here => Standing::Done,
                    0 => Standing::Ahead,
                    _ => Standing::Aside,
                };
                let milliseconds = times.get(&point).copied().unwrap_or_default();
                rows.push(Row { point, standing, milliseconds });
            }
        }
    }

    fn is_wanted_step(&self, step: &Step, wanted: Wanted) -> bool {
        let is_kind = wanted.kind.is_none_or(|it| it == Kind::of(&step.forward.event));
        let is_here = || {
            let mut documents = step.forward.edits.iter().filter_map(Edit::document);
            documents.any(|it| self.open.as_ref() == Some(it))
        };
        is_kind && (!wanted.is_here || is_here())
    }

    /// What is to be said of the step that leads to `point`.
    pub fn account_of(&self, point: Point) -> Option<Account> {
        let step = self.history.step(point)?;
        Some(Account {
            words: event::words(self, step),
            at: step.forward.at,
            by: self.by(point),
            article: only_article(step).and_then(|_| event::article(self, step)),
            go: self.way_to(step),
        })
    }

    /// Who did the step to `point`, as far as it tells, or else the steps around it.
    fn by(&self, point: Point) -> By {
        let step = |n| self.history.step(Point { n, ..point });
        let before = (1..=point.n).rev().map_while(step);
        let around = before.chain((point.n + 1..).map_while(step));
        let who = around.into_iter().find_map(|it| self.worker(it));
        match who.filter(|it| *it != self.me) {
            None => By::Me(self.settings.name.clone().unwrap_or_default()),
            Some(id) => By::Other(self.project.authors()[&id].name.clone()),
        }
    }

    /// The person whose work a step changes.
    fn worker(&self, step: &Step) -> Option<AuthorId> {
        let places = step.forward.edits.iter().filter_map(|edit| match edit {
            Edit::Annotation { place, .. }
            | Edit::Relation { place, .. }
            | Edit::Decision { place, .. }
            | Edit::Reviewed { place, .. }
            | Edit::DocumentLabels { place, .. }
            | Edit::Status { place, .. } => Some(place.author),
            _ => None,
        });
        let authors = self.project.authors();
        let is_person =
            |id: &AuthorId| authors.get(id).is_some_and(|it| it.kind == AuthorKind::Person);
        places.into_iter().find(is_person)
    }

    /// What leads to where the step was done.
    fn way_to(&self, step: &Step) -> Option<Command> {
        let both = step.forward.edits.iter().chain(&step.inverse.edits);
        let is_there = |it: &DocumentId| self.project.document(it).is_some();
        let place = both.clone().find_map(|edit| {
            let (place, range) = match edit {
                Edit::Annotation { place, value: Some(it), .. } => (place, it.extent.hull()),
                Edit::Decision { place, key, .. } => (place, key.range),
                _ => return None,
            };
            is_there(&place.document).then(|| (place.document.clone(), range))
        });
        if let Some((document, range)) = place {
            return Some(Command::GoTo { document, range });
        }
        let document = both.filter_map(Edit::document).find(|it| is_there(it))?;
        Some(Command::OpenArticle(document.clone()))
    }

    /// What the project is to know of the person at work, where it does not.
    pub(crate) fn introduction(&self) -> Option<Edit> {
        let known = self.project.authors().get(&self.me);
        let given = self.settings.name.as_deref().filter(|it| !it.is_empty());
        let name = given.or(known.map(|it| it.name.as_str())).unwrap_or_default();
        if known.is_some_and(|it| it.name == name) {
            return None;
        }
        let author = Author { name: name.to_owned(), kind: AuthorKind::Person };
        Some(Edit::Author { id: self.me, value: Some(author) })
    }
}

/// What is said of having gone from one state to another.
fn told(from: Point, to: Point) -> Message {
    let count = u64::from(from.n.abs_diff(to.n));
    match to {
        Point { line: 0, n } if n < from.n => Message::HistoryWentBack { count },
        Point { line: 0, .. } => Message::HistoryWentOn { count },
        _ => Message::HistoryWentAside,
    }
}
