//! What is to come of the work: articles, and the names that are to be marked in them.
//!
//! A name counts by its kind (people, bodies, places) and by its span with edges that conventions differ
//! on left aside, as where a model is measured. Labels that are none of the three are not counted.

use std::path::Path;

use anyhow::{Context, Result};
use apostil::text::TextRange;

use crate::train::{
    corpus,
    held_out::{Kind, kind, trim},
};

/// How many sentences of a corpus are an article: where its articles end is not in its file.
const SENTENCES: usize = 20;

/// A name that is to be marked: where, without the edges that do not count, and its kind.
pub type Name = (TextRange, Kind);

/// One article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its words.
    pub text: String,
    /// What is to be marked, in order.
    pub names: Vec<Name>,
}

/// The mark on `range` with `label`, as it is counted; `None` for a label that is not.
pub fn counted(text: &str, range: TextRange, label: &str) -> Option<Name> {
    let range = trim(text, range.start() as usize..range.end() as usize);
    Some((TextRange::new(range.start as u32, range.end as u32), kind(label)?))
}

/// The articles of a corpus with marks: a sentence a line, twenty sentences an article.
pub fn of_corpus(path: &Path) -> Result<Vec<Article>> {
    let sentences = corpus::sentences(path)?;
    Ok(sentences.chunks(SENTENCES).map(of_sentences).collect())
}

fn of_sentences(sentences: &[(String, Vec<corpus::Mark>)]) -> Article {
    let (mut text, mut names) = (String::new(), Vec::new());
    for (sentence, marks) in sentences {
        let start = text.len();
        text.push_str(sentence);
        for (range, label) in marks {
            let range = TextRange::new((range.start + start) as u32, (range.end + start) as u32);
            names.extend(ours(label).and_then(|label| counted(&text, range, label)));
        }
    }
    Article { text, names }
}

/// One of our labels with the meaning of a corpus's label, if it is counted.
fn ours(label: &str) -> Option<&'static str> {
    match label {
        "PER" | "per" | "person" | "politician" => Some("PERSON"),
        "ORG" | "org" | "organisation" | "politicalparty" => Some("ORG"),
        "LOC" | "geo" | "location" | "country" => Some("GPE"),
        _ => None,
    }
}

/// Articles parted by empty lines, with `[words|LABEL]` around what is marked.
pub fn of_fixture(marked: &str) -> Result<Vec<Article>> {
    marked.split("\n\n").filter(|it| !it.trim().is_empty()).map(of_marked).collect()
}

fn of_marked(marked: &str) -> Result<Article> {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let mark = after.split_once(']').and_then(|(it, after)| Some((it.split_once('|')?, after)));
        let ((words, label), after) = mark.context("a mark without a label or an end")?;
        let start = text.len() as u32;
        text.push_str(words);
        spans.push((TextRange::new(start, text.len() as u32), label));
        rest = after;
    }
    text.push_str(rest);
    let names = spans.iter().filter_map(|(range, label)| counted(&text, *range, label)).collect();
    Ok(Article { text, names })
}
