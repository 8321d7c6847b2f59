//! The trash: what is in it, the way back, and the end.

use leptos::prelude::*;

use apostil::message::Message;

use crate::app::{App, app};
use crate::parts::dialogs::projects::{Entries, Entry, facts, load, of};
use crate::parts::moment::moment;
use crate::react::{memo, spawn};
use crate::web::shelf;
use crate::web::storage::StorageError;

/// The trash.
#[component]
pub(super) fn Trash(entries: Entries) -> impl IntoView {
    let app = app();
    let inside = memo(move || entries.with(|it| of(it.as_deref(), true)));
    let is_asking = RwSignal::new(false);
    let is_empty = memo(move || inside.with(Vec::is_empty));
    view! {
        <section class="trash" aria-label=app.words(Message::Trash)>
            <div class="head">
                <h3>{app.words(Message::Trash)}</h3>
                <span class="soft num">{move || app.number(inside.with(Vec::len) as u64)}</span>
                <Show when=move || !is_empty.get() && !is_asking.get()>
                    <span class="end">
                        <button type="button" class="b" on:click=move |_| is_asking.set(true)>
                            {app.words(Message::TrashEmpty)}
                        </button>
                    </span>
                </Show>
            </div>
            <Show when=move || is_empty.get() && entries.with(Option::is_some)>
                <p class="soft">{app.words(Message::TrashNothing)}</p>
            </Show>
            <Show
                when=move || is_asking.get() && !is_empty.get()
                fallback=move || {
                    view! {
                        <ul class="shelf">
                            <For each=move || inside.get() key=|it| format!("{it:?}") let:entry>
                                <Trashed entry=entry entries=entries />
                            </For>
                        </ul>
                    }
                }
            >
                <Asking inside=inside entries=entries is_asking=is_asking />
            </Show>
        </section>
    }
}

/// One project of the trash.
#[component]
fn Trashed(entry: Entry, entries: Entries) -> impl IntoView {
    let app = app();
    let name = entry.name(app);
    let label = format!("{}: {name}", app.say(&Message::ProjectRestore));
    let since = moment(app, entry.listed.trashed.unwrap_or_default(), "medium");
    let facts = facts(app, &entry);
    let restored = name.clone();
    let restore = move |_| {
        let (id, project) = (entry.listed.id.clone(), restored.clone());
        spawn(async move {
            match shelf::restore(&id).await {
                Ok(()) => app.notices.say(Message::ProjectRestored { project }),
                Err(StorageError(cause)) => {
                    app.notices.complain(Message::ProjectFailed { project, cause });
                }
            }
            load(app, entries);
        });
    };
    view! {
        <li>
            <div class="what">
                <bdi class="name">{name}</bdi>
                <p class="sub num">
                    {move || app.say(&Message::ProjectInTrashSince { date: since.clone() })}
                </p>
                <p class="sub num">{facts}</p>
            </div>
            <div class="acts">
                <button type="button" class="b line" aria-label=label on:click=restore>
                    {app.words(Message::ProjectRestore)}
                </button>
            </div>
        </li>
    }
}

/// Says what would go for good, and asks.
#[component]
fn Asking(inside: Memo<Vec<Entry>>, entries: Entries, is_asking: RwSignal<bool>) -> impl IntoView {
    let app = app();
    // What was named is what goes, whatever another tab puts into the trash meanwhile.
    let named = inside.get_untracked();
    let ids: Vec<String> = named.iter().map(|it| it.listed.id.clone()).collect();
    let names = named.iter().map(|it| {
        let (name, facts) = (it.name(app), facts(app, it));
        view! { <li><bdi class="name">{name}</bdi> " " <span class="soft num">{facts}</span></li> }
    });
    let names = names.collect_view();
    let count = ids.len() as u64;
    let saved = RwSignal::new(None::<String>);
    let wanted = ids.clone();
    let save = move |_| {
        let ids = wanted.clone();
        spawn(async move {
            match shelf::save(&ids).await {
                Ok(file) => saved.set(Some(file)),
                Err(why) => complain(app, why),
            }
        });
    };
    let erase = move |_| {
        let ids = ids.clone();
        is_asking.set(false);
        spawn(async move {
            let count = remove(app, &ids).await;
            app.notices.say(Message::TrashEmptied { count });
            load(app, entries);
        });
    };
    let said = move || saved.get().map(|file| app.say(&Message::TrashSaved { file }));
    view! {
        <div class="refused" role="alertdialog" aria-label=app.words(Message::TrashEmpty)>
            <p>{app.words(Message::TrashGoes)}</p>
            <ul class="going">{names}</ul>
            <div class="acts">
                <button type="button" class="b line" on:click=save>
                    {app.words(Message::TrashSave)}
                </button>
                <button type="button" class="b line" on:click=erase>
                    {move || app.say(&Message::TrashErase { count })}
                </button>
                <button type="button" class="b" on:click=move |_| is_asking.set(false)>
                    {app.words(Message::Cancel)}
                </button>
            </div>
            <p role="status">{said}</p>
        </div>
    }
}

/// Removes projects for good. How many could be.
async fn remove(app: App, ids: &[String]) -> u64 {
    let mut n = 0;
    for id in ids {
        match shelf::erase(id).await {
            Ok(is_done) => n += u64::from(is_done),
            Err(why) => complain(app, why),
        }
    }
    n
}

fn complain(app: App, StorageError(cause): StorageError) {
    let project = app.say(&Message::Trash);
    app.notices.complain(Message::ProjectFailed { project, cause });
}
