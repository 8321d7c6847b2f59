//! Any host, no network, a newer version, a browser that is too old.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::{
    browser::Browser,
    page::{Page, Way},
    server::{Manners, Server},
    story::{CHROMIUM, CHROMIUM_BOTH, Ground, SERVED, Story},
    wait,
};

use crate::labeling::{open_known, open_plain};

/// The stories.
pub const STORIES: [Story; 4] = [
    Story::alone("served from any folder, with any type for the module", SERVED, anywhere),
    Story::alone("loaded again without a network", SERVED, offline),
    Story::alone("a newer version waits for the next load", CHROMIUM, renewed),
    Story::alone("a browser that is too old is told so", CHROMIUM_BOTH, too_old),
];

/// The browser in which the story is told.
fn browser(ground: &Ground<'_>) -> Result<Browser> {
    let browser = Browser::start(ground.kind, ground.folder, None)?;
    browser.resize(1280, 800)?;
    Ok(browser)
}

fn page<'a>(ground: &Ground<'_>, browser: &'a Browser, server: &'a Server) -> Result<Page<'a>> {
    Page::new(browser, server, ground.way, ground.dist, ground.folder)
}

fn anywhere(ground: &Ground<'_>) -> Result<()> {
    let manners = Manners { path: "notes/of/ours/", knows_no_modules: true };
    let server = Server::start_as(ground.dist, manners)?;
    let browser = browser(ground)?;
    let page = page(ground, &browser, &server)?;
    page.open()?;
    open_known(&page)?;
    let outside: Vec<String> = server.take_asked();
    let outside: Vec<_> = outside.iter().filter(|it| !it.starts_with("/notes/of/ours/")).collect();
    ensure!(outside.is_empty(), "the page asked outside of its folder: {outside:?}");
    Ok(())
}

fn offline(ground: &Ground<'_>) -> Result<()> {
    let server = Server::start_as(ground.dist, Manners { path: "a/", ..Manners::default() })?;
    let browser = browser(ground)?;
    let page = page(ground, &browser, &server)?;
    page.open()?;
    open_plain(&page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.wait_saved()?;
    server.take_asked();
    server.fall_silent();
    // Not by reloading: Firefox's driver does that past everything that is kept.
    page.open()?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    // Not only looked at: the worker with its engine is there, too.
    page.sweep("the lake")?;
    page.press("4")?;
    page.wait_mark("[the lake|LOC]")?;
    page.wait_saved()?;
    page.open()?;
    page.wait_mark("[the lake|LOC]")?;
    let asked = server.take_asked();
    ensure!(asked.is_empty(), "the server answered {asked:?}");
    Ok(())
}

fn renewed(ground: &Ground<'_>) -> Result<()> {
    let dist = ground.folder.join("dist");
    fs::create_dir_all(&dist)?;
    for file in fs::read_dir(ground.dist)?.flatten().filter(|it| it.path().is_file()) {
        fs::copy(file.path(), dist.join(file.file_name()))?;
    }
    let server = Server::start(&dist)?;
    let browser = browser(ground)?;
    let page = page(ground, &browser, &server)?;
    page.open()?;
    page.reload()?;
    open_plain(&page)?;
    page.sweep("pumping station")?;
    page.press("3")?;
    page.wait_saved()?;
    // A build with a file that is not as it was built: not taken.
    publish(&dist, "broken", "p { color: red }")?;
    look_for_news(&page)?;
    wait::until_it(
        "the broken version to be gone",
        || versions(&page),
        |it| it.len() == 1 && !it[0].ends_with("broken"),
    )?;
    ensure!(!page.says()?.contains("A new version"), "a broken version was announced");
    // A whole one: announced, and used by the next load, with the work as it was.
    publish(&dist, "whole", "")?;
    look_for_news(&page)?;
    page.wait_says("A new version")?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    page.reload()?;
    page.wait_confirmed(&["[pumping station|GPE]"])?;
    let kept = versions(&page)?;
    ensure!(kept.len() == 2 && kept[1].ends_with("whole"), "what is kept is {kept:?}");
    Ok(())
}

/// Puts another version on the host: another name, and this after the style sheet that was built.
fn publish(dist: &std::path::Path, version: &str, style: &str) -> Result<()> {
    let worker = dist.join("sw.js");
    let text = fs::read_to_string(&worker)?;
    let line = text.lines().find(|it| it.starts_with("const VERSION")).context("a version")?;
    fs::write(&worker, text.replace(line, &format!("const VERSION = '{version}';")))?;
    let sheet = dist.join("style.css");
    let built = fs::read_to_string(&sheet)?;
    let built = built.split("/* more */").next().unwrap_or_default().to_owned();
    let more = if style.is_empty() { String::new() } else { format!("/* more */{style}") };
    Ok(fs::write(&sheet, format!("{built}{more}"))?)
}

/// What a browser does by itself now and then.
fn look_for_news(page: &Page<'_>) -> Result<()> {
    let script = "const it = await navigator.serviceWorker.getRegistration();
        await it.update();
        const found = it.installing;
        if (found) await new Promise((done) => found.addEventListener('statechange', () => {
          if (['activated', 'redundant'].includes(found.state)) done();
        }));";
    page.browser().script_async(script, vec![]).map(drop)
}

/// The versions of the page that the browser keeps, the oldest first.
fn versions(page: &Page<'_>) -> Result<Vec<String>> {
    let names = page.browser().script_async("return await caches.keys()", vec![])?;
    Ok(serde_json::from_value(names)?)
}

fn too_old(ground: &Ground<'_>) -> Result<()> {
    let browser = browser(ground)?;
    browser.run_before_pages(
        "CSS.supports = () => false;
         if (location.hash === '#es') {
           Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['es-CO', 'en'] });
         }",
    )?;
    let folder = ground.folder.join("apostil.html");
    let address = match ground.way {
        Way::Http => ground.server.address(""),
        Way::File => {
            fs::copy(ground.dist.join("apostil.html"), &folder)?;
            format!("file://{}", folder.display())
        }
    };
    for (hash, title) in [
        ("", "This browser is too old for Apostil"),
        ("#es", "Este navegador es demasiado antiguo para Apostil"),
    ] {
        browser.go("about:blank")?;
        browser.go(&format!("{address}{hash}"))?;
        let heading = "return document.querySelector('.recovery h1')?.textContent ?? ''";
        wait::until_it(title, || browser.script(heading, vec![]), |it| it == title)?;
        let started = browser
            .script("return performance.getEntriesByName('apostil-compiled').length", vec![])?;
        ensure!(started == 0, "the module was loaded all the same");
    }
    Ok(())
}
