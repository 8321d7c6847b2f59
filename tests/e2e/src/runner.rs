//! Tells stories: one browser after the other, each started once for all of its stories.
//!
//! Between two stories everything that the page has stored is deleted and extra tabs are closed.
//! Errors in the page's console fail a story by themselves. What is there when a story fails is kept
//! in a folder: a picture, the marks, the console.
//!
//! A story that fails is told once more. If it holds then, it is called unsteady, with what was wrong
//! the first time: that is either a race in the page or one in the story, and wants mending, but it
//! says nothing of the change under test. With more of those than `MOST_UNSTEADY` the run fails.

use std::{
    cell::RefCell,
    env, fs,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, ensure};

use tokio::signal::unix::{SignalKind, signal};

use crate::{
    browser::{Browser, Kind},
    driver,
    page::{Page, Way},
    server::{self, Server},
    story::{Ground, Story, Tell},
};

/// How many stories may hold only when they are told again.
const MOST_UNSTEADY: usize = 2;

/// One story in one place.
struct Task<'a> {
    story: &'a Story,
    kind: Kind,
    way: Way,
}

impl Task<'_> {
    fn name(&self) -> String {
        format!("{} {} {}", self.kind.name(), self.way.name(), self.story.name)
    }
}

struct Outcome {
    name: String,
    took: Duration,
    problem: Option<String>,
    /// Whether there was a problem, but not when it was told again.
    is_unsteady: bool,
}

struct Runner {
    dist: PathBuf,
    folder: PathBuf,
    server: Server,
    outcomes: RefCell<Vec<Outcome>>,
}

/// Tells the stories whose names contain every word of the command line, or lists them; `folder` is
/// where it keeps what it needs and what is left of failures.
pub fn main(stories: &[Story], folder: &Path) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|it| !it.starts_with('-')).collect();
    let is_wanted = |task: &Task<'_>| words.iter().all(|it| task.name().contains(it));
    let tasks: Vec<Task<'_>> = stories.iter().flat_map(tasks).filter(is_wanted).collect();
    if arguments.iter().any(|it| it == "--list") {
        tasks.iter().for_each(|it| println!("{}: test", it.name()));
        return ExitCode::SUCCESS;
    }
    end_drivers_when_interrupted();
    match run(&tasks, folder) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

fn tasks(story: &Story) -> impl Iterator<Item = Task<'_>> {
    story.places.iter().map(move |(kind, way)| Task { story, kind: *kind, way: *way })
}

/// A driver has a process group of its own, so what ends this process does not reach it.
fn end_drivers_when_interrupted() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if runtime.and_then(|it| it.block_on(interrupted())).is_ok() {
            driver::end_all();
            std::process::exit(130);
        }
    });
}

async fn interrupted() -> std::io::Result<()> {
    let mut ended = signal(SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed,
        _ = ended.recv() => Ok(()),
    }
}

