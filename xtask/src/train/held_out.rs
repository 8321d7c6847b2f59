//! Development sets: documents that can be held out of training, and how well a model does on them.
//!
//! `cargo xtask train --hold-out` repeats with them what `docs/model.md` says each part bought. They are
//! parts of the training corpora, so the model that ships has seen them; no file for testing is among
//! them. What counts as a right name is as strict as it is there: the same span and the same kind, people,
//! bodies and places, edges that conventions differ on left aside on both sides.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use anyhow::{Result, anyhow};
use apostil::{
    extract::{Extractor, engine::Engine, lists::Lists, tagger::Tagger, vocabulary::is_title},
    segment::language::guess,
    text::TextRange,
};

use crate::train::{
    corpus::{Document, Mark},
    scheme::{Meaning, meaning},
    target::behind_titles,
};

/// A set: all of a file's documents, or some.
struct Set {
    /// As `corpus/file`.
    file: &'static str,
    /// Of so many documents in a row one is held out ...
    of: usize,
    /// ... the one with this number, from 0.
    nth: usize,
}

const SETS: &[Set] = &[
    Set { file: "uner-pud/news", of: 1, nth: 0 },
    Set { file: "uner-pud/wiki", of: 1, nth: 0 },
    Set { file: "crossner-politics/dev", of: 1, nth: 0 },
    Set { file: "wnut17/dev", of: 1, nth: 0 },
    Set { file: "uner-ewt/dev", of: 1, nth: 0 },
    Set { file: "gmb-voa/train", of: 8, nth: 0 },
    Set { file: "re-docred/dev", of: 4, nth: 2 },
];

/// For each of `documents` the number of the set that it belongs to, if any.
pub fn sets(documents: &[Document]) -> Vec<Option<usize>> {
    let mut seen = [0; SETS.len()];
    let set = |it: &Document| {
        let at = SETS.iter().position(|set| set.file == it.file)?;
        seen[at] += 1;
        ((seen[at] - 1) % SETS[at].of == SETS[at].nth).then_some(at)
    };
    documents.iter().map(set).collect()
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// People.
    Person,
    /// Companies, agencies, parties.
    Body,
    /// Countries, cities, rivers, buildings.
    Place,
}

const KINDS: [Kind; 3] = [Kind::Person, Kind::Body, Kind::Place];

/// A name that is counted; in bytes.
type Name = (usize, usize, Kind);

/// How many names were right, were given, and were wanted, of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    right: [usize; KINDS.len()],
    given: [usize; KINDS.len()],
    wanted: [usize; KINDS.len()],
}

impl Score {
    fn add(&mut self, given: &BTreeSet<Name>, wanted: &BTreeSet<Name>) {
        for it in given {
            self.given[it.2 as usize] += 1;
        }
        for it in wanted {
            self.wanted[it.2 as usize] += 1;
        }
        for it in given.intersection(wanted) {
            self.right[it.2 as usize] += 1;
        }
    }

    /// Of the kind, or of all three.
    fn f1(&self, kind: Option<Kind>) -> f64 {
        let of = |all: &[usize; 3]| kind.map_or(all.iter().sum(), |it| all[it as usize]);
        200.0 * of(&self.right) as f64 / (of(&self.given) + of(&self.wanted)).max(1) as f64
    }
}

/// Prints how well the engine does with the model `file` and `lists` on the held-out `documents`.
pub fn measure(file: &[u8], lists: Arc<Lists>, documents: &[Document]) -> Result<()> {
    let tagger = Tagger::read(file).map_err(|why| anyhow!("the model is {why:?}"))?;
    let engine = Engine::default().with_lists(lists).with_tagger(Arc::new(tagger));
    let mut scores = [Score::default(); SETS.len()];
    for (document, set) in documents.iter().zip(sets(documents)) {
        let Some(set) = set else { continue };
        let marks = document.marks.as_deref().unwrap_or_default();
        scores[set].add(&given(&engine, &document.text), &wanted(document, marks));
    }
    for (set, score) in SETS.iter().zip(&scores) {
        let [people, bodies, places] = KINDS.map(|it| score.f1(Some(it)));
        let all = score.f1(None);
        println!("{:<22} {all:.1} ({people:.1} {bodies:.1} {places:.1})", set.file);
    }
    let sum: f64 = scores.iter().map(|it| it.f1(None)).sum();
    println!("{:<22} {:.2}", "mean", sum / SETS.len() as f64);
    Ok(())
}

/// What the engine suggests in `text`.
fn given(engine: &Engine, text: &str) -> BTreeSet<Name> {
    let whole = TextRange::new(0, text.len() as u32);
    let found = engine.suggest(text, guess(text), whole);
    let names = found.suggestions.into_iter().filter_map(|it| {
        let range = trim(text, it.range.start() as usize..it.range.end() as usize);
        Some((range.start, range.end, kind(&it.label)?))
    });
    names.collect()
}

