//! What is done with one thing of the schema as a whole: moved, merged, split, deleted.
//!
//! What takes marks along is asked first, with how many.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::schema::{Item, Kind, SchemaChange};

use crate::app::{App, app};
use crate::parts::dialogs::schema::fields::of_schema;
use crate::parts::dialogs::schema::form::shape;
use crate::parts::dialogs::schema::list::{items, name_of};
use crate::parts::dialogs::schema::name_field::NameField;
use crate::parts::select::Select;

/// The buttons, and the question when there is one.
#[component]
pub(super) fn Acts(item: Item, opened: RwSignal<Option<Item>>) -> impl IntoView {
    let app = app();
    let asked = RwSignal::new(None::<SchemaChange>);
    let of = item.clone();
    let step = move |by: isize| {
        let kind = kind_of(&of);
        let all = app.read(|it| items(it.project().schema(), kind));
        let at = all.iter().position(|it| it.0 == of);
        if let Some(to) = at.and_then(|it| it.checked_add_signed(by)) {
            shape(app, SchemaChange::Move { item: of.clone(), to });
        }
    };
    let down = step.clone();
    let of = item.clone();
    let delete = move |_| asked.set(Some(SchemaChange::Delete(of.clone())));
    let split = matches!(item, Item::Label(_)).then(|| view! { <Split item=item.clone() /> });
    view! {
        <div class="acts">
            <button type="button" class="b line" on:click=move |_| step(-1)>
                {app.words(Message::SchemaUp)}
            </button>
            <button type="button" class="b line" on:click=move |_| down(1)>
                {app.words(Message::SchemaDown)}
            </button>
            <MergeInto item=item asked=asked />
            {split}
            <button type="button" class="b line" on:click=delete>
                {app.words(Message::SchemaDelete)}
            </button>
        </div>
        <Asked asked=asked opened=opened />
    }
}

fn kind_of(item: &Item) -> Kind {
    match item {
        Item::Label(_) => Kind::Labels,
        Item::Relation(_) => Kind::Relations,
        Item::Attribute(_) => Kind::Attributes,
        Item::DocumentLabel(_) => Kind::DocumentLabels,
    }
}

/// What there is to merge into.
#[component]
fn MergeInto(item: Item, asked: RwSignal<Option<SchemaChange>>) -> impl IntoView {
    let app = app();
    let of = item.clone();
    let others = of_schema(app, move |it| {
        let mut all = items(it, kind_of(&of));
        all.retain(|it| it.0 != of);
        all
    });
    let options = Signal::derive(move || {
        let none = (String::new(), app.say(&Message::SchemaMergeInto));
        let each = others.get().into_iter().enumerate().map(|(n, it)| (n.to_string(), it.1));
        std::iter::once(none).chain(each).collect::<Vec<_>>()
    });
    let take = move |value: String| {
        let into = value.parse::<usize>().ok().and_then(|n| others.with(|it| it.get(n).cloned()));
        let merge = |(into, _)| SchemaChange::Merge { item: item.clone(), into };
        asked.set(into.map(merge));
    };
    // With the question answered nothing is chosen any more.
    let chosen = crate::react::memo(move || match asked.get() {
        Some(SchemaChange::Merge { into, .. }) => {
            let at = others.with(|it| it.iter().position(|it| it.0 == into));
            at.map(|it| it.to_string()).unwrap_or_default()
        }
        _ => String::new(),
    });
    view! {
        <Select
            name=Signal::derive(move || app.say(&Message::SchemaMergeInto))
            options=options
            chosen=chosen
            take=Callback::new(take)
        />
    }
}

/// The name of a new label, to which some of the marks go.
#[component]
fn Split(item: Item) -> impl IntoView {
    let app = app();
    let is_asked = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let split = StoredValue::new(item);
    let act = move || {
        let Item::Label(label) = split.get_value() else { return };
        let change = SchemaChange::Split { label, name: name.get_untracked() };
        if app.read(|it| it.schema_refusal(&change)).is_none() {
            // The marks are shown below the article.
            app.close_dialog();
        }
        shape(app, change);
    };
    let field = move || {
        view! {
            <NameField
                name=Message::SchemaSplitName
                button=Message::SchemaSplitShow
                typed=name
                take=Callback::new(move |()| act())
            />
        }
    };
    view! {
        <button
            type="button"
            class="b line"
            aria-expanded=move || is_asked.get().to_string()
            on:click=move |_| is_asked.update(|it| *it = !*it)
        >
            {app.words(Message::SchemaSplit)}
        </button>
        {move || is_asked.get().then(field)}
    }
}

/// What a change would take along, and whether it is to be done.
#[component]
fn Asked(asked: RwSignal<Option<SchemaChange>>, opened: RwSignal<Option<Item>>) -> impl IntoView {
    let app = app();
    let question = move |change: SchemaChange| {
        let said = said(app, &change);
        let done = match &change {
            SchemaChange::Merge { .. } => Message::SchemaDoMerge,
            _ => Message::SchemaDoDelete,
        };
        let act = move |_| {
            let change = change.clone();
            let next = match &change {
                SchemaChange::Merge { into, .. } => Some(into.clone()),
                _ => None,
            };
            asked.set(None);
            shape(app, change);
            opened.set(next);
        };
        view! {
            <div class="asked-schema" role="alert">
                <p>{said}</p>
                <button type="button" class="b main" on:click=act>
                    {app.words(done)}
                </button>
                <button type="button" class="b" on:click=move |_| asked.set(None)>
                    {app.words(Message::Cancel)}
                </button>
            </div>
        }
    };
    move || asked.get().map(question)
}

/// The question: what is to be done, and what it touches.
fn said(app: App, change: &SchemaChange) -> String {
    let (touches, names) = app.read(|session| {
        let name = |it: &Item| name_of(session.project().schema(), it);
        let names = match change {
            SchemaChange::Merge { item, into } => (name(item), name(into)),
            SchemaChange::Delete(item) => (name(item), String::new()),
            _ => Default::default(),
        };
        (session.schema_touches(change), names)
    });
    let (name, into) = names;
    let asked = match change {
        SchemaChange::Merge { .. } => Message::SchemaMergeAsk { name, into },
        _ => Message::SchemaDeleteAsk { name },
    };
    let touched = if touches.is_nothing() {
        Message::SchemaTouchesNothing
    } else {
        Message::SchemaTouches {
            marks: touches.marks,
            relations: touches.relations,
            decisions: touches.decisions,
            labeled: touches.labeled,
            articles: touches.articles,
        }
    };
    format!("{} {}", app.say(&asked), app.say(&touched))
}
