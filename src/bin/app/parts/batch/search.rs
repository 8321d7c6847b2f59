//! A search in the dock: how it looks, what it is to find, how far it is, what is done with hits.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::session::Session;
use apostil::session::batch::{Change, MOST_ROWS};
use apostil::session::command::Command;
use apostil::session::search::query::{Query, Who, Within};

use crate::app::{App, app};
use crate::parts::batch::head::check;
use crate::parts::search::{Find, ask, query_now};
use crate::parts::select::{Choice, Select};
use crate::react::memo;

/// One condition: what it is called, whether it holds, how it is turned.
type Condition = (Message, fn(&Query) -> bool, fn(&mut Query));

const CONDITIONS: [Condition; 5] = [
    (Message::SearchExpression, |it| it.is_expression, |it| it.is_expression = !it.is_expression),
    (Message::BatchCase, |it| it.matching.case, |it| it.matching.case = !it.matching.case),
    (
        Message::BatchAccents,
        |it| it.matching.accents,
        |it| it.matching.accents = !it.matching.accents,
    ),
    (Message::BatchWhole, |it| it.matching.whole, |it| it.matching.whole = !it.matching.whole),
    (Message::BatchEverywhere, |it| it.everywhere, |it| it.everywhere = !it.everywhere),
];

const PLACES: [(Within, Message); 3] = [
    (Within::Text, Message::SearchWithinText),
    (Within::Marks, Message::SearchWithinMarks),
    (Within::Remarks, Message::SearchWithinRemarks),
];

/// The field where the top bar has none, and the conditions.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let app = app();
    let query = query_now(app);
    let one = move |(name, holds, turn): Condition| {
        check(app, name, Signal::derive(move || query.with(holds)), move || ask(app, turn))
    };
    let options = move || {
        let each = PLACES.iter().enumerate();
        each.map(|(n, it)| (n.to_string(), app.say(&it.1))).collect::<Vec<_>>()
    };
    let chosen = move || {
        let within = query.with(|it| it.within);
        PLACES.iter().position(|it| it.0 == within).unwrap_or_default().to_string()
    };
    let take = Callback::new(move |value: String| {
        let within = value.parse().ok().and_then(|it: usize| PLACES.get(it));
        ask(app, |it| it.within = within.map(|it| it.0).unwrap_or_default());
    });
    let is_in_marks = memo(move || query.with(|it| it.within != Within::Text));
    view! {
        <Find class="in-dock" />
        <div class="tools">
            <Select
                name=Signal::derive(move || app.say(&Message::SearchWithin))
                options=Signal::derive(options)
                chosen=Signal::derive(chosen)
                take=take
            />
            {CONDITIONS.into_iter().map(one).collect_view()}
            <Show when=move || is_in_marks.get()>
                <OfMarks query=query />
            </Show>
        </div>
    }
}

/// Which marks: their label, who says so, from which score to which.
#[component]
fn OfMarks(query: Memo<Query>) -> impl IntoView {
    let app = app();
    let labels = move || {
        app.changed.schema.track();
        let any = (String::new(), app.say(&Message::ListAnyLabel));
        std::iter::once(any).chain(label_choices(app)).collect::<Vec<_>>()
    };
    let label = move || query.with(|it| it.label.map(|it| it.0.to_string())).unwrap_or_default();
    let take_label = Callback::new(move |it: String| {
        ask(app, |query| query.label = it.parse().ok().map(LabelId));
    });
    let who_options = move || {
        let people = app.read(people).into_iter().enumerate();
        people.map(|(n, it)| (n.to_string(), app.say(&it.1))).collect::<Vec<_>>()
    };
    let who = move || {
        let who = query.with(|it| it.who);
        app.read(people).iter().position(|it| it.0 == who).unwrap_or_default().to_string()
    };
    let take_who = Callback::new(move |it: String| {
        let who = it.parse().ok().and_then(|n: usize| Some(app.read(people).get(n)?.0));
        ask(app, |it| it.who = who.unwrap_or_default());
    });
    view! {
        <Select
            name=Signal::derive(move || app.say(&Message::ListByLabel))
            options=Signal::derive(labels)
            chosen=Signal::derive(label)
            take=take_label
        />
        <Select
            name=Signal::derive(move || app.say(&Message::SearchWho))
            options=Signal::derive(who_options)
            chosen=Signal::derive(who)
            take=take_who
        />
        {score(app, query, Message::SearchFrom, |it| it.scores.0, |it, n| it.scores.0 = n)}
        {score(app, query, Message::SearchTo, |it| it.scores.1, |it, n| it.scores.1 = n)}
    }
}

/// The labels, by their numbers.
fn label_choices(app: App) -> Vec<Choice> {
    let choice = |it: &apostil::model::schema::Label| (it.id.0.to_string(), it.name.clone());
    app.read(|it| it.project().schema().labels.iter().map(choice).collect())
}

