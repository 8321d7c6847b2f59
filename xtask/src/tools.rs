//! The browsers and drivers that the stories need: installs them on Debian, names them elsewhere.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::repo::{Repo, output, run};

/// A program, the Debian package that brings it, and where others find it.
struct Tool {
    program: &'static str,
    package: &'static str,
    elsewhere: &'static str,
}

const TOOLS: [Tool; 6] = [
    Tool {
        program: "chromium",
        package: "chromium",
        elsewhere: "Chromium or Chrome, reachable as `chromium`",
    },
    Tool {
        program: "chromedriver",
        package: "chromium-driver",
        elsewhere: "the driver of the same version as Chromium",
    },
    Tool {
        program: "firefox-esr",
        package: "firefox-esr",
        elsewhere: "Firefox, reachable as `firefox-esr`",
    },
    Tool {
        program: "WebKitWebDriver",
        package: "webkit2gtk-driver",
        elsewhere: "the driver of WebKitGTK (Linux only)",
    },
    Tool {
        program: "xvfb-run",
        package: "xvfb",
        elsewhere: "Xvfb, a screen that nobody sees (Linux only)",
    },
    Tool {
        program: "npm",
        package: "npm",
        elsewhere: "npm of Node.js, by which the checker of accessibility comes",
    },
];

const GECKODRIVER: &str = "0.37.1";

/// Where tools that Cargo installs lie.
pub fn folder(repo: &Repo) -> PathBuf {
    repo.target.join("tools/bin")
}

/// Sees to it that every tool is there.
pub fn install(repo: &Repo) -> Result<()> {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|it| find(it.program).is_none()).collect();
    if !missing.is_empty() {
        if !is_debian() {
            bail!("{}", advice(&missing));
        }
        install_packages(repo, &missing)?;
    }
    install_geckodriver(repo)
}

fn advice(missing: &[&Tool]) -> String {
    let lines = missing.iter().map(|it| format!("\n  {}: {}", it.program, it.elsewhere));
    format!(
        "these programs are not on the PATH, and only on Debian can they be installed from here:{}\
         \nthe parts that need no browser can be run one by one with --only",
        lines.collect::<String>()
    )
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists() && find("apt-get").is_some()
}

fn install_packages(repo: &Repo, missing: &[&Tool]) -> Result<()> {
    let packages: Vec<&str> = missing.iter().map(|it| it.package).collect();
    println!("installing {}", packages.join(" "));
    apt(repo, &["update", "--quiet"])?;
    let mut arguments = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt(repo, &arguments)?;
    let still: Vec<&Tool> =
        missing.iter().copied().filter(|it| find(it.program).is_none()).collect();
    if still.is_empty() {
        return Ok(());
    }
    bail!("{}", advice(&still))
}

fn apt(repo: &Repo, arguments: &[&str]) -> Result<()> {
    let is_root = output(&mut repo.command("id", &["-u"]))?.trim() == "0";
    let mut command = if is_root {
        repo.command("apt-get", arguments)
    } else {
        let mut command = repo.command("sudo", &["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        command.args(arguments);
        command
    };
    run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

/// From its crate, since Debian has no package of it. Not optimized: it only passes messages on.
fn install_geckodriver(repo: &Repo) -> Result<()> {
    if find("geckodriver").is_some() || folder(repo).join("geckodriver").exists() {
        return Ok(());
    }
    println!("installing geckodriver {GECKODRIVER} with Cargo");
    let root = repo.target.join("tools");
    let build = repo.target.join("tools/build");
    let install = |more: &[&str]| {
        let version = format!("={GECKODRIVER}");
        let mut command = repo.cargo(&["install", "geckodriver", "--version", &version, "--debug"]);
        command.arg("--root").arg(&root).arg("--target-dir").arg(&build).args(more);
        run(&mut command)
    };
    if let Err(error) = install(&["--locked"]) {
        println!("{error:#}; once more with newer versions of what it uses");
        install(&[])?;
    }
    Ok(())
}

fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|it| it.join(program)).find(|it| it.is_file())
}

#[cfg(test)]
mod tests {
    use super::{TOOLS, advice, find};

    #[test]
    fn a_program_is_found_on_the_path_or_not() {
        assert!(find("cargo").is_some());
        assert!(find("a-program-that-nobody-has").is_none());
    }

    #[test]
    fn the_advice_names_each_missing_program() {
        let missing: Vec<_> = TOOLS.iter().skip(1).collect();
        let text = advice(&missing);
        assert!(missing.iter().all(|it| text.contains(it.program)), "{text}");
        assert!(!text.contains(TOOLS[0].elsewhere), "{text}");
    }
}
