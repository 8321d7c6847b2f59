//! The entities view, in the place of the article: the mentions of all articles by their words.
//!
//! A list of groups in three sections; the places of the open group stand below it, in the lines of
//! the batch. The list is one tab stop, `aria-activedescendant` says which line it is on, and only
//! the lines in sight are in the page. What is typed there goes into the filter.

mod foot;
mod head;
mod line;

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::{Element, KeyboardEvent};

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::entities::group::GroupKey;

use crate::app::{App, app};
use crate::focus;
use crate::parts::batch::line::id;
use crate::parts::batch::{line_height, relabel};
use crate::parts::entities::foot::Foot;
use crate::parts::entities::head::Head;
use crate::parts::entities::line::{Line, lines, view_of};
use crate::parts::list::next_row;
use crate::parts::window::watch;
use crate::react::{effect, memo};

/// What the view is at, beside what the session knows.
#[derive(Clone, Copy)]
struct State {
    app: App,
    shown: Memo<Vec<Line>>,
    /// The line that keys act on.
    active: RwSignal<Option<usize>>,
    /// Whether the mentions that agree are listed, too.
    is_whole: RwSignal<bool>,
}

/// The view.
#[component]
pub(crate) fn Entities() -> impl IntoView {
    let app = app();
    let is_whole = RwSignal::new(false);
    let shown = memo(move || {
        track(app);
        let is_whole = is_whole.get();
        app.read(|it| lines(it, is_whole))
    });
    let state = State { app, shown, active: RwSignal::new(None), is_whole };
    let opened = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.opened_entity().cloned())
    });
    effect(move || {
        // Another group begins folded.
        let _ = opened.get();
        is_whole.set(false);
    });
    let hear = move |event: KeyboardEvent| {
        if hear(state, &event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <section
            class="entities"
            data-region="entities"
            inert=move || app.drawer.get().is_some()
            aria-label=app.words(Message::EntitiesTitle)
            on:keydown=hear
        >
            <Head />
            <div class="columns cap" aria-hidden="true">
                <span class="group-words">{app.words(Message::EntitiesWords)}</span>
                <span>{app.words(Message::EntitiesLabels)}</span>
                <span class="n">{app.words(Message::EntitiesBare)}</span>
                <span class="n">{app.words(Message::Articles)}</span>
                <span>{app.words(Message::FieldLink)}</span>
            </div>
            <Groups state=state />
            <Foot state=state />
        </section>
    }
}

/// Whatever changes what the view shows.
fn track(app: App) {
    app.changed.entities.track();
    app.changed.batch.track();
    app.changed.schema.track();
}

/// The lines in sight.
#[component]
fn Groups(state: State) -> impl IntoView {
    let State { app, shown, active, .. } = state;
    let list = NodeRef::<Ol>::new();
    let n_rows = memo(move || shown.with(Vec::len));
    let on_line = memo(move || active.get().filter(|it| *it < n_rows.get()));
    let window = watch(list, n_rows, on_line, line_height());
    let in_sight = move || {
        track(app);
        let (first, end) = window.get();
        let here = shown.with(|all| all.get(first..end).unwrap_or_default().to_vec());
        let each = here.into_iter().enumerate();
        each.map(|(n, it)| view_of(state, it, first + n)).collect_view()
    };
    let settle = move |_| {
        if on_line.get_untracked().is_none() {
            active.set(shown.with_untracked(|all| group_from(all, 0)));
        }
    };
    view! {
        <ol
            class="groups kwic"
            role="tree"
            aria-multiselectable="true"
            tabindex="0"
            data-home=""
            node_ref=list
            aria-label=app.words(Message::EntitiesTitle)
            aria-activedescendant=move || on_line.get().map(id)
            on:focus=settle
        >
            {in_sight}
        </ol>
        {move || nothing(app, n_rows.get())}
    }
}

/// What is said where there is no group.
fn nothing(app: App, n_rows: usize) -> Option<AnyView> {
    track(app);
    if n_rows > 0 {
        return None;
    }
    let (is_bare, is_complete) =
        app.read(|it| it.entities().map(|it| (it.groups.is_empty(), it.is_complete())))?;
    let clear = move |_| app.dispatch(Command::FilterEntities(String::new()));
    Some(match (is_complete, is_bare) {
        (false, _) => {
            view! { <p class="none">{app.words(Message::EntitiesCounting)}</p> }.into_any()
        }
        (true, true) => view! {
            <div class="none">
                <h2>{app.words(Message::EntitiesNothing)}</h2>
                <p>{app.words(Message::EntitiesNothingHow)}</p>
            </div>
        }
        .into_any(),
        (true, false) => view! {
            <p class="none">
                {app.words(Message::EntitiesNoMatch)} " "
                <button type="button" class="b line" on:click=clear>
                    {app.words(Message::ListClearFilter)}
                </button>
            </p>
        }
        .into_any(),
    })
}

