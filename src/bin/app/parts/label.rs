//! A label as it is drawn everywhere: its tag in its color, over its own kind of line.

use leptos::prelude::*;

use apostil::model::id::LabelId;
use apostil::model::schema::{Color, Label, Schema};

/// What is needed to draw a label.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Drawn {
    /// Which.
    pub(crate) id: LabelId,
    /// Its name.
    pub(crate) name: String,
    /// Its colors in the style sheet.
    pub(crate) slot: String,
    /// Its key, as on a key cap.
    pub(crate) key: Option<String>,
}

impl Drawn {
    /// How `label` is drawn.
    pub(crate) fn of(label: &Label) -> Self {
        let key = label.key.map(|it| it.to_uppercase().to_string());
        Self { id: label.id, name: label.name.clone(), slot: slot(label), key }
    }

    /// How the label `id` is drawn; nothing for one that is gone.
    pub(crate) fn find(schema: &Schema, id: LabelId) -> Option<Self> {
        schema.label(id).map(Self::of)
    }
}

/// The name of the label's colors: a slot of the palette, or rules that the pane made for it.
pub(crate) fn slot(label: &Label) -> String {
    match &label.color {
        Color::Slot(name) => name.clone(),
        Color::Rgb(..) => format!("c{}", label.id.0),
    }
}

/// The label's tag over its line.
pub(crate) fn underlined(label: &Drawn) -> impl IntoView + use<> {
    view! { <span class="lab u" data-l=label.slot.clone()>{label.name.clone()}</span> }
}

/// The label's tag alone; lighter for a suggestion.
pub(crate) fn tag(label: &Drawn, is_suggested: bool) -> impl IntoView + use<> {
    let class = if is_suggested { "lab suggested" } else { "lab" };
    view! { <span class=class data-l=label.slot.clone()>{label.name.clone()}</span> }
}
