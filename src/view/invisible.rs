//! Characters that are in a text and cannot be seen, and where a sign for each is drawn.
//!
//! The signs are beside the text, never in it. Inside of a grapheme there is no room for one: its
//! sign stands after the grapheme.

use crate::segment::grapheme::{next_grapheme, snap_to_graphemes};
use crate::text::TextRange;

/// What cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invisible {
    /// A blank at which no line is broken.
    NoBreak,
    /// A tabulator.
    Tab,
    /// A place where a word may be broken.
    SoftHyphen,
    /// A character without width, or one that turns the direction of writing.
    ZeroWidth,
    /// One of several spaces in a row, or one at the edge of a paragraph.
    Space,
    /// Any other control character.
    Control,
    /// The end of a line of the text.
    Line,
}

impl Invisible {
    /// Its name in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoBreak => "no-break",
            Self::Tab => "tab",
            Self::SoftHyphen => "soft-hyphen",
            Self::ZeroWidth => "zero-width",
            Self::Space => "space",
            Self::Control => "control",
            Self::Line => "line",
        }
    }
}

/// What cannot be seen in `range` of `text` and at its end, with the byte before which its sign
/// stands, in order.
pub fn invisibles(text: &str, range: TextRange) -> Vec<(u32, Invisible)> {
    let words = range.slice(text).unwrap_or_default();
    let mut found = Vec::new();
    for (at, sign) in words.char_indices() {
        if let Some(kind) = kind(words, at, sign) {
            found.push((place(text, range.start() + at as u32).min(range.end()), kind));
        }
    }
    if text[range.end() as usize..].starts_with(['\n', '\r', '\u{2028}', '\u{2029}']) {
        found.push((range.end(), Invisible::Line));
    }
    found
}

fn kind(words: &str, at: usize, sign: char) -> Option<Invisible> {
    Some(match sign {
        ' ' => {
            let (before, after) = (&words[..at], &words[at + 1..]);
            let is_alone = !before.ends_with(' ') && !after.starts_with(' ');
            let is_inside = !before.is_empty() && !after.is_empty();
            return (!(is_alone && is_inside)).then_some(Invisible::Space);
        }
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Invisible::NoBreak,
        '\t' => Invisible::Tab,
        '\u{ad}' => Invisible::SoftHyphen,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
            Invisible::ZeroWidth
        }
        '\u{61c}' | '\u{180e}' | '\u{feff}' => Invisible::ZeroWidth,
        _ if sign.is_control() => Invisible::Control,
        _ => return None,
    })
}

/// Where the sign of the character at `byte` stands.
fn place(text: &str, byte: u32) -> u32 {
    let is_start = snap_to_graphemes(text, TextRange::empty(byte)).is_empty();
    if is_start { byte } else { next_grapheme(text, byte) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a paragraph with the first letter of each sign's name where it stands.
    fn drawn(text: &str) -> String {
        let end = text.find('\n').unwrap_or(text.len()) as u32;
        let mut out = text[..end as usize].to_owned();
        for (at, kind) in invisibles(text, TextRange::new(0, end)).into_iter().rev() {
            out.insert_str(at as usize, &format!("<{}>", kind.name()));
        }
        out
    }

    #[test]
    fn each_is_found_at_its_place() {
        assert_eq!(drawn("10\u{a0}km\tto\n"), "10<no-break>\u{a0}km<tab>\tto<line>");
        assert_eq!(drawn("co\u{ad}op\u{200b}s"), "co<soft-hyphen>\u{ad}op<zero-width>\u{200b}s");
        assert_eq!(drawn("a b  c "), "a b<space> <space> c<space> ");
        assert_eq!(drawn("a\u{7}b"), "a<control>\u{7}b");
        assert_eq!(drawn("nothing here"), "nothing here");
        assert_eq!(drawn(""), "");
    }

    #[test]
    fn a_grapheme_is_not_cut() {
        let family = "👩\u{200d}👧";
        assert_eq!(drawn(&format!("{family}!")), format!("{family}<zero-width>!"));
        assert_eq!(drawn("e\u{200d}x"), "e\u{200d}<zero-width>x");
    }
}
