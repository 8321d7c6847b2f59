//! The same words elsewhere: looked through, ticked, changed in one step.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("same words elsewhere, by keyboard", EVERYWHERE, by_keyboard),
    Story::new("same words elsewhere, by mouse", EVERYWHERE, by_mouse),
    Story::new("same words elsewhere: what a person said stays", SERVED, conflict),
    Story::new("same words elsewhere are not offered when turned off", SERVED, turned_off),
];

/// Two articles with the same words, in which no engine finds anything.
fn open(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[
        File::new(
            "a.txt",
            "Under the mill\n\nthey met at the old mill pond. the mill pond was dry.\n",
        ),
        File::new(
            "b.txt",
            "Over the hill\n\nbehind it lay a mill pond, and mill ponds further on.\n",
        ),
    ])?;
    page.wait_articles(2)?;
    page.wait_article("Under the mill")
}

/// The places of the dock: `+` ticked or `-`, the words, what stands there.
fn places(page: &Page<'_>) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.kwic li:not(.group)')].map(it =>
        (it.querySelector('[data-on]') ? '+' : '-') + it.querySelector('b').textContent + ': ' +
        it.querySelector('.state').textContent.trim())";
    let found = page.look(script)?;
    let all = found.as_array().cloned().unwrap_or_default();
    // What the engine has learned meanwhile it may suggest; that is not what is asked here.
    let unmarked = |it: &str| match it.split_once(": ") {
        Some((words, state)) if state.contains("suggested") => format!("{words}: no mark"),
        _ => it.to_owned(),
    };
    Ok(all.iter().filter_map(|it| it.as_str().map(unmarked)).collect())
}

fn wait_places(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    wait::until_it("the places", || places(page), |it| *it == expected).map(|_| ())
}

fn label_first(page: &Page<'_>) -> Result<()> {
    page.sweep("mill pond")?;
    page.press("4")?;
    page.wait_mark("[mill pond|LOC]")
}

fn by_keyboard(page: &Page<'_>) -> Result<()> {
    open(page)?;
    label_first(page)?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark"])?;
    // It takes the focus only when it is asked to.
    ensure!(page.focus()?.contains(".doc"), "the dock took the focus: {}", page.focus()?);
    page.press("E")?;
    wait::until_it("the focus in the dock", || page.focus(), |it| it.contains("kwic"))?;
    // The heading, its place, the other heading, its place.
    page.press_all(&["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Space"])?;
    wait_places(page, &["+mill pond: no mark", "-mill pond: no mark"])?;
    page.press("Enter")?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    wait_places(page, &[])?;
    page.wait_saved()?;
    page.check_focus()?;
    // The rest, asked for; and all of it back in one step each.
    page.press("E")?;
    wait_places(page, &["+mill pond: no mark"])?;
    page.press("Enter")?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    page.wait_confirmed(&["[mill pond|LOC]"])?;
    page.press("Ctrl+Z")?;
    page.wait_no_mark("[mill pond|LOC]")
}

fn by_mouse(page: &Page<'_>) -> Result<()> {
    open(page)?;
    label_first(page)?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark"])?;
    page.click("Other forms")?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark", "+mill ponds: no mark"])?;
    page.click("Other forms")?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark"])?;
    page.click_in("Label 2 as LOC", Some(".batch"))?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    wait_places(page, &[])?;
    page.click_in("Undo", Some(".toast"))?;
    page.wait_confirmed(&["[mill pond|LOC]"])
}

fn conflict(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    page.sweep("mill pond")?;
    page.press("2")?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark"])?;
    page.press("Escape")?;
    page.press("Alt+ArrowUp")?;
    page.wait_article("Under the mill")?;
    label_first(page)?;
    wait_places(page, &["+mill pond: no mark", "-mill pond: ORG said by you"])?;
    page.press("E")?;
    page.press("Enter")?;
    page.wait_confirmed(&["[mill pond|LOC]", "[mill pond|LOC]"])?;
    page.press("Alt+ArrowDown")?;
    page.wait_article("Over the hill")?;
    page.wait_confirmed(&["[mill pond|ORG]"])
}

fn turned_off(page: &Page<'_>) -> Result<()> {
    open(page)?;
    page.command("Settings")?;
    page.wait_dialog()?;
    page.click("Offer the same words elsewhere")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    label_first(page)?;
    page.wait_saved()?;
    ensure!(places(page)?.is_empty(), "it was offered: {:?}", places(page)?);
    page.press("E")?;
    wait_places(page, &["+mill pond: no mark", "+mill pond: no mark"])?;
    page.press("Escape")?;
    wait_places(page, &[])
}
