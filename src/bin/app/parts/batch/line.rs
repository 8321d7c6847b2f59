//! The lines of the dock: headings, and places in the words around them.

use leptos::prelude::*;
use web_sys::MouseEvent;

use apostil::message::Message;
use apostil::session::Session;
use apostil::session::batch::standing::Standing;
use apostil::session::batch::{Change, Row};
use apostil::session::command::Command;
use apostil::session::find::Seen;
use apostil::session::reason::percent;

use crate::app::{App, app};
use crate::parts::label::{Drawn, tag};
use crate::parts::list::level;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// A heading over places.
    Group(Group),
    /// A place: the number of its row, and the row.
    Place(usize, Row),
}

/// What a heading says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// How many other articles; nothing for the open one.
    n_others: Option<u64>,
    /// The rows below it.
    rows: Vec<usize>,
    n_ticked: u64,
}

/// The lines of the batch: the open article's places, then those of the others.
pub(super) fn lines(session: &Session) -> Vec<Line> {
    let Some(batch) = session.batch() else { return Vec::new() };
    let is_here = |it: &usize| session.open_document() == Some(&batch.rows[*it].document);
    let (here, others): (Vec<usize>, Vec<usize>) =
        session.batch_listed().into_iter().partition(is_here);
    let mut documents: Vec<_> = others.iter().map(|it| &batch.rows[*it].document).collect();
    documents.dedup();
    let n_others = documents.len() as u64;
    let n_ticked = |rows: &[usize]| rows.iter().filter(|it| batch.rows[**it].is_ticked).count();
    let mut all = Vec::new();
    for (n_others, rows) in [(None, here), (Some(n_others), others)] {
        if rows.is_empty() {
            continue;
        }
        let n_ticked = n_ticked(&rows) as u64;
        all.push(Line::Group(Group { n_others, rows: rows.clone(), n_ticked }));
        all.extend(rows.into_iter().map(|it| Line::Place(it, batch.rows[it].clone())));
    }
    all
}

/// Whether places are ticked, and not only looked at.
fn ticks(session: &Session) -> bool {
    session.batch().is_some_and(|it| it.change != Change::Look)
}

/// The id of a line in the page.
pub(crate) fn id(n: usize) -> String {
    format!("place-{n}")
}

/// Ticks all places below a heading, or none where all were ticked.
pub(super) fn tick_group(app: App, group: &Group) {
    let on = group.n_ticked < group.rows.len() as u64;
    app.dispatch(Command::TickAll { rows: group.rows.clone(), on });
}

/// A line as it is drawn; `n` is its place among `total`.
pub(super) fn view_of(
    app: App,
    line: Line,
    n: usize,
    total: usize,
    active: RwSignal<Option<usize>>,
) -> AnyView {
    match line {
        Line::Group(group) => heading(app, group, n, active).into_any(),
        Line::Place(number, row) => {
            view! { <Place number=number row=row n=n total=total active=active /> }.into_any()
        }
    }
}

fn heading(app: App, group: Group, n: usize, active: RwSignal<Option<usize>>) -> impl IntoView {
    let name = match group.n_others {
        Some(count) => Message::BatchOthers { count },
        None => Message::BatchHere,
    };
    let (count, ticked) = (group.rows.len() as u64, group.n_ticked);
    let is_all = ticked == count;
    let is_ticking = app.read(ticks);
    let press = move |_| {
        active.set(Some(n));
        if is_ticking {
            tick_group(app, &group);
        }
    };
    let counts = move || {
        if is_ticking {
            app.say(&Message::BatchTicked { count, ticked })
        } else {
            app.number(count)
        }
    };
    view! {
        <li
            class="group"
            role="option"
            id=id(n)
            aria-selected=is_all.to_string()
            data-active=move || (active.get() == Some(n)).then_some("")
            on:click=press
        >
            {is_ticking.then(|| view! { <span class="box" data-on=is_all.then_some("")></span> })}
            <span class="cap">{app.words(name)}</span>
            <span class="soft num">{counts}</span>
        </li>
    }
}