/// The first line of a group from `from` on, else the last one before.
fn group_from(all: &[Line], from: usize) -> Option<usize> {
    let is_group = |it: &usize| matches!(all[*it], Line::Group(_));
    let from = from.min(all.len());
    (from..all.len()).find(is_group).or_else(|| (0..from).rev().find(is_group))
}

/// Does what a key asks for. Whether it asked for something.
fn hear(state: State, event: &KeyboardEvent) -> bool {
    let target = event_target::<Element>(event);
    let is = |selector: &str| target.matches(selector).unwrap_or(false);
    if event.key() == "Escape" {
        if is("input") {
            leave_field(state.app, is(".filter input"));
        } else {
            leave(state);
        }
        return true;
    }
    let is_held = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
    if is(".filter input") && event.key() == "ArrowDown" {
        return focus::focus_first(".entities [data-home]");
    }
    !is_held && is(".groups") && (walk(state, event) || act(state, event))
}

/// Out of a field: the filter is cleared first.
fn leave_field(app: App, is_filter: bool) {
    let is_filtered = app.read(|it| it.entities().is_some_and(|it| !it.words.is_empty()));
    if is_filter && is_filtered {
        return app.dispatch(Command::FilterEntities(String::new()));
    }
    let _ = focus::focus_first(".entities [data-home]");
}

/// Out of the open group, else out of the view.
fn leave(state: State) {
    let State { app, shown, active, .. } = state;
    let Some(key) = app.read(|it| it.opened_entity().cloned()) else {
        return app.dispatch(Command::CloseEntities);
    };
    app.dispatch(Command::OpenEntity(key.clone()));
    let at = shown.with_untracked(|all| all.iter().position(|it| it.key() == Some(&key)));
    active.set(at);
    let _ = focus::focus_first(".entities [data-home]");
}

/// From line to line; headings are none to stop at.
fn walk(state: State, event: &KeyboardEvent) -> bool {
    let State { shown, active, .. } = state;
    shown.with_untracked(|all| {
        let here = active.get_untracked();
        let Some(to) = next_row(event, here, all.len()) else { return false };
        let is_heading = |it: usize| matches!(all.get(it), Some(Line::Section(..)));
        let back = here.is_some_and(|it| to < it) && to > 0;
        let to = match (is_heading(to), back) {
            (true, true) => to - 1,
            (true, false) => to + 1,
            _ => to,
        };
        active.set(Some(to.min(all.len() - 1)));
        true
    })
}

/// What a key does to the line that it is on.
fn act(state: State, event: &KeyboardEvent) -> bool {
    let State { app, shown, active, .. } = state;
    let line = active.get_untracked().and_then(|n| shown.with_untracked(|all| all.get(n).cloned()));
    let opened = app.read(|it| it.opened_entity().cloned());
    let is_open = opened.is_some();
    match (event.key().as_str(), &line) {
        ("Enter" | "ArrowRight", Some(Line::Group(key))) if opened.as_ref() != Some(key) => {
            app.dispatch(Command::OpenEntity(key.clone()));
        }
        ("Enter", Some(_)) => apply(state),
        (" ", Some(line)) => line::toggle(app, line),
        ("ArrowRight", Some(Line::Group(_))) => {}
        ("ArrowRight", Some(line)) => line::go(app, line),
        ("ArrowLeft", _) if is_open => leave(state),
        _ if is_open && relabel(app, event) => {}
        (key, _) if key.chars().count() == 1 && key != " " => {
            // The letter lands in the field.
            let _ = focus::focus_first(".entities .filter input");
            return false;
        }
        _ => return false,
    }
    true
}

/// Changes what is ticked, and goes to the group that came after it.
fn apply(state: State) {
    let State { app, shown, active, .. } = state;
    let key = app.read(|it: &Session| it.opened_entity().cloned());
    let place = |all: &Vec<Line>, key: Option<&GroupKey>| {
        key.and_then(|key| all.iter().position(|it| it.key() == Some(key)))
    };
    let (at, next) = shown.with_untracked(|all| {
        let at = place(all, key.as_ref()).unwrap_or(0);
        (at, all[at..].iter().filter_map(Line::key).nth(1).cloned())
    });
    app.dispatch(Command::ApplyBatch);
    let to = shown.with_untracked(|all| place(all, next.as_ref()).or_else(|| group_from(all, at)));
    active.set(to);
}
