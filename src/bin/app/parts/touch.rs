//! What stands at the bottom of a phone: the selected mark with its answers, and the labels.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::view::ShownState;

use crate::app::{Drawer, app};
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, underlined};
use crate::parts::label_choices::{LabelChoices, counts};
use crate::parts::mark_editor::{Edges, Edited, edited};
use crate::react::memo;

/// The selected mark.
#[component]
pub(crate) fn TouchSheet() -> impl IntoView {
    let app = app();
    let edited = memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.changed.schema.track();
        app.read(edited)
    });
    let shows_edges = RwSignal::new(false);
    move || edited.get().map(|it| view! { <Selected edited=it shows_edges=shows_edges /> })
}

#[component]
fn Selected(edited: Edited, shows_edges: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let score =
        edited.score.map(|it| view! { <span class="mono soft">{format!("{it:.2}")}</span> });
    let answers = match edited.state {
        ShownState::Suggested => view! {
            <TextButton command=Command::Accept name=Message::Accept class="main" />
            <TextButton command=Command::Reject name=Message::Reject class="line" />
        }
        .into_any(),
        _ => view! { <TextButton command=Command::Remove name=Message::RemoveMark class="line" /> }
            .into_any(),
    };
    view! {
        <div class="touch-sheet keep">
            <div class="top-line">
                <span class="words"><bdi>{edited.words.clone()}</bdi></span>
                {underlined(&edited.label)}
                {score}
            </div>
            <div class="acts">
                {answers}
                <button
                    type="button"
                    class="b line"
                    aria-label=app.words(Message::Edges)
                    aria-expanded=move || shows_edges.get().to_string()
                    on:click=move |_| shows_edges.update(|it| *it = !*it)
                >
                    <span aria-hidden="true">"[ ]"</span>
                </button>
                <button
                    type="button"
                    class="b line"
                    aria-label=app.words(Message::RegionInspector)
                    on:click=move |_| app.open_drawer(Drawer::Inspector)
                >
                    {icon(Icon::Dots)}
                </button>
            </div>
            <Show when=move || shows_edges.get()>
                <div class="editor edging">
                    <Edges />
                </div>
            </Show>
        </div>
    }
}

/// The labels in a row, to give or to choose for the next words.
#[component]
pub(crate) fn TouchBar() -> impl IntoView {
    let app = app();
    let labels = memo(move || {
        app.changed.schema.track();
        app.read(|it| it.project().schema().labels.iter().map(Drawn::of).collect::<Vec<_>>())
    });
    view! { <LabelChoices labels=labels counts=counts() class="touchbar keep" /> }
}
