//! The lines of the history: a step in words, by whom, where, when, and how long it took.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::past::{Account, By, Row, Standing};

use crate::app::App;
use crate::parts::history::State;
use crate::parts::moment::{lately, span};

/// The id of line `n`, for `aria-activedescendant`.
pub(super) fn id(n: usize) -> String {
    format!("step-{n}")
}

/// Line `n` of `total`: a step, or where the project began.
pub(super) fn view_of(state: State, n: usize, total: usize) -> impl IntoView {
    let State { app, listed, here, active } = state;
    let row = listed.with(|it| it.rows.get(n).copied());
    let point = row.map(|it| it.point).unwrap_or_default();
    let is_here = here.get() == point;
    let standing = standing_of(row, is_here);
    let account = row.and_then(|it| Some((it, app.read(|app| app.account_of(it.point))?)));
    let inside = if let Some((row, account)) = account {
        step(app, row, account).into_any()
    } else {
        let is_cut = app.read(|it| it.history().is_cut());
        let words = if is_cut { Message::HistoryCut } else { Message::HistoryStart };
        view! { <span class="what">{app.words(words)}</span> }.into_any()
    };
    let go = move |_| app.dispatch(Command::GoToStep(point));
    view! {
        <li
            role="option"
            id=id(n)
            class=class_of(row)
            aria-setsize=total.to_string()
            aria-posinset=(n + 1).to_string()
            aria-current=is_here.then_some("step")
            aria-selected=move || (active.get() == Some(n)).to_string()
            data-active=move || (active.get() == Some(n)).then_some("")
            on:click=move |_| active.set(Some(n))
            on:dblclick=go
        >
            <span class="dot" aria-hidden="true"></span>
            {inside}
            <span class="state">{standing.map(|it| app.say(&it))}</span>
        </li>
    }
}

/// How the line stands to where the project is, in words.
fn standing_of(row: Option<Row>, is_here: bool) -> Option<Message> {
    match row.map(|it| it.standing) {
        _ if is_here => Some(Message::HistoryStepHere),
        Some(Standing::Ahead) => Some(Message::HistoryStepAhead),
        Some(Standing::Aside) => Some(Message::HistoryStepAside),
        Some(Standing::Done) | None => None,
    }
}

fn class_of(row: Option<Row>) -> &'static str {
    match row.map(|it| it.standing) {
        Some(Standing::Ahead) => "ahead",
        Some(Standing::Aside) => "aside",
        Some(Standing::Done) | None => "done",
    }
}

/// What is said of a step.
fn step(app: App, row: Row, account: Account) -> impl IntoView {
    let Account { words, at, by, article, .. } = account;
    let by = match by {
        By::Me(name) if name.is_empty() => app.say(&Message::HistoryYou),
        By::Other(name) if name.is_empty() => app.say(&Message::HistorySomebody),
        By::Me(name) | By::Other(name) => name,
    };
    let took = (row.milliseconds >= 1_000).then(|| app.say(&span(row.milliseconds)));
    let words = app.spoken(|it| it.say_done(&words));
    let whole = words.clone();
    view! {
        <bdi class="what" title=whole>
            {words}
        </bdi>
        <bdi class="of">{article}</bdi>
        <bdi class="by">{by}</bdi>
        <span class="at num">{lately(app, at)}</span>
        <span class="took num">{took}</span>
    }
}
