//! Lists of names: those that ship, and a person's own.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{EVERYWHERE, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 2] = [
    Story::new("names stand in the lists that ship", EVERYWHERE, shipped),
    Story::new("names of a list of one's own", EVERYWHERE, own),
];

/// A town of 2,300 inhabitants, whose name no rule could know for a town before a comma.
fn shipped(page: &Page<'_>) -> Result<()> {
    let text =
        "The road ends at Yaviza, and the boats leave from there.\nMeteti, Panama, has a market.\n";
    page.drop_files(&[File::new("road.txt", text)])?;
    for mark in ["{Yaviza|GPE}", "{Meteti|GPE}", "{Panama|GPE}"] {
        page.wait_mark(mark)?;
    }
    Ok(())
}

fn own(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("swim.txt", "A tonina swam by, and the crew cheered.\n")])?;
    page.wait_saved()?;
    page.command("Add a name list")?;
    page.wait_dialog()?;
    let list = File::new("animals.txt", "# ours\ntonina\tPRODUCT\nvaca\tCOW\n");
    page.pick_files("Choose a file", &[list])?;
    let dialog = || {
        let told = page.look("return document.querySelector('dialog[open]')?.textContent ?? ''")?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    };
    let told = wait::until_it("the list and the line that is wrong", dialog, |it| {
        it.contains("animals") && it.contains("line 3") && it.contains("1 name")
    })?;
    ensure!(told.contains("COW"), "the line is not quoted in {told:?}");
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_mark("{tonina|PRODUCT}")?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_mark("{tonina|PRODUCT}")?;
    page.focus_article()?;
    page.press("Ctrl+Z")?;
    page.wait_no_mark("{tonina|PRODUCT}")
}
