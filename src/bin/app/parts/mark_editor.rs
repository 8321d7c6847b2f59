//! The editor of the selected mark: its words, where it comes from, edges, label, link, note,
//! attributes, and the answer to a suggestion. The same in the inspector and under the mark.
//!
//! What stays stays in place while marks come and go, so that whoever works in it by keyboard keeps
//! the focus from one mark to the next.

pub(crate) mod edges;
mod fields;
mod relations;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::annotation::{Annotation, Attributes};
use apostil::model::id::AnnotationId;
use apostil::model::origin::Origin;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::reason::percent;
use apostil::text::TextRange;
use apostil::view::{ShownKey, ShownState};

use crate::app::{App, app};
use crate::focus;
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, underlined};
use crate::parts::mark_editor::edges::Edges;
use crate::parts::mark_editor::fields::Fields;
use crate::parts::mark_editor::relations::Relations;
use crate::parts::marks_list::listing::words;
use crate::react::memo;

/// The selected mark, as far as the editor shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edited {
    /// Which.
    pub(crate) key: ShownKey,
    /// Its words.
    pub(crate) words: String,
    /// Its pieces with their words, where it has several.
    pieces: Vec<(TextRange, String)>,
    /// Its label.
    pub(crate) label: Drawn,
    /// How far it is decided.
    pub(crate) state: ShownState,
    /// The engine's estimate, in per cent.
    pub(crate) percent: Option<u64>,
    /// Why it is suggested.
    pub(crate) why: Option<Message>,
    origin: Option<Origin>,
    link: String,
    note: String,
    attributes: Attributes,
}

impl Edited {
    /// The annotation, where it is one.
    fn id(&self) -> Option<AnnotationId> {
        match self.key {
            ShownKey::Annotation(id) => Some(id),
            ShownKey::Suggested(_) => None,
        }
    }
}

/// The selected mark, whenever it changes.
pub(crate) fn selected() -> Memo<Option<Edited>> {
    let app = app();
    memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.changed.schema.track();
        app.read(edited)
    })
}

fn edited(session: &Session) -> Option<Edited> {
    let key = session.cursor().mark?;
    let shown = session.sheet()?.find(key)?.shown.clone();
    let annotation = annotation(session, key);
    let text = |read: fn(&Annotation) -> &Option<String>| {
        annotation.and_then(|it| read(it).clone()).unwrap_or_default()
    };
    let ranges = Some(shown.extent.ranges()).filter(|it| it.len() > 1).unwrap_or_default();
    let piece =
        |it: &TextRange| Some((*it, it.slice(session.sheet()?.text().as_str())?.to_owned()));
    Some(Edited {
        key,
        words: words(session, &shown),
        pieces: ranges.iter().filter_map(piece).collect(),
        label: Drawn::find(session.project().schema(), shown.label)?,
        state: shown.state,
        percent: shown.score.map(percent),
        why: session.why(key),
        origin: annotation.map(|it| it.origin.clone()),
        link: text(|it| &it.link),
        note: text(|it| &it.note),
        attributes: annotation.map(|it| it.attributes.clone()).unwrap_or_default(),
    })
}

/// Whether a person's mark is selected.
pub(crate) fn is_confirmed(session: &Session) -> bool {
    session.cursor().mark.is_some_and(|key| annotation(session, key).is_some())
}

fn annotation(session: &Session, key: ShownKey) -> Option<&Annotation> {
    let ShownKey::Annotation(id) = key else { return None };
    session.project().track(session.open_document()?, session.me())?.annotations.get(&id)
}

/// The editor, where a mark is selected.
#[component]
pub(crate) fn MarkEditor(
    /// Where it stands: part of the ids of its fields.
    place: &'static str,
) -> impl IntoView {
    let edited = selected();
    let is_there = memo(move || edited.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <Editor edited=edited place=place />
        </Show>
    }
}

