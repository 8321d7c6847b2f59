//! Marks whose words are apart, and marks that lie on one another.
//!
//! A piece is added to the mark that is selected, or was before other words were. Words that only
//! blanks keep from a piece join it: two pieces side by side would say nothing that one does not.

use crate::message::Message;
use crate::model::annotation::Extent;
use crate::model::id::AnnotationId;
use crate::order::sort_by_key;
use crate::segment::character::trim;
use crate::session::Session;
use crate::session::cursor::Cursor;
use crate::session::effect::Effect;
use crate::session::event;
use crate::session::out::Out;
use crate::text::{Ranges, Text, TextRange};
use crate::view::{Placed, ShownKey};

impl Session {
    /// Whether words are selected that the mark selected before could have as well.
    pub fn can_add_piece(&self) -> bool {
        self.cursor.selection().is_some() && self.in_hand().is_some()
    }

    /// Whether the mark that is selected, or was before the caret went elsewhere, has pieces.
    pub fn has_pieces(&self) -> bool {
        let mark = self.in_hand().and_then(|id| self.annotation(id));
        mark.is_some_and(|it| it.extent.ranges().len() > 1)
    }

    /// The mark that is selected, or was before words or the caret were.
    pub fn in_hand(&self) -> Option<AnnotationId> {
        let id = match self.cursor.mark {
            Some(ShownKey::Annotation(id)) => id,
            Some(ShownKey::Suggested(_)) => return None,
            None => self.cursor.last?,
        };
        self.annotation(id).map(|_| id)
    }

    /// Makes the selected words a piece of the mark that was selected before.
    pub(crate) fn add_piece(&mut self, out: &mut Out) {
        match self.cursor.selection() {
            Some(range) => self.add_range(range, out),
            None => out.say(Message::PieceSelectWords),
        }
    }

    /// Makes the words at `range` a piece of the mark that is selected, or was.
    pub(crate) fn add_range(&mut self, range: TextRange, out: &mut Out) {
        let (Some(id), Some(text)) = (self.in_hand(), self.open_text()) else {
            return out.say(Message::PieceNoMark);
        };
        let Some((_, range)) = self.snapped(range) else { return out.say(Message::NothingToLabel) };
        let extent = self.annotation(id).and_then(|it| with(&text, &it.extent, range));
        let Some(extent) = extent else { return };
        if self.change(id, event::PIECE_ADD, out, |it| it.extent = extent) {
            self.settle_on(ShownKey::Annotation(id), range, out);
            out.say(Message::AloudPieceAdded { words: self.words(range) });
        }
    }

    /// Takes a piece off the mark that is selected, or was: the one where the caret is, else the last.
    pub(crate) fn remove_piece(&mut self, out: &mut Out) {
        let Some(id) = self.in_hand() else { return out.say(Message::NoMarkSelected) };
        let Some(mark) = self.annotation(id) else { return };
        let ranges = mark.extent.ranges();
        let caret = self.cursor.caret;
        let is_here = |it: &&TextRange| it.start() <= caret && caret <= it.end();
        // A mark that is selected has the caret at one of its ends, put there by no hand.
        let here = ranges.iter().find(is_here).filter(|_| self.cursor.mark.is_none());
        let piece = here.or(ranges.last()).copied();
        if let Some(piece) = piece {
            self.remove_range(id, piece, out);
        }
    }

    /// Takes the piece at `range` off the mark `id`.
    pub(crate) fn remove_range(&mut self, id: AnnotationId, range: TextRange, out: &mut Out) {
        let Some(mark) = self.annotation(id) else { return };
        let mut left = mark.extent.ranges().to_vec();
        left.retain(|it| *it != range);
        let Some(extent) = Extent::pieces(left) else { return out.say(Message::PieceLast) };
        let start = extent.start();
        if self.change(id, event::PIECE_REMOVE, out, |it| it.extent = extent) {
            self.cursor = Cursor { anchor: start, caret: start, ..self.cursor };
            self.cursor.mark = Some(ShownKey::Annotation(id));
            out.redraw.cursor = true;
            out.say(Message::AloudPieceRemoved { words: self.words(range) });
        }
    }

    /// Selects the next of the marks that lie on one place, from the innermost out and round again.
    pub(crate) fn next_here(&mut self, out: &mut Out) {
        let Some(sheet) = self.sheet() else { return };
        let Cursor { caret, mark, .. } = self.cursor;
        let selected = mark.and_then(|key| sheet.find(key)).map(|it| &it.shown.extent);
        let byte = selected.filter(|it| !holds(it, caret)).map_or(caret, Extent::start);
        let marks = sheet.marks_in(TextRange::new(byte, byte + 1));
        let mut here: Vec<&Placed> = marks.filter(|it| holds(&it.shown.extent, byte)).collect();
        sort_by_key(&mut here, |it| {
            let extent = &it.shown.extent;
            (extent.end(), u32::MAX - extent.start(), it.shown.key)
        });
        let at = here.iter().position(|it| Some(it.shown.key) == mark);
        let next = at.map_or(0, |it| (it + 1) % here.len());
        let Some((key, hull)) = here.get(next).map(|it| (it.shown.key, it.shown.extent.hull()))
        else {
            return out.say(Message::NoMarkHere);
        };
        // The caret stays, or the next outward would be looked for elsewhere.
        self.cursor = Cursor { anchor: byte, caret: byte, mark: Some(key), ..self.cursor };
        out.redraw.cursor = true;
        out.then(Effect::Reveal(hull));
        self.say_mark(out);
    }
}

/// Whether the words of `extent` hold `byte`.
fn holds(extent: &Extent, byte: u32) -> bool {
    extent.ranges().iter().any(|it| it.start() <= byte && byte < it.end())
}

/// `extent` with `range`; pieces that only blanks keep apart are one.
fn with(text: &Text, extent: &Extent, range: TextRange) -> Option<Extent> {
    let all: Ranges = extent.ranges().iter().copied().chain([range]).collect();
    let mut joined: Vec<TextRange> = Vec::new();
    for it in all.iter() {
        let is_near = |last: &&mut TextRange| {
            trim(text.as_str(), TextRange::new(last.end(), it.start())).is_none()
        };
        match joined.last_mut().filter(is_near) {
            Some(last) => *last = last.cover(it),
            None => joined.push(it),
        }
    }
    Extent::pieces(joined)
}
