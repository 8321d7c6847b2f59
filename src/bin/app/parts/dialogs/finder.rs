//! Everything by typing: commands, labels, articles; or labels alone.
//!
//! A field with a list under it. What cannot be done now is not there. With nothing typed, what was
//! done last comes first.

use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use apostil::message::Message;
use apostil::model::id::{DocumentId, LabelId};
use apostil::order::sort_by_key;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::table::{COMMANDS, Spec};

use crate::app::{App, app};
use crate::keyboard::cap;
use crate::parts::dialogs::frame::Frame;
use crate::parts::icon::{Icon, icon};
use crate::parts::label::{Drawn, underlined};
use crate::parts::list::bring_into_view;
use crate::react::memo;

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Commands, labels, articles.
    Everything,
    /// Labels.
    Labels,
}

/// How many articles are listed at most.
const MOST_ARTICLES: usize = 20;
/// How many of the last commands come first.
const MOST_RECENT: usize = 5;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    Command(usize),
    Label(LabelId),
    Article(DocumentId),
}

/// The dialog.
#[component]
pub(crate) fn Finder(kind: Kind) -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let found = memo(move || typed.with(|it| find(app, kind, it)));
    let chosen = RwSignal::new(0);
    let name = Signal::derive(move || match kind {
        Kind::Everything => app.say(&Message::PaletteTitle),
        Kind::Labels => app.say(&Message::PaletteLabels),
    });
    let hint = match kind {
        Kind::Everything => Message::PaletteField,
        Kind::Labels => Message::LabelTypeHint,
    };
    let pick = move |n: usize| {
        if let Some(line) = found.with_untracked(|it| it.get(n).cloned()) {
            app.close_dialog();
            act(app, line);
        }
    };
    let hear = move |event: KeyboardEvent| {
        let here = chosen.get_untracked();
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            return pick(here);
        }
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        if let Some(to) = step(&event.key(), here, last) {
            event.prevent_default();
            chosen.set(to);
            request_animation_frame(move || bring_into_view(&line_id(to)));
        }
    };
    let change = move |event| {
        typed.set(event_target::<HtmlInputElement>(&event).value());
        chosen.set(0);
    };
    view! {
        <Frame class="palette" name=name>
            <label class="field">
                {icon(Icon::Find)}
                <input
                    role="combobox"
                    data-first=""
                    autocomplete="off"
                    spellcheck="false"
                    aria-expanded="true"
                    aria-controls="found"
                    aria-autocomplete="list"
                    aria-label=app.words(hint.clone())
                    placeholder=app.words(hint)
                    aria-activedescendant=move || {
                        (!found.with(Vec::is_empty)).then(|| line_id(chosen.get()))
                    }
                    on:input=change
                    on:keydown=hear
                />
            </label>
            <Lines found=found chosen=chosen typed=typed pick=Callback::new(pick) name=name />
            <footer>
                <span class="soft"></span>
                <span class="soft" aria-hidden="true">
                    <kbd>"↑"</kbd> " " <kbd>"↓"</kbd> " " <kbd>{app.words(Message::KeyEnter)}</kbd> " "
                    <kbd>{app.words(Message::KeyEscape)}</kbd>
                </span>
            </footer>
        </Frame>
    }
}

/// Where `key` leads from the line `here`, round the ends.
fn step(key: &str, here: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowDown" if here == last => Some(0),
        "ArrowDown" => Some(here + 1),
        "ArrowUp" => Some(here.checked_sub(1).unwrap_or(last)),
        "PageDown" => Some((here + 8).min(last)),
        "PageUp" => Some(here.saturating_sub(8)),
        _ => None,
    }
}

