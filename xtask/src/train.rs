//! Training of the model that ships: `cargo xtask train --corpora FOLDER`.
//!
//! From openly licensed corpora to `model/model.bin`, with fixed seeds, so that the same corpora give
//! the same bytes. What each part bought, and what the data may be used for, is in `docs/model.md` and
//! `model/NOTICE`. In reading order: [`corpus`] reads the documents, [`teacher`] asks others about them,
//! [`scheme`] and [`target`] join what both say, [`examples`] makes features of them, [`chain`] and
//! [`field`] are trained, [`calibrate`] finds out what a margin means, [`pack`] writes the file;
//! [`held_out`] measures how good a model is that was not shown everything.

mod calibrate;
mod chain;
pub mod corpus;
mod examples;
mod field;
pub mod held_out;
mod pack;
mod scheme;
pub mod target;
mod teacher;

use std::{fs, path::PathBuf, sync::Arc, thread};

use anyhow::{Context, Result, anyhow, bail, ensure};
use apostil::{
    extract::{
        gazetteer::Gazetteer,
        lists::Lists,
        tagger::{
            chapter::{Chapter, read_chapter},
            tag::{LABELS, Tag},
        },
    },
    text::TextRange,
};

use crate::{
    lists,
    repo::{Repo, write_changed},
    size,
    train::{
        calibrate::calibrate,
        chain::{Chain, Example, Search},
        corpus::Document,
        examples::Dictionary,
        field::Plan,
        pack::{Keep, pack},
        target::Target,
        teacher::{Answer, FIRST, SECOND, SPANISH},
    },
};

/// Where the file lies in the repository.
pub const FILE: &str = "model/model.bin";

/// A feature that is in fewer words is left out.
const CUT: u32 = 3;

/// How the chain is trained; the halves, whose guesses it learns to hear, in fewer rounds.
const PLAN: Plan = Plan { epochs: 4, rate: 0.1, penalty: 0.4, hearing: 6, seed: 12_345 };
/// The same with the examples in another order: the mean of both chains is steadier than either.
const AGAIN: Plan = Plan { seed: 13_345, ..PLAN };
const HALF: Plan = Plan { epochs: 2, hearing: 0, ..PLAN };

/// What is kept of the weights.
const KEEP: Keep = Keep { clip: 0.9999, least: 3.0 };

/// A document as it is trained on.
struct Lesson<'t> {
    document: &'t Document,
    /// The development set that it belongs to.
    set: Option<usize>,
    chapter: Chapter<'t>,
    targets: Vec<Vec<Target>>,
    examples: Vec<Example>,
}

/// What to train on, and where to.
#[derive(Debug, Default)]
pub struct Options {
    /// Where the corpora lie.
    corpora: PathBuf,
    /// A corpus to leave out, by the beginning of its name.
    without: Option<String>,
    /// Whether the development sets are left out, to measure the model on them.
    holds_out: bool,
    /// The file to write, in place of [`FILE`].
    output: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments behind `train`.
    pub fn parse(arguments: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            if *name == "--hold-out" {
                options.holds_out = true;
                continue;
            }
            let value = rest.next().with_context(|| format!("{name} lacks what belongs to it"))?;
            match *name {
                "--corpora" => options.corpora = value.into(),
                "--without" => options.without = Some((*value).to_owned()),
                "--output" => options.output = Some(value.into()),
                _ => bail!("train takes --corpora, --without, --hold-out and --output"),
            }
        }
        ensure!(!options.corpora.as_os_str().is_empty(), "where are the corpora? --corpora FOLDER");
        Ok(options)
    }
}

/// Trains on the corpora and writes the file. A model that was not shown everything is only written
/// where it is asked for.
pub fn train(repo: &Repo, options: &Options) -> Result<()> {
    let gazetteer = gazetteer(repo)?;
    let documents = corpus::read(&options.corpora)?;
    println!("{} documents", documents.len());
    let mut lessons = read(repo, &documents, &gazetteer)?;
    let is_left_out = |it: &Lesson| {
        options.without.as_deref().is_some_and(|left| it.document.corpus.starts_with(left))
            || options.holds_out && it.set.is_some()
    };
    lessons.retain(|it| !is_left_out(it));
    let bytes = make(lessons);
    size::report(FILE, &bytes);
    if options.holds_out {
        held_out::measure(&bytes, gazetteer.lists().clone(), &documents)?;
    }
    let is_whole = !options.holds_out && options.without.is_none();
    match &options.output {
        Some(path) => write_changed(path, &bytes),
        None if is_whole => write_changed(&repo.root.join(FILE), &bytes),
        None => Ok(()),
    }
}

/// The file of a model trained on `lessons`.
fn make(mut lessons: Vec<Lesson>) -> Vec<u8> {
    let mut dictionary = Dictionary::default();
    number(&mut lessons, &mut dictionary);
    let halves = train_halves(&lessons, &dictionary);
    hear(&mut lessons, &mut dictionary, &halves);
    let chain = train_twice(&lessons, &dictionary);
    let calibration = calibrate(&halves, &dictionary.keys, KEEP, &lessons);
    pack(&chain, &dictionary.keys, KEEP, &calibration)
}

