//! Which parts of a text are read at once: lines, sentences, chapters.

use crate::segment::character::{fit, is_blank, is_terminator};
use crate::segment::sentence::sentences;
use crate::text::TextRange;

/// How far back names are remembered, and the longest line read in whole, in bytes.
pub const REACH: u32 = 8 * 1024;

/// The longest sentence read in one, in bytes.
const LONGEST_SENTENCE: u32 = 1024;

/// How much of a text is read as one, in bytes: most articles are shorter.
const CHAPTER: u32 = 32 * 1024;

/// The chapters that `window` touches, in order. A text has the same chapters whatever part of it is
/// asked for; they begin where lines begin, but in lines longer than [`REACH`].
pub fn chapters(text: &str, window: TextRange) -> Vec<TextRange> {
    let first = (window.start() / CHAPTER).saturating_sub(1);
    let mut all = Vec::new();
    for number in first.. {
        let chapter = TextRange::new(chapter_start(text, number), chapter_start(text, number + 1));
        if chapter.end() > window.start() {
            all.push(chapter);
        }
        if chapter.end() >= window.end() {
            break;
        }
    }
    all
}

/// Where chapter `number` starts.
fn chapter_start(text: &str, number: u32) -> u32 {
    let about = number.saturating_mul(CHAPTER).min(text.len() as u32);
    let about = text.floor_char_boundary(about as usize) as u32;
    if number == 0 { 0 } else { whole_lines(text, TextRange::new(about, about)).end() }
}

/// The sentences of `within`, those that are not really sentences cut at a blank: the rules may look
/// at all words of a sentence for each of them.
pub fn pieces(text: &str, within: TextRange) -> Vec<TextRange> {
    let mut all = Vec::new();
    for mut rest in sentences(text, within) {
        while rest.len() > LONGEST_SENTENCE {
            let limit = text.floor_char_boundary((rest.start() + LONGEST_SENTENCE) as usize);
            let cut = text[rest.start() as usize..limit].rfind(is_blank);
            let cut = cut.map_or(limit as u32, |at| rest.start() + at as u32);
            let cut = if cut == rest.start() { limit as u32 } else { cut };
            all.push(TextRange::new(rest.start(), cut));
            rest = TextRange::new(cut, rest.end());
        }
        all.push(rest);
    }
    all
}

/// The lines before `covered` in which names may have been introduced.
pub fn before(text: &str, covered: TextRange) -> TextRange {
    let start = covered.start().saturating_sub(REACH);
    let reach = fit(text, TextRange::new(start, covered.start()));
    TextRange::new(whole_lines(text, reach).start(), covered.start())
}

/// `window`, grown to whole lines with their terminators; within a line longer than [`REACH`], to a blank.
pub fn whole_lines(text: &str, window: TextRange) -> TextRange {
    let (start, end) = (window.start() as usize, window.end() as usize);
    let floor = text.ceil_char_boundary(start.saturating_sub(REACH as usize));
    let ceil = text.floor_char_boundary(end.saturating_add(REACH as usize));
    let before = &text[floor..start];
    let after = &text[end..ceil];
    let first = match before.rfind(is_terminator).or_else(|| before.find(is_blank)) {
        Some(at) if floor > 0 || before[at..].starts_with(is_terminator) => {
            text.ceil_char_boundary(floor + at + 1)
        }
        _ => floor,
    };
    let ends_line = text[start..end].ends_with(is_terminator);
    let last = match after.find(is_terminator) {
        _ if ends_line => end,
        Some(at) if after[at..].starts_with("\r\n") => end + at + 2,
        Some(at) => text.ceil_char_boundary(end + at + 1),
        None if ceil == text.len() => ceil,
        None => after.rfind(is_blank).map_or(ceil, |at| end + at),
    };
    TextRange::new(first as u32, last as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_in_whole() {
        let text = "one\ntwo words\r\nthree";
        let covered = |start, end| whole_lines(text, TextRange::new(start, end));
        assert_eq!(covered(6, 7), TextRange::new(4, 15));
        assert_eq!(covered(0, 0), TextRange::new(0, 4));
        assert_eq!(covered(0, 4), TextRange::new(0, 4));
        assert_eq!(covered(16, 17), TextRange::new(15, 20));
        let long = "word ".repeat(100_000);
        let part = whole_lines(&long, TextRange::new(250_001, 250_002));
        assert!(part.len() <= 2 * REACH + 1 && part.start().is_multiple_of(5), "{part:?}");
    }

    #[test]
    fn chapters_are_the_same_from_every_window() {
        let line = "A line of some words, with an end.\n";
        let text = line.repeat(5000) + &"word ".repeat(20_000) + &line.repeat(100);
        let all = chapters(&text, TextRange::new(0, text.len() as u32));
        let joined = |all: &[TextRange]| all.windows(2).all(|it| it[0].end() == it[1].start());
        assert!(joined(&all) && all.len() > 7);
        assert_eq!((all[0].start(), all[all.len() - 1].end()), (0, text.len() as u32));
        for start in (0..text.len() as u32).step_by(1999) {
            let window = TextRange::new(start, start + 100);
            let window = fit(&text, window);
            let touched = |it: &&TextRange| it.start() < window.end() && window.start() < it.end();
            let expected: Vec<TextRange> = all.iter().filter(touched).copied().collect();
            assert_eq!(chapters(&text, window), expected, "{start}");
        }
        assert_eq!(chapters("", TextRange::new(0, 0)), []);
        assert_eq!(chapters("Ana", TextRange::new(1, 1)), [TextRange::new(0, 3)]);
    }
}
