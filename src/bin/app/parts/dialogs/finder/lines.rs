//! The lines of the palette, in their groups.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::{DocumentId, LabelId};
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::find;
use apostil::session::table::{COMMANDS, Spec};
use apostil::text::TextRange;

use crate::app::{App, app};
use crate::keyboard::{cap, chords_of};
use crate::parts::dialogs::finder::search::Line;
use crate::parts::label::{Drawn, tag, underlined};
use crate::react::memo;

/// Which group a line is in, by its title.
type Group = (fn(&Line) -> bool, Message);

/// The groups in their order.
const GROUPS: [Group; 5] = [
    (|it| matches!(it, Line::Command(_)), Message::PaletteTitle),
    (|it| matches!(it, Line::Label(_)), Message::PaletteLabels),
    (|it| matches!(it, Line::Relation(_) | Line::NewRelation(_)), Message::Relations),
    (|it| matches!(it, Line::Article(_)), Message::PaletteArticles),
    (|it| matches!(it, Line::Place(_) | Line::AllPlaces(_)), Message::PaletteWords),
];

/// The id of the line `n`.
pub(crate) fn line_id(n: usize) -> String {
    format!("found-{n}")
}

/// The list.
#[component]
pub(crate) fn Lines(
    /// What was found.
    found: Memo<Vec<Line>>,
    /// The line that Enter picks.
    chosen: RwSignal<usize>,
    /// What was typed, to set it off.
    typed: RwSignal<String>,
    /// Picks a line.
    pick: Callback<usize>,
    /// What the list is called.
    name: Signal<String>,
    /// What is said when nothing was found.
    nothing: Signal<String>,
) -> impl IntoView {
    let app = app();
    let groups = move || {
        let typed = typed.get();
        let all: Vec<(usize, Line)> = found.get().into_iter().enumerate().collect();
        let group = |(is_in, title): Group| {
            let lines = all.iter().filter(|it| is_in(&it.1)).cloned();
            let lines = lines.map(|(n, line)| drawn(app, n, line, chosen, pick, &typed));
            let lines: Vec<_> = lines.collect();
            let title = app.say(&title);
            let spoken = title.clone();
            (!lines.is_empty()).then(|| {
                view! {
                    <ul role="group" aria-label=spoken>
                        <li class="cap" role="presentation">{title}</li>
                        {lines}
                    </ul>
                }
            })
        };
        let nothing = all.is_empty().then(|| view! { <p class="none">{nothing}</p> });
        view! {
            {GROUPS.map(group).into_iter().collect::<Vec<_>>()}
            {nothing}
        }
    };
    // A list without options is none.
    let has_some = memo(move || found.with(|it| !it.is_empty()));
    let role = move || has_some.get().then_some("listbox");
    let spoken = move || has_some.get().then(|| name.get());
    view! {
        <div class="found" id="found" role=role aria-label=spoken>
            {groups}
        </div>
    }
}

fn drawn(
    app: App,
    n: usize,
    line: Line,
    chosen: RwSignal<usize>,
    pick: Callback<usize>,
    typed: &str,
) -> impl IntoView + use<> {
    let inside = match line {
        Line::Command(at) => command_line(app, &COMMANDS[at], typed).into_any(),
        Line::Label(id) => label_line(app, id).into_any(),
        Line::Relation(id) => {
            let name = app.read(|it| it.project().schema().relation(id).map(|it| it.name.clone()));
            view! { <span><bdi>{marked(&name.unwrap_or_default(), typed)}</bdi></span> }.into_any()
        }
        Line::NewRelation(name) => {
            view! { <span>{app.say(&Message::RelationNew { name })}</span> }.into_any()
        }
        Line::Article(id) => article_line(app, &id, typed).into_any(),
        Line::Place(range) => place_line(app, range).into_any(),
        Line::AllPlaces(count) => {
            let count = count as u64;
            view! { <span>{app.say(&Message::PaletteAllPlaces { count })}</span> }.into_any()
        }
    };
    view! {
        <li
            role="option"
            id=line_id(n)
            aria-selected=move || (chosen.get() == n).to_string()
            on:pointermove=move |_| {
                if chosen.get_untracked() != n {
                    chosen.set(n);
                }
            }
            on:click=move |_| pick.run(n)
        >
            {inside}
        </li>
    }
}

