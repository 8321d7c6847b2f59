//! Buttons that do a command of the table, with its name and its keys.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::table::spec_of;

use crate::app::app;
use crate::keyboard::{cap_of, shortcuts_of, tip_of};
use crate::parts::icon::{Icon, icon};

/// A picture that does `command` and says what it is.
#[component]
pub(crate) fn IconButton(
    /// The picture.
    picture: Icon,
    /// What it does.
    command: Command,
    /// What it is called, where the table's own words will not do.
    #[prop(into, optional)]
    name: Option<Signal<String>>,
    /// Whether it can be pressed now. It keeps its place and the focus when it cannot.
    #[prop(into, default = Signal::stored(true))]
    can: Signal<bool>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let app = app();
    let spec = spec_of(&command);
    let name = name.unwrap_or_else(|| {
        Signal::derive(move || spec.map(|it| app.say(&it.name)).unwrap_or_default())
    });
    let of = command.clone();
    let tip = move || tip_of(app, name.get(), &of);
    let of = command.clone();
    let shortcuts = move || shortcuts_of(app, &of);
    let press = move |_| {
        if can.get_untracked() {
            app.dispatch(command.clone());
        }
    };
    view! {
        <button
            type="button"
            class=format!("b icon {class}")
            aria-label=name
            title=tip
            aria-keyshortcuts=shortcuts
            aria-disabled=move || (!can.get()).then_some("true")
            on:click=press
        >
            {icon(picture)}
        </button>
    }
}

/// Words that do `command`, with the cap of its first key.
#[component]
pub(crate) fn TextButton(
    /// What it does.
    command: Command,
    /// What it says, where the table's own words will not do.
    #[prop(optional)]
    name: Option<Message>,
    /// How it looks: `main`, `line`, or nothing.
    #[prop(default = "")]
    class: &'static str,
    /// Whether its key is shown.
    #[prop(default = false)]
    cap: bool,
) -> impl IntoView {
    let app = app();
    let name = name.or_else(|| spec_of(&command).map(|it| it.name.clone()));
    let name = move || name.as_ref().map(|it| app.say(it)).unwrap_or_default();
    let of = command.clone();
    let shortcuts = move || shortcuts_of(app, &of);
    let of = command.clone();
    let cap = move || cap_of(app, &of).filter(|_| cap).map(|it| view! { <kbd>{it}</kbd> });
    let press = move |_| app.dispatch(command.clone());
    view! {
        <button type="button" class=format!("b {class}") aria-keyshortcuts=shortcuts on:click=press>
            <span>{name}</span>
            {cap}
        </button>
    }
}
