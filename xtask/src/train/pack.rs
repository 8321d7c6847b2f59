//! The trained chain as a model: weights in steps of eight bits, the small ones left out.

use apostil::extract::tagger::{
    calibration::Calibration,
    file::{PARTS, Pace, Row, write},
    weights::Weight,
};

use crate::train::chain::Chain;

/// How much is kept.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// The largest weight that is told from larger ones, in parts of the largest there is.
    pub clip: f32,
    /// Weights below this many steps are left out.
    pub least: f32,
}

/// The size of a step for `chain`.
fn step(chain: &Chain, keep: Keep) -> f32 {
    let mut sizes: Vec<f32> =
        chain.weights.iter().map(|it| it.abs()).filter(|it| *it > 0.0).collect();
    let at = ((sizes.len() as f32 * keep.clip) as usize).min(sizes.len().saturating_sub(1));
    if sizes.is_empty() {
        return 1.0;
    }
    let (_, most, _) = sizes.select_nth_unstable_by(at, f32::total_cmp);
    *most / 127.0
}

/// The rows of `chain` with their keys, in steps.
fn rows(chain: &Chain, keys: &[u32], keep: Keep) -> Vec<Row> {
    let step = step(chain, keep);
    let row = |(weights, key): (&[f32], &u32)| {
        let weights = weights.iter().enumerate().filter(|it| it.1.abs() >= keep.least * step);
        let weight = |(tag, weight): (usize, &f32)| {
            let value = (weight / step).round().clamp(-127.0, 127.0) as i8;
            (value != 0).then_some(Weight { tag: tag as u8, value })
        };
        let weights: Vec<Weight> = weights.filter_map(weight).collect();
        (!weights.is_empty()).then_some((*key, weights))
    };
    chain.weights.chunks_exact(chain.width).zip(keys).filter_map(row).collect()
}

/// So much, in what the chain is trained in, as parts of a step.
pub fn parts(chain: &Chain, keep: Keep, much: f32) -> u32 {
    (much / step(chain, keep) * PARTS as f32).round() as u32
}

/// How far one lesson may move the weights: the right answer is to win by [`MARGIN`] for each wrong
/// word, and no weight moves by more than [`MOST`], in what the chain is trained in (logarithms of odds).
const MARGIN: f32 = 4.0;
const MOST: f32 = 0.05;

/// The file of the model.
pub fn pack(chain: &Chain, keys: &[u32], keep: Keep, calibration: &Calibration) -> Vec<u8> {
    let step = step(chain, keep);
    let transition = |it: &f32| (it / step).round().clamp(-32_000.0, 32_000.0) as i16;
    let transitions: Vec<i16> = chain.transitions.iter().map(transition).collect();
    let parts = |it| parts(chain, keep, it).cast_signed();
    let pace = Pace { margin: parts(MARGIN), most: parts(MOST) };
    write(&mut rows(chain, keys, keep), &transitions, calibration, pace)
}
