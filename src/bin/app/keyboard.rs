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
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::keys::{self, Chord, Key};

use crate::app::App;
use crate::web::pane::keys::chord;

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
    let Some(chord) = chord(event).filter(is_no_character) else { return };
    let command =
        |it: &Session| keys::find(it.project().schema(), &it.settings().keys, chord, false);
    let Some(command) = app.read(command) else { return };
    if is_field(event) && !is_heard_in_fields(&command) {
        return;
    }
    event.prevent_default();
    app.dispatch(command);
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
        Command::ShowCommands
            | Command::SaveToFile
            | Command::NextRegion
            | Command::PreviousRegion
            | Command::ShowSearch
            | Command::NextHit
            | Command::PreviousHit
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

/// The chords of `command` as the person has them. Drawn again when they change.
pub(crate) fn chords_of(app: App, command: &Command) -> Vec<Chord> {
    app.changed.settings.track();
    let spec = apostil::session::table::spec_of(command);
    spec.map(|it| app.read(|session| session.settings().keys.of(it))).unwrap_or_default()
}

/// What stands on the cap of the first chord of `command`, if it has one.
pub(crate) fn cap_of(app: App, command: &Command) -> Option<String> {
    Some(cap(app, *chords_of(app, command).first()?))
}

/// The chords of `command` as `aria-keyshortcuts` wants them.
pub(crate) fn shortcuts_of(app: App, command: &Command) -> Option<String> {
    let chords = chords_of(app, command).into_iter().map(Chord::aria);
    Some(chords.collect::<Vec<_>>().join(" ")).filter(|it| !it.is_empty())
}

/// `name` with the cap of the first chord of `command` behind it, for a tool tip.
pub(crate) fn tip_of(app: App, name: String, command: &Command) -> String {
    match cap_of(app, command) {
        Some(keys) => app.say(&Message::NameWithKeys { name, keys }),
        None => name,
    }
}
