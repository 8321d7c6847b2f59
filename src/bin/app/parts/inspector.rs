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
    // As a drawer it lies over the article, which can be read only when it is gone.
    let is_drawer = move || app.drawer.get() == Some(Drawer::Inspector);
    view! {
        <div
            class="inspector"
            role=move || if is_drawer() { "dialog" } else { "complementary" }
            aria-modal=move || is_drawer().then_some("true")
            data-region="inspector"
            aria-label=app.words(Message::RegionInspector)
            on:mousedown=|event| stay_in_article(&event)
        >
            <Divider panel=Drawer::Inspector />
            <LabelPalette />
            <MarksList />
            <MarkEditor place="inspector" />
        </div>
    }
}
