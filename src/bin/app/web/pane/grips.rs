//! The grips of the selected mark: they drag its edges by word, or by grapheme with Alt.
//!
//! While one is dragged the new extent is shown as a selection; the mark itself changes once, when
//! the grip is let go.

use std::rc::Rc;

use apostil::segment::grapheme::snap_to_graphemes;
use apostil::segment::word::{next_word, previous_word, word_at};
use apostil::session::command::Command;
use apostil::text::TextRange;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use crate::web::pane::pointer::{Pressed, point};
use crate::web::pane::ring::selected_hull;
use crate::web::pane::stage::Stage;

/// Which grip `event` happened on.
pub(super) fn pressed_by(event: &Event) -> Option<Pressed> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let classes = element.class_list();
    if !classes.contains("grip") {
        return None;
    }
    Some(if classes.contains("start") { Pressed::Start } else { Pressed::End })
}

/// Shows where the mark would stand.
pub(super) fn drag(stage: &Rc<Stage>, event: &Event) {
    let Some(grip @ (Pressed::Start | Pressed::End)) = stage.pressed.get() else { return };
    event.prevent_default();
    if let Some(range) = wanted(stage, event.unchecked_ref(), grip) {
        stage.show_selection(range.start(), range.end());
    }
}

/// Puts the edge where the grip was let go.
pub(super) fn drop(stage: &Rc<Stage>, event: &PointerEvent, grip: Pressed) {
    let key = stage.spot().and_then(|it| it.mark);
    let (Some(key), Some(range)) = (key, wanted(stage, event, grip)) else {
        return stage.mirror();
    };
    stage.host.run(Command::SetEdges { key, start: range.start(), end: range.end() });
    stage.mirror();
}

/// The extent that the mark would have with the edge at the pointer; `None` when nothing of it
/// would be left.
fn wanted(stage: &Stage, event: &PointerEvent, grip: Pressed) -> Option<TextRange> {
    let byte = stage.byte_at_point(point(event))?;
    stage.look(|open| {
        let (text, hull) = (open.sheet.text().as_str(), selected_hull(open)?);
        let snapped = if event.alt_key() {
            snap_to_graphemes(text, TextRange::empty(byte))
        } else {
            nearest_word(text, byte, hull)
        };
        let range = match grip {
            Pressed::Start => TextRange::checked(snapped.start(), hull.end()),
            _ => TextRange::checked(hull.start(), snapped.end()),
        };
        range.filter(|it| !it.is_empty())
    })?
}

/// The word at `byte`, or the one between `byte` and `hull` where there is none.
fn nearest_word(text: &str, byte: u32, hull: TextRange) -> TextRange {
    let inward = || {
        let inside =
            if byte < hull.start() { next_word(text, byte) } else { previous_word(text, byte) };
        word_at(text, inside)
    };
    word_at(text, byte).or_else(inward).unwrap_or(TextRange::empty(byte))
}
