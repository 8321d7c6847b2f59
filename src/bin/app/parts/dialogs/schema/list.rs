//! One list of the schema: what it defines, each line opening its form, and a field for a new one.

use std::collections::BTreeMap;

use leptos::prelude::*;

use apostil::extract::spelling::fold;
use apostil::message::Message;
use apostil::model::id::LabelId;
use apostil::model::schema::Schema;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::schema::{Item, Kind, SchemaChange};

use crate::app::{App, app};
use crate::parts::dialogs::schema::form::Form;
use crate::parts::dialogs::schema::name_field::NameField;
use crate::parts::label::{Drawn, underlined};
use crate::parts::search_field::SearchField;
use crate::react::memo;

/// The items of `kind`, with their names, in their order.
pub(super) fn items(schema: &Schema, kind: Kind) -> Vec<(Item, String)> {
    let labels = || schema.labels.iter().map(|it| (Item::Label(it.id), it.name.clone()));
    let relations = || schema.relations.iter().map(|it| (Item::Relation(it.id), it.name.clone()));
    let attributes =
        || schema.attributes.iter().map(|it| (Item::Attribute(it.name.clone()), it.name.clone()));
    let others =
        || schema.document_labels.iter().map(|it| (Item::DocumentLabel(it.id), it.name.clone()));
    match kind {
        Kind::Labels => labels().collect(),
        Kind::Relations => relations().collect(),
        Kind::Attributes => attributes().collect(),
        Kind::DocumentLabels => others().collect(),
    }
}

/// The list.
#[component]
pub(super) fn List(kind: Kind) -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let opened = RwSignal::new(None::<Item>);
    let listed = memo(move || {
        app.changed.schema.track();
        let wanted = typed.with(|it| fold(it.trim()));
        let mut all = app.read(|it| items(it.project().schema(), kind));
        // What is being changed stays, whatever it is called by now.
        all.retain(|it| fold(&it.1).contains(&wanted) || opened.get().as_ref() == Some(&it.0));
        all.into_iter().map(|it| it.0).collect::<Vec<_>>()
    });
    let counts = memo(move || {
        app.changed.schema.track();
        app.changed.places.track();
        app.read(Session::label_counts)
    });
    view! {
        <div class="head">
            <SearchField
                name=Message::SchemaFilter
                words=typed
                take=Callback::new(move |words| typed.set(words))
                has_icon=true
                is_first=true
            />
            <Adding kind=kind opened=opened />
        </div>
        <ul class="defined">
            <For each=move || listed.get() key=key_of let:item>
                <Line item=item counts=counts opened=opened />
            </For>
        </ul>
        <Show when=move || listed.with(Vec::is_empty)>
            <p class="soft">{app.words(Message::SchemaNone)}</p>
        </Show>
    }
}

/// What stays of an item for as long as it is the same.
fn key_of(item: &Item) -> (u8, u16, String) {
    match item {
        Item::Label(id) => (0, id.0, String::new()),
        Item::Relation(id) => (1, id.0, String::new()),
        Item::Attribute(name) => (2, 0, name.clone()),
        Item::DocumentLabel(id) => (3, id.0, String::new()),
    }
}

/// The field for the name of a new one, and the button that defines it and opens its form.
#[component]
fn Adding(kind: Kind, opened: RwSignal<Option<Item>>) -> impl IntoView {
    let app = app();
    let name = RwSignal::new(String::new());
    let add = move || {
        let wanted = name.get_untracked();
        app.dispatch(Command::ChangeSchema(SchemaChange::Add { kind, name: wanted.clone() }));
        let all = app.read(|it| items(it.project().schema(), kind));
        if let Some((item, _)) = all.into_iter().find(|it| it.1 == wanted.trim()) {
            name.set(String::new());
            opened.set(Some(item));
        }
    };
    view! {
        <div class="new">
            <NameField
                name=Message::SchemaNew
                button=Message::SchemaAdd
                typed=name
                take=Callback::new(move |()| add())
            />
        </div>
    }
}

/// What a line shows beside the name.
#[derive(Clone, Debug, Default, PartialEq)]
struct Facts {
    name: String,
    drawn: Option<Drawn>,
    parent: Option<String>,
    is_hidden: bool,
}

fn facts(schema: &Schema, item: &Item) -> Facts {
    let label = match item {
        Item::Label(id) => schema.label(*id),
        _ => None,
    };
    let parent = label.and_then(|it| schema.label(it.parent?)).map(|it| it.name.clone());
    Facts {
        name: name_of(schema, item),
        drawn: label.map(Drawn::of),
        parent,
        is_hidden: label.is_some_and(|it| it.hidden),
    }
}

/// What `item` is called; nothing for one that is gone.
pub(super) fn name_of(schema: &Schema, item: &Item) -> String {
    let name = match item {
        Item::Label(id) => schema.label(*id).map(|it| &it.name),
        Item::Relation(id) => schema.relation(*id).map(|it| &it.name),
        Item::DocumentLabel(id) => schema.document_label(*id).map(|it| &it.name),
        Item::Attribute(name) => Some(name),
    };
    name.cloned().unwrap_or_default()
}

/// One line: how it is drawn, its key, how many marks it has, and its form below when it is open.
#[component]
fn Line(
    item: Item,
    counts: Memo<BTreeMap<LabelId, u64>>,
    opened: RwSignal<Option<Item>>,
) -> impl IntoView {
    let app = app();
    let of = item.clone();
    let facts = memo(move || {
        app.changed.schema.track();
        app.read(|it| facts(it.project().schema(), &of))
    });
    let own = item.clone();
    let is_open = memo(move || opened.get().as_ref() == Some(&own));
    let own = item.clone();
    let turn = move |_| opened.set(Some(own.clone()).filter(|_| !is_open.get_untracked()));
    let name = move || match facts.get().drawn {
        Some(drawn) => underlined(&drawn).into_any(),
        None => view! { <bdi class="name">{facts.get().name}</bdi> }.into_any(),
    };
    let key = move || facts.get().drawn.and_then(|it| it.key).map(|it| view! { <kbd>{it}</kbd> });
    let label = match &item {
        Item::Label(id) => Some(*id),
        _ => None,
    };
    let count = label.map(|id| {
        let count = move || counts.with(|it| it.get(&id).copied().unwrap_or(0));
        move || app.say(&Message::SchemaMarks { count: count() })
    });
    let form = move || is_open.get().then(|| view! { <Form item=item.clone() opened=opened /> });
    view! {
        <li>
            <div class="line">
                <span class="key">{key}</span>
                {name}
                <span class="soft">{move || notes(app, &facts.get())}</span>
                <span class="soft num end">{count}</span>
                <button
                    type="button"
                    class="b tight"
                    aria-expanded=move || is_open.get().to_string()
                    aria-label=move || app.say(&Message::SchemaEditNamed { name: facts.get().name })
                    on:click=turn
                >
                    {app.words(Message::SchemaEdit)}
                </button>
            </div>
            {form}
        </li>
    }
}

fn notes(app: App, facts: &Facts) -> String {
    let parent = facts.parent.clone().map(|name| app.say(&Message::SchemaKindOf { name }));
    let hidden = facts.is_hidden.then(|| app.say(&Message::SchemaIsHidden));
    parent.into_iter().chain(hidden).collect::<Vec<_>>().join(" · ")
}
