//! The head of the queue: how far it is, what it goes over, and which article that is.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::queue::question::Question;
use apostil::session::queue::{Choice, QueueCounts};

use crate::app::app;
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::parts::measure::filled;
use crate::parts::queue::{choice, counts};
use crate::parts::segments::Segments;
use crate::parts::select::{Choice as Offered, Select};
use crate::react::effect;

/// The head.
#[component]
pub(super) fn Head(question: Memo<Option<Question>>) -> impl IntoView {
    let app = app();
    let counts = counts();
    let place = move || {
        let QueueCounts { n_answered, n_left, .. } = counts.get();
        let is_open = question.with(|it| it.as_ref().is_some_and(|it| it.score.is_some()));
        (n_answered + u64::from(is_open), n_answered + n_left)
    };
    let percent = Signal::derive(move || {
        let QueueCounts { n_answered, n_left, .. } = counts.get();
        (n_answered * 100 / (n_answered + n_left).max(1)) as u8
    });
    let far = move || {
        let (n, total) = place();
        app.say(&Message::QueuePlace { n, total })
    };
    let order = move || {
        let QueueCounts { n_articles: articles, n_unread, .. } = counts.get();
        let from = (articles > 0).then(|| app.say(&Message::QueueOrder { articles }));
        let reading = Message::QueueReading { count: n_unread };
        let reading = (n_unread > 0 && articles > 0).then(|| app.say(&reading));
        [from, reading].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let article = move || question.with(|it| it.as_ref().map(|it| it.article.clone()));
    view! {
        <div class="bar-tools num">
            <h1 class="sr">{app.words(Message::QueueTitle)}</h1>
            <span class="far">{far}</span>
            <span class="progress">
                <span class="track" aria-hidden="true" use:filled=percent>
                    <i></i>
                </span>
            </span>
            <span class="order">{order}</span>
            <Scope />
            <Labels />
            <bdi class="end">{article}</bdi>
            <IconButton
                picture=Icon::Close
                command=Command::ShowQueue
                name=Signal::derive(move || app.say(&Message::Close))
            />
        </div>
    }
}

/// All articles, or this one.
#[component]
fn Scope() -> impl IntoView {
    let app = app();
    let now = choice();
    let chosen = RwSignal::new(now.get_untracked().only_here);
    effect(move || chosen.set(now.get().only_here));
    effect(move || {
        let only_here = chosen.get();
        let now = now.get_untracked();
        if now.only_here != only_here {
            app.dispatch(Command::Queue(Choice { only_here, ..now }));
        }
    });
    let options = vec![(false, Message::QueueAll), (true, Message::QueueHere)];
    view! { <Segments label=Message::QueueScope options=options chosen=chosen /> }
}

/// Which label is asked about.
#[component]
fn Labels() -> impl IntoView {
    let app = app();
    let now = choice();
    let options = Signal::derive(move || {
        app.changed.schema.track();
        let label = |it: &apostil::model::schema::Label| (it.id.0.to_string(), it.name.clone());
        let any = (String::new(), app.say(&Message::QueueLabelAny));
        let labels =
            app.read(|it| it.project().schema().labels.iter().map(label).collect::<Vec<_>>());
        [any].into_iter().chain(labels).collect::<Vec<Offered>>()
    });
    let chosen =
        Signal::derive(move || now.get().label.map(|it| it.0.to_string()).unwrap_or_default());
    let take = Callback::new(move |value: String| {
        let label = value.parse().ok().map(apostil::model::id::LabelId);
        app.dispatch(Command::Queue(Choice { label, ..now.get_untracked() }));
    });
    let name = Signal::derive(move || app.say(&Message::QueueLabel));
    view! { <Select name=name options=options chosen=chosen take=take /> }
}
