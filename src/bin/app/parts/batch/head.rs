//! What the dock is about, and how the places are looked for.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::twins::Sought;
use apostil::session::batch::{Change, Only, Purpose};
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::batch::search::{Progress, Tools};
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::parts::label::{Drawn, underlined};
use crate::parts::queue::sure::Threshold;
use crate::parts::search_field::SearchField;
use crate::parts::select::Select;
use crate::react::memo;

/// What the first line says.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    words: Option<String>,
    percent: Option<u64>,
    /// The label that is split.
    old: Option<Drawn>,
    label: Option<Drawn>,
    n_here: u64,
    n_all: u64,
    n_articles: u64,
    n_agreeing: u64,
    is_complete: bool,
}

fn facts(session: &Session) -> Option<Facts> {
    let batch = session.batch()?;
    let (words, percent) = match &batch.purpose {
        Purpose::Twins(twins) => (Some(twins.words.clone()), None),
        Purpose::Sure(percent) => (None, Some(u64::from(*percent))),
        // A group is looked at in a view of its own.
        Purpose::Split(_) | Purpose::Group(_) | Purpose::Search(_) => (None, None),
    };
    let old = match &batch.purpose {
        Purpose::Split(old) => Drawn::find(session.project().schema(), *old),
        _ => None,
    };
    let label = match batch.change {
        Change::Label(label) | Change::Remove(Some(label)) => Some(label),
        _ => None,
    };
    let here = session.open_document();
    Some(Facts {
        words,
        percent,
        old,
        label: label.and_then(|it| Drawn::find(session.project().schema(), it)),
        n_here: batch.rows.iter().filter(|it| here == Some(&it.document)).count() as u64,
        n_all: batch.rows.len() as u64,
        n_articles: batch.n_articles() as u64,
        n_agreeing: batch.n_agreeing as u64,
        is_complete: batch.is_complete(),
    })
}

/// The head of the dock.
#[component]
pub(super) fn Head() -> impl IntoView {
    let app = app();
    let facts = memo(move || {
        app.changed.batch.track();
        app.changed.schema.track();
        app.read(facts)
    });
    let title = move || {
        let facts = facts.get()?;
        let sure = facts.percent.map(|percent| app.say(&Message::BatchSure { percent }));
        let words = facts.words.map(|it| view! { <bdi class="words">{it}</bdi> });
        let old = facts.old.as_ref().map(|it| view! { {underlined(it)} " → " });
        Some(view! { <h2>{words} {sure} {old} " " {facts.label.as_ref().map(underlined)}</h2> })
    };
    let counts = move || {
        facts.get().map(|it| {
            let (here, all, articles) = (it.n_here, it.n_all, it.n_articles);
            let found = match it.percent {
                Some(_) => Message::QueueSureCounts { here, all, articles },
                None => Message::BatchCounts { here, all, articles },
            };
            let agreeing = Message::BatchAgreeing { count: it.n_agreeing };
            let agreeing = (it.n_agreeing > 0).then(|| app.say(&agreeing));
            let looking = (!it.is_complete).then(|| app.say(&Message::BatchLooking));
            view! { <span>{app.say(&found)}</span> <span class="soft">{agreeing} " " {looking}</span> }
        })
    };
    let is_sure = move || facts.with(|it| it.as_ref().is_some_and(|it| it.percent.is_some()));
    let is_twins = move || facts.with(|it| it.as_ref().is_some_and(|it| it.words.is_some()));
    let is_search = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.search_here().is_some())
    });
    view! {
        <div class="head num">
            <Show when=move || is_search.get() fallback=move || view! { {title} {counts} }>
                <Progress />
            </Show>
            <span class="end">
                <Filters />
                <IconButton picture=Icon::Close command=Command::CloseBatch />
            </span>
        </div>
        <Show when=is_twins>
            <div class="tools">
                <Conditions />
            </div>
        </Show>
        <Show when=move || is_search.get()>
            <Tools />
        </Show>
        <Show when=is_sure>
            <div class="tools">
                <Threshold />
                <Unread />
            </div>
        </Show>
    }
}

