//! The editor under the selected mark, while the inspector is put away.
//!
//! It stands below the mark and the line after it, or above where there is no room, and goes along
//! when the article is scrolled.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use apostil::session::Session;

use crate::app::app;
use crate::parts::mark_editor::MarkEditor;
use crate::parts::measure::{placed, set};
use crate::react::{effect, memo};

/// The height of a line of the article in CSS pixels, where the browser does not tell.
const LINE: f64 = 36.0;
/// The width of the editor.
const WIDTH: f64 = 324.0;
/// The room between it and what it stands at.
const GAP: f64 = 8.0;

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
        let place = place_for(&popover);
        // A mark that is scrolled out of sight takes its editor along.
        let away = place.is_none();
        if away == popover.get_attribute("data-away").is_none() {
            // Only a name that is none is refused.
            let _ = popover.toggle_attribute("data-away");
        }
        if let Some(place) = place {
            set(&popover, "--most", &format!("{}px", place.most));
            placed(popover.clone(), (place.x as i32, place.y as i32));
        }
    };
    let again = place.clone();
    let moved = move || {
        request_animation_frame(again.clone());
    };
    let resized = {
        let moved = moved.clone();
        window_event_listener_untyped("resize", move |_| moved())
    };
    if let Some(pane) = document().query_selector(".pane").ok().flatten() {
        let scrolled = EventListener::new(&pane, "scroll", move |_| moved());
        // Kept, and so heard, for as long as the editor is there.
        let _ = StoredValue::new_local(scrolled);
    }
    on_cleanup(move || resized.remove());
    effect(move || {
        app.changed.cursor.track();
        app.changed.places.track();
        request_animation_frame(place.clone());
    });
}

/// A place, in CSS pixels of the window: left and upper edge, and the most height there is.
struct Place {
    x: f64,
    y: f64,
    most: f64,
}

/// Where `popover` goes: below the line after the mark, else above the mark, else where there is
/// more room, as low as that is. Nothing while the mark is out of sight.
fn place_for(popover: &Element) -> Option<Place> {
    let pieces = document().query_selector_all(".doc .m[data-selected]").ok()?;
    let piece = |n: u32| pieces.get(n)?.dyn_into::<Element>().ok();
    let (first, last) = (piece(0)?, piece(pieces.length().checked_sub(1)?)?);
    let lines = last.get_client_rects();
    let (first, line) =
        (first.get_client_rects().get(0)?, lines.get(lines.length().checked_sub(1)?)?);
    let room = popover.parent_element()?.get_bounding_client_rect();
    if line.bottom() < room.top() || first.top() > room.bottom() {
        return None;
    }
    let wanted = f64::from(popover.scroll_height()) + 2.0;
    let x = line.left().min(room.right() - WIDTH - GAP).max(room.left() + GAP);
    let below = line.bottom() + line_height(&last);
    let (room_below, room_above) = (room.bottom() - GAP - below, first.top() - GAP - room.top());
    if wanted <= room_below || room_below >= room_above {
        return Some(Place { x, y: below, most: room_below });
    }
    let most = wanted.min(room_above - GAP);
    Some(Place { x, y: first.top() - GAP - most, most })
}

/// The height of a line of the article in which `words` stand.
fn line_height(words: &Element) -> f64 {
    let style = window().get_computed_style(words).ok().flatten();
    let height = style.and_then(|it| it.get_property_value("line-height").ok());
    height.and_then(|it| it.strip_suffix("px")?.parse().ok()).unwrap_or(LINE)
}
