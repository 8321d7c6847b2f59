//! A field of words that narrows down the list below it.

use leptos::prelude::*;

use apostil::message::Message;

use crate::app::app;
use crate::parts::icon::{Icon, icon};

/// The field.
#[component]
pub(crate) fn SearchField(
    /// What is searched, for those who see the field and those who hear it.
    name: Message,
    /// The words in it.
    #[prop(into)]
    words: Signal<String>,
    /// Takes the words as they are typed.
    take: Callback<String>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
    /// Whether it is seen to be a search by a picture.
    #[prop(default = false)]
    has_icon: bool,
    /// Whether it has the focus first, in a dialog.
    #[prop(default = false)]
    is_first: bool,
    /// Whether something is wrong with the words.
    #[prop(optional)]
    is_faulty: Option<Signal<bool>>,
) -> impl IntoView {
    let app = app();
    view! {
        <label class=format!("field {class}")>
            {has_icon.then(|| icon(Icon::Find))}
            <input
                type="search"
                autocomplete="off"
                aria-invalid=move || is_faulty.is_some_and(|it| it.get()).then_some("true")
                data-first=is_first.then_some("")
                aria-label=app.words(name.clone())
                placeholder=app.words(name)
                prop:value=words
                on:input=move |event| take.run(event_target_value(&event))
            />
        </label>
    }
}
