//! The page without an article: what this is, and how to begin.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::sample::{SAMPLES, Sample};

use crate::app::app;
use crate::parts::button::TextButton;
use crate::parts::worn::worn;

/// The empty page.
#[component]
pub(crate) fn Empty() -> impl IntoView {
    let app = app();
    let steps = [Message::EmptyStepDrop, Message::EmptyStepDecide, Message::EmptyStepExport];
    let steps = steps.map(
        |it| view! { <li><span>{move || worn(app, &app.say(&it), Some("suggested"))}</span></li> },
    );
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
                            command=Command::AddFolder
                            name=Message::EmptyChooseFolder
                            class="line"
                        />
                        <TextButton
                            command=Command::AddText
                            name=Message::EmptyPaste
                            class="line"
                        />
                    </div>
                    <span class="soft">{app.words(Message::EmptyKinds)}</span>
                </div>
                <p class="labels-first">
                    <span class="soft">{app.words(Message::SchemaEmptyHint)}</span>
                    <TextButton
                        command=Command::ShowSchema
                        name=Message::SchemaChooseLabels
                        class="tight"
                    />
                </p>
                <Samples />
                <p class="quiet">{app.words(Message::EmptyPrivacy)}</p>
            </div>
        </section>
    }
}

/// The sample articles: each opens alone, or all at once.
#[component]
fn Samples() -> impl IntoView {
    let app = app();
    let count = SAMPLES.len() as u64;
    let all = move |_| app.dispatch(Command::OpenSamples);
    let sample = move |it: &'static Sample| {
        let take = move |_| app.dispatch(Command::Import(vec![it.file()]));
        let n_marks = Message::EmptySampleMarks { count: it.n_marks };
        let n_marks = (it.n_marks > 0).then(|| view! { " · " {app.words(n_marks)} });
        view! {
            <li>
                <button type="button" lang=it.language on:click=take>
                    {it.title}
                </button>
                <span class="soft num">{it.language.to_uppercase()} {n_marks}</span>
            </li>
        }
    };
    view! {
        <div class="head">
            <h2>{app.words(Message::EmptySamples)}</h2>
            <span class="end">
                <button type="button" class="b" on:click=all>
                    {app.words(Message::EmptySamplesAll { count })}
                </button>
            </span>
        </div>
        <ul class="samples">{SAMPLES.iter().map(sample).collect_view()}</ul>
    }
}
