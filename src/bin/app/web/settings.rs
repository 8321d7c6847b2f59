//! Settings and the person's id: kept in the browser's small storage, where it has one.
//!
//! Losing them loses no work: the id only tells one browser's marks from another's.

use leptos::prelude::window;
use web_sys::Storage;

use apostil::locale::Language;
use apostil::model::id::AuthorId;
use apostil::session::settings::Settings;
use apostil::session::table::COMMANDS;

use crate::react::spawn;
use crate::web::shelf;

const SETTINGS: &str = "apostil-settings";
const RECENT: &str = "apostil-recent";
const AUTHOR: &str = "apostil-author";
const LEFT: &str = "apostil-left";
const PROJECT: &str = "apostil-project";

/// The settings that were kept, else those that the browser suggests.
pub(crate) fn settings() -> Settings {
    let tags = window().navigator().languages();
    let known = tags.iter().find_map(|it| Language::from_tag(&it.as_string()?));
    let suggested = Settings { language: known.unwrap_or_default(), ..Settings::default() };
    match kept(SETTINGS) {
        Some(line) => suggested.parse(&line),
        None => suggested,
    }
}

/// Keeps `settings` for the next time: also beside the projects, since this storage forgets its last
/// moments when the browser is killed.
pub(crate) fn keep_settings(settings: &Settings) {
    let line = settings.to_line();
    keep(SETTINGS, &line);
    spawn(async move {
        // Without a store the choice lasts as long as the small storage does.
        let _ = shelf::keep(SETTINGS, &line).await;
    });
}

/// Takes over what was kept beside the projects. To be called once, before [`settings`].
pub(crate) async fn recall_settings() {
    if let Some(line) = shelf::kept(SETTINGS).await {
        keep(SETTINGS, &line);
    }
}

/// The commands that were last done from the palette, the last one first, by their names.
pub(crate) fn recent() -> Vec<&'static str> {
    let line = kept(RECENT).unwrap_or_default();
    // One that this version does not have is forgotten.
    let known = |id: &str| COMMANDS.iter().map(|it| it.id).find(|it| *it == id);
    line.split(' ').filter_map(known).collect()
}

/// Keeps them for the next time.
pub(crate) fn keep_recent(recent: &[&str]) {
    keep(RECENT, &recent.join(" "));
}

/// Who works in this browser: drawn once, then kept.
pub(crate) fn author() -> AuthorId {
    if let Some(known) = kept(AUTHOR).and_then(|it| AuthorId::parse(&it)) {
        return known;
    }
    let author = AuthorId(drawn());
    keep(AUTHOR, &author.to_string());
    author
}

/// Who works on `project`, which is named after who began it. This storage may be behind after a
/// crash, and the name is as safe as the work: without it the work would be somebody else's.
pub(crate) fn author_of(project: &str) -> AuthorId {
    let Some(began) = project.split('-').next().and_then(AuthorId::parse) else { return author() };
    keep(AUTHOR, &began.to_string());
    began
}

/// Notes in this turn where the person was in `project` when the page was left; a database would
/// not answer any more.
pub(crate) fn leave(project: &str, place: &str) {
    keep(LEFT, &format!("{project} {place}"));
}

/// Takes what [`leave`] noted of `project`, once.
pub(crate) fn left(project: &str) -> Option<String> {
    let line = kept(LEFT)?;
    let place = line.strip_prefix(project)?.strip_prefix(' ')?.to_owned();
    if let Some(storage) = storage() {
        // What stays would be as old as the next one that cannot be written.
        let _ = storage.remove_item(LEFT);
    }
    Some(place)
}

/// The project that this tab has open, by its name in the store.
pub(crate) fn project() -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(PROJECT).ok().flatten()
}

/// Notes which project this tab has open. Without room, the one used last is opened again.
pub(crate) fn set_project(id: &str) {
    if let Some(storage) = window().session_storage().ok().flatten() {
        let _ = storage.set_item(PROJECT, id);
    }
}

/// 64 random bits.
fn drawn() -> u64 {
    let mut bytes = [0; 8];
    let crypto = window().crypto();
    let done = crypto.and_then(|it| it.get_random_values_with_u8_array(&mut bytes).map(drop));
    done.expect("every browser that runs WASM draws random numbers");
    u64::from_le_bytes(bytes)
}

/// The storage, where the browser allows it.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn keep(key: &str, value: &str) {
    // Without room the choice lasts until the page is closed, and that is all that is lost.
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
