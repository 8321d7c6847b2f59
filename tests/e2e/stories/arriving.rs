//! Whole folders, many files, files that need a word more, and the samples.

use std::fs;

use anyhow::{Result, ensure};
use e2e::{
    fixture::{self, File},
    page::Page,
    story::{CHROMIUM, EVERYWHERE, SERVED, Story},
    wait,
};

/// The stories.
pub const STORIES: [Story; 12] = [
    Story::new("samples opened one by one and all at once", EVERYWHERE, samples),
    Story::new("a folder of 1,001 files on three levels is dropped", CHROMIUM, deep_folder),
    Story::new("a folder is dragged from the disk", CHROMIUM, dragged_folder),
    Story::new("a folder is chosen", CHROMIUM, chosen_folder),
    Story::new("reading is shown and can be stopped", CHROMIUM, stopped),
    Story::new("what is dropped while files are read waits", CHROMIUM, queued),
    Story::new("files of many kinds come in", EVERYWHERE, kinds),
    Story::new("the page asks which field holds the text", SERVED, asked),
    Story::new("a file is read again in another encoding", SERVED, read_again),
    Story::new("the same text is not added twice", SERVED, twice),
    Story::new("the report begins with what went wrong, and can be copied", SERVED, reported),
    Story::new("what is known of an article stands below its title", SERVED, known),
];

const MARKED: &str = "Two Flags on One Boat: Joint Patrols Begin on the Corentyne";
const SPANISH: &str = "Dos orillas, una sola fila: Salto y Concordia estrenan control conjunto";

fn samples(page: &Page<'_>) -> Result<()> {
    page.click(SPANISH)?;
    page.wait_articles(1)?;
    page.wait_article(SPANISH)?;
    page.check_focus()?;
    page.press("Ctrl+Z")?;
    page.wait_articles(0)?;
    page.click("Open all 4")?;
    page.wait_articles(4)?;
    page.wait_article(MARKED)?;
    page.wait_mark("[lower river brigades|ORG]")?;
    let confirmed = page.confirmed()?;
    for mark in ["[South Drain Ferry Landing|FAC]", "[Sranan Tongo|LANGUAGE]", "[first|ORDINAL]"] {
        ensure!(confirmed.iter().any(|it| it == mark), "{mark} is not among {confirmed:?}");
    }
    page.wait_saved()?;
    // The same once more, from the palette: nothing is added, and it is said where they are.
    page.command("Open the samples")?;
    page.wait_says("All 4 files are here already")?;
    page.click_in(SPANISH, Some("dialog"))?;
    page.wait_no_dialog()?;
    page.wait_article(SPANISH)?;
    page.wait_articles(4).map(drop)
}

/// Files called by `name`, each with a text of its own.
fn files(n: usize, name: impl Fn(usize) -> String) -> Vec<File> {
    (0..n).map(|n| File::new(&name(n), format!("Letter {n}\n\nIt came from Lima."))).collect()
}

fn deep_folder(page: &Page<'_>) -> Result<()> {
    let folder = |n: usize| ["cables", "cables/1998", "cables/1998/may"][n % 3];
    let mut all = files(1001, |n| format!("{}/{n:04}.txt", folder(n)));
    all.push(File::new("cables/.hidden.txt", "This is hidden."));
    all.push(File::new("cables/map.png", "\u{89}PNG"));
    page.drop_tree(&all, 0)?;
    page.wait_says("All 1,001 articles are in")?;
    page.wait_says("2 files were skipped")?;
    page.wait_article("Letter 0")?;
    let count = "return look.text('.list .head .num')";
    let n = wait::until_it("the count", || page.look(count), |it| it == "1,001");
    n.map(drop)
}

fn dragged_folder(page: &Page<'_>) -> Result<()> {
    let folder = page.folder().join("cables");
    fs::create_dir_all(folder.join("1998/may"))?;
    for file in files(130, |n| format!("{n:03}.txt")) {
        fs::write(folder.join("1998/may").join(&file.name), &file.bytes)?;
    }
    fs::write(folder.join("first.txt"), "The first\n\nIt came from Quito.")?;
    fs::write(folder.join(".hidden"), "hidden")?;
    page.drag_path(&folder)?;
    page.wait_says("1 file was skipped")?;
    page.wait_articles(131)?;
    page.wait_article("Letter 0")?;
    let names = page.articles()?;
    ensure!(names[0] == "cables/1998/may/000.txt", "the first is called {}", names[0]);
    ensure!(names[130] == "cables/first.txt", "the last is called {}", names[130]);
    Ok(())
}

