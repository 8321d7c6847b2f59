//! The schema's editor: labels, relation labels, attributes, labels of articles, rules, files.
//!
//! Each change acts at once, as one step; there is nothing to confirm but what takes marks along.

mod acts;
mod fields;
mod files;
mod form;
mod list;
mod name_field;
mod rules;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::schema::Kind;

use crate::app::app;
use crate::parts::dialogs::frame::{CloseButton, Frame};
use crate::parts::dialogs::schema::files::Files;
use crate::parts::dialogs::schema::list::List;
use crate::parts::dialogs::schema::rules::Rules;
use crate::parts::segments::Segments;

/// A part of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    /// One of the lists.
    List(Kind),
    /// What holds for all marks.
    Rules,
    /// Presets, and schemas in files.
    Files,
}

/// The parts, in the order in which they stand.
const TABS: [(Tab, Message); 6] = [
    (Tab::List(Kind::Labels), Message::Labels),
    (Tab::List(Kind::Relations), Message::SchemaRelations),
    (Tab::List(Kind::Attributes), Message::SchemaAttributes),
    (Tab::List(Kind::DocumentLabels), Message::SchemaDocumentLabels),
    (Tab::Rules, Message::SchemaRules),
    (Tab::Files, Message::SchemaFiles),
];

/// The dialog. Where there is no article yet it begins with what one can begin with.
#[component]
pub(crate) fn SchemaEditor() -> impl IntoView {
    let app = app();
    let is_new = app.read(|it| it.project().n_documents() == 0);
    let tab = RwSignal::new(if is_new { Tab::Files } else { TABS[0].0 });
    let part = move || match tab.get() {
        Tab::List(kind) => view! { <List kind=kind /> }.into_any(),
        Tab::Rules => view! { <Rules /> }.into_any(),
        Tab::Files => view! { <Files /> }.into_any(),
    };
    view! {
        <Frame class="schema" name=Signal::derive(move || app.say(&Message::SchemaTitle))>
            <header>
                <h2>{app.words(Message::SchemaTitle)}</h2>
                <CloseButton />
            </header>
            <div class="parts">
                <Segments
                    label=Message::SchemaParts
                    options=Signal::stored(TABS.to_vec())
                    chosen=tab
                />
            </div>
            <div class="body">{part}</div>
        </Frame>
    }
}
