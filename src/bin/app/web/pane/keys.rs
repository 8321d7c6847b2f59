//! Keys pressed while the article has the focus.
//!
//! A key becomes a chord and the page decides what it means. Nothing is taken while a text is being
//! composed, nor with `AltGr`, which on many keyboards writes ordinary signs. Tab is never taken.

use std::rc::Rc;

use apostil::session::command::Command;
use apostil::session::keys::{Chord, Key};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, KeyboardEvent};

use crate::web::pane::caret::{is_ours, words_to_copy};
use crate::web::pane::pointer::{listen, listen_everywhere};
use crate::web::pane::stage::Stage;

/// Starts to listen.
pub(super) fn attach(stage: &Rc<Stage>) {
    listen(stage, "keydown", pressed);
    listen_everywhere(stage, "copy", copy);
}

fn pressed(stage: &Rc<Stage>, event: &Event) {
    let event: &KeyboardEvent = event.unchecked_ref();
    let Some(chord) = chord(event).filter(|_| stage.has_focus()) else { return };
    let taken = stage.host.chord(chord) || select_all(stage, chord);
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
    // Only moves by line keep the column.
    if !matches!(chord.key, Key::Up | Key::Down | Key::PageUp | Key::PageDown) {
        stage.column.set(None);
    }
}

/// Ctrl+A takes the article, not the page.
fn select_all(stage: &Stage, chord: Chord) -> bool {
    let is_all = chord == Chord { ctrl: true, alt: false, shift: false, key: Key::Char('a') };
    let end = stage.look(|open| open.sheet.text().range().end()).filter(|_| is_all);
    if let Some(caret) = end {
        stage.host.run(Command::Select { anchor: 0, caret });
    }
    end.is_some()
}

/// The chord of `event`, if it is one that may mean something.
pub(crate) fn chord(event: &KeyboardEvent) -> Option<Chord> {
    const COMPOSING: u32 = 229;
    if event.is_composing() || event.key_code() == COMPOSING || event.get_modifier_state("AltGraph")
    {
        return None;
    }
    let (ctrl, alt) = (event.ctrl_key() || event.meta_key(), event.alt_key());
    // Some systems report AltGr as both.
    if ctrl && alt {
        return None;
    }
    let key = digit(event).or_else(|| Key::from_name(&event.key()))?;
    // Shift is part of how a sign is written, but not of a letter.
    let shift = match key {
        Key::Char(sign) => event.shift_key() && sign.is_alphabetic(),
        _ => event.shift_key(),
    };
    Some(Chord { ctrl, alt, shift, key })
}

/// The digit on the key, where it writes one or stands in a place for digits.
fn digit(event: &KeyboardEvent) -> Option<Key> {
    let written = event.key().parse::<char>().ok().filter(char::is_ascii_digit);
    let code = event.code();
    let place = code.strip_prefix("Digit").and_then(|it| it.parse::<char>().ok());
    written.or(place.filter(|_| !event.shift_key())).map(Key::Char)
}

/// Writes the exact text to the clipboard.
fn copy(stage: &Rc<Stage>, event: &Event) {
    if !is_ours(stage) {
        return;
    }
    let event: &ClipboardEvent = event.unchecked_ref();
    let (Some(words), Some(clipboard)) = (words_to_copy(stage), event.clipboard_data()) else {
        return;
    };
    if clipboard.set_data("text/plain", &words).is_ok() {
        event.prevent_default();
    }
}
