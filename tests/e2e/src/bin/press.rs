//! How long it takes from a key to the frame that shows what it did, with 5,000 marks in the article.
//!
//! `cargo run -p e2e --bin press` after `cargo xtask build`. Chromium only. Three places take turns in
//! one browser, so that their ratios mean something on a noisy machine: a bare page that wraps a word
//! in an element, an article that is nothing but one paragraph, and that paragraph in the middle of
//! an article with 5,000 marks, where the same word stands in a hundred other places besides. In each,
//! a word is selected, labeled by a key, and the label undone by a key; both keys are timed by
//! `benches/page/press.js`, until the mark is to be seen and until the panel beside it says so.
//!
//! Limits: a headless browser's frames come 60 times a second, so that a time within one frame says
//! little more than that.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::browser::{Browser, Kind};
use e2e::fixture::File;
use e2e::page::{Page, Way};
use e2e::server::{Server, dist};
use e2e::{driver, wait};
use serde_json::{Value, json};

/// What notes the times, in whatever page.
const PRESS: &str = include_str!("../../../../benches/page/press.js");

/// How often each place has its turn, and how many words are labeled in one.
const TURNS: usize = 10;
const WORDS: usize = 6;

/// A frame of a screen with 60 a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// How many marks the large article has.
const MARKS: usize = 5000;

/// How long nothing is done after an article was opened.
const REST: Duration = Duration::from_secs(2);

/// The paragraph in which words are labeled.
const PARAGRAPH: &str = "The lighthouse keeper counted the lanterns before the ferry came in.";

fn main() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("apostil-press-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = bench(&folder);
    driver::end_all();
    fs::remove_dir_all(&folder)?;
    outcome
}

fn bench(folder: &Path) -> Result<()> {
    let dist = dist()?;
    fs::write(folder.join("index.html"), bare())?;
    let (server, plain) = (Server::start(&dist)?, Server::start(folder)?);
    let browser = Browser::start(Kind::Chromium, folder, None)?;
    let page = Page::new(&browser, &server, Way::Http, &dist, folder)?;
    page.open()?;
    page.drop_files(&[article("small", 0)?, article("large", MARKS)?])?;
    page.wait_articles(2)?;
    page.wait_saved()?;
    let rows = page.look("return look.text('.list [role=listbox]')")?;
    ensure!(rows.as_str().is_some_and(|it| it.contains("5,000")), "not 5,000 marks: {rows}");
    let [mut bare, mut empty, mut full] = [(); 3].map(|()| Times::default());
    for _ in 0..TURNS {
        browser.go(&plain.address(""))?;
        bare.add(&page)?;
        page.open()?;
        show(&page, "small")?;
        empty.add(&page)?;
        show(&page, "large")?;
        full.add(&page)?;
    }
    report(&bare, &empty, &full);
    Ok(())
}

/// Opens an article by its name and waits until its marks have come and the page is at rest.
fn show(page: &Page<'_>, name: &str) -> Result<()> {
    page.click_in(name, Some(".list"))?;
    page.wait_article(name)?;
    std::thread::sleep(REST);
    Ok(())
}

/// What was timed in one place, in milliseconds.
#[derive(Default)]
struct Times {
    label: Key,
    undo: Key,
}

/// What was timed of one key, in milliseconds.
#[derive(Default)]
struct Key {
    /// Until the mark is to be seen.
    mark: Vec<f64>,
    /// Until the panel says so; empty where there is none.
    panel: Vec<f64>,
}

impl Times {
    /// Labels a word and undoes it, some times.
    fn add(&mut self, page: &Page<'_>) -> Result<()> {
        page.look(PRESS)?;
        for n in 0..WORDS {
            page.double_click_words(if n % 2 == 0 { "lanterns" } else { "keeper" })?;
            self.label.time(page, "1")?;
            self.undo.time(page, "Ctrl+z")?;
        }
        Ok(())
    }
}

