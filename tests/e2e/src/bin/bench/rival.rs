//! A spaCy pipeline in a process of its own, which does one round for each line it is sent.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::Round;
use crate::options::RivalOptions;

const PROGRAM: &str = include_str!("../../../../../benches/page/spacy_ner.py");

/// The process. Dropping it ends it.
pub(crate) struct Rival {
    /// What it calls itself.
    pub(crate) name: String,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Rival {
    /// Starts it on these texts and waits until it is warm; `folder` takes what it reads.
    pub(crate) fn start(options: &RivalOptions, texts: &[String], folder: &Path) -> Result<Rival> {
        let (program, list) = (folder.join("rival.py"), folder.join("texts.json"));
        fs::write(&program, PROGRAM)?;
        fs::write(&list, serde_json::to_string(texts)?)?;
        let mut command = Command::new(&options.python);
        command.arg(&program).arg(&options.model).arg(&list);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child =
            child.with_context(|| format!("{} cannot be started", options.python.display()))?;
        let input = child.stdin.take().context("its input was asked for")?;
        let output = BufReader::new(child.stdout.take().context("its output was asked for")?);
        let mut rival = Rival { name: String::new(), child, input, output };
        rival.name = rival.answer()?["ready"].as_str().unwrap_or_default().to_owned();
        // Its first round is slower, as ours is.
        rival.round()?;
        Ok(rival)
    }

    /// Has it read all texts once.
    pub(crate) fn round(&mut self) -> Result<Round> {
        self.input.write_all(b"\n")?;
        self.input.flush()?;
        Round::read(&self.answer()?)
    }

    fn answer(&mut self) -> Result<Value> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        serde_json::from_str(&line).context("the rival ended: see what it printed above")
    }
}

impl Drop for Rival {
    fn drop(&mut self) {
        // An error means that it has ended by itself.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
