//! Labels to choose from: in the palette with their keys and counts, on a phone in a row.
//!
//! One tab stop, arrows move. A press gives the label to what is selected; with nothing selected the
//! next words that are swept or tapped get it.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::focus::rove;
use crate::parts::label::{Drawn, underlined};
use crate::parts::measure::rows;
use crate::parts::tally::{Count, tally};
use crate::react::memo;

/// Labels, read downward where there are columns.
#[component]
pub(crate) fn LabelChoices(
    /// The labels.
    labels: Memo<Vec<Drawn>>,
    /// How they look: `labels` with keys and counts, or `touchbar`.
    class: &'static str,
) -> impl IntoView {
    let app = app();
    let n_rows = Signal::derive(move || labels.with(Vec::len).div_ceil(2));
    let counts = tally();
    let held = held_label();
    let stop = memo(move || labels.with(|all| stop_of(all, held.get())));
    let choice = move |label: Drawn| {
        let id = label.id;
        let keys = label.key.clone();
        let cap = label.key.clone().map(|it| view! { <kbd>{it}</kbd> });
        let count = memo(move || counts.with(|it| it.of(id)));
        view! {
            <button
                type="button"
                role="radio"
                aria-label=spoken(&label, count)
                aria-checked=move || (held.get() == Some(id)).to_string()
                aria-keyshortcuts=keys
                tabindex=move || if stop.get() == Some(id) { "0" } else { "-1" }
                on:click=move |_| app.dispatch(Command::Choose(id))
                on:contextmenu=move |event| explain(app, &event, id)
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "?" {
                        explain(app, &event, id);
                    }
                }
            >
                <span class="key">{cap}</span>
                {underlined(&label)}
                {numbers(count)}
            </button>
        }
    };
    let walk = move |event: KeyboardEvent| {
        rove(&event, "[role=radio]");
    };
    view! {
        <div
            class=class
            role="radiogroup"
            aria-label=app.words(Message::LabelsForSelection)
            on:keydown=walk
            use:rows=n_rows
        >
            {move || labels.get().into_iter().map(choice).collect_view()}
        </div>
    }
}

/// Shows what goes under a label.
fn explain(app: App, event: &Event, label: LabelId) {
    event.prevent_default();
    app.dispatch(Command::ShowGuide(label));
}

/// A label with its counts, for who does not see them.
fn spoken(label: &Drawn, count: Memo<Count>) -> impl Fn() -> String + Send + use<> {
    let app = app();
    let name = label.name.clone();
    move || {
        let Count { confirmed, suggested } = count.get();
        app.say(&Message::LabelCount { label: name.clone(), count: confirmed, suggested })
    }
}

/// The counts, what is only suggested told apart by its sign and weight.
fn numbers(count: Memo<Count>) -> impl IntoView {
    let app = app();
    let suggested = move || {
        let count = Some(count.get().suggested).filter(|it| *it > 0)?;
        Some(view! { <small>"+"{app.number(count)}</small> })
    };
    let confirmed = move || {
        let count = count.get();
        let is_bare = count.confirmed == 0 && count.suggested > 0;
        (!is_bare).then(|| app.number(count.confirmed))
    };
    view! { <span class="num">{confirmed} {suggested}</span> }
}

/// The label that the ring is on: the selected mark's, else the one chosen for the next words.
fn held_label() -> Memo<Option<LabelId>> {
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
