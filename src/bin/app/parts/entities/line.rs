//! The lines of the entities view: headings, groups, the places of the open group.

use leptos::prelude::*;
use web_sys::MouseEvent;

use apostil::message::Message;
use apostil::model::id::DocumentId;
use apostil::session::Session;
use apostil::session::batch::standing::Standing;
use apostil::session::command::Command;
use apostil::session::entities::group::{Group, GroupKey, Section};
use apostil::session::find::Seen;
use apostil::text::TextRange;

use crate::app::{App, app};
use crate::parts::batch::line::{Place, id};
use crate::parts::entities::State;
use crate::parts::label::{Drawn, tag, underlined};
use crate::parts::list::level;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// A heading, and how many groups it has.
    Section(Section, usize),
    /// A group.
    Group(GroupKey),
    /// A place of the open group: its row in the batch.
    Place(usize),
    /// A mention of the open group that is as it should be.
    Agreeing(DocumentId, TextRange),
}

impl Line {
    /// Which group it is.
    pub(super) fn key(&self) -> Option<&GroupKey> {
        match self {
            Self::Group(key) => Some(key),
            _ => None,
        }
    }
}

/// All lines; with the mentions that agree, if the whole of the open group is asked for.
pub(super) fn lines(session: &Session, is_whole: bool) -> Vec<Line> {
    let Some(entities) = session.entities() else { return Vec::new() };
    let (listed, opened) = (entities.listed(), session.opened_entity());
    let mut all = Vec::with_capacity(listed.len() + Section::ALL.len());
    let mut section = None;
    for group in listed.iter().map(|it| &entities.groups[*it]) {
        if section != Some(group.section()) {
            section = Some(group.section());
            all.push(Line::Section(group.section(), entities.n_in(group.section(), &listed)));
        }
        all.push(Line::Group(group.key.clone()));
        if opened == Some(&group.key) {
            all.extend(inside(session, is_whole));
        }
    }
    all
}

/// The lines of the open group: what is marked otherwise first.
fn inside(session: &Session, is_whole: bool) -> Vec<Line> {
    let rows = session.batch().map(|it| it.rows.as_slice()).unwrap_or_default();
    let is_marked = |it: &usize| matches!(rows[*it].standing, Standing::Marked { .. });
    let (marked, others): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(is_marked);
    let mut all: Vec<Line> = marked.into_iter().chain(others).map(Line::Place).collect();
    if is_whole {
        let agreeing = session.agreeing_mentions().into_iter();
        all.extend(agreeing.map(|(document, range)| Line::Agreeing(document, range)));
    }
    all
}

/// Ticks what a line stands for, or takes the tick away.
pub(super) fn toggle(app: App, line: &Line) {
    match line {
        Line::Group(key) => {
            let on = app.read(|it| it.entities().is_some_and(|it| !it.ticked.contains(key)));
            app.dispatch(Command::TickEntity { key: key.clone(), on });
        }
        Line::Place(row) => {
            let is_ticked = |it: &Session| Some(it.batch()?.rows.get(*row)?.is_ticked);
            let on = app.read(is_ticked) == Some(false);
            app.dispatch(Command::Tick { row: *row, on });
        }
        Line::Section(..) | Line::Agreeing(..) => {}
    }
}

/// Shows the place of a line in its article.
pub(super) fn go(app: App, line: &Line) {
    let place = match line {
        Line::Agreeing(document, range) => Some((document.clone(), *range)),
        Line::Place(row) => app.read(|it| {
            let row = it.batch()?.rows.get(*row)?;
            Some((row.document.clone(), row.range))
        }),
        Line::Section(..) | Line::Group(_) => None,
    };
    if let Some((document, range)) = place {
        app.dispatch(Command::GoTo { document, range });
    }
}

/// A line as it is drawn; `n` is its place among all.
pub(super) fn view_of(state: State, line: Line, n: usize) -> AnyView {
    let State { app, active, shown, .. } = state;
    let total = shown.with_untracked(Vec::len);
    match line {
        Line::Section(section, count) => heading(app, section, count as u64, n).into_any(),
        Line::Group(key) => view! { <GroupLine state=state key=key n=n /> }.into_any(),
        Line::Place(number) => {
            let row = app.read(|it| it.batch()?.rows.get(number).cloned());
            row.map(|row| {
                view! {
                    <Place number=number row=row n=n total=total active=active in_tree=true />
                }
            })
            .into_any()
        }
        Line::Agreeing(document, range) => {
            view! { <Agreeing state=state document=document range=range n=n /> }.into_any()
        }
    }
}

fn heading(app: App, section: Section, count: u64, n: usize) -> impl IntoView {
    let name = match section {
        Section::Mixed => Message::EntitiesMixed,
        Section::Partly => Message::EntitiesPartly,
        Section::Suggested => Message::EntitiesSuggested,
        Section::Same => Message::EntitiesSame,
    };
    view! {
        <li class="section" role="treeitem" use:level=1 aria-expanded="true" id=id(n)>
            <b>{app.words(name)}</b>
            " "
            <span class="soft num">{app.words(Message::EntitiesGroups { count })}</span>
        </li>
    }
}

/// A label that was given, or suggested, with how often.
struct Given {
    label: Drawn,
    count: u64,
    /// Whether that looks like a slip.
    is_slip: bool,
    is_suggested: bool,
}

