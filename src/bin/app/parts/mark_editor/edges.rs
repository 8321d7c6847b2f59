//! The twins of dragging an edge: four buttons, by word or by letter.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::{Command, Edge};

use crate::app::app;
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;

/// The buttons.
#[component]
pub(crate) fn Edges() -> impl IntoView {
    let app = app();
    let by_letter = RwSignal::new(false);
    let four = move || {
        let button = move |edge: Edge, forward: bool| {
            let command = if by_letter.get() {
                Command::NudgeEdge { edge, forward }
            } else {
                Command::MoveEdge { edge, forward }
            };
            let picture = if forward { Icon::Next } else { Icon::Previous };
            view! { <IconButton picture=picture command=command /> }
        };
        view! {
            <i aria-hidden="true">{app.words(Message::EdgeStart)}</i>
            {button(Edge::Start, false)}
            {button(Edge::Start, true)}
            <i aria-hidden="true">{app.words(Message::EdgeEnd)}</i>
            {button(Edge::End, false)}
            {button(Edge::End, true)}
        }
    };
    view! {
        <span class="edges" role="group" aria-label=app.words(Message::Edges)>
            {four}
            <button
                type="button"
                class="b tight"
                title=app.words(Message::EdgesByLetterHelp)
                aria-pressed=move || by_letter.get().to_string()
                on:click=move |_| by_letter.update(|it| *it = !*it)
            >
                {app.words(Message::EdgesByLetter)}
            </button>
        </span>
    }
}
