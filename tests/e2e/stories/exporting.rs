//! Files out, and in again.

use std::io::{Cursor, Read};

use anyhow::{Context, Result, ensure};
use e2e::{
    fixture::{self, File},
    page::Page,
    schema,
    story::{EVERYWHERE, SERVED, Story},
};
use serde_json::Value;
use zip::ZipArchive;

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("export JSON and import it again", EVERYWHERE, native),
    Story::new("export JSON Lines and import them again", EVERYWHERE, lines),
    Story::new("export a file an article in a zip", SERVED, zip),
    Story::new("export chosen articles with open suggestions", SERVED, suggestions),
];

/// The ids of all marks of the project, as a saved file has them.
pub fn ids(page: &Page<'_>) -> Result<Vec<String>> {
    let file = save(page)?;
    let project: Value = serde_json::from_str(file.text())?;
    let ids = spans(&project).map(|it| it["id"].to_string()).collect();
    Ok(ids)
}

/// Saves the whole project to a file, by its key.
fn save(page: &Page<'_>) -> Result<File> {
    page.saved_by(|| page.press("Ctrl+S"))
}

fn documents(project: &Value) -> impl Iterator<Item = &Value> {
    project["documents"].as_array().into_iter().flatten()
}

fn tracks(project: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    documents(project)
        .flat_map(|it| it["tracks"].as_array().into_iter().flatten().map(move |track| (it, track)))
}

fn spans(project: &Value) -> impl Iterator<Item = &Value> {
    tracks(project).flat_map(|(_, track)| track["spans"].as_array().into_iter().flatten())
}

/// Makes an article full of what offsets stumble over, with marks behind each.
fn mark_ferry(page: &Page<'_>) -> Result<Vec<&'static str>> {
    page.drop_files(&[fixture::english()])?;
    page.wait_article("Night Ferry Returns to the Gulf of Nicoya")?;
    page.wait_suggestions()?;
    for (words, key) in
        [("60\u{a0}percent of them", "8"), ("coffee", "9"), ("a bridge that floats", "0")]
    {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    let marks =
        ["[60\u{a0}percent of them|CARDINAL]", "[coffee|EVENT]", "[a bridge that floats|NORP]"];
    page.wait_confirmed(&marks)?;
    Ok(marks.to_vec())
}

/// Each span quotes the words that its offsets cut out of the text, counted in code points.
fn check_offsets(text: &str, spans: &Value) -> Result<()> {
    let characters: Vec<char> = text.chars().collect();
    for span in spans.as_array().context("the spans are no list")? {
        let place =
            |name: &str| span[name].as_u64().with_context(|| format!("{span} has no {name}"));
        let (start, end) = (place("start")? as usize, place("end")? as usize);
        let words: String =
            characters.get(start..end).context("a span lies outside of its text")?.iter().collect();
        ensure!(span["text"] == words.as_str(), "{span} quotes other words than {words:?}");
    }
    Ok(())
}

/// A new browser, as far as the page can see, with this file on it.
fn open_elsewhere(page: &Page<'_>, file: File) -> Result<()> {
    page.clear()?;
    page.open()?;
    page.drop_files(&[file])
}

fn native(page: &Page<'_>) -> Result<()> {
    let marks = mark_ferry(page)?;
    page.press_all(&["Escape", "D"])?;
    let file = save(page)?;
    let project: Value = serde_json::from_str(file.text()).context("what was saved is no JSON")?;
    let rules: Value = schema::ours()?;
    let problems = schema::problems(&rules, &rules, &project, "");
    ensure!(problems.is_empty(), "{} breaks the schema: {problems:#?}", file.name);
    for (document, track) in tracks(&project) {
        ensure!(document["text"] == fixture::english().text(), "the text was changed");
        check_offsets(document["text"].as_str().unwrap_or_default(), &track["spans"])?;
    }
    ensure!(
        spans(&project).count() == 3,
        "three marks became {:?}",
        spans(&project).collect::<Vec<_>>()
    );
    page.wait_saved()?;
    let status = page.status()?;
    ensure!(!status.contains("not in any file"), "the status bar still says: {status}");
    open_elsewhere(page, file)?;
    page.wait_article("Night Ferry Returns to the Gulf of Nicoya")?;
    page.wait_confirmed(&marks)?;
    page.wait_says("Done")
}

/// Opens the export dialog and chooses what is named there.
fn export(page: &Page<'_>, choices: &[&str]) -> Result<File> {
    page.command("Export")?;
    page.wait_dialog()?;
    for choice in choices {
        page.click(choice)?;
    }
    let file = page.saved_by(|| page.click("Write the file"))?;
    page.wait_says("read back")?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    page.check_focus()?;
    Ok(file)
}

fn lines(page: &Page<'_>) -> Result<()> {
    let marks = mark_ferry(page)?;
    let file = export(page, &["JSON Lines"])?;
    ensure!(file.name.ends_with(".jsonl"), "the file is called {}", file.name);
    let line = file.text().trim_end();
    ensure!(!line.contains('\n'), "one article became several lines");
    let article: Value = serde_json::from_str(line)?;
    ensure!(article["text"] == fixture::english().text(), "the text was changed");
    check_offsets(fixture::english().text(), &article["spans"])?;
    open_elsewhere(page, file)?;
    page.wait_article("Night Ferry Returns to the Gulf of Nicoya")?;
    page.wait_confirmed(&marks)
}

fn zip(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[fixture::english(), fixture::spanish()])?;
    page.wait_articles(2)?;
    let file = export(page, &["All 2", "One file an article, in a zip"])?;
    ensure!(file.name.ends_with(".zip"), "the file is called {}", file.name);
    let mut archive = ZipArchive::new(Cursor::new(&file.bytes))?;
    let mut texts = Vec::new();
    for n in 0..archive.len() {
        let mut content = String::new();
        archive.by_index(n)?.read_to_string(&mut content)?;
        let project: Value = serde_json::from_str(&content)?;
        texts.extend(documents(&project).filter_map(|it| it["text"].as_str().map(str::to_owned)));
    }
    texts.sort();
    let mut expected = [fixture::english(), fixture::spanish()].map(|it| it.text().to_owned());
    expected.sort();
    ensure!(texts == expected, "the zip holds {} other texts", texts.len());
    Ok(())
}

fn suggestions(page: &Page<'_>) -> Result<()> {
    let suggested = open_known(page)?;
    let without = export(page, &["This article"])?;
    let project: Value = serde_json::from_str(without.text())?;
    ensure!(spans(&project).count() == 0, "a suggestion was written as a mark");
    let with = export(page, &["This article", "Include"])?;
    let project: Value = serde_json::from_str(with.text())?;
    ensure!(spans(&project).count() == 0, "a suggestion was written as a mark");
    let written =
        documents(&project).next().map(|it| it["suggestions"].clone()).unwrap_or_default();
    let n = written.as_array().map_or(0, Vec::len);
    ensure!(n == suggested.len(), "{n} of {} suggestions were written", suggested.len());
    Ok(())
}

/// Nothing here but what makes one article; used where a project with some work is needed.
pub fn some_work(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()
}
