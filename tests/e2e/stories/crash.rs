//! Work survives a browser that dies.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::{Browser, Kind},
    page::Page,
    story::{CHROMIUM_BOTH, Ground, Story},
};

use crate::labeling::open_plain;

/// The stories.
pub const STORIES: [Story; 1] =
    [Story::alone("what was saved outlives a killed browser", CHROMIUM_BOTH, killed)];

/// Words to label, one a round.
const ROUNDS: [(&str, &str); 3] =
    [("pumping station", "GPE"), ("the lake", "GPE"), ("nobody", "GPE")];

fn killed(ground: &Ground<'_>) -> Result<()> {
    let profile = ground.folder.join("profile");
    let mut expected: Vec<String> = Vec::new();
    for (words, label) in ROUNDS {
        let browser = Browser::start(Kind::Chromium, ground.folder, Some(&profile))?;
        let page = Page::new(&browser, ground.server, ground.way, ground.dist, ground.folder)?;
        browser.resize(1280, 800)?;
        page.open()?;
        if expected.is_empty() {
            open_plain(&page)?;
        }
        check(&page, &expected)?;
        page.sweep(words)?;
        page.press("3")?;
        expected.push(format!("[{words}|{label}]"));
        check(&page, &expected)?;
        page.wait_saved()?;
        kill(&browser)?;
    }
    let browser = Browser::start(Kind::Chromium, ground.folder, Some(&profile))?;
    let page = Page::new(&browser, ground.server, ground.way, ground.dist, ground.folder)?;
    page.open()?;
    check(&page, &expected)
}

fn check(page: &Page<'_>, expected: &[String]) -> Result<()> {
    let marks = page.wait_confirmed(&expected.iter().map(String::as_str).collect::<Vec<_>>());
    marks.with_context(|| format!("the page says: {}", page.says().unwrap_or_default()))
}

/// Ends the browser at once, without a word to it.
pub fn kill(browser: &Browser) -> Result<()> {
    let process = browser.process().context("the driver does not tell the browser's process")?;
    let ended = Command::new("kill").args(["-KILL", &process.to_string()]).status()?;
    ensure!(ended.success(), "the browser cannot be killed");
    Ok(())
}
