//! One of several, chosen from the browser's own list, where there is no room to show them all.

use leptos::prelude::*;

/// An option: its value, and its words.
pub(crate) type Choice = (String, String);

/// The field.
#[component]
pub(crate) fn Select(
    /// What is chosen.
    #[prop(into)]
    name: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The value that holds.
    #[prop(into)]
    chosen: Signal<String>,
    /// Takes the value that is chosen.
    take: Callback<String>,
    /// The id of the field, where a label of its own names it.
    #[prop(optional)]
    id: Option<String>,
) -> impl IntoView {
    let option = move |(value, words): Choice| {
        let own = value.clone();
        view! {
            <option value=value prop:selected=move || chosen.with(|it| *it == own)>
                {words}
            </option>
        }
    };
    view! {
        <span class="field select">
            <select
                id=id
                aria-label=name
                on:change=move |event| take.run(event_target_value(&event))
            >
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </span>
    }
}
