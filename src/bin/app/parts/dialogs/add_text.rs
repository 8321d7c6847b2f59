//! A text to write or paste: editable until it is added, and never after.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::session::command::Command;

use crate::app::app;
use crate::parts::dialogs::frame::{CloseButton, Footer, Frame};
use crate::react::memo;

/// The dialog.
#[component]
pub(crate) fn AddText() -> impl IntoView {
    let app = app();
    let name = RwSignal::new(String::new());
    let text = RwSignal::new(app.draft.get_untracked());
    app.draft.set(String::new());
    let is_blank = memo(move || text.with(|it| it.trim().is_empty()));
    let add = move || {
        if !is_blank.get_untracked() {
            app.close_dialog();
            let (name, text) = (name.get_untracked().trim().to_owned(), text.get_untracked());
            app.dispatch(Command::Confirm { name, text });
        }
    };
    let hear = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            add();
        }
    };
    view! {
        <Frame class="adding" name=Signal::derive(move || app.say(&Message::PasteTitle))>
            <header>
                <h2>{app.words(Message::PasteTitle)}</h2>
                <CloseButton />
            </header>
            <div class="body" on:keydown=hear>
                <label>
                    <span>{app.words(Message::PasteText)}</span>
                    <span class="field">
                        <textarea
                            rows="12"
                            dir="auto"
                            spellcheck="false"
                            data-first=""
                            prop:value=text
                            on:input=move |event| text.set(event_target_value(&event))
                        ></textarea>
                    </span>
                </label>
                <label>
                    <span>{app.words(Message::PasteName)}</span>
                    <span class="field">
                        <input
                            autocomplete="off"
                            dir="auto"
                            placeholder=app.words(Message::PasteUntitled)
                            prop:value=name
                            on:input=move |event| name.set(event_target_value(&event))
                        />
                    </span>
                </label>
            </div>
            <Footer
                about=Message::PasteEditable
                done=Message::PasteConfirm
                can=Signal::derive(move || !is_blank.get())
                act=Callback::new(move |()| add())
            />
        </Frame>
    }
}
