//! Opening what the browser keeps: a project, and the place where the person left it.
//!
//! A tab that is loaded again opens the project it had; a new one the project used last.
//!
//! Whatever is wrong with the storage, a page comes up that works: without a store it says so, and
//! the work is in this page until it is saved to a file.

use std::cmp::Reverse;

use apostil::journal::Write;
use apostil::journal::open::{OpenError, Opened, Problem, open};
use apostil::journal::stored::Stored;
use apostil::message::Message;
use apostil::order::sort_by_key;
use apostil::session::Session;
use apostil::session::article::Bookmark;

use crate::web::settings;
use crate::web::shelf::{self, Listed};
use crate::web::storage::{self, Role, StorageError};

/// What the page starts with.
pub(crate) struct Opening {
    /// The session.
    pub(crate) session: Session,
    /// Where the person left off.
    pub(crate) bookmark: Option<Bookmark>,
    /// The project's name in the store; `None` where nothing is kept.
    pub(crate) project: Option<String>,
    /// What is to be told about it.
    pub(crate) complaints: Vec<Message>,
}

/// Opens the project that is kept, or begins one.
pub(crate) async fn start() -> Opening {
    let probe = storage::probe().await;
    if !probe.works {
        let why = if probe.newer { Message::StorageNewer } else { Message::StorageNone };
        return unkept(why);
    }
    settings::recall_settings().await;
    let mut opening = match kept().await {
        Ok(opening) => opening,
        Err(StorageError(detail)) => {
            web_sys::console::error_1(&detail.into());
            unkept(Message::StorageNone)
        }
    };
    if let Some(lost) = probe.lost {
        opening.complaints.push(Message::StorageLost { count: lost.projects.into() });
        storage::forget_loss();
    }
    opening
}

/// The project of this tab, else the one used last that can be read, opened; a new one where there is
/// none. The trash is no place to work in.
pub(crate) async fn kept() -> Result<Opening, StorageError> {
    let mut projects = shelf::list().await?;
    projects.retain(|it| it.trashed.is_none());
    let mine = settings::project();
    let order = |it: &Listed| (Some(&it.id) != mine.as_ref(), Reverse((it.used, it.created)));
    sort_by_key(&mut projects, order);
    let mut unread = None;
    for listed in &projects {
        let mut opening = lock_and_open(&listed.id).await?;
        if opening.project.is_some() {
            opening.complaints.extend(unread.map(|_: Opening| Message::ProjectSkipped));
            return Ok(opening);
        }
        unread.get_or_insert(opening);
    }
    match unread {
        Some(opening) => Ok(opening),
        None => begin("").await,
    }
}

/// A new project.
pub(crate) async fn begin(name: &str) -> Result<Opening, StorageError> {
    let now = js_sys::Date::now();
    let (session, beginning) = Session::new(settings::author(), name, settings::settings());
    let project = new_id(now);
    storage::create(&project, &beginning, now as u64).await?;
    storage::lock(&project).await?;
    settings::set_project(&project);
    Ok(Opening { session, bookmark: None, project: Some(project), complaints: Vec::new() })
}

/// A name for a project that begins `now`, in milliseconds since 1970: it says who began it.
pub(crate) fn new_id(now: f64) -> String {
    format!("{}-{now}", settings::author())
}

/// The project that the store knows as `id`, to write unless another tab does.
pub(crate) async fn lock_and_open(id: &str) -> Result<Opening, StorageError> {
    let role = storage::lock(id).await?;
    let opening = reopen(id, role).await?;
    if opening.project.is_some() {
        settings::set_project(id);
    }
    Ok(opening)
}

/// A session on the project `id` that writes nothing, and the record that mends it where it is
/// damaged.
pub(crate) async fn read(id: &str) -> Result<(Session, Option<Write>), StorageError> {
    let stored = storage::open(id).await?;
    let Opened { project, history, journal, mend, .. } =
        open(&stored).map_err(|why| StorageError(format!("{why:?}")))?;
    let me = settings::author_of(id);
    Ok((Session::on(me, project, history, journal, settings::settings()), mend))
}

/// The project that the store knows as `id`, as it is kept now.
pub(crate) async fn reopen(id: &str, role: Role) -> Result<Opening, StorageError> {
    let stored = storage::open(id).await?;
    let learned = shelf::learned(id).await;
    Ok(match open(&stored) {
        Ok(opened) => {
            let mut opening = opened_as(role, &stored, opened, id);
            if let Some(learned) = learned {
                opening.session.recall(&learned);
            }
            opening
        }
        Err(OpenError::Newer(_)) => unkept(Message::StorageNewer),
        Err(OpenError::Empty(_)) => unkept(Message::StorageUnreadable),
    })
}

fn opened_as(role: Role, stored: &Stored, opened: Opened, id: &str) -> Opening {
    let Opened { project, history, journal, problems, mend } = opened;
    let settings = settings::settings();
    let mut session = Session::on(settings::author_of(id), project, history, journal, settings);
    match (role, mend) {
        (Role::Reader, _) => session.set_read_only(),
        (Role::Writer, Some(mend)) => storage::append(&mend),
        (Role::Writer, None) => {}
    }
    let count = problems.iter().filter(|it| Problem::is_loss(it)).count() as u64;
    let damaged = (count > 0).then_some(Message::StorageDamaged { count });
    let place = settings::left(id).or_else(|| stored.place.clone());
    let bookmark = place.as_deref().and_then(Bookmark::parse);
    let complaints = damaged.into_iter().collect();
    Opening { session, bookmark, project: Some(id.to_owned()), complaints }
}

/// A page that keeps nothing, and why.
fn unkept(why: Message) -> Opening {
    let (session, _) = Session::new(settings::author(), "", settings::settings());
    Opening { session, bookmark: None, project: None, complaints: vec![why] }
}
