//! The editor of the selected mark: its words, where it comes from, edges, label, link, note, and
//! the answer to a suggestion. The same in the inspector and under the mark.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::annotation::Annotation;
use apostil::model::id::AnnotationId;
use apostil::model::origin::Origin;
use apostil::session::Session;
use apostil::session::command::{Command, Edge};
use apostil::view::{ShownKey, ShownState};

use crate::app::{App, app};
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, underlined};
use crate::parts::marks_list::words;
use crate::react::memo;

/// The selected mark, as far as the editor shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edited {
    /// Which.
    pub(crate) key: ShownKey,
    /// Its words.
    pub(crate) words: String,
    /// Its label.
    pub(crate) label: Drawn,
    /// How far it is decided.
    pub(crate) state: ShownState,
    /// The engine's estimate.
    pub(crate) score: Option<f32>,
    origin: Option<Origin>,
    link: String,
    note: String,
}

/// The selected mark.
pub(crate) fn edited(session: &Session) -> Option<Edited> {
    let key = session.cursor().mark?;
    let shown = session.sheet()?.find(key)?.shown.clone();
    let annotation = annotation(session, key);
    let text = |read: fn(&Annotation) -> &Option<String>| {
        annotation.and_then(|it| read(it).clone()).unwrap_or_default()
    };
    Some(Edited {
        key,
        words: words(session, &shown),
        label: Drawn::find(session.project().schema(), shown.label)?,
        state: shown.state,
        score: shown.score,
        origin: annotation.map(|it| it.origin.clone()),
        link: text(|it| &it.link),
        note: text(|it| &it.note),
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
    let app = app();
    let edited = memo(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        app.changed.schema.track();
        app.read(edited)
    });
    move || edited.get().map(|it| view! { <Editor edited=it place=place /> })
}

#[component]
fn Editor(edited: Edited, place: &'static str) -> impl IntoView {
    let app = app();
    let from = origin(app, &edited);
    let fields = match edited.key {
        ShownKey::Annotation(id) => Some(view! {
            <Field id=id value=edited.link.clone() place=place what=What::Link />
            <Field id=id value=edited.note.clone() place=place what=What::Note />
        }),
        ShownKey::Suggested(_) => None,
    };
    let actions = match edited.state {
        ShownState::Suggested => view! {
            <TextButton command=Command::Accept name=Message::Accept class="main" cap=true />
            <TextButton command=Command::Reject name=Message::Reject class="line" cap=true />
        }
        .into_any(),
        ShownState::Confirmed => view! {
            <TextButton command=Command::Remove name=Message::RemoveMark class="line" cap=true />
        }
        .into_any(),
        ShownState::Rejected => ().into_any(),
    };
    let key = edited.label.key.clone().map(|it| view! { <kbd>{it}</kbd> });
    view! {
        <section class="editor" aria-label=app.words(Message::MarkSelected)>
            <div class="quote">
                <h2 title=edited.words.clone()><bdi>{edited.words.clone()}</bdi></h2>
            </div>
            <div class="where">
                <span>{from}</span>
                <Edges />
            </div>
            <div class="form">
                <span class="k">{app.words(Message::FieldLabel)}</span>
                <button
                    type="button"
                    class="field"
                    aria-haspopup="dialog"
                    on:click=move |_| app.dispatch(Command::TypeLabel)
                >
                    {underlined(&edited.label)}
                    {key}
                </button>
                {fields}
            </div>
            <div class="acts">{actions}</div>
        </section>
    }
}

/// Who says so.
fn origin(app: App, edited: &Edited) -> impl IntoView + use<> {
    let (score, state) = (edited.score, edited.state);
    let words = match edited.origin.clone() {
        Some(Origin::Human) => Message::OriginHuman,
        Some(Origin::Imported { source }) => Message::OriginImported { source: source.to_string() },
        Some(Origin::Accepted { source, score }) => {
            Message::OriginAccepted { engine: source.name.clone(), score: score.into() }
        }
        Some(Origin::Adjudicated { .. }) => Message::OriginAdjudicated,
        None if state == ShownState::Rejected => Message::MarkRejected,
        None => Message::MarkSuggested,
    };
    let score = score.map(|it| view! { " " <span class="mono">{format!("{it:.2}")}</span> });
    view! { <span title=app.words(Message::ScoreHint)>{app.words(words)} {score}</span> }
}

/// The twins of dragging an edge: four buttons.
#[component]
pub(crate) fn Edges() -> impl IntoView {
    let app = app();
    let button = move |edge: Edge, forward: bool| {
        let (name, picture) = match (edge, forward) {
            (Edge::Start, false) => (Message::EdgeStartLeft, Icon::Previous),
            (Edge::Start, true) => (Message::EdgeStartRight, Icon::Next),
            (Edge::End, false) => (Message::EdgeEndLeft, Icon::Previous),
            (Edge::End, true) => (Message::EdgeEndRight, Icon::Next),
        };
        view! {
            <button
                type="button"
                class="b"
                aria-label=app.words(name.clone())
                title=app.words(name)
                on:click=move |_| app.dispatch(Command::MoveEdge { edge, forward })
            >
                {icon(picture)}
            </button>
        }
    };
    view! {
        <span class="edges" role="group" aria-label=app.words(Message::Edges)>
            <i aria-hidden="true">{app.words(Message::EdgeStart)}</i>
            {button(Edge::Start, false)}
            {button(Edge::Start, true)}
            <i aria-hidden="true">{app.words(Message::EdgeEnd)}</i>
            {button(Edge::End, false)}
            {button(Edge::End, true)}
        </span>
    }
}

/// Which text of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Link,
    Note,
}

/// A text of a mark. It is taken when the field is left or Enter pressed; Escape takes it back.
#[component]
fn Field(id: AnnotationId, value: String, place: &'static str, what: What) -> impl IntoView {
    let app = app();
    let (name, hint, class, field) = match what {
        What::Link => (Message::FieldLink, Message::FieldLinkHint, "mono", "link"),
        What::Note => (Message::FieldNote, Message::FieldNoteHint, "", "note"),
    };
    let field = format!("{place}-{field}");
    let old = value.clone();
    let take = move |event| {
        let new = event_target_value(&event);
        app.dispatch(match what {
            What::Link => Command::SetLink(id, new),
            What::Note => Command::SetNote(id, new),
        });
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event_target::<web_sys::HtmlInputElement>(&event).set_value(&old);
            app.outside.focus_article();
        }
    };
    view! {
        <label for=field.clone()>{app.words(name)}</label>
        <span class="field">
            <input
                id=field
                class=class
                autocomplete="off"
                dir="auto"
                placeholder=app.words(hint)
                prop:value=value
                on:change=take
                on:keydown=hear
            />
        </span>
    }
}
