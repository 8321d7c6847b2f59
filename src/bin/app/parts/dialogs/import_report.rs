//! What became of files that were taken in: what did work, what did not and why, what is to be said
//! before more can be taken, what is worth knowing.

mod digest;
mod sections;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::dialogs::import_report::digest::{Digest, digest};
use crate::parts::dialogs::import_report::sections::{
    Added, Here, LettersOf, Question, Refused, Remarks,
};
use crate::react::memo;
use crate::web::clipboard;

/// The dialog.
#[component]
pub(crate) fn Imported() -> impl IntoView {
    let app = app();
    let report = memo(move || {
        app.changed.status.track();
        app.read(digest)
    });
    // What is read once more is a step of its own, so that one undo would not be enough.
    let n_steps = app.read(|it| it.history().done().len());
    let is_one_step = move || {
        report.track();
        app.read(|it| it.history().done().len() == n_steps)
    };
    let name = Signal::derive(move || report.with(|it| app.say(&it.title())));
    let is_urgent = report.with_untracked(|it| !it.refused.is_empty());
    let is_copied = RwSignal::new(false);
    let copied = move || {
        let says = if is_copied.get() { Message::ImportCopied } else { Message::ImportCopy };
        app.say(&says)
    };
    let copy = move |_| {
        clipboard::copy(report.with_untracked(|it| it.text(app)), move |is_done| {
            // The dialog may be closed by now.
            is_copied.try_set(is_done);
            let said = if is_done { Message::ImportCopied } else { Message::ImportCopyFailed };
            app.notices.say(said);
        });
    };
    let sections = move || view! { <Sections report=report.get() /> };
    let footer = move || view! { <Footer report=report.get() is_one_step=is_one_step() /> };
    view! {
        <Frame
            class="imported"
            name=name
            role=if is_urgent { "alertdialog" } else { "dialog" }
            is_unasked=true
        >
            <header>
                <h2>{name}</h2>
                <button type="button" class="b copy" on:click=copy>
                    {copied}
                </button>
                <CloseButton />
            </header>
            <div class="body" tabindex="0">
                {sections}
            </div>
            {footer}
        </Frame>
    }
}

#[component]
fn Sections(report: Digest) -> impl IntoView {
    let skipped = report.skipped();
    let Digest { refused, questions, here, letters, added, mut remarks, .. } = report;
    remarks.extend(skipped);
    view! {
        <Refused refused=refused />
        {questions.into_iter().map(|it| view! { <Question asked=it /> }).collect_view()}
        {letters.into_iter().map(|it| view! { <LettersOf letters=it /> }).collect_view()}
        <Here here=here />
        <Added added=added />
        <Remarks remarks=remarks />
    }
}

#[component]
fn Footer(report: Digest, is_one_step: bool) -> impl IntoView {
    let app = app();
    let (first, count) = (report.first.clone(), report.n_articles as u64);
    let undo = move |_| {
        app.close_dialog();
        app.dispatch(Command::Undo);
    };
    let can_undo = is_one_step && count > 0;
    let words = if can_undo { Message::ImportSavedUndo { count } } else { Message::ImportKept };
    let (main, words) = match &first {
        Some(_) => (Message::ImportStart, Some(words)),
        None => (Message::Close, None),
    };
    view! {
        <footer>
            <span class="soft">{words.map(|it| app.words(it))}</span>
            {can_undo
                .then(|| {
                    view! {
                        <button type="button" class="b" on:click=undo>
                            {app.words(Message::ImportUndoAll)}
                        </button>
                    }
                })}
            <button
                type="button"
                class="b main"
                data-first=""
                on:click=move |_| start(app, first.clone())
            >
                {app.words(main)}
            </button>
        </footer>
    }
}

/// Closes the report and goes to the first of the new articles.
fn start(app: App, first: Option<DocumentId>) {
    app.close_dialog();
    if let Some(first) = first {
        app.dispatch(Command::OpenArticle(first));
        app.outside.focus_article();
    }
}
