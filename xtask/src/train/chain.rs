//! The chain while it is trained: a dense row of weights for each feature, and the same exact search.

use apostil::extract::tagger::{
    decode::{is_closed, may_follow, opens},
    tag::{Tag, n_tags},
};

use crate::train::target::Target;

/// Weights in floating point, a row of [`Chain::width`] for each feature.
#[derive(Clone, Debug)]
pub struct Chain {
    /// How many tags there are.
    pub width: usize,
    /// By feature, then tag.
    pub weights: Vec<f32>,
    /// By tag that is followed, then tag.
    pub transitions: Vec<f32>,
    follows: Vec<Vec<u8>>,
    opens: Vec<bool>,
    is_closed: Vec<bool>,
}

/// Words in a row with the numbers of their features, and what they are to be.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// All features, word by word.
    pub features: Vec<u32>,
    /// Where the features of each word end.
    pub ends: Vec<u32>,
    /// What the rest of the text says, likewise.
    pub heard: Vec<u32>,
    /// Where it ends for each word.
    pub heard_ends: Vec<u32>,
    /// What each word is to be.
    pub targets: Vec<Target>,
    /// How much it counts.
    pub weight: f32,
}

impl Example {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// The features of the word `at`, with what the rest of the text says if `hears`.
    pub fn features(&self, at: usize, hears: bool) -> impl Iterator<Item = u32> {
        let slice = |all: &'_ [u32], ends: &[u32]| {
            let start = at.checked_sub(1).map_or(0, |it| ends[it] as usize);
            (start, (ends[at] as usize).min(all.len()))
        };
        let own = slice(&self.features, &self.ends);
        let heard = if hears && !self.heard_ends.is_empty() {
            slice(&self.heard, &self.heard_ends)
        } else {
            (0, 0)
        };
        self.features[own.0..own.1].iter().chain(&self.heard[heard.0..heard.1]).copied()
    }
}

/// Memory for the search.
#[derive(Debug, Default)]
pub struct Search {
    sums: Vec<f32>,
    best: Vec<f32>,
    from: Vec<u8>,
}

impl Search {
    /// The sums of the words.
    pub fn sums(&self) -> &[f32] {
        &self.sums
    }
}

impl Chain {
    /// All weights zero.
    pub fn new(n_labels: usize, n_features: usize) -> Self {
        let width = n_tags(n_labels);
        let tags = || (0..width as u8).map(Tag);
        let follows =
            tags().map(|to| tags().filter(|from| may_follow(*from, to)).map(|it| it.0).collect());
        Self {
            width,
            weights: vec![0.0; n_features * width],
            transitions: vec![0.0; width * width],
            follows: follows.collect(),
            opens: tags().map(opens).collect(),
            is_closed: tags().map(is_closed).collect(),
        }
    }

    /// Halfway between it and `other`, which has as many weights.
    #[must_use]
    pub fn mean(mut self, other: &Self) -> Self {
        let pairs = self.weights.iter_mut().zip(&other.weights);
        for (one, other) in pairs.chain(self.transitions.iter_mut().zip(&other.transitions)) {
            *one = f32::midpoint(*one, *other);
        }
        self
    }

    /// The tags that each tag may follow.
    pub fn follows(&self) -> &[Vec<u8>] {
        &self.follows
    }

    /// Fills `search` with the sums of an example's words.
    pub fn sum(&self, example: &Example, hears: bool, search: &mut Search) {
        let width = self.width;
        search.sums.clear();
        search.sums.resize(example.len() * width, 0.0);
        for at in 0..example.len() {
            let row = &mut search.sums[at * width..(at + 1) * width];
            for feature in example.features(at, hears) {
                let weights =
                    &self.weights[feature as usize * width..(feature as usize + 1) * width];
                for (sum, weight) in row.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
        }
    }

    /// The best tags by the sums in `search`.
    pub fn best(&self, n_words: usize, search: &mut Search, tags: &mut Vec<Tag>) {
        let width = self.width;
        search.best.clear();
        search.best.resize(n_words * width, f32::NEG_INFINITY);
        search.from.clear();
        search.from.resize(n_words * width, 0);
        for at in 0..n_words {
            let (before, now) = search.best.split_at_mut(at * width);
            let before = at.checked_sub(1).map(|it| &before[it * width..]);
            for (to, now) in now[..width].iter_mut().enumerate() {
                let best = self.best_before(before, to);
                *now = best.0 + search.sums[at * width + to];
                search.from[at * width + to] = best.1;
            }
        }
        self.trace(n_words, search, tags);
    }

    /// The best sum up to a word with the tag `to`, by the sums `before` it, and the tag there.
    fn best_before(&self, before: Option<&[f32]>, to: usize) -> (f32, u8) {
        let mut best = (f32::NEG_INFINITY, 0);
        let Some(before) = before else {
            return if self.opens[to] { (self.transitions[to], 0) } else { best };
        };
        for from in &self.follows[to] {
            let at = usize::from(*from);
            let sum = before[at] + self.transitions[at * self.width + to];
            if sum > best.0 {
                best = (sum, *from);
            }
        }
        best
    }

    /// Reads the best tags off `search`, from right to left.
    fn trace(&self, n_words: usize, search: &Search, tags: &mut Vec<Tag>) {
        let width = self.width;
        tags.clear();
        tags.resize(n_words, Tag::OUTSIDE);
        let Some(last) = n_words.checked_sub(1) else { return };
        let mut best = (f32::NEG_INFINITY, 0);
        for tag in (0..width).filter(|it| self.is_closed[*it]) {
            let sum = search.best[last * width + tag] + self.transitions[tag * width];
            if sum > best.0 {
                best = (sum, tag as u8);
            }
        }
        let mut tag = best.1;
        for at in (0..n_words).rev() {
            tags[at] = Tag(tag);
            tag = search.from[at * width + usize::from(tag)];
        }
    }
}
