//! A conditional random field over the same chain (Lafferty and others 2001), trained example by
//! example: dual averaging with a step for each weight and an L1 penalty (Duchi and others 2011), so
//! that most weights stay zero.
//!
//! Where a target is unknown, all tags are summed over: what is known is made likely, and no more.

use apostil::extract::tagger::{decode::is_closed, tag::Tag};

use crate::train::chain::{Chain, Example, Search};

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How often all examples are seen.
    pub epochs: usize,
    /// The size of a step.
    pub rate: f32,
    /// What a weight must have gathered, for each million of words, to be anything.
    pub penalty: f32,
    /// How often of ten an example is read with what the rest of its text says.
    pub hearing: u64,
    /// Starts the order of the examples.
    pub seed: u64,
}

/// A generator of numbers that look random (xorshift).
#[derive(Clone, Copy, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Puts `items` into another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, (self.roll() % (at as u64 + 1)) as usize);
        }
    }
}

/// What was gathered for each weight.
struct Gathered {
    slopes: Vec<f32>,
    squares: Vec<f32>,
}

impl Gathered {
    fn new(n: usize) -> Self {
        Self { slopes: vec![0.0; n], squares: vec![1e-3; n] }
    }

    /// Takes in a slope, and gives the weight.
    #[inline]
    fn push(&mut self, at: usize, slope: f32, rate: f32, threshold: f32) -> f32 {
        self.slopes[at] += slope;
        self.squares[at] += slope * slope;
        self.weight(at, rate, threshold)
    }

    #[inline]
    fn weight(&self, at: usize, rate: f32, threshold: f32) -> f32 {
        let slope = self.slopes[at];
        let size = (slope.abs() - threshold).max(0.0);
        -slope.signum() * size * rate / self.squares[at].sqrt()
    }
}

/// How often the transitions are brought up to date, in examples.
const BATCH: usize = 24;

/// Shares below this are not followed.
const LEAST: f32 = 1e-3;

/// Trains `chain` on `examples`.
pub fn train(chain: &mut Chain, examples: &[&Example], plan: &Plan) {
    let mut dice = Dice(plan.seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut trainer = Trainer::new(chain, plan);
    for epoch in 0..plan.epochs {
        dice.shuffle(&mut order);
        let (mut loss, before) = (0.0, trainer.n_words);
        for (count, at) in order.iter().enumerate() {
            let hears = dice.roll() % 10 < plan.hearing;
            loss += f64::from(trainer.learn(chain, examples[*at], hears));
            if count % BATCH == 0 {
                trainer.move_transitions(chain);
            }
        }
        let n_words = trainer.n_words - before;
        println!("epoch {}: loss {:.4} a word", epoch + 1, loss / n_words as f64);
    }
    let threshold = trainer.threshold();
    for (place, weight) in chain.weights.iter_mut().enumerate() {
        *weight = trainer.weights.weight(place, plan.rate, threshold);
    }
}

/// What was gathered so far, and memory to work in.
struct Trainer<'p> {
    plan: &'p Plan,
    weights: Gathered,
    transitions: Gathered,
    /// The slopes of the transitions since they moved.
    slopes: Vec<f32>,
    powers: Vec<f32>,
    n_words: usize,
    search: Search,
    free: Lattice,
    bound: Lattice,
}

impl<'p> Trainer<'p> {
    fn new(chain: &Chain, plan: &'p Plan) -> Self {
        Self {
            plan,
            weights: Gathered::new(chain.weights.len()),
            transitions: Gathered::new(chain.transitions.len()),
            slopes: vec![0.0; chain.transitions.len()],
            powers: powers_of(chain),
            n_words: 0,
            search: Search::default(),
            free: Lattice::default(),
            bound: Lattice::default(),
        }
    }

    /// What a weight must have gathered by now to be anything.
    fn threshold(&self) -> f32 {
        self.plan.penalty * self.n_words as f32 / 1e6
    }