/// What is drawn of a group.
fn facts(session: &Session, key: &GroupKey) -> Option<(Group, Vec<Given>, bool, bool)> {
    let entities = session.entities()?;
    let group = entities.group(key)?.clone();
    let schema = session.project().schema();
    let is_suggested = group.labels.is_empty();
    let given = group.labels.iter().chain(&group.suggested).filter_map(|(label, count)| {
        let (label, count) = (Drawn::find(schema, *label)?, *count);
        Some(Given { label, count, is_slip: group.is_minority(count), is_suggested })
    });
    let given = given.collect();
    let is_open = session.opened_entity() == Some(key);
    Some((group, given, entities.ticked.contains(key), is_open))
}

/// A group.
#[component]
fn GroupLine(state: State, key: GroupKey, n: usize) -> impl IntoView {
    let State { app, active, .. } = state;
    let (group, given, is_ticked, is_open) = app.read(|it| facts(it, &key))?;
    let ticks = key.clone();
    let tick = move |event: MouseEvent| {
        event.stop_propagation();
        active.set(Some(n));
        toggle(app, &Line::Group(ticks.clone()));
    };
    let open = move |_| {
        active.set(Some(n));
        app.dispatch(Command::OpenEntity(key.clone()));
    };
    let others = group.others.iter().map(|it| format!("+ {it}")).collect::<Vec<_>>().join(" ");
    let (bare, articles) = (group.n_bare, group.n_articles);
    let is_marked = group.n_mentions() > 0;
    Some(view! {
        <li
            class="entity"
            role="treeitem"
            use:level=2
            id=id(n)
            aria-expanded=is_open.to_string()
            aria-selected=is_ticked.to_string()
            data-open=is_open.then_some("")
            data-active=move || (active.get() == Some(n)).then_some("")
            on:click=open
        >
            <span
                class="box"
                data-on=is_ticked.then_some("")
                data-none=(!is_marked).then_some("")
                on:click=tick
            ></span>
            <span class="group-words">
                <bdi>{group.words.clone()}</bdi>
                " "
                <small>{others}</small>
            </span>
            <span class="mix">{given.into_iter().map(|it| given_label(app, it)).collect_view()}</span>
            <span class="n num">
                <span aria-hidden="true">{move || app.number(bare)}</span>
                <span class="sr">{app.words(Message::EntitiesBareAloud { count: bare })}</span>
            </span>
            <span class="n num">
                <span aria-hidden="true">{move || app.number(articles)}</span>
                <span class="sr">{app.words(Message::EntitiesInArticles { count: articles })}</span>
            </span>
            {link(app, &group)}
        </li>
    })
}

fn given_label(app: App, given: Given) -> impl IntoView {
    let Given { label, count, is_slip, is_suggested } = given;
    let class = if is_slip { "num minor" } else { "num" };
    let drawn =
        if is_suggested { tag(&label, true).into_any() } else { underlined(&label).into_any() };
    let number = move || {
        let number = app.number(count);
        if is_suggested { format!("+{number}") } else { number }
    };
    view! {
        <span>
            {drawn} " "
            <span class=class>{number}</span>
        </span>
        " "
    }
}

/// The link of a group, or how many it has.
fn link(app: App, group: &Group) -> AnyView {
    let count = group.links.len() as u64;
    match group.links.first() {
        Some((link, _)) if count == 1 => {
            view! { <bdi class="mono link">{link.clone()}</bdi> }.into_any()
        }
        Some(_) => view! {
            <span class="mono link">{app.words(Message::EntitiesLinks { count })}</span>
        }
        .into_any(),
        None => view! {
            <span class="mono soft link">{app.words(Message::EntitiesUnlinkedYet)}</span>
        }
        .into_any(),
    }
}

/// A mention that is as it should be.
#[component]
fn Agreeing(state: State, document: DocumentId, range: TextRange, n: usize) -> impl IntoView {
    let app = app();
    let active = state.active;
    let (seen, label, place) = app.read(|it| agreeing(it, &document, range))?;
    let line = Line::Agreeing(document, range);
    let show = move |event: MouseEvent| {
        event.stop_propagation();
        go(app, &line);
    };
    Some(view! {
        <li
            class="agreeing"
            role="treeitem"
            use:level=3
            id=id(n)
            data-active=move || (active.get() == Some(n)).then_some("")
            on:click=move |_| active.set(Some(n))
        >
            <span></span>
            <span class="before">
                <bdi>{seen.before}</bdi>
            </span>
            <span class="after">
                <b>{seen.words}</b>
                <bdi>{seen.after}</bdi>
            </span>
            <span class="state">{label.map(|it| tag(&it, false))}</span>
            <button
                type="button"
                class="b tight place"
                tabindex="-1"
                title=app.words(Message::BatchGo)
                on:click=show
            >
                {place}
            </button>
        </li>
    })
}

fn agreeing(
    session: &Session,
    document: &DocumentId,
    range: TextRange,
) -> Option<(Seen, Option<Drawn>, String)> {
    let seen = session.seen_in(document, range)?;
    let label = session.label_on(document, range);
    let label = label.and_then(|it| Drawn::find(session.project().schema(), it));
    Some((seen, label, session.project().document(document)?.header.name.clone()))
}
