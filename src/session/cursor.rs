//! Where a person is in the open article: caret, selection, selected mark, chosen label.

use crate::message::Message;
use crate::model::id::{AnnotationId, LabelId, RelationId};
use crate::segment::grapheme::{next_grapheme, previous_grapheme, snap_to_graphemes};
use crate::segment::word::{next_word, previous_word};
use crate::session::Session;
use crate::session::command::{Command, Motion};
use crate::session::effect::Effect;
use crate::session::out::Out;
use crate::session::reason::percent;
use crate::text::{Text, TextRange};
use crate::view::ShownKey;

/// A place in the open article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// Where the selection began: stays while it grows.
    pub anchor: u32,
    /// The caret: the moving end.
    pub caret: u32,
    /// The mark that keys act on.
    pub mark: Option<ShownKey>,
    /// The label that the next drag gets.
    pub armed: Option<LabelId>,
    /// A person's mark that is selected, or was the last one.
    pub last: Option<AnnotationId>,
    /// The mark from which the next relation is to start.
    pub from: Option<AnnotationId>,
    /// The relation that a person has gone to.
    pub relation: Option<RelationId>,
}

impl Cursor {
    /// The selected words, or `None` for a bare caret.
    pub fn selection(&self) -> Option<TextRange> {
        let range = TextRange::new(self.anchor.min(self.caret), self.anchor.max(self.caret));
        (!range.is_empty()).then_some(range)
    }
}

impl Session {
    /// Selects words, or puts the caret somewhere when both ends are the same.
    pub(crate) fn select(&mut self, anchor: u32, caret: u32, out: &mut Out) {
        let Some(text) = self.open_text() else { return };
        // Outward, so that a grapheme that is touched is taken whole.
        let ends = at(&text, anchor.min(caret)).cover(at(&text, anchor.max(caret)));
        let ends = if ends.is_empty() { start_of_grapheme(&text, ends) } else { ends };
        let ends = snap_to_graphemes(text.as_str(), ends);
        let forward = anchor <= caret;
        let (anchor, caret) =
            if forward { (ends.start(), ends.end()) } else { (ends.end(), ends.start()) };
        self.cursor = Cursor { anchor, caret, mark: None, ..self.cursor };
        out.redraw.cursor = true;
    }

    /// Puts the caret somewhere; a growing selection keeps its anchor.
    pub(crate) fn move_caret(&mut self, to: u32, extend: bool, out: &mut Out) {
        let anchor = if extend { self.cursor.anchor } else { to };
        self.select(anchor, to, out);
        out.then(Effect::Reveal(TextRange::empty(self.cursor.caret)));
    }

    /// Moves the caret by a step.
    pub(crate) fn step(&mut self, motion: Motion, extend: bool, out: &mut Out) {
        let Some(text) = self.open_text() else { return };
        let (text, caret) = (text.as_str(), self.cursor.caret);
        let to = match motion {
            // A bare arrow collapses a selection to its edge, as everywhere.
            Motion::Left if !extend && self.cursor.selection().is_some() => {
                self.cursor.anchor.min(caret)
            }
            Motion::Right if !extend && self.cursor.selection().is_some() => {
                self.cursor.anchor.max(caret)
            }
            Motion::Left => previous_grapheme(text, caret),
            Motion::Right => next_grapheme(text, caret),
            Motion::WordLeft => previous_word(text, caret),
            Motion::WordRight => next_word(text, caret),
            _ => return out.then(Effect::MoveByLine { motion, extend }),
        };
        self.move_caret(to, extend, out);
    }

    /// Lets go of the innermost thing held: the start of a relation, then selection or mark, then the
    /// chosen label.
    pub(crate) fn select_none(&mut self, out: &mut Out) {
        if self.relating_from().is_some() {
            return self.stop_relating(out);
        }
        let held = self.cursor.selection().is_some() || self.cursor.mark.is_some();
        self.cursor.anchor = self.cursor.caret;
        self.cursor.mark = None;
        if !held {
            self.cursor.armed = None;
        }
        out.redraw.cursor = true;
    }

    /// Selects a mark and brings it into view.
    pub(crate) fn select_mark(&mut self, key: ShownKey, out: &mut Out) {
        let Some(mark) = self.sheet().and_then(|it| it.find(key)) else { return };
        let hull = mark.shown.extent.hull();
        let start = hull.start();
        self.cursor = Cursor { anchor: start, caret: start, mark: Some(key), ..self.cursor };
        out.redraw.cursor = true;
        out.then(Effect::Reveal(hull));
    }

    /// Selects the next or the previous mark in reading order, seen from the caret.
    pub(crate) fn walk(&mut self, command: &Command, out: &mut Out) {
        let Some(sheet) = self.sheet() else { return };
        let marks = sheet.marks();
        let here = self.cursor.mark.and_then(|key| marks.iter().position(|it| it.shown.key == key));
        let caret = self.cursor.caret;
        let next = match (command, here) {
            (Command::NextMark, Some(here)) => marks.get(here + 1),
            (Command::NextMark, None) => marks.iter().find(|it| it.shown.extent.start() >= caret),
            (_, Some(here)) => here.checked_sub(1).and_then(|it| marks.get(it)),
            (_, None) => marks.iter().rev().find(|it| it.shown.extent.end() <= caret),
        };
        if let Some(key) = next.map(|it| it.shown.key) {
            self.select_mark(key, out);
            self.say_mark(out);
        }
    }
}

impl Session {
    /// Says what the selected mark is.
    pub(crate) fn say_mark(&self, out: &mut Out) {
        if let Some(words) = self.mark_in_words() {
            out.say(words);
        }
    }

    /// What the selected mark is.
    pub(crate) fn mark_in_words(&self) -> Option<Message> {
        let mark = self.sheet()?.find(self.cursor.mark?)?;
        let label = self.label_name(mark.shown.label);
        let words = self.words(mark.shown.extent.hull());
        Some(match mark.shown.score {
            Some(score) => {
                let percent = percent(score);
                match self.why(mark.shown.key).map(Box::new) {
                    Some(why) => Message::AloudSuggestionWhy { label, words, percent, why },
                    None => Message::AloudSuggestion { label, words, percent },
                }
            }
            None => Message::AloudMark { label, words },
        })
    }
}

/// The start of the grapheme that `place`, an empty range, lies in.
fn start_of_grapheme(text: &Text, place: TextRange) -> TextRange {
    TextRange::empty(snap_to_graphemes(text.as_str(), place).start())
}

/// The nearest boundary at or before `offset`, as an empty range in the text.
fn at(text: &Text, offset: u32) -> TextRange {
    let mut offset = offset.min(text.range().end());
    while !text.as_str().is_char_boundary(offset as usize) {
        offset -= 1;
    }
    TextRange::empty(offset)
}
