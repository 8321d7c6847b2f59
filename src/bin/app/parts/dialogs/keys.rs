//! All keys, from the table of commands and the labels of the project, each to be put elsewhere; and
//! how to read a mark.

mod change;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::settings::Setting;
use apostil::session::table::{COMMANDS, Spec};

use crate::app::{App, app};
use crate::keyboard::{cap, chords_of};
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::dialogs::keys::change::Change;
use crate::parts::label::{Drawn, underlined};
use crate::parts::search_field::SearchField;
use crate::react::memo;

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
    (Message::KeysDecide, &["mark.", "article.done", "article.finish"]),
    // The caret's steps again, with Shift: in one line, and one by one when they are looked for.
    (Message::KeysSelect, &["select."]),
    (Message::KeysView, &["view."]),
    (Message::KeysAnywhere, &[""]),
];

/// The group of the steps with Shift.
const WITH_SHIFT: usize = 3;

/// The order in which the groups stand.
const ORDER: [usize; 6] = [2, 0, 5, 1, WITH_SHIFT, 4];

/// The dialog.
#[component]
pub(crate) fn Keys() -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let changed = RwSignal::new(None);
    let sections = ORDER.map(|group| view! { <Group group=group typed=typed changed=changed /> });
    let is_all = move || typed.with(String::is_empty);
    let is_found = memo(move || COMMANDS.iter().any(|it| fits(app, it, &typed.get())));
    let is_changed = move || {
        app.changed.settings.track();
        app.read(|it| it.settings().keys.is_changed())
    };
    let reset = move |_| {
        let mut keys = app.read(|it| it.settings().keys.clone());
        keys.reset_all();
        app.dispatch(Command::Set(Setting::Keys(keys)));
    };
    view! {
        <Frame class="help" name=Signal::derive(move || app.say(&Message::KeysTitle))>
            <header>
                <h2>{app.words(Message::KeysTitle)}</h2>
                <span class="soft">{app.words(Message::KeysScope)}</span>
                <CloseButton />
            </header>
            <SearchField
                name=Message::KeysFilter
                words=typed
                take=Callback::new(move |words| typed.set(words))
                class="filter"
                has_icon=true
            />
            <div class="body" tabindex="0" data-first="">
                {sections}
                <Show when=is_all>
                    <Legend />
                    <Labels />
                </Show>
                <Show when=move || !is_found.get()>
                    <p class="soft">{app.words(Message::KeysNoMatch)}</p>
                </Show>
            </div>
            <Show when=is_changed>
                <footer>
                    <span class="soft"></span>
                    <button type="button" class="b line" on:click=reset>
                        {app.words(Message::KeysResetAll)}
                    </button>
                </footer>
            </Show>
        </Frame>
    }
}

/// The commands of one group that the filter lets through.
#[component]
fn Group(
    group: usize,
    typed: RwSignal<String>,
    /// The command whose key is being changed.
    changed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = app();
    let title = &GROUPS[group].0;
    let found = memo(move || {
        let typed = typed.get();
        let is_folded = group == WITH_SHIFT && typed.is_empty();
        let is_here = |it: &usize| {
            !is_folded && group_of(&COMMANDS[*it]) == group && fits(app, &COMMANDS[*it], &typed)
        };
        (0..COMMANDS.len()).filter(is_here).collect::<Vec<_>>()
    });
    let extra = move || {
        let is_here = group == 1 && typed.with(String::is_empty);
        is_here.then(|| {
            view! {
                <div>
                    <dt>{app.words(Message::KeysExtend)}</dt>
                    <dd>
                        <kbd>{app.words(Message::KeyShift)}</kbd>
                    </dd>
                </div>
            }
        })
    };
    view! {
        <Show when=move || found.with(|it| !it.is_empty())>
            <section class="long">
                <h3>{app.words(title.clone())}</h3>
                <dl>
                    <For each=move || found.get() key=|it| *it let:n>
                        <Line n=n changed=changed />
                    </For>
                    {extra}
                </dl>
            </section>
        </Show>
    }
}

/// One command with its keys; pressed, they are changed.
#[component]
fn Line(n: usize, changed: RwSignal<Option<usize>>) -> impl IntoView {
    let app = app();
    let spec = &COMMANDS[n];
    let is_changed = move || changed.get() == Some(n);
    let caps = move || {
        let chords = chords_of(app, &spec.command);
        if chords.is_empty() {
            return view! { <span class="soft">{app.words(Message::KeysNone)}</span> }.into_any();
        }
        let caps = chords.into_iter().map(|it| view! { <kbd>{cap(app, it)}</kbd> " " });
        caps.collect_view().into_any()
    };
    let name = move || {
        let all = chords_of(app, &spec.command).into_iter().map(|it| cap(app, it));
        let all = all.collect::<Vec<_>>().join(" ");
        let keys = if all.is_empty() { app.say(&Message::KeysNone) } else { all };
        let command = Box::new(spec.name.clone());
        app.say(&Message::KeysChange { command, keys })
    };
    let press = move |_| changed.update(|it| *it = if *it == Some(n) { None } else { Some(n) });
    view! {
        <div>
            <dt>{app.words(spec.name.clone())}</dt>
            <dd>
                <button
                    type="button"
                    class="caps"
                    title=name
                    aria-expanded=move || is_changed().to_string()
                    on:click=press
                >
                    <span class="sr">{name}" "</span>
                    {caps}
                </button>
            </dd>
            <Show when=is_changed>
                <Change spec=spec changed=changed />
            </Show>
        </div>
    }
}

/// Whether the command's name or one of its caps has what was typed.
fn fits(app: App, spec: &Spec, typed: &str) -> bool {
    let wanted = typed.trim().to_lowercase();
    let has = |it: String| it.to_lowercase().contains(&wanted);
    wanted.is_empty()
        || has(app.say(&spec.name))
        || chords_of(app, &spec.command).into_iter().any(|it| has(cap(app, it)))
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
