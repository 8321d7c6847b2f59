//! This article's marks as a list: the equal of the text for those who do not see it.
//!
//! Only the rows in sight are in the page, so that a long article costs no more than a short one;
//! each row says which one of how many it is. Moving in the list selects in the text.

use gloo::events::EventListener;
use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::order::sort_by_key;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::suggestion::DOUBTFUL_BELOW;
use apostil::view::{Placed, Sheet, Shown, ShownKey, ShownState};

use crate::app::app;
use crate::parts::label::{Drawn, tag};
use crate::parts::list::next_row;
use crate::parts::measure::set;
use crate::parts::segments::Segments;
use crate::react::{effect, memo};

/// Rows that are kept ready above and below what is in sight.
const SPARE: usize = 8;

/// In which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Reading,
    Label,
}

/// The marks with their tools.
#[component]
pub(crate) fn MarksList() -> impl IntoView {
    let app = app();
    let order = RwSignal::new(Order::Reading);
    let filter = RwSignal::new(String::new());
    let only_doubtful = RwSignal::new(false);
    let shown = memo(move || {
        app.changed.places.track();
        app.changed.schema.track();
        let filter = filter.get().trim().to_lowercase();
        app.read(|it| listed(it, &filter, only_doubtful.get(), order.get()))
    });
    let total = memo(move || {
        app.changed.places.track();
        app.read(|it| it.sheet().map_or(0, |it| it.marks().len()) as u64)
    });
    let n_doubtful = move || {
        app.changed.places.track();
        let count = app.read(|it| it.open_document().map_or(0, |id| it.n_doubtful(id)));
        app.number(count as u64)
    };
    let orders = vec![(Order::Reading, Message::OrderReading), (Order::Label, Message::OrderLabel)];
    let nothing = move || match (total.get(), shown.with(Vec::is_empty)) {
        (0, _) => Some(app.say(&Message::MarksEmpty)),
        (_, true) => Some(app.say(&Message::MarksNoMatch)),
        _ => None,
    };
    view! {
        <section class="marks">
            <div class="head">
                <h2>{app.words(Message::Marks)}</h2>
                <span class="soft num">{move || app.number(total.get())}</span>
                <span class="end">
                    <Segments label=Message::MarksOrder options=orders chosen=order />
                </span>
            </div>
            <div class="tools">
                <label class="field">
                    <input
                        type="search"
                        autocomplete="off"
                        aria-label=app.words(Message::MarksFilter)
                        placeholder=app.words(Message::MarksFilter)
                        prop:value=filter
                        on:input=move |event| filter.set(event_target_value(&event))
                    />
                </label>
                <button
                    type="button"
                    class="b line"
                    aria-pressed=move || only_doubtful.get().to_string()
                    on:click=move |_| only_doubtful.update(|it| *it = !*it)
                >
                    <span>{app.words(Message::MarksDoubtful)}</span>
                    <span class="num soft">{n_doubtful}</span>
                </button>
            </div>
            {move || nothing().map(|it| view! { <p class="note">{it}</p> })}
            <Rows shown=shown />
        </section>
    }
}

/// The rows in sight.
#[component]
fn Rows(shown: Memo<Vec<ShownKey>>) -> impl IntoView {
    let app = app();
    let list = NodeRef::<Ol>::new();
    let selected = memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(|it| it.cursor().mark)
    });
    let active = memo(move || {
        let selected = selected.get()?;
        shown.with(|all| all.iter().position(|it| *it == selected))
    });
    let window = watch(list, shown, active);
    let rows = move || {
        app.changed.places.track();
        let (first, end) = window.get();
        let keys = shown.with(|all| all.get(first..end).unwrap_or_default().to_vec());
        let total = shown.with(Vec::len);
        let row = |(n, key)| view! { <Row key=key n=first + n total=total selected=selected /> };
        keys.into_iter().enumerate().map(row).collect_view()
    };
    let hear = move |event: KeyboardEvent| {
        let all = shown.get_untracked();
        let next = next_row(&event, active.get_untracked(), all.len());
        let next = next.map(|it| Command::SelectMark(all[it]));
        if let Some(command) = next.or_else(|| answer(&event)) {
            event.prevent_default();
            app.dispatch(command);
        }
    };
    view! {
        <ol
            class="rows"
            role="listbox"
            tabindex="0"
            data-home=""
            node_ref=list
            aria-label=app.words(Message::MarksHere)
            aria-activedescendant=move || active.get().map(row_id)
            on:keydown=hear
        >
            {rows}
        </ol>
    }
}

