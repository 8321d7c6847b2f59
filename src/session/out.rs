//! What a command has led to so far: effects in order, and what to draw again.

use crate::message::Message;
use crate::session::effect::{Effect, Redraw};

/// Gathers the effects of one command.
#[derive(Debug, Default)]
pub(crate) struct Out {
    effects: Vec<Effect>,
    /// What to draw again, once, after all.
    pub(crate) redraw: Redraw,
}

impl Out {
    /// Adds an effect.
    pub(crate) fn then(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Tells what happened.
    pub(crate) fn say(&mut self, message: Message) {
        self.then(Effect::Say(message));
    }

    /// Tells what went wrong.
    pub(crate) fn complain(&mut self, message: Message) {
        self.then(Effect::Complain(message));
    }

    /// All of it. What must be drawn comes before what must be brought into view.
    pub(crate) fn finish(self) -> Vec<Effect> {
        if self.redraw == Redraw::default() {
            return self.effects;
        }
        let mut all = vec![Effect::Redraw(self.redraw)];
        all.extend(self.effects);
        all
    }
}
