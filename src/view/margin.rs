//! What hangs in the left margin: the paragraph's number and how far it is read.

use crate::segment::paragraph::Paragraph;
use crate::text::Ranges;

/// The longest first paragraph that is set as a title, in characters.
const LONGEST_TITLE: usize = 200;

/// What a paragraph is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first one, when it is short and others follow: set large, not numbered.
    Title,
    /// The paragraph of that number, from 1.
    Number(u32),
    /// A piece of the paragraph before it, which was too long to show in one.
    Continued,
}

/// What each of `paragraphs` is.
pub(super) fn places(text: &str, paragraphs: &[Paragraph]) -> Vec<Place> {
    let mut number = 0;
    let place = |(n, it): (usize, &Paragraph)| {
        if it.continued {
            return Place::Continued;
        }
        if n == 0 && is_title(text, paragraphs) {
            return Place::Title;
        }
        number += 1;
        Place::Number(number)
    };
    paragraphs.iter().enumerate().map(place).collect()
}

fn is_title(text: &str, paragraphs: &[Paragraph]) -> bool {
    let [first, second, ..] = paragraphs else {
        return false;
    };
    let words = first.range.slice(text).unwrap_or_default();
    !second.continued && words.chars().nth(LONGEST_TITLE).is_none()
}

/// Through which part of each of `paragraphs` somebody has read, in per cent of its bytes: to the
/// end of the last range of `reviewed` in it.
pub(super) fn read_through(paragraphs: &[Paragraph], reviewed: &Ranges) -> Vec<u8> {
    let mut reviewed = reviewed.iter().peekable();
    let mut last_end = 0;
    let share = |it: &Paragraph| {
        let range = it.range;
        while let Some(next) = reviewed.next_if(|it| it.start() < range.end()) {
            last_end = next.end();
        }
        let read = last_end.clamp(range.start(), range.end()) - range.start();
        (u64::from(read) * 100).div_ceil(u64::from(range.len().max(1))) as u8
    };
    paragraphs.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::paragraph::paragraphs;
    use crate::text::TextRange;

    fn check(text: &str, expected: &[Place]) {
        assert_eq!(places(text, &paragraphs(text)), expected, "{text:.60}");
    }

    #[test]
    fn a_short_first_paragraph_is_the_title() {
        check("", &[]);
        check("Only one", &[Place::Number(1)]);
        check("Title\n\nOne\nTwo", &[Place::Title, Place::Number(1), Place::Number(2)]);
        let long = format!("{}\nTwo", "é".repeat(201));
        check(&long, &[Place::Number(1), Place::Number(2)]);
        check(&long[2..], &[Place::Title, Place::Number(1)]);
    }

    #[test]
    fn pieces_of_a_long_line_are_not_numbered() {
        let text = format!("T\n{}\nEnd", "word ".repeat(900));
        let expected = [Place::Title, Place::Number(1), Place::Continued, Place::Number(2)];
        check(&text, &expected);
        let pieces = &text[2..4_502];
        check(pieces, &[Place::Number(1), Place::Continued]);
    }

    #[test]
    fn the_bar_is_filled_through_the_last_place_read() {
        let paragraphs = paragraphs("0123456789\n0123456789\n0123456789\n0123456789");
        let read = |ranges: &[(u32, u32)]| {
            let ranges = ranges.iter().map(|(start, end)| TextRange::new(*start, *end));
            read_through(&paragraphs, &ranges.collect())
        };
        assert_eq!(read(&[]), [0, 0, 0, 0]);
        assert_eq!(read(&[(0, 4), (8, 9), (24, 26)]), [90, 0, 40, 0]);
        assert_eq!(read(&[(5, 36)]), [100, 100, 100, 30]);
        assert_eq!(read(&[(0, 43)]), [100, 100, 100, 100]);
        assert_eq!(read(&[(10, 12)]), [0, 10, 0, 0]);
    }
}
