//! How fast the shipped engine reads, part by part: `cargo bench --bench suggest [-- FILE]`.
//!
//! One thread, a plain clock, so that nothing need be built; the best of some rounds, since
//! everything else only adds. Without a file the sample articles are read in ever new orders. Quote
//! the figures as ratios of one run on one machine.

#[path = "text/samples.rs"]
mod samples;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use apostil_engine::extract::engine::Engine;
use apostil_engine::extract::gazetteer::Gazetteer;
use apostil_engine::extract::lists::Lists;
use apostil_engine::extract::tagger::Tagger;
use apostil_engine::extract::tagger::chapter::{Chapter, Island, read_chapter};
use apostil_engine::extract::tagger::decode::Decoder;
use apostil_engine::extract::tagger::file::{self, Model, PARTS};
use apostil_engine::extract::tagger::taught::Taught;
use apostil_engine::extract::tagger::weights::ROOM;
use apostil_engine::extract::{Example, Extractor};
use apostil_engine::segment::sentence::sentences;
use apostil_engine::segment::token::tokens;
use apostil_engine::text::TextRange;

/// How often each part is timed.
const ROUNDS: usize = 7;

/// How many sample texts are read, some 4 KB each.
const N_TEXTS: usize = 200;

fn main() {
    let texts = match std::env::args().skip(1).find(|it| !it.starts_with('-')) {
        Some(path) => samples::parts(&std::fs::read_to_string(path).expect("the file is a text")),
        None => samples::texts(N_TEXTS),
    };
    let n_tokens = texts.iter().map(|it| tokens(it, whole(it)).len()).sum();
    println!("{} texts, {n_tokens} tokens; tokens a second, one thread", texts.len());
    let start = Instant::now();
    let lists = Lists::read(include_bytes!("../model/lists.bin").to_vec());
    let lists = Arc::new(lists.expect("the lists are those that ship"));
    let bytes = include_bytes!("../model/model.bin");
    let tagger = Arc::new(Tagger::read(bytes).expect("the model is the one that ships"));
    let mut engine = Engine::default().with_lists(lists.clone()).with_tagger(tagger.clone());
    println!("making the engine {:17.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let bench = Bench { texts: &texts, n_tokens };
    bench.time("tokens", |it| tokens(it, whole(it)).len());
    bench.time("sentences", |it| sentences(it, whole(it)).len());
    let gazetteer = Gazetteer::new(lists);
    bench.time("rules and facts", |it| read_chapter(it, whole(it), &gazetteer).1.len());
    let model = file::read(bytes).expect("it was read above");
    let chapters: Vec<_> =
        texts.iter().map(|it| read_chapter(it, whole(it), &gazetteer).0).collect();
    bench.time_each("features", &chapters, features);
    bench.time_each("features, weights", &chapters, |it| sums(it, &model).len());
    let rows: Vec<_> = chapters.iter().flat_map(|it| sums(it, &model)).collect();
    let untaught = Taught::default();
    let mut decoder = Decoder::default();
    let mut tags = Vec::new();
    bench.time_each("decode", &rows, |it| {
        decoder.decode(it, &model.transitions, &mut tags);
        tags.len()
    });
    bench.time_each("names, two passes", &chapters, |it| tagger.names(it, &untaught, &[]).len());
    bench.time("the whole", |it| engine.suggest(it, Some("en"), whole(it)).suggestions.len());
    update(&mut engine, &texts);
}

fn whole(text: &str) -> TextRange {
    TextRange::new(0, text.len() as u32)
}

/// What all parts are timed on.
struct Bench<'a> {
    texts: &'a [String],
    n_tokens: usize,
}

impl Bench<'_> {
    fn time(&self, part: &str, work: impl FnMut(&String) -> usize) {
        self.time_each(part, self.texts, work);
    }

    /// Does `work` on all `items`, which are made of all texts, and prints how many of the texts'
    /// tokens that is a second.
    fn time_each<T>(&self, part: &str, items: &[T], mut work: impl FnMut(&T) -> usize) {
        let best = best(|| items.iter().map(|it| black_box(work(black_box(it)))).sum::<usize>());
        println!("{part:<18}{:12.0} tokens/s {:10.1} ms", self.n_tokens as f64 / best, best * 1e3);
    }
}

/// The best of some rounds, in seconds.
fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let once = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..ROUNDS).map(once).fold(f64::INFINITY, f64::min)
}

/// The features of all words that may be in a name, mixed.
fn features(chapter: &Chapter) -> usize {
    let mut mixed = 0;
    for island in chapter.islands() {
        let sentence = chapter.sentence(island.line);
        for at in island.words {
            sentence.features(at, &mut |key| mixed ^= key as usize);
        }
    }
    mixed
}

/// The sums of each stretch of words that may hold names, as the first pass makes them.
fn sums(chapter: &Chapter, model: &Model) -> Vec<Vec<i32>> {
    let width = model.transitions.n_tags();
    let sums_of = |island: Island| {
        let sentence = chapter.sentence(island.line);
        let mut sums = vec![0; width * island.words.len()];
        let mut keys = Vec::new();
        for (row, at) in sums.chunks_exact_mut(width).zip(island.words) {
            let mut steps = [0; ROOM];
            keys.clear();
            sentence.features(at, &mut |key| keys.push(key));
            model.weights.add_all(&keys, &mut steps);
            row.iter_mut().zip(steps).for_each(|(sum, it)| *sum += i32::from(it) * PARTS);
        }
        sums
    };
    chapter.islands().into_iter().map(sums_of).collect()
}

/// Learns sentence by sentence what the engine has suggested there, and prints what one takes.
fn update(engine: &mut Engine, texts: &[String]) {
    let mut took = Vec::new();
    for text in texts.iter().take(20) {
        for range in sentences(text, whole(text)) {
            let sentence = range.slice(text).expect("a sentence is a part of its text");
            let found = engine.suggest(sentence, Some("en"), whole(sentence));
            let gold = found.suggestions.into_iter().map(|it| (it.range, it.label)).collect();
            let reviewed = vec![whole(sentence)];
            let example = Example { text: sentence.into(), reviewed, gold, ..Example::default() };
            let start = Instant::now();
            black_box(engine.learn(&[example]));
            took.push(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    took.sort_by(f64::total_cmp);
    let (median, most) = (took[took.len() / 2], took[took.len() * 99 / 100]);
    println!("update, a sentence {median:9.1} µs by median, {most:.1} µs in the slowest hundredth");
}
