//! Tables: one row a record, named by the first row.
//!
//! **What it is.** CSV as RFC 4180 has it, with commas, semicolons, tabs or bars between the fields:
//! whichever the first row has most of. **What we read.** Each row on its own: one that is broken is
//! reported with its line, the others are taken. Line breaks inside quotes are kept as they are.
//! Which column holds the text is told by its name, or asked. All other columns are kept as meta.
//! **What we write.** Nothing: see JSON Lines. **What is lost.** Nothing.
//!
//! **Oddities.** A row may end early; what it lacks is not there, which is not the same as empty. A
//! first line such as `sep=;`, as spreadsheets write it, names the separator. Two columns of one name
//! get numbers. A quote that is not the first sign of a field is a quote.

use serde_json::Value;

use crate::format::dataset::Dataset;
use crate::format::distinct::Distinct;
use crate::format::error::ReadError;
use crate::format::json::Object;
use crate::format::record::{self, Row};
use crate::format::report::Report;
use crate::format::{Content, Likely};

/// Tables say it by their name.
pub(crate) fn sniff(_: &[u8], name: &str) -> Likely {
    let name = name.to_lowercase();
    if [".csv", ".tsv"].iter().any(|it| name.ends_with(it)) { Likely::Yes } else { Likely::No }
}

/// Reads all rows.
pub(crate) fn read(content: &Content<'_>, report: &mut Report) -> Result<Dataset, ReadError> {
    let (first, rest) = content.text.split_once('\n').unwrap_or((content.text, ""));
    let named = first.trim_end().strip_prefix("sep=").filter(|it| it.len() == 1);
    let (separator, text, line) = match named {
        Some(separator) => (separator.as_bytes()[0], rest, 2),
        None => (separator(content.text), content.text, 1),
    };
    let mut cells = Cells { text, at: 0, line, separator };
    let Some((_, header)) = cells.next() else { return Err(ReadError::NothingInside) };
    let mut names = Distinct::default();
    let header = header?;
    let columns: Vec<String> = header.iter().map(|it| names.take(it.trim(), "")).collect();
    let rows =
        cells.map(|(line, row)| Row { line, found: row.and_then(|it| record(&columns, it)) });
    let articles = record::articles(rows.collect(), content, report)?;
    Ok(Dataset { articles, ..Dataset::default() })
}

/// A row as a record. What it has beyond the columns would be without a name.
fn record(columns: &[String], row: Vec<String>) -> Result<Object, ReadError> {
    if row.len() > columns.len() {
        return Err(ReadError::LongRow { found: row.len(), columns: columns.len() });
    }
    let fields = columns.iter().cloned().zip(row.into_iter().map(Value::from));
    Ok(fields.filter(|(name, value)| !name.is_empty() || *value != "").collect())
}

/// What stands between the fields of the first row.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if !is_quoted => {
                counts.iter_mut().filter(|it| it.0 == byte).for_each(|it| it.1 += 1);
            }
            _ => {}
        }
    }
    let most = counts.iter().map(|it| it.1).max();
    counts.iter().find(|it| Some(it.1) == most).map_or(b',', |it| it.0)
}

/// The rows of a table as lists of fields. Blank lines are none.
struct Cells<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    separator: u8,
}

impl Iterator for Cells<'_> {
    /// The line where the row begins, and its fields.
    type Item = (usize, Result<Vec<String>, ReadError>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.take("\r\n") || self.take("\n") || self.take("\r") {
            self.line += 1;
        }
        if self.at == self.text.len() {
            return None;
        }
        let (line, mut row) = (self.line, Vec::new());
        loop {
            match self.field() {
                Ok(field) => row.push(field),
                Err(why) => return Some((line, Err(why))),
            }
            if self.text.as_bytes().get(self.at) != Some(&self.separator) {
                return Some((line, Ok(row)));
            }
            self.at += 1;
        }
    }
}

impl Cells<'_> {
    fn take(&mut self, wanted: &str) -> bool {
        let is_here = self.text[self.at..].starts_with(wanted);
        self.at += if is_here { wanted.len() } else { 0 };
        is_here
    }

    /// Reads up to the next separator or the end of the line.
    fn field(&mut self) -> Result<String, ReadError> {
        let mut field = String::new();
        if self.take("\"") {
            self.quoted(&mut field)?;
        }
        let rest = &self.text[self.at..];
        let ends = |it: u8| it == self.separator || it == b'\n' || it == b'\r';
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        field.push_str(&rest[..end]);
        self.at += end;
        Ok(field)
    }

    /// Reads what stands in quotes, and the quote at its end. Two quotes are one.
    fn quoted(&mut self, field: &mut String) -> Result<(), ReadError> {
        let line = self.line;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                self.at = self.text.len();
                return Err(ReadError::OpenQuote { line });
            };
            field.push_str(&rest[..end]);
            self.line += rest[..end].bytes().filter(|it| *it == b'\n').count();
            self.at += end + 1;
            if !self.take("\"") {
                return Ok(());
            }
            field.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, separator: u8, expected: &[(usize, &[&str])]) {
        let cells = Cells { text, at: 0, line: 1, separator };
        let found: Vec<_> = cells.map(|(line, row)| (line, row.unwrap())).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, row)| (*line, row.iter().map(ToString::to_string).collect::<Vec<_>>()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn rows_are_cut_as_the_standard_says() {
        check(
            "a,b\r\n1,\"x,\"\"y\"\"\r\nz\"\r\n\r\n,\n",
            b',',
            &[(1, &["a", "b"]), (2, &["1", "x,\"y\"\r\nz"]), (5, &["", ""])],
        );
        check("ñ;\"é\"e;d\"d\"", b';', &[(1, &["ñ", "ée", "d\"d\""])]);
        check("", b',', &[]);
        check("\"\"", b',', &[(1, &[""])]);
        let mut cells = Cells { text: "a\n\"b\nc", at: 0, line: 1, separator: b',' };
        assert_eq!(cells.by_ref().count(), 2);
        let text = "a\n\"b\nc";
        let last = Cells { text, at: 2, line: 2, separator: b',' }.next();
        assert_eq!(last, Some((2, Err(ReadError::OpenQuote { line: 2 }))));
    }

    #[test]
    fn the_separator_is_what_the_first_row_has_most_of() {
        for (text, expected) in [
            ("a,b;c,d\n;;;;", b','),
            ("a;b", b';'),
            ("\"a,b,c\"\td", b'\t'),
            ("a|b|c,d", b'|'),
            ("alone", b','),
        ] {
            assert_eq!(separator(text), expected, "{text}");
        }
    }
}
