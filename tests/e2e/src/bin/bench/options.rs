//! What the bench is asked for on its command line.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};

/// What is to be read, and against whom.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    /// Files with texts; none for the samples of the repository.
    pub(crate) texts: Vec<PathBuf>,
    /// Rounds that count.
    pub(crate) rounds: usize,
    /// A spaCy pipeline to stand beside.
    pub(crate) rival: Option<RivalOptions>,
}

/// Where a spaCy pipeline is.
#[derive(Debug, PartialEq)]
pub(crate) struct RivalOptions {
    /// A Python that has spaCy.
    pub(crate) python: PathBuf,
    /// The folder of the pipeline, the one with `config.cfg`.
    pub(crate) model: PathBuf,
}

impl Options {
    /// Reads `--text FILE` (any number of times), `--rounds N`, `--python PATH`, `--spacy FOLDER`.
    pub(crate) fn parse(arguments: &[String]) -> Result<Options> {
        let (mut texts, mut rounds, mut python, mut model) = (Vec::new(), 7, None, None);
        for pair in arguments.chunks(2) {
            let [name, value] = pair else { bail!("{} needs a value", pair[0]) };
            match name.as_str() {
                "--text" => texts.push(value.into()),
                "--rounds" => rounds = value.parse().context("--rounds takes a number")?,
                "--python" => python = Some(value.into()),
                "--spacy" => model = Some(value.into()),
                _ => bail!("bench knows --text, --rounds, --python and --spacy, not {name}"),
            }
        }
        ensure!(rounds > 0, "--rounds takes a number above 0");
        let rival = match (python, model) {
            (Some(python), Some(model)) => Some(RivalOptions { python, model }),
            (None, None) => None,
            _ => bail!("--python and --spacy go together"),
        };
        Ok(Options { texts, rounds, rival })
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parse(line: &str) -> anyhow::Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_and_others_refused() {
        let options = parse("--text a --text b --rounds 3 --python p --spacy m").unwrap();
        assert_eq!((options.texts.len(), options.rounds), (2, 3));
        assert_eq!(options.rival.unwrap().model.to_str(), Some("m"));
        assert_eq!(parse("").unwrap().rival, None);
        for bad in ["--text", "--rounds 0", "--rounds x", "--python p", "--fast 1"] {
            assert!(parse(bad).is_err(), "{bad} was taken");
        }
    }
}