/// The list, in its groups.
#[component]
fn Lines(
    found: Memo<Vec<Line>>,
    chosen: RwSignal<usize>,
    typed: RwSignal<String>,
    pick: Callback<usize>,
    name: Signal<String>,
) -> impl IntoView {
    let app = app();
    let groups = move || {
        let typed = typed.get();
        let all: Vec<(usize, Line)> = found.get().into_iter().enumerate().collect();
        let group = |is_in: fn(&Line) -> bool, title: Message| {
            let lines: Vec<_> = all.iter().filter(|it| is_in(&it.1)).cloned().collect();
            let lines =
                lines.into_iter().map(|(n, line)| drawn(app, n, line, chosen, pick, &typed));
            let lines = lines.collect::<Vec<_>>();
            let name = app.say(&title);
            let title = name.clone();
            (!lines.is_empty()).then(|| {
                view! {
                    <ul role="group" aria-label=name>
                        <li class="cap" role="presentation">{title}</li>
                        {lines}
                    </ul>
                }
            })
        };
        let nothing = all
            .is_empty()
            .then(|| view! { <p class="none">{app.words(Message::PaletteNothing)}</p> });
        view! {
            {group(|it| matches!(it, Line::Command(_)), Message::PaletteTitle)}
            {group(|it| matches!(it, Line::Label(_)), Message::PaletteLabels)}
            {group(|it| matches!(it, Line::Article(_)), Message::PaletteArticles)}
            {nothing}
        }
    };
    view! {
        <div class="found" id="found" role="listbox" aria-label=name>
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
        Line::Article(id) => article_line(app, &id, typed).into_any(),
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
    let caps = spec.keys.iter().filter_map(|it| apostil::session::keys::Chord::parse(it));
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

/// `name` with what was typed set off, where it stands in it as it was typed.
fn marked(name: &str, typed: &str) -> impl IntoView + use<> {
    let typed = typed.trim().to_lowercase();
    let lower = name.to_lowercase();
    // Lower case of another length would put the mark on other letters.
    let at = (lower.len() == name.len() && !typed.is_empty()).then(|| lower.find(&typed)).flatten();
    let end = at.map(|it| it + typed.len());
    let cut = at.zip(end).filter(|it| name.is_char_boundary(it.0) && name.is_char_boundary(it.1));
    let (start, end) = cut.unwrap_or((name.len(), name.len()));
    let middle = Some(name[start..end].to_owned()).filter(|it| !it.is_empty());
    view! {
        {name[..start].to_owned()}
        {middle.map(|it| view! { <mark>{it}</mark> })}
        {name[end..].to_owned()}
    }
}

fn line_id(n: usize) -> String {
    format!("found-{n}")
}

fn act(app: App, line: Line) {
    match line {
        Line::Command(at) => {
            let spec = &COMMANDS[at];
            app.recent.update_value(|it| {
                it.retain(|id| *id != spec.id);
                it.insert(0, spec.id);
                it.truncate(MOST_RECENT);
            });
            app.dispatch(spec.command.clone());
        }
        Line::Label(id) => app.dispatch(Command::Choose(id)),
        Line::Article(id) => app.dispatch(Command::OpenArticle(id)),
    }
}

/// The lines in which all words of `typed` stand.
fn find(app: App, kind: Kind, typed: &str) -> Vec<Line> {
    let typed = typed.to_lowercase();
    let wanted: Vec<&str> = typed.split_whitespace().collect();
    let fits = |words: &str| {
        let words = words.to_lowercase();
        wanted.iter().all(|it| words.contains(it))
    };
    let mut lines = Vec::new();
    if kind == Kind::Everything {
        lines.extend(commands(app, &wanted, fits));
    }
    app.read(|it| {
        if it.has_article() && (kind == Kind::Labels || !wanted.is_empty()) {
            let labels = it.project().schema().labels.iter();
            let fitting =
                labels.filter(|it| fits(&it.name) || (!wanted.is_empty() && fits(&it.description)));
            let mut fitting: Vec<_> = fitting.collect();
            sort_by_key(&mut fitting, |it| !it.name.to_lowercase().starts_with(typed.trim()));
            lines.extend(fitting.into_iter().map(|it| Line::Label(it.id)));
        }
        if kind == Kind::Everything && !wanted.is_empty() {
            let articles = it.project().documents().filter(|it| fits(&it.header.name));
            lines
                .extend(articles.take(MOST_ARTICLES).map(|it| Line::Article(it.header.id.clone())));
        }
    });
    lines
}

/// The commands that can be done now and fit. With nothing typed, the last ones first, and without
/// the caret's steps.
fn commands(app: App, wanted: &[&str], fits: impl Fn(&str) -> bool) -> Vec<Line> {
    let can = |spec: &Spec| app.read(|it| (spec.when)(it));
    let mut all: Vec<usize> = (0..COMMANDS.len()).filter(|it| can(&COMMANDS[*it])).collect();
    if wanted.is_empty() {
        all.retain(|it| {
            !matches!(COMMANDS[*it].command, Command::Move { .. } | Command::ShowCommands)
        });
        let recent = app.recent.get_value();
        let place = |it: &usize| recent.iter().position(|id| *id == COMMANDS[*it].id);
        sort_by_key(&mut all, |it| place(it).unwrap_or(MOST_RECENT));
    } else {
        all.retain(|it| fits(&app.say(&COMMANDS[*it].name)));
        let starts =
            |it: &usize| app.say(&COMMANDS[*it].name).to_lowercase().starts_with(wanted[0]);
        sort_by_key(&mut all, |it| !starts(it));
    }
    all.into_iter().map(Line::Command).collect()
}
