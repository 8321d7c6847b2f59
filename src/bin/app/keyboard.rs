//! Keys that are heard everywhere on the page.
//!
//! The article hears its own keys first (`web/pane`). Here only commands of scope *anywhere* are
//! found, and none by a bare letter, so that a stray key on a button does nothing. Nothing is heard
//! while somebody composes a character, nor in a dialog; in fields only what is no editing.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::keys::{self, Chord, Key};

use crate::app::App;

/// Listens for as long as the page is there.
pub(crate) fn listen(app: App) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            hear(app, event);
        }
    })
    .forget();
}

fn hear(app: App, event: &KeyboardEvent) {
    if event.default_prevented() || app.dialog.get_untracked().is_some() {
        return;
    }
    if event.key() == "Escape" && app.drawer.get_untracked().is_some() {
        return app.close_drawer();
    }
    let Some(chord) = chord_of(event).filter(is_no_character) else { return };
    let Some(command) = app.read(|it| keys::find(it.project().schema(), chord, false)) else {
        return;
    };
    if is_field(event) && !is_heard_in_fields(&command) {
        return;
    }
    event.prevent_default();
    app.dispatch(command);
}

/// The chord that `event` is; `None` while a character is composed, or with the key that
/// writes a key's third character.
pub(crate) fn chord_of(event: &KeyboardEvent) -> Option<Chord> {
    let is_alt_gr = event.get_modifier_state("AltGraph");
    if event.is_composing() || event.key_code() == 229 || is_alt_gr {
        return None;
    }
    let digit = event.code().strip_prefix("Digit").and_then(|it| it.chars().next());
    let key = match digit.filter(|_| !event.shift_key()) {
        Some(digit) => Key::Char(digit),
        None => Key::from_name(&event.key())?,
    };
    // Shift that wrote another character is part of that character already.
    let shift = event.shift_key() && !matches!(key, Key::Char(it) if !it.is_alphabetic());
    Some(Chord { ctrl: event.ctrl_key() || event.meta_key(), alt: event.alt_key(), shift, key })
}

fn is_no_character(chord: &Chord) -> bool {
    chord.ctrl || chord.alt || matches!(chord.key, Key::Function(_))
}

fn is_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

fn is_heard_in_fields(command: &Command) -> bool {
    matches!(
        command,
        Command::ShowCommands | Command::SaveToFile | Command::NextRegion | Command::PreviousRegion
    )
}

/// Keys whose caps bear words, and the words.
const NAMED: &[(&str, Message)] = &[
    ("Del", Message::KeyDelete),
    ("End", Message::KeyEnd),
    ("Enter", Message::KeyEnter),
    ("Esc", Message::KeyEscape),
    ("Home", Message::KeyHome),
    ("PgDn", Message::KeyPageDown),
    ("PgUp", Message::KeyPageUp),
    ("Shift", Message::KeyShift),
    ("Space", Message::KeySpace),
];

/// Whether key caps should be those of a Mac.
fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|it| it.starts_with("Mac") || it.starts_with("iP"))
}

/// What stands on the caps of `chord`, in the page's language.
pub(crate) fn cap(app: App, chord: Chord) -> String {
    let cap = chord.cap(is_mac());
    let named = |key: &str| match NAMED.iter().find(|it| it.0 == key) {
        Some((_, name)) => app.say(name),
        None => key.to_owned(),
    };
    cap.split(' ').map(named).collect::<Vec<_>>().join(" ")
}

/// What stands on the cap of the first chord of `command`, if it has one.
pub(crate) fn cap_of(app: App, command: &Command) -> Option<String> {
    let keys = apostil::session::table::spec_of(command)?.keys;
    Some(cap(app, Chord::parse(keys.first()?)?))
}

/// The chords of `command` as `aria-keyshortcuts` wants them.
pub(crate) fn shortcuts_of(command: &Command) -> Option<String> {
    let keys = apostil::session::table::spec_of(command)?.keys;
    let chords = keys.iter().filter_map(|it| Some(Chord::parse(it)?.aria()));
    Some(chords.collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty())
}