/// Who can be asked for.
fn people(session: &Session) -> Vec<(Who, Message)> {
    let mut all = vec![
        (Who::Anyone, Message::SearchWhoAnyone),
        (Who::Person, Message::SearchWhoPerson),
        (Who::Engine, Message::SearchWhoEngine),
        (Who::File, Message::SearchWhoFile),
    ];
    let others = session.project().authors().iter().filter(|it| *it.0 != session.me());
    all.extend(others.map(|(id, it)| {
        let name = Some(it.name.clone()).filter(|it| !it.is_empty());
        let words = name.map_or(Message::SearchWhoUnnamed, |name| Message::SearchWhoNamed { name });
        (Who::Author(*id), words)
    }));
    all
}

/// One end of the scores, in per cent.
fn score(
    app: App,
    query: Memo<Query>,
    name: Message,
    end: fn(&Query) -> u8,
    set: fn(&mut Query, u8),
) -> impl IntoView {
    let take = move |event| {
        let value = event_target_value(&event).parse::<u8>().unwrap_or(0).min(100);
        ask(app, |it| set(it, value));
    };
    view! {
        <label class="check">
            {app.words(name)}
            <span class="field score">
                <input
                    type="number"
                    min="0"
                    max="100"
                    prop:value=move || query.with(end).to_string()
                    on:change=take
                />
                "%"
            </span>
        </label>
    }
}

/// How many hits there are, and how far the search is.
#[component]
pub(super) fn Progress() -> impl IntoView {
    let app = app();
    let facts = memo(move || {
        app.changed.batch.track();
        app.read(facts)
    });
    let counts = move || {
        let facts = facts.get()?;
        let Facts { count, articles, .. } = facts;
        let words = if facts.is_something && (count > 0 || facts.is_complete) {
            Message::SearchCounts { count, articles }
        } else {
            Message::SearchTitle
        };
        Some(app.say(&words))
    };
    let rest = move || facts.get().and_then(|it| it.rest()).map(|it| app.say(&it));
    let is_going = move || facts.with(|it| it.as_ref().is_some_and(|it| !it.is_complete));
    view! {
        <h2>{counts}</h2>
        <span class="soft" role="status">
            {rest}
        </span>
        <Show when=is_going>
            <button type="button" class="b tight line" on:click=move |_| app.dispatch(Command::StopSearch)>
                {app.words(Message::SearchStop)}
            </button>
        </Show>
    }
}

/// What is said of a search.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    count: u64,
    articles: u64,
    is_something: bool,
    is_complete: bool,
    is_for_similar: bool,
    n_cut: u64,
    done: u64,
    total: u64,
}

impl Facts {
    /// What is said besides the counts.
    fn rest(&self) -> Option<Message> {
        let (done, total) = (self.done, self.total);
        if !self.is_complete {
            return Some(if self.is_for_similar {
                Message::SearchNearestLooking
            } else {
                Message::SearchProgress { done, total }
            });
        }
        if self.count >= MOST_ROWS as u64 {
            return Some(Message::SearchMost { count: self.count });
        }
        if self.n_cut > 0 {
            return Some(Message::SearchCut { count: self.n_cut });
        }
        (done < total).then_some(Message::SearchStopped { done, total })
    }
}

fn facts(session: &Session) -> Option<Facts> {
    let (batch, search) = (session.batch()?, session.search_here()?);
    let n_left = search.n_left + batch.n_unseen();
    Some(Facts {
        count: (batch.rows.len() + batch.n_agreeing) as u64,
        articles: batch.n_articles() as u64,
        is_something: search.is_something(),
        is_complete: batch.is_complete(),
        is_for_similar: search.is_for_similar(),
        n_cut: search.n_cut,
        done: search.n_articles.saturating_sub(n_left) as u64,
        total: search.n_articles as u64,
    })
}

/// What is to be done with the hits.
#[component]
pub(super) fn Action() -> impl IntoView {
    let app = app();
    let change = memo(move || {
        app.changed.batch.track();
        app.read(|it| it.batch().map(|it| it.change.clone()))
    });
    let options = move || {
        app.changed.schema.track();
        let fixed = [
            ("look", Message::SearchLook),
            ("accept", Message::SearchAccept),
            ("remove", Message::SearchRemove),
        ];
        let fixed = fixed.into_iter().map(|it| (it.0.to_owned(), app.say(&it.1)));
        let label = |(id, label)| (id, app.say(&Message::SearchLabel { label }));
        fixed.chain(label_choices(app).into_iter().map(label)).collect::<Vec<_>>()
    };
    let chosen = move || match change.get() {
        Some(Change::Label(label)) => label.0.to_string(),
        Some(Change::Accept) => "accept".into(),
        Some(Change::Remove(_)) => "remove".into(),
        _ => "look".into(),
    };
    let take = Callback::new(move |value: String| {
        let change = match value.as_str() {
            "accept" => Change::Accept,
            "remove" => app.read(Session::removal_of_hits),
            label => label.parse().ok().map_or(Change::Look, |it| Change::Label(LabelId(it))),
        };
        app.dispatch(Command::ChangeBatch(change));
    });
    view! {
        <Select
            name=Signal::derive(move || app.say(&Message::SearchDo))
            options=Signal::derive(options)
            chosen=Signal::derive(chosen)
            take=take
        />
    }
}
