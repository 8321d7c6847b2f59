//! The page's state, and its one writer.
//!
//! The session is plain data behind a handle; no signal lives in it. [`App::dispatch`] runs a
//! command, performs what comes of it, and tells by triggers what must be drawn again. Every part
//! of the page reads the session by [`App::read`] and says its words by [`App::say`].
//!
//! Limits: what an effect does to the browser is in `effects.rs` and `web/`.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use apostil::locale::{Language, Words};
use apostil::message::Message;
use apostil::session::Session;
use apostil::session::command::Command;
use apostil::session::effect::{Dialog, Effect, Redraw};
use apostil::statistics::length::Lengths;

use crate::effects;
use crate::focus;
use crate::focus::Spot;
use crate::intake::Intake;
use crate::notices::Notices;
use crate::opening::Opening;
use crate::outside::Outside;
use crate::rows::Rows;
use crate::web::{appearance, settings};

/// What has changed since it was drawn. One trigger a region, bumped by [`App::dispatch`].
#[derive(Clone, Copy)]
pub(crate) struct Changed {
    /// Another article is open, or none.
    pub(crate) article: Trigger,
    /// Marks of the open article, or what is reviewed of it.
    pub(crate) places: Trigger,
    /// Caret, selection, selected mark, chosen label.
    pub(crate) cursor: Trigger,
    /// Articles, or what the list says of them.
    pub(crate) list: Trigger,
    /// Labels.
    pub(crate) schema: Trigger,
    /// Theme, language, panels.
    pub(crate) settings: Trigger,
    /// What is saved, and whether this tab may write.
    pub(crate) status: Trigger,
    /// The batch.
    pub(crate) batch: Trigger,
    /// The entities view.
    pub(crate) entities: Trigger,
    /// The review queue.
    pub(crate) queue: Trigger,
    /// The history.
    pub(crate) past: Trigger,
}

/// A panel that lies over the article, because the page is too narrow for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// The list of articles.
    List,
    /// The inspector.
    Inspector,
}

impl Drawer {
    /// Its name in the page's attribute.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Inspector => "inspector",
        }
    }
}

/// Up to this width in CSS pixels the list is a drawer: the same as in the style sheet.
const LIST_WIDTH: f64 = 1100.0;
/// Up to this width the inspector is one, too.
const INSPECTOR_WIDTH: f64 = 760.0;

fn width() -> f64 {
    window().inner_width().ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX)
}

/// A handle on the page, cheap to copy, found by [`app`] in every part.
#[derive(Clone, Copy)]
pub(crate) struct App {
    session: StoredValue<Rc<RefCell<Session>>, LocalStorage>,
    words: StoredValue<Words, LocalStorage>,
    language: RwSignal<Language>,
    /// Pane, worker, storage.
    pub(crate) outside: Outside,
    /// Files on their way in.
    pub(crate) intake: Intake,
    /// What has changed.
    pub(crate) changed: Changed,
    /// What the parts of the page have yet to be told.
    pub(crate) due: StoredValue<Redraw>,
    /// The dialog that is open.
    pub(crate) dialog: RwSignal<Option<Dialog>>,
    /// The drawer that is open.
    pub(crate) drawer: RwSignal<Option<Drawer>>,
    /// The lines of the list of articles.
    pub(crate) rows: Rows,
    /// What is told.
    pub(crate) notices: Notices,
    /// The text with which the next dialog for adding one starts.
    pub(crate) draft: RwSignal<String>,
    /// Commands that were done from the palette, the last one first, by their names.
    pub(crate) recent: StoredValue<Vec<&'static str>>,
    /// What is known of the lengths of texts.
    pub(crate) lengths: StoredValue<Lengths>,
    opener: StoredValue<Spot, LocalStorage>,
}

/// The page that a part belongs to.
pub(crate) fn app() -> App {
    use_context().expect("every part stands in the page, which provides it")
}

impl App {
    /// A page on `session`.
    pub(crate) fn new(session: Session) -> Self {
        let language = session.settings().language;
        let changed = Changed {
            article: Trigger::new(),
            places: Trigger::new(),
            cursor: Trigger::new(),
            list: Trigger::new(),
            schema: Trigger::new(),
            settings: Trigger::new(),
            status: Trigger::new(),
            batch: Trigger::new(),
            entities: Trigger::new(),
            queue: Trigger::new(),
            past: Trigger::new(),
        };
        Self {
            session: StoredValue::new_local(Rc::new(RefCell::new(session))),
            words: StoredValue::new_local(Words::new(language)),
            language: RwSignal::new(language),
            outside: Outside::new(),
            intake: Intake::new(),
            changed,
            due: StoredValue::new(Redraw::default()),
            dialog: RwSignal::new(None),
            drawer: RwSignal::new(None),
            rows: Rows::new(),
            notices: Notices::new(),
            draft: RwSignal::new(String::new()),
            recent: StoredValue::new(settings::recent()),
            lengths: StoredValue::new(Lengths::default()),
            opener: StoredValue::new_local(Spot::default()),
        }
    }

    /// Looks at the session. `look` must not dispatch.
    pub(crate) fn read<T>(self, look: impl FnOnce(&Session) -> T) -> T {
        self.session.with_value(|it| look(&it.borrow()))
    }

