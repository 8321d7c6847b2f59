//! Which language an article is in: one that the tool knows, another by its tag, or none.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::command::Command;

use crate::app::app;
use crate::parts::dialogs::frame::{CloseButton, Footer, Frame};
use crate::react::memo;

/// The dialog.
#[component]
pub(crate) fn ArticleLanguage(document: DocumentId) -> impl IntoView {
    let app = app();
    let now = app.read(|it| {
        let found = it.project().document(&document);
        found.and_then(|it| it.header.language.clone()).unwrap_or_default()
    });
    let tag = RwSignal::new(now);
    let is_sound = memo(move || tag.with(|it| it.trim().is_empty() || is_tag(it.trim())));
    let set = Callback::new(move |language: String| {
        let (document, language) = (document.clone(), Some(language).filter(|it| !it.is_empty()));
        app.close_dialog();
        app.dispatch(Command::SetLanguage { document, language });
    });
    let save = move || {
        if is_sound.get_untracked() {
            set.run(tag.with_untracked(|it| it.trim().to_owned()));
        }
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            save();
        }
    };
    let known = [
        ("en", Message::LanguageEnglish),
        ("es", Message::LanguageSpanish),
        ("", Message::LanguageUnknown),
    ];
    let choice = move |(value, name): (&'static str, Message)| {
        let holds = move || tag.with(|it| it.trim() == value).to_string();
        view! {
            <button type="button" class="b line" aria-pressed=holds on:click=move |_| set.run(value.into())>
                {app.words(name)}
            </button>
        }
    };
    view! {
        <Frame class="adding" name=Signal::derive(move || app.say(&Message::ArticleLanguageTitle))>
            <header>
                <h2>{app.words(Message::ArticleLanguageTitle)}</h2>
                <CloseButton />
            </header>
            <div class="body">
                <div class="choices">{known.map(choice).collect_view()}</div>
                <label>
                    <span>{app.words(Message::LanguageTag)}</span>
                    <span class="field">
                        <input
                            autocomplete="off"
                            spellcheck="false"
                            data-first=""
                            placeholder=app.words(Message::LanguageTagHint)
                            aria-invalid=move || (!is_sound.get()).then_some("true")
                            prop:value=tag
                            on:input=move |event| tag.set(event_target_value(&event))
                            on:keydown=hear
                        />
                    </span>
                </label>
            </div>
            <Footer
                about=Message::LanguageTagHint
                done=Message::LanguageSet
                can=is_sound
                act=Callback::new(move |()| save())
            />
        </Frame>
    }
}

/// Whether `tag` has the form of a BCP 47 tag: a language of two or three letters, and subtags.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_language =
        |it: &str| (2..=3).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |it: &str| {
        (1..=8).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(is_language) && parts.all(is_subtag)
}