fn command_line(app: App, spec: &'static Spec, typed: &str) -> impl IntoView + use<> {
    let name = app.say(&spec.name);
    let caps = chords_of(app, &spec.command).into_iter();
    let caps = caps.map(|it| view! { <kbd>{move || cap(app, it)}</kbd> });
    let caps = caps.collect::<Vec<_>>();
    let subject =
        matches!(spec.command, Command::Accept | Command::Reject | Command::Skip | Command::Remove);
    let subject = subject.then(|| app.read(subject_of)).flatten();
    view! {
        <span>{marked(&name, typed)}</span>
        <em>{subject}</em>
        <span class="keys">{caps}</span>
    }
}

/// The selected mark, in a few words.
fn subject_of(session: &Session) -> Option<String> {
    let key = session.cursor().mark?;
    let label = session.sheet()?.find(key)?.shown.label;
    Some(format!("{}, {}", session.label_name(label), session.words_of_mark(key)?))
}

fn label_line(app: App, id: LabelId) -> impl IntoView {
    let (label, help) = app.read(|it| {
        let label = it.project().schema().label(id);
        (label.map(Drawn::of), label.map(|it| it.description.clone()).unwrap_or_default())
    });
    let key = label.as_ref().and_then(|it| it.key.clone()).map(|it| view! { <kbd>{it}</kbd> });
    view! {
        <span>{label.map(|it| underlined(&it))}</span>
        <em>{help}</em>
        <span class="keys">{key}</span>
    }
}

fn article_line(app: App, id: &DocumentId, typed: &str) -> impl IntoView + use<> {
    let (name, n, total) = app.read(|it| {
        let name = it.project().document(id).map(|it| it.header.name.clone());
        let n = it.position(id).map_or(0, |it| it as u64 + 1);
        (name.unwrap_or_default(), n, it.project().n_documents() as u64)
    });
    view! {
        <span class="words"><bdi>{marked(&name, typed)}</bdi></span>
        <em>{app.say(&Message::ArticlePosition { n, total })}</em>
    }
}

/// A place of the words, with what stands around it, and the label that it bears already.
fn place_line(app: App, range: TextRange) -> impl IntoView {
    let found = app.read(|it| {
        let seen = it.seen_at(range)?;
        let label = it.open_document().and_then(|document| it.label_on(document, range));
        let label = label.and_then(|id| Drawn::find(it.project().schema(), id));
        Some((seen, label))
    });
    found.map(|(seen, label)| {
        view! {
            <span class="place words">
                <bdi>{seen.before}</bdi>
                <mark>{seen.words}</mark>
                <bdi>{seen.after}</bdi>
            </span>
            <span class="keys">{label.map(|it| tag(&it, false))}</span>
        }
    })
}

/// `name` with the words that were typed set off, wherever they stand in it.
fn marked(name: &str, typed: &str) -> impl IntoView + use<> {
    let mut found: Vec<TextRange> =
        typed.split_whitespace().flat_map(|it| find::places(name, it)).collect();
    apostil::order::sort(&mut found);
    let mut end = 0;
    let mut pieces = Vec::new();
    for range in found.iter().filter(|it| !it.is_empty()) {
        let (from, to) = (range.start() as usize, range.end() as usize);
        if from < end {
            continue;
        }
        pieces.push((name[end..from].to_owned(), name[from..to].to_owned()));
        end = to;
    }
    let pieces = pieces.into_iter().map(|(plain, hit)| view! { {plain} <mark>{hit}</mark> });
    view! {
        {pieces.collect::<Vec<_>>()}
        {name[end..].to_owned()}
    }
}
