//! Everything by typing: commands, labels, articles, words of the article; or one kind of them.
//!
//! A field with a list under it. What cannot be done now is not there. With nothing typed, what was
//! done last comes first. Words that are picked are asked for their label in the same place.

mod lines;
pub(crate) mod search;

use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::table::COMMANDS;
use apostil::text::TextRange;
use apostil::view::ShownKey;

use crate::app::{App, app};
use crate::parts::dialogs::finder::lines::{Lines, line_id};
use crate::parts::dialogs::finder::search::{Kind, Line, MOST_RECENT, Tied, find, first_choice};
use crate::parts::dialogs::frame::Frame;
use crate::parts::icon::{Icon, icon};
use crate::parts::list::bring_into_view;
use crate::react::memo;
use crate::web::settings::keep_recent;

/// What the palette is at.
#[derive(Clone, Copy)]
struct State {
    kind: RwSignal<Kind>,
    typed: RwSignal<String>,
    found: Memo<Vec<Line>>,
    chosen: RwSignal<usize>,
    /// Words that were picked and wait for a label.
    picked: RwSignal<Vec<TextRange>>,
}

/// The dialog.
#[component]
pub(crate) fn Finder(kind: Kind) -> impl IntoView {
    let app = app();
    let kind = RwSignal::new(kind);
    let typed = RwSignal::new(String::new());
    let found = memo(move || typed.with(|it| find(app, kind.get(), it)));
    let state =
        State { kind, typed, found, chosen: RwSignal::new(0), picked: RwSignal::new(Vec::new()) };
    let name = Signal::derive(move || app.say(&title(app, state)));
    let nothing = Signal::derive(move || {
        let is_bare = typed.with(|it| it.trim().is_empty());
        app.say(&match kind.get() {
            Kind::Words if is_bare => Message::PaletteWordsHint,
            Kind::Words => Message::PaletteNoWords,
            Kind::Relation(_) => Message::RelationNothing,
            _ => Message::PaletteNothing,
        })
    });
    let pick = Callback::new(move |n| pick(app, state, n));
    let is_bare =
        move || state.picked.with(Vec::is_empty) && !matches!(kind.get(), Kind::Relation(_));
    view! {
        <Frame class="palette" name=name>
            <Field state=state pick=pick />
            <p class="cap asked" hidden=is_bare>
                {name}
            </p>
            <Lines
                found=found
                chosen=state.chosen
                typed=typed
                pick=pick
                name=name
                nothing=nothing
            />
            <footer>
                <span class="soft" role="status">
                    {move || app.say(&summary(state))}
                </span>
                <span class="soft" aria-hidden="true">
                    <kbd>"↑"</kbd> " " <kbd>"↓"</kbd> " " <kbd>{app.words(Message::KeyEnter)}</kbd> " "
                    <kbd>{app.words(Message::KeyEscape)}</kbd>
                </span>
            </footer>
        </Frame>
    }
}

/// The field. It has the focus all the time; the list is told by `aria-activedescendant`.
#[component]
fn Field(state: State, pick: Callback<usize>) -> impl IntoView {
    let app = app();
    let State { kind, typed, found, chosen, .. } = state;
    let hint = move || {
        app.say(&match kind.get() {
            Kind::Everything => Message::PaletteField,
            Kind::Labels => Message::LabelTypeHint,
            Kind::Words => Message::PaletteWordsField,
            Kind::Relation(_) => Message::RelationField,
        })
    };
    let hear = move |event: KeyboardEvent| {
        let here = chosen.get_untracked();
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            return pick.run(here);
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
        chosen.set(found.with_untracked(|it| first_choice(it)));
    };
    view! {
        <label class="field">
            {icon(Icon::Find)}
            <input
                role="combobox"
                data-first=""
                autocomplete="off"
                spellcheck="false"
                aria-expanded=move || (!found.with(Vec::is_empty)).to_string()
                aria-controls="found"
                aria-autocomplete="list"
                aria-label=hint
                placeholder=hint
                aria-activedescendant=move || {
                    (!found.with(Vec::is_empty)).then(|| line_id(chosen.get()))
                }
                prop:value=typed
                on:input=change
                on:keydown=hear
            />
        </label>
    }
}

