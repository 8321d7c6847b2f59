//! A list of names, as a person writes one: a name a line, or a name and its label.
//!
//! # What we read
//!
//! A name, or a name, a tab or a semicolon, and the label's name. A comma parts them, too, where what
//! follows the last one is a label of the project, so that `Washington, D.C.` needs no quotes. Empty
//! lines and those that start with `#` are passed over. Case does not matter in a label's name.
//!
//! # What is lost
//!
//! Nothing in silence: a line that cannot be read is left out and said, with its number.

use std::collections::BTreeSet;

use crate::format::File;
use crate::format::decode::decode;
use crate::format::error::ReadError;
use crate::format::report::Report;
use crate::message::Message;
use crate::model::id::LabelId;
use crate::model::schema::{NameList, Schema};

/// The most names that a project's lists hold together: they are kept with its labels, and written
/// whenever those change.
pub const MAX_NAMES: usize = 20_000;

/// The longest name, in bytes.
const MAX_NAME: usize = 200;

/// The most lines that are named one by one.
const MAX_PROBLEMS: usize = 50;

/// What a file gave.
#[derive(Clone, Debug, PartialEq)]
pub struct NameFile {
    /// The names, called after the file.
    pub list: NameList,
    /// The lines that were left out, and why.
    pub problems: Vec<Message>,
}

/// Reads `file`; a name without a label gets `label`.
pub fn read(file: &File, schema: &Schema, label: LabelId) -> Result<NameFile, ReadError> {
    let decoded = decode(file, None, &mut Report::default())?;
    let mut list = NameList { name: stem(&file.name).to_owned(), names: Vec::new() };
    let (mut problems, mut known) = (Vec::new(), BTreeSet::new());
    for (line, n) in decoded.text.lines().zip(1_u64..) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match read_line(line, schema, label) {
            Ok((name, label)) => {
                if known.insert((label, name)) {
                    list.add(name, label);
                }
            }
            Err(found) => {
                let (file, label) = (file.name.clone(), found.to_owned());
                problems.push(Message::NameListBadLine { file, line: n, label });
            }
        }
    }
    let n_more = problems.len().saturating_sub(MAX_PROBLEMS);
    problems.truncate(MAX_PROBLEMS);
    if n_more > 0 {
        problems.push(Message::NameListMoreLines { count: n_more as u64 });
    }
    Ok(NameFile { list, problems })
}

/// A file's name without folders and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |it| it.0).trim()
}

/// The name and its label, or the words that should have been a label or a name.
fn read_line<'l>(
    line: &'l str,
    schema: &Schema,
    label: LabelId,
) -> Result<(&'l str, LabelId), &'l str> {
    let known = |word: &str| {
        let named = schema.labels.iter().find(|it| it.name.eq_ignore_ascii_case(word.trim()));
        named.map(|it| it.id)
    };
    let parts = line.split_once('\t').or_else(|| line.split_once(';'));
    let (name, label) = match parts {
        Some((name, word)) if word.trim().is_empty() => (name, label),
        Some((name, word)) => (name, known(word).ok_or(word.trim())?),
        None => match line.rsplit_once(',').map(|(name, word)| (name, known(word))) {
            Some((name, Some(label))) => (name, label),
            _ => (line, label),
        },
    };
    let name = name.trim();
    let is_name = name.chars().any(char::is_alphanumeric) && name.len() <= MAX_NAME;
    is_name.then_some((name, label)).ok_or(&line[..line.floor_char_boundary(40)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> NameFile {
        let file = File { name: "people/rivers.csv".to_owned(), bytes: text.as_bytes().to_vec() };
        read(&file, &Schema::ontonotes(), LabelId(1)).unwrap()
    }

    fn shown(file: &NameFile) -> Vec<String> {
        let schema = Schema::ontonotes();
        let label = |id| schema.label(id).unwrap().name.clone();
        let names = file.list.names.iter();
        names
            .flat_map(|it| it.1.iter().map(move |name| format!("{name}|{}", label(it.0))))
            .collect()
    }

    #[test]
    fn names_may_bring_their_labels() {
        let file = read_text(
            "# ours\r\nAna Peña\r\n\r\nRío Azul\tLOC\nAzul;org\nWashington, D.C.\nBonn, GPE\nLuz;\n",
        );
        let expected = [
            "Ana Peña|PERSON",
            "Washington, D.C.|PERSON",
            "Luz|PERSON",
            "Río Azul|LOC",
            "Azul|ORG",
            "Bonn|GPE",
        ];
        assert_eq!(shown(&file), expected);
        assert_eq!((file.list.name.as_str(), file.problems.len()), ("rivers", 0));
    }

    #[test]
    fn lines_that_are_wrong_are_named() {
        let file = read_text("Ana\tPERSN\n---\nLuz");
        assert_eq!(shown(&file), ["Luz|PERSON"]);
        let line = |line, label: &str| Message::NameListBadLine {
            file: "people/rivers.csv".to_owned(),
            line,
            label: label.to_owned(),
        };
        assert_eq!(file.problems, [line(1, "PERSN"), line(2, "---")]);
        assert_eq!(read_text(&"-\n".repeat(80)).problems.len(), MAX_PROBLEMS + 1);
    }

    #[test]
    fn a_name_is_kept_once() {
        assert_eq!(shown(&read_text("Ana\nAna\nAna\tORG")), ["Ana|PERSON", "Ana|ORG"]);
    }
}
