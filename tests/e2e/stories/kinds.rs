//! What can be said of marks and articles beyond a label on words: pieces, relations, attributes,
//! notes, labels of articles; by mouse and by keyboard.

use std::{thread, time::Duration};

use anyhow::{Context, Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    schema,
    story::{SERVED, Story},
    wait,
};
use serde_json::{Value, json};

use crate::labeling::{open_plain, plain};

/// The stories.
pub const STORIES: [Story; 9] = [
    Story::new("go through marks at one place", SERVED, stacked),
    Story::new("a mark in pieces by mouse", SERVED, pieces_by_mouse),
    Story::new("a mark in pieces by keyboard", SERVED, pieces_by_keyboard),
    Story::new("relate marks by mouse", SERVED, relate_by_mouse),
    Story::new("relate marks by keyboard", SERVED, relate_by_keyboard),
    Story::new("name the first relation", SERVED, first_relation),
    Story::new("note, link and attributes by keyboard", SERVED, fields),
    Story::new("label an article by mouse", SERVED, article_by_mouse),
    Story::new("label an article by keyboard", SERVED, article_by_keyboard),
];

/// Words in which no engine finds anything.
const WORDS: &str =
    "What they mended\n\nthe baker and the miller mended the old mill by the lake.\n";

/// A project with labels of every kind, and an article.
fn project() -> File {
    let label = |name: &str, key: &str| json!({"name": name, "key": key});
    let project = json!({
        "format": "apostil", "version": 1, "name": "mill",
        "labels": [label("PERSON", "1"), label("ORG", "2"), label("GPE", "3")],
        "relation_labels": [
            {"name": "works for", "from": ["PERSON"], "to": ["ORG"]}, {"name": "alias"},
        ],
        "attributes": [
            {"name": "alive", "kind": "flag"},
            {"name": "role", "kind": "choice", "choices": ["source", "expert"]},
        ],
        "document_labels": [
            {"name": "sport", "group": "Topic"}, {"name": "economy", "group": "Topic"},
            {"name": "checked twice"},
        ],
        "documents": [{"id": "mill", "name": "mill", "text": WORDS}],
    });
    File::new("mill.json", project.to_string())
}

/// Opens it, with a baker, a miller and a mill marked.
fn open_mill(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[project()])?;
    page.wait_article("What they mended")?;
    for (words, key) in [("baker", "1"), ("miller", "1"), ("old mill", "2")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    page.wait_confirmed(&["[baker|PERSON]", "[miller|PERSON]", "[old mill|ORG]"])
}

/// Waits until the inspector lists these relations of the selected mark, and as many are drawn.
fn wait_relations(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let names =
        |script: &str| -> Result<Vec<String>> { Ok(serde_json::from_value(page.look(script)?)?) };
    let listed = || names("return look.relations()");
    wait::until_it(&format!("the relations {expected:?}"), listed, |it| it == expected)?;
    let n = expected.len();
    let drawn = || names("return look.ties()");
    wait::until_it(&format!("{n} lines"), drawn, |it| it.len() == n).map(drop)
}

/// The words of the selected mark, as the inspector has them.
fn wait_selected(page: &Page<'_>, words: &str) -> Result<()> {
    let quote =
        || Ok(page.look("return look.text('.inspector .quote')")?.as_str().map(str::to_owned));
    let is_it = |it: &Option<String>| it.as_deref() == Some(words);
    wait::until_it(&format!("the mark {words:?}"), quote, is_it).map(drop)
}

/// My work on the article, as a saved file has it; the file keeps to the schema.
fn track(page: &Page<'_>) -> Result<Value> {
    let file = page.saved_by(|| page.press("Ctrl+S"))?;
    let saved: Value = serde_json::from_str(file.text())?;
    let rules = schema::ours()?;
    let problems = schema::problems(&rules, &rules, &saved, "");
    ensure!(problems.is_empty(), "{} breaks the schema: {problems:#?}", file.name);
    let track = saved.pointer("/documents/0/tracks/0").context("there is no work in the file")?;
    Ok(track.clone())
}

