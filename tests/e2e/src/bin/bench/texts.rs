//! What is read: files that are named, or the samples of the repository, again and again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// How many texts are made of the samples.
const N_TEXTS: usize = 40;

/// How long each is, in paragraphs.
const N_PARAGRAPHS: usize = 18;

/// The texts of these files, or of the samples if there are none.
pub(crate) fn chosen(paths: &[PathBuf]) -> Result<Vec<String>> {
    if paths.is_empty() { samples() } else { read(paths) }
}

/// The texts of files: each line's `text` of a `.jsonl`, else the whole file.
fn read(paths: &[PathBuf]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for path in paths {
        let content = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
        if path.extension().is_some_and(|it| it == "jsonl") {
            for line in content.lines().filter(|it| !it.trim().is_empty()) {
                let record: Value = serde_json::from_str(line)?;
                all.push(record["text"].as_str().context("a line has no `text`")?.to_owned());
            }
        } else {
            all.push(content);
        }
    }
    // The worker knows a text by its hash, and a second one of the same would take its place.
    all.sort();
    all.dedup();
    ensure!(!all.is_empty(), "there is no text in these files");
    Ok(all)
}

/// The paragraphs of the English samples in ever new orders.
fn samples() -> Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)?.flatten().map(|it| it.path()).collect();
    paths.retain(|it| it.to_string_lossy().contains(".en."));
    let texts = read(&paths)?;
    let paragraphs: Vec<&str> = texts.iter().flat_map(|it| it.lines()).collect();
    let paragraphs: Vec<&str> = paragraphs.into_iter().filter(|it| !it.is_empty()).collect();
    Ok((0..N_TEXTS).map(|n| shuffled(&paragraphs, n as u64)).collect())
}

/// Paragraphs drawn from `seed`: the same seed, the same text.
fn shuffled(paragraphs: &[&str], seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let drawn = std::iter::repeat_with(|| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        paragraphs[(state >> 33) as usize % paragraphs.len()]
    });
    drawn.take(N_PARAGRAPHS).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{N_TEXTS, samples};

    #[test]
    fn samples_are_the_same_every_time_and_each_is_another() {
        let texts = samples().unwrap();
        assert_eq!(texts, samples().unwrap());
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), N_TEXTS);
    }
}
