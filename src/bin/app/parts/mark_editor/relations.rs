//! The relations of the selected mark: which way each leads and what it says, the other end, and what
//! can be done about it.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::RelationId;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::relation::Seen;
use apostil::view::ShownKey;

use crate::app::{App, app};
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, tag};
use crate::parts::mark_editor::Edited;
use crate::parts::select::{Choice, Select};
use crate::react::memo;

/// The relations of an annotation; a suggestion has none.
#[component]
pub(crate) fn Relations(edited: Memo<Option<Edited>>, place: &'static str) -> impl IntoView {
    let app = app();
    let is_mark = memo(move || edited.with(|it| it.as_ref().is_some_and(|it| it.id().is_some())));
    let seen = memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(Session::relations_here)
    });
    let ids = memo(move || seen.with(|all| all.iter().map(|it| it.id).collect::<Vec<_>>()));
    let one = move |id: RelationId| {
        let of = move |all: &Vec<Seen>| all.iter().find(|it| it.id == id).cloned();
        view! { <Line id=id seen=memo(move || seen.with(of)) place=place /> }
    };
    view! {
        <Show when=move || is_mark.get()>
            <div class="relations">
                <div class="head">
                    <span class="k">{app.words(Message::Relations)}</span>
                    <TextButton command=Command::Relate name=Message::RelationAdd cap=true />
                </div>
                <ul aria-label=app.words(Message::Relations)>
                    <For each=move || ids.get() key=|it| *it children=one />
                </ul>
            </div>
        </Show>
    }
}

/// One relation. It stays in place while it is changed, and keeps the focus.
#[component]
fn Line(id: RelationId, seen: Memo<Option<Seen>>, place: &'static str) -> impl IntoView {
    let app = app();
    let words =
        memo(move || seen.with(|it| it.as_ref().map(|it| it.words.clone()).unwrap_or_default()));
    let starts_here = memo(move || seen.with(|it| it.as_ref().is_some_and(|it| it.starts_here)));
    let is_current =
        move || seen.with(|it| it.as_ref().is_some_and(|it| it.is_current).then_some(""));
    let chosen = Signal::derive(move || {
        seen.with(|it| it.as_ref().map(|it| it.label.0.to_string()).unwrap_or_default())
    });
    let name = Signal::derive(move || app.say(&Message::RelationLabelOf { words: words.get() }));
    let label = move |value: String| {
        let known = app.read(|it| {
            let mut all = it.project().schema().relations.iter().map(|it| it.id);
            all.find(|it| it.0.to_string() == value)
        });
        if let Some(label) = known {
            app.dispatch(Command::LabelTie { id, label });
        }
    };
    let way = move || if starts_here.get() { Message::RelationOut } else { Message::RelationIn };
    let arrow = move || if starts_here.get() { "→" } else { "←" };
    view! {
        <li data-current=is_current>
            <span class="way" title=move || app.say(&way())>
                <span aria-hidden="true">{arrow}</span>
                <span class="sr">{move || app.say(&way())}</span>
            </span>
            <Select
                name=name
                options=Signal::derive(move || labels(app, id))
                chosen=chosen
                take=Callback::new(label)
                id=format!("{place}-relation-{}", id.n)
            />
            <Other seen=seen words=words />
            <Act picture=Icon::Reverse command=Command::TurnTie(id) seen=seen />
            <Act picture=Icon::Close command=Command::RemoveTie(id) seen=seen />
        </li>
    }
}

/// The other end, and the way there.
#[component]
fn Other(seen: Memo<Option<Seen>>, words: Memo<String>) -> impl IntoView {
    let app = app();
    let drawn = memo(move || {
        app.changed.schema.track();
        let label = seen.with(|it| it.as_ref().map(|it| it.other_label))?;
        app.read(|it| Drawn::find(it.project().schema(), label))
    });
    let go = move |_| {
        if let Some(there) = seen.with_untracked(|it| it.as_ref().map(|it| it.other)) {
            app.dispatch(Command::SelectMark(ShownKey::Annotation(there)));
        }
    };
    let name = move || app.say(&Message::RelationGo { words: words.get() });
    view! {
        <button type="button" class="b other" aria-label=name title=name on:click=go>
            <bdi class="words">{words}</bdi>
            {move || drawn.get().map(|it| tag(&it, false))}
        </button>
    }
}

/// A button that turns or removes the relation.
#[component]
fn Act(picture: Icon, command: Command, seen: Memo<Option<Seen>>) -> impl IntoView {
    let app = app();
    let turns = matches!(command, Command::TurnTie(_));
    let name = move || {
        let found = seen.get().map(|it| {
            let label = app.read(|session| {
                let label = session.project().schema().relation(it.label);
                label.map(|it| it.name.clone()).unwrap_or_default()
            });
            (label, it.words)
        });
        let (label, words) = found.unwrap_or_default();
        app.say(&if turns {
            Message::RelationTurnThis { label, words }
        } else {
            Message::RelationRemoveThis { label, words }
        })
    };
    view! {
        <button
            type="button"
            class="b icon"
            aria-label=name
            title=name
            on:click=move |_| app.dispatch(command.clone())
        >
            {icon(picture)}
        </button>
    }
}

/// The labels that the relation may have, with the one that it has.
fn labels(app: App, id: RelationId) -> Vec<Choice> {
    app.changed.schema.track();
    app.changed.cursor.track();
    app.read(|it| {
        let Some(relation) = it.relation(id) else { return Vec::new() };
        let mut allowed = it.relation_labels_for(relation.from, relation.to);
        if !allowed.contains(&relation.label) {
            allowed.push(relation.label);
        }
        let schema = it.project().schema();
        let known = allowed.into_iter().filter_map(|id| schema.relation(id));
        known.map(|it| (it.id.0.to_string(), it.name.clone())).collect()
    })
}
