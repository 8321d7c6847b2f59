//! What the dock says where a search has no hits: what can be looked for, or what comes near.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::search::query::{Query, Who, Within};
use apostil::session::search::similar::Nearest;
use apostil::session::suggestion::DOUBTFUL_BELOW;

use crate::app::{App, app};
use crate::parts::search::ask;
use crate::react::memo;

/// Patterns that show what can be written, and what they find.
const PATTERNS: [(&str, Message); 4] = [
    (r"\p{Lu}\w+ \p{Lu}\w+", Message::SearchPatternCapitals),
    (r"\d{1,2} de \p{L}+", Message::SearchPatternDay),
    ("“[^”]+”|«[^»]+»|\"[^\"]+\"", Message::SearchPatternQuoted),
    (r"^\w+", Message::SearchPatternStart),
];

/// Why there are no hits.
#[derive(Clone, Debug, PartialEq)]
enum Why {
    /// Nothing is asked for, or by what is no pattern.
    NoQuestion,
    /// It is still being looked for.
    NotYet,
    /// There are none.
    None(Message, Option<Nearest>),
}

fn why(session: &Session) -> Option<Why> {
    let (batch, search) = (session.batch()?, session.search_here()?);
    if !search.is_something() {
        return Some(Why::NoQuestion);
    }
    if !batch.is_complete() {
        return Some(Why::NotYet);
    }
    let words = search.query.words.trim().to_owned();
    let message = match &search.query {
        _ if !batch.rows.is_empty() || batch.n_agreeing > 0 => Message::BatchEmpty,
        Query { within: Within::Marks | Within::Remarks, .. } => Message::SearchNoMark,
        Query { is_expression: true, .. } => Message::SearchNoPattern,
        Query { everywhere: true, .. } => Message::SearchNoWords { words },
        Query { .. } => Message::SearchNoWordsHere { words },
    };
    Some(Why::None(message, search.nearest.clone()))
}

/// What stands where the hits would be.
#[component]
pub(super) fn Nothing() -> impl IntoView {
    let app = app();
    let why = memo(move || {
        app.changed.batch.track();
        app.read(why)
    });
    move || match why.get() {
        Some(Why::NoQuestion) => view! { <Teach /> }.into_any(),
        Some(Why::None(message, nearest)) => {
            let nearest = nearest.map(|it| button_for(app, it));
            view! { <p>{app.words(message)} " " {nearest}</p> }.into_any()
        }
        Some(Why::NotYet) | None => ().into_any(),
    }
}

/// Looks for the nearest words instead.
fn button_for(app: App, nearest: Nearest) -> impl IntoView {
    let Nearest { words, count } = nearest;
    let name = Message::SearchNearest { words: words.clone(), count };
    let press = move |_| ask(app, |it| it.words.clone_from(&words));
    view! { <button type="button" class="b line" on:click=press>{app.words(name)}</button> }
}

/// What can be looked for.
#[component]
fn Teach() -> impl IntoView {
    let app = app();
    let one = move |(pattern, meaning): (&'static str, Message)| {
        let press = move |_| {
            ask(app, |it| {
                (it.words, it.is_expression, it.within) = (pattern.into(), true, Within::Text);
            });
        };
        view! {
            <li>
                <button type="button" class="b tight line" on:click=press>
                    <code>{pattern}</code>
                </button>
                <span>{app.words(meaning)}</span>
            </li>
        }
    };
    let doubts = move |_| {
        let most = (DOUBTFUL_BELOW * 100.0) as u8 - 1;
        ask(app, |it| {
            let matching = it.matching;
            *it = Query {
                matching,
                within: Within::Marks,
                who: Who::Engine,
                scores: (0, most),
                ..Query::default()
            };
        });
    };
    view! {
        <div class="teach">
            <p>{app.words(Message::SearchTeach)}</p>
            <p>{app.words(Message::SearchTeachPatterns)}</p>
            <ul>{PATTERNS.into_iter().map(one).collect_view()}</ul>
            <p>
                {app.words(Message::SearchTeachMarks)} " "
                <button type="button" class="b tight line" on:click=doubts>
                    {app.words(Message::SearchDoubts)}
                </button>
            </p>
        </div>
    }
}
