//! The trained model: it comes after the page, and may not come at all.

use std::{
    fs,
    io::{Read, Write},
    path::Path,
};

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::Browser,
    fixture::File,
    page::Page,
    server::Server,
    story::{FROM_DISK, Ground, SERVED, Story},
    wait,
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::alone("the model comes after the page and mends the marks", SERVED, late),
    Story::alone("a model that is missing, damaged or newer", SERVED, refused),
    Story::alone("a notice is not hidden by the report of an import", SERVED, beside_a_report),
    Story::alone("a damaged model inside the single file", FROM_DISK, damaged_inside),
];

/// A place that the lists know, and a name that only the model can know for a person's.
const TEXT: &str = "In Panama, Xilda Quorvane told reporters that she would not resign.\n";
const BY_LISTS: &str = "{Panama|GPE}";
const BY_MODEL: &str = "{Xilda Quorvane|PERSON}";

fn open_text(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("interview.txt", TEXT)])?;
    page.wait_mark(BY_LISTS)
}

fn late(ground: &Ground<'_>) -> Result<()> {
    let server = Server::start(ground.dist)?;
    server.hold("model.bin");
    let browser = Browser::start(ground.kind, ground.folder, None)?;
    let page = Page::new(&browser, &server, ground.way, ground.dist, ground.folder)?;
    page.open_early()?;
    open_text(&page)?;
    page.wait_says("Loading the model: ")?;
    ensure!(!page.marks()?.iter().any(|it| it == BY_MODEL), "{BY_MODEL} is no work of the model");
    // Work goes on meanwhile.
    page.sweep("reporters")?;
    page.press("1")?;
    page.wait_mark("[reporters|PERSON]")?;
    server.let_go();
    page.wait_mark(BY_MODEL)?;
    wait::until_it("the end of loading", || page.says(), |it| !it.contains("Loading the model"))?;
    page.wait_mark("[reporters|PERSON]")
}

fn beside_a_report(ground: &Ground<'_>) -> Result<()> {
    const NOTICE: &str = "The trained model could not be loaded";
    let dist = ground.folder.join("dist");
    copy(ground.dist, &dist)?;
    fs::remove_file(dist.join("model.bin"))?;
    let server = Server::start(&dist)?;
    let browser = Browser::start(ground.kind, &ground.folder.join("browser"), None)?;
    let page = Page::new(&browser, &server, ground.way, &dist, ground.folder)?;
    page.open()?;
    page.wait_says(NOTICE)?;
    page.drop_files(&[File::new("interview.txt", TEXT), File::new("empty.txt", "")])?;
    let report = page.wait_dialog()?;
    ensure!(report.contains("1 of 2 files is in"), "{report}");
    let words = page.look("return document.querySelector('dialog[open]').innerText")?;
    ensure!(words.as_str().is_some_and(|it| it.contains(NOTICE)), "{words}");
    // It is dealt with in the dialog, and then it is gone everywhere.
    page.click_in("Close", Some("dialog .banner"))?;
    wait::until_it("the notice gone", || page.says(), |it| !it.contains(NOTICE))?;
    ensure!(page.dialog()?.is_some(), "the report went with the notice");
    page.press("Escape")?;
    page.wait_no_dialog()
}

fn refused(ground: &Ground<'_>) -> Result<()> {
    let dist = ground.folder.join("dist");
    copy(ground.dist, &dist)?;
    let model = dist.join("model.bin");
    let packed = fs::read(&model)?;
    for (model_there, said) in [
        (None, "The trained model could not be loaded"),
        (Some(packed[..packed.len() / 2].to_vec()), "The trained model is damaged"),
        (Some(b"<!doctype html><p>All is well".to_vec()), "The trained model is damaged"),
        (Some(newer(&packed)?), "The trained model belongs to another version"),
    ] {
        match model_there {
            None => fs::remove_file(&model)?,
            Some(bytes) => fs::write(&model, bytes)?,
        }
        // Each on a host of its own, so that nothing is kept from the one before.
        let server = Server::start(&dist)?;
        let browser = Browser::start(ground.kind, &ground.folder.join("browser"), None)?;
        let page = Page::new(&browser, &server, ground.way, &dist, ground.folder)?;
        page.open()?;
        page.wait_says(said)?;
        check_works(&page)?;
    }
    Ok(())
}

fn damaged_inside(ground: &Ground<'_>) -> Result<()> {
    let file = "apostil.html";
    let whole = fs::read_to_string(ground.dist.join(file))?;
    let start = whole.find("id=\"model\">").context("a model in the file")? + 100_000;
    let other = if &whole[start..=start] == "A" { "B" } else { "A" };
    let dist = ground.folder.join("dist");
    fs::create_dir_all(&dist)?;
    fs::write(dist.join(file), format!("{}{other}{}", &whole[..start], &whole[start + 1..]))?;
    let browser = Browser::start(ground.kind, ground.folder, None)?;
    let page = Page::new(&browser, ground.server, ground.way, &dist, ground.folder)?;
    page.open()?;
    page.wait_says("The trained model is damaged")?;
    check_works(&page)
}

/// Rules, lists and hands do as before.
fn check_works(page: &Page<'_>) -> Result<()> {
    open_text(page)?;
    page.sweep("reporters")?;
    page.press("1")?;
    page.wait_mark("[reporters|PERSON]")?;
    let says = page.says()?;
    ensure!(!says.contains("Loading the model"), "it goes on loading: {says}");
    Ok(())
}

/// The model with the number of another version in it.
fn newer(packed: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes)?;
    bytes[4] = 99;
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(&bytes)?;
    Ok(packer.finish()?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)?.flatten().filter(|it| it.path().is_file()) {
        fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}
