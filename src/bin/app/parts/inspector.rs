//! The panel at the right: labels, this article's marks, the editor of the selected one.

use leptos::prelude::*;

use apostil::message::Message;

use crate::app::{Drawer, app};
use crate::focus::stay_in_article;
use crate::parts::divider::Divider;
use crate::parts::label_palette::LabelPalette;
use crate::parts::mark_editor::MarkEditor;
use crate::parts::marks_list::MarksList;

/// The inspector.
#[component]
pub(crate) fn Inspector() -> impl IntoView {
    let app = app();
    view! {
        <aside
            class="inspector"
            data-region="inspector"
            aria-label=app.words(Message::RegionInspector)
            on:mousedown=|event| stay_in_article(&event)
        >
            <Divider panel=Drawer::Inspector />
            <LabelPalette />
            <MarksList />
            <MarkEditor place="inspector" />
        </aside>
    }
}
