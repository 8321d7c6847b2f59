//! The sections of the report on files.

use leptos::prelude::*;

use apostil::format::encoding::Encoding;
use apostil::format::field::Candidate;
use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::focus::focus_first;
use crate::parts::dialogs::import_report::digest::{Asked, Kept, Letters, Named};

/// How many refusals are shown at once; the rest is folded.
const MOST_REFUSED: usize = 20;
/// How many files that are in are shown at once; more are folded behind their number.
const MOST_KEPT: usize = 24;

/// The encodings that are offered instead of the one that was taken.
const OFFERED: [Encoding; 2] = [Encoding::Windows1252, Encoding::Utf8];

/// Does `command`, after which the report is another one, and goes on with what there is to do.
fn answer(app: App, command: Command) {
    app.dispatch(command);
    request_animation_frame(|| {
        let _ = focus_first(".imported [data-first]");
    });
}

/// Files that were not added, and why.
#[component]
pub(super) fn Refused(refused: Vec<(String, Message)>) -> impl IntoView {
    let app = app();
    let mut shown = refused;
    let folded = shown.split_off(shown.len().min(MOST_REFUSED));
    let count = folded.len() as u64;
    let one = |it| view! { <RefusedFile refused=it /> };
    let folded = (count > 0).then(|| {
        view! {
            <details class="folded">
                <summary>{app.words(Message::ImportMore { count })}</summary>
                {folded.into_iter().map(one).collect_view()}
            </details>
        }
    });
    view! {
        {shown.into_iter().map(one).collect_view()}
        {folded}
    }
}

#[component]
fn RefusedFile(refused: (String, Message)) -> impl IntoView {
    let app = app();
    let (file, why) = refused;
    // The sentence names the file for those who read it alone; here its heading does.
    let head = Message::ImportNotAdded { file };
    let reason = {
        let head = head.clone();
        move || {
            let (head, why) = (app.say(&head), app.say(&why));
            why.strip_prefix(&format!("{head}. ")).map(str::to_owned).unwrap_or(why)
        }
    };
    view! {
        <div class="refused">
            <h3>
                <bdi>{app.words(head)}</bdi>
            </h3>
            <p>{reason}</p>
        </div>
    }
}

/// Which field holds the text.
#[component]
pub(super) fn Question(asked: Asked) -> impl IntoView {
    let app = app();
    let Asked { place, files, fields } = asked;
    let count = files.len() as u64;
    let which = match files.as_slice() {
        [file] => Message::ImportWhichField { file: file.clone() },
        _ => Message::ImportWhichFieldMany { count },
    };
    let chosen = RwSignal::new(fields.first().map(|it| it.name.clone()).unwrap_or_default());
    let read = move |_| {
        let field = chosen.get_untracked();
        answer(app, Command::ReadField { file: place, field });
    };
    let field = move |it| view! { <Field field=it place=place chosen=chosen /> };
    view! {
        <fieldset class="asked">
            <legend>{app.words(which)}</legend>
            {fields.into_iter().map(field).collect_view()}
            <div class="acts">
                <button type="button" class="b line" on:click=read>
                    {app.words(Message::ImportFieldRead)}
                </button>
            </div>
        </fieldset>
    }
}

#[component]
fn Field(field: Candidate, place: usize, chosen: RwSignal<String>) -> impl IntoView {
    let app = app();
    let name = StoredValue::new(field.name.clone());
    let is_chosen = move || name.with_value(|it| chosen.with(|chosen| chosen == it));
    let rows = Message::ImportFieldRows { count: field.n_rows as u64 };
    view! {
        <label class="choice">
            <input
                type="radio"
                name=format!("field-{place}")
                prop:checked=is_chosen
                on:change=move |_| chosen.set(name.get_value())
            />
            <span>
                <b class="mono">{field.name}</b>
                " "
                <span class="soft">{app.words(rows)}</span>
            </span>
            <p class="words">{field.sample}</p>
        </label>
    }
}

