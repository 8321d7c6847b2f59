//! What is counted is what was done.

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::Kind,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 3] = [
    Story::new("statistics count what was done", EVERYWHERE, counts),
    Story::new("statistics hold answers against suggestions", SERVED, answers),
    Story::new("statistics are taken along as CSV", SERVED, taken),
];

/// The rows of the first table that is shown, a cell after the other.
fn rows(page: &Page<'_>) -> Result<Vec<Vec<String>>> {
    let found = page.look(
        "const rows = document.querySelectorAll('dialog.statistics section:first-of-type tbody tr');
         return [...rows].map((row) => [...row.cells].map((it) => it.textContent.trim()))",
    )?;
    Ok(serde_json::from_value(found)?)
}

fn wait_rows(page: &Page<'_>, expected: &[&[&str]]) -> Result<()> {
    wait::until_it(&format!("the rows {expected:?}"), || rows(page), |it| it == expected).map(drop)
}

fn open(page: &Page<'_>) -> Result<()> {
    page.command("Statistics")?;
    page.wait_dialog().map(drop)
}

fn close(page: &Page<'_>) -> Result<()> {
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.check_focus()
}

fn counts(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_mark("[the lake|LOC]")?;
    open(page)?;
    wait_rows(page, &[&["GPE", "1", "0", "1"], &["LOC", "1", "0", "1"], &["All", "2", "0", "1"]])?;
    close(page)?;
    page.press("Ctrl+Z")?;
    page.wait_no_mark("[the lake|LOC]")?;
    open(page)?;
    wait_rows(page, &[&["GPE", "1", "0", "1"], &["All", "1", "0", "1"]])?;
    page.click("By article")?;
    wait_rows(page, &[&["pump.txt", "1", "1"], &["All", "1", "1"]])?;
    page.click("Lengths")?;
    let all = wait::until_it("the lengths", || rows(page), |it| it.len() == 2)?;
    ensure!(all[0][1..6] == ["1", "2.0", "2.0", "2.0", "2"], "two words were counted as {all:?}");
    close(page)
}

fn answers(page: &Page<'_>) -> Result<()> {
    let suggested = open_known(page)?;
    let n = suggested.len();
    page.focus_article()?;
    page.press_all(&["J", "Enter", "X"])?;
    // The words that were rejected stand there twice, and go twice.
    wait::until_it("two answers", || page.suggested(), |it| it.len() == n - 3)?;
    open(page)?;
    page.click("Suggestions")?;
    let all = wait::until_it("the answers", || rows(page), |it| !it.is_empty())?;
    let sum = all.last().context("the table sums up")?;
    let expected = ["All", "1", "0", "0", "1", "0", "2", "50%"];
    ensure!(*sum == expected, "one accepted and one rejected were counted as {sum:?}");
    // A picture that says what it is, and is in the page beside its table.
    let said = page.attribute("dialog.statistics svg.chart", "aria-label")?;
    ensure!(said.is_some_and(|it| it.contains("Bars")), "the picture does not say what it is");
    close(page)
}

fn taken(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    open(page)?;
    let expected = "Label,Confirmed,Suggested,In articles\r\nGPE,1,0,1\r\nAll,1,0,1\r\n";
    let file = page.saved_by(|| page.click("Save as CSV: Labels"))?;
    ensure!(file.name == "labels.csv" && file.text() == expected, "{file:?}");
    page.click("Copy as CSV: Labels")?;
    page.wait_says("the table is copied")?;
    close(page)?;
    if page.browser().kind() == Kind::Chromium {
        // What is pasted into a field is what a spreadsheet would get.
        page.command("Paste text")?;
        page.wait_dialog()?;
        page.fill("Text", "")?;
        page.press("Ctrl+V")?;
        let text = "return document.querySelector('dialog textarea').value";
        let pasted = wait::until_it("the table", || page.look(text), |it| *it != "")?;
        ensure!(pasted == expected.replace("\r\n", "\n"), "what was pasted is {pasted}");
        page.press("Escape")?;
        page.wait_no_dialog()?;
    }
    Ok(())
}
