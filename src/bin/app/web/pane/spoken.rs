//! Marks as words, for those who hear the article: "start GPE … end GPE".
//!
//! The words are generated content of an element that nobody sees. Screen readers read it; it is in
//! no text node, and so in no selection, copy or search.

use apostil::message::Message;
use apostil::model::id::LabelId;
use web_sys::HtmlElement;

use crate::web::pane::dom::{element, set};
use crate::web::pane::host::Open;

/// The words before a mark under `label`.
pub(super) fn start(open: Open<'_>, label: LabelId) -> HtmlElement {
    spoken(&(open.say)(&Message::SpokenStart { label: name(open, label) }))
}

/// The words after one.
pub(super) fn end(open: Open<'_>, label: LabelId) -> HtmlElement {
    spoken(&(open.say)(&Message::SpokenEnd { label: name(open, label) }))
}

fn name(open: Open<'_>, label: LabelId) -> String {
    open.schema.label(label).map(|it| it.name.clone()).unwrap_or_default()
}

fn spoken(words: &str) -> HtmlElement {
    let spoken = element("span", "w");
    set(&spoken, "data-w", words);
    spoken
}
