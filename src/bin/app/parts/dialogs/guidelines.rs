//! What annotators go by: what the project has agreed on, and what goes under each label.
//!
//! The project's own words can be written here; each change is a step that can be undone.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::model::schema::Label;
use apostil::session::command::Command;
use apostil::session::guide;

use crate::app::{App, app};
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::label::{Drawn, underlined};
use crate::parts::search_field::SearchField;
use crate::parts::worn::worn;
use crate::react::{effect, memo};

/// The dialog, at a label or at its start.
#[component]
pub(crate) fn Guidelines(at: Option<LabelId>) -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let labels = memo(move || {
        app.changed.schema.track();
        let wanted = typed.with(|it| it.trim().to_lowercase());
        let mut all = app.read(|it| it.project().schema().labels.clone());
        all.retain(|it| all_words(app, it).contains(&wanted));
        all
    });
    if let Some(at) = at {
        request_animation_frame(move || bring_into_view(at));
    }
    view! {
        <Frame class="guide" name=Signal::derive(move || app.say(&Message::GuidelinesTitle))>
            <header>
                <h2>{app.words(Message::GuidelinesTitle)}</h2>
                <CloseButton />
            </header>
            <div class="body" tabindex="0">
                <Own />
                <div class="head">
                    <h3>{app.words(Message::GuidelinesLabels)}</h3>
                    <SearchField
                        name=Message::GuidelinesFilter
                        words=typed
                        take=Callback::new(move |words| typed.set(words))
                        class="end"
                        has_icon=true
                        is_first=true
                    />
                </div>
                <For each=move || labels.get() key=version let:label>
                    <Guide label=label />
                </For>
                <Show when=move || labels.with(Vec::is_empty)>
                    <p class="soft">{app.words(Message::GuidelinesNoMatch)}</p>
                </Show>
            </div>
        </Frame>
    }
}

/// What a label's section is made of: another one is drawn when any of it changes.
fn version(label: &Label) -> (LabelId, String, String) {
    (label.id, label.name.clone(), label.description.clone())
}

/// What the project has agreed on.
#[component]
fn Own() -> impl IntoView {
    let app = app();
    let text = memo(move || {
        app.changed.schema.track();
        app.read(|it| it.project().schema().guidelines.clone())
    });
    let keep = move |text: String| app.dispatch(Command::SetGuidelines(text));
    view! {
        <section class="own">
            <label>
                <h3>{app.words(Message::GuidelinesOwn)}</h3>
                {writing(app, text.into(), Some(Message::GuidelinesOwnHint), 5, keep)}
            </label>
            <p class="soft">{app.words(Message::GuidelinesSaved)}</p>
        </section>
    }
}

/// A field for several lines, kept when it is left.
fn writing(
    app: App,
    text: Signal<String>,
    hint: Option<Message>,
    rows: u8,
    keep: impl Fn(String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let written = RwSignal::new(String::new());
    effect(move || written.set(text.get()));
    // Closing the dialog leaves no field behind that could say that it was left.
    on_cleanup(move || {
        let last =
            written.try_get_untracked().filter(|it| text.try_get_untracked() != Some(it.clone()));
        if let Some(last) = last {
            set_timeout(move || keep(last), Duration::ZERO);
        }
    });
    view! {
        <span class="field">
            <textarea
                rows=rows
                dir="auto"
                placeholder=hint.map(|it| app.words(it))
                prop:value=written
                on:input=move |event| written.set(event_target_value(&event))
                on:change=move |event| keep(event_target_value(&event))
            ></textarea>
        </span>
    }
}

/// One label: its tag and key, what goes in, what does not, two examples; or what the project says
/// of it instead.
#[component]
fn Guide(label: Label) -> impl IntoView {
    let app = app();
    let is_written = RwSignal::new(false);
    let (id, drawn) = (label.id, Drawn::of(&label));
    let name = label.name.clone();
    let description = label.description.clone();
    let said = guide::of(&label);
    let is_explained = said.is_some();
    let shown = move || match &said {
        Some(said) => explained(app, &app.say(said)).into_any(),
        None => view! { <p class="said">{description.clone()}</p> }.into_any(),
    };
    let field = move || {
        let text = if is_explained { String::new() } else { label.description.clone() };
        let name = name.clone();
        let keep = move |text: String| app.dispatch(Command::Describe(id, text));
        let called = Message::GuidelinesDescription { label: name };
        view! {
            <label>
                <span class="soft">{app.words(called)}</span>
                {writing(app, Signal::stored(text), None, 3, keep)}
            </label>
        }
    };
    view! {
        <section class="label" id=anchor(id) tabindex="-1">
            <div class="head">
                {underlined(&drawn)} {drawn.key.clone().map(|it| view! { <kbd>{it}</kbd> })}
                <button
                    type="button"
                    class="b tight end"
                    aria-expanded=move || is_written.get().to_string()
                    on:click=move |_| is_written.update(|it| *it = !*it)
                >
                    {app.words(Message::GuidelinesDescribe)}
                </button>
            </div>
            {shown}
            {move || is_written.get().then(&field)}
        </section>
    }
}

/// The lines of an explanation of ours: two sentences, then examples.
fn explained(app: App, said: &str) -> impl IntoView + use<> {
    let line = |(n, line): (usize, &str)| {
        let class = match n {
            0 => "",
            1 => "not",
            _ => "example",
        };
        view! { <p class=class>{worn(app, line, None)}</p> }
    };
    said.lines().enumerate().map(line).collect_view()
}

/// All that the filter looks at.
fn all_words(app: App, label: &Label) -> String {
    let said = guide::of(label).map_or_else(|| label.description.clone(), |it| app.say(&it));
    format!("{}\n{said}", label.name).to_lowercase()
}

fn anchor(label: LabelId) -> String {
    format!("guide-{}", label.0)
}

fn bring_into_view(label: LabelId) {
    let found: Option<Element> = document().get_element_by_id(&anchor(label));
    if let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        found.scroll_into_view();
        let _ = found.focus();
    }
}
