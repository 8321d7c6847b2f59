//! The head of the entities view: what it is, which groups are listed, how mentions are grouped.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::entities::By;

use crate::app::app;
use crate::parts::button::IconButton;
use crate::parts::icon::Icon;
use crate::parts::search_field::SearchField;
use crate::parts::segments::Segments;
use crate::react::{effect, memo};

/// The head.
#[component]
pub(super) fn Head() -> impl IntoView {
    let app = app();
    let words = memo(move || {
        app.changed.entities.track();
        app.read(|it| it.entities().map(|it| it.words.clone())).unwrap_or_default()
    });
    let take = Callback::new(move |words| app.dispatch(Command::FilterEntities(words)));
    let counts = move || {
        app.changed.entities.track();
        let facts = |it: &apostil::session::Session| {
            it.entities().map(|it| (it.is_complete(), it.n_mentions(), it.n_suggested()))
        };
        let (is_complete, mentions, suggested) = app.read(facts)?;
        if !is_complete {
            return Some(app.say(&Message::EntitiesCounting));
        }
        let counts = app.say(&Message::EntitiesCounts { mentions });
        let hints = (suggested > 0).then(|| app.say(&Message::EntitiesHints { count: suggested }));
        Some(hints.into_iter().fold(counts, |all, it| format!("{all} · {it}")))
    };
    view! {
        <div class="bar-tools">
            <h1>{app.words(Message::EntitiesTitle)}</h1>
            <SearchField
                name=Message::EntitiesFilter
                words=words
                take=take
                class="filter"
                has_icon=true
            />
            <Grouping />
            <span class="end soft num">{counts}</span>
            <IconButton
                picture=Icon::Close
                command=Command::ShowEntities
                name=Signal::derive(move || app.say(&Message::Close))
            />
        </div>
    }
}

/// Which mentions are of one group.
#[component]
fn Grouping() -> impl IntoView {
    let app = app();
    let now = memo(move || {
        app.changed.entities.track();
        app.read(|it| it.entities().map(|it| it.by)).unwrap_or_default()
    });
    let chosen = RwSignal::new(now.get_untracked());
    effect(move || chosen.set(now.get()));
    effect(move || {
        let by = chosen.get();
        if now.get_untracked() != by {
            app.dispatch(Command::GroupEntities(by));
        }
    });
    let options = vec![
        (By::Words, Message::EntitiesByWords),
        (By::Loose, Message::EntitiesByLoose),
        (By::Link, Message::EntitiesByLink),
    ];
    view! { <Segments label=Message::EntitiesBy options=options chosen=chosen /> }
}
