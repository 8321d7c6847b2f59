//! The head of the history: how many steps and how much time, which are listed, what is ahead, and
//! the question for a name.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::event::Kind;
use apostil::session::past::Wanted;
use apostil::session::settings::Setting;

use crate::app::{App, app};
use crate::focus;
use crate::parts::button::IconButton;
use crate::parts::history::State;
use crate::parts::icon::Icon;
use crate::parts::moment::span;
use crate::parts::segments::Segments;
use crate::parts::select::Select;
use crate::react::{effect, memo};

/// The head.
#[component]
pub(super) fn Head(state: State) -> impl IntoView {
    let State { app, listed, .. } = state;
    let counts = move || {
        let (count, all, here) = listed.with(|it| (it.n_steps, it.milliseconds, it.here));
        let steps = app.say(&Message::HistorySteps { count });
        let all = app.say(&Message::HistoryTime { time: Box::new(span(all)) });
        let here = here.map(|it| app.say(&Message::HistoryTimeHere { time: Box::new(span(it)) }));
        [steps, all].into_iter().chain(here).collect::<Vec<_>>().join(" · ")
    };
    let ahead = memo(move || {
        app.changed.past.track();
        app.read(|it| it.history().undone().len() as u64)
    });
    let warning = move || {
        let count = Some(ahead.get()).filter(|it| *it > 0)?;
        Some(view! { <p class="ahead">{app.say(&Message::HistoryAhead { count })}</p> })
    };
    view! {
        <div class="head">
            <h2>{app.words(Message::HistoryTitle)}</h2>
            <span class="soft num">{counts}</span>
            <span class="end">
                <IconButton
                    picture=Icon::Close
                    command=Command::ShowHistory
                    name=Signal::derive(move || app.say(&Message::Close))
                />
            </span>
        </div>
        <div class="tools">
            <Filters />
        </div>
        {warning}
        <NameAsked />
    }
}

fn wanted(app: App) -> Wanted {
    app.changed.past.track();
    app.read(Session::past).unwrap_or_default()
}

/// Which steps are listed.
#[component]
fn Filters() -> impl IntoView {
    let app = app();
    let is_here = RwSignal::new(wanted(app).is_here);
    effect(move || {
        let is_here = is_here.get();
        let now = untrack(|| wanted(app));
        if now.is_here != is_here {
            app.dispatch(Command::ListHistory(Wanted { is_here, ..now }));
        }
    });
    let scopes = vec![(false, Message::HistoryEverywhere), (true, Message::HistoryHere)];
    let name_of = |kind: Option<Kind>| kind.map_or(Message::HistoryAllKinds, Kind::name);
    let all = || [None].into_iter().chain(Kind::ALL.map(Some));
    let kinds = Signal::derive(move || {
        let each = all().enumerate();
        each.map(|(n, it)| (n.to_string(), app.say(&name_of(it)))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let kind = wanted(app).kind;
        all().position(|it| it == kind).unwrap_or_default().to_string()
    });
    let take = Callback::new(move |value: String| {
        let kind = value.parse().ok().and_then(|it| all().nth(it)).flatten();
        let now = untrack(|| wanted(app));
        app.dispatch(Command::ListHistory(Wanted { kind, ..now }));
    });
    view! {
        <Segments label=Message::HistoryScope options=scopes chosen=is_here />
        <Select
            name=Signal::derive(move || app.say(&Message::HistoryKind))
            options=kinds
            chosen=chosen
            take=take
        />
    }
}

/// The question for a name, until it is answered once.
#[component]
fn NameAsked() -> impl IntoView {
    let app = app();
    let is_open = memo(move || {
        app.changed.settings.track();
        app.read(|it| it.settings().name.is_none())
    });
    let name = RwSignal::new(String::new());
    let answer = move |name: String| {
        app.dispatch(Command::Set(Setting::Name(name)));
        focus::enter(".history [data-home]");
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            answer(name.get_untracked());
        }
    };
    view! {
        <Show when=move || is_open.get()>
            <div class="ask-name">
                <label>
                    <span>{app.words(Message::NameAsk)}</span>
                    <span class="field">
                        <input
                            autocomplete="name"
                            dir="auto"
                            prop:value=name
                            on:input=move |event| name.set(event_target_value(&event))
                            on:keydown=hear
                        />
                    </span>
                </label>
                <button
                    type="button"
                    class="b line"
                    on:click=move |_| answer(name.get_untracked())
                >
                    {app.words(Message::NameKeep)}
                </button>
                <button type="button" class="b" on:click=move |_| answer(String::new())>
                    {app.words(Message::NameNone)}
                </button>
            </div>
        </Show>
    }
}
