//! Where things are, and how a command is run there.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

/// The folders that the chores work in.
pub struct Repo {
    /// The repository's root: the folder above this package.
    pub root: PathBuf,
    /// Cargo's target folder: the one that this program was built into.
    pub target: PathBuf,
    /// What a static host serves.
    pub dist: PathBuf,
}

impl Repo {
    /// Finds the folders from where this program lies and was built.
    pub fn find() -> Result<Repo> {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = package.parent().expect("xtask lies in the repository").to_path_buf();
        let program = env::current_exe().context("this program's own place is not known")?;
        let target = program.ancestors().nth(2).context("this program lies in no target folder")?;
        Ok(Repo { dist: root.join("dist"), target: target.to_path_buf(), root })
    }

    /// A command that will run in the root.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// The Cargo that runs this program.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        self.command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
    }
}

/// Runs a command with its output shown; a status other than zero is an error that names it.
pub fn run(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let status = command.status().with_context(|| format!("`{name}` could not be started"))?;
    ensure!(status.success(), "`{name}` failed ({status})");
    Ok(())
}

/// Runs a command and returns what it printed; what it says on stderr is shown.
pub fn output(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{name}` could not be started"))?;
    ensure!(output.status.success(), "`{name}` failed ({})", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("`{name}` printed no UTF-8"))
}

/// A command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|it| it.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Reads a file as text; an error names the file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))
}

/// Writes a file unless it holds just that already, so that its date tells when it changed.
pub fn write_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).with_context(|| format!("{} could not be written", path.display()))
}