/// A file whose letters may have been read wrongly, with what else they may be.
#[component]
pub(super) fn LettersOf(letters: Letters) -> impl IntoView {
    let app = app();
    let Letters { document, encoding, remarks } = letters;
    let offered = OFFERED.into_iter().filter(|it| *it != encoding);
    let again = move |encoding: Encoding| {
        let document = document.clone();
        let name = Message::ImportReadAs { encoding: encoding.name().to_owned() };
        let read = move |_| {
            answer(app, Command::ReadAgain { document: document.clone(), encoding });
        };
        view! {
            <button type="button" class="b line" on:click=read>
                {app.words(name)}
            </button>
        }
    };
    let said = remarks.into_iter().map(|it| view! { <p>{app.words(it)}</p> });
    view! {
        <div class="letters">
            {said.collect_view()} <div class="acts">{offered.map(again).collect_view()}</div>
        </div>
    }
}

/// Files of which everything was here.
#[component]
pub(super) fn Here(here: Vec<(String, Vec<Named>)>) -> impl IntoView {
    let app = app();
    let line = move |(file, articles): (String, Vec<Named>)| {
        let link = move |(id, name): Named| view! { <Link document=id name=name /> };
        view! {
            <li>
                <bdi>{file}</bdi>
                " "
                <span class="soft">{app.words(Message::ImportSameAs)}</span>
                " "
                {articles.into_iter().map(link).collect_view()}
            </li>
        }
    };
    (!here.is_empty()).then(|| {
        view! {
            <div class="cap kept-head">{app.words(Message::ImportHere)}</div>
            <ul class="here">{here.into_iter().map(line).collect_view()}</ul>
        }
    })
}

/// The name of an article, which opens it.
#[component]
fn Link(document: DocumentId, name: String) -> impl IntoView {
    let app = app();
    let open = move |_| {
        app.close_dialog();
        app.dispatch(Command::OpenArticle(document.clone()));
        app.outside.focus_article();
    };
    view! {
        <button type="button" class="link" on:click=open>
            <bdi>{name}</bdi>
        </button>
    }
}

/// The files that are in now.
#[component]
pub(super) fn Added(added: Vec<Kept>) -> impl IntoView {
    let app = app();
    let count = added.len() as u64;
    let line = move |it: Kept| {
        let (count, marks) = (it.n_articles as u64, it.n_marks as u64);
        let articles =
            (count > 1).then(|| view! { " " {app.words(Message::LossArticles { count })} });
        let count = marks;
        let marks = (count > 0).then(|| view! { " " {app.words(Message::LossMarks { count })} });
        view! {
            <li>
                <bdi>{it.file}</bdi>
                <span class="soft">{articles} {marks}</span>
            </li>
        }
    };
    let is_long = added.len() > MOST_KEPT;
    let lines = added.into_iter().map(line).collect_view();
    match (count, is_long) {
        (0, _) => ().into_any(),
        (_, false) => view! {
            <div class="cap kept-head">{app.words(Message::ImportAdded)}</div>
            <ol class="kept">{lines}</ol>
        }
        .into_any(),
        (_, true) => view! {
            <details class="folded">
                <summary class="kept-head">{app.words(Message::ImportAddedMany { count })}</summary>
                <ol class="kept">{lines}</ol>
            </details>
        }
        .into_any(),
    }
}

/// What is worth knowing of them.
#[component]
pub(super) fn Remarks(remarks: Vec<Message>) -> impl IntoView {
    let app = app();
    (!remarks.is_empty()).then(|| {
        let count = remarks.len() as u64;
        let lines = remarks.into_iter().map(|it| view! { <li>{app.words(it)}</li> });
        view! {
            <details class="folded" open=count <= MOST_KEPT as u64>
                <summary class="kept-head">{app.words(Message::ImportNotes { count })}</summary>
                <ul class="remarks">{lines.collect_view()}</ul>
            </details>
        }
    })
}
