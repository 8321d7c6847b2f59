//! A whole day's work without a mouse.

use anyhow::Result;
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, SERVED, Story},
};

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("label a whole article by keys alone", EVERYWHERE, article),
    Story::new("answer suggestions by keys alone", EVERYWHERE, answer),
    Story::new("move an edge by keys", EVERYWHERE, edge),
    Story::new("walk through the regions of the page", SERVED, regions),
];

/// Presses keys and sees to it that the focus is never lost.
pub fn keys(page: &Page<'_>, all: &[&str]) -> Result<()> {
    for key in all {
        page.press(key)?;
        page.check_focus()?;
    }
    Ok(())
}

fn article(page: &Page<'_>) -> Result<()> {
    let first = "the mill\n\nwe saw the great mill and then the small one.\n";
    let second = "the weir\n\nnothing happened at the weir.\n";
    page.drop_files(&[File::new("mill.txt", first), File::new("weir.txt", second)])?;
    page.wait_article("the mill")?;
    page.focus_article()?;
    // Down to the second paragraph, over "we saw the", then the two words.
    keys(page, &["ArrowDown", "Home", "Ctrl+ArrowRight", "Ctrl+ArrowRight", "Ctrl+ArrowRight"])?;
    keys(page, &["ArrowRight", "Ctrl+Shift+ArrowRight", "Ctrl+Shift+ArrowRight", "4"])?;
    page.wait_confirmed(&["[great mill|LOC]"])?;
    // By letters: "the" of the end.
    keys(page, &["Escape", "End", "Ctrl+ArrowLeft", "Ctrl+ArrowLeft", "Ctrl+ArrowLeft"])?;
    keys(page, &["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "8"])?;
    page.wait_confirmed(&["[great mill|LOC]", "[the|CARDINAL]"])?;
    // By name, for a label without a digit.
    keys(page, &["Home", "Shift+End", "L"])?;
    page.wait_dialog()?;
    page.type_text("work")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    page.check_focus()?;
    let line = "[we saw the great mill and then the small one.|WORK_OF_ART]";
    page.wait_confirmed(&[line, "[great mill|LOC]", "[the|CARDINAL]"])?;
    keys(page, &["Escape", "D"])?;
    page.wait_says("Done")?;
    keys(page, &["Alt+ArrowDown"])?;
    page.wait_article("the weir")?;
    keys(page, &["Alt+ArrowUp"])?;
    page.wait_article("the mill")?;
    page.wait_confirmed(&[line, "[great mill|LOC]", "[the|CARDINAL]"])
}

fn answer(page: &Page<'_>) -> Result<()> {
    let suggested = open_known(page)?;
    page.focus_article()?;
    keys(page, &["J"])?;
    // Each answer goes on to the next suggestion by itself.
    let answers = ["Enter", "X", "Space"];
    for (n, suggestion) in suggested.iter().take(3).enumerate() {
        keys(page, &[answers[n]])?;
        let accepted = suggestion.replace('{', "[").replace('}', "]");
        match n {
            0 => page.wait_mark(&accepted)?,
            // It goes wherever the same words stand.
            1 => page.wait_no_mark(suggestion)?,
            _ => page.wait_mark(suggestion)?,
        }
    }
    page.wait_saved()
}

fn edge(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    let before = crate::exporting::ids(page)?;
    page.focus_article()?;
    keys(page, &["Alt+Shift+ArrowRight"])?;
    page.wait_confirmed(&["[pumping station by|GPE]"])?;
    keys(page, &["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowLeft"])?;
    page.wait_confirmed(&["[pumping|GPE]"])?;
    keys(page, &["Alt+Shift+ArrowUp"])?;
    page.wait_confirmed(&["[old pumping|GPE]"])?;
    keys(page, &["Alt+Shift+ArrowDown"])?;
    page.wait_confirmed(&["[pumping|GPE]"])?;
    // By letters, for which there are no keys at first.
    page.command("End one letter left")?;
    page.wait_confirmed(&["[pumpin|GPE]"])?;
    let after = crate::exporting::ids(page)?;
    anyhow::ensure!(before == after, "the mark was {before:?} and is {after:?}: another one");
    Ok(())
}

fn regions(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let mut seen = Vec::new();
    for _ in 0..5 {
        keys(page, &["F6"])?;
        let region =
            page.look("return document.activeElement.closest('[data-region]').dataset.region")?;
        seen.push(region.as_str().unwrap_or_default().to_owned());
    }
    seen.sort();
    anyhow::ensure!(
        seen == ["inspector", "list", "sheet", "status", "top"],
        "F6 leads to {seen:?}"
    );
    // Tab leaves the article: it is no trap.
    page.focus_article()?;
    page.press("Tab")?;
    let focus = page.focus()?;
    anyhow::ensure!(!focus.contains(".doc") && focus != "body", "Tab leads to {focus}");
    Ok(())
}
