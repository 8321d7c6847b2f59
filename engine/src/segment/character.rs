//! What kind of character one is, where Unicode's own properties do not say what we mean.

use crate::text::TextRange;

/// Whether `c` ends a line: LF, VT, FF, CR, NEL, line and paragraph separator.
pub fn is_terminator(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether `c` shows nothing and parts words: white space of every width, terminators, zero width
/// spaces, byte order marks, and the marks that only turn the writing direction.
///
/// Joiners (U+200C, U+200D, U+2060) and the soft hyphen are not blank: they stand inside words.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` belongs to a script written without spaces that we cut grapheme by grapheme: Han,
/// Hiragana, Katakana, and their compatibility forms.
pub fn is_ideographic(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
}

/// Whether `c` closes what stands before it: quotes and brackets. Straight quotes count; the
/// caller knows from the place that nothing opens there.
pub fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）')
}

/// Whether `c` is an apostrophe, straight or curly.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// `range` without the blank characters at its ends; `None` when nothing else is in it.
pub fn trim(text: &str, range: TextRange) -> Option<TextRange> {
    let words = range.slice(text)?;
    let start = words.len() - words.trim_start_matches(is_blank).len();
    let end = words.trim_end_matches(is_blank).len();
    (start < end).then(|| TextRange::new(range.start() + start as u32, range.start() + end as u32))
}

/// `range` cut to the text and moved outward to character boundaries.
pub fn fit(text: &str, range: TextRange) -> TextRange {
    let start = text.floor_char_boundary(range.start() as usize);
    let end = text.ceil_char_boundary(range.end() as usize);
    TextRange::new(start as u32, end as u32)
}
