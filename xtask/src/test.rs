//! `cargo xtask test`: runs the parts in order, says how long each took, and ends with a list.
//!
//! Nothing is skipped in silence: a part that cannot run fails, and one whose need failed is named
//! as not run, which fails the whole as well.

use std::{
    io::Write,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    parts::{PARTS, Part},
    repo::Repo,
};

/// Which parts are to run.
#[derive(Debug, PartialEq)]
pub enum Choice {
    /// Every part.
    All,
    /// These, and what they need.
    Only(Vec<&'static str>),
}

impl Choice {
    /// Reads `--only PART`, any number of times.
    pub fn parse(arguments: &[&str]) -> Result<Choice> {
        if arguments.is_empty() {
            return Ok(Choice::All);
        }
        let mut chosen = Vec::new();
        for pair in arguments.chunks(2) {
            let ["--only", wanted] = pair else { bail!("test knows --only PART and --list") };
            let part = PARTS.iter().find(|it| it.name == *wanted);
            let part = part.with_context(|| format!("no part is called {wanted}: see --list"))?;
            add_with_needs(part, &mut chosen);
        }
        Ok(Choice::Only(chosen))
    }

    fn includes(&self, part: &Part) -> bool {
        match self {
            Choice::All => true,
            Choice::Only(names) => names.contains(&part.name),
        }
    }
}

fn add_with_needs(part: &Part, chosen: &mut Vec<&'static str>) {
    for need in PARTS.iter().filter(|it| part.needs.contains(&it.name)) {
        add_with_needs(need, chosen);
    }
    if !chosen.contains(&part.name) {
        chosen.push(part.name);
    }
}

/// Prints the parts.
pub fn list() {
    for part in PARTS {
        println!("{:<14}{}", part.name, part.about);
    }
}

/// Runs the chosen parts; an error if one failed or could not run.
pub fn test(repo: &Repo, choice: &Choice) -> Result<()> {
    let mut done: Vec<Outcome> = Vec::new();
    for part in PARTS.iter().filter(|it| choice.includes(it)) {
        println!("\n── {}: {}", part.name, part.about);
        std::io::stdout().flush()?;
        let outcome = run(part, repo, &done);
        println!("── {} {} after {}", part.name, outcome.verdict(), seconds(outcome.took));
        done.push(outcome);
    }
    summarize(&done);
    let n_bad = done.iter().filter(|it| it.problem.is_some()).count();
    ensure!(n_bad == 0, "{n_bad} of {} parts did not pass", done.len());
    Ok(())
}

struct Outcome {
    name: &'static str,
    took: Duration,
    problem: Option<String>,
}

impl Outcome {
    fn verdict(&self) -> &'static str {
        if self.problem.is_none() { "passed" } else { "FAILED" }
    }
}

fn run(part: &Part, repo: &Repo, done: &[Outcome]) -> Outcome {
    let failed = |need: &&&str| done.iter().any(|it| it.name == **need && it.problem.is_some());
    let start = Instant::now();
    let problem = match part.needs.iter().find(failed) {
        Some(need) => Some(format!("not run, because {need} failed")),
        None => (part.run)(repo).err().map(|error| format!("{error:#}")),
    };
    if let Some(problem) = &problem {
        eprintln!("{}: {problem}", part.name);
    }
    Outcome { name: part.name, took: start.elapsed(), problem }
}

fn summarize(done: &[Outcome]) {
    println!("\npart           seconds");
    for outcome in done {
        let problem = outcome.problem.as_deref().unwrap_or_default();
        let (name, took) = (outcome.name, seconds(outcome.took));
        println!("{name:<14}{took:>8}  {}  {problem}", outcome.verdict());
    }
    let total = done.iter().map(|it| it.took).sum();
    println!("{:<14}{:>8}", "together", seconds(total));
    let n_failed = done.iter().filter(|it| it.problem.is_some()).count();
    println!("\n{} passed, {n_failed} failed", done.len() - n_failed);
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Choice, Outcome, run};
    use crate::{
        parts::{PARTS, Part},
        repo::Repo,
    };

    #[test]
    fn names_are_unique_and_what_is_needed_comes_before() {
        for (place, part) in PARTS.iter().enumerate() {
            assert_eq!(PARTS.iter().position(|it| it.name == part.name), Some(place));
            for need in part.needs {
                let needed = PARTS[..place].iter().any(|it| it.name == *need);
                assert!(needed, "{} needs {need}, which does not come before", part.name);
            }
        }
    }

    #[test]
    fn a_chosen_part_brings_what_it_needs() {
        let Choice::Only(names) = Choice::parse(&["--only", "stories"]).unwrap() else {
            panic!("all parts were chosen");
        };
        assert_eq!(names, ["tools", "page", "stories"]);
        assert_eq!(Choice::parse(&[]).unwrap(), Choice::All);
        for bad in [&["--only"][..], &["--only", "none"], &["--fast"]] {
            assert!(Choice::parse(bad).is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn a_part_whose_need_failed_is_not_run_and_counts_as_failed() {
        let part = Part { name: "b", about: "", needs: &["a"], run: |_| Ok(()) };
        let repo = Repo::find().unwrap();
        let outcome = |problem: Option<&str>| Outcome {
            name: "a",
            took: Duration::ZERO,
            problem: problem.map(Into::into),
        };
        assert_eq!(run(&part, &repo, &[outcome(None)]).problem, None);
        let problem = run(&part, &repo, &[outcome(Some("x"))]).problem.unwrap();
        assert!(problem.contains("a failed"), "{problem}");
    }
}
