//! What was written, read again and compared with what was to be written.
//!
//! No file is offered before this has passed: a dataset that cannot be read back is worse than none,
//! because it is noticed when the original is gone.

use crate::format::dataset::{Article, Dataset};
use crate::format::decode::decode;
use crate::format::error::WriteError;
use crate::format::report::Report;
use crate::format::thing::Thing;
use crate::format::{Content, File, Format, zip};

/// What was found in the files when they were read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// How many articles.
    pub n_articles: usize,
    /// How many marks on them.
    pub n_marks: usize,
    /// How many open suggestions.
    pub n_suggestions: usize,
    /// How long the files are together.
    pub n_bytes: usize,
}

/// Files that were read back without a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The files.
    pub files: Vec<File>,
    /// What is in them.
    pub receipt: Receipt,
}

/// Reads `files` and compares with `expected`, which the format has room for in whole.
pub fn verify(format: &Format, expected: &Dataset, files: &[File]) -> Result<Receipt, WriteError> {
    let whole = || WriteError::ReadBack { article: expected.name.clone() };
    let mut report = Report::default();
    let mut found = Dataset::default();
    for file in files {
        for file in if zip::is_zip(&file.bytes) { inner(file)? } else { vec![file.clone()] } {
            let words = decode(&file, None, &mut report).map_err(|_| whole())?.text;
            let content = Content { name: &file.name, text: &words, field: None };
            let dataset = format.read(&content, &mut report).map_err(|_| whole())?;
            found.join(dataset, &mut report);
        }
    }
    if !format.keeps.has(Thing::Definitions) {
        super::reduce::bare(&mut found);
    }
    let differs = |(one, other): (&Article, &Article)| one != other;
    let mut pairs = expected.articles.iter().zip(&found.articles);
    if let Some((article, _)) = pairs.find(|it| differs(*it)) {
        return Err(WriteError::ReadBack { article: article.name.clone() });
    }
    if found != *expected || !report.losses.is_empty() {
        return Err(whole());
    }
    Ok(Receipt {
        n_articles: found.articles.len(),
        n_marks: found.n_marks(),
        n_suggestions: found.articles.iter().map(|it| it.suggestions.len()).sum(),
        n_bytes: files.iter().map(|it| it.bytes.len()).sum(),
    })
}

fn inner(file: &File) -> Result<Vec<File>, WriteError> {
    zip::unpack(file).map_err(|_| WriteError::Zip)
}
