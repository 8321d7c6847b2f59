//! Graphemes: what a person takes for one character (UAX #29, extended clusters).
//!
//! Each step looks only at the neighborhood of the offset; a long run of flags is the one thing
//! that Unicode makes us count back.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::TextRange;

/// The first grapheme boundary after `offset`, or the end of the text.
pub fn next_grapheme(text: &str, offset: u32) -> u32 {
    let at = text.floor_char_boundary(offset as usize);
    let next = cursor(text, at).next_boundary(text, 0);
    next.expect("the whole text is given").unwrap_or(text.len()) as u32
}

/// The last grapheme boundary before `offset`, or the start of the text.
pub fn previous_grapheme(text: &str, offset: u32) -> u32 {
    let at = text.ceil_char_boundary(offset as usize);
    let previous = cursor(text, at).prev_boundary(text, 0);
    previous.expect("the whole text is given").unwrap_or(0) as u32
}

/// The smallest range around `range` that cuts no grapheme.
pub fn snap_to_graphemes(text: &str, range: TextRange) -> TextRange {
    let (start, end) = (range.start(), range.end().min(text.len() as u32));
    let first = if is_boundary(text, start) { start } else { previous_grapheme(text, start) };
    let last = if is_boundary(text, end) { end } else { next_grapheme(text, end) };
    TextRange::new(first.min(last), last)
}

/// Where the grapheme that starts at `at` ends, counting from `at` on: what stands before does
/// not matter. `at` is a character boundary before the end of `text`.
pub(crate) fn grapheme_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let alone = bytes[at].is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii);
    if alone && bytes[at] != b'\r' {
        return at + 1;
    }
    at + text[at..].graphemes(true).next().map_or(0, str::len)
}

fn is_boundary(text: &str, offset: u32) -> bool {
    let at = offset as usize;
    let asked = |at| cursor(text, at).is_boundary(text, 0).expect("the whole text is given");
    text.is_char_boundary(at) && asked(at)
}

fn cursor(text: &str, at: usize) -> GraphemeCursor {
    GraphemeCursor::new(at, text.len(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const UGLY: &str = "a\u{feff}e\u{301}👨🏻‍🚒🇨🇴🇵🇦\r\nשל“Á” 👩‍👩‍👧‍👦x\u{300}\u{301}";

    #[test]
    fn steps_forth_are_steps_back() {
        let mut steps = vec![0];
        while *steps.last().unwrap() < UGLY.len() as u32 {
            steps.push(next_grapheme(UGLY, *steps.last().unwrap()));
        }
        let expected: Vec<u32> = UGLY.grapheme_indices(true).map(|(at, _)| at as u32).collect();
        assert_eq!(steps[..steps.len() - 1], expected);
        for pair in steps.windows(2) {
            assert_eq!(previous_grapheme(UGLY, pair[1]), pair[0]);
        }
        assert_eq!(previous_grapheme(UGLY, 0), 0);
        assert_eq!(next_grapheme(UGLY, UGLY.len() as u32 + 9), UGLY.len() as u32);
    }

    #[test]
    fn ranges_grow_to_whole_graphemes() {
        let family = UGLY.find('👩').unwrap() as u32;
        let whole = TextRange::new(family, next_grapheme(UGLY, family));
        assert_eq!(snap_to_graphemes(UGLY, TextRange::new(family + 4, family + 7)), whole);
        assert_eq!(snap_to_graphemes(UGLY, whole), whole);
        assert_eq!(snap_to_graphemes(UGLY, TextRange::empty(0)), TextRange::empty(0));
    }
}
