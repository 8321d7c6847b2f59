//! The module and its glue: Cargo for wasm32, then wasm-bindgen as a library.
//!
//! wasm-bindgen's command line must be of exactly the locked version and takes longer to install
//! than all of this takes to build; the library is that version by `xtask/Cargo.toml`.
//! wasm-opt is left out: it saves less than one per cent of the packed size.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    csp,
    repo::{Repo, output, read_text, run},
};

/// The target that the page is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Cargo's choice of the page: the binary and its features, without the profile.
pub const PAGE: [&str; 7] =
    ["--target", TARGET, "--bin", "app", "--no-default-features", "--features", "web"];

/// What the browser loads.
pub struct Module {
    /// The glue: a classic script that defines `wasm_bindgen`.
    pub glue: String,
    /// The module, without names.
    pub wasm: Vec<u8>,
}

/// With which of Cargo's profiles the page is built.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Profile {
    /// As it is shipped: small, and slow to build.
    Web,
    /// For trying a change: quick to build.
    Dev,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Dev => "dev",
        }
    }

    /// Cargo's folder for it.
    fn folder(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Dev => "debug",
        }
    }
}

/// Builds the module, or takes the last one if nothing changed.
pub fn build(repo: &Repo, profile: Profile) -> Result<Module> {
    add_target(repo)?;
    eprintln!("building the page (the first time takes some minutes)");
    let mut cargo = repo.cargo(&["build", "--profile", profile.name()]);
    if profile == Profile::Web {
        cargo.args(["--config", &short_paths()]);
    }
    run(cargo.args(PAGE))?;
    let raw = repo.target.join(TARGET).join(profile.folder()).join("app.wasm");
    let out = repo.target.join("page");
    bind(&raw, &out)?;
    read(&out)
}

/// Where panics name a file of a dependency, its path without the folders of this machine: the
/// module is smaller, and the same on every machine.
fn short_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let flag = |it: fs::DirEntry| format!("--remap-path-prefix={}=", it.path().display());
    let mut flags: Vec<String> = registries.map(flag).collect();
    flags.sort();
    // A list of strings reads the same in TOML as in Rust.
    format!("target.{TARGET}.rustflags={flags:?}")
}

/// Adds the target with rustup if the compiler lacks it; without rustup the build itself will say.
pub fn add_target(repo: &Repo) -> Result<()> {
    let sysroot = output(&mut repo.command("rustc", &["--print", "sysroot"]))?;
    let libraries = PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET);
    if libraries.exists() {
        return Ok(());
    }
    eprintln!("adding the target {TARGET}");
    run(&mut repo.command("rustup", &["target", "add", TARGET])).context(
        "the target is missing; with rustup it is one command, else see your system's Rust",
    )
}

fn bind(raw: &Path, out: &Path) -> Result<()> {
    let bytes = fs::read(raw).with_context(|| format!("{} could not be read", raw.display()))?;
    let stamp = csp::short_hash(&[&bytes, env!("CARGO_PKG_VERSION").as_bytes()]);
    if fs::read_to_string(out.join("stamp")).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    fs::create_dir_all(out)?;
    Bindgen::new()
        .input_bytes("app", bytes)
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out)
        .context("wasm-bindgen could not make the glue")?;
    fs::write(out.join("stamp"), stamp)?;
    Ok(())
}

fn read(out: &Path) -> Result<Module> {
    let glue = read_text(&out.join("app.js"))?;
    // It is put between <script> tags in the single file.
    ensure!(!glue.contains("</script"), "the glue contains </script");
    Ok(Module { glue, wasm: fs::read(out.join("app_bg.wasm"))? })
}
