//! Ways for an article to come in.

use anyhow::{Result, ensure};
use e2e::{
    fixture,
    page::Page,
    story::{EVERYWHERE, Story},
};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("load by choosing files", EVERYWHERE, choose),
    Story::new("load by dropping files", EVERYWHERE, drop_files),
    Story::new("load by pasting", EVERYWHERE, paste),
    Story::new("marks appear by themselves", EVERYWHERE, appear),
];

fn choose(page: &Page<'_>) -> Result<()> {
    let (ferry, faro) = (fixture::english(), fixture::spanish());
    page.pick_files("Choose files", &[ferry.clone(), faro])?;
    page.wait_articles(2)?;
    check_text(page, ferry.text())
}

fn drop_files(page: &Page<'_>) -> Result<()> {
    let (ferry, faro) = (fixture::english(), fixture::spanish());
    page.drop_files(&[ferry, faro.clone()])?;
    page.wait_articles(2)?;
    page.wait_saved()?;
    page.press("Alt+ArrowDown")?;
    check_text(page, faro.text())
}

fn paste(page: &Page<'_>) -> Result<()> {
    page.click("Paste text")?;
    page.wait_dialog()?;
    page.fill("Text", "Mara Quiroga lives in Lisbon.")?;
    // Until it is confirmed, it can still be changed.
    page.press_all(&["Backspace"])?;
    page.type_text(" now, not in Quito.")?;
    page.fill("Name", "A letter")?;
    page.click("Add this text")?;
    page.wait_no_dialog()?;
    page.wait_article("Mara Quiroga lives in Lisbon now, not in Quito.")?;
    let names = page.wait_articles(1)?;
    ensure!(names == ["A letter"], "the article is called {names:?}");
    page.check_focus()
}

fn appear(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[fixture::english()])?;
    let suggested = page.wait_suggestions()?;
    for known in ["{Costa Rica|GPE}", "{Norway|GPE}", "{March 3|DATE}", "{US$4.50|MONEY}"] {
        ensure!(suggested.iter().any(|it| it == known), "{known} is not among {suggested:?}");
    }
    ensure!(page.confirmed()?.is_empty(), "a suggestion counts as confirmed");
    Ok(())
}

/// The page holds the whole text, to the character: also what is out of sight.
fn check_text(page: &Page<'_>, text: &str) -> Result<()> {
    let expected: Vec<&str> = text.split('\n').filter(|it| !it.is_empty()).collect();
    page.wait_article(expected[0])?;
    let found = page.paragraphs()?;
    let found: Vec<&str> = found.iter().map(|it| it.trim_end_matches('\n')).collect();
    ensure!(found == expected, "the page holds {found:?}");
    Ok(())
}
