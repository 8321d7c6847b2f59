//! What all dialogs share: opening over the page, the ways out, the focus that goes back.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use apostil::message::Message;

use crate::app::app;
use crate::parts::banners::Complaints;
use crate::parts::icon::{Icon, icon};
use crate::react::effect;

/// A dialog around `children`.
#[component]
pub(crate) fn Frame(
    /// Its class in the style sheet.
    class: &'static str,
    /// What it is called.
    #[prop(into)]
    name: Signal<String>,
    /// How urgent it is.
    #[prop(default = "dialog")]
    role: &'static str,
    /// Whether what went wrong before it came is told in it, too: it came unasked.
    #[prop(default = false)]
    is_unasked: bool,
    children: Children,
) -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get().filter(|it| !it.open()) {
            // Only an element that is not in the page refuses.
            let _ = dialog.show_modal();
            let first = dialog.query_selector("[data-first]").ok().flatten();
            if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                let _ = first.focus();
            }
        }
    });
    let from = if is_unasked { 0 } else { app.notices.next_complaint() };
    let press = move |event: MouseEvent| {
        let on_backdrop = event.target() == event.current_target();
        if on_backdrop {
            app.close_dialog();
        }
    };
    view! {
        <dialog
            class=format!("dialog {class}")
            role=role
            aria-label=name
            node_ref=dialog
            on:mousedown=press
            on:close=move |_: ev::Event| app.close_dialog()
        >
            <Complaints from=from />
            {children()}
        </dialog>
    }
}

/// The cross at the corner.
#[component]
pub(crate) fn CloseButton() -> impl IntoView {
    let app = app();
    view! {
        <button
            type="button"
            class="b icon close"
            aria-label=app.words(Message::Close)
            on:click=move |_| app.close_dialog()
        >
            {icon(Icon::Close)}
        </button>
    }
}

/// The foot of a dialog that does one thing: what there is to know, the way out, and the doing.
#[component]
pub(crate) fn Footer(
    /// What there is to know.
    about: Message,
    /// What the button says that does it.
    done: Message,
    /// Whether it can be done now. The button keeps its place and the focus when it cannot.
    #[prop(into)]
    can: Signal<bool>,
    /// Whether that button has the focus first.
    #[prop(default = false)]
    is_first: bool,
    /// Does it.
    act: Callback<()>,
) -> impl IntoView {
    let app = app();
    view! {
        <footer>
            <span class="soft">{app.words(about)}</span>
            <button type="button" class="b" on:click=move |_| app.close_dialog()>
                {app.words(Message::Cancel)}
            </button>
            <button
                type="button"
                class="b main"
                data-first=is_first.then_some("")
                aria-disabled=move || (!can.get()).then_some("true")
                on:click=move |_| act.run(())
            >
                {app.words(done)}
            </button>
        </footer>
    }
}