/// What the document's corpus marks; GMB has titles in people's names, and they are left aside.
fn wanted(document: &Document, marks: &[Mark]) -> BTreeSet<Name> {
    let names = marks.iter().filter_map(|(range, label)| {
        let kind = match meaning(&document.corpus, label) {
            Meaning::Label(label) => kind(label)?,
            Meaning::Place => Kind::Place,
            _ => return None,
        };
        let mut range = range.clone();
        if kind == Kind::Person && document.corpus.starts_with("gmb") {
            range = behind_titles(&document.text, range);
            if is_title(&document.text[range.clone()].to_lowercase()) {
                return None;
            }
        }
        let range = trim(&document.text, range);
        Some((range.start, range.end, kind))
    });
    names.collect()
}

/// The kind that one of our labels is.
pub fn kind(label: &str) -> Option<Kind> {
    match label {
        "PERSON" => Some(Kind::Person),
        "ORG" => Some(Kind::Body),
        "GPE" | "LOC" | "FAC" => Some(Kind::Place),
        _ => None,
    }
}

/// A span without an article or quotes before it and without quotes, a stop, a comma or a possessive
/// behind it, unless nothing else is left.
pub fn trim(text: &str, mut range: Range<usize>) -> Range<usize> {
    loop {
        let words = &text[range.clone()];
        if let Some(rest) = head(words).filter(|it| !it.is_empty()) {
            range.start = range.end - rest.len();
        } else if let Some(rest) = tail(words).filter(|it| !it.is_empty()) {
            range.end = range.start + rest.len();
        } else {
            return range;
        }
    }
}

/// `words` without the article or the quotes before it.
fn head(words: &str) -> Option<&str> {
    let quotes = ['"', '“', '‘', '\'', '`'];
    if words.starts_with(quotes) {
        return Some(words.trim_start_matches(quotes).trim_start());
    }
    let (article, rest) = words.split_once(char::is_whitespace)?;
    let is_article = ["the", "a", "an"].iter().any(|it| article.eq_ignore_ascii_case(it));
    is_article.then(|| rest.trim_start())
}

/// `words` without one mark or possessive behind it.
fn tail(words: &str) -> Option<&str> {
    let marks = ["'s", "’s", "'", "’", "\"", "”", ".", ","];
    marks.iter().find_map(|it| words.strip_suffix(it)).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(file: &str, text: &str, marks: &[(&str, &str)]) -> Document {
        let range = |words: &str| {
            let start = text.find(words).unwrap();
            start..start + words.len()
        };
        let marks = marks.iter().map(|it| (range(it.0), it.1.to_owned())).collect();
        let corpus = file.split('/').next().unwrap_or(file).to_owned();
        Document { corpus, file: file.to_owned(), text: text.to_owned(), marks: Some(marks) }
    }

    #[test]
    fn edges_are_left_aside() {
        let trimmed = |text: &str| text[trim(text, 0..text.len())].to_owned();
        assert_eq!(trimmed("The “U.S. Navy”’s"), "U.S. Navy");
        assert_eq!(
            (trimmed("the"), trimmed("“Ana” ."), trimmed("''")),
            ("the".into(), "Ana".into(), "'".into())
        );
        assert_eq!((trimmed("U.S."), trimmed("Theo Peña")), ("U.S".into(), "Theo Peña".into()));
    }

    #[test]
    fn every_eighth_of_one_and_all_of_another_are_held_out() {
        let of = |file: &str, n| vec![document(file, "", &[]); n];
        let all = [of("gmb-voa/train", 9), of("uner-ewt/dev", 2), of("wnut17/train", 2)].concat();
        let held: Vec<usize> = (0..13).filter(|it| sets(&all)[*it].is_some()).collect();
        assert_eq!(held, [0, 8, 9, 10]);
    }

    #[test]
    fn names_are_right_when_span_and_kind_are() {
        let text = "Mr. Ana Peña of the Oxfam went to Peru.";
        let marks =
            [("Mr. Ana Peña", "per"), ("the Oxfam", "org"), ("Peru", "geo"), ("went", "tim")];
        let it = document("gmb-voa/train", text, &marks);
        let wanted = wanted(&it, it.marks.as_deref().unwrap());
        assert_eq!(wanted.len(), 3);
        let given =
            BTreeSet::from([(4, 13, Kind::Person), (21, 26, Kind::Body), (35, 39, Kind::Body)]);
        let mut score = Score::default();
        score.add(&given, &wanted);
        assert_eq!((score.right, score.given, score.wanted), ([1, 1, 0], [1, 2, 0], [1, 1, 1]));
        assert!((score.f1(None) - 200.0 * 2.0 / 6.0).abs() < 1e-9);
    }
}
