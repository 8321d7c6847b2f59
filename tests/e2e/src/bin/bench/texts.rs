//! What is read: files that are named, or the samples of the repository, again and again.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::samples;

/// How many texts are made of the samples.
const N_TEXTS: usize = 40;

/// The texts of these files, or of the samples if there are none.
pub(crate) fn chosen(paths: &[PathBuf]) -> Result<Vec<String>> {
    if paths.is_empty() {
        return Ok(samples::texts(N_TEXTS));
    }
    let mut all = Vec::new();
    for path in paths {
        let content = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
        all.extend(samples::parts(&content));
    }
    // The worker knows a text by its hash, and a second one of the same would take its place.
    all.sort();
    all.dedup();
    all.retain(|it| !it.is_empty());
    ensure!(!all.is_empty(), "there is no text in these files");
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{N_TEXTS, chosen};

    #[test]
    fn samples_are_the_same_every_time_and_each_is_another() {
        let texts = chosen(&[]).unwrap();
        assert_eq!(texts, chosen(&[]).unwrap());
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), N_TEXTS);
        assert!(texts.iter().all(|it| it.len() > 1_000 && !it.contains("{\"name\"")));
    }
}
