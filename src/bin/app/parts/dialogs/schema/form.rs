//! What one thing of the schema is, to change it: its name, then what its kind has.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use apostil::message::Message;
use apostil::model::id::{DocumentLabelId, LabelId, RelationLabelId};
use apostil::model::schema::{AttributeKind, Color, Label, SLOTS, Schema};
use apostil::session::command::Command;
use apostil::session::schema::{Item, SchemaChange};

use crate::app::{App, app};
use crate::focus::rove;
use crate::parts::dialogs::schema::acts::Acts;
use crate::parts::dialogs::schema::fields::{LabelSet, Line, Lines, of_schema};
use crate::parts::dialogs::schema::list::name_of;
use crate::parts::select::Select;

/// Does `change`.
pub(super) fn shape(app: App, change: SchemaChange) {
    app.dispatch(Command::ChangeSchema(change));
}

/// The form.
#[component]
pub(super) fn Form(item: Item, opened: RwSignal<Option<Item>>) -> impl IntoView {
    let app = app();
    let of = item.clone();
    let name = of_schema(app, move |it| name_of(it, &of));
    let of = item.clone();
    let rename = Callback::new(move |name: String| {
        let (item, wanted) = (of.clone(), name.trim().to_owned());
        shape(app, SchemaChange::Rename { item, name });
        // An attribute is known by its name.
        if let Item::Attribute(_) = of
            && app.read(|it| it.project().schema().attributes.iter().any(|it| it.name == wanted))
        {
            opened.set(Some(Item::Attribute(wanted)));
        }
    });
    let own = match &item {
        Item::Label(id) => view! { <OfLabel id=*id /> }.into_any(),
        Item::Relation(id) => view! { <OfRelation id=*id /> }.into_any(),
        Item::Attribute(name) => view! { <OfAttribute name=name.clone() /> }.into_any(),
        Item::DocumentLabel(id) => view! { <OfDocumentLabel id=*id /> }.into_any(),
    };
    view! {
        <div class="form">
            <Line name=Message::SchemaName value=name take=rename />
            {own}
            <Acts item=item opened=opened />
        </div>
    }
}

/// Reads something of one label.
fn of_label<T>(
    app: App,
    id: LabelId,
    read: impl Fn(&Label, &Schema) -> T + Send + Sync + 'static,
) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    of_schema(app, move |it| it.label(id).map(|label| read(label, it)).unwrap_or_default())
}

/// Key, color, meaning, place in the tree.
#[component]
fn OfLabel(id: LabelId) -> impl IntoView {
    let app = app();
    let key = of_label(app, id, |it, _| {
        it.key.map(|it| it.to_uppercase().to_string()).unwrap_or_default()
    });
    let rekey = move |typed: String| {
        // Without a letter there is none; of several the last one typed counts.
        shape(app, SchemaChange::Rekey(id, typed.chars().next_back()));
    };
    let description = of_label(app, id, |it, _| it.description.clone());
    let describe = move |text: String| app.dispatch(Command::Describe(id, text));
    let suggested = of_label(app, id, |it, _| it.suggested_as.join(", "));
    let suggest = move |typed: String| {
        shape(app, SchemaChange::SuggestAs(id, typed.split(',').map(str::to_owned).collect()));
    };
    let parent =
        of_label(app, id, |it, _| it.parent.map(|it| it.0.to_string()).unwrap_or_default());
    let parents = Signal::derive(move || parents(app, id));
    let reparent = move |value: String| {
        shape(app, SchemaChange::Reparent(id, value.parse().ok().map(LabelId)));
    };
    let is_hidden = of_label(app, id, |it, _| it.hidden);
    let hide = move |_| shape(app, SchemaChange::Hide(id, !is_hidden.get_untracked()));
    let parent_name = Signal::derive(move || app.say(&Message::SchemaParent));
    view! {
        <Line name=Message::SchemaKey value=key take=Callback::new(rekey) class="short" />
        <Colors id=id />
        <Lines name=Message::SchemaDescription value=description take=Callback::new(describe) />
        <div class="row">
            <span>{parent_name}</span>
            <Select
                name=parent_name
                options=parents
                chosen=parent
                take=Callback::new(reparent)
            />
        </div>
        <Line
            name=Message::SchemaSuggested
            value=suggested
            take=Callback::new(suggest)
            hint=Message::SchemaSuggestedHint
        />
        <label class="row switch">
            <input type="checkbox" prop:checked=is_hidden on:change=hide />
            <span>{app.words(Message::SchemaHidden)}</span>
        </label>
    }
}

/// The labels of which `id` can be a kind, and none.
fn parents(app: App, id: LabelId) -> Vec<(String, String)> {
    app.changed.schema.track();
    let none = (String::new(), app.say(&Message::SchemaParentNone));
    let labels = app.read(|session| {
        let can = |it: &&Label| {
            session.schema_refusal(&SchemaChange::Reparent(id, Some(it.id))).is_none()
        };
        let labels = session.project().schema().labels.iter().filter(can);
        labels.map(|it| (it.id.0.to_string(), it.name.clone())).collect::<Vec<_>>()
    });
    std::iter::once(none).chain(labels).collect()
}

