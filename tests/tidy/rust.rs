//! Just enough of Rust's lexer to tell code from comments and strings, and to read `use`.
//!
//! It knows nested comments, raw strings, and lifetimes from characters. It does not know macros.

use std::ops::Range;

/// What a stretch of a source file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Code,
    Comment,
    /// A string or character literal with its quotes.
    Text,
}

/// Cuts `source` into stretches, in order and without gaps.
pub(crate) fn stretches(source: &str) -> Vec<(Kind, Range<usize>)> {
    let mut all: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut at = 0;
    let mut previous = ' ';
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let (kind, len) =
            literal_or_comment(rest, previous).unwrap_or((Kind::Code, first.len_utf8()));
        match all.last_mut() {
            Some((Kind::Code, last)) if kind == Kind::Code => last.end = at + len,
            _ => all.push((kind, at..at + len)),
        }
        previous = rest[..len].chars().next_back().unwrap_or(first);
        at += len;
    }
    all
}

/// The comment or literal that `rest` begins with, and its length in bytes.
fn literal_or_comment(rest: &str, previous: char) -> Option<(Kind, usize)> {
    if rest.starts_with("//") {
        return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, block_comment(rest)));
    }
    let is_name = previous.is_alphanumeric() || previous == '_';
    if let Some(len) = raw_string(rest).filter(|_| !is_name) {
        return Some((Kind::Text, len));
    }
    if rest.starts_with('"') {
        return Some((Kind::Text, quoted(rest, '"')));
    }
    if rest.starts_with('\'') && !is_lifetime(rest) {
        return Some((Kind::Text, quoted(rest, '\'')));
    }
    None
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// Length of `r#"…"#` or `br"…"` at the start of `rest`.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r')?;
    let hashes = after.bytes().take_while(|it| *it == b'#').count();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&close)?;
    Some(rest.len() - body.len() + end + close.len())
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

/// Whether the quote at the start of `rest` begins a lifetime: `'a` without a quote behind.
fn is_lifetime(rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    let first = after.next();
    first != Some('\\') && after.next() != Some('\'')
}

/// `source` with every stretch whose kind is not in `keep` made blank, lines kept.
fn only(source: &str, keep: &[Kind]) -> String {
    let mut all = String::with_capacity(source.len());
    for (kind, range) in stretches(source) {
        let stretch = &source[range];
        if keep.contains(&kind) {
            all.push_str(stretch);
        } else {
            all.extend(stretch.chars().flat_map(|c| {
                let blank = if c == '\n' { '\n' } else { ' ' };
                std::iter::repeat_n(blank, c.len_utf8())
            }));
        }
    }
    all
}

/// The code of `source`; comments and the insides of strings are blank. Offsets stay.
pub(crate) fn code(source: &str) -> String {
    only(source, &[Kind::Code])
}

/// `source` without its comments. Offsets stay.
pub(crate) fn uncommented(source: &str) -> String {
    only(source, &[Kind::Code, Kind::Text])
}

/// The part of `source` before its tests, which stand last.
pub(crate) fn before_tests(source: &str) -> &str {
    let tests = source.find("#[cfg(test)]\nmod ").unwrap_or(source.len());
    &source[..tests]
}

/// Line number, from 1, of the byte offset `at`.
pub(crate) fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}

/// Where `word` stands in `source` as a word of its own, or as the start of a path.
pub(crate) fn places_of(source: &str, word: &str) -> Vec<usize> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let apart = |at: &usize| {
        let starts = !source[..*at].ends_with(is_name) || !word.starts_with(is_name);
        let ends = !source[at + word.len()..].starts_with(is_name) || !word.ends_with(is_name);
        starts && ends
    };
    source.match_indices(word).map(|(at, _)| at).filter(apart).collect()
}

/// Every path that a `use` names, braces written out, with the offset of the `use`.
pub(crate) fn used_paths(code: &str) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for at in places_of(code, "use") {
        let Some(end) = code[at..].find(';') else { continue };
        let tree: String = code[at + "use".len()..at + end].split_whitespace().collect();
        all.extend(written_out(&tree).into_iter().map(|path| (at, path)));
    }
    all
}

/// `a::{b, c::{d, e}}` as `a::b`, `a::c::d`, `a::c::e`.
fn written_out(tree: &str) -> Vec<String> {
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![tree.into()];
    };
    let inside = inside.strip_suffix('}').unwrap_or(inside);
    let branches = split_outside_braces(inside).into_iter().filter(|it| !it.is_empty());
    let branches = branches.flat_map(written_out);
    branches.map(|branch| format!("{before}{branch}")).collect()
}

fn split_outside_braces(list: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                all.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    all.push(&list[start..]);
    all
}

/// Offset behind the brace that closes the one at `open` in `code`.
pub(crate) fn closing_brace(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(open + at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_from_comments_and_strings() {
        let source = "a /* b /* c */ */ \"d // \\\" e\" f // g\nr#\"h \" i\"# 'j' '\\'' &'k l";
        let left: Vec<_> = code(source).split_whitespace().map(String::from).collect();
        assert_eq!(left, ["a", "f", "&'k", "l"]);
        assert_eq!(code(source).len(), source.len());
        assert!(uncommented(source).contains("d // \\\" e") && !uncommented(source).contains('g'));
    }

    #[test]
    fn braces_of_use_are_written_out() {
        let paths = used_paths("use a::{b, c::{self, d},\n};\npub use e::*;");
        let paths: Vec<_> = paths.into_iter().map(|it| it.1).collect();
        assert_eq!(paths, ["a::b", "a::c::self", "a::c::d", "e::*"]);
    }

    #[test]
    fn words_stand_apart() {
        assert_eq!(places_of("operand::x rand::y rands", "rand"), [11]);
    }

    #[test]
    fn a_block_ends_at_its_own_brace() {
        assert_eq!(closing_brace("x { { } } }", 2), Some(9));
        assert_eq!(closing_brace("{", 0), None);
    }
}
