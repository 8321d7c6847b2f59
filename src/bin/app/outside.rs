//! What the page holds that is not data: the pane, the worker, the storage.

use std::rc::Rc;
use std::time::Duration;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use web_sys::HtmlElement;

use apostil::journal::event::{Event, Why};
use apostil::journal::{Compact, Write};
use apostil::message::Message;
use apostil::protocol::message::Request;
use apostil::session::command::Command;
use apostil::session::effect::{Effect, Redraw};
use apostil::session::keys::{self, Chord};

use crate::app::App;
use crate::opening;
use crate::react::spawn;
use crate::web::pane::Pane;
use crate::web::pane::host::{Open, PaneHost};
use crate::web::settings;
use crate::web::shelf;
use crate::web::storage::{self, Role, StorageError};
use crate::web::worker::Worker;

/// How long after the last move the place is noted.
const PLACE_DELAY: Duration = Duration::from_millis(400);

/// Handles on what lives outside of the session.
#[derive(Clone, Copy)]
pub(crate) struct Outside {
    pane: StoredValue<Option<Rc<Pane>>, LocalStorage>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    /// The project's name in the store.
    project: StoredValue<Option<String>>,
    n_places: StoredValue<u32>,
}

impl Outside {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            pane: StoredValue::new_local(None),
            worker: StoredValue::new_local(None),
            project: StoredValue::new(None),
            n_places: StoredValue::new(0),
        }
    }

    /// Builds the pane in `container`, and shows what is open.
    pub(crate) fn mount_pane(self, app: App, container: HtmlElement) {
        let pane = Rc::new(Pane::mount(container, Rc::new(Host(app))));
        pane.show();
        pane.cursor_changed();
        self.pane.set_value(Some(pane));
    }

    /// Lets the pane go: no article is open.
    pub(crate) fn drop_pane(self) {
        self.pane.set_value(None);
    }

    /// Gives the keyboard to the article, while one is open.
    pub(crate) fn focus_article(self) {
        if let Some(pane) = self.pane() {
            pane.focus();
        }
    }

    /// The pane, while an article is open.
    pub(crate) fn pane(self) -> Option<Rc<Pane>> {
        self.pane.get_value()
    }

    /// Draws in the pane what changed.
    pub(crate) fn draw(self, redraw: &Redraw) {
        let Some(pane) = self.pane() else { return };
        if redraw.article {
            pane.show();
        } else if redraw.schema {
            pane.schema_changed();
        } else if !redraw.places.is_empty() {
            pane.redraw(&redraw.places);
        }
        if redraw.article || redraw.schema || redraw.cursor || !redraw.places.is_empty() {
            pane.cursor_changed();
        }
    }

    /// Whether keys act on the article.
    pub(crate) fn has_keyboard(self) -> bool {
        self.pane().is_some_and(|it| it.has_focus())
    }

    /// The first byte in sight, while an article is open.
    pub(crate) fn top(self) -> Option<u32> {
        self.pane().map(|it| it.top())
    }

    /// Draws the article as it is set now, with the line of `top` where it was.
    pub(crate) fn follow_settings(self, top: Option<u32>) {
        if let (Some(pane), Some(top)) = (self.pane(), top) {
            pane.settings_changed(top);
        }
    }

    /// Performs an effect that only the pane can. Without one there is nothing to see.
    pub(crate) fn in_pane(self, effect: &Effect) {
        let Some(pane) = self.pane() else { return };
        match effect {
            Effect::Reveal(range) => pane.reveal(*range),
            Effect::ScrollTo(byte) => pane.scroll_to(*byte),
            Effect::MoveByLine { motion, extend } => pane.move_by_line(*motion, *extend),
            _ => {}
        }
    }

    /// Asks the worker, which is started when it is first needed.
    pub(crate) fn ask(self, app: App, request: &Request) {
        if self.worker.with_value(Option::is_none) {
            self.worker.set_value(Some(Worker::start(app)));
        }
        self.worker.with_value(|it| {
            if let Some(worker) = it {
                worker.ask(request);
            }
        });
    }

    /// From now on the store under the name `project` keeps what is done; `None` for no store.
    pub(crate) fn keep(self, app: App, project: Option<String>) {
        if project.is_some() {
            storage::on_event(move |event| app.change(|session, _| session.heard(&event)));
            note_place_on_leaving(app);
        }
        self.project.set_value(project);
        ask_before_leaving(app);
    }

    /// Hands a record to the storage, in this turn.
    ///
    /// Where there is no storage, the session hears at once that nothing was written.
    pub(crate) fn journal(self, app: App, write: &Write) {
        if self.is_kept() {
            return storage::append(write);
        }
        let (seq, detail) = (write.seq, String::new());
        let refused = Event::Failed { seq, why: Why::Refused, detail };
        app.change(|session, _| session.heard(&refused));
    }

    /// Hands a snapshot to the storage.
    pub(crate) fn compact(self, compact: &Compact) {
        if self.is_kept() {
            storage::compact(compact);
        }
    }

    /// Keeps what was learned in the open project. Lost, it is learned again.
    pub(crate) fn keep_learned(self, text: String) {
        if let Some(project) = self.project.get_value() {
            spawn(async move {
                let _ = shelf::keep_learned(&project, &text).await;
            });
        }
    }

    /// Notes what is in a file now.
    pub(crate) fn note_filed(self, app: App) {
        let (seq, n_unfiled) = app.read(|it| (it.journal().seq(), it.journal().n_unfiled()));
        if self.is_kept() && n_unfiled == 0 {
            storage::note_filed(seq);
        }
    }

    /// Makes this tab the one that writes, and shows what the other one left.
    pub(crate) fn take_over(self, app: App) {
        let Some(project) = self.project.get_value() else { return };
        spawn(async move {
            let taken = storage::take_over(&project).await;
            match taken.map(|()| opening::reopen(&project, Role::Writer)) {
                Ok(opening) => match opening.await {
                    Ok(opening) => app.replace(opening),
                    Err(why) => complain(app, why),
                },
                Err(why) => complain(app, why),
            }
        });
    }

    /// The open project's name in the store; `None` where nothing is kept.
    pub(crate) fn project(self) -> Option<String> {
        self.project.get_value()
    }

    /// From now on another project is open; `None` while none is.
    pub(crate) fn set_project(self, project: Option<String>) {
        self.project.set_value(project);
    }

    /// Notes where the person is and what a list says of the project, when no more comes for a
    /// moment.
    pub(crate) fn note_soon(self, app: App) {
        self.n_places.update_value(|it| *it += 1);
        let this = self.n_places.get_value();
        let note = move || {
            if self.n_places.get_value() == this {
                self.note_all(app);
            }
        };
        set_timeout(note, PLACE_DELAY);
    }

    /// Notes where the person is, and what a list says of the project.
    pub(crate) fn note_all(self, app: App) {
        if !self.is_kept() {
            return;
        }
        storage::note_summary(&app.read(|it| it.project_summary().to_line()));
        self.note_place(app);
    }

    fn note_place(self, app: App) {
        if let Some(place) = self.place(app).filter(|_| self.is_kept()) {
            storage::note_place(&place);
        }
    }

    /// Notes it while the page is being left.
    fn leave_place(self, app: App) {
        if let (Some(place), Some(project)) = (self.place(app), self.project.get_value()) {
            settings::leave(&project, &place);
        }
    }

    fn place(self, app: App) -> Option<String> {
        let top = self.pane().map_or(0, |it| it.top());
        app.read(|it| it.bookmark(top)).map(|it| it.to_line())
    }

    fn is_kept(self) -> bool {
        self.project.with_value(Option::is_some)
    }
}

