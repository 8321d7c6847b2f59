//! Files on their way in: read one at a time, so that never all of them are in memory unread, with
//! a strip that says how far it is and a way to stop.
//!
//! The session is told of each file as it comes, and takes all of them in at the end. What is
//! dropped meanwhile waits for its turn.

use std::collections::VecDeque;
use std::time::Duration;

use gloo::timers::future::TimeoutFuture;
use leptos::prelude::*;

use apostil::format::File;
use apostil::format::folder::Found;
use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::import::Progress;

use crate::app::App;
use crate::react::spawn;
use crate::web::files;
use crate::web::folders::Source;

/// Nothing is shown before; most drops are done by then.
const SHOW_AFTER_MS: f64 = 300.0;
/// How often what is shown changes.
const SHOW_EVERY_MS: f64 = 80.0;
/// How often it is said to those who cannot see it.
const SAY_EVERY_MS: f64 = 5_000.0;
/// How long the page may stand still for reading.
const SLICE_MS: f64 = 40.0;

/// What waits to be read, and how far it is.
#[derive(Clone, Copy)]
pub(crate) struct Intake {
    waiting: StoredValue<VecDeque<Found<Source>>, LocalStorage>,
    is_running: StoredValue<bool>,
    n_begun: StoredValue<u32>,
    /// How far it is, once it takes long enough to be shown.
    pub(crate) shown: RwSignal<Option<Progress>>,
}

/// When something was last done, in milliseconds of the page's clock.
struct Times {
    begun: f64,
    shown: f64,
    said: f64,
    paused: f64,
}

impl Intake {
    /// Nothing on its way.
    pub(crate) fn new() -> Self {
        Self {
            waiting: StoredValue::new_local(VecDeque::new()),
            is_running: StoredValue::new(false),
            n_begun: StoredValue::new(0),
            shown: RwSignal::new(None),
        }
    }

    /// Takes `found` in when all that came before is in.
    pub(crate) fn take(self, app: App, found: Found<Source>) {
        self.waiting.update_value(|it| it.push_back(found));
        if !self.is_running.get_value() {
            self.is_running.set_value(true);
            spawn(run(app));
        }
    }

    /// Stops what is being read. Nothing of it is taken in.
    pub(crate) fn cancel(self, app: App) {
        self.shown.set(None);
        app.dispatch(Command::ImportCancel);
    }

    fn next(self) -> Option<Found<Source>> {
        let mut next = None;
        self.waiting.update_value(|it| next = it.pop_front());
        next
    }
}

/// Reads all that waits.
async fn run(app: App) {
    while let Some(found) = app.intake.next() {
        if found.files.is_empty() {
            app.notices.complain(Message::NothingToImport);
        } else {
            read(app, found).await;
        }
    }
    app.intake.is_running.set_value(false);
}

async fn read(app: App, found: Found<Source>) {
    app.dispatch(Command::ImportBegin { n_files: found.files.len() });
    app.dispatch(Command::ImportSkipped { n_files: found.n_skipped });
    let mut times = Times { begun: now(), shown: 0.0, said: 0.0, paused: now() };
    show_soon(app);
    for (name, source) in found.files {
        if progress(app).is_none() {
            break;
        }
        match files::bytes(source).await {
            Ok(bytes) => app.dispatch(Command::ImportFile(File { name, bytes })),
            Err(why) => app.dispatch(Command::ImportUnread { name, why }),
        }
        while progress(app).is_some_and(|it| it.n_waiting > 0) {
            app.dispatch(Command::ImportStep);
            tell(app, &mut times);
            times.breathe().await;
        }
    }
    app.intake.shown.set(None);
    app.dispatch(Command::ImportFinish);
}

/// Shows how far it is if it still goes on after a while, even if nothing moves.
fn show_soon(app: App) {
    let n_begun = app.intake.n_begun;
    n_begun.update_value(|it| *it += 1);
    let this = n_begun.get_value();
    let show = move || {
        if n_begun.get_value() == this && app.intake.shown.with_untracked(Option::is_none) {
            app.intake.shown.set(progress(app));
        }
    };
    set_timeout(show, Duration::from_millis(SHOW_AFTER_MS as u64));
}

/// Shows and says how far it is, not too often.
fn tell(app: App, times: &mut Times) {
    let now = now();
    if now - times.begun < SHOW_AFTER_MS || now - times.shown < SHOW_EVERY_MS {
        return;
    }
    times.shown = now;
    let Some(progress) = progress(app) else { return };
    if now - times.said > SAY_EVERY_MS {
        times.said = now;
        app.notices.say(reading(&progress));
    }
    app.intake.shown.set(Some(progress));
}

impl Times {
    /// Lets the page draw and hear, if it has stood still for long enough.
    async fn breathe(&mut self) {
        if now() - self.paused > SLICE_MS {
            TimeoutFuture::new(0).await;
            self.paused = now();
        }
    }
}

/// How far it is, in words.
pub(crate) fn reading(progress: &Progress) -> Message {
    let (n, total) = ((progress.n_done + 1).min(progress.n_files), progress.n_files);
    Message::ImportReading { n: n as u64, total: total as u64 }
}

fn progress(app: App) -> Option<Progress> {
    app.read(Session::importing)
}

fn now() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
