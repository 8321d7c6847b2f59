//! The fields of which the schema's forms are made: each takes what is in it when it is left.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::model::schema::Schema;

use crate::app::{App, app};
use crate::parts::label::{Drawn, tag};
use crate::react::memo;

/// What is read of the schema, again whenever it changes.
pub(super) fn of_schema<T>(app: App, read: impl Fn(&Schema) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    memo(move || {
        app.changed.schema.track();
        app.read(|it| read(it.project().schema()))
    })
}

/// A field for a few words. What is refused is taken back.
#[component]
pub(super) fn Line(
    /// What it is.
    name: Message,
    /// What is in it.
    value: Memo<String>,
    /// Takes what was written.
    take: Callback<String>,
    /// More to know.
    #[prop(optional)]
    hint: Option<Message>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let app = app();
    let change = move |event: Event| {
        take.run(event_target_value(&event));
        if let Some(field) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            field.set_value(&value.get_untracked());
        }
    };
    view! {
        <label class=format!("row {class}")>
            <span>{app.words(name)}</span>
            <span class="field">
                <input autocomplete="off" dir="auto" prop:value=value on:change=change />
            </span>
            {hint.map(|it| view! { <p class="soft">{app.words(it)}</p> })}
        </label>
    }
}

/// A field for several lines.
#[component]
pub(super) fn Lines(
    /// What it is.
    name: Message,
    /// What is in it.
    value: Memo<String>,
    /// Takes what was written.
    take: Callback<String>,
) -> impl IntoView {
    let app = app();
    view! {
        <label class="row">
            <span>{app.words(name)}</span>
            <span class="field">
                <textarea
                    rows="2"
                    dir="auto"
                    prop:value=value
                    on:change=move |event| take.run(event_target_value(&event))
                ></textarea>
            </span>
        </label>
    }
}

/// Labels to tick; none ticked means all.
#[component]
pub(super) fn LabelSet(
    /// What they are for.
    name: Message,
    /// Those that are ticked.
    chosen: Memo<Vec<LabelId>>,
    /// Takes those that are to be ticked.
    take: Callback<Vec<LabelId>>,
) -> impl IntoView {
    let app = app();
    let labels = of_schema(app, |it| it.labels.iter().map(Drawn::of).collect::<Vec<_>>());
    let one = move |label: Drawn| {
        let id = label.id;
        let turn = move |_| {
            let mut ids = chosen.get_untracked();
            if ids.contains(&id) {
                ids.retain(|it| *it != id);
            } else {
                ids.push(id);
            }
            take.run(ids);
        };
        view! {
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || chosen.with(|it| it.contains(&id))
                    on:change=turn
                />
                {tag(&label, false)}
            </label>
        }
    };
    view! {
        <fieldset class="row">
            <legend>{app.words(name)}</legend>
            <div class="ticks">
                <For each=move || labels.get() key=Drawn::clone let:label>
                    {one(label)}
                </For>
            </div>
            <p class="soft">{app.words(Message::SchemaAnyLabel)}</p>
        </fieldset>
    }
}
