//! All keys, from the table of commands and the labels of the project; and how to read a mark.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::keys::Chord;
use apostil::session::table::{COMMANDS, Spec};

use crate::app::{App, app};
use crate::keyboard::cap;
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::label::{Drawn, underlined};

/// The groups of commands: a title, and the beginnings of the names that belong there. The first
/// group that fits has the command.
const GROUPS: &[(Message, &[&str])] = &[
    (
        Message::KeysGo,
        &[
            "mark.next",
            "mark.previous",
            "article.next",
            "article.previous",
            "view.next",
            "view.previous",
        ],
    ),
    (Message::KeysSelect, &["mark.start", "mark.end", "caret.", "select.none"]),
    (Message::KeysDecide, &["mark.", "article.done"]),
    // The caret's steps again, with Shift: said in one line.
    (Message::KeysSelect, &["select."]),
    (Message::KeysAnywhere, &[""]),
];

/// The order in which the groups stand.
const ORDER: [usize; 4] = [2, 0, 4, 1];

/// The dialog.
#[component]
pub(crate) fn Keys() -> impl IntoView {
    let app = app();
    let sections = ORDER.map(|group| view! { <Group group=group /> });
    view! {
        <Frame class="help" name=Signal::derive(move || app.say(&Message::KeysTitle))>
            <header>
                <h2>{app.words(Message::KeysTitle)}</h2>
                <span class="soft">{app.words(Message::KeysScope)}</span>
                <CloseButton />
            </header>
            <div class="body" tabindex="0">
                {sections}
                <Legend />
                <Labels />
            </div>
        </Frame>
    }
}

/// The commands of one group that have keys.
#[component]
fn Group(group: usize) -> impl IntoView {
    let app = app();
    let (title, _) = &GROUPS[group];
    let is_here = move |it: &&Spec| group_of(it) == group && !it.keys.is_empty();
    let lines = COMMANDS.iter().filter(is_here).map(|it| {
        let caps = it.keys.iter().filter_map(|it| Chord::parse(it));
        let caps = caps.map(|it| view! { <kbd>{move || cap(app, it)}</kbd> }).collect_view();
        view! {
            <div>
                <dt>{app.words(it.name.clone())}</dt>
                <dd>{caps}</dd>
            </div>
        }
    });
    let lines = lines.collect_view();
    let extra = (*title == Message::KeysSelect).then(|| {
        view! {
            <div>
                <dt>{app.words(Message::KeysExtend)}</dt>
                <dd>
                    <kbd>{app.words(Message::KeyShift)}</kbd>
                </dd>
            </div>
        }
    });
    view! {
        <section class:long=group == 1>
            <h3>{app.words(title.clone())}</h3>
            <dl>{lines} {extra}</dl>
        </section>
    }
}

fn group_of(spec: &Spec) -> usize {
    let fits = |names: &[&str]| names.iter().any(|it| spec.id.starts_with(it));
    GROUPS.iter().position(|(_, names)| fits(names)).expect("the last group takes any command")
}

/// The keys that give labels.
#[component]
fn Labels() -> impl IntoView {
    let app = app();
    let labels = app.read(|it| {
        let keyed = it.project().schema().labels.iter().filter(|it| it.key.is_some());
        keyed.map(Drawn::of).collect::<Vec<_>>()
    });
    let line = |label: Drawn| {
        view! {
            <div>
                <dt>{underlined(&label)}</dt>
                <dd>
                    <kbd>{label.key.clone()}</kbd>
                </dd>
            </div>
        }
    };
    view! {
        <section class="long">
            <h3>{app.words(Message::Labels)}</h3>
            <dl>{labels.into_iter().map(line).collect_view()}</dl>
        </section>
    }
}

/// How marks are drawn.
#[component]
fn Legend() -> impl IntoView {
    let app = app();
    view! {
        <section>
            <h3>{app.words(Message::KeysHowToRead)}</h3>
            <div class="legend">
                <div>{mark(app, None)} ", " {app.words(Message::LegendConfirmed)}</div>
                <div>{mark(app, Some("suggested"))} ", " {app.words(Message::LegendSuggested)}</div>
                <div>{nested(app)} ", " {app.words(Message::LegendNested)}</div>
                <div>{mark(app, Some("rejected"))} ", " {app.words(Message::MarkRejected)}</div>
            </div>
        </section>
    }
}

fn mark(app: App, state: Option<&'static str>) -> impl IntoView {
    view! {
        <span class="m a z" data-l="gpe" data-v="0" data-s=state>
            {app.words(Message::LegendCity)}
        </span>
        <i class="t" aria-hidden="true" data-l="gpe" data-t="GPE" data-s=state></i>
    }
}

fn nested(app: App) -> impl IntoView {
    view! {
        <span class="m a" data-l="org" data-v="1">
            {app.words(Message::LegendOffice)} " "
            <span class="m z" data-l="gpe" data-v="0">
                {app.words(Message::LegendCity)}
            </span>
            <i class="t" aria-hidden="true" data-l="gpe" data-t="GPE"></i>
        </span>
        <i class="t" aria-hidden="true" data-l="org" data-t="ORG"></i>
    }
}