fn stacked(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for (words, key) in [("old pumping station", "2"), ("pumping station", "4"), ("station", "3")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    page.press("Escape")?;
    for words in ["station", "pumping station", "old pumping station", "station"] {
        page.click_words("station")?;
        // Two clicks soon after another are a double one.
        thread::sleep(Duration::from_millis(700));
        wait_selected(page, words)?;
    }
    for words in ["pumping station", "old pumping station", "station"] {
        page.press("Shift+J")?;
        wait_selected(page, words)?;
    }
    Ok(())
}

fn pieces_by_mouse(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_mark("[pumping station|GPE]")?;
    page.sweep_with("Ctrl", "lake")?;
    page.wait_confirmed(&["[pumping stationlake|GPE]"])?;
    page.sweep_with("Alt", "nobody")?;
    page.wait_confirmed(&["[pumping stationlakenobody|GPE]"])?;
    page.click("Take “lake” off the mark")?;
    page.wait_confirmed(&["[pumping stationnobody|GPE]"])?;
    page.check_focus()?;
    page.focus_article()?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[pumping stationlakenobody|GPE]"])?;
    let spans = track(page)?["spans"].clone();
    let n_pieces = spans[0]["pieces"].as_array().map_or(0, Vec::len);
    ensure!(n_pieces == 3, "the mark was written as {spans}");
    page.reload()?;
    page.wait_confirmed(&["[pumping stationlakenobody|GPE]"])
}

fn pieces_by_keyboard(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.sweep("mended the")?;
    page.press("9")?;
    page.wait_mark("[mended the|EVENT]")?;
    // From its end over two words, then the third selected.
    page.press_all(&["Ctrl+ArrowRight", "Ctrl+ArrowRight", "Ctrl+Shift+ArrowRight", "+"])?;
    page.wait_confirmed(&["[mended thestation|EVENT]"])?;
    page.press("-")?;
    page.wait_confirmed(&["[mended the|EVENT]"])?;
    page.press("Ctrl+Z")?;
    page.wait_confirmed(&["[mended thestation|EVENT]"])
}

fn relate_by_mouse(page: &Page<'_>) -> Result<()> {
    open_mill(page)?;
    page.click_words("baker")?;
    page.drag_tag("old mill")?;
    page.wait_dialog()?;
    page.click("works for")?;
    page.wait_no_dialog()?;
    wait_relations(page, &["→ works for old mill"])?;
    // Nobody works for a baker: refused in words.
    page.click("Turn works for")?;
    page.wait_says("works for does not lead from ORG to PERSON")?;
    page.click("Go to old mill")?;
    wait_selected(page, "old mill")?;
    wait_relations(page, &["← works for baker"])?;
    page.drag_tag("miller")?;
    page.wait_dialog()?;
    ensure!(!page.has_control("works for")?, "a label is offered that may not be");
    page.press("Enter")?;
    wait_relations(page, &["← works for baker", "→ alias miller"])?;
    page.click("Turn alias")?;
    wait_relations(page, &["← works for baker", "← alias miller"])?;
    page.click("Remove works for")?;
    wait_relations(page, &["← alias miller"])?;
    page.check_focus()
}

/// Chooses in the dialog that opens, by what is typed.
fn choose(page: &Page<'_>, words: &str) -> Result<()> {
    page.wait_dialog()?;
    page.type_text(words)?;
    page.press("Enter")?;
    page.wait_no_dialog()
}

fn relate_by_keyboard(page: &Page<'_>) -> Result<()> {
    open_mill(page)?;
    page.press_all(&["Escape", "Home", "PageUp", "J", "R"])?;
    page.wait_says("Relate to:")?;
    page.press_all(&["J", "J", "R"])?;
    choose(page, "wor")?;
    wait_relations(page, &["→ works for old mill"])?;
    page.press_all(&["R", "J", "R"])?;
    choose(page, "")?;
    wait_relations(page, &["→ alias miller", "→ works for old mill"])?;
    page.press("I")?;
    wait_relations(page, &["← alias miller", "→ works for old mill"])?;
    page.press_all(&["Shift+R", "V"])?;
    wait_selected(page, "old mill")?;
    page.press("V")?;
    wait_selected(page, "baker")?;
    page.press("Shift+L")?;
    choose(page, "owned by")?;
    wait_relations(page, &["← alias miller", "→ owned by old mill"])?;
    page.press("Shift+L")?;
    choose(page, "wor")?;
    wait_relations(page, &["← alias miller", "→ works for old mill"])?;
    page.check_focus()?;
    page.press("Ctrl+Z")?;
    wait_relations(page, &["← alias miller", "→ owned by old mill"])?;
    page.press("Shift+Delete")?;
    wait_relations(page, &["← alias miller"])?;
    page.press_all(&["Ctrl+Z", "Ctrl+Z"])?;
    wait_relations(page, &["← alias miller", "→ works for old mill"])?;
    let relations = track(page)?["relations"].as_array().map_or(0, Vec::len);
    ensure!(relations == 2, "{relations} relations were written");
    page.reload()?;
    page.focus_article()?;
    wait_relations(page, &["← alias miller", "→ works for old mill"])
}

fn first_relation(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    for (words, key) in [("pumping station", "2"), ("lake", "4")] {
        page.sweep(words)?;
        page.press(key)?;
        page.wait_saved()?;
    }
    page.press_all(&["R", "K", "R"])?;
    page.wait_dialog()?;
    page.wait_says("Type a name to make one")?;
    page.type_text("lies by")?;
    page.press("Enter")?;
    page.wait_no_dialog()?;
    wait_selected(page, "lake")?;
    wait_relations(page, &["→ lies by pumping station"])?;
    page.press("Ctrl+Z")?;
    wait_relations(page, &[])
}

fn fields(page: &Page<'_>) -> Result<()> {
    open_mill(page)?;
    page.press("Shift+N")?;
    page.type_text("by the lake")?;
    page.press("Enter")?;
    ensure!(page.focus()?.contains(".doc"), "after a note the focus is on {}", page.focus()?);
    page.press("Shift+K")?;
    page.type_text("Q44494")?;
    page.press_all(&["Enter", "Shift+A", "Space", "Tab"])?;
    page.type_text("ex")?;
    page.press("Escape")?;
    ensure!(page.focus()?.contains(".doc"), "after attributes the focus is on {}", page.focus()?);
    page.wait_saved()?;
    check_fields(page)?;
    page.reload()?;
    page.focus_article()?;
    check_fields(page)
}

/// What was said of the mill is in the file.
fn check_fields(page: &Page<'_>) -> Result<()> {
    let track = track(page)?;
    let mill = track["spans"].as_array().into_iter().flatten().find(|it| it["text"] == "old mill");
    let mill = mill.context("the mill is not in the file")?;
    let expected = json!({"alive": true, "role": "expert"});
    ensure!(
        mill["note"] == "by the lake" && mill["link"] == "Q44494" && mill["attributes"] == expected,
        "the mark was written as {mill}"
    );
    Ok(())
}

/// Waits until the line below the title has these labels.
fn wait_labels(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let script = "return [...document.querySelectorAll('.meta .article-label:not(.add)')]
        .map((it) => it.textContent)";
    let labels = || -> Result<Vec<String>> { Ok(serde_json::from_value(page.look(script)?)?) };
    wait::until_it(&format!("the labels {expected:?}"), labels, |it| it == expected).map(drop)
}

fn article_by_mouse(page: &Page<'_>) -> Result<()> {
    open_mill(page)?;
    page.look("document.querySelector('.meta .article-label').click()")?;
    page.wait_dialog()?;
    for choice in ["sport", "checked twice", "economy"] {
        page.click(choice)?;
    }
    page.click("Close")?;
    page.wait_no_dialog()?;
    // One of a group, and any of the others.
    wait_labels(page, &["economy", "checked twice"])?;
    let labels = track(page)?["labels"].clone();
    ensure!(labels == json!(["economy", "checked twice"]), "written as {labels}");
    // The list finds it by its label.
    page.drop_files(&[plain()])?;
    page.wait_articles(2)?;
    page.command("Next article")?;
    page.wait_article("Where the pump was")?;
    page.fill("Filter by name or words", "zzz")?;
    page.wait_articles(0)?;
    page.fill("Filter by name or words", "econ")?;
    page.wait_articles(1).map(drop)
}

fn article_by_keyboard(page: &Page<'_>) -> Result<()> {
    open_mill(page)?;
    page.press("Shift+D")?;
    page.wait_dialog()?;
    // From the button that closes back to the last choice, then to the group.
    page.press_all(&["Shift+Tab", "Space"])?;
    wait_labels(page, &["checked twice"])?;
    page.press_all(&["Shift+Tab", "ArrowUp"])?;
    wait_labels(page, &["economy", "checked twice"])?;
    page.press("ArrowUp")?;
    wait_labels(page, &["sport", "checked twice"])?;
    page.press("Escape")?;
    page.wait_no_dialog()?;
    ensure!(page.focus()?.contains(".doc"), "the focus is on {}", page.focus()?);
    page.press("Ctrl+Z")?;
    wait_labels(page, &["economy", "checked twice"])?;
    page.reload()?;
    wait_labels(page, &["economy", "checked twice"])
}
