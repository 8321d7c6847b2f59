//! What is decided changes what is suggested elsewhere, and stays so.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, Story},
    wait,
};
use serde_json::Value;

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("learn from a mark, and unlearn it", EVERYWHERE, mark),
    Story::new("learn from a rejection", EVERYWHERE, reject),
    Story::new("what was learned is there after a reload", EVERYWHERE, reload),
    Story::new("learning is turned off and forgotten", EVERYWHERE, steer),
];

/// Two toninas, the second one some lines below.
fn long() -> File {
    let lines = "The boats came back late and nobody said a word about it.\n\n".repeat(14);
    File::new("long.txt", format!("A tonina swam by.\n\n{lines}Then a tonina sang.\n"))
}

fn short() -> File {
    File::new("short.txt", "They saw a tonina there.\n")
}

/// How far the article is scrolled, in pixels.
fn top(page: &Page<'_>) -> Result<Value> {
    page.look("return Math.round(document.querySelector('.pane').scrollTop)")
}

fn mark(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[short(), long()])?;
    page.wait_articles(2)?;
    page.wait_article("They saw a tonina there.")?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("A tonina swam by.")?;
    page.sweep("tonina")?;
    let before = (top(page)?, page.place()?);
    page.press("2")?;
    page.wait_mark("[tonina|ORG]")?;
    page.wait_mark("{tonina|ORG}")?;
    let after = (top(page)?, page.place()?);
    ensure!(before == after, "the hand was moved from {before:?} to {after:?}");
    page.check_focus()?;
    page.press("Alt+ArrowUp")?;
    page.wait_article("They saw a tonina there.")?;
    page.wait_mark("{tonina|ORG}")?;
    page.press("Ctrl+Z")?;
    page.wait_article("A tonina swam by.")?;
    page.wait_no_mark("[tonina|ORG]")?;
    page.wait_no_mark("{tonina|ORG}")
}

fn reject(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new("a.txt", "They went to Peru.\n"),
        File::new("b.txt", "They left Peru again.\n"),
    ])?;
    page.wait_articles(2)?;
    page.wait_article("They went to Peru.")?;
    page.wait_mark("{Peru|GPE}")?;
    page.click_words("Peru")?;
    page.press("x")?;
    page.wait_no_mark("{Peru|GPE}")?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("They left Peru again.")?;
    page.wait_no_mark("{Peru|GPE}")?;
    page.press("Ctrl+Z")?;
    page.wait_article("They went to Peru.")?;
    page.wait_mark("{Peru|GPE}")
}

fn reload(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[long()])?;
    page.wait_article("A tonina swam by.")?;
    page.sweep("tonina")?;
    page.press("2")?;
    page.wait_mark("{tonina|ORG}")?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_mark("[tonina|ORG]")?;
    page.wait_mark("{tonina|ORG}")
}

fn steer(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[long()])?;
    page.wait_article("A tonina swam by.")?;
    page.sweep("tonina")?;
    page.press("2")?;
    page.wait_mark("{tonina|ORG}")?;
    page.command("Settings")?;
    page.wait_says("Learned from 1 decision")?;
    page.click("Learn from my decisions")?;
    page.wait_says("Suggestions are made without your decisions")?;
    page.wait_no_mark("{tonina|ORG}")?;
    page.click("Learn from my decisions")?;
    page.wait_mark("{tonina|ORG}")?;
    page.click("Forget what was learned")?;
    page.wait_says("1 earlier decision is left out")?;
    page.wait_no_mark("{tonina|ORG}")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_confirmed(&["[tonina|ORG]"])?;
    // It stays forgotten.
    page.wait_saved()?;
    page.reload()?;
    page.wait_mark("[tonina|ORG]")?;
    page.command("Learn from all decisions again")?;
    page.wait_mark("{tonina|ORG}")?;
    let marks = wait::until_it("one suggestion", || page.suggested(), |it| it.len() == 1)?;
    ensure!(marks == ["{tonina|ORG}"], "{marks:?}");
    page.wait_confirmed(&["[tonina|ORG]"])
}
