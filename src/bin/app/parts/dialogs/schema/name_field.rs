//! A field for a name, and the button that takes it; Enter does the same.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;

use crate::app::app;

/// The field and its button.
#[component]
pub(super) fn NameField(
    /// What is named, for those who see the field and those who hear it.
    name: Message,
    /// What the button says.
    button: Message,
    /// What is written.
    typed: RwSignal<String>,
    /// Takes it.
    take: Callback<()>,
) -> impl IntoView {
    let app = app();
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            take.run(());
        }
    };
    view! {
        <span class="field">
            <input
                autocomplete="off"
                dir="auto"
                aria-label=app.words(name.clone())
                placeholder=app.words(name)
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=hear
            />
        </span>
        <button type="button" class="b line" on:click=move |_| take.run(())>
            {app.words(button)}
        </button>
    }
}
