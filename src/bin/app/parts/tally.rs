//! How many marks the open article has, of each label and in doubt: counted once for all parts of
//! the page that say it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use apostil::model::id::LabelId;
use apostil::session::Session;
use apostil::session::suggestion::DOUBTFUL_BELOW;
use apostil::view::{Sheet, ShownKey, ShownState};

use crate::app::app;
use crate::react::memo;

/// How many marks there are of a label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// A person's.
    pub(crate) confirmed: u64,
    /// Suggestions that nobody has answered.
    pub(crate) suggested: u64,
}

impl Count {
    /// Both.
    pub(crate) fn sum(self) -> u64 {
        self.confirmed + self.suggested
    }
}

/// How many marks there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    by_label: BTreeMap<LabelId, Count>,
    /// Suggestions that are not sure and were not skipped.
    pub(crate) doubtful: u64,
}

impl Tally {
    /// Those of a label.
    pub(crate) fn of(&self, label: LabelId) -> Count {
        self.by_label.get(&label).copied().unwrap_or_default()
    }

    /// All.
    pub(crate) fn total(&self) -> Count {
        let mut total = Count::default();
        for count in self.by_label.values() {
            total.confirmed += count.confirmed;
            total.suggested += count.suggested;
        }
        total
    }
}

/// Counts from now on.
pub(crate) fn provide_tally() {
    let app = app();
    provide_context(memo(move || {
        app.changed.places.track();
        app.read(count)
    }));
}

/// The tally of the open article.
pub(crate) fn tally() -> Memo<Tally> {
    use_context().expect("the page counts for all of its parts")
}

fn count(session: &Session) -> Tally {
    let mut tally = Tally::default();
    let track = session.open_document().and_then(|it| session.project().track(it, session.me()));
    let is_answered = |key: &ShownKey| matches!(key, ShownKey::Suggested(key) if track.is_some_and(|it| it.decisions.contains_key(key)));
    for mark in session.sheet().map(Sheet::marks).unwrap_or_default() {
        let mark = &mark.shown;
        let count = tally.by_label.entry(mark.label).or_default();
        match mark.state {
            ShownState::Confirmed => count.confirmed += 1,
            ShownState::Suggested => {
                count.suggested += 1;
                let in_doubt = mark.score.is_some_and(|it| it < DOUBTFUL_BELOW);
                tally.doubtful += u64::from(in_doubt && !is_answered(&mark.key));
            }
            ShownState::Rejected => {}
        }
    }
    tally
}