/// The palette, and a hue of one's own.
#[component]
fn Colors(id: LabelId) -> impl IntoView {
    let app = app();
    let color = of_label(app, id, |it, _| it.color.to_string());
    let stop = move |n: usize| {
        let is_slot = SLOTS.iter().any(|it| color.with(|color| color == it));
        let holds = color.with(|it| it == SLOTS[n]);
        if holds || (!is_slot && n == 0) { "0" } else { "-1" }
    };
    let slot = move |(n, slot): (usize, &'static str)| {
        let count = n as u64 + 1;
        view! {
            <button
                type="button"
                role="radio"
                class="swatch"
                data-l=slot
                aria-label=move || app.say(&Message::SchemaColorSlot { count })
                aria-checked=move || color.with(|it| it == slot).to_string()
                tabindex=move || stop(n)
                on:click=move |_| shape(app, SchemaChange::Recolor(id, Color::Slot(slot.to_owned())))
            ></button>
        }
    };
    let walk = move |event: KeyboardEvent| {
        rove(&event, "[role=radio]");
    };
    let own = move |event| {
        if let Some(color) = Color::parse(&event_target_value(&event)) {
            shape(app, SchemaChange::Recolor(id, color));
        }
    };
    let hue = move || color.get().starts_with('#').then(|| color.get());
    view! {
        <div class="row">
            <span>{app.words(Message::SchemaColor)}</span>
            <div class="colors">
                <div
                    class="swatches"
                    role="radiogroup"
                    aria-label=app.words(Message::SchemaColor)
                    on:keydown=walk
                >
                    {SLOTS.into_iter().enumerate().map(slot).collect_view()}
                </div>
                <label>
                    <input type="color" value=hue prop:value=hue on:change=own />
                    <span>{app.words(Message::SchemaColorOwn)}</span>
                </label>
            </div>
            <p class="soft">{app.words(Message::SchemaColorHint)}</p>
        </div>
    }
}

/// The labels between which a relation may go.
#[component]
fn OfRelation(id: RelationLabelId) -> impl IntoView {
    let app = app();
    let from =
        of_schema(app, move |it| it.relation(id).map(|it| it.from.clone()).unwrap_or_default());
    let to = of_schema(app, move |it| it.relation(id).map(|it| it.to.clone()).unwrap_or_default());
    let set_from = move |from| {
        shape(app, SchemaChange::SetEnds { relation: id, from, to: to.get_untracked() });
    };
    let set_to = move |to| {
        shape(app, SchemaChange::SetEnds { relation: id, from: from.get_untracked(), to });
    };
    view! {
        <LabelSet name=Message::SchemaFrom chosen=from take=Callback::new(set_from) />
        <LabelSet name=Message::SchemaTo chosen=to take=Callback::new(set_to) />
    }
}

/// The group of which an article has one label at most.
#[component]
fn OfDocumentLabel(id: DocumentLabelId) -> impl IntoView {
    let app = app();
    let group = of_schema(app, move |it| {
        it.document_label(id).map(|it| it.group.clone()).unwrap_or_default()
    });
    let set = move |group| shape(app, SchemaChange::SetGroup { label: id, group });
    view! {
        <Line
            name=Message::SchemaGroup
            value=group
            take=Callback::new(set)
            hint=Message::SchemaGroupHint
        />
    }
}

/// What an attribute takes, and which labels have it.
#[component]
fn OfAttribute(name: String) -> impl IntoView {
    let app = app();
    let of = name.clone();
    let found = of_schema(app, move |it| it.attributes.iter().find(|it| it.name == of).cloned());
    let labels = crate::react::memo(move || found.get().map(|it| it.labels).unwrap_or_default());
    let choices = crate::react::memo(move || match found.get().map(|it| it.kind) {
        Some(AttributeKind::Choice(choices)) => choices.join("\n"),
        _ => String::new(),
    });
    let kind =
        crate::react::memo(move || kind_word(found.get().map(|it| it.kind).as_ref()).to_owned());
    let attribute = StoredValue::new(name);
    let set = move |kind| {
        shape(app, SchemaChange::SetKind { attribute: attribute.get_value(), kind });
    };
    let choose = move |word: String| {
        set(match word.as_str() {
            "choice" => AttributeKind::Choice(Vec::new()),
            "text" => AttributeKind::Text,
            _ => AttributeKind::Flag,
        });
    };
    let write = move |typed: String| {
        set(AttributeKind::Choice(typed.lines().map(str::to_owned).collect()));
    };
    let give = move |labels| {
        shape(app, SchemaChange::SetLabels { attribute: attribute.get_value(), labels });
    };
    let kinds = Signal::derive(move || {
        let kinds = [
            ("flag", Message::SchemaFlag),
            ("choice", Message::SchemaChoice),
            ("text", Message::SchemaAnyText),
        ];
        kinds.map(|(word, name)| (word.to_owned(), app.say(&name))).to_vec()
    });
    let takes = Signal::derive(move || app.say(&Message::SchemaTakes));
    view! {
        <div class="row">
            <span>{takes}</span>
            <Select name=takes options=kinds chosen=kind take=Callback::new(choose) />
        </div>
        <Show when=move || kind.with(|it| it == "choice")>
            <Lines name=Message::SchemaChoices value=choices take=Callback::new(write) />
        </Show>
        <LabelSet name=Message::SchemaLabelsWithIt chosen=labels take=Callback::new(give) />
    }
}

fn kind_word(kind: Option<&AttributeKind>) -> &'static str {
    match kind {
        Some(AttributeKind::Choice(_)) => "choice",
        Some(AttributeKind::Text) => "text",
        _ => "flag",
    }
}
