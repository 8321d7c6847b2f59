//! What the keys do to the thing that is selected now.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::track::Status;
use apostil::session::Session;
use apostil::session::command::{Command, Edge};

use crate::app::{App, app};
use crate::keyboard::cap_of;
use crate::parts::mark_editor::is_confirmed;
use crate::react::memo;

/// What is selected, as far as keys care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Nothing,
    Words,
    Mark,
    Suggestion,
    /// The start of a relation, whatever else is selected.
    Start,
    /// Words that the mark selected before could have as well.
    Piece,
}

/// One hint: a command whose key is shown, or the keys of labels.
type Hint = (Option<Command>, Message);

/// The strip under the article.
#[component]
pub(crate) fn HintStrip() -> impl IntoView {
    let app = app();
    let held = memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(held)
    });
    let title = move || {
        app.say(&match held.get() {
            Held::Nothing => Message::HintNothing,
            Held::Words | Held::Piece => Message::HintSelection,
            Held::Start => Message::HintRelating,
            Held::Mark => Message::HintMark,
            Held::Suggestion => Message::HintSuggestion,
        })
    };
    let items = move || {
        app.changed.settings.track();
        hints(held.get()).into_iter().filter_map(|it| hint(app, it)).collect_view()
    };
    view! {
        <div class="hint">
            <div class="items">
                <span>{title}</span>
                {items}
            </div>
            <span class="end">
                <Done />
                <button
                    type="button"
                    class="b tight"
                    on:click=move |_| app.dispatch(Command::ShowKeys)
                >
                    <span>{app.words(Message::HintKeys)}</span>
                    <kbd>{move || cap_of(app, &Command::ShowKeys)}</kbd>
                </button>
            </span>
        </div>
    }
}

/// Says that the article is done, or takes that back.
#[component]
pub(crate) fn Done() -> impl IntoView {
    let app = app();
    let is_done = memo(move || {
        app.changed.article.track();
        app.changed.list.track();
        app.read(|it| it.open_document().is_some_and(|id| it.summary(id).status == Status::Done))
    });
    view! {
        <button
            type="button"
            class="b tight"
            title=app.words(Message::CommandArticleDoneHelp)
            aria-pressed=move || is_done.get().to_string()
            on:click=move |_| app.dispatch(Command::ToggleDone)
        >
            <span>{app.words(Message::ArticleDone)}</span>
            <kbd>{move || cap_of(app, &Command::ToggleDone)}</kbd>
        </button>
    }
}

fn held(session: &Session) -> Held {
    if session.relating_from().is_some() {
        return Held::Start;
    }
    if session.has_suggestion() {
        return Held::Suggestion;
    }
    if is_confirmed(session) {
        return Held::Mark;
    }
    match session.cursor().selection() {
        Some(_) if session.can_add_piece() => Held::Piece,
        Some(_) => Held::Words,
        None => Held::Nothing,
    }
}

/// The hints, the most wanted first: what does not fit drops out from the right.
fn hints(held: Held) -> Vec<Hint> {
    let edge = Command::MoveEdge { edge: Edge::End, forward: true };
    match held {
        Held::Suggestion => vec![
            (Some(Command::Accept), Message::HintAccept),
            (Some(Command::Reject), Message::HintReject),
            (None, Message::HintOtherLabel),
            (Some(Command::Skip), Message::HintSkip),
            (Some(edge), Message::HintMoveEdge),
            (Some(Command::NextDoubtful), Message::HintNextDoubtful),
        ],
        Held::Mark => vec![
            (None, Message::HintOtherLabel),
            (Some(Command::Remove), Message::HintRemove),
            (Some(edge), Message::HintMoveEdge),
            (Some(Command::Relate), Message::HintRelate),
            (Some(Command::NextMark), Message::HintNextMark),
            (Some(Command::NextDoubtful), Message::HintNextDoubtful),
        ],
        Held::Words => {
            vec![(None, Message::HintLabelIt), (Some(Command::TypeLabel), Message::HintOtherLabel)]
        }
        Held::Piece => vec![
            (None, Message::HintLabelIt),
            (Some(Command::AddPiece), Message::HintPieceAdd),
            (Some(Command::TypeLabel), Message::HintOtherLabel),
        ],
        Held::Start => vec![
            (Some(Command::NextMark), Message::HintNextMark),
            (Some(Command::Relate), Message::HintRelateHere),
            (Some(Command::SelectNone), Message::HintRelateStop),
        ],
        Held::Nothing => vec![
            (Some(Command::NextMark), Message::HintNextMark),
            (Some(Command::NextDoubtful), Message::HintNextDoubtful),
            (None, Message::HintLabelIt),
        ],
    }
}

/// The hint, unless the command has no key.
fn hint(app: App, (command, words): Hint) -> Option<impl IntoView> {
    let caps = match command {
        Some(command) => {
            let cap = cap_of(app, &command)?;
            view! { <kbd>{cap}</kbd> }.into_any()
        }
        None => label_keys(app)?.into_any(),
    };
    Some(view! { <span>{caps} " " {app.words(words)}</span> })
}

/// The first and the last of the digits that give labels, while they do.
fn label_keys(app: App) -> Option<impl IntoView> {
    let keys: Vec<char> = app.read(|it| {
        if !it.settings().keys.letters {
            return Vec::new();
        }
        let keys = it.project().schema().labels.iter().filter_map(|it| it.key);
        keys.filter(char::is_ascii_digit).collect()
    });
    let ends = keys.first().zip(keys.last().filter(|_| keys.len() > 1));
    let first = keys.first().map(char::to_string)?;
    let last = ends.map(|(_, it)| view! { "–" <kbd>{it.to_string()}</kbd> });
    Some(view! { <span><kbd>{first}</kbd>{last}</span> })
}
