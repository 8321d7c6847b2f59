//! How many actions a right mark costs: `cargo xtask effort`.
//!
//! A simulated annotator brings articles from what is suggested to what is right, through the commands
//! that keys, clicks and drags mean, in a real session with the real engine behind its messages. Every
//! key, click or drag is an action and costs one; the price list is in `docs/effort.md`, and what is
//! counted as a name in [`gold`]. In the end the marks are exactly those that are wanted, or the run
//! fails. Reading order: [`gold`], [`desk`], [`till`], [`annotator`], [`rival`].
//!
//! Limits: it sees at once and errs never, so that it says how many actions the tool asks for, not how
//! much time a person takes.

mod annotator;
mod desk;
mod gold;
mod marking;
mod rival;
mod spreading;
#[cfg(test)]
mod tests;
mod till;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail, ensure};
use apostil::protocol::message::Suggested;

use crate::{
    effort::{
        annotator::{Answers, marked, work},
        desk::{Desk, Tools, Worker},
        gold::Article,
        till::{Action, Till},
    },
    repo::Repo,
};

/// The corpora that are measured, by folder and file.
const CORPORA: [&str; 2] = ["gmb-voa/test-notitle", "crossner-politics/test"];

/// Our own articles, which are measured without corpora.
const OWN: [&str; 2] = ["tests/extract/names.en.txt", "tests/extract/names.en.b.txt"];

/// A way to work.
struct Way {
    /// Its name in the table.
    name: &'static str,
    suggests: Suggests,
    tools: Tools,
    answers: Answers,
}

/// Who makes suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Suggests {
    Nobody,
    Engine,
    Rival,
}

const fn way(
    name: &'static str,
    suggests: Suggests,
    answers: Answers,
    (learns, everywhere): (bool, bool),
) -> Way {
    Way { name, suggests, tools: Tools { learns, everywhere }, answers }
}

/// All ways: first with suggestions that are answered one by one, then with articles that are finished at
/// once.
const WAYS: [Way; 9] = [
    way("a", Suggests::Nobody, Answers::Singly, (false, false)),
    way("b", Suggests::Engine, Answers::Singly, (false, false)),
    way("b'", Suggests::Rival, Answers::Singly, (false, false)),
    way("c", Suggests::Engine, Answers::Singly, (true, false)),
    way("b-once", Suggests::Engine, Answers::AtOnce, (false, false)),
    way("b'-once", Suggests::Rival, Answers::AtOnce, (false, false)),
    way("c-once", Suggests::Engine, Answers::AtOnce, (true, false)),
    way("everywhere", Suggests::Engine, Answers::AtOnce, (false, true)),
    way("d", Suggests::Engine, Answers::AtOnce, (true, true)),
];

/// What to measure.
#[derive(Debug, Default)]
pub struct Options {
    /// Where the corpora lie; our own articles without.
    corpora: Option<PathBuf>,
    /// A Python that has spaCy, and the folder of a pipeline.
    rival: Option<(PathBuf, PathBuf)>,
    /// The ways to measure; all without.
    only: Vec<String>,
}

impl Options {
    /// Reads `--corpora FOLDER`, `--python PATH --spacy FOLDER`, `--only WAY` (any number of times).
    pub fn parse(arguments: &[&str]) -> Result<Self> {
        let (mut options, mut python, mut model) = (Self::default(), None, None);
        for pair in arguments.chunks(2) {
            let [name, value] = pair else { bail!("{} needs a value", pair[0]) };
            match *name {
                "--corpora" => options.corpora = Some(value.into()),
                "--python" => python = Some(value.into()),
                "--spacy" => model = Some(value.into()),
                "--only" => options.only.push((*value).to_owned()),
                _ => bail!("effort knows --corpora, --python, --spacy and --only, not {name}"),
            }
        }
        options.rival = match (python, model) {
            (Some(python), Some(model)) => Some((python, model)),
            (None, None) => None,
            _ => bail!("--python and --spacy go together"),
        };
        Ok(options)
    }
}

/// Lists and model.
struct Data {
    lists: Vec<u8>,
    model: Vec<u8>,
}

impl Data {
    fn read(repo: &Repo) -> Result<Self> {
        let read = |file: &str| fs::read(repo.root.join(file)).context(file.to_owned());
        Ok(Self { lists: read("model/lists.bin")?, model: read("model/model.bin")? })
    }
}

/// Prints a table for each set of articles.
pub fn measure(repo: &Repo, options: &Options) -> Result<()> {
    let data = Data::read(repo)?;
    for (name, articles) in sets(repo, options)? {
        let rival =
            options.rival.as_ref().map(|(python, model)| rival::ask(python, model, &articles));
        let rival = rival.transpose()?;
        let n_names: usize = articles.iter().map(|it| it.names.len()).sum();
        println!("{name}: {} articles, {n_names} names\n", articles.len());
        let kinds = Action::ALL.map(Action::name).join(" | ");
        println!("| way | actions a name | {kinds} |");
        println!("|---|{}", "---|".repeat(Action::ALL.len() + 1));
        for way in &WAYS {
            let is_wanted = options.only.is_empty() || options.only.iter().any(|it| it == way.name);
            let is_there = way.suggests != Suggests::Rival || rival.is_some();
            if is_wanted && is_there {
                let till = run(way, &data, rival.as_deref(), &articles)?;
                println!("{}", row(way.name, &till, n_names));
            }
        }
        println!();
    }
    Ok(())
}

fn row(name: &str, till: &Till, n_names: usize) -> String {
    let kinds = Action::ALL.map(|it| till.of(it).to_string()).join(" | ");
    format!("| {name} | {:.3} | {kinds} |", till.total() as f64 / n_names.max(1) as f64)
}

/// The articles to measure, by the name of their set.
fn sets(repo: &Repo, options: &Options) -> Result<Vec<(&'static str, Vec<Article>)>> {
    let Some(folder) = &options.corpora else {
        let mut all = Vec::new();
        for file in OWN {
            let marked = fs::read_to_string(repo.root.join(file)).context(file)?;
            all.extend(gold::of_fixture(&marked)?);
        }
        return Ok(vec![("our own", all)]);
    };
    let corpus = |name| {
        let path = folder.join(name).with_added_extension("bio");
        Ok((name, gold::of_corpus(&path)?))
    };
    CORPORA.into_iter().map(corpus).collect()
}

/// Works through `articles` in one way, and sees that what is marked then is what is wanted.
fn run(
    way: &Way,
    data: &Data,
    rival: Option<&[(String, Vec<Suggested>)]>,
    articles: &[Article],
) -> Result<Till> {
    let worker = match way.suggests {
        Suggests::Nobody => Worker::other(&[]),
        Suggests::Engine => Worker::engine(data.lists.clone(), data.model.clone()),
        Suggests::Rival => Worker::other(rival.unwrap_or_default()),
    };
    let mut desk = Desk::new(articles, worker, way.tools);
    work(&mut desk, articles, way.answers);
    for (article, document) in articles.iter().zip(desk.session.project().order()) {
        let mut wanted = article.names.clone();
        wanted.sort();
        ensure!(marked(&desk, document) == wanted, "{}: {document} is not as wanted", way.name);
    }
    Ok(desk.till)
}
