//! The dock under the article where many places are looked through before one step changes them.
//!
//! It opens by itself after a correction that could be made elsewhere, and takes the focus only when
//! asked to. Each place is a line of the text around it, with what stands there now.

mod head;
pub(crate) mod line;
mod nothing;
mod search;

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::{Batch as Batched, Change, Purpose, Row};
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::keys;

use crate::app::{App, app};
use crate::keyboard::cap_of;
use crate::parts::batch::head::Head;
use crate::parts::batch::line::{Line, lines, view_of};
use crate::parts::batch::nothing::Nothing;
use crate::parts::batch::search::Action;
use crate::parts::button::TextButton;
use crate::parts::list::next_row;
use crate::parts::window::watch;
use crate::react::{effect, memo};
use crate::web::pane::keys::chord as read_chord;

/// The dock, where there is a batch.
#[component]
pub(crate) fn Batch() -> impl IntoView {
    let app = app();
    let is_there = memo(move || {
        app.changed.batch.track();
        app.changed.entities.track();
        // The entities view shows its batch itself.
        app.read(|it| it.has_batch() && it.entities().is_none())
    });
    effect(move || {
        // The article has less room now: what was just marked stays in sight.
        if is_there.get() {
            request_animation_frame(move || reveal_selected(app));
        }
    });
    view! {
        <Show when=move || is_there.get()>
            <Dock />
        </Show>
    }
}

/// Brings the selected mark into sight, once the article has its place.
pub(crate) fn reveal_selected(app: App) {
    let selected = |it: &Session| Some(it.sheet()?.find(it.cursor().mark?)?.shown.extent.hull());
    if let Some(hull) = app.read(selected) {
        app.outside.in_pane(&Effect::Reveal(hull));
    }
}

#[component]
fn Dock() -> impl IntoView {
    let app = app();
    let shown = memo(move || {
        app.changed.batch.track();
        app.read(lines)
    });
    let name = move || {
        app.changed.batch.track();
        let is_search = app.read(|it| it.search_here().is_some());
        app.say(&if is_search { Message::SearchTitle } else { Message::BatchTitle })
    };
    let active = RwSignal::new(None::<usize>);
    follow_hit(app, shown, active);
    let hear = move |event: KeyboardEvent| {
        // Not while the lines are being looked at: what is done changes them.
        let all = shown.get_untracked();
        if hear(app, &event, &all, active) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    view! {
        <section
            class="batch"
            data-region="batch"
            aria-label=name
            on:keydown=hear
        >
            <Head />
            <Places shown=shown active=active />
            <Foot />
        </section>
    }
}

/// The line of the hit that is gone to is the active one.
fn follow_hit(app: App, shown: Memo<Vec<Line>>, active: RwSignal<Option<usize>>) {
    let current = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.search_here()?.current.clone())
    });
    effect(move || {
        let Some((document, range)) = current.get() else { return };
        let is_it = |it: &Line| matches!(it, Line::Place(_, row) if row.range == range && row.document == document);
        let line = shown.with_untracked(|all| all.iter().position(is_it));
        if line.is_some() {
            active.set(line);
        }
    });
}

