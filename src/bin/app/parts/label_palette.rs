//! The labels: which key gives which, how many of each are here, and one press to give it.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;

use crate::app::app;
use crate::parts::button::{IconButton, TextButton};
use crate::parts::icon::Icon;
use crate::parts::label::{Drawn, tag};
use crate::parts::label_choices::LabelChoices;
use crate::parts::tally::tally;
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
    let tally = tally();
    let n_rest = move || {
        let ids = rest.with(|it| it.iter().map(|it| it.id).collect::<Vec<_>>());
        tally.with(|it| ids.iter().map(|id| it.of(*id).sum()).sum::<u64>())
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
                    <TextButton
                        command=Command::ShowSchema
                        name=Message::SchemaEditLabels
                        class="tight"
                    />
                    <IconButton picture=Icon::Help command=Command::ShowGuidelines />
                    <IconButton
                        picture=Icon::Right
                        command=Command::ToggleInspector
                        name=Signal::derive(move || app.say(&Message::HidePanel))
                    />
                </span>
            </div>
            <LabelChoices labels=front class="labels" />
            <Show when=move || is_whole.get()>
                <div class="palette-rest">
                    <LabelChoices labels=rest class="labels" />
                </div>
            </Show>
            <Chosen />
        </section>
    }
}

/// While a label is chosen for the next words: which one, what that means, and the way out.
#[component]
fn Chosen() -> impl IntoView {
    let app = app();
    let chosen = memo(move || {
        app.changed.cursor.track();
        app.changed.schema.track();
        app.read(|it| {
            let label = it.cursor().armed?;
            Drawn::find(it.project().schema(), label)
        })
    });
    move || {
        let label = chosen.get()?;
        Some(view! {
            <p class="chosen-label">
                {tag(&label, false)} <span>{app.words(Message::LabelChosen)}</span>
                <button
                    type="button"
                    class="b line"
                    on:click=move |_| app.dispatch(Command::Disarm)
                >
                    {app.words(Message::LabelChosenEnd)}
                </button>
            </p>
        })
    }
}
