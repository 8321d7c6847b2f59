//! The page: its regions, its dialogs, what is dropped on it, what is read aloud.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element, HtmlInputElement, KeyboardEvent, Node};

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::{App, Drawer, app};
use crate::parts::article_list::ArticleList;
use crate::parts::banners::Banners;
use crate::parts::batch::Batch;
use crate::parts::dialogs::Dialogs;
use crate::parts::empty::Empty;
use crate::parts::entities::Entities;
use crate::parts::history::History;
use crate::parts::inspector::Inspector;
use crate::parts::intake_strip::IntakeStrip;
use crate::parts::queue::Queue;
use crate::parts::sheet::Sheet;
use crate::parts::status_bar::StatusBar;
use crate::parts::tally::provide_tally;
use crate::parts::toast::Toast;
use crate::parts::top_bar::TopBar;
use crate::react::{effect, memo};
use crate::web::files;

/// The views that take the place of the article, as the style sheet calls them.
const ENTITIES: &str = "entities";
const QUEUE: &str = "queue";

/// The whole page.
#[component]
pub(crate) fn Page() -> impl IntoView {
    let app = app();
    provide_tally();
    let is_empty = memo(move || {
        app.changed.article.track();
        !app.read(Session::has_article)
    });
    let panel = move |shown: fn(&Session) -> bool| {
        memo(move || {
            app.changed.settings.track();
            if app.read(shown) { "yes" } else { "no" }
        })
    };
    let list = panel(|it| it.settings().list);
    let inspector = panel(|it| it.settings().inspector);
    let view = memo(move || {
        app.changed.entities.track();
        app.changed.article.track();
        app.changed.queue.track();
        app.read(|it| {
            let entities = it.entities().map(|_| ENTITIES);
            it.is_in_queue().then_some(QUEUE).or(entities)
        })
    });
    let is_aimed = RwSignal::new(false);
    listen_for_drops(app, is_aimed);
    listen_for_pastes(app);
    window_event_listener(leptos::ev::resize, move |_| app.fit_drawer());
    name_page(app);
    let aloud = move || app.notices.aloud.get().map(|it| app.say(&it));
    view! {
        <div class="frame">
            <div
                class="app"
                data-list=move || list.get()
                data-inspector=move || inspector.get()
                data-drawer=move || app.drawer.get().map(Drawer::name)
                data-empty=move || is_empty.get().then_some("")
                data-view=move || view.get()
                on:keydown=move |event| leave_drawer(app, &event)
            >
                <TopBar is_empty=is_empty />
                <Banners />
                <Show when=move || !is_empty.get()>
                    <ArticleList />
                </Show>
                <main
                    class="center"
                    inert=move || app.drawer.get().is_some()
                    class:aimed=move || is_aimed.get()>
                    <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                        <Show when=move || view.get() == Some(QUEUE)>
                            <Queue />
                        </Show>
                        <Sheet />
                        <Batch />
                    </Show>
                    <History />
                    <IntakeStrip />
                    <Toast />
                </main>
                <Show when=move || view.get() == Some(ENTITIES)>
                    <Entities />
                </Show>
                <Show when=move || !is_empty.get()>
                    <Inspector />
                </Show>
                <StatusBar is_empty=is_empty />
                <div class="shade" on:click=move |_| app.close_drawer()></div>
            </div>
            <Dialogs />
            <FileFields />
            <div class="sr" role="status" aria-live="polite">
                {aloud}
            </div>
        </div>
    }
}

/// The fields that choose files and a folder; never seen, pressed by the commands.
#[component]
fn FileFields() -> impl IntoView {
    let app = app();
    let take = move |event| files::take_chosen(app, &event_target::<HtmlInputElement>(&event));
    let folder = NodeRef::<Input>::new();
    effect(move || {
        if let Some(folder) = folder.get() {
            folder.set_webkitdirectory(true);
        }
    });
    view! {
        <input
            type="file"
            id=files::FIELD
            multiple
            hidden
            aria-label=app.words(Message::EmptyChooseFiles)
            on:change=take
        />
        <input
            type="file"
            id=files::FOLDER_FIELD
            multiple
            hidden
            aria-label=app.words(Message::EmptyChooseFolder)
            node_ref=folder
            on:change=take
        />
    }
}

/// Escape closes the drawer from inside of it as well.
fn leave_drawer(app: App, event: &KeyboardEvent) {
    if event.key() == "Escape" && app.drawer.get_untracked().is_some() {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let in_panel = target.and_then(|it| it.closest(".list, .inspector").ok().flatten());
        if in_panel.is_some() {
            event.prevent_default();
            event.stop_propagation();
            app.close_drawer();
        }
    }
}

/// The whole page accepts files; while they are over it, it shows that it would.
fn listen_for_drops(app: App, is_aimed: RwSignal<bool>) {
    let has_something = |event: &DragEvent| {
        let kinds = event.data_transfer().map(|it| it.types());
        kinds.is_some_and(|it| it.includes(&"Files".into(), 0))
    };
    window_event_listener(leptos::ev::dragover, move |event| {
        if has_something(&event) {
            event.prevent_default();
            is_aimed.set(true);
        }
    });
    window_event_listener(leptos::ev::dragleave, move |event| {
        // Only when the pointer leaves the page, not when it goes from one thing to another.
        if event.related_target().is_none() {
            is_aimed.set(false);
        }
    });
    window_event_listener(leptos::ev::drop, move |event| {
        is_aimed.set(false);
        if !has_something(&event) {
            return;
        }
        event.prevent_default();
        let taken = event.data_transfer().is_some_and(|it| files::take_dropped(app, &it));
        if !taken {
            app.notices.complain(Message::NothingToImport);
        }
    });
}

/// What is pasted outside of fields is taken in: files as they are, a text to be confirmed first.
fn listen_for_pastes(app: App) {
    window_event_listener(leptos::ev::paste, move |event: ClipboardEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Node>().ok());
        let is_field =
            target.is_some_and(|it| matches!(it.node_name().as_str(), "INPUT" | "TEXTAREA"));
        let Some(data) = event.clipboard_data().filter(|_| !is_field) else { return };
        if app.dialog.get_untracked().is_some() {
            return;
        }
        event.prevent_default();
        let text = data.get_data("text/plain").unwrap_or_default();
        if !files::take_dropped(app, &data) && !text.is_empty() {
            app.draft.set(text);
            app.dispatch(Command::AddText);
        }
    });
}

/// The window's title: what is open, with a dot while something is not saved.
fn name_page(app: App) {
    let title = memo(move || {
        app.changed.article.track();
        app.changed.list.track();
        app.changed.status.track();
        let (article, project, is_saved) = app.read(|it| {
            let open = it.open_document().and_then(|id| it.project().document(id));
            let is_saved = it.journal().status() == apostil::journal::Status::Saved;
            (open.map(|it| it.header.name.clone()), it.project().name().to_owned(), is_saved)
        });
        let name = app.say(&Message::AppName);
        let title = match article {
            None => name,
            Some(article) => {
                let project = Some(project).filter(|it| !it.is_empty());
                let project = project.unwrap_or_else(|| app.say(&Message::ProjectUntitled));
                app.say(&Message::PageTitle { article, project })
            }
        };
        let dot = if is_saved { "" } else { "● " };
        format!("{dot}{title}")
    });
    effect(move || document().set_title(&title.get()));
}
