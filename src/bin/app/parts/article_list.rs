//! The list of articles: how far each is, and the way into it.
//!
//! Arrows move, Enter opens: opening is work, so the selection does not follow the focus. The focus
//! is the list's; the article that it is on is told by `aria-activedescendant`.

use leptos::html::Ol;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::model::track::Status;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::text::TextRange;
use apostil::view::Sheet;

use crate::app::{App, Drawer, app};
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::parts::list::{bring_into_view, next_row};
use crate::parts::measure::{filled, placed};
use crate::parts::menu::{Item, Menu, MenuButton};
use crate::parts::segments::Segments;
use crate::react::{effect, memo};

/// Which articles are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    All,
    ToDo,
    Doubtful,
    Done,
}

/// What the list says of an article.
#[derive(Clone, Debug, Default, PartialEq)]
struct Row {
    place: usize,
    name: String,
    percent: u8,
    n_doubtful: u64,
    n_marks: u64,
    is_done: bool,
    is_open: bool,
}

/// A context menu: of which article, and where.
type At = (DocumentId, (i32, i32));

/// The list with its tools.
#[component]
pub(crate) fn ArticleList() -> impl IntoView {
    let app = app();
    let filter = RwSignal::new(String::new());
    let which = RwSignal::new(Which::All);
    let shown = memo(move || {
        app.changed.list.track();
        app.changed.article.track();
        filter.with(|filter| app.read(|it| listed(it, filter, which.get())))
    });
    effect(move || {
        app.changed.article.track();
        let hits = filter.with(|filter| app.read(|it| hits(it, filter)));
        if let Some(pane) = app.outside.pane() {
            pane.show_hits(hits);
        }
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
    let states = vec![
        (Which::All, Message::StateAll),
        (Which::ToDo, Message::StateToDo),
        (Which::Doubtful, Message::StateDoubt),
        (Which::Done, Message::StateDone),
    ];
    let clear = move |_| {
        filter.set(String::new());
        which.set(Which::All);
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
            <div class="tools">
                <label class="field">
                    <input
                        type="search"
                        autocomplete="off"
                        aria-label=app.words(Message::ListFilter)
                        placeholder=app.words(Message::ListFilter)
                        prop:value=filter
                        on:input=move |event| filter.set(event_target_value(&event))
                    />
                </label>
                <Segments label=Message::ListStates options=states chosen=which />
            </div>
            <Articles shown=shown />
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="note">
                    {app.words(Message::ListNoMatch)} " "
                    <button type="button" class="b line" on:click=clear>
                        {app.words(Message::ListClearFilter)}
                    </button>
                </p>
            </Show>
        </nav>
    }
}

/// The articles that are listed.
#[component]
fn Articles(shown: Memo<Vec<DocumentId>>) -> impl IntoView {
    let app = app();
    let active = RwSignal::new(None::<DocumentId>);
    let menu = RwSignal::new(None::<At>);
    let list = NodeRef::<Ol>::new();
    let active_id = move || {
        app.changed.list.track();
        active.with(|it| it.as_ref().and_then(|it| app.read(|app| app.position(it)))).map(option_id)
    };
    let settle = move |_| {
        if active.with_untracked(Option::is_none) {
            let open = app.read(|it| it.open_document().cloned());
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
    effect(move || {
        if let Some(id) = active_id() {
            request_animation_frame(move || bring_into_view(&id));
        }
    });
    view! {
        <ol
            class="articles"
            role="listbox"
            tabindex="0"
            data-home=""
            node_ref=list
            aria-label=app.words(Message::Articles)
            aria-activedescendant=active_id
            on:focus=settle
            on:keydown=hear
            on:contextmenu=ask
        >
            <For each=move || shown.get() key=DocumentId::clone let:document>
                <Article document=document active=active />
            </For>
        </ol>
        {move || menu.get().map(|at| view! { <RowMenu at=at menu=menu list=list /> })}
    }
}

/// What can be done with an article of the list.
#[component]
fn RowMenu(at: At, menu: RwSignal<Option<At>>, list: NodeRef<Ol>) -> impl IntoView {
    let (document, place) = at;
    let items = vec![
        Item { name: Message::ArticleOpen, command: Command::OpenArticle(document.clone()) },
        Item { name: Message::RemoveArticleDo, command: Command::RemoveArticle(document) },
    ];
    let close = Callback::new(move |()| {
        menu.set(None);
        if let Some(list) = list.get_untracked() {
            let _ = list.focus();
        }
    });
    view! {
        <div class="menu-at" use:placed=place>
            <Menu items=items close=close class="at" />
        </div>
    }
}

/// One line of the list.
#[component]
fn Article(document: DocumentId, active: RwSignal<Option<DocumentId>>) -> impl IntoView {
    let app = app();
    let of = document.clone();
    let row = memo(move || {
        app.changed.list.track();
        app.changed.article.track();
        app.changed.places.track();
        app.read(|it| row_of(it, &of))
    });
    let is_active = {
        let document = document.clone();
        move || active.with(|it| it.as_ref() == Some(&document)).then_some("")
    };
    let open = move |_| {
        active.set(Some(document.clone()));
        open(app, &document);
    };
    let percent = Signal::derive(move || row.with(|it| it.percent));
    let state = move || row.with(|it| app.say(&state_of(it)));
    let doubtful = move || {
        let count = row.with(|it| it.n_doubtful);
        (count > 0).then(
            || view! { <span class="doubt">{app.say(&Message::ArticleDoubtful { count })}</span> },
        )
    };
    let marks = move || app.say(&Message::ArticleMarks { count: row.with(|it| it.n_marks) });
    view! {
        <li
            role="option"
            id=move || option_id(row.with(|it| it.place))
            data-active=is_active
            aria-selected=move || row.with(|it| it.is_open).to_string()
            on:click=open
        >
            <span class="bar" use:filled=percent></span>
            <div class="name">
                <bdi>{move || row.with(|it| it.name.clone())}</bdi>
            </div>
            <div class="sub num">
                <span>{state}</span>
                {doubtful}
                <span class="end" title=marks>
                    {move || app.number(row.with(|it| it.n_marks))}
                </span>
            </div>
        </li>
    }
}

fn option_id(place: usize) -> String {
    format!("article-{place}")
}

fn state_of(row: &Row) -> Message {
    match row {
        Row { is_done: true, .. } => Message::ArticleDone,
        Row { percent: 0, is_open: false, .. } => Message::ArticleNotOpened,
        Row { percent, .. } => Message::ArticlePercent { percent: (*percent).into() },
    }
}

fn row_of(session: &Session, document: &DocumentId) -> Row {
    let Some(found) = session.project().document(document) else { return Row::default() };
    let summary = session.summary(document);
    let reviewed = u64::from(summary.reviewed_bytes) * 100;
    Row {
        place: session.position(document).unwrap_or_default(),
        name: found.header.name.clone(),
        percent: (reviewed / u64::from(summary.text_bytes.max(1))) as u8,
        n_doubtful: session.n_doubtful(document) as u64,
        n_marks: u64::from(summary.n_annotations)
            + session.open_suggestions(document).count() as u64,
        is_done: summary.status == Status::Done,
        is_open: session.open_document() == Some(document),
    }
}

/// The articles that a person wants to see, in the project's order.
fn listed(session: &Session, filter: &str, which: Which) -> Vec<DocumentId> {
    let wanted = filter.trim().to_lowercase();
    let order = session.project().order().iter();
    let is_wanted =
        |it: &&DocumentId| is_which(session, it, which) && has_words(session, it, &wanted);
    order.filter(is_wanted).cloned().collect()
}

fn is_which(session: &Session, document: &DocumentId, which: Which) -> bool {
    let is_done = || session.summary(document).status == Status::Done;
    match which {
        Which::All => true,
        Which::ToDo => !is_done(),
        Which::Done => is_done(),
        Which::Doubtful => session.n_doubtful(document) > 0,
    }
}

/// Whether `wanted`, in lower case, stands in the article's name or text.
fn has_words(session: &Session, document: &DocumentId, wanted: &str) -> bool {
    let name = || session.project().document(document).map(|it| it.header.name.to_lowercase());
    let text = || session.project().body(document).map(|it| it.text.as_str().to_lowercase());
    wanted.is_empty()
        || name().is_some_and(|it| it.contains(wanted))
        || text().is_some_and(|it| it.contains(wanted))
}

/// Where the words of the filter stand in the open article. Not found where a letter before them has
/// another length in lower case.
fn hits(session: &Session, filter: &str) -> Vec<TextRange> {
    let wanted = filter.trim().to_lowercase();
    let Some(text) = session.sheet().map(Sheet::text).filter(|_| !wanted.is_empty()) else {
        return Vec::new();
    };
    let lower = text.as_str().to_lowercase();
    let found = lower.match_indices(&wanted);
    let range = |at: usize| TextRange::new(at as u32, (at + wanted.len()) as u32);
    let is_there = |it: &TextRange| text.slice(*it).is_some_and(|it| it.to_lowercase() == wanted);
    found.map(|(at, _)| range(at)).filter(is_there).collect()
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
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let all = shown.get_untracked();
    let here = active.with_untracked(|it| all.iter().position(|other| Some(other) == it.as_ref()));
    if let Some(to) = next_row(event, here, all.len()) {
        event.prevent_default();
        return active.set(all.get(to).cloned());
    }
    match event.key().as_str() {
        "Enter" | " " => {
            event.prevent_default();
            if let Some(document) = here.and_then(|it| all.get(it)) {
                open(app, document);
            }
        }
        "Delete" => {
            event.prevent_default();
            if let Some(document) = here.and_then(|it| all.get(it)) {
                let next = here.and_then(|it| all.get(it + 1).or(all.get(it.checked_sub(1)?)));
                active.set(next.cloned());
                app.dispatch(Command::RemoveArticle(document.clone()));
            }
        }
        _ => {}
    }
}

/// The article whose line was pressed.
fn document_at(app: App, event: &MouseEvent) -> Option<DocumentId> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let line = target.closest("[role=option]").ok()??;
    let place: usize = line.id().strip_prefix("article-")?.parse().ok()?;
    app.read(|it| it.project().order().get(place).cloned())
}
