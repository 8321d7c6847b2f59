//! What became of files that were taken in: what did work, what did not and why, what is worth
//! knowing.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::Session;
use apostil::session::command::Command;

use crate::app::app;
use crate::parts::dialogs::frame::{CloseButton, Frame};

/// What the dialog shows.
struct Report {
    n_files: u64,
    added: Vec<(DocumentId, String)>,
    refused: Vec<(String, Message)>,
    remarks: Vec<Message>,
}

/// The dialog.
#[component]
pub(crate) fn Imported() -> impl IntoView {
    let app = app();
    let Report { n_files, added, refused, remarks } = app.read(report);
    let (n_added, n_refused) = (added.len() as u64, refused.len() as u64);
    let title = match (n_added, n_refused) {
        (_, 0) => Message::ImportAllIn { count: n_added },
        (0, _) => Message::ImportNoneIn { count: n_files },
        _ => Message::ImportSomeIn { added: n_files - n_refused, total: n_files },
    };
    let name = {
        let title = title.clone();
        Signal::derive(move || app.say(&title))
    };
    let first = added.first().map(|it| it.0.clone());
    let start = move |_| {
        app.close_dialog();
        if let Some(first) = first.clone() {
            app.dispatch(Command::OpenArticle(first));
        }
        app.outside.focus_article();
    };
    let undo = move |_| {
        app.close_dialog();
        app.dispatch(Command::Undo);
    };
    let footer = if n_added > 0 {
        view! {
            <span class="soft">{app.words(Message::ImportSavedUndo { count: n_added })}</span>
            <button type="button" class="b" on:click=undo>
                {app.words(Message::ImportUndoAll)}
            </button>
            <button type="button" class="b main" data-first="" on:click=start>
                {app.words(Message::ImportStart)}
            </button>
        }
        .into_any()
    } else {
        view! {
            <span class="soft"></span>
            <button
                type="button"
                class="b main"
                data-first=""
                on:click=move |_| app.close_dialog()
            >
                {app.words(Message::Close)}
            </button>
        }
        .into_any()
    };
    let role = if n_refused > 0 { "alertdialog" } else { "dialog" };
    view! {
        <Frame class="imported" name=name role=role>
            <header>
                <h2>{app.words(title)}</h2>
                <CloseButton />
            </header>
            <div class="body" tabindex="0">
                {refused.into_iter().map(|it| view! { <Refused refused=it /> }).collect_view()}
                <Added added=added />
                <Remarks remarks=remarks />
            </div>
            <footer>{footer}</footer>
        </Frame>
    }
}

/// A file that was not added, and why.
#[component]
fn Refused(refused: (String, Message)) -> impl IntoView {
    let app = app();
    let (file, why) = refused;
    view! {
        <div class="refused">
            <h3><bdi>{file}</bdi></h3>
            <p>{app.words(why)}</p>
        </div>
    }
}

/// The articles that are in now.
#[component]
fn Added(added: Vec<(DocumentId, String)>) -> impl IntoView {
    let app = app();
    (!added.is_empty()).then(|| {
        let lines = added.into_iter().map(|(_, name)| view! { <li><bdi>{name}</bdi></li> });
        view! {
            <div class="cap kept-head">{app.words(Message::ImportAdded)}</div>
            <ol class="kept">{lines.collect_view()}</ol>
        }
    })
}

/// What is worth knowing of them.
#[component]
fn Remarks(remarks: Vec<Message>) -> impl IntoView {
    let app = app();
    (!remarks.is_empty()).then(|| {
        let count = remarks.len() as u64;
        let lines = remarks.into_iter().map(|it| view! { <li>{app.words(it)}</li> });
        view! {
            <div class="cap kept-head">{app.words(Message::ImportNotes { count })}</div>
            <ul class="remarks">{lines.collect_view()}</ul>
        }
    })
}

fn report(session: &Session) -> Report {
    let report = session.import_report();
    let name = |id: &DocumentId| {
        let document = session.project().document(id)?;
        Some((id.clone(), document.header.name.clone()))
    };
    Report {
        n_files: report.files.len() as u64,
        added: report.added().filter_map(name).collect(),
        refused: report.refused().map(|(file, why)| (file.to_owned(), why.clone())).collect(),
        remarks: report.remarks().cloned().collect(),
    }
}