/// How many articles may have more of them.
#[component]
fn Unread() -> impl IntoView {
    let app = app();
    move || {
        app.changed.list.track();
        let count = app.read(Session::n_unread);
        let message = Message::BatchUnread { count };
        (count > 0).then(|| view! { <span class="soft">{app.say(&message)}</span> })
    }
}

/// One condition: what it is called, whether it holds, how it is turned.
type Condition = (Message, fn(&Sought) -> bool, fn(&mut Sought));

const CONDITIONS: [Condition; 6] = [
    (Message::BatchWhole, |it| it.matching.whole, |it| it.matching.whole = !it.matching.whole),
    (Message::BatchCase, |it| it.matching.case, |it| it.matching.case = !it.matching.case),
    (
        Message::BatchAccents,
        |it| it.matching.accents,
        |it| it.matching.accents = !it.matching.accents,
    ),
    (Message::BatchForms, |it| it.matching.forms, |it| it.matching.forms = !it.matching.forms),
    (Message::BatchAliases, |it| it.aliases, |it| it.aliases = !it.aliases),
    (Message::BatchEverywhere, |it| it.everywhere, |it| it.everywhere = !it.everywhere),
];

/// Which words count as the same.
#[component]
fn Conditions() -> impl IntoView {
    let app = app();
    let sought = memo(move || {
        app.changed.batch.track();
        app.read(sought_now)
    });
    let one = move |(name, holds, turn): Condition| {
        let press = move || {
            if let Some(mut sought) = app.read(sought_now) {
                turn(&mut sought);
                app.dispatch(Command::MatchTwins(sought));
            }
        };
        let holds = move || sought.with(|it| it.as_ref().is_some_and(holds));
        check(app, name, Signal::derive(holds), press)
    };
    CONDITIONS.into_iter().map(one).collect_view()
}

/// A condition that can be turned on and off.
pub(super) fn check(
    app: App,
    name: Message,
    holds: Signal<bool>,
    turn: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=holds on:change=move |_| turn() />
            {app.words(name)}
        </label>
    }
}

fn sought_now(session: &Session) -> Option<Sought> {
    match &session.batch()?.purpose {
        Purpose::Twins(twins) => Some(twins.sought),
        _ => None,
    }
}

/// The kinds of places that can be listed alone.
const KINDS: [(Only, Message); 4] = [
    (Only::All, Message::BatchAll),
    (Only::Here, Message::BatchHere),
    (Only::Conflicts, Message::BatchOnlyConflicts),
    (Only::Unticked, Message::BatchUnticked),
];

/// Which places are listed.
#[component]
fn Filters() -> impl IntoView {
    let app = app();
    let listed = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.batch().map(|it| (it.only, it.words.clone()))).unwrap_or_default()
    });
    let options = move || {
        let words = KINDS.iter().map(|it| app.say(&it.1));
        words.enumerate().map(|(n, words)| (n.to_string(), words)).collect::<Vec<_>>()
    };
    let chosen = move || {
        let place = listed.with(|it| KINDS.iter().position(|kind| kind.0 == it.0));
        place.unwrap_or_default().to_string()
    };
    let take = Callback::new(move |value: String| {
        let found = value.parse().ok().and_then(|it: usize| KINDS.get(it));
        let only = found.map(|it| it.0).unwrap_or_default();
        list(app, only, listed.get_untracked().1);
    });
    let take_words = Callback::new(move |words| list(app, listed.get_untracked().0, words));
    view! {
        <Select
            name=Signal::derive(move || app.say(&Message::BatchWhich))
            options=Signal::derive(options)
            chosen=Signal::derive(chosen)
            take=take
        />
        <SearchField
            name=Message::BatchFilter
            words=Signal::derive(move || listed.get().1)
            take=take_words
        />
    }
}

fn list(app: App, only: Only, words: String) {
    app.dispatch(Command::ListInBatch { only, words });
}
