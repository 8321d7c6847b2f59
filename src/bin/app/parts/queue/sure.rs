//! Suggestions from a score on: how many there are, and the way to look them through together.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::Purpose;
use apostil::session::command::Command;
use apostil::session::queue::SURE_FROM;

use crate::app::{App, app};
use crate::parts::select::{Choice as Offered, Select};
use crate::react::memo;

/// The score from which on they are looked through, and how many there are from each.
#[component]
pub(crate) fn Threshold() -> impl IntoView {
    let app = app();
    let counts = memo(move || {
        track(app);
        app.read(Session::n_sure)
    });
    let options = Signal::derive(move || {
        let offered = |(percent, count): (u8, u64)| {
            let words = Message::QueueSureFrom { percent: percent.into(), count };
            (percent.to_string(), app.say(&words))
        };
        SURE_FROM.into_iter().zip(counts.get()).map(offered).collect::<Vec<Offered>>()
    });
    let chosen = Signal::derive(move || {
        track(app);
        app.read(Session::sure_percent).to_string()
    });
    let take = Callback::new(move |value: String| {
        let Ok(percent) = value.parse() else { return };
        let is_shown =
            |it: &Session| it.batch().is_some_and(|it| matches!(it.purpose, Purpose::Sure(_)));
        // What is listed follows; what is not listed yet waits for the button.
        let is_shown = app.read(is_shown);
        let of = if is_shown { Command::ShowSure } else { Command::SetSure };
        app.dispatch(of(percent));
    });
    let name = Signal::derive(move || app.say(&Message::QueueSureThreshold));
    view! { <Select name=name options=options chosen=chosen take=take /> }
}

/// The same with the button that lists them.
#[component]
pub(super) fn Sure() -> impl IntoView {
    let app = app();
    let count = memo(move || {
        track(app);
        app.read(|it| {
            let place = SURE_FROM.iter().position(|percent| *percent == it.sure_percent());
            place.map_or(0, |place| it.n_sure()[place])
        })
    });
    let words = move || app.say(&Message::QueueSure { count: count.get() });
    let press = move |_| {
        if count.get_untracked() > 0 {
            app.dispatch(Command::ReviewSure);
        }
    };
    view! {
        <div class="cap">{app.words(Message::QueueSureThreshold)}</div>
        <div class="sure num">
            <Threshold />
            <button
                type="button"
                class="b line"
                aria-disabled=move || (count.get() == 0).then_some("true")
                on:click=press
            >
                {words}
            </button>
        </div>
    }
}

fn track(app: App) {
    app.changed.queue.track();
    app.changed.batch.track();
    app.changed.list.track();
}
