//! The tool's and the project's names in the top bar, and the project's menu.

use leptos::html::Button;
use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;

use crate::app::app;
use crate::focus::focus;
use crate::parts::icon::{Icon, icon};
use crate::parts::menu::{Item, Menu};
use crate::projects::name_of;
use crate::react::memo;

/// The names and the menu.
#[component]
pub(crate) fn ProjectMenu() -> impl IntoView {
    let app = app();
    let name = memo(move || {
        app.changed.list.track();
        app.read(|it| it.project().name().to_owned())
    });
    let shown = move || name.with(|it| name_of(app, it));
    let label = move || app.say(&Message::ProjectMenu { project: shown() });
    let is_open = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    let close = Callback::new(move |()| {
        is_open.set(false);
        if let Some(button) = button.get_untracked() {
            focus(&button);
        }
    });
    let items = vec![
        Item { name: Message::CommandProjectOpen, command: Command::ShowProjects },
        Item { name: Message::CommandProjectNew, command: Command::NewProject },
        Item { name: Message::CommandProjectRename, command: Command::AskProjectName },
        Item { name: Message::CommandProjectDuplicate, command: Command::DuplicateProject },
        Item { name: Message::CommandProjectDelete, command: Command::DeleteProject },
    ];
    view! {
        <span class="brand">"Apostil"</span>
        <span class="sep" aria-hidden="true"></span>
        <span class="anchor wide">
            <button
                type="button"
                class="b tight project"
                node_ref=button
                aria-haspopup="menu"
                aria-expanded=move || is_open.get().to_string()
                aria-label=label
                title=label
                on:click=move |_| is_open.update(|it| *it = !*it)
            >
                <bdi>{shown}</bdi>
                {icon(Icon::Down)}
            </button>
            <Show when=move || is_open.get()>
                <Menu items=items.clone() close=close class="from-left" />
            </Show>
        </span>
    }
}
