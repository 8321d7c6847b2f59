//! One table of the statistics with its picture, and the ways to take it along as CSV.

use leptos::prelude::*;

use apostil::format::File;
use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::statistics::exhibit::Exhibit;
use apostil::statistics::table::{Cell, Head, Table};

use crate::app::{App, app};
use crate::parts::dialogs::statistics::chart::Picture;
use crate::parts::label::{Drawn, underlined};
use crate::web::{clipboard, files};

/// A table with all that belongs to it.
#[component]
pub(crate) fn Shown(exhibit: Exhibit) -> impl IntoView {
    let app = app();
    let Exhibit { file, name, notes, table, chart } = exhibit;
    let is_empty = table.rows.is_empty();
    let table = StoredValue::new(table);
    let is_pictured = chart.is_some();
    let notes = notes.into_iter().map(|it| view! { <p class="soft">{app.words(it)}</p> });
    let body = if is_empty {
        view! { <p class="soft">{app.words(Message::StatisticsNothing)}</p> }.into_any()
    } else {
        view! {
            <div class="counts" class:pictured=is_pictured>
                {chart.map(|it| view! { <Picture chart=it name=name.clone() /> })}
                <div class="scroll" tabindex="0" role="group" aria-label=app.words(name.clone())>
                    {move || table.with_value(|it| drawn(app, it).into_any())}
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <section>
            <div class="head">
                <h3>{app.words(name.clone())}</h3>
                {(!is_empty).then(|| view! { <Takings file=file name=name table=table /> })}
            </div>
            {notes.collect_view()}
            {body}
        </section>
    }
}

fn drawn(app: App, table: &Table) -> impl IntoView + use<> {
    let heads = table.heads.iter().enumerate().map(|(n, head)| {
        let is_number = n > 0;
        let words = match head {
            Head::Label(id, _) => label(app, *id),
            words @ Head::Words(_) => app.spoken(|it| words.shown(it)).into_any(),
        };
        view! { <th scope="col" class:number=is_number>{words}</th> }
    });
    let last = table.rows.len().saturating_sub(1);
    let rows = table.rows.iter().enumerate().map(|(n, row)| {
        // The last row sums up, where there is more to sum up than one.
        let is_sum = n == last && row.first() == Some(&Cell::Words(Message::StatisticsAll));
        let cells = row.iter().enumerate().map(|(n, it)| cell(app, n == 0, it));
        view! { <tr class:sum=is_sum>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="num">
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn cell(app: App, is_first: bool, cell: &Cell) -> AnyView {
    let is_number = cell.is_number();
    let words = match cell {
        Cell::Label(id, _) => label(app, *id),
        Cell::Text(text) => view! { <bdi>{text.clone()}</bdi> }.into_any(),
        other => app.spoken(|it| other.shown(it)).into_any(),
    };
    if is_first {
        view! { <th scope="row">{words}</th> }.into_any()
    } else {
        view! { <td class:number=is_number>{words}</td> }.into_any()
    }
}

fn label(app: App, id: LabelId) -> AnyView {
    let label = app.read(|it| Drawn::find(it.project().schema(), id));
    label.map(|it| underlined(&it)).into_any()
}

/// The buttons that copy and save a table.
#[component]
fn Takings(file: &'static str, name: Message, table: StoredValue<Table>) -> impl IntoView {
    let app = app();
    let csv = move || table.with_value(|table| app.spoken(|it| table.csv(it)));
    let copied = Message::StatisticsCopied { name: Box::new(name.clone()) };
    let told = RwSignal::new(None);
    let copy = move |_| {
        let copied = copied.clone();
        clipboard::copy(untrack(csv), move |is_copied| {
            // The dialog may be closed by now.
            told.try_set(Some(if is_copied { copied } else { Message::StatisticsCopyFailed }));
        });
    };
    let save = move |_| {
        let bytes = untrack(csv).into_bytes();
        files::save(&File { name: format!("{file}.csv"), bytes });
    };
    let what = Signal::derive(move || app.say(&name));
    let named = move |message: Message| move || format!("{}: {}", app.say(&message), what.get());
    view! {
        <span class="end">
            <span class="soft" role="status">
                {move || told.get().map(|it: Message| app.say(&it))}
            </span>
            <button
                type="button"
                class="b line"
                aria-label=named(Message::StatisticsCopy)
                on:click=copy
            >
                {app.words(Message::StatisticsCopy)}
            </button>
            <button
                type="button"
                class="b line"
                aria-label=named(Message::StatisticsSave)
                on:click=save
            >
                {app.words(Message::StatisticsSave)}
            </button>
        </span>
    }
}