fn chosen_folder(page: &Page<'_>) -> Result<()> {
    let folder = page.folder().join("letters");
    fs::create_dir_all(folder.join("deep"))?;
    fs::write(folder.join("b.txt"), "The second\n\nIt came from Quito.")?;
    fs::write(folder.join("deep/a.txt"), "The third\n\nIt came from Loja.")?;
    fs::write(folder.join("photo.jpg"), [0xff, 0xd8, 0xff])?;
    page.pick_path("Choose a folder", &folder)?;
    let names = page.wait_articles(2)?;
    ensure!(names == ["letters/b.txt", "letters/deep/a.txt"], "they are called {names:?}");
    page.wait_says("1 file was skipped")
}

fn stopped(page: &Page<'_>) -> Result<()> {
    crate::labeling::open_plain(page)?;
    let all = files(60, |n| format!("slow/{n:02}.txt"));
    page.drop_tree(&all, 50)?;
    page.wait_says("of 60")?;
    // Whoever is at work is not disturbed.
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_mark("[pumping station|GPE]")?;
    page.click("Cancel")?;
    page.wait_says("Nothing was added")?;
    ensure!(page.articles()?.len() == 1, "half of it was added");
    page.drop_tree(&all, 50)?;
    page.wait_says("of 60")?;
    page.press("Escape")?;
    page.wait_says("Nothing was added")?;
    let strip = || Ok(page.look("return !document.querySelector('.intake')")? == true);
    wait::until_it("the strip to go", strip, |it| *it)?;
    ensure!(page.articles()?.len() == 1, "half of it was added");
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    // After that, the same comes in whole.
    page.drop_tree(&all, 0)?;
    page.wait_articles(61)?;
    page.press("Ctrl+Z")?;
    page.wait_articles(1).map(drop)
}

fn queued(page: &Page<'_>) -> Result<()> {
    page.drop_tree(&files(30, |n| format!("slow/{n:02}.txt")), 40)?;
    page.wait_says("of 30")?;
    page.drop_files(&[fixture::english()])?;
    page.wait_articles(31).map(drop)
}

fn kinds(page: &Page<'_>) -> Result<()> {
    let html = "<!doctype html><title>The ferry</title><script>let x = 'gone'</script>\
                <h1>The ferry</h1><p>It left <b>Turbo</b> at noon.</p>";
    let csv = "title,text,source\nThe mill,\"The mill at Loja, shut.\",The Post\n";
    let inner = [File::new("deep/one.txt", "One in a zip\n\nIt came from Tulcán.")];
    page.drop_files(&[
        File::new("ferry.html", html),
        File::new("mill.csv", csv),
        File::new("pass.md", "# The pass\n\nSnow closed it in *June*."),
        File::new("all.zip", fixture::archive(&inner)?),
    ])?;
    page.wait_articles(4)?;
    if page.dialog()?.is_some() {
        page.press("Escape")?;
        page.wait_no_dialog()?;
    }
    let mut texts = Vec::new();
    page.press("F6")?;
    for _ in 0..4 {
        texts.push(page.paragraphs()?.concat());
        page.press("Alt+ArrowDown")?;
    }
    let all = texts.join("\n");
    for words in ["It left Turbo at noon.", "The mill at Loja, shut.", "Snow closed it", "Tulcán"]
    {
        ensure!(all.contains(words), "{words:?} is not in {all:?}");
    }
    ensure!(!all.contains("gone"), "a script became text");
    Ok(())
}

/// Two records of which no field is called as a text would be.
const ROWS: &str = r#"{"head":"The pump","lead":"Water at last.","long":"Water came to Macará on Tuesday, at last."}
{"head":"The road","lead":"No lorry.","long":"No lorry has come to Loja since May."}
"#;

