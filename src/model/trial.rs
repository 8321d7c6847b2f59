//! The trial: a tenth of the articles is marked without suggestions, to see what those do to a person.
//!
//! Which articles they are follows from the project's seed and each article's own id, so it is the
//! same after a reload and in another browser, and articles that come later are drawn as well. What
//! was answered with suggestions in sight is no part of it, whatever the draw says.
//!
//! Limits: a tenth of many articles; of few it is what the draw gives, which whoever chooses the seed
//! can see to.

use crate::model::id::{AuthorId, DocumentId};
use crate::model::project::Project;

/// One article of so many is in the trial.
pub const ONE_OF: u64 = 10;

/// Whether `document` is drawn by `seed`.
pub fn is_drawn(seed: u32, document: &DocumentId) -> bool {
    // FNV-1a, 64 bits. The last bits of it are not even for short names, so the first come down.
    let bytes = seed.to_le_bytes().into_iter().chain(document.as_str().bytes());
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, step);
    ((hash >> 32) ^ hash).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32 < (1 << 32) / ONE_OF
}

/// Whether `author` marks `document` without suggestions.
pub fn is_in_trial(project: &Project, author: AuthorId, document: &DocumentId) -> bool {
    let is_drawn = project.schema().trial.is_some_and(|seed| is_drawn(seed, document));
    is_drawn && project.track(document, author).is_none_or(|it| it.decisions.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n_drawn(seed: u32, n: usize) -> usize {
        let named = |n: usize| DocumentId::new(&format!("article-{n}")).unwrap();
        (0..n).filter(|it| is_drawn(seed, &named(*it))).count()
    }

    #[test]
    fn about_a_tenth_is_drawn_and_another_seed_draws_others() {
        for seed in [0, 1, 2, 77, u32::MAX] {
            let n = n_drawn(seed, 10_000);
            // Six standard deviations.
            assert!((820..=1_180).contains(&n), "{n} with {seed}");
        }
        let document = DocumentId::new("turbo").unwrap();
        let n = (0..10_000).filter(|seed| is_drawn(*seed, &document)).count();
        assert!((820..=1_180).contains(&n), "{n} seeds draw one article");
    }

    #[test]
    fn the_draw_is_the_same_for_ever() {
        // A project that is opened by a later version hides the suggestions of the same articles.
        let drawn: Vec<usize> = (0..40).filter(|n| n_drawn(7, n + 1) > n_drawn(7, *n)).collect();
        assert_eq!(drawn, [1, 19, 29, 35, 38]);
    }
}
