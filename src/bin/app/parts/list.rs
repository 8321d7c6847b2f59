//! What lists of rows share: the list has the focus as a whole, `aria-activedescendant` says which
//! row it is on, and keys go from row to row.

use leptos::prelude::{StoredValue, UpdateValue, WithValue, document};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use apostil::extract::spelling::fold_into;

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

/// Says how deep in a tree a row is; nothing for 0.
#[expect(clippy::needless_pass_by_value, reason = "a directive is given the element")]
pub(crate) fn level(element: Element, level: u8) {
    if level > 0 {
        // A name that is right is refused by nothing.
        let _ = element.set_attribute("aria-level", &level.to_string());
    }
}

/// Letters typed in a list, one after the other: the start of the row that is looked for.
#[derive(Clone, Copy)]
pub(crate) struct TypeAhead(StoredValue<(String, f64)>);

/// After so many milliseconds without a letter the next one starts anew.
const PAUSE: f64 = 700.0;

impl TypeAhead {
    /// Nothing typed.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new((String::new(), 0.0)))
    }

    /// Whether `event` comes while something is being typed.
    pub(crate) fn is_under_way(self, event: &KeyboardEvent) -> bool {
        self.0.with_value(|it| !it.0.is_empty() && event.time_stamp() - it.1 < PAUSE)
    }

    /// All that was typed, folded, when `event` writes one more character.
    pub(crate) fn hear(self, event: &KeyboardEvent) -> Option<String> {
        let key = event.key();
        let is_character = key.chars().count() == 1;
        if !is_character || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        let goes_on = self.is_under_way(event);
        if key == " " && !goes_on {
            return None;
        }
        self.0.update_value(|(typed, at)| {
            if !goes_on {
                typed.clear();
            }
            fold_into(&key, typed);
            *at = event.time_stamp();
        });
        Some(self.0.with_value(|it| it.0.clone()))
    }
}
