//! What a command leads to, performed: one effect after the other, in their order.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::{Notify, Set, UpdateValue, WithValue, set_timeout};

use apostil::message::Message;
use apostil::session::command::Command;
use apostil::session::effect::{Effect, Field, Redraw};

use crate::app::App;
use crate::focus;
use crate::notices::Toast;
use crate::projects;
use crate::react::after_paint;
use crate::web::{files, host};

/// Performs `effects`, the drawing first.
pub(crate) fn perform(app: App, effects: Vec<Effect>) {
    // What a toast offers to take back is the last step; another one makes that untrue.
    if effects.iter().any(|it| matches!(it, Effect::Journal(_))) {
        app.notices.toast.set(None);
    }
    let spot = focus::spot();
    for effect in effects {
        one(app, effect);
    }
    spot.keep_near();
}

fn one(app: App, effect: Effect) {
    match effect {
        Effect::Redraw(redraw) => draw(app, &redraw),
        Effect::PickFiles => files::pick(files::FIELD),
        Effect::PickFolder => files::pick(files::FOLDER_FIELD),
        Effect::Open(dialog) => app.open_dialog(dialog),
        Effect::Save(all) => {
            all.iter().for_each(files::save);
            app.outside.note_filed(app);
        }
        Effect::Say(message) => say(app, message),
        Effect::Complain(message) => app.notices.complain(message),
        Effect::FocusRegion { forward } => focus::next_region(forward),
        Effect::Ask(request) => app.outside.ask(app, &request),
        Effect::Wake { after_ms, number } => wake(app, after_ms, number),
        Effect::Journal(write) => app.outside.journal(app, &write),
        Effect::Project(act) => projects::act(app, act),
        Effect::Compact(compact) => app.outside.compact(&compact),
        Effect::KeepLearned(text) => app.outside.keep_learned(text),
        Effect::Print => host::print(),
        Effect::Look => look_soon(app),
        Effect::EnterField(field) => enter_field(app, field),
        Effect::EnterSearch => {
            focus::enter_with(".find input", app.read(|it| it.query().words.clone()));
        }
        Effect::EnterBatch => focus::enter(".batch [data-home]"),
        Effect::EnterQueue => focus::enter(".queue [data-home]"),
        Effect::EnterEntities => focus::enter(".entities [data-home]"),
        Effect::EnterHistory => focus::enter(".history [data-home]"),
        Effect::TakeOver => app.outside.take_over(app),
        effect @ (Effect::Reveal(_) | Effect::ScrollTo(_) | Effect::MoveByLine { .. }) => {
            app.outside.in_pane(&effect);
        }
    }
}

fn wake(app: App, after_ms: u32, number: u32) {
    let wake = move || app.change(|session, now| session.woken(number, now));
    set_timeout(wake, Duration::from_millis(after_ms.into()));
}

/// Puts the keyboard into a field of the editor, in the inspector or under the mark.
fn enter_field(app: App, field: Field) {
    app.show_editor();
    let field = match field {
        Field::Note => ".editor [id$=-note]",
        Field::Link => ".editor [id$=-link]",
        // The first one.
        Field::Attributes => ".editor [id$='-0']",
    };
    // At once, or what is typed next would go elsewhere; a drawer has to be drawn first.
    focus::enter_field(field);
}

/// How much text is looked through at a time: some milliseconds' worth.
const SLICE_BYTES: usize = 200_000;

/// Goes on looking for the places of a batch, once what was done is painted.
fn look_soon(app: App) {
    thread_local! {
        static IS_DUE: Cell<bool> = const { Cell::new(false) };
    }
    // Each key in the search asks for it.
    if IS_DUE.replace(true) {
        return;
    }
    let look = move || {
        IS_DUE.set(false);
        app.change(|session, _| session.look(SLICE_BYTES));
    };
    after_paint(look);
}

/// What takes back what a message tells of, where that is offered with it.
fn way_back(message: &Message) -> Option<Command> {
    match message {
        Message::ArticleRemoved { .. }
        | Message::AloudRemoved { .. }
        | Message::AloudAcceptedMany { .. }
        | Message::BatchApplied { .. }
        | Message::SchemaMerged { .. }
        | Message::SchemaDeleted { .. }
        | Message::SchemaTaken { .. }
        | Message::EntitiesLinked { .. }
        | Message::EntitiesUnlinked { .. } => Some(Command::Undo),
        Message::HistoryWentBack { .. }
        | Message::HistoryWentOn { .. }
        | Message::HistoryWentAside => Some(Command::Return),
        _ => None,
    }
}

/// Tells politely. What takes something away, or goes on outside of the page, is also shown.
fn say(app: App, message: Message) {
    let is_shown = matches!(
        message,
        Message::ExportReceipt { .. }
            | Message::ImportAllInSkipped { .. }
            | Message::ImportCanceled
            | Message::ImportReadAgain { .. }
            | Message::LearningForgotten { .. }
            | Message::LearningFromAll { .. }
            | Message::NothingToImport
            | Message::ArticleLabelsNone
            | Message::AttributesNone
            | Message::FieldsNeedMark
            | Message::MarkOverlaps { .. }
            | Message::PieceLast
            | Message::PieceNoMark
            | Message::PieceSelectWords
            | Message::RelationBadEnds { .. }
            | Message::RelationNeedsMarks
            | Message::RelationNoneFits { .. }
            | Message::RelationThere { .. }
            | Message::SchemaSaved { .. }
            | Message::TrialBegun { .. }
            | Message::TrialEnded
    );
    // The history itself offers the way back, as long as it is in sight.
    let is_seen = app.read(|it| it.past().is_some());
    let back = way_back(&message).filter(|it| !(is_seen && *it == Command::Return));
    if back.is_some() || is_shown {
        app.notices.show(Toast { message: message.clone(), back });
    }
    app.notices.say(message);
}

fn draw(app: App, redraw: &Redraw) {
    let top = redraw.settings.then(|| app.outside.top()).flatten();
    if redraw.settings {
        app.follow_settings();
    }
    app.outside.draw(redraw);
    app.outside.follow_settings(top);
    if redraw.article || redraw.cursor || redraw.list {
        app.outside.note_soon(app);
    }
    let waited = app.due.with_value(|it| *it != Redraw::default());
    app.due.update_value(|it| it.join(redraw));
    if waited && redraw.is_status_only() {
        return;
    }
    let is_edit = !redraw.article && !redraw.places.is_empty();
    // Who types in the article sees the mark first, and then what the panels say of it.
    if is_edit && app.outside.has_keyboard() {
        after_paint(move || tell(app));
    } else {
        tell(app);
    }
}

/// Tells the parts of the page what to draw again.
fn tell(app: App) {
    let due = app.due.try_update_value(std::mem::take).unwrap_or_default();
    for document in &due.rows {
        app.rows.draw(app, document);
    }
    let changed = app.changed;
    let triggers = [
        (due.article, changed.article),
        (due.article || !due.places.is_empty(), changed.places),
        (due.cursor, changed.cursor),
        (due.list, changed.list),
        (due.schema, changed.schema),
        (due.settings, changed.settings),
        (due.status || due.list, changed.status),
        (due.batch || due.article, changed.batch),
        (due.entities, changed.entities),
        (due.queue, changed.queue),
        (due.past, changed.past),
    ];
    for (_, trigger) in triggers.into_iter().filter(|it| it.0) {
        trigger.notify();
    }
}
