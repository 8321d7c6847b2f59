//! The dock under the article where many places are looked through before one step changes them.
//!
//! It opens by itself after a correction that could be made elsewhere, and takes the focus only when
//! asked to. Each place is a line of the text around it, with what stands there now.

mod head;
pub(crate) mod line;

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::{Change, Purpose};
use apostil::session::command::Command;
use apostil::session::effect::Effect;
use apostil::session::keys;

use crate::app::{App, app};
use crate::keyboard::cap_of;
use crate::parts::batch::head::Head;
use crate::parts::batch::line::{Line, lines, view_of};
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

fn reveal_selected(app: App) {
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
    let active = RwSignal::new(None::<usize>);
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
            aria-label=app.words(Message::BatchTitle)
            on:keydown=hear
        >
            <Head />
            <Places shown=shown active=active />
            <Foot />
        </section>
    }
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
    let nothing = move || {
        shown.with(Vec::is_empty).then(|| view! { <p>{app.words(Message::BatchEmpty)}</p> })
    };
    view! {
        <ol
            class="kwic"
            role="listbox"
            aria-multiselectable="true"
            tabindex="0"
            data-home=""
            node_ref=list
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
    let words = move || facts.with(|it| it.as_ref().map(|it| app.say(&it.action)));
    let rest = move || {
        let (count, ticked) = facts.with(|it| it.as_ref().map(|it| (it.conflicts, it.ticked)))?;
        Some(app.say(&Message::BatchConflicts { count, ticked }))
    };
    let is_elsewhere = move || facts.with(|it| it.as_ref().is_some_and(|it| it.is_elsewhere));
    let press = move |command: Command| move |_| app.dispatch(command.clone());
    view! {
        <div class="foot">
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
            <button type="button" class="b" on:click=press(Command::CloseBatch)>
                <span>{app.words(Message::BatchNotNow)}</span>
                <kbd>{app.words(Message::KeyEscape)}</kbd>
            </button>
            <span class="soft num">{rest}</span>
            <span class="enter">
                <kbd>{move || cap_of(app, &Command::Same)}</kbd>
                {app.words(Message::BatchEnter)}
            </span>
        </div>
    }
}

/// What the foot says.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    action: Message,
    ticked: u64,
    conflicts: u64,
    /// Whether there are ticked places in other articles and in the open one.
    is_elsewhere: bool,
}

fn facts(session: &Session) -> Option<Facts> {
    let batch = session.batch()?;
    let count = batch.n_ticked() as u64;
    let is_left = |it: &&apostil::session::batch::Row| it.is_conflict && !it.is_ticked;
    let here = session.open_document();
    let ticked = batch.rows.iter().filter(|it| it.is_ticked);
    let n_here = ticked.filter(|it| here == Some(&it.document)).count() as u64;
    let action = match &batch.change {
        Change::Label(label) => Message::BatchLabel { count, label: session.label_name(*label) },
        Change::Remove(_) => Message::BatchRemove { count },
        Change::Accept => Message::BatchAccept { count },
        Change::Link(link) => Message::BatchLink { count, link: link.clone() },
    };
    Some(Facts {
        action,
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
        "Enter" if event.shift_key() => app.dispatch(Command::ApplyBatchHere),
        "Enter" => app.dispatch(Command::ApplyBatch),
        " " => toggle(app, here.and_then(|it| all.get(it))),
        _ => return relabel(app, event),
    }
    true
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
        it.batch().is_some_and(|it| {
            let keeps_places = matches!(it.purpose, Purpose::Twins(_) | Purpose::Group(_));
            keeps_places && matches!(it.change, Change::Label(_))
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
