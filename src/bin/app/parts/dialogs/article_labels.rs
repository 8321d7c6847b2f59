//! What an article as a whole is: any number of labels, and one of each group.
//!
//! Each choice is a step of its own, taken at once; the dialog stays until it is closed.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::DocumentLabelId;
use apostil::model::schema::DocumentLabel;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::react::memo;

/// The dialog.
#[component]
pub(crate) fn ArticleLabels() -> impl IntoView {
    let app = app();
    let labels = app.read(|it| it.project().schema().document_labels.clone());
    let (free, grouped): (Vec<_>, Vec<_>) = labels.into_iter().partition(|it| it.group.is_empty());
    let mut groups: Vec<(String, Vec<DocumentLabel>)> = Vec::new();
    for label in grouped {
        match groups.iter_mut().find(|it| it.0 == label.group) {
            Some(group) => group.1.push(label),
            None => groups.push((label.group.clone(), vec![label])),
        }
    }
    let groups = groups.into_iter().enumerate();
    let groups = groups.map(|(n, (name, labels))| group(app, n, name, labels)).collect::<Vec<_>>();
    let free = free.into_iter().map(|it| check(app, it)).collect::<Vec<_>>();
    view! {
        <Frame
            class="adding article-labels"
            name=Signal::derive(move || app.say(&Message::ArticleLabels))
        >
            <header>
                <h2>{app.words(Message::ArticleLabels)}</h2>
                <CloseButton />
            </header>
            <div class="body">{groups} <div class="free">{free}</div></div>
            <footer>
                <span class="soft">{app.words(Message::ArticleLabelsAbout)}</span>
                <button
                    type="button"
                    class="b main"
                    data-first=""
                    on:click=move |_| app.close_dialog()
                >
                    {app.words(Message::Close)}
                </button>
            </footer>
        </Frame>
    }
}

/// Whether the open article bears `label`.
fn bears(app: App, label: DocumentLabelId) -> Memo<bool> {
    memo(move || {
        app.changed.cursor.track();
        app.read(|it| it.open_document().is_some_and(|id| it.article_labels(id).contains(&label)))
    })
}

fn set(app: App, label: DocumentLabelId, on: bool) {
    app.dispatch(Command::SetArticleLabel { label, on });
}

fn check(app: App, label: DocumentLabel) -> impl IntoView {
    let DocumentLabel { id, name, .. } = label;
    let is_on = bears(app, id);
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=is_on
                on:change=move |event| set(app, id, event_target_checked(&event))
            />
            <bdi>{name}</bdi>
        </label>
    }
}

/// One of several, or none.
fn group(app: App, n: usize, name: String, labels: Vec<DocumentLabel>) -> impl IntoView {
    let field = format!("article-labels-{n}");
    let ids: Vec<DocumentLabelId> = labels.iter().map(|it| it.id).collect();
    let each: Vec<Memo<bool>> = ids.iter().map(|it| bears(app, *it)).collect();
    let has_one = memo(move || each.iter().any(Memo::get));
    let take_away = move |_| {
        let borne = app.read(|it| it.open_document().map(|id| it.article_labels(id)));
        for id in ids.iter().filter(|id| borne.as_ref().is_some_and(|it| it.contains(id))) {
            set(app, *id, false);
        }
    };
    let of = field.clone();
    let one = move |label: DocumentLabel| {
        let DocumentLabel { id, name, .. } = label;
        let is_on = bears(app, id);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=of.clone()
                    prop:checked=is_on
                    on:change=move |_| set(app, id, true)
                />
                <bdi>{name}</bdi>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="cap">
                <bdi>{name}</bdi>
            </legend>
            {labels.into_iter().map(one).collect::<Vec<_>>()}
            <label class="choice">
                <input
                    type="radio"
                    name=field
                    prop:checked=move || !has_one.get()
                    on:change=take_away
                />
                <span class="soft">{app.words(Message::ArticleLabelsOther)}</span>
            </label>
        </fieldset>
    }
}
