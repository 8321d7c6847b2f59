//! A toast: what was just done to several things, with the way back. It repeats what undo and the
//! status bar offer, so nothing is lost when it goes.

use leptos::prelude::*;

use apostil::message::Message;

use crate::app::app;
use crate::notices;
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};

/// The toast, where there is one.
#[component]
pub(crate) fn Toast() -> impl IntoView {
    let app = app();
    let telling = app.notices;
    let hold = move |held: bool| move || telling.is_held.set_value(held);
    let (hold, let_go) = (hold(true), hold(false));
    let drawn = move |toast: notices::Toast| {
        let message = toast.message;
        let back = toast.back.map(|it| view! { <TextButton command=it class="line" /> });
        view! {
            <div
                class="toast"
                on:pointerenter=move |_| hold()
                on:pointerleave=move |_| let_go()
                on:focusin=move |_| hold()
                on:focusout=move |_| let_go()
            >
                <p>{move || app.say(&message)}</p>
                {back}
                <button
                    type="button"
                    class="b icon"
                    aria-label=app.words(Message::Close)
                    on:click=move |_| telling.toast.set(None)
                >
                    {icon(Icon::Close)}
                </button>
            </div>
        }
    };
    move || telling.toast.get().map(drawn)
}
