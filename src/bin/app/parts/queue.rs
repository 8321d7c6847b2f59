//! The review queue, in the place of article, list and inspector: one doubtful suggestion in its
//! sentence, and the answers as large buttons.
//!
//! The sentence is one tab stop and hears the keys of the article; so does everything around it but
//! fields, and buttons keep Enter and Space for themselves. What is asked about is the selected mark,
//! so edges and labels are those of the inspector.

mod answers;
mod head;
pub(crate) mod sure;

use leptos::html::P;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::keys;
use apostil::session::queue::question::Question;
use apostil::session::queue::{Choice, QueueCounts};
use apostil::session::reason::percent;

use crate::app::{App, app};
use crate::focus::stay_in_article;
use crate::parts::batch::reveal_selected;
use crate::parts::button::TextButton;
use crate::parts::label::{Drawn, underlined};
use crate::parts::queue::answers::Answers;
use crate::parts::queue::head::Head;
use crate::react::{effect, memo};
use crate::web::pane::keys::chord;

/// The view.
#[component]
pub(crate) fn Queue() -> impl IntoView {
    let app = app();
    let question = memo(move || {
        track(app);
        app.read(Session::question)
    });
    let hear = move |event: KeyboardEvent| {
        if hear(app, &event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    // The article has its own place again: what was asked about is to be seen there.
    on_cleanup(move || request_animation_frame(move || reveal_selected(app)));
    let is_asked = memo(move || question.with(Option::is_some));
    view! {
        <section
            class="queue"
            data-region="queue"
            aria-label=app.words(Message::QueueTitle)
            on:keydown=hear
            on:mousedown=|event| stay_in_article(&event)
        >
            <Head question=question />
            <div
                class="stage"
                role="application"
                tabindex="0"
                data-home=""
                aria-label=app.words(Message::QueueTitle)
            >
                <Show when=move || is_asked.get() fallback=|| view! { <Finished /> }>
                    <Asked question=question />
                </Show>
            </div>
            <Answers question=question />
        </section>
    }
}

/// Whatever changes what is asked about.
fn track(app: App) {
    app.changed.queue.track();
    app.changed.cursor.track();
    app.changed.places.track();
    app.changed.schema.track();
}

/// How far the queue is, whenever that changes.
fn counts() -> Memo<QueueCounts> {
    let app = app();
    memo(move || {
        app.changed.queue.track();
        app.changed.list.track();
        app.read(Session::queue_counts)
    })
}

/// What the queue goes over, whenever that changes.
fn choice() -> Memo<Choice> {
    let app = app();
    memo(move || {
        app.changed.queue.track();
        app.read(Session::queue).unwrap_or_default()
    })
}

/// The sentence between its neighbors, and why it is asked about.
#[component]
fn Asked(question: Memo<Option<Question>>) -> impl IntoView {
    let app = app();
    let sentence = NodeRef::<P>::new();
    effect(move || {
        // Marks around it may change where the question does not.
        track(app);
        app.changed.settings.track();
        if let (Some(asked), Some(into), Some(pane)) =
            (question.get(), sentence.get(), app.outside.pane())
        {
            pane.copy_words(asked.sentence, &into);
            bring_into_sight(&into);
        }
    });
    let part = move |of: fn(&Question) -> &String| {
        move || question.with(|it| it.as_ref().map(|it| of(it).clone()))
    };
    let language = memo(move || {
        app.changed.article.track();
        app.read(|it| it.project().document(it.open_document()?)?.header.language.clone())
    });
    view! {
        <div class="words" lang=move || language.get()>
            <p dir="auto">{part(|it| &it.before)}</p>
            <p class="now" dir="auto" node_ref=sentence></p>
            <p dir="auto">{part(|it| &it.after)}</p>
        </div>
        {move || question.get().and_then(|it| why(app, &it))}
    }
}

/// Scrolls to the mark, where its sentence is longer than there is room.
fn bring_into_sight(sentence: &Element) {
    let mark = sentence.query_selector("[data-selected]").ok().flatten();
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Center);
    mark.as_ref().unwrap_or(sentence).scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// What is suggested, how sure that is, and what speaks for it.
fn why(app: App, question: &Question) -> Option<impl IntoView + use<>> {
    let percent = percent(question.score?);
    let label = app.read(|it| Drawn::find(it.project().schema(), question.label))?;
    let why = app.read(|it| it.why(question.key));
    let why = why.map(|it| view! { <span class="soft">{app.words(it)}</span> });
    Some(view! {
        <p class="ask">
            {underlined(&label)} <span class="num">{app.words(Message::QueueWhy { percent })}</span>
            {why}
        </p>
    })
}

/// What is said where nothing is asked, and the ways on.
#[component]
fn Finished() -> impl IntoView {
    let app = app();
    let (counts, choice) = (counts(), choice());
    let words = move || {
        let QueueCounts { n_unread, n_done: done, n_to_do: left, .. } = counts.get();
        let Choice { only_here, label, .. } = choice.get();
        app.say(&match label.map(|it| app.read(|session| session.label_name(it))) {
            _ if n_unread > 0 => Message::QueueReading { count: n_unread },
            Some(label) => Message::QueueNoneOf { label },
            None if only_here => Message::QueueNoneHere,
            None => Message::QueueNone { done, left },
        })
    };
    let is_part = memo(move || {
        choice.get() != Choice { with_skipped: choice.get().with_skipped, ..Choice::default() }
    });
    let skipped = move || {
        let count = counts.get().n_skipped;
        let go = move |_| {
            let choice = Choice { with_skipped: true, ..choice.get_untracked() };
            app.dispatch(Command::Queue(choice));
        };
        (count > 0).then(|| {
            let words = Message::QueueSkipped { count };
            view! {
                <button type="button" class="b line" on:click=go>
                    {app.words(words)}
                </button>
            }
        })
    };
    let whole = move |_| app.dispatch(Command::Queue(Choice::default()));
    view! {
        <div class="done">
            <h2>{words}</h2>
            <div class="ways">
                <Show when=move || is_part.get()>
                    <button type="button" class="b main" on:click=whole>
                        {app.words(Message::QueueWhole)}
                    </button>
                </Show>
                {skipped} <Show when=move || choice.get().only_here>
                    <TextButton command=Command::NextArticle class="line" />
                </Show>
                <button
                    type="button"
                    class=move || if is_part.get() { "b line" } else { "b main" }
                    on:click=move |_| app.dispatch(Command::CloseQueue)
                >
                    {app.words(Message::QueueBack)}
                </button>
            </div>
        </div>
    }
}

/// Does what a key asks for. Whether it asked for something.
fn hear(app: App, event: &KeyboardEvent) -> bool {
    let target = event_target::<Element>(event);
    let is = |selector: &str| target.matches(selector).unwrap_or(false);
    if event.default_prevented() || is("input, select, textarea") {
        return false;
    }
    let presses = matches!(event.key().as_str(), "Enter" | " ");
    if is("button") && presses {
        return false;
    }
    let command = chord(event).and_then(|chord| {
        app.read(|it| keys::find(it.project().schema(), &it.settings().keys, chord, true))
    });
    match command {
        Some(command) => {
            app.dispatch(command);
            true
        }
        None => false,
    }
}
