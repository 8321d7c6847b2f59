//! The browser bench: how fast the page's worker finds entities, in tokens a second.
//!
//! `cargo xtask bench`, which builds the page first. Chromium opens the page as it ships, and
//! `benches/page/rate.js` starts one worker in it; raw text goes in and spans come out. With
//! `--python` and `--spacy`, rounds of a spaCy pipeline cut down to names stand between ours, on the
//! same text, so that both suffer the same weather. Quote ratios of one run, and the machine. How much
//! memory the worker's module takes is printed before and after.
//!
//! Limits: Chromium only. One thread each; what else runs on the machine is not seen.

mod options;
mod rival;
mod texts;

#[path = "../../../../../benches/text/samples.rs"]
mod samples;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use apostil::protocol::PROTOCOL_VERSION;
use apostil::protocol::message::Job;
use apostil::segment::token::tokens;
use apostil::text::{TextHash, TextRange};
use e2e::browser::{Browser, Kind};
use e2e::driver;
use e2e::page::{Page, Way};
use e2e::server::{Server, dist};
use serde_json::{Value, json};

use crate::options::Options;
use crate::rival::Rival;

/// The page's side.
const RATE: &str = include_str!("../../../../../benches/page/rate.js");

/// What tells how much memory a worker has.
const HEAP: &str = include_str!("../../../../../benches/page/heap.js");

/// Rounds before those that count: the browser compiles twice, the second time well.
const WARM_UP: usize = 4;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = Options::parse(&arguments)?;
    let folder = std::env::temp_dir().join(format!("apostil-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let outcome = bench(&options, &folder);
    driver::end_all();
    fs::remove_dir_all(&folder)?;
    outcome
}

/// One round: how long it took, and how much was found.
struct Round {
    milliseconds: f64,
    found: u64,
}

impl Round {
    fn read(answer: &Value) -> Result<Round> {
        let milliseconds = answer["milliseconds"].as_f64().context("a round has a duration")?;
        Ok(Round { milliseconds, found: answer["found"].as_u64().unwrap_or_default() })
    }
}

fn bench(options: &Options, folder: &Path) -> Result<()> {
    let texts = texts::chosen(&options.texts)?;
    let n_tokens = texts.iter().map(|it| count_tokens(it)).sum();
    let n_bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {n_bytes} bytes, {n_tokens} tokens (ours)", texts.len());
    let mut rival =
        options.rival.as_ref().map(|it| Rival::start(it, &texts, folder)).transpose()?;
    let dist = dist()?;
    let server = Server::start(&dist)?;
    let browser = Browser::start(Kind::Chromium, folder, None)?;
    browser.run_before_pages(HEAP)?;
    Page::new(&browser, &server, Way::Http, &dist, folder)?.open()?;
    start_worker(&browser, &texts)?;
    println!("the worker's memory: {:.1} MB, with lists and model", heap(&browser)?);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..WARM_UP + options.rounds {
        ours.push(Round::read(&browser.script_async("return rate.round(asked)", vec![])?)?);
        if let Some(rival) = rival.as_mut().filter(|_| n >= WARM_UP) {
            theirs.push(rival.round()?);
        }
    }
    println!("the first round, cold: {:.0} tokens/s", rate(n_tokens, ours[0].milliseconds));
    println!("the worker's memory: {:.1} MB, lists, model and all texts in it", heap(&browser)?);
    let ours = &ours[WARM_UP..];
    let mine = report("ours", n_tokens, ours);
    if let Some(rival) = rival {
        let other = report(&rival.name, n_tokens, &theirs);
        let (medians, bests) = (other.0 / mine.0, other.1 / mine.1);
        let turns = theirs.iter().zip(ours).map(|(it, ours)| it.milliseconds / ours.milliseconds);
        let turn = median(turns.collect());
        println!("ours is {medians:.1} times as fast by medians, {bests:.1} by bests,");
        println!("{turn:.1} by the median of the ratios of each turn");
    }
    Ok(())
}

/// Makes the engine in a worker of the page, and hands the page what is to be asked in a round.
fn start_worker(browser: &Browser, texts: &[String]) -> Result<()> {
    browser.script(RATE, vec![])?;
    let start = json!(Job::Start { version: PROTOCOL_VERSION });
    let engine = browser.script_async("return rate.start(arguments[0])", vec![start])?;
    let part = |name: &str| engine[name].as_str().unwrap_or_default().to_owned();
    println!("ours: {} {} in Chromium's WASM", part("name"), part("version"));
    browser.script("globalThis.asked = arguments[0]", vec![asked(texts)]).map(drop)
}

/// How much memory the worker's module has, in megabytes (10^6 bytes). It never shrinks.
fn heap(browser: &Browser) -> Result<f64> {
    let bytes = browser.script_async("return rate.heap()", vec![])?;
    Ok(bytes.as_f64().context("memory has a size")? / 1e6)
}

/// The jobs of a round: each text is put in and asked about as a whole, and let go `after`.
fn asked(texts: &[String]) -> Value {
    let hash = |text: &str| TextHash::of(text).to_string();
    let ask = |text: &String| {
        let windows = vec![(0, text.len() as u32)];
        let job = Job::Text { hash: hash(text), text: text.clone() };
        [job, Job::Suggest { hash: hash(text), language: None, windows }]
    };
    let jobs: Vec<Job> = texts.iter().flat_map(ask).collect();
    let after: Vec<Job> = texts.iter().map(|it| Job::Forget { hash: hash(it) }).collect();
    json!({"jobs": jobs, "after": after})
}

fn count_tokens(text: &str) -> usize {
    tokens(text, TextRange::new(0, text.len() as u32)).len()
}

fn rate(n_tokens: usize, milliseconds: f64) -> f64 {
    n_tokens as f64 / milliseconds * 1e3
}

/// Prints a line for each of median and best; returns both durations.
fn report(name: &str, n_tokens: usize, rounds: &[Round]) -> (f64, f64) {
    let durations: Vec<f64> = rounds.iter().map(|it| it.milliseconds).collect();
    let best = durations.iter().copied().fold(f64::INFINITY, f64::min);
    let median = median(durations);
    let found = rounds[0].found;
    println!("{name}: {} rounds, {found} spans", rounds.len());
    println!("  median {median:9.1} ms  {:10.0} tokens/s", rate(n_tokens, median));
    println!("  best   {best:9.1} ms  {:10.0} tokens/s", rate(n_tokens, best));
    (median, best)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}