/// One place.
#[component]
pub(crate) fn Place(
    number: usize,
    row: Row,
    n: usize,
    total: usize,
    active: RwSignal<Option<usize>>,
    /// Whether it stands in a tree, below its group, and no article is in sight.
    #[prop(default = false)]
    in_tree: bool,
) -> impl IntoView {
    let app = app();
    let (seen, label, place) = app.read(|it| shown(it, &row, !in_tree))?;
    let place = place.unwrap_or_else(|| app.say(&Message::BatchInTitle));
    let on = row.is_ticked;
    let is_ticking = app.read(ticks);
    let go = Command::GoTo { document: row.document.clone(), range: row.range };
    let press = {
        let tick = Command::Tick { row: number, on: !on };
        let command = if is_ticking { tick } else { go.clone() };
        move |_| {
            active.set(Some(n));
            app.dispatch(command.clone());
        }
    };
    let go = move |event: MouseEvent| {
        event.stop_propagation();
        app.dispatch(go.clone());
    };
    let class = if row.is_conflict { "conflict" } else { "" };
    let standing = row.standing;
    let is_suggested = matches!(standing, Standing::Suggested { .. } | Standing::Around { .. });
    let label = label.map(|it| tag(&it, is_suggested));
    Some(view! {
        <li
            class=class
            role=if in_tree { "treeitem" } else { "option" }
            use:level=if in_tree { 3 } else { 0 }
            id=id(n)
            aria-setsize=total.to_string()
            aria-posinset=(n + 1).to_string()
            aria-selected=on.to_string()
            data-active=move || (active.get() == Some(n)).then_some("")
            on:click=press
        >
            {is_ticking.then(|| view! { <span class="box" data-on=on.then_some("")></span> })}
            <span class="before"><bdi>{seen.before}</bdi></span>
            <span class="after"><b>{seen.words}</b><bdi>{seen.after}</bdi></span>
            <span class="state">{label} " " {app.words(words(&standing))}</span>
            // For the mouse; a key does the same, so that no button stands inside of an option.
            <span class="b tight place" title=app.words(Message::BatchGo) on:click=go>
                {place}
            </span>
        </li>
    })
}

/// What is drawn of a row: the text around it, the label that stands there, where it is.
///
/// Where that is in the open article, its paragraph says it, if `by_paragraph`; `None` for its title.
fn shown(
    session: &Session,
    row: &Row,
    by_paragraph: bool,
) -> Option<(Seen, Option<Drawn>, Option<String>)> {
    let seen = session.seen_in(&row.document, row.range)?;
    let label = match row.standing {
        Standing::Bare | Standing::Left => None,
        Standing::Suggested { key, .. } | Standing::Around { key, .. } => Some(key.label),
        Standing::Refused(label)
        | Standing::Marked { label, .. }
        | Standing::Shared { label, .. } => Some(label),
    };
    let label = label.and_then(|it| Drawn::find(session.project().schema(), it));
    let is_here = session.open_document() == Some(&row.document);
    let place = if is_here && by_paragraph {
        session.paragraph_of(row.range).map(|n| format!("¶{n}"))
    } else {
        Some(session.project().document(&row.document)?.header.name.clone())
    };
    Some((seen, label, place))
}

fn words(standing: &Standing) -> Message {
    match standing {
        Standing::Bare => Message::BatchBare,
        Standing::Left => Message::BatchLeft,
        Standing::Suggested { score, .. } => Message::BatchSuggested { percent: percent(*score) },
        Standing::Around { .. } => Message::BatchAround,
        Standing::Refused(_) => Message::BatchRefused,
        Standing::Marked { by_person: true, .. } => Message::BatchMarked,
        Standing::Marked { .. } => Message::BatchFromFile,
        Standing::Shared { .. } => Message::BatchShared,
    }
}
