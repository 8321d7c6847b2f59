//! The chores: `cargo xtask COMMAND`.
//!
//! Everything that a fresh machine needs to build, serve and test the page, with nothing installed
//! but Rust. In reading order: [`repo`] knows the folders; [`wasm`] makes the module and its glue;
//! [`template`] reads `index.html`; [`assets`] collects what goes into the page; [`dist`] and
//! [`single`] write the two forms of the page, [`rescue`], [`offline`], [`csp`] and [`size`] help
//! them; [`lists`] makes the lists of names, [`train`] the model, [`learning`] measures what it
//! learns, [`effort`] how many actions a right mark costs; [`serve`]
//! shows the first; [`test`], [`parts`] and [`tools`] run every check.
//!
//! Limits: it builds for development and for release alike (the `web` profile); Trunk is there for
//! those who want a rebuild on each change.

mod assets;
mod csp;
mod dist;
mod effort;
mod learning;
mod lists;
mod offline;
mod parts;
mod repo;
mod rescue;
mod serve;
mod single;
mod size;
mod template;
mod test;
mod tools;
mod train;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::{repo::Repo, test::Choice, wasm::Profile};

const USAGE: &str = "\
cargo xtask COMMAND

  build [--dev]               build the page into dist/; --dev is quicker, and not for use
  serve [--dev] [--open] [--port N]
                              build it and serve it on 127.0.0.1
  lists [--check]             make model/lists.bin from its sources, or see that it is what they give
  train --corpora FOLDER [--without CORPUS] [--hold-out] [--output FILE]
                              train model/model.bin; with a corpus or the development sets left
                              out, which are then measured, only FILE is written
  effort [--corpora FOLDER] [--python PATH --spacy FOLDER] [--only WAY]...
                              how many actions a right mark costs, by several ways to work
  learning MODEL CORPUS       what learning from corrections brings, sentence by sentence
  single                      build dist/apostil.html, the page in one file
  pictures                    take the pictures of the guide from dist/, and paint the icon
  bench [--text FILE]... [--rounds N] [--python PATH --spacy FOLDER]
                              build the page and time its worker in Chromium, beside spaCy if given
  test [--only PART]...       run every check, or some parts and what they need
  test --list                 name the parts";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let repo = Repo::find()?;
    match arguments.as_slice() {
        ["build"] => dist::build(&repo, Profile::Web),
        ["build", "--dev"] => dist::build(&repo, Profile::Dev),
        ["serve", options @ ..] => serve::serve(&repo, &serve::Options::parse(options)?),
        ["single"] => single::build(&repo),
        ["pictures"] => {
            let mut command = repo.cargo(&["run", "-p", "e2e", "--bin", "pictures"]);
            repo::run(command.env("APOSTIL_DIST", &repo.dist))
        }
        ["bench", options @ ..] => {
            dist::build(&repo, Profile::Web)?;
            let mut command = repo.cargo(&["run", "-p", "e2e", "--bin", "bench", "--"]);
            repo::run(command.args(options).env("APOSTIL_DIST", &repo.dist))
        }
        ["train", options @ ..] => train::train(&repo, &train::Options::parse(options)?),
        ["effort", options @ ..] => effort::measure(&repo, &effort::Options::parse(options)?),
        ["learning", model, corpus] => learning::measure(&repo, model.as_ref(), corpus.as_ref()),
        ["lists"] => lists::make(&repo, false),
        ["lists", "--check"] => lists::make(&repo, true),
        ["test", "--list"] => {
            test::list();
            Ok(())
        }
        ["test", options @ ..] => test::test(&repo, &Choice::parse(options)?),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("what should be done is not clear\n\n{USAGE}"),
    }
}