#[component]
fn Editor(edited: Memo<Option<Edited>>, place: &'static str) -> impl IntoView {
    let app = app();
    let words = memo(move || edited.with(|it| it.as_ref().map(|it| it.words.clone())));
    let label = memo(move || edited.with(|it| it.as_ref().map(|it| it.label.clone())));
    let cap = move || label.get()?.key.map(|it| view! { <kbd>{it}</kbd> });
    view! {
        <section class="editor" aria-label=app.words(Message::MarkSelected)>
            <div class="quote">
                <h2 title=move || words.get()>
                    <bdi>{move || words.get()}</bdi>
                </h2>
            </div>
            <div class="where">
                {move || edited.get().map(|it| origin(app, &it))} <Edges />
            </div>
            {move || edited.get().and_then(|it| why(app, it))}
            {move || edited.get().and_then(|it| pieces(app, &it))}
            <div class="form" on:keydown=|event| leave_form(&event)>
                <span class="k">{app.words(Message::FieldLabel)}</span>
                <button
                    type="button"
                    class="field"
                    aria-haspopup="dialog"
                    on:click=move |_| app.dispatch(Command::TypeLabel)
                >
                    <span class="sr">{app.words(Message::FieldLabel)}</span>
                    {move || label.get().map(|it| underlined(&it))}
                    {cap}
                </button>
                <Fields edited=edited place=place />
            </div>
            <Relations edited=edited place=place />
            <Answers edited=edited />
        </section>
    }
}

/// What can be said about it now.
#[component]
pub(crate) fn Answers(
    /// The selected mark.
    edited: Memo<Option<Edited>>,
    /// More that can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = memo(move || edited.with(|it| it.as_ref().map(|it| it.state)));
    let answers = move || {
        let accept = || {
            view! { <TextButton command=Command::Accept name=Message::Accept class="main" cap=true /> }
        };
        match state.get()? {
            ShownState::Suggested => view! {
                {accept()}
                <TextButton command=Command::Reject name=Message::Reject class="line" cap=true />
            }
            .into_any(),
            ShownState::Confirmed => view! {
                <TextButton command=Command::Remove name=Message::RemoveMark class="line" cap=true />
            }
            .into_any(),
            // Whoever thinks again accepts it after all.
            ShownState::Rejected => accept().into_any(),
        }
        .into()
    };
    view! {
        <div class="acts">
            {move || -> Option<AnyView> { answers() }} {children.map(|it| it())}
        </div>
    }
}

/// Escape leads from a field to the article; one with something to take back has heard it before.
fn leave_form(event: &KeyboardEvent) {
    if event.key() == "Escape" && !event.is_composing() {
        event.prevent_default();
        let _ = focus::focus_first(".doc");
    }
}

/// The words of the pieces of a mark that has several.
fn pieces(app: App, edited: &Edited) -> Option<impl IntoView + use<>> {
    let (pieces, id) = (Some(&edited.pieces).filter(|it| !it.is_empty())?, edited.id()?);
    let piece = |(range, words): (TextRange, String)| {
        let name = Message::PieceRemove { words: words.clone() };
        let spoken = name.clone();
        view! {
            <li>
                <span class="words">
                    <bdi>{words}</bdi>
                </span>
                <button
                    type="button"
                    class="b icon"
                    aria-label=move || app.say(&spoken)
                    title=move || app.say(&name)
                    on:click=move |_| app.dispatch(Command::RemoveRange { id, range })
                >
                    {icon(Icon::Close)}
                </button>
            </li>
        }
    };
    let pieces = pieces.iter().cloned().map(piece).collect::<Vec<_>>();
    Some(view! {
        <ol class="pieces" aria-label=app.words(Message::MarkPieces)>
            {pieces}
        </ol>
    })
}

/// Who says so.
fn origin(app: App, edited: &Edited) -> impl IntoView + use<> {
    let (shown, state) = (edited.percent, edited.state);
    let words = match edited.origin.clone() {
        Some(Origin::Human) => Message::OriginHuman,
        Some(Origin::Imported { source }) => Message::OriginImported { source: source.to_string() },
        Some(Origin::Accepted { source, score }) => {
            Message::OriginAccepted { engine: source.name.clone(), percent: percent(score) }
        }
        Some(Origin::Adjudicated { .. }) => Message::OriginAdjudicated,
        None if state == ShownState::Rejected => Message::MarkRejected,
        None => Message::MarkSuggested,
    };
    let score = shown.map(|percent| {
        view! { " " <span class="mono">{app.words(Message::Score { percent })}</span> }
    });
    view! { <span>{app.words(words)} {score}</span> }
}

/// Why it is suggested, and what the score means for whoever asks.
fn why(app: App, edited: Edited) -> Option<impl IntoView> {
    let (why, percent) = (edited.why?, edited.percent?);
    Some(view! {
        <div class="why">
            <p>{app.words(why)}</p>
            <details class="folded">
                <summary>{app.words(Message::ScoreQuestion { percent })}</summary>
                <p>{app.words(Message::ScoreHelp { percent })}</p>
            </details>
        </div>
    })
}