/// Which rows of `list` are to be in the page: from, and up to. Room is kept for the others, and
/// the active one is brought into view.
fn watch(
    list: NodeRef<Ol>,
    shown: Memo<Vec<ShownKey>>,
    active: Memo<Option<usize>>,
) -> Memo<(usize, usize)> {
    let height = row_height();
    // The first row in sight, and how many there is room for.
    let sight = RwSignal::new((0, 24));
    let look = move || {
        if let Some(list) = list.get_untracked() {
            let first = list.scroll_top() as usize / height;
            let n = list.client_height() as usize / height + 1;
            if sight.get_untracked() != (first, n) {
                sight.set((first, n));
            }
        }
    };
    let window = memo(move || {
        let (first, n) = sight.get();
        let total = shown.with(Vec::len);
        let first = first.min(total).saturating_sub(SPARE);
        (first, (first + n + 2 * SPARE).min(total))
    });
    effect(move || {
        let (Some(list), (first, end)) = (list.get(), window.get()) else { return };
        let below = shown.with(Vec::len).saturating_sub(end);
        set(&list, "--above", &format!("{}px", first * height));
        set(&list, "--below", &format!("{}px", below * height));
    });
    effect(move || {
        if let (Some(list), Some(row)) = (list.get(), active.get()) {
            scroll_to_row(&list, row, height);
        }
        request_animation_frame(look);
    });
    effect(move || {
        if let Some(list) = list.get() {
            EventListener::new(&list, "scroll", move |_| look()).forget();
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| look());
    on_cleanup(move || resized.remove());
    window
}

/// One mark.
#[component]
fn Row(key: ShownKey, n: usize, total: usize, selected: Memo<Option<ShownKey>>) -> impl IntoView {
    let app = app();
    let drawn = app.read(|it| {
        let shown = it.sheet()?.find(key)?.shown.clone();
        let label = Drawn::find(it.project().schema(), shown.label)?;
        Some((words(it, &shown), label, shown))
    });
    let (words, label, shown) = drawn?;
    let (class, dot, state) = match shown.state {
        ShownState::Confirmed => ("", "dot", Message::MarkConfirmed),
        ShownState::Suggested => ("", "dot s", Message::MarkSuggested),
        ShownState::Rejected => ("r", "dot r", Message::MarkRejected),
    };
    let is_selected = move || selected.get() == Some(key);
    let score = move || {
        let score = shown.score.filter(|_| is_selected())?;
        Some(view! { " " <span class="mono">{format!("{score:.2}")}</span> })
    };
    let is_suggested = shown.state == ShownState::Suggested;
    Some(view! {
        <li
            class=class
            role="option"
            id=row_id(n)
            aria-setsize=total.to_string()
            aria-posinset=(n + 1).to_string()
            aria-selected=move || is_selected().to_string()
            data-active=move || is_selected().then_some("")
            on:click=move |_| app.dispatch(Command::SelectMark(key))
        >
            <span class=dot role="img" data-l=label.slot.clone() aria-label=app.words(state)></span>
            <span class="words"><bdi>{words}</bdi></span>
            <span>{tag(&label, is_suggested)} {score}</span>
        </li>
    })
}

fn row_id(n: usize) -> String {
    format!("mark-{n}")
}

/// A row's height in CSS pixels, as the style sheet has it.
fn row_height() -> usize {
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    if coarse.is_some_and(|it| it.matches()) { 44 } else { 26 }
}

fn scroll_to_row(list: &web_sys::HtmlElement, row: usize, height: usize) {
    let (top, room) = (list.scroll_top(), list.client_height());
    let start = i32::try_from(row * height).unwrap_or(i32::MAX);
    let end = i32::try_from((row + 1) * height).unwrap_or(i32::MAX);
    if start < top {
        list.set_scroll_top(start);
    } else if end > top + room {
        list.set_scroll_top(end - room);
    }
}

/// What keys decide here about the selected mark.
fn answer(event: &KeyboardEvent) -> Option<Command> {
    match event.key().as_str() {
        "Enter" => Some(Command::Accept),
        "Delete" | "Backspace" => Some(Command::Remove),
        _ => None,
    }
}

/// The words of a mark, its pieces joined, on one line.
pub(crate) fn words(session: &Session, shown: &Shown) -> String {
    let text = session.sheet().map(Sheet::text);
    let words = text.and_then(|it| shown.extent.words(it)).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The marks that a person wants to see, in the order wanted.
fn listed(session: &Session, filter: &str, only_doubtful: bool, order: Order) -> Vec<ShownKey> {
    let Some(sheet) = session.sheet() else { return Vec::new() };
    let schema = session.project().schema();
    let is_doubtful = |it: &Shown| {
        it.state == ShownState::Suggested && it.score.is_some_and(|it| it < DOUBTFUL_BELOW)
    };
    let has_words = |it: &Shown| {
        filter.is_empty()
            || words(session, it).to_lowercase().contains(filter)
            || schema.label(it.label).is_some_and(|it| it.name.to_lowercase().contains(filter))
    };
    let is_wanted =
        |it: &&Placed| (!only_doubtful || is_doubtful(&it.shown)) && has_words(&it.shown);
    let mut all: Vec<&Placed> = sheet.marks().iter().filter(is_wanted).collect();
    if order == Order::Label {
        let place =
            |it: &&Placed| schema.labels.iter().position(|label| label.id == it.shown.label);
        sort_by_key(&mut all, place);
    }
    all.into_iter().map(|it| it.shown.key).collect()
}
