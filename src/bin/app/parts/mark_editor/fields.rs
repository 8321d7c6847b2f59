//! What a person writes or chooses about a mark: link, note, and what the schema asks.
//!
//! A text is taken when its field is left, or by Enter, which leads back to the article where a key led
//! here from there; Escape takes it back.

use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

use apostil::message::Message;
use apostil::model::annotation::AttributeValue;
use apostil::model::id::AnnotationId;
use apostil::model::schema::{Attribute, AttributeKind};
use apostil::session::command::Command;

use crate::app::app;
use crate::focus;
use crate::parts::mark_editor::Edited;
use crate::parts::select::{Choice, Select};
use crate::react::memo;

/// The fields of an annotation; a suggestion has none.
#[component]
pub(crate) fn Fields(edited: Memo<Option<Edited>>, place: &'static str) -> impl IntoView {
    let app = app();
    let id = memo(move || edited.with(|it| it.as_ref().and_then(Edited::id)));
    let label = memo(move || edited.with(|it| it.as_ref().map(|it| it.label.id)));
    let asked = memo(move || {
        app.changed.schema.track();
        let label = label.get();
        let is_asked = |it: &&Attribute| {
            it.labels.is_empty() || label.is_some_and(|id| it.labels.contains(&id))
        };
        app.read(|it| {
            let all = it.project().schema().attributes.iter();
            all.filter(is_asked).cloned().collect::<Vec<_>>()
        })
    });
    let text = move |read: fn(&Edited) -> &String| {
        Signal::derive(move || edited.with(|it| it.as_ref().map(read).cloned().unwrap_or_default()))
    };
    move || {
        let id = id.get()?;
        let asked = asked.get().into_iter().enumerate();
        let asked = asked.map(|(n, attribute)| {
            view! { <Asked id=id attribute=attribute edited=edited field=format!("{place}-{n}") /> }
        });
        Some(view! {
            <Line
                name=Message::FieldLink
                hint=Message::FieldLinkHint
                class="mono"
                field=format!("{place}-link")
                value=text(|it| &it.link)
                take=Callback::new(move |new| app.dispatch(Command::SetLink(id, new)))
            />
            <Line
                name=Message::FieldNote
                hint=Message::FieldNoteHint
                class=""
                field=format!("{place}-note")
                value=text(|it| &it.note)
                take=Callback::new(move |new| app.dispatch(Command::SetNote(id, new)))
            />
            {asked.collect::<Vec<_>>()}
        })
    }
}

/// A line of text with its name.
#[component]
fn Line(
    name: Message,
    hint: Message,
    class: &'static str,
    field: String,
    value: Signal<String>,
    take: Callback<String>,
) -> impl IntoView {
    let app = app();
    view! {
        <label for=field.clone()>{app.words(name)}</label>
        <span class="field">
            <input
                id=field
                class=class
                autocomplete="off"
                dir="auto"
                placeholder=app.words(hint)
                prop:value=value
                on:change=move |event| take.run(event_target_value(&event))
                on:keydown=move |event| leave(&event, value)
                on:blur=|event| focus::forget_way(&event_target(&event))
            />
        </span>
    }
}

/// Enter leads to the article where a key led here from there. Escape takes back what was written, and leads to the list of marks, or
/// to the article.
fn leave(event: &KeyboardEvent, value: Signal<String>) {
    let field: HtmlInputElement = event_target(event);
    if event.key() == "Enter" && !event.is_composing() && field.has_attribute(focus::BY_KEY) {
        event.prevent_default();
        // What is written is taken as the field loses the focus.
        let _ = focus::focus_first(".doc");
    }
    if event.key() != "Escape" {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
    field.set_value(&value.get_untracked());
    let in_inspector = field.closest(".inspector").ok().flatten().is_some();
    let home = if in_inspector { ".inspector [data-home]" } else { ".doc" };
    let _ = focus::focus_first(home);
}

/// An attribute that the schema asks for.
#[component]
fn Asked(
    id: AnnotationId,
    attribute: Attribute,
    edited: Memo<Option<Edited>>,
    field: String,
) -> impl IntoView {
    let app = app();
    let Attribute { name, kind, .. } = attribute;
    let own = name.clone();
    let value =
        memo(move || edited.with(|it| it.as_ref().and_then(|it| it.attributes.get(&own).cloned())));
    let of = name.clone();
    let set = Callback::new(move |value: Option<AttributeValue>| {
        app.dispatch(Command::SetAttribute { id, name: of.clone(), value });
    });
    let control = match kind {
        AttributeKind::Flag => flag(value, set, field.clone()).into_any(),
        AttributeKind::Choice(choices) => {
            choice(name.clone(), choices, value, set, field.clone()).into_any()
        }
        AttributeKind::Text => text(value, set, field.clone()).into_any(),
    };
    view! {
        <label for=field>{name}</label>
        {control}
    }
}

/// The value of an attribute, as far as there is one.
type Value = Memo<Option<AttributeValue>>;

/// Sets it.
type Set = Callback<Option<AttributeValue>>;

fn flag(value: Value, set: Set, field: String) -> impl IntoView {
    let is_on = move || value.get() == Some(AttributeValue::Flag(true));
    let take = move |event| {
        set.run(event_target_checked(&event).then_some(AttributeValue::Flag(true)));
    };
    view! { <input type="checkbox" id=field prop:checked=is_on on:change=take /> }
}

fn choice(
    name: String,
    choices: Vec<String>,
    value: Value,
    set: Set,
    field: String,
) -> impl IntoView {
    let none: Choice = (String::new(), "–".to_owned());
    let choices = choices.into_iter().map(|it| (it.clone(), it));
    let options: Vec<Choice> = std::iter::once(none).chain(choices).collect();
    view! {
        <Select
            name=Signal::stored(name)
            options=Signal::stored(options)
            chosen=words(value)
            take=Callback::new(move |new| write(set, new))
            id=field
        />
    }
}

fn text(value: Value, set: Set, field: String) -> impl IntoView {
    let words = words(value);
    view! {
        <span class="field">
            <input
                id=field
                autocomplete="off"
                dir="auto"
                prop:value=words
                on:change=move |event| write(set, event_target_value(&event))
                on:keydown=move |event| leave(&event, words)
            />
        </span>
    }
}

/// The value where it is a text.
fn words(value: Value) -> Signal<String> {
    Signal::derive(move || match value.get() {
        Some(AttributeValue::Text(text)) => text,
        _ => String::new(),
    })
}

fn write(set: Set, new: String) {
    set.run(Some(new).filter(|it| !it.is_empty()).map(AttributeValue::Text));
}
