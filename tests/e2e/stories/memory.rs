//! What the page remembers: steps back, and everything after a reload.

use anyhow::{Result, ensure};
use e2e::{
    fixture::{self, File},
    page::Page,
    story::{EVERYWHERE, Story},
};
use serde_json::Value;

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("undo and redo, also after a reload", EVERYWHERE, undo),
    Story::new("a rejected suggestion does not come back", EVERYWHERE, rejected),
    Story::new("reopen at the same article, place and selection", EVERYWHERE, reopen),
    Story::new("remove an article and bring it back", EVERYWHERE, article),
];

fn undo(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let steps: [&[&str]; 5] = [
        &[],
        &["[pumping station|GPE]"],
        &["[pumping station|ORG]"],
        &["[pumping station by|ORG]"],
        &["[pumping station by|ORG]", "[nobody|PERSON]"],
    ];
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(steps[1])?;
    page.press("2")?;
    page.wait_confirmed(steps[2])?;
    page.press("Alt+Shift+ArrowRight")?;
    page.wait_confirmed(steps[3])?;
    page.sweep("nobody")?;
    page.press("1")?;
    page.wait_confirmed(steps[4])?;
    back_and_forth(page, &steps)?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_confirmed(steps[4])?;
    back_and_forth(page, &steps)
}

/// Undoes all steps one by one, and does them again.
fn back_and_forth(page: &Page<'_>, steps: &[&[&str]]) -> Result<()> {
    for step in steps.iter().rev().skip(1) {
        page.press("Ctrl+Z")?;
        page.wait_confirmed(step)?;
    }
    for step in &steps[1..] {
        page.press("Ctrl+Y")?;
        page.wait_confirmed(step)?;
    }
    Ok(())
}

fn rejected(page: &Page<'_>) -> Result<()> {
    open_known(page)?;
    page.click_words("40 percent")?;
    page.press("X")?;
    page.wait_no_mark("{40 percent|PERCENT}")?;
    page.wait_saved()?;
    page.reload()?;
    let again = page.wait_suggestions()?;
    ensure!(!again.iter().any(|it| it.contains("PERCENT")), "it came back: {again:?}");
    page.press("Ctrl+Z")?;
    page.wait_mark("{40 percent|PERCENT}")
}

fn reopen(page: &Page<'_>) -> Result<()> {
    let paragraphs: Vec<String> =
        (1..60).map(|n| format!("paragraph {n} says something about mills and weirs.")).collect();
    let long = File::new("long.txt", format!("a long one\n\n{}\n", paragraphs.join("\n\n")));
    page.drop_files(&[fixture::english(), long])?;
    page.wait_articles(2)?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("a long one")?;
    page.sweep("paragraph 41 says")?;
    page.wait_saved()?;
    let (place, top) = (page.place()?, top(page)?);
    page.reload()?;
    page.wait_article("a long one")?;
    e2e::wait::until_it("the same selection", || page.place(), |it| *it == place)?;
    let is_near = |it: &String| *it == top;
    e2e::wait::until_it("the same place", || self::top(page), is_near)?;
    page.focus_article()?;
    page.press("4")?;
    page.wait_mark("[paragraph 41 says|LOC]")
}

/// The first paragraph in sight.
fn top(page: &Page<'_>) -> Result<String> {
    let found = page.look(
        "const top = look.article().parentElement.getBoundingClientRect().top;
         return look.paragraphs().find((it) => it.getBoundingClientRect().bottom > top + 1)?.textContent",
    )?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

fn article(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.command("Remove the article")?;
    e2e::wait::until_it(
        "the empty page",
        || page.look("return !!document.querySelector('.empty')"),
        |it| *it == Value::Bool(true),
    )?;
    page.check_focus()?;
    page.wait_saved()?;
    page.reload()?;
    page.press("Ctrl+Z")?;
    page.wait_article("Where the pump was")?;
    page.wait_confirmed(&["[pumping station|GPE]"])
}
