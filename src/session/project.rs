//! The project as a whole: its name, and what a list of projects says of it.
//!
//! Which projects there are, and how one goes into the trash or comes back, is the store's business;
//! a session knows its own project only and asks for the rest by [`ProjectAct`].

use crate::edit::change::Edit;
use crate::journal::Journal;
use crate::message::Message;
use crate::model::id::AuthorId;
use crate::model::project::Project;
use crate::model::track::Status;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::effect::{Dialog, Effect};
use crate::session::event;
use crate::session::out::Out;

/// What is to be done with projects as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProjectAct {
    /// Begin one of this name, and open it.
    Begin(String),
    /// Copy the open one.
    Duplicate,
    /// Put the open one into the trash, and open another.
    Trash,
}

/// What a list of projects says of one. Derived: made anew from the project when it is behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectSummary {
    /// What people call it; may be empty.
    pub name: String,
    /// How many articles it has.
    pub n_articles: u64,
    /// How many of them are done.
    pub n_done: u64,
    /// When it was last changed, in milliseconds since 1970; 0 for never.
    pub changed_at: u64,
    /// The last record of the journal that is counted in.
    pub seq: u64,
}

impl ProjectSummary {
    /// The summary of `project` as `me` works on it.
    pub fn of(project: &Project, me: AuthorId, journal: &Journal) -> Self {
        let is_done = |id: &&_| project.track(id, me).is_some_and(|it| it.status == Status::Done);
        Self {
            name: project.name().to_owned(),
            n_articles: project.n_documents() as u64,
            n_done: project.order().iter().filter(is_done).count() as u64,
            changed_at: journal.changed_at(),
            seq: journal.seq(),
        }
    }

    /// One line that [`ProjectSummary::parse`] reads.
    pub fn to_line(&self) -> String {
        let Self { name, n_articles, n_done, changed_at, seq } = self;
        format!("{seq} {changed_at} {n_articles} {n_done} {name}")
    }

    /// Reads a line; `None` for anything else.
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(5, ' ');
        let mut number = || parts.next()?.parse().ok();
        let (seq, changed_at, n_articles, n_done) = (number()?, number()?, number()?, number()?);
        Some(Self { name: parts.next()?.to_owned(), n_articles, n_done, changed_at, seq })
    }

    /// The part that is done, in per cent, rounded down: 100 only for all.
    pub fn percent_done(&self) -> u8 {
        (self.n_done.min(self.n_articles) * 100 / self.n_articles.max(1)) as u8
    }
}

impl Session {
    /// What a list of projects says of this one.
    pub fn project_summary(&self) -> ProjectSummary {
        ProjectSummary::of(&self.project, self.me, &self.journal)
    }

    /// Commands about projects as a whole; any other is given back.
    pub(crate) fn shelve(&mut self, command: Command, out: &mut Out) -> Option<Command> {
        match command {
            Command::NewProject => out.then(Effect::Open(Dialog::NewProject)),
            Command::ShowProjects => out.then(Effect::Open(Dialog::Projects)),
            Command::AskProjectName => out.then(Effect::Open(Dialog::ProjectName)),
            Command::BeginProject(name) => {
                out.then(Effect::Project(ProjectAct::Begin(name.trim().to_owned())));
            }
            Command::RenameProject(name) => self.rename_project(&name, out),
            Command::DuplicateProject => out.then(Effect::Project(ProjectAct::Duplicate)),
            Command::DeleteProject => out.then(Effect::Project(ProjectAct::Trash)),
            other => return Some(other),
        }
        None
    }

    /// Calls the project `name`; an empty name takes the name away.
    fn rename_project(&mut self, name: &str, out: &mut Out) {
        let value = name.trim().to_owned();
        if value == self.project.name() {
            return;
        }
        if self.commit(event::PROJECT_NAME, vec![Edit::Name { value: value.clone() }], out) {
            out.say(Message::AloudProjectNamed { project: value });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_reads_back() {
        for name in ["", "Frontier 2025", " two  blanks "] {
            let name = name.to_owned();
            let it = ProjectSummary { name, n_articles: 118, n_done: 42, changed_at: 9, seq: 7 };
            assert_eq!(ProjectSummary::parse(&it.to_line()), Some(it.clone()));
            assert_eq!(it.percent_done(), 35);
        }
        for line in ["", "1 2 3 4", "1 2 x 4 name", "-1 2 3 4 name"] {
            assert_eq!(ProjectSummary::parse(line), None, "{line}");
        }
    }
}
