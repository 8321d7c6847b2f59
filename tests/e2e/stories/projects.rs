//! Several projects: new, renamed, opened, copied, put away, and never mixed up.

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::{Browser, Kind},
    fixture::File,
    page::Page,
    story::{CHROMIUM_BOTH, EVERYWHERE, Ground, SERVED, Story},
    wait,
};
use serde_json::json;

use crate::{crash::kill, labeling::open_plain};

/// The stories.
pub const STORIES: [Story; 6] = [
    Story::new("begin a project, go back, and undo there", EVERYWHERE, switch),
    Story::new("rename a project and take it back", SERVED, rename),
    Story::new("copy a project: each goes its own way", SERVED, copy),
    Story::new("a project goes into the trash and comes back", EVERYWHERE, trash),
    Story::new("a project that is open in another tab stays", SERVED, in_use),
    Story::alone("a browser killed while it goes to another project", CHROMIUM_BOTH, killed),
];

/// The button that opens the list of projects in any state of the page.
fn show_projects(page: &Page<'_>) -> Result<Vec<String>> {
    page.command("Projects…")?;
    page.wait_dialog()?;
    wait::until_it("the list of projects", || shelf(page), |it| !it.is_empty())
}

/// The names of the projects in the dialog.
fn shelf(page: &Page<'_>) -> Result<Vec<String>> {
    names(page, "dialog[open] .body > .shelf .name")
}

/// The names in its trash.
fn in_trash(page: &Page<'_>) -> Result<Vec<String>> {
    names(page, "dialog[open] .trash .shelf .name")
}

fn names(page: &Page<'_>, selector: &str) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((it) => it.textContent)";
    let found = page.look_with(script, vec![json!(selector)])?;
    let all = found.as_array().context("the script returned no list")?;
    Ok(all.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect())
}

fn begin(page: &Page<'_>, name: &str) -> Result<()> {
    page.command("New project…")?;
    page.wait_dialog()?;
    page.type_text(name)?;
    page.press("Enter")?;
    wait_project(page, name)
}

fn call(page: &Page<'_>, name: &str) -> Result<()> {
    page.command("Rename the project…")?;
    page.wait_dialog()?;
    page.press("Ctrl+A")?;
    page.type_text(name)?;
    page.press("Enter")?;
    wait_project(page, name)
}

fn wait_project(page: &Page<'_>, name: &str) -> Result<()> {
    let shown = || {
        let shown = page.look("return document.querySelector('.top .project bdi')?.textContent")?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    };
    wait::until_it(&format!("the project {name}"), shown, |it| it == name)?;
    page.wait_no_dialog()
}

fn open(page: &Page<'_>, name: &str) -> Result<()> {
    show_projects(page)?;
    page.click(&format!("Open: {name}"))?;
    wait_project(page, name)
}

/// A project called "Pumps" with a mark, saved.
fn pumps(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    call(page, "Pumps")?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()
}

fn boat(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("boat.txt", "Where the boat was\n\nit lay by the old weir.\n")])?;
    page.wait_article("Where the boat was")
}

fn switch(page: &Page<'_>) -> Result<()> {
    pumps(page)?;
    begin(page, "Boats")?;
    page.wait_says("Drop files or a folder")?;
    boat(page)?;
    page.sweep("the old weir")?;
    page.press("4")?;
    page.wait_confirmed(&["[the old weir|LOC]"])?;
    // Not saved by waiting: going away does.
    open(page, "Pumps")?;
    page.wait_article("Where the pump was")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.check_focus()?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&[])?;
    page.press("Ctrl+Y")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()?;
    // This tab has this project, also after a reload.
    page.reload()?;
    page.wait_article("Where the pump was")?;
    open(page, "Boats")?;
    page.wait_confirmed(&["[the old weir|LOC]"])?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&[])?;
    page.wait_saved()?;
    page.reload()?;
    page.wait_article("Where the boat was")?;
    page.wait_confirmed(&[])
}

fn rename(page: &Page<'_>) -> Result<()> {
    pumps(page)?;
    call(page, "Wells & pumps")?;
    page.wait_saved()?;
    page.reload()?;
    wait_project(page, "Wells & pumps")?;
    page.press("Ctrl+Z")?;
    wait_project(page, "Pumps")?;
    ensure!(show_projects(page)? == ["Pumps"], "the list has another name");
    page.wait_says("1 article · 0% done")?;
    page.wait_says("This is the only project")
}

