//! The parts of a text, as byte ranges: graphemes, tokens, words, sentences, paragraphs; and which
//! language it is in.
//!
//! Pure functions over `&str`; nothing is kept and nothing is copied. They stand on `text` alone.
//! The rules are ours and written for news in English and Spanish; other scripts are cut sensibly
//! (ideographs and kana one grapheme a token), never wrongly: every range lies on character
//! boundaries, ranges are in order and disjoint.

pub mod character;
pub mod grapheme;

pub mod abbreviation;
pub mod token;
pub mod word;

pub mod paragraph;
pub mod sentence;

pub mod language;

#[cfg(test)]
mod tests {
    use crate::segment::character::{is_blank, is_terminator};
    use crate::segment::grapheme::{next_grapheme, previous_grapheme, snap_to_graphemes};
    use crate::segment::paragraph::paragraphs;
    use crate::segment::sentence::sentences;
    use crate::segment::token::tokens;
    use crate::segment::word::{next_word, previous_word, word_at};
    use crate::text::TextRange;

    const PIECES: &[&str] = &[
        "a",
        "Panama",
        "Ábrego",
        "U.S.",
        "’s",
        "'",
        " ",
        "  ",
        "\u{a0}",
        "\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
        "\u{b}",
        ".",
        "!",
        "?",
        "…",
        "“",
        "”",
        "(",
        ")",
        "-",
        "—",
        "/",
        "@",
        "$",
        "99",
        "3,500.50",
        "%",
        "e\u{301}",
        "\u{301}",
        "\u{200d}",
        "👨🏻‍🚒",
        "🇨🇴",
        "🇵",
        "👩",
        "שלום",
        "\u{200f}",
        "مرحبا",
        "東京",
        "は",
        "。",
        "\u{feff}",
        "\u{ad}",
        "www.",
        "https://x",
        "a@b.co",
        "Mr.",
        "ß",
        "\u{1F3FB}",
    ];

    /// A text drawn from `seed`: the same seed, the same text.
    fn ugly(seed: u64) -> String {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |n: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) as usize % n
        };
        let n_pieces = next(40);
        (0..n_pieces).map(|_| PIECES[next(PIECES.len())]).collect()
    }

    fn whole(text: &str) -> TextRange {
        TextRange::new(0, text.len() as u32)
    }

    /// Ranges are on boundaries, not empty, in order, disjoint; what `may_skip` only lies between.
    fn check_ranges(text: &str, ranges: &[TextRange], may_skip: fn(char) -> bool) {
        let mut at = 0;
        for range in ranges {
            assert!(range.start() >= at && !range.is_empty(), "{text:?} {ranges:?}");
            assert!(range.slice(text).is_some(), "{text:?} {range:?}");
            let between = &text[at as usize..range.start() as usize];
            assert!(between.chars().all(may_skip), "{text:?} loses {between:?}");
            at = range.end();
        }
        assert!(text[at as usize..].chars().all(may_skip), "{text:?} loses its end");
    }

    #[test]
    fn nothing_but_blanks_is_lost() {
        for text in (0..4_000).map(ugly) {
            let sentences = sentences(&text, whole(&text));
            let paragraphs: Vec<_> = paragraphs(&text).iter().map(|it| it.range).collect();
            check_ranges(&text, &tokens(&text, whole(&text)), is_blank);
            check_ranges(&text, &sentences, is_blank);
            check_ranges(&text, &paragraphs, is_blank);
            for range in sentences.iter().chain(&paragraphs) {
                assert!(!range.slice(&text).unwrap().contains(is_terminator), "{text:?}");
            }
        }
    }

    #[test]
    fn tokens_of_a_part_are_the_tokens_of_the_whole() {
        for text in (0..1_000).map(ugly) {
            let all = tokens(&text, whole(&text));
            let parts = paragraphs(&text).into_iter().flat_map(|it| tokens(&text, it.range));
            assert_eq!(parts.collect::<Vec<_>>(), all, "{text:?}");
        }
    }

    #[test]
    fn steps_forth_and_back_meet() {
        for text in (0..1_000).map(ugly) {
            let mut at = 0;
            while at < text.len() as u32 {
                let next = next_grapheme(&text, at);
                assert_eq!(previous_grapheme(&text, next), at, "{text:?}");
                let range = TextRange::new(at, next);
                assert_eq!(snap_to_graphemes(&text, range), range, "{text:?}");
                at = next;
            }
            let has_letters =
                |it: &TextRange| it.slice(&text).unwrap().contains(char::is_alphanumeric);
            for word in tokens(&text, whole(&text)).into_iter().filter(has_letters) {
                assert_eq!(next_word(&text, word.start()), word.end(), "{text:?}");
                assert_eq!(previous_word(&text, word.end()), word.start(), "{text:?}");
                assert_eq!(word_at(&text, word.start()), Some(word), "{text:?}");
            }
        }
    }
}
