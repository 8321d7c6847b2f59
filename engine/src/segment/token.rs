//! Tokens: words, numbers, punctuation marks, without anything blank.
//!
//! What is one token:
//! - a word with its inner hyphens and apostrophes (`20-year-old`, `don’t`, `O’Brien`, `US-backed`);
//! - a number with its inner marks (`3,500.50`, `10:30`, `9/11`, `3.5m`);
//! - an abbreviation with its stops (`U.S.`, `a.m.`, `Mr.`, `J.`);
//! - a web address, an e-mail address, a host name (`example.com`);
//! - a run of one mark (`...`, `--`, `!!`), a grapheme that is no letter (an emoji with all its
//!   joiners), an ideograph or kana.
//!
//! What is parted: the possessive (`Office` `’s`), currency and percent signs (`$` `40` `%`),
//! quotes, brackets, dashes, slashes between words, what follows an abbreviation by a hyphen
//! (`U.S.` `-` `backed`), and what a page glued to a host name (`Example.com` `Local news`), so that
//! the name can be labeled alone.
//!
//! Tokens never cross a blank. Whether a stop belongs to its word also depends on the next few
//! characters of the line.

use crate::segment::abbreviation::{self, Stop};
use crate::segment::character::{fit, is_apostrophe, is_blank, is_ideographic, is_terminator};
use crate::segment::grapheme::grapheme_end;
use crate::text::TextRange;

/// How many characters after a stop are looked at for what follows it on the line.
pub(crate) const LOOK_AHEAD: usize = 4;

/// The tokens of `text` in `within`, in order. Takes time in proportion to `within`.
pub fn tokens(text: &str, within: TextRange) -> Vec<TextRange> {
    let within = fit(text, within);
    let text = &text[..within.end() as usize];
    let mut all = Vec::with_capacity(within.len() as usize / 5);
    let mut at = within.start() as usize;
    while let Some(c) = text[at..].chars().next() {
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let end = token_end(text, at, c);
        all.push(TextRange::new(at as u32, end as u32));
        at = end;
    }
    all
}

/// Where the token that starts at `at` with `c` ends.
fn token_end(text: &str, at: usize, c: char) -> usize {
    if let Some(end) = address_end(text, at, c) {
        return end;
    }
    if is_ideographic(c) {
        return grapheme_end(text, at);
    }
    if c.is_alphanumeric() {
        return word_end(text, at);
    }
    if let Some(end) = possessive_end(text, at) {
        return end;
    }
    if matches!(c, '.' | '-' | '!' | '?' | '*' | '=' | '_' | '~' | '#') {
        return run_end(text, at, c);
    }
    grapheme_end(text, at)
}

/// The end of the run of `c` from `at` on.
fn run_end(text: &str, at: usize, c: char) -> usize {
    let rest = text[at..].trim_start_matches(c);
    let end = text.len() - rest.len();
    // A combining mark after the run belongs to its last character.
    grapheme_end(text, end - c.len_utf8())
}

/// The end of a possessive `’s` at `at` that has letters before it and nothing of a word after it.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].chars().next_back()?;
    if !(before.is_alphanumeric() || before == '.') {
        return None;
    }
    is_possessive(text, at).then(|| {
        let apostrophe = text[at..].chars().next().map_or(0, char::len_utf8);
        at + apostrophe + 1
    })
}

/// Whether `at` begins an apostrophe, an `s`, and then no more of a word.
fn is_possessive(text: &str, at: usize) -> bool {
    let mut chars = text[at..].chars();
    let is_apostrophe = chars.next().is_some_and(is_apostrophe);
    let is_s = matches!(chars.next(), Some('s' | 'S'));
    is_apostrophe && is_s && !chars.next().is_some_and(char::is_alphanumeric)
}

