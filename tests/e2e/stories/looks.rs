//! Languages, themes, small windows.

use anyhow::{Result, ensure};
use e2e::{
    fixture::File,
    page::Page,
    story::{CHROMIUM, EVERYWHERE, SERVED, Story},
    wait,
};
use serde_json::Value;

use crate::labeling::open_plain;

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::new("everything in Spanish", EVERYWHERE, spanish),
    Story::new("light and dark", SERVED, dark),
    Story::new("selecting a suggestion moves no word", CHROMIUM, still),
    Story::new("label by taps in a narrow window", CHROMIUM, narrow),
];

fn spanish(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    page.click("Language")?;
    wait::until_it("Spanish", || page.attribute("html", "lang"), |it| it.as_deref() == Some("es"))?;
    page.wait_says("Marcas")?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()?;
    let status = page.status()?;
    ensure!(status.contains("Guardado"), "the status bar says: {status}");
    // No sentence of the chrome is left in English.
    let words = page.says()?;
    for left in ["Saved", "Marks", "Labels", "Articles", "requests", "Reading", "Remove the"] {
        ensure!(!words.contains(left), "{left:?} is still there: {words}");
    }
    page.reload()?;
    page.wait_says("Marcas")?;
    page.click("Idioma")?;
    page.wait_says("Saved")
}

fn dark(page: &Page<'_>) -> Result<()> {
    open_plain(page)?;
    let mut seen = vec![colors(page)?];
    for _ in 0..3 {
        let before = page.attribute("html", "data-theme")?;
        page.click("Theme")?;
        wait::until_it(
            "another theme",
            || page.attribute("html", "data-theme"),
            |it| *it != before,
        )?;
        seen.push(colors(page)?);
    }
    let dark = seen.iter().find(|it| it.0 < 60 && it.1 > 180);
    let light = seen.iter().find(|it| it.0 > 200 && it.1 < 80);
    ensure!(dark.is_some() && light.is_some(), "page and ink were, as lightness: {seen:?}");
    page.click("Theme")?;
    let chosen = page.attribute("html", "data-theme")?;
    page.wait_saved()?;
    page.reload()?;
    ensure!(page.attribute("html", "data-theme")? == chosen, "the theme was forgotten");
    Ok(())
}

/// A headline of several lines, full of places.
const PLACES: &str = "Panama, Peru, Chile, Ecuador, Bolivia, Paraguay and Brazil meet in Uruguay\n\n\
    They left Panama, Peru, Chile, Ecuador, Bolivia, Paraguay, Brazil and Uruguay again.\n";

fn still(page: &Page<'_>) -> Result<()> {
    page.drop_files(&[File::new("places.txt", PLACES)])?;
    let all = wait::until_it("the places", || page.suggested(), |it| it.len() >= 16)?;
    for has_tags in [true, false] {
        if !has_tags {
            page.command("Show or hide the tags")?;
        }
        for width in [1280, 390, 600] {
            page.browser().resize(width, 844)?;
            let before = places_of_words(page)?;
            for _ in &all {
                page.press("j")?;
                let after = places_of_words(page)?;
                ensure!(before == after, "at {width} words went from {before} to {after}");
            }
            page.press("Escape")?;
        }
    }
    Ok(())
}

/// Where each stretch of text of the article is, in pixels from the article's corner.
fn places_of_words(page: &Page<'_>) -> Result<Value> {
    page.look(
        "const corner = look.article().getBoundingClientRect();
         return look.paragraphs().flatMap((it) => {
           const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT), found = [];
           while (walker.nextNode()) {
             const range = document.createRange();
             range.selectNodeContents(walker.currentNode);
             for (const box of range.getClientRects()) {
               found.push([Math.round(box.left - corner.left), Math.round(box.top - corner.top)]);
             }
           }
           return found;
         });",
    )
}

/// How light the page under the article and the article's words are, 0 to 255.
fn colors(page: &Page<'_>) -> Result<(u64, u64)> {
    let found = page.look(
        "const light = (color) => { const it = color.match(/[\\d.]+/g).map(Number); return Math.round((it[0] + it[1] + it[2]) / 3); };
         let under = look.article();
         while (/rgba\\(0, 0, 0, 0\\)|transparent/.test(getComputedStyle(under).backgroundColor)) under = under.parentElement;
         return [light(getComputedStyle(under).backgroundColor), light(getComputedStyle(look.article()).color)];",
    )?;
    Ok((found[0].as_u64().unwrap_or(128), found[1].as_u64().unwrap_or(128)))
}

fn narrow(page: &Page<'_>) -> Result<()> {
    page.browser().resize(390, 844)?;
    open_plain(page)?;
    page.tap_words("pumping")?;
    page.tap_words("station")?;
    page.tap("LOC", Some(".touchbar"))?;
    page.wait_confirmed(&["[pumping station|LOC]"])?;
    let overflow = page.look("return document.documentElement.scrollWidth - innerWidth")?;
    ensure!(
        overflow.as_i64().is_some_and(|it| it <= 0),
        "the page scrolls sideways by {overflow} px"
    );
    let is_seen = page.look("return look.isSeen(document.querySelector('.list'))")?;
    ensure!(is_seen == Value::Bool(false), "the list takes the room of the article");
    page.wait_saved()
}
