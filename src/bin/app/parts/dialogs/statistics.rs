//! Statistics: what can be counted about the work, a topic at a time, as tables and pictures.
//!
//! Counted when it opens, and again a moment after something has changed.

mod chart;
mod exhibit;

use std::time::Duration;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::schema::Schema;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::statistics::Statistics;
use apostil::statistics::exhibit::{Topic, exhibits};

use crate::app::{App, app};
use crate::parts::button::TextButton;
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::dialogs::statistics::exhibit::Shown;
use crate::parts::segments::Segments;
use crate::react::{effect, memo};

/// How long after a change it is counted again: changes come in crowds.
const DELAY: Duration = Duration::from_millis(250);

/// What was counted, with the labels as they were.
type Counts = (Statistics, Schema);

/// The dialog.
#[component]
pub(crate) fn Counted() -> impl IntoView {
    let app = app();
    let only_this = RwSignal::new(false);
    let topic = RwSignal::new(Topic::Labels);
    let counts = RwSignal::new(count(app, false));
    follow(app, only_this, counts);
    let name = Signal::derive(move || app.say(&Message::StatisticsTitle));
    let scopes = Signal::derive(move || {
        app.changed.list.track();
        let count = app.read(|it| it.project().n_documents() as u64);
        vec![(false, Message::ExportScopeAll { count }), (true, Message::ExportScopeThis)]
    });
    let topics = Signal::stored(Topic::ALL.map(|it| (it, it.name())).to_vec());
    let shown = move || {
        let all = counts.with(|(statistics, schema)| exhibits(topic.get(), statistics, schema));
        all.into_iter().map(|it| view! { <Shown exhibit=it /> }).collect_view()
    };
    view! {
        <Frame class="statistics" name=name>
            <header>
                <h2>{name}</h2>
                <Segments label=Message::ExportScope options=scopes chosen=only_this />
                <CloseButton />
            </header>
            <div class="topics">
                <Segments label=Message::StatisticsTopics options=topics chosen=topic />
            </div>
            <div class="body" tabindex="0" data-first="">
                {shown}
                <Show when=move || topic.get() == Topic::Trial>
                    <TrialSwitch />
                </Show>
            </div>
        </Frame>
    }
}

/// Hides suggestions to measure, or shows them again.
#[component]
fn TrialSwitch() -> impl IntoView {
    let app = app();
    let is_on = memo(move || {
        app.changed.schema.track();
        app.read(Session::has_trial)
    });
    view! {
        <Show
            when=move || is_on.get()
            fallback=|| view! { <TextButton command=Command::BeginTrial class="line" /> }
        >
            <TextButton command=Command::EndTrial class="line" />
        </Show>
    }
}

/// Counts all articles, or the open one.
fn count(app: App, only_this: bool) -> Counts {
    let counted = |session: &Session| {
        let only = session.open_document().filter(|_| only_this);
        let mut lengths = app.lengths.get_value();
        let statistics = session.statistics(only, &mut lengths);
        app.lengths.set_value(lengths);
        (statistics, session.project().schema().clone())
    };
    app.read(counted)
}

/// Counts again soon after a change, and at once when other articles are asked for.
fn follow(app: App, only_this: RwSignal<bool>, counts: RwSignal<Counts>) {
    let n_changes = StoredValue::new(0_u32);
    effect(move || counts.set(count(app, only_this.get())));
    effect(move || {
        app.changed.list.track();
        app.changed.places.track();
        app.changed.schema.track();
        n_changes.update_value(|it| *it += 1);
        let n = n_changes.get_value();
        let again = move || {
            // The dialog may be closed by now, and later changes come after this one.
            if n_changes.try_get_value() == Some(n) {
                counts.set(count(app, only_this.get_untracked()));
            }
        };
        set_timeout(again, DELAY);
    });
}
