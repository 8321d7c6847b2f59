//! The tests of the queue in front of the database, which are JavaScript and need a real one.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::{
    page::Page,
    server::Server,
    story::{SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 1] =
    [Story::new("the queue loses nothing, whatever fails", SERVED, queue)];

fn queue(page: &Page<'_>) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let server = Server::start(&root)?;
    page.browser().go(&server.address("tests/journal-js/index.html"))?;
    let title = wait::until("the tests of the queue to end", || {
        let title = page.look("return document.title")?;
        let title = title.as_str().context("a page has a title")?.to_owned();
        Ok((title != "running").then_some(title))
    })?;
    let lines = page.look("return document.body.innerText")?;
    ensure!(title == "passed", "{}", lines.as_str().unwrap_or_default());
    // Back to a page that the runner can look at.
    page.browser().console_errors()?;
    page.open()
}
