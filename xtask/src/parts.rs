//! The parts of `cargo xtask test`, as a table. Each says what it needs to have passed before.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

use crate::{
    assets,
    repo::{Repo, run},
    single, size, tools,
    wasm::{self, PAGE},
};

/// One part of the test.
pub struct Part {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it does, for people.
    pub about: &'static str,
    /// The parts that must have passed.
    pub needs: &'static [&'static str],
    /// Does it; an error says what failed.
    pub run: fn(&Repo) -> Result<()>,
}

/// All parts, in the order in which they run.
pub const PARTS: &[Part] = &[
    Part { name: "format", about: "rustfmt has nothing to change", needs: &[], run: format },
    Part { name: "tools", about: "browsers and their drivers", needs: &[], run: tools::install },
    Part { name: "clippy", about: "all that is not the page", needs: &[], run: clippy },
    Part { name: "clippy-page", about: "the page, stricter", needs: &[], run: clippy_page },
    Part { name: "native", about: "tests without a browser", needs: &[], run: native },
    Part { name: "docs", about: "the library's documentation", needs: &[], run: docs },
    Part { name: "page", about: "dist/ and apostil.html", needs: &[], run: single::build },
    Part {
        name: "budget",
        about: "the weight of the module and of the data",
        needs: &["page"],
        run: budget,
    },
    Part {
        name: "stories",
        about: "the page in three browsers",
        needs: &["tools", "page"],
        run: stories,
    },
];

fn format(repo: &Repo) -> Result<()> {
    run(&mut repo.cargo(&["fmt", "--all", "--check"]))
}

fn clippy(repo: &Repo) -> Result<()> {
    run(&mut repo.cargo(&["clippy", "--all-targets", "--", "-D", "warnings"]))?;
    let chores = ["clippy", "-p", "xtask", "-p", "e2e", "--all-targets", "--", "-D", "warnings"];
    run(&mut repo.cargo(&chores))
}

/// With settings of its own: what a page must not call is in `xtask/clippy-page/clippy.toml`.
/// In the profile that builds the page, so that both share the macros they compile.
fn clippy_page(repo: &Repo) -> Result<()> {
    wasm::add_target(repo)?;
    let mut command = repo.cargo(&["clippy"]);
    command.args(["--profile", "web"]).args(PAGE).args(["--", "-D", "warnings"]);
    run(command.env("CLIPPY_CONF_DIR", repo.root.join("xtask/clippy-page")))
}

fn native(repo: &Repo) -> Result<()> {
    run(&mut repo.cargo(&["test"]))?;
    run(&mut repo.cargo(&["test", "-p", "xtask"]))
}

fn docs(repo: &Repo) -> Result<()> {
    let mut command = repo.cargo(&["doc", "--no-deps", "--document-private-items", "--lib"]);
    run(command.env("RUSTDOCFLAGS", "-Dwarnings"))
}

fn budget(repo: &Repo) -> Result<()> {
    let wasm = std::fs::read(repo.dist.join("app.wasm")).context("dist/app.wasm is not there")?;
    size::check_budget(&wasm)?;
    let mut data = Vec::new();
    for file in assets::data_files() {
        let bytes = std::fs::read(repo.dist.join(file));
        data.push(bytes.with_context(|| format!("dist/{file} is not there"))?);
    }
    size::check_data(&data)
}

fn stories(repo: &Repo) -> Result<()> {
    let mut command = repo.cargo(&["test", "-p", "e2e"]);
    command.env("APOSTIL_DIST", &repo.dist).env("E2E_REQUIRE", "chromium,firefox,webkit");
    run(command.env("PATH", path_with(tools::folder(repo))?))
}

fn path_with(folder: PathBuf) -> Result<std::ffi::OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(env::split_paths(&old));
    env::join_paths(folders).context("the PATH cannot be extended")
}
