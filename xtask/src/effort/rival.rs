//! What a spaCy pipeline suggests for the same articles.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use apostil::protocol::message::{Suggested, Why};

use crate::effort::gold::Article;

/// Reads texts, each ended by a zero byte, and writes a line a text: `start,end,label` in bytes.
const SCRIPT: &str = include_str!("spacy.py");

/// It says of no suggestion how sure it is: all are as sure as this.
const SCORE: f32 = 0.75;

/// The suggestions for each article, beside its text.
pub fn ask(
    python: &Path,
    model: &Path,
    articles: &[Article],
) -> Result<Vec<(String, Vec<Suggested>)>> {
    let mut command = Command::new(python);
    command.args(["-c", SCRIPT]).arg(model).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| python.display().to_string())?;
    let mut stdin = child.stdin.take().context("its input is piped")?;
    for it in articles {
        stdin.write_all(it.text.as_bytes())?;
        stdin.write_all(&[0])?;
    }
    drop(stdin);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "{} failed", python.display());
    let lines = String::from_utf8(output.stdout)?;
    ensure!(lines.lines().count() == articles.len(), "not an answer for each article");
    let answers = lines.lines().zip(articles);
    answers.map(|(line, article)| Ok((article.text.clone(), read(line)?))).collect()
}

fn read(line: &str) -> Result<Vec<Suggested>> {
    let one = |it: &str| {
        let mut parts = it.splitn(3, ',');
        let mut part = || parts.next().context("start, end and label");
        let (start, end, label) = (part()?.parse()?, part()?.parse()?, part()?.to_owned());
        Ok(Suggested { start, end, label, score: SCORE, reason: Why::Shape })
    };
    line.split_whitespace().map(one).collect()
}
