//! What lists of rows share: the list has the focus as a whole, `aria-activedescendant` says which
//! row it is on, and keys go from row to row.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How many rows a page is.
const PAGE: usize = 10;

/// The row of `n` that a key leads to from the row `here`; nothing for other keys.
pub(crate) fn next_row(event: &KeyboardEvent, here: Option<usize>, n: usize) -> Option<usize> {
    let last = n.checked_sub(1)?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowDown" => Some(here.map_or(0, |it| (it + 1).min(last))),
        "ArrowUp" => Some(here.map_or(last, |it| it.saturating_sub(1))),
        "PageDown" => Some((here.unwrap_or(0) + PAGE).min(last)),
        "PageUp" => Some(here.unwrap_or(0).saturating_sub(PAGE)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// Scrolls the row `id` into view, as little as that takes.
pub(crate) fn bring_into_view(id: &str) {
    if let Some(row) = document().get_element_by_id(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        row.unchecked_ref::<Element>().scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
