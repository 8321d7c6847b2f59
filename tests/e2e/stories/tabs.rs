//! One project, two tabs: one writes.

use anyhow::{Result, ensure};
use e2e::{
    page::Page,
    story::{EVERYWHERE, Story},
};

use crate::exporting::some_work;

/// The stories.
pub const STORIES: [Story; 1] =
    [Story::new("a second tab is read-only until it takes over", EVERYWHERE, second)];

/// The button by which a tab becomes the one that writes.
const TAKE_OVER: &str = "Take over here";

fn second(page: &Page<'_>) -> Result<()> {
    some_work(page)?;
    let browser = page.browser();
    let first = browser.window()?;
    let second = browser.open_tab()?;
    page.open()?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_says("open in another tab")?;
    // It shows the work and changes nothing.
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_says("read-only")?;
    ensure!(
        page.confirmed()? == ["[pumping station|GPE]"],
        "a read-only tab has changed the project"
    );
    // Work in the first tab goes on.
    browser.look_at(&first)?;
    page.sweep("nobody")?;
    page.press("1")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[nobody|PERSON]"])?;
    page.wait_saved()?;
    browser.look_at(&second)?;
    page.click(TAKE_OVER)?;
    page.wait_confirmed(&["[pumping station|GPE]", "[nobody|PERSON]"])?;
    page.sweep("the lake")?;
    page.press("4")?;
    let all = ["[pumping station|GPE]", "[the lake|LOC]", "[nobody|PERSON]"];
    page.wait_confirmed(&all)?;
    page.wait_saved()?;
    // And the first one knows that it is read-only now.
    browser.look_at(&first)?;
    page.wait_says(TAKE_OVER)?;
    page.sweep("mended")?;
    page.press("9")?;
    ensure!(!page.marks()?.contains(&"[mended|EVENT]".to_owned()), "the first tab still writes");
    page.reload()?;
    page.wait_confirmed(&all)
}
