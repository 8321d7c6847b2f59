//! The status bar: what is saved, what left the page, what is in no file, where the caret is.

use std::time::Duration;

use leptos::prelude::*;

use apostil::journal::Status;
use apostil::message::Message;
use apostil::model::track::Status as Progress;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::text::Unit;

use crate::app::app;
use crate::parts::touch::{TouchBar, TouchSheet};
use crate::react::{effect, memo};
use crate::web::host::{Coming, count_requests, hear_of_model};

/// "Saving…" is only said after this time.
const PATIENCE: Duration = Duration::from_millis(300);

/// The bar at the bottom.
#[component]
pub(crate) fn StatusBar(
    /// Whether no article is open.
    is_empty: Memo<bool>,
) -> impl IntoView {
    let app = app();
    let reviewed = move || {
        app.changed.list.track();
        let (done, total) = app.read(n_done);
        app.say(&Message::ReviewedOf { done, total })
    };
    view! {
        <footer
            class="status"
            data-region="status"
            inert=move || app.drawer.get().is_some()
            aria-label=app.words(Message::RegionStatus)
        >
            <Show when=move || !is_empty.get()>
                <TouchSheet />
                <TouchBar />
            </Show>
            <Saved />
            <Requests />
            <Model />
            <Show when=move || !is_empty.get()>
                <Unfiled />
                <TakenBack />
                <span class="end">
                    <Offsets />
                    <span class="num">{reviewed}</span>
                </span>
            </Show>
        </footer>
    }
}

fn n_done(session: &Session) -> (u64, u64) {
    let order = session.project().order();
    let done = order.iter().filter(|id| session.summary(id).status == Progress::Done).count();
    (done as u64, order.len() as u64)
}

/// Whether everything is saved.
#[component]
fn Saved() -> impl IntoView {
    let app = app();
    let status = memo(move || {
        app.changed.status.track();
        app.read(|it| it.journal().status())
    });
    let is_slow = RwSignal::new(false);
    effect(move || {
        let Status::Saving { since } = status.get() else { return is_slow.set(false) };
        let check = move || {
            is_slow.set(status.get_untracked() == Status::Saving { since });
        };
        set_timeout(check, PATIENCE);
    });
    let words = move || {
        let (message, class) = match status.get() {
            Status::ReadOnly { n: 0 } => (Message::ReadOnly, ""),
            Status::NotSaved { .. } | Status::ReadOnly { .. } => (Message::NotSaved, "failing"),
            Status::Saving { .. } if is_slow.get() => (Message::Saving, ""),
            _ => (Message::Saved, ""),
        };
        let tick = (message == Message::Saved)
            .then(|| view! { " " <span class="tick" aria-hidden="true">"✓"</span> });
        view! { <span class=class>{app.say(&message)}</span> {tick} }
    };
    view! { <span role="status">{words}</span> }
}

/// How many requests the page has made since it was loaded.
#[component]
fn Requests() -> impl IntoView {
    let app = app();
    let n = RwSignal::new(0);
    count_requests(n);
    let words = move || app.say(&Message::RequestsSinceLoad { count: n.get() });
    view! { <span class="num" title=app.words(Message::EmptyPrivacy)>{words}</span> }
}

/// How far the trained model has come, as long as it has not. Not read aloud: nothing waits for it.
#[component]
fn Model() -> impl IntoView {
    let app = app();
    let coming = RwSignal::new(Coming::No);
    hear_of_model(coming);
    let words = move || {
        let message = match coming.get() {
            Coming::No => return None,
            Coming::Loading { read, total } if total < read => {
                Message::ModelLoadingSome { read: read / 1000 }
            }
            Coming::Loading { read, total } => {
                Message::ModelLoading { read: read / 1000, total: total / 1000 }
            }
            Coming::Unpacking { read, total } => {
                Message::ModelUnpacking { percent: read * 100 / total.max(1) }
            }
        };
        Some(view! { <span class="num">{app.say(&message)}</span> })
    };
    move || words()
}

/// How many changes are in no file yet, and the way to one.
#[component]
fn Unfiled() -> impl IntoView {
    let app = app();
    let words = move || {
        app.changed.status.track();
        match app.read(|it| it.journal().n_unfiled()) {
            0 => app.say(&Message::CommandFileExport),
            count => app.say(&Message::ChangesNotInFile { count }),
        }
    };
    view! {
        <button type="button" class="link num" on:click=move |_| app.dispatch(Command::Export)>
            {words}
        </button>
    }
}

/// How many steps were taken back, and the way to them.
#[component]
fn TakenBack() -> impl IntoView {
    let app = app();
    let n_ahead = memo(move || {
        app.changed.past.track();
        app.read(|it| if it.past().is_some() { 0 } else { it.history().undone().len() as u64 })
    });
    let is_any = move || n_ahead.get() > 0;
    let words = move || app.say(&Message::HistoryTakenBack { count: n_ahead.get() });
    view! {
        <Show when=is_any>
            <button
                type="button"
                class="link num"
                on:click=move |_| app.dispatch(Command::ShowHistory)
            >
                {words}
            </button>
        </Show>
    }
}

/// Where the selection or the selected mark is, in code points, and in which paragraph.
#[component]
fn Offsets() -> impl IntoView {
    let app = app();
    let words = move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(offsets).map(|it| app.say(&it))
    };
    view! { <span class="mono">{words}</span> }
}

fn offsets(session: &Session) -> Option<Message> {
    let (sheet, cursor) = (session.sheet()?, session.cursor());
    let mark = cursor.mark.and_then(|key| sheet.find(key)).map(|it| it.shown.extent.hull());
    let range = mark.or_else(|| cursor.selection())?;
    let code_points = |byte| sheet.text().from_byte(Unit::CodePoint, byte).map(u64::from);
    let (start, end) = (code_points(range.start())?, code_points(range.end())?);
    Some(match session.paragraph_of(range).map(u64::from) {
        None => Message::OffsetsAtTitle { start, end },
        Some(paragraph) => Message::OffsetsAt { start, end, paragraph },
    })
}
