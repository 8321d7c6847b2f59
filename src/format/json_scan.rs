//! JSON looked through without being understood: where the items of a list are, and whether a field
//! stands twice. What is broken in an item is the parser's to say.

use std::collections::BTreeSet;

use crate::format::error::ReadError;

/// The items of the list that `text` begins with, each with the line where it begins.
///
/// The last goes to the end of the text when the list does not end.
pub(crate) fn items(text: &str) -> Vec<(usize, &str)> {
    let Some(open) = text.find('[') else { return Vec::new() };
    let mut scan = Scan { bytes: text.as_bytes(), at: open + 1 };
    let (mut items, mut start, mut depth) = (Vec::new(), scan.at, 0_usize);
    loop {
        let from = scan.at;
        let end = match scan.next() {
            None => text.len(),
            Some(b'[' | b'{') => {
                depth += 1;
                continue;
            }
            Some(b']' | b'}') if depth > 0 => {
                depth -= 1;
                continue;
            }
            Some(b',' | b']' | b'}') if depth == 0 => from,
            Some(_) => continue,
        };
        let item = text[start..end].trim();
        let is_last = !text[end..].starts_with(',');
        if !item.is_empty() || !is_last || (end == text.len() && !items.is_empty()) {
            items.push((start, item));
        }
        if is_last {
            return with_lines(text, items);
        }
        start = scan.at;
    }
}

/// Turns the byte before each item into the line where it begins.
fn with_lines<'t>(text: &'t str, items: Vec<(usize, &'t str)>) -> Vec<(usize, &'t str)> {
    let (mut at, mut line) = (0, 1);
    let mut place = |(start, item): (usize, &'t str)| {
        let blank = text[start..].len() - text[start..].trim_start().len();
        let begins = start + blank;
        line += text[at..begins].bytes().filter(|it| *it == b'\n').count();
        at = begins;
        (line, item)
    };
    items.into_iter().map(&mut place).collect()
}

/// Refuses JSON in which an object has a field twice: one of the two would be lost.
pub(crate) fn no_field_twice(text: &str) -> Result<(), ReadError> {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    // The fields of every open object; a list has none.
    let mut open: Vec<BTreeSet<&str>> = Vec::new();
    loop {
        let from = scan.at;
        match scan.next() {
            None => return Ok(()),
            Some(b'{' | b'[') => open.push(BTreeSet::new()),
            Some(b'}' | b']') => drop(open.pop()),
            Some(b'"') => {
                let name = &text[from..scan.at];
                let is_field = text[scan.at..].trim_ascii_start().starts_with(':');
                if is_field && open.last_mut().is_some_and(|it| !it.insert(name)) {
                    return Err(ReadError::FieldTwice { field: name.trim_matches('"').to_owned() });
                }
            }
            Some(_) => {}
        }
    }
}

/// A walk over the signs of JSON; a text in quotes is one sign.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    /// The byte that the next sign begins with.
    fn next(&mut self) -> Option<u8> {
        let first = *self.bytes.get(self.at)?;
        self.at += 1;
        if first == b'"' {
            while let Some(byte) = self.bytes.get(self.at) {
                self.at += if *byte == b'\\' { 2 } else { 1 };
                if *byte == b'"' {
                    break;
                }
            }
            self.at = self.at.min(self.bytes.len());
        }
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_with_their_lines() {
        let text = "\n[ {\"a\": \"], {\\\"\"},\n [1, {}], \"ñ\",\n\n7 ] rest";
        let expected = [(2, "{\"a\": \"], {\\\"\"}"), (3, "[1, {}]"), (3, "\"ñ\""), (5, "7")];
        assert_eq!(items(text), expected);
        assert_eq!(items("[]"), []);
        assert_eq!(items("[1, {\"a\": 2"), [(1, "1"), (1, "{\"a\": 2")]);
        assert_eq!(items("[1,\n"), [(1, "1"), (2, "")]);
        assert_eq!(items("[1,,2]"), [(1, "1"), (1, ""), (1, "2")]);
        assert_eq!(items("[{\"a\\"), [(1, "{\"a\\")]);
    }

    #[test]
    fn a_field_that_stands_twice_is_found() {
        for good in
            ["{\"a\": {\"a\": 1}, \"b\": [\"a\", \"a\"]}", "[{\"a\": 1}, {\"a\": 1}]", "\"a", "}{"]
        {
            assert_eq!(no_field_twice(good), Ok(()), "{good}");
        }
        let bad = "{\"b\": [{\"ñ\": 1, \"ñ\" : 2}]}";
        assert_eq!(no_field_twice(bad), Err(ReadError::FieldTwice { field: "ñ".into() }));
    }
}