    /// Does `command` and what comes of it.
    ///
    /// Where the page is too narrow for a panel, showing one opens it as a drawer.
    pub(crate) fn dispatch(self, command: Command) {
        match command {
            Command::ToggleList if width() <= LIST_WIDTH => return self.toggle(Drawer::List),
            Command::ToggleInspector if width() <= INSPECTOR_WIDTH => {
                return self.toggle(Drawer::Inspector);
            }
            _ => {}
        }
        self.change(|session, now| session.run(command, now));
    }

    /// Lets `work` change the session at a time in milliseconds since 1970, and performs the
    /// effects. Not to be called while one is being performed that reads the session.
    pub(crate) fn change(self, work: impl FnOnce(&mut Session, u64) -> Vec<Effect>) {
        let now = js_sys::Date::now() as u64;
        let session = self.session.get_value();
        let effects = work(&mut session.borrow_mut(), now);
        effects::perform(self, effects);
    }

    /// Goes on with another session, as after taking over from another tab or opening another
    /// project.
    pub(crate) fn replace(self, opening: Opening) {
        let Opening { mut session, bookmark, complaints, .. } = opening;
        let mut effects = self.session.with_value(|it| session.follow(&mut it.borrow_mut()));
        effects.extend(session.start(bookmark.as_ref()));
        self.session.with_value(|it| it.replace(session));
        for complaint in complaints {
            self.notices.complain(complaint);
        }
        self.changed.status.notify();
        self.changed.schema.notify();
        effects::perform(self, effects);
    }

    /// Keeps the session from changing its project any more: another one is on its way.
    pub(crate) fn hold(self) {
        self.session.with_value(|it| it.borrow_mut().set_read_only());
    }

    /// The sentence in the page's language. Drawn again when that changes.
    pub(crate) fn say(self, message: &Message) -> String {
        self.language.track();
        self.words.with_value(|it| it.say(message))
    }

    /// [`App::say`] for a sentence without facts, as the views want it.
    pub(crate) fn words(self, message: Message) -> impl Fn() -> String + Clone + Send + 'static {
        move || self.say(&message)
    }

    /// Looks at the words of the page's language. Drawn again when that changes.
    pub(crate) fn spoken<T>(self, look: impl FnOnce(&Words) -> T) -> T {
        self.language.track();
        self.words.with_value(look)
    }

    /// A count as the page's language writes it.
    pub(crate) fn number(self, n: u64) -> String {
        self.language.track();
        self.words.with_value(|it| it.number(n))
    }

    /// The page's language; drawn again when it changes.
    pub(crate) fn language(self) -> Language {
        self.language.get()
    }

    /// [`App::say`] outside of views.
    pub(crate) fn say_untracked(self, message: &Message) -> String {
        self.words.with_value(|it| it.say(message))
    }

    /// Brings what is outside of the session in line with its settings.
    pub(crate) fn follow_settings(self) {
        let settings = self.read(|it| it.settings().clone());
        appearance::follow(&settings);
        settings::keep_settings(&settings);
        let language = settings.language;
        if self.language.get_untracked() != language {
            self.words.set_value(Words::new(language));
            self.language.set(language);
        }
    }

    /// Opens `dialog`; what has the focus now gets it back in the end. Where that is a dialog that is
    /// just being closed, what had it before.
    pub(crate) fn open_dialog(self, dialog: Dialog) {
        if self.dialog.get_untracked().is_none() && !focus::is_in_dialog() {
            self.opener.set_value(focus::spot());
        }
        self.dialog.set(Some(dialog));
    }

    /// Closes the dialog that is open.
    pub(crate) fn close_dialog(self) {
        if self.dialog.get_untracked().is_some() {
            self.dialog.set(None);
            self.give_focus_back();
        }
    }

    fn toggle(self, drawer: Drawer) {
        if self.drawer.get_untracked() == Some(drawer) {
            self.close_drawer();
        } else {
            self.open_drawer(drawer);
        }
    }

    /// Opens the inspector's drawer where the page has no room for an editor beside it.
    pub(crate) fn show_editor(self) {
        if width() <= INSPECTOR_WIDTH {
            self.open_drawer(Drawer::Inspector);
        }
    }

    /// Closes the drawer that is open where the page has become wide enough for its panel.
    pub(crate) fn fit_drawer(self) {
        let widest = self.drawer.get_untracked().map(|it| match it {
            Drawer::List => LIST_WIDTH,
            Drawer::Inspector => INSPECTOR_WIDTH,
        });
        if widest.is_some_and(|it| width() > it) {
            self.close_drawer();
        }
    }

    /// Opens `drawer` and goes into it.
    pub(crate) fn open_drawer(self, drawer: Drawer) {
        self.opener.set_value(focus::spot());
        self.drawer.set(Some(drawer));
        request_animation_frame(move || {
            let _ = focus::focus_first(&format!("[data-region={}] [data-home]", drawer.name()));
        });
    }

    /// Closes the drawer that is open.
    pub(crate) fn close_drawer(self) {
        if self.drawer.get_untracked().is_some() {
            self.drawer.set(None);
            self.give_focus_back();
        }
    }

    fn give_focus_back(self) {
        self.opener.with_value(Clone::clone).come_back();
    }
}
