//! What the list of articles shows: words, state, label; and its order.

use std::time::Duration;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::listing::{Listing, Sort, Which};

use crate::app::{App, app};
use crate::parts::button::TextButton;
use crate::parts::icon::{Icon, icon};
use crate::parts::search_field::SearchField;
use crate::parts::segments::Segments;
use crate::react::{effect, memo};

/// How much text is searched between two frames: some milliseconds' worth.
const SLICE_BYTES: usize = 256 * 1024;

/// Fields and choices over the list.
#[component]
pub(super) fn Tools(
    /// How many articles are listed.
    n_shown: Signal<usize>,
) -> impl IntoView {
    let app = app();
    let listing = memo(move || {
        app.changed.list.track();
        app.read(|it| it.listing().clone())
    });
    search_on(app);
    show_hits(app, listing);
    view! {
        <div class="tools">
            <SearchField
                name=Message::ListFilter
                words=Signal::derive(move || listing.with(|it| it.words.clone()))
                take=Callback::new(move |words| list(app, |it| it.words = words))
            />
            <States listing=listing />
            <Order listing=listing />
            <Show when=move || listing.with(|it| it.is_filter() || !it.is_in_order())>
                <Left listing=listing n_shown=n_shown />
            </Show>
        </div>
    }
}

/// Which articles, by how far they are.
#[component]
fn States(listing: Memo<Listing>) -> impl IntoView {
    let chosen = RwSignal::new(Which::All);
    let app = app();
    // The session may be another one, or the filter be cleared.
    effect(move || {
        let which = listing.with(|it| it.which);
        if chosen.get_untracked() != which {
            chosen.set(which);
        }
    });
    effect(move || {
        let which = chosen.get();
        if listing.with_untracked(|it| it.which != which) {
            list(app, |it| it.which = which);
        }
    });
    let states = vec![
        (Which::All, Message::StateAll),
        (Which::ToDo, Message::StateToDo),
        (Which::Doubtful, Message::StateDoubt),
        (Which::Done, Message::StateDone),
    ];
    view! { <Segments label=Message::ListStates options=states chosen=chosen /> }
}

/// By which label, and in what order.
#[component]
fn Order(listing: Memo<Listing>) -> impl IntoView {
    let app = app();
    let labels = memo(move || {
        app.changed.schema.track();
        let name = |it: &apostil::model::schema::Label| (it.id, it.name.clone());
        app.read(|it| it.project().schema().labels.iter().map(name).collect::<Vec<_>>())
    });
    let label = move |(id, name): (LabelId, String)| {
        view! {
            <option value=id.0.to_string() selected=move || listing.with(|it| it.label == Some(id))>
                {name}
            </option>
        }
    };
    let order = move |(n, sort): (usize, Sort)| {
        view! {
            <option value=n.to_string() selected=move || listing.with(|it| it.sort == sort)>
                {app.words(name_of(sort))}
            </option>
        }
    };
    view! {
        <div class="order">
            <select
                class="field"
                aria-label=app.words(Message::ListSort)
                on:change=move |event| {
                    let n = event_target_value(&event).parse::<usize>().unwrap_or(0);
                    let sort = Sort::ALL.get(n).copied().unwrap_or_default();
                    list(app, |it| it.sort = sort);
                }
            >
                {Sort::ALL.into_iter().enumerate().map(order).collect_view()}
            </select>
            <button
                type="button"
                class="b icon"
                aria-label=app.words(Message::ListBackward)
                title=app.words(Message::ListBackward)
                aria-pressed=move || listing.with(|it| it.backward).to_string()
                on:click=move |_| list(app, |it| it.backward = !it.backward)
            >
                {icon(Icon::Reverse)}
            </button>
            <select
                class="field"
                aria-label=app.words(Message::ListByLabel)
                on:change=move |event| {
                    let label = event_target_value(&event).parse().ok().map(LabelId);
                    list(app, |it| it.label = label);
                }
            >
                <option value="" selected=move || listing.with(|it| it.label.is_none())>
                    {app.words(Message::ListAnyLabel)}
                </option>
                {move || labels.get().into_iter().map(label).collect_view()}
            </select>
        </div>
    }
}

/// How many articles are left, and the ways back to all and to their order.
#[component]
fn Left(listing: Memo<Listing>, n_shown: Signal<usize>) -> impl IntoView {
    let app = app();
    let numbers = move || {
        app.changed.list.track();
        (n_shown.get() as u64, app.read(|it| it.project().n_documents() as u64))
    };
    let long = move || {
        let (count, total) = numbers();
        app.say(&Message::ListCountLong { count, total })
    };
    let short = move || {
        let (count, total) = numbers();
        app.say(&Message::ListCount { count, total })
    };
    let is_filter = memo(move || listing.with(Listing::is_filter));
    let is_sorted = memo(move || !listing.with(Listing::is_in_order));
    view! {
        <div class="left">
            <Show when=move || is_filter.get()>
                <span class="soft num" title=long role="status">
                    {short}
                </span>
                <TextButton
                    command=Command::ClearListing
                    name=Message::ListClearFilter
                    class="tight"
                />
            </Show>
            <Show when=move || is_sorted.get()>
                <TextButton command=Command::KeepOrder class="tight" />
            </Show>
        </div>
    }
}

/// Lists something else.
fn list(app: App, change: impl FnOnce(&mut Listing)) {
    let mut listing = app.read(|it| it.listing().clone());
    change(&mut listing);
    app.dispatch(Command::List(listing));
}

/// Searches on, a slice at a time, for as long as there are texts to search.
fn search_on(app: App) {
    let is_due = StoredValue::new(false);
    effect(move || {
        app.changed.list.track();
        if is_due.get_value() || !app.read(Session::is_searching) {
            return;
        }
        is_due.set_value(true);
        let search = move || {
            // The list may be gone by now; the search goes on for the next one.
            let _ = is_due.try_set_value(false);
            app.change(|session, _| session.search(SLICE_BYTES));
        };
        set_timeout(search, Duration::ZERO);
    });
}

/// Shows in the article where the words stand.
fn show_hits(app: App, listing: Memo<Listing>) {
    let words = memo(move || listing.with(|it| it.words.clone()));
    effect(move || {
        app.changed.article.track();
        app.changed.batch.track();
        let _ = words.get();
        let hits = app.read(Session::found_here);
        if let Some(pane) = app.outside.pane() {
            pane.show_hits(hits);
        }
    });
}

fn name_of(sort: Sort) -> Message {
    match sort {
        Sort::Project => Message::SortProject,
        Sort::Name => Message::SortName,
        Sort::Status => Message::SortStatus,
        Sort::Marks => Message::SortMarks,
        Sort::Doubts => Message::SortDoubts,
        Sort::Date => Message::SortDate,
    }
}
