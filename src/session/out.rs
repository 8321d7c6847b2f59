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

    /// Tells more in the same breath: what is told apart, one of the two would not be heard.
    pub(crate) fn say_also(&mut self, message: Message) {
        let last = self.effects.iter_mut().rev().find_map(|it| match it {
            Effect::Say(message) => Some(message),
            _ => None,
        });
        match last {
            Some(last) => {
                let (first, then) = (Box::new(last.clone()), Box::new(message));
                *last = Message::AloudBoth { first, then };
            }
            None => self.say(message),
        }
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