/// The lists that ship.
pub fn gazetteer(repo: &Repo) -> Result<Gazetteer> {
    let path = repo.root.join(lists::FILE);
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    let names = Lists::read(bytes).map_err(|why| anyhow!("{} is {why:?}", lists::FILE))?;
    Ok(Gazetteer::new(Arc::new(names)))
}

/// Reads the documents and what their marks and the teachers say of them.
fn read<'t>(
    repo: &Repo,
    documents: &'t [Document],
    gazetteer: &Gazetteer,
) -> Result<Vec<Lesson<'t>>> {
    let first = teacher::ask(repo, &FIRST, documents)?;
    let second = teacher::ask(repo, &SECOND, documents)?;
    let spanish = teacher::ask(repo, &SPANISH, documents)?;
    let sets = held_out::sets(documents);
    let mut lessons = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        let is_english = document.language() == "en";
        let said =
            if is_english { first[at].clone() } else { spanish[at].clone().map(in_ontonotes) };
        let whole = TextRange::new(0, document.text.len() as u32);
        let (chapter, _) = read_chapter(&document.text, whole, gazetteer);
        let targets = target::targets(document, said.as_deref(), second[at].as_deref(), &chapter);
        let examples = examples::examples(&chapter, &targets, weight(document));
        lessons.push(Lesson { document, set: sets[at], chapter, targets, examples });
    }
    Ok(lessons)
}

/// The Spanish teacher's labels in OntoNotes' words; its places are mostly towns and countries.
fn in_ontonotes(answers: Vec<Answer>) -> Vec<Answer> {
    let label = |label: String| match &*label {
        "PER" => "PERSON".to_owned(),
        "LOC" => "GPE".to_owned(),
        _ => label,
    };
    answers.into_iter().map(|(range, it)| (range, label(it))).collect()
}

/// How much the examples of a document count. The larger part of GMB was labelled by programs and is as
/// large as all others together; texts that only teachers have marked count half.
fn weight(document: &Document) -> f32 {
    match &document.marks {
        None => 0.5,
        Some(_) if document.corpus == "gmb-voa-rest" => 0.3,
        Some(_) => 1.0,
    }
}

/// Gives all features numbers.
fn number(lessons: &mut [Lesson], dictionary: &mut Dictionary) {
    let examples = lessons.iter().flat_map(|it| &it.examples);
    dictionary.add(examples.flat_map(|it| &it.features), CUT);
    for it in lessons.iter_mut().flat_map(|it| &mut it.examples) {
        dictionary.number(&mut it.features, &mut it.ends);
    }
    println!("{} features", dictionary.keys.len());
}

/// Trains two chains, each on every second document, the first on the odd ones.
fn train_halves(lessons: &[Lesson], dictionary: &Dictionary) -> [Chain; 2] {
    let train = |half: usize| {
        let mut chain = Chain::new(LABELS.len(), dictionary.keys.len());
        let others = lessons.iter().enumerate().filter(|it| it.0 % 2 != half);
        let examples: Vec<&Example> = others.flat_map(|it| &it.1.examples).collect();
        field::train(&mut chain, &examples, &HALF);
        chain
    };
    thread::scope(|scope| {
        let halves = [0, 1].map(|half| scope.spawn(move || train(half)));
        halves.map(|it| it.join().expect("training does not panic"))
    })
}

/// Trains two chains on all documents, and gives their mean.
fn train_twice(lessons: &[Lesson], dictionary: &Dictionary) -> Chain {
    let all: Vec<&Example> = lessons.iter().flat_map(|it| &it.examples).collect();
    let train = |plan: &Plan| {
        let mut chain = Chain::new(LABELS.len(), dictionary.keys.len());
        field::train(&mut chain, &all, plan);
        chain
    };
    thread::scope(|scope| {
        let other = scope.spawn(|| train(&AGAIN));
        let one = train(&PLAN);
        one.mean(&other.join().expect("training does not panic"))
    })
}

/// Gives every document what the rest of its text says, as guessed by the half that has not seen it.
fn hear(lessons: &mut [Lesson], dictionary: &mut Dictionary, halves: &[Chain; 2]) {
    let mut search = Search::default();
    for (at, lesson) in lessons.iter_mut().enumerate() {
        let chain = &halves[at % 2];
        let mut guess = |example: &Example| {
            let mut tags: Vec<Tag> = Vec::new();
            chain.sum(example, false, &mut search);
            chain.best(example.len(), &mut search, &mut tags);
            tags
        };
        let guesses: Vec<Vec<Tag>> = lesson.examples.iter().map(&mut guess).collect();
        examples::hear(&lesson.chapter, &mut lesson.examples, &guesses);
    }
    let examples = lessons.iter().flat_map(|it| &it.examples);
    dictionary.add(examples.flat_map(|it| &it.heard), CUT);
    for it in lessons.iter_mut().flat_map(|it| &mut it.examples) {
        dictionary.number(&mut it.heard, &mut it.heard_ends);
    }
}
