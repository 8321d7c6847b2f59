//! All projects of this browser, and the trash.
//!
//! A project is listed by what was noted of it when it was last left; only one whose notes are behind
//! is read. The trash is emptied by a button that first says what goes, and offers a file.

mod trash;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::effect::Dialog;
use apostil::session::project::ProjectSummary;

use crate::app::{App, app};
use crate::focus;
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::dialogs::projects::trash::Trash;
use crate::parts::measure::filled;
use crate::parts::moment::moment;
use crate::projects::{self, name_of};
use crate::react::spawn;
use crate::web::shelf::{self, Listed};

/// What is shown of a project.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    listed: Listed,
    summary: Option<ProjectSummary>,
    /// It was read because its notes are behind, and could not be.
    is_unread: bool,
}

impl Entry {
    /// What people call it.
    fn name(&self, app: App) -> String {
        name_of(app, self.summary.as_ref().map_or("", |it| &it.name))
    }
}

/// All entries; `None` until they are known.
pub(super) type Entries = RwSignal<Option<Vec<Entry>>>;

/// The dialog.
#[component]
pub(crate) fn Projects() -> impl IntoView {
    let app = app();
    let entries: Entries = RwSignal::new(None);
    load(app, entries);
    let kept = move || entries.with(|it| of(it.as_deref(), false));
    let is_only = move || entries.with(|it| it.is_some() && of(it.as_deref(), false).len() == 1);
    view! {
        <Frame class="projects" name=Signal::derive(move || app.say(&Message::ProjectsTitle))>
            <header>
                <h2>{app.words(Message::ProjectsTitle)}</h2>
                <CloseButton />
            </header>
            <div class="body">
                <ul class="shelf">
                    <For each=kept key=|it| format!("{it:?}") let:entry>
                        <Project entry=entry entries=entries />
                    </For>
                </ul>
                <Show when=is_only>
                    <p class="soft">{app.words(Message::ProjectsOne)}</p>
                </Show>
                <Show when=move || app.outside.project().is_none()>
                    <p class="soft">{app.words(Message::ProjectsNotKept)}</p>
                </Show>
                <Trash entries=entries />
            </div>
            <footer>
                <span class="soft"></span>
                <button type="button" class="b" on:click=move |_| app.close_dialog()>
                    {app.words(Message::Close)}
                </button>
                <button
                    type="button"
                    class="b main"
                    data-first=""
                    on:click=move |_| app.open_dialog(Dialog::NewProject)
                >
                    {app.words(Message::CommandProjectNew)}
                </button>
            </footer>
        </Frame>
    }
}

/// Those in the trash, or those that are not; the one used last comes first.
fn of(entries: Option<&[Entry]>, in_trash: bool) -> Vec<Entry> {
    let all =
        entries.unwrap_or_default().iter().filter(|it| it.listed.trashed.is_some() == in_trash);
    let mut all: Vec<Entry> = all.cloned().collect();
    all.sort_by_key(|it| std::cmp::Reverse((it.listed.trashed, it.listed.used)));
    all
}

/// Reads the list, and then, one by one, the projects whose notes are behind.
pub(super) fn load(app: App, entries: Entries) {
    app.outside.note_all(app);
    spawn(async move {
        let listed = shelf::list().await.unwrap_or_default();
        let entry = |listed: Listed| {
            let summary = listed.summary().map(|it| it.0);
            Entry { listed, summary, is_unread: false }
        };
        let all: Vec<Entry> = listed.into_iter().map(entry).collect();
        let is_stale = |it: &&Entry| it.listed.summary().is_none_or(|it| !it.1);
        let stale: Vec<String> =
            all.iter().filter(is_stale).map(|it| it.listed.id.clone()).collect();
        // The dialog may be gone by now, and then nobody wants to know.
        if entries.try_set(Some(all)).is_some() {
            return;
        }
        focus::spot().keep_near();
        for id in stale {
            let summary = projects::summary(&id).await;
            let is_gone = entries.try_update(|all| {
                for entry in all.iter_mut().flatten().filter(|it| it.listed.id == id) {
                    entry.is_unread = summary.is_none();
                    entry.summary = summary.clone().or(entry.summary.take());
                }
            });
            if is_gone.is_none() {
                return;
            }
        }
    });
}

/// Does something with a project, and reads the list again.
fn then_load(app: App, entries: Entries, work: impl Future<Output = ()> + 'static) {
    spawn(async move {
        work.await;
        load(app, entries);
    });
}

/// One project.
#[component]
fn Project(entry: Entry, entries: Entries) -> impl IntoView {
    let app = app();
    let id = entry.listed.id.clone();
    let is_open = app.outside.project().as_ref() == Some(&id);
    let name = entry.name(app);
    let (facts, unread) = (facts(app, &entry), entry.is_unread);
    let percent = entry.summary.as_ref().map_or(0, ProjectSummary::percent_done);
    let (copied, trashed) = (id.clone(), id.clone());
    let open = move |_| projects::open(app, id.clone());
    let copy = move |_| {
        let id = copied.clone();
        then_load(app, entries, async move { projects::duplicate(app, id).await });
    };
    let trash = move |_| {
        let id = trashed.clone();
        then_load(app, entries, async move { projects::trash(app, id).await });
    };
    let label = move |what: Message| format!("{}: {name}", app.say(&what));
    let open_label = label(Message::ProjectOpenThis);
    let opener = if is_open {
        view! { <span class="soft">{app.words(Message::ProjectIsOpen)}</span> }.into_any()
    } else {
        view! {
            <button type="button" class="b line" aria-label=open_label on:click=open>
                {app.words(Message::ProjectOpenThis)}
            </button>
        }
        .into_any()
    };
    let rename = is_open.then(|| {
        view! {
            <button
                type="button"
                class="b"
                on:click=move |_| app.dispatch(Command::AskProjectName)
            >
                {app.words(Message::ArticleRename)}
            </button>
        }
    });
    view! {
        <li>
            <span class="bar" use:filled=Signal::stored(percent)></span>
            <div class="what">
                <bdi class="name">{entry.name(app)}</bdi>
                <p class="sub num">{facts}</p>
                {unread.then(|| view! { <p class="sub">{app.words(Message::ProjectUnread)}</p> })}
            </div>
            <div class="acts">
                {opener} {rename}
                <button type="button" class="b" aria-label=label(Message::ProjectDuplicate) on:click=copy>
                    {app.words(Message::ProjectDuplicate)}
                </button>
                <button type="button" class="b" aria-label=label(Message::ProjectToTrash) on:click=trash>
                    {app.words(Message::ProjectToTrash)}
                </button>
            </div>
        </li>
    }
}

/// What is known of it, in one line.
pub(super) fn facts(app: App, entry: &Entry) -> String {
    let Entry { listed, summary, .. } = entry;
    let mut all = Vec::new();
    if let Some(it) = summary {
        all.push(app.say(&Message::ProjectArticles { count: it.n_articles }));
        if it.n_articles > 0 {
            all.push(app.say(&Message::ProjectDone { percent: it.percent_done().into() }));
        }
    }
    let changed = summary.as_ref().map(|it| it.changed_at).filter(|it| *it > 0);
    all.push(app.say(&match changed {
        Some(at) => Message::ProjectChanged { date: moment(app, at, "medium") },
        None => Message::ProjectBegun { date: moment(app, listed.created, "medium") },
    }));
    if let Some(size) = listed.size {
        all.push(app.say(&Message::ProjectSize { size: size.div_ceil(1024) }));
    }
    all.join(" · ")
}
