//! Long lists of which only the rows in sight are in the page, so that a long one costs no more than
//! a short one. Room is kept for the others by `--above` and `--below` in the style sheet.

use gloo::events::EventListener;
use leptos::html::Ol;
use leptos::prelude::*;

use crate::parts::measure::set;
use crate::react::{effect, memo};

/// Rows that are kept ready above and below what is in sight.
const SPARE: usize = 8;

/// Which rows of `list` are to be in the page: from, and up to. Room is kept for the others, and
/// the active one is brought into view. All rows have the same `height` in CSS pixels.
pub(crate) fn watch(
    list: NodeRef<Ol>,
    n_rows: Memo<usize>,
    active: Memo<Option<usize>>,
    height: usize,
) -> Memo<(usize, usize)> {
    // The first row in sight, and how many there is room for.
    let sight = RwSignal::new((0, 24));
    let look = move || {
        // A frame may come when the list is gone.
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let first = list.scroll_top() as usize / height;
        let n = list.client_height() as usize / height + 1;
        if sight.get_untracked() != (first, n) {
            sight.set((first, n));
        }
    };
    let window = memo(move || {
        let (first, n) = sight.get();
        let total = n_rows.get();
        let first = first.min(total).saturating_sub(SPARE);
        (first, (first + n + 2 * SPARE).min(total))
    });
    effect(move || {
        let (Some(list), (first, end)) = (list.get(), window.get()) else { return };
        let below = n_rows.get().saturating_sub(end);
        set(&list, "--above", &format!("{}px", first * height));
        set(&list, "--below", &format!("{}px", below * height));
    });
    effect(move || {
        if let (Some(list), Some(row)) = (list.get(), active.get()) {
            scroll_to_row(&list, row, height);
        }
        request_animation_frame(look);
    });
    effect(move || {
        if let Some(list) = list.get() {
            EventListener::new(&list, "scroll", move |_| look()).forget();
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| look());
    on_cleanup(move || resized.remove());
    window
}

fn scroll_to_row(list: &web_sys::HtmlElement, row: usize, height: usize) {
    let (top, room) = (list.scroll_top(), list.client_height());
    let start = i32::try_from(row * height).unwrap_or(i32::MAX);
    let end = i32::try_from((row + 1) * height).unwrap_or(i32::MAX);
    if start < top {
        list.set_scroll_top(start);
    } else if end > top + room {
        list.set_scroll_top(end - room);
    }
}