/// The end of the word or number that starts at `at`.
fn word_end(text: &str, at: usize) -> usize {
    let mut end = letters_end(text, at);
    loop {
        let mut after = text[end..].chars();
        let (joiner, next) = (after.next(), after.next());
        let Some(joiner) = joiner else { return end };
        let is_digit = next.is_some_and(|it| it.is_ascii_digit());
        let is_letter = next.is_some_and(|it| it.is_alphanumeric() && !is_ideographic(it));
        let last = text[..end].chars().next_back();
        let joins = match joiner {
            '.' => {
                if let Some(end) = stop_end(text, at, end) {
                    return end;
                }
                is_digit && last.is_some_and(|it| it.is_ascii_digit())
                    || is_letter && may_be_dotted(text, at, end)
            }
            ',' | ':' | '/' => is_digit && last.is_some_and(|it| it.is_ascii_digit()),
            '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\u{2060}' | '_' => is_letter,
            '\'' | '’' => is_letter && !is_possessive(text, end),
            '&' => is_letter && last.is_some_and(char::is_uppercase),
            _ => false,
        };
        if !joins {
            return end;
        }
        end = letters_end(text, end + joiner.len_utf8());
    }
}

/// The end of the letters and digits from `at` on, with the marks that combine with them.
fn letters_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        if !c.is_alphanumeric() || (is_ideographic(c) && end > at) {
            break;
        }
        end = grapheme_end(text, end);
    }
    end
}

/// The end of the abbreviation `at..end` with its stop at `end`, if it is one.
fn stop_end(text: &str, at: usize, end: usize) -> Option<usize> {
    let after = &text[end + 1..];
    let touching = after.chars().next();
    if touching.is_some_and(char::is_alphanumeric) || touching == Some('.') {
        return None;
    }
    let word = &text[at..end];
    let line = after.chars().take(LOOK_AHEAD).take_while(|it| !is_terminator(*it));
    let next = line.into_iter().find(|it| !is_blank(*it));
    let is_word = abbreviation::stop_after(word, next) == Stop::Plain;
    // A capital letter that ends a line is an answer, not an initial.
    let ends_line = next.is_none() && word.chars().count() == 1;
    (!is_word && !ends_line).then_some(end + 1)
}

/// Whether the short letters at `at..end` may go on after a stop, as `U.S` and `Ph.D` do.
fn may_be_dotted(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[end + 1..];
    let more = rest.find(|it: char| !it.is_alphabetic()).unwrap_or(rest.len()).min(24);
    let next = rest.floor_char_boundary(more);
    end - at <= 24 && abbreviation::is_dotted(&text[at..end + 1 + next])
}

/// Ends of host names that are common enough to be read as such without a scheme.
const HOST_ENDS: &[&str] = &[
    "ai", "app", "ar", "au", "biz", "br", "ca", "cl", "co", "com", "de", "dev", "edu", "es", "eu",
    "fr", "gob", "gov", "info", "int", "io", "mx", "net", "news", "org", "pa", "pe", "tv", "uk",
    "us", "ve",
];

/// The longest e-mail name or host name looked for, in bytes.
const LONGEST_NAME: usize = 128;

/// The end of the web address, e-mail address or host name that starts at `at`.
fn address_end(text: &str, at: usize, c: char) -> Option<usize> {
    if !c.is_ascii_alphanumeric() {
        return None;
    }
    let rest = &text[at..];
    let starts = ["http://", "https://", "ftp://", "mailto:", "www."];
    if starts.iter().any(|it| has_prefix(rest, it)) {
        return Some(at + web_length(rest));
    }
    let name = name_length(rest, |it| it.is_ascii_alphanumeric() || b"._%+-".contains(&it));
    if rest.as_bytes().get(name) == Some(&b'@') {
        let host = name_length(&rest[name + 1..], is_host_byte);
        let host = rest[name + 1..name + 1 + host].trim_end_matches(['.', '-']).len();
        return rest[name + 1..][..host].contains('.').then_some(at + name + 1 + host);
    }
    host_length(rest).map(|it| at + it)
}

/// The length of a host name at the start of `rest`: labels with stops and a known end. What a
/// scraped page glued to it stays outside: a new word behind the end (`Example.com` `Local news`),
/// and the last word of a sentence before it (`sold` `.` `Example.com`).
fn host_length(rest: &str) -> Option<usize> {
    let host = rest[..name_length(rest, is_host_byte)].trim_end_matches(['.', '-']);
    let (name, end) = host.rsplit_once('.')?;
    let end = match rest[host.len()..].chars().next().filter(|it| it.is_alphanumeric()) {
        Some(next) if next.is_uppercase() => end,
        Some(_) => return None,
        None => unglued(end),
    };
    let is_name = name.len() > 1 && name.bytes().any(|it| it.is_ascii_alphabetic());
    (is_name && !is_glued(name) && HOST_ENDS.contains(&end)).then_some(name.len() + 1 + end.len())
}

