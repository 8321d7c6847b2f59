//! The editor under the selected mark, while the inspector is put away.
//!
//! It stands below the mark and the line after it, or above where there is no room, and goes along
//! when the article is scrolled.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element};

use apostil::session::Session;

use crate::app::app;
use crate::parts::mark_editor::MarkEditor;
use crate::parts::measure::placed;
use crate::react::{effect, memo};

/// About the height of a line of the article, in CSS pixels.
const LINE: f64 = 36.0;
/// About the size of the editor.
const SIZE: (f64, f64) = (324.0, 220.0);

/// The editor, where it is wanted.
#[component]
pub(crate) fn Popover() -> impl IntoView {
    let app = app();
    let is_wanted = memo(move || {
        app.changed.settings.track();
        app.changed.cursor.track();
        app.changed.places.track();
        app.read(|it| !it.settings().inspector && Session::has_mark(it))
    });
    view! {
        <Show when=move || is_wanted.get()>
            <div class="popover" use:follow>
                <MarkEditor place="popover" />
            </div>
        </Show>
    }
}

/// Keeps `popover` at the selected mark.
fn follow(popover: Element) {
    let app = app();
    let place = move || {
        if let Some(at) = place_for(&popover) {
            placed(popover.clone(), at);
        }
    };
    let scrolled = {
        let place = place.clone();
        window_event_listener_untyped("resize", move |_| place())
    };
    let again = place.clone();
    let wheel = window_event_listener_untyped("wheel", move |_| {
        request_animation_frame(again.clone());
    });
    on_cleanup(move || {
        scrolled.remove();
        wheel.remove();
    });
    effect(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        request_animation_frame(place.clone());
    });
}

/// Where `popover` goes: its left and upper edge.
fn place_for(popover: &Element) -> Option<(i32, i32)> {
    let marks = document().query_selector_all(".doc [data-selected]").ok()?;
    let last = marks.get(marks.length().checked_sub(1)?)?.dyn_into::<Element>().ok()?;
    let first = marks.get(0)?.dyn_into::<Element>().ok()?;
    let (first, last): (DomRect, DomRect) =
        (first.get_bounding_client_rect(), last.get_bounding_client_rect());
    let room = popover.parent_element()?.get_bounding_client_rect();
    let height = popover.get_bounding_client_rect().height().max(SIZE.1);
    let below = last.bottom() + LINE;
    let fits = below + height <= room.bottom();
    let y = if fits { below } else { first.top() - height - LINE / 2.0 };
    let x = last.left().min(room.right() - SIZE.0 - 8.0).max(room.left() + 8.0);
    Some((x as i32, y.max(room.top() + 8.0) as i32))
}