impl Key {
    /// Presses `keys`, and waits until what they did was painted.
    fn time(&mut self, page: &Page<'_>, keys: &str) -> Result<()> {
        page.look("pressed.forget()")?;
        page.press(keys)?;
        let times = wait::until("the change to be painted", || {
            Ok(page.look("return pressed.take()")?.as_array().cloned())
        })?;
        let mut times = times.iter().filter_map(Value::as_f64);
        self.mark.extend(times.next());
        self.panel.extend(times.next());
        Ok(())
    }
}

fn report(bare: &Times, empty: &Times, full: &Times) {
    println!("from a key to the frame that shows it, {} times each, ms:", TURNS * WORDS);
    compare("label", [&bare.label, &empty.label, &full.label]);
    compare("undo", [&bare.undo, &empty.undo, &full.undo]);
}

/// Prints the times of one key: in a bare page, with one paragraph, with all the marks.
fn compare(key: &str, times: [&Key; 3]) {
    let [bare, empty, full] = times.map(|it| Spread::of(&it.mark));
    println!("{key:<6} bare page      {bare}");
    println!("{key:<6} one paragraph  {empty}");
    println!("{key:<6} {MARKS} marks     {full}");
    let more = full.p95 - empty.p95;
    let (frames, ratio) = (more / FRAME, full.p95 / empty.p95);
    println!("{key:<6} p95 with the marks: {more:+.1} ms, {frames:+.2} frames, {ratio:.2} times");
    let [_, empty, full] = times.map(|it| &it.panel);
    println!("{key:<6} panel, one paragraph  {}", Spread::of(empty));
    println!("{key:<6} panel, {MARKS} marks     {}", Spread::of(full));
}

/// The middle and the slow end of some times.
struct Spread {
    p50: f64,
    p95: f64,
    most: f64,
}

impl Spread {
    fn of(times: &[f64]) -> Spread {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        let at = |hundredths: usize| times[(times.len() * hundredths / 100).min(times.len() - 1)];
        Spread { p50: at(50), p95: at(95), most: at(100) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p50 {:5.1}  p95 {:5.1}  most {:5.1}", self.p50, self.p95, self.most)
    }
}

/// A page with nothing but the paragraph, which wraps what is selected in an element and takes it out
/// again. What finds words in the page finds them here as well.
fn bare() -> String {
    const WRAP: &str = "
        let mark;
        addEventListener('keydown', (event) => {
          const found = getSelection();
          if (event.key === '1' && found.rangeCount) {
            mark = document.createElement('b');
            found.getRangeAt(0).surroundContents(mark);
          } else if (event.key === 'z' && mark?.isConnected) {
            const paragraph = mark.parentElement;
            mark.replaceWith(...mark.childNodes);
            paragraph.normalize();
          }
        });";
    format!(
        "<!doctype html><meta charset=utf-8><title>bare</title>
        <div class='doc bare' role=textbox><p data-n=0>{PARAGRAPH}</p></div><script>{WRAP}</script>"
    )
}

/// An article in the project's own format with a number of marks, half of them before the paragraph
/// and half behind it, where a hundred places have the words that are labeled, without a mark.
fn article(name: &str, n_marks: usize) -> Result<File> {
    let mut text = format!("{name}\n");
    let mut spans = Vec::new();
    for n in 0..n_marks {
        if n == n_marks / 2 {
            text += PARAGRAPH;
            text.push('\n');
        }
        let start = text.len();
        text += &format!("Harbor {n}");
        let words = &text[start..];
        spans.push(json!({"start": start, "end": text.len(), "label": "LOC", "text": words}));
        text += if n > n_marks / 2 && n % 25 == 7 {
            " had lanterns for its keeper.\n"
        } else {
            " was quiet. "
        };
        if n % 4 == 3 {
            text.push('\n');
        }
    }
    if n_marks == 0 {
        text += PARAGRAPH;
    }
    let line = json!({"name": name, "text": text, "spans": spans});
    Ok(File::new(&format!("{name}.jsonl"), serde_json::to_string(&line)?))
}