fn copy(page: &Page<'_>) -> Result<()> {
    pumps(page)?;
    page.command("Duplicate the project")?;
    page.wait_says("Copied: Pumps")?;
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[the lake|LOC]"])?;
    open(page, "Pumps (copy)")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    // The name of the copy is its own last step.
    page.press("Ctrl+Z")?;
    wait_project(page, "Pumps")?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&[])?;
    page.press_all(&["Ctrl+Y", "Ctrl+Y"])?;
    wait_project(page, "Pumps (copy)")?;
    page.sweep("nobody")?;
    page.press("1")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[nobody|PERSON]"])?;
    page.wait_saved()?;
    open(page, "Pumps")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[the lake|LOC]"])
}

fn trash(page: &Page<'_>) -> Result<()> {
    pumps(page)?;
    begin(page, "Boats")?;
    boat(page)?;
    page.command("Move the project to the trash")?;
    // What was open before is open now.
    wait_project(page, "Pumps")?;
    page.wait_says("Boats is in the trash")?;
    ensure!(show_projects(page)? == ["Pumps"], "it is still among the projects");
    ensure!(in_trash(page)? == ["Boats"], "it is not in the trash");
    page.click("Put back: Boats")?;
    wait::until_it("both projects", || shelf(page), |it| it.len() == 2)?;
    page.click("Move to the trash: Boats")?;
    wait::until_it("the trash", || in_trash(page), |it| it == &["Boats"])?;
    page.click("Empty the trash…")?;
    page.wait_says("This goes for good")?;
    let file = page.saved_by(|| page.click("Save to a file first"))?;
    ensure!(file.name.starts_with("apostil-rescue"), "{} was saved", file.name);
    page.click("Remove 1 project for good")?;
    wait::until_it("an empty trash", || in_trash(page), Vec::is_empty)?;
    page.wait_says("Nothing here")?;
    page.check_focus()?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.reload()?;
    ensure!(show_projects(page)? == ["Pumps"], "it came back");
    page.press("Escape")?;
    page.wait_no_dialog()?;
    // The file has what was removed.
    page.drop_files(&[file])?;
    page.wait_article("Where the boat was")
}

fn in_use(page: &Page<'_>) -> Result<()> {
    pumps(page)?;
    let browser = page.browser();
    let first = browser.window()?;
    let second = browser.open_tab()?;
    page.open()?;
    page.wait_says("open in another tab")?;
    begin(page, "Boats")?;
    boat(page)?;
    show_projects(page)?;
    page.click("Move to the trash: Pumps")?;
    page.wait_says("another tab has it open")?;
    ensure!(shelf(page)?.len() == 2, "it is gone");
    browser.look_at(&first)?;
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_confirmed(&["[pumping station|GPE]", "[the lake|LOC]"])?;
    page.wait_saved()?;
    // Each tab opens its own project again.
    page.reload()?;
    page.wait_article("Where the pump was")?;
    browser.look_at(&second)?;
    page.reload()?;
    page.wait_article("Where the boat was")
}

fn killed(ground: &Ground<'_>) -> Result<()> {
    let profile = ground.folder.join("profile");
    for round in 0..3 {
        let browser = Browser::start(Kind::Chromium, ground.folder, Some(&profile))?;
        let page = Page::new(&browser, ground.server, ground.way, ground.dist, ground.folder)?;
        browser.resize(1280, 800)?;
        page.open()?;
        if round == 0 {
            pumps(&page)?;
            begin(&page, "Boats")?;
            boat(&page)?;
            page.wait_saved()?;
        }
        let projects = show_projects(&page)?;
        ensure!(projects.len() == 2, "{projects:?}");
        let other = projects.last().context("there are two")?.clone();
        page.click(&format!("Open: {other}"))?;
        // In the middle of it, or just before, or just after.
        std::thread::sleep(std::time::Duration::from_millis(round * 15));
        kill(&browser)?;
    }
    let browser = Browser::start(Kind::Chromium, ground.folder, Some(&profile))?;
    let page = Page::new(&browser, ground.server, ground.way, ground.dist, ground.folder)?;
    browser.resize(1280, 800)?;
    page.open()?;
    for (name, title) in [("Pumps", "Where the pump was"), ("Boats", "Where the boat was")] {
        show_projects(&page)?;
        if page.has_control(&format!("Open: {name}"))? {
            page.click(&format!("Open: {name}"))?;
        } else {
            page.press("Escape")?;
        }
        wait_project(&page, name)?;
        page.wait_article(title)?;
        page.wait_saved()?;
    }
    let says = page.says()?;
    ensure!(!says.contains("could not be read"), "something is damaged: {says}");
    Ok(())
}
