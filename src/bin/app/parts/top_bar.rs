//! The top bar: which article, the search, how far it is read, undo and redo, commands, theme, language.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::segment::sentence::sentences;
use apostil::session::Session;
use apostil::session::choice::Theme;
use apostil::session::command::Command;
use apostil::text::TextRange;

use crate::app::app;
use crate::keyboard::{cap_of, shortcuts_of};
use crate::parts::button::IconButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::measure::filled;
use crate::parts::project_menu::ProjectMenu;
use crate::parts::search::Find;
use crate::react::memo;

/// The bar at the top.
#[component]
pub(crate) fn TopBar(
    /// Whether no article is open.
    is_empty: Memo<bool>,
) -> impl IntoView {
    let app = app();
    let theme = move || {
        app.changed.settings.track();
        app.say(&match app.read(|it| it.settings().theme) {
            Theme::System => Message::ThemeSystem,
            Theme::Light => Message::ThemeLight,
            Theme::Dark => Message::ThemeDark,
        })
    };
    let tag = move || app.language().tag().to_uppercase();
    let cap = move || cap_of(app, &Command::ShowCommands);
    let behind = move || app.drawer.get().is_some();
    let has_article = move || !is_empty.get();
    view! {
        <header class="top" data-region="top" inert=behind aria-label=app.words(Message::RegionTop)>
            <Show when=has_article>
                <IconButton picture=Icon::Left command=Command::ToggleList class="opens-list" />
            </Show>
            <ProjectMenu />
            <Show when=has_article>
                <Crumb />
                <Find class="wide" />
            </Show>
            <span class="push"></span>
            <Show when=has_article>
                <Progress />
                <span class="sep" aria-hidden="true"></span>
            </Show>
            <Travel />
            <button
                type="button"
                class="b tight wide"
                data-home=move || is_empty.get().then_some("")
                aria-keyshortcuts=move || shortcuts_of(app, &Command::ShowCommands)
                on:click=move |_| app.dispatch(Command::ShowCommands)
            >
                <span>{app.words(Message::Commands)}</span>
                <kbd>{cap}</kbd>
            </button>
            <Views is_empty=is_empty />
            <IconButton
                picture=Icon::Theme
                command=Command::SwitchTheme
                name=Signal::derive(theme)
                class="wide"
            />
            <button
                type="button"
                class="b tight wide"
                title=app.words(Message::LanguageSwitch)
                on:click=move |_| app.dispatch(Command::SwitchLanguage)
            >
                {tag}
                <span class="sr">{app.words(Message::LanguageSwitch)}</span>
            </button>
            <button
                type="button"
                class="b icon only-narrow"
                aria-label=app.words(Message::Commands)
                on:click=move |_| app.dispatch(Command::ShowCommands)
            >
                {icon(Icon::Dots)}
            </button>
            <Show when=move || !is_empty.get()>
                <IconButton
                    picture=Icon::Right
                    command=Command::ToggleInspector
                    class="opens-inspector"
                />
            </Show>
        </header>
    }
}

/// The ways to what is beside the article.
#[component]
fn Views(is_empty: Memo<bool>) -> impl IntoView {
    view! {
        <Show when=move || !is_empty.get()>
            <IconButton picture=Icon::Queue command=Command::ShowQueue class="wide" />
            <IconButton picture=Icon::Groups command=Command::ShowEntities class="wide" />
        </Show>
        <IconButton picture=Icon::History command=Command::ShowHistory class="wide" />
        <IconButton picture=Icon::Settings command=Command::ShowSettings class="wide" />
    }
}

/// Which article of how many, and the ways to its neighbors.
#[component]
fn Crumb() -> impl IntoView {
    let app = app();
    let place = memo(move || {
        app.changed.article.track();
        app.changed.list.track();
        app.read(|it| {
            let place = it.open_document().and_then(|id| it.place_in_list(id));
            place.map_or((0, 0), |(here, total)| (here as u64 + 1, total as u64))
        })
    });
    let words = move || {
        let (n, total) = place.get();
        app.say(&Message::ArticlePosition { n, total })
    };
    view! {
        <nav class="crumb num" aria-label=app.words(Message::Articles)>
            <IconButton
                picture=Icon::Previous
                command=Command::PreviousArticle
                can=Signal::derive(move || place.get().0 > 1)
            />
            <span>{words}</span>
            <IconButton
                picture=Icon::Next
                command=Command::NextArticle
                can=Signal::derive(move || place.get().0 < place.get().1)
            />
        </nav>
    }
}

/// How many sentences of the article are reviewed.
#[component]
fn Progress() -> impl IntoView {
    let app = app();
    let all = memo(move || {
        app.changed.article.track();
        app.read(sentences_of_open)
    });
    let count = memo(move || {
        app.changed.places.track();
        all.with(|(document, all)| {
            let done = document.as_ref().map_or(0, |it| app.read(|app| reviewed(app, it, all)));
            (done as u64, all.len() as u64)
        })
    });
    let percent = Signal::derive(move || {
        let (done, total) = count.get();
        (done * 100 / total.max(1)) as u8
    });
    let words = move |make: fn(u64, u64) -> Message| {
        let (done, total) = count.get();
        app.say(&make(done, total))
    };
    let short = move || words(|done, total| Message::SentencesReviewed { done, total });
    let long = move || words(|done, total| Message::SentencesReviewedLong { done, total });
    view! {
        <span class="progress wide" title=long>
            <span class="track" role="img" aria-label=long use:filled=percent>
                <i></i>
            </span>
            <span class="num" aria-hidden="true">
                {short}
            </span>
        </span>
    }
}

fn sentences_of_open(session: &Session) -> (Option<DocumentId>, Vec<TextRange>) {
    let Some(sheet) = session.sheet() else { return (None, Vec::new()) };
    let text = sheet.text();
    (Some(sheet.document().clone()), sentences(text.as_str(), text.range()))
}

/// How many of `all` the person has reviewed.
fn reviewed(session: &Session, document: &DocumentId, all: &[TextRange]) -> usize {
    let track = session.project().track(document, session.me());
    track.map_or(0, |track| all.iter().filter(|it| track.reviewed.contains_range(**it)).count())
}

/// Undo and redo, each saying what it would do.
#[component]
fn Travel() -> impl IntoView {
    let app = app();
    let undo = Signal::derive(move || {
        app.changed.list.track();
        let what = app.read(Session::undo_words);
        app.say(&what.map_or(Message::NothingToUndo, |it| Message::UndoWhat { what: Box::new(it) }))
    });
    let redo = Signal::derive(move || {
        app.changed.list.track();
        let what = app.read(Session::redo_words);
        app.say(&what.map_or(Message::NothingToRedo, |it| Message::RedoWhat { what: Box::new(it) }))
    });
    let can = move |ask: fn(&Session) -> bool| {
        Signal::derive(move || {
            app.changed.list.track();
            app.read(ask)
        })
    };
    let is_seen = memo(move || {
        app.changed.list.track();
        app.read(|it| it.has_article() || it.can_undo() || it.can_redo())
    });
    view! {
        <Show when=move || is_seen.get()>
            <IconButton
                picture=Icon::Undo
                command=Command::Undo
                name=undo
                can=can(Session::can_undo)
                class="wide"
            />
            <IconButton
                picture=Icon::Redo
                command=Command::Redo
                name=redo
                can=can(Session::can_redo)
                class="wide"
            />
        </Show>
    }
}