/// Asks before the page is left with work in it that is kept nowhere. The storage asks for its own.
fn ask_before_leaving(app: App) {
    let ask = move |event: &web_sys::Event| {
        let n_unfiled = app.read(|it| it.journal().n_unfiled());
        if n_unfiled > 0 && !app.outside.is_kept() {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, ask).forget();
}

/// Also notes the place when the page is left or goes out of sight: scrolling alone does not.
fn note_place_on_leaving(app: App) {
    EventListener::new(&document(), "visibilitychange", move |_| app.outside.note_all(app))
        .forget();
    EventListener::new(&window(), "pagehide", move |_| app.outside.leave_place(app)).forget();
}

fn complain(app: App, StorageError(detail): StorageError) {
    let count = app.read(|it| it.journal().n_unfiled());
    app.notices.complain(Message::StorageFailed { count, cause: detail });
}

/// The page, as the pane sees it.
struct Host(App);

impl PaneHost for Host {
    fn with_open(&self, look: &mut dyn FnMut(Open<'_>)) {
        self.0.read(|session| {
            let Some(sheet) = session.sheet() else { return };
            let header = session.project().document(sheet.document()).map(|it| &it.header);
            look(Open {
                sheet,
                cursor: session.cursor(),
                relations: session.relations(),
                schema: session.project().schema(),
                language: header.and_then(|it| it.language.as_deref()),
                name: header.map(|it| it.name.as_str()).unwrap_or_default(),
                settings: session.settings(),
                say: &|message| self.0.say_untracked(message),
            });
        });
    }

    fn run(&self, command: Command) {
        self.0.dispatch(command);
    }

    fn chord(&self, chord: Chord) -> bool {
        let command =
            self.0.read(|it| keys::find(it.project().schema(), &it.settings().keys, chord, true));
        let is_found = command.is_some();
        if let Some(command) = command {
            self.0.dispatch(command);
        }
        is_found
    }
}
