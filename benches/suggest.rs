//! How fast the shipped engine reads: `cargo bench --bench suggest`.
//!
//! Generated text, so that nothing need be shipped; a plain clock, so that nothing need be built.
//! Quote the figures as ratios of one run on one machine.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use apostil::extract::Extractor;
use apostil::extract::engine::Engine;
use apostil::extract::lists::Lists;
use apostil::text::TextRange;

const SENTENCES: &[&str] = &[
    "The Ministry of Transport said on Monday that 3,500 trucks had crossed into Peru since January. ",
    "“We expect at least two million dollars in losses,” Senator Ana Peña told reporters in Lima. ",
    "Prices rose by 4.5 percent last year, and most of the growth came from small towns. ",
    "Nobody in the valley remembers a winter as dry as this one, and the wells are low again. ",
];

/// About `bytes` of text, four sentences a line.
fn text(bytes: usize) -> String {
    let line = SENTENCES.concat() + "\n";
    line.repeat(bytes / line.len())
}

/// The best of five, in megabytes a second.
fn speed(text: &str, mut read: impl FnMut(&str)) -> f64 {
    let once = |_| {
        let start = Instant::now();
        read(text);
        start.elapsed().as_secs_f64()
    };
    let best = (0..5).map(once).fold(f64::INFINITY, f64::min);
    text.len() as f64 / 1e6 / best
}

fn main() {
    let start = Instant::now();
    let lists = include_bytes!("../model/lists.bin").to_vec();
    let lists = Lists::read(lists).expect("the file is the one that ships");
    let engine = black_box(Engine::default().with_lists(Arc::new(lists)));
    println!("making the engine      {:8.2} ms", start.elapsed().as_secs_f64() * 1e3);
    let text = text(1_000_000);
    let whole = speed(&text, |it| {
        black_box(engine.suggest(it, None, TextRange::new(0, it.len() as u32)));
    });
    println!("the whole, 1 MB        {whole:8.2} MB/s");
    let windows = speed(&text, |it| {
        let mut at = 0;
        while (at as usize) < it.len() {
            let found =
                engine.suggest(it, None, TextRange::new(at, (at + 4096).min(it.len() as u32)));
            at = black_box(found).covered.end();
        }
    });
    println!("in windows of 4 KB     {windows:8.2} MB/s");
    let line = text.replace('\n', " ");
    let line = speed(&line, |it| {
        black_box(engine.suggest(it, None, TextRange::new(0, it.len() as u32)));
    });
    println!("one line, 1 MB         {line:8.2} MB/s");
}
