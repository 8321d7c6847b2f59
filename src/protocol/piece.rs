//! What is read in one step: a text in pieces small enough that a new request is never far behind.

use crate::segment::character::{is_blank, is_terminator};
use crate::text::{Ranges, TextRange};

/// About how much is read in one step, in bytes: some paragraphs, a few milliseconds at most.
const PIECE: u32 = 4 * 1024;

/// The first stretch of `window` that is not in `read`; `None` when all of it is.
pub(crate) fn unread(window: TextRange, read: &Ranges) -> Option<TextRange> {
    let mut start = window.start();
    let mut end = window.end();
    for it in read.iter().filter(|it| it.overlaps(window)) {
        if it.start() <= start {
            start = start.max(it.end());
        } else {
            end = end.min(it.start());
            break;
        }
    }
    TextRange::checked(start, end).filter(|it| !it.is_empty())
}

/// The start of `window`, about [`PIECE`] long, to the end of a line or else to a blank.
pub(crate) fn first_piece(text: &str, window: TextRange) -> TextRange {
    if window.len() <= PIECE {
        return window;
    }
    let start = window.start() as usize;
    let end = text.floor_char_boundary(start + PIECE as usize);
    let words = &text[start..end];
    let cut = words.rfind(is_terminator).or_else(|| words.rfind(is_blank));
    let cut = cut.map_or(end, |at| text.ceil_char_boundary(start + at + 1));
    TextRange::new(window.start(), cut as u32)
}
