//! The page without an article: what this is, and how to begin.

use leptos::prelude::*;

use apostil::format::File;
use apostil::locale::{Piece, pieces};
use apostil::message::Message;
use apostil::session::command::Command;

use crate::app::{App, app};
use crate::parts::button::TextButton;

/// The sample articles: language, file name, text. The first line is the title.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("en", "river-patrols.en.txt", include_str!("../../../../articles/river-patrols.en.txt")),
    ("es", "dos-orillas.es.txt", include_str!("../../../../articles/dos-orillas.es.txt")),
];

/// The empty page.
#[component]
pub(crate) fn Empty() -> impl IntoView {
    let app = app();
    let steps = [Message::EmptyStepDrop, Message::EmptyStepDecide, Message::EmptyStepExport];
    let steps = steps.map(|it| view! { <li><span>{move || step(app, &it)}</span></li> });
    let sample = |(language, name, text): &'static (&str, &str, &str)| {
        let title = text.lines().next().unwrap_or(name);
        let take = move |_| {
            let file = File { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() };
            app.dispatch(Command::Import(vec![file]));
        };
        view! {
            <li>
                <button type="button" lang=*language on:click=take>
                    {title}
                </button>
                <span class="soft num">{language.to_uppercase()}</span>
            </li>
        }
    };
    view! {
        <section class="empty" data-region="sheet">
            <div class="in">
                <h1>"Apostil"</h1>
                <p class="lead">{app.words(Message::EmptySummary)}</p>
                <ol>{steps}</ol>
                <div class="drop">
                    <strong>{app.words(Message::EmptyDrop)}</strong>
                    <div class="row">
                        <TextButton
                            command=Command::AddFiles
                            name=Message::EmptyChooseFiles
                            class="main"
                        />
                        <TextButton
                            command=Command::AddText
                            name=Message::EmptyPaste
                            class="line"
                        />
                    </div>
                    <span class="soft">{app.words(Message::EmptyKinds)}</span>
                </div>
                <div class="head">
                    <h2>{app.words(Message::EmptySamples)}</h2>
                </div>
                <ul class="samples">{SAMPLES.iter().map(sample).collect_view()}</ul>
                <p class="quiet">{app.words(Message::EmptyPrivacy)}</p>
            </div>
        </section>
    }
}

/// A sentence whose own words wear the marks, or the key caps, that they speak of.
fn step(app: App, message: &Message) -> impl IntoView + use<> {
    let sentence = app.say(message);
    let labels = app.read(|it| it.project().schema().labels.clone());
    let drawn = |piece: Piece<'_>| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Key(key) => view! { <kbd>{key.to_owned()}</kbd> }.into_any(),
        Piece::Mark { words, label } => {
            let label = labels.iter().find(|it| it.name == label);
            let slot = label.map(crate::parts::label::slot);
            view! {
                <span class="m a z" data-s="suggested" data-v="0" data-l=slot>
                    {words.to_owned()}
                </span>
            }
            .into_any()
        }
    };
    pieces(&sentence).into_iter().map(drawn).collect_view()
}
