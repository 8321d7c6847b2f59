//! A row of choices of which one holds: one tab stop, arrows choose.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;

use crate::app::app;
use crate::focus::rove;

/// Choices in a row.
#[component]
pub(crate) fn Segments<T>(
    /// What is chosen among.
    label: Message,
    /// The choices, with their words.
    #[prop(into)]
    options: Signal<Vec<(T, Message)>>,
    /// The one that holds.
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let app = app();
    let walk = move |event: KeyboardEvent| {
        if let Some(option) = rove(&event, "[role=radio]") {
            option.click();
        }
    };
    let segment = move |(value, name): (T, Message)| {
        let holds = move || chosen.get() == value;
        view! {
            <button
                type="button"
                role="radio"
                aria-checked=move || holds().to_string()
                tabindex=move || if holds() { "0" } else { "-1" }
                on:click=move |_| chosen.set(value)
            >
                {move || app.say(&name)}
            </button>
        }
    };
    view! {
        <div class="seg num" role="radiogroup" aria-label=app.words(label) on:keydown=walk>
            {move || options.get().into_iter().map(segment).collect_view()}
        </div>
    }
}