/// The small letters that `end` starts with, where a capital one follows them.
fn unglued(end: &str) -> &str {
    let is_small = |it: &u8| it.is_ascii_lowercase();
    let n_small = end.bytes().take_while(is_small).count();
    let is_capital = end.as_bytes().get(n_small).is_some_and(u8::is_ascii_uppercase);
    if is_capital { &end[..n_small] } else { end }
}

/// Whether the first label of `name` is a plain word and the second starts with a capital letter.
fn is_glued(name: &str) -> bool {
    let starts_small = name.starts_with(|it: char| it.is_ascii_lowercase());
    let second = name.split('.').nth(1).unwrap_or_default();
    starts_small && second.starts_with(|it: char| it.is_ascii_uppercase())
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|it| it.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// The length of the address at the start of `rest`, without the punctuation that ends a sentence.
fn web_length(rest: &str) -> usize {
    let ends = |c: char| is_blank(c) || matches!(c, '"' | '<' | '>' | '“' | '”' | '«' | '»');
    let long = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let closers = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '’', '…'];
    long.trim_end_matches(closers).len()
}

/// How many bytes at the start of `rest` are `fits`, at most [`LONGEST_NAME`].
fn name_length(rest: &str, fits: impl Fn(u8) -> bool) -> usize {
    rest.bytes().take(LONGEST_NAME).take_while(|it| fits(*it)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let all = tokens(text, TextRange::new(0, text.len() as u32));
        let words: Vec<&str> = all.iter().map(|it| it.slice(text).unwrap()).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        check("A 20-year-old don’t say O’Brien’s.", "A|20-year-old|don’t|say|O’Brien|’s|.");
        check("the Attorney General’s Office's", "the|Attorney|General|’s|Office|'s");
        check("these countries’ aim", "these|countries|’|aim");
        check("AT&T and/or R&D", "AT&T|and|/|or|R&D");
        check("e\u{301}le\u{300}ve co\u{ad}operate", "e\u{301}le\u{300}ve|co\u{ad}operate");
    }

    #[test]
    fn abbreviations_keep_their_stops() {
        check("The U.S. and Mr. J. Roe left.", "The|U.S.|and|Mr.|J.|Roe|left|.");
        check("U.S.-backed, U.S.’s", "U.S.|-|backed|,|U.S.|’s");
        check("at 9 a.m. No. 5 said no.", "at|9|a.m.|No.|5|said|no|.");
        check("Los EE.UU. y la Sra. Paz", "Los|EE.UU.|y|la|Sra.|Paz");
        check("Is it B?", "Is|it|B|?");
        check("So did B.", "So|did|B|.");
    }

    #[test]
    fn numbers_stand_apart_from_signs() {
        check("US$3,500.50 or €3.5m, 99%", "US|$|3,500.50|or|€|3.5m|,|99|%");
        check("10:30, 9/11; 1990s–2000", "10:30|,|9/11|;|1990s|–|2000");
        check("3\u{a0}500\u{2009}000", "3|500|000");
    }

    #[test]
    fn marks_stand_alone() {
        check("“Yes…” (he) said—twice...", "“|Yes|…|”|(|he|)|said|—|twice|...");
        check("Valenzuela/MSF --", "Valenzuela|/|MSF|--");
        check("👨🏻‍🚒🇨🇴🇵🇦x 東京は", "👨🏻‍🚒|🇨🇴|🇵🇦|x|東|京|は");
    }

    #[test]
    fn addresses_are_whole() {
        check("See https://a.example/b?c=(1), now.", "See|https://a.example/b?c=(1|)|,|now|.");
        check("write me@mail.example.org.", "write|me@mail.example.org|.");
        check("on example.com, end.So it", "on|example.com|,|end|.|So|it");
    }

    #[test]
    fn what_a_page_glued_to_a_host_name_is_parted() {
        check("PeruDaily.comPeru newsroom", "PeruDaily.com|Peru|newsroom");
        check("was sold.PeruDaily.comPeru", "was|sold|.|PeruDaily.com|Peru");
        check("ElValle.coÁfrica", "ElValle.co|África");
        check("news.example.org Example.company", "news.example.org|Example|.|company");
        check("on Example.come, a.comÁ", "on|Example|.|come|,|a|.|comÁ");
    }
}