fn run(tasks: &[Task<'_>], folder: &Path) -> Result<bool> {
    let dist = server::dist()?;
    let folder = folder.join("e2e");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let server = Server::start(&dist)?;
    let start = Instant::now();
    let runner = Runner { dist, folder, server, outcomes: RefCell::default() };
    println!("\nrunning {} tests", tasks.len());
    for kind in Kind::ALL {
        let own: Vec<&Task<'_>> = tasks.iter().filter(|it| it.kind == kind).collect();
        if !own.is_empty() {
            runner.run_in(kind, &own);
        }
    }
    Ok(runner.summarize(start.elapsed()))
}

impl Runner {
    /// Runs all tasks of one browser. What cannot be started fails if it is asked for by name in
    /// `E2E_REQUIRE`, and is loudly left out if it is not.
    fn run_in(&self, kind: Kind, tasks: &[&Task<'_>]) {
        let missing = kind.missing();
        let required = env::var("E2E_REQUIRE").unwrap_or_default();
        if !missing.is_empty() && !required.split(',').any(|it| it == kind.name()) {
            println!("NOT RUN: {} stories in {}: no {missing:?} here", tasks.len(), kind.name());
            return;
        }
        let mut browser = None;
        for task in tasks {
            let started = Instant::now();
            if !missing.is_empty() {
                self.note(task, started.elapsed(), Some(anyhow!("{missing:?} are missing")), false);
                continue;
            }
            let first = self.tell(task, &mut browser, "").err();
            let may_again = first.is_some() && self.n_unsteady() < MOST_UNSTEADY;
            let is_unsteady = may_again && self.tell(task, &mut browser, "-again").is_ok();
            self.note(task, started.elapsed(), first, is_unsteady);
        }
    }

    fn n_unsteady(&self) -> usize {
        self.outcomes.borrow().iter().filter(|it| it.is_unsteady).count()
    }

    fn note(
        &self,
        task: &Task<'_>,
        took: Duration,
        problem: Option<anyhow::Error>,
        is_unsteady: bool,
    ) {
        let verdict = match problem {
            None => "ok",
            Some(_) if is_unsteady => "UNSTEADY: ok when told again",
            Some(_) => "FAILED",
        };
        println!("test {} ... {verdict} ({:.1} s)", task.name(), took.as_secs_f64());
        let problem = problem.map(|it| without_frames(&format!("{it:#}")));
        problem.iter().for_each(|it| println!("    {it}"));
        self.outcomes.borrow_mut().push(Outcome { name: task.name(), took, problem, is_unsteady });
    }

    /// Tells a story; `suffix` keeps apart what two tellings leave behind.
    fn tell(&self, task: &Task<'_>, browser: &mut Option<Browser>, suffix: &str) -> Result<()> {
        let folder = self.folder.join(format!("{}{suffix}", task.name().replace(' ', "-")));
        fs::create_dir_all(&folder)?;
        match task.story.tell {
            Tell::Alone(tell) => {
                // Two browsers at once are too much for a small machine.
                *browser = None;
                let ground = Ground {
                    dist: &self.dist,
                    server: &self.server,
                    kind: task.kind,
                    way: task.way,
                    folder: &folder,
                };
                guarded(|| tell(&ground))
            }
            Tell::Page(tell) => {
                let result = self.tell_to_page(task, tell, &folder, browser);
                if result.is_err() {
                    // Whatever is wrong with it, the next story gets a new one.
                    *browser = None;
                }
                result
            }
        }
    }

    fn tell_to_page(
        &self,
        task: &Task<'_>,
        tell: fn(&Page<'_>) -> Result<()>,
        folder: &Path,
        browser: &mut Option<Browser>,
    ) -> Result<()> {
        if browser.is_none() {
            let home = self.folder.join(task.kind.name());
            *browser = Some(Browser::start(task.kind, &home, None)?);
        }
        let browser = browser.as_ref().context("a browser was just started")?;
        let page = Page::new(browser, &self.server, task.way, &self.dist, folder)?;
        let window = browser.window()?;
        browser.resize(1280, 800)?;
        page.clear().context("clearing what is stored")?;
        browser.console_errors()?;
        let told = guarded(|| {
            page.open()?;
            tell(&page)?;
            page.check_is_alive()
        });
        let errors = browser.console_errors().unwrap_or_default();
        let result = told.and_then(|()| {
            ensure!(errors.is_empty(), "errors in the console:\n{}", errors.join("\n"));
            Ok(())
        });
        if result.is_err() {
            keep_evidence(&page, folder, &errors);
        }
        browser.close_others(&window)?;
        result
    }

    fn summarize(&self, took: Duration) -> bool {
        let outcomes = self.outcomes.borrow();
        let mut slowest: Vec<&Outcome> = outcomes.iter().collect();
        slowest.sort_by_key(|it| std::cmp::Reverse(it.took));
        println!("\nthe slowest:");
        for it in slowest.iter().take(5) {
            println!("  {:>5.1} s  {}", it.took.as_secs_f64(), it.name);
        }
        let (unsteady, failed): (Vec<&Outcome>, Vec<&Outcome>) =
            outcomes.iter().filter(|it| it.problem.is_some()).partition(|it| it.is_unsteady);
        for (what, all) in [("unsteady", &unsteady), ("failures", &failed)] {
            if !all.is_empty() {
                println!("\n{what} (what was there is in {}):", self.folder.display());
                all.iter().for_each(|it| println!("  {}", it.name));
            }
        }
        let verdict = if failed.is_empty() { "ok" } else { "FAILED" };
        println!(
            "\ntest result: {verdict}. {} passed; {} failed; 0 ignored; 0 measured; 0 filtered out; \
             finished in {:.2}s\n",
            outcomes.len() - failed.len(),
            failed.len(),
            took.as_secs_f64()
        );
        failed.is_empty()
    }
}

/// The text of an error without the driver's own stack, of which nobody can make anything.
fn without_frames(text: &str) -> String {
    let is_ours = |it: &&str| {
        let it = it.trim_start();
        !it.is_empty() && !it.starts_with('#') && !it.starts_with("Stacktrace")
    };
    text.lines().filter(is_ours).collect::<Vec<_>>().join("\n")
}

/// Turns a panic into an error, so that the browser is ended and the next story is told.
fn guarded(work: impl FnOnce() -> Result<()>) -> Result<()> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(anyhow!("the story panicked: {}", text.unwrap_or("without words")))
    })
}

/// Keeps what can be had of a page on which a story failed; a page may be too far gone for each.
fn keep_evidence(page: &Page<'_>, folder: &Path, errors: &[String]) {
    page.browser().screenshot(&folder.join("failed.png")).ok();
    let marks = page.marks().unwrap_or_default().join("\n");
    let says = page.says().unwrap_or_default();
    let focus = page.focus().unwrap_or_default();
    let errors = errors.join("\n");
    let text = format!("{says}\n\nfocus\n{focus}\n\nmarks\n{marks}\n\nconsole\n{errors}\n");
    fs::write(folder.join("failed.txt"), text).ok();
}
