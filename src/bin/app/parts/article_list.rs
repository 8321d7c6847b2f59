//! The list of articles: how far each is, and the way into it.
//!
//! Arrows move, Enter opens: opening is work, so the selection does not follow the focus. The focus
//! is the list's; the article that it is on is told by `aria-activedescendant`.
//!
//! Which articles are listed, and in what order, is the session's ([`tools`] asks for it). All of
//! them are in the page, so that a browser finds their names; lines out of sight cost nothing to lay
//! out, and a change draws only the line it is about ([`crate::rows`]).

mod row;
mod tools;

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;

use crate::app::{App, Drawer, app};
use crate::parts::article_list::row::{Article, RowMenu, document_at};
use crate::parts::article_list::tools::Tools;
use crate::parts::button::IconButton;
use crate::parts::divider::Divider;
use crate::parts::icon::Icon;
use crate::parts::list::{bring_into_view, next_row};
use crate::parts::menu::{Item, MenuButton};
use crate::react::{effect, memo};

/// A context menu: of which article, and where.
type At = (DocumentId, (i32, i32));

/// The list with its tools.
#[component]
pub(crate) fn ArticleList() -> impl IntoView {
    let app = app();
    let shown = memo(move || {
        app.changed.list.track();
        app.read(|it| it.listed().to_vec())
    });
    let total = move || {
        app.changed.list.track();
        app.number(app.read(|it| it.project().n_documents() as u64))
    };
    let items = vec![
        Item { name: Message::CommandFileAdd, command: Command::AddFiles },
        Item { name: Message::CommandFileFolder, command: Command::AddFolder },
        Item { name: Message::CommandFilePaste, command: Command::AddText },
    ];
    let is_searching = memo(move || {
        app.changed.list.track();
        app.read(apostil::session::Session::is_searching)
    });
    let nothing = move || {
        shown.with(Vec::is_empty).then(|| {
            if is_searching.get() {
                return view! { <p class="note">{app.words(Message::ListSearching)}</p> }
                    .into_any();
            }
            view! {
                <p class="note">
                    {app.words(Message::ListNoMatch)} " "
                    <button
                        type="button"
                        class="b line"
                        on:click=move |_| app.dispatch(Command::ClearListing)
                    >
                        {app.words(Message::ListClearFilter)}
                    </button>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <nav class="list" data-region="list" aria-label=app.words(Message::RegionList)>
            <div class="head">
                <h2>{app.words(Message::Articles)}</h2>
                <span class="soft num">{total}</span>
                <span class="end">
                    <MenuButton name=Message::ListAdd items=items />
                    <IconButton
                        picture=Icon::Left
                        command=Command::ToggleList
                        name=Signal::derive(move || app.say(&Message::HidePanel))
                    />
                </span>
            </div>
            <Tools n_shown=Signal::derive(move || shown.with(Vec::len)) />
            <Articles shown=shown />
            {nothing}
            <Divider panel=Drawer::List />
        </nav>
    }
}

/// The articles that are listed.
#[component]
fn Articles(shown: Memo<Vec<DocumentId>>) -> impl IntoView {
    let app = app();
    let active = RwSignal::new(None::<DocumentId>);
    let menu = RwSignal::new(None::<At>);
    let dragged = RwSignal::new(None::<DocumentId>);
    let list = NodeRef::<Ol>::new();
    let active_id = memo(move || {
        shown.track();
        active.with(|it| it.as_ref().and_then(|it| app.rows.number_of(it))).map(option_id)
    });
    let settle = move |_| {
        let is_gone = active.with_untracked(|it| {
            it.as_ref().is_none_or(|it| !shown.with_untracked(|all| all.contains(it)))
        });
        if is_gone {
            let open = app.read(|it| it.open_document().cloned());
            let open = open.filter(|it| shown.with_untracked(|all| all.contains(it)));
            active.set(open.or_else(|| shown.with_untracked(|it| it.first().cloned())));
        }
    };
    let hear = move |event: KeyboardEvent| walk(app, &event, shown, active);
    let ask = move |event: MouseEvent| {
        let document = document_at(app, &event).or_else(|| active.get_untracked());
        if let Some(document) = document {
            event.prevent_default();
            active.set(Some(document.clone()));
            menu.set(Some((document, (event.client_x(), event.client_y()))));
        }
    };
    let marked = StoredValue::new_local(None::<Element>);
    effect(move || {
        let id = active_id.get();
        // One line of a thousand is marked: none of the others is asked.
        request_animation_frame(move || mark_active(marked, id.as_deref()));
    });
    view! {
        <ol
            class="articles"
            role="listbox"
            tabindex="0"
            data-home=""
            node_ref=list
            aria-label=app.words(Message::Articles)
            aria-activedescendant=move || active_id.get()
            on:focus=settle
            on:keydown=hear
            on:contextmenu=ask
        >
            <For each=move || shown.get() key=DocumentId::clone let:document>
                <Article document=document active=active dragged=dragged />
            </For>
        </ol>
        {move || menu.get().map(|at| view! { <RowMenu at=at menu=menu list=list /> })}
    }
}

/// Takes the ring from the line that had it, gives it to the line `id`, and brings that into view.
fn mark_active(marked: StoredValue<Option<Element>, LocalStorage>, id: Option<&str>) {
    let line = id.and_then(|it| document().get_element_by_id(it));
    // The list may be gone by the next frame.
    marked.try_update_value(|old| {
        if let Some(old) = old.take() {
            // An attribute that is not there is no news.
            let _ = old.remove_attribute("data-active");
        }
        if let Some(line) = &line {
            let _ = line.set_attribute("data-active", "");
        }
        old.clone_from(&line);
    });
    if let Some(id) = id {
        bring_into_view(id);
    }
}

/// The id of the line with the number `n`.
fn option_id(n: u32) -> String {
    format!("article-{n}")
}

fn open(app: App, document: &DocumentId) {
    app.dispatch(Command::OpenArticle(document.clone()));
    if app.drawer.get_untracked() == Some(Drawer::List) {
        app.drawer.set(None);
        app.outside.focus_article();
    }
}

/// Keys in the list.
fn walk(
    app: App,
    event: &KeyboardEvent,
    shown: Memo<Vec<DocumentId>>,
    active: RwSignal<Option<DocumentId>>,
) {
    let all = shown.get_untracked();
    let here = active.with_untracked(|it| all.iter().position(|other| Some(other) == it.as_ref()));
    if let Some(command) = here.and_then(|it| command_of(event, &all[it])) {
        event.prevent_default();
        if let Command::RemoveArticle(_) = command {
            let next = here.and_then(|it| all.get(it + 1).or(all.get(it.checked_sub(1)?)));
            active.set(next.cloned());
        }
        return app.dispatch(command);
    }
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    if let Some(to) = next_row(event, here, all.len()) {
        event.prevent_default();
        return active.set(all.get(to).cloned());
    }
    if let ("Enter" | " ", Some(here)) = (event.key().as_str(), here) {
        event.prevent_default();
        open(app, &all[here]);
    }
}

/// What a key does to the article that the list is on.
fn command_of(event: &KeyboardEvent, document: &DocumentId) -> Option<Command> {
    let document = document.clone();
    let ctrl = event.ctrl_key() || event.meta_key();
    match (event.key().as_str(), ctrl, event.shift_key(), event.alt_key()) {
        ("Delete", false, false, false) => Some(Command::RemoveArticle(document)),
        ("F2", false, false, false) => Some(Command::AskNameOf(document)),
        ("ArrowUp", true, true, false) => Some(Command::MoveArticle { document, down: false }),
        ("ArrowDown", true, true, false) => Some(Command::MoveArticle { document, down: true }),
        _ => None,
    }
}
