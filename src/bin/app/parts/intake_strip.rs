//! How far files on their way in are, with the way to stop. It lies over the article without
//! stopping anybody from working on, and comes only when reading takes a while.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::import::Progress;

use crate::app::{App, app};
use crate::intake::reading;
use crate::react::memo;

/// The strip, while it has something to show.
#[component]
pub(crate) fn IntakeStrip() -> impl IntoView {
    let app = app();
    listen_for_escape(app);
    let is_shown = memo(move || app.intake.shown.with(Option::is_some));
    let of = move |look: fn(&Progress) -> usize| {
        move || app.intake.shown.with(|it| it.as_ref().map(look)).unwrap_or(1).to_string()
    };
    let words = move || app.intake.shown.with(|it| it.as_ref().map(|it| app.say(&reading(it))));
    let file = move || app.intake.shown.with(|it| it.as_ref().map(|it| it.name.clone()));
    view! {
        <Show when=move || is_shown.get()>
            <div class="intake" role="group" aria-label=app.words(Message::ImportProgress)>
                <p>
                    <span class="num">{words}</span>
                    <bdi class="soft">{file}</bdi>
                </p>
                <progress
                    max=of(|it| it.n_files)
                    value=of(|it| it.n_done)
                    aria-label=app.words(Message::ImportProgress)
                ></progress>
                <button type="button" class="b line" on:click=move |_| app.intake.cancel(app)>
                    <span>{app.words(Message::Cancel)}</span>
                    <kbd>{app.words(Message::KeyEscape)}</kbd>
                </button>
            </div>
        </Show>
    }
}

/// Escape stops it wherever the keyboard is, but in a dialog, before anybody else hears the key.
fn listen_for_escape(app: App) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        let is_shown = app.intake.shown.with_untracked(Option::is_some);
        if is_escape && is_shown && app.dialog.get_untracked().is_none() {
            event.prevent_default();
            event.stop_propagation();
            app.intake.cancel(app);
        }
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || listener.set_value(None));
}