    /// Learns one example; gives how unlikely its targets were, as a logarithm.
    fn learn(&mut self, chain: &mut Chain, example: &Example, hears: bool) -> f32 {
        chain.sum(example, hears, &mut self.search);
        self.n_words += example.len();
        let sums = self.search.sums();
        let all = self.free.fill(chain, &self.powers, sums, |_, _| true);
        let right = self.bound.fill(chain, &self.powers, sums, |at, tag| {
            example.targets[at].is_none_or(|it| it.index() == tag)
        });
        let (rate, threshold) = (self.plan.rate, self.threshold());
        for at in 0..example.len() {
            for tag in 0..chain.width {
                let place = at * chain.width + tag;
                let slope = self.free.shares[place] - self.bound.shares[place];
                if slope.abs() < LEAST {
                    continue;
                }
                let slope = slope * example.weight;
                for feature in example.features(at, hears) {
                    let place = feature as usize * chain.width + tag;
                    chain.weights[place] = self.weights.push(place, slope, rate, threshold);
                }
            }
        }
        self.free.pairs(chain, &self.powers, example.weight, &mut self.slopes);
        self.bound.pairs(chain, &self.powers, -example.weight, &mut self.slopes);
        all - right
    }

    fn move_transitions(&mut self, chain: &mut Chain) {
        for (place, slope) in self.slopes.iter_mut().enumerate() {
            chain.transitions[place] = self.transitions.push(place, *slope, self.plan.rate, 0.0);
            *slope = 0.0;
        }
        self.powers = powers_of(chain);
    }
}

/// The transitions as factors; 0 where a tag may not follow.
fn powers_of(chain: &Chain) -> Vec<f32> {
    let width = chain.width;
    let mut powers = vec![0.0; width * width];
    for (to, follows) in chain.follows().iter().enumerate() {
        for from in follows {
            let place = usize::from(*from) * width + to;
            powers[place] = chain.transitions[place].exp();
        }
    }
    powers
}

/// Sums over all answers, word by word, each word's scaled to one.
#[derive(Debug, Default)]
struct Lattice {
    factors: Vec<f32>,
    before: Vec<f32>,
    behind: Vec<f32>,
    scales: Vec<f32>,
    shares: Vec<f32>,
    width: usize,
}

impl Lattice {
    /// Sums over all answers whose tags `may` be; gives the logarithm of the sum.
    fn fill(
        &mut self,
        chain: &Chain,
        powers: &[f32],
        sums: &[f32],
        may: impl Fn(usize, usize) -> bool,
    ) -> f32 {
        let width = chain.width;
        let n = sums.len() / width;
        self.width = width;
        for all in [&mut self.factors, &mut self.before, &mut self.behind, &mut self.shares] {
            all.clear();
            all.resize(sums.len(), 0.0);
        }
        self.scales.clear();
        let mut total = 0.0;
        for at in 0..n {
            let row = at * width;
            let top = sums[row..row + width].iter().copied().fold(f32::MIN, f32::max);
            let mut scale = 0.0;
            for tag in 0..width {
                if !may(at, tag) {
                    continue;
                }
                let factor = (sums[row + tag] - top).exp();
                self.factors[row + tag] = factor;
                let before = self.reach(chain, powers, at, tag);
                self.before[row + tag] = before * factor;
                scale += before * factor;
            }
            let scale = scale.max(1e-30);
            for it in &mut self.before[row..row + width] {
                *it /= scale;
            }
            self.scales.push(scale);
            total += scale.ln() + top;
        }
        total + self.run_backward(chain, powers, n).ln()
    }

    /// The sum over all ways to `tag` at the word `at`, without the word itself.
    fn reach(&self, chain: &Chain, powers: &[f32], at: usize, tag: usize) -> f32 {
        let follows = &chain.follows()[tag];
        let Some(row) = at.checked_sub(1).map(|it| it * self.width) else {
            return if follows.first() == Some(&0) { powers[tag] } else { 0.0 };
        };
        let from = |it: &u8| {
            let it = usize::from(*it);
            self.before[row + it] * powers[it * self.width + tag]
        };
        follows.iter().map(from).sum()
    }

