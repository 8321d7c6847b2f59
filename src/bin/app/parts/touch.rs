//! What stands at the bottom of a phone: the selected mark with its answers, the labels, and what is
//! done with the article as a whole.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::{Drawer, app};
use crate::parts::button::IconButton;
use crate::parts::hint_strip::Done;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, underlined};
use crate::parts::label_choices::LabelChoices;
use crate::parts::mark_editor::edges::Edges;
use crate::parts::mark_editor::{Answers, Edited, selected};
use crate::parts::tally::tally;
use crate::react::memo;

/// The selected mark; else the selected words, or what is done with the whole article.
#[component]
pub(crate) fn TouchSheet() -> impl IntoView {
    let edited = selected();
    let is_there = memo(move || edited.with(Option::is_some));
    let shows_edges = RwSignal::new(false);
    view! {
        <Show when=move || is_there.get() fallback=|| view! { <TouchArticle /> }>
            <div class="touch-sheet keep">
                <TopLine edited=edited />
                <Answers edited=edited>
                    <More shows_edges=shows_edges />
                </Answers>
                <Show when=move || shows_edges.get()>
                    <div class="editor edging">
                        <Edges />
                    </div>
                </Show>
            </div>
        </Show>
    }
}

/// With no mark selected: which words are, and how to go on; or the article as a whole.
#[component]
fn TouchArticle() -> impl IntoView {
    let app = app();
    let words = memo(move || {
        app.changed.cursor.track();
        app.read(|it| Some(it.seen_at(it.cursor().selection()?)?.words))
    });
    let has_words = memo(move || words.with(Option::is_some));
    view! {
        <div class="touch-sheet keep">
            <Show when=move || has_words.get() fallback=|| view! { <WholeArticle /> }>
                <div class="top-line">
                    <span class="words">
                        <bdi>{move || words.get()}</bdi>
                    </span>
                    <LetGo />
                </div>
                <p class="soft">{app.words(Message::TouchHowTo)}</p>
            </Show>
        </div>
    }
}

/// Done, the next doubt, back, and the next article.
#[component]
fn WholeArticle() -> impl IntoView {
    let app = app();
    let tally = tally();
    let n_doubtful = move || app.number(tally.with(|it| it.doubtful));
    let undo = Signal::derive(move || {
        app.changed.list.track();
        app.read(Session::can_undo)
    });
    view! {
        <div class="acts whole">
            <Done />
            <button
                type="button"
                class="b line"
                on:click=move |_| app.dispatch(Command::NextDoubtful)
            >
                <span>{app.words(Message::MarksDoubtful)}</span>
                <span class="num soft">{n_doubtful}</span>
            </button>
            <IconButton picture=Icon::Queue command=Command::ShowQueue class="line" />
            <IconButton picture=Icon::Undo command=Command::Undo can=undo class="line" />
            <IconButton picture=Icon::Next command=Command::NextArticle class="line" />
        </div>
    }
}

/// What it is.
#[component]
fn TopLine(edited: Memo<Option<Edited>>) -> impl IntoView {
    let app = app();
    let line = move || {
        let edited = edited.get()?;
        let score = edited.percent.map(|percent| {
            view! { <span class="mono soft">{app.words(Message::Score { percent })}</span> }
        });
        Some(view! {
            <span class="words">
                <bdi>{edited.words}</bdi>
            </span>
            {underlined(&edited.label)}
            {score}
        })
    };
    let why = move || {
        let why = edited.get()?.why?;
        Some(view! { <p class="soft why">{app.words(why)}</p> })
    };
    view! {
        <div class="top-line">{line} <LetGo /></div>
        {why}
    }
}

/// Lets go of what is selected.
#[component]
fn LetGo() -> impl IntoView {
    view! { <IconButton picture=Icon::Close command=Command::SelectNone /> }
}

/// The buttons beside the answers: edges, and all the rest.
#[component]
fn More(shows_edges: RwSignal<bool>) -> impl IntoView {
    let app = app();
    view! {
        <button
            type="button"
            class="b line"
            aria-label=app.words(Message::Edges)
            aria-expanded=move || shows_edges.get().to_string()
            on:click=move |_| shows_edges.update(|it| *it = !*it)
        >
            <span aria-hidden="true">"[ ]"</span>
        </button>
        <button
            type="button"
            class="b line"
            aria-label=app.words(Message::RegionInspector)
            on:click=move |_| app.open_drawer(Drawer::Inspector)
        >
            {icon(Icon::Dots)}
        </button>
    }
}

/// The labels in a row, to give or to choose for the next words.
#[component]
pub(crate) fn TouchBar() -> impl IntoView {
    let app = app();
    let labels = memo(move || {
        app.changed.schema.track();
        app.read(|it| it.project().schema().labels.iter().map(Drawn::of).collect::<Vec<_>>())
    });
    view! { <LabelChoices labels=labels class="touchbar keep" /> }
}
