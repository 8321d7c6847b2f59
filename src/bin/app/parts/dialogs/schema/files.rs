//! Presets, and schemas in files: looked at before they are taken.

use gloo::file::futures::read_as_bytes;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use apostil::format::File;
use apostil::message::Message;
use apostil::model::preset::Preset;
use apostil::session::command::Command;
use apostil::session::schema::Taking;
use apostil::session::schema::file::Arriving;

use crate::app::{App, app};
use crate::parts::button::TextButton;
use crate::react::{memo, spawn};
use crate::web::files;

/// The id of the field that chooses a file.
const FIELD: &str = "schema-file";

/// What can be taken from elsewhere, and what waits to be.
#[component]
pub(super) fn Files() -> impl IntoView {
    let app = app();
    let arriving = memo(move || {
        app.changed.schema.track();
        app.read(|it| it.arriving_schema().cloned())
    });
    let preset = move |it: Preset| {
        view! {
            <button
                type="button"
                class="b line"
                on:click=move |_| app.dispatch(Command::TakePreset(it))
            >
                {app.words(it.name())}
            </button>
        }
    };
    let waiting = move || arriving.get().map(|it| view! { <Waiting arriving=it /> });
    view! {
        <section>
            <h3>{app.words(Message::SchemaPresets)}</h3>
            <div class="acts">{Preset::ALL.map(preset)}</div>
            <h3>{app.words(Message::SchemaFromOutside)}</h3>
            <p class="soft">{app.words(Message::SchemaFromOutsideHint)}</p>
            <div class="acts">
                <input
                    type="file"
                    id=FIELD
                    hidden
                    aria-label=app.words(Message::SchemaChooseFile)
                    on:change=move |event| take(app, &event)
                />
                <button
                    type="button"
                    class="b line"
                    data-first=""
                    on:click=move |_| files::pick(FIELD)
                >
                    {app.words(Message::SchemaChooseFile)}
                </button>
                <TextButton command=Command::SaveSchema class="line" />
            </div>
        </section>
        {waiting}
    }
}

/// A schema that waits: what it would do, and the two ways of taking it.
#[component]
fn Waiting(arriving: Arriving) -> impl IntoView {
    let app = app();
    let Arriving { source, problems, digest, .. } = arriving;
    let list = move |name: fn(u64) -> Message, names: Vec<String>| {
        let count = names.len() as u64;
        (count > 0).then(|| {
            view! {
                <p>
                    <strong>{app.words(name(count))}</strong>
                    " "
                    <bdi>{names.join(", ")}</bdi>
                </p>
            }
        })
    };
    let wrong = |it: Message| view! { <li dir="auto">{app.words(it)}</li> };
    let button = move |taking: Taking, name: Message, class: &'static str| {
        view! {
            <button
                type="button"
                class=class
                on:click=move |_| app.dispatch(Command::AcceptSchema(taking))
            >
                {app.words(name)}
            </button>
        }
    };
    let source = Message::SchemaArriving { source: Box::new(source) };
    view! {
        <section class="arriving" role="status">
            <h3>{app.words(source)}</h3>
            {list(|count| Message::SchemaAdded { count }, digest.added)}
            {list(|count| Message::SchemaKnown { count }, digest.known)}
            {list(|count| Message::SchemaKept { count }, digest.kept)}
            {list(|count| Message::SchemaUnused { count }, digest.unused)}
            <ul class="name-problems">{problems.into_iter().map(wrong).collect_view()}</ul>
            <div class="acts">
                {button(Taking::Replace, Message::SchemaTakeReplace, "b main")}
                {button(Taking::Add, Message::SchemaTakeAdd, "b line")}
                <button
                    type="button"
                    class="b"
                    on:click=move |_| app.dispatch(Command::CancelSchema)
                >
                    {app.words(Message::Cancel)}
                </button>
            </div>
        </section>
    }
}

/// Looks into the file that was chosen.
fn take(app: App, event: &Event) {
    let field = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return };
    let Some(chosen) = field.files().and_then(|it| it.get(0)) else { return };
    spawn(async move {
        let name = chosen.name();
        // What cannot be read is as good as empty, which is said.
        let bytes = read_as_bytes(&gloo::file::Blob::from(chosen)).await.unwrap_or_default();
        field.set_value("");
        app.dispatch(Command::TakeSchema(File { name, bytes }));
    });
}
