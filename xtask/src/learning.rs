//! What learning from corrections brings: `cargo xtask learning MODEL CORPUS`.
//!
//! The sentences of a corpus are read one after the other; each is scored, then corrected, and the
//! engine is taught the correction. Once without teaching and once with, the score of each quarter is
//! printed. The model must not have been trained on the corpus (`train --without`).

use std::{fs, ops::Range, path::Path, sync::Arc, time::Instant};

use anyhow::{Context, Result, anyhow};
use apostil::{
    extract::{Example, Extractor, engine::Engine, tagger::Tagger},
    text::TextRange,
};

use crate::{
    repo::Repo,
    train::{self, corpus, target::trim},
};

/// A span and the kind of name that it is.
type Name = (Range<usize>, &'static str);

/// How many spans were right, were given, and were wanted.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    right: usize,
    given: usize,
    wanted: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.given + self.wanted).max(1) as f64
    }
}

/// Prints the scores on `corpus` without and with learning.
pub fn measure(repo: &Repo, model: &Path, corpus: &Path) -> Result<()> {
    let bytes = fs::read(model).with_context(|| model.display().to_string())?;
    let tagger = Tagger::read(&bytes).map_err(|why| anyhow!("the model is {why:?}"))?;
    let lists = train::gazetteer(repo)?.lists().clone();
    let engine = Engine::default().with_lists(lists).with_tagger(Arc::new(tagger));
    let sentences = corpus::sentences(corpus)?;
    let frozen = run(engine.clone(), &sentences, false);
    let taught = run(engine, &sentences, true);
    for (name, scores) in [("frozen", frozen), ("taught", taught)] {
        let quarters: Vec<String> = scores.iter().map(|it| format!("{:.1}", it.f1())).collect();
        println!("{name}: F1 by quarter {}", quarters.join(" "));
    }
    Ok(())
}

fn run(mut engine: Engine, sentences: &[(String, Vec<corpus::Mark>)], learns: bool) -> [Score; 4] {
    let mut scores = [Score::default(); 4];
    let quarter = sentences.len().div_ceil(4);
    let mut seconds = 0.0;
    for (at, (text, marks)) in sentences.iter().enumerate() {
        let marks = marks
            .iter()
            .filter_map(|(range, label)| Some((trim(text, range.clone())?, wanted_kind(label)?)));
        let wanted: Vec<Name> = marks.collect();
        let found = engine.suggest(text, Some("en"), TextRange::new(0, text.len() as u32));
        let given: Vec<(Range<usize>, String)> = found
            .suggestions
            .into_iter()
            .filter_map(|it| {
                let range = it.range.start() as usize..it.range.end() as usize;
                Some((trim(text, range)?, it.label))
            })
            .collect();
        let score = &mut scores[at / quarter];
        score.wanted += wanted.len();
        score.given += given.iter().filter(|it| kind(&it.1).is_some()).count();
        score.right += given.iter().filter(|it| is_right(it, &wanted)).count();
        if learns {
            let example = correct(text, &wanted, &given);
            let start = Instant::now();
            engine.learn(&[example]);
            seconds += start.elapsed().as_secs_f64();
        }
    }
    if learns {
        println!("{:.3} ms a sentence learned", seconds * 1e3 / sentences.len() as f64);
    }
    scores
}

/// What a person decides: every name that is wanted is marked, every suggestion that is not is refused,
/// and those of other kinds than the corpus marks are accepted.
fn correct(text: &str, wanted: &[Name], given: &[(Range<usize>, String)]) -> Example {
    let range = |it: &Range<usize>| TextRange::new(it.start as u32, it.end as u32);
    let mut example = Example {
        text: text.to_owned(),
        reviewed: vec![TextRange::new(0, text.len() as u32)],
        ..Example::default()
    };
    for name in wanted {
        let same = given.iter().find(|it| it.0 == name.0 && kind(&it.1) == Some(name.1));
        let label = same.map_or(default_label(name.1), |it| &it.1);
        example.gold.push((range(&name.0), label.to_owned()));
    }
    for it in given {
        let meets = |name: &&Name| name.0.start < it.0.end && it.0.start < name.0.end;
        if kind(&it.1).is_none() && !wanted.iter().any(|name| meets(&name)) {
            example.gold.push((range(&it.0), it.1.clone()));
        } else if !is_right(it, wanted) {
            example.rejected.push((range(&it.0), it.1.clone()));
        }
    }
    example
}

fn is_right(given: &(Range<usize>, String), wanted: &[Name]) -> bool {
    kind(&given.1).is_some_and(|kind| wanted.contains(&(given.0.clone(), kind)))
}

/// The kind that one of our labels is, if a corpus marks it.
fn kind(label: &str) -> Option<&'static str> {
    match label {
        "PERSON" => Some("person"),
        "ORG" => Some("body"),
        "GPE" | "LOC" | "FAC" => Some("place"),
        _ => None,
    }
}

/// The kind that a corpus's label is.
fn wanted_kind(label: &str) -> Option<&'static str> {
    match label {
        "per" | "PER" => Some("person"),
        "org" | "ORG" => Some("body"),
        "geo" | "LOC" => Some("place"),
        _ => None,
    }
}

fn default_label(kind: &str) -> &'static str {
    match kind {
        "person" => "PERSON",
        "body" => "ORG",
        _ => "GPE",
    }
}
