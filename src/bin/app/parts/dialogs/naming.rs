//! What to call something: a new project, this project, an article.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;

use crate::app::app;
use crate::parts::dialogs::frame::{CloseButton, Footer, Frame};

/// A new project's name. It may stay empty.
#[component]
pub(crate) fn NewProject() -> impl IntoView {
    view! {
        <Naming
            title=Message::ProjectNewTitle
            field=Message::ProjectNameField
            about=Message::ProjectNewAbout
            done=Message::ProjectCreate
            name=String::new()
            act=Callback::new(|name| Some(Command::BeginProject(name)))
        />
    }
}

/// Another name for the open project.
#[component]
pub(crate) fn ProjectName() -> impl IntoView {
    let name = app().read(|it| it.project().name().to_owned());
    view! {
        <Naming
            title=Message::ProjectRenameTitle
            field=Message::ProjectNameField
            about=Message::ProjectNameHint
            done=Message::ProjectNameSave
            name=name
            act=Callback::new(|name| Some(Command::RenameProject(name)))
        />
    }
}

/// Another name for an article.
#[component]
pub(crate) fn ArticleName(document: DocumentId) -> impl IntoView {
    let name = app().read(|it| it.row(&document).map(|it| it.name.clone())).unwrap_or_default();
    let rename = move |name: String| {
        let document = document.clone();
        (!name.trim().is_empty()).then_some(Command::RenameArticle { document, name })
    };
    view! {
        <Naming
            title=Message::CommandArticleRename
            field=Message::ArticleNameField
            about=Message::CommandArticleRenameHelp
            done=Message::ArticleNameSave
            name=name
            act=Callback::new(rename)
        />
    }
}

/// The dialog: a field and what comes of it.
#[component]
fn Naming(
    title: Message,
    field: Message,
    about: Message,
    done: Message,
    /// The name it has now.
    name: String,
    /// The command that gives the name; `None` for a name that it cannot have.
    act: Callback<String, Option<Command>>,
) -> impl IntoView {
    let app = app();
    let name = RwSignal::new(name);
    let save = move || {
        if let Some(command) = act.run(name.get_untracked()) {
            app.close_dialog();
            app.dispatch(command);
        }
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            save();
        }
    };
    let is_possible = Signal::derive(move || act.run(name.get()).is_some());
    let called = title.clone();
    view! {
        <Frame class="adding" name=Signal::derive(move || app.say(&called))>
            <header>
                <h2>{app.words(title)}</h2>
                <CloseButton />
            </header>
            <div class="body">
                <label>
                    <span>{app.words(field)}</span>
                    <span class="field">
                        <input
                            autocomplete="off"
                            dir="auto"
                            data-first=""
                            prop:value=name
                            on:input=move |event| name.set(event_target_value(&event))
                            on:keydown=hear
                        />
                    </span>
                </label>
            </div>
            <Footer about=about done=done can=is_possible act=Callback::new(move |()| save()) />
        </Frame>
    }
}
