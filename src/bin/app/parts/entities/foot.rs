//! The foot of the entities view: what is done with the open group, and with the ticked ones.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::Change;
use apostil::session::batch::standing::Standing;
use apostil::session::command::Command;
use apostil::session::entities::group::{Group, GroupKey};

use crate::app::app;
use crate::parts::entities::{State, apply, track};
use crate::parts::select::Select;
use crate::react::{effect, memo};

/// What the foot says of the open group.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    key: GroupKey,
    action: Message,
    n_suggested: u64,
    n_agreeing: u64,
    n_mentions: u64,
    /// How many can be refused: all of what is only suggested, where that is not proposed yet.
    n_refusable: u64,
}

fn facts(session: &Session) -> Option<Facts> {
    let (key, batch) = (session.opened_entity()?, session.batch()?);
    let count = batch.n_ticked() as u64;
    let is_accepting = batch.change == Change::Accept;
    let is_refusing = matches!(batch.change, Change::Remove(_));
    let action = match &batch.change {
        Change::Label(label) => Message::EntitiesMake { count, label: session.label_name(*label) },
        Change::Remove(_) => Message::EntitiesRefuse { count },
        _ => Message::BatchAccept { count },
    };
    let group = session.entities()?.group(key)?;
    let n_mentions = group.n_mentions();
    let is_suggested = |it: &&apostil::session::batch::Row| {
        !is_accepting && matches!(it.standing, Standing::Suggested { .. })
    };
    Some(Facts {
        key: key.clone(),
        action,
        n_suggested: batch.rows.iter().filter(is_suggested).count() as u64,
        n_agreeing: session.agreeing_mentions().len() as u64,
        n_mentions,
        n_refusable: if n_mentions == 0 && !is_refusing { group.n_bare } else { 0 },
    })
}

/// The groups that are ticked, and how many mentions they have.
fn ticked(session: &Session) -> (Vec<GroupKey>, u64) {
    let Some(entities) = session.entities() else { return Default::default() };
    let groups = entities.ticked.iter().filter_map(|it| entities.group(it));
    (entities.ticked.iter().cloned().collect(), groups.map(Group::n_mentions).sum())
}

/// The foot.
#[component]
pub(super) fn Foot(state: State) -> impl IntoView {
    let app = state.app;
    let facts = memo(move || {
        track(app);
        app.read(facts)
    });
    let ticked = memo(move || {
        track(app);
        app.read(ticked)
    });
    let is_open = memo(move || facts.with(Option::is_some));
    let is_ticked = memo(move || ticked.with(|it| !it.0.is_empty()));
    let keys = Signal::derive(move || ticked.get().0);
    let words = move || {
        let (keys, mentions) = ticked.get();
        app.say(&Message::EntitiesTicked { count: keys.len() as u64, mentions })
    };
    let merge = Signal::derive(move || match keys.with(Vec::len) {
        1 => Message::EntitiesLink { count: ticked.get().1 },
        _ => Message::EntitiesMerge,
    });
    view! {
        <Show when=move || is_open.get()>
            <Acts state=state facts=facts />
        </Show>
        <Show when=move || is_ticked.get()>
            <div class="foot merging">
                <span class="num">{words}</span>
                <Linking keys=keys done=merge />
            </div>
        </Show>
        <p class="hints soft">{app.words(Message::EntitiesKeys)}</p>
    }
}

