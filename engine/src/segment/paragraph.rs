//! Paragraphs: one a line, long ones cut so that none is slow to show.

use crate::segment::character::{is_blank, is_terminator};
use crate::segment::grapheme::snap_to_graphemes;
use crate::segment::sentence::sentences;
use crate::text::TextRange;

/// The longest paragraph, in characters. A longer line is cut into several.
pub const LONGEST_PARAGRAPH: usize = 4_000;

/// One line of a text, or a piece of a long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The line without its terminator, with the blanks at its ends. Never only blanks, but for a
    /// piece of a long line.
    pub range: TextRange,
    /// Whether a blank line, or the start of the text, stands before it.
    pub spaced: bool,
    /// Whether the line began in an earlier paragraph.
    pub continued: bool,
}

/// The paragraphs of `text`, in order. Lines of blanks make none.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let (mut start, mut spaced) = (0, true);
    while start < text.len() {
        let end = text[start..].find(is_terminator).map_or(text.len(), |it| start + it);
        let line = TextRange::new(start as u32, end as u32);
        let is_empty = text[start..end].chars().all(is_blank);
        if !is_empty {
            push_pieces(text, line, spaced, &mut all);
        }
        spaced = is_empty;
        start = end + terminator_length(&text[end..]);
    }
    all
}

/// The length in bytes of the terminator at the start of `rest`.
fn terminator_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
}

/// Adds `line`, whole or cut.
fn push_pieces(text: &str, line: TextRange, spaced: bool, all: &mut Vec<Paragraph>) {
    let mut continued = false;
    let mut push = |range| {
        all.push(Paragraph { range, spaced: spaced && !continued, continued });
        continued = true;
    };
    if !is_long(text, line) {
        return push(line);
    }
    let ends: Vec<u32> = sentences(text, line).iter().map(|it| it.end()).collect();
    let mut start = line.start();
    while is_long(text, TextRange::new(start, line.end())) {
        let cut = cut_after(text, TextRange::new(start, line.end()), &ends);
        push(TextRange::new(start, cut));
        start = cut;
    }
    if start < line.end() {
        push(TextRange::new(start, line.end()));
    }
}

fn is_long(text: &str, range: TextRange) -> bool {
    longest_end(text, range) < range.end()
}

/// The end of the first [`LONGEST_PARAGRAPH`] characters of `range`, or its end.
fn longest_end(text: &str, range: TextRange) -> u32 {
    let words = &text[range.start() as usize..range.end() as usize];
    let end = words.char_indices().nth(LONGEST_PARAGRAPH).map_or(words.len(), |(at, _)| at);
    range.start() + end as u32
}

/// Where to cut `line`: after the last sentence that fits and the blanks behind it, else after the
/// last blank, else after the last grapheme.
fn cut_after(text: &str, line: TextRange, sentence_ends: &[u32]) -> u32 {
    let limit = longest_end(text, line);
    let fitting = sentence_ends[..sentence_ends.partition_point(|it| *it <= limit)].last();
    let fitting = fitting.copied().filter(|it| *it > line.start());
    let room = &text[line.start() as usize..limit as usize];
    let cut = fitting.or_else(|| room.rfind(is_blank).map(|it| line.start() + it as u32));
    if let Some(cut) = cut {
        let after = &text[cut as usize..line.end() as usize];
        let blanks = after.len() - after.trim_start_matches(is_blank).len();
        if blanks <= LONGEST_PARAGRAPH {
            return cut + blanks as u32;
        }
    }
    let whole = snap_to_graphemes(text, TextRange::empty(limit)).start();
    if whole > line.start() { whole } else { limit }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs as `range` words; `*` before a spaced one, `+` before a continued one.
    fn check(text: &str, expected: &[&str]) {
        let shown = |it: &Paragraph| {
            let mark = if it.spaced { "*" } else { "" };
            let mark = if it.continued { "+" } else { mark };
            format!("{mark}{}", it.range.slice(text).unwrap())
        };
        assert_eq!(paragraphs(text).iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_are_paragraphs() {
        check("", &[]);
        check(" \r\n\t", &[]);
        check("a\r\nb \rc\u{2028}d\u{85}e\u{b}f\u{c}g", &["*a", "b ", "c", "d", "e", "f", "g"]);
        check("\n one\n\u{a0}\n\ntwo\n", &["* one", "*two"]);
    }

    #[test]
    fn long_lines_are_cut_at_sentence_ends() {
        let sentence = format!("Some {}end. ", "word ".repeat(300));
        let text = format!("{}tail", sentence.repeat(7));
        let all = paragraphs(&text);
        assert_eq!(all.len(), 4);
        assert!(all[0].spaced && !all[0].continued && all[1..].iter().all(|it| it.continued));
        assert!(all[..3].iter().all(|it| it.range.slice(&text).unwrap().ends_with("end. ")));
        assert_eq!(all.last().unwrap().range.end() as usize, text.len());
    }

    #[test]
    fn long_lines_without_sentences_are_cut_all_the_same() {
        for part in ["word ", "x", "é", "🇨🇴", "e\u{301}", " "] {
            let text = format!("x{}y", part.repeat(9_000));
            let all = paragraphs(&text);
            assert!(all.len() > 1, "{part}");
            assert!(all.windows(2).all(|it| it[0].range.end() == it[1].range.start()), "{part}");
            assert_eq!(all.last().unwrap().range.end() as usize, text.len());
            let longest = all.iter().map(|it| it.range.slice(&text).unwrap().chars().count());
            assert!(longest.max().unwrap() <= 2 * LONGEST_PARAGRAPH, "{part}");
        }
    }
}
