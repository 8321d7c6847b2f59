//! What both benches read if nobody names a text: the paragraphs of the English samples, again and
//! again in other orders.

use serde_json::Value;

const SAMPLES: [&str; 3] = [
    include_str!("../../articles/river-patrols.en.jsonl"),
    include_str!("../../articles/trojes-center.en.jsonl"),
    include_str!("../../articles/night-crossings.en.txt"),
];

/// How many paragraphs a text has.
const N_PARAGRAPHS: usize = 18;

/// `n` texts of some 4 KB; the same every time.
pub(crate) fn texts(n: usize) -> Vec<String> {
    let samples: Vec<String> = SAMPLES.iter().flat_map(|it| parts(it)).collect();
    let paragraphs: Vec<&str> = samples.iter().flat_map(|it| it.lines()).collect();
    let paragraphs: Vec<&str> = paragraphs.into_iter().filter(|it| !it.is_empty()).collect();
    (0..n).map(|seed| shuffled(&paragraphs, seed as u64)).collect()
}

/// The texts of a file: each line's `text` of JSON Lines, else all of it.
pub(crate) fn parts(content: &str) -> Vec<String> {
    let text =
        |line: &str| Some(serde_json::from_str::<Value>(line).ok()?["text"].as_str()?.into());
    let of_lines: Option<Vec<String>> =
        content.lines().filter(|it| !it.trim().is_empty()).map(text).collect();
    of_lines.filter(|it| !it.is_empty()).unwrap_or_else(|| vec![content.to_owned()])
}

/// Paragraphs drawn from `seed`: the same seed, the same text.
fn shuffled(paragraphs: &[&str], seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let drawn = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        paragraphs[(state >> 33) as usize % paragraphs.len()]
    });
    drawn.take(N_PARAGRAPHS).collect::<Vec<_>>().join("\n\n")
}