/// The lines in sight.
#[component]
fn Places(shown: Memo<Vec<Line>>, active: RwSignal<Option<usize>>) -> impl IntoView {
    let app = app();
    let list = NodeRef::<Ol>::new();
    let n_rows = memo(move || shown.with(Vec::len));
    let on_line = memo(move || active.get().filter(|it| *it < n_rows.get()));
    let window = watch(list, n_rows, on_line, line_height());
    let in_sight = move || {
        // First of all: asked after what is made of it, a change of it would pass unnoticed.
        shown.track();
        let (first, end) = window.get();
        let here = shown.with(|all| all.get(first..end).unwrap_or_default().to_vec());
        let total = n_rows.get();
        let each = here.into_iter().enumerate();
        each.map(|(n, it)| view_of(app, it, first + n, total, active)).collect_view()
    };
    let is_search = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.search_here().is_some())
    });
    // Not while it is looked for: the list may have the focus.
    let is_bare = memo(move || {
        app.changed.batch.track();
        let is_bare = |it: &Batched| it.is_complete() && it.rows.is_empty();
        app.read(|it| it.search_here().is_some() && it.batch().is_some_and(is_bare))
    });
    let nothing = move || {
        let is_empty = n_rows.get() == 0;
        is_empty.then(|| {
            if is_search.get() {
                view! { <Nothing /> }.into_any()
            } else {
                view! { <p>{app.words(Message::BatchEmpty)}</p> }.into_any()
            }
        })
    };
    view! {
        <ol
            class="kwic"
            role="listbox"
            aria-multiselectable="true"
            tabindex="0"
            data-home=""
            node_ref=list
            hidden=move || is_bare.get()
            aria-label=app.words(Message::BatchPlaces)
            aria-activedescendant=move || on_line.get().map(line::id)
        >
            {in_sight}
        </ol>
        {nothing}
    }
}

/// A line's height in CSS pixels, as the style sheet has it.
pub(crate) fn line_height() -> usize {
    let narrow = window().match_media("(max-width: 760px)").ok().flatten();
    if narrow.is_some_and(|it| it.matches()) { 60 } else { 30 }
}

/// What the buttons do.
#[component]
fn Foot() -> impl IntoView {
    let app = app();
    let facts = memo(move || {
        app.changed.batch.track();
        app.changed.schema.track();
        app.read(facts)
    });
    let is = move |look: fn(&Facts) -> bool| {
        memo(move || facts.with(|it| it.as_ref().is_some_and(look)))
    };
    let (is_search, has_rows) = (is(|it| it.is_search), is(|it| it.has_rows));
    let is_looking = is(|it| it.action.is_none());
    let rest = move || {
        let it = facts.get().filter(|it| it.action.is_some())?;
        Some(app.say(&Message::BatchConflicts { count: it.conflicts, ticked: it.ticked }))
    };
    let close =
        move || app.say(&if is_search.get() { Message::Close } else { Message::BatchNotNow });
    view! {
        <div class="foot">
            <Show when=move || is_search.get()>
                <Action />
            </Show>
            <Show when=move || is_looking.get() fallback=move || view! { <Apply facts=facts /> }>
                <Show when=move || has_rows.get()>
                    <TextButton command=Command::NextHit class="main" cap=true />
                    <TextButton command=Command::PreviousHit cap=true />
                </Show>
            </Show>
            <button type="button" class="b" on:click=move |_| app.dispatch(Command::CloseBatch)>
                <span>{close}</span>
                <kbd>{app.words(Message::KeyEscape)}</kbd>
            </button>
            <span class="soft num">{rest}</span>
            <Show when=move || !is_search.get()>
                <span class="enter">
                    <kbd>{move || cap_of(app, &Command::Same)}</kbd>
                    {app.words(Message::BatchEnter)}
                </span>
            </Show>
        </div>
    }
}

/// The buttons that change the places.
#[component]
fn Apply(facts: Memo<Option<Facts>>) -> impl IntoView {
    let app = app();
    let words = move || facts.get().and_then(|it| it.action).map(|it| app.say(&it));
    let is_elsewhere = move || facts.with(|it| it.as_ref().is_some_and(|it| it.is_elsewhere));
    let press = move |command: Command| move |_| app.dispatch(command.clone());
    view! {
        <button type="button" class="b main" on:click=press(Command::ApplyBatch)>
            <span>{words}</span>
            <kbd>{app.words(Message::KeyEnter)}</kbd>
        </button>
        <Show when=is_elsewhere>
            <button type="button" class="b" on:click=press(Command::ApplyBatchHere)>
                <span>{app.words(Message::BatchOnlyHere)}</span>
                <kbd>{app.words(Message::KeyShift)} " " {app.words(Message::KeyEnter)}</kbd>
            </button>
        </Show>
    }
}

/// What the foot says.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    /// What is to be done; nothing while places are only looked at.
    action: Option<Message>,
    is_search: bool,
    has_rows: bool,
    ticked: u64,
    conflicts: u64,
    /// Whether there are ticked places in other articles and in the open one.
    is_elsewhere: bool,
}