/// What the dialog is called: with words picked, what is asked about them.
fn title(app: App, state: State) -> Message {
    let picked = state.picked.get();
    match (state.kind.get(), picked.first()) {
        (Kind::Everything, _) => Message::PaletteTitle,
        (Kind::Words, _) => Message::CommandMarkTypeWords,
        (Kind::Relation(tied), _) => app.read(|it| relation_title(it, tied)),
        (Kind::Labels, None) => Message::PaletteLabels,
        (Kind::Labels, Some(first)) => Message::PaletteLabelFor {
            words: app.read(|it| it.seen_at(*first)).map(|it| it.words).unwrap_or_default(),
            count: picked.len() as u64,
        },
    }
}

fn relation_title(session: &Session, tied: Tied) -> Message {
    let words = |id| session.words_of_mark(ShownKey::Annotation(id)).unwrap_or_default();
    let ends = tied.ends(session).map(|(from, to)| (words(from), words(to)));
    let (from, to) = ends.unwrap_or_default();
    Message::RelationTitle { from, to }
}

/// How much there is: of commands with nothing typed, else of what was found.
fn summary(state: State) -> Message {
    let is_bare = state.typed.with(|it| it.trim().is_empty());
    if is_bare && state.kind.get() == Kind::Everything {
        return Message::PaletteCommands { count: COMMANDS.len() as u64 };
    }
    let each = |it: &Line| if let Line::AllPlaces(_) = it { 0 } else { 1 };
    let count = state.found.with(|all| {
        let all_places = all.iter().find_map(|it| match it {
            Line::AllPlaces(n) if state.kind.get() == Kind::Words => Some(*n as u64),
            _ => None,
        });
        all_places.unwrap_or_else(|| all.iter().map(each).sum())
    });
    Message::PaletteFound { count }
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

/// Does what a line stands for, or asks for the label of the words that it stands for.
fn pick(app: App, state: State, n: usize) {
    let Some(line) = state.found.with_untracked(|it| it.get(n).cloned()) else { return };
    let ranges = match line {
        Line::Place(range) => vec![range],
        Line::AllPlaces(_) => {
            state.typed.with_untracked(|typed| app.read(|it| it.find_words(typed)))
        }
        line => {
            let (picked, kind) = (state.picked.get_untracked(), state.kind.get_untracked());
            app.close_dialog();
            return match kind {
                Kind::Relation(tied) => tie(app, line, tied),
                _ => act(app, line, picked),
            };
        }
    };
    state.picked.set(ranges);
    state.typed.set(String::new());
    state.chosen.set(0);
    state.kind.set(Kind::Labels);
}

/// Ties two marks by the label of the line, or gives it to a relation that is there.
fn tie(app: App, line: Line, tied: Tied) {
    let command = match (line, tied) {
        (Line::Relation(label), Tied::New(from, to)) => Command::Tie { from, to, label },
        (Line::Relation(label), Tied::Old(id)) => Command::LabelTie { id, label },
        (Line::NewRelation(name), Tied::New(from, to)) => Command::TieAs { from, to, name },
        (Line::NewRelation(name), Tied::Old(id)) => Command::LabelTieAs { id, name },
        _ => return,
    };
    app.dispatch(command);
}

fn act(app: App, line: Line, picked: Vec<TextRange>) {
    match line {
        Line::Command(at) => {
            let spec = &COMMANDS[at];
            app.recent.update_value(|it| {
                it.retain(|id| *id != spec.id);
                it.insert(0, spec.id);
                it.truncate(MOST_RECENT);
            });
            app.recent.with_value(|it| keep_recent(it));
            app.dispatch(spec.command.clone());
        }
        Line::Label(label) if picked.is_empty() => app.dispatch(Command::Choose(label)),
        Line::Label(label) => app.dispatch(Command::LabelRanges { ranges: picked, label }),
        Line::Article(id) => app.dispatch(Command::OpenArticle(id)),
        // These were picked before and have led to a label, or stand in another list.
        Line::Place(_) | Line::AllPlaces(_) | Line::Relation(_) | Line::NewRelation(_) => {}
    }
}
