//! What holds for all marks: which may share words, what selections snap to, and the guidelines.

use leptos::prelude::*;

use apostil::message::Message;
use apostil::model::schema::{Anchoring, Overlap};
use apostil::session::command::Command;
use apostil::session::schema::SchemaChange;

use crate::app::app;
use crate::parts::button::TextButton;
use crate::parts::dialogs::schema::fields::of_schema;
use crate::parts::dialogs::schema::form::shape;
use crate::parts::segments::Segments;
use crate::react::effect;

/// The rules.
#[component]
pub(super) fn Rules() -> impl IntoView {
    let app = app();
    let now = of_schema(app, |it| (it.overlap, it.anchoring));
    let (overlap, anchoring) = now.get_untracked();
    let (overlap, anchoring) = (RwSignal::new(overlap), RwSignal::new(anchoring));
    // Choosing does the change; an undo brings the choice back.
    effect(move || {
        let (here, there) = now.get();
        overlap.set(here);
        anchoring.set(there);
    });
    effect(move || {
        let wanted = overlap.get();
        if wanted != now.get_untracked().0 {
            shape(app, SchemaChange::SetOverlap(wanted));
        }
    });
    effect(move || {
        let wanted = anchoring.get();
        if wanted != now.get_untracked().1 {
            shape(app, SchemaChange::SetAnchoring(wanted));
        }
    });
    let overlaps = vec![
        (Overlap::Any, Message::SchemaOverlapAny),
        (Overlap::Nested, Message::SchemaOverlapNested),
        (Overlap::None, Message::SchemaOverlapNone),
    ];
    let anchorings = vec![
        (Anchoring::Characters, Message::SchemaAnchoringCharacters),
        (Anchoring::Tokens, Message::SchemaAnchoringTokens),
    ];
    view! {
        <div class="form">
            <div class="row">
                <span>{app.words(Message::SchemaOverlap)}</span>
                <Segments
                    label=Message::SchemaOverlap
                    options=Signal::stored(overlaps)
                    chosen=overlap
                />
                <p class="soft">{app.words(Message::SchemaOverlapHint)}</p>
            </div>
            <div class="row">
                <span>{app.words(Message::SchemaAnchoring)}</span>
                <Segments
                    label=Message::SchemaAnchoring
                    options=Signal::stored(anchorings)
                    chosen=anchoring
                />
                <p class="soft">{app.words(Message::SchemaAnchoringHint)}</p>
            </div>
            <div class="acts">
                <TextButton command=Command::ShowGuidelines class="line" />
            </div>
        </div>
    }
}
