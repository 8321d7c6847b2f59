//! The labels: which key gives which, how many of each are here, and one press to give it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::view::Sheet;

use crate::app::app;
use crate::focus::rove;
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::parts::label::{Drawn, underlined};
use crate::parts::measure::rows;
use crate::react::memo;

/// The palette, with the labels in front always there and the others on request.
#[component]
pub(crate) fn LabelPalette() -> impl IntoView {
    let app = app();
    let is_whole = RwSignal::new(false);
    let labels = memo(move || {
        app.changed.schema.track();
        let all = app.read(|it| it.project().schema().labels.clone());
        all.into_iter().partition::<Vec<_>, _>(|it| !it.hidden)
    });
    let front = memo(move || labels.with(|it| it.0.iter().map(Drawn::of).collect()));
    let rest = memo(move || labels.with(|it| it.1.iter().map(Drawn::of).collect::<Vec<_>>()));
    let counts = memo(move || {
        app.changed.places.track();
        app.read(counts)
    });
    let n_rest = move || {
        let ids = rest.with(|it| it.iter().map(|it| it.id).collect::<Vec<_>>());
        counts.with(|it| ids.iter().filter_map(|id| it.get(id)).sum::<u64>())
    };
    let more = move || {
        if is_whole.get() {
            app.say(&Message::LabelFewer)
        } else {
            app.say(&Message::LabelMore { count: rest.with(Vec::len) as u64 })
        }
    };
    view! {
        <section>
            <div class="head">
                <h2>{app.words(Message::Labels)}</h2>
                <span class="end">
                    <Show when=move || rest.with(|it| !it.is_empty())>
                        <button
                            type="button"
                            class="b tight"
                            aria-expanded=move || is_whole.get().to_string()
                            on:click=move |_| is_whole.update(|it| *it = !*it)
                        >
                            <span>{more}</span>
                            <span class="soft num">{move || app.number(n_rest())}</span>
                        </button>
                    </Show>
                    <IconButton
                        picture=Icon::Right
                        command=Command::ToggleInspector
                        name=Signal::derive(move || app.say(&Message::HidePanel))
                    />
                </span>
            </div>
            <LabelGrid labels=front counts=counts />
            <Show when=move || is_whole.get()>
                <div class="palette-rest">
                    <LabelGrid labels=rest counts=counts />
                </div>
            </Show>
        </section>
    }
}

/// Labels in two columns, read downward.
#[component]
fn LabelGrid(labels: Memo<Vec<Drawn>>, counts: Memo<BTreeMap<LabelId, u64>>) -> impl IntoView {
    let app = app();
    let n_rows = Signal::derive(move || labels.with(Vec::len).div_ceil(2));
    let held = held_label();
    let stop = memo(move || labels.with(|all| stop_of(all, held.get())));
    let button = move |label: Drawn| {
        let id = label.id;
        let count = move || counts.with(|it| it.get(&id).copied().unwrap_or(0));
        let name = label.name.clone();
        let key = label.key.clone();
        let spoken = move || app.say(&Message::LabelCount { label: name.clone(), count: count() });
        view! {
            <button
                type="button"
                role="radio"
                aria-label=spoken
                aria-checked=move || (held.get() == Some(id)).to_string()
                aria-keyshortcuts=key.clone()
                tabindex=move || if stop.get() == Some(id) { "0" } else { "-1" }
                on:click=move |_| app.dispatch(Command::Choose(id))
            >
                {match key.clone() {
                    Some(key) => view! { <kbd>{key}</kbd> }.into_any(),
                    None => view! { <span></span> }.into_any(),
                }}
                {underlined(&label)}
                <span class="num">{move || app.number(count())}</span>
            </button>
        }
    };
    let walk = move |event: KeyboardEvent| {
        rove(&event, "[role=radio]");
    };
    view! {
        <div
            class="labels"
            role="radiogroup"
            aria-label=app.words(Message::LabelsForSelection)
            on:keydown=walk
            use:rows=n_rows
        >
            {move || labels.get().into_iter().map(button).collect_view()}
        </div>
    }
}

/// The label that the ring is on: the selected mark's, else the one chosen for the next drags.
pub(crate) fn held_label() -> Memo<Option<LabelId>> {
    let app = app();
    memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(|session| {
            let mark = session.cursor().mark.and_then(|key| session.sheet()?.find(key));
            mark.map(|it| it.shown.label).or(session.cursor().armed)
        })
    })
}

/// The one tab stop of the labels: the held one, else the first.
fn stop_of(labels: &[Drawn], held: Option<LabelId>) -> Option<LabelId> {
    let held = held.filter(|held| labels.iter().any(|it| it.id == *held));
    held.or_else(|| labels.first().map(|it| it.id))
}

/// How many marks of each label the open article shows.
fn counts(session: &Session) -> BTreeMap<LabelId, u64> {
    let mut counts = BTreeMap::new();
    for mark in session.sheet().map(Sheet::marks).unwrap_or_default() {
        *counts.entry(mark.shown.label).or_default() += 1;
    }
    counts
}
