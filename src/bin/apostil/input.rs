//! The files that were named: as they are, whole folders, or standard input.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use apostil::format::dataset::Dataset;
use apostil::format::report::Report;
use apostil::format::{self, FORMATS, File, Format};
use apostil::message::Message;
use apostil::model::id::DocumentId;

use crate::Failure;
use crate::arguments::{Arguments, usage};

/// A file that was named, not read yet.
pub(crate) struct Input {
    path: PathBuf,
    /// What it is called from here on: its name, below the folder that was named.
    name: String,
}

/// The files to read, in the order named; those of a folder by their names.
pub(crate) fn gather(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, path, &mut inputs)?;
        } else {
            let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
            inputs.push(Input { path: path.clone(), name: name.unwrap_or_default() });
        }
    }
    if inputs.is_empty() {
        return Err(usage(Message::CliInputMissing));
    }
    make_names_differ(&mut inputs);
    Ok(inputs)
}

/// Adds the files below `folder` of which a format can be told by the name.
fn walk(root: &Path, folder: &Path, inputs: &mut Vec<Input>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|why| unreadable(folder, &why))?;
    let mut paths = entries
        .map(|it| Ok(it?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()
        .map_err(|why| unreadable(folder, &why))?;
    paths.sort();
    for path in paths {
        let below = path.strip_prefix(root).unwrap_or(&path);
        let name = below.to_string_lossy().replace('\\', "/");
        let is_hidden = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        if is_hidden {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, inputs)?;
        } else if is_ours(&name) {
            inputs.push(Input { path, name });
        }
    }
    Ok(())
}

fn is_ours(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut known = FORMATS.iter().flat_map(|it| it.extensions).chain([&".zip"]);
    known.any(|it| name.ends_with(it))
}

/// Two files of one name, from two folders, are called by their whole paths.
fn make_names_differ(inputs: &mut [Input]) {
    let mut seen = BTreeSet::new();
    for input in inputs {
        if !seen.insert(input.name.clone()) {
            input.name = input.path.to_string_lossy().into_owned();
        }
    }
}

impl Input {
    /// Reads the file.
    pub(crate) fn read(
        &self,
        arguments: &Arguments,
        report: &mut Report,
    ) -> Result<Dataset, Failure> {
        let file = self.load()?;
        let found = format::read(&file, &arguments.reading, report);
        let mut found = found.map_err(|why| why.message(&file.name))?;
        // What is written is known by the file that it came from, whatever its title.
        if let [article] = found.articles.as_mut_slice()
            && article.id.is_none()
        {
            article.id = DocumentId::new(&file.name);
        }
        Ok(found)
    }

    fn load(&self) -> Result<File, Failure> {
        let is_standard = self.path == Path::new("-");
        let name = if is_standard { "stdin".to_owned() } else { self.name.clone() };
        let bytes = if is_standard {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(&self.path)
        };
        let bytes = bytes.map_err(|why| unreadable(&self.path, &why))?;
        Ok(File { name, bytes })
    }
}

pub(crate) fn unreadable(path: &Path, why: &io::Error) -> Failure {
    let file = path.to_string_lossy().into_owned();
    Message::CliCannotRead { file, cause: why.to_string() }.into()
}

/// The format that `--to` names, or `other`.
pub(crate) fn format_or(arguments: &Arguments, other: &str) -> &'static Format {
    arguments.to.or_else(|| format::by_id(other)).unwrap_or(&FORMATS[0])
}
