//! The rows of the list of marks.
//!
//! Only those in sight are in the page, so that a long article costs no more than a short one; each
//! says which one of how many it is. Moving in the list selects in the text, and answers go on.

use leptos::html::Ol;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::keys;
use apostil::session::reason::percent;
use apostil::view::{ShownKey, ShownState};

use crate::app::{App, app};
use crate::focus;
use crate::parts::label::{Drawn, tag};
use crate::parts::list::{TypeAhead, next_row};
use crate::parts::marks_list::listing::{begins_with, words};
use crate::parts::window::watch;
use crate::react::memo;
use crate::web::pane::keys::chord as read_chord;

/// The rows in sight.
#[component]
pub(crate) fn Rows(
    /// The marks, in their order.
    shown: Memo<Vec<ShownKey>>,
) -> impl IntoView {
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
    let n_rows = memo(move || shown.with(Vec::len));
    let window = watch(list, n_rows, active, row_height());
    let rows = move || {
        app.changed.places.track();
        let (first, end) = window.get();
        let keys = shown.with(|all| all.get(first..end).unwrap_or_default().to_vec());
        let total = shown.with(Vec::len);
        let row = |(n, key)| view! { <Row key=key n=first + n total=total selected=selected /> };
        keys.into_iter().enumerate().map(row).collect_view()
    };
    let typed = TypeAhead::new();
    let hear = move |event: KeyboardEvent| {
        let here = active.get_untracked();
        if shown.with_untracked(|all| hear(app, &event, all, here, typed)) {
            event.prevent_default();
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
        let percent = percent(shown.score.filter(|_| is_selected())?);
        Some(view! { " " <span class="mono">{app.words(Message::Score { percent })}</span> })
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

/// Does what a key asks for. Whether it asked for something.
fn hear(
    app: App,
    event: &KeyboardEvent,
    all: &[ShownKey],
    here: Option<usize>,
    typed: TypeAhead,
) -> bool {
    if let Some(to) = next_row(event, here, all.len()) {
        app.dispatch(Command::SelectMark(all[to]));
        return true;
    }
    let bare = event.key().chars().count() == 1 && typed.is_under_way(event);
    if let Some(command) = answer(app, event).filter(|_| !bare) {
        let is_decided = command == Command::Accept && !app.read(Session::has_suggestion);
        if is_decided {
            return focus::focus_first(EDITOR);
        }
        app.dispatch(command);
        return true;
    }
    let Some(typed) = typed.hear(event) else { return false };
    if let Some(key) = app.read(|it| begins_with(it, all, here, &typed)) {
        app.dispatch(Command::SelectMark(key));
    }
    true
}

/// Where a mark that needs no answer is changed.
const EDITOR: &str = ".inspector .editor .field";

/// What a key says about the selected mark, as it would in the article. Letters that say something
/// else there are for finding marks here.
fn answer(app: App, event: &KeyboardEvent) -> Option<Command> {
    let chord = read_chord(event)?;
    let command =
        app.read(|it| keys::find(it.project().schema(), &it.settings().keys, chord, true))?;
    let is_answer = matches!(
        command,
        Command::Accept
            | Command::AcceptParagraph
            | Command::Reject
            | Command::Skip
            | Command::Remove
            | Command::MoveEdge { .. }
            | Command::NudgeEdge { .. }
    );
    is_answer.then_some(command)
}
