//! Files that cannot be added: a clear word each, nothing lost, the page alive.

use anyhow::{Result, ensure};
use e2e::{
    fixture::{self, File},
    page::Page,
    story::{CHROMIUM_BOTH, EVERYWHERE, Story},
};

use crate::exporting::some_work;

/// The stories.
pub const STORIES: [Story; 3] = [
    Story::new("broken files are refused one by one", EVERYWHERE, broken),
    Story::new("a broken file among good ones", EVERYWHERE, among),
    Story::new("a text that is too long is refused", CHROMIUM_BOTH, long),
];

fn broken(page: &Page<'_>) -> Result<()> {
    some_work(page)?;
    for bad in fixture::broken() {
        page.drop_files(std::slice::from_ref(&bad.file))?;
        refused(page, &bad.file.name, bad.says)?;
    }
    // All that was there is there, and all that could be done can be done.
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    ensure!(page.articles()?.len() == 1, "a broken file became an article");
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_mark("[the lake|LOC]")?;
    page.wait_saved()
}

/// Waits for a dialog that names the file and the reason, and closes it.
fn refused(page: &Page<'_>, name: &str, says: &[&str]) -> Result<()> {
    page.wait_dialog()?;
    page.wait_says(name)?;
    let words = page.says()?;
    for wanted in says {
        ensure!(words.contains(wanted), "of {name} it is not said that it is {wanted:?}: {words}");
    }
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.check_focus()
}

fn among(page: &Page<'_>) -> Result<()> {
    let bad = File::new("zero.txt", b"Camale\0n.\n".to_vec());
    page.drop_files(&[fixture::english(), bad, fixture::spanish()])?;
    page.wait_dialog()?;
    page.wait_says("2 of 3 files are in")?;
    page.wait_says("zero.txt")?;
    page.press("Escape")?;
    page.wait_articles(2)?;
    page.press("Ctrl+Z")?;
    page.wait_articles(0).map(drop)
}

fn long(page: &Page<'_>) -> Result<()> {
    some_work(page)?;
    // Made in the page: 65 MiB do not pass through a driver.
    page.look(
        "const transfer = new DataTransfer();
         const line = new Uint8Array(1024 * 1024).fill(97);
         transfer.items.add(new File(Array(65).fill(line), 'endless.txt'));
         const target = document.querySelector('.doc[role=textbox]');
         for (const kind of ['dragenter', 'dragover', 'drop']) {
           target.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
         }",
    )?;
    refused(page, "endless.txt", &["64 MiB", "Split"])?;
    page.wait_confirmed(&["[pumping station|GPE]"])
}
