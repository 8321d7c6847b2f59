//! What was done, by kind. Every action costs the same: one.

use std::collections::BTreeMap;

/// Something that a hand does once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// A drag over words, or a double click on one.
    Drag,
    /// A key that gives a label.
    Label,
    /// A click that chooses a label for the next drags, or the key before it that lets go of a mark.
    Hold,
    /// A click on a mark or a suggestion, to select it.
    Select,
    /// The key that accepts a suggestion and goes on to the next.
    Accept,
    /// The key that rejects a suggestion and goes on to the next.
    Reject,
    /// A click on a tick box.
    Tick,
    /// A click on the button that changes all that is ticked.
    Apply,
    /// The key that says that an article is done.
    Done,
    /// The key that accepts the rest, says that an article is done and opens the next.
    Finish,
    /// The key that opens the next article.
    Turn,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Drag,
        Self::Label,
        Self::Hold,
        Self::Select,
        Self::Accept,
        Self::Reject,
        Self::Tick,
        Self::Apply,
        Self::Done,
        Self::Finish,
        Self::Turn,
    ];

    /// Its name at the head of a table's column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Drag => "drag",
            Self::Label => "label",
            Self::Hold => "hold",
            Self::Select => "select",
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Tick => "tick",
            Self::Apply => "apply",
            Self::Done => "done",
            Self::Finish => "finish",
            Self::Turn => "turn",
        }
    }
}

/// How often each was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Till {
    paid: BTreeMap<Action, usize>,
}

impl Till {
    /// Pays for one action.
    pub fn pay(&mut self, action: Action) {
        *self.paid.entry(action).or_default() += 1;
    }

    /// How many actions of a kind were paid.
    pub fn of(&self, action: Action) -> usize {
        self.paid.get(&action).copied().unwrap_or(0)
    }

    /// How many actions were paid.
    pub fn total(&self) -> usize {
        self.paid.values().sum()
    }
}
