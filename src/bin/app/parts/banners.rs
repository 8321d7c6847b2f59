//! Under the top bar: what needs an answer. Each stays until it is dealt with.

use leptos::prelude::*;

use apostil::journal::Status;
use apostil::journal::event::Why;
use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::app;
use crate::notices::Complaint;
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::react::memo;
use crate::web::host::hear_of_renewal;

/// Everything that needs an answer.
#[component]
pub(crate) fn Banners() -> impl IntoView {
    let app = app();
    let is_read_only = memo(move || {
        app.changed.status.track();
        app.read(Session::is_read_only)
    });
    view! {
        <div class="banners">
            <Show when=move || is_read_only.get()>
                <div class="banner" role="status">
                    <p>{app.words(Message::TabSecond)}</p>
                    <TextButton
                        command=Command::TakeOver
                        name=Message::TabTakeOver
                        class="line"
                    />
                </div>
            </Show>
            <Trouble />
            <Renewed />
            <Complaints />
        </div>
    }
}

/// What went wrong. A dialog says it, too, for it covers the page.
#[component]
pub(crate) fn Complaints(
    /// Only what went wrong from this number on.
    #[prop(default = 0)]
    from: u32,
) -> impl IntoView {
    let app = app();
    let all = move || {
        let mut all = app.notices.complaints.get();
        all.retain(|it| it.id >= from);
        all
    };
    view! {
        <div class="complaints" role="alert">
            <For each=all key=|it| it.id let:complaint>
                <Complaining complaint=complaint />
            </For>
        </div>
    }
}

/// A newer version of the page is there.
#[component]
fn Renewed() -> impl IntoView {
    let app = app();
    let is_renewed = RwSignal::new(false);
    hear_of_renewal(is_renewed);
    view! {
        <Show when=move || is_renewed.get()>
            <div class="banner" role="status">
                <p>{app.words(Message::PageRenewed)}</p>
                <button
                    type="button"
                    class="b icon"
                    aria-label=app.words(Message::Close)
                    on:click=move |_| is_renewed.set(false)
                >
                    {icon(Icon::Close)}
                </button>
            </div>
        </Show>
    }
}

/// Something that went wrong.
#[component]
fn Complaining(complaint: Complaint) -> impl IntoView {
    let app = app();
    let Complaint { id, message } = complaint;
    view! {
        <div class="banner bad">
            <p>{move || app.say(&message)}</p>
            <button
                type="button"
                class="b icon"
                aria-label=app.words(Message::Close)
                on:click=move |_| app.notices.settle(id)
            >
                {icon(Icon::Close)}
            </button>
        </div>
    }
}

/// The storage does not take what is given to it.
#[component]
fn Trouble() -> impl IntoView {
    let app = app();
    let status = memo(move || {
        app.changed.status.track();
        app.read(|it| it.journal().status())
    });
    let message = move || match status.get() {
        Status::NotSaved { why: Why::Full, n: count } => Some(Message::StorageFull { count }),
        Status::NotSaved { why, n: count } => {
            let cause = app.say(&cause_of(why));
            Some(Message::StorageFailed { count, cause })
        }
        Status::ReadOnly { n: count } if count > 0 => Some(Message::TabTakenOver { count }),
        _ => None,
    };
    let drawn = move |message: Message| {
        view! {
            <div class="banner bad" role="alert">
                <p>{app.say(&message)}</p>
                <TextButton
                    command=Command::SaveToFile
                    name=Message::StorageSaveToFile
                    class="line"
                />
            </div>
        }
    };
    move || message().map(drawn)
}

fn cause_of(why: Why) -> Message {
    match why {
        Why::Full | Why::Refused => Message::CauseRefused,
        Why::Slow => Message::CauseSlow,
        Why::Closed => Message::CauseClosed,
    }
}