    /// Fills in what stands behind; gives the sum over the ways to end.
    fn run_backward(&mut self, chain: &Chain, powers: &[f32], n: usize) -> f32 {
        let width = self.width;
        let mut end = 0.0;
        for at in (0..n).rev() {
            let row = at * width;
            if at + 1 == n {
                for tag in (0..width).filter(|it| is_closed(Tag(*it as u8))) {
                    self.behind[row + tag] = powers[tag * width];
                    end += self.before[row + tag] * powers[tag * width];
                }
                continue;
            }
            for (to, follows) in chain.follows().iter().enumerate() {
                let next = self.factors[row + width + to] * self.behind[row + width + to]
                    / self.scales[at + 1];
                if next > 0.0 {
                    for from in follows {
                        self.behind[row + usize::from(*from)] +=
                            next * powers[usize::from(*from) * width + to];
                    }
                }
            }
        }
        let end = end.max(1e-30);
        for (share, (before, behind)) in
            self.shares.iter_mut().zip(self.before.iter().zip(&self.behind))
        {
            *share = before * behind / end;
        }
        end
    }

    /// Adds how likely each tag is to follow each other, times `by`.
    fn pairs(&self, chain: &Chain, powers: &[f32], by: f32, slopes: &mut [f32]) {
        let width = self.width;
        let n = self.shares.len() / width;
        for tag in 0..width {
            slopes[tag] += by * self.shares[tag];
            slopes[tag * width] += by * self.shares[(n - 1) * width + tag];
        }
        for at in 1..n {
            let row = at * width;
            // The sum over all pairs here is one, whatever the scales.
            let end: f32 = (0..width).map(|it| self.before[row + it] * self.behind[row + it]).sum();
            let end = end.max(1e-30) * self.scales[at];
            for (to, follows) in chain.follows().iter().enumerate() {
                let next = self.factors[row + to] * self.behind[row + to];
                if next <= 0.0 {
                    continue;
                }
                for from in follows {
                    let from = usize::from(*from);
                    let pair =
                        self.before[row - width + from] * powers[from * width + to] * next / end;
                    slopes[from * width + to] += by * pair;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use apostil::extract::tagger::tag::n_tags;

    use super::*;

    /// Words with one feature each, and what they are to be.
    fn example(words: &[(u32, Option<u8>)]) -> Example {
        Example {
            features: words.iter().map(|it| it.0).collect(),
            ends: (1..=words.len() as u32).collect(),
            targets: words.iter().map(|it| it.1.map(Tag)).collect(),
            weight: 1.0,
            ..Example::default()
        }
    }

    #[test]
    fn what_examples_show_is_learned() {
        // Feature 1 begins a name, 2 ends it, 0 is none; what 3 is, nobody says.
        let examples = [
            example(&[(0, Some(0)), (1, Some(1)), (2, Some(3))]),
            example(&[(1, Some(1)), (2, Some(3)), (0, Some(0))]),
            example(&[(0, Some(0)), (3, None)]),
        ];
        let mut chain = Chain::new(1, 4);
        let plan = Plan { epochs: 30, rate: 0.3, penalty: 0.0, hearing: 0, seed: 1 };
        let all: Vec<&Example> = examples.iter().collect();
        train(&mut chain, &all, &plan);
        let (mut search, mut tags) = (Search::default(), Vec::new());
        for it in &examples[..2] {
            chain.sum(it, false, &mut search);
            chain.best(it.len(), &mut search, &mut tags);
            assert_eq!(tags.iter().copied().map(Some).collect::<Vec<_>>(), it.targets);
        }
        let unknown = &chain.weights[3 * chain.width..];
        // It ends the sentence, so it may be outside or a name alone, and neither was shown.
        assert!(unknown[0] >= 0.0 && unknown[4] >= 0.0, "{unknown:?}");
    }

    #[test]
    fn shares_of_all_tags_are_one() {
        let chain = Chain::new(2, 1);
        let sums: Vec<f32> = (0..4 * n_tags(2)).map(|it| (it * 7 % 5) as f32).collect();
        let mut lattice = Lattice::default();
        lattice.fill(&chain, &powers_of(&chain), &sums, |_, _| true);
        for word in lattice.shares.chunks(chain.width) {
            assert!((word.iter().sum::<f32>() - 1.0).abs() < 1e-4, "{word:?}");
        }
    }
}
