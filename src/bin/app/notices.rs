//! What the page tells: politely, with a way back, or until it is dealt with.

use std::time::Duration;

use leptos::prelude::*;

use apostil::message::Message;
use apostil::session::command::Command;

/// How long a toast stays when nobody is at it.
const TOAST_TIME: Duration = Duration::from_secs(10);

/// Something that went wrong and stays in sight.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Complaint {
    /// Its number, to take it away.
    pub(crate) id: u32,
    /// What went wrong.
    pub(crate) message: Message,
}

/// What is shown for a while.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Toast {
    /// What was done.
    pub(crate) message: Message,
    /// The command that takes it back.
    pub(crate) back: Option<Command>,
}

/// What is told at the moment.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    /// Read aloud, politely.
    pub(crate) aloud: RwSignal<Option<Message>>,
    /// Shown over the article for a while, with a way back.
    pub(crate) toast: RwSignal<Option<Toast>>,
    /// Shown until dealt with.
    pub(crate) complaints: RwSignal<Vec<Complaint>>,
    n_complaints: StoredValue<u32>,
    n_toasts: StoredValue<u32>,
    /// Whether a hand or the focus is on the toast.
    pub(crate) is_held: StoredValue<bool>,
}

impl Notices {
    /// Nothing to tell.
    pub(crate) fn new() -> Self {
        Self {
            aloud: RwSignal::new(None),
            toast: RwSignal::new(None),
            complaints: RwSignal::new(Vec::new()),
            n_complaints: StoredValue::new(0),
            n_toasts: StoredValue::new(0),
            is_held: StoredValue::new(false),
        }
    }

    /// Tells politely.
    pub(crate) fn say(self, message: Message) {
        self.aloud.set(Some(message));
    }

    /// Shows `toast` for ten seconds, or as long as somebody is at it.
    pub(crate) fn show(self, toast: Toast) {
        self.toast.set(Some(toast));
        self.n_toasts.update_value(|it| *it += 1);
        self.take_away_later(self.n_toasts.get_value());
    }

    fn take_away_later(self, toast: u32) {
        let take_away = move || {
            if self.n_toasts.get_value() != toast {
                return;
            }
            if self.is_held.get_value() {
                return self.take_away_later(toast);
            }
            self.toast.set(None);
        };
        set_timeout(take_away, TOAST_TIME);
    }

    /// Tells what went wrong; the same thing only once.
    pub(crate) fn complain(self, message: Message) {
        let id = self.n_complaints.get_value();
        self.n_complaints.set_value(id + 1);
        self.complaints.update(|all| {
            all.retain(|it| it.message != message);
            all.push(Complaint { id, message });
        });
    }

    /// The number of the next complaint.
    pub(crate) fn next_complaint(self) -> u32 {
        self.n_complaints.get_value()
    }

    /// Takes a complaint away that was dealt with.
    pub(crate) fn settle(self, id: u32) {
        self.complaints.update(|all| all.retain(|it| it.id != id));
    }
}
