//! What is done with projects as a whole: begin, open, copy, put away.
//!
//! Another project is opened only when all of the open one is written; until then the open one may
//! not be changed, and if the other cannot be opened, it is opened again. A browser that dies in
//! between leaves both as they were.

use leptos::prelude::Set;

use apostil::journal::Status;
use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::project::{ProjectAct, ProjectSummary};

use crate::app::App;
use crate::notices::Toast;
use crate::opening::{self, Opening};
use crate::react::spawn;
use crate::web::shelf;
use crate::web::storage::{self, StorageError};

/// Does what a command asked for.
pub(crate) fn act(app: App, act: ProjectAct) {
    let Some(open) = app.outside.project() else {
        return app.notices.complain(Message::ProjectsNotKept);
    };
    match act {
        ProjectAct::Begin(name) => begin(app, name),
        ProjectAct::Duplicate => spawn(async move { duplicate(app, open).await }),
        ProjectAct::Trash => spawn(async move { trash(app, open).await }),
    }
}

/// Where to go.
enum To {
    Kept(String),
    New(String),
    /// The one used last, else a new one.
    Any,
}

/// Opens the project that the store knows as `id`.
pub(crate) fn open(app: App, id: String) {
    if app.outside.project().as_ref() == Some(&id) {
        return app.close_dialog();
    }
    spawn(async move {
        if let Some(back) = leave(app).await {
            go(app, To::Kept(id), back).await;
        }
    });
}

fn begin(app: App, name: String) {
    spawn(async move {
        if let Some(back) = leave(app).await {
            go(app, To::New(name), back).await;
        }
    });
}

/// Waits until all of the open project is written, and keeps it from being changed any more. Its
/// name in the store; `None` where it must not be left.
async fn leave(app: App) -> Option<String> {
    let is_settled = storage::settled().await;
    let is_lost = |it: &Session| {
        let is_waiting =
            !matches!(it.journal().status(), Status::Saved | Status::ReadOnly { n: 0 });
        is_waiting && it.journal().n_unfiled() > 0
    };
    if !is_settled || app.read(is_lost) {
        app.notices.complain(Message::ProjectUnsaved);
        return None;
    }
    // What is only half read belongs to no project yet.
    app.dispatch(Command::ImportCancel);
    app.outside.note_all(app);
    let left = app.outside.project()?;
    app.outside.set_project(None);
    app.hold();
    Some(left)
}

/// Opens another project in the place of the one that was left; that one again if it cannot be.
async fn go(app: App, to: To, back: String) {
    let opened = match to {
        To::Kept(id) => opening::lock_and_open(&id).await,
        To::New(name) => opening::begin(&name).await,
        To::Any => opening::kept().await,
    };
    match opened {
        Ok(opening) if opening.project.is_some() => arrive(app, opening),
        Ok(opening) => {
            opening.complaints.into_iter().for_each(|it| app.notices.complain(it));
            go_back(app, back).await;
        }
        Err(StorageError(cause)) => {
            let project = app.read(|it| name_of(app, it.project().name()));
            app.notices.complain(Message::ProjectFailed { project, cause });
            go_back(app, back).await;
        }
    }
}

async fn go_back(app: App, id: String) {
    match opening::lock_and_open(&id).await {
        Ok(opening) => arrive(app, opening),
        Err(StorageError(cause)) => {
            let count = app.read(|it| it.journal().n_unfiled());
            app.notices.complain(Message::StorageFailed { count, cause });
        }
    }
}

fn arrive(app: App, opening: Opening) {
    app.close_dialog();
    // What it offers to take back was done in the other project.
    app.notices.toast.set(None);
    app.outside.set_project(opening.project.clone());
    app.replace(opening);
    let project = app.read(|it| name_of(app, it.project().name()));
    app.notices.say(Message::AloudProjectOpen { project });
    app.outside.note_all(app);
}

/// Copies a project; the copy is not opened.
pub(crate) async fn duplicate(app: App, id: String) {
    let is_open = app.outside.project().as_ref() == Some(&id);
    if is_open && !storage::settled().await {
        return app.notices.complain(Message::ProjectUnsaved);
    }
    match copy(app, &id).await {
        Ok(project) => {
            let message = Message::ProjectCopied { project };
            app.notices.show(Toast { message: message.clone(), back: None });
            app.notices.say(message);
        }
        Err(StorageError(cause)) => {
            let project = app.say(&Message::ProjectUntitled);
            app.notices.complain(Message::ProjectFailed { project, cause });
        }
    }
}

/// Copies a project under a name that says so, in one go, and gives the name of the original.
///
/// The new name is a record of the copy's own, like any other, and can be taken back there.
async fn copy(app: App, id: &str) -> Result<String, StorageError> {
    let now = js_sys::Date::now();
    let (mut session, mend) = opening::read(id).await?;
    let head = session.journal().seq() - mend.iter().count() as u64;
    let project = name_of(app, session.project().name());
    let name = app.say(&Message::ProjectCopyName { project: project.clone() });
    let effects = session.run(Command::RenameProject(name), now as u64);
    let mut records: Vec<_> = mend.into_iter().collect();
    records.extend(effects.into_iter().filter_map(|it| match it {
        Effect::Journal(write) => Some(write),
        _ => None,
    }));
    let to = opening::new_id(now);
    shelf::duplicate(id, &to, now as u64, head, &records).await?;
    Ok(project)
}

/// Puts a project into the trash. If it is the open one, another is opened.
pub(crate) async fn trash(app: App, id: String) {
    let is_open = app.outside.project().as_ref() == Some(&id);
    let name = if is_open {
        app.read(|it| it.project().name().to_owned())
    } else {
        summary(&id).await.map(|it| it.name).unwrap_or_default()
    };
    let project = name_of(app, &name);
    if is_open && !let_go(app).await {
        return;
    }
    let done = shelf::trash(&id).await;
    let message = match done {
        Ok(true) => Message::ProjectTrashed { project },
        Ok(false) => Message::ProjectInUse { project },
        Err(StorageError(cause)) => Message::ProjectFailed { project, cause },
    };
    let is_done = matches!(message, Message::ProjectTrashed { .. });
    if is_open {
        go(app, if is_done { To::Any } else { To::Kept(id.clone()) }, id).await;
    }
    if is_done {
        app.notices.show(Toast { message: message.clone(), back: None });
        app.notices.say(message);
    } else {
        app.notices.complain(message);
    }
}

/// Leaves the open project so that it can be put away. Whether it was left.
async fn let_go(app: App) -> bool {
    leave(app).await.is_some() && storage::let_go().is_ok()
}

/// What a list says of the project `id`, read from all of it.
pub(crate) async fn summary(id: &str) -> Option<ProjectSummary> {
    let (session, _) = opening::read(id).await.ok()?;
    Some(session.project_summary())
}

/// What people call a project, or that it has no name.
pub(crate) fn name_of(app: App, name: &str) -> String {
    if name.is_empty() { app.say(&Message::ProjectUntitled) } else { name.to_owned() }
}
