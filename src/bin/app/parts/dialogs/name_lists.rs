//! Lists of names of the user's own: what there are, how to add one, how to take one away.

use gloo::file::futures::read_as_bytes;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use apostil::format::File;
use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::react::{memo, spawn};
use crate::web::files;

/// The id of the field that chooses a list.
const FIELD: &str = "name-list";

/// A list and how many names it has.
type Row = (String, u64);

/// The dialog.
#[component]
pub(crate) fn NameLists() -> impl IntoView {
    let app = app();
    let rows = memo(move || {
        app.changed.schema.track();
        app.read(rows)
    });
    let problems = memo(move || {
        app.changed.schema.track();
        app.read(|it| it.name_list_problems().to_vec())
    });
    let listed = move || {
        let rows = rows.get();
        if rows.is_empty() {
            view! { <p class="soft">{app.words(Message::NameListsNone)}</p> }.into_any()
        } else {
            let rows = rows.into_iter().map(|it| view! { <Listed row=it /> });
            view! { <ul class="name-lists">{rows.collect_view()}</ul> }.into_any()
        }
    };
    let wrong = move || {
        let line = |it: &Message| view! { <li dir="auto">{app.say(it)}</li> };
        problems.with(|all| all.iter().map(line).collect_view())
    };
    view! {
        <Frame class="adding" name=Signal::derive(move || app.say(&Message::NameListsTitle))>
            <header>
                <h2>{app.words(Message::NameListsTitle)}</h2>
                <CloseButton />
            </header>
            <div class="body">
                <p>{app.words(Message::NameListsAbout)}</p>
                {listed}
                <ul class="name-problems" role="alert">
                    {wrong}
                </ul>
                <p class="soft">{app.words(Message::NameListsShipped)}</p>
            </div>
            <Adding />
        </Frame>
    }
}

fn rows(session: &Session) -> Vec<Row> {
    let lists = session.project().schema().name_lists.iter();
    lists.map(|it| (it.name.clone(), it.n_names() as u64)).collect()
}

/// One list.
#[component]
fn Listed(row: Row) -> impl IntoView {
    let app = app();
    let (name, count) = row;
    let title = name.clone();
    let spoken = name.clone();
    let remove = move |_| app.dispatch(Command::RemoveNameList(name.clone()));
    view! {
        <li>
            <span class="name" dir="auto">
                {title}
            </span>
            <span class="soft">{move || app.say(&Message::NameListsCount { count })}</span>
            <button
                type="button"
                class="b"
                aria-label=move || app.say(&Message::NameListsRemoveNamed { name: spoken.clone() })
                on:click=remove
            >
                {app.words(Message::NameListsRemove)}
            </button>
        </li>
    }
}

/// The label of names that bring none, and the button that chooses a file.
#[component]
fn Adding() -> impl IntoView {
    let app = app();
    let labels = app.read(|it| {
        let labels = it.project().schema().labels.iter();
        labels.map(|it| (it.id, it.name.clone())).collect::<Vec<_>>()
    });
    let label = RwSignal::new(labels.first().map(|it| it.0));
    let options = labels.into_iter().map(|(id, name)| {
        view! { <option value=id.0.to_string()>{name}</option> }
    });
    let options = options.collect_view();
    let choose = move |event: Event| {
        label.set(event_target_value(&event).parse().ok().map(LabelId));
    };
    view! {
        <footer>
            <label class="name-label">
                <span>{app.words(Message::NameListsLabel)}</span>
                <span class="field">
                    <select on:change=choose>{options}</select>
                </span>
            </label>
            <input
                type="file"
                id=FIELD
                hidden
                accept=".txt,.tsv,.csv,text/plain"
                aria-label=app.words(Message::NameListsChoose)
                on:change=move |event| take(app, &event, label.get_untracked())
            />
            <button
                type="button"
                class="b main"
                data-first=""
                on:click=move |_| files::pick(FIELD)
            >
                {app.words(Message::NameListsChoose)}
            </button>
        </footer>
    }
}

/// Takes in the file that was chosen.
fn take(app: App, event: &Event, label: Option<LabelId>) {
    let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let (Some(field), Some(label)) = (field, label) else { return };
    let chosen = field.files().and_then(|it| it.get(0));
    let Some(chosen) = chosen else { return };
    spawn(async move {
        let name = chosen.name();
        // What cannot be read is as good as empty, which is said.
        let bytes = read_as_bytes(&gloo::file::Blob::from(chosen)).await.unwrap_or_default();
        field.set_value("");
        app.dispatch(Command::TakeNameList { file: File { name, bytes }, label });
    });
}
