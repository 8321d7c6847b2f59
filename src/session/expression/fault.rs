//! What can be wrong with a pattern, and where.

use crate::message::Message;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// `*`, `+`, `?` or `{2}` with nothing before it.
    NothingToRepeat,
    /// A `[` without its `]`.
    SetOpen,
    /// A `(` without its `)`.
    GroupOpen,
    /// A `)` without its `(`.
    GroupEnd,
    /// A range or a count whose end comes before its start, as in `z-a` and `{3,1}`.
    Backward,
    /// `\` and a sign that means nothing behind it, or no sign at all.
    Escape,
    /// A kind of character that is not known.
    Kind,
    /// What takes more than one pass: look-around, references back; or switches inside.
    NotOffered,
    /// More than can be looked for: a count too high, a pattern too long or too deep.
    TooLarge,
}

/// Something wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The character where it is, from 0.
    pub at: usize,
    /// What.
    pub why: Why,
}

impl Fault {
    /// The fault in words.
    pub fn words(&self) -> Message {
        let at = self.at as u64 + 1;
        match self.why {
            Why::NothingToRepeat => Message::ExpressionNothingToRepeat { at },
            Why::SetOpen => Message::ExpressionSetOpen { at },
            Why::GroupOpen => Message::ExpressionGroupOpen { at },
            Why::GroupEnd => Message::ExpressionGroupEnd { at },
            Why::Backward => Message::ExpressionBackward { at },
            Why::Escape => Message::ExpressionEscape { at },
            Why::Kind => Message::ExpressionKind { at },
            Why::NotOffered => Message::ExpressionNotOffered { at },
            Why::TooLarge => Message::ExpressionTooLarge,
        }
    }
}