fn facts(session: &Session) -> Option<Facts> {
    let batch = session.batch()?;
    let count = batch.n_ticked() as u64;
    let is_left = |it: &&Row| it.is_conflict && !it.is_ticked;
    let here = session.open_document();
    let ticked = batch.rows.iter().filter(|it| it.is_ticked);
    let n_here = ticked.filter(|it| here == Some(&it.document)).count() as u64;
    let action = match &batch.change {
        Change::Look => None,
        Change::Label(label) => {
            Some(Message::BatchLabel { count, label: session.label_name(*label) })
        }
        Change::Remove(_) => Some(Message::BatchRemove { count }),
        Change::Accept => Some(Message::BatchAccept { count }),
        Change::Link(link) => Some(Message::BatchLink { count, link: link.clone() }),
    };
    Some(Facts {
        action,
        is_search: session.search_here().is_some(),
        has_rows: !batch.rows.is_empty(),
        ticked: count,
        conflicts: batch.rows.iter().filter(is_left).count() as u64,
        is_elsewhere: n_here > 0 && n_here < count,
    })
}

/// Does what a key asks for. Whether it asked for something.
fn hear(app: App, event: &KeyboardEvent, all: &[Line], active: RwSignal<Option<usize>>) -> bool {
    let is_plain =
        !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
    if event.key() == "Escape" {
        app.dispatch(Command::CloseBatch);
        return true;
    }
    let batch = app.read(|it| {
        it.batch().map(|it| (it.change == Change::Look, matches!(it.purpose, Purpose::Search(_))))
    });
    let (is_looking, is_search) = batch.unwrap_or_default();
    let on_list = event_target::<web_sys::Element>(event).matches(".kwic").unwrap_or(false);
    if !on_list || !is_plain {
        return false;
    }
    let here = active.get_untracked();
    if let Some(to) = next_row(event, here, all.len()) {
        active.set(Some(to));
        return true;
    }
    match event.key().as_str() {
        "ArrowRight" => go_to(app, here.and_then(|it| all.get(it))),
        "Enter" | " " if is_looking => go_to(app, here.and_then(|it| all.get(it))),
        "Delete" if is_search => {
            app.dispatch(Command::ChangeBatch(app.read(Session::removal_of_hits)));
        }
        "Enter" if event.shift_key() => app.dispatch(Command::ApplyBatchHere),
        "Enter" => app.dispatch(Command::ApplyBatch),
        " " => toggle(app, here.and_then(|it| all.get(it))),
        _ => return relabel(app, event),
    }
    true
}

/// Shows the place of a line in its article.
fn go_to(app: App, line: Option<&Line>) {
    if let Some(Line::Place(_, Row { document, range, .. })) = line {
        app.dispatch(Command::GoTo { document: document.clone(), range: *range });
    }
}

/// Ticks what a line stands for, or takes the tick away: of a heading, all below it.
fn toggle(app: App, line: Option<&Line>) {
    match line {
        Some(Line::Place(n, row)) => app.dispatch(Command::Tick { row: *n, on: !row.is_ticked }),
        Some(Line::Group(group)) => line::tick_group(app, group),
        None => {}
    }
}

/// A label's key proposes that label instead.
pub(crate) fn relabel(app: App, event: &KeyboardEvent) -> bool {
    let Some(chord) = read_chord(event) else { return false };
    let command =
        app.read(|it| keys::find(it.project().schema(), &it.settings().keys, chord, true));
    let labels = |it: &Session| {
        it.batch().is_some_and(|it| match it.purpose {
            Purpose::Twins(_) | Purpose::Group(_) => matches!(it.change, Change::Label(_)),
            Purpose::Search(_) => true,
            Purpose::Sure(_) | Purpose::Split(_) => false,
        })
    };
    match command {
        Some(Command::Label(label)) if app.read(labels) => {
            app.dispatch(Command::ChangeBatch(Change::Label(label)));
            true
        }
        _ => false,
    }
}
