//! Which articles are read again after a lesson, and when.
//!
//! The open one comes first, a moment after the last decision. Then come those with words of which the
//! engine was told otherwise; they are looked for in one slice of the texts at a time. Where the
//! engine's weights have moved, any other text may be read otherwise, too: those wait until no decision
//! has come for a while. A newer lesson begins all of this anew, so one sweep is under way at most, and
//! of it one article at most is with the engine. What is suggested in the end is what reading
//! everything again would give: what is left out is read alike.
//!
//! The session has no clock: it asks to be woken ([`Effect::Wake`]), and only the last such asking counts.

use std::collections::BTreeSet;

use crate::model::id::DocumentId;
use crate::protocol::message::Reach;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::out::Out;

/// How long after a lesson the first article is read again, in milliseconds: long enough that of
/// decisions in a row only the last one has it read.
const MOMENT: u32 = 100;

/// How long no lesson has come when articles are read again that only may have changed, in milliseconds.
const REST: u32 = 2_000;

/// How much text is looked through at a time, in bytes.
const SLICE: usize = 256 * 1024;

/// What lessons have left to do.
#[derive(Debug, Default)]
pub(crate) struct Sweep {
    /// Words that are read otherwise now, each as some tokens joined by one blank.
    words: BTreeSet<String>,
    /// The articles in which they were not looked for yet, the next one last.
    left: Vec<DocumentId>,
    /// The number of the waking that counts.
    waking: u32,
    /// Whether that waking comes because no lesson did.
    is_rest: bool,
}

impl Sweep {
    /// Whether `text` may have one of the words.
    fn concerns(&self, text: &str) -> bool {
        self.words.iter().any(|it| it.split(' ').all(|token| text.contains(token)))
    }

    fn wake(&mut self, after_ms: u32) -> Effect {
        self.waking = self.waking.wrapping_add(1);
        self.is_rest = after_ms == REST;
        Effect::Wake { after_ms, number: self.waking }
    }
}

impl Session {
    /// Begins to have the articles read again that a lesson reaches. Until then what was suggested
    /// before stays.
    pub(crate) fn sweep(&mut self, reach: Reach, out: &mut Out) {
        let Reach { words, wide } = reach;
        if words.is_empty() && !wide {
            return;
        }
        if wide {
            self.asking.doubt_all();
        }
        self.asking.call_off(out);
        let mut left: Vec<DocumentId> = self.project.order().iter().rev().cloned().collect();
        left.extend(self.open.clone());
        let sweep = &mut self.asking.sweep;
        sweep.words.extend(words);
        sweep.left = left;
        out.then(sweep.wake(MOMENT));
    }

    /// Goes on with what waits for time to pass. `number` is that of the [`Effect::Wake`].
    pub fn woken(&mut self, number: u32, now: u64) -> Vec<Effect> {
        self.now = now;
        let mut out = Out::default();
        if number != self.asking.sweep.waking {
            return out.finish();
        }
        if self.asking.sweep.is_rest {
            self.asking.believe_no_more();
        } else {
            self.look_on();
            if !self.asking.sweep.left.is_empty() {
                out.then(self.asking.sweep.wake(0));
            } else if self.asking.has_doubts() {
                out.then(self.asking.sweep.wake(REST));
            }
        }
        if !self.asking.is_reading() || self.open.as_ref().is_some_and(|it| !self.has_read(it)) {
            self.ask_next(&mut out);
        }
        out.finish()
    }

    /// Looks through the next slice of the texts.
    fn look_on(&mut self) {
        let mut n_bytes = 0;
        while n_bytes < SLICE
            && let Some(document) = self.asking.sweep.left.pop()
        {
            let Some(text) = self.project.body(&document).map(|it| &it.text) else { continue };
            n_bytes += text.as_str().len();
            if self.asking.sweep.concerns(text.as_str()) {
                self.asking.spoil(text.hash());
            }
        }
        if self.asking.sweep.left.is_empty() {
            self.asking.sweep.words.clear();
        }
    }
}