/// What can be done with the open group.
#[component]
fn Acts(state: State, facts: Memo<Option<Facts>>) -> impl IntoView {
    let State { app, is_whole, .. } = state;
    let is_linking = RwSignal::new(false);
    let keys =
        memo(move || facts.with(|it| it.iter().map(|it| it.key.clone()).collect::<Vec<_>>()));
    effect(move || {
        // Another group.
        let _ = keys.get();
        is_linking.set(false);
    });
    let count = move |of: fn(&Facts) -> u64| facts.with(|it| it.as_ref().map_or(0, of));
    let action = move || facts.with(|it| it.as_ref().map(|it| app.say(&it.action)));
    let n_suggested = memo(move || count(|it| it.n_suggested));
    let n_refusable = memo(move || count(|it| it.n_refusable));
    let is_marked = memo(move || count(|it| it.n_mentions) > 0);
    let all = move || app.say(&Message::EntitiesLinkAll { count: count(|it| it.n_mentions) });
    let done = Signal::derive(move || Message::EntitiesLink { count: count(|it| it.n_mentions) });
    view! {
        <div class="foot">
            <button type="button" class="b main" on:click=move |_| apply(state)>
                <span>{action}</span>
                <kbd>{app.words(Message::KeyEnter)}</kbd>
            </button>
            <Show when=move || { n_suggested.get() > 0 }>
                <button
                    type="button"
                    class="b line"
                    on:click=move |_| app.dispatch(Command::ChangeBatch(Change::Accept))
                >
                    {move || app.say(&Message::BatchAccept { count: n_suggested.get() })}
                </button>
            </Show>
            <Show when=move || { n_refusable.get() > 0 }>
                <button
                    type="button"
                    class="b line"
                    on:click=move |_| app.dispatch(Command::ChangeBatch(Change::Remove(None)))
                >
                    {move || app.say(&Message::EntitiesRefuse { count: n_refusable.get() })}
                </button>
            </Show>
            <OtherLabel />
            <Show when=move || is_marked.get()>
                <button
                    type="button"
                    class="b line"
                    aria-expanded=move || is_linking.get().to_string()
                    on:click=move |_| is_linking.update(|it| *it = !*it)
                >
                    {all}
                </button>
            </Show>
            <Show when=move || is_linking.get()>
                <Linking keys=keys done=done />
            </Show>
            {move || rest(state, count(|it| it.n_agreeing), is_whole)}
        </div>
    }
}

/// How many mentions agree, and the way to see them.
fn rest(state: State, count: u64, is_whole: RwSignal<bool>) -> Option<AnyView> {
    let app = state.app;
    let show = move |_| is_whole.update(|it| *it = !*it);
    let words = move || {
        app.say(&if is_whole.get() {
            Message::EntitiesAgreeingHide
        } else {
            Message::EntitiesAgreeingShow { count }
        })
    };
    let said = move || (!is_whole.get()).then(|| app.say(&Message::EntitiesAgreeing { count }));
    (count > 0).then(|| {
        view! {
            <span class="rest soft num">
                {said} " "
                <button type="button" class="b plain" on:click=show>
                    {words}
                </button>
            </span>
        }
        .into_any()
    })
}

/// Another label for the places of the open group.
#[component]
fn OtherLabel() -> impl IntoView {
    let app = app();
    let options = memo(move || {
        app.changed.schema.track();
        let named = app.read(|it| {
            let labels = it.project().schema().labels.iter();
            labels.map(|it| (it.id.0.to_string(), it.name.clone())).collect::<Vec<_>>()
        });
        let first = (String::new(), app.say(&Message::EntitiesAnotherLabel));
        std::iter::once(first).chain(named).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(String::new());
    let take = Callback::new(move |value: String| {
        let label = app.read(|it| {
            let labels = &it.project().schema().labels;
            labels.iter().find(|it| it.id.0.to_string() == value).map(|it| it.id)
        });
        if let Some(label) = label {
            app.dispatch(Command::ChangeBatch(Change::Label(label)));
        }
        chosen.set(value);
        // What was asked is in the button beside it now.
        chosen.set(String::new());
    });
    view! {
        <Select
            name=Signal::derive(move || app.say(&Message::EntitiesAnotherLabel))
            options=options
            chosen=chosen
            take=take
        />
    }
}

/// A field for the link of groups, with what would be taken in it.
#[component]
fn Linking(
    #[prop(into)] keys: Signal<Vec<GroupKey>>,
    /// What the button says.
    done: Signal<Message>,
) -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    effect(move || {
        let keys = keys.get();
        typed.set(app.read(|it| it.link_for(&keys)));
    });
    let save = move || {
        let (keys, link) = (keys.get_untracked(), typed.get_untracked());
        app.dispatch(Command::LinkEntities { keys, link });
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            save();
        }
    };
    view! {
        <label class="field linking">
            <input
                class="mono"
                autocomplete="off"
                aria-label=app.words(Message::FieldLink)
                title=app.words(Message::EntitiesLinkHint)
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=hear
            />
        </label>
        <button type="button" class="b line" on:click=move |_| save()>
            {move || app.say(&done.get())}
        </button>
        <span class="soft">{app.words(Message::EntitiesLinkHint)}</span>
    }
}
