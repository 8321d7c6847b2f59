//! The answers, as large buttons that show their keys.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::queue::question::Question;

use crate::app::{App, app};
use crate::keyboard::{cap_of, shortcuts_of};
use crate::parts::button::TextButton;
use crate::parts::label::Drawn;
use crate::parts::label_choices::LabelChoices;
use crate::parts::mark_editor::edges::Edges;
use crate::parts::queue::sure::Sure;
use crate::react::memo;

/// What can be answered, and what can be done with all that is sure.
#[component]
pub(super) fn Answers(question: Memo<Option<Question>>) -> impl IntoView {
    let app = app();
    let is_asked = memo(move || question.with(Option::is_some));
    let labels = memo(move || {
        app.changed.schema.track();
        let all = app.read(|it| it.project().schema().labels.clone());
        all.iter().filter(|it| !it.hidden).map(Drawn::of).collect::<Vec<_>>()
    });
    view! {
        <div class="answers" role="group" aria-label=app.words(Message::QueueDecide)>
            <Show when=move || is_asked.get()>
                <Large question=question />
                <div class="cap">{app.words(Message::QueueSomethingElse)}</div>
                <LabelChoices labels=labels class="labels" />
                <TextButton command=Command::TypeLabel class="line" cap=true />
                <div class="cap">{app.words(Message::QueueEdges)}</div>
                <div class="editor">
                    <Edges />
                </div>
                <TextButton
                    command=Command::ShowQueue
                    name=Message::QueueShow
                    class="line"
                    cap=true
                />
            </Show>
            <Sure />
        </div>
    }
}

/// It is that, it is nothing, not now; or, of what was just made of it, on.
#[component]
fn Large(question: Memo<Option<Question>>) -> impl IntoView {
    let app = app();
    let asked = memo(move || {
        app.changed.schema.track();
        let question = question.get()?;
        let label = question.score.map(|_| app.read(|it| it.label_name(question.label)));
        Some(label)
    });
    move || {
        let accept = match asked.get()? {
            Some(label) => Message::QueueAsk { label },
            None => {
                return Some(large(app, Command::Accept, Message::QueueGoOn, "main").into_any());
            }
        };
        Some(
            view! {
                {large(app, Command::Accept, accept, "main")}
                {large(app, Command::Reject, Message::QueueReject, "line")}
                {large(app, Command::Skip, Message::QueueSkip, "line")}
            }
            .into_any(),
        )
    }
}

fn large(app: App, command: Command, words: Message, class: &'static str) -> impl IntoView + use<> {
    let (cap, shortcuts) = (command.clone(), command.clone());
    view! {
        <button
            type="button"
            class=format!("b big {class}")
            aria-keyshortcuts=move || shortcuts_of(app, &shortcuts)
            on:click=move |_| app.dispatch(command.clone())
        >
            <kbd>{move || cap_of(app, &cap)}</kbd>
            <span>{app.words(words)}</span>
        </button>
    }
}
