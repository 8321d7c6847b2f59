//! Small menus: of a button, or of a thing that was pressed for long or with the other button.

use leptos::html::Button;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, Node};

use apostil::message::Message;
use apostil::session::command::Command;

use crate::app::app;
use crate::focus::{focus, rove};
use crate::keyboard::cap_of;

/// A line of a menu.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// What it says.
    pub(crate) name: Message,
    /// What it does.
    pub(crate) command: Command,
}

/// A button with a menu under it.
#[component]
pub(crate) fn MenuButton(
    /// What the button says.
    name: Message,
    /// The lines.
    items: Vec<Item>,
) -> impl IntoView {
    let app = app();
    let is_open = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    let close = move || {
        is_open.set(false);
        if let Some(button) = button.get_untracked() {
            focus(&button);
        }
    };
    view! {
        <span class="anchor">
            <button
                type="button"
                class="b"
                node_ref=button
                aria-haspopup="menu"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|it| *it = !*it)
            >
                {app.words(name)}
            </button>
            <Show when=move || is_open.get()>
                <Menu items=items.clone() close=Callback::new(move |()| close()) />
            </Show>
        </span>
    }
}

/// The lines of a menu. It takes the focus, and gives it up by `close`.
#[component]
pub(crate) fn Menu(
    /// The lines.
    items: Vec<Item>,
    /// Takes the menu away.
    close: Callback<()>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let app = app();
    let hear = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Escape" | "Tab") {
            event.prevent_default();
            event.stop_propagation();
            close.run(());
        }
        rove(&event, "[role=menuitem]");
    };
    let leave = move |event: FocusEvent| {
        let menu = event.current_target().and_then(|it| it.dyn_into::<Node>().ok());
        let next = event.related_target().and_then(|it| it.dyn_into::<Node>().ok());
        if let (Some(menu), Some(next)) = (menu, next)
            && !menu.contains(Some(&next))
        {
            close.run(());
        }
    };
    let line = move |Item { name, command }: Item| {
        let of = command.clone();
        let cap = move || cap_of(app, &of).map(|it| view! { <kbd>{it}</kbd> });
        let press = move |_| {
            close.run(());
            app.dispatch(command.clone());
        };
        view! {
            <button type="button" class="b" role="menuitem" tabindex="-1" on:click=press>
                <span>{app.words(name)}</span>
                {cap}
            </button>
        }
    };
    view! {
        <div class=format!("menu {class}") role="menu" on:keydown=hear on:focusout=leave use:focus_inside>
            {items.into_iter().map(line).collect_view()}
        </div>
    }
}

/// Puts the focus on the first line, once there is one.
fn focus_inside(menu: Element) {
    request_animation_frame(move || {
        let first = menu.query_selector("[role=menuitem]").ok().flatten();
        if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            focus(&first);
        }
    });
}