fn asked(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("rows.jsonl", ROWS), fixture::english()])?;
    page.wait_dialog()?;
    page.wait_says("Which field of rows.jsonl holds the text?")?;
    page.wait_says("Water came to Macará")?;
    page.wait_articles(1)?;
    page.click_in("Add with this field", Some("dialog"))?;
    page.wait_articles(3)?;
    let asks = || Ok(page.says()?.contains("Which field"));
    wait::until_it("the question to go", asks, |it| !it)?;
    page.check_focus()?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.wait_article("Water came to Macará on Tuesday, at last.")
}

fn read_again(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("old.txt", b"Cami\xF3n\n\nSali\xF3 de Macar\xE1.\n".to_vec())])?;
    page.wait_dialog()?;
    page.wait_says("Windows-1252")?;
    page.wait_article("Camión")?;
    page.click_in("Read again as UTF-8", Some("dialog"))?;
    page.wait_article("Cami\u{fffd}n")?;
    page.wait_articles(1)?;
    page.click_in("Read again as Windows-1252", Some("dialog"))?;
    page.wait_article("Camión")?;
    page.check_focus()
}

fn twice(page: &Page<'_>) -> Result<()> {
    let (one, other) = (fixture::small("one.txt", "A letter\n\nFrom Lima."), fixture::english());
    let same = File::new("copy.txt", one.bytes.clone());
    page.drop_files(&[one.clone(), same, other])?;
    page.wait_dialog()?;
    page.wait_says("2 of 3 files are new")?;
    page.wait_says("copy.txt same as one.txt")?;
    page.press("Escape")?;
    page.wait_articles(2)?;
    page.press("Alt+ArrowDown")?;
    page.drop_files(&[one])?;
    page.wait_dialog()?;
    page.wait_says("The file is here already")?;
    page.click_in("one.txt", Some("dialog"))?;
    page.wait_no_dialog()?;
    page.wait_article("A letter")?;
    page.wait_articles(2).map(drop)
}

fn reported(page: &Page<'_>) -> Result<()> {
    let mut all: Vec<File> = fixture::broken().into_iter().map(|it| it.file).collect();
    let n_broken = all.len();
    all.splice(0..0, files(30, |n| format!("{n:02}.txt")));
    page.drop_files(&all)?;
    page.wait_dialog()?;
    page.wait_says(&format!("30 of {} files are in", 30 + n_broken))?;
    let words = page.look("return document.querySelector('dialog[open]').innerText")?.to_string();
    let place = |it: &str| words.find(it).unwrap_or(usize::MAX);
    ensure!(place("picture.txt was not added") < place("30 files added"), "{words}");
    ensure!(place("00.txt") == usize::MAX, "a long list is not folded");
    page.look(CATCH_COPY)?;
    page.click_in("Copy the report", Some("dialog"))?;
    let copied = || page.attribute("html", "data-copied");
    let copied = wait::until("the copied report", copied)?;
    for words in ["picture.txt was not added.", "half.json", "29.txt"] {
        ensure!(copied.contains(words), "{words:?} is not in {copied:?}");
    }
    page.click_in("Undo the whole import", Some("dialog"))?;
    page.wait_articles(0).map(drop)
}

/// Notes what is copied instead of asking the system to keep it.
const CATCH_COPY: &str = "
    const copied = (text) => { document.documentElement.dataset.copied = text; };
    const page = window.wrappedJSObject ?? window;
    const write = (text) => { copied(text); return page.Promise.resolve(); };
    const own = window.exportFunction ? exportFunction(write, page) : write;
    if (page.navigator.clipboard) page.navigator.clipboard.writeText = own;
    addEventListener('copy', (event) => copied(event.clipboardData.getData('text/plain')));";

fn known(page: &Page<'_>) -> Result<()> {
    let line = r#"{"text": "The mill\n\nIt is shut.", "source": "The Andean Post", "date": "2026-03-05", "language": "en", "title": "Mill shut"}"#;
    page.drop_files(&[File::new("mill.jsonl", line)])?;
    page.wait_article("The mill")?;
    page.wait_says("The Andean Post, March 5, 2026")?;
    page.wait_says("English")?;
    let text = page.paragraphs()?.concat();
    ensure!(text == "The millIt is shut.", "what is known of it is glued into the text: {text}");
    Ok(())
}
