//! Plain text: the words alone.
//!
//! **What it is.** Words in one of the encodings that we know; written in UTF-8. **What we read.** One file is one
//! article, called as the file; not a byte is changed. **What we write.** One file an article.
//! **What is lost.** Everything but the words and, as far as a file can be called so, the name.
//! **Oddities.** A text that begins with U+FEFF gets a byte order mark in front, or the mark would
//! be taken for one. A text without a character, or with U+0000, cannot be a text file.

use crate::format::dataset::{Article, Dataset};
use crate::format::decode;
use crate::format::error::ReadError;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::zip::FileNames;
use crate::format::{Content, File, Likely};
use crate::text::{MAX_TEXT_BYTES, Text};

pub(crate) const EXTENSION: &str = ".txt";

/// Text files say it by their name; anything else may be one.
pub(crate) fn sniff(_: &[u8], name: &str) -> Likely {
    let name = name.to_lowercase();
    if [".txt", ".text"].iter().any(|it| name.ends_with(it)) {
        Likely::Yes
    } else {
        Likely::Perhaps
    }
}

/// Reads one article.
pub(crate) fn read(content: &Content<'_>, _: &mut Report) -> Result<Dataset, ReadError> {
    let text = Text::new(content.text)
        .map_err(|long| ReadError::TooLong { bytes: long.bytes, limit: MAX_TEXT_BYTES })?;
    let articles = vec![Article::new(content.name, text)];
    Ok(Dataset { articles, ..Dataset::default() })
}

/// Takes out the articles that no text file can hold, and names the others as their files will be.
pub(crate) fn fit(dataset: &mut Dataset, report: &mut Report) {
    dataset.articles.retain(|article| {
        let file = File { name: String::new(), bytes: to_bytes(&article.text) };
        let fits = decode::decode(&file, None, &mut Report::default()).is_ok();
        report.lost(Thing::Articles, usize::from(!fits), &article.name);
        fits
    });
    let mut names = FileNames::default();
    for article in &mut dataset.articles {
        let name = names.take(&article.name, EXTENSION);
        let differs = name != article.name && name.strip_suffix(EXTENSION) != Some(&article.name);
        report.lost(Thing::Names, usize::from(differs), &article.name);
        article.name = name;
    }
}

/// Writes the words of each article. The names are those that [`fit`] gave.
pub(crate) fn write(dataset: &Dataset) -> Vec<File> {
    let file = |it: &Article| File { name: it.name.clone(), bytes: to_bytes(&it.text) };
    dataset.articles.iter().map(file).collect()
}

fn to_bytes(text: &Text) -> Vec<u8> {
    let mark = if text.as_str().starts_with('\u{feff}') { "\u{feff}" } else { "" };
    [mark.as_bytes(), text.as_str().as_bytes()].concat()
}
