//! How long it takes from navigation to painted marks, against a bare page with the same text.
//!
//! `cargo run -p e2e --bin paint -- ARTICLE.txt …` after `cargo xtask build`. Chromium only. Both
//! pages are opened in turn, in the same browser, from the same kind of server, without a cache, so
//! that their ratio means something on a noisy machine. The article is in the browser's storage
//! already, as when somebody comes back to their work. Times are from the start of the navigation to
//! the second animation frame after the first mark (or the first paragraph) was there.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use e2e::browser::{Browser, Kind};
use e2e::fixture::File;
use e2e::page::{Page, Way};
use e2e::server::{Server, dist};
use e2e::{driver, wait};

/// How often each page is opened.
const ROUNDS: usize = 11;

/// Notes when what is waited for was painted.
const WATCH: &str = "
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.doc .m, p.bare')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        globalThis.paintedAt = performance.now();
      }));
    }).observe(document, { childList: true, subtree: true });";

fn main() -> Result<()> {
    let articles: Vec<String> = std::env::args().skip(1).collect();
    ensure!(!articles.is_empty(), "name at least one text file");
    let folder = std::env::temp_dir().join(format!("apostil-paint-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = articles.iter().try_for_each(|path| measure(Path::new(path), &folder));
    driver::end_all();
    fs::remove_dir_all(&folder)?;
    outcome
}

fn measure(path: &Path, folder: &Path) -> Result<()> {
    let dist = dist()?;
    let name = path.file_name().and_then(|it| it.to_str()).context("a file has a name")?;
    let text = fs::read_to_string(path)?;
    fs::write(folder.join("index.html"), bare(&text))?;
    let (server, plain) = (Server::start(&dist)?, Server::start(folder)?);
    let browser = Browser::start(Kind::Chromium, folder, None)?;
    let page = Page::new(&browser, &server, Way::Http, &dist, folder)?;
    page.open()?;
    page.drop_files(&[File::new(name, text)])?;
    wait::until("the marks", || {
        Ok(page.look("return document.querySelector('.m')")?.is_object().then_some(()))
    })?;
    browser.run_before_pages(WATCH)?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(painted(&browser, &plain.address(""))?);
        ours.push(painted(&browser, &server.address(""))?);
    }
    let (ours, bare) = (median(ours), median(bare));
    println!(
        "{name}: marks painted {ours:.0} ms, bare page {bare:.0} ms, ratio {:.1}",
        ours / bare
    );
    Ok(())
}

/// Milliseconds from navigation to paint.
fn painted(browser: &Browser, address: &str) -> Result<f64> {
    browser.go(address)?;
    wait::until("the paint", || {
        Ok(browser.script("return globalThis.paintedAt ?? null", vec![])?.as_f64())
    })
}

/// A page with nothing but the text, a paragraph a line.
fn bare(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let lines = escaped.lines().filter(|it| !it.trim().is_empty());
    let paragraphs: String = lines.map(|it| format!("<p class=bare>{it}</p>\n")).collect();
    format!("<!doctype html><meta charset=utf-8><title>bare</title>\n{paragraphs}")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
