//! This article's marks as a list: the equal of the text for those who do not see it, or cannot
//! select in it.

pub(crate) mod listing;
mod rows;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::model::track::Verdict;
use apostil::session::Session;
use apostil::session::choice::Switch;
use apostil::session::command::Command;
use apostil::session::settings::Dial;
use apostil::view::ShownState;

use crate::app::{App, app};
use crate::keyboard::cap_of;
use crate::parts::marks_list::listing::{Order, Wanted, listed};
use crate::parts::marks_list::rows::Rows;
use crate::parts::search_field::SearchField;
use crate::parts::select::{Choice, Select};
use crate::parts::tally::{Tally, tally};
use crate::react::memo;

/// The orders, with their words.
const ORDERS: [(Order, Message); 5] = [
    (Order::Reading, Message::OrderReading),
    (Order::Label, Message::OrderLabel),
    (Order::Words, Message::OrderWords),
    (Order::Score, Message::OrderScore),
    (Order::Length, Message::OrderLength),
];

/// The marks with their tools.
#[component]
pub(crate) fn MarksList() -> impl IntoView {
    let app = app();
    let wanted = RwSignal::new(Wanted::default());
    let shown = memo(move || {
        app.changed.places.track();
        app.changed.schema.track();
        wanted.with(|wanted| app.read(|it| listed(it, wanted)))
    });
    let tally = tally();
    let total = memo(move || tally.with(|it| it.total().sum()));
    let nothing = move || match (total.get(), shown.with(Vec::is_empty)) {
        (0, true) => {
            let name = || app.say(&Message::Commands);
            let key = cap_of(app, &Command::ShowCommands).unwrap_or_else(name);
            Some(app.say(&Message::MarksEmpty { key }))
        }
        (_, true) => Some(app.say(&Message::MarksNoMatch)),
        _ => None,
    };
    view! {
        <section class="marks">
            <div class="head">
                <h2>{app.words(Message::Marks)}</h2>
                <span class="soft num">{move || app.number(total.get())}</span>
                <span class="end">
                    <button
                        type="button"
                        class="b tight"
                        title=app.words(Message::CommandMarkTypeWordsHelp)
                        on:click=move |_| app.dispatch(Command::TypeWords)
                    >
                        {app.words(Message::MarksAdd)}
                    </button>
                </span>
            </div>
            <Filters wanted=wanted />
            <Choices wanted=wanted tally=tally />
            {move || nothing().map(|it| view! { <p class="note">{it}</p> })}
            <Rows shown=shown />
        </section>
    }
}

/// By words, and by doubt.
#[component]
fn Filters(wanted: RwSignal<Wanted>) -> impl IntoView {
    let app = app();
    let tally = tally();
    let n_doubtful = move || app.number(tally.with(|it| it.doubtful));
    view! {
        <div class="tools">
            <SearchField
                name=Message::MarksFilter
                words=Signal::derive(move || wanted.with(|it| it.words.clone()))
                take=Callback::new(move |words| wanted.update(|it| it.words = words))
            />
            <button
                type="button"
                class="b line"
                aria-pressed=move || wanted.with(|it| it.doubtful).to_string()
                on:click=move |_| wanted.update(|it| it.doubtful = !it.doubtful)
            >
                <span>{app.words(Message::MarksDoubtful)}</span>
                <span class="num soft">{n_doubtful}</span>
            </button>
        </div>
    }
}

/// By label, by how far they are decided, and the order.
#[component]
fn Choices(wanted: RwSignal<Wanted>, tally: Memo<Tally>) -> impl IntoView {
    let app = app();
    let name = move |message: Message| Signal::derive(move || app.say(&message));
    let order = Signal::derive(move || wanted.with(|it| place_in(&ORDERS, &it.order)));
    let orders = move || {
        let words = ORDERS.iter().map(|it| app.say(&it.1));
        words.enumerate().map(|(n, words)| (n.to_string(), words)).collect::<Vec<_>>()
    };
    let take_order = Callback::new(move |value: String| {
        let found = value.parse().ok().and_then(|it: usize| ORDERS.get(it));
        wanted.update(|it| it.order = found.map(|it| it.0).unwrap_or_default());
    });
    let state = Signal::derive(move || {
        wanted.with(|it| it.state).map_or(String::new(), |it| place_in(&STATES, &it))
    });
    let take_state = Callback::new(move |value: String| {
        let found = value.parse().ok().and_then(|it: usize| STATES.get(it)).map(|it| it.0);
        wanted.update(|it| it.state = found);
        let is_hidden = !app.read(|it| it.settings().show_rejected);
        if found == Some(ShownState::Rejected) && is_hidden {
            app.dispatch(Command::Turn { dial: Dial::Switch(Switch::Rejected) });
        }
    });
    let label = Signal::derive(move || {
        wanted.with(|it| it.label).map_or(String::new(), |it| it.0.to_string())
    });
    let take_label = Callback::new(move |value: String| {
        wanted.update(|it| it.label = value.parse().ok().map(LabelId));
    });
    let states = Signal::derive(move || states(app, tally));
    let labels = Signal::derive(move || labels(app, tally));
    view! {
        <div class="tools choices">
            <Select
                name=name(Message::MarksOrder)
                options=Signal::derive(orders)
                chosen=order
                take=take_order
            />
            <Select
                name=name(Message::MarksState)
                options=states
                chosen=state
                take=take_state
            />
            <Select
                name=name(Message::FieldLabel)
                options=labels
                chosen=label
                take=take_label
            />
        </div>
    }
}

/// A count as the words of an option.
type CountWords = fn(u64) -> Message;

/// How far marks are decided, with the words.
const STATES: [(ShownState, CountWords); 3] = [
    (ShownState::Confirmed, |count| Message::MarksConfirmed { count }),
    (ShownState::Suggested, |count| Message::MarksSuggested { count }),
    (ShownState::Rejected, |count| Message::MarksRejected { count }),
];

/// The place of `value` in a table, as an option's value.
fn place_in<T: PartialEq, U>(table: &[(T, U)], value: &T) -> String {
    table.iter().position(|it| it.0 == *value).unwrap_or_default().to_string()
}

fn states(app: App, tally: Memo<Tally>) -> Vec<Choice> {
    let total = tally.with(Tally::total);
    let all = [total.confirmed, total.suggested, app.read(n_rejected)];
    let each = STATES.iter().zip(all).enumerate();
    let each = each.map(|(n, ((_, words), count))| (n.to_string(), app.say(&words(count))));
    [(String::new(), app.say(&Message::MarksAllStates))].into_iter().chain(each).collect()
}

fn n_rejected(session: &Session) -> u64 {
    let track = session.open_document().and_then(|it| session.project().track(it, session.me()));
    let is_rejected = |it: &Verdict| *it == Verdict::Rejected;
    track.map_or(0, |it| it.decisions.values().filter(|it| is_rejected(&it.verdict)).count() as u64)
}

/// The labels that the article has, with their counts.
fn labels(app: App, tally: Memo<Tally>) -> Vec<Choice> {
    app.changed.schema.track();
    let all = app.read(|it| {
        let labels = it.project().schema().labels.iter();
        labels.map(|it| (it.id, it.name.clone())).collect::<Vec<_>>()
    });
    let count = |id: &LabelId| tally.with(|it| it.of(*id).sum());
    let here = all.into_iter().map(|(id, name)| (count(&id), id, name)).filter(|it| it.0 > 0);
    let here = here.map(|(n, id, name)| (id.0.to_string(), format!("{name} {}", app.number(n))));
    [(String::new(), app.say(&Message::MarksAllLabels))].into_iter().chain(here).collect()
}
